using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>The rules that are asked of every number, in their order. The first that makes a figure of it, or gives it a role, decides.</summary>
internal sealed partial class Roles
{
    /// <summary>A number while it is read, and what several rules ask of it.</summary>
    private sealed class Number(Roles roles, Quantity q, int index)
    {
        public Quantity Q => q;
        public int Index => index;
        public Quantity? Previous => index > 0 ? roles.Quantities[index - 1] : null;
        /// <summary>It counts people, families or those displaced.</summary>
        public bool Human => Noun.IsHuman(q.Noun);
        /// <summary>It counts people, or leaves its noun out.</summary>
        public bool MayBePeople => q.Noun is null || Human;
        /// <summary>The noun says by itself that they are displaced: "IDPs", "evacuees", "uprooted families".</summary>
        public bool DisplacedNoun =>
            q.Noun is "idp" or "refugee" or "evacuee" or "arrival" or "returnee" || q.Adjective is { Name: "move" or "shelter" or "arrive" };
        /// <summary>The words that may govern it, found when a rule first asks for them.</summary>
        public Candidates Candidates => candidates ??= roles.CandidatesOf(this);
        private Candidates? candidates;
    }

    /// <summary>Numbers that count no people, whatever their sentence tells.</summary>
    private static readonly Func<Roles, Number, Draft?>[] BeforePeople =
    [
        // "240 families, six people each on average": how many are in each.
        static (r, n) => Out(n, r.SizeOfEach(n.Q, n.Previous) ? "other" : null),
        // "damaged 140 others" after "300 huts": of what was numbered before.
        static (r, n) => r.OthersOfKind(n.Q),
        // "in 2016", "aged 34", "Block 12", "40 km", "300 soldiers": the form or the noun says what it is.
        static (r, n) => Out(n, r.Inherent(n.Q)),
        // "sent 3,400 and 880 soldiers, respectively": the noun of the last.
        static (r, n) => Out(n, n.Q.Noun is null && r.LastOfList(n.Q) is { Noun: "combatants" or "goods" or "staff" or "animals" or "deaths" or "injured" }
            ? "other" : null),
        // "Barangays 88 and 89": names.
        static (r, n) => Out(n, r.NextName(n) ? "name_part" : null),
        // "some of the 35,000 inhabitants", "1.5 million of Gaza's 2.2 million": the whole that others are a part of.
        static (r, n) => Out(n, r.IsWhole(n) ? "population" : null),
    ];

    private static readonly Func<Roles, Number, Draft?>[] ShareRules = [static (r, n) => r.Share(n.Q, n.Index)];

