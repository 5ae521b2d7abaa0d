using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What a verb is told of: the last noun phrase of its clause that no preposition governs.</summary>
internal sealed partial class WayPhrases
{
    /// <summary>"leaving the road impassable", "keep the corridor closed", "rendered the bridge unusable"</summary>
    public bool IsCausative(int i) => s.Has(i, Cue.Causative);

    /// <summary>A mark between words in the place of a pause, "–" with a space before it.</summary>
    public bool IsDash(int i) => i > 0 && s[i].Spaced && (s.IsMark(i, '–') || s.IsMark(i, '—') || s.IsMark(i, '-'));

    // What is found between a boundary and the verb, so far.
    private struct Clause(int boundary, int stop)
    {
        public readonly int Boundary = boundary;
        public readonly int Stop = stop;
        public int At = boundary + 1;
        public Thing? Found;
        // "the airport and | the crossing": one that a list goes on with behind a preposition.
        public Thing? Joined;
        // Whether a preposition leads to what comes, and whether a list goes on with it.
        public bool Governed;
        public bool Listed;
    }

    private static bool To(ref Clause c, int past, bool governed, bool listed)
    {
        (c.At, c.Governed, c.Listed) = (past, governed, listed);
        return true;
    }

    /// <summary>The last noun phrase before a token that no preposition governs, back to where its clause begins.</summary>
    public Thing? Ungoverned(int stop, out int boundary)
    {
        boundary = stop - 1;
        while (boundary >= 0 && stop - boundary < 26 && !IsBoundary(boundary))
        {
            // "(RN15)"
            if (s.IsMark(boundary, ')')) while (boundary > 0 && !s.IsMark(boundary, '(')) boundary--;
            boundary--;
        }

        var c = new Clause(boundary, stop);
        while (c.At < stop)
            if (!PassAside(ref c) && !PassLink(ref c) && !PassAdverb(ref c)) PassPhrase(ref c);
        return c.Found ?? c.Joined;
    }

    // What stands in a clause and changes nothing of what it is told of.
    private bool PassAside(ref Clause c)
    {
        var p = c.At;
        // "the Orna road (about 40 km long)"
        if (s.IsMark(p, '('))
        {
            while (p < c.Stop && !s.IsMark(p, ')')) p++;
            return To(ref c, p + 1, c.Governed, c.Listed);
        }

        // "every way out | but the Orna road | is closed": the one of which it is not told.
        if (Excepted(p) is var but and > 0)
        {
            Phrase(p + but, c.Stop, out var past);
            return To(ref c, Math.Max(past, p + but), false, c.Listed);
        }

        // "Over 670 roads"
        if (Approximator(p) is var about and > 0 && !s.Is(p + about, Tag.Fraction)) return To(ref c, p + about, c.Governed, c.Listed);
        return s.SaysAny(p, "that", "which") && To(ref c, p + 1, c.Governed, c.Listed);
    }

    // What leads on: a preposition, a participle, "and".
    private bool PassLink(ref Clause c)
    {
        var p = c.At;
        if (c.Found is not null && (s.Has(p, Cue.Joining)
                || s.SaysAny(p, "leading", "heading", "entering", "leaving", "running", "spanning", "near", "crossing", "known", "used", "including", "close"))
            || s.EndsWith(p, "ed") && s.Is(p + 1, Tag.Preposition) && p > c.Boundary + 1
            || Governs(p) && !(s[p].Capital && p > 0))
            // "called for the crossing to be opened"
            return To(ref c, p + 1, !(s.Says(p, "for") && s.Says(c.Stop, "to")) && !Hopeless(p) && !s.SaysAny(p + 1, "and", "but"), false);
        // "Roads all over the province": still the roads.
        if (c.Found is not null && s.SaysAny(p, "all", "right")) return To(ref c, p + 2, true, false);
        if (s.SaysAny(p, "and", "or", "nor") || s.IsMark(p)) return To(ref c, p + 1, c.Governed, true);
        // "Behind it | the road"
        return s.SaysAny(p, "it", "them") && To(ref c, p + 1, false, false);
    }

    // When, and which way.
    private bool PassAdverb(ref Clause c)
    {
        var p = c.At;
        if (taken[p] || s.SaysAny(p, "today", "yesterday", "last", "week", "month", "late", "early", "overnight", "morning", "night", "evening")
            || s.Is(p, Tag.Adverb) && !s.Is(p, Tag.Direction) || s.Is(p, Tag.TimeUnit) || s.IsCount(p) && s.Is(p + 1, Tag.TimeUnit))
            return To(ref c, p + 1, false, false);
        var leads = s.Is(p, Tag.Direction) || s.EndsWith(p, "bound") || s.SaysAny(p, "upstream", "downstream", "nearby", "down", "up", "back");
        return leads && c.Found is not null && !s[p].Capital && (s.Is(p + 1, Tag.Preposition) || p + 1 == c.Stop)
            && To(ref c, p + 1, c.Governed, c.Listed);
    }

