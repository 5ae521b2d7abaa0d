using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What a verb is told of: the last noun phrase of its clause that no preposition governs.</summary>
internal sealed partial class WayPhrases
{
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

    /// <summary>"opposite | it", "roads to | it": no subject.</summary>
    public bool IsGoverned(int i) => s.SaysAny(i - 1, "opposite", "near", "beside", "behind", "into", "around", "beyond", "past", "through")
        || s.SaysAny(i - 1, "over", "across", "to", "from");

    /// <summary>"leaving the road impassable", "keep the corridor closed", "rendered the bridge unusable"</summary>
    public bool IsCausative(int i) => s.Has(i, Cue.Causative);

    /// <summary>"There is no sign | that the road will reopen", "little hope | of the road reopening"</summary>
    public bool Hopeless(int link) => s.SaysAny(link, "that", "of", "for")
        && s.SaysAny(link - 1, "sign", "signs", "prospect", "prospects", "hope", "hopes", "chance", "possibility", "question", "talk")
        && s.SaysAny(link - 2, "no", "little", "without");
}