    /// <summary>Numbers that may count people.</summary>
    private static readonly Func<Roles, Number, Draft?>[] Rules =
    [
        // "The number of dead - 52 by noon - may grow": the noun before the dash says what it counts.
        static (r, n) => Out(n, r.AsideOf(n.Q)),
        // "the number of displaced was corrected: not 21,000, as it wrote before, but 26,500".
        static (r, n) => n.Q.Noun is null ? r.PutRight(n.Q) : null,
        // "now speaks of 18,300 displaced and no longer of 26,000": what it said before.
        static (r, n) => n.Q.Noun is null ? r.NoLonger(n.Q) : null,
        // "40 people at a time": how many at once, and not how many.
        static (r, n) => Out(n, r.S.Says(n.Q.End, "at") && r.S.Says(n.Q.End + 1, "a") && r.S.Says(n.Q.End + 2, "time") ? "other" : null),
        // "9,000 villagers, possibly as many as 14,000", "9,000, and maybe up to 14,000": how far the number before may go.
        static (r, n) =>
            Out(n, n.Previous is { } low && n.Human | n.Q.Noun is null && Noun.IsHuman(low.Noun) && r.S.IsMark(low.End, ',')
                && (r.S.Says(low.End + 1, "and") ? low.End + 2 : low.End + 1) is var may && n.Q.First - may <= 1 && n.Q.Value > low.Value
                && (r.S.SaysAny(may, "possibly", "perhaps", "maybe") || may == low.End + 1 && n.Q.Quantifier == Quantifier.AtMost) ? "other" : null),
        // "900 fled, 310 more than last week": a difference.
        static (r, n) =>
            Out(n, n.Q.Further && n.Q.Noun is null && r.S.Says(n.Q.End, "than") && r.LastDraft is { IsTally: false, Class: "move" or "arrive" }
                ? "other" : null),
        // "home before the war to 9,000 people": how many lived there.
        static (r, n) => Out(n, r.HomeTo(n) ? "population" : null),
        // "the number of those fleeing was down by 1,000": so many fewer.
        static (r, n) => Out(n, r.Decrease(n.Q) ? "other" : null),
        // "and 30 of them walked there" after soldiers: of those who are no figure.
        static (r, n) => Out(n, r.OfUncounted(n)),
        // "600 bakers fled": people, as only people can; "327,000 have come" after "one million Ukrainians": of the same country.
        static (r, n) => Out(n, r.Settle(n) ? null : "other"),
        // "no new displacement": none of it.
        static (r, n) => n.Q.IsZero && n.Q.Noun is null ? r.Nothing(n.Q) : null,
        // "2,930 departures": the deed itself is counted.
        static (r, n) => n.Q.Noun is null ? r.Deeds(n.Q) : null,
        // "fled, and the government expects up to one million": more of those told before.
        static (r, n) => n.Q.Noun is null ? r.Expected(n.Q) : null,
        // "all but 300 of them have fled", "with 300 remaining there": those who stayed. "of every ten who fled": a measure.
        static (r, n) =>
            Out(n, r.WhoStayed(n.Q) ? "population"
                : r.S.SaysAny(n.Q.First - 1, "every", "each") || r.OneIn(n.Q) || n.Index > 0 && r.S.Says(0, "each") ? "other" : null),
        // "Of the 12 centres, 4 are in Karsa": of what is no people.
        static (r, n) => Out(n, n.Q.Noun is null && n.Previous is { Role: "count_of_sites" } sites && r.OfSites(n, sites) ? "count_of_sites" : null),
        // "one of the men", "several", "zero": no count.
        static (r, n) => r.OnlyPronoun(n.Q),
        // "24 people aboard, six children, eight women and ten men": those told before, by kind.
        static (r, n) => r.Breakdown(n.Q),
        // "New arrivals: Debaga 1,240; Khazir 330".
        static (r, n) => r.Listed(n.Q),
        // "Jordan 2, Wales 1": a number behind a name.
        static (r, n) => Out(n, r.BehindName(n.Q) ? "name_part" : null),
        // "800 patients, among them sixty newborns": of those who are no figure.
        static (r, n) => Out(n, r.AmongUncounted(n)),
        // "3,000 were registered as refugees": what they are called.
        static (r, n) => r.Called(n.Q),
        // "the camp, built for 5,000, had 9,700": who is in a camp is displaced.
        static (r, n) => r.InCamp(n.Q),
        // "83 centres are open with 3,700 families".
        static (r, n) => n.Human && r.InOpenSites(n) ? Stock(n.Q, r.LeadOf(n.Q) - 1) : null,
        // "refugees keep arriving, ranging from 700 to 800 a day".
        static (r, n) => n.MayBePeople && n.Q.Per is not null && r.S.SaysAny(n.Q.First - 1, "ranging", "averaging", "numbering") ? r.DeedBefore(n.Q) : null,
        // "saw 1,700, 820 and 390 residents leave in that order": the noun and the verb of the last are those of all.
        static (r, n) =>
            n.Q.Noun is null && r.LastOfList(n.Q) is { } last && Noun.IsHuman(last.Noun)
                && (r.Complement(last) ?? r.Chosen(new Number(r, last, n.Index))) is { } deed
                ? r.Governed(n, deed) : null,
        // "at about 2,000 a day, the outflow is twice what it was".
        static (r, n) => r.AtRate(n.Q),
        // "it had earlier given 11,300": another count of those told before.
        static (r, n) => n.Q.Noun is null && r.S.Has(n.Q.First - 1, Cue.Giving) ? r.Elliptic(n.Q) : null,
        // "IOM gives 73,656 for the same period".
        static (r, n) => r.SamePeople(n.Q) ? r.Tally(n.Q) : null,
        static (r, n) => n.Q.Noun is null && (r.AtEndOfChange(n.Q, "from") || r.AtEndOfChange(n.Q, "to")) ? r.Tally(n.Q) : null,
        // "The province with the most displaced people is Karsa (18,300), followed by Sanda (11,750)".
        static (r, n) => n.MayBePeople && r.Ranked(n.Q) is var noun and > 0 ? Told(n.Q, "shelter", "displaced", noun, 0.7) : null,
        // "Displaced since 6 August: 1,370".
        static (r, n) => r.Labelled(n.Q),
        // "up from 1,500 a day in February": an earlier state of the number before.
        static (r, n) => r.Against(n),
        // "gives 138,000 as the number who crossed": what is counted stands behind the number.
        static (r, n) => (n.Q.Noun is null || n.Human && r.S.SaysAny(r.LeadOf(n.Q) - 1, "gave", "gives", "given", "cited")) && r.Cataphora(n.Q) is not null
            ? r.Tally(n.Q) : null,
        // "That number leaves out 4,000 villagers whom the group took along": those that the count before does not have.
        static (r, n) => n.Human ? r.LeftOut(n.Q) : null,
        // "the death toll at 1,234 and the number of displaced at 61,000": a count comes before a verb further on.
        static (r, n) => n.Candidates.Bound ? r.Tally(n.Q) : null,
        // "another 5,000 could follow": more of those told before, and not yet.
        static (r, n) => r.Outlook(n.Q),
        // "that makes 21,900 since the town's capture": all of those told before.
        static (r, n) => n.Q.Noun is null && r.S.Says(n.Q.First - 1, "makes") && r.S.SaysAny(n.Q.First - 2, "that", "this", "which") ? r.Tally(n.Q) : null,
        // "of whom 99,000 are still in Moldova": where those told before are.
        static (r, n) => r.Staying(n.Q, n.Previous),
        // "half the town has left, some 11,000 people": set beside a clause without a number.
        static (r, n) => r.Apposed(n.Q) is { } told ? r.Governed(n, told) : null,
        // "allowed some of the 900 people displaced by the war to go back": what is said of all of them.
        static (r, n) =>
            r.PartOf(n.Q) && r.Near(n.Q, out var own) is { } deed && (own || r.IsAdjectival(n.Q, deed)) && (IsFlow(deed) || r.Moves(deed))
                ? r.Governed(n, deed) : null,
        // "forced 120 families to go back": who makes others do it names the deed after them.
        static (r, n) => r.Complement(n.Q) is { } deed ? r.Governed(n, r.SentBack(deed) ?? deed) : null,
        // "5,000 injured people": an adjective that no displacement overrules.
        static (r, n) => Out(n, r.ByAdjective(n)),
        // "registrations are estimated at 900 people in 11 camps": a count of deeds, wherever they are.
        static (r, n) => n.Human && r.S.Says(n.Q.First - 1, "at") && r.S.Has(n.Q.First - 2, Cue.Putting) && r.Chosen(n) is { Meaning.Form: VerbForm.Third }
            ? r.Tally(n.Q) : null,
        // "the trail taken by tens of thousands of refugees"
        static (r, n) => n.DisplacedNoun && n.Human && r.WayTakenBy(r.LeadOf(n.Q) - 1) ? Told(n.Q, "move", "multiple_or_other", r.LeadOf(n.Q) - 1, 0.65) : null,
        // "internal displacement affecting more than 95,000 people": the deed, told of its people.
        static (r, n) => n.Human ? r.Affecting(n.Q) : null,
        // "puts 900 people, including 310 children, at risk of eviction"
        static (r, n) => n.Human ? r.AtRisk(n.Q) : null,
        // "In addition to some 60,000 IDPs, 9,000 people fled": a clause of their own.
        static (r, n) => n.DisplacedNoun && n.Human && r.InAddition(r.LeadOf(n.Q) - 1) ? Decided(n, r.Displaced(n.Q)) : null,
        // "9,000 people fled": the word that governs it decides.
        static (r, n) => r.Chosen(n) is { } governor ? r.Governed(n, governor) : null,
        // "Soldiers fled; so did 3,000 civilians"
        static (r, n) => r.SoDid(n.Q),
        // "another 40,000 have been told to pack": told, and not gone.
        static (r, n) => Out(n, r.OnlyTold(n.Q) ? "other" : null),
        // "4,000 fled to A and 2,500 to B": one verb for the list.
        static (r, n) => r.Coordinated(n.Q, n.Previous),
        // "on Monday 2,000 people, on Tuesday 1,400 people".
        static (r, n) => n.Human && r.DraftOf(n.Previous) is { } before ? r.Gapped(n.Q, before) : null,
        // "bringing the total to 31,788".
        static (r, n) => r.Tally(n.Q),
        // "5,000 IDPs in 12 camps": the noun says what they are.
        static (r, n) => n.DisplacedNoun && n.Human ? Decided(n, r.Displaced(n.Q)) : null,
        // "900 migrants wait outside", "there are 300 migrants on the island": out of their country.
        // "3,000 villagers remain in a stadium": where nobody lives.
        static (r, n) => (r.S.Says(n.Q.NounAt, "migrants")
                || n.Human && r.S.SaysAny(n.Q.End, "remain", "remained") && r.S.Any(n.Q.End, n.Q.End + 6, static (s, i) => s.Has(i, Cue.Refuge)))
            && r.Present(n.Q) ? Stock(n.Q, n.Q.NounAt) : null,
        // "Polish border guards counted 640 people", "Turkey counted 640 Syrians": those who come.
        static (r, n) => n.Human && r.CountedComing(n.Q) ? Told(n.Q, "arrive", "displaced", r.LeadOf(n.Q) - 1, 0.65) : null,
        // "the relief ministry has logged 518 families at Habban": those who came there.
        static (r, n) => n.Q.Noun is "person" or "household" && r.ListedAt(n.Q) ? Told(n.Q, "arrive", "displaced", r.LeadOf(n.Q) - 1, 0.65) : null,
        // "counted 64 new households": those who have come.
        static (r, n) => n.Q.NewlyMarked && n.Q.Noun is "person" or "household" && r.NewlyCounted(n.Q) ? Told(n.Q, "arrive", "displaced", -1, 0.65) : null,
        // "found 640 families from Sinjar in the mosques": where they are.
        static (r, n) => n.Human && r.FoundIn(n.Q) ? Stock(n.Q, n.Q.End) : null,
        // "militias say 3,000": noun and verb are those of what was told before.
        static (r, n) => r.Elliptic(n.Q),
        // "Families kept arriving. By dawn there were 1,300": what people did in the sentence before.
        static (r, n) => n.MayBePeople ? r.TakesUp(n.Q) : null,
        // "the reception centre saw 3,240 people on Wednesday": who comes to it.
        static (r, n) => n.MayBePeople ? r.SeenComing(n.Q) : null,
        // "three corridors worked and 6,665 people used them".
        static (r, n) => n.MayBePeople ? r.UsedWayOut(n.Q) : null,
        // "This includes 7,000 children", "almost 10,000 of them are children": a part of those before.
        static (r, n) => r.PartByKind(n),
        // "new displacements were reported, including 3,000 in the east": of a deed that is told without a number.
        static (r, n) => n.MayBePeople ? r.IncludedInDeed(n.Q) : null,
        // "45,000 (OCHA), 70,000 (Jordan)": another count of the same.
        static (r, n) => n.Q.Noun is null ? r.BesideSource(n.Q) : null,
        // "300 through the gate at Adre": the way says that they moved.
        static (r, n) => n.MayBePeople ? r.OnTheWay(n.Q) : null,
        // "71,000 in tents at last count": where they are says what they are.
        static (r, n) => n.MayBePeople && r.InShelter(n.Q) ? Stock(n.Q, n.Q.End) : null,
        // "damage includes 67,875 houses".
        static (r, n) => n.Q.Noun == "housing" ? r.DamageOf(n.Q) : null,
        // "640 villagers galumphed across the fields": a verb that no table knows, and what else is told.
        static (r, n) => n.MayBePeople ? r.Voted(n) : null,
        // "none of the 900 people said to be waiting there had been seen": not so, where the sentence speaks of leaving.
        static (r, n) => n.Q.IsNone && n.Human ? r.NoneMoved(n.Q) : null,
        // No verb of its own, and nothing says that these are displaced.
        static (r, n) => Out(n, n.Q.Noun == "person" && r.S.SaysAny(n.Q.NounAt, "residents", "inhabitants", "population") ? "population" : "other"),
    ];

