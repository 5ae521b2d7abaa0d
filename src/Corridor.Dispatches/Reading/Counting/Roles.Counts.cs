using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Numbers told of a count: "put the number of displaced at 60,000", "bringing the total to 31,788", "it had been 1,100".</summary>
internal sealed partial class Roles
{
    /// <summary>What is looked for before the number: the noun of the count, and what it counts.</summary>
    private sealed class Count
    {
        /// <summary>Token of the noun of the count, or -1.</summary>
        public int At { get; set; } = -1;
        public Governor? Role { get; set; }
        /// <summary>The number follows a verb of counting ("verified only 541,000").</summary>
        public bool Counting { get; init; }
        public bool Found => At >= 0;

        public bool Set(int at, Governor? role)
        {
            (At, Role) = (at, role);
            return true;
        }

        /// <summary>The nearest word that says what is counted stands; further ones do not change it.</summary>
        public void Suggest(Governor? role) => Role ??= role;
    }

    // A count of people, by the noun that says so or by what it is set beside.
    private Draft? Tally(Quantity q)
    {
        var from = IsFormerCount(q);
        var count = new Count { Counting = s.Is(q.First - 1, Tag.Counting) || s.SaysAny(q.First - 1, "only", "just") && s.Is(q.First - 2, Tag.Counting) };
        var (says, ofPronoun) = (OtherSays(q), OfPronoun(q));
        var again = count.Counting && (q.Noun is null || q.Pair is not null || SamePeople(q));
        if (!says && !again && !from && !ofPronoun && !AtEndOfChange(q, "to") && !Introduced(q)
            || LastDraft is not null && s.Says(q.First - 1, "of") && SpeakingAt(q.First - 2) >= 0)
            return null;
        // "gives 9,980 families for the same period": of those told before, whoever the names of bodies speak of.
        if (!SamePeople(q) && !(ofPronoun && LastDraft is { Class: "move" or "arrive" })) FindCount(q, count);
        var pronoun = says || ofPronoun || again && (LastDraft is not null || SamePeople(q));
        var brought = IsBroughtTo(q);
        if (!count.Found && !pronoun && !brought && !from && !IsSecondEnd(q)) return null;
        if (count is { Found: true, Role: null } && LastDraft is null) count.Role = DeedReported(count.At);
        if (count.Role is not null)
        {
            var counted = Counted(q, count.Role, from);
            counted?.IsBroughtTo = brought;
            return counted;
        }

        // "People have fled for weeks; that makes 640": of a deed that was told without a number.
        if (LastDraft is null && context.LastFigure is null && pronoun && ToldDeed(q.First) is { } told)
            return new Draft { Quantity = q, Class = told.Name, Term = told.Detail, PredicateAt = -1, IsTally = true, RoleScore = 0.65 };
        if ((LastDraft ?? context.LastFigure) is not { Class: not ("housing_destroyed" or "housing_damaged") } parent) return null;
        // "900 cross each day; in spring it was a hundred": at the same rate.
        if (pronoun && !says && !OnDay(q)) q.Per ??= parent.Quantity.Per;
        if (!pronoun && LastDraft is null && !count.Found) return null;
        return new Draft
        {
            Quantity = q, Class = parent.Class, Term = parent.Term, PredicateAt = -1, IsTally = !pronoun || parent.IsTally, Parent = parent,
            IsBroughtTo = brought,
            // "The number has fallen from 4,900 this morning": what it was before the sentence before.
            IsComparison = from && !Revised(q) && LastDraft is null && !Onward(q.End), IsRetracted = from && Revised(q), RoleScore = 0.75,
        };
    }

    // "fallen from | 4,900", "fallen to 6,100 from a peak of | 22,000"
    private bool IsFormerCount(Quantity q) =>
        s.Says(q.First - 1, "from") || AtEndOfChange(q, "from")
            || s.Says(q.First - 1, "of") && s.SaysAny(q.First - 2, "peak", "high", "low", "record", "maximum")
                && (s.Says(q.First - 3, "from") || s.Says(q.First - 4, "from"));

    // "...; the state's own agency says | 2 million"
    private bool OtherSays(Quantity q) =>
        s.Is(q.First - 1, Tag.Speech) && q.Noun is null && LastDraft is { IsTally: true } && (q.End >= s.Count || s.IsMark(q.End));

