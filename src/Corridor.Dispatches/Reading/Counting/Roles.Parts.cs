using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>
/// Whether a figure is a part of another one. A part is stored and does not count beside its whole. Everything that a sentence can say of it is
/// in one list; what only the numbers say (parts that add up to their whole) is in <see cref="Links"/>.
/// </summary>
internal sealed partial class Roles
{
    /// <summary>A figure that may be a part, and the figures told before it.</summary>
    /// <param name="D">The figure.</param>
    /// <param name="Here">The last figure before it in this sentence.</param>
    /// <param name="Told">That one, or the last of the sentences just before.</param>
    private sealed record Portion(Draft D, Draft? Here, Draft? Told)
    {
        public Quantity Q => D.Quantity;
    }

    /// <summary>The whole that a figure is a part of; the first line that names one decides.</summary>
    private static readonly Func<Roles, Portion, Draft?>[] Wholes =
    [
        // ", including 300 women", "among them some 400 children", "of whom another 900 came by boat".
        static (r, p) => p.Here is not null && r.Included(p.Q) ? p.Here : null,
        // "from Sanda 900, from Karsa 700" after a part: another one of the same whole.
        static (_, p) => p.D is { IsTally: false, IsComparison: false, Parent: { IsPart: true, Parent: { } all, Quantity.Share: null } } ? all : null,
        // "640 families (400 in Sanda, 240 in Karsa) fled": what stands in brackets is what the number before is made of.
        static (r, p) => r.BeforeBracket(p.Q),
        // "Among them, 12,800 went to the valley, while 3,000 reached the coast", "of whom 4,900 stay with kin and 1,300 in two schools": as long as
        // they fit into the whole.
        static (r, p) => p.Here is { IsPart: true, Parent: { Quantity.Value: { } sum } all } && r.OpensParts(p.Here.Quantity)
            && r.S.SaysAny(p.Q.First - 1, "while", "and") && p.Here.Quantity.Value + p.Q.Value <= sum ? all : null,
        // "1,400 of them", "2,000 of whom", "1,200 people of them".
        static (r, p) => r.OfThose(p.Q) ? p.Told : null,
        // "Of the 9,000, 3,000 went home", "Of 9,000 displaced, 2,100 are children".
        static (r, p) => p.Here is not null && p.Q.Noun is null && r.S.Says(0, "of") && r.drafts[0].Quantity.First <= 2 ? r.drafts[0] : null,
        // "1,210 movements were recorded: 1,059 arrivals and 151 departures": of which kind they were.
        static (r, p) => (p.Told is { IsPart: true } kind ? kind.Parent : p.Told) is { OfDeeds: true } all && p.Q.Value < all.Quantity.Value
            && r.S.SaysAny(p.D.PredicateAt, "arrivals", "departures", "returns") ? all : null,
        // "Of these, 96,000 fled", "This includes 7,000 children", "Among them were 1,200", "the remaining 700".
        static (r, p) => r.IncludedIn(p.Q),
        // "68,112 were displaced: 58,230 from A, 5,600 from B": what stands behind the colon is what the number before is made of.
        static (r, p) => !p.D.IsLabel && p.D.Parent is { } all && all == p.Here && r.Opens(p.Q.First - 1) && p.Q.Value < all.Quantity.Value ? all : null,
        // "9,100 people have fled, 4,600 from Sanda": of a number that has no such place of its own.
        static (r, p) =>
            p.D.Parent is { IsTally: false, IsComparison: false } all && all == p.Here
                && (r.OnlyOnePlaced(all, p.Q) || p.Q.Value < all.Quantity.Value && r.InShelter(p.Q)) ? all : null,
        // "4,000 people were moved, with 2,000 taken to the school": told of those before, unless it is more of them.
        static (r, p) => p.Here is { IsTally: false } all && !p.Q.Further && p.Q.Value < all.Quantity.Value && r.AsideWith(p.Q) ? all : null,
        // "11,900 people were uprooted, says IOM, 2,700 households in all": the same people by their other measure.
        static (r, p) => p.Here is not null && r.OtherMeasure(p.Here.Quantity, p.Q) ? p.Here : null,
        // "In the ninth district alone the figure is 61,000"
        static (r, p) => p.Told is { IsTally: false } all && p.Q.Value < all.Quantity.Value && r.AloneBefore(p.Q) ? all : null,
        // "8,600 came this week, 1,300 on Friday alone"
        static (r, p) => p.Here is { IsTally: false } all && p.Q.Value < all.Quantity.Value && r.Alone(p.Q) ? all : null,
    ];

