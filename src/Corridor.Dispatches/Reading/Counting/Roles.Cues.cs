using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What tells displacement from other movement and other stays: camps, causes, borders, states.</summary>
internal sealed partial class Roles
{
    private bool Neutral(Governor g) => s.Has(g.At, Cue.Staying);

    private bool Passive(Governor g) =>
        (g.Meaning.Form.HasFlag(VerbForm.Participle) || g.Meaning is { Form: VerbForm.Phrase, Who: Who.Object })
            && (VerbChain.Of(s, g.At, taken).Passive || s.Is(g.At - 1, Tag.Be));

    // "taken to the city at gunpoint", "to use them as human shields": not away from danger.
    private bool Held(Governor g)
    {
        for (var i = g.At; i < s.Count && !s.IsMark(i, ';'); i++)
            if (s.Says(i, "gunpoint") || s.Says(i, "point") && s.SaysAny(i - 1, "gun", "rifle", "knife", "bayonet")
                || (s.SaysAny(i, "human", "as") && s.SaysAny(i + 1, "shields", "shield"))
                || (s.Says(i, "against") && s.Says(i + 1, "their") && s.Says(i + 2, "will")))
                return true;
        return false;
    }

    // "left the coalition", "crossed the finish line", "returned to work": no place that people live in.
    private bool ElsewhereThanHome(Governor g) => ElsewhereThanHome(g, g.End);

    // "evacuated from the cinema", "were moved to tears", "forced to pay": nobody is driven from home, where no fighting or disaster is told.
    private bool MovedElsewhere(Deed d)
    {
        if (d.G.Meaning is not { Who: Who.Object or Who.Both, Form: not VerbForm.Noun } || InDanger(but: d.G.At)) return false;
        if (s.Has(d.G.At, Cue.Forcing) && s.Says(d.G.End, "to") && s.Has(d.G.End + 1, Cue.OtherDeed)) return true;
        var after = Math.Max(d.Q.End, d.G.End);
        if (s.SaysAny(after - 1, "to", "from", "of", "into", "off")) after--;
        while (s.SaysAny(after, "out", "away", "from", "off", "into", "onto")) after++;
        var into = s.Says(after, "to") || s.SaysAny(after - 1, "to", "into", "onto");
        return after > d.G.End - 1 && (s.Is(after - 1, Tag.Preposition) || s.SaysAny(after, "to", "of"))
            && !(into && s.Any(after, after + 4, static (s, i) => s.Has(i, Cue.Refuge) || s.SaysAny(i, "stadium", "hall", "hotel", "arena")))
            && !s.Any(after, after + 3, static (s, i) => s.Says(i, "plant")) && ElsewhereThanHome(d.G, after);
    }

    private bool ElsewhereThanHome(Governor g, int i)
    {
        if (s.SaysAny(i, "to", "of", "on", "for")) i++;
        // "escaped from police custody", "fled the county jail"; "left hospital"
        if (g.Meaning.Class == VerbClass.Move && s.AnyAhead(i, 4, static (s, k) => s.Has(k, Cue.Prison) && !s.Says(k, "captive"))) return true;
        if (s.Says(i, "hospital") && i == g.End && s.SaysAny(g.At, "left", "leave", "leaves", "leaving")) return true;
        while (s.Is(i, Tag.Determiner)) i++;
        // "fled to the church", "fled to a public school", "ran to a hall as shells fell": where people are safe.
        if (s.SaysAny(g.At + g.Length, "to", "into", "for") && g.Meaning.Class != VerbClass.Back && BeginsRefuge(i)
            && (g.Meaning.Term == Term.ForcedToFlee || InDanger())) return false;
        // "fled to an office building": whatever it is; the wounded are brought to hospitals.
        if (s.SaysAny(g.At, "fled", "flee", "flees", "fleeing") && s.SaysAny(g.At + g.Length, "to", "into")
            && !s.Any(i, i + 3, static (s, k) => s.SaysAny(k, "hospital", "hospitals", "clinic", "clinics"))) return false;
        // "headed for schools in Sanda to escape the shelling"
        if (s.Any(i, i + 9, static (s, k) => s.SaysAny(k, "escape", "fleeing", "flee", "safety"))) return false;
        // "were rushed to hospital"
        if (g.Meaning.Term != Term.ForcedToFlee && s.SaysAny(i, "hospital", "hospitals", "clinic", "clinics") && s.Says(g.At + g.Length, "to")) return true;
        for (var end = Math.Min(s.Count, i + 3); i < end && s.IsWord(i) && !s.IsSmall(i) && !s[i].Capital; i++)
        {
            if (s.Is(i, Tag.PlaceNoun) && !s.SaysAny(i, "school", "schools", "stadium", "university", "hall", "church")) return false;
            if (s.Has(i, Cue.Elsewhere)) return !(g.Meaning.Term == Term.ForcedToFlee && s.SaysAny(i, "hospital", "hospitals", "clinic", "clinics"));
        }

        return false;
    }

