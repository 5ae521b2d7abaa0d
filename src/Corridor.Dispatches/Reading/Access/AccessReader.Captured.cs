using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Towns and ways that go over to another: "took control of the town", "fell to the rebels", "drove them from the town", "in their hands".</summary>
internal sealed partial class AccessReader
{
    private static readonly ActMeaning Taken = new(AccessState.Captured, ActObject.Any, ActRole.Subject, VerbForm.Phrase);
    private static readonly ActMeaning Fell = new(AccessState.Captured, ActObject.Place, ActRole.Subject, VerbForm.Past);

    private bool TakesNoTown(int at, int end, ActMeaning act)
    {
        // "surrendered weapons to the army": the town holds on.
        if (act.Role == ActRole.Subject && Starts(at, "surrender") && end == at + 1 && HasObject(end)) return true;
        // "were free to return home": people.
        return s.Says(at, "free") && s.Says(end, "to");
    }

    // What somebody holds or has taken before: no news.
    private bool IsHeldBefore(in Deal deal)
    {
        var (at, state, _, thing) = deal;
        var group = GroupStart(at);
        // "a captain, whose men have freed nine villages": who he is.
        if (thing is { IsPlace: true, Named: false } && s.Says(group - 2, "whose")) return true;
        // "a hill controlling the road", "who control the town"; "controls nine capitals": nobody says which.
        if (s.Says(at, "controlling") && !s.Is(group, Tag.Be)
            || Starts(at, "control") && (s.SaysAny(group - 1, "who", "which", "that")
                || thing is { IsPlace: true, Named: false } && (IsCounted(thing) || s.Says(thing.First, "both")))) return true;
        // "held the lower end of the road"; who holds a town has held it before.
        return state == AccessState.Captured && s.SaysAny(at, "hold", "holds", "held", "holding") && !IsAgain(thing.End)
            && (!thing.IsWay || s.Says(at, "holding") || s.Says(at - 1, "to"));
    }

    // "in LTTE | controlled | Batticaloa"
    private bool IsHeldPlace(int at) => s.SaysAny(at, "controlled", "occupied") && !s.EndsWith(at - 1, "s")
        && !s.SaysAny(at - 2, "as", "after", "before", "since", "when")
        && (s.Is(at - 2, Tag.Preposition) || s.Is(at - 2, Tag.Determiner) && s.Is(at - 3, Tag.Preposition));

    // Told of a town: it is taken, and that is news.
    private bool IsTaken(int at, int end, int group)
    {
        // "is still under army control": nothing has changed.
        if (s.Says(at, "under") && s.HasAny(group, at, Cue.StillSo)) return false;
        // "the village was abandoned": by its people, unless a force is told.
        return !IsGivenUp(at) || ActorAfter(end);
    }

    // "Neither side controls the village"
    private bool? HeldByNeither(int at, Thing thing, AccessState state) =>
        state == AccessState.Captured && GroupStart(at) is var group && s.SaysAny(group - 1, "side", "party", "army", "one")
            && s.SaysAny(group - 2, "neither", "no")
            ? Put(group - 2, thing.End, thing, AccessState.Contested, RealisAt(group, at), null) : null;

