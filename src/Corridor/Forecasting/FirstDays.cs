using Corridor.Scenarios;

namespace Corridor.Forecasting;

/// <summary>Remembers, for every run, the first day on which a camp holds more people than it can shelter.</summary>
internal sealed class FirstDays(int runs)
{
    private const int Never = -1;
    private readonly SortedDictionary<(int Place, int Alternative), int[]> firstDay = [];

    /// <summary>Looks at a camp on a day.</summary>
    public void Observe(int place, int alternative, int day, double capacity, ReadOnlySpan<double> stock)
    {
        firstDay.TryGetValue((place, alternative), out var first);
        for (var run = 0; run < runs; run++)
        {
            if (!(stock[run] > capacity)) continue;
            // Most camps are never over: they cost nothing.
            if (first is null)
            {
                firstDay.Add((place, alternative), first = new int[runs]);
                Array.Fill(first, Never);
            }
            if (first[run] == Never) first[run] = day;
        }
    }

    /// <summary>The camps that are over in some run, by place and alternative.</summary>
    public IReadOnlyList<ComparisonOverCapacity> Result(Scenario scenario)
    {
        var result = new List<ComparisonOverCapacity>();
        foreach (var ((place, alternative), first) in firstDay)
        {
            var days = first.Where(day => day != Never).Select(day => (double)day).Order().ToArray();
            // The first day by which at least that share of the runs is over: a day that is in some run, not one between two.
            DateOnly At(double share) => scenario.Date((int)days[Math.Max(0, (int)Math.Ceiling(share * days.Length) - 1)]);
            result.Add(new ComparisonOverCapacity(place, alternative, days.Length / (double)runs, At(0.1), At(0.5), At(0.9)));
        }
        return result;
    }
}
