using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Numbers whose noun alone says that they are displaced ("5,000 IDPs", "2,930 departures"), and where those told before are.</summary>
internal sealed partial class Roles
{
    // "IOM gives 12,276 families (73,656 people) for the same period": another count of those told of before.
    private bool SamePeople(Quantity q) =>
        context.LastFigure is not null && s.SaysAny(q.End, "for", "over", "in", "during") && s.Says(q.End + 1, "the") && s.Says(q.End + 2, "same");

    // "no new displacement", "no evacuations": none of it.
    private Draft? Nothing(Quantity q)
    {
        var i = q.CoreEnd;
        // "no mass displacement": there may have been some.
        if (s.SaysAny(i, "mass", "major", "significant", "large-scale", "large", "massive")) return null;
        while (s.Has(i, Cue.Newly)) i++;
        if (Predicate(i) is not { Meaning.Form: var form } found || !form.HasFlag(VerbForm.Noun) || !IsFlow(found)) return null;
        q.End = i + 1;
        return new Draft { Quantity = q, Class = found.Meaning.Class, Term = found.Meaning.FigureTerm, PredicateAt = i };
    }

    // "counted 2,930 departures", "1,200 new displacements": the deed itself is counted, one for each person.
    private Draft? Deeds(Quantity q)
    {
        var i = q.CoreEnd;
        // "of which 8,600 were arrivals"
        if (q.Noun is null && s.SaysAny(i, "were", "are") && s.SaysAny(i + 1, "arrivals", "departures", "returns") && Predicate(i + 1) is { } kind)
            return Told(q, kind, i + 1, 0.8);
        // "14,000 facilitated returns"
        for (var steps = 0; steps < 3 && s.IsWord(i) && !s.IsSmall(i)
            && (s.Has(i, Cue.Newly) || s.SaysAny(i, "internal", "forced", "more", "further")
                || Predicate(i) is not { Meaning.Form: VerbForm.Noun } && (s.EndsWith(i, "ed") || s[i].Word is null)); steps++)
            i++;
        // "900 transfers": a noun that is spelled like a verb.
        if (Predicate(i) is not { } found || !found.Meaning.Form.HasFlag(VerbForm.Noun) || !s.EndsWith(i + found.Length - 1, "s") || !IsFlow(found)
            || s.Is(i + found.Length, Tag.Unit))
            return null;
        // "nine mass displacements": events, each of many.
        if (s.SaysAny(i - 1, "mass", "separate", "collective", "group")
            || s.Any(i + 1, i + 6, static (s, k) => s.SaysAny(k, "conducted", "organised", "organized") || s.Says(k, "carried") && s.Says(k + 1, "out")))
            return null;
        if (s.Says(i, "departures") && !LeftBehind()) return null;
        // "conducted 42,600 registrations": the work of who registers.
        if (s.SaysAny(LeadOf(q) - 1, "conducted", "completed", "held"))
        {
            q.Role = NumberRole.Other;
            return null;
        }

        q.Noun = UnitClass.Person;
        (q.NounAt, q.End) = (i, i + found.Length);
        return new Draft
        {
            Quantity = q, Class = found.Meaning.Class, Term = found.Meaning.FigureTerm, PredicateAt = i, RoleScore = 0.8,
            OfDeeds = s.SaysAny(i + found.Length - 1, "movements", "displacements"),
        };
    }

