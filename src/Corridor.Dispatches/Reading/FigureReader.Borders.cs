using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>The category of a figure, and whether its people crossed a border.</summary>
internal sealed partial class FigureReader
{
    private void Categorise(Draft d)
    {
        var q = d.Quantity;
        d.Category = d.Class switch
        {
            "shelter" => q.Noun == "refugee" || (d.PredicateAt >= 0 && s.Find(d.PredicateAt, Tag.Unit)?.Name == "refugee") || d.Parent is { Category: Category.CrossBorderFlight or Category.PeopleDisplacedAcrossBorders } && !ToldInside(d) ? Category.PeopleDisplacedAcrossBorders : Category.Idps,
            // "3.2 million were home": how many there are.
            "back" => q.Noun == "returnee" && d.PredicateAt == q.NounAt || d.PredicateAt >= 0 && s.Is(d.PredicateAt, Tag.Be) && !s.Says(d.PredicateAt, "be") ? Category.Returnees : Category.Return,
            "onward" => Category.MultipleDisplacement,
            "forced_back" => Category.ForcedBack,
            _ => Category.NewDisplacement,
        };
        // "the number of Malian refugees hosted in Niger stands at 60,000"
        if (d.Category == Category.Idps && d.IsTally && q.Noun is null)
            for (var i = Math.Max(d.ZoneStart, q.First - 16); i < q.First; i++)
                if (s.Find(i, Tag.Unit)?.Name == "refugee") d.Category = Category.PeopleDisplacedAcrossBorders;
        if (d.Category == Category.Idps && q.Noun == "returnee") d.Category = Category.Returnees;
        if (d.Category == Category.Idps && q.Noun is not "idp" && q.Adjective is null && d.Parent is null && _previous is { IsPart: false, Category: Category.CrossBorderFlight or Category.PeopleDisplacedAcrossBorders } && context.Distance <= 1 && !ToldInside(d) && !s.SaysAny(d.PredicateAt - 1, "internally")) d.Category = Category.PeopleDisplacedAcrossBorders;
        if (d.Parent is { } parent && (d.IsTally && d.PredicateAt < 0 || d.IsComparison || (d.PredicateAt >= 0 && !d.IsPart && !s.Is(d.PredicateAt, Tag.Predicate) && d.PredicateAt > d.Quantity.First && parent.Category == Category.CrossBorderFlight))) d.Category = parent.Category;
        if (d.Category is Category.NewDisplacement && d.IsTally && d.Parent is { Category: Category.CrossBorderFlight } flight && (flight.Class == d.Class || (flight.Class is "move" or "arrive" && d.Class is "move" or "arrive"))) d.Category = flight.Category;
        if (d.Category is Category.NewDisplacement && d.Class == "arrive" && d.Quantity.Noun == "arrival" && d.PredicateAt == d.Quantity.NounAt && _previous is { Category: Category.CrossBorderFlight } && context.Distance <= 2 && d.Destination.Count == 0) d.Category = Category.CrossBorderFlight;
        // "refugees on their way to Rwanda ... The office counted 650 arrivals", "holds 400,000 refugees; 1,300 more come in each day": of those told before.
        if (d.Category is Category.NewDisplacement && d.Class == "arrive" && (d.Quantity.Noun is "arrival" && context.Refugees || d.Quantity.Noun is null && d.Quantity.Further && _previous is { Category: Category.PeopleDisplacedAcrossBorders or Category.CrossBorderFlight }) && d.Destination.Count == 0) d.Category = Category.CrossBorderFlight;
        // "Hungary, which let in 2,100 on Saturday, let in 3,400 on Sunday"
        if (d.Category is Category.NewDisplacement && d.Class == "arrive" && q.Noun is null && _previous is { Class: "arrive", Category: Category.CrossBorderFlight } && context.Distance == 0 && d.Destination.Count == 0)
            d.Category = Category.CrossBorderFlight;
        // "90,000 refugees live there. They include 7,000 who came in May": a part of them, by the same way.
        if (d.Category is Category.NewDisplacement && d.IsPart && d.Class is "move" or "arrive"
            && d.Parent is { Category: Category.PeopleDisplacedAcrossBorders or Category.CrossBorderFlight })
            d.Category = Category.CrossBorderFlight;
        if (d.Category is Category.NewDisplacement && RefugeeStock(d)) d.Category = Category.PeopleDisplacedAcrossBorders;
        if (d.Category is Category.NewDisplacement && CrossesBorder(d)) d.Category = Category.CrossBorderFlight;
        // "70 households left the camps": out of a camp without being driven is home, when the text speaks of returns, or elsewhere.
        if (d.Category == Category.NewDisplacement && d.Class == "move" && d.Term == "displaced" && d.PredicateAt >= 0 && s.SaysAny(d.PredicateAt, "left", "leave", "leaving", "departed", "departing", "depart", "departures") && OutOfCamps(d))
            d.Category = _previous is { Category: Category.Return or Category.CrossBorderReturn } && context.Distance <= 2 || SpeaksOfReturn() ? Category.Return : Category.MultipleDisplacement;
        // "900 displaced people quit the sites of the town": out of the place that they had come to.
        if (d.Category == Category.NewDisplacement && d.Class == "move" && (d.Quantity.Noun == "idp" || OfDisplaced(d)) && LeavesShelter(d)) d.Category = Category.MultipleDisplacement;
        if (d.Category == Category.NewDisplacement && ForGood(d)
            && (d.Term == "relocated" || d.Term == "in_relief_camp" && d.Passive && s.SaysAny(d.PredicateAt, "moved", "transferred", "relocated")))
            d.Category = Category.RelocationElsewhere;
        // "deported 20,000 Afghan families": sent to the country that they are of.
        if (d.Category is Category.NewDisplacement or Category.CrossBorderFlight && d.Quantity.NounCountry is { } of && d.PredicateAt >= 0 && s.SaysAny(d.PredicateAt, "deported", "deport", "deporting", "repatriated", "expelled") && context.Gazetteer.Resolve(of).Country != context.Country) d.Category = Category.CrossBorderReturn;
        // "deported 800 refugee families", "were deported from two countries": back to where they are from, when no other way is told.
        if (d.Category is Category.NewDisplacement or Category.CrossBorderFlight && d.PredicateAt >= 0
            && s.SaysAny(d.PredicateAt, "deported", "deport", "deporting") && d.Destination.Count == 0
            && (OfRefugees(q) || s.SaysAny(q.NounAt, "migrants", "migrant") || s.Says(d.PredicateAt + 1, "from") && s.SaysAny(d.PredicateAt + 3, "countries")))
            d.Category = Category.CrossBorderReturn;
        // "19 were deported from Pakistan", in a text about Afghanistan
        if (d.Category is Category.NewDisplacement or Category.CrossBorderFlight && d.PredicateAt >= 0 && s.SaysAny(d.PredicateAt, "deported") && d.Origin.Exists(p => IsWholeCountry(p) && context.Gazetteer.Resolve(p.Name).Country != context.Country)) d.Category = Category.CrossBorderReturn;
        if (d.Category == Category.Return && HomeCountry(d) is { } land)
        {
            d.Category = Category.CrossBorderReturn;
            d.Destination.Add(land);
        }

        if (d.Category == Category.Return && (d.Quantity.Noun == "refugee" || d.PredicateAt >= 0 && s.SaysAny(d.PredicateAt, "repatriate", "repatriated", "repatriating", "repatriates", "repatriation", "repatriations"))) d.Category = Category.CrossBorderReturn;
        if (d.Category == Category.Return && q.Noun is null && (d.Parent is null || !s.Is(d.PredicateAt, Tag.Predicate)) && _previous is { Category: Category.CrossBorderReturn } && context.Distance <= 1) d.Category = Category.CrossBorderReturn;
        // "returned to Afghanistan": who comes back to a country was out of it.
        if (d.Category == Category.Return && d.Destination.Exists(p => IsWholeCountry(p) && s.SaysAny(p.At, "to", "into") && p.At > d.PredicateAt)) d.Category = Category.CrossBorderReturn;
        if (d.Category == Category.Return && d.IsPart && d.Parent is { Category: Category.CrossBorderReturn }) d.Category = Category.CrossBorderReturn;
        // "1,900 Afghans returned from Pakistan", "40 per cent of the Iraqis displaced had gone home": to the country that they are of.
        if (d.Category == Category.Return && d.Destination.Count == 0 && (q.NounCountry ?? d.Parent?.Quantity.NounCountry) is { } theirs && (d.Origin.Exists(IsWholeCountry) && !d.Origin.Exists(p => p.Country == theirs) || q.NounCountry is null)) d.Destination.Add(new PlacePhrase(q.NounAt, Math.Max(0, q.NounAt), Math.Max(0, q.NounAt) + 1, PlaceRole.Destination, theirs, true, theirs));
        if (d.Category == Category.Return && FromAbroad(d)) d.Category = Category.CrossBorderReturn;
        // "19,000 refugees from Nagorno-Karabakh arrived", told of Armenia: into the country that the text is about.
        if (d.Category == Category.CrossBorderFlight && d.Destination.Count == 0 && d.Class == "arrive" && d.Origin.Count > 0 && !d.IsPart && context.Country is { } here && Lexicon.Default.CountryNames.TryGetValue(here, out var host) && !d.Origin.Exists(p => p.Country == host || context.Gazetteer.Resolve(p.Name).Country == here))
            d.Destination.Add(new PlacePhrase(d.Quantity.First, d.Quantity.First, d.Quantity.End, PlaceRole.Destination, host, true, host));
        if (d.Category == Category.Return && d.Origin.Exists(IsWholeCountry)) d.Category = Category.CrossBorderReturn;
        if (d.Category == Category.Return && d.Origin.Exists(p => p.Country is not null) && d.Destination.Exists(p => p.Country is not null)) d.Category = Category.CrossBorderReturn;
    }

