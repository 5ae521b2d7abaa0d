using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Privacy;

/// <summary>Finds the ages and birthdays of persons (schema 4.4): numbers by what stands around them, and words that are ages by themselves.</summary>
internal static class Ages
{
    private const Tag Counted = Tag.Unit | Tag.Scale | Tag.PlaceNoun;

    /// <summary>The token after the age that begins at a token, or the token itself where none does.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="i">A token.</param>
    /// <param name="last">The token after the age before it: "aged 3, 5 and 8".</param>
    public static int EndOf(Sentence s, int i, int last)
    {
        if (s[i].Kind == TokenKind.Code) return s.Says(i + 1, "birthday") ? i + 2 : IsDecade(s, i) ? i + 1 : i;
        if (!s.IsNumber(i) && !s.Is(i, Tag.Cardinal) && NumberReader.Hyphenated(s, i) is not < 111) return Word(s, i);
        if (s[i].Grouped) return i;
        if (Spelled(s, i) is var end && end > i) return end;
        if (s.IsNumber(i) && s[i].Value is not (> 0 and < 120)) return i;
        if (s.Says(i + 1, "birthday")) return i + 2;
        if (s.Says(i - 1, "born")) return i + 1;
        if (Measured(s, i)) return i + 2;
        var tells = AfterAged(s, i) || InApposition(s, i) || Bare(s, i) && (AfterInitial(s, i) || OfOne(s, i) || AtAge(s, i) || IsSomeones(s, i)
            || OfChildren(s, i) || GoesOn(s, i, last));
        return tells ? i + 1 : i;
    }

    // "a boy, 6 months,", "Amina, 34 years,", "the tailor (34 years)"
    private static bool Measured(Sentence s, int i) =>
        (s.IsMark(i - 1, ',') && Closes(s, i + 2) || s.IsMark(i - 1, '(') && s.IsMark(i + 2, ')'))
        && (s.SaysAny(i + 1, "months", "weeks", "days", "years") && OnePerson(s, i - 2)
            || s.SaysAny(i + 1, "months", "years") && NameSpelling.IsName(s, i - 2));

    // "29-year-old" in digits or words, "34 years old", "34 y/o", "a 60-something": sure ones, whatever stands around them.
    private static int Spelled(Sentence s, int i)
    {
        if (s.SaysAny(i + 1, "year-old", "years-old", "year-olds", "yo") || s.SaysAny(i + 1, "year", "years", "months") && s.Says(i + 2, "old"))
            return s.Says(i + 2, "old") ? i + 3 : i + 2;
        if (s.Says(i + 1, "years") && s.Says(i + 2, "of") && s.Says(i + 3, "age")) return i + 4;
        if (s.Says(i + 1, "y") && s.IsMark(i + 2, '/') && s.Says(i + 3, "o")) return i + 4;
        var at = s.IsMark(i + 1, '½') ? i + 2 : s.IsMark(i + 1, '-') && s.IsMark(i + 2, '½') ? i + 3 : i + 1;
        if (s.IsMark(at, '–') && s.Says(at + 1, "year") && s.IsMark(at + 2, '–') && s.Says(at + 3, "old")) return at + 4;
        if (!s.IsMark(at, '-') || !s.IsWord(at + 1)) return i;
        var word = s.Chars(at + 1);
        if (word.StartsWith("year", StringComparison.OrdinalIgnoreCase) || word is "something") return at + 2;
        return word is "month-old" or "week-old" or "day-old" && Young(s, at + 2) ? at + 2 : i;
    }

    // "two-year-old", "a three-month-old girl", "in her sixties", "an octogenarian"
    private static int Word(Sentence s, int i)
    {
        if (!s.IsWord(i) || s[i].End - s[i].Start < 6) return i;
        if (s.EndsWith(i, "-old"))
            return s.EndsWith(i, "-year-old") || Young(s, i + 1) && (s.EndsWith(i, "-month-old") || s.EndsWith(i, "-week-old") || s.EndsWith(i, "-day-old"))
                ? i + 1 : i;
        if (s.EndsWith(i, "ty-something") || s.EndsWith(i, "enarian") || s.EndsWith(i, "enarians")) return i + 1;
        return s.SaysAny(i, "teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")
            && s.SaysAny(i - 1, Someones) ? i + 1 : i;
    }

    // "her late 70s", "in her mid-40s"; "in the 70s" is a time.
    private static bool IsDecade(Sentence s, int i) => s.EndsWithCode(i, "0s") && (s.SaysAny(i - 1, Someones) || s.Chars(i)[0] is 'm' or 'M');

    private static readonly string[] Someones = ["his", "her", "my", "their", "late", "early", "mid"];

    private static bool Young(Sentence s, int i) => s.Has(i, Cue.Child) || s.Has(i, Cue.Kin) || OnePerson(s, i) || NameSpelling.IsName(s, i);