    // Trains depart as well: departures count from a place that is named, in a text that has displacement or from someone who counts.
    private bool LeftBehind()
    {
        var counted = drafts.Count > 0 || context.LastFigure is not null;
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Has(i, Cue.Travel)) return false;
            counted |= s.Is(i, Tag.Counting);
        }

        return counted;
    }

    // "the number of internally displaced persons stands at 83,000": how many there are, unless they are new or somebody only puts it so.
    private bool AllThere(int noun, Quantity q) =>
        (s.Says(noun - 1, "internally") || s.SaysAny(noun, "idps", "internally", "evacuees"))
        && (!s.Says(q.First - 1, "at") || s.SaysAny(q.First - 2, "stands", "stood", "stand", "remains", "peaked", "peaks"));

    // "the number of displaced people in Rivertown at 1,900": those who are there.
    private bool InPlace(int from, int to)
    {
        for (var i = from; i < to - 1; i++)
            if (s.SaysAny(i, "worldwide", "globally", "nationwide", "countrywide")
                || (s.SaysAny(i, "in", "inside", "within", "at") && s.IsWord(i + 1) && s[i + 1].Capital))
                return true;
        return false;
    }

    // "bringing to 680,000 the number of people who have crossed": what is counted is told after the number.
    private Governor? Cataphora(Quantity q)
    {
        // "put at 9,700 those who had to leave"
        if (s.Says(q.First - 1, "at") && s.Has(q.First - 2, Cue.Putting) && s.Says(q.End, "those"))
            for (var k = q.End + 1; k < Math.Min(s.Count, q.End + 10) && !s.IsMark(k); k++)
                if (Predicate(k) is { } theirs && (IsFlow(theirs) || IsNegative(theirs) || theirs.Meaning.Class == VerbClass.Motion && Path(theirs)))
                    return theirs;
        // "40,000 to 45,000 - so many have fled": a number that heads its line.
        // "8,100 is the number of displaced that the board gives"
        var heads = q.First == 0 && (s.IsDash(q.End) || s.IsMark(q.End, ':'))
            || (q.First == 0 || s.IsMark(q.First - 1, ':')) && s.Says(q.End, "is") && s.Says(q.End + 1, "the");
        if (!heads && !s.Has(q.First - 1, Cue.Naming)) return null;
        var i = heads ? q.End + 1 : q.End;
        while (s.Is(i, Tag.Determiner) || s.IsMark(i, ',') || s.SaysAny(i, "total", "overall", "estimated", "as")) i++;
        // "At 7,400, the council's | figure for people displaced"
        for (var owner = i; owner < i + 5; owner++)
            if (s.Is(owner, TokenKind.Possessive) && s.Is(owner + 1, Tag.CountNoun)) i = owner + 1;
        if (!s.Is(i, Tag.CountNoun) && !s.Is(i - 1, Tag.CountNoun)) return null;
        for (var k = i; k < Math.Min(s.Count, i + 12) && !s.IsMark(k, ';'); k++)
            if (Predicate(k) is { } found && (IsFlow(found) || IsNegative(found) || found.Meaning.Class == VerbClass.Shelter)) return found;
        return null;
    }

    // "of whom 99,000 are still in Moldova": where those told of before are now.
    private Draft? Staying(Quantity q, Quantity? previous)
    {
        // "Of the 89,000 people who have come, 44,000 people remain in the sites"
        var again = q.Noun == UnitClass.Person && s.Says(0, "of") && s.SaysAny(q.End, "remain", "remained") && DraftsBefore(q) is not null;
        if (q.Noun is not null && !again || (DraftOf(previous) ?? DraftsBefore(q) ?? context.LastFigure) is not { } those
            || those.Class is VerbClass.HousingDestroyed or VerbClass.HousingDamaged)
            return null;
        var i = q.End;
        if (s.Says(i, "of") && s.SaysAny(i + 1, "them", "whom", "which", "these", "those")) i += 2;
        // "some 900 of these are from Herat": where a part of them came from.
        if (s.Has(i, Cue.Originate) && s.Says(i + 1, "from") && (i > q.End || DraftsBefore(q) is not null)) return Inherit(q, those);
        // "640,000 come from the governorate" after 1.1 million who were driven out
        if (i == q.End && s.Has(i, Cue.Originate) && s.Says(i + 1, "from") && those == Before && q.Value < those.Quantity.Value)
        {
            var origin = Inherit(q, those);
            (origin.IsPart, origin.PredicateAt) = (true, -1);
            return origin;
        }

        // "61,000 gave Sinjar as their place of origin", "61,000 reported that their place of origin was Sinjar"
        if (s.SaysAny(i, "gave", "give", "named", "name", "reported", "report", "said", "cited") && s.Any(i + 1, i + 9, static (s, k) => s.Says(k, "origin"))
            && (those.Quantity.Value is null || q.Value < those.Quantity.Value))
        {
            var origin = Inherit(q, those);
            (origin.IsPart, origin.PredicateAt) = (true, -1);
            return origin;
        }

        if (!s.SaysAny(i, "are", "is", "were", "remain", "remains", "remained", "stay", "stayed")) return null;
        var at = i++;
        while (s.Is(i, Tag.Adverb) || s.Says(i, "left")) i++;
        var part = s.EndingAt(q.First, Tag.Include, out _) is not null || s.SaysAny(at - 1, "them", "whom", "these", "those");
        var there = s.SaysAny(i, "there", "here");
        if (!there && (!s.SaysAny(i, "in", "at", "inside", "with", "within", "on") || !s.IsWord(i + 1)) || s.Is(i, Tag.Predicate)
            || s.Is(at, Tag.Predicate) && !(part && s.Verb(at) is { Class: VerbClass.Population or VerbClass.Shelter or VerbClass.Trapped }))
            return null;
        if (!there && !s[i + 1].Capital && !s.Is(i + 1, Tag.Determiner) && !s.Is(i + 1, Tag.PlaceNoun)) return null;
        return new Draft { Quantity = q, Class = VerbClass.Shelter, Term = Term.Sheltered, PredicateAt = at, Parent = those, RoleScore = 0.8 };
    }

    // "displacement sites": an adjective of the place.
    private bool OfSites(Governor g) =>
        g.Meaning.Form == VerbForm.Noun && (s.Is(g.End, Tag.PlaceNoun) || s.Unit(g.End) is { Class: UnitClass.Site } || s.Has(g.End, Cue.Refuge));

    // "cut its estimate from A to B": A no longer stands.
    private bool Revised(Quantity q)
    {
        for (var i = Math.Max(0, q.First - 14); i < q.First; i++)
            if (s.Is(i, Tag.Retract)) return true;
        return false;
    }

    // "now puts the number at | 41,000"
    private bool NowPut(Quantity q) =>
        s.AnyBefore(q.First, 7,
            static (s, i) =>
                s.Says(i, "now") && (s.Has(i + 1, Cue.Putting) || s.SaysAny(i + 1, "accepts", "accept", "holds")
                    || s.Is(i + 1, Tag.Speech) || s.Has(i + 1, Cue.Speaking) || s.Is(i + 1, Tag.Counting)));

    // "which had spoken of | 52,000"
    private bool HadSaid(Quantity q) =>
        s.AnyBefore(q.First, 5,
            static (s, i) =>
                s.Says(i, "had") && (s.Is(i + 1, Tag.Speech) || s.Has(i + 1, Cue.Speaking) || s.Has(i + 1, Cue.Putting) || s.Has(i + 1, Cue.Earlier)));

    // "spoke of 15,000 at first; it took that back and now gives | 8,300"
    private bool TakenBack(int from, Quantity q) =>
        s.Any(from, q.First, static (s, i) =>
            s.Has(i, Cue.Withdrawing) || s.SaysAny(i, "dropped", "abandoned", "discarded", "scrapped", "disowned")
                || s.SaysAny(i, "took", "taken") && s.Any(i + 1, i + 4, static (s, k) => s.Says(k, "back")));

    // "then corrected this to | 7,890", "later cut the figure to": the number before no longer stands.
    private bool Corrects(Quantity q)
    {
        var i = LeadOf(q) - 1;
        if (!s.Says(i, "to")) return false;
        i--;
        while (s.Is(i, Tag.Weekday) || i > 0 && taken[i] || s.Is(i, Tag.Preposition)) i--;
        // "has been revised down to | 7,200", "corrected itself to"
        var down = s.SaysAny(i, "down", "up", "downwards", "upwards", "downward", "upward", "itself", "himself", "themselves") ? i - 1 : i;
        if (s.Is(down, Tag.Retract) && (down < i || s.Says(down - 1, "been"))) return true;
        if (!s.SaysAny(i, "this", "that", "it", "them") && !s.Has(i, Cue.Statement) && !s.Is(i, Tag.CountNoun)) return false;
        for (var k = i - 1; k >= Math.Max(0, i - 4) && !s.IsMark(k); k--)
            if (s.Is(k, Tag.Retract)) return true;
        return false;
    }

    // The noun of those of whom a place has the most: "the highest number of displaced people is in Karsa (18,300)", "the most IDPs"; or -1.
    private int Ranked(Quantity q)
    {
        var named = s.IsMark(q.First - 1, '(') && s.IsMark(q.End, ')') && (s.IsCapital(q.First - 2) || s.Says(q.First - 2, "displaced"));
        if (!named && !(s.IsMark(q.First - 1, ',') && q.Noun.IsHuman())) return -1;
        for (var i = q.First - 2; i > 0; i--)
        {
            if (!s.SaysAny(i, "highest", "largest", "greatest", "biggest") && !(s.Says(i, "most") && s.Says(i - 1, "the"))) continue;
            for (var k = i + 1; k < Math.Min(q.First, i + 7) && !s.IsMark(k); k++)
                if (s.SaysAny(k, "new", "newly", "daily")) return -1;
                else if (s.Says(k, "displaced") || s.Unit(k) is { Class: UnitClass.Idp }) return k;
        }

        return -1;
    }

    private bool NewlyDisplaced(Quantity q) =>
        s.Any(q.NounAt, q.End, static (s, i) => s.Says(i, "displaced"));

    // "1,500 evacuees | are now in the stadium": where they are.
    private bool AreAt(int be)
    {
        // "1,340 evacuees | in two halls"
        if (s.SaysAny(be, "in", "at") && s.IsCount(be + 1)
            && (s.Unit(be + 2) is { Class: UnitClass.Site } || s.Has(be + 2, Cue.Refuge))) return true;
        if (!s.Is(be, Tag.Be)) return false;
        var i = be + 1;
        while (s.Is(i, Tag.Adverb)) i++;
        return s.SaysAny(i, "in", "at", "inside", "with", "on", "there") && s.IsWord(i + 1) && !taken[i + 1];
    }

    // No verb governs it, but the noun says what they are: "5,000 IDPs in 12 camps".
    private Draft? Displaced(Quantity q)
    {
        var before = q.First - 1;
        while (before > 0 && s.Is(before, Tag.Determiner | Tag.Further | Tag.Approximately)) before--;
        if (!(s.Says(before, "with") && (s.IsMark(before - 1, ',') || q.Noun == UnitClass.Arrival))
            && !(s.Says(before, "for") && s.SaysAny(before - 1, "account", "accounts", "accounted", "accounting")) && s.Has(before, Cue.For)
            && before > 0 && !Assessed(before)
            && !InAddition(before) && !(s.Says(before, "to") && Changes(Math.Max(0, before - 3), before)))
        {
            q.Role = NumberRole.Other;
            return null;
        }

        // "there are 900 evacuated families in the town": how many there are.
        if (q.Noun is not (UnitClass.Returnee or UnitClass.Arrival) && ThereAre(q.First)) return Told(q, VerbClass.Shelter, Term.Displaced, q.NounAt, 0.7);
        if (q.Adjective is { Class: VerbClass.Move } && !q.NewlyMarked && !s.SaysAny(q.CoreEnd, "displaced", "uprooted", "internally")
            && !q.Adjective.Form.HasFlag(VerbForm.Ing) && q.Adjective.Form != VerbForm.Phrase)
            q.NewlyMarked = true;
        var (verb, term) = q.Noun switch
        {
            // "the hall had 978 evacuees asleep": those who are there.
            UnitClass.Evacuee =>
                s.SaysAny(q.End, "asleep", "sleeping", "inside", "there", "remain", "remained", "waiting")
                    || s.Is(q.End, Tag.Be) && s.SaysAny(q.End + 1, "waiting", "still") || AreAt(q.End) ? (VerbClass.Shelter, Term.Sheltered)
                    : (VerbClass.Move, Term.Evacuated),
            // "52,000 newly displaced in Masisi": driven out there, not come there.
            UnitClass.Arrival => (NewlyDisplaced(q) ? VerbClass.Move : VerbClass.Arrive, Term.Displaced),
            UnitClass.Returnee => (VerbClass.Back, Term.Returns),
            _ => q.NewlyMarked || q.Further && !s.Says(q.CoreEnd, "other")
                || q.Adjective?.Form.HasFlag(VerbForm.Ing) == true || FoundSince(q, before)
                // "a count of 9,000 displaced people from Sanda"
                || s.Says(before, "of") && s.SaysAny(before - 1, "count", "tally") && s.Says(q.End, "from") 
                ? (VerbClass.Move, Term.Displaced) : (VerbClass.Shelter, Term.Displaced),
        };
        return new Draft { Quantity = q, Class = verb, Term = term, PredicateAt = q.NounAt, RoleScore = 0.7 };
    }

    // "a survey is under way | for 900 IDPs": they are there, and nothing is given to them.
    private bool Assessed(int before) =>
        s.Says(before, "for") && s.Any(before - 5, before, static (s, i) => s.SaysAny(i, "assessment", "assessments", "survey", "surveys", "profiling"));

    // "has verified 17,520 displaced people since 17 October": those who came to be so since then.
    private bool FoundSince(Quantity q, int before)
    {
        if (q.Noun is not UnitClass.Idp && q.Adjective is not { Term: Term.Displaced } || !s.Has(before, Cue.Finding)) return false;
        return HasSpan(q.End);
    }

    private Draft? NoLonger(Quantity q)
    {
        var of = LeadOf(q) - 1;
        if (s.SaysAny(of, "of", "at")) of--;
        if (!s.Says(of, "longer") || !s.Says(of - 1, "no") || LastDraft is not { } now) return null;
        var before = Inherit(q, now);
        before.IsRetracted = true;
        return before;
    }

    // "was replaced by one of | 1,960": by a count.
    private bool InPlaceOf(Quantity q) => s.Says(q.First - 1, "of") && s.Says(q.First - 2, "one") && s.SaysAny(q.First - 3, "by", "to");

    // "up from 700 a day in March": the role of the number that it is set against.
    private Draft? Against(Number n)
    {
        var start = n.Q.First;
        while (s.Is(start - 1, Tag.Determiner)) start--;
        var rates = n.Q.Per is not null && n.Previous?.Per is not null && s.SaysAny(start - 1, "after", "from", "to");
        // "down significantly from the 4,100 registered last week"
        var changed = s.Says(start - 1, "from") && s.EndsWith(start - 2, "ly") && s.SaysAny(start - 3, "down", "up");
        if (s.EndingAt(start, Tag.Rise, out _) is null && !rates && !changed) return null;
        var spoken = s.Says(0, "that") || s.SaysAny(0, "this", "it") ? context.LastFigure : null;
        // "200 people a day, after 10,000 a day in May"
        if ((DraftOf(n.Previous) ?? spoken) is { } compared
            && (n.Candidates.Near is null || changed && n.Candidates.Near is { Meaning.Form: var form } && form.HasFlag(VerbForm.Participle)))
            return new Draft { Quantity = n.Q, Class = compared.Class, Term = compared.Term, Parent = compared, IsComparison = true, RoleScore = 0.7 };
        if (s.SaysAny(start - 1, "from", "on") && n.Previous is { Role: { } beside } && beside != NumberRole.Figure && DraftsBefore(n.Q) is null)
            n.Q.Role = beside;
        return null;
    }

    private Draft? BesideSource(Quantity q)
    {
        if (LastDraft is not { } told || !s.IsMark(q.First - 1, ',') && !s.IsMark(q.First - 1, ';') || !s.IsMark(q.First - 2, ')')) return null;
        if (!s.IsMark(q.End, '(') || !s.IsMark(q.End + 2, ')') && !s.IsMark(q.End + 3, ')') || !s[q.End + 1].Capital) return null;
        var beside = Inherit(q, told);
        (beside.IsTally, beside.PredicateAt, beside.Counter) = (true, -1, q.End);
        return beside;
    }

    private bool Decrease(Quantity q) => LeadOf(q) - 1 is var by && s.Says(by, "by") && s.Has(by - 1, Cue.Decrease);

    private bool InAddition(int to) => s.Says(to, "to") && s.Says(to - 1, "addition");
}