    private void Part(Draft d)
    {
        if (d.IsPart || d.Quantity.Share is not null || d.Class is VerbClass.HousingDestroyed or VerbClass.HousingDamaged) return;
        var here = DraftsBefore(d.Quantity);
        var portion = new Portion(d, here, here ?? Before);
        foreach (var rule in Wholes)
            if (rule(this, portion) is { Class: not (VerbClass.HousingDestroyed or VerbClass.HousingDamaged) } whole)
            {
                (d.Parent, d.IsPart) = (whole, true);
                return;
            }

        // "300 of the 2,000 who fled have come to the town": told with all of them, which count.
        d.IsPart = d.Quantity.Whole is not null && d.Class is VerbClass.Move or VerbClass.Arrive;
    }

    private Draft? BeforeBracket(Quantity q)
    {
        var open = q.First - 1;
        while (open > 0 && q.First - open < 16 && !s.IsMark(open, '(') && !s.IsMark(open, ')')) open--;
        return s.IsMark(open, '(') && s.SaysAny(q.End, "in", "from", "at")
            ? drafts.Find(d => d.Quantity.End == open && q.Value < d.Quantity.Value) : null;
    }

    private bool OpensParts(Quantity first) =>
        s.SaysAny(0, "among", "of") && s.Has(1, Cue.OfThem) || s.Says(LeadOf(first) - 2, "of") && s.SaysAny(LeadOf(first) - 1, "whom", "which");

    private bool Included(Quantity q)
    {
        // "two hundred infants among them"
        if (s.EndingAt(q.First, Tag.Include, out _) is not null
            || s.IsMark(q.First - 1, ',') && s.Says(q.End, "among") && s.SaysAny(q.End + 1, "them", "these", "those")) return true;
        var i = q.First - 1;
        while (s.Is(i, Tag.Determiner | Tag.Further)) i--;
        return s.EndingAt(i + 1, Tag.Include, out _) is not null;
    }

    // "1,400 | of them"; in "uprooted 9,000 of whom 2,000 crossed" they are the whole.
    private bool OfThose(Quantity q)
    {
        var of = s.Says(q.CoreEnd, "of") ? q.CoreEnd : q.End;
        // "all 7,300 of those inside"
        if (!s.Says(of, "of") || !s.Has(of + 1, Cue.OfThem) || s.Says(q.First - 1, "all")) return false;
        if (s.SaysAny(of + 1, "whom", "which") && quantities.Exists(x => x.First > of + 1 && x.First <= of + 3)) return false;
        if (of == q.CoreEnd) q.End = Math.Max(q.End, of + 2);
        return true;
    }

    // The number before tells of no place behind a preposition that this one has: "fled, 4,600 | from Sanda"; not "fled to Sanda, 2,500 to Karsa".
    private bool OnlyOnePlaced(Draft all, Quantity q)
    {
        if (!s.SaysAny(q.End, "from", "to", "in", "at") || !s.IsMark(q.First - 1, ',') || q.Noun is not null || !(q.Value < all.Quantity.Value)) return false;
        var way = s.Words(q.End, q.End + 1);
        for (var i = Math.Min(all.Quantity.End, q.First); i < q.First; i++)
            if (s.Says(i, way) || s.Is(i, Tag.Weekday)) return false;
        return true;
    }

    private bool AsideWith(Quantity q)
    {
        var with = LeadOf(q) - 1;
        return s.Says(with, "with") && s.IsMark(with - 1, ',')
            && s.Verb(s.SaysAny(q.End, "becoming", "being") ? q.End + 1 : q.End) is { } verb
            && (verb.Form.HasFlag(VerbForm.Participle) || verb.Form.HasFlag(VerbForm.Ing) || verb.Form == VerbForm.Phrase);
    }

    private bool OtherMeasure(Quantity told, Quantity q)
    {
        if (told.Noun == q.Noun || !told.Noun.IsHuman() || told.Noun != UnitClass.Household && q.Noun != UnitClass.Household) return false;
        return (told.Noun == UnitClass.Household ? q.Value / told.Value : told.Value / q.Value) is >= 2 and <= 12
            && (s.IsMark(q.First - 1, '[') || s.Says(q.First - 1, "from") || s.Says(q.End, "in") && s.SaysAny(q.End + 1, "all", "total"));
    }

    private bool AloneBefore(Quantity q)
    {
        for (var i = q.First - 1; i > Math.Max(0, q.First - 7) && !s.IsMark(i); i--)
            if (s.Says(i, "alone")) return s[i - 1].Capital || s.Is(i - 1, Tag.PlaceNoun) || s.Unit(i - 1) is { Class: UnitClass.Site };
        return false;
    }

