using Corridor.Cli.Questions;
using Corridor.Forecasting;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// places.csv: every measure of every place and of the whole situation (<c>*</c>),
/// by day and alternative; rows that are 0 in every run are left out.
/// </summary>
internal sealed class PlacesTable : IDisposable
{
    public const string Name = "places";

    private static readonly Measure[] OfPlace =
        [Measure.Residents, Measure.Stock, Measure.Inflow, Measure.Outflow, Measure.ForcedBack, Measure.Trapped, Measure.Held];

    private static readonly Measure[] OfAll = [.. OfPlace, Measure.InTransit, Measure.Displaced];

    private readonly SummaryRows rows;
    private readonly DaySummaries summaries;
    private readonly string[] places;
    private readonly string[] measures = [.. OfAll.Select(m => SummaryRows.Cell(Names.Of(m)))];

    public PlacesTable(string path, Question question)
    {
        places = [.. question.Scenario.Places.Select(p => SummaryRows.Cell(p.Id))];
        summaries = new DaySummaries(OfAll.Length + places.Length * OfPlace.Length, question.Request.Runs, question.Request.Threads);
        rows = new SummaryRows(path, "date,alternative,place,measure", new SmallFigures(question.Request.RoundBelow), question.Request.IsExpected);
    }

    public void Add(EnsembleDay day)
    {
        var (date, alternative) = (SummaryRows.Cell(CsvText.Date(day.Date)), SummaryRows.Cell(day.Alternative.Name));
        var figures = summaries.Of((figure, values) => Read(day, figure, values));
        for (var figure = 0; figure < figures.Length; figure++)
        {
            if (SmallFigures.IsNothing(figures[figure])) continue;
            var (place, measure) = At(figure);
            rows.Add([date, alternative, place < 0 ? "*," : places[place], measures[measure]], figures[figure]);
        }
    }

    public void Add(ExpectedDay day)
    {
        var (date, alternative) = (SummaryRows.Cell(CsvText.Date(day.Date)), SummaryRows.Cell(day.Alternative.Name));
        for (var figure = 0; figure < OfAll.Length + places.Length * OfPlace.Length; figure++)
        {
            var (place, measure) = At(figure);
            var moments = place < 0 ? day.OfAll(OfAll[measure]) : day.OfPlace(OfPlace[measure], place);
            if (moments.Mean >= Moments.Nothing) rows.Add([date, alternative, place < 0 ? "*," : places[place], measures[measure]], moments);
        }
    }

    public void Close() => rows.Close();

    public void Dispose() => rows.Dispose();

    private static void Read(EnsembleDay day, int figure, Span<double> values)
    {
        var (place, measure) = At(figure);
        if (place < 0) day.OfAll(OfAll[measure], values);
        else day.OfPlace(OfPlace[measure], place, values);
    }

    /// <summary>The totals come first, then the places in the order of the scenario.</summary>
    private static (int Place, int Measure) At(int figure) => figure < OfAll.Length
        ? (-1, figure)
        : ((figure - OfAll.Length) / OfPlace.Length, (figure - OfAll.Length) % OfPlace.Length);
}
