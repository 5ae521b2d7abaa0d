using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What somebody makes the people of a number do: "forced 120 families to go back", "got 900 people out", "put 40 to flight".</summary>
internal sealed partial class Roles
{
    // "forced [120 families heading for X] to go back", "told them to": who makes others do it names the deed after them.
    private Governor? Complement(Quantity q)
    {
        var end = BeforeArticles(q);
        if ((ToldBeside(q, end) ?? CostHomes(q, end - 1)) is { } first) return first;
        if (Owner(end) is var owner and > 0) end = owner;
        if ((PutToFlight(q, end - 1) ?? HadRemoved(q, end - 1) ?? GotOut(q, end) ?? GivenUntil(q, end - 1)) is { } set) return set;
        if (s.EndingAt(end, Tag.Control, out var at) is not { } control || s.Is(at - 1, Tag.Determiner)) return null;
        return OrderedOut(q, control) ?? MadeDo(q, control, at);
    }

    private int BeforeArticles(Quantity q)
    {
        var end = q.First;
        while (end > 0 && (s.Is(end - 1, Tag.Determiner) || s.SaysAny(end - 1, "only", "just", "some") || s.EndingAt(end, Tag.Further, out _) is not null))
            end--;
        return end;
    }

    // "told everyone near the plant, | about 170,000 people, to leave": the number is put beside those who are told.
    private Governor? ToldBeside(Quantity q, int end)
    {
        var aside = PastOfThem(q);
        if (!s.IsMark(end - 1, ',') || !s.IsMark(aside, ',')) return null;
        for (var link = aside + 1; link < Math.Min(s.Count, aside + 5); link++)
            if (s.Says(link, "to") && Predicate(link + 1) is { } deed && IsFlow(deed) && deed.Meaning.Form.HasFlag(VerbForm.Base)
                && s.Any(end - 16, end - 1, static (s, i) => s.Is(i, Tag.Control) || s.SaysAny(i, "gave", "gives", "give", "given"))) return deed;
        return null;
    }

    // "has cost | 34,000 people their homes", "has cost | 34,000 of their homes"
    private Governor? CostHomes(Quantity q, int verb)
    {
        var their = s.Says(q.End, "of") ? q.End + 1 : q.End;
        return s.SaysAny(verb, "cost", "costs", "costing", "robbed") && s.SaysAny(their, "their", "the") && s.Has(their + 1, Cue.Home)
            ? Governor.Of(VerbClass.Move, Term.Homeless, Who.Object, verb) : null;
    }

    // "put | 900 people to flight"
    private Governor? PutToFlight(Quantity q, int verb) =>
        s.SaysAny(verb, "put", "putting") && s.Says(q.End, "to") && s.Says(q.End + 1, "flight")
            ? Governor.Of(VerbClass.Move, Term.ForcedToFlee, Who.Object, verb) : null;

    // "had | 2,100 people removed to the school"
    private Governor? HadRemoved(Quantity q, int verb) =>
        s.Is(verb, Tag.Have) && Predicate(q.End) is { Meaning: { Who: Who.Object, Class: VerbClass.Move or VerbClass.Carry } } had
            && had.Meaning.Form.HasFlag(VerbForm.Participle) && !s.SaysAny(q.End, "displaced", "uprooted") ? had.As(VerbClass.Move) : null;