    // No figure, by this role; null leaves the number to the next rule.
    private static Draft? Out(Number n, string? role)
    {
        n.Q.Role = role;
        return null;
    }

    // What this rule says is final: no further rule is asked.
    private static Draft? Decided(Number n, Draft? draft)
    {
        if (draft is null) n.Q.Role ??= "other";
        return draft;
    }

    private Draft? OthersOfKind(Quantity q)
    {
        if (s.SaysAny(q.NounAt, "others")
            && quantities.FindLast(x => x.First < q.First && x.Noun is not null and not ("site" or "duration" or "distance" or "money"))
                is { Noun: { } kind } && kind is not ("deaths" or "injured" or "staff" or "occupation" or "unknown")) q.Noun = kind;
        return null;
    }

    // "240 families, | six people each on average", "with an average of six members", "averaging six people"
    private bool SizeOfEach(Quantity q, Quantity? families)
    {
        if (families is not { Noun: "household" or "idp" or "refugee" } || q.Value is not (> 1 and < 20) || q.Noun is not (null or "person")
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

    private bool NextName(Number n) =>
        n.Previous is { Role: "name_part" } previous && n.Q.Noun is null && n.Q.First == previous.CoreEnd + 1
        && (s.Says(n.Q.First - 1, "and") || s.IsMark(n.Q.First - 1, ','));

    // "300 of the 2,000", "217 out of 300 people": what others are a part of.
    private bool IsWhole(Number n) =>
        n.Previous is not null && s.Says(n.Q.First - 1, "of") && s.Says(n.Q.First - 2, "out") && !s.Is(n.Q.First - 3, Tag.Predicate)
            && (s.IsMark(n.Q.First - 3, '(') || n.Previous.End >= n.Q.First - 3)
        // "Of the town's 12,000 people 3,000 have left": those who left stand right behind.
        || n.Q.Noun is "person" or "household" && n.Index + 1 < quantities.Count && quantities[n.Index + 1] is { Noun: null } part
            && part.Value < n.Q.Value && FrontedOf(n.Q) && OnlyPlace(n.Q.End, LeadOf(part))
        || SizeOfPlace(n.Q)
        || PartOf(n.Q) && (n.Q.Noun is "idp"
            || !(Near(n.Q, out var own) is { } deed && (own || IsAdjectival(n.Q, deed)) && (IsFlow(deed) || Moves(deed))))
        || n.Previous is { } previous && (IsWholeOf(previous, n.Q) || DraftOf(previous)?.Quantity.Whole == n.Q && !HasOwnVerb(n.Q));

    // "| Of the town's 12,000 people", "said that | of the 900 families"
    private bool FrontedOf(Quantity q)
    {
        var of = q.First - 1;
        while (of > 0 && q.First - of < 6 && !s.Says(of, "of") && !s.IsMark(of)) of--;
        return s.Says(of, "of") && (of == 0 || of == 1 && s.Says(0, "out") || s.IsMark(of - 1) || s.SaysAny(of - 1, "that", "and", "but"));
    }

    // Nothing, or where they live: "in the town".
    private bool OnlyPlace(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (!(s.Is(i, Tag.Preposition | Tag.Determiner | Tag.PlaceNoun | Tag.Adverb) || s[i].Capital || s.Says(i, "only")))
                return false;
        return true;
    }

    // "our harbour town of two million inhabitants", "a valley of 12,000": how many live there.
    private bool SizeOfPlace(Quantity q)
    {
        var of = q.First - 1;
        while (s.Is(of, Tag.Approximately)) of--;
        // "Gori, with 50,000 inhabitants, is deserted"
        if (s.Says(of, "with") && s.IsMark(of - 1, ',') && s.IsMark(q.End, ',') && s.SaysAny(q.NounAt, "inhabitants", "residents")
            && s[of - 2].Capital)
            return true;
        return s.Says(of, "of") && s.Is(of - 1, Tag.PlaceNoun) && !IsCamp(of - 1) && !Collective(of) && !s.Has(of - 3, Cue.Emptying)
            && s.Is(of - 2, Tag.Determiner)
            && (q.Noun is null && !s.Is(q.End, Tag.Predicate) || q.Noun == "person") && !s.Is(of - 1, Tag.CountNoun);
    }

    // "1.5 million of Gaza's 2.2 million people": the second is the population that the first is taken from.
    private bool IsWholeOf(Quantity part, Quantity whole) =>
        part.Share is null && !part.IsPercent && part.Role is not "name_part" && whole.Noun is not "refugee" && part.Value < whole.Value
        && !InPlaceOf(whole) && (s.Says(part.CoreEnd, "of") || s.Says(part.End, "of") && whole.Noun is null && Noun.IsHuman(part.Noun))
            && whole.First - part.CoreEnd <= 5
        // "300 of the town's 900 people | fled": what the 300 did.
        && !(Near(whole, out var own) is { } near && (own || IsAdjectival(whole, near)))
        && !s.IsMark(whole.First - 1) && !Parted(part.CoreEnd + 1, whole.First);

    // "was replaced by one of | 1,960": by a count.
    private bool InPlaceOf(Quantity q) => s.Says(q.First - 1, "of") && s.Says(q.First - 2, "one") && s.SaysAny(q.First - 3, "by", "to");

    // "one of them and there are 300 people": another clause.
    private bool Parted(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.Is(i, Tag.Be | Tag.Have | Tag.Pronoun) || s.SaysAny(i, "and", "or", "but")) return true;
        return false;
    }

    // "some of the 35,000 inhabitants": how many there are, not how many of them.
    private bool PartOf(Quantity q)
    {
        var i = q.First - 1;
        while (s.Is(i, Tag.Determiner) || s.SaysAny(i, "estimated", "some")) i--;
        // "most of the camp's 12,000"
        if (i >= 0 && s[i].Kind == TokenKind.Possessive)
            while (i > 0 && q.First - i < 7 && !s.Says(i, "of") && !s.IsMark(i)) i--;
        return s.Says(i, "of") && i < q.First - 1 && s.Has(i - 1, Cue.PartOf);
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

    private string? AsideOf(Quantity q)
    {
        // "the town (population of 155,000)"
        if (s.Says(q.First - 1, "of") && s.Says(q.First - 2, "population") && (s.IsMark(q.First - 3, '(') || s.Says(q.First - 4, "of"))) return "population";
        // "Its population, 62,000 in July, has halved"
        if (q.Noun is null && s.IsMark(q.First - 1, ',') && s.Says(q.First - 2, "population")) return "population";
        if (q.Noun is not null || !s.IsDash(q.First - 1) && !s.IsMark(q.First - 1, '(')) return null;
        for (var i = q.First - 2; i >= Math.Max(0, q.First - 5) && s.IsWord(i) && !s.Is(i, Tag.Be); i--)
        {
            if (s.Find(i, Tag.Unit) is { Name: "deaths" or "injured" or "combatants" } counted) return counted.Name;
        }

        return null;
    }

    private Draft? DeedBefore(Quantity q)
    {
        for (var i = q.First - 2; i >= Math.Max(0, q.First - 16) && !s.IsMark(i, ';'); i--)
            if (Predicate(i) is { } deed && IsFlow(deed)) return Told(q, deed, i, 0.7);
        return null;
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
        var state = s.SaysAny(deed.At, "displacement") && s.SaysAny(deed.At - 1, "internal", "protracted");
        return Told(q, state ? "shelter" : deed.Meaning.Name, deed.Meaning.Detail, deed.At, 0.75);
    }

    private Draft? SoDid(Quantity q)
    {
        var did = LeadOf(q) - 1;
        if (!s.SaysAny(did, "did", "have", "had") || !s.SaysAny(did - 1, "so", "as") || q.Noun is not null && !Noun.IsHuman(q.Noun)) return null;
        for (var i = did - 2; i >= 0; i--)
            if (Predicate(i) is { Meaning.Form: not VerbForm.Noun } deed && (IsFlow(deed) || Moves(deed))) return Governed(new Number(this, q, 0), deed);
        return null;
    }

    private bool InAddition(int to) => s.Says(to, "to") && s.Says(to - 1, "addition");

    private bool InOpenSites(Number n)
    {
        var with = LeadOf(n.Q) - 1;
        if (!s.Says(with, "with") || s.Is(n.Q.End, Tag.Predicate) || n.Previous is not { Role: "count_of_sites" } sites || with - sites.End > 4) return false;
        for (var i = sites.End; i < with; i++)
            if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Adverb) && !s.SaysAny(i, "open", "opened", "operating", "operational", "active", "functioning")) return false;
        return true;
    }

