using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// What drives people from home on each day under a timeline: of each place, for every resident, conflict intensity × decay × the share who are free
/// to leave; nothing where no open route leads out.
/// </summary>
internal static class Drive
{
    /// <summary>The drive of every place on every day from the first one of the scenario on.</summary>
    public static double[][] Of(Scenario scenario, Network network, IReadOnlyList<TimelineEntry> timeline, int days)
    {
        var drive = new double[days][];
        EachDay(scenario, network, timeline, days, (day, today) => drive[day] = [.. today]);
        return drive;
    }

    /// <summary>The sum over all places of people × drive, on every day.</summary>
    public static double[] OfAll(Network network, double[][] drive) =>
        [.. drive.Select(today => today.Select((driven, place) => network.Places[place].Population * driven).Sum())];

    /// <summary>The sum over the days so far of the drive of every place.</summary>
    public static double[] Sum(Scenario scenario, Network network, IReadOnlyList<TimelineEntry> timeline, int days)
    {
        var driven = new double[network.PlaceCount];
        EachDay(scenario, network, timeline, days, (_, today) =>
        {
            for (var place = 0; place < driven.Length; place++) driven[place] += today[place];
        });
        return driven;
    }

    /// <summary>
    /// The residents of every place on a day after the start, if so many have left since: in proportion to people × drive of the
    /// days so far. A place from which more would have left is empty, and the others gave the rest.
    /// </summary>
    public static long[] ResidentsAfter(Scenario scenario, IReadOnlyList<TimelineEntry> timeline, int days, double left)
    {
        var network = new Network(scenario);
        var driven = Sum(scenario, network, timeline, days);
        double[] residents = [.. network.Places.Select(p => (double)p.Population)];
        while (left >= 1)
        {
            var weight = residents.Zip(driven, (people, drive) => people * drive).ToArray();
            var (all, rest) = (weight.Sum(), 0.0);
            if (!(all > 0)) break;
            for (var place = 0; place < residents.Length; place++)
            {
                var wanted = left * weight[place] / all;
                rest += Math.Max(0, wanted - residents[place]);
                residents[place] = Math.Max(0, residents[place] - wanted);
            }
            left = rest;
        }
        return [.. residents.Select(people => (long)Math.Round(people))];
    }

    private static void EachDay(Scenario scenario, Network network, IReadOnlyList<TimelineEntry> timeline, int days, Action<int, double[]> observe)
    {
        var (situation, today) = (new Situation(scenario, network, timeline), new double[network.PlaceCount]);
        for (var day = 0; day < days; day++)
        {
            situation.Advance();
            for (var place = 0; place < today.Length; place++)
            {
                var isShut = scenario.Rules.DepartByOpenRouteOnly && !situation.HasExit[place];
                today[place] = isShut ? 0 : situation.DepartureDrive(place, day) * (1 - situation.Hold[place]);
            }
            observe(day, today);
        }
    }
}