    // "are displaced | inside the country"
    private bool ToldInside(Draft d)
    {
        for (var i = d.PredicateAt + 1; d.PredicateAt >= 0 && i <= d.PredicateAt + 2; i++)
            if (s.SaysAny(i, "inside", "within", "internally")) return true;
        return false;
    }

    private bool OutOfCamps(Draft d)
    {
        // "300 of the camp's 1,200 families have left"
        for (var i = d.Quantity.CoreEnd; s.Says(d.Quantity.CoreEnd, "of") && i < d.Quantity.CoreEnd + 6; i++)
            if (s.SaysAny(i, "camp", "camps") && i + 1 < s.Count && s[i + 1].Kind == TokenKind.Possessive) return true;
        for (var i = d.PredicateAt + 1; i < Math.Min(s.Count, d.PredicateAt + 6) && !s.IsMark(i); i++)
        {
            if (s.SaysAny(i, "for", "to", "after", "because", "when", "into")) return false;
            if (s.SaysAny(i, "camps") || s.Says(i, "camp") && !s.SaysAny(i - 1, "refugee") && SpeaksOfReturn()) return !s.SaysAny(i + 1, "after", "amid", "when", "as", "because", "following") && !s.SaysAny(i + 3, "after", "amid", "following");
        }

        return false;
    }

