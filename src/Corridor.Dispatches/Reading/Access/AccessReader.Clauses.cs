using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>The clause of an act: its verb group, and what that is told of.</summary>
internal sealed partial class AccessReader
{
    // "leaving the road impassable", "keep the corridor closed", "rendered the bridge unusable"
    private bool IsCausative(int i) => s.Has(i, Cue.Causative);

    private bool IsLinking(int i) => s.Has(i, Cue.Copular);

    // "completely", "heavily": how; not "July", "family", "supply".
    private bool IsManner(int i) => s.EndsWith(i, "ly") && !(s[i].Capital && i > 0) && !s.Is(i, Tag.Unit);

    // "are blocked", "has been cut", "stayed open": what it is done to stands before.
    private bool IsPassive(int act)
    {
        var i = BeforeTime(act - 1);
        while (i > 0
            && (s.Is(i, Tag.Adverb) || IsManner(i) || s.Has(i, Cue.Intervening) || s[i].Kind == TokenKind.Quote && i == act - 1
                || (s.IsMark(i, ',') || s.SaysAny(i, "and", "or") && IsManner(i + 1)) && IsManner(i - 1) || s.IsMark(i, ',') && IsManner(i + 1))) i--;
        if (i < 0) return false;
        if ((s.Is(i, Tag.Be) || IsLinking(i)) && !s.EndsWith(act, "ing") || s.SaysAny(act, "cannot", "could", "can")) return true;
        // "was closed and is guarded", "is mined and cut"
        return s.SaysAny(i, "and", "or") && i == act - 1 && !s.EndsWith(act, "ing")
            && (s.EndingAt(i, Tag.Act, out var twin) is not null ? twin > 0 && IsPassive(twin) : Paired(act) > 0);
    }

    // "was evacuated | and closed", "is guarded by police | and shut": the first participle of what is told of one subject, or -1.
    private int Paired(int act)
    {
        var and = act - 1;
        if (!s.SaysAny(and, "and", "or") || s.Find(act, Tag.Act) is { Form: VerbForm.Third }) return -1;
        var i = and - 1;
        while (i > Math.Max(1, and - 6) && s.IsWord(i) && !s.Is(i - 1, Tag.Be)) i--;
        return s.Is(i - 1, Tag.Be) && (s.Is(i, Tag.Predicate) || s.EndsWith(i, "ed")) && (i + 1 == and || s.Is(i + 1, Tag.Preposition)) ? i : -1;
    }

    // "was | on Monday | closed": back over a time that stands between "was" and its verb; else where it is.
    private int BeforeTime(int last)
    {
        var i = last;
        while (i > 0
            && (taken[i] || s.SaysAny(i, "then", "earlier", "later", "previously")
                || i < last && s.SaysAny(i, "on", "in", "at", "by", "since", "late", "early"))) i--;
        return i < last && i >= 0 && (s.Is(i, Tag.Be) || s.Is(i, Tag.Have)) ? i : last;
    }

