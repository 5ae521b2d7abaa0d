using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Privacy;

namespace Corridor.Dispatches.Reading;

/// <summary>The figure that a draft becomes: households as persons, names as places, confidence, and nothing private.</summary>
internal static class FinishedFigure
{
    public static Figure Of(Draft d, Context context, PrivacyGate gate, string text)
    {
        var q = d.Quantity;
        var value = Rounded.Of(q.Value);
        var persons = d.Unit == CountUnit.Person ? value : null;
        var inferred = q.Share is not null;
        long? households = null;
        (double? size, string? sizeSource) = (null, null);
        if (d.Unit == CountUnit.Household)
        {
            households = value;
            // Persons are never told of a figure in households, whether or not a size is known.
            inferred = value is not null && d.Realis != Realis.Negated;
            if (inferred)
                (persons, size, sizeSource) =
                    q.Size is { } told ? (Rounded.Of(q.Value * told), told, "the text") : Households.Of(value, context.HouseholdLand.Value);
        }
        else if (q.Pair?.Value is { } pair && pair > 0)
        {
            (households, size, sizeSource) = (Rounded.Of(pair), Math.Round(q.Value!.Value / pair, 1), "the text");
        }

        var parts = new Dictionary<string, double>(5)
        {
            ["number"] = q.Quantifier == Quantifier.Vague ? 0.7 : 1,
            ["unit"] = q.Noun is null ? 0.85 : 1,
            ["role"] = d.RoleScore,
            ["time"] = d.HasTime || d.Window != Window.None ? 1 : 0.85,
            ["source"] = d.Source.Type == SourceType.Publisher ? 0.85 : 1,
        };
        var confidence = 1.0;
        foreach (var part in parts.Values) confidence *= part;
        return new Figure
        {
            Id = d.Id, Span = d.Span, AsWritten = gate.Touches(d.Span) ? gate.Masked(text, d.Span) : d.AsWritten, Value = value,
            ValueMin = Rounded.Of(q.Min), ValueMax = Rounded.Of(q.Max), Quantifier = q.Quantifier, Unit = d.Unit, Category = d.Category,
            Term = d.Term, Realis = d.Realis, Counted = d.Counted, CountedReason = d.CountedReason, Aggregation = d.Aggregation,
            AggregationAsSourceDefines = d.Source.Name == "IOM" && context.Country == "IRQ" && d.Aggregation == Aggregation.Cumulative
                ? Aggregation.Snapshot : null,
            Window = d.Window, Origin = Resolve(d.Origin, context, gate), Destination = Resolve(d.Destination, context, gate),
            Route = Resolve(d.Route, context, gate), Source = PublicClaim.Of(d.Source, gate),
            Occurred = d.Occurred, Rules = [d.Rule, Spelling.Of(d.Class), Spelling.Of(d.Term)], Cause = d.Cause, Trigger = gate.Without(d.Trigger),
            Exclusions = [.. d.Exclusions.Select(e => e with { Words = gate.Masked(text, e.Span) })], Persons = persons,
                    PersonsInferred = inferred && persons is not null, Households = households, HouseholdSize = size, HouseholdSizeSource = sizeSource,
                    Per = q.Per ?? (d.IsComparison ? d.Parent?.Quantity.Per : null),
            Excerpt = gate.Masked(text, d.ExcerptSpan), Confidence = Math.Round(confidence, 2), ConfidenceParts = parts,
        };
    }

    private static List<PlaceRef> Resolve(List<PlacePhrase> phrases, Context context, PrivacyGate gate)
    {
        var places = new List<PlaceRef>();
        foreach (var phrase in phrases)
        {
            // A place named after a private person is no place to write down (schema 4.4: exact sites of single families).
            if (gate.Knows(phrase.Name)) continue;
            if (phrase.Bearing is { } bearing) places.Add(Gazetteer.Relative(phrase.Name, default, context.Place(phrase.Anchor!), phrase.Km, bearing));
            else places.Add(context.Place(phrase.Name));
        }

        return places;
    }
}
