using Corridor.Scenarios;

namespace Corridor.Forecasting;

/// <summary>
/// A situation of which no camp has reported yet: known are the places with their capacities, the roads, the
/// timeline, the total of displaced people on each day, and who is at the camps on the first day. That is
/// also what the reference program and the split by capacity are granted (docs/cold-start.md).
/// </summary>
public static class ColdStart
{
    /// <summary>The scenario with <see cref="Rules.ColdStart"/>, whatever its own rules are, but for what drives people out: conflict or floods.</summary>
    /// <param name="scenario">The scenario. Its given departures are the totals; its capacities count as stated.</param>
    /// <param name="recorded">What is recorded: where the scenario gives no departures, its total sets out, and those
    /// of the first day are there if it has no initial stock either. Nothing else of it is looked at.</param>
    public static Scenario Of(Scenario scenario, RecordedStocks recorded)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(recorded);
        if (scenario.InitialStock.Count == 0 && scenario.Departures.Count == 0) scenario = scenario with { InitialStock = FirstDay(scenario, recorded) };
        return scenario with
        {
            Rules = Rules.ColdStart with { DepartureDriver = scenario.Rules.DepartureDriver, FloodDepartures = scenario.Rules.FloodDepartures },
            Priors = [],
            Places = [.. scenario.Places.Select(place => place with { CountedTwice = 0 })],
            Departures = scenario.Departures.Count > 0 ? scenario.Departures : [.. RisesOfTotal(scenario, recorded)],
        };
    }

    /// <summary>Who is recorded at each place on the first day.</summary>
    private static Dictionary<string, long> FirstDay(Scenario scenario, RecordedStocks recorded) =>
        recorded.Places.Zip(recorded.People).Where(p => p.Second is [> 0, ..]).ToDictionary(p => scenario.Places[p.First].Id, p => (long)p.Second[0]);

    /// <summary>Whatever the recorded total rises above all it was before has set out that day.</summary>
    private static IEnumerable<Departure> RisesOfTotal(Scenario scenario, RecordedStocks recorded)
    {
        var highest = scenario.InitialStock.Values.Sum();
        for (var day = 0; day < scenario.Days; day++)
        {
            var total = (long)recorded.People.Sum(people => day < people.Length && !double.IsNaN(people[day]) ? people[day] : 0);
            if (total <= highest) continue;
            yield return new Departure(scenario.Date(day), Count.Everywhere, total - highest);
            highest = total;
        }
    }
}
