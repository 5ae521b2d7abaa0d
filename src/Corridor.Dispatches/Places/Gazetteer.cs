using System.Globalization;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Places;

/// <summary>
/// The places that a text may name: a scenario's own, and a built-in list of countries and first-level areas (Vocabulary/countries.txt
/// and admin1.txt: names and codes after ISO 3166 and OCHA COD-AB, rounded centres). What is not in it stays a name without coordinates.
/// </summary>
public sealed class Gazetteer
{
    private readonly Dictionary<string, List<PlaceEntry>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceEntry>> byVariant = new(StringComparer.Ordinal);

    /// <summary>A gazetteer of these places; entries given first win over the built-in list.</summary>
    /// <param name="places">A scenario's places, or none.</param>
    /// <param name="builtIn">Whether the built-in countries and first-level areas are added.</param>
    public Gazetteer(IEnumerable<PlaceEntry> places, bool builtIn = true)
    {
        ArgumentNullException.ThrowIfNull(places);
        foreach (var place in places) Add(place);
        if (!builtIn) return;
        foreach (var place in BuiltIn())
            if (!byName.ContainsKey(PlaceKey.Exact(place.Name))) Add(place);
    }

    /// <summary>The built-in list alone.</summary>
    public static Gazetteer Default { get; } = new([]);

    /// <summary>Finds a name: the same spelling, then a variant. Two places that share a variant are both named and neither is chosen.</summary>
    /// <param name="name">The name as written, with or without a generic noun ("Debaga camp").</param>
    /// <param name="span">Where it stands.</param>
    public PlaceRef Resolve(string name, Span span = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var candidate in Candidates(name))
        {
            if (byName.TryGetValue(PlaceKey.Exact(candidate), out var exact)) return Known(name, span, exact, PlaceMethod.Exact);
            if (PlaceKey.Variant(candidate) is { Length: >= 4 } key
                && byVariant.TryGetValue(key, out var variants)) return Known(name, span, variants, PlaceMethod.Variant);
        }

        return new PlaceRef { Name = name, Span = span };
    }

    /// <summary>A point so far from a place in a direction, with a radius that grows with the distance.</summary>
    /// <param name="name">The words of the text.</param>
    /// <param name="span">Where they stand.</param>
    /// <param name="from">The known place.</param>
    /// <param name="km">Distance in km; null for "west of" without a distance, read as 20 km with a radius of 20 km.</param>
    /// <param name="bearing">Degrees clockwise from north.</param>
    public static PlaceRef Relative(string name, Span span, PlaceRef from, double? km, double bearing)
    {
        ArgumentNullException.ThrowIfNull(from);
        if (from.Lat is not { } lat || from.Lon is not { } lon) return new PlaceRef { Name = name, Span = span };
        var distance = km ?? 20;
        var radians = bearing * Math.PI / 180;
        const double kmPerDegree = 111.2;
        var newLat = lat + (distance * Math.Cos(radians) / kmPerDegree);
        var newLon = lon + (distance * Math.Sin(radians) / (kmPerDegree * Math.Max(0.05, Math.Cos(lat * Math.PI / 180))));
        // One of eight directions leaves 22.5 degrees either side: sin(22.5) = 0.38 of the distance, and the anchor's own radius.
        var radius = km is null ? 20 : Math.Max(2, 0.38 * distance);
        return new PlaceRef
        {
            Name = name, Span = span, Canonical = $"{Math.Round(distance)} km {Compass(bearing)} of {from.Canonical ?? from.Name}",
            Country = from.Country, Lat = Math.Round(newLat, 3), Lon = Math.Round(newLon, 3),
            UncertaintyKm = Math.Round(radius + (from.UncertaintyKm ?? 2), 1), BearingFrom = bearing, Method = PlaceMethod.Relative,
        };
    }

    private static string Compass(double bearing) =>
        (int)Math.Round(bearing / 45) switch { 0 => "N", 1 => "NE", 2 => "E", 3 => "SE", 4 => "S", 5 => "SW", 6 => "W", _ => "NW" };

    private static IEnumerable<string> Candidates(string name)
    {
        yield return name;
        var words = name.Split(' ');
        // "Debaga camp" may be listed as Debaga, "the town of Gwer" as Gwer: the generic noun at either end is not part of the name.
        if (words.Length > 1 && IsGeneric(words[^1])) yield return string.Join(' ', words[..^1]);
        if (words.Length > 1 && IsDirection(words[0])) yield return string.Join(' ', words[1..]);
    }

    private static bool IsGeneric(string word) => Lexicon.Default.Find(WordKey.Of(word))?.Lexeme?.Has(Tag.PlaceNoun) == true;

    private static bool IsDirection(string word) => Lexicon.Default.Find(WordKey.Of(word))?.Lexeme?.Has(Tag.Direction) == true;

    private static PlaceRef Known(string name, Span span, List<PlaceEntry> entries, PlaceMethod method)
    {
        if (entries.Count > 1) return new PlaceRef { Name = name, Span = span, Alternatives = [.. entries.Select(e => e.Id)] };
        var entry = entries[0];
        return new PlaceRef
        {
            Name = name, Span = span, PlaceId = entry.Id, Canonical = entry.Name, Country = entry.Country, Admin1 = entry.Admin1,
            Lat = entry.Lat, Lon = entry.Lon,
            UncertaintyKm = entry.Lat is null ? null : entry.Kind switch { "country" => 300, "admin1" => 80, "camp" => 1, _ => 3 }, Method = method,
        };
    }

    private void Add(PlaceEntry place)
    {
        foreach (var name in place.OtherNames.Prepend(place.Name))
        {
            Put(byName, PlaceKey.Exact(name), place);
            Put(byVariant, PlaceKey.Variant(name), place);
        }
    }

    private static void Put(Dictionary<string, List<PlaceEntry>> index, string key, PlaceEntry place)
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        if (!list.Exists(e => e.Id == place.Id)) list.Add(place);
    }

    private static IEnumerable<PlaceEntry> BuiltIn()
    {
        foreach (var country in Lexicon.Countries())
            yield return new PlaceEntry(country.Iso3, country.Name, [], "country", country.Lat, country.Lon, country.Iso3);
        foreach (var line in Lexicon.Lines("admin1.txt"))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var others = cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            yield return new PlaceEntry($"{cells[1]}-{PlaceKey.Exact(cells[0]).Replace(' ', '-')}", cells[0], others,
                "admin1", double.Parse(cells[3], CultureInfo.InvariantCulture), double.Parse(cells[4], CultureInfo.InvariantCulture), cells[1], cells[0]);
        }
    }
}
