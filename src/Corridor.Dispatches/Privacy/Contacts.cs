using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Privacy;

/// <summary>How a person is reached or known to an office (schema 4.4): telephone numbers, addresses, positions, accounts, numbers of documents.</summary>
internal static class Contacts
{
    private const Tag Counted = Tag.Unit | Tag.Scale | Tag.PlaceNoun;

    /// <summary>The stretch that a token tells of, and what it is; empty where it tells of none.</summary>
    public static (int First, int End, string Mask) At(Sentence s, int i)
    {
        switch (s[i].Kind)
        {
            case TokenKind.Phone:
                return (i, i + 1, "phone");
            case TokenKind.Code or TokenKind.Number:
                if (IsDocument(s, i)) return (i, i + 1, "id");
                if (EndOfPosition(s, i) is var position && position > i) return (i, position, "address");
                if (IsDialled(s, i)) return (i, i + 1, "phone");
                // "tent B-77"
                if (s.Is(i, TokenKind.Code) && s.SaysAny(i - 1, Rooms) && Figures(s, i) > 0) return (i - 1, i + 1, "address");
                return s.IsNumber(i) && House(s, i) is { End: > 0 } house ? house : default;
            case TokenKind.Mark when s[i].Mark is '@' or '_' or '[' or '(':
                return Joined(s, i);
            case TokenKind.Word:
                if (s.IsMark(i + 1, '.') && IsJoined(s, i + 1) && IsJoined(s, i + 2) && s.IsMark(i + 3, '/') && s.SaysAny(i, Sites)) return Clinging(s, i);
                if (s.SaysAny(i, Digits) && !s.SaysAny(i - 1, Digits) && EndOfDigits(s, i) is var end && end - i > 4) return (i, end, "phone");
                if (s.SaysAny(i, Handles) && Handle(s, i) is > 0 and var handle) return Clinging(s, handle);
                return s[i].Cues is not null && (s.Has(i, Cue.Phone) || s.Has(i, Cue.Reach) || s.Has(i, Cue.Document)) ? Numbered(s, i) : default;
            default:
                return default;
        }
    }

    // "zero seven seven zero one": more digits, one by one, than anybody counts so.
    private static int EndOfDigits(Sentence s, int i)
    {
        while (s.SaysAny(i, Digits)) i++;
        return i;
    }

    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double"];

    // "A1234567", "199312345678": the number of a passport or card, longer than that of any road, and without the marks of a count.
    private static bool IsDocument(Sentence s, int i) =>
        s[i].Kind == TokenKind.Code && Figures(s, i) >= 6 || s.IsNumber(i) && !s[i].Grouped && s[i].Value >= 1e9;

    // "call her sister on 70 118 443": spaces as in a telephone number, and nothing that is counted.
    private static bool IsDialled(Sentence s, int i) =>
        s[i].Grouped && s[i].Mark != ',' && Figures(s, i) >= 8 && s.SaysAny(i - 1, "on", "at") && !s.Is(i + 1, Counted) && !s.Is(i + 1, Tag.Predicate)
        && s.Any(0, i, static (s, i) => s.Has(i, Cue.Phone) || s.Has(i, Cue.Reach));

    private static int Figures(Sentence s, int i)
    {
        var count = 0;
        foreach (var c in s.Chars(i))
            if (char.IsAsciiDigit(c)) count++;
        return count;
    }

    // "his mobile is 79 123 456", "reach him on 77 654 32 10", "ID number 12345678", "ration card 45-678912": digits behind such a word, which count nobody.
    private static (int First, int End, string Mask) Numbered(Sentence s, int i)
    {
        var (document, plate) = (s.Has(i, Cue.Document), s.SaysAny(i, "plate", "plates"));
        var first = i + 1;
        while (first < i + 6 && (LeadsToNumber(s, first) || IsLetters(s, first, plate) || document && LeadsToSeries(s, first))) first++;
        var start = document && (IsLetters(s, first - 1, plate) || s.IsCapital(first - 1)) ? first - 1 : first;
        var (end, digits) = (first, 0);
        for (; s.IsNumber(end) || s.Is(end, TokenKind.Code) || s.Is(end, TokenKind.Phone); end += s.IsMark(end + 1, '-') || s.IsMark(end + 1, '/') ? 2 : 1)
            digits += Figures(s, end);
        if (plate && digits > 2) return (start, Math.Min(IsLetters(s, end, plate) ? end + 1 : end, s.Count), "id");
        if (digits < (document ? 5 : 6) || s.Is(end, Counted) || s.Is(end, Tag.Predicate)) return default;
        // "in case 120,000 come", "to reach 150 000": the marks of a count.
        if (end == first + 1 && s[first].Grouped && (!s.Has(i, Cue.Phone) && !document || s[first].Mark == ',' || digits < 8)) return default;
        return (start, Math.Min(end, s.Count), document ? "id" : "phone");
    }

