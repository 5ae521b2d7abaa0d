namespace Corridor.Dispatches.Claims;

/// <summary>Why a figure counts or does not, as it is written.</summary>
internal static class CountedReason
{
    public const string Flow = "asserted displacement flow";
    public const string NotAsserted = "not asserted";
    public const string OfHousing = "housing is another measure of the same people";
    public const string Rate = "a rate is never a total";
    public const string NoFlow = "not a displacement flow";
    public const string Earlier = "an earlier state of another figure";
    public const string Part = "part of another figure";
    public const string LeftOut = "left out by the source";
    public const string ToldExactly = "told again as an exact number";
    public const string Corroborates = "corroborates another figure";
    public const string ToldBefore = "told before in the same dispatch";
}
