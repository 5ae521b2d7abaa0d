using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>The subject of a word of access: whether it is told of it, and is news.</summary>
internal sealed partial class AccessReader
{
    private bool OfSubject(Statement told, Thing thing, int boundary)
    {
        var (at, end, group, copula, state, act) = told;
        // "Kerem Shalom reopened", "Bab al-Hawa is shut": a crossing by its name.
        if (MayBeGate(thing, act, at)
            // "Shops in Orna were shut"
            && !(s.SaysAny(group, "are", "were", "have") && !s.Says(thing.Head + 1, "and"))
            && (copula || Starts(at, "re") && !(IsLone(thing) && s.EndsWith(thing.Head, "s")) || s.SaysAny(end - 1, "gates", "gate"))
            && !TellsOfPorts())
            thing = thing with
            {
                Kind = !s.Says(end, "to") ? ThingKind.Crossing : s.SaysAny(end + 1, "newcomers", "new", "further") ? ThingKind.Camp
                    : ToBoats(end) ? ThingKind.River : ThingKind.Crossing,
            };
        // "Road access to Pibor was lost"
        if (state == AccessState.Captured && thing.Head >= 0 && s.Says(thing.Head + 1, "access")) state = AccessState.Closed;
        if (!IsToldOf(told with { State = state }, thing, boundary)) return false;
        if (state == AccessState.Open && (IsLane(thing.First) || s.Says(thing.First, "part"))) state = AccessState.Restricted;
        if (state == AccessState.Open && s.Says(end, "except") && !s.Says(thing.First, "all")) state = AccessState.Restricted;
        lastSubject = thing;
        // "Twelve roads and three bridges are shut": a fact of each.
        if (thing.IsWay && SecondOf(thing, group) is { } second)
            return Add(Whole(thing.First, boundary), second.First - 1, thing with { End = second.First - 1 }, state, act, at)
                & Add(second.First, Complement(end), second, state, act, at);
        var done = Add(Whole(thing.First, boundary), Complement(end), thing, state, act, at);
        // "are closed, including the road to Odra"
        var also = s.IsMark(Complement(end), ',') ? Complement(end) + 1 : Complement(end);
        if (done && Facts.Count > 0 && thing.IsWay && s.Says(also, "including") && ways.Phrase(also + 1, s.Count, out _) is { IsWay: true } one
            && ways.Ends(one.End) is var last && last > one.End)
            Put(also + 1, last, one, Facts[^1].State, Facts[^1].Realis, null);
        else if (done && Facts.Count > 0 && thing.IsWay) Gapped(Complement(end), thing, Facts[^1].State, null);
        return done;
    }

    // Whether the subject is what the word of access tells of, and what it tells is news.
    private bool IsToldOf(in Statement told, Thing thing, int boundary)
    {
        var (at, end, group, copula, state, act) = told;
        // "the town has cut off": what it has done to something.
        if (act.Role == ActRole.Object && !copula && HasBefore(at) && !Starts(at, "stop")) return false;
        // "broken bridges and washed-out roads": told of what follows.
        if (act.Role == ActRole.Subject && !copula && s.Says(at - 1, "and") && ways.Phrase(end, s.Count, out _) is not null) return false;
        if (!Fits(act, thing) && !IsTownShutTo(told, thing) || thing.IsPlace && Starts(at, "attack") && !IsTown(thing)) return false;
        // "Entry is forbidden to journalists": others go in.
        if (thing.Access && s.Says(end, "to")) return false;
        if (!copula && group == at && (act.Role == ActRole.Object || act.Form == VerbForm.Phrase) && !Standing(thing, at, end, boundary, act)) return false;
        if (!copula && s.IsMark(at - 1, ',') && Resumes(end, act)) return false;
        // "Camps were affected": nobody says how.
        if (s.Says(end - 1, "affected") && thing.Kind is not (ThingKind.Road or ThingKind.Bridge)) return false;
        // "Power was cut off"
        if (IsLone(thing) && s.SaysAny(thing.Head, "electricity", "power", "water", "gas", "internet", "communications", "telephones")) return false;
        return state switch
        {
            AccessState.Captured => IsTaken(at, end, group),
            // "was stormed by a crowd"; a camp is entered every day, and told of where a force does it.
            AccessState.Reached => !s.Says(end, "by") && thing.Kind != ThingKind.Camp || ActorAfter(end + 1),
            AccessState.UnderAttack => IsShotAt(thing, at),
            // "surrounded by mountains"
            AccessState.Sealed => !Starts(end - 1, "surround") || !s.Says(end, "by") || ByForce(end + 1) || LiesAfter(end),
            // "Education is out of reach for many": no place.
            AccessState.Closed => !(IsLone(thing) && s.SaysAny(end, "for", "to", "of") && s.Says(end - 1, "reach")
                && !s.HasAny(end, Math.Min(s.Count, end + 5), Cue.ReliefWord)),
            _ => true,
        };
    }

    // "the town of Paradise will stay closed to residents"
    private bool IsTownShutTo(in Statement told, Thing thing) => thing is { IsPlace: true, Named: true } && (!IsLone(thing) || ToPublic(told.End))
        && told is { Copula: true, Act: { Object: ActObject.Way, Role: not ActRole.Built, State: AccessState.Closed or AccessState.Open } }
        && s.Says(told.End, "to");

    // "the Orna crossing": one, by the name before its noun.
    private bool IsCalled(Thing way) => way.Head > 0 && s.IsWord(way.Head - 1) && s[way.Head - 1].Capital && !s.EndsWith(way.Head, "s");

