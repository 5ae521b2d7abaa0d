using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Places that no preposition tells: the subject of the verb, the name that a sentence begins with, the only place named before.</summary>
internal sealed partial class FigureReader
{
    // The place that takes people in or loses them is told as the subject: "The town saw 600 people go".
    private void Subject(Draft d, int n)
    {
        if (d.PredicateAt < 0) return;
        if (TakenInBy(d) is { } taker) d.Destination.Add(taker);
        if (d.Class == VerbClass.Shelter && d.PredicateAt < d.Quantity.First
            && (d.Destination.Count == 0 || d.Destination is [{ } lone] && lone.End < d.PredicateAt))
            d.Destination = Sheltering(d.PredicateAt) is { } host ? [host] : [];
        if (d.Origin.Count > 0 || d.Class != VerbClass.Move) return;
        if (n == 0 && !d.IsTally && Evacuated(d) is { } left) d.Origin.Add(left);
        if (d.Origin.Count == 0 && (Losing(d) ?? OwnerOf(d)) is { } home) d.Origin.Add(home);
    }

    // "the camp at Hasansham sheltered | 4,860"; "the stadium in Léogâne was sheltering | 900": in the stadium.
    private PlacePhrase? Sheltering(int verb)
    {
        var inside = places.Find(p => p.Role == PlaceRole.In && p.At < verb && !OfOffice(p));
        // "The mayor said it hosts | 5,000": the place told just before.
        if (inside is null && s.Says(verb - 1, "it") && justBefore is { Class: VerbClass.Shelter or VerbClass.Arrive, Destination: [var there] }) return there;
        return Host(verb) is { } host && (inside is null || inside.First >= host.First) ? host : inside;
    }

    // "Yellowknife's evacuation is complete: 19,000 residents have gone": the place that the sentence begins with.
    private PlacePhrase? Evacuated(Draft d)
    {
        for (var i = 1; i < Math.Min(d.Quantity.First, 5); i++)
            if (s[i].Kind == TokenKind.Possessive && s.Verb(i + 1) is { Class: VerbClass.Move, Form: VerbForm.Noun } && s.IsWord(i - 1)
                && s[0].Capital && !s.Is(i - 1, Tag.Weekday | Tag.Month | Tag.Source))
                return new PlacePhrase(0, 0, i, PlaceRole.Origin, s.Words(0, i), true, null);
        return null;
    }

    // "The town has seen | 600 people go"
    private PlacePhrase? Losing(Draft d)
    {
        if (!s.SaysAny(d.Quantity.First - 1, "seen", "saw", "lost")) return null;
        for (var i = Math.Min(3, s.Count - 1); i >= 0; i--)
            if (s.Is(i, Tag.PlaceNoun)) return new PlacePhrase(0, 0, i + 1, PlaceRole.Origin, s.Words(0, i + 1), false, null);
        return null;
    }

    // "Karsa's | 60,000 residents were displaced"
    private PlacePhrase? OwnerOf(Draft d)
    {
        var owner = s.Lead(d.Quantity.First) - 1;
        if (!s.Is(owner, TokenKind.Possessive) || d.Quantity.Noun is not UnitClass.Person || !s.IsCapital(owner - 1)) return null;
        var first = owner - 1;
        while (s.IsCapital(first - 1) && !s.IsSmall(first - 1)) first--;
        return s.Is(first, Tag.Source | Tag.Demonym | Tag.Weekday | Tag.Month) || s.Is(owner - 1, Tag.Body | Tag.Actor) || !s.Is(d.Quantity.NounAt, Tag.Unit)
            ? null : new PlacePhrase(first, first, owner, PlaceRole.Origin, s.Words(first, owner), true, s.Find(first, Tag.Country)?.Name);
    }

    // Where a figure happens that names no place of its own. Asked after the category, which hangs on what is told beside the number.
    private void Scene(Draft d, int n)
    {
        var there = d.Class is VerbClass.Arrive or VerbClass.Shelter ? d.Destination : d.Class == VerbClass.Move ? d.Origin : null;
        // "left the city", "sent back to the town": the only place that was named before.
        foreach (var list in (ReadOnlySpan<List<PlacePhrase>>)[d.Origin, d.Destination])
            for (var i = 0; i < list.Count; i++)
                if (list[i].Name is "the city" or "the town" or "the village" && Only(list[i].First) is { } named) list[i] = named with { Role = list[i].Role };
        if (there is null || d.Parent is not null) return;
        // "Zaatari took in 3,100 Syrians", "Kerenik took 340 families": the subject of the verb.
        if (d.Class == VerbClass.Arrive && d.PredicateAt > 0 && d.PredicateAt < d.Quantity.First && s.Verb(d.PredicateAt) is { Who: Who.Object }
            && there.TrueForAll(p => p.Country == p.Name) && Host(d.PredicateAt) is { Named: true } host)
        {
            there.Clear();
            there.Add(host);
        }

        // "900 of its people"
        if (there.Count == 0 && n == 0 && d.Class == VerbClass.Move && s.Says(d.Quantity.End, "of") && s.Says(d.Quantity.End + 1, "its")
            && Only(d.Quantity.First) is { } home) there.Add(home);
        if (there.Count > 0 || n > 0) return;
        // "Rutshuru's clashes forced 84,700 from home": where it happened. "Chiúre: 13,200 people have come in".
        if (Opening(d) is { } opening) there.Add(opening);
    }

