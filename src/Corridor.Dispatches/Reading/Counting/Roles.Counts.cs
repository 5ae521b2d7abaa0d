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
        if (!SamePeople(q) && !(ofPronoun && LastDraft is { Class: VerbClass.Move or VerbClass.Arrive })) FindCount(q, count);
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
            return new Draft { Quantity = q, Class = told.Class, Term = told.FigureTerm, PredicateAt = -1, IsTally = true, RoleScore = 0.65 };
        if ((LastDraft ?? context.LastFigure) is not { Class: not (VerbClass.HousingDestroyed or VerbClass.HousingDamaged) } parent) return null;
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
            if (Predicate(i) is { Meaning: { Form: VerbForm.Noun, Class: VerbClass.Move or VerbClass.Arrive } } deed && !OfSites(deed) && !InName(i))
                return deed;
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

    private VerbMeaning? ToldDeed(int before)
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
        if (role.Meaning.Class == VerbClass.Move && NamesThem(role.At) && (InPlace(role.At, q.First) || AllThere(role.At, q)) && !SoFar(role.At, q.End + 2))
            role = role.As(VerbClass.Shelter);
        // "the number of people displaced has grown from 64,000 to 91,000", "still displaced": how many there are at a time.
        if (role.Meaning.Class == VerbClass.Move && !SoFar(role.At, q.First) && s.SaysAny(role.At, "displaced", "uprooted", "idps")
            && (Grows(role.At, q, from) || s.SaysAny(role.At - 1, "still", "remain", "remains", "currently"))) role = role.As(VerbClass.Shelter);
        // "the total sheltering since 4 May": all who came since.
        if (role.Meaning.Class == VerbClass.Shelter && s.Says(role.End, "since")) role = role.As(VerbClass.Move);
        // "the number of repatriated refugees": of those who are back.
        if (s.Verb(role.At - 1) is { Class: VerbClass.Back } back && back.Form.HasFlag(VerbForm.Participle) && s.Is(role.At, Tag.Unit))
            role = role.As(VerbClass.Back, Term.Returns);
        // "the number of those taken away from the border"
        if (role.Meaning.Class is VerbClass.Carry or VerbClass.Motion) role = role.As(VerbClass.Move);
        if (role.Meaning.Class is not (VerbClass.Move or VerbClass.Arrive or VerbClass.Shelter or VerbClass.Back or VerbClass.Onward or VerbClass.ForcedBack))
        {
            q.Role = role.Meaning.Class.Role();
            return null;
        }

        if (q.Noun is not null && !q.Noun.IsHuman()) return null;
        // "Daily departures rose to 4,000"
        q.Per ??= Period.Each(s, role.At - 1);
        var revised = Revised(q);
        return new Draft
        {
            Quantity = q, Class = role.Meaning.Class, Term = role.Meaning.Term ?? Term.Displaced, PredicateAt = role.At,
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
        (s.Unit(i) ?? s.Unit(i - 1)) is { Class: UnitClass.Idp or UnitClass.Refugee or UnitClass.Evacuee }
        || s.Says(i, "displaced") && (s.Is(i - 1, Tag.Determiner) || s.Is(i - 1, TokenKind.Possessive))
            && s.SaysAny(i + 1, "in", "at");

    // The word before a number, past a quotation mark and "some": 'at "some 5,000"'.
    private int WordBefore(Quantity q)
    {
        var before = q.First - 1;
        while (before > 0 && (s[before].Kind == TokenKind.Quote || s.Is(before, Tag.Approximately) || s.EndsWith(before, "lly"))) before--;
        return before;
    }

    private bool CountsDeeds(Quantity q, Governor role) =>
        (s.Unit(role.At)?.Class is UnitClass.Arrival or UnitClass.Returnee or UnitClass.Evacuee
            || role.Meaning.Form == VerbForm.Noun && (s.EndsWith(role.At, "s") || s.Has(role.At, Cue.Movement))
            // "the newly displaced", "those displaced by the flood": told as a noun.
            || role.Meaning.Form.HasFlag(VerbForm.Participle) && s.SaysAny(role.At - 1, "newly", "those"))
        && (s.SaysAny(q.First - 1, "to", "from", "at", "by", "past") || s.Has(q.First - 1, Cue.Totalling) || q.First < q.Core && s.Has(q.First, Cue.Passing))
        && Changes(role.At + 1, q.Core);

    // "from 2,200 on Monday | to 5,600"
    private bool Onward(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 8) && !s.IsMark(i); i++)
            if (s.Says(i, "to") && quantities.Exists(x => x.First > i && x.First <= i + 3)) return true;
        return false;
    }

    private bool Changes(int from, int to) =>
        s.Any(from, to, static (s, i) => s.Has(i, Cue.Changing) || s.Has(i, Cue.Totalling));
}
