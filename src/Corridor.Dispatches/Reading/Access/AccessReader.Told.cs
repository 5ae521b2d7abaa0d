using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What a word of access is told of, before it: "the road was cut", "the bridge collapsed", "it was shelled", "which was closed".</summary>
internal sealed partial class AccessReader
{
    // A word of access in its clause: where it stands and ends, where its verb group begins, and whether "is" or a mark in its place leads to it.
    private readonly record struct Statement(int At, int End, int Group, bool Copula, AccessState State, ActMeaning Act);

    // Told of what stands before it: "the road was cut", "the bridge collapsed", "is under fire".
    private bool Told(int at, int end, AccessState state, ActMeaning act)
    {
        if (IsPluralNoun(at, state, act)) return false;
        if (state == AccessState.Closed && ButSome(end) || state == AccessState.Open && !s.Says(end, "except") && ForSome(end))
            state = AccessState.Restricted;
        if (state is AccessState.UnderAttack or AccessState.Restricted && TellsWhatItMeans(end, state)) return false;
        // "was slightly damaged": and bears as much as before.
        if (act is { State: AccessState.Restricted, Object: ActObject.Span } && s.SaysAny(at - 1, "slightly", "lightly", "also")) return false;
        var group = GroupStart(at);
        if (state == AccessState.Reached && IsPassive(at) && s.HasAny(group, at, Cue.AbleTo))
        {
            if (ReachableAgain(group, end) is { } again) return again;
            // "could be entered only by boat"
            if (!s.HasAny(group, Math.Min(s.Count, end + 2), Cue.Solely)) return false;
            state = AccessState.Restricted;
        }

        var copula = IsPassive(at) || group == at && (act.Form & (VerbForm.Phrase | VerbForm.Participle)) != 0 && IsLabel(at);
        return ToldOf(new Statement(at, end, group, copula, state, act));
    }

    // "a corridor out of the Azovstal works would open", "dams, roads, mines": Nouns.
    private bool IsPluralNoun(int at, AccessState state, ActMeaning act) =>
        act.Form == VerbForm.Third && (ways.IsWorks(at) || state == AccessState.UnderAttack && s.IsMark(at - 1, ','));

    // "is mined | and cannot be used", "is full since Tuesday | and turning people away": the second tells what that means.
    private bool TellsWhatItMeans(int end, AccessState state)
    {
        while (state == AccessState.Restricted && (s.Says(end, "since") || IsWhen(end))) end++;
        return s.SaysAny(end, "and", "but") && ActAfter(end + 1);
    }

    // The first that it can be told of, from the nearest to what was told before.
    private bool ToldOf(in Statement told)
    {
        if ((OfPronoun(told) ?? OfAntecedent(told) ?? OfSole(told) ?? OfEvacuation(told)) is { } before) return before;
        var thing = SubjectOrBeside(told, out var boundary);
        if (thing is null && OfNamedBefore(told) is { } named) return named;
        thing ??= PastDescription(told) ?? ToldBefore(told) ?? OfOwner(told);
        if ((thing is null || !Fits(told.Act, thing.Value)) && BesiegedIn(told) is { } besieged) return besieged;
        thing ??= OfVerbBefore(told, ref boundary);
        return thing is { } its ? OfSubject(told, its, boundary) : OfTraffic(told) ?? OfSameSubject(told);
    }

    // "it was shelled", "shelled the road, leaving it impassable"
    private bool? OfPronoun(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        // "making it difficult to reach them": of no road.
        if (s.SaysAny(group - 1, "it", "them") && ways.IsCausative(group - 2))
            return !(s.Says(end - 2, "to") && (HasObject(end) || s.Says(end, "them")))
                && Spoken(group - 2, act) is { IsPlace: false } made && Add(group - 2, end, made, state, act, at);
        // "the airstrip, | which they seized"
        if (Pronoun(group) is not { } pronoun || s.SaysAny(pronoun - 1, "which", "that") && s.IsMark(pronoun - 2, ',')) return null;
        // "they were driven to a gymnasium"
        if (state == AccessState.Reached) return false;
        // "it was safe for refugees to go back"
        if (Starts(at, "safe")) return false;
        // "it is impossible to bring aid": of no road.
        if (s.EndsWith(at, "possible")) return false;
        // "they are working": people, unless something was done to them.
        if ((s.Says(group - 1, "they") || act.Role is ActRole.Object or ActRole.Force) && !copula) return false;
        if (group == at && act.Form == VerbForm.Phrase || Spoken(group - 1, act) is not { } spoken) return false;
        return pronoun >= 0 && (spoken.IsPlace || !s.Says(pronoun - 1, "after") || !s.Is(pronoun - 2, Tag.TimeUnit))
            && (state == AccessState.Captured || !s.Says(pronoun - 1, "since"))
            && Add(pronoun, Complement(end), spoken, state, act, at);
    }

