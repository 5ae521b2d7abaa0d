namespace Corridor.Scenarios;

/// <summary>Checks the counts of a scenario, each for itself and beside the others of its series.</summary>
internal static class CountsCheck
{
    /// <summary>Adds what is wrong with the counts to the problems.</summary>
    public static void Run(Scenario scenario, List<Problem> problems)
    {
        var places = ScenarioCheck.ById(scenario);
        var names = new KnownNames(places.Keys);
        foreach (var count in scenario.Counts)
        {
            if (count.Place != Count.Everywhere && !places.ContainsKey(count.Place))
            {
                problems.Add(Problem.Error(count.Origin,
                    $"a count of the unknown place '{count.Place}'; expected an id of the places or *{names.Hint(count.Place)}"));
            }
            CheckCount(count, problems);
            if (count.Break && !scenario.Counts.Any(c =>
                c.Place == count.Place && c.Measure == count.Measure && c.Series == count.Series && c.Date < count.Date))
            {
                problems.Add(Problem.Warning(count.Origin,
                    "a break at the first count of its series: there is nothing before it that was counted otherwise"));
            }
        }
        Contradictions(scenario, problems);
        GapsOfInflows(scenario, problems);
        Outside(scenario.Counts.Where(c => c.Date < scenario.Start), $"before the start {scenario.Start:yyyy-MM-dd}", problems);
        Outside(scenario.Counts.Where(c => scenario.Day(c.Date) >= scenario.Days),
            $"after the last day {scenario.Date(scenario.Days - 1):yyyy-MM-dd}", problems);
    }

    /// <summary>What can be said of one count without any other.</summary>
    private static void CheckCount(Count count, List<Problem> problems)
    {
        if (count.People < 0) problems.Add(Problem.Error(count.Origin, $"a count of {count.People} people; expected 0 or more"));
        if (count.Published < count.Date)
        {
            problems.Add(Problem.Warning(count.Origin,
                $"published on {count.Published:yyyy-MM-dd}, before the day that it speaks of ({count.Date:yyyy-MM-dd})"));
        }
        if (count.Place != Count.Everywhere && !count.Measure.IsOfPlace())
        {
            problems.Add(Problem.Warning(count.Origin,
                $"no command can use a count of {Names.Of(count.Measure)} at a place: it is a measure of the whole situation, *; "
                + "people at a place are its stock"));
        }
        if (count is { Measure: Measure.Stock, Since: { } since })
        {
            problems.Add(Problem.Warning(count.Origin,
                $"a count of stock has no period: it is of the day {count.Date:yyyy-MM-dd}, and 'from' {since:yyyy-MM-dd} is not read; "
                + "expected no 'from', or inflow where people came during those days"));
        }
        if (count.Since >= count.Date)
        {
            problems.Add(Problem.Error(count.Origin,
                $"the period of the count begins on {count.Since:yyyy-MM-dd}, not before its end {count.Date:yyyy-MM-dd}"));
        }
    }

    private static void Outside(IEnumerable<Count> counts, string when, List<Problem> problems)
    {
        var some = counts.ToList();
        if (some.Count == 0) return;
        problems.Add(Problem.Warning(some[0].Origin,
            $"{ScenarioCheck.Counted(some.Count, "count is of a day", "counts are of days")} {when}, and not part of a run"));
    }

    /// <summary>Counts of which only one can hold.</summary>
    private static void Contradictions(Scenario scenario, List<Problem> problems)
    {
        var sameDay = scenario.Counts.Where(c => c.Qualifier is Qualifier.Exact or Qualifier.About)
            .GroupBy(c => (c.Place, c.Measure, c.Series, c.Since, c.Date, c.Published));
        foreach (var counts in sameDay)
        {
            var first = counts.First();
            // Figures of one row are of a series that is read whole, as in a Flee folder: its reader says where they differ.
            if (counts.FirstOrDefault(c => c.People != first.People && (c.Origin != first.Origin || c.Origin == Origin.None)) is not { } other) continue;
            problems.Add(Problem.Warning(other.Origin,
                $"two counts of '{other.Place}' on {other.Date:yyyy-MM-dd}, published on the same day: {other.People} people, and {first.People} "
                + $"at {first.Origin}; forecasts and scores take the larger; where they count different people, name a series"));
        }
        var totals = scenario.Counts.Where(c => c.Place == Count.Everywhere && c.Measure is Measure.Stock or Measure.Displaced);
        foreach (var series in totals.GroupBy(c => c.Series))
        {
            if (series.FirstOrDefault(c => c.Measure != series.First().Measure) is not { } other) continue;
            problems.Add(Problem.Warning(other.Origin,
                "counts of * are given as stock and as displaced: forecasts take both for the total, of one series; "
                + "where they count different people, name a series"));
        }
    }

    /// <summary>Periods between inflows for which none is given. Where people are counted, forecasts read that.</summary>
    private static void GapsOfInflows(Scenario scenario, List<Problem> problems)
    {
        var stocks = scenario.Counts.Where(c => c.Measure is Measure.Stock or Measure.Displaced).Select(c => c.Place).ToHashSet(StringComparer.Ordinal);
        var inflows = scenario.Counts.Where(c => c.Measure == Measure.Inflow && c.Since is not null && !stocks.Contains(c.Place));
        foreach (var series in inflows.GroupBy(c => (c.Place, c.Series)))
        {
            var periods = series.OrderBy(c => c.Date).ThenBy(c => c.Since).ToList();
            var gaps = periods.Zip(periods.Skip(1)).Where(pair => pair.Second.Since > pair.First.Date).ToList();
            // Of a few here and there no forecast is made.
            if (gaps.Count == 0 || periods.Count < 2 * (gaps.Count + 1)) continue;
            var others = gaps.Count > 1 ? $", nor of {ScenarioCheck.Counted(gaps.Count - 1, "period", "periods")} after it" : "";
            problems.Add(Problem.Warning(gaps[0].Second.Origin,
                $"no inflow of {series.Key.Place} is given from {gaps[0].First.Date:yyyy-MM-dd} to {gaps[0].Second.Since:yyyy-MM-dd}{others}: "
                + "forecasts add up what is, and take nothing for what came meanwhile"));
        }
    }
}