    // "is", "number", "no.", ":"
    private static bool LeadsToNumber(Sentence s, int i) => s.Is(i, Tag.Be | Tag.Pronoun)
        || s.SaysAny(i, "number", "numbered", "no", "nr", "on", "at", "him", "her", "plate", "card")
        || s.IsMark(i, ':') || s.IsMark(i, '.') || s.IsMark(i, '#');

    // "card, | KX-0412", "card | KK 64.118.902"
    private static bool LeadsToSeries(Sentence s, int i) =>
        IsSeries(s, i) || s.IsMark(i, ',') && (IsSeries(s, i + 1) || s.Is(i + 1, TokenKind.Code));

    // "identity card | KK 64.118.902", "slip no. | ABC/KD/00412": letters of a series, and what joins them to its number.
    private static bool IsSeries(Sentence s, int i) =>
        s.IsCapital(i) && s.Chars(i) is { Length: < 5 } letters && !letters.ContainsAnyInRange('a', 'z') && (s.IsNumber(i + 1) || s.IsMark(i + 1))
        || (s.IsMark(i, '/') || s.IsMark(i, '-')) && s.IsCapital(i - 1) && !s[i].Spaced;

    // "passport K 7654321", "plate KBZ 123A"
    private static bool IsLetters(Sentence s, int i, bool plate) => s.IsCapital(i) && s.Chars(i).Length <= (plate ? 3 : 1);

    // "at 14 Nile Street", "No. 14 Nile St", "vul. Shevchenka 12", "plot 345"
    private static (int First, int End, string Mask) House(Sentence s, int i)
    {
        if (s[i].Grouped) return default;
        if (s.SaysAny(i - 1, Rooms) && !s.Is(i + 1, Counted) && !s.IsPercent(i + 1)
            || s.Says(i - 1, "house") && (i + 1 >= s.Count || s.IsMark(i + 1) || s.IsSmall(i + 1)))
            return (BlockBefore(s, i - 1), BlockAfter(s, i + 1), "address");
        var way = s.IsCapital(i - 1) ? s.IsCapital(i - 2) && !s.SaysAny(i - 2, Ways) ? i - 3 : i - 2 : -1;
        if (s.IsMark(way, '.')) way--;
        if (way >= 0 && s.SaysAny(way, Ways) && !s.Is(i + 1, Counted)) return (way, i + 1, "address");
        var numbered = s.SaysAny(i - 1, "no", "number") || s.IsMark(i - 1, '.') && s.Says(i - 2, "no");
        var inEstate = s.IsMark(i - 1, ',') && (s.Has(i - 2, Cue.Estate) || s.SaysAny(i - 3, Rooms));
        if (!numbered && !inEstate && !s.SaysAny(i - 1, "at", "of", "on")) return default;
        var end = i + 1;
        while (end < i + 4 && s.IsCapital(end) && !s.SaysAny(end, Streets)) end++;
        return end > i + 1 && s.IsCapital(end) && s.SaysAny(end, Streets) && !s.Is(end + 1, Tag.Unit)
            ? (!numbered ? i : s.IsMark(i - 1, '.') ? i - 2 : i - 1, end + 1, "address") : default;
    }

    // "Block 7, | house 22"
    private static int BlockBefore(Sentence s, int i) => s.IsMark(i - 1, ',') && IsNumbered(s, i - 2) && s.SaysAny(i - 3, Blocks) ? i - 3 : i;

    // "house 22 | of Block 7", "tent 4, | Block C"
    private static int BlockAfter(Sentence s, int i) =>
        (s.SaysAny(i, "of", "in") || s.IsMark(i, ',')) && s.SaysAny(i + 1, Blocks) && IsNumbered(s, i + 2) ? i + 3 : i;

