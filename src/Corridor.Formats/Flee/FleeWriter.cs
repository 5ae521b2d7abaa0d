using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>
/// Writes a scenario as a Flee folder, as far as that format can say it (model.md, section 4). What it cannot say is listed, never dropped in silence.
/// </summary>
public sealed class FleeWriter
{
    /// <summary>Rows of agents.csv that a file can sensibly have: it is one for each person.</summary>
    private const long MostAgents = 10_000_000;

    private static readonly string[] Header = ["Date", "people"];

    private readonly Scenario scenario;
    private readonly FleeLosses losses;
    private readonly Dictionary<string, long> known;

    private FleeWriter(Scenario scenario)
    {
        this.scenario = scenario;
        losses = new FleeLosses(scenario);
        known = scenario.InitialPeople.GroupBy(p => p.Place).ToDictionary(g => g.Key, g => g.Sum(p => p.People), StringComparer.Ordinal);
    }

    /// <summary>Writes the folder, whole or not at all.</summary>
    /// <returns>What the format cannot say, one sentence each.</returns>
    /// <exception cref="OutputException">The folder exists and is not empty, or cannot be written; or too many people are known one by one.</exception>
    public static IReadOnlyList<string> Write(Scenario scenario, string folder)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        // Rows hold in the order of their days, whatever the order of the file.
        var writer = new FleeWriter(scenario with { Timeline = [.. scenario.Timeline.OrderBy(e => e.Date)] });
        OutputFolder.RequireFree(folder);
        if (writer.known.Values.Sum(people => (double)people) is > MostAgents and var all)
        {
            throw new OutputException($"cannot write to '{folder}': agents.csv has a row for each of the people whose attributes are known one by one, and "
                + $"there are {CsvText.Number(all)} of them; expected at most {MostAgents}");
        }
        using (var output = OutputFolder.Create(folder))
        {
            writer.WriteTo(output);
            output.Commit();
        }
        // It is read back: whatever did not survive is a loss.
        var (input, again) = FleeFolder.Read(folder, new FleeOptions());
        if (again is not null) FleeReadBack.Compare(writer.scenario, again.Scenario, writer.losses);
        foreach (var problem in input.Problems.Where(p => p.IsError)) writer.losses.Add($"the folder cannot be opened as it is: {problem}");
        return writer.losses.Sentences;
    }

    private void WriteTo(OutputFolder output)
    {
        void Table(string name, IEnumerable<IEnumerable<string>> rows) => output.Write(name, stream => CsvText.WriteRows(stream, rows));
        output.WriteText("simsetting.yml", FleeSettingsText.Of(scenario.Rules, scenario.InitialPeople.Count > 0));
        Table("input_csv/sim_period.csv", [["StartDate", CsvText.Date(scenario.Start)], ["Length", CsvText.Number(scenario.Days)]]);
        Table("input_csv/locations.csv", Locations());
        Table("input_csv/routes.csv", Routes());
        Table("input_csv/closures.csv", FleeClosures.Rows(scenario, losses));
        var days = new FleeDays(scenario, losses);
        Table("input_csv/conflicts.csv", days.Conflicts());
        if (days.HasFloods) Table("input_csv/flood_level.csv", days.Floods());
        if (days.HasFood) Table("input_csv/region_attributes_IPC.csv", days.Food());
        if (FleeClosures.TypeChanges(scenario) is { Count: > 0 } changes) Table("location_changes.csv", changes);
        if (scenario.MajorRoutes.Count > 0) Table("input_csv/major_routes.csv", scenario.MajorRoutes);
        foreach (var demographic in scenario.Demographics) Table($"input_csv/demographics_{demographic.Attribute}.csv", Shares(demographic));
        if (scenario.InitialPeople.Count > 0) Table("input_csv/agents.csv", Agents());
        WriteRecords(Table);
    }

    private IEnumerable<IEnumerable<string>> Locations()
    {
        // What the format keeps elsewhere, or what Corridor has taken account of already.
        var extra = scenario.Places.SelectMany(p => p.Extra.Keys).Where(k => k != "initial_idps").Distinct(StringComparer.Ordinal).ToList();
        var numbers = PlaceNumbers.All.Where(n => scenario.Places.Any(p => n.Of(p) is not null)).ToList();
        long StockOf(Place place) => scenario.InitialStock.GetValueOrDefault(place.Id) - known.GetValueOrDefault(place.Id);
        var stock = scenario.Places.ToDictionary(p => p.Id, StockOf, StringComparer.Ordinal);
        var hasStock = stock.Values.Any(s => s > 0);
        var countsTwice = scenario.Places.Any(p => p.IsCamp && p.CountedTwice > 0);
        yield return
        [
            "#name", "region", "country", "latitude", "longitude", "location_type", "conflict_date", "population",
            .. hasStock ? ["initial_idps"] : Array.Empty<string>(),
            .. countsTwice ? ["counted_twice"] : Array.Empty<string>(),
            .. numbers.Select(n => n.Name),
            .. extra,
        ];
        foreach (var place in scenario.Places)
        {
            // Flee itself does not count twice whom initial_idps names, so its capacity is what they leave; Corridor adds the column up again.
            var twice = place.IsCamp ? Math.Min(place.CountedTwice, place.Capacity ?? 0) : 0;
            // Those of agents.csv are taken from the people of their place when it is read.
            var people = place.IsCamp ? (place.Capacity ?? 0) - twice
                : place.Population + (scenario.Rules.TakeFromPopulation ? known.GetValueOrDefault(place.Id) : 0);
            yield return
            [
                place.Id, Region(place), place.Country, CsvText.Number(place.Latitude), CsvText.Number(place.Longitude), TypeName(place.Kind),
                place.Kind == PlaceKind.ConflictZone ? "0" : "", CsvText.Number(people),
                .. hasStock ? [CsvText.Number(stock[place.Id])] : Array.Empty<string>(),
                .. countsTwice ? [twice > 0 ? CsvText.Number(twice) : ""] : Array.Empty<string>(),
                .. numbers.Select(n => CsvText.Number(n.Of(place))), .. extra.Select(k => place.Extra.GetValueOrDefault(k, "")),
            ];
        }
    }

    /// <summary>The region as Flee calls it: food is stated by regions, so that places without one need a name as well.</summary>
    internal static string Region(Place place) => place.Admin1.Length > 0 ? place.Admin1 : "unknown";

    /// <summary>A location type that reads as the kind (model.md, 1.2).</summary>
    internal static string TypeName(PlaceKind kind) => kind switch
    {
        PlaceKind.ConflictZone => "conflict_zone",
        PlaceKind.Camp => "camp",
        PlaceKind.IdpCamp => "idpcamp",
        PlaceKind.Hub => "forwarding_hub",
        PlaceKind.Marker => "marker",
        PlaceKind.FloodZone => "flood_zone",
        _ => "town",
    };

    private IEnumerable<IEnumerable<string>> Routes()
    {
        var speeds = scenario.Routes.Any(r => r.SpeedKmPerDay is not null);
        // A route with a speed of its own has that one, also on foot.
        static double Walks(Route route) => route.OnFoot && route.SpeedKmPerDay is null ? 1 : route.WalkProbability;
        var walks = scenario.Routes.Any(r => Walks(r) > 0);
        yield return
        [
            "#name1", "name2", "distance", "forced_redirection",
            .. speeds ? ["max_move_speed"] : Array.Empty<string>(),
            .. walks ? ["walk_probability"] : Array.Empty<string>(),
        ];
        foreach (var route in scenario.Routes)
        {
            yield return
            [
                route.From, route.To, CsvText.Number(route.Km), "0",
                // A column that is there must be filled in on every row (model.md, 4.2).
                .. speeds ? [CsvText.Number(route.SpeedKmPerDay ?? scenario.Rules.MaxMoveSpeed)] : Array.Empty<string>(),
                .. walks ? [CsvText.Number(Walks(route))] : Array.Empty<string>(),
            ];
        }
    }

    private static IEnumerable<IEnumerable<string>> Shares(Demographic demographic)
    {
        var places = demographic.Weights.Keys.OrderBy(p => p != Count.Everywhere).ToList();
        yield return [demographic.Attribute, .. places.Select(p => p == Count.Everywhere ? "Default" : p)];
        for (var value = 0; value < demographic.Values.Count; value++)
            yield return [demographic.Values[value], .. places.Select(p => CsvText.Number(demographic.Weights[p][value]))];
    }

    private IEnumerable<IEnumerable<string>> Agents()
    {
        var names = scenario.InitialPeople.SelectMany(p => p.Attributes.Keys).Distinct(StringComparer.Ordinal).ToList();
        yield return ["location", .. names];
        foreach (var people in scenario.InitialPeople)
            for (var i = 0L; i < people.People; i++) yield return [people.Place, .. names.Select(n => people.Attributes.GetValueOrDefault(n, ""))];
    }

    /// <summary>
    /// The camps' series are for comparison only. So is the total where a conflict or a flood drives people out; else it is the sum of
    /// given departures, so that its daily change is what sets out.
    /// </summary>
    private void WriteRecords(Action<string, IEnumerable<IEnumerable<string>>> table)
    {
        var counted = scenario.Counts
            .Where(c => c.Measure == Measure.Stock && c.Series.Length == 0 && c.Place != Count.Everywhere)
            .GroupBy(c => c.Place)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        List<string[]> layout = [["total", "refugees.csv"]];
        foreach (var place in scenario.Places.Where(p => counted.ContainsKey(p.Id)))
        {
            var file = $"series-{layout.Count}.csv";
            layout.Add([place.Id, file]);
            table($"source_data/{file}", Series(counted[place.Id]));
        }
        table("source_data/data_layout.csv", layout);
        var totals = scenario.Counts.Where(FleeLosses.IsTotal).OrderBy(c => c.Date).ToList();
        table("source_data/refugees.csv", FleeSettingsText.DepartsByRecords(scenario.Rules) || totals.Count == 0 ? SumOfDepartures() : Series(totals));
    }

    private static IEnumerable<string[]> Series(IEnumerable<Count> counts) =>
        counts.Select(c => new[] { CsvText.Date(c.Date), CsvText.Number(c.People) }).Prepend(Header);

    private IEnumerable<string[]> SumOfDepartures()
    {
        var change = new long[scenario.Days];
        foreach (var departure in scenario.Departures)
            if (scenario.Day(departure.Date) is >= 0 and var day && day < scenario.Days) change[day] += departure.People;
        var sum = 0L;
        return change.Select((people, day) => new[] { CsvText.Date(scenario.Date(day)), CsvText.Number(sum += people) }).Prepend(Header);
    }
}
