using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Conditioning;

/// <summary>What drives people from home on each day under a timeline: the sum over all places of people × conflict intensity × decay.</summary>
internal static class Drive
{
    public static double[] Of(Scenario scenario, Network network, IReadOnlyList<TimelineEntry> timeline, int days)
    {
        var situation = new Situation(scenario, network, timeline);
        var drive = new double[days];
        for (var day = 0; day < days; day++)
        {
            situation.Advance();
            for (var place = 0; place < network.PlaceCount; place++)
                if (situation.Conflict[place] > 0) drive[day] += network.Places[place].Population * situation.Conflict[place] * situation.Decay(place, day);
        }
        return drive;
    }
}
