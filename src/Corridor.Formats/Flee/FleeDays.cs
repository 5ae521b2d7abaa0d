using System.Globalization;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>
/// Writes what changes from day to day as the tables with a row for each day:
/// conflict intensity, flood level, shortage of food (model.md, 4.5 to 4.7).
/// </summary>
internal sealed class FleeDays(Scenario scenario, FleeLosses losses)
{
    public bool HasFloods => scenario.Timeline.Any(e => e.Change == Change.Flood);

    public bool HasFood => scenario.Timeline.Any(e => e.Change == Change.Food);

    /// <summary>
    /// A zone from the start with no later entry is said by its type alone: as a column its conflict would begin on the first day, not before it.
    /// </summary>
    public List<IReadOnlyList<string>> Conflicts()
    {
        var places = Named(Change.Conflict).ToList();
        var columns = places.ToDictionary(p => p.Id, p => Values(p.Id, Change.Conflict, p.Kind == PlaceKind.ConflictZone ? 1 : 0), StringComparer.Ordinal);
        if (scenario.Rules.ConflictDecay.Count > 0 && places.Any(p => p.Kind == PlaceKind.ConflictZone))
            losses.Add("conflicts that are older than the first day begin on it where they end later: their decay is a day behind");
        return Table(places.Select(p => p.Id), day => places.Select(p => columns[p.Id][day]));
    }

    public List<IReadOnlyList<string>> Floods()
    {
        var columns = Named(Change.Flood).Select(p => (p.Id, Values: Values(p.Id, Change.Flood, 0))).ToList();
        return Table(columns.Select(c => c.Id), day => columns.Select(c => c.Values[day]));
    }

    /// <summary>By region: where its places differ, the first stands for all, which shows when the folder is read back.</summary>
    public List<IReadOnlyList<string>> Food()
    {
        var regions = new List<(string Name, double[] Values)>();
        foreach (var region in scenario.Places.GroupBy(FleeWriter.Region))
        {
            var values = region.Select(p => Values(p.Id, Change.Food, 0)).ToList();
            if (values.TrueForAll(v => v.All(x => x == 0))) continue;
            regions.Add((region.Key, values[0]));
        }
        return Table(regions.Select(r => r.Name), day => regions.Select(r => r.Values[day]));
    }

    private IEnumerable<Place> Named(Change change)
    {
        var named = scenario.Timeline.Where(e => e.Change == change).Select(e => e.Subject.From).ToHashSet(StringComparer.Ordinal);
        return scenario.Places.Where(p => named.Contains(p.Id));
    }

    private List<IReadOnlyList<string>> Table(IEnumerable<string> names, Func<int, IEnumerable<double>> values) =>
        [
            new List<string> { "#Day" }.Concat(names).ToList(),
            .. Enumerable.Range(0, scenario.Days).Select(day =>
                (IReadOnlyList<string>)[day.ToString(CultureInfo.InvariantCulture), .. values(day).Select(v => CsvText.Number(v))]),
        ];

    private double[] Values(string place, Change change, double atStart)
    {
        var values = new double[scenario.Days];
        var entries = scenario.Timeline
            .Where(e => e.Change == change && e.Subject.From == place)
            .ToLookup(e => Math.Max(0, scenario.Day(e.Date)), e => e.Value ?? 0);
        var value = atStart;
        for (var day = 0; day < values.Length; day++)
        {
            if (entries.Contains(day)) value = entries[day].Last();
            values[day] = value;
        }
        return values;
    }
}