    private bool HomeTo(Number n)
    {
        var to = n.Q.First - 1;
        if (!s.Says(to, "to") || !n.MayBePeople || n.DisplacedNoun) return false;
        for (var i = to - 1; i > to - 6 && i > 0 && !s.IsMark(i); i--)
            if (s.Says(i, "home")) return i < to - 1 && s.SaysAny(i + 1, "before", "until", "once", "normally", "usually") && !s.Is(i - 1, Tag.Predicate);
        return false;
    }

    private bool Decrease(Quantity q) => LeadOf(q) - 1 is var by && s.Says(by, "by") && s.Has(by - 1, Cue.Decrease);

    private string? OfUncounted(Number n) =>
        // "fighters numbering 5,000 left"
        n.Q.Noun is null && s.SaysAny(n.Q.First - 1, "numbering", "totalling", "totaling")
            && s.Find(n.Q.First - 2, Tag.Unit) is { Name: "combatants" or "animals" or "staff" } kind ? kind.Name == "combatants" ? kind.Name : "other"
        : n.Q.Noun is null && s.Says(n.Q.CoreEnd, "of") && s.SaysAny(n.Q.CoreEnd + 1, "them")
        && n.Previous is { Noun: not null and not "site" and not "duration", Role: "deaths" or "injured" or "combatants" or "missing" or "detained" } before
            ? before.Role
        : OfFighters(n.Q) ? "combatants" : null;