    // "took full control of the town", "are in control of", "lost control of"; "control of it was restored"; "battling for control of".
    private bool Control(int at)
    {
        var verb = ControlVerb(at);
        // "brought the town under its control"; "is under its control" is read as a state.
        if (verb >= 0 && s.Says(verb, "under"))
            return Brought(verb) is { } won && Captured(won.Verb, at + 1, won.Thing, won.Verb);
        // "won control on Monday of the bridge"
        var of = at + 1;
        while (IsWhen(of) || s.Is(of, Tag.Adverb)) of++;
        if (!s.SaysAny(of, "of", "over", "in") || (Owned(of + 1) ?? ways.Phrase(of + 1, s.Count, out _)) is not { } thing) return false;
        if (verb < 0) return Restored(at, thing);
        if (s.Has(verb, Cue.Contending))
        {
            var (start, contested) = (verb, false);
            for (var k = Math.Max(0, verb - 5); k <= verb; k++) contested |= s.Has(k, Cue.Rivalry);
            while (start > 0 && verb - start < 5 && !s.Has(start, Cue.Rivalry)) start--;
            if (contested) return Put(start, thing.End, thing, AccessState.Contested, RealisAt(start, start), null);
            // "claimed control of Senda": one side alone.
            if (!Starts(verb, "claim")) return false;
        }

        // "Neither army has full control of the town"
        if (GroupStart(verb) is var group && s.SaysAny(group - 2, "neither", "no")
            && (s.Is(group - 1, Tag.Actor) || s.SaysAny(group - 1, "side", "party")))
            return Put(group - 2, thing.End, thing, AccessState.Contested, RealisAt(group, verb), null);
        // "with neither the army nor the rebels in control of the town"
        for (var k = verb - 1; k > Math.Max(0, verb - 9) && !s.IsMark(k); k--)
            if (s.Says(k, "neither")) return false;
        return Captured(verb, thing.End, thing, verb);
    }

    // A verb by which a force wins ground: not where it is denied, or only meant.
    private bool Captured(int first, int end, Thing thing, int verb) =>
        !NegatedAt(verb) && !IsPurpose(verb) && !IsKeptFrom(verb)
            && Put(first, end, thing, AccessState.Captured, RealisAt(Math.Max(0, verb - 4), verb), Force(verb, thing.Head));

    private int ControlVerb(int at)
    {
        for (var k = at - 1; k >= Math.Max(0, at - 5); k--)
        {
            if (s.Has(k, Cue.Gaining) || s.Has(k, Cue.Contending) || s.Says(k, "under") || s.Says(k, "in")) return k;
            if (s.IsMark(k) || s.Is(k, Tag.Preposition) && k < at - 1 && !s.Says(k, "of")) break;
        }

        return -1;
    }

    // "Control of the town was restored", "passed to the army"; "passed from one side to the other": nobody's.
    private bool Restored(int at, Thing thing)
    {
        var verb = s.Is(thing.End, Tag.Preposition) && !s.Says(thing.End, "from") || s.Has(thing.End, Cue.Joining) ? ways.Ends(thing.End) : thing.End;
        while (s.Is(verb, Tag.Helpers)) verb++;
        if (NegatedAt(verb) || !s.SaysAny(verb, "passed", "passes", "shifted", "changed", "swung") && verb == thing.End)
            return false;
        var first = at;
        while (first > 0 && !s.IsSmall(first - 1) && s.IsWord(first - 1) && at - first < 3) first--;
        var contested = s.SaysAny(verb, "disputed", "contested") || s.SaysAny(verb + 1, "from", "hands");
        return Put(first, verb + 1, thing, contested ? AccessState.Contested : AccessState.Captured, RealisAt(first, verb), null);
    }

    // "brought the town | under its control"
    private (int Verb, Thing Thing)? Brought(int under)
    {
        for (var k = under - 2; k >= Math.Max(0, under - 9) && !s.IsMark(k); k--)
            if (s.SaysAny(k, "bring", "brings", "brought", "bringing", "put", "puts", "placed"))
                return ways.Phrase(k + 1, under, out _) is { IsGround: true } thing ? (k, thing) : null;
        return null;
    }

