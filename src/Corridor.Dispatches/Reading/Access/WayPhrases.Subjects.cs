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
            if ((s.Has(p, Cue.Joining) || s.SaysAny(p, "leading", "heading", "entering", "leaving", "running", "spanning", "near", "crossing", "known",
                        "used", "including", "close"))
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
                || s.Is(p, Tag.Adverb) && !s.Is(p, Tag.Direction) || s.Is(p, Tag.TimeUnit) || s.IsCount(p) && s.Is(p + 1, Tag.TimeUnit))
                { (governed, listed) = (false, false); p++; continue; }
            var leads = s.Is(p, Tag.Direction) || s.EndsWith(p, "bound") || s.SaysAny(p, "upstream", "downstream", "nearby", "down", "up", "back");
            if (leads && found is not null && !s[p].Capital && (s.Is(p + 1, Tag.Preposition) || p + 1 == stop)) { p++; continue; }
            var thing = Phrase(p, stop, out var end);
            // "a corridor out of the Azovstal | works"
            if (end <= p || p > 0 && s[p - 1].Capital && s.Is(p, Tag.Act) && IsWorks(p)) { p++; continue; }
            // "fell back to the airport and the crossing was shut": a clause of its own.
            joined = governed && listed && (end >= stop || Governs(end) && !s.HasAny(boundary + 1, p, Cue.Between)) && s.SaysAny(p - 1, "and", "but")
                && (s.Is(p, Tag.Determiner | Tag.Passage) || end >= stop && thing is { IsWay: true }) ? thing : Governs(p - 1) ? joined : null;
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

    /// <summary>"the road | above Orna": what follows tells where it lies.</summary>
    public bool Governs(int i) => s.Is(i, Tag.Preposition) || s.SaysAny(i, "opposite", "above", "below");

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
        if (s.Is(i, Tag.Modal) && !s[i].Capital || s.Is(i, Tag.Helping)) return true;
        // "Highway 8 | leaving Orna", "the road | down to Orna", "the way | down was clear": which one.
        if (s.SaysAny(i, "leaving", "heading", "entering") && (s.EndingAt(i, Tag.Feature, out _) is not null || s.IsNumber(i - 1) && s.Is(i - 2, Tag.Feature))
            || s.SaysAny(i, "down", "up") && (s.Is(i + 1, Tag.Preposition | Tag.Be))) return false;
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
