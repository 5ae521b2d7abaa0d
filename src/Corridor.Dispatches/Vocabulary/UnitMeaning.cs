namespace Corridor.Dispatches.Vocabulary;

/// <summary>A noun that a number counts.</summary>
/// <param name="Class">Its section of units.txt.</param>
/// <param name="Country">The country that these people are of, or nothing.</param>
internal sealed record UnitMeaning(UnitClass Class, string Country = "") : Meaning(Tag.Unit, "")
{
    public const string Table = "units.txt";

    /// <summary>What all nouns of a section mean.</summary>
    public static UnitMeaning Of(string[] header) => new(TableHeader.Word<UnitClass>(Table, header, 0));

    public override Meaning? Joined(Meaning other) => other is UnitMeaning unit && unit.Class == Class && unit.Country == Country ? this : null;
}
