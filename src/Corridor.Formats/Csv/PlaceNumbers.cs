using Corridor.Scenarios;

namespace Corridor.Formats.Csv;

/// <summary>The numbers of a place that single rules read: columns of the same names in a scenario folder and in one of the reference program Flee.</summary>
internal static class PlaceNumbers
{
    /// <summary>What each column holds.</summary>
    public static IReadOnlyList<(string Name, Func<Place, double?> Of, Func<Place, double?, Place> With)> All { get; } =
    [
        ("deactivation_probability", p => p.DeactivationProbability, (p, number) => p with { DeactivationProbability = number }),
        ("farmer_fraction", p => p.FarmerFraction, (p, number) => p with { FarmerFraction = number }),
        ("trade_volume", p => p.TradeVolume, (p, number) => p with { TradeVolume = number }),
        ("hdi", p => p.HumanDevelopment, (p, number) => p with { HumanDevelopment = number }),
    ];

    /// <summary>The place with the numbers of the columns.</summary>
    public static Place Read(Place place, Func<string, double?> number) =>
        All.Aggregate(place, (known, column) => number(column.Name) is { } there ? column.With(known, there) : known);
}
