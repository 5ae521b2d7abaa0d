using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Words of access in other senses, and states that hold for some or at times only.</summary>
internal sealed partial class AccessReader
{
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
    private bool IsNoun(int at, Meaning act) => s.Says(at, "fire") && s.Has(at - 1, Cue.Weapon) && !(s.Says(at - 1, "snipers") && s.SaysAny(at + 1, "at", "on"))
        || act.Form == VerbForm.Base && act.Who != "at" && !Finite(at)
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
    private bool IsAround(int at, Meaning act) => act.Name == "sealed" && !s.Is(at - 1, Tag.Be) && s.SaysAny(at, "surrounding");

    // "lost to", "abandoned by", "handed over to": told only where a force has it.
    private bool IsGivenUp(int at) => Starts(at, "abandon") || Starts(at, "surrender")
        || s.SaysAny(at, "lost", "went", "goes", "gone", "passed", "passes") && s.SaysAny(at + 1, "to", "over");

    // "a blocked road", "its closed borders", "the besieged city": the word stands before the noun that it describes.
    private bool IsAttribute(int at, Meaning act)
    {
        if (!act.Form.HasFlag(VerbForm.Participle) && act.Form != VerbForm.Phrase && !act.Form.HasFlag(VerbForm.Phrase) && !s.EndsWith(at, "ing"))
            return false;
        if (!s.IsWord(at + 1) || s.IsSmall(at + 1) || s.Is(at + 1, Tag.Adverb) || s.Find(at, Tag.Act, out var length) is not null && length > 1) return false;
        // "entered besieged Tolin"
        if (act.Name == "sealed" && s[at + 1].Capital && s.Is(at - 1, Tag.Act | Tag.Preposition)) return true;
        var i = at - 1;
        while (i >= 0
            && (s.SaysAny(i, "still", "only", "last", "now", "remaining", "newly", "partially", "partly", "long", "heavily", "single")
                || s.IsManner(i) || s.Is(i, Tag.Direction) || s.Is(i, Tag.Demonym) && !s.EndsWith(i, "s"))) i--;
        if (i < 0) return act.Form.HasFlag(VerbForm.Participle) && s.Is(at + 1, Tag.Feature);
        // "remote and besieged areas"
        if (act.Name == "sealed" && s.SaysAny(i, "and", "or") && s.EndsWith(at + 1, "s")) return true;
        // "from besieged towns"
        // "Highway 29 | closed early": a number of its name.
        return s.Is(i, Tag.Determiner) || s[i].Kind == TokenKind.Possessive || s.IsCount(i) && !s.Is(i - 1, Tag.Feature)
            || s.Is(i, Tag.Preposition) && (act.Name == "sealed" || Starts(at, "isolat"));
    }

    // "open to buses only", "open one way", "passable under escort": for some and not for all, or not always.
    private bool ForSome(int from)
    {
        // "is open | today from nine to three": as on any day.
        for (var i = from; i < Math.Min(s.Count, from + 7) && !s.IsMark(i, ';') && !s.IsMark(i, '.') && !s.Says(from, "today"); i++)
        {
            // "opened on Sunday, | and a lane of another", "is open, | families walked to Odra on foot"
            if (s.IsMark(i, ',') && !s.Has(i + 1, Cue.LimitedBy) && !s.SaysAny(i + 1, "but", "though", "although", "on", "under", "with", "for", "to"))
                return false;
            if (s.Has(i, Cue.LimitedBy) || s.Says(i, "on") && s.Says(i + 1, "foot"))
                return true;
            // "to the wounded"
            if (i == from && s.SaysAny(i, "to", "for", "by") && s.Has(s.PastArticle(i + 1), Cue.TheFew))
                return true;
            // "two days a week", "for a few hours each day"
            if (Hours(i) || s.Says(i, "days") && s.SaysAny(i + 1, "a", "per", "each")
                || s.Says(i, "hours") && i - from < 5 && s.Says(from, "for") && s.SaysAny(i + 1, "each", "every", "at"))
                return true;
            if (s.Says(i, "one") && (s.SaysAny(i + 1, "way", "direction") || s.Says(i + 1, "lane") && !s.Says(i - 1, "to"))
                || s.Says(i, "hours") && s.SaysAny(i + 1, "a", "per", "daily")
                || s.Says(i, "for") && s.SaysAny(i + 1, "ambulances", "emergencies")
                || s.SaysAny(i, "with", "under") && s.SaysAny(i + 1, "difficulty", "restrictions", "conditions"))
                return true;
            if ((s.SaysAny(i, "though", "although") || s.Says(i, "but") && i - from < 2) && s.Says(i + 1, "only")) return true;
            if (i > from && (s.Is(i, Tag.Conjunction) && !s.Says(i, "and") || s.Is(i, Tag.Speech))) return false;
        }

        return false;
    }

