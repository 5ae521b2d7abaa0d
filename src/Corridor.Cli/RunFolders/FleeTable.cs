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
    private readonly bool isMean;
    private readonly SmallFigures small;

    public FleeTable(FleeCase flee, IReadOnlyList<Alternative> alternatives, Request request)
    {
        (isMean, small) = (request.Format == RunFormat.FleeMean, new SmallFigures(request.RoundBelow));
        places = [.. flee.Records().Places];
        people = new double[places.Length];
        foreach (var alternative in alternatives) outputs.Add(alternative, new FleeOutput(flee));
    }

    public void Add(EnsembleDay day)
    {
        var runs = new double[day.Runs];
        var inIdpCamps = Note(day.Scenario, day.KindOf, place =>
        {
            day.OfPlace(Measure.Stock, place, runs);
            return Of(runs);
        });
        day.OfAll(Measure.Displaced, runs);
        outputs[day.Alternative].Add(people, Of(runs), inIdpCamps);
    }

    /// <summary>Expected values instead of one future.</summary>
    public void Add(ExpectedDay day)
    {
        var inIdpCamps = Note(day.Scenario, day.KindOf, place => Rounded(day.OfPlace(Measure.Stock, place).Mean));
        outputs[day.Alternative].Add(people, Rounded(day.OfAll(Measure.Displaced).Mean), inIdpCamps);
    }

    /// <summary>Notes the people in the output places. Returns those in IDP camps, of which some that opened later may not be output places.</summary>
    private double Note(Scenario scenario, Func<int, PlaceKind> kindOf, Func<int, double> peopleIn)
    {
        for (var i = 0; i < places.Length; i++) people[i] = peopleIn(places[i]);
        return Enumerable.Range(0, scenario.Places.Count).Where(place => kindOf(place) == PlaceKind.IdpCamp).Sum(peopleIn);
    }

    private double Of(double[] runs) => Rounded(isMean ? runs.Average() : runs[0]);

    /// <summary>As it may be written; to four decimals, as the errors of the table are.</summary>
    private double Rounded(double figure) => small.Hides(figure) ? small.Round(figure) : Math.Round(figure, 4);

    public void WriteTo(OutputFolder folder)
    {
        foreach (var (i, (alternative, output)) in outputs.Index()) folder.WriteText(i == 0 ? "out.csv" : $"out-{alternative.Name}.csv", output.Text);
    }
}
