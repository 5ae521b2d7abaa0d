namespace Corridor.Dispatches.Text;

/// <summary>Reads a number written in digits, with any thousands mark; or sees that it is a telephone number, a time or a code.</summary>
internal static class Digits
{
    /// <summary>Fills the token and returns the index after it. Looks ahead a bounded way.</summary>
    public static int Read(ReadOnlySpan<char> chars, int start, ref Token token)
    {
        if (Phone(chars, start) is var phone && phone > 0)
        {
            token.Kind = TokenKind.Phone;
            return phone;
        }

        token.Kind = TokenKind.Number;
        var first = chars[start] == '+' ? start + 1 : start;
        var at = first;
        double value = 0;
        while (IsDigit(chars, at)) Append(chars, ref at, 1, ref value);
        if (at - first <= 3 && !(at - first > 1 && chars[first] == '0')) at = Groups(chars, start, at, ref value, ref token);
        if (At(chars, at) == '.' && IsDigit(chars, at + 1)) at = Decimals(chars, at + 1, ref value);
        // "14:30", "12/8"
        if (At(chars, at) is ':' or '/' && IsDigit(chars, at + 1))
        {
            while (IsDigit(chars, at) || At(chars, at) is ':' or '/') at++;
            token.Kind = TokenKind.Code;
            return at;
        }

        at = Suffix(chars, at, ref value, ref token);
        token.Value = value;
        return at;
    }

    private static char At(ReadOnlySpan<char> chars, int at) => at < chars.Length ? chars[at] : '\0';

    private static bool IsDigit(ReadOnlySpan<char> chars, int at) => at < chars.Length && char.IsAsciiDigit(chars[at]);

    private static void Append(ReadOnlySpan<char> chars, ref int at, int digits, ref double value)
    {
        for (var end = at + digits; at < end; at++) value = (value * 10) + (chars[at] - '0');
    }

    // "12|,500", "1|,25,000": one kind of mark through the whole number, comma, dot, apostrophe or space. India groups by two after the first three.
    private static int Groups(ReadOnlySpan<char> chars, int start, int at, ref double value, ref Token token)
    {
        while (At(chars, at) is ',' or '.' or '\'' or ' ' && (!token.Grouped || chars[at] == token.Mark))
        {
            var mark = chars[at];
            if (mark == ',' && IsBroken(chars, at) && OpensCount(chars, start))
            {
                token.Grouped = true;
                at += 2;
                Append(chars, ref at, 3, ref value);
                break;
            }

            var group = GroupLength(chars, at + 1);
            if (group != 3 && !(group == 2 && mark == ',' && IndianGroups(chars, at))) break;
            if (mark == '.' && !token.Grouped && !IsThousandsDot(chars, at)) break;
            (token.Grouped, token.Mark) = (true, mark);
            at++;
            Append(chars, ref at, group, ref value);
        }

        return at;
    }

    // "12|, 500 people": broken by the layout.
    private static bool IsBroken(ReadOnlySpan<char> chars, int comma) =>
        comma + 5 < chars.Length && chars[comma + 1] == ' ' && GroupLength(chars, comma + 2) == 3
            && (Person(chars, comma + 5) || chars[(comma + 2)..(comma + 5)] is "000");

    // "1|.250.000", "21|.672 people"
    private static bool IsThousandsDot(ReadOnlySpan<char> chars, int dot) =>
        At(chars, dot + 4) == '.' && GroupLength(chars, dot + 5) == 3 || Person(chars, dot + 4);

    private static int Decimals(ReadOnlySpan<char> chars, int at, ref double value)
    {
        for (var unit = 0.1; IsDigit(chars, at); unit /= 10) value += unit * (chars[at++] - '0');
        value = Math.Round(value, 6);
        return at;
    }

    // "1.5m", "120k", "2.4bn"; anything else that clings to a number is a code or an ordinal: "3rd", "4x4"; but "55km" is a number and its unit.
    private static int Suffix(ReadOnlySpan<char> chars, int at, ref double value, ref Token token)
    {
        if (!char.IsLetter(At(chars, at))) return at;
        var end = at;
        while (end < chars.Length && char.IsLetterOrDigit(chars[end])) end++;
        var suffix = chars[at..end];
        var scale = suffix switch { "m" or "M" or "mn" or "mln" => 1e6, "k" or "K" => 1e3, "bn" => 1e9, _ => 0 };
        if (scale > 0)
        {
            value *= scale;
            token.Grouped = true;
            return end;
        }

        if (suffix is "km" or "kms" or "kg" or "mm" or "cm" or "mt" or "ft" or "am" or "pm" or "hrs" or "mph") return at;
        token.Kind = TokenKind.Code;
        return end;
    }