    private static bool IsNumbered(Sentence s, int i) => s.IsNumber(i) || s.Is(i, TokenKind.Code) || s.IsCapital(i) && s.Chars(i).Length == 1;

    // "13.6281, 25.3493", "13.6281 N, 25.3493 E": to ten metres or closer; a place is told by its name.
    private static int EndOfPosition(Sentence s, int i)
    {
        if (!IsDegrees(s, i)) return i;
        var other = i + 1;
        while (other < Math.Min(s.Count, i + 5) && (s.IsMark(other) || s.SaysAny(other, Compass))) other++;
        if (!IsDegrees(s, other)) return i;
        return s.SaysAny(other + 1, Compass) ? other + 2 : other + 1;
    }

    private static bool IsDegrees(Sentence s, int i) =>
        s.IsNumber(i) && s[i].Value < 181 && s.Chars(i) is var figures && figures.IndexOf('.') is > 0 and var point && figures.Length - point > 4;

    private static readonly string[] Compass = ["n", "s", "e", "w", "north", "south", "east", "west", "lat", "lon", "latitude", "longitude", "and"];

    private static readonly string[] Blocks = ["block", "section", "sector", "phase", "zone", "cluster", "row"];

    private static readonly string[] Rooms = ["plot", "apartment", "apt", "flat", "door", "room", "tent", "bunk", "bed"];

    private static readonly string[] Streets =
        ["Street", "St", "Road", "Rd", "Avenue", "Ave", "Lane", "Drive", "Boulevard", "Alley", "Square", "Terrace", "Close", "Crescent"];

    private static readonly string[] Ways = ["vul", "vulytsia", "vulitsa", "ulitsa", "ul", "calle", "carrera", "rue", "via", "rua", "jalan", "avenida"];

    private static readonly string[] Sites =
        ["facebook", "fb", "twitter", "x", "t", "instagram", "tiktok", "telegram", "wa", "vk", "linkedin", "youtube", "snapchat", "ok", "viber"];

    // "m.dawood@example.org", "@mdawood", "m_dawood", "m.dawood [at] example.org": whatever is joined to the mark without a space.
    private static (int First, int End, string Mask) Joined(Sentence s, int i)
    {
        if (s[i].Mark is '@')
        {
            if (IsJoined(s, i + 1)) return Clinging(s, i);
            var site = s.IsWord(i - 1) && s.IsWord(i + 1) && s.IsMark(i + 2, '.') && IsJoined(s, i + 3);
            return site ? (Clinging(s, i - 1).First, Clinging(s, i + 1).End, "address") : default;
        }

        if (s[i].Mark is '_') return IsJoined(s, i) && IsJoined(s, i + 1) && s.IsWord(i - 1) ? Clinging(s, i) : default;
        if (!s.Says(i + 1, "at") || i == 0 || !s.IsWord(i + 3) || !s.IsMark(i + 2, s[i].Mark is '[' ? ']' : ')')) return default;
        var (first, end) = (Clinging(s, i - 1).First, Clinging(s, i + 3).End);
        while (s.Says(end, "dot") && s.IsWord(end + 1)) end += 2;
        return (first, end, "address");
    }

    private static readonly string[] Handles = ["skype", "instagram", "telegram", "username", "handle"];

    // "his skype is | m.dawood": where words are joined to one behind such a word; 0 where none are.
    private static int Handle(Sentence s, int i)
    {
        do i++;
        while (s.SaysAny(i, "name", "user", "account", "handle", "id") || s.Is(i, Tag.Be) || s.IsMark(i, ':'));
        return s.IsWord(i) && s.IsMark(i + 1, '.') && IsJoined(s, i + 1) && s.IsWord(i + 2) && IsJoined(s, i + 2) ? i : 0;
    }

    private static bool IsJoined(Sentence s, int i) => i < s.Count && !s[i].Spaced;

    private static (int First, int End, string Mask) Clinging(Sentence s, int i)
    {
        var (first, end) = (i, i + 1);
        while (first > 0 && !s[first].Spaced) first--;
        while (end < s.Count && !s[end].Spaced) end++;
        if (end > i + 1 && s.IsMark(end - 1) && s[end - 1].Mark is '.' or ',' or ')' or ';') end--;
        return (first, end, "address");
    }
}
