using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>
/// Gives every number of a sentence its role (pipeline step 5). A number becomes a figure only when a displacement word governs it;
/// every other number keeps the role that kept it out. What is asked of a number stands in order in <see cref="Rules"/>; which of the
/// words around it governs it in <see cref="Choices"/>; what that word makes of it in <see cref="Turns"/>.
/// </summary>
internal sealed partial class Roles(Sentence s, List<Quantity> quantities, bool[] taken, Context context)
{
    private readonly List<Draft> drafts = [];

    // For the tables of rules, which are made once for all sentences.
    private Sentence S => s;

    private List<Quantity> Quantities => quantities;

    private bool[] Taken => taken;

    private Context Context => context;

    /// <summary>A word that may govern a number: what it means and where it stands.</summary>
    private sealed record Governor(VerbMeaning Meaning, int At, int Length)
    {
        /// <summary>The token after it.</summary>
        public int End => At + Length;

        /// <summary>A verb that the vocabulary does not have in this sense.</summary>
        public static Governor Of(VerbClass verb, Term term, Who who, int at, int length = 1) =>
            new(new VerbMeaning(verb, term, who, VerbForm.Past), at, length);

        public Governor As(VerbClass verb, Term term) => this with { Meaning = Meaning with { Class = verb, Term = term } };

        public Governor As(VerbClass verb) => this with { Meaning = Meaning with { Class = verb } };
    }

    public List<Draft> Read()
    {
        foreach (var q in quantities) NoneOf(q);
        // What is denied without a number may be answered by one: "nobody crossed on Sunday; on Saturday there were 340".
        Denials.Read(s, taken, quantities, drafts);
        for (var n = 0; n < quantities.Count; n++)
        {
            var q = quantities[n];
            if (q.Role is not null) continue;
            var number = new Number(this, q, n);
            var draft = First(BeforePeople, number) ?? (q.Role is null ? First(q.IsPercent || q.Share is not null ? ShareRules : Rules, number) : null);
            if (draft is null) q.Role ??= NumberRole.Other;
            else Accept(q, draft);
        }

        Remember();
        drafts.Sort((a, b) => a.Quantity.First.CompareTo(b.Quantity.First));
        return drafts;
    }

    // The first rule that makes a figure of the number, or gives it the role that keeps it out, decides.
    private Draft? First(Func<Roles, Number, Draft?>[] rules, Number n)
    {
        foreach (var rule in rules)
        {
            if (rule(this, n) is { } draft) return draft;
            if (n.Q.Role is not null) return null;
        }

        return null;
    }

    private void Accept(Quantity q, Draft draft)
    {
        if (q.IsZero && q.Noun == UnitClass.Person && !None(q, draft))
        {
            q.Role = NumberRole.Other;
            return;
        }

        q.Role = NumberRole.Figure;
        ShareToldByNumber(q, draft);
        Complete(q, draft);
        Part(draft);
        draft.IsTally |= CountOf(q, draft);
        if (LastDraft is { } before && (Corrects(q) || InPlaceOf(q) || NowPut(q) && (HadSaid(before.Quantity) || TakenBack(before.Quantity.End, q))))
            before.IsRetracted = true;
        // "The office spoke of 15,000. It took that back and now gives 8,300"
        if (LastDraft is null && Before is { Realis: Realis.Asserted } last && context.Distance <= 1 && NowPut(q) && TakenBack(0, q))
            (last.IsRetracted, last.Realis) = (true, Realis.Retracted);
        // "Instead of the 38,000 that it gave on Friday, the office now gives 15,000"
        if (s.Says(0, "instead") && LeadOf(q) == 2) draft.IsRetracted = true;
        drafts.Add(draft);
    }

    // "no families came", "nobody had come by Friday night" count none; "no villager had been driven out" is denied; "nobody leaves the town" counts nothing.
    private bool None(Quantity q, Draft draft)
    {
        if (s.EndsWith(q.NounAt, "s") || s.Says(q.NounAt, "people")
            || draft.PredicateAt >= q.End && !s.Is(q.First - 1, Tag.Have) && Denials.CountsNone(s, draft.PredicateAt, taken)) return true;
        q.IsNone = q.CoreEnd <= q.NounAt && s.Says(q.Core, "no");
        return q.IsNone;
    }

    // "nearly half of the 200,000 civilians, 95,000, have gone": the share is told by its number.
    private void ShareToldByNumber(Quantity q, Draft draft)
    {
        if (q.Share is not null || !s.IsMark(q.First - 1, ',') || drafts.Count == 0) return;
        if (drafts[^1] is not { Quantity: { Share: not null, Value: { } rough } } share || share.PredicateAt != draft.PredicateAt) return;
        if (q.Value is not { } told || Math.Abs(told - rough) >= 0.15 * rough) return;
        share.Quantity.Role = NumberRole.Percent;
        drafts.Remove(share);
    }

    // What belongs to the span behind the number: "the 6.1 million displaced" as a noun, "half of them", "a third of the evacuees".
    private void Complete(Quantity q, Draft draft)
    {
        if (q.Noun is null && draft.Class == VerbClass.Shelter && draft.PredicateAt == q.End && s.Says(q.End, "displaced")
            && !s.Is(q.End + 1, Tag.Preposition) && !taken[Math.Min(q.End + 1, s.Count - 1)]) q.End++;
        if (q.Share is null || q.IsPercent || q.End != q.CoreEnd || !s.Says(q.End, "of")) return;
        if (s.SaysAny(q.End + 1, "them", "those", "whom") && s.Unit(q.End + 2) is null) q.End += 2;
    }

    // "an estimate of 34,000 displaced": a count of them, whatever stands behind it.
    private bool CountOf(Quantity q, Draft draft)
    {
        if (draft.Class is not VerbClass.Move || draft.IsPart || q.Noun is not null) return false;
        var lead = q.First;
        while (s.Is(lead - 1, Tag.Determiner | Tag.Approximately) || lead > 0 && s[lead - 1].Kind == TokenKind.Quote) lead--;
        return s.Says(lead - 1, "of") && s.Has(lead - 2, Cue.Speaking)
            || s.Says(lead - 1, "of") && s.Is(lead - 2, Tag.CountNoun) && !s.SaysAny(lead - 2, "number", "total", "numbers", "totals");
    }

    // What the next sentence may speak of: people who are no figure, and a room that was laid out for some.
    private void Remember()
    {
        var people = quantities.FindLast(x => x.Noun.IsHuman());
        context.People = people is { Role: NumberRole.Population or NumberRole.InNeed or NumberRole.Trapped or NumberRole.Affected } ? people : null;
        context.Room = quantities.Find(x => x.Role == NumberRole.Capacity)?.Noun;
    }

    private Draft? DraftOf(Quantity? q)
    {
        if (q is null) return null;
        foreach (var draft in drafts)
            if (draft.Quantity == q) return draft;
        return null;
    }

    private static Draft Told(Quantity q, Governor deed, int at, double score) => Told(q, deed.Meaning.Class, deed.Meaning.FigureTerm, at, score);

    private static Draft Told(Quantity q, VerbClass verb, Term term, int at, double score) =>
        new() { Quantity = q, Class = verb, Term = term, PredicateAt = at, RoleScore = score };

    /// <summary>The figure of this sentence before a number, if any.</summary>
    private Draft? DraftsBefore(Quantity q) => drafts.FindLast(d => d.Quantity.First < q.First);

    /// <summary>The last figure of the sentences just before this one.</summary>
    private Draft? Before => context.Distance <= 2 ? context.LastFigure : null;

    private Draft? LastDraft => drafts.Count > 0 ? drafts[^1] : null;
}