    private int GroupStart(int act)
    {
        var i = act;
        while (i > 0 && act - i < 10)
        {
            var before = i - 1;
            if (s.Is(before, Tag.Be) || s.Is(before, Tag.Have) || s.Is(before, Tag.Do) || s.Is(before, Tag.Modal) || s.Is(before, Tag.Possible)
                || s.Is(before, Tag.Adverb) && !s.Is(before, Tag.Direction) || IsLinking(before) || IsManner(before) || s.Has(before, Cue.GroupWord)
                || s[before].Kind == TokenKind.Quote && s.Is(before - 1, Tag.Be))
                i--;
            else if (s.IsMark(before, ',') && IsManner(before - 1) && i < act) i--;
            // "was | on Monday | closed"
            else if (BeforeTime(before) is var helper && helper < before) i = helper + 1;
            // "partially or completely | blocked"
            else if (s.SaysAny(before, "and", "or") && IsManner(i) && IsManner(before - 1)) i--;
            // "have stopped | running", "continue | shelling"
            else if (i == act && s.EndsWith(act, "ing") && s.Has(before, Cue.Aspect)) i--;
            // "is to reopen", "continued to fall", "was expected to open"
            else if (s.Says(before, "to") && s.SaysAny(before - 1, "due", "set") && s.Is(before - 2, Tag.Be)) i -= 2;
            else if (s.Says(before, "to") && (s.Is(before - 1, Tag.Be) || s.SaysAny(before - 1, "yet", "due", "set", "expected", "likely"))) i--;
            // "for the crossing | to be opened"
            else if (s.Says(before, "to") && i < act && s.Says(i, "be") && s.EndingAt(before, Tag.Catenative, out _) is null) { i--; break; }
            else if (s.Says(before, "to") && s.EndingAt(before, Tag.Catenative, out var first) is not null) i = first;
            else break;
        }

        // "is mined and cannot be used": both are told of one subject.
        if (i > 0 && s.SaysAny(i - 1, "and", "or") && s.EndingAt(i - 1, Tag.Act, out var earlier) is not null && earlier > 0
            && s.Is(earlier - 1, Tag.Be))
            return GroupStart(earlier);
        // "was evacuated | and closed"
        if (i == act && Paired(act) is var pair and > 0) return GroupStart(pair);
        // "has been mended and is open": past the first verb of the subject.
        if ((i < act || s.SaysAny(act, "cannot", "could", "can") || s.SaysAny(i - 1, "but", "yet") && s.Is(i - 3, Tag.Be))
            && s.SaysAny(i - 1, "and", "but", "yet"))
            for (var k = i - 2; k > Math.Max(0, i - 11) && !s.Is(k, Tag.Speech); k--)
                if (s.Is(k, Tag.Be)) return s.Is(k + 1, Tag.Act) ? i : GroupStart(k + 1);
        return i;
    }

    // "It was shelled": where the pronoun stands; -1 where what it is told of has not happened ("once it is repaired").
    private int? Pronoun(int group)
    {
        if (!s.SaysAny(group - 1, "it", "they") || IsGoverned(group - 1)) return null;
        return s.SaysAny(group - 2, "once", "until", "unless") || s.Says(group - 2, "when") && s.SaysAny(group, "is", "are", "reopens", "opens")
            ? -1 : group - 1;
    }

    // "the bridge, which was closed": the noun before "which".
    private Thing? Relative(int group, Meaning act) => !s.SaysAny(group - 1, "which", "that") ? null : Nearest(WholeOf(group - 1), act, group);

    // "the highway, | a stretch of which": where the clause about a part of it begins.
    private int WholeOf(int pronoun)
    {
        for (var i = pronoun - 2; s.Says(pronoun - 1, "of") && i > Math.Max(0, pronoun - 7); i--)
            if (s.IsMark(i, ',')) return i + 1;
        return pronoun;
    }

    // "the road, which rebels cut on Friday": what the clause is told of.
    private Thing? Antecedent(int at, Meaning act)
    {
        for (var i = at - 1; i > Math.Max(0, at - 7) && !s.IsMark(i); i--)
            if (s.Says(i, "had") && act.Name == "captured") return null;
            else if (s.SaysAny(i, "which", "that") && !s.Is(i - 1, Tag.Speech))
                return i < GroupStart(at) - 1 && Nearest(i, act, at) is { } told
                    && (!told.IsPlace || (told.Named || s.Says(told.First, "the")) && Force(at, told.Head) is not null) ? told : null;
        return Contact(GroupStart(at) - 1, act);
    }

