using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Access told by those who pass: "nobody gets past", "only patients may cross", "cars can cross again".</summary>
internal sealed partial class AccessReader
{
    // A verb of passing: who passes stands from Subject to Group, around it from Start to Stop what they pass, and these words say whether they can.
    private readonly record struct Going(int Verb, int Length, TransitMeaning Meaning)
    {
        public int Group { get; init; }
        public int Subject { get; init; }
        public int Start { get; init; }
        public int Stop { get; init; }
        // "possible to travel": for all.
        public bool Impersonal { get; init; }
        public bool None { get; init; }
        public bool Unable { get; init; }
        public bool Able { get; init; }
        public bool Only { get; init; }
        public bool Again { get; init; }
        public bool ForNow { get; init; }
        // How many words say that it is only a part: "reach | just a third of | the town".
        public int Partly { get; init; }

        public int End => Verb + Length;
        public bool OfPlace => Meaning.Goal == Goal.Place;
        // "passes", "pass": as a rule.
        public bool IsPresent => (Meaning.Form & (VerbForm.Third | VerbForm.Base)) != 0;
    }

    // A verb of passing; who passes, and whether they can, stands before it, on what after it or before.
    private void Goes(int i, int length, TransitMeaning verb)
    {
        if (Passing(i, length, verb) is not { } going) return;
        // "only boats get across": not on the way itself.
        if (InUse(i, length, verb) || !going.OfPlace && s.SaysAny(going.Group - 1, "boats", "boat", "helicopters", "aircraft")) return;
        var way = Gate(going.Start, going.Stop, i, false);
        if (way is { } ferry && RunsAtHours(going, ferry)) return;
        // "may no longer cross the river"
        if (verb.Goal == Goal.Alone && ways.Phrase(going.End, s.Count, out _) is { Kind: ThingKind.River } river) way = river;
        if (going.OfPlace && !IsByWay(going, way))
        {
            if (ToPlaceByRoad(going) || ShutIn(going)) return;
            way = PlacePassed(going);
            if (way is null) return;
        }

        way = OnPartOfIt(going) ?? way ?? Post(i, going.Stop);
        if (way is null && !Onward(i, length, verb)) return;
        if ((way ?? Earlier(going.Start)) is { } its) Passes(going, way, its);
        else Unnamed(i, (going.Able || going.ForNow && s.Is(i - 1, Tag.Be)) && !going.None && !going.Unable);
    }

    // The verb with what is said of those who pass, where it tells whether they may; null where it only tells that some did or had to.
    private Going? Passing(int i, int length, TransitMeaning verb)
    {
        if (i > 0 && (s.Is(i - 1, Tag.Determiner) || s[i].Capital || s.Is(i - 1, Tag.Preposition) && !s.Says(i - 1, "to"))) return null;
        // "nobody has had to | leave": whether they may, nobody says.
        if (s.Says(i - 1, "to") && s.SaysAny(i - 2, "had", "have", "has", "forced", "obliged", "need", "needed")) return null;
        // "are not allowed to | enter"
        var group = s.Says(i - 1, "to") && s.Has(i - 2, Cue.AbleTo) ? GroupStart(i - 2) : GroupStart(i);
        // "should be able to use the ford": not yet.
        if (s.Says(group, "should")) return null;
        var subject = ClauseStart(group);
        var none = Nobody(subject, i);
        // "nobody had left by Friday": how many have, and not whether they may.
        var by = s.Says(i + length - 1, "by") ? i + length - 1 : i + length;
        if (none && HasBefore(i) && s.Says(by, "by") && by + 1 < s.Count && taken[by + 1]) return null;
        // "it is possible to travel on the road again": for all; "impossible": for nobody.
        var impersonal = s.Says(i - 1, "to") && s.SaysAny(i - 2, "possible", "impossible");
        // "refuse to take | the road"; those who refuse to leave a town stay of their own will.
        var refused = s.Says(i - 1, "to") && Starts(i - 2, "refus") && s.SaysAny(i, "use", "take", "cross", "drive");
        if (refused) subject = ClauseStart(group = GroupStart(i - 2));
        var (start, stop) = Between(i);
        var able = impersonal || s.HasAny(group, i, Cue.AbleTo);
        // "may leave the town only with a pass"
        var partly = verb.Goal == Goal.Place ? Partly(i + length) : 0;
        var forNow = ForNow(subject, i);
        var going = new Going(i, length, verb)
        {
            Group = group, Subject = subject, Start = start, Stop = stop, Impersonal = impersonal, None = none, Able = able, Partly = partly, ForNow = forNow,
            Unable = !none && (refused || Unable(group, i) || impersonal && (s.Says(i - 2, "impossible") || NegatedAt(i - 2))),
            Only = Only(subject, i) || partly > 0 || able && verb.Goal is Goal.Place or Goal.Object && Only(i + 1, Math.Min(s.Count, i + 5)),
            Again = IsAgain(group) || forNow || FirstTime(subject - 5, subject + 7),
        };
        return none || going.Unable || going.Only || able || going.Again || s.Is(i - 1, Tag.Be) || going.IsPresent ? going : null;
    }