    // "bringing to | 9,200 those whom the division has taken in", "bringing the year to | 88,000": of the deed before, whatever is said of them.
    private bool IsBroughtTo(Quantity q)
    {
        var to = WordBefore(q);
        if (LastDraft is null || !s.Says(to, "to")) return false;
        return Brings(s, to - 1) || s.Says(to - 1, "brings")
            || (s.Is(to - 1, Tag.TimeUnit | Tag.Month) || s.EndsWith(to - 1, "year")) && s.AnyBefore(to - 1, 4, Brings);
    }

    private static bool Brings(Sentence s, int i) => s.SaysAny(i, "bringing", "raising", "lifting", "taking", "pushing", "swelling");

    // "from 2,200 on Monday to | 5,600": the second end of a change.
    private bool IsSecondEnd(Quantity q) =>
        s.Says(q.First - 1, "to") && LastDraft is { } first && (first.IsRetracted || first.IsTally && s.Says(first.Quantity.First - 1, "from"));

    // "new displacements are reported from the east, with | estimates surpassing 130,000 people": of the deed told before.
    private Governor? DeedReported(int count)
    {
        for (var i = count - 1; i >= Math.Max(0, count - 26) && !s.IsMark(i, ';'); i--)
            if (Predicate(i) is { Meaning: { Form: VerbForm.Noun, Name: "move" or "arrive" } } deed && !OfSites(deed) && !InName(i)) return deed;
        return null;
    }

    // "not 21,000, as it wrote before, | but 26,500": both of the count told before them.
    private Draft? PutRight(Quantity q)
    {
        var wrong = s.Says(LeadOf(q) - 1, "not");
        if (!wrong && !s.Says(LeadOf(q) - 1, "but")) return null;
        var first = q;
        foreach (var other in quantities)
            if (other != q && other.Noun is null && s.Says(LeadOf(other) - 1, wrong ? "but" : "not") && other.First > q.First == wrong) first = other;
        if (first == q) return null;
        var count = new Count();
        FindCount(wrong ? q : first, count);
        if (count is not { Found: true, Role: { } role } || Counted(q, role, from: false) is not { } draft) return null;
        (draft.IsRetracted, draft.IsComparison) = (wrong, false);
        return draft;
    }

    // "on Sunday alone it was 2,300": of one day, whatever the rate before.
    private bool OnDay(Quantity q)
    {
        for (var i = q.First - 1; i >= 0 && !s.IsMark(i); i--)
            if (taken[i] && s.Is(i, Tag.Weekday)) return true;
        return false;
    }

    private Meaning? ToldDeed(int before)
    {
        for (var i = before - 1; i >= 0; i--)
            if (Predicate(i) is { Meaning.Form: not VerbForm.Noun } deed && IsFlow(deed)
                && VerbChain.Of(s, i, taken) is { Realis: Realis.Asserted, Finite: true }) return deed.Meaning;
        return context.Before.Deed;
    }

    private bool Introduced(Quantity q) =>
        q.First == 0 || s.Says(q.End - 1, "mark") || s.Has(q.First - 1, Cue.Linking) || s.Has(WordBefore(q), Cue.Linking) || s.SaysAny(q.First - 1, "\"", ":")
            || s.EndingAt(q.First, Tag.Approximately, out _) is not null || s.Has(q.First, Cue.Passing)
            || q.First < q.Core && (s.Has(q.First - 1, Cue.Changing) || s.SaysAny(q.First - 1, "it", "them", "this") && s.Has(q.First - 2, Cue.Putting));

    // "puts it at 900", "it had been 900", "that makes 900": of what was told before.
    private bool OfPronoun(Quantity q) => IsPut(q) || IsWhatItWas(q) || IsMade(q) || IsOnRegister(q);

    // "puts it at | 900", "put it nearer | 200,000"
    private bool IsPut(Quantity q) =>
        s.Says(q.First - 1, "at") && s.SaysAny(q.First - 2, "them", "it", "this", "that") && s.Has(q.First - 3, Cue.Putting)
            || q.First < q.Core && s.SaysAny(q.First - 1, "them", "it", "this") && s.Has(q.First - 2, Cue.Putting);

    // "it had been | 900"
    private bool IsWhatItWas(Quantity q) =>
        WordBefore(q) is var be && s.SaysAny(be, "been", "was", "is") && (s.Says(be - 1, "it") || s.Says(be - 2, "it"));

    // "that makes | 900", ", making | 900", "makes it | 900"
    private bool IsMade(Quantity q) =>
        s.SaysAny(q.First - 1, "makes", "made") && s.SaysAny(q.First - 2, "that", "this", "which")
            || s.Says(q.First - 1, "making") && s.IsMark(q.First - 2, ',') && q.Noun is null
            || s.Says(q.First - 1, "it") && s.SaysAny(q.First - 2, "making", "makes");

