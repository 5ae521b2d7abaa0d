namespace Corridor.Scenarios;

/// <summary>How one attribute of people is distributed.</summary>
/// <param name="Attribute">Its name: <c>age</c> (years), <c>gender</c>, <c>religion</c>, <c>ethnicity</c>, <c>floodawareness</c> (level), or any other.</param>
/// <param name="Values">The values that it takes.</param>
/// <param name="Weights">
/// By place id, a weight for each value, 0 or more, that need not add up to 1; <see cref="Count.Everywhere"/> is for the places that are not named.
/// </param>
public sealed record Demographic(string Attribute, IReadOnlyList<string> Values, IReadOnlyDictionary<string, IReadOnlyList<double>> Weights)
{
    /// <summary>Where each value was read; empty when that is not known.</summary>
    public IReadOnlyList<Origin> Origins { get; init; } = [];

    /// <summary>The probability of each value among the people of a place; all 0 when nothing is said of them.</summary>
    public IReadOnlyList<double> Shares(string placeId)
    {
        if (!Weights.TryGetValue(placeId, out var weights) && !Weights.TryGetValue(Count.Everywhere, out weights)) return new double[Values.Count];
        var total = weights.Sum();
        return total > 0 ? [.. weights.Select(w => w / total)] : new double[Values.Count];
    }
}