    // "a ferry runs only by day"
    private bool RunsAtHours(in Going going, Thing ferry)
    {
        var (i, stop) = (going.Verb, going.Stop);
        if (ferry is not { Kind: ThingKind.Crossing } || ferry.Head >= i || Subject(going.Group, Open, out _)?.Head != ferry.Head
            || !going.Meaning.Form.HasFlag(VerbForm.Third) || !Limited(i, stop, i)) return false;
        Put(ferry.First, going.End, ferry, AccessState.Restricted, RealisAt(i, i), null);
        return true;
    }

    // "leave the city through two corridors" tells of these, "only helicopters can reach the town", "aid cannot enter it" of the town.
    private bool IsByWay(in Going going, Thing? way) => way is { } by && by.Head > going.Verb
        && (s.SaysAny(by.First - 1, "through", "via", "along", "by") || s.SaysAny(by.First - 2, "through", "via", "along", "by"));

    // "debating whether to close the road; for now people can reach Kosti": by that road.
    private bool ToPlaceByRoad(in Going going)
    {
        if (!going.ForNow || !going.Able || Mover(going.Subject, going.Group) is not { Mover: true, Some: false } || Earlier(going.Start) is not { } road)
            return false;
        Put(going.Subject, ways.Ends(going.End), road, AccessState.Open, Realis.Asserted, null);
        return true;
    }

    // "People in Orna | cannot leave"
    private bool ShutIn(in Going going)
    {
        var i = going.Verb;
        if (!going.Unable || !Starts(i, "leav") || !EndsClause(going.End) || Inside(going.Subject, going.Group) is not { } home) return false;
        Put(going.Subject, going.End, home, AccessState.Sealed, RealisAt(i, i), null);
        return true;
    }

    private Thing? PlacePassed(in Going going) =>
        ways.Phrase(going.End + going.Partly, s.Count, out _) is { Kind: ThingKind.Settlement or ThingKind.Camp } town
            && (going.Able || going.IsPresent || going.None && going.Length > 1) ? town : null;

    // "cars were running again on its eastern half"
    private Thing? OnPartOfIt(in Going going)
    {
        Thing? part = null;
        for (var k = going.Verb + 1; k < Math.Min(going.Stop, going.Verb + 4); k++)
            if (s.SaysAny(k, "on", "along", "over", "across") && Owned(k + 1) is { } own) part = own;
        return part;
    }

    // What those who pass tell of the way: the one named beside the verb, or one told before.
    private void Passes(in Going going, Thing? way, Thing its)
    {
        var i = going.Verb;
        var limited = Limited(going.Subject, going.Stop, i) || Spares(going.Subject);
        if (going.OfPlace && !going.None && IsFlightOrVisit(going, its, limited)) return;
        if (StateOfPassing(going, way, limited) is not { } state) return;
        // "nobody may leave the town": who is there is shut in.
        if (state == AccessState.Closed && way is { IsPlace: true } && (IsLeaving(going) || s.Says(going.End - 1, "leave")))
        {
            if (Facts.Exists(f => f is { State: AccessState.Sealed, Feature: Feature.Settlement })) return;
            state = AccessState.Sealed;
        }

        // "Nobody can use the bridge: it has been blocked": once.
        if (IsTold(its, state)) return;
        var realis = RealisAt(i, i);
        // "nobody may leave", "can leave": what may be done is so.
        if (realis == Realis.Possible && (going.Able || !(its.IsPlace && going.None))) realis = Realis.Asserted;
        if (its.IsPlace && going.None && realis != Realis.Asserted) return;
        Put(way is { } before && before.Head < i ? before.First : going.Subject,
            Math.Max(going.End, way is { } after && after.Head > i ? after.End : 0), its, state, realis, null);
    }

