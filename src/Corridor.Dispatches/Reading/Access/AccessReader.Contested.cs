using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What is fought for: "fighting for the bridge", "clashes broke out in the town", "both claim it".</summary>
internal sealed partial class AccessReader
{
    // "Fighting for Tal Abta went on", "clashes over the bridge continued", "clashes between the two along the highway": nobody holds it.
    private void Contested(int i)
    {
        if (s.SaysAny(i, "claim", "claimed", "claims")) Claim(i);
        else if (!s.Has(i, Cue.Strife) || Strife(i) || s.Has(i, Cue.Weapon)) return;
        else if (!s.SaysAny(i + 1, "for", "over")) FoughtAlong(i);
        else if (ways.Phrase(i + 2, s.Count, out _) is { } thing && (Lasts(thing.End) || Lasts(ways.Ends(thing.End)))) Fought(i, i + 2, true);
    }

    // "Both armies claim the bridge"
    private void Claim(int i)
    {
        if (!s.SaysAny(i - 2, "both", "two", "all") && !s.SaysAny(i - 1, "both", "each")) return;
        var held = i + 1;
        while (s.SaysAny(held, "to", "hold", "control", "of", "be", "in", "have", "taken")
            || s.SaysAny(held, "captured", "full", "seized", "won")) held++;
        Fought(i, held, true);
    }

    // "Clashes continue over the bridge", "fighting between A and B along the road"
    private void FoughtAlong(int i)
    {
        for (var k = i + 1; k < Math.Min(s.Count, i + 13) && !s.IsMark(k); k++)
        {
            var goesOn = s.HasAny(i + 1, k, Cue.GoesOn);
            if (s.SaysAny(k, "for", "over", "along") && !s.Says(k - 1, "all")
                || s.Says(k, "on") && !s.Says(k - 1, "in") && !s.Is(k + 1, Tag.Weekday) && !taken[Math.Min(k + 1, s.Count - 1)]
                    && (!s.Has(k - 1, Cue.GoesOn) || ways.Phrase(k + 1, s.Count, out _) is { Kind: ThingKind.Road or ThingKind.Bridge })
                || s.Says(k, "at") && goesOn && ways.Phrase(k + 1, s.Count, out _) is { Kind: ThingKind.Bridge or ThingKind.Checkpoint })
            {
                Fought(i, k + 1, s.SaysAny(k, "for", "over") && (s.Is(i - 1, Tag.Be) || goesOn));
                return;
            }

            if (s.Is(k, Tag.Conjunction) && !s.Says(k, "and") || s.Is(k, Tag.Speech) || s.Has(k, Cue.Wrought)) return;
        }
    }

    private void Fought(int first, int from, bool orPlace)
    {
        if ((Owned(from) ?? ways.Phrase(from, s.Count, out _)) is not { } thing || !thing.IsGround && thing.Kind != ThingKind.Front
            || thing.IsPlace && (!orPlace || !thing.Named && !s.Is(thing.First, Tag.Determiner)))
            return;
        if (!orPlace && thing.Kind is not (ThingKind.Road or ThingKind.Bridge or ThingKind.Checkpoint or ThingKind.Front)) return;
        Put(first, thing.End, thing, AccessState.Contested, RealisAt(first, first), null);
    }

    // "went on", "has raged for days", "is still under way"; "has uprooted thousands" is told of something else.
    private bool Lasts(int verb) => Lasting(verb) > 0;

    // The token after such a verb, or -1.
    private int Lasting(int verb)
    {
        while (s.Is(verb, Tag.Helpers) || s.IsManner(verb)) verb++;
        return s.Says(verb, "under") && s.Says(verb + 1, "way") ? verb + 2
            : s.SaysAny(verb, "goes", "went") && s.Says(verb + 1, "on") ? verb + 2
            : s.Has(verb, Cue.GoesOn) || s.SaysAny(verb, "reported", "observed") && s.Is(BeforeAuxiliary(verb), Tag.Be) ? verb + 1 : -1;
    }