    // "had all of Sanda's | 900 villagers out by noon", "got | 900 people out of Sanda"
    private Governor? GotOut(Quantity q, int end)
    {
        var after = q.End + 1;
        if (!s.Says(q.End, "out")
            || !(s.IsMark(after) || after == s.Count || s.SaysAny(after, "of", "by", "in", "within", "before", "on", "from", "under"))) return null;
        for (var i = end - 1; i >= Math.Max(0, end - 7) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "had", "have", "has", "got", "get", "getting", "having", "helped") && !s.Is(i + 1, Tag.Predicate)
                || s.Says(i, "put") && s.Says(after, "of") && s.Is(after + 1, Tag.Determiner))
                return Governor.Of(VerbClass.Move, Term.Evacuated, Who.Object, i);
        return null;
    }

    // "gave | 9,500 residents of Chora until Monday to leave"
    private Governor? GivenUntil(Quantity q, int verb)
    {
        if (!s.SaysAny(verb, "gave", "gives", "given", "giving")) return null;
        var deadline = false;
        for (var i = q.End; i < Math.Min(s.Count, q.End + 10) && !s.IsMark(i); i++)
        {
            deadline |= s.SaysAny(i, "until", "till", "by", "hours", "days", "day", "week");
            if (deadline && s.Says(i, "to") && Predicate(i + 1) is { } deed && IsFlow(deed) && deed.Meaning.Form.HasFlag(VerbForm.Base)) return deed;
        }

        return null;
    }

    // "ordered 4,000 people out of the camp"
    private Governor? OrderedOut(Quantity q, Meaning control)
    {
        var particle = q.End;
        while (particle < q.End + 4 && particle < s.Count && (s.Says(particle, "of") || s[particle].Capital)) particle++;
        return control.Name == "planned" && s.SaysAny(particle, "out", "off", "away")
            && (s.IsMark(particle + 1) || s.SaysAny(particle + 1, "of", "from", "by", "at"))
            ? new Governor(new VerbMeaning(VerbClass.Move, Term.Evacuated, Who.Object), particle, 1) : null;
    }

    // "forced 120 families | heading for X to go back": the deed behind the people, linked to who makes them do it.
    private Governor? MadeDo(Quantity q, Meaning control, int at)
    {
        for (var i = q.End; i < Math.Min(s.Count, q.End + 16) && !s.IsMark(i, ';'); i++)
        {
            if (s.Is(i, Tag.Have | Tag.Modal | Tag.Speech)) return null;
            // "plans to help 250 people, and 18,500 families were forced to leave": what others did.
            if (s.Is(i, Tag.Be) && quantities.Exists(x => x.First > q.End && x.First < i && x.Noun.IsHuman())) return null;
            if (Predicate(i) is not { } found || !Fits(q, found)) continue;
            if (i == q.End && found.Meaning.Class is VerbClass.Shelter or VerbClass.Population) continue;
            if (i == q.End && found.Meaning.Form == VerbForm.Phrase) return null;
            // "let 250 people go": dismissed.
            if (s.Says(i, "go") && s.SaysAny(at, "let", "lets", "letting"))
            {
                q.Role = NumberRole.Other;
                return null;
            }

            if (IsMadeBy(q, control, at, found, i)) return found;
        }

        return null;
    }

    // "to | go", "to be | moved", "kept them from | leaving", "let them | go", "saw 900 | fleeing"
    private bool IsMadeBy(Quantity q, Meaning control, int at, Governor deed, int i) =>
        s.Says(i - 1, "to") || s.Says(i - 1, "be") && s.Says(i - 2, "to") || control.Name == "negated" && s.Says(i - 1, "from")
            || (i == q.End || s.IsMark(i - 1, ',')) && deed.Meaning.Form.HasFlag(VerbForm.Base) && s.Has(at, Cue.Letting)
            || i == q.End && deed.Meaning.Form.HasFlag(VerbForm.Ing) && s.Has(at, Cue.Watching);

    // "forced to go back", "made them return".
    private bool Driven(Governor g)
    {
        for (var i = g.At - 1; i >= Math.Max(0, g.At - 16); i--)
        {
            if (s.IsMark(i, ';') || s.SaysAny(i, "after", "who", "because", "since")) return false;
            if (s.Has(i, Cue.Forcing) && (s.Says(g.At - 1, "to") || s.Is(g.At - 1, Tag.Be) || s.SaysAny(i, "made", "forcibly"))) return true;
        }

        return false;
    }
}