    // "The rebels, some 900 of them, fled", "the garrison, about 300 men,", "two hundred of the rebels", "80 members of the militia", "50 of his men"
    private bool OfFighters(Quantity q)
    {
        // "The rebels lost the town. Some 900 of them fled", "Of the rebels, 900 fled"
        if (context.Before.Others is not null && q.Noun is null && s.Says(q.CoreEnd, "of") && s.Says(q.CoreEnd + 1, "them")) return true;
        // "The herd was caught by the flood. Some 300 were driven uphill"
        if (context is { Before.Others: "animals", Distance: > 1 } or { Before.Others: "animals", LastFigure: null }
            && q.Noun is null && LeadOf(q) == 0) return true;
        if (q.Noun is null && s.Says(0, "of") && Fighters(2) && s.IsMark(3, ',') && LeadOf(q) == 4) return true;
        var comma = LeadOf(q) - 1;
        // "two brigades | with 5,000 men", "the column, | with 1,200 men,", "50 of his men"
        if (s.Says(q.NounAt, "men") && s.Says(comma, "with") && (s.IsMark(comma - 1, ',') ? comma - 2 : comma - 1) is var unit
            && (Fighters(unit) || s.SaysAny(unit, "column", "unit", "patrol", "convoy"))) return true;
        if (s.Says(q.NounAt, "men") && s.SaysAny(q.NounAt - 1, "his", "their") && s.Says(q.NounAt - 2, "of") && !s.Any(0, q.First, static (s, i) =>
            s.SaysAny(i, "families", "women", "villagers"))) return true;
        // "The soldiers fled; 300 crossed the river", "Soldiers held the bridge. Then 200 ran away": of those just told of.
        if (q.Noun is null && OfForceBefore(q)) return true;
        if (s.SaysAny(comma, "with", "numbering")) comma--;
        if (s.IsMark(comma, ',') && Fighters(comma - 1) && (q.Noun is null || s.SaysAny(q.NounAt, "men", "strong"))
            && (s.IsMark(q.End) || s.Says(q.End, "of") && s.Says(q.End + 1, "them") && s.IsMark(q.End + 2))) return true;
        var of = q.Noun is null ? q.CoreEnd : s.SaysAny(q.NounAt, "members", "men") ? q.End : -1;
        if (s.Says(of, "of") && s.SaysAny(of + 1, "its", "their") && s.Find(of + 2, Tag.Unit) is { Name: "staff" }) return true;
        return s.Says(of, "of") && (Fighters(of + 2) || s.SaysAny(of + 1, "his", "their") && s.Says(of + 2, "men"));
    }

    private bool OfForceBefore(Quantity q)
    {
        var lead = LeadOf(q);
        if (s.Says(0, "then") && lead == 1)
            return context is { Before: { Others: "combatants", Deed: null, Bidden: null, Moving: null } }
                && (context.Distance > 1 || context.LastFigure is null);
        if (!s.IsMark(lead - 1, ';') || s.SaysAny(q.End, "joined", "join")) return false;
        var force = s.Is(0, Tag.Determiner) ? 1 : 0;
        return (Fighters(force) || s.Says(force, "army") && s.Says(force + 1, "lost"))
            && !s.Any(force + 1, lead, static (s, i) => s.Find(i, Tag.Unit) is { } unit && Noun.IsHuman(unit.Name) && !s.Says(i, "men"));
    }

    private bool Fighters(int i) => s.Find(i, Tag.Unit) is { Name: "combatants" } || s.Has(i, Cue.Force) && !s.Says(i, "company");