    private bool SpeaksOfReturn()
    {
        for (var i = 0; i < s.Count; i++)
            if (s.SaysAny(i, "return", "returned", "returning", "returns", "home", "voluntarily")) return true;
        return false;
    }

    // "left the displacement camp at Ain Issa"
    private bool OfDisplaced(Draft d)
    {
        for (var i = d.PredicateAt + 1; d.PredicateAt >= 0 && i < Math.Min(s.Count, d.PredicateAt + 5); i++)
            if (s.SaysAny(i, "displacement", "idp", "displaced") && s.Is(i + 1, Tag.PlaceNoun)) return true;
        return false;
    }

    private bool LeavesShelter(Draft d)
    {
        if (d.PredicateAt < 0) return false;
        // "fled to the site" is the way in.
        for (var i = d.PredicateAt + 1; i < Math.Min(s.Count, d.PredicateAt + 5) && !s.IsMark(i) && !s.SaysAny(i, "to", "into", "towards", "toward"); i++)
            if (s.SaysAny(i, "site", "sites", "camp", "camps", "shelters", "centres", "centers") && (s.SaysAny(d.PredicateAt, "left", "leave", "leaving", "fled", "quit", "abandoned", "vacated", "deserted") || s.Says(i - 1, "from") || s.Says(i - 2, "from"))) return true;
        return false;
    }