    // "school", "two | public school": a noun of where the displaced stay, past what describes it.
    private bool BeginsRefuge(int i)
    {
        for (var end = Math.Min(s.Count, i + 3); i < end && s.IsWord(i) && !s.Is(i, Tag.Preposition | Tag.Conjunction); i++)
            if (s.Has(i, Cue.Refuge)) return true;
        return false;
    }

    // Fighting or a disaster is told, in the text or in this sentence.
    private bool InDanger(int but = -1) => context.Conflict || context.Disaster || Caused(but: but);

    // The sentence names fighting or a disaster, or only the one that is asked for.
    private bool Caused(string? by = null, int but = -1)
    {
        for (var i = 0; i < s.Count; i++)
            if (i != but && s.Find(i, Tag.Cause) is { } cause && (by is null || cause.Name == by)) return true;
        return false;
    }

    // "between May and June", "since 4 March", "in the eight days of the operation": so long, rather than on a day.
    private bool HasSpan(int from = 0)
    {
        for (var i = from; i < s.Count; i++)
            if (s.SaysAny(i, "since", "between", "during") || s.Is(i, Tag.TimeUnit) && Stretch(i)) return true;
        return s.SaysAny(0, "since", "between", "during");
    }

    // "in the eight | days of the operation", "so far this | month", "in the | week to Friday": so long, and no day ago.
    private bool Stretch(int unit)
    {
        if (s.Says(unit + 1, "ago") || s.SaysAny(unit, "day", "hour")) return false;
        for (var i = unit - 1; i > Math.Max(0, unit - 6) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "in", "over", "within", "this", "last", "past")) return true;
        return false;
    }

    // "brought 50,000 people home", "sent them back to Mafa".
    private bool Homeward(Quantity q, Governor g)
    {
        // "left the camps for home", "crossed back from Iraq"
        for (var k = g.At + g.Length; k < Math.Min(s.Count, g.At + 10) && !s.IsMark(k) && !s.Is(k, Tag.Speech) && g.Meaning.Class is not VerbClass.Carry
            && g.Meaning.Who != Who.Object; k++)
            if (s.Says(k, "for") && (s.Says(k + 1, "home") || s.SaysAny(k + 1, "their", "the") && s.SaysAny(k + 2, "homes", "home", "villages"))
                || (s.Says(k, "back") && s.SaysAny(k + 1, "from", "to", "into", "across", "over", "home", "in", "inside")
                && k - g.At - g.Length <= 3))
                return true;
        if (g.Meaning is { Class: VerbClass.Move } && (g.Meaning.Who != Who.Object || g.Meaning.Term is Term.Displaced or Term.Homeless)) return false;
        var i = Math.Max(q.End, g.At + g.Length);
        // "transported 108 families from the camp back to their homes"
        for (var k = i; k < Math.Min(s.Count, i + 12) && !s.IsMark(k); k++)
            if (s.Says(k, "back") && FromCamps(k + 1))
                return true;
        // "took 740 people from the camp to their villages"
        for (var k = i; k < Math.Min(s.Count - 2, i + 9) && !s.IsMark(k); k++)
            if (s.SaysAny(k, "to", "into") && s.Says(k + 1, "their")
                && s.Has(s.SaysAny(k + 2, "own", "former", "original", "home", "native") ? k + 3 : k + 2, Cue.HomePlace))
                return true;
        return s.Says(i, "home") || (s.Says(i, "back") && s.SaysAny(i + 1, "home", "to") && g.Meaning.Class != VerbClass.Move);
    }

    private static readonly WordSet Clauses = new("after", "when", "as", "because", "while", "once", "before", "since");

    // "who had to flee for the second time", "displaced again": not from home.
    private bool OnceMore(Governor g)
    {
        // "were once again forcibly | displaced"
        var before = g.At - 1;
        while (s.Is(before, Tag.Adverb) && !s.Says(before, "again") || s.EndsWith(before, "ly")) before--;
        if (s.Says(before, "again") && (s.Is(before - 1, Tag.Be) || s.Says(before - 1, "once") && s.Is(before - 2, Tag.Be))) return true;
        for (var i = g.At; i < Math.Min(s.Count, g.At + 12) && !s.IsMark(i, ';'); i++)
        {
            // "who escaped Sennar have been uprooted twice": of the verb that comes after it.
            if (i > g.End && s.SaysAny(i, "have", "has") && s.Says(g.At - 1, "who")) return false;
            // "were taken out after the firing began again": of another verb.
            if (i > g.End && s.IsIn(i, Clauses) && (!s.Says(i, "once") || s.Is(i + 1, Tag.Determiner))) return false;
            if (i > g.At && (s.Is(i, Tag.Speech) || s.IsNumber(i) || s.SaysAny(i, "many", "some", "most", "several", "others"))) return false;
            if (s.SaysAny(i, "second", "third", "fourth", "nth") && s.SaysAny(i + 1, "time", "displacement")) return true;
            // "had been displaced at least once": of this verb, and none that comes after it.
            if (s.SaysAny(i, "than", "least") && s.SaysAny(i + 1, "once", "twice") && i > g.At)
                return i - g.At <= 3 && !(s.Says(i, "least") && s.Says(i + 1, "once"));
            if (s.SaysAny(i, "again", "twice", "anew") && !s.SaysAny(i + 1, "that", "the", "as", "a", "this")
                || (s.Says(i, "once") && s.SaysAny(i + 1, "more", "again")) || (s.SaysAny(i, "multiple", "several") && s.Says(i + 1, "times"))
                || (s.Says(i, "yet") && s.Says(i + 1, "again")))
                return true;
        }

        return false;
    }

    // Motion that counts has a way: "went to", "poured out of", "walked for days"; "went unpaid" has none. "have gone" needs none.
    private bool Path(Governor g)
    {
        if (g.Length > 1 || s.Has(g.At, Cue.MotionAlone)) return true;
        var i = g.At + g.Length;
        // "rode buses out of Sanda"
        if (s.SaysAny(g.At, "rode", "ridden", "riding") && IsVehicle(i)) i++;
        // "walked the 12 km to Sanda"
        if (s.Is(i, Tag.Determiner) && s.IsNumber(i + 1)) i++;
        return s.Is(i, Tag.Preposition | Tag.Direction) || s.SaysAny(i, "when", "as", "after", "before", "because", "once", "if")
            || s.SaysAny(i, "and", "or") && s.Is(i + 1, Tag.Be | Tag.Predicate) || s.Has(i, Cue.Way) || s.IsNumber(i) || s.IsMark(i);
    }

    private bool CampLike(int from, int reach, bool campOnly = false)
    {
        for (var i = Math.Max(0, from - (campOnly ? 6 : 10)); i < Math.Min(s.Count, from + reach); i++)
        {
            if (i > from && s.IsMark(i, ';')) return false;
            if (s.SaysAny(i, "camp", "camps") || (s.SaysAny(i, "site", "sites")
                && !campOnly))
                return true;
            if (!campOnly && s.Has(i, Cue.Refuge)) return true;
        }

        return false;
    }

    // Whoever comes, goes or is brought is displaced unless the sentence tells of another reason. What a place takes in may be pupils or goods:
    // there a camp, a border, an origin or earlier displacement must be told.
    private bool Displacing(Quantity q, Governor g)
    {
        if (OfOwnWill()) return false;
        if (g.Meaning.Who != Who.Object || g.Meaning.Class != VerbClass.Arrive || q.First < g.At && Passive(g)) return true;
        if (q.Pair is not null || s.Says(q.NounAt, "migrants") || q.NewlyMarked
            || q.Noun is UnitClass.Arrival or UnitClass.Idp or UnitClass.Refugee or UnitClass.Household or UnitClass.Evacuee
            || q.Adjective is { Class: VerbClass.Move })
            return true;
        if (context.LastFigure is not null || drafts.Count > 0 || context.Before.Moving is not null && q.Noun is null) return true;
        if (q.Noun is null && q.First > g.At && (OfPlace(g.At) || s.IsWord(0) && s[0].Capital && !s.IsSmall(0) && g.At <= 2)
            || q.Further && q.Noun is null)
            return true;
        // "Malakal took in 8,600 people"
        if (q.Noun == UnitClass.Person && s.SaysAny(g.At, "took", "taken", "absorbed", "absorbing", "taking", "received", "receiving") && OfPlace(g.At)
            && (!s.SaysAny(g.At, "received", "receiving") || context.Conflict || context.Disaster)) return true;
        if (CampLike(g.At, 12) || q.NounCountry is not null && Enumerable.Range(Math.Max(0, g.At - 4), Math.Min(4, g.At)).Any(i => s.Is(i, Tag.Country)))
            return true;
        // "the ministry's teams had received 18,400 people"
        for (var i = g.At - 1; i >= Math.Max(0, g.At - 5) && !s.IsMark(i); i--)
            if (s.Is(i, Tag.Source) || s.Find(i, Tag.Body) is { Name: "government" or "un" }) return true;
        for (var i = 0; i < s.Count; i++)
            if (s.Has(i, Cue.FlightSign) || s.Find(i, Tag.Source) is { Detail: "un" or "intergovernmental" or "ngo" }
                || (s.Verb(i) is { Class: VerbClass.Move or VerbClass.Back } && i != g.At))
                return true;
        return false;
    }

    // "moved to Tallinn for work", "walked to the match": no one drove them.
    private bool OfOwnWill() => ofOwnWill ??= Willing();

    // "moved house", "moved in with relatives", "left the army", "were moved to tears"
    private bool IsPrivateMove(int i) =>
        s.SaysAny(i, "move", "moved", "moving") && (s.Says(i + 1, "house") || s.Says(i + 1, "to") && s.Says(i + 2, "tears"))
        || s.SaysAny(i, "left", "leave", "leaving", "quit", "from") && s.PastArticle(i + 1) is var body
            && s.Has(body, Cue.Membership) && !s.Is(body + 1, Tag.PlaceNoun);

    private bool? ofOwnWill;

    private bool Willing()
    {
        var (willing, driven) = (false, false);
        for (var i = 0; i < s.Count; i++)
        {
            driven |= s.Is(i, Tag.Cause);
            willing |= s.Is(i, Tag.Occasion)
                || s.Says(i, "to") && (s.Has(i + 1, Cue.Errand) || s.Has(s.PastArticle(i + 1), Cue.Attraction))
                || s.SaysAny(i, "for", "attending") && s.AnyAhead(i + 1, 3, static (s, k) => s.Has(k, Cue.Event))
                || IsPrivateMove(i)
                || s.SaysAny(i, "for", "seeking", "find", "in", "over", "of") && s.Has(i + 1, Cue.Livelihood);
        }

        return willing && !driven;
    }
}
