using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>The clause of an act: its verb group, and what that is told of.</summary>
internal sealed partial class AccessReader
{
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

    // Nothing more of the verb follows: a mark, a time, a conjunction.
    private bool EndsClause(int i) => i >= s.Count || s.IsMark(i) || taken[i] || s.Is(i, Tag.Conjunction);

    private (int Start, int Stop) Between(int at)
    {
        var (start, stop) = (at, at);
        while (start > 0 && !s.IsMark(start - 1, ';') && !s.IsMark(start - 1, ':') && at - start < 14) start--;
        while (stop < s.Count && !s.IsMark(stop, ';') && !s.IsMark(stop, ',') && !s.IsMark(stop, '.') && stop - at < 14) stop++;
        return (start, stop);
    }

    private bool IsLinking(int i) => s.Has(i, Cue.Copular);

    // "are blocked", "has been cut", "stayed open": what it is done to stands before.
    private bool IsPassive(int act)
    {
        var i = BeforeTime(act - 1);
        while (i > 0
            && (s.Is(i, Tag.Adverb) || s.IsManner(i) || s.Has(i, Cue.Intervening) || s[i].Kind == TokenKind.Quote && i == act - 1
                || (s.IsMark(i, ',') || s.SaysAny(i, "and", "or") && s.IsManner(i + 1)) && s.IsManner(i - 1) || s.IsMark(i, ',') && s.IsManner(i + 1))) i--;
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
        if (!s.SaysAny(and, "and", "or") || s.Act(act) is { Form: VerbForm.Third }) return -1;
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
        return i < last && i >= 0 && s.Is(i, Tag.Helping) ? i : last;
    }