    // "8,400 Syrians went home": people told by the country that they are of, in a text that is not of it, and no nearer place named.
    private PlacePhrase? HomeCountry(Draft d)
    {
        var q = d.Quantity;
        if (q.NounCountry is not { } country || q.Noun != "person" || d.Destination.Count > 0 || context.Gazetteer.Resolve(country).Country == context.Country) return null;
        for (var i = Math.Max(d.PredicateAt, q.NounAt); i < Math.Min(s.Count, d.PredicateAt + 4); i++)
            if (s.Says(i, "home")) return new PlacePhrase(q.NounAt, q.NounAt, q.NounAt + 1, PlaceRole.Destination, country, true, country);
        return null;
    }

    // "returned from abroad", "crossed back from neighbouring countries"
    private bool FromAbroad(Draft d)
    {
        for (var i = d.ZoneStart; i < d.ZoneEnd; i++)
            if (s.Says(i, "home") && s.SaysAny(i + 1, "country", "countries") || s.SaysAny(i, "country", "countries") && s.Says(i + 1, "of") && s.Says(i + 2, "origin") || s.Says(i, "homeland") && i > d.PredicateAt || s.Says(i, "from") && (s.SaysAny(i + 1, "abroad", "overseas", "exile") || (s.SaysAny(i + 1, "neighbouring", "neighboring", "other") && s.SaysAny(i + 2, "countries", "states")))) return true;
        return false;
    }

    // "resettled for good in new houses": the end of a displacement, not the start of one.
    private bool ForGood(Draft d)
    {
        for (var i = d.PredicateAt; i < d.ZoneEnd; i++)
            if (s.SaysAny(i, "permanently", "permanent")
                // "moved to a resettlement village"
                || s.SaysAny(i, "relocation", "resettlement", "transitory", "transitional")
                    && s.SaysAny(i + 1, "site", "sites", "shelter", "shelters", "village", "villages")
                || (s.Says(i, "for") && s.Says(i + 1, "good")) || (s.Says(i, "new") && s.SaysAny(i + 1, "houses", "homes", "housing", "apartments"))) return true;
        return false;
    }

    private static bool IsWholeCountry(PlacePhrase place) => place.Country is { } country && place.Name == country;

    // "the number of refugees worldwide": how many there are, with no word of their going.
    private bool RefugeeStock(Draft d)
    {
        if (!d.IsTally || d.PredicateAt < 0 || s.Find(d.PredicateAt, Tag.Unit)?.Name != "refugee") return false;
        for (var i = d.ZoneStart; i < d.ZoneEnd; i++)
            if (s.Find(i, Tag.Predicate) is { Name: "move" or "arrive" } flow && flow.Form != VerbForm.Noun && i < d.Quantity.First - 1 || s.SaysAny(i, "since", "new", "newly")) return false;
        return true;
    }