    // "the road | rebels cut on Friday", "Karsa, whose bridge | troops blew up", "the bridge | they crossed on": a way whose clause begins
    // with who did it, and no "that".
    private Thing? Contact(int who, Meaning act)
    {
        // "Border guards | opened an inquest": who they are.
        if (s.SaysAny(who, "guards", "guard", "police", "post", "posts")
            || !s.Is(who, Tag.Actor) && !s.Is(who, Tag.Unit) && !s.SaysAny(who, "they", "we")
            || s.EndingAt(who, Tag.Feature, out var head) is not { } noun) return null;
        var first = NounStart(head);
        while (s.Is(first - 1, Tag.Determiner)) first--;
        // "On the Mesik road | rebels attacked": where, and not what.
        if (s.Is(first - 1, Tag.Preposition) && (first == 1 || s.IsMark(first - 2))) return null;
        return new Thing(noun.Name, first, head, who, false) is { IsWay: true } way && Fits(act, way) ? way : null;
    }

    private Thing? Nearest(int pronoun, Meaning act, int at)
    {
        var stop = s.IsMark(pronoun - 1) ? pronoun - 1 : pronoun;
        for (var p = Math.Max(0, stop - 10); p < stop; p++)
        {
            if (s.Find(p, Tag.Act) is { Form: VerbForm.Base or VerbForm.Past or VerbForm.Third } || Phrase(p, stop, out var end) is not { } thing
                || thing.End != stop && (thing.IsPlace || Ends(thing.End) != stop && !Trails(thing.End, stop))) continue;
            if ((Fits(act, thing) ? thing : GateOf(thing, act, at)) is not { } told) continue;
            // "the road to Halma, which"
            return told.IsPlace && s.SaysAny(told.First - 1, "to", "at", "from", "into")
                && s.EndingAt(told.First - 1, Tag.Feature, out var way) is { } leads
                && new Thing(leads.Name, NounStart(way), way, told.First - 1, false) is { IsWay: true } road ? road : told;
        }

        return Subject(stop, act, out _) is { } far && Fits(act, far) ? far : null;
    }

    // What a verb group is told of: the last noun phrase before it that no preposition governs, past an insertion.
    // "On Monday [the bridge] on the road to Sake", "By evening [the crossing]", "[Traffic on the road]".
    private Thing? Subject(int group, Meaning act, out int boundary)
    {
        var stop = group;
        boundary = -1;
        // "The Orna crossing – the only one open to aid – has been closed"
        for (var open = stop - 3; IsDash(stop - 1) && open > 0 && stop - open < 20; open--)
            if (IsDash(open) && Bare(open, out boundary) is { } parted && Fits(act, parted)) return parted;
        if (IsLabel(stop)) stop--;
        else if (s.IsMark(stop - 1, ','))
        {
            // "The bridge, which came under fire, is impassable"; "the roads connecting A with B to the west, are cut"
            for (var open = stop - 2; open > 0 && stop - open < 28; open--)
            {
                if (!s.IsMark(open, ',') || Bare(open, out boundary) is not { } past || !Fits(act, past))
                    continue;
                // "A portion of Highway 6, the road joining A, B and C, has": what the road is called first.
                return s.Is(past.First, Tag.Determiner) && boundary > 0 && s.IsMark(boundary, ',') && Bare(boundary, out var outer) is { } called
                    ? (boundary = outer, called).called : past;
            }

            if (stop == group && !Starts(group, "re")) return Bare(stop - 1, out boundary) is { IsPlace: false } plain ? plain : null;
            stop--;
        }

        return Bare(stop, out boundary);
    }

    private bool IsDash(int i) => i > 0 && s[i].Spaced && (s.IsMark(i, '–') || s.IsMark(i, '—') || s.IsMark(i, '-'));

    // "RN4: closed at Bogoro", "Naga-Calabanga Road – passable only to trucks": a mark in the place of "is".
    private bool IsLabel(int act) => act is > 1 and < 24 && (act < 14 && s.IsMark(act - 1, ':')
        || s[act].Spaced && IsDash(act - 1));

