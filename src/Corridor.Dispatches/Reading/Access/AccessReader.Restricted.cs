using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What is open or closed for some, at times, in part: "open to buses only", "closed after dark", "one lane".</summary>
internal sealed partial class AccessReader
{
    // "open to buses only", "open one way", "passable under escort": for some and not for all, or not always.
    private bool ForSome(int from)
    {
        // "is open | today from nine to three": as on any day.
        for (var i = from; i < Math.Min(s.Count, from + 7) && !s.IsMark(i, ';') && !s.IsMark(i, '.') && !s.Says(from, "today"); i++)
        {
            // "opened on Sunday, | and a lane of another", "is open, | families walked to Odra on foot"
            if (s.IsMark(i, ',') && !s.Has(i + 1, Cue.LimitedBy) && !s.SaysAny(i + 1, "but", "though", "although", "on", "under", "with", "for", "to"))
                return false;
            if (s.Has(i, Cue.LimitedBy) || s.Says(i, "on") && s.Says(i + 1, "foot"))
                return true;
            // "to the wounded"
            if (i == from && s.SaysAny(i, "to", "for", "by") && s.Has(s.PastArticle(i + 1), Cue.TheFew))
                return true;
            // "two days a week", "for a few hours each day"
            if (Hours(i) || s.Says(i, "days") && s.SaysAny(i + 1, "a", "per", "each")
                || s.Says(i, "hours") && i - from < 5 && s.Says(from, "for") && s.SaysAny(i + 1, "each", "every", "at"))
                return true;
            if (s.Says(i, "one") && (s.SaysAny(i + 1, "way", "direction") || s.Says(i + 1, "lane") && !s.Says(i - 1, "to"))
                || s.Says(i, "hours") && s.SaysAny(i + 1, "a", "per", "daily")
                || s.Says(i, "for") && s.SaysAny(i + 1, "ambulances", "emergencies")
                || s.SaysAny(i, "with", "under") && s.SaysAny(i + 1, "difficulty", "restrictions", "conditions"))
                return true;
            if ((s.SaysAny(i, "though", "although") || s.Says(i, "but") && i - from < 2) && s.Says(i + 1, "only")) return true;
            if (i > from && (s.Is(i, Tag.Conjunction) && !s.Says(i, "and") || s.Is(i, Tag.Speech))) return false;
        }

        return false;
    }

