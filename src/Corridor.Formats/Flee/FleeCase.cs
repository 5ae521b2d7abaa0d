using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>A Flee folder as a scenario, with what only its own output format needs.</summary>
public sealed record FleeCase
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Ids of the places that are reported and compared with records: camps in the order of the file, or with floods all places.</summary>
    public required IReadOnlyList<string> OutputPlaces { get; init; }

    /// <summary>The recorded number of each output place on each day, scaled; null where a place has no series.</summary>
    public required IReadOnlyList<IReadOnlyList<long>?> Recorded { get; init; }

    /// <summary>For each output place, the days and figures of its series, scaled, in the order of days.</summary>
    public required IReadOnlyList<IReadOnlyList<(int Day, double People)>> Reports { get; init; }

    /// <summary>The reference program's "raw UNHCR refugee count" of each day.</summary>
    public required IReadOnlyList<long> Raw { get; init; }

    /// <summary>The reference program's "refugee_debt" after each day.</summary>
    public required IReadOnlyList<long> Debt { get; init; }

    /// <summary>Whether the settings ask for a last column with all IDPs in camps.</summary>
    public bool IdpTotals { get; init; }

    /// <summary>Whether records are compared less those of the first day, on which the camps begin empty.</summary>
    public bool RecordsFromZero { get; init; }

    /// <summary>What the settings ask to be logged of single persons and links.</summary>
    public FleeLogs Logs { get; init; } = new();

    /// <summary>The records for a score: the values that the reference program compares with, on every day.</summary>
    public RecordedStocks Records()
    {
        var position = Scenario.PlaceNumbers();
        int[] places = [.. OutputPlaces.Select(id => position[id])];
        return new RecordedStocks(
            places,
            [.. Recorded.Select(r => r is null ? Nothing() : [.. r.Select(v => (double)v)])],
            [.. places.Select(p => (double?)Scenario.Places[p].Capacity)],
            [.. Reports.Select(points => RecordedStocks.LastBefore(points, Scenario.Days))]);

        double[] Nothing() => [.. Enumerable.Repeat(double.NaN, Scenario.Days)];
    }
}
