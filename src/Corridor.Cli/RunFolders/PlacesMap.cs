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
        var (question, end) = (answer.Question, answer.Comparison.Horizons[^1]);
        var figures = end.Destinations.ToDictionary(d => d.Place, d => d.Stock);
        var small = new SmallFigures(question.Request.RoundBelow);
        json.WriteString("type", "FeatureCollection");
        json.WriteObjects("features", question.Scenario.Places.Index(), feature =>
        {
            var (number, place) = feature;
            json.WriteString("type", "Feature");
            WritePoint(place, json);
            json.WriteObject("properties", () =>
            {
                json.WriteString("id", place.Id);
                json.WriteString("name", place.Name);
                json.WriteString("kind", Names.Of(place.Kind));
                json.WriteString("date", CsvText.Date(end.Date));
                json.WriteBoolean("destination", figures.ContainsKey(number));
                if (!figures.TryGetValue(number, out var stock)) return;
                foreach (var (i, alternative) in question.Alternatives.Index())
                {
                    json.WriteNumber($"stock_{alternative.Name}", small.Round(stock.Under[i].Q50));
                    if (question.ComparesWithBase && stock.Differences[i] is { } difference)
                        json.WriteNumber($"difference_{alternative.Name}", small.Round(difference.Summary.Q50));
                }
            });
        });
    }

    private static void WritePoint(Place place, Utf8JsonWriter json)
    {
        if (place is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteNull("geometry");
            return;
        }
        json.WriteObject("geometry", () =>
        {
            json.WriteString("type", "Point");
            json.WriteArray("coordinates", [longitude, latitude], json.WriteNumberValue);
        });
    }
}