    // "Kitchanga fell to the rebels", "slipped from the army's grasp", "since Ramadi fell": taken, told of the town; not night, rain or shells.
    private void Fallen(int i)
    {
        var end = FallenTo(i, out var past);
        if (end < 0) return;
        var group = GroupStart(i);
        // "the second city to fall": told of another.
        if (group == i && s.Says(i - 1, "to")) return;
        if (Pronoun(group) is > 0 && Spoken(group - 1, Fell) is { IsPlace: true } spoken)
            Put(group - 1, end, spoken, AccessState.Captured, RealisAt(group, i), null);
        // "Herat, which fell on Thursday"
        else if (s.SaysAny(group - 1, "which", "that") && Relative(group, Fell) is { IsPlace: true } told && !NegatedAt(i))
        {
            var first = IsTold(told.First, group) ? group - 1 : told.First;
            Put(first, end, told, AccessState.Captured, RealisAt(group, i), null);
        }
        else if (Subject(group, Fell, out var boundary) is { } town
            && (town.IsPlace || end > past || town is { Kind: ThingKind.Crossing or ThingKind.Checkpoint or ThingKind.Road } && IsDated(past))
            && !NegatedAt(i) && (!IsLone(town) || IsDated(past))
            // "the Sava fell": a river, at the end of a flood.
            && !(town.Named && end == past && s.Says(town.First, "the") && town.Head <= town.First + 1)
            && (town.IsWay || town.Named || town.First < town.Head))
        {
            var force = s.Is(end - 1, Tag.Actor) ? s.Words(end - 1, end) : null;
            if (Put(Whole(town.First, boundary), end, town, AccessState.Captured, RealisAt(town.First, i), force)
                && town.Named) Gapped(end, town with { End = end }, AccessState.Captured, force);
        }
    }

    // Where the words end that say so, or -1; past: after the verb and "over".
    private int FallenTo(int i, out int past)
    {
        var fell = s.SaysAny(i, "fell", "falls", "fallen", "fall") && !s[i].Capital;
        past = s.Says(i + 1, "over") && s.Says(i + 2, "to") ? i + 2 : i + 1;
        if (!fell && !s.Has(i, Cue.GoingOver)) return -1;
        // "slipped from the army's grasp", "out of its hands"
        if (s.Says(past, "from") || s.Says(past, "out") && s.Says(past + 1, "of"))
            return EndingWith(past + 1, 5, Cue.InGrasp) is var grasp and > 0 ? grasp : -1;
        // "shifted to government control"
        if (Starts(i, "shift")) return EndingWith(past + 1, 4, Cue.InGrasp) is var hold and > 0 ? hold : -1;
        if (!fell && !s.Says(past, "into")
            && !(s.Says(past, "to") && (!s.SaysAny(i, "slipped", "slips", "came", "went", "goes", "gone") || past > i + 1)))
            return -1;
        if (s.SaysAny(past, "to", "into", "under")) return ToWhom(i, past);
        return EndsClause(past) || s.Has(past, Cue.AfterFall) ? past : -1;
    }

    // "fell | to local fighters", "passed | into the army's hands": past the force and its hands, or -1 where none is told.
    private int ToWhom(int verb, int from)
    {
        var end = from;
        for (var k = end + 1; k < Math.Min(s.Count, end + 5) && !s.IsMark(k) && (!s.IsSmall(k) || s.Is(k, Tag.Determiner)); k++)
            if (s.Is(k, Tag.Actor)) end = k;
        while (end < s.Count && end - verb < 6 && !s.Has(end - 1, Cue.InGrasp) && !s.Is(end - 1, Tag.Actor)
            && (s.IsSmall(end) || s.Has(end, Cue.InGrasp) || s.Is(end, Tag.Actor) || s.Has(end + 1, Cue.InGrasp))) end++;
        if (s.SaysAny(from + 1, "them", "him") && EndsClause(SkipWhen(from + 2))) return from + 2;
        if (!s.Is(end - 1, Tag.Actor) && !s.Has(end - 1, Cue.InGrasp) && !Nouns.IsAcronym(Math.Min(end, s.Count - 1))) return -1;
        return s.IsWord(end) && Nouns.IsAcronym(end) ? end + 1 : end;
    }

    // "Prices fell in Kampala", "rain fell on Lagos": one unknown word at the head of a sentence is a town only if it fell to somebody or on a day.
    private bool IsLone(Thing town) => town.Named && town.First == town.Head && town.End == town.Head + 1
        && (town.Head == 0 || s.IsMark(town.Head - 1));

    private bool IsDated(int i) => s.SaysAny(i, "to", "into", "under", "from", "out") || taken[Math.Min(i, s.Count - 1)]
        || s.SaysAny(i, "again", "without", "after")
        || s.SaysAny(i, "on", "in", "last", "this") && !s.EndsWith(0, "s") && (taken[Math.Min(i + 1, s.Count - 1)]);

