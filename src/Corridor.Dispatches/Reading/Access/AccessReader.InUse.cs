using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>
/// People on a way, told without a number, which would be a figure: "families were filing over the bridge", "those who flee use the track",
/// "movements continue through the crossing". What goes there is asked of any verb, and who of its subject.
/// </summary>
internal sealed partial class AccessReader
{
    private static readonly ActMeaning Full = new(AccessState.InUseByCivilians, ActObject.Way, ActRole.Subject, VerbForm.Phrase);

    // "families are crossing it", "civilians use the old bridge", "the corridor is used mainly by traders": a way that is the object of its verb.
    private bool InUse(int i, int length, TransitMeaning verb)
    {
        var by = i + 1;
        while (s.IsManner(by) || s.Is(by, Tag.Adverb)) by++;
        if (verb.Goal == Goal.Object && verb.Form.HasFlag(VerbForm.Participle) && s.Says(by, "by")
            && Walkers(by + 1, Math.Min(s.Count, by + 6)) && !Mover(by + 1, Math.Min(s.Count, by + 6)).Some)
        {
            var group = s.Is(i - 1, Tag.Be) ? GroupStart(i) : i;
            return !s.HasAny(group, i, Cue.AbleTo) && Subject(group, Open, out _) is { IsWay: true } used && !NegatedAt(i)
                && RealisAt(group, i) == Realis.Asserted
                && Put(used.First, Math.Min(s.Count, by + 2), used, AccessState.InUseByCivilians, Realis.Asserted, null);
        }

        var from = i + length;
        if (verb.Form.HasFlag(VerbForm.Ing) && s.SaysAny(from, "it", "them"))
            return OnWay(i, Spoken(i, Open) is { IsWay: true } spoken ? spoken with { Head = -1, End = from + 1 } : null);
        return (verb.Goal == Goal.Object || s.SaysAny(i, "cross", "crosses", "crossed", "crossing") || s.SaysAny(i, "wade", "wades", "waded", "wading"))
            && OnWay(i, ways.Phrase(from, s.Count, out _) is { } told ? IsRiver(told) ? told with { Kind = ThingKind.River } : told : null);
    }

    // "crossing | the Lora": a name with an article is a river's.
    private bool IsRiver(Thing told) => told is { IsPlace: true, Named: true } && s.Says(told.First, "the") && told.End == told.First + 2;

    // "were filing | over | the bridge", "keep coming | through | the crossing": a way that a preposition leads to, after any verb of the clause.
    private void Walked(int path)
    {
        if (s.SaysAny(path, "past", "near", "off", "from")) return;
        for (var i = path - 1; i >= Math.Max(1, path - 7) && (s.IsWord(i) || s[i].Kind == TokenKind.Possessive); i--)
        {
            if (s.Is(i, Boundaries) || s.Is(i, Tag.Preposition) && !s.SaysAny(i, "to", "into", "from", "out", "of", "in", "towards")) return;
            if (!IsGoing(i)) continue;
            // "across", "over" of a bridge; "at" only of a gate that they cross, "on" of where they crawl or queue.
            if ((!s.Says(path, "on") || s.Has(i, Cue.Crawling)) && ways.Phrase(path + 1, s.Count, out _) is { } way
                && (!s.Says(path, "at") || way.Kind is ThingKind.Crossing or ThingKind.Checkpoint && Crosses(i, path)))
                OnWay(i, way);
            return;
        }
    }

    private const Tag Boundaries = Tag.Conjunction | Tag.Modal | Tag.Speech;

    private bool Crosses(int verb, int at) => Starts(verb, "cross") || s.SaysAny(at - 1, "over", "across", "through");

    // A verb that is told of its subject: "are filing", "keep coming", "continue to arrive", "have been taken", "walked".
    private bool IsGoing(int i)
    {
        if (s.Has(i, Cue.Crawling) && !s.Is(i - 1, Tag.Determiner | Tag.Preposition) && !s.SaysAny(i + 1, "of", "in")) return true;
        if (s.EndsWith(i, "ing")) return IsUnderWay(i);
        if (s.Says(i - 1, "to")) return s.Has(i - 2, Cue.Aspect) || s.SaysAny(i - 2, "able", "managed") && !s.SaysAny(i - 3, "not", "be");
        // "families | stream over it", "people pour out by it"
        if (s.SaysAny(i, "stream", "pour", "flood", "file", "trek", "flee")
            && IsPeople(i - 1)) return true;
        if (s.Is(i - 1, Tag.Determiner | Tag.Preposition) || s.Transit(i) is { Kind: TransitKind.Lets or TransitKind.Bars }) return false;
        Meaning? told = s.Transit(i) is { Kind: TransitKind.Goes } goes ? goes : s.Verb(i);
        return told is { Form: var form } && (form & Happening) != 0;
    }

    private const VerbForm Happening = VerbForm.Past | VerbForm.Participle;

    // "are | now | filing", "have been filing", "keep filing"
    private bool IsUnderWay(int i)
    {
        var k = i - 1;
        while (s.Is(k, Tag.Adverb) || s.IsManner(k)) k--;
        return s.Is(k, Tag.Be) || s.SaysAny(k, "keep", "keeps", "kept", "continue", "continued");
    }