    private void PassPhrase(ref Clause c)
    {
        var p = c.At;
        var thing = Phrase(p, c.Stop, out var end);
        // "a corridor out of the Azovstal | works"
        if (end <= p || p > 0 && s[p - 1].Capital && s.Is(p, Tag.Act) && IsWorks(p))
        {
            c.At++;
            return;
        }

        c.Joined = IsJoinedBehind(c, thing, end) ? thing : Governs(p - 1) ? c.Joined : null;
        if (!c.Governed) c.Found = c is { Listed: true, Found: { } first } ? Continued(c, first, thing, end) : thing;
        if (!s.IsMark(end) && !s.SaysAny(end, "and", "or") && !(s.IsWord(end) && s[end].Capital && end < c.Stop)) c.Governed = false;
        c.At = Math.Max(end, p + 1);
    }

    // "fell back to the airport and the crossing was shut": a clause of its own.
    private bool IsJoinedBehind(in Clause c, Thing? thing, int end) => c is { Governed: true, Listed: true }
        && (end >= c.Stop || Governs(end) && !s.HasAny(c.Boundary + 1, c.At, Cue.Between)) && s.SaysAny(c.At - 1, "and", "but")
        && (s.Is(c.At, Tag.Determiner | Tag.Passage) || end >= c.Stop && thing is { IsWay: true });

    // "the town and its bridge were": a list goes on as it began.
    private Thing? Continued(in Clause c, Thing first, Thing? thing, int end) =>
        s.IsMark(c.At - 1, ',') ? first
            : thing is { } more && more.IsPlace == first.IsPlace ? first with { End = end }
            : thing ?? (s.Is(c.At, Tag.Determiner) ? first : null);

    // "all the roads | except | the Orna road", "every way out | but |": how many words lead to what is left out of all.
    private int Excepted(int i)
    {
        var words = s.SaysAny(i, "but", "except", "save", "barring") ? s.Says(i + 1, "for") ? 2 : 1
            : s.Says(i, "apart") && s.Says(i + 1, "from") || s.Says(i, "other") && s.Says(i + 1, "than") ? 2 : 0;
        return words > 0 && s.AnyBefore(i, 8, static (s, k) => s.SaysAny(k, "all", "every", "each", "everything")) ? words : 0;
    }

    /// <summary>"the road | above Orna": what follows tells where it lies.</summary>
    public bool Governs(int i) => s.Is(i, Tag.Preposition) || s.SaysAny(i, "opposite", "above", "below");

    // Where the clause of a subject begins: a mark, a conjunction, a verb, a pronoun.
    private bool IsBoundary(int i)
    {
        if (s.IsMark(i)) return IsBoundaryMark(i);
        if (i > 0 && s.IsWord(i - 1) && s[i - 1].Capital && s[i].Capital || !s.IsSmall(i - 1) && IsWorks(i)) return false;
        // "no way on, for | the gate is closed"; "all routes but one"
        if (s.Says(i, "for") && s.IsMark(i - 1, ',')) return true;
        if (s.Says(i, "but") && s.Is(i + 1, Tag.Cardinal) || Excepted(i) > 0 || TellsWhichWay(i)) return false;
        if (s.Is(i, Tag.Speech | Tag.Helping) || s.Has(i, Cue.ClauseMarks) || s.Is(i, Tag.Modal) && !s[i].Capital) return true;
        // "Highway 8 | leaving Orna", "the road | down to Orna", "the way | down was clear": which one.
        if (s.SaysAny(i, "leaving", "heading", "entering") && (s.EndingAt(i, Tag.Feature, out _) is not null || s.IsNumber(i - 1) && s.Is(i - 2, Tag.Feature))
            || s.SaysAny(i, "down", "up") && (s.Is(i + 1, Tag.Preposition | Tag.Be))) return false;
        if (IsCausative(i)) return true;
        if (s.SaysAny(i, "crossing", "crossings", "leading", "linking", "connecting", "joining", "running") || OpensWithPassage(i)) return false;
        // "the corridor agreed on Friday": described, as a finite verb follows.
        if (s.EndsWith(i, "ed") && s.Is(i + 1, Tag.Preposition) && i > 0 && s.IsWord(i - 1) && !s.IsSmall(i - 1)) return false;
        // "for humanitarian supplies"
        return !(s.EndsWith(i, "s") && s.Is(i - 2, Tag.Preposition) && !s.IsSmall(i - 1)) && IsClauseVerb(i);
    }

