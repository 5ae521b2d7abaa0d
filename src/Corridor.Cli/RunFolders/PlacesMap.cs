using System.Text.Json;
using Corridor.Cli.Questions;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>places.geojson: the places with the medians of the last day under each alternative, as flat properties that a map program can style.</summary>
internal static class PlacesMap
{
    public const string Name = "places.geojson";

    public static string Text(Answer answer) => JsonText.Of(json => Write(answer, json));

    private static void Write(Answer answer, Utf8JsonWriter json)
    {
        var places = answer.Question.Scenario.Places;
        var end = answer.Comparison.Horizons[^1];
        var figures = end.Destinations.ToDictionary(d => d.Place, d => d.Stock);
        var small = new SmallFigures(answer.Question.Request.RoundBelow);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        for (var number = 0; number < places.Count; number++)
        {
            var place = places[number];
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            WritePoint(place, json);
            json.WriteStartObject("properties");
            json.WriteString("id", place.Id);
            json.WriteString("name", place.Name);
            json.WriteString("kind", Names.Of(place.Kind));
            json.WriteString("date", CsvText.Date(end.Date));
            json.WriteBoolean("destination", figures.ContainsKey(number));
            for (var i = 0; i < answer.Question.Alternatives.Count; i++)
            {
                var name = answer.Question.Alternatives[i].Name;
                if (!figures.TryGetValue(number, out var stock)) continue;
                json.WriteNumber($"stock_{name}", small.Round(stock.Under[i].Q50));
                if (answer.Question.ComparesWithBase && stock.Differences[i] is { } difference)
                    json.WriteNumber($"difference_{name}", small.Round(difference.Summary.Q50));
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePoint(Place place, Utf8JsonWriter json)
    {
        if (place.Latitude is not { } latitude || place.Longitude is not { } longitude)
        {
            json.WriteNull("geometry");
            return;
        }
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(longitude);
        json.WriteNumberValue(latitude);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