    // "the bridge, which was closed", "the crossing, which Ankara shut": of what the clause describes.
    private bool? OfAntecedent(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        if (Relative(group, act) is { } antecedent)
            // "which had earlier been blocked"
            return copula && antecedent.IsWay && s.Is(group, Tag.Have) && IsFormer(group, at)
                ? Put(group - 1, end, antecedent, state, Realis.Historical, null)
                : !IsFormer(group, at) && !Resumes(end, act) && !(!copula && act.Role == ActRole.Force)
                && (!antecedent.IsPlace || act.Role == ActRole.Subject
                    || copula && (act.State is AccessState.Sealed or AccessState.Closed || antecedent.Named && s.IsMark(group - 2, ',') || DoneBy(end, act)))
                && Add(antecedent.First, Complement(end), antecedent, state, act, at);
        // "is being repaired": not open yet.
        if (state == AccessState.Open && copula && s.Says(at - 1, "being")) return false;
        // Who does it stands between.
        return !copula && act.Role is ActRole.Both or ActRole.Object && !HasObject(end) && Antecedent(at, act) is { } shut
            && (shut.IsWay || state is AccessState.Captured or AccessState.Sealed) ? Add(shut.First, Complement(end), shut, state, act, at) : null;
    }

    // "The evacuation of Orna was suspended": of the way by which people are taken out.
    private bool? OfEvacuation(in Statement told)
    {
        var (at, end, group, _, state, act) = told;
        if (state is not (AccessState.Open or AccessState.Closed) || Starts(at, "fail")) return null;
        for (var k = group - 2; k >= Math.Max(0, group - 9) && !s.IsMark(k + 1); k--)
        {
            if (!s.SaysAny(k, "evacuation", "evacuations")) continue;
            for (var of = k + 1; of < group; of++)
                if (s.SaysAny(of, "of", "from") && ways.Phrase(of + 1, group, out _) is { IsPlace: true, Named: true } place)
                    return Add(s.Is(k - 1, Tag.Determiner) ? k - 1 : k, end,
                        place with { Kind = ThingKind.Corridor, Name = ways.Place(place, state) }, state, act, at);
            return null;
        }

        return null;
    }

    private Thing? SubjectOrBeside(in Statement told, out int boundary)
    {
        var (at, end, group, copula, _, act) = told;
        var thing = Subject(group, act, out boundary);
        if (thing is { } its && Fits(act, its)) return thing;
        // "Neither the bridge nor the ferry is working"
        if (thing is { IsWay: true } first && SecondOf(first, group) is { } second && Fits(act, second)) return second;
        // "through a corridor opened by fighters": told beside its noun, whatever the noun does.
        return !copula && group == at && (act.Form & (VerbForm.Participle | VerbForm.Phrase)) != 0 && Nearest(at, act, at) is { } beside
            && (act.State is AccessState.PlannedClosed or AccessState.PlannedOpen
                || (beside.IsPlace ? DoneBy(end, act) : s.Says(end, "by") || IsWhen(end) && IsReached(beside.First - 1))) ? beside : thing;
    }

    // "left | by a lane opened on Monday": a verb before the preposition, so that what follows describes the way.
    private bool IsReached(int preposition)
    {
        if (!s.Is(preposition, Tag.Preposition)) return false;
        for (var k = preposition - 1; k >= Math.Max(0, preposition - 8) && !s.IsMark(k, ';'); k--)
            if (s.Is(k, Tag.Finites) && !s.Is(k, Tag.Passage)) return true;
        return false;
    }

    // "beside the bridge, now impassable": told after a comma of what stands before it.
    private bool? OfNamedBefore(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        var parted = group > 1 && (s.IsMark(group - 1, ',') || s.IsMark(group - 1, '—'));
        return parted && !copula && (act.Form == VerbForm.Phrase || act.Form.HasFlag(VerbForm.Participle)) && !IsFormer(group, at)
            && !Resumes(end, act) && Nearest(group, act, at) is { } named
            ? Described(named, end, act) && Add(named.First, Complement(end), named, state, act, at) : null;
    }

