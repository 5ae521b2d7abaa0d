using Corridor.Cli.Questions;
using Corridor.Forecasting;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// draws.csv (<c>--draws</c>): the stock of every place, and the whole situation's displaced
/// people and people in transit, in every single run; rows that are 0 are left out.
/// </summary>
internal sealed class DrawsTable : IDisposable
{
    public const string Name = "draws";

    private static readonly Measure[] OfAll = [Measure.Displaced, Measure.InTransit];

    private readonly RowFile file;
    private readonly SmallFigures small;
    private readonly string[] places;
    private readonly double[] values;

    public DrawsTable(string path, Question question)
    {
        small = new SmallFigures(question.Request.RoundBelow);
        places = [.. question.Scenario.Places.Select(p => SummaryRows.Cell(p.Id))];
        values = new double[question.Request.Runs];
        file = new RowFile(path);
        file.Write("date,alternative,place,measure,run,people\n");
    }

    public void Add(EnsembleDay day)
    {
        var prefix = SummaryRows.Cell(CsvText.Date(day.Date)) + SummaryRows.Cell(day.Alternative.Name);
        foreach (var measure in OfAll)
        {
            day.OfAll(measure, values);
            Write(prefix + "*,", measure);
        }
        for (var place = 0; place < places.Length; place++)
        {
            day.OfPlace(Measure.Stock, place, values);
            Write(prefix + places[place], Measure.Stock);
        }
    }

    /// <summary>Closes the file; from then on it is on the disk.</summary>
    public void Close() => file.Close();

    public void Dispose() => file.Dispose();

    private void Write(string prefix, Measure measure)
    {
        prefix += SummaryRows.Cell(Names.Of(measure));
        for (var run = 0; run < values.Length; run++)
        {
            var people = Math.Round(small.Round(values[run]), MidpointRounding.AwayFromZero);
            if (people == 0) continue;
            file.Write(prefix);
            file.Write(run);
            file.Write(',');
            file.Write(people);
            file.Write('\n');
        }
    }
}
