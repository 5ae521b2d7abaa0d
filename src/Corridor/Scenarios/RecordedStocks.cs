namespace Corridor.Scenarios;

/// <summary>The recorded number of people at each of some places on each day: what a simulation is scored against.</summary>
/// <param name="Places">Positions of the places in the scenario.</param>
/// <param name="People">For each place, people by day; NaN on days without a record.</param>
/// <param name="Capacities">For each place, the capacity that a split by capacity goes by; null where none is stated.</param>
/// <param name="LastReported">For each place, the latest figure reported for an earlier day, by day; NaN when there is none.</param>
public sealed record RecordedStocks(
    IReadOnlyList<int> Places, IReadOnlyList<double[]> People, IReadOnlyList<double?> Capacities, IReadOnlyList<double[]> LastReported)
{
    private readonly bool[] isRecorded = [.. People.Select(people => !Array.TrueForAll(people, double.IsNaN))];

    /// <summary>Whether anything is recorded of a place on any day; <paramref name="place"/> counts within <see cref="Places"/>.</summary>
    public bool IsRecorded(int place) => isRecorded[place];

    /// <summary>
    /// The records out of the counts of a scenario: stocks, exact or about, interpolated in a straight line between two dates on which the
    /// place was counted. Of a place they are the counts without a name of a series, and where there are none the series with most.
    /// Before the first count of a place and after its last one there is no record. Of two counts of one date the one published last holds, and
    /// of two published on the same day the larger.
    /// </summary>
    public static RecordedStocks OfCounts(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var position = scenario.PlaceNumbers();
        var counted = scenario.Counts
            .Where(c => c.Measure == Measure.Stock && position.ContainsKey(c.Place))
            .Where(c => c.Qualifier is Qualifier.Exact or Qualifier.About)
            .GroupBy(c => position[c.Place])
            .OrderBy(g => g.Key)
            .Select(g => (Place: g.Key, Points: OfOneSeries(g)
                .GroupBy(c => scenario.Day(c.Date))
                .Select(d => (Day: d.Key, People: (double)d.OrderBy(c => c.Published).ThenBy(c => c.People).Last().People))
                .OrderBy(p => p.Day)
                .ToList()))
            .ToList();
        return new RecordedStocks(
            [.. counted.Select(c => c.Place)],
            [.. counted.Select(c => Interpolated(c.Points, scenario.Days))],
            [.. counted.Select(c => (double?)scenario.Places[c.Place].Capacity)],
            [.. counted.Select(c => LastBefore(c.Points, scenario.Days))]);
    }

    private static IEnumerable<Count> OfOneSeries(IEnumerable<Count> counts) => counts
        .GroupBy(c => c.Series)
        .OrderBy(series => series.Key.Length == 0 ? 0 : 1)
        .ThenByDescending(series => series.Count())
        .ThenBy(series => series.Key, StringComparer.Ordinal)
        .First();

    /// <summary>The latest of the points that lies before each day.</summary>
    /// <param name="points">Day and people, by day.</param>
    /// <param name="days">Number of days.</param>
    public static double[] LastBefore(IReadOnlyList<(int Day, double People)> points, int days)
    {
        ArgumentNullException.ThrowIfNull(points);
        var last = new double[days];
        for (var day = 0; day < days; day++) last[day] = points.LastOrDefault(p => p.Day < day, (Day: 0, People: double.NaN)).People;
        return last;
    }

    private static double[] Interpolated(List<(int Day, double People)> points, int days)
    {
        var people = new double[days];
        var next = 0;
        for (var day = 0; day < days; day++)
        {
            while (next < points.Count && points[next].Day < day) next++;
            people[day] = next == points.Count ? double.NaN
                : points[next].Day == day ? points[next].People
                : next == 0 ? double.NaN
                : Between(points[next - 1], points[next], day);
        }
        return people;
    }

    private static double Between((int Day, double People) before, (int Day, double People) after, int day) =>
        before.People + (after.People - before.People) * (day - before.Day) / (after.Day - before.Day);
}