    private bool Alone(Quantity q)
    {
        for (var i = q.End; i < Math.Min(s.Count, q.End + 6) && !s.IsMark(i); i++)
            if (s.Says(i, "alone")) return taken[i - 1];
        return false;
    }

    private Draft? IncludedIn(Quantity q)
    {
        var before = DraftsBefore(q);
        if (s.SaysAny(0, "of", "among") && s.SaysAny(1, "these", "those", "them", "this", "that", "whom", "the") && before is null
            && (s.SaysAny(1, "these", "those", "them", "whom") && (s.IsMark(2, ',') || LeadOf(q) is 1 or 2) || s.Has(2, Cue.Numbers)))
            return Before;
        var end = q.First;
        while (end > 0 && (s.Is(end - 1, Tag.Determiner)
            || s.EndingAt(end, Tag.Approximately, out _) is not null && s.SaysAny(end - 1, "estimated", "some", "about", "roughly")))
            end--;
        // "including a convoy of 80 people"
        if (s.Says(end - 1, "of") && s.SaysAny(end - 2, "group", "total", "convoy") && s.Is(end - 3, Tag.Determiner)) end -= 3;
        // "These families, numbering 640 people, came": those told just before, by their other measure.
        if (before is null && q.Noun == UnitClass.Person && s.SaysAny(0, "the", "these", "those") && s.SaysAny(end - 1, "numbering", "totalling", "totaling")
            && s.IsMark(end - 2, ',') && Before is { Unit: CountUnit.Household } families && s.Unit(end - 3) is { Class: UnitClass.Household or UnitClass.Idp })
            return families;
        // "Among them were 1,200 unaccompanied children"
        if (s.Says(0, "among") && s.Is(end - 1, Tag.Be)) return before ?? Before;
        // "The remaining 700 went north", "the other 900": the rest of those told before; "the other 7,000" after 1,000 are more than those.
        if (s.SaysAny(q.First - 1, "remaining", "other") && s.Says(q.First - 2, "the") && (before ?? Before) is { } rest
            && (rest.IsPart || !(q.Value > rest.Quantity.Value)))
            return rest is { IsPart: true, Parent: { } sum } ? sum : rest;
        // "took 2,500 residents, with 400 children among them"
        if (before is not null && s.Says(end - 1, "with") && s.Says(q.End, "among") && s.SaysAny(q.End + 1, "them", "these")) return before;
        // "The tally does not | include 600 villagers"
        if (s.EndingAt(end, Tag.Include, out var at) is null || s.EndingAt(end, Tag.Exclude, out _) is not null) return null;
        if (before is not null) return before;
        // "This includes", "The figure includes": what was told in the sentence before.
        for (var i = 0; i < Math.Min(at, 5); i++)
            if (s.SaysAny(i, "this", "these", "that", "those", "it", "they", "majority", "most", "rest", "others") || s.Is(i, Tag.CountNoun)
                // "Arrivals continue daily, among them 80 families"
                || i == 0 && s.SaysAny(i, "arrivals", "departures", "returns") && Before?.Quantity.Value > q.Value) return Before;
        return null;
    }

    // "240 families, | six people each on average", "with an average of six members", "averaging six people"
    private bool SizeOfEach(Quantity q, Quantity? families)
    {
        if (families is not { Noun: UnitClass.Household or UnitClass.Idp or UnitClass.Refugee } || q.Value is not (> 1 and < 20)
            || q.Noun is not (null or UnitClass.Person)
            || q.First - families.End > 4 || !s.EndsWith(families.End - 1, "s")) return false;
        for (var i = families.End; i < q.First; i++)
            if (!s.IsMark(i, ',') && !s.Is(i, Tag.Approximately) && !s.SaysAny(i, "of", "with", "each", "averaging", "a", "an", "comprising", "having"))
                return false;
        if (!s.SaysAny(q.End, "each", "apiece", "on") && !(s.Says(q.End, "per") && s.Is(q.End + 1, Tag.Unit))
            && !s.Any(families.End, q.Core, static (s, i) => s.SaysAny(i, "average", "averaging", "each"))) return false;
        if (s.Says(q.End, "on") && !s.Says(q.End + 1, "average")) return false;
        families.Size = q.Value;
        return true;
    }

