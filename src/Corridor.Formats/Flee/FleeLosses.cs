using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>What a Flee folder cannot say of a scenario, in sentences for the person who converts it.</summary>
internal sealed class FleeLosses
{
    private readonly Scenario scenario;
    private readonly List<string> sentences = [];

    public FleeLosses(Scenario scenario)
    {
        this.scenario = scenario;
        Add(scenario.Alternatives.Count, "alternatives: Flee has one timeline");
        Add(scenario.Triggers.Count, "triggers: Flee has none");
        Add(scenario.Priors.Count, "priors: Flee has one value for each parameter");
        if (scenario.AsOf is { } asOf) Add($"the as-of day {asOf:yyyy-MM-dd} and the days on which things could be known: Flee knows all from the start");
        if (scenario.Home != scenario.Places[0].Country)
            Add($"the home country {scenario.Home}: in Flee it is that of the first place, {scenario.Places[0].Country}");
        Add(scenario.Places.Count(p => p.Name != p.Id), "names of places: the ids stand for them");
        Add(scenario.Places.Count(p => !p.IsCamp && p.Capacity is not null && !p.Extra.ContainsKey("capacity_per_day")),
            "capacities of places that are no camps");
        Add(scenario.Places.Count(p => p.Capacity == 0), "camps with no room at all: in Flee 0 means no limit");
        Add(scenario.Places.Count(p => p.IsCamp && p.Population > 0), "populations of camps: the column is their capacity");
        Add(scenario.Places.Count(p => !p.IsCamp && scenario.InitialStock.GetValueOrDefault(p.Id) > 0),
            "places that are no camps and hold displaced people at the start: "
            + "Corridor reads initial_idps everywhere, Flee at camps only");
        Add(scenario.Routes.Count(r => r.OneWay), "one-way routes: they are written for both directions");
        var byRecords = FleeSettingsText.DepartsByRecords(scenario.Rules);
        Add(byRecords ? scenario.Departures.Count(d => d.Place != Count.Everywhere) : 0,
            "departures from stated places: they are added to the total, which is shared among the zones");
        Add(byRecords ? 0 : scenario.Departures.Count, "rows of given departures, which the rules do not read: refugees.csv holds the recorded totals");
        Add(scenario.Counts.Count(c => !IsTotal(c) && (c.Place == Count.Everywhere ? !byRecords : c.Measure != Measure.Stock || c.Series.Length > 0)),
            "counts of other measures or series");
        Add(scenario.Counts.Count(c => c.Place == Count.Everywhere && byRecords && scenario.Departures.Count == 0),
            "counts of the whole situation: in Flee they would drive departures");
        Add(byRecords ? OtherTotals() : 0, "totals that differ from the sum of given departures: refugees.csv holds that sum, and Total error, "
            + "refugees in camps (UNHCR), raw UNHCR refugee count and refugee_debt of out.csv are of it");
        Add(scenario.Counts.Count(c => c.Qualifier != Qualifier.Exact || c.Published != c.Date), "counts whose qualifier or day of publication is left out");
        foreach (var change in new[] { Change.Pass, Change.Speed, Change.Hold, Change.ForceMove })
            Add(scenario.Timeline.Count(e => e.Change == change), $"timeline entries of the change {Names.Of(change)}");
        var capacityByDay = scenario.Places.Where(p => p.Extra.ContainsKey("capacity_per_day")).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        Add(scenario.Timeline.Count(e => e.Change == Change.Capacity && !capacityByDay.Contains(e.Subject.From)),
            "timeline entries of the change capacity");
        foreach (var demographic in scenario.Demographics.Where(d => d.Attribute.Contains('_', StringComparison.Ordinal)))
            Add($"the attribute {demographic.Attribute}: Flee ends its name at the underscore");
        foreach (var place in scenario.Places.Where(p => p.IsCamp && !scenario.Counts.Any(c => c.Place == p.Id && c.Measure == Measure.Stock)))
            Add($"nothing of the camp {place.Id} is recorded: Flee itself needs a series for each camp, Corridor does not");
    }

    public IReadOnlyList<string> Sentences => sentences;

    public void Add(string sentence) => sentences.Add(sentence);

    /// <summary>Whether a count is of all displaced people together.</summary>
    public static bool IsTotal(Count count) =>
        count.Place == Count.Everywhere && count.Measure is Measure.Stock or Measure.Displaced && count.Series.Length == 0;

    /// <summary>How many recorded totals of simulated days are not the departures until their day.</summary>
    private int OtherTotals()
    {
        if (scenario.Departures.Count == 0) return 0;
        var sums = new long[scenario.Days];
        foreach (var departure in scenario.Departures)
            if (scenario.Day(departure.Date) is >= 0 and var day && day < sums.Length) sums[day] += departure.People;
        for (var day = 1; day < sums.Length; day++) sums[day] += sums[day - 1];
        return scenario.Counts.Count(c => IsTotal(c) && scenario.Day(c.Date) is >= 0 and var day && day < sums.Length && c.People != sums[day]);
    }

    /// <summary>The parameters that come back with another value.</summary>
    public void OfRules(Rules again)
    {
        var (stated, readBack) = (AsRead(scenario.Rules), AsRead(again));
        foreach (var parameter in RuleParameter.All)
        {
            var (ours, theirs) = (parameter.Get(stated), parameter.Get(readBack));
            if (ours != theirs) Add($"the rule {parameter.Name} = {ours}: in Flee it is {theirs}");
        }
    }

    /// <summary>Without what nothing reads: a flood forecast of a single day, and how often the level of a zone weighs that has no weight.</summary>
    private static Rules AsRead(Rules rules) => rules with
    {
        FloodForecastDays = rules.FloodForecastDays == 1 ? 0 : rules.FloodForecastDays,
        FloodZonesWeighTwice = rules.FloodZonesWeighTwice && rules.FloodLocWeights.Count > 0,
    };

    /// <summary>How many things of a kind are lost; what is said of them stands behind a colon.</summary>
    public void Add(int number, string what)
    {
        if (number > 0) sentences.Add(what.Split(": ", 2) is [var things, var why] ? $"{things} ({number}): {why}" : $"{what} ({number})");
    }
}
