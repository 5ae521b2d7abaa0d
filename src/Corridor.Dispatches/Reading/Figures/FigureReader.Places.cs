using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Where people came from, went to, and which way; by preposition, verb and the clause before (pipeline step 8).</summary>
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

    private void Places(Draft d, int n)
    {
        var verb = d.PredicateAt >= 0 ? s.Find(d.PredicateAt, Tag.Predicate) : null;
        var staying = d.Class == "shelter" || (d.Class == "arrive") || d.Term == "in_relief_camp";
        foreach (var place in places)
        {
            if (place.At < d.ZoneStart || place.At >= d.ZoneEnd) continue;
            if (n == 0 && !d.IsTally && place.End <= d.Quantity.First && place.Role is PlaceRole.Of or PlaceRole.Destination
                && d.PredicateAt != place.At && verb?.Form != VerbForm.Noun) continue;
            if (s.Is(place.First, Tag.Source) && s.Is(place.End, Tag.Speech)) continue;
            if (OfSpeaker(d, place.At) || OfOffice(place) || IsContainer(place)) continue;
            // "the war between forces | from Georgia and Russia": whose they are.
            if (s.Says(place.At, "from") && s.Is(place.At - 1, Tag.Actor)) continue;
            switch (Role(place))
            {
                case PlaceRole.Origin:
                    // "on the road from Shura": the way as well as its start.
                    if (s.SaysAny(place.At - 1, "road", "highway", "route"))
                        d.Route.Add(place with { First = place.At - 1, Name = s.Words(place.At - 1, place.End) });
                    if (!(s.Is(place.At, Tag.Predicate) && verb is not null && !OfPredicate(d, place.At))) d.Origin.Add(place);
                    break;
                case PlaceRole.Destination:
                    // ", reaching Dori by morning": where they got to.
                    if (s.Is(place.At, Tag.Predicate) && !OfPredicate(d, place.At) && d.Parent is null && !s.Says(place.At - 1, "to")
                        && !(s.EndsWith(place.At, "ing") && s.IsMark(place.At - 1, ',') && place.At > d.PredicateAt)
                        // "left the north and entered Chad": what the same people did then.
                        && !(place.Whole && s.SaysAny(place.At - 1, "and", "then") && place.At > Math.Max(d.PredicateAt, d.Quantity.End))) continue;
                    if (s.Says(place.At, "for") && place.At < d.Quantity.First) continue;
                    d.Destination.Add(place);
                    break;
                case PlaceRole.Route:
                    d.Route.Add(place);
                    break;
                // "families fleeing the clashes in Darfur arrived": what they fled was there.
                case PlaceRole.In when d.Class == "arrive" && place.At > d.Quantity.End && place.At < d.PredicateAt
                    && s.Find(d.Quantity.End, Tag.Predicate) is { Name: "move" }:
                    d.Origin.Add(place);
                    break;
                case PlaceRole.In when d.Class is "shelter" or "arrive" or "back" || d.Term == "in_relief_camp" || (d.Class == "onward"):
                    if (!d.Destination.Exists(p => p.First == place.First)) d.Destination.Add(place);
                    break;
                // "landed 900 people at Catania", "brought 900 ashore at Catania"
                case PlaceRole.In when d.Class == "move" && place.At > d.PredicateAt
                    && (s.SaysAny(d.PredicateAt, "landed", "lands", "landing", "disembarked")
                        || s.Says(place.At - 1, "ashore")
                            && !s.Any(d.PredicateAt, place.At, static (s, i) => s.SaysAny(i, "before", "after", "when", "while", "as"))):
                    d.Destination.Add(place);
                    break;
                case PlaceRole.In when s.Says(place.At, "at") && d.Term == "multiple_or_other":
                    d.Route.Add(place);
                    break;
                // "fled to Mahagi in Ituri": where that lies.
                case PlaceRole.In when place.Around && d.Destination.Exists(inner => LiesIn(inner, place)):
                    break;
                case PlaceRole.In when d.Class is "move" or "housing_destroyed" or "housing_damaged":
                    if ((s.Find(place.First, Tag.PlaceNoun) is not null && !place.Named && verb?.Detail == "forced_to_flee")
                        || s.SaysAny(d.PredicateAt + 1, "refuge", "shelter", "safety")) d.Destination.Add(place);
                    else if (d.Origin.Count == 0 || !d.Origin[0].Named) d.Origin.Add(place);
                    break;
                case PlaceRole.Of when place.At == d.Quantity.End && d.Class == "move" && d.Origin.Count == 0:
                    d.Origin.Add(place);
                    break;
            }
        }

        if (s.Is(d.Quantity.NounAt, Tag.Demonym) && d.Quantity.NounCountry is { } country && d.Origin.Count == 0 && d.Class is "move" or "arrive")
            d.Origin.Add(new PlacePhrase(d.Quantity.NounAt, d.Quantity.NounAt, d.Quantity.NounAt + 1, PlaceRole.Origin, country, true, country));
        if (d.Class is "arrive" && d.Origin.Count > 0 && staying) d.Origin.RemoveAll(p => !p.Named && p.Name is "camps" or "camp");
        // "reaching Adré, where 9,200 people arrived last week": the place before the clause.
        if (d.Destination.Count == 0 && d.Class is "arrive" or "shelter")
            for (var i = d.Quantity.First - 1; i > Math.Max(0, d.Quantity.First - 5) && !s.Is(i, Tag.Predicate); i--)
                if (s.Says(i, "where") && places.Find(p => p.Named && p.End <= i && p.End >= i - 1) is { } antecedent)
                {
                    d.Destination.Add(antecedent);
                    break;
                }

        Respectively(d, n);
        Subject(d, n);
        Carry(d);
        d.Destination = [.. d.Destination.DistinctBy(p => p.Name)];
        d.Route = [.. d.Route.DistinctBy(p => p.Name)];
    }

    // "displaced across Borno", "sheltering across Ethiopia": where, and no way; "crossed at the bridge": a way.
    private PlaceRole Role(PlacePhrase place)
    {
        if (place.Role == PlaceRole.In && s.Says(place.At, "at"))
            for (var i = place.At - 1; i > Math.Max(0, place.At - 6) && !s.IsMark(i); i--)
                if (s.SaysAny(i, "crossed", "crossing", "crosses", "cross") && !s.Is(i, Tag.Determiner)) return PlaceRole.Route;
        if (place.Role != PlaceRole.Route || !s.SaysAny(place.At, "across", "throughout")) return place.Role;
        for (var i = place.First; i < place.End; i++)
            if (s.SaysAny(i, "river", "border", "borders", "frontier", "bridge", "lake", "lines", "line", "desert", "mountains", "strait", "sea"))
                return PlaceRole.Route;
        var motion = s.SaysAny(place.At - 1, "crossed", "moved", "taken", "ferried", "fled", "walked", "came", "went", "swam", "carried", "trekked",
            "escaped", "brought");
        return motion ? PlaceRole.Route : PlaceRole.In;
    }

    // "authorities in Chittagong moved": where the office is.
    private bool OfOffice(PlacePhrase place) =>
        place.Role == PlaceRole.In && s.Says(place.At, "in")
            && (s.EndingAt(place.At, Tag.Source, out _) is { Detail: not "witness" }
                || s.EndingAt(place.At, Tag.Body, out _) is { Name: not ("witness" or "ngo") }) && s.Find(place.At - 1, Tag.Predicate) is null
                    && s.Find(place.At - 1, Tag.Unit) is null && s.Find(place.At - 1, Tag.PlaceNoun) is null;

    // "Um Zeifa village, South Darfur": the area that the place before lies in; "from A, B and C" goes on.
    private bool IsContainer(PlacePhrase place)
    {
        if (!s.IsMark(place.First - 1, ',') || !places.Exists(p => p.At == place.At && p.End == place.First - 1 && p.Country is null)) return false;
        if (places.Exists(p => p.At == place.At && p.First > place.End) || s.Says(place.End, "and")
            || !s.IsMark(place.End) && place.End < s.Count && !s.Is(place.End, Tag.Preposition) && !s.Is(place.End, Tag.Conjunction)
                && !s.Is(place.End, Tag.TimeUnit)) return false;
        return place.Country == place.Name || context.Gazetteer.Resolve(place.Name) is { PlaceId: not null } known && known.Canonical == known.Admin1;
    }

    // "forced to leave Kurakhove": the place stands after the last verb of the phrase.
    private bool OfPredicate(Draft d, int at) =>
        d.PredicateAt >= 0 && s.Find(d.PredicateAt, Tag.Predicate, out var length) is not null && at >= d.PredicateAt && at < d.PredicateAt + length;

    // "..., a spokesman told a briefing in Geneva": where it was said, not where it happened.
    private bool OfSpeaker(Draft d, int at) =>
        s.Any(Math.Max(d.Quantity.End, d.PredicateAt + 1), at, static (s, i) => s.Is(i, Tag.Speech) && !s.Is(i - 1, Tag.Be) && !s.Is(i, Tag.DataNoun));

    // "The city ... has seen 3,300 people leave"; "the camp at Hasansham sheltered 4,860": the subject is the place.
    private void Subject(Draft d, int n)
    {
        if (d.PredicateAt < 0) return;
        if (TakenInBy(d) is { } taker) d.Destination.Add(taker);
        if (d.Class == "shelter" && d.PredicateAt < d.Quantity.First && (d.Destination.Count == 0 || d.Destination is [{ } lone] && lone.End < d.PredicateAt))
        {
            // "the stadium in Léogâne was sheltering": in the stadium.
            d.Destination.Clear();
            var inside = places.Find(p => p.Role == PlaceRole.In && p.At < d.PredicateAt && !OfOffice(p));
            if (Host(d.PredicateAt) is { } host && (inside is null || inside.First >= host.First)) d.Destination.Add(host);
            else if (inside is not null) d.Destination.Add(inside);
        }

        // "Yellowknife's evacuation is complete: 19,000 residents have gone": the place that the sentence begins with.
        if (d.Origin.Count == 0 && d.Class == "move" && n == 0 && !d.IsTally)
            for (var i = 1; i < Math.Min(d.Quantity.First, 5); i++)
                if (s[i].Kind == TokenKind.Possessive && s.Find(i + 1, Tag.Predicate) is { Name: "move", Form: VerbForm.Noun } && s.IsWord(i - 1)
                    && s[0].Capital && !s.Is(i - 1, Tag.Weekday) && !s.Is(i - 1, Tag.Month) && !s.Is(i - 1, Tag.Source))
                    d.Origin.Add(new PlacePhrase(0, 0, i, PlaceRole.Origin, s.Words(0, i), true, null));
        if (d.Origin.Count == 0 && d.Class == "move" && s.SaysAny(d.Quantity.First - 1, "seen", "saw", "lost"))
        {
            for (var i = Math.Min(3, s.Count - 1); i >= 0; i--)
                if (s.Is(i, Tag.PlaceNoun)) { d.Origin.Add(new PlacePhrase(0, 0, i + 1, PlaceRole.Origin, s.Words(0, i + 1), false, null)); break; }
        }
    }

    // "900 people were taken in by Jordan", "by Zaatari camp": who takes them in, where it is a place.
    private PlacePhrase? TakenInBy(Draft d)
    {
        if (d.Class != "arrive" || s.Find(d.PredicateAt, Tag.Predicate, out var length) is not { Who: "object" }
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

    // Where a figure happens that names no place of its own. Asked after the category, which hangs on what is told beside the number.
    private void Scene(Draft d, int n)
    {
        var there = d.Class is "arrive" or "shelter" ? d.Destination : d.Class == "move" ? d.Origin : null;
        // "left the city", "sent back to the town": the only place that was named before.
        foreach (var list in (ReadOnlySpan<List<PlacePhrase>>)[d.Origin, d.Destination])
            for (var i = 0; i < list.Count; i++)
                if (list[i].Name is "the city" or "the town" or "the village" && Only(list[i].First) is { } named) list[i] = named with { Role = list[i].Role };
        if (there is null || d.Parent is not null) return;
        // "Zaatari took in 3,100 Syrians", "Kerenik took 340 families": the subject of the verb.
        if (d.Class == "arrive" && d.PredicateAt > 0 && d.PredicateAt < d.Quantity.First && s.Find(d.PredicateAt, Tag.Predicate) is { Who: "object" }
            && there.TrueForAll(p => p.Country == p.Name) && Host(d.PredicateAt) is { Named: true } host)
        {
            there.Clear();
            there.Add(host);
        }

        // "900 of its people"
        if (there.Count == 0 && n == 0 && d.Class == "move" && s.Says(d.Quantity.End, "of") && s.Says(d.Quantity.End + 1, "its")
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
        var cause = d.Class == "move" && s[end].Kind == TokenKind.Possessive && (s.Is(end + 1, Tag.Cause) || s.Is(end + 2, Tag.Cause))
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

    // "Fighting in A and B displaced 7,000 and 2,500 people respectively": one place each.
    private void Respectively(Draft d, int n)
    {
        var all = d.Parent is null && n == 0 || d.Parent is not null;
        if (!all) return;
        var said = false;
        for (var i = d.Quantity.End; i < s.Count; i++) said |= s.Says(i, "respectively");
        if (!said) return;
        var named = places.FindAll(p => p.Named && p.Role is PlaceRole.In or PlaceRole.Origin or PlaceRole.Destination);
        var numbers = quantities.FindAll(x => x.Role is "figure" or null);
        var index = numbers.IndexOf(d.Quantity);
        if (named.Count != numbers.Count || index < 0) return;
        (d.Class is "shelter" or "arrive" ? d.Destination : d.Origin).Clear();
        (d.Class is "shelter" or "arrive" ? d.Destination : d.Origin).Add(named[index]);
    }

    private void Carry(Draft d)
    {
        // One sentence, one event: "flattened 214 houses in X and damaged another 90, leaving 1,300 homeless".
        if (d.Origin.Count + d.Destination.Count + d.Route.Count == 0 && d.Parent is null && previous is { } before
            && !Elsewhere(d, before) && d.Class is "move" or "housing_damaged" or "housing_destroyed" && SameSegment(before.Quantity.First, d.Quantity.First))
            d.Origin = [.. before.Origin];

        FromBefore(d);
        if (d.Origin.Count + d.Destination.Count + d.Route.Count > 0 && !(d.Parent is not null && !d.IsPart)) return;
        var parent = d.Parent ?? (d.Quantity.Noun is null || d.Quantity.Further ? context.LastFigure : null);
        if (parent is not null && Elsewhere(d, parent)) return;
        if (parent is not null && d.Parent is not null && (d.IsPart || d.IsTally || d.IsComparison || d.PredicateAt < 0 || d.PredicateAt == parent.PredicateAt))
        {
            // "62,000 of whom have gone back": not from where they fled.
            if (d.Class == "back" && parent.Class != "back") return;
            if (d.Origin.Count == 0) d.Origin = [.. parent.Origin];
            if (d.Destination.Count == 0) d.Destination = [.. parent.Destination];
        }
        else if (parent is null && d.Class is "arrive" && d.Quantity.Further && context.LastPlaces.Count > 0)
        {
            d.Origin = context.LastPlaces.FindAll(p => p.Role == PlaceRole.Origin);
            d.Destination = context.LastPlaces.FindAll(p => p.Role == PlaceRole.Destination);
        }
    }

    // "Authorities in Jakarta counted 1,450 more", "Indonesia was hit by floods. Another 1,450 fled": where another country begins, what was told
    // before of where people left is over.
    private bool Elsewhere(Draft d, Draft before) =>
        d.Class == "move" && !quantities.Contains(before.Quantity) && LandOf(before.Origin, static _ => true) is { } left
        && (HostOf(d) ?? context.SceneSince) is { } here && here != left;

    // Where they left is told with the people they are of: "of whom 1,980 reached Tawila", "70,000 are trapped there; 3,100 got out", "so
    // far 410 have been taken to Poltava".
    private void FromBefore(Draft d)
    {
        if (d.Origin.Count > 0 || d.Class is not ("move" or "arrive") || d.IsTally) return;
        if (d.Parent is { Class: "move" or "arrive", Origin.Count: > 0 } whole && d.IsPart
            && d.Class == "move" | whole.Class == d.Class | d.Destination.Count > 0) d.Origin = [.. whole.Origin];
        else if (d.Parent is null && d.Quantity.Noun is null && d.Destination.Count + d.Route.Count == 0 && Stayed(d) is { } place) d.Origin = [place];
        else if (d.Parent is null && d.Quantity.Noun is null && (previous ?? context.LastFigure) is { Class: "move", Origin.Count: > 0 } last
            && !Elsewhere(d, last) && (d.Destination.Count > 0 || previous is not null || d.Quantity.Further)
            && last.Destination.Count == 0 | d.Destination.Count > 0)
                d.Origin = [.. last.Origin];
    }

    // The place of a number of people before who are no figure: trapped, or living there.
    private PlacePhrase? Stayed(Draft d)
    {
        for (var i = quantities.IndexOf(d.Quantity) - 1; i >= 0; i--)
        {
            var q = quantities[i];
            if (q.Role is not ("trapped" or "population" or "other") || !Noun.IsHuman(q.Noun) && q.Role != "trapped") continue;
            if (places.Find(p => p.Role == PlaceRole.In && p.At >= q.End && p.End <= d.Quantity.First && p.At - q.End < 6) is { } place) return place;
        }

        return null;
    }
}
