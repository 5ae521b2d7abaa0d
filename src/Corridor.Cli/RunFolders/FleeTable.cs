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
    private readonly OrderedDictionary<Alternative, FleeOutput> outputs = new(ReferenceEqualityComparer.Instance);
    private readonly int[] places;
    private readonly double[] people;
    private readonly PlaceKind[] kinds;
    private readonly bool isMean;
    private readonly SmallFigures small;

    public FleeTable(FleeCase flee, IReadOnlyList<Alternative> alternatives, Request request)
    {
        (isMean, small) = (request.IsFleeMean, new SmallFigures(request.RoundBelow));
        places = [.. flee.Records().Places];
        (people, kinds) = (new double[places.Length], new PlaceKind[places.Length]);
        foreach (var alternative in alternatives) outputs.Add(alternative, new FleeOutput(flee));
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
        outputs[day.Alternative].Add(people, kinds, Of(runs));
    }

    /// <summary>Expected values instead of one future.</summary>
    public void Add(ExpectedDay day)
    {
        for (var i = 0; i < places.Length; i++) (people[i], kinds[i]) = (Rounded(day.PeopleIn(places[i])), day.KindOf(places[i]));
        outputs[day.Alternative].Add(people, kinds, Rounded(day.OfAll(Measure.Displaced).Mean));
    }

    private double Of(double[] runs) => Rounded(isMean ? runs.Average() : runs[0]);

    /// <summary>As it may be written; to four decimals, as the errors of the table are.</summary>
    private double Rounded(double figure) => small.Hides(figure) ? small.Round(figure) : Math.Round(figure, 4);

    public void WriteTo(OutputFolder folder)
    {
        foreach (var (i, (alternative, output)) in outputs.Index()) folder.WriteText(i == 0 ? "out.csv" : $"out-{alternative.Name}.csv", output.Text);
    }
}