    // "has registered those who came since May; the register now stands at | 900"
    private bool IsOnRegister(Quantity q) =>
        s.Says(q.First - 1, "at") && s.SaysAny(q.First - 2, "stands", "stood")
            && s.AnyBefore(q.First - 2, 3, static (s, i) => s.SaysAny(i, "register", "roll", "list", "ledger") && s.Is(i - 1, Tag.Determiner));

    private Draft? Counted(Quantity q, Governor role, bool from)
    {
        // The noun phrase "displaced people in X" is a stock; "the number of displaced" alone is told as a flow.
        if (role.Meaning.Name == "move" && NamesThem(role.At) && (InPlace(role.At, q.First) || AllThere(role.At, q)) && !SoFar(role.At, q.End + 2))
            role = role.As("shelter");
        // "the number of people displaced has grown from 64,000 to 91,000", "still displaced": how many there are at a time.
        if (role.Meaning.Name == "move" && !SoFar(role.At, q.First) && s.SaysAny(role.At, "displaced", "uprooted", "idps")
            && (Grows(role.At, q, from) || s.SaysAny(role.At - 1, "still", "remain", "remains", "currently"))) role = role.As("shelter");
        // "the total sheltering since 4 May": all who came since.
        if (role.Meaning.Name == "shelter" && s.Says(role.End, "since")) role = role.As("move");
        // "the number of repatriated refugees": of those who are back.
        if (s.Find(role.At - 1, Tag.Predicate) is { Name: "back" } back && back.Form.HasFlag(VerbForm.Participle) && s.Is(role.At, Tag.Unit))
            role = role.As("back", "returns");
        // "the number of those taken away from the border"
        if (role.Meaning.Name is "carry" or "motion") role = role.As("move");
        if (role.Meaning.Name is not ("move" or "arrive" or "shelter" or "back" or "onward" or "forced_back"))
        {
            q.Role = RoleName(role.Meaning.Name);
            return null;
        }

        if (q.Noun is not null && !Noun.IsHuman(q.Noun)) return null;
        // "Daily departures rose to 4,000"
        q.Per ??= Period.Each(s, role.At - 1);
        var revised = Revised(q);
        return new Draft
        {
            Quantity = q, Class = role.Meaning.Name, Term = role.Meaning.Detail is { Length: > 0 } term ? term : "displaced", PredicateAt = role.At,
            IsTally = true, Parent = LastDraft ?? context.LastFigure, IsRetracted = from && revised,
            IsComparison = from && !revised && (Onward(q.End) || LastDraft is { IsTally: true } && !IsDeed(role.At)), RoleScore = 0.85,
        };
    }

    // "the cumulative number of IDPs", "the number of IDPs since 17 October": of a flow.
    private bool SoFar(int noun, int to)
    {
        for (var i = Math.Max(0, noun - 6); i < Math.Min(s.Count, to); i++)
            if (s.SaysAny(i, "cumulative", "since")
                || s.Says(i, "from") && s.Says(i + 1, "the") && s.SaysAny(i + 2, "beginning", "start", "outset")) return true;
        return false;
    }

    // The count goes from one number to another, or doubles; corrected, it does not.
    private bool Grows(int noun, Quantity q, bool from)
    {
        if (Revised(q)) return false;
        var (changes, opened) = (false, false);
        for (var i = noun + 1; i < q.First; i++)
        {
            changes |= s.Has(i, Cue.Changing);
            opened |= s.Says(i, "from") && NumberAt(i + 1);
        }

        return changes && (from || AtEndOfChange(q, "to") || opened && s.Says(WordBefore(q), "to"));
    }

    // "from March (| 52,000) to June (98,000)"
    private bool AtEndOfChange(Quantity q, string way)
    {
        if (!s.IsMark(q.First - 1, '(') || !s.IsMark(q.End, ')') || q.First < 3 || !taken[q.First - 2] && !s.Is(q.First - 2, Tag.Month)) return false;
        var i = q.First - 2;
        while (i > 0 && (taken[i] || s.Is(i, Tag.Month))) i--;
        return s.Says(i, way);
    }

    // Asked of every word before a count, so without a closure.
    private bool NumberAt(int lead, bool alone = false)
    {
        foreach (var q in quantities)
            if (LeadOf(q) == lead && !(alone && q.Noun is not null)) return true;
        return false;
    }

