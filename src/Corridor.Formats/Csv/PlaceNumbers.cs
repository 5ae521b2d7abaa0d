using Corridor.Scenarios;

namespace Corridor.Formats.Csv;

/// <summary>The numbers of a place that single rules read: columns of the same names in a scenario folder and in one of the reference program Flee.</summary>
internal static class PlaceNumbers
{
    /// <summary>What each column holds.</summary>
    public static IReadOnlyList<(string Name, Func<Place, double?> Of)> All { get; } =
    [
        ("deactivation_probability", p => p.DeactivationProbability),
        ("farmer_fraction", p => p.FarmerFraction),
        ("trade_volume", p => p.TradeVolume),
        ("hdi", p => p.HumanDevelopment),
    ];

    /// <summary>The place with the numbers of the columns.</summary>
    public static Place Read(Place place, Func<string, double?> number) => place with
    {
        DeactivationProbability = number("deactivation_probability"),
        FarmerFraction = number("farmer_fraction"),
        TradeVolume = number("trade_volume"),
        HumanDevelopment = number("hdi"),
    };
}