    private Thing? Bare(int stop, out int boundary)
    {
        boundary = stop - 1;
        while (boundary >= 0 && stop - boundary < 26 && !IsBoundary(boundary))
        {
            // "(RN15)"
            if (s.IsMark(boundary, ')')) while (boundary > 0 && !s.IsMark(boundary, '(')) boundary--;
            boundary--;
        }

        Thing? found = null;
        Thing? joined = null;
        var (governed, listed) = (false, false);
        for (var p = boundary + 1; p < stop;)
        {
            // "the Orna road (about 40 km long)"
            if (s.IsMark(p, '('))
            {
                while (p < stop && !s.IsMark(p, ')')) p++;
                p++;
                continue;
            }

            // "every way out | but the Orna road | is closed": the one of which it is not told.
            if (Excepted(p) is var but and > 0)
            {
                Phrase(p + but, stop, out var past);
                p = Math.Max(past, p + but);
                governed = false;
                continue;
            }

            // "Over 670 roads"
            if (Approximator(p) is var about and > 0 && !s.Is(p + about, Tag.Fraction)) { p += about; continue; }
            if ((s.Has(p, Cue.Joining) || s.SaysAny(p, "leading", "running", "spanning", "near", "crossing", "known", "used", "including", "close"))
                    && found is not null || s.EndsWith(p, "ed") && s.Is(p + 1, Tag.Preposition) && p > boundary + 1
                || Governs(p) && !(s[p].Capital && p > 0))
            {
                // "called for the crossing to be opened"
                (governed, listed) = (!(s.Says(p, "for") && s.Says(stop, "to")) && !Hopeless(p) && !s.SaysAny(p + 1, "and", "but"), false);
                p++;
                continue;
            }

            // "Roads all over the province": still the roads.
            if (found is not null && s.SaysAny(p, "all", "right"))
                { (governed, listed) = (true, false); p += 2; continue; }
            if (s.SaysAny(p, "and", "or", "nor") || s.IsMark(p)) { listed = true; p++; continue; }
            // "Behind it | the road"
            if (s.SaysAny(p, "it", "them")) { (governed, listed) = (false, false); p++; continue; }
            if (s.SaysAny(p, "that", "which")) { p++; continue; }
            if (taken[p] || s.SaysAny(p, "today", "yesterday", "last", "week", "month", "late", "early", "overnight", "morning", "night", "evening")
                || s.Is(p, Tag.Adverb) && !s.Is(p, Tag.Direction) || s.Is(p, Tag.TimeUnit) || IsCount(p) && s.Is(p + 1, Tag.TimeUnit))
                { (governed, listed) = (false, false); p++; continue; }
            var leads = s.Is(p, Tag.Direction) || s.EndsWith(p, "bound");
            if (leads && found is not null && !s[p].Capital && (s.Is(p + 1, Tag.Preposition) || p + 1 == stop)) { p++; continue; }
            var thing = Phrase(p, stop, out var end);
            // "a corridor out of the Azovstal | works"
            if (end <= p || p > 0 && s[p - 1].Capital && s.Is(p, Tag.Act) && IsWorks(p)) { p++; continue; }
            // "fell back to the airport and the crossing was shut": a clause of its own.
            joined = governed && listed && (end >= stop || Governs(end) && !IsAny(boundary + 1, p, Cue.Between)) && s.SaysAny(p - 1, "and", "but")
                && (s.Is(p, Tag.Determiner) || s.Is(p, Tag.Passage)) ? thing : Governs(p - 1) ? joined : null;
            // "the town and its bridge were": a list goes on as it began.
            if (!governed)
                found = listed && found is { } called && s.IsMark(p - 1, ',') ? called : listed && found is { } first ? thing is { } more
                    && more.IsPlace == first.IsPlace ? first with { End = end } : thing ?? (s.Is(p, Tag.Determiner) ? first : null) : thing;
            if (!s.IsMark(end) && !s.SaysAny(end, "and", "or") && !(s.IsWord(end) && s[end].Capital && end < stop)) governed = false;
            p = Math.Max(end, p + 1);
        }

        return found ?? joined;
    }

