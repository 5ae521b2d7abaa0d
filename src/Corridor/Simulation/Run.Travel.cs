using System.Runtime.CompilerServices;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>How far the day goes.</summary>
internal abstract partial class Run
{
    /// <summary>
    /// Routes that anybody completes in a day, at most: who goes to and fro between
    /// two hubs a step apart stops somewhere. Moment and round share 32 bits.
    /// </summary>
    protected const int LastRound = (1 << 16) - 1;

    /// <summary>A day is spent in whole thousandths (a minute and a half), so that people who came by different roads are in the same state.</summary>
    protected const double PartsOfDay = Courses.Midnight;

    /// <summary>What a full day spends: 1, or in Flee the km.</summary>
    protected readonly double fullDay;

    /// <summary>
    /// Whether people who arrive with some of the day left go on or decide again. In
    /// Flee, being put back at the start of a link ends the day (model.md, 2.8).
    /// </summary>
    protected bool MayGoOn(int place, int plan, bool back) =>
        (!back || rules.OnClosure == ClosureRule.TurnBackAtOnce)
        && (plan != 0 || rules.DecideOnTheWay || rules.AvoidShortStints && situation.IsTown(place) || situation.Kind[place].IsPassed());

    /// <summary>Moves a group along its link. True when it arrives; then <paramref name="goesOn"/> tells whether some of the day is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool Cover(ref double km, ref double spent, in Leg leg, double speed, out bool goesOn)
    {
        if (rules.TravelBudget == TravelBudget.AnewOnEachRoute)
        {
            // Flee: a full day's km on each link, and a link of exactly that length takes two days (model.md, 2.8).
            var (farther, now) = (km + speed, spent + speed);
            if (farther > leg.Km)
            {
                spent = now + (leg.Km - farther);
                goesOn = spent < speed;
                return true;
            }
            (km, spent, goesOn) = (farther, rules.AvoidShortStints ? now : 0, false);
            return false;
        }
        var then = Math.Round(spent * PartsOfDay + (km == 0 && speed == leg.Speed ? leg.Hours : Courses.Hours(leg.Km - km, speed))) / PartsOfDay;
        goesOn = then < 1;
        if (then <= 1)
        {
            spent = then;
            return true;
        }
        km += (1 - spent) * speed;
        spent = rules.AvoidShortStints ? 1 : 0;
        return false;
    }
}
