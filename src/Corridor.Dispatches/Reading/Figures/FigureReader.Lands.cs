using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Which country each place of a sentence lies in.</summary>
internal sealed partial class FigureReader
{
    // Which country each place of the sentence lies in: by its own words ("the Chadian town of Adré", "Ethiopia's Doolo zone"), by what follows
    // ("al-Hol, Syria"), by the gazetteer.
    private void Lands()
    {
        for (var n = 0; n < places.Count; n++)
        {
            var place = places[n];
            var around = false;
            for (var k = 0; k < n && !around; k++) around = LiesIn(places[k], place);
            var border = place.Named && context.IsCrossing(place.Name);
            for (var i = place.First; i < place.End && !border; i++) border = s.SaysAny(i, "border", "frontier");
            // "Turkey's border": still this side of it.
            var edge = place.End < s.Count && s[place.End].Kind == TokenKind.Possessive && s.SaysAny(place.End + 1, "border", "borders", "frontier");
            places[n] = place with { Land = edge ? null : LandOf(place), Around = around,
                Whole = !around && !edge && place.Country is not null && place.Country == place.Name, AtBorder = border,
                OfRefugees = place.Named && context.IsOfRefugees(place.Name) };
        }
    }

    // "al-Hol in | Syria", "Lviv, | Ukraine"
    private bool LiesIn(PlacePhrase inner, PlacePhrase place) =>
        inner.End == place.At && s.SaysAny(place.At, "in", "of")
            || inner.End + 1 == place.First && s.IsMark(inner.End, ',') && inner.At == place.At && inner.Country is null && place.Country is not null;

    private string? LandOf(PlacePhrase place)
    {
        for (var i = place.First; i < place.End; i++)
            // "Syrian refugee camps" are where they came to.
            if (s[i].Capital && (s.Find(i, Tag.Country)
                ?? (s.SaysAny(i + 1, "refugee", "refugees", "camp", "camps") ? null : s.Find(i, Tag.Demonym))) is { Detail: { Length: > 0 } land }) return land;
        // "Mali's northern Kidal region"
        var owner = place.First - 1;
        while (owner > place.First - 4 && s.IsWord(owner) && !s.IsSmall(owner)) owner--;
        if (s.Is(owner, TokenKind.Possessive) && s.EndingAt(owner, Tag.Country, out _) is { Detail: { Length: > 0 } of }) return of;
        if (LandAfter(place) is { } around) return around;
        // "Aden district": of that name in a town.
        if (!place.Named || s.SaysAny(place.End - 1, "district", "neighbourhood", "neighborhood", "quarter", "suburb")) return null;
        // "from Aden, Nur and Tahrir quarters"
        for (var i = place.End; i < Math.Min(s.Count, place.End + 7)
            && (s[i].Capital || s.IsMark(i, ',') || s.SaysAny(i, "and", "quarters", "districts", "neighbourhoods", "neighborhoods", "suburbs")); i++)
            if (s.SaysAny(i, "quarters", "districts", "neighbourhoods", "neighborhoods", "suburbs")) return null;
        if (context.Land(place.Name) is { } known) return known;
        // "the town of Adré", "Mbera camp": the name in it.
        var first = place.First;
        while (first < place.End && !s[first].Capital) first++;
        var end = first;
        while (end < place.End && (s[end].Capital || s.IsSmall(end)) && !s.Is(end, Tag.PlaceNoun)) end++;
        return end > first && end - first < place.End - place.First ? context.Land(s.Words(first, end)) : null;
    }

    // "al-Hol, Syria", "Nakivale, in south-west Uganda".
    private string? LandAfter(PlacePhrase place)
    {
        for (var at = place.End; s.IsMark(at, ',') || s.SaysAny(at, "in", "of") || s.Is(at, Tag.Direction | Tag.Determiner); at++)
            if (at + 1 < s.Count && s[at + 1].Capital && s.Find(at + 1, Tag.Country) is { Detail: { Length: > 0 } land }) return land;
        return null;
    }
}
