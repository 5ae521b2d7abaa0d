using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Access told by verbs and by what a thing is: "cut the road", "the bridge collapsed", "is under fire": what each word is told of.</summary>
internal sealed partial class AccessReader
{
    // A word of access where it stands: its first token, the one after it, the state that it makes.
    private readonly record struct Word(int At, int End, AccessState State, ActMeaning Act);

    private bool Act(int at, int length, ActMeaning act)
    {
        var word = new Word(at, at + length, act.State, act);
        if (IsOtherwiseMeant(word)) return false;
        if (act.Role == ActRole.At) return StandsAt(word);
        if (act.Role == ActRole.In) return MarchedIn(word);
        if (IsAttribute(at, act)) return word.State == AccessState.Open ? Remaining(at, word.End) : Attribute(at, word.End, word.State, act);
        // "has shut its gates to newcomers": the camp, the crossing.
        if (act is { Object: ActObject.Way, Role: ActRole.Both } && s.SaysAny(word.End, "its", "their") && s.SaysAny(word.End + 1, "gates", "gate", "doors"))
            return Told(at, word.End + 2, word.State, act);
        if (act.Form.HasFlag(VerbForm.Ing) && act.Form != VerbForm.Phrase && IsAround(at, act)) return false;
        if (Inverted(at, word.End, act) is { } late) return Add(at, late.End, late, word.State, act, at);
        // "the building of the bridge": when it will be there, nobody says.
        if (IsVerbalNoun(word)) return act.Role != ActRole.Built && Deed(at, length, AsNoun(word));
        if (word.State == AccessState.UnderAttack && ShotAtWhoPasses(at, word.End)) return true;
        if (DeniedAccess(word) is { } kept) return Add(at, kept.End, kept, word.State, act, at);
        if (!IsPassive(at) && act.Form != VerbForm.Phrase && DoneToWhatFollows(word) is { } done) return done;
        if (act.Role == ActRole.Built || act.Role == ActRole.Matter && !s.SaysAny(word.End, "with", "in")) return false;
        return Told(at, word.End, word.State, act);
    }

    // "ended with the shelling of two towns": the verb as a noun.
    private bool IsVerbalNoun(in Word word) => word.Act.Form == VerbForm.Ing && s.Says(word.End, "of")
        && (word.At == 0 || s.IsMark(word.At - 1) || s.Is(word.At - 1, Tag.Determiner | Tag.Preposition));

    private static DeedMeaning AsNoun(in Word word) =>
        new(DeedKind.Made, word.State, word.Act.Object, Waged: word.State == AccessState.UnderAttack);

    // "Also | closed on Monday was | the road", "What was closed is the road": what it is told of stands after "was".
    private Thing? Inverted(int at, int end, ActMeaning act)
    {
        if ((act.Form & (VerbForm.Participle | VerbForm.Phrase)) == 0 || at > 0 && !s.IsMark(at - 1) && !s.SaysAny(at - 1, "also", "still", "now")
            && !(s.Is(at - 1, Tag.Be) && s.Says(at - 2, "what"))) return null;
        while (IsWhen(end) || s.Says(end, "since")) end++;
        return s.Is(end, Tag.Be) && ways.Phrase(end + 1, s.Count, out _) is { } thing && Fits(act, thing) ? thing : null;
    }

    // A verb in the active: of what it is done to, after it; null where it may still be told of what stands before.
    private bool? DoneToWhatFollows(in Word word)
    {
        var (at, end, _, act) = word;
        // "people taken over the river": a participle alone is done to what stands before it.
        var finite = act.Form.HasFlag(VerbForm.Past) || !act.Form.HasFlag(VerbForm.Participle) || HasBefore(at);
        if (!finite && HasObject(Particle(end))) return false;
        if (act.Role != ActRole.Subject && finite && DoneToObject(word) is { } done) return done;
        // "cleared the mud | from the road"
        if (ClearedFrom(word) is { } cleared) return Active(at, cleared, AccessState.Open, act);
        // "cut the water and the road": the second of what it is done to.
        if (act.Role is not (ActRole.Subject or ActRole.Force) && finite && Second(end) is { } also) return Active(at, also, word.State, act);
        if (act.State is AccessState.Restricted or AccessState.Closed && finite
            && s.AnyAhead(Particle(end), 4, static (s, k) => s.Has(k, Cue.TrafficFlow) || s.Has(k, Cue.Carrier)) && Impeded(at, end)) return true;
        // "rebels cut power": told of something else.
        if (act.Role != ActRole.Subject && HasObject(Particle(end))
            || act.Role == ActRole.Force && !(act.Form.HasFlag(VerbForm.Participle) && s.Says(end, "by") && ActorAfter(end + 1)))
            return Antecedent(at, act) is { } gap && (act.Role != ActRole.Force || gap.Named) && Add(gap.First, end, gap, word.State, act, at);
        return null;
    }