    // "drove the last militants from Kobani": who is gone has lost it.
    private void Driven(int i)
    {
        if (!s.SaysAny(i, "drove", "driven", "expelled", "ousted", "flushed", "pushed", "chased", "dislodged", "evicted", "cleared", "forced")
            || s.Is(i - 1, Tag.Be) || s.Says(i, "driven") && !HasBefore(i))
            return;

        var gone = false;
        for (var k = i + 1; k < Math.Min(s.Count, i + 9) && !s.IsMark(k); k++)
        {
            gone |= s.Is(k, Tag.Actor);
            var from = s.Says(k, "from") ? k + 1 : s.Says(k, "out") && s.Says(k + 1, "of") ? k + 2 : -1;
            if (from < 0) continue;
            if (gone && ways.Phrase(from, s.Count, out _) is { IsGround: true } town) Captured(i, town.End, town, i);
            return;
        }
    }

    // "is in the rebels' hands", "remains in the grip of the militia": held by a force.
    private bool Held(int at)
    {
        var lead = at - 1;
        while (lead > 0 && at - lead < 6 && !s.SaysAny(lead, "in", "into") && (!s.IsMark(lead) || s.IsMark(lead, '\''))) lead--;
        if (lead <= 0 || !s.SaysAny(lead, "in", "into")) return false;
        // "is in nobody's hands"
        if (s.Says(lead + 1, "nobody") && s.Says(at, "hands"))
            return Subject(GroupStart(lead), Taken, out _) is { IsGround: true } free
                && Put(free.First, at + 1, free, AccessState.Contested, RealisAt(free.First, lead), null);
        var force = s.Says(at + 1, "of");
        for (var k = lead + 1; k < at; k++) force |= s.Is(k, Tag.Actor | Tag.Demonym)
            || s.SaysAny(k, "government", "state", "regime", "federal", "loyalist", "allied", "rebel", "enemy");
        force |= s.Says(at, "hands") && (s.SaysAny(at - 1, "their", "our", "its") || s[at - 1].Kind == TokenKind.Possessive && s.Says(at - 2, "men"));
        var group = GroupStart(lead);
        // "had the whole town | in their hands"
        for (var have = lead - 1; force && s.Says(at, "hands") && have > Math.Max(0, lead - 7); have--)
            if (s.Is(have, Tag.Have) && ways.Phrase(have + 1, lead, out var stop) is { IsGround: true } kept)
                return Captured(have, at + 1, kept, have);
        if (!force || group == lead && !IsLabel(lead) || NegatedAt(lead)) return false;
        return Subject(group, Taken, out _) is { } held && (held.IsGround || held.Kind == ThingKind.Airport)
            && Put(held.First, at + 1, held, AccessState.Captured, RealisAt(held.First, lead), null);
    }

    // "rebel flags fly over the town", "the army's flag was raised above the town"
    private void Flown(int i)
    {
        // "raised their black flag over the town"
        if (s.SaysAny(i + 1, "over", "above"))
        {
            if (ways.Phrase(i + 2, s.Count, out _) is { IsPlace: true } under && !NegatedAt(i))
                Put(i, under.End, under, AccessState.Captured, RealisAt(i, i), Actor(i));
            return;
        }

        var verb = i + 1;
        while (verb < Math.Min(s.Count, i + 9) && !s.IsMark(verb)
            && !s.SaysAny(verb, "fly", "flies", "flew", "flying", "raised", "hoisted", "waves", "waving", "hangs", "went", "goes")) verb++;
        while (s.SaysAny(verb + 1, "up", "again", "once", "more")) verb++;
        if (!s.SaysAny(verb + 1, "over", "above", "in") || ways.Phrase(verb + 2, s.Count, out _) is not { IsPlace: true } town || NegatedAt(verb)) return;
        Put(i, town.End, town, AccessState.Captured, RealisAt(i, verb), Actor(i));
    }
}