    // "closed to anyone without a pass", "closed to all but ambulances": for most.
    private bool ButSome(int from)
    {
        // "shut its frontier | with Sudan to goods"
        if (s.Says(from, "with"))
            for (from++; from < s.Count && s[from].Capital; from++) { }
        // "shut to lorries"
        if (s.SaysAny(from, "to", "for") && s.Has(from + 1, Cue.CargoWord)) return EndingWith(from + 2, 4, Cue.Everybody) < 0;
        // "closed after dark", "shut between dusk and dawn", "closed on Fridays"; "was shut by nightfall" tells when.
        if ((s.Says(from, "after") && s.SaysAny(from + 1, "dark", "nightfall", "sunset") || s.SaysAny(from, "at", "by") && s.Says(from + 1, "night"))
                && IsPassive(from - 1)
            || s.SaysAny(from, "from", "between") && s.SaysAny(from + 1, "dusk", "dawn", "sunset", "sunrise", "nightfall", "noon")
                && s.SaysAny(from + 2, "to", "and", "until", "till")
            || s.Says(from, "every") && s.SaysAny(from + 1, "night", "evening") || s.Says(from, "on") && s.EndsWith(from + 1, "days")) return true;
        // "cannot be used by lorries"
        var used = s.Says(from, "by") && s.SaysAny(from - 1, "used", "crossed", "passed", "reached", "entered", "passable", "usable", "accessible", "accessed");
        for (var i = from; used && i < Math.Min(s.Count, from + 10); i++)
            if (s.Says(i, "only") && s.Says(i + 1, "by")) return true;
        if (used && (s.Find(from + 1, Tag.Transit) ?? s.Find(from + 2, Tag.Transit)) is { Name: "some" or "vehicle" }) return true;
        for (var i = from; i < Math.Min(s.Count, from + 6) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "anyone", "those") && s.Says(i + 1, "without") || s.Says(i, "without") && i > from + 1
                || Excludes(i) || s.Says(i, "except"))
                return true;
        return false;
    }

    // "everything | but | convoys", "all traffic | save | buses", "no one | but | patients": what follows is left out of all or of none.
    private bool Excludes(int i) => s.SaysAny(i, "but", "except", "save", "barring")
        && (s.SaysAny(i - 1, "all", "everyone", "everybody", "everything", "anyone", "anybody", "anything", "nothing", "nobody", "none")
            || s.SaysAny(i - 2, "all", "no", "every", "any"));

    // "Apart from ambulances, | nobody", "Except for residents, |": some do.
    private bool Spares(int clause) => s.Any(clause - 9, clause, static (s, k) => s.SaysAny(k, "apart", "aside") && s.Says(k + 1, "from")
        || s.SaysAny(k, "except", "save") && s.Says(k + 1, "for") || s.Says(k, "other") && s.Says(k + 1, "than"));

    // "and cannot be used", "and therefore closed", "and no lorry risks it"
    private bool ActAfter(int from)
    {
        if (s.SaysAny(from, "no", "nobody") && s.AnyAhead(from, 7, static (s, k) => s.Find(k, Tag.Transit) is { Name: "goes" })) return true;
        for (var i = from; i < Math.Min(s.Count, from + 5); i++)
            if (s.Is(i, Tag.Act) || i > from && s.Find(i, Tag.Transit) is { Name: "goes" }) return true;
            else if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Adverb) && !s.SaysAny(i, "not", "no", "can", "cannot", "could", "may"))
                return false;
        return false;
    }
}
