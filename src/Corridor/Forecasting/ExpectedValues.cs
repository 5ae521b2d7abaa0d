using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting;

/// <summary>
/// Means and variances of every place on every day, worked out in one pass without sampling. Exact for the law of the simulation as
/// long as people are independent of one another; from the first day on which they are not, an approximation, and it says so.
/// </summary>
public sealed class ExpectedValues
{
    private readonly Model model;
    private readonly Expectation expectation;
    private readonly ExpectedDay today;
    private readonly List<Moments[]> stock = [];

    /// <param name="scenario">A scenario without errors (<see cref="ScenarioCheck"/>).</param>
    /// <param name="alternative">The alternative.</param>
    /// <param name="knownFuture">Whether timeline entries that were announced after the scenario's as-of day are known all the same.</param>
    /// <exception cref="ArgumentException"><see cref="WhyNot"/> names reasons, or the alternative does not fit the scenario.</exception>
    public ExpectedValues(Scenario scenario, Alternative alternative, bool knownFuture = false)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(alternative);
        if (WhyNot(scenario, alternative, knownFuture) is { Count: > 0 } reasons) throw new ArgumentException(string.Join('\n', reasons), nameof(scenario));
        (Scenario, Alternative) = (scenario, alternative);
        model = new Model(scenario, new Network(scenario), new Plans(), Ensemble.TimelineOf(scenario, alternative, knownFuture));
        expectation = new Expectation(model);
        today = new ExpectedDay(alternative, model, expectation);
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The alternative.</summary>
    public Alternative Alternative { get; }

    /// <summary>Whether all figures so far are exact.</summary>
    public bool IsExact => FirstBinding is null && FirstShortage is null;

    /// <summary>
    /// The first day on which, and the place at which, a capacity may turn people away (their number reaches the
    /// buffer with a probability above one in a billion); from then on the figures are an approximation.
    /// </summary>
    public (DateOnly Date, Place Place)? FirstBinding => expectation.FirstBinding is { } full ? (Scenario.Date(full.Day), Scenario.Places[full.Place]) : null;

    /// <summary>
    /// The first day on which who sets out hangs on how many residents chance has left,
    /// and the place; from the next day on the figures are an approximation.
    /// </summary>
    public (DateOnly Date, Place Place)? FirstShortage =>
        expectation.FirstShortage is { } empty ? (Scenario.Date(empty.Day), Scenario.Places[empty.Place]) : null;

    /// <summary>
    /// The first day at the end of which states in which fewer than a hundredth of a person is expected keep a coarser memory
    /// of the days before (<see cref="Rules.AvoidShortStints"/>), so that figures may be off by small parts of a person from
    /// the next day on; null: never. It does not count as an approximation of its own in <see cref="IsExact"/>.
    /// </summary>
    public DateOnly? FirstCoarse => expectation.FirstCoarse is { } day ? Scenario.Date(day) : null;

    /// <summary>Number of days that are done.</summary>
    public int DaysDone => stock.Count;

    /// <summary>Works out the remaining days. Stops between two days when cancelled.</summary>
    /// <param name="observe">Is shown every day.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Whether all days are done.</returns>
    /// <exception cref="NoExpectationException">On some day the values cannot be worked out; the message says why.</exception>
    public bool Run(Action<ExpectedDay>? observe = null, CancellationToken cancellation = default)
    {
        while (DaysDone < Scenario.Days)
        {
            if (cancellation.IsCancellationRequested) return false;
            var day = Next();
            observe?.Invoke(day);
        }
        return true;
    }

    /// <summary>Works out the next day.</summary>
    /// <exception cref="NoExpectationException">The day cannot be worked out; the message says why.</exception>
    /// <exception cref="InvalidOperationException">All days are done.</exception>
    public ExpectedDay Next()
    {
        if (DaysDone == Scenario.Days) throw new InvalidOperationException("all days are done");
        model.Advance();
        expectation.Step();
        stock.Add([.. Enumerable.Range(0, Scenario.Places.Count).Select(place => today.OfPlace(Measure.Stock, place))]);
        return today;
    }

    /// <summary>Stock of a place at the end of a day that is done.</summary>
    /// <param name="place">Position of the place in the scenario.</param>
    /// <param name="day">Index of the day.</param>
    public Moments Stock(int place, int day) => stock[day][place];

    /// <summary>Why the values cannot be worked out, a sentence for each reason, with what can be done about it; empty when they can.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="alternative">The alternative.</param>
    /// <param name="knownFuture">Whether timeline entries that were announced after the scenario's as-of day are known all the same.</param>
    public static IReadOnlyList<string> WhyNot(Scenario scenario, Alternative alternative, bool knownFuture = false)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var rules = scenario.Rules;
        var reasons = new List<string>();
        foreach (var prior in scenario.Priors)
        {
            var name = prior.Parameter.Name;
            reasons.Add($"expected values need fixed rules, but {name} has a prior ({prior}); --set rules.{name}=VALUE fixes it");
        }
        if (rules.DepartByRate && rules.DepartureVariation > 0)
            reasons.Add("expected values need departures without waves, which move many people at once; --set rules.departure_variation=0");
        foreach (var (isOn, name) in new[]
        {
            (rules.MatchCampReligion, "match_camp_religion"), (rules.MatchCampEthnicity, "match_camp_ethnicity"),
            (rules.MatchTownEthnicity, "match_town_ethnicity"), (rules.MatchConflictEthnicity, "match_conflict_ethnicity"),
        })
        {
            if (isOn) reasons.Add($"expected values do not know places that draw people by who is there already; --set rules.{name}=false, or run an ensemble");
        }
        var change = rules.TakeFromPopulation && rules.Departures != DepartureMode.None
            || Ensemble.TimelineOf(scenario, alternative, knownFuture).Any(e => e.Change == Change.ForceMove);
        foreach (var (value, name) in new[]
        {
            (rules.PopPowerForLocWeight, "pop_power_for_loc_weight"),
            (rules.MovechancePopScaleFactor, "movechance_pop_scale_factor"),
        })
        {
            if (value == 0 || !change) continue;
            reasons.Add($"expected values know {name} only where the residents stay as many as they are; "
                + $"--set rules.{name}=0 or rules.take_from_population=false, or run an ensemble");
        }
        return reasons;
    }
}