    // "internally displaced | persons", "the | displaced in Sanda": a noun, and no deed.
    private bool NamesThem(int i) =>
        (s.Find(i, Tag.Unit) ?? s.Find(i - 1, Tag.Unit)) is { Name: "idp" or "refugee" or "evacuee" }
        || s.Says(i, "displaced") && (s.Is(i - 1, Tag.Determiner) || s.Is(i - 1, TokenKind.Possessive))
            && s.SaysAny(i + 1, "in", "at");

    /// <summary>The nouns that are counts, asked of each word from the number back to the start of its clause; the first that holds ends the search.</summary>
    private static readonly Func<Roles, Quantity, Count, int, bool>[] Counts =
    [
        // "put the exodus from Sinja at 60,000": the noun itself is counted.
        static (r, q, c, i) => r.PutDeed(q, i) is { } deed && c.Set(i, deed),
        // "put the dead at 120 and the displaced at 9,400"
        static (r, q, c, i) => r.PutPeople(q, i) is { } people && c.Set(i, c.Role ?? people),
        // "Arrivals at the camp rose to 12,000 from 4,000": the deeds are the count.
        static (r, q, c, i) => c.Role?.At == i && r.CountsDeeds(q, c.Role) && c.Set(i, c.Role),
        // "the camp's population has grown to 31,000", "the IDP population stands at 878,000"
        static (r, _, c, i) => r.PopulationOfCamp(i) is { } there && c.Set(i, there),
        // "a doubling of the uprooted of the valley to 64,000"
        static (r, q, c, i) => c.Role is not null && r.IncreaseOf(q, i)
            && c.Set(i, r.S.Find(c.Role.At, Tag.Unit) is { Name: "idp" or "refugee" } ? c.Role.As("shelter") : c.Role),
        // "the number of displaced", "the death toll", "figures of 5,000"
        static (r, q, c, i) => r.CountNoun(q, c, i),
    ];

    private void FindCount(Quantity q, Count count)
    {
        var ended = false;
        for (var i = q.First - 1; !ended && i >= Math.Max(0, q.First - 40) && !s.IsMark(i, ';'); i--)
        {
            // "the number displaced by the attack, in which 86 died, exceeds 21,000": what an insertion tells is not counted.
            if (s.IsMark(i, ',') && Relative(i) is var open and > 0)
            {
                i = open;
                continue;
            }

            // "IOM gives": who counts gives nothing to those counted. "internally | displaced persons": the noun begins before.
            // "the exodus has | crossed 17,000", "has gone | past 17,000": what the count does.
            if (i >= q.First - 1 && s.Has(i, Cue.Passing) || s.Says(i, "gone") && s.Says(i + 1, "past")) continue;
            if (count.Counting && i == q.First - 1 || s.Says(i, "displaced") && s.Find(i - 1, Tag.Unit) is { Name: "idp" }) continue;
            count.Suggest(WhatIsCounted(i));
            foreach (var rule in Counts)
                if (ended = rule(this, q, count, i)) break;
        }

        if (!count.Found && PutBetween(q) is { } between) count.Set(between.At, between);
        if (!count.Found && (Cataphora(q) ?? EndOfChange(q)) is { } ahead) count.Set(q.End, ahead);
    }

    // "reduced from 180,000 | to 153,000 its figure for those evacuated": what is counted stands behind the second end of the change.
    private Governor? EndOfChange(Quantity q) =>
        s.Says(q.First - 1, "from") && s.Says(q.End, "to") && quantities.Find(x => x.First > q.End && x.First <= q.End + 2) is { } end ? Cataphora(end) : null;

