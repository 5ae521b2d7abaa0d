using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Numbers;

/// <summary>A number of a sentence: its value as worded, and the noun that it counts (pipeline steps 3 and 4).</summary>
internal sealed class Quantity
{
    /// <summary>First token of the span: the quantifier where it belongs to the figure ("more than 9,000"), else the number.</summary>
    public int First;
    /// <summary>First token of the bare number.</summary>
    public int Core;
    /// <summary>Token after the number.</summary>
    public int CoreEnd;
    /// <summary>Token after the noun, or <see cref="CoreEnd"/> when the noun is left out.</summary>
    public int End;
    public double? Value;
    public double? Min;
    public double? Max;
    public Quantifier Quantifier = Quantifier.Exact;
    /// <summary>The number is a percentage.</summary>
    public bool IsPercent;
    /// <summary>The number is a share, as a fraction of one.</summary>
    public double? Share;
    /// <summary>"a further", "another".</summary>
    public bool Further;
    /// <summary>"No new arrivals", "none of the ...".</summary>
    public bool IsZero;
    /// <summary>"none of the 900 families".</summary>
    public bool IsNone;
    public bool IsMoney;
    /// <summary>Digits that may be a year.</summary>
    public bool MayBeYear;
    public string? Per;
    /// <summary>Class of the noun in units.txt; null when there is no noun.</summary>
    public UnitClass? Noun;
    public string? NounCountry;
    /// <summary>Token of the noun, or -1.</summary>
    public int NounAt = -1;
    /// <summary>"displaced people", "trapped civilians": a predicate used as adjective before the noun.</summary>
    public VerbMeaning? Adjective;
    public bool NewlyMarked;
    /// <summary>A second measure in brackets: "1,230 households (7,380 individuals)".</summary>
    public Quantity? Pair;
    /// <summary>Persons in each of these households, where the text tells it: "240 families of six on average".</summary>
    public double? Size;
    /// <summary>The whole of which this is a share or part: "a fifth of the 6,000".</summary>
    public Quantity? Whole;
    /// <summary>Set when another rule has given the number its role.</summary>
    public NumberRole? Role;
}