    // "all the roads | except | the Orna road", "every way out | but |": how many words lead to what is left out of all.
    private int Excepted(int i)
    {
        var words = s.SaysAny(i, "but", "except", "save", "barring") ? s.Says(i + 1, "for") ? 2 : 1
            : s.Says(i, "apart") && s.Says(i + 1, "from") || s.Says(i, "other") && s.Says(i + 1, "than") ? 2 : 0;
        return words > 0 && s.AnyBefore(i, 8, static (s, k) => s.SaysAny(k, "all", "every", "each", "everything")) ? words : 0;
    }

    // "the road | above Orna": what follows tells where it lies.
    private bool Governs(int i) => s.Is(i, Tag.Preposition) || s.SaysAny(i, "opposite", "above", "below");

    // Where the clause of a subject begins: a mark, a conjunction, a verb, a pronoun.
    private bool IsBoundary(int i)
    {
        if (s.IsMark(i))
        {
            // "KHARTOUM - | The airport"
            if (IsDateline(i)) return true;
            if (s.IsMark(i, '-') || s.IsMark(i, '–') || s.IsMark(i, ')') || s[i].Kind == TokenKind.Quote || IsQuoted(i))
                return false;
            if (!s.IsMark(i, ',')) return true;
            if (s.SaysAny(i + 1, "especially", "including", "particularly", "notably", "mainly", "reportedly") || Includes(i)) return false;
            // "with the crossing of the river, joining A and B, | washed away"
            if (s.Has(i + 1, Cue.Joining) && s.EndsWith(i + 1, "ing")) return false;
            // "the road through A to the villages of B, C, and D"
            var names = s.IsWord(i - 1) && s[i - 1].Capital && !s.Is(i - 1, Tag.Weekday) && i + 2 < s.Count
                && s[i + 2].Kind is TokenKind.Word or TokenKind.Code && s[i + 2].Capital;
            if (names && s.SaysAny(i + 1, "and", "or") && IsListed(i, 9)) return false;
            // "A, B and C roads"
            return !(s.IsWord(i - 1) && s[i - 1].Capital && s.IsWord(i + 1) && s[i + 1].Capital && !s.Is(i + 1, Tag.Feature)
                && !s.Is(i - 1, Tag.Weekday));
        }

        if (i > 0 && s.IsWord(i - 1) && s[i - 1].Capital && s[i].Capital || !s.IsSmall(i - 1) && IsWorks(i)) return false;
        // "no way on, for | the gate is closed"; "all routes but one"
        if (s.Says(i, "for") && s.IsMark(i - 1, ',')) return true;
        if (s.Says(i, "but") && s.Is(i + 1, Tag.Cardinal) || Excepted(i) > 0) return false;
        // "many roads joining it to Senda"
        if (s.SaysAny(i, "it", "them") && (s.Has(i - 1, Cue.Joining) || IsGoverned(i))) return false;
        // "three bridges of them"
        if (s.Says(i, "them") && s.Says(i - 1, "of")) return false;
        // "the last checkpoint before Odra"
        if (s.SaysAny(i, "before", "after") && s.EndingAt(i, Tag.Feature, out _) is not null && s.IsWord(i + 1) && s[i + 1].Capital) return false;
        // "the border with Chad", "the road linking El Fasher with Kutum"
        if (s.Says(i, "with") && (s.EndingAt(i, Tag.Feature, out _) is { Name: "crossing" } || IsJoined(i))) return false;
        // "three of the corridors announced on Saturday"
        if ((s.EndsWith(i, "ed") || s.Find(i, Tag.Act) is { Form: var form } && form.HasFlag(VerbForm.Participle)) && s.Is(i + 1, Tag.Preposition)
            && s.Is(i - 1, Tag.Feature)) return false;
        // "the road that links A with B"
        if (s.SaysAny(i, "that", "which") && s.Has(i + 1, Cue.Joining)) return false;
        if (s.Says(i, "surrounding")) return false;
        if (s.Is(i, Tag.Speech) || s.Has(i, Cue.ClauseMarks))
            return true;
        if (s.Is(i, Tag.Modal) && !s[i].Capital || s.Is(i, Tag.Be) || s.Is(i, Tag.Have)) return true;
        if (IsCausative(i)) return true;
        if (s.SaysAny(i, "crossing", "crossings", "leading", "linking", "connecting", "joining", "running") || OpensWithPassage(i)) return false;
        // "the corridor agreed on Friday": described, as a finite verb follows.
        if (s.EndsWith(i, "ed") && s.Is(i + 1, Tag.Preposition) && i > 0 && s.IsWord(i - 1) && !s.IsSmall(i - 1)) return false;
        // "for humanitarian supplies"
        if (s.EndsWith(i, "s") && s.Is(i - 2, Tag.Preposition) && !s.IsSmall(i - 1)) return false;
        if (s.EndingAt(i + 1, Tag.Feature, out _) is null && s.Find(i, Tag.Predicate) is { Form: not VerbForm.Noun } && !s.Is(i, Tag.Feature)
            && !s.Is(i - 1, Tag.Determiner) && !s.Is(i, Tag.SettlementNoun) && !s.Is(i, Tag.Preposition))
            return true;
        return s.Find(i, Tag.Act) is { } act && !s.Is(i, Tag.Feature) && !s.Is(i - 1, Tag.Determiner) && !s.Is(i + 1, Tag.Feature);
    }