    // Words that say what a count counts: a deed, a noun of those displaced, or what keeps it out.
    private Governor? WhatIsCounted(int i)
    {
        // "the number of people there", "the Red Cross"
        if (s.Says(i, "there") && s.Find(i - 1, Tag.Unit) is { Name: "person" or "household" }) return Counted("shelter", i);
        if (InName(i)) return null;
        // "displaced by flash floods", "by clashes": who or what drove them out.
        if ((s.Is(i, Tag.Cause) || s.Find(i, Tag.Unit) is { Name: "combatants" or "cases" })
            && s.Any(i - 3, i, static (s, k) => s.Says(k, "by"))) return null;
        // "the number of civilians left there": who stayed.
        if (s.Says(i, "left") && s.Is(i - 1, Tag.Unit) && s.SaysAny(i + 1, "there", "in", "inside", "behind", "at", "on", "within"))
            return new Governor(new Meaning(Tag.Predicate, "population"), i, 1);
        // "the number in the shelters dropped from 900 to 640": how the count changed.
        if (s.SaysAny(i + 1, "from", "to", "by", "at") && !s.SaysAny(s.Is(i - 1, Tag.Have) ? i - 2 : i - 1, "who", "that", "they")
            && (s.Has(i, Cue.Changing) || s.Find(i, Tag.Predicate) is { Who: "subject" } && NumberAt(i + 2))) return null;
        if (Predicate(i) is { } verb && !OfSites(verb) && !OnlyNoun(verb)
            // "arrivals in the province of Karsa rose to 900": where they are; "the number living in the city of Karsa" are its people.
            && !(verb.Meaning is { Name: "population", Form: VerbForm.Phrase } && s.Is(i, Tag.PlaceNoun) && verb.End < s.Count && s[verb.End].Capital
                && !s.Any(i - 6, i, static (s, k) => s.SaysAny(k, "living", "live", "lives", "lived", "residing", "inhabiting")))
            && !(s.SaysAny(i, "reach", "reaching") && NumberAt(i + 1, alone: true))
            && !(s.SaysAny(i, "reached", "reaches", "hit", "put") && !s.SaysAny(i - 1, "who", "that") && !s.SaysAny(i - 2, "who", "that"))
            && (verb.Meaning.Form != VerbForm.Past || verb.Meaning.Form.HasFlag(VerbForm.Participle) || s.SaysAny(i - 1, "who"))) return verb;
        return s.Find(i, Tag.Unit)?.Name switch
        {
            "returnee" => Counted("back", i),
            "idp" or "arrival" or "refugee" or "evacuee" => Counted("move", i),
            // "those lodged in the tents": where they are.
            "goods" when s.SaysAny(i - 1, "in", "under") || s.SaysAny(i - 2, "in", "under") || s.SaysAny(i - 3, "in", "under") => null,
            "deaths" or "injured" or "combatants" or "cases" or "goods" => new Governor(new Meaning(Tag.Predicate, s.Find(i, Tag.Unit)!.Name), i, 1),
            _ => null,
        };
    }

    private bool InName(int i) => s.IsCapital(i) && s.IsCapital(i - 1);

    private static Governor Counted(string name, int at) => new(new Meaning(Tag.Predicate, name, "displaced"), at, 1);

    private Governor? PutDeed(Quantity q, int i) =>
        s.Says(WordBefore(q), "at") && PutVerb(i) && Predicate(i) is { Meaning.Form: VerbForm.Noun } noun && !OfSites(noun) ? noun : null;

    // "estimated | the fresh displacements", "put | arrivals"
    private bool PutVerb(int noun)
    {
        var i = noun - 1;
        while (s.Is(i, Tag.Determiner) || s.Has(i, Cue.Newly) || s.Says(i, "newly")) i--;
        return s.Has(i, Cue.Putting);
    }

    private Governor? PutPeople(Quantity q, int i)
    {
        var at = WordBefore(q);
        if (!s.Says(at, "at") || i != at - 1 || !s.Is(i - 1, Tag.Determiner) || !Put(i)) return null;
        var kind = s.Find(i, Tag.Unit)?.Name;
        if (!s.Has(i, Cue.Harm) && kind is not ("idp" or "evacuee" or "refugee" or "deaths" or "injured")) return null;
        return Predicate(i) ?? (kind is "deaths" or "injured" ? new Governor(new Meaning(Tag.Predicate, kind), i, 1) : Counted("move", i));
    }

    // The word before a number, past a quotation mark and "some": 'at "some 5,000"'.
    private int WordBefore(Quantity q)
    {
        var before = q.First - 1;
        while (before > 0 && (s[before].Kind == TokenKind.Quote || s.Is(before, Tag.Approximately) || s.EndsWith(before, "lly"))) before--;
        return before;
    }

    private bool CountsDeeds(Quantity q, Governor role) =>
        (s.Find(role.At, Tag.Unit)?.Name is "arrival" or "returnee" or "evacuee"
            || role.Meaning.Form == VerbForm.Noun && (s.EndsWith(role.At, "s") || s.Has(role.At, Cue.Movement))
            // "the newly displaced", "those displaced by the flood": told as a noun.
            || role.Meaning.Form.HasFlag(VerbForm.Participle) && s.SaysAny(role.At - 1, "newly", "those"))
        && (s.SaysAny(q.First - 1, "to", "from", "at", "by", "past") || s.Has(q.First - 1, Cue.Totalling) || q.First < q.Core && s.Has(q.First, Cue.Passing))
        && Changes(role.At + 1, q.Core);

