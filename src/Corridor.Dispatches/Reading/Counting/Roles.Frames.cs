using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Whether a verb or noun can govern a number: who moves is the subject of one verb and the object of another.</summary>
internal sealed partial class Roles
{
    private static bool IsFlow(Governor g) =>
        g.Meaning.Class is VerbClass.Move or VerbClass.Arrive or VerbClass.Back or VerbClass.Onward or VerbClass.ForcedBack;

    // Plain motion that has a way.
    private bool Moves(Governor g) => g.Meaning.Class == VerbClass.Motion && Path(g);

    private static bool IsNegative(Governor g) =>
        !g.Meaning.Class.IsDisplacement() && g.Meaning.Class is not (VerbClass.Carry or VerbClass.Motion);

    // "900 people living in hamlets by X | were evacuated"
    private bool IsAdjectival(Quantity q, Governor near) =>
        near.Meaning.Form.HasFlag(VerbForm.Ing) || near.At == q.End && near.Meaning.Form == VerbForm.Phrase && s.EndsWith(near.At, "ing")
        || (near.Meaning.Form.HasFlag(VerbForm.Participle) && q.Noun is not null && near.At == q.End
        && (near.Meaning.Who == Who.Object || near.Meaning.Class is VerbClass.Trapped or VerbClass.Affected));

    // "8,000 households received seeds", "2,000 soldiers displaced the villagers": who does it to others is not the one it is done to.
    private bool Acts(Quantity q, Governor g)
    {
        // "have been put forward to receive relief": to whom something is given.
        if (g is { Meaning: { Class: VerbClass.Arrive, Who: Who.Object } } && g.At > q.End && s.Says(g.At, "receive") && !Closes(g.End))
            return !s.Is(g.End, Tag.Preposition);
        // "A council of 20 people decided to evacuate 900 people"
        if (g.At >= q.End && g.Meaning is { Who: Who.Object, Form: not VerbForm.Noun } && !Passive(g) && NumberAt(g.End)
            && quantities.Exists(x => x.First >= g.End && x.First <= g.End + 3 && x.Noun.IsHuman())) return true;
        if (g.At < q.End || g.Meaning.Who != Who.Object || !g.Meaning.Form.HasFlag(VerbForm.Past) || Passive(g)) return false;
        var next = g.At + g.Length;
        if (g.Meaning.Class is VerbClass.Arrive) return !s.Is(next, Tag.Preposition);
        if (g.At == q.End) return false;
        // "6,000 people of Sake have evacuated the town": the place is left by those who are counted.
        if (s.Says(g.At, "evacuated") && q.Noun.IsHuman() && s.Is(next, Tag.Determiner)
            && (s.Is(next + 1, Tag.PlaceNoun) || s.SaysAny(next + 1, "area", "areas", "homes", "houses", "region", "zone", "capital")))
            return false;
        return s.Is(next, Tag.Determiner) || s.IsNumber(next) || s.Is(next, Tag.Unit) || (s.Is(next, Tag.Pronoun) && !s.SaysAny(next, "there", "who"));
    }

