using System.Collections.Concurrent;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Reports;

/// <summary>
/// What was known on a day: the reports published by then, and of the places only what does not change. All forecasts are functions of this value,
/// which holds nothing later than its day; there is no way from it to what came after.
/// </summary>
public sealed class Knowledge
{
    private readonly ConcurrentDictionary<DateOnly, Knowledge> earlier;
    private readonly ConcurrentDictionary<object, Lazy<object>> remembered = new();

    /// <param name="series">The series; what was published after the day is left out.</param>
    /// <param name="capacity">People that the place of each target can shelter; null where none is known.</param>
    /// <param name="day">The day.</param>
    public Knowledge(IReadOnlyList<ReportSeries> series, IReadOnlyList<double?> capacity, DateOnly day) : this(series, capacity, day, new())
    {
    }

    private Knowledge(IReadOnlyList<ReportSeries> series, IReadOnlyList<double?> capacity, DateOnly day, ConcurrentDictionary<DateOnly, Knowledge> earlier)
    {
        (Day, Capacity, this.earlier) = (day, capacity, earlier);
        Series = [.. series.Select(s => s.KnownOn(day))];
        Total = Enumerable.Range(0, Series.Count).Where(i => Series[i].Target.IsTotal).Select(i => (int?)i).FirstOrDefault();
    }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The series as they stood on that day.</summary>
    public IReadOnlyList<ReportSeries> Series { get; }

    /// <summary>People that the place of each target can shelter; null where none is known.</summary>
    public IReadOnlyList<double?> Capacity { get; }

    /// <summary>Position of the whole situation among the targets; null when it is not reported.</summary>
    public int? Total { get; }

    /// <summary>What was known of a scenario on a day.</summary>
    public static Knowledge Of(Scenario scenario, DateOnly day) => Of(scenario, ReportSeries.AllOf(scenario, day), day);

    /// <summary>What was known of a scenario on a day, for given targets.</summary>
    public static Knowledge Of(Scenario scenario, IReadOnlyList<ReportSeries> series, DateOnly day)
    {
        var capacity = scenario.Places.ToDictionary(p => p.Id, p => (double?)p.Capacity);
        return new Knowledge(series, [.. series.Select(s => capacity.GetValueOrDefault(s.Target.Place))], day);
    }

    /// <summary>What was known on an earlier day.</summary>
    public Knowledge On(DateOnly day)
    {
        if (day == Day) return this;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, Day);
        return earlier.GetOrAdd(day, d => new Knowledge(Series, Capacity, d, earlier));
    }

    /// <summary>
    /// What was derived from this knowledge before, or is now; a function of this knowledge
    /// alone. A thread that asks while another derives it waits for that.
    /// </summary>
    internal T Remember<T>(object key, Func<T> derive) where T : notnull => (T)remembered.GetOrAdd(key, _ => new Lazy<object>(() => derive())).Value;
}