    // Who goes there, on a way of its own name or kind: not on a border as such, which whoever is counted has crossed.
    private bool OnWay(int verb, Thing? told)
    {
        if (told is not { } way || !IsWalked(way)) return false;
        var group = s.EndsWith(verb, "ing") && IsUnderWay(verb) || !s.Says(verb - 1, "to") ? GroupStart(verb) : GroupStart(verb - 2);
        while (s.SaysAny(group - 1, "keep", "keeps", "kept")) group--;
        // "were told to | use the corridor"
        if (s.Says(verb - 1, "to") && !IsGoing(verb)) return false;
        var start = ClauseStart(group);
        while (start < group && (IsWhen(start) || s.IsMark(start) || s.Is(start, Tag.Adverb))) start++;
        var crawling = s.Has(verb, Cue.Crawling);
        if (!Walkers(start, group) && !(crawling && s.HasAny(start, group, Cue.Carrier) && !Forces(start, group))
            || ForNow(start, group) && !s.EndsWith(verb, "ing") && !crawling || Nobody(start, verb) || NegatedAt(verb) || Only(start, verb)
            || IsAgain(group)
            || !s.Says(verb - 1, "to") && s.HasAny(group, verb, Cue.AbleTo) || RealisAt(group, verb) != Realis.Asserted) return false;
        // "Hundreds fled over the bridge": a figure; who are still crossing it are on it.
        for (var k = start; k < group; k++)
            if (s.IsCount(k) && !taken[k] || s.SaysAny(k, "number", "few", "handful")
                || !s.EndsWith(verb, "ing") && !crawling && s.Is(k, Tag.Vague | Tag.Fraction)) return false;
        return Put(start, Math.Max(verb + 1, way.Head < 0 ? way.End : ways.Ends(way.End)), way, AccessState.InUseByCivilians, Realis.Asserted, null);
    }

    private bool IsWalked(Thing way) => way is { IsWay: true, Kind: not (ThingKind.Flank or ThingKind.River) } or { Kind: ThingKind.River, Named: true }
        && !(way.Head >= 0 && s.SaysAny(way.End - 1, "border", "borders", "frontier"));

    // "families", "most of the refugees", "motorists", "private cars": no force, and no aid for them.
    private bool Walkers(int from, int to)
    {
        var walkers = false;
        for (var i = from; i < to; i++)
            if (IsNoWalker(s, i)) return false;
            else walkers |= IsPeople(i) || s.Has(i, Cue.Wayfarer)
                || s.Is(i, Tag.Vague) && s.EndsWith(i, "s") && i + 1 == to
                || IsVehicle(i) && s.SaysAny(i - 1, "private", "civilian", "family");
        return walkers;
    }

    // An army, or who brings aid; "columns of cars" are none. The dead and burnt cars go nowhere.
    private static bool IsNoWalker(Sentence s, int i) => s.Is(i, Tag.Actor) && !s.Says(i + 1, "of") || s.Has(i, Cue.ReliefWord)
        || s.SaysAny(i, "dead", "burnt", "burned", "charred", "wrecked", "destroyed", "abandoned");

    private bool Forces(int from, int to) => s.Any(from, to, static (s, i) => IsNoWalker(s, i) || s.SaysAny(i, "military", "army"));

    // "Carts, cars and families | clogged": who stands before a verb that tells what lies on a way, and not how many.
    private bool Crowding(int verb)
    {
        var (from, to) = (ClauseStart(GroupStart(verb)), GroupStart(verb));
        while (from > 1 && s.IsMark(from - 1, ',') && s.Has(from - 2, Cue.Carrier)) from -= 2;
        return (Walkers(from, to) || s.HasAny(from, to, Cue.Carrier) && !s.Says(to - 1, "traffic")) && !Forces(from, to) && !Numbered(from, to);
    }

    // "packed | end to end | with carts", "jammed solid | with | tractors", "thick | with | people": full of those who use it.
    private bool Crammed(int i)
    {
        if (!IsPassive(i)) return false;
        for (var k = i + 1; k < Math.Min(s.Count, i + 6) && !s.IsMark(k); k++)
            if (s.SaysAny(k, "with", "by"))
                return Crowds(k + 1) && !Forces(k + 1, Math.Min(s.Count, k + 5)) && Told(i, k + 1, AccessState.InUseByCivilians, Full);
        return s.Says(i, "packed") && EndsClause(i + 1) && Told(i, i + 1, AccessState.InUseByCivilians, Full);
    }

    // "people trying to leave", "cars and tractors": who fills a way.
    private bool Crowds(int from)
    {
        var to = from;
        while (to < Math.Min(s.Count, from + 5) && s.IsWord(to) && !s.Is(to, Tag.Preposition)) to++;
        return Walkers(from, to) || s.HasAny(from, to, Cue.Carrier);
    }

    // "Movements continue through the crossing", "the passage of families has begun along the road": people are on it.
    private void Streaming(int i)
    {
        var verb = i + 1;
        if (s.Says(verb, "of"))
            while (verb < Math.Min(s.Count, i + 7) && s.IsWord(verb) && !s.Is(verb, Tag.Have) && !s.Is(verb, Tag.Be) && !s.Has(verb, Cue.GoesOn)) verb++;
        var on = Lasting(verb);
        // "the passage of civilians | through the corridor | has begun"
        if (!s.SaysAny(on, "through", "along", "via", "over", "across")) for (on = i + 1; on < verb && !s.SaysAny(on, "through", "along", "via"); on++) { }
        if (s.SaysAny(on, "through", "along", "via", "over", "across") && ways.Phrase(on + 1, s.Count, out _) is { IsWay: true } way && !NegatedAt(on - 1)
            && (on > verb || Lasts(way.End)))
            Put(i, ways.Ends(way.End), way, AccessState.InUseByCivilians, RealisAt(i, i), null);
    }

    // "are still crossing at Bab al-Hawa": what they do.
    private bool IsDoing(int i) => s.Says(i, "crossing") && (s.Is(i - 1, Tag.Be) || s.Is(i - 1, Tag.Adverb) && s.Is(i - 2, Tag.Be));
}
