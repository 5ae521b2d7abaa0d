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

    private static readonly Measure[] OfPlace = [.. Measures.OfPlaces];

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
        for (var measure = 0; measure < OfAll.Length; measure++) Row("*,", measure, figures[measure]);
        for (var place = 0; place < places.Length; place++)
            for (var measure = 0; measure < OfPlace.Length; measure++) Row(places[place], measure, figures[FigureOf(measure, place)]);

        void Row(string place, int measure, in Summary figure) => rows.Add([date, alternative, place, measures[measure]], figure);
    }

    public void Add(ExpectedDay day)
    {
        var (date, alternative) = (SummaryRows.Cell(CsvText.Date(day.Date)), SummaryRows.Cell(day.Alternative.Name));
        for (var measure = 0; measure < OfAll.Length; measure++) Row("*,", measure, day.OfAll(OfAll[measure]));
        for (var place = 0; place < places.Length; place++)
            for (var measure = 0; measure < OfPlace.Length; measure++) Row(places[place], measure, day.OfPlace(OfPlace[measure], place));

        void Row(string place, int measure, Moments moments) => rows.Add([date, alternative, place, measures[measure]], moments);
    }

    public void Close() => rows.Close();

    public void Dispose() => rows.Dispose();

    /// <summary>The totals come first, then the places measure by measure: neighbours are read one after the other.</summary>
    private void Read(EnsembleDay day, int figure, Span<double> values)
    {
        if (figure < OfAll.Length) day.OfAll(OfAll[figure], values);
        else day.OfPlace(OfPlace[(figure - OfAll.Length) / places.Length], (figure - OfAll.Length) % places.Length, values);
    }

    private int FigureOf(int measure, int place) => OfAll.Length + measure * places.Length + place;
}