    private bool IsBoundaryMark(int i)
    {
        // "KHARTOUM - | The airport"
        if (IsDateline(i)) return true;
        if (s.IsMark(i, '-') || s.IsMark(i, '–') || s.IsMark(i, ')') || s[i].Kind == TokenKind.Quote || IsQuoted(i)) return false;
        if (!s.IsMark(i, ',')) return true;
        if (s.SaysAny(i + 1, "especially", "including", "particularly", "notably", "mainly", "reportedly") || Includes(i)) return false;
        // "with the crossing of the river, joining A and B, | washed away"
        if (s.Has(i + 1, Cue.Joining) && s.EndsWith(i + 1, "ing")) return false;
        // "the road through A to the villages of B, C, and D"
        var afterName = s.IsWord(i - 1) && s[i - 1].Capital && !s.Is(i - 1, Tag.Weekday);
        if (afterName && i + 2 < s.Count && s[i + 2].Kind is TokenKind.Word or TokenKind.Code && s[i + 2].Capital
            && s.SaysAny(i + 1, "and", "or") && IsListed(i, 9)) return false;
        // "A, B and C roads"
        return !(afterName && s.IsWord(i + 1) && s[i + 1].Capital && !s.Is(i + 1, Tag.Feature));
    }

    // A word that would begin a clause elsewhere, and here tells which way is meant.
    private bool TellsWhichWay(int i)
    {
        // "many roads joining it to Senda"
        if (s.SaysAny(i, "it", "them") && (s.Has(i - 1, Cue.Joining) || IsGoverned(i))) return true;
        // "three bridges of them"
        if (s.Says(i, "them") && s.Says(i - 1, "of")) return true;
        // "the last checkpoint before Odra"
        if (s.SaysAny(i, "before", "after") && s.EndingAt(i, Tag.Feature, out _) is not null && s.IsWord(i + 1) && s[i + 1].Capital) return true;
        // "the border with Chad", "the road linking El Fasher with Kutum"
        if (s.Says(i, "with") && (s.EndingAt(i, Tag.Feature, out _) is { Name: "crossing" } || IsJoined(i))) return true;
        // "three of the corridors announced on Saturday"
        if (s.Is(i + 1, Tag.Preposition) && s.Is(i - 1, Tag.Feature)
            && (s.EndsWith(i, "ed") || s.Find(i, Tag.Act) is { Form: var form } && form.HasFlag(VerbForm.Participle))) return true;
        // "the road that links A with B"
        return s.SaysAny(i, "that", "which") && s.Has(i + 1, Cue.Joining) || s.Says(i, "surrounding");
    }

    private bool IsClauseVerb(int i)
    {
        var described = s.Is(i - 1, Tag.Determiner) || s.Is(i, Tag.Feature);
        return !described && (s.EndingAt(i + 1, Tag.Feature, out _) is null && s.Find(i, Tag.Predicate) is { Form: not VerbForm.Noun }
            && !s.Is(i, Tag.SettlementNoun | Tag.Preposition) || s.Is(i, Tag.Act) && !s.Is(i + 1, Tag.Feature));
    }

    // "Travel | on the road is possible", "said travel | between A and B": no verb, where a clause begins.
    private bool OpensWithPassage(int i) =>
        s.Is(i, Tag.Passage) && s.SaysAny(i + 1, "on", "along", "over", "across", "through", "by", "between", "from")
            && (i == 0 || s.IsMark(i - 1) || IsCausative(i - 1) || s.Is(i - 1, Tag.Speech | Tag.Weekday)
                || s.SaysAny(i - 1, "that", "and", "but", "while"));

    // "roads, including two highways | , across the state": where what is included ends.
    private bool Includes(int comma)
    {
        for (var k = comma - 2; k > Math.Max(0, comma - 8); k--)
            if (s.IsMark(k, ',')) return s.SaysAny(k + 1, "especially", "including", "particularly", "notably", "mainly");
        return false;
    }

    /// <summary>"opposite | it", "roads to | it": no subject.</summary>
    public bool IsGoverned(int i) => s.SaysAny(i - 1, "opposite", "near", "beside", "behind", "into", "around", "beyond", "past", "through")
        || s.SaysAny(i - 1, "over", "across", "to", "from");

    // "linking El Fasher | with": a word of joining and names before it.
    private bool IsJoined(int with)
    {
        var i = with - 1;
        while (i > 0 && with - i < 7 && (s[i].Capital || s.Is(i, Tag.Determiner | Tag.SettlementNoun | Tag.Direction)
            || s.SaysAny(i, "it", "them"))) i--;
        return s.Has(i, Cue.Joining);
    }

    /// <summary>"the Azovstal | works | would", a finite verb after it: a noun.</summary>
    public bool IsWorks(int i) => s.EndsWith(i, "s") && !s.IsSmall(i) && s.Is(i + 1, Tag.Auxiliaries);

    // A comma before the last name of a list: another comma between capitals stands before it.
    private bool IsListed(int comma, int within)
    {
        for (var k = comma - 2; k > Math.Max(1, comma - within) && s.IsWord(k + 1) && s[k + 1].Capital; k--)
            if (s.IsMark(k, ',')) return s.IsWord(k - 1);
        return false;
    }

    /// <summary>"There is no sign | that the road will reopen", "little hope | of the road reopening"</summary>
    public bool Hopeless(int link) => s.SaysAny(link, "that", "of", "for")
        && s.SaysAny(link - 1, "sign", "signs", "prospect", "prospects", "hope", "hopes", "chance", "possibility", "question", "talk")
        && s.SaysAny(link - 2, "no", "little", "without");
}
