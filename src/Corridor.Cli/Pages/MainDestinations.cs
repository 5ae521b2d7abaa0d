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
        var most = new SortedDictionary<int, double>();
        foreach (var destination in answer.Comparison.Horizons.SelectMany(h => h.Destinations))
        {
            // On average, so that a camp that fills up in a third of the runs has its row.
            var people = destination.Stock.Under.Max(s => s.Mean);
            most[destination.Place] = Math.Max(most.GetValueOrDefault(destination.Place), people);
        }
        return [.. most.Where(m => m.Value > 0).OrderByDescending(m => m.Value).Take(Most).Select(m => m.Key)];
    }

    /// <summary>How many destinations have no row in the tables.</summary>
    public static int Others(Answer answer, IReadOnlyList<int> main) =>
        answer.Comparison.Horizons.SelectMany(h => h.Destinations)
            .Where(d => d.Stock.Under.Any(s => s.Mean > 0)).Select(d => d.Place).Distinct().Except(main).Count();
}
