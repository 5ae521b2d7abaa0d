using Corridor.Cli.Questions;

namespace Corridor.Cli.Pages;

/// <summary>
/// The destinations that a table has room for: those that receive most people, under whatever alternative, on any of the days that are asked for.
/// </summary>
internal static class MainDestinations
{
    private const int Most = 12;

    /// <summary>Positions of the places, the largest first; the same for every table of a page.</summary>
    public static IReadOnlyList<int> Of(Answer answer)
    {
        // A camp that fills up in fewer than half of the runs has its row as well, behind those that hold people in most.
        var most = new SortedDictionary<int, (double Half, double Tenth)>();
        foreach (var destination in answer.Comparison.Horizons.SelectMany(h => h.Destinations))
        {
            var (half, tenth) = most.GetValueOrDefault(destination.Place);
            most[destination.Place] = (Math.Max(half, destination.Stock.Under.Max(s => s.Q50)), Math.Max(tenth, destination.Stock.Under.Max(s => s.Q90)));
        }
        return [.. most.Where(m => m.Value.Tenth > 0).OrderByDescending(m => m.Value.Half).ThenByDescending(m => m.Value.Tenth).Take(Most).Select(m => m.Key)];
    }

    /// <summary>How many destinations have no row in the tables.</summary>
    public static int Others(Answer answer, IReadOnlyList<int> main) =>
        answer.Comparison.Horizons.SelectMany(h => h.Destinations)
            .Where(d => d.Stock.Under.Any(s => s.Mean > 0)).Select(d => d.Place).Distinct().Except(main).Count();
}
