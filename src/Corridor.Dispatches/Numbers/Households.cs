using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Numbers;

/// <summary>Households as persons, by the convention of a country (households.txt).</summary>
internal static class Households
{
    /// <summary>The persons in so many households, how many are in each and who says so; nothing where no convention is known.</summary>
    public static (long? Persons, double? Size, string? Source) Of(long? households, string? country) =>
        country is not null && Lexicon.Default.HouseholdSizes.TryGetValue(country, out var size)
            ? (households is { } n ? (long)Math.Round(n * size) : null, size, Lexicon.Default.HouseholdSources[country]) : default;
}
