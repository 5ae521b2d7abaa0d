using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Numbers of people who are called displaced, or who are there: "were registered as refugees", "3,186 of which were IDPs", "the camp had
/// 9,700".</summary>
internal sealed partial class Roles
{
    // "were recorded as internally displaced", "currently categorized as 'displaced'", "3,186 were IDPs": what they are, no verb of their going.
    private Draft? Called(Quantity q)
    {
        if (q.Noun is not null && !q.Noun.IsHuman()) return null;
        var i = q.End;

        if (s.Says(i, "of") && s.Has(i + 1, Cue.OfThem)) i += 2;
        if (s.SaysAny(i, "who", "that")) i++;
        if (i >= s.Count || !s.IsWord(i) || s.Is(i, Tag.Predicate) && !s.Is(i, Tag.Counting) && !s.Is(i, Tag.Be)) return null;
        var (said, finite) = (false, false);
        for (var steps = 0; steps < 10 && i < s.Count; steps++, i++)
        {
            if (s.Says(i, "as"))
            {
                said = true;
                i++;
                break;
            }

            if (s.Is(i, Tag.Be)) finite = true;
            else if (!(s.Is(i, Tag.Have | Tag.Adverb) || s.EndsWith(i, "ly") || s.Is(i, Tag.Counting)
                || s.Is(i, Tag.Source) && !s.Is(i, Tag.Unit) || s.Has(i, Cue.Calling)))
                break;
        }
        if (!said && !finite) return null;
        while (s.Is(i, Tag.Determiner) || i < s.Count && s[i].Kind == TokenKind.Quote || s.SaysAny(i, "newly", "internal", "other", "registered")) i++;
        var kind = s.Unit(i)?.Class;
        // "lists 590 families as expelled"
        if (said && !finite && kind is null && Predicate(i) is { Meaning: { Class: VerbClass.Move, Who: Who.Object } } done
            && done.Meaning.Form.HasFlag(VerbForm.Participle) && s.Is(LeadOf(q) - 1, Tag.Counting))
            return Told(q, VerbClass.Move, done.Meaning.FigureTerm, i, 0.75);
        var displaced = kind is UnitClass.Idp or UnitClass.Refugee or UnitClass.Returnee || said && s.Says(i, "internally");
        if (!displaced) return null;
        // "were displaced people" needs the noun; "were displaced" has its own verb.
        return new Draft { Quantity = q, Class = kind == UnitClass.Returnee ? VerbClass.Back : VerbClass.Shelter,
            Term = kind == UnitClass.Returnee ? Term.Returns : Term.Displaced, PredicateAt = i, RoleScore = 0.75 };
    }