    // "That number leaves out the 4,000 villagers whom the group took along": those that a count told just before does not have.
    private Draft? LeftOut(Quantity q)
    {
        if (s.EndingAt(LeadOf(q), Tag.Exclude, out var at) is null || (DraftsBefore(q) ?? Before) is not { } told) return null;
        if (DraftsBefore(q) is null && !Enumerable.Range(0, at).Any(i => s.Is(i, Tag.CountNoun) || s.SaysAny(i, "it", "this", "that"))) return null;
        var draft = new Draft { Quantity = q, Class = told.Class, Term = told.Term, PredicateAt = -1, Parent = told, ExcludedFrom = "other" };
        for (var i = q.End; i < Math.Min(s.Count, q.End + 12) && !s.IsMark(i, ';'); i++)
            if (s.Verb(i) is { Class: VerbClass.ForcedBack, Form: not VerbForm.Noun }
                || s.Verb(i) is { Class: VerbClass.Move or VerbClass.Carry or VerbClass.Motion, Form: not VerbForm.Noun }
                && (Agent.Subject(s, i).Any(s, Armed) || s.SaysAny(i - 1, "group", "fighters", "they", "it") || s.Is(i + 1, Tag.Direction)
                    || s.SaysAny(i + 1, "back", "along")))
            {
                (draft.Class, draft.Term, draft.PredicateAt) = (VerbClass.ForcedBack, Term.MultipleOrOther, i);
                break;
            }

        return draft;
    }

    // "900 refugees (640 men, 200 women and 60 children)", "24 people aboard, six children, eight women and ten men"
    private Draft? Breakdown(Quantity q)
    {
        if (!s.Has(q.NounAt, Cue.KindOfPeople) || DraftsBefore(q) is not { } told || (told is { IsPart: true, Parent: { } all } ? all : told) is not { } whole
            || !(q.Value < whole.Quantity.Value) || whole.Quantity.First > q.First) return null;
        var bracket = s.IsMark(whole.Quantity.End, '(');
        if (!bracket && s.Has(whole.Quantity.NounAt, Cue.KindOfPeople)) return null;
        for (var i = told.Quantity.End; i < q.First; i++)
            if (s.IsMark(i, ')') || !bracket && !(s.IsMark(i) || s.SaysAny(i, "and", "including", "on", "board", "aboard", "of", "them", "whom"))) return null;
        var kind = Inherit(q, whole);
        kind.IsPart = true;
        return kind;
    }

    private Draft? PartByKind(Number n)
    {
        if ((n.Human || n.Q.Noun is null && s.SaysAny(n.Q.End, "in", "from", "at")) && IncludedIn(n.Q) is { } whole) return Inherit(n.Q, whole);
        if (n.Q.Noun is not null || (DraftsBefore(n.Q) ?? Before) is not { } all) return null;
        if (!(s.Says(n.Q.CoreEnd, "of") && s.SaysAny(n.Q.CoreEnd + 1, "them", "these", "those", "whom") ? AreKind(n.Q.CoreEnd) : Kind(n.Q.End))) return null;
        // "about 1,400 were children": of those told before.
        var part = Inherit(n.Q, all);
        part.IsPart = true;
        return part;
    }

    private Draft? IncludedInDeed(Quantity q)
    {
        // "sending residents into the forest, 900 of them by the council's guess"
        var ofThem = q.Noun is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "whom") && s.IsMark(q.First - 1, ',');
        // "households are being driven out: monitors had recorded 1,120 of them"
        ofThem |= q.Noun is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "these")
            && (s.Is(q.First - 1, Tag.Counting) || s.Has(q.First - 1, Cue.Finding));
        var included = s.EndingAt(q.First, Tag.Include, out var at) is not null;
        // "arrivals went on, with 640 people recorded on Friday"
        ofThem |= s.Says(LeadOf(q) - 1, "with") && s.IsMark(LeadOf(q) - 2, ',') && s.Is(q.End, Tag.Counting);
        if (!included && !ofThem || quantities.Exists(x => x.First < q.First && (x.Noun.IsHuman() || x.Noun is null && x.Role != NumberRole.Date))) return null;
        if (!included) at = q.First;
        for (var i = at - 1; i >= 0 && !s.IsMark(i, ';'); i--)
        {
            if (s.Unit(i) is { Class: UnitClass.Deaths or UnitClass.Injured or UnitClass.Combatants or UnitClass.Goods }) return null;
            if (Predicate(i) is { Meaning.Class: not VerbClass.Onward } deed
                && (IsFlow(deed) || deed.Meaning.Class == VerbClass.Carry && Within(i + 1, 4, "into", "out", "onto"))
                && VerbChain.Of(s, i, taken).Realis == Realis.Asserted)
                return new Draft { Quantity = q, Class = IsFlow(deed) ? deed.Meaning.Class : VerbClass.Move, Term = deed.Meaning.FigureTerm,
                    PredicateAt = i, RoleScore = 0.7 };
        }

        return null;
    }
}