    private bool IsLeaving(in Going going) => Starts(going.Verb, "le") || s.SaysAny(going.End - 1, "of", "outside");

    // Who flees a town tells nothing of it, nor who goes there; "no one may leave it" does.
    private bool IsFlightOrVisit(in Going going, Thing its, bool limited) => !going.Unable
        && (IsLeaving(going) ? !(going.Able && going.Only && limited) : its.IsPlace && !going.Only && !(going.Able && going.Again));

    private AccessState? StateOfPassing(in Going going, Thing? way, bool limited)
    {
        var (mover, some) = Mover(going.Subject, going.Group);
        // "relief workers say they can no longer reach the town"
        mover |= going.Impersonal || going.OfPlace && s.SaysAny(going.Group - 1, "they", "we", "agencies", "workers", "partners", "teams");
        if (going.None || going.Unable) return StateIfNobody(going, way is not null, mover, some, limited);
        if (!going.Only && !((going.Able || going.Again) && (limited || some)))
            return mover && IsPassedByAll(going, way) ? AccessState.Open : null;
        // "Only two families crossed": a figure, and no rule of the bridge.
        return Numbered(going.Subject, going.Verb) || !going.Able && !going.Again && !going.IsPresent && !s.Is(going.Verb - 1, Tag.Be)
            || !mover && !some && !going.Only ? null : AccessState.Restricted;
    }

    private AccessState? StateIfNobody(in Going going, bool named, bool mover, bool some, bool limited)
    {
        var (subject, group) = (going.Subject, going.Group);
        // "a convoy could not cross", "men may not leave": one of them, or some.
        if (going.Unable && (!mover && !some || Numbered(subject, group))
            || going.None && !going.Able && !going.IsPresent && !going.Meaning.Form.HasFlag(VerbForm.Ing)
                && !((going.Length > 1 || named) && HasBefore(going.Verb))) return null;
        // "lorries may not use it": a rule, and others pass.
        return limited || going.Unable && (some || IsVehicle(group - 1) && !s.SaysAny(group - 1, "convoy", "convoys"))
            || s.SaysAny(group, "may", "must") && IsKind(subject, group) ? AccessState.Restricted : AccessState.Closed;
    }

    private bool IsPassedByAll(in Going going, Thing? way)
    {
        var (i, group, verb) = (going.Verb, going.Group, going.Meaning);
        if (Numbered(going.Subject, i)) return false;
        var passing = s.Is(i - 1, Tag.Be);
        if (going.OfPlace || going.Able && (going.ForNow || going.Again || way is not { Kind: ThingKind.Crossing }) || going.ForNow && passing) return true;
        // "lorries and families were getting through"
        if (way is not null && verb.Goal == Goal.Alone && verb.Form.HasFlag(VerbForm.Ing) && passing && s.HasAny(going.Subject, group, Cue.Carrier))
            return true;
        // "Traffic on the road flows freely"
        if (going.Again && way is { } on && on.Head < i && IsVehicle(s.PastArticle(going.Subject))) return true;
        return IsVehicle(group - 1) && (going.Again || way is { } over && over.Head > i && (passing || verb.Form.HasFlag(VerbForm.Third)));
    }

    // "get through", "pass", "cross it": on what was told before.
    private bool Onward(int i, int length, TransitMeaning verb) => !s.SaysAny(i + length, "within", "inside", "around")
        && (verb.Goal == Goal.Alone || s.SaysAny(i + length, "through", "across", "past", "over", "it", "by", "along", "back")
        || s.SaysAny(i + length - 1, "through", "across", "past", "by")
        || length == 1 && s.SaysAny(i, "pass", "passes", "cross", "crosses", "crossed", "crossing", "moving", "move", "moves", "drive"));
}
