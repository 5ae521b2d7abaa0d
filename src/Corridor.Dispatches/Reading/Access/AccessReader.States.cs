using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>States that stand apart from a verb: what a thing lies under, is put into, has been cut off by.</summary>
internal sealed partial class AccessReader
{
    // "under two metres of water", "under heavy artillery fire", "under army control": what its last noun makes of it.
    private Meaning? Under(int i, out int length)
    {
        length = 1;
        if (!s.Says(i, "under")) return null;
        var held = false;
        for (var k = i + 1; k < Math.Min(s.Count, i + 7); k++)
        {
            if (s.Find(k, Tag.Transit, out var words) is { Name: "under" } noun)
            {
                length = k + words - i;
                return new Meaning(Tag.Act, noun.Detail, noun.Who, "subject", VerbForm.Phrase);
            }

            held |= s.SaysAny(k, "its", "their", "our") || s[k].Kind == TokenKind.Possessive
                || s.IsWord(k) && !s.IsSmall(k) && !s.IsManner(k) && !s.Has(k, Cue.StrictHold);
            if (s.IsMark(k) && !s.IsMark(k, '\'') && s[k].Kind != TokenKind.Quote
                || s.IsSmall(k) && !s.Is(k, Tag.Determiner) && !s.SaysAny(k, "of", "and", "or")
                || s.Find(k, Tag.Unit) is { Name: not "distance" } && !s.Is(k, Tag.Actor))
                return null;
        }

        return null;
    }

    // "are at the gates of Marsin", "stand on the edge of the town": a force has reached it.
    private bool StandsAt(in Word word)
    {
        var (at, end, state, act) = word;
        if (!s.Is(at - 1, Tag.Be) && !s.Is(at - 1, Tag.Adverb)
            && !s.SaysAny(at - 1, "stand", "stands", "arrived", "positions", "fighting", "advanced"))
            return false;
        if (!Object(end, act, out var thing) || NegatedAt(at)) return false;
        var force = state == AccessState.Reached ? Force(GroupStart(at), thing.Head) : "";
        return force is not null && Add(at, thing.End, thing, state, act, at, force is "" ? null : force);
    }

    // Water, mud and rocks lie on a way; a force, a song does not.
    private bool IsMatter(int before)
    {
        for (var i = before - 1; i >= Math.Max(0, before - 9); i--)
            if (s.Find(i, Tag.Transit) is { Name: "matter" or "under", Detail: "" or "closed" } || s.Find(i, Tag.Cause) is { Name: "disaster" })
                return true;
        return false;
    }

    // "A mudslide | entombed | the Orna road", "was smothered | by rocks", "is undrivable": what water, mud and rocks do to a way closes it, and so does
    // what cannot be done with it, in words that no table knows.
    private bool Befallen(int i)
    {
        if (s.EndsWith(i, "able") && Starts(i, "un") && (s.Is(i - 1, Tag.Be) || IsLinking(i - 1)))
            return IsUseless(i) && Told(i, i + 1, AccessState.Closed, Unfit);
        // "was untouched by mud", "flanked by rocks", "threatened by snow": what lies beside a way does nothing to it.
        if (!s.EndsWith(i, "ed") || s[i].Capital || Starts(i, "un") || Starts(i, "flank") || Starts(i, "border") || Starts(i, "protect") || Starts(i, "shade")
            || s.SaysAny(i, "threatened", "spared", "missed", "lined")) return false;
        if (IsPassive(i))
        {
            var by = Particle(i + 1);
            return s.SaysAny(by, "by", "under", "beneath") && s.AnyAhead(by + 1, 4, static (s, k) => IsMass(s, k))
                && Told(i, i + 1, AccessState.Closed, CutOff);
        }

        return IsMass(s, BeforeAuxiliary(i))
            && ways.Phrase(Particle(i + 1), s.Count, out _) is { Feature: "road" or "bridge" or "crossing" } way
            && Active(i, way, AccessState.Closed, CutOff);
    }

