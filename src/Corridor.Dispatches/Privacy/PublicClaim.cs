using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Privacy;

/// <summary>Claims as they may be written (schema 4.4).</summary>
internal static class PublicClaim
{
    /// <summary>A private speaker becomes a witness.</summary>
    public static Attribution Of(Attribution source, PrivacyGate gate) =>
        source.Name is { } name && gate.Knows(name) ? source with { Name = "witness", Via = null } : source.Via is { } via && gate.Knows(via)
            ? source with { Via = null } : source;

    /// <summary>A row of a table that is labelled with the name of a private person keeps its number and loses its label.</summary>
    public static Figure Of(Figure figure, PrivacyGate gate, string text)
    {
        var named = figure.Origin.Concat(figure.Destination).Any(p => gate.Knows(p.Name));
        return figure with
        {
            AsWritten = gate.Touches(figure.Span) ? gate.Masked(text, figure.Span) : figure.AsWritten, Source = Of(figure.Source, gate),
            Origin = [.. figure.Origin.Where(p => !gate.Knows(p.Name))], Destination = [.. figure.Destination.Where(p => !gate.Knows(p.Name))],
            Excerpt = named ? figure.AsWritten : figure.Excerpt,
        };
    }

    /// <summary>Whether a fact is of a place: "her uncle Faisal was taken", "her card, KX-0412-77310, was torn" are not.</summary>
    public static bool IsPublic(AccessFact fact, PrivacyGate gate) =>
        !gate.Knows(fact.Place.Name) && !(fact.Place.Name.Any(char.IsAsciiDigit) && gate.HoldsNumber(fact.Span));

    /// <summary>A fact without what is private in its words.</summary>
    public static AccessFact Of(AccessFact fact, PrivacyGate gate, string text) => fact with
    {
        Ends = [.. fact.Ends.Where(end => !gate.Knows(end.Name))], AsWritten = gate.Masked(text, fact.Span), Excerpt = gate.Masked(text, fact.ExcerptSpan),
        Actor = fact.Actor is { } actor && gate.Knows(actor) ? null : fact.Actor, Source = Of(fact.Source, gate),
    };

    /// <summary>A publisher or an id: none that bears a private name, or is one by itself.</summary>
    public static string? Of(string? words, PrivacyGate gate) =>
        words is null || words.Contains('@') || gate.Knows(words) || gate.Label(words) != words ? null : words;

    /// <summary>A number of the text, masked where it is private.</summary>
    public static Number Of(Number number, PrivacyGate gate, string text) =>
        gate.Touches(number.Span) ? number with { AsWritten = gate.Masked(text, number.Span) } : number;
}