    /// <summary>
    /// The stretch of the birthday that a word tells of: "born on 3 March 1987", "(b. 1987)", "date of birth: 1987-03-03"; empty where none does.
    /// </summary>
    public static (int First, int End) Birthday(Sentence s, int i)
    {
        if (!s.SaysAny(i, "born", "birth", "dob") && !(s.Says(i, "b") && s.IsMark(i - 1, '('))) return default;
        var (first, end) = (-1, -1);
        for (var k = i + 1; k < Math.Min(s.Count, i + 10) && !s.IsMark(k, ';') && !s.IsMark(k, ')') && !s.Is(k, Tag.Speech); k++)
        {
            var joined = first >= 0 || s.Is(k + 1, Tag.Month) || s.Is(k - 1, Tag.Month) || s.IsMark(k + 1, '-');
            var told = s.Is(k, Tag.Month) && s[k].Capital || s[k].Kind == TokenKind.Code || s.IsNumber(k) && !s[k].Grouped && !s.Is(k + 1, Counted)
                && (s[k].Value is > 1850 and < 2100 || joined && s[k].Value is > 0 and < 32);
            if (told) (first, end) = (first < 0 ? k : first, k + 1);
            else if (first >= 0 && !s.IsMark(k)) break;
        }

        return (first, end);
    }

    // Nothing behind it that it would count.
    private static bool Bare(Sentence s, int i) =>
        !s.IsPercent(i + 1) && !s.SaysAny(i + 1, "of", "percent", "per", "am", "pm", "a.m.", "p.m.", "noon", "km", "o'clock") && !s.Is(i + 1, Counted)
        && !s.IsMark(i + 1, '-') && !(s.IsMark(i + 1, ':') && s.IsNumber(i + 2)) && !s.IsNumber(i + 1) && (!s.IsNumber(i) || s[i].Value is > 2 and < 111);

    // "S., 23, said", "Karim B., 23,"
    private static bool AfterInitial(Sentence s, int i) =>
        s.IsMark(i - 1, ',') && s.IsMark(i + 1, ',') && s.IsMark(i - 2, '.') && s.IsWord(i - 3) && s[i - 3].Capital && s.Chars(i - 3).Length == 1;

    // "a teacher of 52", "sons of 3 and 5", "Halyna, who is 71,", "the teenager 17"
    private static bool OfOne(Sentence s, int i)
    {
        var at = Before(s, i);
        return s.Says(at, "of") && OnePerson(s, at - 1) || s.SaysAny(at, "is", "was") && Closes(s, i + 1) && TellsWho(s, at)
            || s.IsMark(i - 1, '/') && (NameSpelling.IsName(s, i - 2) || s.SaysAny(i - 2, "m", "f")) || IsAfterSex(s, i);
    }

    // "Khadija Omar, F, | 31;", "a survivor (female, | 31)", "Adam Bakhit, 6, M" is in apposition.
    private static bool IsAfterSex(Sentence s, int i) =>
        s.IsMark(i - 1, ',') && s.SaysAny(i - 2, "m", "f", "male", "female") && (s.IsMark(i - 3, ',') || s.IsMark(i - 3, '(')) && Closes(s, i + 1);

    // "Halyna, who | is 71", "Halyna, who sells nuts and | is 71", "Halyna, whose house burnt, | is 71"
    private static bool TellsWho(Sentence s, int be)
    {
        if (s.Says(be - 1, "who")) return true;
        if (!s.Says(be - 1, "and") && !s.IsMark(be - 1, ',')) return false;
        return s.AnyBefore(be - 1, 12, static (s, k) => s.SaysAny(k, "who", "whose") && s.IsMark(k - 1, ',') && NameSpelling.IsName(s, k - 2));
    }

    // "her daughters 7 and 9", "sons, three and five,"
    private static bool OfChildren(Sentence s, int i)
    {
        var at = s.IsMark(i - 1, ',') || s.IsMark(i - 1, '(') ? i - 2 : i - 1;
        if (s.IsMark(i - 1, '(') && !s.SaysAny(at - 1, "his", "her", "their", "my", "our") && !s.Is(at - 1, TokenKind.Possessive)) return false;
        if (s.SaysAny(at, "are", "were") && (s.SaysAny(at - 1, "they", "we", "who") || s.Has(at - 1, Cue.Kin)))
            return s.Says(i + 1, "and") && s.IsNumber(i + 2) && s[i + 2].Value < 111 && Closes(s, i + 3);
        if (!s.Has(at, Cue.Kin) && !s.SaysAny(at, "teenager", "boy", "girl", "boys", "girls")) return false;
        return Closes(s, i + 1) || s.Says(i + 1, "and") && s.IsCount(i + 2) && !s.Is(i + 3, Counted);
    }

