using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// What the hour matters to people who follow a plan: it tells on which day they come to each of its places, and on which they leave it. Whoever
/// does all that on the same days is in the same state, so the hour can be the same for all of them (docs/model.md, "How far a day goes").
/// </summary>
/// <remarks>
/// Hours are thousandths of a day. It holds where the hour is not asked for otherwise: on routes that never close any more, so that nobody
/// turns back from where he is on them, and whose speed stays as it is; and where a plan ends at a place where people stay overnight.
/// </remarks>
internal sealed class Courses
{
    /// <summary>Hours of a day.</summary>
    public const int Midnight = 1000;

    private readonly Network network;
    private readonly Situation situation;
    private readonly Plans plans;
    private readonly Rules rules;

    /// <summary>The hours that each link takes from its beginning; 0: more is asked for than the day.</summary>
    private readonly int[] hours;

    /// <param name="network">The network.</param>
    /// <param name="situation">How things stand, and until when the timeline may change a link.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="rules">The rules of a run.</param>
    public Courses(Network network, Situation situation, Plans plans, Rules rules)
    {
        (this.network, this.situation, this.plans, this.rules) = (network, situation, plans, rules);
        hours = new int[network.LinkCount];
    }

    /// <summary>Whether hours matter only in this way under these rules.</summary>
    public static bool AreKnown(Rules rules) => rules is { TravelBudget: TravelBudget.OncePerDay, DecideOnTheWay: false, AvoidShortStints: false };

    /// <summary>Hours that so many km take, at least one.</summary>
    public static double Hours(double km, double speed) => Math.Max(1, Math.Ceiling(km / speed * Midnight - 1e-6));

    /// <summary>After a morning on which the timeline changed something.</summary>
    public void Update()
    {
        for (var link = 0; link < hours.Length; link++)
        {
            var isKnown = situation.Day >= situation.SettledFrom[link] && network.LinkWalkProbability[link] == 0;
            hours[link] = isKnown ? (int)Math.Min(Hours(network.LinkKm[link], situation.SpeedOn(link, onFoot: false, rules)), int.MaxValue / 2) : 0;
        }
    }

    /// <summary>Whether everybody who follows a plan goes on to its next place on the same link at the same speed.</summary>
    public bool IsCertain(int plan) => plans.Link(plan) is >= 0 and var link && hours[link] > 0 && situation.Pass[link] >= 1;

    /// <summary>The first hour at which people who come to where a plan begins are at all its places on the same days as at the given one.</summary>
    public double First(int plan, double hour) => First(plan, (int)Math.Round(hour * Midnight)) / (double)Midnight;

    /// <summary>
    /// The km that lie behind the first of those who spend the night on a link and come
    /// to its end, and from there to the places of their plan, on the same days.
    /// </summary>
    public double KmOnLink(int link, double speed, int plan, double km)
    {
        if (hours[link] == 0) return km;
        var left = Hours(network.LinkKm[link] - km, speed);
        var days = Math.Ceiling(left / Midnight) - 1;
        var hour = (int)(left - days * Midnight);
        // Who comes at midnight goes on in the morning.
        var first = plan == 0 ? EndsDay(network.LinkTo[link]) ? 1 : hour
            : hour == Midnight ? hour : Math.Max(1, First(plan, hour));
        return first < hour ? network.LinkKm[link] - (days * Midnight + first) * speed / Midnight : km;
    }

    private int First(int plan, int hour)
    {
        if (!EndsDay(plans.Last(plan))) return hour;
        var (first, walked) = (0, 0);
        while (true)
        {
            var link = plans.Link(plan);
            if (link < 0 || hours[link] == 0) return hour;
            // Whoever sets out at this hour comes to the next place at midnight. He is one day earlier
            // there than those after him, and leaves it a day later than those before him.
            walked = (walked + hours[link]) % Midnight;
            var midnight = walked == 0 ? 0 : Midnight - walked;
            if (midnight < hour) first = Math.Max(first, midnight + 1);
            plan = plans.Rest(plan);
            if (plan == 0) return first;
            if (midnight == hour) first = hour;
        }
    }

    /// <summary>Whether those whose plan ends at a place stay there overnight.</summary>
    private bool EndsDay(int place) => !situation.Kind[place].IsPassed();
}
