using Corridor.Forecasting.Reports;
using Corridor.Scenarios;

namespace Corridor.Forecasting.Warnings;

/// <summary>
/// The figures that warnings ask for, in every member, on each day ahead under one alternative:
/// the forecast where the place is reported, the conditioned simulation elsewhere.
/// </summary>
public sealed class Outlook
{
    private readonly CorridorForecast forecast;
    private readonly Knowledge known;
    private readonly Dictionary<(Measure, string), double[][]> watched = [];
    private readonly Dictionary<string, int> numbers;

    /// <param name="forecast">The forecast.</param>
    /// <param name="known">What was known on the as-of day.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="alternative">The alternative.</param>
    /// <param name="days">Days ahead.</param>
    public Outlook(CorridorForecast forecast, Knowledge known, Scenario scenario, Alternative alternative, int days)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(scenario);
        (this.forecast, this.known, Scenario, Alternative, Days) = (forecast, known, scenario, alternative, days);
        numbers = scenario.PlaceNumbers();
        Ways = WayOut.Of(scenario, forecast.Ensemble.TimelineOf(alternative), known.Day, days);
        foreach (var (measure, place) in Watched()) watched[(measure, place)] = new double[days][];
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The alternative.</summary>
    public Alternative Alternative { get; }

    /// <summary>Days ahead.</summary>
    public int Days { get; private set; }

    /// <summary>Takes the days that were observed for all: it was stopped.</summary>
    public void EndAt(int days) => Days = days;

    /// <summary>What was known.</summary>
    public Knowledge Known => known;

    /// <summary>The forecast.</summary>
    public CorridorForecast Forecast => forecast;

    /// <summary>The ways out of places under conflict.</summary>
    internal IReadOnlyList<WayOut> Ways { get; }

    /// <summary>Takes in a day of its alternative.</summary>
    public void Observe(EnsembleDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        foreach (var ((measure, place), values) in watched)
        {
            var members = new double[day.Runs];
            if (place == Count.Everywhere) day.OfAll(measure, members);
            else day.OfPlace(measure, numbers[place], members);
            values[day.Day] = members;
        }
    }

    /// <summary>The series that forecasts a figure; null when it is simulated.</summary>
    public int? TargetOf(Measure measure, string place)
    {
        for (var target = 0; target < known.Series.Count; target++)
        {
            var at = known.Series[target].Target;
            if (at.Place != place || !forecast.CanForecast(target)) continue;
            if (at.Kind == TargetKind.Arrivals ? measure == Measure.Inflow : measure == (at.IsTotal ? Measure.Displaced : Measure.Stock)) return target;
        }
        return null;
    }

    /// <summary>The figure in every member on a day ahead (1 is the first); flows are added up from the as-of day on.</summary>
    public double[] Of(Measure measure, string place, int ahead)
    {
        if (TargetOf(measure, place) is { } target)
        {
            var then = forecast.Members(Alternative, target, known.Day.AddDays(ahead));
            if (measure != Measure.Inflow) return then;
            var now = forecast.Members(Alternative, target, known.Day);
            return [.. then.Select((people, m) => Math.Max(0, people - now[m]))];
        }
        var days = watched[(measure, place)];
        if (!measure.IsFlow()) return days[ahead - 1];
        var sum = new double[days[0].Length];
        for (var day = 0; day < ahead; day++)
            for (var m = 0; m < sum.Length; m++) sum[m] += days[day][m];
        return sum;
    }

    /// <summary>Simulated figures that some warning will ask for.</summary>
    private IEnumerable<(Measure, string)> Watched()
    {
        // Only what is asked for: a road network has thousands of places without capacity.
        var limited = forecast.Ensemble.TimelineOf(Alternative).Where(e => e.Change == Change.Capacity).Select(e => e.Subject.From).ToHashSet();
        bool IsLimited(Place place) => place.Capacity is not null || limited.Contains(place.Id);
        foreach (var place in Scenario.Places.Where(p => IsLimited(p) && TargetOf(Measure.Stock, p.Id) is null))
            yield return (Measure.Stock, place.Id);
        foreach (var way in Ways.Where(w => w.Lost is not null)) yield return (Measure.Trapped, way.Place);
        foreach (var trigger in Scenario.Triggers)
            if (TargetOf(trigger.Quantity.Measure, trigger.Quantity.Place) is null) yield return (trigger.Quantity.Measure, trigger.Quantity.Place);
    }
}