    // "about 12, 500 people", "12, 500 people"; not what somebody is, or a list or a date tells: "when he was 16, 800 people", "on July 16, 800 people".
    private static bool OpensCount(ReadOnlySpan<char> chars, int start)
    {
        var end = start;
        while (end > 0 && chars[end - 1] == ' ') end--;
        if (end == 0 || chars[end - 1] is '\n' or '.' or '"' or ':') return true;
        var first = end;
        while (first > 0 && char.IsLetter(chars[first - 1])) first--;
        var word = chars[first..end];
        if (word.IsEmpty) return false;
        // Any other capital is a name or a month.
        if (char.IsUpper(word[0]))
            return word is "Some" or "Over" or "About" or "Around" or "Nearly" or "Almost" or "Approximately" or "Roughly" or "Another" or "The" or "Than";
        return word is not ("is" or "was" or "were" or "be" or "am" or "m" or "s" or "turned" or "turns" or "aged" or "age" or "ages" or "at" or "and" or "or"
            or "on" or "number" or "no" or "son" or "sons" or "daughter" or "daughters" or "just" or "only" or "now");
    }

    private static int GroupLength(ReadOnlySpan<char> chars, int at)
    {
        var length = 0;
        while (length < 5 && at + length < chars.Length && char.IsAsciiDigit(chars[at + length])) length++;
        return length;
    }

    // 1,25,000: groups of two, the last of three.
    private static bool IndianGroups(ReadOnlySpan<char> chars, int comma)
    {
        for (var i = comma; i + 3 < chars.Length && chars[i] == ','; i += 3)
        {
            var length = GroupLength(chars, i + 1);
            if (length == 3) return true;
            if (length != 2) return false;
        }

        return false;
    }

    // "21.672 people" has a thousands dot, "21.672 km" a decimal one.
    private static bool Person(ReadOnlySpan<char> chars, int at)
    {
        var rest = chars[Math.Min(at, chars.Length)..];
        return rest.StartsWith(" people") || rest.StartsWith(" famil") || rest.StartsWith(" person") || rest.StartsWith(" household")
            || rest.StartsWith(" civilian") || rest.StartsWith(" individual") || rest.StartsWith(" IDP") || rest.StartsWith(" displaced")
            || rest.StartsWith(" refugee");
    }

    // "+964 770 123 4567", "0770-123-4567", "07701234567", "555-0142": a plus or a leading zero and seven digits, or groups joined by hyphens.
    private static int Phone(ReadOnlySpan<char> chars, int start)
    {
        var plus = chars[start] == '+';
        var digits = 0;
        var groups = 1;
        var hyphens = 0;
        var (dots, last) = (0, 0);
        var at = plus ? start + 1 : start;
        var end = at;
        for (; at < chars.Length && at - start < 28; at++)
        {
            if (char.IsAsciiDigit(chars[at])) (digits, end) = (digits + 1, at + 1);
            else if (IsJoint(chars, at) && (IsDigit(chars, at + 1) || (IsDigit(chars, at + 2) || chars.Length > at + 2 && chars[at + 2] == '(')
                && (chars[at + 1] is '(' || chars[at] is ')' && IsJoint(chars, at + 1))))
            {
                groups++;
                (last, dots) = (at + 1, chars[at] == '.' ? dots + 1 : dots);
                if (chars[at] == '-') hyphens++;
            }
            else break;
        }

        if (digits is < 7 or > 15) return 0;
        if (plus && groups > 1 || plus && digits >= 9) return end;
        if (chars[start] == '0' && chars[Math.Min(start + 1, chars.Length - 1)] != '.') return end;
        // "803.555.0199": a thousands mark has three digits behind it.
        if (dots == 2 && groups == 3 && end - last == 4) return end;
        return hyphens >= 2 && !IsIsoDate(chars[start..end])
            || (hyphens == 1 && groups == 2 && digits == 7 && start + 3 < chars.Length && chars[start + 3] == '-') ? end : 0;
    }

    // "+380 (44) 123-45-67": between the groups of a telephone number.
    private static bool IsJoint(ReadOnlySpan<char> chars, int at) => at < chars.Length && chars[at] is ' ' or '-' or '(' or ')' or '.' or '_' or '–';

    private static bool IsIsoDate(ReadOnlySpan<char> text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-' && text[0] is '1' or '2';
}
