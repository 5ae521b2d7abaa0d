using System.Globalization;
using Corridor.Cli.Screen;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Warnings;
using Corridor.Scenarios;

namespace Corridor.Cli.Forecasts;

/// <summary>A warning in words: what may happen, and why it is believed.</summary>
internal sealed class WarningText(Figures figures, PlaceNames names, DateOnly asOf)
{
    private const int MostChanges = 3;

    /// <summary>What may happen, how likely and when.</summary>
    public string Headline(Warning warning)
    {
        var place = warning.Place == Count.Everywhere ? "" : names[warning.Place];
        var share = warning.Kind == WarningKind.OneRouteLeft ? Figures.Share(warning.Probability) : figures.OfRuns(warning.Probability, "member");
        var then = Figures.Date(asOf.AddDays(1 + IndexOfMost(warning)));
        var from = warning.First is { } day ? $"; more likely than not from {Figures.Date(day)} on" : "";
        var end = Figures.Date(asOf.AddDays(warning.ByDay.Count));
        switch (warning.Kind)
        {
            case WarningKind.Capacity90 or WarningKind.Capacity100:
                var part = warning.Kind == WarningKind.Capacity90 ? "90 % of " : "";
                return $"{place} passes {part}its capacity of {Figures.Whole(warning.Mark)}: {share} on {then}{from}";
            case WarningKind.Trapped:
                var since = warning.IsAlready ? "as on the as-of day" : $"from {Figures.Date(warning.First!.Value)} on";
                var last = Figures.Date(warning.PeopleOn!.Value);
                var until = last == end ? "" : $", until a way out opens on {Figures.Date(warning.PeopleOn!.Value.AddDays(1))}";
                return $"{place}: {figures.People(warning.People!.Value.Q50)}{Range(warning)} residents trapped on {last}, {since}{until}";
            case WarningKind.LastRoute:
                return $"{place} loses its last open route on {Figures.Date(warning.First!.Value)}";
            case WarningKind.OneRouteLeft:
                return $"{place} has one open route left, {warning.Reason.Route}: {share} that it closes by {end}";
            default:
                var probability = figures.AreFew ? share : Figures.Probability(warning.Probability, warning.Trigger!.Probability);
                return $"{warning.Trigger!.Name} {(warning.Fires ? "FIRES" : "does not fire")}: {warning.Trigger}; "
                    + $"it is {probability}, and the figure {figures.People(warning.People!.Value.Q50)}{Range(warning)}";
        }
    }

    /// <summary>Which counts, which change.</summary>
    public IEnumerable<string> Reasons(Warning warning)
    {
        var reason = warning.Reason;
        if (reason.Count is { } count)
        {
            var of = count.Target.IsTotal ? "of the whole situation"
                : count.Target.Kind == TargetKind.Stock ? $"at {names[count.Target.Place]}"
                : $"arrivals at {names[count.Target.Place]} so far";
            var source = count.Source.Length > 0 ? $", {count.Source}" : "";
            yield return $"last count: {figures.People(count.Report.People)} {of} on {Figures.Date(count.Report.Date)} "
                + $"(published {Figures.Date(count.Report.Published)}{source})";
        }
        if (warning.Kind is WarningKind.Capacity90 or WarningKind.Capacity100 && reason.CapacityBy is { } by)
            yield return $"the capacity is that of the timeline: {Change(by)}";
        if (warning.Kind == WarningKind.OneRouteLeft)
        {
            yield return $"nobody has announced it: {Figures.Counted(reason.PastClosures.Closures, "route closure")} "
                + $"in {Figures.Whole(reason.PastClosures.RouteDays)} route-days so far is the rate at which it is reckoned";
        }
        foreach (var change in reason.Changes.Take(MostChanges))
            yield return $"{(reason.Assumed.Contains(change) ? $"{warning.Alternative.Name} assumes" : "the timeline says")}: {Change(change)}";
        if (reason.Changes.Count > MostChanges) yield return $"and {Figures.Counted(reason.Changes.Count - MostChanges, "more change")}";
        var simulated = reason.Changes.Count > 0
            ? "by simulation this"
            : "by simulation, what the last report does not reflect yet (roads, full camps)";
        if (reason.Factor is { } factor) yield return Math.Abs(factor - 1) < 0.05
            ? "no change after the last report alters its growth: this is the trend of the reports"
            : string.Create(CultureInfo.InvariantCulture, $"{simulated} multiplies its growth by {factor:0.0#}");
        else if (warning.Kind is WarningKind.Capacity90 or WarningKind.Capacity100 or WarningKind.Trigger && !reason.IsForecast)
            yield return "simulated, for want of three reports of this figure; who came before the simulated days is not in it";
    }

    /// <summary>That nobody can tell how many flee from places to which so much more conflict comes; null where there are none.</summary>
    public string? Untold(IReadOnlyList<Place> places)
    {
        if (places.Count == 0) return null;
        var some = string.Join(", ", places.Take(MostChanges).Select(p => names[p.Id]));
        var others = places.Count > MostChanges ? $" and {Figures.Counted(places.Count - MostChanges, "other place")}" : "";
        return $"Cannot be told: how many flee when so much more conflict comes to {some}{others}. The scenario gives numbers of departures, "
            + "which say nothing of it, and these figures hold five times the former number there at most; "
            + "with the rule departures: rate people leave there by departure_rate instead.";
    }

    /// <summary>A capacity that is not believed, and why.</summary>
    public string Refuted(RefutedCapacity capacity) =>
        $"Not believed: the capacity of {names[capacity.Place]}, {Figures.Whole(capacity.People)}"
        + (capacity.Since is { } since ? $" since {Figures.Date(since)}" : "")
        + $". {figures.Exactly(capacity.Report.People)} people were reported there on {Figures.Date(capacity.Report.Date)}, so it limits nobody here; "
        + "one that an alternative assumes does.";

    /// <summary>A change: <c>a--b close on 2016-10-29 (source)</c>.</summary>
    public static string Change(TimelineEntry entry)
    {
        var value = entry.Value is { } number ? " " + number.ToString("0.##", CultureInfo.InvariantCulture)
            : entry.NewKind is { } kind ? " " + Names.Of(kind)
            : "";
        return $"{entry.Subject} {Names.Of(entry.Change)}{value} on {Figures.Date(entry.Date)}{(entry.Source.Length > 0 ? $" ({entry.Source})" : "")}";
    }

    private string Range(Warning warning) => figures.Interval(warning.People!.Value) is { Length: > 0 } range ? $" ({range})" : "";

    private static int IndexOfMost(Warning warning)
    {
        var most = 0;
        for (var day = 0; day < warning.ByDay.Count; day++)
            if (warning.ByDay[day] > warning.ByDay[most]) most = day;
        return most;
    }
}
