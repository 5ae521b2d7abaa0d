using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Output;

/// <summary>One JSON object per dispatch, on one line, with the field names of schema.md and its case set.</summary>
public static class DispatchJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without its line break. Offsets are <c>[start, end)</c> in characters of the original text.</summary>
    /// <param name="dispatch">What was read.</param>
    public static string Line(Dispatch dispatch)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options)) Write(json, dispatch);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Dispatch dispatch)
    {
        json.WriteStartObject();
        json.WriteString("id", dispatch.Id);
        json.WriteString("published", Day(dispatch.Published));
        json.WriteString("publisher", dispatch.Publisher);
        json.WriteString("schema_version", "1");
        json.WriteString("extractor_version", Dispatch.ExtractorVersion);
        json.WriteStartArray("figures");
        foreach (var figure in dispatch.Figures) Write(json, figure, dispatch);
        json.WriteEndArray();
        json.WriteStartArray("access");
        foreach (var fact in dispatch.Access) Write(json, fact);
        json.WriteEndArray();
        json.WriteStartArray("not_counted");
        foreach (var number in dispatch.Numbers.Where(n => n.FigureId is null && n.Role != NumberRole.Figure))
        {
            json.WriteStartObject();
            json.WriteString("span", number.AsWritten);
            json.WriteString("why", Spelling.Of(number.Role));
            Offset(json, number.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (var link in dispatch.Links)
        {
            json.WriteStartObject();
            json.WriteString("type", Spelling.Of(link.Type));
            json.WriteString("from", link.From);
            json.WriteString("to", link.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Figure f, Dispatch dispatch)
    {
        json.WriteStartObject();
        json.WriteString("fid", f.Id);
        json.WriteString("span", f.AsWritten);
        Number(json, "value", f.Value);
        Number(json, "value_min", f.ValueMin);
        Number(json, "value_max", f.ValueMax);
        json.WriteString("quantifier", Spelling.Of(f.Quantifier));
        json.WriteString("unit", Spelling.Of(f.Unit));
        json.WriteString("category", Spelling.Of(f.Category));
        json.WriteString("flow_or_stock", f.IsStock ? "stock" : "flow");
        json.WriteString("term", Spelling.Of(f.Term));
        json.WriteString("role", "triangulation");
        json.WriteString("realis", Spelling.Of(f.Realis));
        json.WriteBoolean("counted", f.Counted);
        json.WriteString("counted_reason", f.CountedReason);
        json.WriteString("aggregation", Spelling.Of(f.Aggregation));
        json.WriteString("aggregation_as_source_defines", f.AggregationAsSourceDefines is { } defined ? Spelling.Of(defined) : null);
        json.WriteString("start", Day(f.Window.Start));
        json.WriteString("start_accuracy", Accuracy(f.Window.StartAccuracy));
        json.WriteString("end", Day(f.Window.End));
        json.WriteString("end_accuracy", Accuracy(f.Window.EndAccuracy));
        json.WriteString("as_of", Day(f.Window.AsOf));
        Names(json, "origin", f.Origin);
        Names(json, "destination", f.Destination);
        Names(json, "route", f.Route);
        json.WriteStartArray("places");
        foreach (var (role, list) in new[] { ("origin", f.Origin), ("destination", f.Destination), ("route", f.Route) })
            foreach (var place in list.Where(p => p.Method != PlaceMethod.None)) Place(json, role, place);
        json.WriteEndArray();
        json.WriteString("source", f.Source.Name);
        json.WriteString("source_type", Spelling.Of(f.Source.Type));
        json.WriteString("via", f.Source.Via);
        json.WriteString("publisher", dispatch.Publisher);
        json.WriteString("displacement_occurred", Spelling.Of(f.Occurred));
        json.WriteString("cause", Spelling.Of(f.Cause));
        json.WriteString("trigger", f.Trigger);
        json.WriteStartArray("exclusions");
        foreach (var exclusion in f.Exclusions)
        {
            json.WriteStartObject();
            json.WriteString("span", exclusion.Words);
            json.WriteString("reason", exclusion.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Number(json, "persons", f.Persons);
        json.WriteBoolean("persons_inferred", f.PersonsInferred);
        Number(json, "households", f.Households);
        if (f.HouseholdSize is { } size) json.WriteNumber("household_size", size);
        else json.WriteNull("household_size");
        json.WriteString("household_size_source", f.HouseholdSizeSource);
        json.WriteString("per", f.Per);
        json.WriteString("excerpt", f.Excerpt);
        json.WriteNumber("confidence", f.Confidence);
        json.WriteStartObject("confidence_parts");
        foreach (var (part, score) in f.ConfidenceParts) json.WriteNumber(part, score);
        json.WriteEndObject();
        json.WriteBoolean("needs_review", f.NeedsReview);
        Rules(json, f.Rules);
        Offset(json, f.Span);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AccessFact a)
    {
        json.WriteStartObject();
        json.WriteString("id", a.Id);
        json.WriteString("feature", Spelling.Of(a.Feature));
        json.WriteString("state", Spelling.Of(a.State));
        json.WriteString("span", a.AsWritten);
        json.WriteString("place", a.Place.Name);
        json.WriteString("place_id", a.Place.PlaceId);
        Names(json, "ends", a.Ends);
        json.WriteString("realis", Spelling.Of(a.Realis));
        json.WriteString("effective_date", Day(a.EffectiveDate));
        json.WriteString("date_accuracy", Accuracy(a.DateAccuracy));
        json.WriteString("actor", a.Actor);
        json.WriteString("source", a.Source.Name);
        json.WriteString("source_type", Spelling.Of(a.Source.Type));
        json.WriteString("excerpt", a.Excerpt);
        json.WriteNumber("confidence", a.Confidence);
        Rules(json, a.Rules);
        Offset(json, a.Span);
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, string role, PlaceRef place)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("name", place.Name);
        json.WriteString("place_id", place.PlaceId);
        json.WriteString("canonical", place.Canonical);
        json.WriteString("iso3", place.Country);
        Real(json, "lat", place.Lat);
        Real(json, "lon", place.Lon);
        Real(json, "uncertainty_km", place.UncertaintyKm);
        Real(json, "bearing_from", place.BearingFrom);
        json.WriteString("method", Spelling.Of(place.Method));
        json.WriteEndObject();
    }

    private static void Rules(Utf8JsonWriter json, IReadOnlyList<string> rules)
    {
        json.WriteStartArray("rule_ids");
        foreach (var rule in rules) json.WriteStringValue(rule);
        json.WriteEndArray();
    }

    private static void Offset(Utf8JsonWriter json, Span span)
    {
        json.WriteStartArray("offset");
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string name, IReadOnlyList<PlaceRef> places)
    {
        json.WriteStartArray(name);
        foreach (var place in places) json.WriteStringValue(place.Name);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } v) json.WriteNumber(name, v);
        else json.WriteNull(name);
    }

    private static void Real(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } v) json.WriteNumber(name, v);
        else json.WriteNull(name);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Accuracy(DateAccuracy? accuracy) => accuracy is { } a ? Spelling.Of(a) : null;
}