    // Whether the number may count people or houses; on the way its noun and country are settled.
    private bool Settle(Number n)
    {
        if (n.Q.Noun is "unknown" or "occupation" && Uprooted(n.Q)) n.Q.Noun = "person";
        EveryDay(n.Q);
        // "from 5,000 to 1,700 a day": at the same rate.
        if (n.Q.Noun is null && s.Says(n.Q.First - 1, "from") && s.Says(n.Q.End, "to")
            && quantities.Find(x => x.First > n.Q.End && x.First <= n.Q.End + 2) is { Per: { } per }) n.Q.Per ??= per;
        if (n.Q.Noun is null && n.Previous is { Noun: "person" or "refugee", NounCountry: { } nation }) n.Q.NounCountry ??= nation;
        return n.MayBePeople || n.Q.Noun == "housing";
    }

    // "none of the town's 9,000 residents has left", "not one of the 300 families": the negation belongs to the number.
    private void NoneOf(Quantity q)
    {
        var i = q.First - 1;
        while (i > 0 && q.First - i < 6 && (s.IsWord(i) && !s.Says(i, "of") || s[i].Kind == TokenKind.Possessive)) i--;
        var one = s.Says(i - 1, "one") && s.SaysAny(i - 2, "not", "single");
        if (!s.Says(i, "of") || !(s.SaysAny(i - 1, "none", "neither") || one)) return;
        (q.First, q.IsNone) = (i - 1, true);
    }

    // "every day between 200 and 300 people cross": a rate, told before its number.
    private void EveryDay(Quantity q)
    {
        var i = q.First - 1;
        while (s.Is(i, Tag.Approximately) || s.IsMark(i, ',')) i--;
        // "30 families a night"
        if (q.Per is null && s.SaysAny(q.End, "a", "each", "every") && s.Says(q.End + 1, "night")) q.Per = "day";
        if (s.SaysAny(i - 1, "every", "each")) q.Per ??= Period.Of(s, i);
    }

    // "800 miners were displaced", "600 bakers fled": whoever they are, the verb leaves no doubt.
    private bool Uprooted(Quantity q)
    {
        if ((Left(q) ?? Right(q, q.End)) is not { Meaning: { Name: "move" } verb } governor) return false;
        // "the evacuation of 3,000 campers"
        if (verb.Form == VerbForm.Noun) return governor.At < q.First && (Agents(q.NounAt) || s.Says(q.NounAt, "victims")) && !OfOwnWill();
        if (OfOwnWill() || quantities.Exists(x => x.First > q.First && x.First < governor.At)) return false;
        // "640 patients fled"; those who are moved from ward to ward are none.
        if (q.Noun == "occupation") return verb is { Who: "subject", Detail: "forced_to_flee" };
        return verb.Who == "object" ? s.Has(governor.At, Cue.Uprooting) && (governor.At <= q.End || Passive(governor))
            : verb.Detail == "forced_to_flee" || Agents(q.NounAt);
    }

    // "campers", "vendors", "lobbyists": a plural that no table knows, of those who do something.
    private bool Agents(int noun) =>
        s.EndsWith(noun, "ers") || s.EndsWith(noun, "ors") || s.EndsWith(noun, "ists") || s.EndsWith(noun, "ians") || s.EndsWith(noun, "ants");

    private bool WhoStayed(Quantity q)
    {
        if (s.Says(q.First - 1, "but") && s.Says(q.First - 2, "all")) return true;
        // "the town has 1,150 people left in it"
        if (s.Is(LeadOf(q) - 1, Tag.Have) && s.Says(q.End, "left")
            && (Closes(q.End + 1) || s.SaysAny(q.End + 1, "in", "inside", "there", "out") && !s.Says(q.End + 1, "the"))) return true;
        var with = q.First - 1;
        while (s.SaysAny(with, "only", "just", "still") || s.Is(with, Tag.Approximately)) with--;
        // "with 300 remaining in six sites": in the shelters that others left.
        for (var i = q.End + 1; i < Math.Min(s.Count, q.End + 6) && !s.IsMark(i); i++)
            if (s.Find(i, Tag.Unit) is { Name: "site" } && !s.Is(i, Tag.SettlementNoun) || IsCamp(i)) return false;
        return s.Says(with, "with") && s.SaysAny(q.End, "remaining", "left", "staying", "still")
            && (q.End + 1 == s.Count || s.IsMark(q.End + 1) || s.SaysAny(q.End + 1, "there", "behind", "in", "inside", "at"));
    }

    // "Of the 12 centres, 4", "11 camps (10 in Sanda and 1 in Karsa)", "three new shelters, bringing the total to 9".
    private bool OfSites(Number n, Quantity sites)
    {
        var before = n.Q.First - 1;
        if (n.Index == 1 && s.Says(0, "of") && sites.First <= 2) return true;
        if (n.Q.Value < sites.Value && sites.Noun is not null && s.IsMark(before, '(') && sites.End == before) return true;
        if (sites.Noun is null && (s.Says(before, "and") || s.IsMark(before, ','))
            && quantities.Exists(x => x.Noun is "site" && x.Value > n.Q.Value)) return true;
        return n.Q.Value > sites.Value && s.Says(before, "to") && s.Is(before - 1, Tag.CountNoun) && !s.Is(LeadOf(sites) - 1, Tag.Preposition)
            && !quantities.Exists(x => x.First < n.Q.First && (Noun.IsHuman(x.Noun) || x.Role == "figure"));
    }

    // "one roof in | ten"
    private bool OneIn(Quantity q) => q.Noun is null && q.Value <= 20 && s.Says(q.First - 1, "in") && s.IsWord(q.First - 2) && s.Says(q.First - 3, "one");