    /// <summary>
    /// Why a word that could govern a number does not: it is spelled like a verb and is none, it looks to another number, or the number is
    /// not of the kind that it can be told of.
    /// </summary>
    private static readonly Func<Roles, Quantity, Governor, bool>[] Objections =
    [
        static (r, q, g) => r.Acts(q, g),
        // "people out of a town of 20,000", "villagers in a camp built for 3,500": the phrase looks to the number after it.
        static (r, q, g) => r.LooksAhead(q, g),
        // "at risk of being displaced": what may happen, and it has its own verb.
        static (r, _, g) => r.RiskOfDeed(g),
        // "sent 9,300 people home to Mafa": not "home to 9,300 people".
        static (r, q, g) => r.S.Says(g.At, "home") && g.At == q.End
            || g.Meaning.Form == VerbForm.Phrase && g.Length > 1 && r.S.Says(g.End - 1, "home") && r.S.Says(g.End, "to"),
        // "went to camps", "in three shelters": a plural noun that is spelled like a verb.
        static (r, _, g) => g.Meaning.Form == VerbForm.Third
            && (r.IsNominal(g.At) || r.S.Says(g.At - 1, "to") || r.S.EndsWith(g.At - 1, "ing") || r.S.Is(g.End, Tag.Auxiliaries)),
        // "fewer than 900 were thought to be left": they are still there.
        static (r, q, g) => r.S.Says(g.At, "left") && g.At >= q.End && r.S.Is(g.At - 1, Tag.Be),
        // "in the displaced persons' camps": an adjective of another noun.
        static (r, q, g) => g.At > q.End && g.Meaning is { Who: Who.Object, Term: Term.Displaced } && g.Meaning.Form.HasFlag(VerbForm.Participle)
            && r.S.SaysAny(g.At - 1, "the", "a", "for", "among", "of", "these", "those", "their", "other"),
        // "are in need", "are in hospital": no place that they stay at.
        static (r, _, g) => g.Meaning is { Class: VerbClass.Shelter, Form: VerbForm.Phrase } && r.S.Says(g.End - 1, "in")
            && r.S.Has(r.S.Says(g.End, "the") ? g.End + 1 : g.End, Cue.Plight),
        // "the city and surrounding area", "from host communities": an adjective.
        static (r, _, g) => r.S.Says(g.At, "surrounding")
            && (r.S.Is(g.End, Tag.PlaceNoun) || r.S.SaysAny(g.At - 1, "the", "and", "its", "their", "in", "from")),
        static (r, _, g) => r.S.Says(g.At, "host") && r.S.Has(g.At + 1, Cue.Hosts),
        // "stayed at home"
        static (r, _, g) => g.Meaning is { Class: VerbClass.Shelter, Who: Who.Subject }
            && (r.S.Says(g.End, "home") || r.S.SaysAny(g.End, "at", "in")
                && (r.S.Says(g.End + 1, "home") || r.S.Says(g.End + 1, "their") && r.S.SaysAny(g.End + 2, "homes", "houses"))),
        // "the siege goes on": an event lasts.
        static (r, _, g) =>
            g.Meaning.Class == VerbClass.Onward && g.Length == 2 && r.S.Says(g.End - 1, "on")
                && !r.S.SaysAny(g.End, "to", "towards", "toward", "into", "from", "foot")
            && !r.S.Is(g.End, Tag.Direction) && !(g.End < r.S.Count && r.Taken[g.End]),
        // Who carries something is not carried; "were taken to", "900 people brought by bus from Karsa" are.
        static (r, q, g) => g.Meaning.Class == VerbClass.Carry && !r.Passive(g)
            && !((g.At == q.End && q.Noun is not null || g.At == q.End + 1 && r.S.SaysAny(q.End, "already", "since", "later"))
            && g.Meaning.Form.HasFlag(VerbForm.Participle)
                && r.S.SaysAny(g.End, "by", "from", "out", "in", "on", "aboard", "ashore", "inland", "there", "to")),
        // "are running out of water": nothing is left to them.
        static (r, _, g) =>
            r.S.SaysAny(g.At, "running", "run", "ran", "runs") && r.S.Says(g.At + 1, "out") && r.S.Says(g.At + 2, "of") && g.At + 3 < r.S.Count
                && !r.S[g.At + 3].Capital && !r.S.Is(g.At + 3, Tag.Determiner),
        // "900 arrivals, projected to reach 1,200": a count that grows.
        static (r, _, g) => r.S.SaysAny(g.At, "reach", "reached", "reaching") && r.NumberAt(g.End, alone: true),
        // "destroyed" governs houses, "displaced" people.
        static (r, q, g) => r.OtherKind(q, g),
        // "came close to being displaced", "were registered for evacuation": of the deed behind it.
        static (r, q, g) => g.At >= q.End && (r.S.SaysAny(g.At, "came", "come", "comes") && r.S.SaysAny(g.End, "close", "near")
            || r.S.SaysAny(g.At, "registered", "listed", "enrolled") && r.S.Says(g.End, "for")
                && r.Predicate(g.End + 1) is { Meaning.Form: VerbForm.Noun } due && IsFlow(due)),
        // "charged with driving out 900 people": the deed of others.
        static (r, q, g) => g.At > q.End + 1 && g.Meaning is { Who: Who.Object } && g.Meaning.Form.HasFlag(VerbForm.Ing)
            && r.S.SaysAny(g.At - 1, "with", "of", "for", "about", "against", "by"),
        // "remain in the abandoned city": an adjective of the place.
        static (r, q, g) => g.At > q.End && g.Meaning.Form.HasFlag(VerbForm.Participle) && r.S.Is(g.At - 1, Tag.Determiner) && r.S.Is(g.End, Tag.PlaceNoun),
        // "200 people took in families who had fled", "1,200 people prayed for those driven out": what others did.
        static (r, q, g) => g.At > q.End && r.OfOthers(q, g),
        // "left 300 dead", "left behind": not leaving; "escaped injury".
        static (r, q, g) => r.LeftSomething(q, g),
        // "are still in evacuation halls": an adjective of the place.
        static (r, q, g) => g.At >= q.End && r.OfSites(g),
        // A noun behind the number governs only what undergoes it: "experienced displacement".
        static (r, q, g) => g.Meaning.Form == VerbForm.Noun && g.At >= q.End && !r.S.SaysAny(g.At - 1, "in", "under") && !r.Undergone(g.At),
        // "on the march", "the Tariq camp": a noun that is spelled like a verb.
        static (r, _, g) => r.S.Has(g.At, Cue.AlsoNoun) && r.IsNominal(g.At),
        // "700 of them | residents of the camp": who they are, and not how many live there.
        static (r, q, g) => g.Meaning.Class == VerbClass.Population && g.At >= q.CoreEnd && r.S.Says(q.CoreEnd, "of")
            && r.S.SaysAny(q.CoreEnd + 1, "them", "these", "those", "whom"),
        static (r, q, g) => q.Noun is null && g.At >= q.End && r.S.SaysAny(g.At, "hit", "held", "hold", "contain", "contained", "gather", "gathered"),
    ];

