using System.Globalization;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>
/// The log <c>links.out</c> with the columns of the reference program (model.md, 5.3): every day a row for each open link with the people
/// who have entered it since the start and, at level 2, as many for each value of each attribute. Rows go straight to the writer.
/// </summary>
/// <remarks>Links stand in the order of routes.csv; in the reference program one that was closed for a while comes last afterwards.</remarks>
public sealed class FleeLinks
{
    private readonly TextWriter writer;
    private readonly FleeLogs logs;
    private readonly IReadOnlyList<string> attributes;
    private readonly List<Link> links = [];
    private readonly Dictionary<(int Route, bool Backward), Link> byRoute = [];

    /// <param name="writer">Where the rows go; it is not closed.</param>
    /// <param name="flee">The case.</param>
    /// <param name="attributes">Names of the attributes.</param>
    public FleeLinks(TextWriter writer, FleeCase flee, IReadOnlyList<string> attributes)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(flee);
        (this.writer, this.attributes, logs) = (writer, attributes, flee.Logs);
        string Shown(Place place) => CsvText.Cell(!logs.ByRegion ? place.Name : place.Admin1.Length > 0 ? place.Admin1 : "unknown");
        var shown = flee.Scenario.Places.ToDictionary(p => p.Id, Shown, StringComparer.Ordinal);
        var from = flee.Scenario.Routes.SelectMany((route, number) => route.OneWay
            ? new[] { (route.From, route.To, Key: (number, false)) }
            : [(route.From, route.To, (number, false)), (route.To, route.From, (number, true))]).ToLookup(l => l.From, StringComparer.Ordinal);
        foreach (var (start, end, key) in flee.Scenario.Places.SelectMany(place => from[place.Id]))
        {
            var link = new Link(key, $"{shown[start]},{shown[end]},");
            links.Add(link);
            byRoute.Add(key, link);
        }
        writer.Write("#time,start_location,end_location,cum_num_agents,attribute\n");
    }

    /// <summary>Whether <see cref="Enter"/> looks at attributes.</summary>
    public bool CountsAttributes => logs.Links > 1;

    /// <summary>Counts somebody who entered a route.</summary>
    /// <param name="route">Position of the route, and the direction.</param>
    /// <param name="values">The person's attributes, where they are counted.</param>
    public void Enter((int Route, bool Backward) route, ReadOnlySpan<string> values)
    {
        var link = byRoute[route];
        link.People++;
        if (!CountsAttributes) return;
        for (var i = 0; i < values.Length; i++)
        {
            // Nobody whose attribute is not known has a value of it.
            if (values[i].Length == 0) continue;
            var key = (i, values[i]);
            link.ByValue[key] = link.ByValue.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Writes the rows of a day, after all who entered on it were counted.</summary>
    /// <param name="day">The day's index.</param>
    /// <param name="isOpen">Whether a route is open in a direction.</param>
    public void EndDay(int day, Func<int, bool, bool> isOpen)
    {
        ArgumentNullException.ThrowIfNull(isOpen);
        foreach (var link in links)
        {
            if (!isOpen(link.Route.Route, link.Route.Backward)) continue;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{day},{link.Ends}{link.People},total\n"));
            foreach (var ((attribute, value), people) in link.ByValue)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{day},{link.Ends}{people},{CsvText.Cell($"{attributes[attribute]}:{value}")}\n"));
        }
    }

    private sealed class Link((int Route, bool Backward) route, string ends)
    {
        public (int Route, bool Backward) Route { get; } = route;
        public string Ends { get; } = ends;
        public long People { get; set; }

        /// <summary>By attribute, and by value in its order as text.</summary>
        public SortedDictionary<(int Attribute, string Value), long> ByValue { get; } = new(Comparer<(int Attribute, string Value)>.Create((a, b) =>
            a.Attribute != b.Attribute ? a.Attribute.CompareTo(b.Attribute) : string.CompareOrdinal(a.Value, b.Value)));
    }
}
