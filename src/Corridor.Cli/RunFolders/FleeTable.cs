using Corridor.Cli.Questions;
using Corridor.Formats.Files;
using Corridor.Formats.Flee;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// <c>out.csv</c> as the reference program Flee writes it: of run 0, one simulated future, as there; or the mean over
/// all runs, or expected values. The alternatives after the first have a file of their own, <c>out-NAME.csv</c>.
/// </summary>
internal sealed class FleeTable
{
    private readonly List<(string File, FleeOutput Output)> tables = [];
    private readonly int[] places;
    private readonly double[] people;
    private readonly PlaceKind[] kinds;
    private readonly IReadOnlyList<Alternative> alternatives;
    private readonly bool isMean;
    private readonly SmallFigures small;

    public FleeTable(FleeCase flee, IReadOnlyList<Alternative> alternatives, Request request)
    {
        (this.alternatives, isMean, small) = (alternatives, request.IsFleeMean, new SmallFigures(request.RoundBelow));
        places = [.. flee.Records().Places];
        (people, kinds) = (new double[places.Length], new PlaceKind[places.Length]);
        foreach (var alternative in alternatives) tables.Add((tables.Count == 0 ? "out.csv" : $"out-{alternative.Name}.csv", new FleeOutput(flee)));
    }

    public void Add(EnsembleDay day)
    {
        var runs = new double[day.Runs];
        for (var i = 0; i < places.Length; i++)
        {
            day.PeopleIn(places[i], runs);
            (people[i], kinds[i]) = (Of(runs), day.KindOf(places[i]));
        }
        day.OfAll(Measure.Displaced, runs);
        tables[day.AlternativeNumber].Output.Add(people, kinds, Of(runs));
    }

    /// <summary>Expected values instead of one future.</summary>
    public void Add(ExpectedDay day)
    {
        for (var i = 0; i < places.Length; i++) (people[i], kinds[i]) = (Rounded(day.PeopleIn(places[i])), day.KindOf(places[i]));
        var number = Enumerable.Range(0, alternatives.Count).First(i => ReferenceEquals(alternatives[i], day.Alternative));
        tables[number].Output.Add(people, kinds, Rounded(day.OfAll(Measure.Displaced).Mean));
    }

    private double Of(double[] runs) => Rounded(isMean ? runs.Average() : runs[0]);

    /// <summary>As it may be written; to four decimals, as the errors of the table are.</summary>
    private double Rounded(double figure) => small.Hides(figure) ? small.Round(figure) : Math.Round(figure, 4);

    public void WriteTo(OutputFolder folder)
    {
        foreach (var (file, output) in tables) folder.WriteText(file, output.Text);
    }
}
