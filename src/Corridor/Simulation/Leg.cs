using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>What everybody asks who goes along a link on a day; together, as it is asked at every step.</summary>
/// <param name="Km">Its length.</param>
/// <param name="Speed">Km a day.</param>
/// <param name="SpeedOnFoot">Km a day of those who go on foot.</param>
/// <param name="WalkProbability">The chance that somebody goes on foot.</param>
/// <param name="Hours">Hours that it takes from its beginning, where a day is spent once (<see cref="Courses"/>).</param>
/// <param name="From">The place at which it begins.</param>
/// <param name="To">The place at which it ends.</param>
internal readonly record struct Leg(double Km, double Speed, double SpeedOnFoot, double WalkProbability, double Hours, int From, int To)
{
    /// <summary>All links at the speeds of the day under the rules of a run.</summary>
    public static Leg[] Of(Network network, Situation situation, Rules rules)
    {
        var legs = new Leg[network.LinkCount];
        for (var link = 0; link < legs.Length; link++)
        {
            var (km, speed) = (network.LinkKm[link], situation.SpeedOn(link, onFoot: false, rules));
            legs[link] = new Leg(
                km, speed, situation.SpeedOn(link, onFoot: true, rules), network.LinkWalkProbability[link], Courses.Hours(km, speed),
                network.LinkFrom[link], network.LinkTo[link]);
        }
        return legs;
    }
}
