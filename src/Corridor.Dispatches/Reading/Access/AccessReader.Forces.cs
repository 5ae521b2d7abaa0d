using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Who takes, enters or attacks.</summary>
internal sealed partial class AccessReader
{
    // Who takes or enters a place: a force, a country, letters of one that no table knows, "they" of a force told before ("").
    private string? Force(int at, int head)
    {
        var group = GroupStart(at);
        // "forced families to | take another route"
        if (s.Says(at - 1, "to") && IsPeople(at - 2)) return null;
        // "fewer than 7,500 have come to a camp", "almost 900 Libyans have abandoned the town"
        if (s.IsCount(group - 1) || s.Is(group - 1, Tag.Demonym) && s.IsCount(group - 2)) return null;
        // "families reached the town": no force.
        if (IsPeople(group - 1) && !s.Is(group - 1, Tag.Actor) && !s.Is(group - 2, Tag.Actor)
            && !s.SaysAny(group - 1, "men", "forces") && !s[group - 1].Capital)
            return null;
        return Actor(at) ?? CountryActing(at, head) ?? Pronouns(at) ?? Letters(at);
    }

    private string? Actor(int before)
    {
        var stop = 0;
        for (var i = before - 1; i >= 0; i--)
        {
            if (!s.IsMark(i, ';')) continue;
            stop = i + 1;
            break;
        }

        // The nearest: "rebels took Halma and troops blocked the pass".
        for (var i = before - 1; i >= stop; i--)
        {
            if (s.Find(i, Tag.Actor, out var length) is null || s.SaysAny(i - 1, "from", "by", "against", "fled", "of"))
                continue;
            var first = i;
            while (first > stop && s.IsWord(first - 1) && !s.IsSmall(first - 1) && s[first - 1].Capital && i - first < 3) first--;
            while (first > stop && s.Is(first - 1, Tag.Actor)) first--;
            return s.Words(first, i + length);
        }

        return null;
    }

    // "had been closed | by the paramilitaries"
    private string? ActorBy(int at)
    {
        var by = Agent.By(s, at + 1, 4);
        for (var i = by.First; i < by.End; i++)
            if (s.Find(i, Tag.Actor, out var length) is not null) return s.Words(by.First, i + length);
        return null;
    }

    // "They captured the town": the force spoken of before, where the verb leaves no doubt.
    private string? Pronouns(int at)
    {
        var i = BeforeAuxiliary(at);
        if (s.Says(i, "government") && s.SaysAny(at, "lost", "regained", "retook", "recaptured", "loses")) return "";
        // "Troops moved into Intisar; the day after, they reached Salam": of the force told before.
        if (s.Says(i, "they") && Nouns.Latest is { Rules: ["force", ..] }) return "";
        if (s.SaysAny(i, "group", "alliance", "column", "force", "unit", "faction") && s.SaysAny(i - 1, "the", "armed")) return "";
        // "Nkunda's men have taken"
        if (s.SaysAny(i, "men", "forces") && i > 0 && (s[i - 1].Kind == TokenKind.Possessive || s.SaysAny(i - 1, "its", "his", "their"))) return "";
        return s.Says(i, "they") && s.Has(at, Cue.TakenByThem) ? "" : null;
    }

    // "FSA seized control of": letters of a force that no table knows.
    private string? Letters(int at)
    {
        var i = BeforeAuxiliary(at);
        // "FSA took the bridge and moved into": of who began the sentence.
        if (s.Says(i, "and")) i = s.Says(0, "the") ? 1 : 0;
        return s.Is(i, Tag.Source) ? null : new Bodies(s).Acronym(i)?.Name;
    }

    // "Russia takes Lyman": a country that takes a named place, not one that takes people in.
    private string? CountryActing(int at, int start)
    {
        if (start < 0 || !s[start].Capital) return null;
        at = BeforeAuxiliary(at) + 1;
        for (var first = Math.Max(0, at - 3); first < at; first++)
            if (s.Find(first, Tag.Country, out var length) is not null && first + length == at)
                return s.Words(first, at);
        return null;
    }

    // "by soldiers", "by the Ethiopians", "by the FSA"
    private bool ByForce(int from) => ActorAfter(from) || s.Is(from, Tag.Country) || from < s.Count && Nouns.IsAcronym(from)
        // "by Azerbaijani territory"
        || (s.Is(from, Tag.Demonym) || s.Is(from + 1, Tag.Demonym)) && !s.Is(from + 1, Tag.PlaceNoun) && !s.SaysAny(from + 1, "territory", "land", "soil");

    private bool ActorAfter(int from)
    {
        for (var i = Math.Max(0, from - 1); i < Math.Min(s.Count, from + 7) && !s.IsMark(i); i++)
            if (s.Is(i, Tag.Actor)) return true;
        return false;
    }
}
