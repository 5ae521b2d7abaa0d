using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
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
        public bool Human => q.Noun.IsHuman();
        /// <summary>It counts people, or leaves its noun out.</summary>
        public bool MayBePeople => q.Noun is null || Human;
        /// <summary>The noun says by itself that they are displaced: "IDPs", "evacuees", "uprooted families".</summary>
        public bool DisplacedNoun =>
            q.Noun.IsDisplaced() || q.Adjective is { Class: VerbClass.Move or VerbClass.Shelter or VerbClass.Arrive };
        /// <summary>The words that may govern it, found when a rule first asks for them.</summary>
        public Candidates Candidates => candidates ??= roles.CandidatesOf(this);
        private Candidates? candidates;
    }

    /// <summary>Numbers that count no people, whatever their sentence tells.</summary>
    private static readonly Func<Roles, Number, Draft?>[] BeforePeople =
    [
        // "240 families, six people each on average": how many are in each.
        static (r, n) => Out(n, r.SizeOfEach(n.Q, n.Previous) ? NumberRole.Other : null),
        // "damaged 140 others" after "300 huts": of what was numbered before.
        static (r, n) => r.OthersOfKind(n.Q),
        // "in 2016", "aged 34", "Block 12", "40 km", "300 soldiers": the form or the noun says what it is.
        static (r, n) => Out(n, r.Inherent(n.Q)),
        // "sent 3,400 and 880 soldiers, respectively": the noun of the last.
        static (r, n) => Out(n, n.Q.Noun is null && r.LastOfList(n.Q) is { Noun: UnitClass.Combatants or UnitClass.Goods or UnitClass.Staff
            or UnitClass.Animals or UnitClass.Deaths or UnitClass.Injured }
            ? NumberRole.Other : null),
        // "Barangays 88 and 89": names.
        static (r, n) => Out(n, r.NextName(n) ? NumberRole.NamePart : null),
        // "some of the 35,000 inhabitants", "1.5 million of Gaza's 2.2 million": the whole that others are a part of.
        static (r, n) => Out(n, r.IsWhole(n) ? NumberRole.Population : null),
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
        static (r, n) => Out(n, r.S.Says(n.Q.End, "at") && r.S.Says(n.Q.End + 1, "a") && r.S.Says(n.Q.End + 2, "time") ? NumberRole.Other : null),
        // "9,000 villagers, possibly as many as 14,000", "9,000, and maybe up to 14,000": how far the number before may go.
        static (r, n) =>
            Out(n, n.Previous is { } low && n.MayBePeople && low.Noun.IsHuman() && r.S.IsMark(low.End, ',')
                && (r.S.Says(low.End + 1, "and") ? low.End + 2 : low.End + 1) is var may && n.Q.First - may <= 1 && n.Q.Value > low.Value
                && (r.S.SaysAny(may, "possibly", "perhaps", "maybe") || may == low.End + 1 && n.Q.Quantifier == Quantifier.AtMost) ? NumberRole.Other : null),
        // "For 560 read 650 people displaced": no longer held.
        static (r, n) => Out(n, r.Misprinted(n.Q) ? NumberRole.Other : null),
        // "900 fled, 310 more than last week": a difference.
        static (r, n) =>
            Out(n, n.Q.Further && n.Q.Noun is null && r.S.Says(n.Q.End, "than") && r.LastDraft is { IsTally: false, Class: VerbClass.Move or VerbClass.Arrive }
                ? NumberRole.Other : null),
        // "home before the war to 9,000 people": how many lived there.
        static (r, n) => Out(n, r.HomeTo(n) ? NumberRole.Population : null),
        // "the number of those fleeing was down by 1,000": so many fewer.
        static (r, n) => Out(n, r.Decrease(n.Q) ? NumberRole.Other : null),
        // "and 30 of them walked there" after soldiers: of those who are no figure.
        static (r, n) => Out(n, r.OfUncounted(n)),
        // "600 bakers fled": people, as only people can; "327,000 have come" after "one million Ukrainians": of the same country.
        static (r, n) => Out(n, r.Settle(n) ? null : NumberRole.Other),
        // "no new displacement": none of it.
        static (r, n) => n.Q.IsZero && n.Q.Noun is null ? r.Nothing(n.Q) : null,
        // "2,930 departures": the deed itself is counted.
        static (r, n) => n.Q.Noun is null ? r.Deeds(n.Q) : null,
        // "fled, and the government expects up to one million": more of those told before.
        static (r, n) => n.Q.Noun is null ? r.Expected(n.Q) : null,
        // "all but 300 of them have fled", "with 300 remaining there": those who stayed. "of every ten who fled": a measure.
        static (r, n) =>
            Out(n, r.WhoStayed(n.Q) ? NumberRole.Population
                : r.S.SaysAny(n.Q.First - 1, "every", "each") || r.OneIn(n.Q) || n.Index > 0 && r.S.Says(0, "each") ? NumberRole.Other : null),
        // "Of the 12 centres, 4 are in Karsa": of what is no people.
        static (r, n) => Out(n, n.Q.Noun is null && n.Previous is { Role: NumberRole.CountOfSites } sites && r.OfSites(n, sites)
            ? NumberRole.CountOfSites : null),
        // "one of the men", "several", "zero": no count.
        static (r, n) => r.OnlyPronoun(n.Q),
        // "24 people aboard, six children, eight women and ten men": those told before, by kind.
        static (r, n) => r.Breakdown(n.Q),
        // "New arrivals: Debaga 1,240; Khazir 330".
        static (r, n) => r.Listed(n.Q),
        // "Jordan 2, Wales 1": a number behind a name.
        static (r, n) => Out(n, r.BehindName(n.Q) ? NumberRole.NamePart : null),
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
            n.Q.Noun is null && r.LastOfList(n.Q) is { } last && last.Noun.IsHuman()
                && (r.Complement(last) ?? r.Chosen(new Number(r, last, n.Index))) is { } deed
                ? r.Governed(n, deed) : null,
        // "fighting accounted for 400 more"
        static (r, n) => n.MayBePeople ? r.AccountedFor(n.Q) : null,
        // "at about 2,000 a day, the outflow is twice what it was".
        static (r, n) => r.AtRate(n.Q),
        // "it had earlier given 11,300": another count of those told before.
        static (r, n) => n.Q.Noun is null && r.S.Has(n.Q.First - 1, Cue.Giving) ? r.Elliptic(n.Q) : null,
        // "IOM gives 73,656 for the same period".
        static (r, n) => r.SamePeople(n.Q) ? r.Tally(n.Q) : null,
        static (r, n) => n.Q.Noun is null && (r.AtEndOfChange(n.Q, "from") || r.AtEndOfChange(n.Q, "to")) ? r.Tally(n.Q) : null,
        // "The province with the most displaced people is Karsa (18,300), followed by Sanda (11,750)".
        static (r, n) => n.MayBePeople && r.Ranked(n.Q) is var noun and > 0 ? Told(n.Q, VerbClass.Shelter, Term.Displaced, noun, 0.7) : null,
        // "Displaced since 6 August: 1,370".
        static (r, n) => r.Labelled(n.Q),
        // "up from 700 a day in March": an earlier state of the number before.
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
        static (r, n) => n.DisplacedNoun && n.Human && r.WayTakenBy(r.LeadOf(n.Q) - 1)
            ? Told(n.Q, VerbClass.Move, Term.MultipleOrOther, r.LeadOf(n.Q) - 1, 0.65) : null,
        // "a displacement affecting 95,000 people": the deed, told of its people.
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
        static (r, n) => Out(n, r.OnlyTold(n.Q) ? NumberRole.Other : null),
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
        // "border guards counted 640 people", "found 640 families in the mosques": who counts them, and where.
        static (r, n) => r.CountedThere(n),
        // "militias say 3,000": noun and verb are those of what was told before.
        static (r, n) => r.Elliptic(n.Q),
        // "Families kept arriving. By dawn there were 1,300": what people did in the sentence before.
        static (r, n) => n.MayBePeople ? r.TakesUp(n.Q) : null,
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
        static (r, n) => n.Q.Noun == UnitClass.Housing ? r.DamageOf(n.Q) : null,
        // "Brought ashore: Monday 318; Tuesday 77": the heading or the first item of a list says what it counts.
        static (r, n) => r.InSeries(n),
        // "640 villagers galumphed across the fields": a verb that no table knows, and what else is told.
        static (r, n) => n.MayBePeople ? r.Voted(n) : null,
        // "none of the 900 people said to be waiting there had been seen": not so, where the sentence speaks of leaving.
        static (r, n) => n.Q.IsNone && n.Human ? r.NoneMoved(n.Q) : null,
        // No verb of its own, and nothing says that these are displaced.
        static (r, n) => Out(n, n.Q.Noun == UnitClass.Person && r.S.SaysAny(n.Q.NounAt, "residents", "inhabitants", "population")
            ? NumberRole.Population : NumberRole.Other),
    ];

    // No figure, by this role; null leaves the number to the next rule.
    private static Draft? Out(Number n, NumberRole? role)
    {
        n.Q.Role = role;
        return null;
    }

    // What this rule says is final: no further rule is asked.
    private static Draft? Decided(Number n, Draft? draft)
    {
        if (draft is null) n.Q.Role ??= NumberRole.Other;
        return draft;
    }
}
