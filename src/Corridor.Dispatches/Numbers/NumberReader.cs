using System.Globalization;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Numbers;

/// <summary>
/// The number grammar (pipeline step 3): digits, words, scales, fractions, vague plurals, ranges, brackets, rates and what stands
/// before them ("more than"). Every number of a sentence becomes a <see cref="Quantity"/>, whatever it counts.
/// </summary>
internal static class NumberReader
{
    /// <summary>Reads all numbers of a sentence, in order. Tokens in <paramref name="taken"/> belong to dates.</summary>
    public static List<Quantity> Read(Sentence s, bool[] taken)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < s.Count;)
        {
            if (taken[i] || Parse(s, i) is not { } quantity)
            {
                i++;
                continue;
            }

            i = Range(s, quantity, taken);
            new BeforeNumber(s, quantity, found.Count == 0 ? 0 : found[^1].CoreEnd).Read();
            After(s, quantity);
            Noun.Attach(s, quantity, taken);
            GiveOrTake(s, quantity);
            found.Add(quantity);
            i = Math.Max(i, quantity.CoreEnd);
        }

        Measures.Join(s, found);
        Scales(s, found);
        return found;
    }

    // "took in 2.4, 1.1 and 0.6 million people": the last scale of a list speaks for the decimals before it.
    private static void Scales(Sentence s, List<Quantity> found)
    {
        for (var i = found.Count - 1; i > 0; i--)
        {
            var (part, next) = (found[i - 1], found[i]);
            if (part.Value is not < 1000 || part.Value % 1 == 0 || part.End != part.Core + 1 || next.First != part.End + 1) continue;
            if (!s.IsMark(part.End, ',') && !s.Says(part.End, "and") || next.Value is not >= 1000
                || s.Find(found[^1].CoreEnd - 1, Tag.Scale) is not { } scale) continue;
            (part.Value, part.Min, part.Max) = (part.Value * Parse(scale.Name), part.Min * Parse(scale.Name), part.Max * Parse(scale.Name));
        }
    }

    private static Quantity? Parse(Sentence s, int i)
    {
        if (s[i].Kind == TokenKind.Number) return Ratio(s, i) ?? Scaled(s, i, i + 1, s[i].Value);
        if (s.Says(i, "one") && (s.SaysAny(i - 1, "no", "any", "every") || s.SaysAny(i - 1, "not", "single") && s.Says(i + 1, "of"))) return null;
        if (s[i].Kind is TokenKind.Code or TokenKind.Phone)
            return new Quantity { First = i, Core = i, CoreEnd = i + 1, End = i + 1, Role = CodeRole(s, i) };
        if (s[i].Kind != TokenKind.Word) return null;
        if (s.Find(i, Tag.Vague, out var length) is { } vague)
        {
            var dash = vague.Name.IndexOf('-', StringComparison.Ordinal);
            // "several" and "a handful" count only with a noun; Noun.Attach sees to it.
            return new Quantity
            {
                First = i, Core = i, CoreEnd = i + length, End = i + length, Quantifier = Quantifier.Vague,
                Min = Parse(vague.Name[..dash]), Max = Parse(vague.Name[(dash + 1)..]),
            };
        }

        if (s.Find(i, Tag.Fraction, out length) is { } fraction && Fraction(s, i, length, Parse(fraction.Name)) is { } share) return share;
        if (s.Says(i, "a") || s.Says(i, "an"))
        {
            // "a hundred", "a dozen", "a million": nothing else makes a number of an article.
            return s.Is(i + 1, Tag.Scale) && !s.Says(i + 1, "k") && !s.Says(i + 1, "score") ? Words(s, i, 1) : null;
        }

        if (s.Find(i, Tag.Cardinal) is { } cardinal) return Ratio(s, i) ?? Words(s, i, Parse(cardinal.Name));
        if (s.Is(i, Tag.Cardinal) is false && Hyphenated(s, i) is { } value) return Words(s, i, value);
        return Zero(s, i) is var words and > 0
            ? new Quantity { First = i, Core = i, CoreEnd = i + words, End = i + words, Value = 0, Min = 0, Max = 0, IsZero = true } : null;
    }

    // "9 in 10 people", "1 out of 8 of the displaced", "seven in ten of the 20,000"
    private static Quantity? Ratio(Sentence s, int i)
    {
        var at = s.Says(i + 1, "in") ? i + 2 : s.Says(i + 1, "out") && s.Says(i + 2, "of") ? i + 3 : -1;
        if (at < 0 || SmallNumber(s, i) is not { } part || SmallNumber(s, at) is not { } all || all is < 2 or > 20 || part >= all) return null;
        var next = at + 1;
        if (!(s.Says(next, "of") || s.Is(next, Tag.Be | Tag.Have | Tag.Demonym | Tag.Predicate | Tag.Determiner)
            || s.IsHuman(next))) return null;
        return new Quantity { First = i, Core = i, CoreEnd = next, End = next, Share = part / all };
    }

    private static double? SmallNumber(Sentence s, int i) =>
        s.IsNumber(i) ? s[i].Grouped ? null : s[i].Value : s.Find(i, Tag.Cardinal) is { } word ? Parse(word.Name) : null;

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static NumberRole CodeRole(Sentence s, int i) =>
        s[i].Kind == TokenKind.Phone ? NumberRole.Phone
        : s.Words(i, i + 1).Contains(':', StringComparison.Ordinal) || s.Words(i, i + 1).Contains('/', StringComparison.Ordinal) ? NumberRole.Date
        : NumberRole.NamePart;

    // The words of "no" arrivals, "no one", "nobody", "not a single" family; 0 where nothing is counted. What governs it decides whether it is a figure.
    private static int Zero(Sentence s, int i)
    {
        if (s.Says(i, "nobody")) return 1;
        if (s.Says(i, "no"))
            return s.Says(i + 1, "one") ? 2
                : s.IsWord(i + 1) && !s.SaysAny(i + 1, "more", "less", "fewer", "longer", "man", "matter", "doubt", "place", "such", "way") ? 1 : 0;
        var words = !s.Says(i, "not") ? 0 : s.Says(i + 1, "one") ? 2 : s.Says(i + 1, "a") && s.Says(i + 2, "single") ? 3 : 0;
        return words > 0 && s.IsHuman(i + words) ? words : 0;
    }

    private static Quantity? Fraction(Sentence s, int i, int length, double share)
    {
        var end = i + length;
        if (s.Says(i, "half") && (s.Says(end, "a") || s.Says(end, "an")) && s.Find(end + 1, Tag.Scale) is { } scale)
            return Exact(i, end + 2, 0.5 * Parse(scale.Name), Quantifier.Approximately);
        // "a half million people"
        if (s.Find(end, Tag.Scale) is { } direct && !s.Says(end, "score")) return Exact(i, end + 1, share * Parse(direct.Name), Quantifier.Approximately);
        // "a quarter of a million"
        if (s.Says(end, "of") && s.Says(end + 1, "a") && s.Find(end + 2, Tag.Scale) is { } whole)
            return Exact(i, end + 3, share * Parse(whole.Name), Quantifier.Approximately);
        if (s.IsMark(end, '(') && s.IsNumber(end + 1) || s.IsMark(i - 1, ',') && s.SaysAny(end, "from", "in", "at", "with")
            || s.SaysAny(end, "of", "the", "were", "are", "have", "had", "a")
            || s.Verb(end) is { Form: not VerbForm.Noun } && !s.Is(i - 1, Tag.Be) && !s.Is(i - 1, Tag.Determiner))
            return new Quantity { First = i, Core = i, CoreEnd = end, End = end, Share = share };
        // "one in three" counts even with another word after it; "half past" and "half-built" do not.
        return length >= 3 ? new Quantity { First = i, Core = i, CoreEnd = end, End = end, Share = share } : null;
    }

    private static Quantity Exact(int first, int end, double value, Quantifier quantifier) =>
        new() { First = first, Core = first, CoreEnd = end, End = end, Value = value, Min = value, Max = value, Quantifier = quantifier };

    // Digits or "a", then scales: 1.5 million, 3 hundred thousand, 1.25 lakh.
    private static Quantity Scaled(Sentence s, int first, int at, double value)
    {
        var plain = at == first + 1 && s[first].Kind == TokenKind.Number && !s[first].Grouped;
        var end = at;
        while (s.Find(end, Tag.Scale) is { } scale && !s.Says(end, "score"))
        {
            value *= Parse(scale.Name);
            end++;
            plain = false;
        }

        // "3.65 M displaced", "1.2 M people": a capital before a word that is no way or direction.
        if (plain && end < s.Count && s[end].Capital && s.Says(end, "m") && value < 1000 && s.Is(end + 1, Tag.Unit | Tag.Predicate))
            (value, end) = (value * 1e6, end + 1);
        var quantity = Exact(first, end, value, Quantifier.Exact);
        quantity.MayBeYear = plain && value is >= 1900 and <= 2100 && value == Math.Floor(value);
        return quantity;
    }

    /// <summary>The number of a word such as "seventy-eight".</summary>
    public static double? Hyphenated(Sentence s, int i)
    {
        if (!s.IsWord(i) || s[i].Word is not null || !s.Chars(i).Contains('-')) return null;
        var word = s.Words(i, i + 1);
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0) return null;
        if (Small(word[..dash]) is { } tens && Small(word[(dash + 1)..]) is { } ones) return tens >= 20 && ones < 10 ? tens + ones : null;
        // "Six-hundred-fifty"
        var value = 0.0;
        foreach (var part in word.Split('-'))
            if (Small(part) is { } small) value += small;
            else if (value > 0 && Lexicon.Default.Find(part.ToLowerInvariant())?.Lexeme?.Find(Tag.Scale) is { Name: "100" or "1000" } scale)
                value *= Parse(scale.Name);
            else if (part != "and") return null;
        return value >= 100 ? value : null;
    }

    private static double? Small(string word) =>
        Lexicon.Default.Find(word.ToLowerInvariant())?.Lexeme?.Find(Tag.Cardinal) is { } cardinal ? Parse(cardinal.Name) : null;

    // Number words: forty, two hundred and fifty, two and a half thousand, one million two hundred thousand.
    private static Quantity? Words(Sentence s, int first, double value)
    {
        double total = 0;
        var group = value;
        var at = first + 1;
        while (at < s.Count)
        {
            if (s.Find(at, Tag.Scale) is { } scale && !s.Says(at, "score") && !s.Says(at, "k"))
            {
                var factor = Parse(scale.Name);
                if (factor is 100 or 12) group *= factor;
                else
                {
                    total += group * factor;
                    group = 0;
                }

                at++;
            }
            else if (s.Says(at, "and") && s.Says(at + 1, "a") && s.Says(at + 2, "half") && s.Is(at + 3, Tag.Scale))
            {
                group += 0.5;
                at += 3;
            }
            else if (s.Says(at, "and") && (group >= 100 || total > 0) && WordValue(s, at + 1) is { } tail && tail < 100 && !s.Is(at + 2, Tag.Fraction))
            {
                group += tail;
                at += 2;
            }
            else if (WordValue(s, at) is { } next && (group == 0 || group % 100 == 0 || (group is >= 20 and < 100 && group % 10 == 0 && next < 10)))
            {
                group += next;
                at++;
            }
            else break;
        }

        total += group;
        var quantity = Exact(first, at, total, Quantifier.Exact);
        // "one" alone is mostly a pronoun; it counts with a noun only (Noun.Attach).
        return quantity;
    }

    private static double? WordValue(Sentence s, int i) => s.Find(i, Tag.Cardinal) is { } cardinal ? Parse(cardinal.Name) : Hyphenated(s, i);

    /// <summary>"12,000-15,000", "5,000 to 6,000", "between A and B", "A or B". Returns the token after it.</summary>
    private static int Range(Sentence s, Quantity q, bool[] taken)
    {
        if (q.Value is not { } low || q.Role is not null) return q.CoreEnd;
        var at = q.CoreEnd;
        var between = s.Says(q.Core - 1, "between");
        if (!IsJoined(s, at, between) || at + 1 >= s.Count || taken[at + 1]) return at;
        var open = OpensRange(s, q.Core);
        // "risen from 3,000 to 3,500", "by 300 to 3,500": two counts.
        if (s.Says(at, "to") && (s.Says(q.Core - 1, "from") && !open || s.Says(q.Core - 1, "by"))) return at;
        var next = s.IsNumber(at + 1) ? Scaled(s, at + 1, at + 2, s[at + 1].Value) : s.Find(at + 1, Tag.Cardinal) is { } word
            ? Words(s, at + 1, Parse(word.Name)) : null;
        if (next?.Value is not { } high) return at;
        low = InScaleOf(s, q, low, next, high);
        if (open && !(high < 3 * low && PeopleFollow(s, next.CoreEnd))) return at;
        if (high <= low || s.Says(at, "or") && high > 3 * low) return at;
        (q.Value, q.Min, q.Max, q.Quantifier) = ((low + high) / 2, low, high, Quantifier.Between);
        q.CoreEnd = q.End = next.CoreEnd;
        q.MayBeYear = q.MayBeYear && next.MayBeYear;
        if (between || open) q.First = q.Core = q.Core - 1;
        return q.CoreEnd;
    }

    private static bool IsJoined(Sentence s, int at, bool between) =>
        s.IsMark(at, '-') || s.IsMark(at, '–') || s.SaysAny(at, "to", "or") || between && s.Says(at, "and");

    // "from | 3,000 to 3,500 villagers waded": a range when people stand behind it and nothing has risen or fallen.
    private static bool OpensRange(Sentence s, int core) =>
        s.Says(core - 1, "from")
            && (core == 1 || s.IsMark(core - 2) || s.Is(core - 2, Tag.Speech)
                || s.SaysAny(core - 2, "anything", "anywhere", "somewhere", "ranging", "ranged", "ranges", "that"));

    private static double InScaleOf(Sentence s, Quantity q, double low, Quantity next, double high)
    {
        // "10 to 12 thousand": the scale speaks for both.
        if (low < high && low < 1000 && high >= 100 && q.CoreEnd == q.Core + 1 && s[next.CoreEnd - 1].Kind == TokenKind.Word
            && next.CoreEnd > next.Core + 1 && s.Find(next.CoreEnd - 1, Tag.Scale) is { } scale && low * Parse(scale.Name) <= high)
            low *= Parse(scale.Name);
        // "3-4,000": the thousands speak for both.
        return low < 100 && s.IsNumber(next.Core) && s[next.Core].Grouped && high is >= 1000 and < 100000 && high % 1000 == 0 && low * 1000 < high
            ? low * 1000 : low;
    }

    private static bool PeopleFollow(Sentence s, int end)
    {
        var people = end;
        while (people < end + 2 && s.IsWord(people) && !s.IsSmall(people) && !s.Is(people, Tag.Unit)) people++;
        return s.IsHuman(people);
    }

    // "three thousand families, give or take"; "400 people or so"
    private static void GiveOrTake(Sentence s, Quantity q)
    {
        if (q.Quantifier != Quantifier.Exact || q.Value is null) return;
        var at = s.IsMark(q.End, ',') ? q.End + 1 : q.End;
        if (s.Says(at, "give") && s.Says(at + 1, "or") && s.Says(at + 2, "take")
            || s.Says(at, "more") && s.Says(at + 1, "or") && s.Says(at + 2, "less") || s.Says(at, "or") && s.SaysAny(at + 1, "so", "thereabouts"))
                q.Quantifier = Quantifier.Approximately;
    }

    private static void After(Sentence s, Quantity q)
    {
        var at = q.CoreEnd;
        if (s.IsMark(at, '+') || s.SaysAny(at, "or", "and") && (s.Says(at + 1, "more") || s.SaysAny(at + 1, "even", "possibly") && s.Says(at + 2, "more")))
        {
            q.Quantifier = Quantifier.AtLeast;
            q.Max = null;
            q.CoreEnd = q.End = at + (s.IsMark(at, '+') ? 1 : s.Says(at + 1, "more") ? 2 : 3);
        }
        else if (s.IsMark(at, '-') && s.Says(at + 1, "odd"))
        {
            // "700-odd people"
            q.Quantifier = Quantifier.Approximately;
            q.CoreEnd = q.End = at + 2;
        }
        else if (s.IsMark(at, '-') && s.Says(at + 1, "plus") || s.Says(at, "plus") && s.Is(at + 1, Tag.Unit))
        {
            q.Quantifier = Quantifier.AtLeast;
            q.Max = null;
            q.CoreEnd = q.End = at + (s.Says(at, "plus") ? 1 : 2);
        }
        else if (s.Says(at, "or") && s.SaysAny(at + 1, "so", "thereabouts"))
        {
            q.Quantifier = Quantifier.Approximately;
            q.CoreEnd = q.End = at + 2;
        }

        if (at < s.Count && (s[at].Kind == TokenKind.Percent || s.SaysAny(at, "percent", "pc") || (s.Says(at, "per") && s.SaysAny(at + 1, "cent", "centum"))))
        {
            q.IsPercent = true;
            q.Share = q.Value / 100;
            q.CoreEnd = q.End = at + (s.Says(at, "per") ? 2 : 1);
        }
    }
}
