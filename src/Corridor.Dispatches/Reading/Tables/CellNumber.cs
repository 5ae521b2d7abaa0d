using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Tables;

/// <summary>The number of a cell that holds one and no words but its quantifier and a note: "1,234", "~500", "1.2 million", "1,234*", "980 (a)".</summary>
/// <param name="Quantity">The number.</param>
/// <param name="Start">Where it begins in the clean text of the cell.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct CellNumber(Quantity Quantity, int Start, int End)
{
    /// <summary>The number of a cell, or null.</summary>
    public static CellNumber? Of(TableCell cell)
    {
        if (cell.Clean.Length is 0 or > 60) return null;
        var digits = false;
        foreach (var c in cell.Clean.Chars) digits |= char.IsAsciiDigit(c);
        if (!digits || cell.Clean.Chars[0] is '-' or '–' or '(') return null;
        var s = new Sentence(cell.Clean);
        s.Next(new Tokeniser(cell.Clean, Lexicon.Default));
        if (s.Count == 0) return null;
        var quantities = NumberReader.Read(s, new bool[s.Count]);
        if (quantities is not [var q, ..] || q.First != 0 && !(q.Core == 1 && s.IsMark(0))) return null;
        for (var i = q.CoreEnd; i < s.Count; i++)
        {
            if (s.IsMark(i, '(') || s.IsMark(i, '[')) break;
            if (!s.IsMark(i) && !(s.IsWord(i) && (s.Chars(i).Length == 1 || s.Is(i, Tag.Unit))) && s[i].Kind != TokenKind.Percent) return null;
        }

        var quantity = q;
        if (q.Core == 1 && q.First == 1 && q.Quantifier == Quantifier.Exact)
            quantity.Quantifier = s.IsMark(0, '~') || s.IsMark(0, '≈') ? Quantifier.Approximately : s.IsMark(0, '>') ? Quantifier.MoreThan
                : s.IsMark(0, '<') ? Quantifier.LessThan : Quantifier.Exact;
        return new CellNumber(quantity, s[q.First].Start, s[q.CoreEnd - 1].End);
    }
}