    private Governor? PopulationOfCamp(int i)
    {
        if (!s.SaysAny(i, "population", "populations")) return null;
        if (s.Find(i - 1, Tag.Unit) is { Name: "idp" or "refugee" } || s.Says(i - 1, "displaced")) return Counted("shelter", i - 1);
        var owner = i > 1 && s[i - 1].Kind == TokenKind.Possessive ? i - 2 : i - 1;
        return IsCamp(owner) || s.SaysAny(i - 1, "shelter", "camp") ? new Governor(new Meaning(Tag.Predicate, "shelter", "in_relief_camp"), i, 1) : null;
    }

    private bool IncreaseOf(Quantity q, int i) => s.Has(i, Cue.Increase) && s.SaysAny(i + 1, "of", "in") && s.SaysAny(q.First - 1, "to", "from");

    private bool CountNoun(Quantity q, Count c, int i)
    {
        if (!s.Is(i, Tag.CountNoun) && !(s.Is(i, Tag.DataNoun) && s.Says(q.First - 1, "of"))) return false;
        c.At = i;
        if (s.SaysAny(i, "rate", "pace"))
        {
            q.Per ??= (DraftsBefore(q) ?? Before)?.Quantity.Per ?? "day";
            return false;
        }

        if (i == q.First - 1 && s.SaysAny(i, "number", "numbers", "total", "totals")) return false;
        if (s.Says(i, "toll") && c.Role is not { Meaning.Name: "move" or "shelter" or "arrive" })
            return c.Set(i, new Governor(new Meaning(Tag.Predicate, "deaths"), i, 1));
        c.Suggest(i > 0 ? Predicate(i - 1) : null);
        // "the number of all civilians at the base": those who are there.
        if (Camp(i, q.First)) c.Suggest(new Governor(new Meaning(Tag.Predicate, "shelter", "in_relief_camp"), i, 1));
        return c.Set(i, c.Role);
    }

    // "put the crowd at 20,000": a noun that is spelled like a verb.
    private bool OnlyNoun(Governor g) => s.Has(g.At, Cue.AlsoNoun) && g.Meaning.Form != VerbForm.Noun && IsNominal(g.At);

    // "put those who had got away at 3,300", "bringing those sheltered there to 4,300": between the verb and its number stands who is counted.
    private Governor? PutBetween(Quantity q)
    {
        var before = WordBefore(q);
        for (var put = before - 1; put >= Math.Max(0, before - 13) && !s.IsMark(put, ';') && !s.IsNumber(put); put--)
        {
            var opens = s.Says(before, "at") ? s.Has(put, Cue.Putting)
                : s.Says(before, "as") ? s.SaysAny(put, "gave", "gives", "given", "cited", "listed")
                : s.Says(before, "to") && s.SaysAny(put, "bringing", "brings", "raising", "swelling") && s.SaysAny(put + 1, "those", "the");
            for (var i = put + 1; opens && i < q.First - 1; i++)
                if (Predicate(i) is { } done && !OnlyNoun(done) && (IsFlow(done) || IsNegative(done) || done.Meaning.Name == "shelter")) return done;
        }

        return null;
    }

    // The comma that opens a relative clause which ends at this one, or 0.
    private int Relative(int close)
    {
        for (var i = close - 2; i > Math.Max(0, close - 16); i--)
            if (s.IsMark(i, ','))
                return s.SaysAny(i + 1, "which", "who", "where", "whose", "with", "according") || s.Is(i - 1, Tag.CountNoun)
                    || s.SaysAny(i + 2, "which", "whom") ? i : 0;
        return 0;
    }

    // "from 2,200 on Monday | to 5,600"
    private bool Onward(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 8) && !s.IsMark(i); i++)
            if (s.Says(i, "to") && quantities.Exists(x => x.First > i && x.First <= i + 3)) return true;
        return false;
    }

    // Arrivals and departures of a day are not an older state of those of the next.
    private bool IsDeed(int i) => s.Find(i, Tag.Unit)?.Name is "arrival" || s.SaysAny(i, "arrivals", "departures", "evacuations", "crossings");

    private bool Put(int before) =>
        s.Any(before - 12, before + 1, static (s, i) => s.Has(i, Cue.Putting));

    private bool Changes(int from, int to) =>
        s.Any(from, to, static (s, i) => s.Has(i, Cue.Changing) || s.Has(i, Cue.Totalling));
}
