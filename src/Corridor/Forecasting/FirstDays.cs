using Corridor.Scenarios;

namespace Corridor.Forecasting;

/// <summary>Remembers, for every run, the first day on which a camp holds more people than it can shelter.</summary>
internal sealed class FirstDays(int places, int alternatives, int runs)
{
    private const int Never = -1;

    /// <summary>By place and alternative; null: never over.</summary>
    private readonly int[]?[] firstDay = new int[]?[places * alternatives];

    /// <summary>Looks at a camp on a day.</summary>
    public void Observe(int place, int alternative, int day, double capacity, ReadOnlySpan<double> stock)
    {
        ref var first = ref firstDay[place * alternatives + alternative];
        for (var run = 0; run < runs; run++)
        {
            if (!(stock[run] > capacity)) continue;
            // Most camps are never over: they cost nothing.
            if (first is null)
            {
                first = new int[runs];
                Array.Fill(first, Never);
            }
            if (first[run] == Never) first[run] = day;
        }
    }

    /// <summary>The camps that are over in some run, by place and alternative.</summary>
    public IReadOnlyList<ComparisonOverCapacity> Result(Scenario scenario)
    {
        var result = new List<ComparisonOverCapacity>();
        for (var at = 0; at < firstDay.Length; at++)
        {
            if (firstDay[at] is not { } first) continue;
            var days = first.Where(day => day != Never).Select(day => (double)day).Order().ToArray();
            // The first day by which at least that share of the runs is over: a day that is in some run, not one between two.
            DateOnly At(double share) => scenario.Date((int)days[Math.Max(0, (int)Math.Ceiling(share * days.Length) - 1)]);
            result.Add(new ComparisonOverCapacity(at / alternatives, at % alternatives, days.Length / (double)runs, At(0.1), At(0.5), At(0.9)));
        }
        return result;
    }
}
