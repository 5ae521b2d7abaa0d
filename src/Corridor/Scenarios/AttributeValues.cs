using System.Globalization;

namespace Corridor.Scenarios;

/// <summary>How rules read the values of people's attributes (model.md, 2.6); religion and ethnicity may be any word.</summary>
public static class AttributeValues
{
    /// <summary>The number that a value is; null when it is none.</summary>
    public static double? Number(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Whether a gender is female.</summary>
    public static bool IsFemale(string? gender) => string.Equals(gender, "female", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a gender is male.</summary>
    public static bool IsMale(string? gender) => string.Equals(gender, "male", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a rule that asks for the attribute expects instead of this value; null when it can read it, or nothing is stated.</summary>
    internal static string? ExpectedInsteadOf(string value, string attribute) => attribute switch
    {
        _ when value.Length == 0 => null,
        "age" when Number(value) is null => "years, as in 31: of a span of ages, each year or one of them",
        "floodawareness" when Number(value) is null => "a level, as in 1",
        "farmer" when Number(value) is null => "1 for a farmer, else 0",
        "gender" when !IsFemale(value) && !IsMale(value) => "female or male",
        _ => null,
    };
}