    // "Travel | on the road is possible", "said travel | between A and B": no verb, where a clause begins.
    private bool OpensWithPassage(int i) =>
        s.Is(i, Tag.Passage) && s.SaysAny(i + 1, "on", "along", "over", "across", "through", "by", "between", "from")
            && (i == 0 || s.IsMark(i - 1) || IsCausative(i - 1) || s.Is(i - 1, Tag.Speech) || s.Is(i - 1, Tag.Weekday)
                || s.SaysAny(i - 1, "that", "and", "but", "while"));

    // "roads, including two highways | , across the state": where what is included ends.
    private bool Includes(int comma)
    {
        for (var k = comma - 2; k > Math.Max(0, comma - 8); k--)
            if (s.IsMark(k, ',')) return s.SaysAny(k + 1, "especially", "including", "particularly", "notably", "mainly");
        return false;
    }

    // "opposite | it", "roads to | it": no subject.
    private bool IsGoverned(int i) => s.SaysAny(i - 1, "opposite", "near", "beside", "behind", "into", "around", "beyond", "past", "through")
        || s.SaysAny(i - 1, "over", "across", "to", "from");

    // "linking El Fasher | with": a word of joining and names before it.
    private bool IsJoined(int with)
    {
        var i = with - 1;
        while (i > 0 && with - i < 7 && (s[i].Capital || s.Is(i, Tag.Determiner) || s.Is(i, Tag.SettlementNoun) || s.Is(i, Tag.Direction)
            || s.SaysAny(i, "it", "them"))) i--;
        return s.Has(i, Cue.Joining);
    }

    // "the Azovstal | works | would", a finite verb after it: a noun.
    private bool IsWorks(int i) => s.EndsWith(i, "s") && !s.IsSmall(i) && (s.Is(i + 1, Tag.Modal) || s.Is(i + 1, Tag.Be) || s.Is(i + 1, Tag.Have));

    // A comma before the last name of a list: another comma between capitals stands before it.
    private bool IsListed(int comma, int within)
    {
        for (var k = comma - 2; k > Math.Max(1, comma - within) && s.IsWord(k + 1) && s[k + 1].Capital; k--)
            if (s.IsMark(k, ',')) return s.IsWord(k - 1);
        return false;
    }

    // "whether to leave the western road open", "if the bridges fall": the whole clause.
    private int Whole(int first, int boundary)
    {
        if (boundary < 0 || boundary < first - 1) return first;
        if (s.SaysAny(boundary, "if", "unless", "whether")) return boundary;
        if (!IsCausative(boundary)) return first;
        var start = boundary;
        if (s.Says(start - 1, "to")) start--;
        return start < boundary && s.Is(start - 1, Tag.Conditional) ? start - 1 : boundary;
    }
}