    private bool? DoneToObject(in Word word)
    {
        var (at, end, state, act) = word;
        if (Object(end, act, out var thing)) return Active(at, thing, state, act);
        if (s.SaysAny(at, "cut", "cuts", "cutting") && end == at + 1 && Object(end, CutOff, out thing) && s.Says(thing.End, "off"))
            return Active(at, thing, state, CutOff);
        // "closed Ibrahim Khalil to trucks": a crossing by its name.
        if (ways.Phrase(Particle(end), s.Count, out _) is { } bare && GateOf(bare, act, at) is { } gate) return Active(at, gate, state, act);
        return Pronominal(end) is var it and > 0 && !(act.Role == ActRole.Force && s.EndsWith(at, "ing")) && Spoken(at, act) is { } spoken
            ? Active(at, spoken with { First = it, Head = -1, End = it + 1 }, state, act) : null;
    }

    // "were denied access to Orna"
    private Thing? DeniedAccess(in Word word)
    {
        var (at, end, _, act) = word;
        return s.Says(end - 1, "to") && s.SaysAny(end - 2, "access", "entry") && IsPassive(at) && Object(end, act, out var kept) && (kept.Named || kept.IsWay)
            && !Mover(ClauseStart(GroupStart(at)), at).Some ? kept : null;
    }

    // "under two metres of water", "under heavy artillery fire", "under army control": what its last noun makes of it.
    private ActMeaning? Under(int i, out int length)
    {
        length = 1;
        if (!s.Says(i, "under")) return null;
        var held = false;
        for (var k = i + 1; k < Math.Min(s.Count, i + 7); k++)
        {
            if (s.Transit(k, out var words) is { Under: { } under })
            {
                length = k + words - i;
                return under;
            }

            held |= s.SaysAny(k, "its", "their", "our") || s[k].Kind == TokenKind.Possessive
                || s.IsWord(k) && !s.IsSmall(k) && !s.IsManner(k) && !s.Has(k, Cue.StrictHold);
            if (s.IsMark(k) && !s.IsMark(k, '\'') && s[k].Kind != TokenKind.Quote
                || s.IsSmall(k) && !s.Is(k, Tag.Determiner) && !s.SaysAny(k, "of", "and", "or")
                || s.Unit(k) is { Class: not UnitClass.Distance } && !s.Is(k, Tag.Actor))
                return null;
        }

        return null;
    }

    // "37 closed roads", "the besieged town of Halma": told by the word before its noun. Roads where they are counted, as others are only
    // described so; that a town is besieged is news once.
    private bool Attribute(int at, int end, AccessState state, ActMeaning act)
    {
        var described = (act.Form & (VerbForm.Participle | VerbForm.Phrase)) != 0;
        if (!described || ways.Phrase(end, s.Count, out _) is not { } thing || !Fits(act, thing)) return false;
        // "a corridor from | besieged Orna": where it leads from.
        if (s.SaysAny(at - 1, "from", "to") && s.FeatureEndingAt(at - 1, out _) is not null) return false;
        if (state == AccessState.Sealed && thing.IsPlace)
            return (thing.Named || PastNames(thing.End) > thing.End || s.IsMark(thing.End, ',') && s.IsCapital(thing.End + 1))
                && Put(at, PastNames(thing.End), thing, state, Realis.Asserted, Actor(at));
        // "the newly captured town Halma"
        if (state == AccessState.Captured && thing is { IsPlace: true, Named: true } && (IsNewly(at) || IsNewly(at - 1)))
            return Put(at, thing.End, thing, state, Realis.Asserted, null);
        // "closed due to a collapsed bridge"
        if (state == AccessState.Closed && thing.Kind == ThingKind.Bridge && s.Is(at - 1, Tag.Determiner)
            && (s.SaysAny(at - 2, "due", "following", "after") || s.SaysAny(at - 3, "due", "owing", "because")))
            return Put(at - 1, ways.Ends(thing.End), thing, state, Realis.Asserted, null);
        // "beside an active front line"
        if (state == AccessState.Contested && thing.Kind == ThingKind.Front) return Put(at - 1, thing.End, thing, state, Realis.Asserted, null);
        return thing.IsWay && s.IsCount(at - 1) && Add(at - 1, thing.End, thing, state, act, at);
    }

    private bool IsNewly(int i) => Starts(i, "newly") || Starts(i, "recently");

    // "besieged towns | like A, B and C": past the names.
    private int PastNames(int from)
    {
        var i = s.Says(from, "like") ? from + 1 : s.Says(from, "such") && s.Says(from + 1, "as") ? from + 2 : s.Count;
        while (i < s.Count && Nouns.Name(i, s.Count) is var end && end > i)
        {
            from = end;
            i = s.IsMark(end, ',') || s.SaysAny(end, "and", "or") ? end + 1 : s.Count;
        }

        return from;
    }
}