    // "the raft that they had tied up there was sunk", "the camp hosting them is full", "the ford they waded through was shut": past what
    // describes it.
    private Thing? PastDescription(in Statement told)
    {
        if (!told.Copula) return null;
        for (var k = told.Group - 1; k > Math.Max(0, told.Group - 13) && !s.IsMark(k); k--)
            if ((s.SaysAny(k, "that", "which") && !s.Is(k - 1, Tag.Speech) || s.EndsWith(k, "ing") && s.FeatureEndingAt(k, out _) is not null)
                && Nearest(k, told.Act, told.At) is { IsPlace: false } described) return described;
        for (var k = told.Group - 2; k > Math.Max(0, told.Group - 8) && !s.IsMark(k); k--)
            if (s.Is(k + 1, Tag.Finites) && Contact(k, told.Act) is { } way) return way;
        return null;
    }

    // "800,000 are besieged in El Fasher"
    private bool? BesiegedIn(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        return act.State == AccessState.Sealed && copula && s.Says(end, "in") && ways.Phrase(end + 1, s.Count, out _) is { IsPlace: true } within
            && (within.Named || IsCounted(within))
            && (s.IsNumber(group - 1) || IsPeople(group - 1) || s.Is(group - 1, Tag.Vague))
            ? Add(group - 1, within.End, within, state, act, at) : null;
    }

    // "The bridge stands and | can be used": of what the verb before is told of.
    private Thing? OfVerbBefore(in Statement told, ref int boundary)
    {
        if (!told.Copula || !s.SaysAny(told.Group - 1, "and", "but", "yet")) return null;
        for (var k = told.Group - 2; k > Math.Max(0, told.Group - 12); k--)
            if ((s.Act(k) ?? (Meaning?)s.Verb(k)) is { Form: var form } && (form & (VerbForm.Past | VerbForm.Third)) != 0 || IsLinking(k))
                return Subject(GroupStart(k), told.Act, out boundary) is { IsPlace: false } same ? same : null;
        return null;
    }

    // "traffic has resumed on the bridge", "was halted on the road", "has resumed between Orna and Odra": by the road.
    private bool? OfTraffic(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        // "The road was cut. Access is restricted": of the way told before.
        if (copula && s.SaysAny(group - 1, "access", "passage", "entry") && (group < 2 || s.IsMark(group - 2) || s.SaysAny(group - 2, "and", "but", "where"))
            && EndsClause(end) && (context.AccessNear || Facts.Count > 0) && Earlier(group - 1) is { } earlier)
            return Add(group - 1, end, earlier, state, act, at);
        if (!s.Has(group - 1, Cue.TrafficFlow)) return null;
        if (s.Says(end, "between") && ways.Ends(end) is var both && both > end + 2)
            return Add(group - 1, both, new Thing(ThingKind.Road, group - 1, -1, end, false) { Name = "road" }, state, act, at);
        if (!copula && !HasBefore(at) && !act.Form.HasFlag(VerbForm.Past) || !s.SaysAny(end, "on", "along", "over", "across", "through", "at")
            || ways.Phrase(end + 1, s.Count, out _) is not { IsWay: true } way) return null;
        var some = state == AccessState.Closed && s.SaysAny(group - 2, "night", "daytime", "heavy", "commercial", "civilian");
        return Add(group - 1, way.End, way, some ? AccessState.Restricted : state, act, at);
    }

    // "X was shelled on Monday and taken the next day": told of the same.
    private bool OfSameSubject(in Statement told)
    {
        var (at, end, group, _, state, act) = told;
        // "Two bridges have collapsed and five are flooded": counted among the same.
        var counted = s.IsCount(group - 1) || s.SaysAny(group - 1, "another", "others", "several", "many", "most", "some");
        var joined = lastSubject is { IsPlace: false } && counted ? group - 1 : group;
        return joined != 0 && (s.SaysAny(joined - 1, "and", "but", "or", "then", "before", "while") || s.IsMark(joined - 1, ','))
            && lastSubject is { } same && act.Form != VerbForm.Ing && !HasObject(end) && Add(joined, Complement(end), same, state, act, at);
    }
}