    // "to neighbouring countries", "abroad", "out of the country", "left Ukraine".
    private bool Abroad(Draft d)
    {
        if (d.Class is not ("move" or "arrive")) return false;
        // "fled the town of Goma, Congo": the country tells where the town is.
        if (d.Origin.Exists(p => IsWholeCountry(p) && !d.Origin.Exists(o => o.At == p.At && o.First < p.First) && s.Find(p.At, Tag.Predicate) is { Name: "move", Who: "subject" } && s.SaysAny(p.At, "left", "leave", "leaving", "fled", "flee", "fleeing", "escaped", "departed"))) return true;
        for (var i = d.ZoneStart; i < d.ZoneEnd; i++)
        {
            if (s.SaysAny(i, "abroad", "overseas") && i > d.Quantity.First) return true;
            if (s.SaysAny(i, "neighbouring", "neighboring", "other", "nearby") && (s.SaysAny(i + 1, "countries", "states", "nations") || s.Is(i + 1, Tag.Country)) && (s.SaysAny(i - 1, "to", "into", "in", "for") || s.Is(i - 1, Tag.Determiner) && s.SaysAny(i - 2, "to", "into", "in", "for"))) return true;
            // "in asylum countries", "to countries of the region"
            if (s.Says(i, "countries") && (s.SaysAny(i - 1, "asylum", "host", "receiving", "third")
                || s.SaysAny(i - 1, "to", "into", "in", "across", "several", "various") && s.SaysAny(i + 1, "in", "of", "across", "around", "bordering")))
                return true;
            // "have entered the country", "came into the country": who is in it crosses no border.
            if (s.SaysAny(i, "entered", "entering", "enter", "reached", "into") && s.Says(i + 1, "the") && s.Says(i + 2, "country") && i > d.Quantity.First
                && !(i + 3 < s.Count && s[i + 3].Kind == TokenKind.Possessive)) return true;
            if (s.SaysAny(i, "fled", "left", "leave", "flee", "fleeing", "leaving", "of") && s.SaysAny(i + 1, "the", "their") && s.Says(i + 2, "country") && (!s.Says(i, "of") || s.Says(i - 1, "out"))) return true;
        }

        return false;
    }

    // "crossed from Sudan into Adré", "arrived in Renk from Sudan": out of a whole country, to a place that is named.
    private bool LeavesCountry(Draft d) =>
        d.Class is "move" && d.PredicateAt >= 0 && s.SaysAny(d.PredicateAt, "crossed", "cross", "crossing", "crosses") && d.Origin.Exists(p => IsWholeCountry(p) && s.Says(p.At, "from"))
        || d.Class is "move" or "arrive" && d.Destination.Count > 0 && d.Destination.Exists(p => p.Named && p.Country is null) && d.Origin.Exists(p => IsWholeCountry(p) && s.Says(p.At, "from"))
        && d.PredicateAt >= 0 && s.Find(d.PredicateAt, Tag.Predicate) is { } verb && (verb.Name == "arrive" || s.SaysAny(d.PredicateAt, "crossed", "cross", "crossing", "fled", "fleeing", "flee"));

    // "counted 8,730 arrivals at the Adré border post", "crossed at the frontier": who comes there comes over it.
    private bool AtBorder(Draft d)
    {
        if (d.Class != "arrive" && !(d.PredicateAt >= 0 && s.SaysAny(d.PredicateAt, "crossed", "cross", "crossing"))) return false;
        foreach (var place in places)
        {
            if (place.At < d.ZoneStart || place.At >= d.ZoneEnd || !s.SaysAny(place.At, "at", "through", "via")) continue;
            for (var i = place.First; i < place.End; i++)
                if (s.SaysAny(i, "border", "frontier")) return true;
        }

        return false;
    }

    // "Egypt has let in 16,000 people from Sudan": one country takes in the people of another.
    private bool LetIn(Draft d)
    {
        if (d.Class != "arrive" || d.PredicateAt < 0 || s.Find(d.PredicateAt, Tag.Predicate) is not { Who: "object" } || d.PredicateAt > d.Quantity.First || !(d.Origin.Exists(IsWholeCountry) || d.Quantity.Noun is null && d.Origin.Count == 0)) return false;
        for (var i = d.PredicateAt - 1; i >= Math.Max(0, d.PredicateAt - 5); i--)
            if (s.Is(i, Tag.Country) && s[i].Capital) return true;
        return false;
    }

    // "refugee families" are refugees, whatever they are counted in.
    private bool OfRefugees(Quantity q) => q.Noun == "refugee" || q.NounAt > 0 && s.SaysAny(q.NounAt - 1, "refugee");

    // "arrived in Lviv, Ukraine", "in the Chadian part of": the country only tells where a place is.
    private bool Apart(PlacePhrase country) =>
        s.SaysAny(country.First - 1, "in", "to", "neighbouring", "neighboring") && !s.IsMark(country.First - 2, ',') && !s.Is(country.First - 2, Tag.PlaceNoun)
        && !(country.First >= 2 && s.IsWord(country.First - 2) && s[country.First - 2].Capital && !s.Is(country.First - 2, Tag.Predicate));

