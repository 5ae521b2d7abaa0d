using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>
/// The mean and the variance of the stock of every place on every day, worked out without sampling. Exact for the law of the simulation as long as people are independent of one
/// another; from the first day on which they are not, an approximation, and it says so.
/// </summary>
public sealed class ExpectedValues
{
    private readonly List<(double[] Mean, double[] Variance)> days = [];

    /// <param name="scenario">A scenario without errors (<see cref="ScenarioCheck"/>).</param>
    /// <param name="alternative">The alternative.</param>
    /// <param name="knownFuture">Whether timeline entries that were announced after the scenario's as-of day are known all the same.</param>
    /// <exception cref="ArgumentException"><see cref="WhyNot"/> names a reason, or the alternative does not fit the scenario.</exception>
    public ExpectedValues(Scenario scenario, Alternative alternative, bool knownFuture = false)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(alternative);
        var timeline = Ensemble.TimelineOf(scenario, alternative, knownFuture);
        if (WhyNot(scenario, timeline) is { } reason) throw new ArgumentException(reason, nameof(scenario));
        Scenario = scenario;
        var model = new Model(scenario, new Network(scenario), new Plans(), timeline);
        var expectation = new Expectation(model);
        for (var day = 0; day < scenario.Days; day++)
        {
            model.Advance();
            expectation.Step();
            days.Add(([.. expectation.Mean], [.. expectation.Variance]));
        }
        FirstBinding = expectation.FirstBinding is { } full ? (scenario.Date(full.Day), scenario.Places[full.Place]) : null;
        FirstShortage = expectation.FirstShortage is { } empty ? (scenario.Date(empty.Day), scenario.Places[empty.Place]) : null;
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Whether all figures are exact.</summary>
    public bool IsExact => FirstBinding is null && FirstShortage is null;

    /// <summary>The first day on which, and the place at which, a capacity may turn people away; from then on the figures are an approximation.</summary>
    public (DateOnly Date, Place Place)? FirstBinding { get; }

    /// <summary>The first day on which who sets out hangs on how many residents chance has left, and the place; from the next day on the figures are an approximation.</summary>
    public (DateOnly Date, Place Place)? FirstShortage { get; }

    /// <summary>Mean stock, people.</summary>
    /// <param name="place">Position of the place in the scenario.</param>
    /// <param name="day">Index of the day.</param>
    public double Mean(int place, int day) => days[day].Mean[place];

    /// <summary>Variance of the stock, people².</summary>
    /// <param name="place">Position of the place in the scenario.</param>
    /// <param name="day">Index of the day.</param>
    public double Variance(int place, int day) => days[day].Variance[place];

    /// <summary>Why the values cannot be worked out, in a sentence; null when they can.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="timeline">Its timeline under the alternative.</param>
    public static string? WhyNot(Scenario scenario, IReadOnlyList<TimelineEntry> timeline)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(timeline);
        var rules = scenario.Rules;
        if (scenario.Priors.Count > 0) return "expected values need fixed rules, but the scenario has priors; leave them out, or run an ensemble";
        if (rules.Departures is DepartureMode.Rate && rules.DepartureVariation > 0) return "expected values need departures without waves; set departure_variation to 0, or run an ensemble";
        if (rules.Departures is DepartureMode.GivenThenRate) return "expected values know departures that are given or at a rate, not one after the other; run an ensemble";
        if (timeline.Any(e => e.Change == Change.ForceMove)) return "expected values do not know forced movements, which take a fixed number of people; run an ensemble";
        if (timeline.Any(e => e.Change == Change.Hold) && rules.Departures is not DepartureMode.None) return "expected values do not know residents who are held; run an ensemble";
        if (rules.MovechancePopScaleFactor > 0) return "expected values do not know chances to leave that follow the number of people; set movechance_pop_scale_factor to 0, or run an ensemble";
        if (rules.PopPowerForLocWeight > 0 || rules.MatchCampReligion || rules.MatchCampEthnicity || rules.MatchTownEthnicity || rules.MatchConflictEthnicity)
            return "expected values do not know places that draw by who is there; run an ensemble";
        return null;
    }
}
