using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What closes a way or shuts in a town without a word of closing: what lies on it, who is kept out, whom nobody follows.</summary>
internal sealed partial class AccessReader
{
    private static readonly ActMeaning CutOff = new(AccessState.Closed, ActObject.Any, ActRole.Object, VerbForm.Past);

    // "A mudslide | entombed | the Orna road", "was smothered | by rocks": what water, mud and rocks do to a way closes it, in words that no table knows.
    private bool Befallen(int i)
    {
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
            && ways.Phrase(Particle(i + 1), s.Count, out _) is { Kind: ThingKind.Road or ThingKind.Bridge or ThingKind.Crossing } way
            && Active(i, way, AccessState.Closed, CutOff);
    }

    // Water, mud and rocks lie on a way; a force, a song does not.
    private bool IsMatter(int before) =>
        s.Any(before - 9, before, static (s, i) => IsMass(s, i) || s.Find(i, Tag.Cause) is { Name: "disaster" });

    private static bool IsMass(Sentence s, int i) => s.Transit(i) is { Kind: TransitKind.Matter } or { Under.State: AccessState.Closed };

    // "villages marooned | by floodwater"
    private bool LiesAfter(int end) => s.Says(end, "by") && Lies(end + 1);

    private bool Lies(int i) => s.Transit(i) is { Kind: TransitKind.Matter or TransitKind.Under };

    // "the town was cut off", "isolated twelve villages": shut in, whatever has done it.
    private bool Severed(Thing thing, AccessState state, int at) =>
        state == AccessState.Closed && !thing.Access && (thing.IsPlace || thing.Kind == ThingKind.Camp) && EndingWith(at, 3, Cue.Severing) > 0
        && !s.Says(at + 1, "access") && !s.Says(at + 2, "access");

    // "Residents of Orna are under orders | to stay out", "told people | to stay out of Orna": it is closed to them.
    private bool KeptOut(int i)
    {
        if (!s.Says(i - 1, "to") || !s.AnyBefore(i, 6, static (s, k) => s.SaysAny(k, "orders", "order", "ordered", "told", "warned", "instructed"))
            || NegatedAt(i)) return false;
        var first = ClauseStart(i);
        var town = s.Says(i + 2, "of") ? ways.Phrase(i + 3, s.Count, out _) : Inside(first, s.Count);
        return town is { IsPlace: true, Named: true } shut && Put(first, Math.Max(i + 2, shut.End), shut, AccessState.Closed, Realis.Asserted, null);
    }

    // "People in Orna | cannot leave": where they are.
    private Thing? Inside(int subject, int group)
    {
        for (var k = group - 2; k > subject; k--)
            if (s.SaysAny(k, "in", "of") && s.Is(k - 1, Tag.Unit))
                return ways.Phrase(k + 1, group, out var end) is { IsPlace: true, Named: true } home && (end == group || group == s.Count) ? home : null;
        return null;
    }

    // "Nobody | goes over | the bridge", "no driver will go down the road": who died or waits there passes as well.
    private bool Shunned(int path)
    {
        if (!s.SaysAny(path, "over", "across", "along", "through", "down", "up", "past")
            && !(s.Says(path, "near") && s.SaysAny(path - 1, "go", "goes"))) return false;
        var first = ClauseStart(path);
        if (path - first > 7 || !(s.Says(first, "nobody") || s.Says(first, "no") && s.SaysAny(first + 1, "one", "driver", "drivers", "civilian", "civilians"))
            || !s.SaysAny(path - 1, "go", "goes", "went", "gone", "drive", "drives", "drove", "walk", "walks", "travel", "travels", "venture", "ventures")
            || ways.Phrase(path + 1, s.Count, out _)
                is not { Kind: ThingKind.Road or ThingKind.Bridge or ThingKind.Crossing or ThingKind.Corridor } way) return false;
        var (_, stop) = Between(path);
        var state = Limited(first, stop, path) ? AccessState.Restricted : AccessState.Closed;
        return IsTold(way, state) || Put(first, ways.Ends(way.End), way, state, RealisAt(first, first), null);
    }
}