    // "aged 3, 5 | and 8"
    private static bool GoesOn(Sentence s, int i, int last) =>
        last == i - 1 && (s.IsMark(i - 1, ',') || s.SaysAny(i - 1, "and", "or", "to"))
        && (Closes(s, i + 1) || s.SaysAny(i + 1, "and", "or") || s.Is(i + 1, Tag.Be));

    private static bool Closes(Sentence s, int i) => i >= s.Count || s.IsMark(i);

    // "Halyna Marenko is now 71", "his mother turned 90", "when she was nine", "I'm 34", "he's 90"
    private static bool IsSomeones(Sentence s, int i)
    {
        var at = Before(s, i);
        if (!s.SaysAny(at, "is", "was", "be", "am", "turned", "turns", "turn")) return false;
        at--;
        while (s.SaysAny(at, "will", "would", "has", "had", "just", "soon", "recently")) at--;
        return s.SaysAny(at, "he", "she", "who", "i") || OnePerson(s, at) || NameSpelling.IsName(s, at);
    }

    // The token before "just", "only about", "both", "perhaps".
    private static int Before(Sentence s, int i)
    {
        i--;
        while (s.Is(i, TokenKind.Quote) || s.Is(i, Tag.Adverb | Tag.Approximately)
            || s.SaysAny(i, "now", "only", "just", "already", "still", "barely", "almost", "nearly", "perhaps", "maybe", "both")) i--;
        return i;
    }

    // "who fled Budapest at 12", "At 67, Petro has moved twice", "at 34 she", "married at 16": an age, when someone is named; "at 12:30" is none.
    private static bool AtAge(Sentence s, int i)
    {
        if (!s.Says(i - 1, "at")) return false;
        if (Named(s, i) || s.SaysAny(i - 2, "married", "widowed", "orphaned", "died", "pregnant", "conscripted", "mother", "father")) return true;
        var next = s.IsMark(i + 1, ',') ? i + 2 : i + 1;
        return (i == 1 || s.IsMark(i - 2)) && (NameSpelling.IsName(s, next) || s.SaysAny(next, "he", "she", "i"));
    }

    // "aged 34", "age: 34", "at the age of 34", "gave her age as 34", "aged about 34", "34 years of age", "ages 7 to 9"
    private static bool AfterAged(Sentence s, int i)
    {
        var at = Before(s, i);
        if (s.IsMark(at, ':') || s.SaysAny(at, "of", "as", "is", "was")) at--;
        return s.SaysAny(at, "aged", "age", "ages") || s.SaysAny(i - 1, "and", "to") && s.IsNumber(i - 2) && s.SaysAny(i - 3, "aged", "ages");
    }

    // "Amina Dawood, 41,", "one woman, about 61,", "the mayor, 47,", "Rana (4)", "Talatu (34, tailor)", "Talatu - 34 - said"
    private static bool InApposition(Sentence s, int i)
    {
        var at = Before(s, i);
        var one = NameSpelling.IsName(s, at - 1) || OnePerson(s, at - 1) || s.Has(at - 1, Cue.Title) || s.Find(at - 1, Tag.Body) is { Detail: "person" }
            || IsDescription(s, at - 1);
        if (s.IsMark(at, '('))
            return one && (s.IsMark(i + 1, ')') || s.IsMark(i + 1, ',') && (OnePerson(s, i + 2) || s.SaysAny(i + 2, "m", "f", "male", "female")));
        if (s.IsMark(at, '-') || s.IsMark(at, '–') || s.IsMark(at, '—')) return one && s[at].Spaced && s.IsMark(i + 1, s[at].Mark) && s[i + 1].Spaced;
        return s.IsMark(at, ',') && one && (s.IsMark(i + 1, ',') || s.IsMark(i + 1, '.') || s.IsMark(i + 1, ';') || s.IsMark(i + 1, ':') || i + 1 == s.Count);
    }

    // "Amina Dawood, a | sharecropper", "Halyna, the village's | postmistress": who somebody is, in a few words behind the name.
    private static bool IsDescription(Sentence s, int last)
    {
        for (var i = last; i > last - 5 && s.IsWord(i); i--)
            if (s.SaysAny(i, "a", "an", "the")) return i < last && s.IsMark(i - 1, ',') && NameSpelling.IsName(s, i - 2);
        return false;
    }

    // "one woman, 61,": a person told in the singular.
    private static bool OnePerson(Sentence s, int i) =>
        s.SaysAny(i, "woman", "man", "boy", "girl", "refugee", "evacuee", "person", "citizen", "child", "teenager", "infant", "baby", "youth")
        || s.Has(i, Cue.Occupation) || s.Has(i, Cue.Kin);

    private static bool Named(Sentence s, int end)
    {
        for (var i = 0; i + 1 < end; i++)
            if (NameSpelling.IsName(s, i) && NameSpelling.IsName(s, i + 1) && !s.IsMark(i + 2, '(')) return true;
        return false;
    }
}