    // Where the verb group of a word begins: "had | been heavily | shelled", "was expected to | open".
    private int GroupStart(int act)
    {
        var i = act;
        while (i > 0 && act - i < 10)
        {
            var before = GroupStep(i, act, out var whole);
            if (before == i) break;
            i = before;
            if (whole) break;
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

    // The token before a part of a verb group that belongs to it as well, or the part itself.
    private int GroupStep(int i, int act, out bool whole)
    {
        var before = i - 1;
        whole = false;
        if (s.Is(before, Tag.Be | Tag.Have | Tag.Do | Tag.Modal | Tag.Possible)
            || s.Is(before, Tag.Adverb) && !s.Is(before, Tag.Direction) || IsLinking(before) || s.IsManner(before) || s.Has(before, Cue.GroupWord)
            || s[before].Kind == TokenKind.Quote && s.Is(before - 1, Tag.Be)) return before;
        if (s.IsMark(before, ',') && s.IsManner(before - 1) && i < act) return before;
        // "was | on Monday | closed"
        if (BeforeTime(before) is var helper && helper < before) return helper + 1;
        // "partially or completely | blocked"
        if (s.SaysAny(before, "and", "or") && s.IsManner(i) && s.IsManner(before - 1)) return before;
        // "have stopped | running", "continue | shelling"
        if (i == act && s.EndsWith(act, "ing") && s.Has(before, Cue.Aspect)) return before;
        if (!s.Says(before, "to")) return i;
        // "is to reopen", "continued to fall", "was expected to open"
        if (s.SaysAny(before - 1, "due", "set") && s.Is(before - 2, Tag.Be)) return i - 2;
        if (s.Is(before - 1, Tag.Be) || s.SaysAny(before - 1, "yet", "due", "set", "expected", "likely")) return before;
        var leading = s.EndingAt(before, Tag.Catenative, out var first) is not null;
        // "for the crossing | to be opened"
        whole = !leading && i < act && s.Says(i, "be");
        return leading ? first : whole ? before : i;
    }

    private bool HasBefore(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
            if (s.Is(i, Tag.Have)) return true;
            else if (!s.Is(i, Tag.Adverb) && !s.IsManner(i) && !s.SaysAny(i, "not", "and", "or", "then")) return false;
        return false;
    }

    private int BeforeAuxiliary(int verb)
    {
        var i = verb - 1;
        while (i > 0 && s.Is(i, Tag.Have | Tag.Adverb)) i--;
        return i;
    }

    // "It was shelled": where the pronoun stands; -1 where what it is told of has not happened ("once it is repaired").
    private int? Pronoun(int group)
    {
        if (!s.SaysAny(group - 1, "it", "they") || ways.IsGoverned(group - 1)) return null;
        return s.SaysAny(group - 2, "once", "until", "unless") || s.Says(group - 2, "when") && s.SaysAny(group, "is", "are", "reopens", "opens")
            ? -1 : group - 1;
    }

    // "the bridge, which was closed": the noun before "which".
    private Thing? Relative(int group, ActMeaning act) => !s.SaysAny(group - 1, "which", "that") ? null : Nearest(WholeOf(group - 1), act, group);

    // "the highway, | a stretch of which": where the clause about a part of it begins.
    private int WholeOf(int pronoun)
    {
        for (var i = pronoun - 2; s.Says(pronoun - 1, "of") && i > Math.Max(0, pronoun - 7); i--)
            if (s.IsMark(i, ',')) return i + 1;
        return pronoun;
    }

    // "the road, which rebels cut on Friday": what the clause is told of.
    private Thing? Antecedent(int at, ActMeaning act)
    {
        for (var i = at - 1; i > Math.Max(0, at - 7) && !s.IsMark(i); i--)
            if (s.Says(i, "had") && act.State == AccessState.Captured) return null;
            else if (s.SaysAny(i, "which", "that") && !s.Is(i - 1, Tag.Speech))
                return i < GroupStart(at) - 1 && Nearest(i, act, at) is { } told
                    && (!told.IsPlace || (told.Named || s.Says(told.First, "the")) && Force(at, told.Head) is not null) ? told : null;
        return Contact(GroupStart(at) - 1, act);
    }

    // "the road | rebels cut on Friday", "Karsa, whose bridge | troops blew up", "the bridge | they crossed on": a way whose clause begins
    // with who did it, and no "that".
    private Thing? Contact(int who, ActMeaning act)
    {
        // "Border guards | opened an inquest": who they are.
        if (s.SaysAny(who, "guards", "guard", "police", "post", "posts")
            || !s.Is(who, Tag.Actor) && !s.Is(who, Tag.Unit) && !s.SaysAny(who, "they", "we")
            || s.FeatureEndingAt(who, out var head) is not { } noun) return null;
        var first = Nouns.NounStart(head);
        while (s.Is(first - 1, Tag.Determiner)) first--;
        // "On the Mesik road | rebels attacked": where, and not what.
        if (s.Is(first - 1, Tag.Preposition) && (first == 1 || s.IsMark(first - 2))) return null;
        return new Thing(noun.Kind, first, head, who, false) is { IsWay: true } way && Fits(act, way) ? way : null;
    }

    private Thing? Nearest(int pronoun, ActMeaning act, int at)
    {
        var stop = s.IsMark(pronoun - 1) ? pronoun - 1 : pronoun;
        for (var p = Math.Max(0, stop - 10); p < stop; p++)
        {
            if (s.Act(p) is { Form: VerbForm.Base or VerbForm.Past or VerbForm.Third } || ways.Phrase(p, stop, out var end) is not { } thing
                || thing.End != stop && (thing.IsPlace || ways.Ends(thing.End) != stop && !Trails(thing.End, stop))) continue;
            if ((Fits(act, thing) ? thing : GateOf(thing, act, at)) is not { } told) continue;
            // "the road to Halma, which"
            return told.IsPlace && s.SaysAny(told.First - 1, "to", "at", "from", "into")
                && s.FeatureEndingAt(told.First - 1, out var way) is { } leads
                && new Thing(leads.Kind, Nouns.NounStart(way), way, told.First - 1, false) is { IsWay: true } road ? road : told;
        }

        return Subject(stop, act, out _) is { } far && Fits(act, far) ? far : null;
    }

    // What a verb group is told of: the last noun phrase before it that no preposition governs, past an insertion.
    // "On Monday [the bridge] on the road to Sake", "By evening [the crossing]", "[Traffic on the road]".
    private Thing? Subject(int group, ActMeaning act, out int boundary)
    {
        var stop = group;
        boundary = -1;
        // "The Orna crossing – the only one open to aid – has been closed"
        for (var open = stop - 3; ways.IsDash(stop - 1) && open > 0 && stop - open < 20; open--)
            if (ways.IsDash(open) && ways.Ungoverned(open, out boundary) is { } parted && Fits(act, parted)) return parted;
        if (IsLabel(stop)) stop--;
        else if (s.IsMark(stop - 1, ','))
        {
            // "The bridge, which came under fire, is impassable"; "the roads connecting A with B to the west, are cut"
            for (var open = stop - 2; open > 0 && stop - open < 28; open--)
            {
                if (!s.IsMark(open, ',') || ways.Ungoverned(open, out boundary) is not { } past || !Fits(act, past))
                    continue;
                // "A portion of Highway 6, the road joining A, B and C, has": what the road is called first.
                return s.Is(past.First, Tag.Determiner) && boundary > 0 && s.IsMark(boundary, ',') && ways.Ungoverned(boundary, out var outer) is { } called
                    ? (boundary = outer, called).called : past;
            }

            if (stop == group && !Starts(group, "re")) return ways.Ungoverned(stop - 1, out boundary) is { IsPlace: false } plain ? plain : null;
            stop--;
        }

        return ways.Ungoverned(stop, out boundary);
    }

    // "RN4: closed at Bogoro", "Naga-Calabanga Road – passable only to trucks": a mark in the place of "is".
    private bool IsLabel(int act) => act is > 1 and < 24 && (act < 14 && s.IsMark(act - 1, ':')
        || s[act].Spaced && ways.IsDash(act - 1));

    // "whether to leave the northern road open", "if the bridges fall": the whole clause.
    private int Whole(int first, int boundary)
    {
        if (boundary < 0 || boundary < first - 1) return first;
        if (s.SaysAny(boundary, "if", "unless", "whether")) return boundary;
        if (!ways.IsCausative(boundary)) return first;
        var start = boundary;
        if (s.Says(start - 1, "to")) start--;
        return start < boundary && s.Is(start - 1, Tag.Conditional) ? start - 1 : boundary;
    }

    // The token after the first word of a cue within some tokens, before any mark; -1 where there is none.
    private int EndingWith(int from, int within, Cue cue)
    {
        for (var i = from; i < Math.Min(s.Count, from + within) && !s.IsMark(i); i++)
            if (s.Has(i, cue)) return i + 1;
        return -1;
    }

    private bool Starts(int i, string beginning) => s.IsWord(i) && s.Chars(i).StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
}