    private PlacePhrase? Opening(Draft d)
    {
        var end = 0;
        while (end < Math.Min(s.Count, 6) && s.IsWord(end) && s[end].Capital && !s.Is(end, Tag.Source) && !s.Is(end, Tag.Weekday) && !s.Is(end, Tag.Month))
            end++;
        if (end == 0 || s.IsSmall(0) || s.Words(0, end) is var name && name.AsSpan().IndexOfAnyInRange('a', 'z') < 0) return null;
        var cause = d.Class == VerbClass.Move && s[end].Kind == TokenKind.Possessive && (s.Is(end + 1, Tag.Cause) || s.Is(end + 2, Tag.Cause))
            && d.PredicateAt > end && d.PredicateAt < d.Quantity.First;
        var colon = s.Is(end, Tag.PlaceNoun) ? end + 1 : end;
        var label = s.IsMark(colon, ':') && d.Quantity.First - colon < 3;
        if (!cause && !(label && (colon > end || context.Land(name) is not null))) return null;
        if (!cause) end = colon;
        return new PlacePhrase(0, 0, end, PlaceRole.In, s.Words(0, end), true, null);
    }

    // The one place, no country, that this sentence before a token and the sentence before it name.
    private PlacePhrase? Only(int before)
    {
        PlacePhrase? only = null;
        foreach (var place in places.Concat(ReferenceEquals(context.LastPlaces, places) ? [] : context.LastPlaces))
        {
            if (!place.Named || place.Country is not null || places.Contains(place) && place.End > before) continue;
            if (only is not null && only.Name != place.Name) return null;
            only = place;
        }

        // "Ramadi's police chief said 5,600 had left the city"; "Bor is in rebel hands; 900 of its people"
        var end = 0;
        while (end < Math.Min(before, 4) && s.IsWord(end) && s[end].Capital && !s.Is(end, Tag.Source)) end++;
        if (end == 0 || s.IsSmall(0) || s[end].Kind != TokenKind.Possessive && !s.Is(end, Tag.Be) && !s.Is(end, Tag.Have)
            || context.Land(s.Words(0, end)) is null || s.Is(0, Tag.Country)) return only;
        return only is null || only.Name == s.Words(0, end) ? new PlacePhrase(0, 0, end, PlaceRole.Origin, s.Words(0, end), true, null) : null;
    }

    // "Lebanon still hosts", "the Jadaa camp sheltered": the subject of the verb is where they are.
    private PlacePhrase? Host(int verb)
    {
        var end = Agent.SubjectEnd(s, verb);
        // "Tawila, 60 km to the west, hosts"; "the stadium in Port-au-Prince, built for 12,000, was sheltering"
        if (s.IsMark(end - 1, ','))
        {
            var open = end - 2;
            while (open > 0 && end - open < 16 && !s.IsMark(open, ',')) open--;
            if (s.IsMark(open, ',')) end = open;
        }

        var first = end;
        string? country = null;
        var noun = false;
        while (first > 0 && end - first < 7 && s.IsWord(first - 1)
            && (s[first - 1].Capital && !s.IsSmall(first - 1) || s.Is(first - 1, Tag.PlaceNoun | Tag.Direction)
                || s.EndsWith(first - 1, "-north") || s.EndsWith(first - 1, "-south") || s.EndsWith(first - 1, "-east")
                || s.EndsWith(first - 1, "-west") || s.SaysAny(first - 1, "in", "at", "of") && s[first].Capital && s.Is(first - 2, Tag.PlaceNoun))
                    && !s.Is(first - 1, Tag.Source))
        {
            first--;
            noun |= s.Is(first, Tag.PlaceNoun) && !s.Is(first, Tag.Direction);
            if (s.Find(first, Tag.Country, out var length) is { } found && first + length == end) country = found.Name;
        }

        if (first == end || s.Is(first - 1, Tag.Preposition) || !(country is not null || noun || s[first].Capital && (end < verb - 1 || first == 0))
            || s.Is(first, Tag.Weekday | Tag.Month | Tag.Actor)) return null;
        var lone = end - first == 1 && !s[first].Capital && s.Says(first - 1, "the");
        return new PlacePhrase(first, lone ? first - 1 : first, end, PlaceRole.In, s.Words(lone ? first - 1 : first, end), s[first].Capital, country);
    }

    // "900 people were taken in by Jordan", "by Zaatari camp": who takes them in, where it is a place.
    private PlacePhrase? TakenInBy(Draft d)
    {
        if (d.Class != VerbClass.Arrive || s.Verb(d.PredicateAt, out var length) is not { Who: Who.Object }
            || d.PredicateAt + length is var by && !s.Says(by, "by")) return null;
        var first = s.PastArticle(by + 1);
        var end = first;
        while (s.IsCapital(end) && !s.Is(end, Tag.Demonym) || end > first && s.Is(end, Tag.PlaceNoun)) end++;
        if (end == first) return null;
        var country = s.Find(first, Tag.Country, out var words) is { } found && first + words == end ? found : null;
        var land = country?.Detail ?? context.Land(s.Words(first, end));
        return land is null && !s.Is(end - 1, Tag.PlaceNoun) ? null
            : new PlacePhrase(by, first, end, PlaceRole.Destination, s.Words(first, end), true, country?.Name) { Land = land };
    }
}
