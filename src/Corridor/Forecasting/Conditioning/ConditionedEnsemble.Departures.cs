using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// How many people leave in each member: in the window by the reports and their errors, and from the last report on by the statistical forecast.
/// </summary>
public sealed partial class ConditionedEnsemble
{
    private double[][] Prior()
    {
        var noise = ReportingNoise.Prior(sources.Length, options.Members, options.Seed);
        return
        [
            .. Enumerable.Range(0, options.Members).Select(m => Enumerable.Range(0, Names.Count)
                .Select(p => p >= DepartureRate.Names.Length && p < firstRule ? noise[m][p - DepartureRate.Names.Length] : Normal(m, p, 0)).ToArray()),
        ];
    }

    /// <summary>Who reports a target: the source of most of its counts.</summary>
    private string SourceOf(Target target)
    {
        var counts = scenario.Counts.Where(c => Target.Of(c) == target).ToList();
        if (counts.Count == 0) return "counts";
        var sources = counts.GroupBy(NoiseEvidence.SourceOf).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
        return sources.First().Key;
    }

    private double NoiseOf(double[] member, int target) => ReportingNoise.Of(member[DepartureRate.Names.Length + sourceOf[target]]);

    /// <summary>The error of the figure of the whole situation; where it is not reported, that of the sum of the places.</summary>
    private double NoiseOfAll(double[] member)
    {
        if (known.Total is { } total) return NoiseOf(member, total);
        var (squares, sum) = (0.0, 0.0);
        for (var t = 0; t < known.Series.Count; t++)
        {
            var people = known.Series[t].Reports.Count > 0 ? known.Series[t].Reports[^1].People : 0;
            var error = NoiseOf(member, t) * people;
            (squares, sum) = (squares + error * error, sum + people);
        }
        return sum > 0 ? Math.Sqrt(squares) / sum : 0;
    }

    /// <summary>
    /// The figure of the whole situation on the days of the reports, from the last one before
    /// the window on; where it is not reported, the sum of what each place grew by.
    /// </summary>
    private List<(int Day, double People)> ReportsOfAll()
    {
        var all = WholeSituation();
        var before = Math.Max(0, all.Count(r => r.Date <= scenario.Start) - 1);
        return [.. all.Skip(before).Select(r => (r.Date.DayNumber - scenario.Start.DayNumber, r.People))];
    }

    private IReadOnlyList<Report> WholeSituation() => known.Total is { } total ? known.Series[total].Joined : SumOfPlaces();

    private List<Report> SumOfPlaces()
    {
        var series = known.Series.Where(s => s.Reports.Count > 0).ToList();
        var sum = series.Sum(s => s.Joined[0].People);
        var grown = new SortedDictionary<DateOnly, double>();
        foreach (var reports in series.Select(s => s.Joined))
        {
            for (var i = 0; i < reports.Count; i++)
            {
                var growth = i > 0 ? reports[i].People - reports[i - 1].People : 0;
                grown[reports[i].Date] = grown.GetValueOrDefault(reports[i].Date) + growth;
            }
        }
        return [.. grown.Select(day => new Report(day.Key, day.Key, sum += day.Value))];
    }

    /// <summary>People who left on a day before the window; where nothing is known of that, in the whole record.</summary>
    private double UsualDepartures()
    {
        var all = WholeSituation();
        var before = all.Where(r => r.Date <= scenario.Start).ToList();
        var record = before.Count > 1 ? before : all;
        var rate = record.Count > 1 ? (record[^1].People - record[0].People) / (record[^1].Date.DayNumber - record[0].Date.DayNumber) : 0;
        return Math.Max(rate, all.Count > 0 ? 1 + 0.0005 * all[^1].People : 1);
    }

    /// <summary>
    /// The order of the members by how many each expects to leave, and how many leave on a day from the last report on: a quantile
    /// of the statistical forecast, which knows the present rate best, in that order; without one, the member's own rate.
    /// The last report is that of the whole situation: where places were reported since, the rate has been lasting since before.
    /// </summary>
    private (int[] Order, double[] Rate) Lasting(Predictive? total)
    {
        var days = Math.Max(1, asOfDay + daysAhead - lastOfAll);
        var own = parameters.Select(p => Enumerable.Range(lastOfAll + 1, days).Sum(day => departures.On(p, day)) / days).ToArray();
        var members = Enumerable.Range(0, options.Members).ToArray();
        Array.Sort((double[])own.Clone(), members);
        var order = new int[members.Length];
        for (var i = 0; i < members.Length; i++) order[members[i]] = i;
        if (total is null) return (order, own);
        var now = known.Total is { } t && known.Series[t].Reports.Count > 0 ? known.Series[t].Reports[^1].People : 0;
        return (order, [.. order.Select(rank => Math.Max(0, total.Quantile((rank + 0.5) / options.Members) - now) / days)]);
    }

    /// <summary>People who set out on each day if everything goes on as reported: by the reports, then by the lasting rate with the member's trend.</summary>
    private long[] DeparturesOf(double[] member, int m, int days)
    {
        var ahead = Math.Max(1, asOfDay + daysAhead - lastOfAll);
        var mean = Enumerable.Range(lastOfAll + 1, ahead).Sum(day => departures.On(member, day)) / ahead;
        var people = new long[days];
        var rest = 0.0;
        for (var day = 0; day < days; day++)
        {
            var wanted = rest + (day <= lastOfAll ? course[m][Math.Min(day, asOfDay)] : lastingRate[m] * departures.On(member, day) / mean);
            people[day] = (long)wanted;
            rest = wanted - people[day];
        }
        return people;
    }
}
