using Corridor.Formats.Files;
using Corridor.Formats.Flee;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// <c>out.csv</c> as the reference program Flee writes it, of run 0: one simulated future, as there. The alternatives after the first have a file of their own,
/// <c>out-NAME.csv</c>.
/// </summary>
internal sealed class FleeTable
{
    private readonly List<(string File, FleeOutput Output)> tables = [];
    private readonly int[] places;
    private readonly double[] people;

    public FleeTable(FleeCase flee, IReadOnlyList<Alternative> alternatives)
    {
        places = [.. flee.Records().Places];
        people = new double[places.Length];
        foreach (var alternative in alternatives) tables.Add((tables.Count == 0 ? "out.csv" : $"out-{alternative.Name}.csv", new FleeOutput(flee)));
    }

    public void Add(EnsembleDay day)
    {
        var runs = new double[day.Runs];
        for (var i = 0; i < places.Length; i++)
        {
            day.OfPlace(Measure.Stock, places[i], runs);
            people[i] = runs[0];
        }
        day.OfAll(Measure.Displaced, runs);
        tables[day.AlternativeNumber].Output.Add(people, runs[0]);
    }

    public void WriteTo(OutputFolder folder)
    {
        foreach (var (file, output) in tables) folder.WriteText(file, output.Text);
    }
}
