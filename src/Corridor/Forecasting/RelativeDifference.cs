using Corridor.Scenarios;

namespace Corridor.Forecasting;

/// <summary>
/// The averaged relative difference between simulated and recorded numbers, the error figure of the field (model.md, section 6): the mean over days of
/// sum over places |simulated − recorded| / max(1, sum recorded). "Rescaled": the simulated numbers are first multiplied by recorded total / simulated total.
/// Those in places of which nothing is ever recorded are part of that simulated total, as in the field.
/// </summary>
public sealed class RelativeDifference
{
    private readonly RecordedStocks recorded;
    private readonly double[][] simulated;
    private readonly double[] plain;
    private readonly double[] rescaled;

    /// <param name="recorded">What is recorded.</param>
    /// <param name="runs">Number of runs.</param>
    public RelativeDifference(RecordedStocks recorded, int runs)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        this.recorded = recorded;
        simulated = [.. recorded.Places.Select(_ => new double[runs])];
        (plain, rescaled) = (new double[runs], new double[runs]);
    }

    /// <summary>Number of days with any record.</summary>
    public int Days { get; private set; }

    /// <summary>Those of them on which nobody is recorded, so that there is nothing to be relative to: the field divides by 1.</summary>
    public int DaysOfNobody { get; private set; }

    /// <summary>Those of them on which somebody is recorded and a single place has a record: its share of the recorded total is all of it.</summary>
    public int DaysOfOnePlace { get; private set; }

    /// <summary>The figure of each run.</summary>
    public IReadOnlyList<double> Plain => [.. plain.Select(sum => sum / Math.Max(1, Days))];

    /// <summary>The rescaled figure of each run.</summary>
    public IReadOnlyList<double> Rescaled => [.. rescaled.Select(sum => sum / Math.Max(1, Days))];

    /// <summary>Adds a day of the ensemble.</summary>
    public void Observe(EnsembleDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        if (!HasRecord(recorded, day.Day)) return;
        Days++;
        if (!recorded.People.Any(p => p[day.Day] > 0)) DaysOfNobody++;
        else if (recorded.People.Count(p => !double.IsNaN(p[day.Day])) == 1) DaysOfOnePlace++;
        for (var i = 0; i < simulated.Length; i++) day.OfPlace(Measure.Stock, recorded.Places[i], simulated[i]);
        var people = new double[simulated.Length];
        for (var run = 0; run < plain.Length; run++)
        {
            for (var i = 0; i < people.Length; i++) people[i] = simulated[i][run];
            var (one, other) = OfDay(recorded, day.Day, people);
            plain[run] += one;
            rescaled[run] += other;
        }
    }

    /// <summary>Whether any place has a record on the day.</summary>
    internal static bool HasRecord(RecordedStocks recorded, int day) => recorded.People.Any(p => !double.IsNaN(p[day]));

    /// <summary>The difference on one day over the places that have a record then.</summary>
    internal static (double Plain, double Rescaled) OfDay(RecordedStocks recorded, int day, ReadOnlySpan<double> people)
    {
        var (total, all) = (0.0, 0.0);
        for (var i = 0; i < people.Length; i++)
        {
            var isRecorded = !double.IsNaN(recorded.People[i][day]);
            if (isRecorded) total += recorded.People[i][day];
            if (isRecorded || !recorded.IsRecorded(i)) all += people[i];
        }
        var scale = all > 0 ? total / all : 0;
        var (plain, rescaled) = (0.0, 0.0);
        for (var i = 0; i < people.Length; i++)
        {
            var record = recorded.People[i][day];
            if (double.IsNaN(record)) continue;
            plain += Math.Abs(people[i] - record);
            rescaled += Math.Abs(people[i] * scale - record);
        }
        return (plain / Math.Max(1, total), rescaled / Math.Max(1, total));
    }
}
