using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Where the clause of a subject begins, and which marks and verbs only look like it.</summary>
internal sealed partial class WayPhrases
{
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
        if (s.SaysAny(i, "leaving", "heading", "entering") && (s.FeatureEndingAt(i, out _) is not null || s.IsNumber(i - 1) && s.Is(i - 2, Tag.Feature))
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
        if (s.SaysAny(i, "before", "after") && s.FeatureEndingAt(i, out _) is not null && s.IsWord(i + 1) && s[i + 1].Capital) return true;
        // "the border with Chad", "the road linking El Fasher with Kutum"
        if (s.Says(i, "with") && (s.FeatureEndingAt(i, out _) is { Kind: ThingKind.Crossing } || IsJoined(i))) return true;
        // "three of the corridors announced on Saturday"
        if (s.Is(i + 1, Tag.Preposition) && s.Is(i - 1, Tag.Feature)
            && (s.EndsWith(i, "ed") || s.Act(i) is { Form: var form } && form.HasFlag(VerbForm.Participle))) return true;
        // "the road that links A with B"
        return s.SaysAny(i, "that", "which") && s.Has(i + 1, Cue.Joining) || s.Says(i, "surrounding");
    }

    private bool IsClauseVerb(int i)
    {
        var described = s.Is(i - 1, Tag.Determiner) || s.Is(i, Tag.Feature);
        return !described && (s.FeatureEndingAt(i + 1, out _) is null && s.Verb(i) is { Form: not VerbForm.Noun }
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

    // A comma before the last name of a list: another comma between capitals stands before it.
    private bool IsListed(int comma, int within)
    {
        for (var k = comma - 2; k > Math.Max(1, comma - within) && s.IsWord(k + 1) && s[k + 1].Capital; k--)
            if (s.IsMark(k, ',')) return s.IsWord(k - 1);
        return false;
    }

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

    // "KHARTOUM | - | ": where it was written, and no part of what stands after it.
    private bool IsDateline(int dash) => dash < 6 && IsDash(dash)
        && dash + 1 < s.Count && s[dash + 1].Spaced && s.Chars(0).Length > 3 && !s.Chars(0).ContainsAnyExceptInRange('A', 'Z');

    // "the rebels' | last supply line"
    private bool IsPlural(int i) => s.IsMark(i, '\'') && s.EndsWith(i - 1, "s") && s.IsWord(i + 1);

    // "a | 'green corridor' | to": single marks around words.
    private bool IsQuoted(int i) => s.IsMark(i, '\'') && (s[i].Spaced && s.IsWord(i + 1) || i + 1 < s.Count && !IsPlural(i));

    /// <summary>A mark between words in the place of a pause, "–" with a space before it.</summary>
    public bool IsDash(int i) => i > 0 && s[i].Spaced && (s.IsMark(i, '–') || s.IsMark(i, '—') || s.IsMark(i, '-'));
}
