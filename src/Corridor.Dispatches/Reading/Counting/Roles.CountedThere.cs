using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>People of whom nothing is told but who counts them, with which verb, and where.</summary>
internal sealed partial class Roles
{
    // Which of these tells: at a border or out of another country, in a list at a place, newly, in a refuge, at the gate of a camp.
    private Draft? CountedThere(Number n)
    {
        var (q, verb) = (n.Q, LeadOf(n.Q) - 1);
        var (counts, finds) = (s.Is(verb, Tag.Counting), s.Has(verb, Cue.Finding) || s.Has(verb, Cue.Registering));
        var sees = s.SaysAny(verb, "saw", "sees", "seen");
        if (!n.MayBePeople || !counts && !finds && !sees && !s.SaysAny(verb, "listed", "entered", "noted", "found", "met")) return null;
        var willing = OfOwnWill();
        if (q.Noun is UnitClass.Person or UnitClass.Household && !Tells(Cue.Supplies) && !Tells(Cue.Aid))
        {
            // "the relief ministry has logged 518 families at Habban": those who came there.
            if (!willing && (s.Has(verb, Cue.Finding) || s.SaysAny(verb, "listed", "entered", "noted")) && ListedAt(q.End)
                && (InDanger() || s.Any(0, verb, static (s, i) =>
                    s.SaysAny(i, "displacement", "displaced", "migration", "refugee", "refugees", "relief", "humanitarian"))))
                return Told(q, VerbClass.Arrive, Term.Displaced, verb, 0.65);
            // "counted 64 new households": those who have come.
            if (q.NewlyMarked && (counts || finds) && (InDanger() || Within(q.End, 12, "from", "fleeing", "fled")))
                return Told(q, VerbClass.Arrive, Term.Displaced, -1, 0.65);
        }

        // "Polish border guards counted 640 people", "Turkey counted 640 Syrians": those who come.
        if (n.Human && counts && !willing && !s.Is(verb, Tag.Speech) && ByBorder(q, verb)
            && (Closes(q.End) || taken[q.End] || s.SaysAny(q.End, "at", "on", "entering", "in") || s.Is(q.End, Tag.Adverb)))
            return Told(q, VerbClass.Arrive, Term.Displaced, verb, 0.65);
        // "found 640 families from Sinjar in the mosques": where they are.
        if (n.Human && s.SaysAny(verb, "found", "met", "saw", "counted") && Near(q, out _) is null && InRefuge(q.End)) return Stock(q, q.End);
        // "the reception centre saw 3,240 people on Wednesday": who comes to it.
        return sees && !willing
            && (Closes(q.End) || taken[q.End] || s.Is(q.End, Tag.Preposition) || s.SaysAny(q.End, "and", "yesterday", "today")) && AtGate(verb) is { } term
            ? Told(q, VerbClass.Arrive, term, verb, 0.65) : null;
    }

    // "logged 518 families | at Habban", "entered 64 families | on its list"; who is listed "for" something gets it.
    private bool ListedAt(int end) =>
        s.SaysAny(end, "in", "at", "from", "on") && (s.IsCapital(end + 1) || s.Says(end, "on") && s.SaysAny(end + 1, "its", "their"))
            && !s.Any(end, s.Count, static (s, i) => s.SaysAny(i, "as", "for", "eligible"));

    private bool ByBorder(Quantity q, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 5) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "border", "frontier") || q.NounCountry is { } people
                && (s.Find(i, Tag.Country) ?? s.Find(i, Tag.Demonym)) is { Detail: { Length: > 0 } land } && land != context.Land(people)) return true;
        return false;
    }

    private bool InRefuge(int end)
    {
        for (var i = end; i < Math.Min(s.Count, end + 7) && !s.IsMark(i) && !s.Is(i, Tag.Predicate); i++)
            if (s.SaysAny(i, "in", "at", "on", "under")
                && (s.Has(i + 1, Cue.Refuge) || s.Is(i + 1, Tag.Determiner) && (s.Has(i + 2, Cue.Refuge) || s.Has(i + 3, Cue.Refuge)))) return true;
        return false;
    }

    // The term of those who come to a camp or a gate that sees them.
    private Term? AtGate(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 7) && !s.IsMark(i); i--)
            if (IsCamp(i)) return Term.InReliefCamp;
            else if (s.SaysAny(i, "reception", "screening", "crossing", "checkpoint", "border", "gate", "post", "berm")) return Term.Displaced;
        return null;
    }
}
