using Corridor.Scenarios;

namespace Corridor.Forecasting;

/// <summary>
/// The same of expected values: quantiles are those of a normal distribution (<see cref="Moments.Normal"/>), and what an alternative changes
/// is the difference of the means: exact as far as both are, and without a range, since nothing pairs one future with another.
/// </summary>
public sealed partial class Comparison
{
    /// <summary>Takes in a day of all alternatives.</summary>
    /// <param name="today">The day under each alternative, in order.</param>
    /// <param name="last">Whether no day follows.</param>
    public void Observe(IReadOnlyList<ExpectedDay> today, bool last)
    {
        ArgumentNullException.ThrowIfNull(today);
        ArgumentOutOfRangeException.ThrowIfNotEqual(today.Count, alternatives, nameof(today));
        for (var i = 0; i < today.Count; i++)
        {
            var day = today[i];
            days[i].Add(Today(day.Date, measure => day.OfAll(measure).Normal));
            notSetOut[i] = new Moments(day.NotSetOut, 0).Normal;
            for (var place = 0; place < hasBeenCamp.Length; place++) hasBeenCamp[place] |= day.IsCamp(place);
        }
        int? ahead = last ? null : DaysAhead.FirstOrDefault(ahead => Reference.AddDays(ahead) == today[0].Date);
        if (ahead == 0) return;
        var destinations = new List<ComparisonDestination>();
        var elsewhere = new Dictionary<int, ComparisonFigure>();
        for (var place = 0; place < hasBeenCamp.Length; place++)
        {
            var isOne = hasBeenCamp[place] || today.Any(day => !day.IsUnderConflict(place) && day.OfPlace(Measure.Stock, place).Mean > Moments.Nothing);
            if (!isOne && !today.Any(day => day.OfPlace(Measure.Stock, place).Mean > Moments.Nothing)) continue;
            var stock = Figure(today, day => day.OfPlace(Measure.Stock, place));
            if (isOne) destinations.Add(new ComparisonDestination(place, hasBeenCamp[place], [.. today.Select(day => day.IsUnderConflict(place))], stock));
            else elsewhere.Add(place, stock);
        }
        var totals = new ComparisonTotals(
            Figure(today, day => day.OfAll(Measure.Displaced)),
            Figure(today, day => day.UnderConflict),
            Figure(today, day => day.OfAll(Measure.InTransit)),
            Figure(today, day => day.OfAll(Measure.ForcedBack)),
            Figure(today, day => day.OfAll(Measure.Trapped)),
            Figure(today, day => day.OfAll(Measure.Held)));
        horizons.Add(new ComparisonHorizon(ahead, today[0].Date, totals, destinations) { UnderConflict = elsewhere });
    }

    private static ComparisonFigure Figure(IReadOnlyList<ExpectedDay> today, Func<ExpectedDay, Moments> read) =>
        new(
            [.. today.Select(day => read(day).Normal)],
            [.. today.Select((day, alternative) => alternative == 0 ? (Difference?)null : Difference.OfMeans(read(day), read(today[0])))]);
}