    // A small number word without a noun is mostly a pronoun; at the head of a sentence it may speak of those told before.
    private Draft? OnlyPronoun(Quantity q)
    {
        // "One woman had fled": a person, and no count of people.
        var one = q.Value == 1 && s.Says(q.Core, "one") && s.Has(q.NounAt, Cue.OnePerson);
        // "nine of the 31 families": a count, as a part of another.
        var small = q.Noun is null && q.Value is < 10 && s.IsWord(q.Core)
            && !(q.Value > 1 && s.Says(q.CoreEnd, "of") && quantities.Exists(x => x.First > q.CoreEnd && x.First <= q.CoreEnd + 3 && Noun.IsHuman(x.Noun)));
        var few = q.Quantifier == Quantifier.Vague && q.Noun is null
            && (s.Says(q.Core, "several") && q.CoreEnd == q.Core + 1 || s.Says(q.Core, "a") && s.Says(q.Core + 1, "few") && q.CoreEnd == q.Core + 2);
        var none = q.Noun is null && (q.IsZero && !s.Is(q.CoreEnd, Tag.Unit) || s.Says(q.Core, "zero"));
        // "One of the IDPs said": a person as well.
        one |= q.Value == 1 && s.Says(q.Core, "one") && s.Says(q.CoreEnd, "of");
        if (!one && small && q.Core == 0 && Elliptic(q) is { } told) return told;
        if (one || small || few || none) q.Role = "other";
        return null;
    }

    // "That number leaves out the 4,000 villagers whom the group took along": those that a count told just before does not have.
    private Draft? LeftOut(Quantity q)
    {
        if (s.EndingAt(LeadOf(q), Tag.Exclude, out var at) is null || (DraftsBefore(q) ?? Before) is not { } told) return null;
        if (DraftsBefore(q) is null && !Enumerable.Range(0, at).Any(i => s.Is(i, Tag.CountNoun) || s.SaysAny(i, "it", "this", "that"))) return null;
        var draft = new Draft { Quantity = q, Class = told.Class, Term = told.Term, PredicateAt = -1, Parent = told, ExcludedFrom = "other" };
        for (var i = q.End; i < Math.Min(s.Count, q.End + 12) && !s.IsMark(i, ';'); i++)
            if (s.Find(i, Tag.Predicate) is { Name: "forced_back", Form: not VerbForm.Noun }
                || s.Find(i, Tag.Predicate) is { Name: "move" or "carry" or "motion", Form: not VerbForm.Noun }
                && (Agent.Subject(s, i).Any(s, Armed) || s.SaysAny(i - 1, "group", "fighters", "they", "it") || s.Is(i + 1, Tag.Direction)
                    || s.SaysAny(i + 1, "back", "along")))
            {
                (draft.Class, draft.Term, draft.PredicateAt) = ("forced_back", "multiple_or_other", i);
                break;
            }

        return draft;
    }

    private Draft? SeenComing(Quantity q)
    {
        var saw = LeadOf(q) - 1;
        if (!s.SaysAny(saw, "saw", "sees", "seen")
            || !(q.End >= s.Count || s.IsMark(q.End) || taken[q.End] || s.Is(q.End, Tag.Preposition)
            || s.SaysAny(q.End, "and", "yesterday", "today")) || OfOwnWill()) return null;
        for (var i = saw - 1; i >= Math.Max(0, saw - 7) && !s.IsMark(i); i--)
            if (IsCamp(i) || s.SaysAny(i, "reception", "screening", "crossing", "checkpoint", "border", "gate", "post", "berm"))
                return Told(q, "arrive", IsCamp(i) ? "in_relief_camp" : "displaced", saw, 0.65);
        return null;
    }

    private bool Present(Quantity q)
    {
        var i = q.End;
        while (s.Is(i, Tag.Be | Tag.Adverb)) i++;
        if (s.SaysAny(i, "wait", "waiting", "waited", "remain", "remained", "stay", "stayed", "camp", "camping")) i++;
        return (i > q.End || s.Is(LeadOf(q) - 1, Tag.Be) && s.Says(LeadOf(q) - 2, "there"))
            && s.SaysAny(i, "in", "on", "at", "outside", "inside", "near", "there");
    }

    private bool OnlyTold(Quantity q)
    {
        var i = q.End;
        while (s.Is(i, Tag.Helpers)) i++;
        return i > q.End && s.SaysAny(i, "told", "ordered", "advised", "warned", "asked") && s.Says(i + 1, "to");
    }

    private Draft? NoneMoved(Quantity q)
    {
        for (var i = 0; i < s.Count; i++)
            if (Predicate(i) is { Meaning: { Name: "move" or "arrive", Form: not VerbForm.Noun } } deed)
                return Told(q, deed, -1, 0.6);
        return null;
    }

    private bool BehindName(Quantity q)
    {
        var name = q.Core - 1;
        // "took in 640 people, Khazir 310": as much as a number of the list.
        var first = name;
        while (s.IsWord(first - 1) && s[first - 1].Capital) first--;
        if (s.Is(first - 1, Tag.Preposition)) first--;
        if (q.Value > 20 && LastDraft is { Class: "move" or "arrive" or "back" } && (s.IsMark(first - 1, ',') || s.Says(first - 1, "and"))
            && (Closes(q.End) || s.Is(q.End, Tag.Preposition) || s.Says(q.End, "and"))) return false;
        return q.Noun is null && name > 0 && s.IsWord(name) && s[name].Capital && s.IsNumber(q.Core) && !s[q.Core].Grouped && q.Value < 1000
            && !s.IsSmall(name) && !s.Is(name, Tag.Speech) && !s.Is(name, Tag.Approximately) && !s.Is(name, Tag.Further)
            && !s.Is(name, Tag.Month) && !s.Is(name, Tag.Weekday) && !s.Is(name, Tag.Predicate) && !IsSubjectAt(name, q);
    }

    // "in Dohuk 540 were put up in schools": so many, at that place; "in Hasansham 3 were" is one of some camps.
    private bool IsSubjectAt(int name, Quantity q) =>
        q.Value > 20 && s.Is(name - 1, Tag.Preposition) && !s.Is(name, Tag.PlaceNoun) && !s.Is(name, Tag.SettlementNoun)
            && s.Is(q.End, Tag.Helping);

    private string? AmongUncounted(Number n) =>
        n.Previous is { Noun: "staff" or "occupation" or "combatants" or "animals" or "cases", Role: { } kept } && kept != "figure"
        && s.EndingAt(n.Q.First, Tag.Include, out _) is not null ? kept : null;