    // Another way, of its own kind or with a name of its own, that a list of subjects goes on with.
    private Thing? SecondOf(Thing first, int group)
    {
        for (var p = first.Head + 1; p < group - 1; p++)
            if (s.SaysAny(p, "and", "nor") && ways.Phrase(p + 1, group, out _) is { IsWay: true } other
                && (other.Kind != first.Kind || IsCalled(first) && IsCalled(other))) return other;
        return null;
    }

    // "retaken | on Sunday | by soldiers", "under siege by rebels", "marooned by floodwater": by whom or what is told beside the noun.
    private bool DoneBy(int end, ActMeaning act)
    {
        end = SkipWhen(end);
        if (!s.Says(end, "by")) return false;
        return act.State == AccessState.Closed ? LiesAfter(end)
            : act.State is AccessState.Captured or AccessState.Sealed && act.Role != ActRole.Force && ByForce(end + 1);
    }

    // A participle or adjective without "is": of a headline, after "with", "leave", "keep", or beside its noun with by, a day, a cause.
    private bool Standing(Thing thing, int at, int end, int boundary, ActMeaning act)
    {
        if (act.State is AccessState.PlannedClosed or AccessState.PlannedOpen
            || boundary >= 0 && (s.SaysAny(boundary, "with", "and") || ways.IsCausative(boundary))) return true;
        if (boundary >= 0 && s.IsMark(boundary, ',') && lastSubject is not null) return true;
        if (s.IsMark(at - 1, ',')) return Described(thing, end, act) && !Resumes(end, act);
        if (!act.Form.HasFlag(VerbForm.Participle) && act.Form != VerbForm.Phrase) return false;
        // A town that somebody took once is described, a road told.
        var last = Complement(end);
        while (s.Says(last, "only")) last++;
        var follows = s.Says(end, "by") || s.Has(last, Cue.DatedBy) || last >= s.Count || s.IsMark(last);
        return DoneBy(end, act)
            || follows && (!thing.IsPlace || thing.First == 0 || act.State == AccessState.Closed)
                && (act.Form != VerbForm.Phrase || thing.First == 0 || LiesAfter(end) || boundary >= 0 && s.IsMark(boundary));
    }

    // "Halma, besieged since May,", "the town, taken by rebels on Monday,": what a participle beside a place tells of it is news with a day or a start.
    private bool Described(Thing thing, int end, ActMeaning act)
    {
        // "cut off for eleven days": and no longer.
        if (s.Says(end, "for") && !s.SaysAny(end - 1, "siege", "besieged", "blockaded")) return false;
        if (!thing.IsPlace) return true;
        if (thing.Named && act.Form == VerbForm.Phrase && s.SaysAny(thing.End + 1, "now", "again", "back")) return true;
        if (!thing.Named || s.IsMark(end)) return false;
        if (act.State is AccessState.Sealed or AccessState.Closed || s.SaysAny(end, "by", "from")) return true;
        for (var i = end; i < Math.Min(s.Count, end + 9) && !s.IsMark(i); i++)
            if (s.Is(i, Tag.Weekday) || s.Says(i, "since") || times.Exists(t => t.First <= i && i < t.End && t.Kind == TimeKind.Point)) return true;
        return false;
    }

    // "The corridor, closed since December, was reopened": what came later is told of it.
    private bool Resumes(int from, ActMeaning act)
    {
        var i = from;
        var dated = false;
        while (i < Math.Min(s.Count, from + 12) && !s.IsMark(i, ',')) dated |= s.Is(i++, Tag.Weekday);
        // "buried by landslides on Friday, was passable": both are told, each of its day.
        if (dated && act.State != AccessState.Captured && !s.Says(from, "since")) return false;
        // "closed since March, | reopened on Friday"
        if (s.IsMark(i, ',') && Starts(i + 1, "reopened")) return act.State == AccessState.Closed;
        if (!s.IsMark(i, ',') || !s.Is(i + 1, Tag.Be) && !s.Is(i + 1, Tag.Have) || s.Says(i + 2, "being")) return false;
        for (var k = i + 2; k < Math.Min(s.Count, i + 6); k++)
            if (s.Act(k) is { Role: not ActRole.Built, State: AccessState.Open or AccessState.Closed or AccessState.Restricted or AccessState.Captured } later)
                return later.State != act.State || later.State == AccessState.Captured;
            else if (s.SaysAny(k, "replaced", "rebuilt", "repaired", "mended", "restored", "lifted")) return true;
        return false;
    }

    // "that was formerly shut": it is so no more.
    private bool IsFormer(int from, int to) => s.HasAny(from, to, Cue.FormerTime);

    // The words that finish the state: "open round the clock", "reopened to civilian cars", "closed between A and B".
    private int Complement(int from)
    {
        if (s.SaysAny(from, "round", "around")) return Math.Min(s.Count, from + 3);
        if (s.Says(from, "between")) return ways.Ends(from) is var last && last > from + 1 ? last : from;
        if (!s.Says(from, "to")) return from;
        var end = from + 1;
        while (end < s.Count && end - from < 6 && s.IsWord(end) && !taken[end] && !s[end].Capital
            && (s.Is(end, Tag.Determiner) || s.SaysAny(end, "only", "alone", "all") || !s.IsSmall(end))
            && (!s.Is(end, Tag.Adverb) || s.SaysAny(end, "only", "alone", "south", "north", "east", "west"))) end++;
        return end > from + 1 && !s.Is(end - 1, Tag.Determiner) ? end : from;
    }
}
