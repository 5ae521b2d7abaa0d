using Corridor.Forecasting.Reports;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// What the counts of a scenario show of the error with which each source reports: how far sources are
/// apart on one place and day, how far a figure was revised later, and how rough each series is.
/// </summary>
internal sealed class NoiseEvidence
{
    /// <summary>Figures below this are left out: there, rounding to families outweighs the rest.</summary>
    private const int FewestPeople = 100;

    /// <summary>A series with fewer reports tells its own course from errors too badly.</summary>
    private const int FewestReports = 8;

    /// <summary>Standard deviations of the true course over the root of a day, among which the roughness of a series is shared out.</summary>
    private static readonly double[] Courses = [.. Enumerable.Range(0, 12).Select(i => 1e-4 * Math.Pow(3000, i / 11.0))];

    private readonly Dictionary<string, int> numbers = [];
    private readonly List<double[]> roughness = [];

    private NoiseEvidence()
    {
    }

    /// <summary>Names of the sources.</summary>
    public IReadOnlyList<string> Sources => [.. numbers.OrderBy(n => n.Value).Select(n => n.Key)];

    /// <summary>Pairs of figures for one place and day: the sources and the difference of the logarithms.</summary>
    public List<(int One, int Other, double Difference)> Apart { get; } = [];

    /// <summary>For each source, the log-likelihood of its series at each of the levels of noise.</summary>
    public IReadOnlyList<double[]> Roughness => roughness;

    /// <summary>Who a count is from: its series, else its source without the number or date of the publication.</summary>
    public static string SourceOf(Count count) => count.Series.Length > 0 ? count.Series : Stem(count.Source);

    /// <summary>The evidence in counts.</summary>
    /// <param name="counts">The counts that are known.</param>
    /// <param name="levels">Relative standard deviations at which likelihoods are wanted.</param>
    public static NoiseEvidence Of(IEnumerable<Count> counts, IReadOnlyList<double> levels)
    {
        var evidence = new NoiseEvidence();
        var stocks = counts.Where(c => Target.Of(c)?.Kind == TargetKind.Stock).ToList();
        var breaks = stocks.Where(c => c.Break).ToLookup(c => (c.Place, c.Series), c => c.Date);
        var used = stocks.Where(c => c.Qualifier is Qualifier.Exact or Qualifier.About && c.People >= FewestPeople).ToList();
        foreach (var name in used.Select(SourceOf).Distinct().Order(StringComparer.Ordinal))
        {
            evidence.numbers.Add(name, evidence.numbers.Count);
            evidence.roughness.Add(new double[levels.Count]);
        }
        // Another series may count other people: only figures of one series say anything about errors.
        foreach (var day in used.GroupBy(c => (c.Place, c.Date, c.Series)))
        {
            var bySource = day.GroupBy(SourceOf).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.OrderBy(c => c.Published).ToList()).ToList();
            foreach (var revised in bySource)
                for (var i = 1; i < revised.Count; i++) evidence.Compare(revised[i - 1], revised[i]);
            for (var i = 1; i < bySource.Count; i++) evidence.Compare(bySource[i - 1][^1], bySource[i][^1]);
        }
        // From a break on a series counts other people: each stretch between two breaks is a course of its own.
        int StretchOf(Count count) => breaks[(count.Place, count.Series)].Distinct().Count(date => date <= count.Date);
        foreach (var series in used.GroupBy(c => (c.Place, Source: SourceOf(c), Stretch: StretchOf(c))))
        {
            var reports = series
                .GroupBy(c => c.Date)
                .OrderBy(g => g.Key)
                .Select(g => (Day: (double)g.Key.DayNumber, Log: Math.Log(g.OrderBy(c => c.Published).Last().People)))
                .ToArray();
            if (reports.Length < FewestReports) continue;
            var own = evidence.roughness[evidence.numbers[series.Key.Source]];
            for (var level = 0; level < levels.Count; level++) own[level] += LogLikelihood(reports, levels[level]);
        }
        return evidence;
    }

    private void Compare(Count one, Count other)
    {
        // One from before a break and one from after it are no two figures of the same people.
        if (one.Break == other.Break) Apart.Add((numbers[SourceOf(one)], numbers[SourceOf(other)], Math.Log((double)one.People / other.People)));
    }

    private static string Stem(string source)
    {
        var end = source.Length;
        while (end > 0 && (char.IsAsciiDigit(source[end - 1]) || source[end - 1] is '-' or '_' or '/' or '.' or ' ')) end--;
        return end > 0 ? source[..end] : "counts";
    }

    /// <summary>
    /// Of a random walk with a steady drift that is reported with errors, over all courses alike. The drift is
    /// integrated out (P. de Jong, "The diffuse Kalman filter", Annals of Statistics 19, 1991): the filter is
    /// run on the reports and on their days, and what the second explains of the first is taken off.
    /// </summary>
    private static double LogLikelihood((double Day, double Log)[] reports, double noise)
    {
        var (most, sum) = (double.NegativeInfinity, 0.0);
        foreach (var course in Courses)
        {
            var found = LogLikelihood(reports, noise * noise, course * course);
            (most, sum) = found > most ? (found, sum * Math.Exp(most - found) + 1) : (most, sum + Math.Exp(found - most));
        }
        return most + Math.Log(sum / Courses.Length);
    }

    private static double LogLikelihood((double Day, double Log)[] reports, double noise, double course)
    {
        // The first report, of which nothing was known before, is the level with its error.
        var (level, drift, variance) = (reports[0].Log, 0.0, noise);
        var (own, both, driven, logs) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 1; i < reports.Length; i++)
        {
            var days = reports[i].Day - reports[i - 1].Day;
            variance += course * days;
            drift += days;
            var (wrong, wrongDrift, all) = (reports[i].Log - level, drift, variance + noise);
            own += wrong * wrong / all;
            both += wrong * wrongDrift / all;
            driven += wrongDrift * wrongDrift / all;
            logs += Math.Log(all);
            var gain = variance / all;
            level += gain * wrong;
            drift -= gain * wrongDrift;
            variance *= 1 - gain;
        }
        return -0.5 * (logs + Math.Log(driven) + own - both * both / driven);
    }
}
