using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Access told by those who pass: "nobody gets past", "only patients may cross", "cars can cross again", "families are using the bridge".</summary>
internal sealed partial class AccessReader
{
    private static readonly Meaning Usage = new(Tag.Act, "open", "way", "subject", VerbForm.Participle);

    // "can be used again", "could no longer be crossed": what may be done with a way, or not, is its state.
    private void Usable(int i)
    {
        if (s.Find(i, Tag.Transit, out var length) is not { Name: "goes", Detail: not "place" } use || !use.Form.HasFlag(VerbForm.Participle)) return;
        // "by tractor": a means.
        var means = s.Says(i + length, "by") && !s.Is(i + length + 1, Tag.Transit);
        // "is not used"
        var unused = s.Says(i, "used") && !s.Says(i + 1, "to") && NegatedAt(i);
        if (!means && IsPassive(i) && (unused || s.HasAny(GroupStart(i), i, Cue.AbleTo))) Told(i, i + length, AccessState.Open, Usage);
    }

    // A verb of passing: who passes stands from Subject to Group, around it from Start to Stop what they pass, and these words say whether they can.
    private readonly record struct Going(int Verb, int Length, Meaning Meaning)
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
        public bool OfPlace => Meaning.Detail == "place";
        // "passes", "pass": as a rule.
        public bool IsPresent => (Meaning.Form & (VerbForm.Third | VerbForm.Base)) != 0;
    }

    // A verb of passing; who passes, and whether they can, stands before it, on what after it or before.
    private void Goes(int i, int length, Meaning verb)
    {
        if (Passing(i, length, verb) is not { } going) return;
        // "only boats get across": not on the way itself.
        if (InUse(i, length, verb) || !going.OfPlace && s.SaysAny(going.Group - 1, "boats", "boat", "helicopters", "aircraft")) return;
        var way = Gate(going.Start, going.Stop, i, false);
        if (way is { } ferry && RunsAtHours(going, ferry)) return;
        // "may no longer cross the river"
        if (verb.Detail == "alone" && ways.Phrase(going.End, s.Count, out _) is { Feature: "river" } river) way = river;
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
    private Going? Passing(int i, int length, Meaning verb)
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
        var partly = verb.Detail == "place" ? Partly(i + length) : 0;
        var forNow = ForNow(subject, i);
        var going = new Going(i, length, verb)
        {
            Group = group, Subject = subject, Start = start, Stop = stop, Impersonal = impersonal, None = none, Able = able, Partly = partly, ForNow = forNow,
            Unable = !none && (refused || Unable(group, i) || impersonal && (s.Says(i - 2, "impossible") || NegatedAt(i - 2))),
            Only = Only(subject, i) || partly > 0 || able && verb.Detail is "place" or "object" && Only(i + 1, Math.Min(s.Count, i + 5)),
            Again = IsAgain(group) || forNow || FirstTime(subject - 5, subject + 7),
        };
        return none || going.Unable || going.Only || able || going.Again || s.Is(i - 1, Tag.Be) || going.IsPresent ? going : null;
    }

    // "a ferry runs only by day"
    private bool RunsAtHours(in Going going, Thing ferry)
    {
        var (i, stop) = (going.Verb, going.Stop);
        if (ferry is not { Feature: "crossing" } || ferry.Head >= i || Subject(going.Group, Open, out _)?.Head != ferry.Head
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
        ways.Phrase(going.End + going.Partly, s.Count, out _) is { Feature: "settlement" or "camp" } town
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
        if (going.OfPlace || going.Able && (going.ForNow || going.Again || way is not { Feature: "crossing" }) || going.ForNow && passing) return true;
        // "lorries and families were getting through"
        if (way is not null && verb.Detail == "alone" && verb.Form.HasFlag(VerbForm.Ing) && passing && s.HasAny(going.Subject, group, Cue.Carrier)) return true;
        // "Traffic on the road flows freely"
        if (going.Again && way is { } on && on.Head < i && IsVehicle(s.PastArticle(going.Subject))) return true;
        return IsVehicle(group - 1) && (going.Again || way is { } over && over.Head > i && (passing || verb.Form.HasFlag(VerbForm.Third)));
    }

    // "Insecurity along the Orna road | restricts movement", "Roadblocks | hamper travel": of the road, where only that which impedes it tells so.
    private bool Impeded(int at, int end)
    {
        var subject = ClauseStart(GroupStart(at));
        for (var k = subject; k < GroupStart(at); k++)
            if (s.SaysAny(k, "along", "on") && ways.Phrase(k + 1, at, out _) is { Feature: "road" } road)
                return Put(subject, Particle(end) + 1, road, AccessState.Restricted, RealisAt(at, at), null);
            else if (s.SaysAny(k, "roadblocks", "blockages", "checkpoints", "barricades") && !ways.Governs(k - 1))
                return Put(subject, Particle(end) + 1, new Thing("road", subject, k, k + 1, false), AccessState.Restricted, RealisAt(at, at), null);
        return false;
    }

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

    // "Orna road: | commercial trucks only"
    private bool Labelled(int i)
    {
        var mark = i - 1;
        while (mark > Math.Max(0, i - 4) && s.IsWord(mark)) mark--;
        return s.Says(i + 1, "only") && s.IsMark(mark, ':') && ways.Ungoverned(mark, out _) is { IsWay: true } way
            && Put(way.First, i + 2, way, AccessState.Restricted, Realis.Asserted, null);
    }

    // "There is no traffic on the road", "there are cars on it again"
    private void Existing(int i)
    {
        if (s.IsNumber(i - 1)) return;
        var there = i - 1;
        while (there > Math.Max(0, i - 5) && !s.Says(there, "there")) there--;
        if (!s.Says(there, "there")) return;
        var none = s.Says(i - 1, "no");
        if (!IsAgain(there) || ways.Phrase(i + 2, s.Count, out _) is not { Feature: "road" or "bridge" } way)
            return;
        var state = none ? AccessState.Closed : AccessState.Open;
        if (!IsTold(way, state)) Put(there, way.End, way, state, RealisAt(there, i), null);
    }

    // "families can get through to Qamishli", "one can drive again to the port": with no road named, the way is the road.
    private void Unnamed(int i, bool able)
    {
        if (!able || !s.SaysAny(i + 1, "through", "again") && !IsAgain(i + 1)) return;
        var place = PlaceAfter(i);
        Put(i - 2, Math.Max(i + 2, place?.End ?? 0), new Thing("road", -1, -1, -1, false) { Name = "road" }, AccessState.Open, Realis.Asserted, null);
    }

    // "Nobody | goes over | the bridge", "no driver will go down the road": who died or waits there passes as well.
    private bool Shunned(int path)
    {
        if (!s.SaysAny(path, "over", "across", "along", "through", "down", "up", "past")
            && !(s.Says(path, "near") && s.SaysAny(path - 1, "go", "goes"))) return false;
        var first = ClauseStart(path);
        if (path - first > 7 || !(s.Says(first, "nobody") || s.Says(first, "no") && s.SaysAny(first + 1, "one", "driver", "drivers", "civilian", "civilians"))
            || !s.SaysAny(path - 1, "go", "goes", "went", "gone", "drive", "drives", "drove", "walk", "walks", "travel", "travels", "venture", "ventures")
            || ways.Phrase(path + 1, s.Count, out _) is not { Feature: "road" or "bridge" or "crossing" or "corridor" } way) return false;
        var (_, stop) = Between(path);
        var state = Limited(first, stop, path) ? AccessState.Restricted : AccessState.Closed;
        return IsTold(way, state) || Put(first, ways.Ends(way.End), way, state, RealisAt(first, first), null);
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

    // "pushed the wrecks | off | the road": what lay on it is gone.
    private void Swept(int off)
    {
        var what = s.Has(off - 1, Cue.Lying) ? off - 1 : -1;
        if (what < 2 || ways.Phrase(off + 1, s.Count, out _) is not { Feature: "road" or "bridge" or "crossing" } way) return;
        var verb = what - 1;
        while (verb > Math.Max(0, what - 4) && !s.EndsWith(verb, "ed")) verb--;
        if (s.EndsWith(verb, "ed") && !s.Is(verb - 1, Tag.Be) && Clears(verb) && !NegatedAt(verb) && !IsTold(way, AccessState.Open))
            Put(verb, ways.Ends(way.End), way, AccessState.Open, RealisAt(verb, verb), Actor(verb));
    }

    // "Villagers", "they", "bulldozers": a bomb or a landslide leaves a way no better.
    private bool Clears(int verb)
    {
        var group = GroupStart(verb);
        return s.Is(group - 1, Tag.Actor) || s.Find(group - 1, Tag.Unit) is { } unit && Numbers.Noun.IsHuman(unit.Name)
            || s.SaysAny(group - 1, "they", "we", "bulldozers", "bulldozer", "diggers", "ploughs", "crews", "engineers", "workers", "volunteers", "villagers");
    }

    // Back to the mark, conjunction or verb of speech before; "women and children" stay together.
    private int ClauseStart(int at)
    {
        var i = at;
        while (i > 0 && at - i < 12)
        {
            if (s.IsMark(i - 1) && !s.IsMark(i - 1, '-') || s.SaysAny(i - 1, "but", "that", "so", "because", "while", "since", "as") && !Excludes(i - 1)
                || s.Is(i - 1, Tag.Speech))
                break;
            if (s.SaysAny(i - 1, "and", "where") && !(s.Is(i, Tag.Unit) && s.Is(i - 2, Tag.Unit)) && !(s.IsNumber(i) && s.IsNumber(i - 2))) break;
            i--;
        }

        return i;
    }

    // "for now", "for the moment", "in the meantime", "can still": so until something else is decided.
    private bool ForNow(int subject, int verb)
    {
        for (var i = Math.Max(0, subject - 5); i < Math.Min(s.Count, verb + 9); i++)
            if (s.Says(i, "for") && (s.Says(i + 1, "now") || s.Says(i + 2, "moment")) || s.Says(i, "meanwhile") || s.Says(i, "far") && s.Says(i - 1, "so")
                || s.Says(i, "still") && i >= subject && i < verb)
                return true;
            else if (s.IsMark(i, ';') && i > verb || s.IsMark(i, '.')) return false;
        return false;
    }

    // "For the first time in five years | cars", "at last": as it was not before.
    private bool FirstTime(int from, int to)
    {
        for (var i = Math.Max(0, from); i < Math.Min(s.Count, to); i++)
            if (s.Says(i, "first") && s.Says(i + 1, "time") || s.Says(i, "last") && s.Says(i - 1, "at")) return true;
        return false;
    }

    // The token after the first word of a cue within some tokens, before any mark; -1 where there is none.
    private int EndingWith(int from, int within, Cue cue)
    {
        for (var i = from; i < Math.Min(s.Count, from + within) && !s.IsMark(i); i++)
            if (s.Has(i, cue)) return i + 1;
        return -1;
    }

    // "cannot", "are no longer able to", "may not"
    private bool Unable(int group, int verb)
    {
        for (var i = Math.Max(0, group); i < verb; i++)
            if (s.SaysAny(i, "cannot", "not", "never", "unable", "longer", "stopped", "ceased"))
                return !s.Says(i + 1, "only");
        return false;
    }

    private bool Only(int subject, int verb)
    {
        for (var i = subject; i < verb; i++)
            if (s.SaysAny(i, "only", "solely") && !IsSole(i) || Excludes(i)) return true;
        return false;
    }

    // "no men", "heavy lorries": not everybody.
    private bool IsKind(int from, int to) => s.HasAny(from, to, Cue.BarredKind) || Mover(from, to).Some;

    // "the only road", "the town's only bridge": which one, and no limit.
    private bool IsSole(int i) => (s.Is(i - 1, Tag.Determiner) || i > 0 && s[i - 1].Kind == TokenKind.Possessive)
        && !s.SaysAny(i + 1, "one", "ones", "people");

    private bool IsAgain(int from)
    {
        for (var k = from; k < Math.Min(s.Count, from + 12) && !s.IsMark(k); k++)
            if (s.SaysAny(k, "again", "normally", "freely", "unhindered") || s.Says(k, "once"))
                return true;
        return false;
    }

    // Who passes: anybody, or some by what they are.
    private (bool Mover, bool Some) Mover(int subject, int group)
    {
        var (mover, some) = (false, false);
        for (var i = subject; i < group; i++)
        {
            if (s.Find(i, Tag.Transit) is { Name: "some" }) some = true;
            else if (s.SaysAny(i, "those", "anyone", "anybody") && s.Says(i + 1, "without")) (mover, some) = (true, true);
            else if (IsTraveller(i) || s.Find(i, Tag.Unit) is { } unit && Numbers.Noun.IsHuman(unit.Name)) mover = true;
            // "trucks heavier than three tonnes", "people without papers"
            if (mover
                && (s.SaysAny(i, "with", "without", "heavier", "carrying", "aged", "from") || s.SaysAny(i, "between", "over", "under") && s.IsCount(i + 1)))
                some = true;
        }

        return (mover, some);
    }

    private bool Numbered(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.IsCount(i) && !s.SaysAny(i, "one") && !taken[i] && !s.SaysAny(i - 1, "between", "and", "under", "over", "than", "aged")
                && !s.Is(i - 1, Tag.Feature))
                return true;
        return false;
    }

    // "get through", "pass", "cross it": on what was told before.
    private bool Onward(int i, int length, Meaning verb) => !s.SaysAny(i + length, "within", "inside", "around")
        && (verb.Detail == "alone" || s.SaysAny(i + length, "through", "across", "past", "over", "it", "by", "along", "back")
        || s.SaysAny(i + length - 1, "through", "across", "past", "by")
        || length == 1 && s.SaysAny(i, "pass", "passes", "cross", "crosses", "crossed", "crossing", "moving", "move", "moves", "drive"));

    private bool IsTraveller(int i) => s.Find(i, Tag.Transit) is { Name: "mover" } || IsVehicle(i);

    private bool IsVehicle(int i) => s.Find(i, Tag.Transit) is { Name: "vehicle" };

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
            if (s.Find(k, Tag.Transit, out var length) is { Name: "limit" or "paper" } limit
                && (limit.Name == "limit" && !IsSole(k) || s.Says(k - 1, "without")))
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

    // "It is open again, and the bridge behind it as well", "took the town, and with it the bridge": the same is told of another.
    private void AsWell(int i)
    {
        var with = s.Says(i, "with") && s.SaysAny(i + 1, "it", "them");
        var also = (s.Says(i, "well") && s.Says(i - 1, "as") || s.Says(i, "too")) && (i + 1 >= s.Count || s.IsMark(i + 1));
        // "is closed, | as is | the bridge", "and | so are | the crossings"
        var so = s.SaysAny(i, "so", "as") && s.Is(i + 1, Tag.Be);
        if (s.Says(i, "as") && s.Is(i + 1, Tag.Determiner) && s.Has(i + 2, Cue.LastLeft)) Left(i);
        if (Facts.Count == 0 || !with && !also && !so) return;
        var last = Facts[^1];
        if (so)
        {
            if (ways.Phrase(i + 2, s.Count, out _) is { IsWay: true } twin && last.Span.End <= s.Span(i, i + 1).Start)
                Put(i, ways.Ends(twin.End), twin, last.State, last.Realis, last.Actor);
            return;
        }

        if (with && s.Says(i - 1, "and") && ways.Phrase(i + 2, s.Count, out _) is { IsGround: true } other)
            Put(i, ways.Ends(other.End), other, last.State, last.Realis, last.Actor);
        for (var p = i - 1; p > Math.Max(0, i - 9); p--)
        {
            if (!(with ? s.IsMark(p, ',') : s.Says(p, "and")) || ways.Phrase(p + 1, i, out var stop) is not { } way) continue;
            if (last.Span.End <= s.Span(p, p + 1).Start) Put(p + 1, with ? i + 2 : i + 1, way, last.State, last.Realis, last.Actor);
            return;
        }
    }

    // "leaving the coast road | as the only way out"
    private void Left(int at)
    {
        for (var k = at - 2; k > Math.Max(0, at - 14) && !s.IsMark(k, ';'); k--)
            if (ways.IsCausative(k) && Starts(k, "le") && ways.Phrase(k + 1, at, out _) is { IsWay: true } way && (way.End == at || ways.Ends(way.End) == at))
            {
                Put(k, at, way, AccessState.Open, RealisAt(k, k), null);
                return;
            }
    }

    // "let through | at Chaman": a crossing by its name.
    private Thing? Post(int verb, int stop)
    {
        // "At Orna only men with a pass | may cross into Odra"
        var clause = ClauseStart(GroupStart(verb));
        if (NamedAt(clause, verb) is { } at && s.Is(verb + 2, Tag.Country)) return at;
        for (var k = verb + 1; k < Math.Min(stop, verb + 6); k++)
            if (NamedAt(k, stop) is { } post) return post;
        return null;
    }

    // "at | Chaman": by nothing but its name.
    private Thing? NamedAt(int at, int stop) =>
        s.Says(at, "at") && ways.Phrase(at + 1, stop, out _) is { IsPlace: true, Named: true } post ? post with { Feature = "crossing" } : null;

    private Places.PlacePhrase? PlaceAfter(int i) => places.Find(p => p.At >= i);

    private bool IsTold(Thing thing, AccessState state) =>
        Facts.Exists(f => f.State == state && f.Realis != Realis.Possible && Spelling.Of(f.Feature) == thing.Feature
            && f.Place.Name == ways.Place(thing, state));

    private bool Conditional(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.Is(i, Tag.Conditional)) return true;
        return false;
    }

    // "Nobody", "no one", "no vehicles": before the verb, at the head of the clause.
    private bool Nobody(int start, int verb)
    {
        for (var i = Math.Max(start, verb - 12); i < verb; i++)
            if (s.SaysAny(i, "nobody", "none", "nothing") && !s.Has(i + 1, Cue.ElseBeyond) || s.Says(i, "not") && s.SaysAny(i + 1, "a", "one")
                || s.Says(i, "no")
                    && (s.Says(i + 1, "one") || s.Is(i + 1, Tag.Unit | Tag.Passage)
                        || s.Find(i + 1, Tag.Transit) is { Name: "mover" or "vehicle" or "some" }))
                return true;
        return false;
    }

    // The road or bridge that the clause does not name: told just before.
    private Thing? Earlier(int before)
    {
        if (PassedBefore() is { } here) return here;
        for (var i = before - 1; i >= 0; i--)
            if (ways.FeatureAt(i, out var feature, out var length) && feature is "road" or "bridge" or "checkpoint" or "crossing" or "corridor" or "flank")
            {
                var thing = new Thing(feature, ways.NounStart(i), i, i + length, false);
                return thing with { Name = ways.Place(thing, AccessState.Open) };
            }

        return context.LastAccess is { } last && IsPassed(last.Feature) ? Thing.Of(last) : null;
    }

    private static bool IsPassed(Feature feature) => feature is Feature.Road or Feature.Bridge or Feature.Checkpoint or Feature.Crossing or Feature.Corridor;

    // "waiting for clearance to pass | the checkpoint": not everybody is let through at once.
    private void Awaited(int i)
    {
        var asked = false;
        for (var k = i + 1; k < Math.Min(s.Count, i + 7) && !s.IsMark(k); k++)
        {
            asked |= s.Find(k, Tag.Transit) is { Name: "paper" } || s.SaysAny(k, "approval", "let", "allowed");
            if (!asked || s.Find(k, Tag.Transit) is not { Name: "goes" }) continue;
            if (ways.Phrase(k + 1, s.Count, out _) is { Feature: "checkpoint" or "crossing" or "bridge" } gate && !NegatedAt(i))
                Put(i, gate.End, gate, AccessState.Restricted, RealisAt(i, i), null);
            return;
        }
    }

    // "stuck | at a checkpoint", "are being held | at the checkpoint"; those who were stopped there once have gone on or home.
    private void Stuck(int i)
    {
        if (s.SaysAny(i, "held", "stopped") && !s.SaysAny(i - 1, "are", "is", "being", "still")) return;
        if (ways.Phrase(i + 2, s.Count, out _) is { Feature: "checkpoint" } post)
            Put(i, post.End, post, AccessState.Restricted, RealisAt(i, i), null);
    }

    private bool Vehicles(int at)
    {
        for (var i = Math.Max(0, at - 7); i < Math.Min(s.Count, at + 6); i++)
            if (s.Has(i, Cue.Carrier))
                return true;
        return false;
    }

    private (int Start, int Stop) Between(int at)
    {
        var (start, stop) = (at, at);
        while (start > 0 && !s.IsMark(start - 1, ';') && !s.IsMark(start - 1, ':') && at - start < 14) start--;
        while (stop < s.Count && !s.IsMark(stop, ';') && !s.IsMark(stop, ',') && !s.IsMark(stop, '.') && stop - at < 14) stop++;
        return (start, stop);
    }

    // "Turned back 12 km short of the bridge", "3 km from the crossing": what stopped them was elsewhere.
    private bool Far(int at)
    {
        var i = at > 0 && s.SaysAny(at - 1, "the", "a", "this", "that") ? at - 2 : at - 1;
        return i > 0 && s.Says(i, "from") && s.SaysAny(i - 1, "km", "kilometres", "kilometers", "miles", "metres", "meters", "away", "far");
    }

    // The crossing, checkpoint, bridge or road nearest to the verb.
    private Thing? Gate(int start, int stop, int verb, bool orCamp)
    {
        var best = default(Thing);
        var distance = int.MaxValue;
        for (var i = start; i < stop; i++)
        {
            if (Math.Abs(i - verb) >= distance || taken[i] || ways.IsPermit(i)) continue;
            var length = 1;
            if (IsDoing(i)) continue;
            var gate = ways.FeatureAt(i, out var way, out length) ? way : s.Find(i, Tag.Feature, out length)?.Name;
            if (gate is not ("crossing" or "checkpoint" or "bridge" or "road" or "corridor" or "camp")
                || gate == "camp" && (!orCamp || i > verb || !ways.FeatureAt(i, out _, out _)) || Far(i))
                continue;
            // "Border guards let no one through the Uspenka crossing": not at any border that has a name beside it.
            var far = Math.Abs(i - verb) + (gate == "crossing" && ways.IsOtherNoun(i + length) ? 50 : 0);
            if (far < distance) (best, distance) = (new Thing(gate, ways.NounStart(i), i, i + length, false), far);
        }

        // "A checkpoint on the Kala road turns back": the checkpoint.
        if (best.Feature == "road")
        {
            var on = best.First;
            while (on > start && s.Is(on - 1, Tag.Determiner)) on--;
            if (s.Says(on - 1, "on") && s.EndingAt(on - 1, Tag.Feature, out var post) is { Name: "checkpoint" or "crossing" } gate
                && (s.Is(ways.NounStart(post) - 1, Tag.Determiner) || (post == 0 || s.IsMark(post - 1))))
                best = new Thing(gate.Name, ways.NounStart(post), post, on - 1, false);
        }

        return distance < int.MaxValue ? best : null;
    }
}