    // "the camp, built for 5,000, had 9,700", "it is home to more than 30,000", "there are 200 people in the monastery": who is in a camp is displaced.
    private Draft? InCamp(Quantity q)
    {
        if (q.Noun is not null && !q.Noun.IsHuman() || q.Noun == UnitClass.Arrival) return null;
        // "will take 6,000 people; by Wednesday 1,845 were in it"
        if (s.Is(q.End, Tag.Be)
            && (s.SaysAny(q.End + 1, "in", "inside") && s.SaysAny(q.End + 2, "it", "them", "there", "place", "residence")
                || s.SaysAny(q.End + 1, "there", "inside"))
            && (quantities.Exists(x => x.First < q.First && x.Role == NumberRole.Capacity) || context.Room is not null)) return Stock(q, q.End);
        var before = q.First - 1;
        while (s.Is(before, Tag.BeforeNumber)) before--;
        var there = s.Is(before, Tag.Be) && s.Says(before - 1, "there");
        if (!there && !s.Is(before, Tag.Have) && !s.Says(before, "to") && !s.SaysAny(before, "contained", "housed", "numbered", "counted")) return null;
        // A further verb after the number says what these people do there.
        if (Near(q, out _) is not null) return null;
        if (there)
        {
            var at = q.End;
            return s.SaysAny(at, "in", "at", "inside", "across", "throughout", "within")
                && (Camp(at, at + 8) || (DraftsBefore(q) ?? Before) is not null && CampLike(at, 6)) || at >= s.Count
                || s.IsMark(at) && Camp(0, before) ? Stock(q, before) : null;
        }

        if (!(s.Is(before, Tag.Have) && !s.Is(q.End, Tag.Predicate) || s.SaysAny(before, "contained", "housed", "numbered", "counted")
            || s.VerbEndingAt(before + 1, out _) is { Class: VerbClass.Population } && s.Says(before, "to")))
            return null;
        // "the compound was laid out for 500 people and now has 17,000": who is there beyond what it was made for, and no pupils.
        if (s.Is(before, Tag.Have) && quantities.Exists(x => x.First < q.First && x.Role == NumberRole.Capacity && !s.Has(x.NounAt, Cue.Pupils))
            && !s.SaysAny(q.NounAt, "pupils", "students", "schoolchildren", "worshippers"))
            return Stock(q, before);
        for (var i = before - 1; i >= Math.Max(0, before - 12); i--)
        {
            if (s.IsMark(i, ';') || s.Is(i, Tag.Speech)) return null;
            if (IsCamp(i)) return Stock(q, before);
            // "The hall was laid out for 900. On Monday it was home to 2,100"
            if (s.Says(i, "it") && context.Room is not null) return Stock(q, before);
            if (s.Says(i, "it") && Before is { } last
                && (last.Term == Term.InReliefCamp || last.Destination.Exists(p => p.Name.Contains("camp", StringComparison.OrdinalIgnoreCase))))
                return Stock(q, before);
        }

        return null;
    }

    private bool InShelter(Quantity q)
    {
        for (var i = q.End; i < Math.Min(s.Count, q.End + (q.Noun is null ? 1 : 14)) && !s.IsMark(i) && !(s.Says(i, "for") && !s.Says(i - 1, "cared")); i++)
        {
            if (!s.SaysAny(i, "in", "at", "under", "inside")) continue;
            var place = s.Is(i + 1, Tag.Determiner) || s.IsNumber(i + 1) ? i + 2 : i + 1;
            if (s.Has(place, Cue.Canvas) || IsCamp(place) && !s.SaysAny(place, "site", "sites")) return true;
            if (Predicate(place) is { } deed && OfSites(deed)) return true;
        }

        return false;
    }

    private static Draft Stock(Quantity q, int at) =>
        new() { Quantity = q, Class = VerbClass.Shelter, Term = Term.InReliefCamp, PredicateAt = at, RoleScore = 0.7 };

    private bool IsCamp(int i) => s.Has(i, Cue.Camp) || s.Has(i, Cue.Centre) && s.Has(i - 1, Cue.CampKind);

    private bool Camp(int from, int to)
    {
        for (var i = from; i < Math.Min(to, s.Count) && !s.IsMark(i, ';'); i++)
            if (IsCamp(i)) return true;
        return false;
    }

    private bool WayTakenBy(int by) =>
        s.Says(by, "by") && s.SaysAny(by - 1, "taken", "used", "travelled", "traveled", "followed", "walked")
            && (s.Is(by - 2, Tag.Be) ? by - 3 : by - 2) is var way
            && (s.Is(way, Tag.Feature) || s.SaysAny(way, "route", "routes", "path", "paths", "passage", "way"));

    private Draft? AtRisk(Quantity q)
    {
        if (!s.IsMark(q.End, ',') || s.Find(q.End + 1, Tag.Include) is null) return null;
        var at = q.End + 1;
        while (at < Math.Min(s.Count, q.End + 10) && !s.IsMark(at, ',')) at++;
        if (!s.SaysAny(at + 1, "at", "in", "at-risk") || !s.Any(at + 1, at + 4, static (s, i) => s.SaysAny(i, "risk", "at-risk", "danger"))) return null;
        for (var i = at + 2; i < at + 7; i++)
            if (Predicate(i) is { } deed && IsFlow(deed)) return Told(q, deed, i, 0.7);
        return null;
    }