    private bool Fits(Quantity q, Governor g)
    {
        foreach (var objection in Objections)
            if (objection(this, q, g)) return false;
        return true;
    }

    private bool OfOthers(Quantity q, Governor g)
    {
        if (s.SaysAny(q.CoreEnd, "of", "out") || s.Says(q.End, "with")) return false;
        if (s.Says(g.At - 1, "those")) return true;
        var who = g.At - 1;
        while (who > q.End && s.Is(who, Tag.Helpers)) who--;
        return who > q.End && s.Says(who, "who")
            && (s.Says(who - 1, "those") && !s.Says(who - 2, "among") || s.IsHuman(who - 1))
            && who - 1 >= q.End;
    }

    private bool LooksAhead(Quantity q, Governor g) =>
        g.At >= q.End && g.Meaning is { Form: VerbForm.Phrase, Class: VerbClass.Population or VerbClass.Capacity } && s.SaysAny(g.End - 1, "of", "for", "to")
        && (s.Says(g.End - 1, "of") && g.Meaning.Class == VerbClass.Population || quantities.Exists(x => x != q && x.First >= g.End && x.First <= g.End + 3));

    private bool RiskOfDeed(Governor g)
    {
        if (!s.Says(g.At, "at-risk") && (!s.Says(g.At, "at") || !s.Says(g.At + 1, "risk"))) return false;
        for (var k = g.End; k < Math.Min(s.Count, g.End + 4); k++)
            if (s.Verb(k) is { Class: VerbClass.Move } || s.SaysAny(k, "displacement", "eviction", "evacuation")) return true;
        return false;
    }

    private bool OtherKind(Quantity q, Governor g) => g.Meaning.Class switch
    {
        VerbClass.HousingDestroyed or VerbClass.HousingDamaged => !OfHousing(q),
        VerbClass.Move or VerbClass.Population or VerbClass.InNeed or VerbClass.Assisted => false,
        _ => q.Noun == UnitClass.Housing && !s.Says(g.At, "gone"),
    };

    private bool LeftSomething(Quantity q, Governor g) =>
        s.SaysAny(g.At, "left", "leaving", "leave", "leaves") && g.At > q.End - 1 && !s.IsMark(g.End)
        && (quantities.Exists(x => x.First >= g.End && x.First <= (s[g.End].Capital ? g.End : g.End + 1) && x.Role != NumberRole.Distance
            && x.Noun is not UnitClass.Site)
            || s.SaysAny(g.End, "dead", "wounded", "without", "homeless", "stranded", "them", "behind"));

    // "experienced displacement", "underwent a second evacuation", "are slated for evacuation": the verb only carries the noun.
    private bool Undergone(int noun)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - 5); i--)
        {
            if (s.Has(i, Cue.Undergoing)) return true;
            if (s.Says(i, "for") && (s.Is(i - 1, Tag.Planned) || s.Has(i - 1, Cue.DueFor))) return true;
            if (s.Says(i, "of") && s.SaysAny(i - 1, "risk", "at-risk", "danger", "threat")) return true;
            // "have eviction cases pending against them", "received removal notices"
            if ((s.Has(noun + 1, Cue.Suits) || s.Has(noun + 1, Cue.Orders))
                && (s.Is(i, Tag.Have) || s.SaysAny(i, "received", "receive", "got", "served", "handed", "given"))) return true;
            if (s.IsSmall(i) && !s.Is(i, Tag.Determiner) || !s.IsWord(i)) return false;
        }

        return false;
    }

    private bool IsNominal(int i) => s.Is(i - 1, Tag.Preposition) && !s.Says(i - 1, "to") || s.Is(i - 1, Tag.Determiner)
        || (s.IsWord(i - 1) && s[i - 1].Capital && s.Find(i - 1, Tag.Have) is null && (s.Is(i - 1, Tag.Source) || s.Says(i, "camp")))
            || s.Is(i - 1, Tag.Direction)
        || s.IsMark(i - 1, '-');

    // "destroyed 146 houses and damaged 380": houses as well.
    private bool OfHousing(Quantity q) =>
        q.Noun == UnitClass.Housing || (q.Noun is null && q.IsPercent is false
        && quantities.FindLast(x => x.First < q.First && x.Noun is not null) is { Noun: UnitClass.Housing });

    private bool FitsLeft(Quantity q, Governor g) => g.Meaning.Class switch
    {
        VerbClass.HousingDestroyed or VerbClass.HousingDamaged => OfHousing(q),
        VerbClass.Affected => true,
        _ => q.Noun != UnitClass.Housing || g.Meaning.Class is VerbClass.Move or VerbClass.Assisted or VerbClass.Population,
    };
}
