using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>How many people can be simulated one by one: whoever may set out has a number of his own.</summary>
internal static class PersonLimit
{
    /// <summary>Of a rule that is drawn from a prior, the value that it hardly ever exceeds.</summary>
    private const double HardlyExceeded = 0.999;

    /// <summary>Refuses a scenario in which more may set out under any of the alternatives.</summary>
    public static void Check(Scenario scenario, IReadOnlyList<Alternative> alternatives, List<Problem> problems)
    {
        var people = scenario.InitialStock.Values.Sum(n => (double)n) + SettingOut(scenario, alternatives);
        if (people <= int.MaxValue) return;
        problems.Add(Problem.Error(Origin.None, FormattableString.Invariant(
            $"--resolution person: up to {people:N0} people may set out, and {int.MaxValue:N0} can be kept one by one; ")
            + "leave it out to simulate groups, of any number of people"));
    }

    private static double SettingOut(Scenario scenario, IReadOnlyList<Alternative> alternatives)
    {
        var rules = scenario.Rules;
        var residents = scenario.Places.Sum(p => (double)p.Population);
        var given = rules.Departures is DepartureMode.Given or DepartureMode.GivenThenRate ? scenario.Departures.Sum(d => (double)d.People) : 0;
        if (rules.Departures == DepartureMode.None) return 0;
        if (rules.Departures == DepartureMode.Given) return rules.TakeFromPopulation ? Math.Min(given, residents) : given;
        if (rules.TakeFromPopulation) return residents;
        // Nobody is missed where he set out: each day as many may set out again.
        List<TimelineEntry> entries = [.. scenario.Timeline, .. alternatives.SelectMany(a => a.Rows).Select(r => r.Entry)];
        return given + scenario.Days * scenario.Places.Sum(place => OfDay(scenario, place, GreatestDrive(rules, place, entries)));
    }

    /// <summary>People who set out from a place on a day; by rate and poisson, on average.</summary>
    private static double OfDay(Scenario scenario, Place place, double drive)
    {
        var factor = scenario.Rules.DepartureDriver == DepartureDriver.Flood ? 1 : Highest(scenario, scenario.Rules.Departures switch
        {
            DepartureMode.Constant or DepartureMode.Poisson => "departures_per_day",
            _ => "departure_rate",
        });
        return scenario.Rules.Departures switch
        {
            DepartureMode.Constant or DepartureMode.Poisson => factor * drive,
            DepartureMode.Share => factor * drive * place.Population,
            _ => Math.Min(1, factor * drive) * place.Population,
        };
    }

    /// <summary>The most that drives people from a place on any day (docs/model.md, departures).</summary>
    private static double GreatestDrive(Rules rules, Place place, List<TimelineEntry> entries)
    {
        var own = entries.Where(e => e.Subject == Subject.Place(place.Id)).ToList();
        if (rules.DepartureDriver == DepartureDriver.Flood)
            return own.Exists(e => e is { Change: Change.Flood, Value: > 0 }) ? rules.FloodDepartures.DefaultIfEmpty(0).Max() : 0;
        var conflict = own.Where(e => e.Change == Change.Conflict).Select(e => e.Value ?? 0)
            .Append(place.Kind == PlaceKind.ConflictZone || own.Exists(e => e.NewKind == PlaceKind.ConflictZone) ? 1 : 0).Max();
        var hunger = rules.StarvationDrivenDepartures && (conflict > 0 || !rules.DepartUnderConflictOnly) ? 1 : 0;
        return conflict * rules.ConflictDecay.DefaultIfEmpty(1).Max() + hunger;
    }

    private static double Highest(Scenario scenario, string name)
    {
        var parameter = RuleParameter.Find(name)!;
        return scenario.Priors.FirstOrDefault(p => p.Parameter == parameter) is { } prior
            ? prior.Quantile(HardlyExceeded)
            : parameter.GetNumber(scenario.Rules);
    }
}
