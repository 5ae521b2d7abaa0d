using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Words of access in other senses.</summary>
internal sealed partial class AccessReader
{
    // The word in a sense that is no access, or told of people and things.
    private bool IsOtherwiseMeant(in Word word)
    {
        var (at, end, state, act) = word;
        if (IsIdiom(at, end) || IsNoun(at, act)) return true;
        // "The corridor did not hold": what came of it is told beside.
        if (act.Object == ActObject.Corridor && s.SaysAny(at, "hold", "held") && NegatedAt(at)) return true;
        // "without access to food": of who lives there, and not of the way in.
        if (s.Says(end - 1, "access") && s.Says(end, "to") && ways.Phrase(end + 1, s.Count, out _) is null) return true;
        // "choked | with cars" is in use, "with debris" it is closed.
        if (act is { Object: ActObject.Way, Form: VerbForm.Phrase, State: AccessState.InUseByCivilians or AccessState.Closed }
            && s.SaysAny(end - 1, "with", "of", "by") && (act.State == AccessState.Closed) == Crowds(end)) return true;
        return state switch
        {
            AccessState.Captured => TakesNoTown(at, end, act),
            // "displaced by the fighting for Orna": a noun.
            AccessState.Contested => act.Form == VerbForm.Ing && s.Is(at - 1, Tag.Determiner),
            // "pounded by rain", "battered by a storm"
            AccessState.UnderAttack => s.Says(end, "by") && IsWeather(end + 1),
            _ => false,
        };
    }

    // "open fire", "open talks", "closed in on the town", "cut short", "took shelter"
    private bool IsIdiom(int at, int end) => s.SaysAny(at - 1, "hard", "worst") || s.Says(at - 1, "badly") && s.Says(at, "hit")
        || s.Has(at, Cue.IdiomVerbs) && IsSet(at, end);

    private bool IsSet(int at, int end) =>
        s.SaysAny(at, "open", "opens", "opened", "opening") && s.SaysAny(end, "fire", "air", "source", "talks")
        || s.SaysAny(at, "close", "closes", "closed", "closing") && s.SaysAny(end, "in", "to", "ranks") && s.SaysAny(end + 1, "on", "in", "around")
        || s.Says(at, "close") && s.Says(end, "to") && !s.Says(at - 1, "to") && !s.Is(at - 1, Tag.Modal) && !s.EndsWith(at - 1, "s")
        || s.Says(at, "close") && s.Says(end, "to") && s.SaysAny(end + 1, "its", "their", "full", "capacity")
        || s.SaysAny(at, "cut", "cuts", "cutting") && !IsPassive(at)
            && (s.SaysAny(end, "short", "down", "back", "ties", "from", "to") || s.Says(end, "by") && (s.IsCount(end + 1) || s.IsPercent(end + 1)))
        || s.SaysAny(at, "take", "takes", "took", "taken", "taking") && s.Has(end, Cue.TakenAs)
            && !(s.Says(end, "on") && (s.Is(end + 1, Tag.Weekday) || taken[Math.Min(end + 1, s.Count - 1)]))
        || s.SaysAny(at, "hit", "hits") && s.SaysAny(end, "hard", "hardest");

    // "a power cut", "the capture of", "under siege": spelled like the verb.
    private bool IsNoun(int at, ActMeaning act) =>
        s.Says(at, "fire") && s.Has(at - 1, Cue.Weapon) && !(s.Says(at - 1, "snipers") && s.SaysAny(at + 1, "at", "on"))
        || act.Form == VerbForm.Base && act.Role != ActRole.At && !Finite(at)
        || act.Form == VerbForm.Base && (at == 0 || s[at].Capital || s.Says(at - 1, "another"))
        || act.Form == VerbForm.Third && (at == 0 || s.IsMark(at - 1) && !s.IsMark(at - 1, ','))
        || !act.Form.HasFlag(VerbForm.Phrase) && (act.Form & (VerbForm.Base | VerbForm.Third)) != 0
            && (s.Is(at - 1, Tag.Determiner) || at > 0 && s[at - 1].Kind == TokenKind.Possessive
                || s.Is(at - 1, Tag.Preposition) && !s.SaysAny(at - 1, "to", "up", "off"));

    // A base form is a verb after "to", a modal, a plural, a pronoun, an adverb or another verb: not in "Tropical | storm Trami", "a final | stand in".
    private bool Finite(int at)
    {
        var i = at - 1;
        while (i > 0 && (s.Is(i, Tag.Adverb) || s.IsManner(i))) i--;
        return i < 0 || !s.IsWord(i) || s.IsSmall(i) || s.Is(i, Tag.Modal | Tag.Actor | Tag.Unit) || s.EndsWith(i, "s")
            || s.Is(i, Tag.Act | Tag.Predicate) || s[i].Word is not null && !s.EndsWith(i, "al");
    }

    // "villages surrounding Mosul", "areas controlling the road" lie or stand there.
    private bool IsAround(int at, ActMeaning act) => act.State == AccessState.Sealed && !s.Is(at - 1, Tag.Be) && s.Says(at, "surrounding");

    // "lost to", "abandoned by", "handed over to": told only where a force has it.
    private bool IsGivenUp(int at) => Starts(at, "abandon") || Starts(at, "surrender")
        || s.SaysAny(at, "lost", "went", "goes", "gone", "passed", "passes") && s.SaysAny(at + 1, "to", "over");

    // "a blocked road", "its closed borders", "the besieged city": the word stands before the noun that it describes.
    private bool IsAttribute(int at, ActMeaning act)
    {
        if (!act.Form.HasFlag(VerbForm.Participle) && act.Form != VerbForm.Phrase && !act.Form.HasFlag(VerbForm.Phrase) && !s.EndsWith(at, "ing"))
            return false;
        if (!s.IsWord(at + 1) || s.IsSmall(at + 1) || s.Is(at + 1, Tag.Adverb) || s.Act(at, out var length) is not null && length > 1) return false;
        // "entered besieged Tolin"
        if (act.State == AccessState.Sealed && s[at + 1].Capital && s.Is(at - 1, Tag.Act | Tag.Preposition)) return true;
        var i = at - 1;
        while (i >= 0
            && (s.SaysAny(i, "still", "only", "last", "now", "remaining", "newly", "partially", "partly", "long", "heavily", "single")
                || s.IsManner(i) || s.Is(i, Tag.Direction) || s.Is(i, Tag.Demonym) && !s.EndsWith(i, "s"))) i--;
        if (i < 0) return act.Form.HasFlag(VerbForm.Participle) && s.Is(at + 1, Tag.Feature);
        // "remote and besieged areas"
        if (act.State == AccessState.Sealed && s.SaysAny(i, "and", "or") && s.EndsWith(at + 1, "s")) return true;
        // "from besieged towns"
        // "Highway 29 | closed early": a number of its name.
        return s.Is(i, Tag.Determiner) || s[i].Kind == TokenKind.Possessive || s.IsCount(i) && !s.Is(i - 1, Tag.Feature)
            || s.Is(i, Tag.Preposition) && (act.State == AccessState.Sealed || Starts(at, "isolat"));
    }
}