    // "600 refugees crossed the bridge, while 200 came to the post", "9,000 Syrians crossed the border. On Friday alone 900 Syrians came":
    // of those told before, on the same way.
    private bool AsThoseBefore(Draft d)
    {
        if (_previous is not { Category: Category.CrossBorderFlight or Category.CrossBorderReturn } before || d.IsTally) return false;
        var q = d.Quantity;
        // "The influx of over 4,000 people has emptied the stores"
        if (d.Class == "arrive" && s.Says(d.PredicateAt, "influx") && d.Destination.Count == 0 && context.Distance <= 2) return true;
        // "fled to Thailand and joined 1,500 who had sought safety there"
        if (q.Noun is null && context.Distance == 0 && d.Destination.Count == 0 && s.SaysAny(q.End, "who") && d.PredicateAt > q.End
            && (s.Says(d.PredicateAt + 1, "there") || s.Says(d.PredicateAt + 2, "there"))) return true;
        if (q.Noun is null && d.Class == "arrive" && context.Distance == 0 && OfRefugees((before.Parent ?? before).Quantity)) return true;
        if (d.Class == "arrive" && q.NounCountry is { } people && people == before.Quantity.NounCountry && context.Distance <= 1
            && d.Destination.Count == 0)
            return true;
        return d.Class == "move" && context.Distance <= 1 && d.PredicateAt >= q.End && s.SaysAny(d.PredicateAt, "crossed", "crossing")
            && s.SaysAny(d.PredicateAt + 1, "via", "through", "at");
    }