    // "undrivable", "uncrossable": a bridge that is unbreakable bears what it bore.
    private bool IsUseless(int i) => Starts(i, "undriv") || Starts(i, "uncross") || Starts(i, "unpass") || Starts(i, "unus") || Starts(i, "unnavig")
        || Starts(i, "untravers") || Starts(i, "untravel") || Starts(i, "unwalk") || Starts(i, "unford") || Starts(i, "unrid") || Starts(i, "unservic");

    // "Road to Orna: a rockfall, no way by", "Orna crossing: eight to noon": what a line of a list tells of a way, without a word of opening or closing.
    private void Listed()
    {
        for (var i = 1; i < Math.Min(s.Count, 12); i++)
            if ((s.IsMark(i, ':') || ways.IsDash(i)) && ways.Phrase(0, i, out var last) is { Feature: "road" or "bridge" or "crossing" } way
                && (last == i || ways.Ends(last) == i))
            {
                Listed(i, way);
                return;
            }
    }

    private void Listed(int mark, Thing way)
    {
        var end = mark + 1;
        while (end < s.Count && !s.IsMark(end, ';') && !s.IsMark(end, '.') && !s.Is(end, Tag.Act)) end++;
        if (end < s.Count && s.Is(end, Tag.Act)) return;
        for (var k = mark + 1; k < end; k++)
            if ((IsMass(s, k) || s.SaysAny(k, "crater", "craters", "wreck")) && !IsLacking(mark, k) && EndsNoun(k + 1)
                || s.Says(k, "no") && EndsNoun(k + 2) && s.SaysAny(k + 1, "way", "movement", "passage", "traffic", "access", "entry", "exit"))
            {
                Put(way.First, k + 1, way, AccessState.Closed, Realis.Asserted, null);
                return;
            }
            else if (Hours(k) || s.SaysAny(k, "wait", "queue") && !IsLacking(mark, k)
                || s.SaysAny(k, "only", "alone") && Mover(mark, k + 1) is { Mover: true } or { Some: true })
            {
                Put(way.First, k + 1, way, AccessState.Restricted, Realis.Asserted, null);
                return;
            }
    }

    // "no | snow", "low | water"
    private bool IsLacking(int mark, int k) =>
        s.Any(Math.Max(mark + 1, k - 3), k, static (s, n) => s.SaysAny(n, "no", "not", "without", "little", "low", "less"));

    // "water | trucks", "rubble | removed": told of another thing, or of what is gone.
    private bool EndsNoun(int i) => i >= s.Count || !s.IsWord(i) || s.IsNumber(i) || s.Is(i, Tag.Preposition | Tag.Conjunction | Tag.Adverb) || IsWhen(i);

    private static bool IsMass(Sentence s, int i) => s.Find(i, Tag.Transit) is { Name: "matter" or "under", Detail: "" or "closed" };

    // "villages marooned | by floodwater"
    private bool LiesAfter(int end) => s.Says(end, "by") && Lies(end + 1);

    private bool Lies(int i) => s.Find(i, Tag.Transit) is { Name: "matter" or "under" };

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

    // "the town was cut off", "isolated twelve villages": shut in, whatever has done it.
    private bool Severed(Thing thing, AccessState state, int at) =>
        state == AccessState.Closed && !thing.Access && (thing.IsPlace || thing.Feature == "camp") && EndingWith(at, 3, Cue.Severing) > 0
        && !s.SaysAny(at + 1, "access") && !s.SaysAny(at + 2, "access");

    private static readonly Meaning ShelledWay = new(Tag.Act, "under_attack", "way", "object", VerbForm.Base);
    private static readonly Meaning Unfit = new(Tag.Act, "closed", "way", "subject", VerbForm.Phrase);
    private static readonly Meaning CutOff = new(Tag.Act, "closed", "any", "object", VerbForm.Past);
}
