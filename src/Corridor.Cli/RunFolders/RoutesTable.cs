using Corridor.Cli.Questions;
using Corridor.Forecasting;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// routes.csv: people who entered each route that day, by direction (<c>inflow</c>), and people on it at the end of the day, both directions together
/// (<c>in_transit</c>); rows that are 0 in every run are left out.
/// </summary>
internal sealed class RoutesTable : IDisposable
{
    public const string Name = "routes";
    private const int PerRoute = 3;

    private readonly SummaryRows rows;
    private readonly DaySummaries summaries;
    private readonly (string From, string To)[] routes;
    private readonly string inflow = SummaryRows.Cell(Names.Of(Measure.Inflow));
    private readonly string inTransit = SummaryRows.Cell(Names.Of(Measure.InTransit));

    public RoutesTable(string path, Question question)
    {
        routes = [.. question.Scenario.Routes.Select(r => (SummaryRows.Cell(r.From), SummaryRows.Cell(r.To)))];
        summaries = new DaySummaries(routes.Length * PerRoute, question.Request.Runs, question.Request.Threads);
        rows = new SummaryRows(path, "date,alternative,from,to,measure", new SmallFigures(question.Request.RoundBelow), question.Request.IsExpected);
    }

    public void Add(EnsembleDay day)
    {
        var (date, alternative) = (SummaryRows.Cell(CsvText.Date(day.Date)), SummaryRows.Cell(day.Alternative.Name));
        var figures = summaries.Of((figure, values) => Read(day, figure, values));
        for (var figure = 0; figure < figures.Length; figure++)
        {
            var (from, to) = routes[figure / PerRoute];
            if (figure % PerRoute == 1) (from, to) = (to, from);
            rows.Add([date, alternative, from, to, figure % PerRoute == 2 ? inTransit : inflow], figures[figure]);
        }
    }

    public void Add(ExpectedDay day)
    {
        var (date, alternative) = (SummaryRows.Cell(CsvText.Date(day.Date)), SummaryRows.Cell(day.Alternative.Name));
        for (var route = 0; route < routes.Length; route++)
        {
            var (from, to) = routes[route];
            Row(from, to, inflow, new Moments(day.EnteredRoute(route, backward: false), double.NaN));
            Row(to, from, inflow, new Moments(day.EnteredRoute(route, backward: true), double.NaN));
            Row(from, to, inTransit, day.InTransit(route));
        }

        void Row(string from, string to, string measure, Moments moments) => rows.Add([date, alternative, from, to, measure], moments);
    }

    public void Close() => rows.Close();

    public void Dispose() => rows.Dispose();

    private static void Read(EnsembleDay day, int figure, Span<double> values)
    {
        var route = figure / PerRoute;
        if (figure % PerRoute == 2) day.InTransit(route, values);
        else day.EnteredRoute(route, backward: figure % PerRoute == 1, values);
    }
}