    // Another country as destination, a border crossed, or refugees on the move.
    private bool CrossesBorder(Draft d)
    {
        // "displaced 9,000 people inside the country and made 3,600 flee to Chad": the way abroad is of others.
        if (!OfRefugees(d.Quantity) && s.SaysAny(Math.Max(d.Quantity.End, d.PredicateAt + 1), "inside", "within") && s.Is(d.PredicateAt, Tag.Predicate)
            && s.Find(Math.Max(d.Quantity.End, d.PredicateAt + 1) + 1, Tag.Country) is not null) return false;
        if (OfRefugees(d.Quantity) || s.SaysAny(d.Quantity.NounAt, "migrants", "migrant")) return true;
        // "700 families arrived in Chad": nobody arrives in the country that they were in.
        if (d.Class == "arrive" && d.Destination.Exists(p => IsWholeCountry(p) && p.At >= d.PredicateAt && Apart(p))) return true;
        if (AsThoseBefore(d)) return true;
        if (Abroad(d) || LeavesCountry(d) || AtBorder(d) || LetIn(d) || TakenInAbroad(d) || WhereRefugeesAre(d)) return true;
        for (var i = Math.Max(0, d.PredicateAt); i < Math.Min(s.Count, d.PredicateAt + 4) && d.PredicateAt >= 0; i++)
            if (s.Says(i, "asylum")) return true;
        // "120,000 Sudanese have entered": people told by the country that they are of.
        if (d.Quantity.NounCountry is { } people && d.PredicateAt >= 0 && (s.SaysAny(d.PredicateAt, "entered", "enter", "entering") && !(d.Destination.Count > 0 && !d.Destination.Exists(IsWholeCountry) && context.Gazetteer.Resolve(people).Country == context.Country) || s.Find(d.PredicateAt, Tag.Predicate) is { Name: "arrive" } verb && (verb.Who == "object" || context.Country is not null && d.Quantity.Noun is null) && context.Gazetteer.Resolve(d.Quantity.NounCountry).Country != context.Country)) return true;
        for (var i = d.ZoneStart; d.IsTally && i < d.Quantity.First; i++)
            if (s.Find(i, Tag.Unit)?.Name == "refugee" && !s.Is(i + 1, Tag.Body) && !s.Is(i + 1, Tag.PlaceNoun) && !s.SaysAny(i + 1, "agency", "ministry", "camp", "camps", "chief", "official", "officials", "board", "crisis", "affairs")) return true;
        for (var i = d.ZoneStart; i < d.ZoneEnd; i++)
            if (s.SaysAny(i, "border", "borders", "frontier") && (s.SaysAny(i - 1, "the", "international") || s.Is(i - 1, Tag.Demonym) || s.Is(i - 2, Tag.Demonym)) && !s.SaysAny(i + 1, "with", "guards", "guard", "area", "region", "district", "town", "areas", "villages", "regions") && !s.Is(i + 1, Tag.PlaceNoun)
                && !s.SaysAny(i - 2, "within", "inside", "near", "towards", "toward", "along", "at", "from", "on") && !s.SaysAny(i - 3, "near", "towards", "toward", "along", "at", "from") && d.Class is "move" or "arrive" && !s.Says(i - 1, "cross-")) return true;
        if (d.PredicateAt >= 0 && s.SaysAny(d.PredicateAt, "crossed", "cross", "crossing") && s.SaysAny(d.PredicateAt + 1, "borders", "border")) return true;
        foreach (var place in d.Destination)
            // Who enters a country crosses its border, whichever country the text is about.
            if (place.Country is not null && s.Find(place.At, Tag.Predicate) is { Name: "arrive" } && s.SaysAny(place.At, "entered", "enter", "entering")) return true;
        // "to Ethiopia's Doolo zone", "to the Chadian town of Adre": a place of another country.
        foreach (var place in d.Destination)
            if (place.Role == PlaceRole.Destination && d.Class is "move" or "arrive" && context.Country is { } home && !s.SaysAny(place.End - 1, "border", "frontier", "forces", "lines"))
                for (var i = place.First; i <= place.First + 1 && i < place.End; i++)
                    if ((s.Find(i, Tag.Demonym) is { Detail: { Length: > 0 } of } && of != home) || (s.Find(i, Tag.Country) is { Detail: { Length: > 0 } land } && land != home && place.End < s.Count && s[place.End].Kind == TokenKind.Possessive)) return true;
        // "to the state of Apure in Venezuela": the country tells where it is.
        foreach (var place in d.Destination)
            if (place.Role == PlaceRole.Destination && context.Country is { } here && (s.SaysAny(place.End, "in", "of") || s.IsMark(place.End, ',')) && s.Find(place.End + 1, Tag.Country) is { Detail: { Length: > 0 } there } && (there != here || d.PredicateAt >= 0 && s.SaysAny(d.PredicateAt, "crossed", "cross", "crossing"))) return true;
        // Nobody flees into the country that they are in.
        foreach (var place in d.Destination)
            if (IsWholeCountry(place) && place.Role == PlaceRole.Destination && !s.Is(place.End, Tag.PlaceNoun) && !(s.SaysAny(place.First - 1, "of", "in") && s.Is(place.First - 2, Tag.PlaceNoun))) return true;
        // "5,000 Iraqis have reached al-Hol in Syria"
        foreach (var place in d.Destination)
            if (IsWholeCountry(place) && d.Quantity.NounCountry is { } theirs && theirs != place.Country && place.At > d.PredicateAt) return true;
        // "900 fled inside Mali and 400 others came to Niger"
        foreach (var place in d.Destination)
            if (IsWholeCountry(place) && d.Class == "arrive")
                for (var i = 0; i < d.Quantity.First; i++)
                    if (s.Find(i, Tag.Country) is { } land && s[i].Capital && land.Name != place.Country && s.SaysAny(i - 1, "in", "inside", "within", "from")) return true;
        foreach (var place in d.Destination)
            if (IsWholeCountry(place) && place.Role == PlaceRole.In && s.SaysAny(place.At - 1, "refuge", "asylum", "sanctuary")) return true;
        foreach (var place in d.Destination)
            if (place.Country is { } country && place.First + s.Words(place.First, place.End).Split(' ').Length == place.End && !SameCountry(country, d) && place.Name == country) return true;
        return false;
    }

    private bool SameCountry(string country, Draft d)
    {
        var iso = context.Gazetteer.Resolve(country).Country;
        if (iso is not null && iso == context.Country) return true;
        return d.Origin.Exists(p => context.Gazetteer.Resolve(p.Country ?? p.Name).Country == iso && iso is not null) && !d.Origin.Exists(p => p.Country is not null && p.Country != country);
    }
}
