using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;

namespace Corridor.Dispatches.Tests;

public sealed class GazetteerTests
{
    private static readonly Gazetteer Places = new(
    [
        new PlaceEntry("tel-keppe", "Tel Keppe", ["Tilkaif"], "town", 36.49, 43.12, "IRQ"),
        new PlaceEntry("qayyarah", "Qayyarah", [], "town", 35.79, 43.29, "IRQ"),
        new PlaceEntry("hammam", "Hammam al-Alil", [], "town", 36.16, 43.26, "IRQ"),
        new PlaceEntry("debaga", "Debaga", [], "camp", 35.87, 43.81, "IRQ"), new PlaceEntry("mosul", "Mosul", [], "town", 36.34, 43.13, "IRQ"),
    ]);

    [Theory]
    [InlineData("Tel Keppe", "tel-keppe")]
    [InlineData("Tall Keppa", "tel-keppe")]
    [InlineData("Tell-Kepe", "tel-keppe")]
    [InlineData("Tilkaif", "tel-keppe")]
    [InlineData("Qayyara", "qayyarah")]
    [InlineData("Kayara", "qayyarah")]
    [InlineData("al-Qayyarah", "qayyarah")]
    [InlineData("Hamam al Alil", "hammam")]
    [InlineData("Hammam el-Alil", "hammam")]
    [InlineData("Dibaga camp", "debaga")]
    [InlineData("western Mosul", "mosul")]
    [InlineData("Iraq", "IRQ")]
    [InlineData("Nineveh", "IRQ-ninewa")]
    public void A_variant_finds_its_place(string name, string id) => Assert.Equal(id, Places.Resolve(name).PlaceId);

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("the city")]
    [InlineData("Moss")]
    public void An_unknown_place_stays_a_name_without_coordinates(string name)
    {
        var place = Places.Resolve(name);
        Assert.Equal((null, null, PlaceMethod.None), (place.Lat, place.PlaceId, place.Method));
    }

    [Fact]
    public void Two_places_of_one_spelling_are_both_named_and_neither_is_chosen()
    {
        var twins = new Gazetteer([new PlaceEntry("a", "Salamiyah", [], "town", 36, 43), new PlaceEntry("b", "Salamiya", [], "town", 35, 37)]);
        Assert.Equal(["a", "b"], twins.Resolve("Salamiyya").Alternatives);
        Assert.Null(twins.Resolve("Salamiyya").Lat);
    }

    [Fact]
    public void A_relative_position_is_a_point_with_a_radius()
    {
        var dispatch = DispatchReader.Read("About 900 people fled villages 55 km west of Mosul on Friday.",
            new ReadOptions { Published = new DateOnly(2016, 11, 5), Gazetteer = Places });
        var place = Assert.Single(Assert.Single(dispatch.Figures).Origin);
        Assert.Equal(PlaceMethod.Relative, place.Method);
        Assert.InRange(place.Lon!.Value, 42.3, 42.7);
        Assert.InRange(place.Lat!.Value, 36.3, 36.4);
        Assert.InRange(place.UncertaintyKm!.Value, 15, 35);
    }

    [Theory]
    [InlineData("Timor-Leste", "TLS")]
    [InlineData("Cote d'Ivoire", "CIV")]
    [InlineData("Kyrgyzstan", "KGZ")]
    [InlineData("Jonglei", "SSD-jonglei")]
    [InlineData("Lower Shabelle", "SOM-lower-shabelle")]
    [InlineData("Tillabery", "NER-tillaberi")]
    [InlineData("Khyber Pakhtunkhwa", "PAK-khyber-pakhtunkhwa")]
    [InlineData("Nariño", "COL-narino")]
    public void The_built_in_list_knows_the_countries_and_areas_of_crises(string name, string id) => Assert.Equal(id, Gazetteer.Default.Resolve(name).PlaceId);

    [Fact]
    public void Every_built_in_area_lies_in_a_listed_country_within_sight_of_it_and_has_a_spelling_of_its_own()
    {
        var countries = Vocabulary.Lexicon.Countries().GroupBy(c => c.Iso3).ToDictionary(c => c.Key, c => c.First());
        var areas = Vocabulary.Lexicon.Lines("admin1.txt").Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.InRange(areas.Count, 390, 1000);
        Assert.InRange(countries.Count, 185, 210);
        foreach (var cells in areas)
        {
            Assert.Equal(5, cells.Length);
            // Palestine is told by its areas alone.
            if (cells[1] == "PSE") continue;
            Assert.True(countries.TryGetValue(cells[1], out var country), $"{cells[0]} lies in {cells[1]}, which countries.txt does not list");
            var (lat, lon) = (double.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture),
                double.Parse(cells[4], System.Globalization.CultureInfo.InvariantCulture));
            // The farthest from their country's centre are Aceh and Papua.
            Assert.True(Math.Abs(lat - country!.Lat) < 15 && Math.Abs(lon - country.Lon) < 24, $"{cells[0]} at {lat}, {lon} is far from {country.Name}");
            Assert.Equal($"{cells[1]}-{Corridor.Dispatches.Places.PlaceKey.Exact(cells[0]).Replace(' ', '-')}", Gazetteer.Default.Resolve(cells[0]).PlaceId);
        }
    }
}