    // "closed to anyone without a pass", "closed to all but ambulances": for most.
    private bool ButSome(int from)
    {
        // "shut its frontier | with Sudan to goods"
        if (s.Says(from, "with"))
            for (from++; from < s.Count && s[from].Capital; from++) { }
        // "shut to lorries"
        if (s.SaysAny(from, "to", "for") && s.Has(from + 1, Cue.CargoWord)) return EndingWith(from + 2, 4, Cue.Everybody) < 0;
        // "closed after dark", "shut between dusk and dawn", "closed on Fridays"; "was shut by nightfall" tells when.
        if ((s.Says(from, "after") && s.SaysAny(from + 1, "dark", "nightfall", "sunset") || s.SaysAny(from, "at", "by") && s.Says(from + 1, "night"))
                && IsPassive(from - 1)
            || s.SaysAny(from, "from", "between") && s.SaysAny(from + 1, "dusk", "dawn", "sunset", "sunrise", "nightfall", "noon")
                && s.SaysAny(from + 2, "to", "and", "until", "till")
            || s.Says(from, "every") && s.SaysAny(from + 1, "night", "evening") || s.Says(from, "on") && s.EndsWith(from + 1, "days")) return true;
        // "cannot be used by lorries"
        var used = s.Says(from, "by") && s.SaysAny(from - 1, "used", "crossed", "passed", "reached", "entered", "passable", "usable", "accessible", "accessed");
        for (var i = from; used && i < Math.Min(s.Count, from + 10); i++)
            if (s.Says(i, "only") && s.Says(i + 1, "by")) return true;
        if (used && (s.Transit(from + 1) ?? s.Transit(from + 2)) is { Kind: TransitKind.Some or TransitKind.Vehicle }) return true;
        for (var i = from; i < Math.Min(s.Count, from + 6) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "anyone", "those") && s.Says(i + 1, "without") || s.Says(i, "without") && i > from + 1
                || Excludes(i) || s.Says(i, "except"))
                return true;
        return false;
    }

    // "everything | but | convoys", "all traffic | save | buses", "no one | but | patients": what follows is left out of all or of none.
    private bool Excludes(int i) => s.SaysAny(i, "but", "except", "save", "barring")
        && (s.SaysAny(i - 1, "all", "everyone", "everybody", "everything", "anyone", "anybody", "anything", "nothing", "nobody", "none")
            || s.SaysAny(i - 2, "all", "no", "every", "any"));

    // "Apart from ambulances, | nobody", "Except for residents, |": some do.
    private bool Spares(int clause) => s.Any(clause - 9, clause, static (s, k) => s.SaysAny(k, "apart", "aside") && s.Says(k + 1, "from")
        || s.SaysAny(k, "except", "save") && s.Says(k + 1, "for") || s.Says(k, "other") && s.Says(k + 1, "than"));

    // "and cannot be used", "and therefore closed", "and no lorry risks it"
    private bool ActAfter(int from)
    {
        if (s.SaysAny(from, "no", "nobody") && s.AnyAhead(from, 7, static (s, k) => s.Transit(k) is { Kind: TransitKind.Goes })) return true;
        for (var i = from; i < Math.Min(s.Count, from + 5); i++)
            if (s.Is(i, Tag.Act) || i > from && s.Transit(i) is { Kind: TransitKind.Goes }) return true;
            else if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Adverb) && !s.SaysAny(i, "not", "no", "can", "cannot", "could", "may"))
                return false;
        return false;
    }

    // "is sometimes closed", "occasionally open it", "get shut at times"; what is mostly open is open.
    private bool AtTimes(int at, int end, AccessState state)
    {
        for (var i = GroupStart(at); i < Math.Min(s.Count, end + 2); i++)
            if (s.Has(i, Cue.AtTimes) && !s.Says(i + 1, "or")
                && (s.Says(i, "times") ? s.Says(i - 1, "at") : i < at && (state == AccessState.Closed || !s.Says(i, "mostly"))))
                return true;
        return false;
    }

    // "half of the road is under water", "one lane is blocked": the rest can be used.
    private bool IsHalf(Thing thing)
    {
        if (thing.First < 0 || s.EndsWith(thing.Head, "s")) return false;
        var i = s.PastArticle(thing.First);
        return s.Says(i, "half") || IsLane(thing.First) && s.SaysAny(i + 1, "lane", "side", "carriageway");
    }

    // "one lane of the tunnel", "half of the bridge"
    private bool IsLane(int first) => s.SaysAny(first, "one", "single") || s.Says(first, "a") && s.Says(first + 1, "single");

    // "closed to the public", "to residents": who would live there or visit, and not pass.
    private bool ToPublic(int i) => s.Says(i, "to") && s.SaysAny(s.PastArticle(i + 1), "public", "residents", "visitors", "tourists",
        "civilians", "outsiders");

    private bool ToBoats(int to) =>
        s.Says(to, "to") && s.SaysAny(to + 1, "boats", "ferries", "barges", "ships", "shipping", "navigation", "vessels");

    private bool Only(int subject, int verb)
    {
        for (var i = subject; i < verb; i++)
            if (s.SaysAny(i, "only", "solely") && !IsSole(i) || Excludes(i)) return true;
        return false;
    }

    // "the only road", "the town's only bridge": which one, and no limit.
    private bool IsSole(int i) => (s.Is(i - 1, Tag.Determiner) || i > 0 && s[i - 1].Kind == TokenKind.Possessive)
        && !s.SaysAny(i + 1, "one", "ones", "people");

    // "can reach | just a third of | the town": how many words say that it is no more; 0 where none does.
    private int Partly(int i)
    {
        var words = s.SaysAny(i, "just", "only", "barely", "merely", "scarcely", "hardly") ? 1
            : s.Says(i, "no") && s.SaysAny(i + 1, "more", "further") && s.Says(i + 2, "than") ? 3 : 0;
        for (var k = i + words; words > 0 && k < Math.Min(s.Count, i + words + 5); k++)
            if (s.Says(k, "of") && s.Any(i + words, k, static (s, n) => s.IsCount(n) || s.Is(n, Tag.Fraction) || s.SaysAny(n, "part", "parts")))
                return k + 1 - i;
        return words;
    }

    // "between eight and noon", "from dawn to dusk": not at other hours.
    private bool Hours(int i)
    {
        if (!s.SaysAny(i, "between", "from") || i + 1 >= s.Count || s[i + 1].Capital) return false;
        var hour = taken[i + 1] || s.IsCount(i + 1);
        if (s.Says(i, "between")) return hour;
        return (hour || s.SaysAny(i + 1, "sunrise", "dawn", "morning", "noon", "daybreak", "dusk")) && s.SaysAny(i + 2, "to", "until", "till");
    }

    // Within what limits: "only", "after dark", "on foot", "without paying", "between eight and noon", "with a pass".
    private bool Limited(int start, int stop, int verb)
    {
        for (var k = start; k < Math.Min(stop, verb + 14); k++)
        {
            if (s.Transit(k, out var length) is { Kind: TransitKind.Limit or TransitKind.Paper } limit
                && (limit.Kind == TransitKind.Limit && !IsSole(k) || s.Says(k - 1, "without")))
                return true;
            if (s.SaysAny(k, "after", "before") && k > verb && s.Is(k + 1, Tag.Cardinal))
                return true;
            // "let by | for 50 dollars"
            if (k > verb && (Hours(k) || s.Says(k, "without") || s.Says(k, "for") && s.SaysAny(k + 2, "dollars", "euros", "pounds"))) return true;
            if (s.Says(k, "women") || s.SaysAny(k, "nothing", "nobody") && s.Has(k + 1, Cue.ElseBeyond)
                || s.SaysAny(k, "one", "body") && s.Says(k - 1, "no") && s.SaysAny(k + 1, "but", "except"))
                return true;
        }

        return false;
    }

    // "Insecurity along the Orna road | restricts movement", "Roadblocks | hamper travel": of the road, where only that which impedes it tells so.
    private bool Impeded(int at, int end)
    {
        var subject = ClauseStart(GroupStart(at));
        for (var k = subject; k < GroupStart(at); k++)
            if (s.SaysAny(k, "along", "on") && ways.Phrase(k + 1, at, out _) is { Kind: ThingKind.Road } road)
                return Put(subject, Particle(end) + 1, road, AccessState.Restricted, RealisAt(at, at), null);
            else if (s.SaysAny(k, "roadblocks", "blockages", "checkpoints", "barricades") && !ways.Governs(k - 1))
                return Put(subject, Particle(end) + 1, new Thing(ThingKind.Road, subject, k, k + 1, false), AccessState.Restricted, RealisAt(at, at), null);
        return false;
    }

    // "Helicopters are | the only way to reach | Orna": there is no road to it.
    private bool SoleMeans(int i)
    {
        if (!s.SaysAny(i + 1, "way", "means")) return false;
        var to = s.Says(i + 2, "into") ? i + 3 : s.SaysAny(i + 3, "reach", "reaching", "enter", "entering") ? i + 4
            : s.SaysAny(i + 3, "get", "getting") && s.SaysAny(i + 4, "to", "into") ? i + 5 : -1;
        var be = s.BeforeArticle(i - 1);
        return to > 0 && s.Is(be, Tag.Be) && ways.Phrase(to, s.Count, out _) is { IsPlace: true } town
            && ways.Ungoverned(be, out _) is not { IsWay: true }
            && Put(ClauseStart(be), town.End, town, AccessState.Restricted, RealisAt(be, be), null);
    }

    // "waiting for clearance to pass | the checkpoint": not everybody is let through at once.
    private void Awaited(int i)
    {
        var asked = false;
        for (var k = i + 1; k < Math.Min(s.Count, i + 7) && !s.IsMark(k); k++)
        {
            asked |= s.Transit(k) is { Kind: TransitKind.Paper } || s.SaysAny(k, "approval", "let", "allowed");
            if (!asked || s.Transit(k) is not { Kind: TransitKind.Goes }) continue;
            if (ways.Phrase(k + 1, s.Count, out _) is { Kind: ThingKind.Checkpoint or ThingKind.Crossing or ThingKind.Bridge } gate && !NegatedAt(i))
                Put(i, gate.End, gate, AccessState.Restricted, RealisAt(i, i), null);
            return;
        }
    }

    // "stuck | at a checkpoint", "are being held | at the checkpoint"; those who were stopped there once have gone on or home.
    private void Stuck(int i)
    {
        if (s.SaysAny(i, "held", "stopped") && !s.SaysAny(i - 1, "are", "is", "being", "still")) return;
        if (ways.Phrase(i + 2, s.Count, out _) is { Kind: ThingKind.Checkpoint } post)
            Put(i, post.End, post, AccessState.Restricted, RealisAt(i, i), null);
    }
}