    private Draft? Affecting(Quantity q)
    {
        var verb = LeadOf(q) - 1;
        if (!s.SaysAny(verb, "affecting", "involving", "concerning")
            || Predicate(verb - 1) is not { Meaning.Form: VerbForm.Noun } deed || !IsFlow(deed)) return null;
        var state = s.Says(deed.At, "displacement") && s.SaysAny(deed.At - 1, "internal", "protracted");
        return Told(q, state ? VerbClass.Shelter : deed.Meaning.Class, deed.Meaning.FigureTerm, deed.At, 0.75);
    }

    private bool InOpenSites(Number n)
    {
        var with = LeadOf(n.Q) - 1;
        if (!s.Says(with, "with") || s.Is(n.Q.End, Tag.Predicate) || n.Previous is not { Role: NumberRole.CountOfSites } sites || with - sites.End > 4)
            return false;
        for (var i = sites.End; i < with; i++)
            if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Adverb) && !s.SaysAny(i, "open", "opened", "operating", "operational", "active", "functioning")) return false;
        return true;
    }

    private bool Present(Quantity q)
    {
        var i = q.End;
        while (s.Is(i, Tag.Be | Tag.Adverb)) i++;
        if (s.SaysAny(i, "wait", "waiting", "waited", "remain", "remained", "stay", "stayed", "camp", "camping")) i++;
        return (i > q.End || s.Is(LeadOf(q) - 1, Tag.Be) && s.Says(LeadOf(q) - 2, "there"))
            && s.SaysAny(i, "in", "on", "at", "outside", "inside", "near", "there");
    }

    private Draft? OnTheWay(Quantity q)
    {
        // "counted 142,000 on the road", "12,000 people are already on the road north"
        var on = q.End;
        while (s.Is(on, Tag.Be | Tag.Adverb)) on++;
        var road = (on > q.End || s.Is(LeadOf(q) - 1, Tag.Counting)
                || s.Says(LeadOf(q) - 1, "of") && s.Has(LeadOf(q) - 2, Cue.Speaking) || s.IsMark(LeadOf(q) - 1, ':'))
            && s.Says(on, "on") && (s.Says(on + 1, "the") && s.SaysAny(on + 2, "road", "roads", "move", "run") || s.Says(on + 1, "foot"));
        // "reported 20,000 people out of eastern Aleppo since Saturday"
        road |= (s.Is(LeadOf(q) - 1, Tag.Counting) || s.Is(LeadOf(q) - 1, Tag.Speech)) && s.Says(q.End, "out") && s.Says(q.End + 1, "of");
        return (road || s.SaysAny(q.End, "through", "across", "over") && Way(q.End - 1)) && !OfOwnWill()
            ? Told(q, VerbClass.Move, Term.Displaced, on, 0.65) : null;
    }

    private Draft? DamageOf(Quantity q)
    {
        // "people were evacuated from 1,300 homes": those who live there.
        var from = LeadOf(q) - 1;
        if (s.Says(from, "from") && s.VerbEndingAt(from, out var left) is { Class: VerbClass.Move, Who: Who.Object } verb
            && verb.Form.HasFlag(VerbForm.Participle)) return Told(q, new Governor(verb, left, from - left), left, 0.7);
        // "made 3,100 dwellings uninhabitable"
        if (s.SaysAny(LeadOf(q) - 1, "made", "left", "rendered", "leaving", "making", "rendering")
            && s.SaysAny(q.End, "uninhabitable", "unlivable", "unliveable", "roofless"))
            return Told(q, VerbClass.HousingDestroyed, Term.UninhabitableHousing, q.End, 0.7);
        for (var i = q.First - 1; i >= Math.Max(0, q.First - 5) && !s.IsMark(i, ';'); i--)
        {
            if (!s.SaysAny(i, "damage", "damages", "destruction", "losses")) continue;
            return s.Says(i, "destruction") ? Told(q, VerbClass.HousingDestroyed, Term.DestroyedHousing, i, 0.6)
                : Told(q, VerbClass.HousingDamaged, Term.PartiallyDestroyedHousing, i, 0.6);
        }

        return null;
    }
}
