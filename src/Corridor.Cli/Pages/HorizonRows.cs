using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.Pages;

/// <summary>The rows of a table about one horizon: the totals first, because they say how large the matter is, then the destinations.</summary>
internal static class HorizonRows
{
    /// <summary>The sign before a row that is the forecast of a reported figure, beside others that are simulated.</summary>
    public const string ForecastSign = "*";

    /// <summary>Names and figures; a total that is 0 under every alternative is left out.</summary>
    public static IEnumerable<(string Name, ComparisonFigure Figure, bool IsTotal)> Of(
        ComparisonHorizon horizon, Question question, IReadOnlyList<int> destinations, PlaceNames names)
    {
        string Sign(string place, Measure measure) => question.IsForecast(place, measure) ? ForecastSign : "";
        var totals = horizon.Totals;
        var rows = new[]
        {
            (Sign(Count.Everywhere, Measure.Displaced) + "All displaced", totals.Displaced),
            (" in transit", totals.InTransit),
            (" " + question.InDanger, totals.UnderConflict),
            ("Trapped at home", totals.Trapped),
            ("Kept from leaving", totals.Held),
            ("Forced back", totals.ForcedBack),
        };
        foreach (var (name, figure) in rows)
            if (figure.Under.Any(s => s.Mean > 0)) yield return (name, figure, true);
        foreach (var place in destinations)
        {
            if (horizon.Destinations.FirstOrDefault(d => d.Place == place) is { } destination)
                yield return (Sign(question.Scenario.Places[place].Id, Measure.Stock) + names[place], destination.Stock, false);
        }
    }

    /// <summary>What the horizon is called: <c>In 7 days: 2016-11-05</c>.</summary>
    public static string Title(ComparisonHorizon horizon) =>
        horizon.DaysAhead is { } ahead ? $"In {ahead} days: {Screen.Figures.Date(horizon.Date)}" : $"At the end: {Screen.Figures.Date(horizon.Date)}";
}
