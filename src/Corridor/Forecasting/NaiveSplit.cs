using Corridor.Scenarios;

namespace Corridor.Forecasting;

/// <summary>
/// What a simulation has to beat: the recorded total of a day, split among the places by a rule
/// that needs no model. As the total is granted, plain and rescaled figures are the same.
/// </summary>
/// <param name="Name">How the total is split.</param>
/// <param name="Days">Number of days for which the split is defined.</param>
/// <param name="Difference">Averaged relative difference over those days; NaN when there are none.</param>
public sealed record NaiveSplit(string Name, int Days, double Difference)
{
    /// <summary>The first day whose shares are known to the split that learns its shares once.</summary>
    private const int LearningDay = 30;

    /// <summary>
    /// All splits: by capacity (those who have come since the first day), equal, by the shares of
    /// day 30 (from the day after on), and by the figures last reported for an earlier day.
    /// </summary>
    public static IReadOnlyList<NaiveSplit> All(RecordedStocks recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        var days = recorded.People.Count == 0 ? 0 : recorded.People[0].Length;
        return
        [
            // The simulation is granted the people of the first day as well.
            Of("by capacity", recorded, 0, days, (place, _) => recorded.Capacities[place] ?? 0, staysOfFirstDay: true),
            Of("equal", recorded, 0, days, (_, _) => 1),
            Of($"shares of day {LearningDay}", recorded, LearningDay + 1, days, (place, _) => recorded.People[place][LearningDay]),
            Of("shares as last reported", recorded, 0, days, (place, day) => recorded.LastReported[place][day]),
        ];
    }

    /// <summary>
    /// Shares the recorded total of each day by weights. Those who are to stay where they
    /// are recorded on the first day stay there, and what has come since is shared.
    /// </summary>
    private static NaiveSplit Of(string name, RecordedStocks recorded, int from, int days, Func<int, int, double> weight, bool staysOfFirstDay = false)
    {
        var (defined, sum) = (0, 0.0);
        var people = new double[recorded.Places.Count];
        var begin = new double[people.Length];
        if (staysOfFirstDay && Enumerable.Range(0, days).FirstOrDefault(day => RelativeDifference.HasRecord(recorded, day), -1) is >= 0 and var first)
            begin = [.. recorded.People.Select(p => double.IsNaN(p[first]) ? 0 : p[first])];
        for (var day = from; day < days; day++)
        {
            var (weights, total, stay) = (0.0, 0.0, 0.0);
            for (var place = 0; place < people.Length; place++)
            {
                var record = recorded.People[place][day];
                people[place] = double.IsNaN(record) || weight(place, day) is not (> 0 and var share) ? 0 : share;
                weights += people[place];
                if (double.IsNaN(record)) continue;
                total += record;
                stay += begin[place];
            }
            // Nothing to split by, or nothing to split.
            if (!(weights > 0) || !RelativeDifference.HasRecord(recorded, day)) continue;
            // Where fewer are recorded than on the first day, all places lose alike.
            var (remain, come) = total >= stay || !(stay > 0) ? (1.0, total - stay) : (total / stay, 0);
            for (var place = 0; place < people.Length; place++)
                people[place] = (double.IsNaN(recorded.People[place][day]) ? 0 : begin[place] * remain) + people[place] * come / weights;
            defined++;
            sum += RelativeDifference.OfDay(recorded, day, people).Plain;
        }
        return new NaiveSplit(name, defined, defined == 0 ? double.NaN : sum / defined);
    }
}
