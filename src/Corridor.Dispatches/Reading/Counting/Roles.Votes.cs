using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>
/// People whose verb no table knows and no way behind it makes one of motion: what else the clause and the sentence before tell decides, by votes.
/// </summary>
internal sealed partial class Roles
{
    /// <summary>The stretch of the sentence that may speak of a number: from the last boundary before it to the next one after it.</summary>
    private sealed record Clause(Quantity Q, int From, int To);

    /// <summary>A piece of evidence that those counted are displaced (above 0) or that they are not.</summary>
    private sealed record Vote(int Weight, Func<Roles, Clause, bool> When);

    /// <summary>So many votes make a figure of it.</summary>
    private const int Enough = 3;

    private static readonly Vote[] Votes =
    [
        // "out of Sanda", "across the river", "into the hills": a way, and where it leads.
        new(2, static (r, c) => r.HasWay(c)),
        // "to Sanda", "at the gate": a place alone says less.
        new(1, static (r, c) => r.HasPlace(c)),
        // "in the camp", "at the reception point", "under the trees".
        new(1, static (r, c) => r.Any(c, static (s, i) => s.Has(i, Cue.Refuge) || s.Has(i, Cue.Camp) || s.Has(i, Cue.FlightSign))),
        // "by bus", "on foot".
        new(1, static (r, c) => r.Any(c, static (s, i) => s.Has(i, Cue.Vehicle) || s.Says(i, "foot") && s.Says(i - 1, "on"))),
        // What was just told is that people move.
        new(2, static (r, c) => r.ToldOfMoving(c)),
        // "as shells fell", "after the flood".
        new(1, static (r, c) => r.Context.Conflict || r.Context.Disaster || r.Caused()),
        // Dead, wounded, needy, armed; who may, who does not, who travels for pleasure.
        new(-3, static (r, c) =>
            r.Any(c, static (s, i) =>
                s.Unit(i) is { Class: UnitClass.Deaths or UnitClass.Injured or UnitClass.Combatants or UnitClass.Cases or UnitClass.Goods
                    or UnitClass.Money } && !s.Has(i, Cue.Vehicle)
            || s.Verb(i) is { } p && !p.Class.IsDisplacement() && p.Class is not (VerbClass.Motion or VerbClass.Carry))),
        new(-3, static (r, c) => r.Any(c, static (s, i) => s.Is(i, Tag.Modal | Tag.Negation | Tag.Planned | Tag.Possible))),
        new(-4, static (r, _) => r.OfOwnWill()),
    ];

    private Draft? Voted(Number n)
    {
        var q = n.Q;
        if (q.Value is not >= 10 && q.Quantifier != Quantifier.Vague || q.Per is not null || n.Candidates.Chosen is not null || n.Candidates.Bound) return null;
        // A number without a noun needs a verb of its own.
        if (q.Noun is null && !(s.Is(q.End, Tag.Have) || s.EndsWith(q.End, "ed"))) return null;
        var c = ClauseOf(q);
        if (Any(c, static (s, i) => s.SaysAny(i, "still", "remain", "remained", "wait", "waiting", "waited", "sought", "live", "lived"))) return null;
        // "Of the 1,280 people there, 640 fled", "a list of 430 families": those of whom others are a part, or who are only named.
        if (s.Says(LeadOf(q) - 1, "of") || s.SaysAny(LeadOf(q) - 1, "names", "named", "lists") || s.EndsWith(q.NounAt, "workers")) return null;
        // "a team of 45 people evacuated 960": those who do it to others.
        if (quantities.Exists(x => x.First >= q.End && x.First < c.To && x.Noun.IsHuman() && !s.SaysAny(x.First - 1, "and", "or"))) return null;
        var votes = 0;
        foreach (var vote in Votes)
            if (vote.When(this, c)) votes += vote.Weight;
        // A war, and people who were told to move: without a place anybody may be spoken of.
        if (votes < Enough || !HasWay(c) && !HasPlace(c)) return null;
        var stay = !HasWay(c) && s.SaysAny(VerbEnd(q), "in", "at", "under", "on", "inside", "beside", "among");
        if (stay && !ToldOfMoving(c) && !(HasPlace(c) && (context.Conflict || context.Disaster) && Any(c, static (s, i) => s.Has(i, Cue.Refuge)))) return null;
        return new Draft
        {
            Quantity = q, Class = stay ? VerbClass.Shelter : VerbClass.Move, Term = stay ? Term.Sheltered : Term.Displaced,
            PredicateAt = q.End < c.To ? q.End : -1, RoleScore = 0.5,
        };
    }

    private Clause ClauseOf(Quantity q)
    {
        var (from, to) = (q.First, q.End);
        while (from > 0 && q.First - from < 14 && !s.IsMark(from - 1, ';') && !s.IsMark(from - 1, ':') && !s.IsMark(from - 1, ',')) from--;
        while (to < s.Count && to - q.End < 18 && !s.IsMark(to, ';') && !s.IsMark(to, ':') && !s.IsMark(to, ',')
            && !((s.Says(to, "and") || s.Has(to, Cue.Subordinate)) && OthersSoon(q, to))) to++;
        return new Clause(q, from, to);
    }

    private int VerbEnd(Quantity q)
    {
        var i = q.End;
        while (i < s.Count && i - q.End < 4 && !s.Is(i, Tag.Preposition) && !s.IsMark(i)) i++;
        return i;
    }

    private bool Any(Clause c, Func<Sentence, int, bool> holds)
    {
        for (var i = c.From; i < c.To; i++)
            if ((i < c.Q.First || i >= c.Q.End) && holds(s, i)) return true;
        return false;
    }

    private bool HasWay(Clause c)
    {
        for (var i = c.Q.End; i < c.To; i++)
            if ((s.SaysAny(i, "from", "into", "across", "through", "towards", "toward", "past", "over")
                || s.SaysAny(i, "out", "away", "off") && s.SaysAny(i + 1, "of", "from"))
                && !taken[i] && Somewhere(i + 1) && !s.Has(i + 2, Cue.Elsewhere)) return true;
        return false;
    }

    private bool HasPlace(Clause c)
    {
        for (var i = c.Q.End; i < c.To; i++)
            if (s.SaysAny(i, "to", "at", "for", "near", "on", "in") && !taken[i] && Somewhere(i + 1)
                && !(s.Says(i, "to") && s.Has(i + 1, Cue.Elsewhere))) return true;
        return false;
    }

    private bool Somewhere(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 4) && !s.IsMark(i) && !taken[i]; i++)
            if (s.IsWord(i) && s[i].Capital || s.Is(i, Tag.PlaceNoun) || s.Has(i, Cue.Barrier) || s.Has(i, Cue.Wilds) || s.Says(i, "safety")) return true;
        return false;
    }

    private bool ToldOfMoving(Clause c)
    {
        for (var i = 0; i < s.Count; i++)
            if ((i < c.From || i >= c.To) && Predicate(i) is { } told && IsFlow(told)) return true;
        return drafts.Exists(d => d.Class is VerbClass.Move or VerbClass.Arrive);
    }
}