    // "up from 1,500 a day in February": the role of the number that it is set against.
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
        if (s.SaysAny(start - 1, "from", "on") && n.Previous is { Role: { } beside } && beside != "figure" && DraftsBefore(n.Q) is null) n.Q.Role = beside;
        return null;
    }

    private string? ByAdjective(Number n) =>
        n.Q.Adjective is { Name: "deaths" or "injured" or "trapped" or "missing" or "detained" or "affected" or "in_need" } adjective
        && !(Chosen(n) is { } chosen && IsFlow(chosen)) ? adjective.Name : null;

    private bool CountedComing(Quantity q)
    {
        var verb = LeadOf(q) - 1;
        if (!s.Is(verb, Tag.Counting) || s.Is(verb, Tag.Speech) || OfOwnWill()
            || !Closes(q.End) && !taken[q.End] && !s.SaysAny(q.End, "at", "on", "entering", "in") && !s.Is(q.End, Tag.Adverb)) return false;
        for (var i = verb - 1; i >= Math.Max(0, verb - 5) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "border", "frontier") || q.NounCountry is { } people
                && (s.Find(i, Tag.Country) ?? s.Find(i, Tag.Demonym)) is { Detail: { Length: > 0 } land } && land != context.Land(people)) return true;
        return false;
    }

    private bool ListedAt(Quantity q)
    {
        var verb = LeadOf(q) - 1;
        if (!s.Has(verb, Cue.Finding) && !s.SaysAny(verb, "listed", "entered", "noted") || !s.SaysAny(q.End, "in", "at", "from", "on") || OfOwnWill()
            || !(s.IsCapital(q.End + 1) || s.Says(q.End, "on") && s.SaysAny(q.End + 1, "its", "their")) || Tells(Cue.Supplies) || Tells(Cue.Aid)
            || s.Any(q.End, s.Count, static (s, i) => s.SaysAny(i, "as", "for", "eligible"))) return false;
        return Caused() || context.Conflict || context.Disaster || s.Any(0, verb, static (s, i) =>
            s.SaysAny(i, "displacement", "displaced", "migration", "refugee", "refugees", "relief", "humanitarian"));
    }

    private bool FoundIn(Quantity q)
    {
        if (!s.SaysAny(LeadOf(q) - 1, "found", "met", "saw", "counted") || Near(q, out _) is not null) return false;
        for (var i = q.End; i < Math.Min(s.Count, q.End + 7) && !s.IsMark(i) && !s.Is(i, Tag.Predicate); i++)
            if (s.SaysAny(i, "in", "at", "on", "under")
                && (s.Has(i + 1, Cue.Refuge) || s.Is(i + 1, Tag.Determiner) && (s.Has(i + 2, Cue.Refuge) || s.Has(i + 3, Cue.Refuge)))) return true;
        return false;
    }

    private bool NewlyCounted(Quantity q)
    {
        var verb = LeadOf(q) - 1;
        return (s.Is(verb, Tag.Counting) || s.Has(verb, Cue.Finding) || s.Has(verb, Cue.Registering)) && !Tells(Cue.Supplies) && !Tells(Cue.Aid)
            && (context.Conflict || context.Disaster || Caused() || Within(q.End, 12, "from", "fleeing", "fled"));
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
        // "sending residents into the forest, 15,000 of them by the mayor's reckoning"
        var ofThem = q.Noun is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "whom") && s.IsMark(q.First - 1, ',');
        // "households are being driven out: monitors had recorded 1,120 of them"
        ofThem |= q.Noun is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "these")
            && (s.Is(q.First - 1, Tag.Counting) || s.Has(q.First - 1, Cue.Finding));
        var included = s.EndingAt(q.First, Tag.Include, out var at) is not null;
        // "arrivals went on, with 640 people recorded on Friday"
        ofThem |= s.Says(LeadOf(q) - 1, "with") && s.IsMark(LeadOf(q) - 2, ',') && s.Is(q.End, Tag.Counting);
        if (!included && !ofThem || quantities.Exists(x => x.First < q.First && (Noun.IsHuman(x.Noun) || x.Noun is null && x.Role != "date"))) return null;
        if (!included) at = q.First;
        for (var i = at - 1; i >= 0 && !s.IsMark(i, ';'); i--)
        {
            if (s.Find(i, Tag.Unit) is { Name: "deaths" or "injured" or "combatants" or "goods" }) return null;
            if (Predicate(i) is { Meaning.Name: not "onward" } deed && (IsFlow(deed) || deed.Meaning.Name == "carry" && Within(i + 1, 4, "into", "out", "onto"))
                && VerbChain.Of(s, i, taken).Realis == Realis.Asserted)
                return new Draft { Quantity = q, Class = IsFlow(deed) ? deed.Meaning.Name
                    : "move", Term = deed.Meaning.Detail, PredicateAt = i, RoleScore = 0.7 };
        }

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
            ? Told(q, "move", "displaced", on, 0.65) : null;
    }

    private Draft? DamageOf(Quantity q)
    {
        // "people were evacuated from 1,300 homes": those who live there.
        var from = LeadOf(q) - 1;
        if (s.Says(from, "from") && s.EndingAt(from, Tag.Predicate, out var left) is { Name: "move", Who: "object" } verb
            && verb.Form.HasFlag(VerbForm.Participle)) return Told(q, new Governor(verb, left, from - left), left, 0.7);
        // "made 3,100 dwellings uninhabitable"
        if (s.SaysAny(LeadOf(q) - 1, "made", "left", "rendered", "leaving", "making", "rendering")
            && s.SaysAny(q.End, "uninhabitable", "unlivable", "unliveable", "roofless"))
            return Told(q, "housing_destroyed", "uninhabitable_housing", q.End, 0.7);
        for (var i = q.First - 1; i >= Math.Max(0, q.First - 5) && !s.IsMark(i, ';'); i--)
        {
            if (!s.SaysAny(i, "damage", "damages", "destruction", "losses")) continue;
            var (name, term) = s.Says(i, "destruction") ? ("housing_destroyed", "destroyed_housing") : ("housing_damaged", "partially_destroyed_housing");
            return new Draft { Quantity = q, Class = name, Term = term, PredicateAt = i, RoleScore = 0.6 };
        }

        return null;
    }
}
