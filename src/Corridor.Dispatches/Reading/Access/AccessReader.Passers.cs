using Corridor.Dispatches.Places;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Who passes, and what is said of whether they can: nobody, some, again, for now.</summary>
internal sealed partial class AccessReader
{
    // Who passes: anybody, or some by what they are.
    private (bool Mover, bool Some) Mover(int subject, int group)
    {
        var (mover, some) = (false, false);
        for (var i = subject; i < group; i++)
        {
            if (s.Transit(i) is { Kind: TransitKind.Some }) some = true;
            else if (s.SaysAny(i, "those", "anyone", "anybody") && s.Says(i + 1, "without")) (mover, some) = (true, true);
            else if (IsTraveller(i) || IsPeople(i)) mover = true;
            // "trucks heavier than three tonnes", "people without papers"
            if (mover
                && (s.SaysAny(i, "with", "without", "heavier", "carrying", "aged", "from") || s.SaysAny(i, "between", "over", "under") && s.IsCount(i + 1)))
                some = true;
        }

        return (mover, some);
    }

    private bool Numbered(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.IsCount(i) && !s.Says(i, "one") && !taken[i] && !s.SaysAny(i - 1, "between", "and", "under", "over", "than", "aged")
                && !s.Is(i - 1, Tag.Feature))
                return true;
        return false;
    }

    // "Nobody", "no one", "no vehicles": before the verb, at the head of the clause.
    private bool Nobody(int start, int verb)
    {
        for (var i = Math.Max(start, verb - 12); i < verb; i++)
            if (s.SaysAny(i, "nobody", "none", "nothing") && !s.Has(i + 1, Cue.ElseBeyond) || s.Says(i, "not") && s.SaysAny(i + 1, "a", "one")
                || s.Says(i, "no")
                    && (s.Says(i + 1, "one") || s.Is(i + 1, Tag.Unit | Tag.Passage)
                        || s.Transit(i + 1) is { Kind: TransitKind.Mover or TransitKind.Vehicle or TransitKind.Some }))
                return true;
        return false;
    }

    // "no men", "heavy lorries": not everybody.
    private bool IsKind(int from, int to) => s.HasAny(from, to, Cue.BarredKind) || Mover(from, to).Some;

    // "cannot", "are no longer able to", "may not"
    private bool Unable(int group, int verb)
    {
        for (var i = Math.Max(0, group); i < verb; i++)
            if (s.SaysAny(i, "cannot", "not", "never", "unable", "longer", "stopped", "ceased"))
                return !s.Says(i + 1, "only");
        return false;
    }

    private bool IsAgain(int from) => s.AnyAhead(from, 12, static (s, k) => s.SaysAny(k, "again", "normally", "freely", "unhindered", "once"));

    // "for now", "for the moment", "in the meantime", "can still": so until something else is decided.
    private bool ForNow(int subject, int verb)
    {
        for (var i = Math.Max(0, subject - 5); i < Math.Min(s.Count, verb + 9); i++)
            if (s.Says(i, "for") && (s.Says(i + 1, "now") || s.Says(i + 2, "moment")) || s.Says(i, "meanwhile") || s.Says(i, "far") && s.Says(i - 1, "so")
                || s.Says(i, "still") && i >= subject && i < verb)
                return true;
            else if (s.IsMark(i, ';') && i > verb || s.IsMark(i, '.')) return false;
        return false;
    }

    // "For the first time in five years | cars", "at last": as it was not before.
    private bool FirstTime(int from, int to) =>
        s.Any(from, to, static (s, i) => s.Says(i, "first") && s.Says(i + 1, "time") || s.Says(i, "last") && s.Says(i - 1, "at"));

    // "families", "residents"
    private bool IsPeople(int i) => s.IsHuman(i);

    private bool IsTraveller(int i) => s.Transit(i) is { Kind: TransitKind.Mover } || IsVehicle(i);

    private bool IsVehicle(int i) => s.Transit(i) is { Kind: TransitKind.Vehicle };

    private bool Vehicles(int at) => s.HasAny(Math.Max(0, at - 7), Math.Min(s.Count, at + 6), Cue.Carrier);

    private Places.PlacePhrase? PlaceAfter(int i) => places.Find(p => p.At >= i);
}