    // What goes on in a place: "clashes broke out in Karsa", "heavy shelling was reported near the town of Odra", "street fighting in Orna went on".
    // Who fled it, and what it did to them, is told of people.
    private bool Strife(int i)
    {
        var first = StrifeStart(i);
        if (s.Says(first, "no")) return false;
        var there = s.Is(first - 1, Tag.Be) && s.Says(s.Is(first - 2, Tag.Have) ? first - 3 : first - 2, "there");
        var noun = s.SaysAny(i + 1, "fire", "line", "lines") ? i + 2 : i + 1;
        // "the front line has moved | towards Orna"
        var front = s.FeatureEndingAt(noun, out _) is { Kind: ThingKind.Front };
        if (!there && !BeginsItsClause(first) && !(front && s.Says(first - 1, "as"))) return false;
        var after = there ? noun : PastStrifeVerb(noun);
        // "street fighting | in Orna | went on": the verb comes behind the place.
        var verbBehind = after < 0;
        if (verbBehind) after = noun;
        if (NegatedAt(after - 1)) return false;
        var at = WhereStrife(after, front, out var moves);
        if (at < 0 || ways.Phrase(at + 1, s.Count, out _) is not { IsPlace: true, Named: true } town || s.HasAny(town.First, town.End, Cue.WideArea)
            || (verbBehind ? Lasting(town.End) : town.End) is var end && end < 0 || s.IsMark(town.End, ',') && s.EndsWith(town.End + 1, "ing")) return false;
        var state = s.Has(i, Cue.Weapon) ? AccessState.UnderAttack : AccessState.Contested;
        return Put(first, end, moves ? town with { Kind = ThingKind.Front } : town, state, RealisAt(first, first), null);
    }

    // "the worst street | fighting", "heavy exchanges of | fire"
    private int StrifeStart(int i)
    {
        s.EndingAt(i + 1, Tag.Deed, out var first);
        first = Math.Min(first, i);
        while (first > 0 && s.IsWord(first - 1) && !s.IsSmall(first - 1) && !taken[first - 1]
            && !s.Is(first - 1, Tag.Preposition | Tag.Speech | Tag.Unit | Tag.Actor | Tag.Act)) first--;
        return s.Says(first - 1, "the") ? first - 1 : first;
    }

    private bool BeginsItsClause(int first) => first <= 0 || s.IsMark(first - 1) || s.SaysAny(first - 1, "that", "and", "but", "while")
        || s.Is(first - 1, Tag.Speech) || taken[first - 1];

    // Past the verb by which it goes on, or -1: "clashes | between the army and the RSF | broke out", "the worst clashes | have been | around Odra"
    private int PastStrifeVerb(int noun)
    {
        var verb = noun;
        if (s.Says(noun, "between"))
            while (verb < Math.Min(s.Count, noun + 10) && s.IsWord(verb) && !s.Is(verb, Tag.Be | Tag.Have) && !s.Has(verb, Cue.GoesOn)) verb++;
        if (Lasting(verb) is var after and >= 0) return after;
        var be = verb;
        while (s.Is(be, Tag.Helpers)) be++;
        return be > verb && s.SaysAny(be, "in", "around", "near", "outside") ? be : -1;
    }

    // The token before the place where it goes on, or to which the front moves; -1 where none is told.
    private int WhereStrife(int from, bool front, out bool moves)
    {
        moves = false;
        for (var k = from; k < Math.Min(s.Count, from + (front ? 10 : 6)) && !s.IsMark(k); k++)
        {
            moves = s.SaysAny(k, "towards", "toward") || s.Says(k, "to") && s.SaysAny(k - 1, "moved", "shifted", "spread", "closer");
            if (moves || !front && s.SaysAny(k, "in", "around", "near", "outside", "on", "at") && !taken[Math.Min(k + 1, s.Count - 1)])
            {
                if (s.Says(k + 1, "and") && s.SaysAny(k + 2, "around", "near")) k += 2;
                // "in | the north of | Orna"
                return s.Says(k + 1, "the") && s.Is(k + 2, Tag.Direction) && s.Says(k + 3, "of") ? k + 3 : k;
            }

            if (!front && s.Is(k, Tag.Preposition) && !IsWhen(k) || s.Is(k, Tag.Conjunction)) return -1;
        }

        return -1;
    }

    // "Heavy | fighting": who fled it, and news of it, come from elsewhere.
    private bool IsStrife(int from, int to) => s.Has(to - 1, Cue.Strife)
        && !s.Any(from, to - 1, static (s, k) => s.Is(k, Tag.Unit | Tag.Preposition) || s.SaysAny(k, "who", "fled", "fleeing"));
}
