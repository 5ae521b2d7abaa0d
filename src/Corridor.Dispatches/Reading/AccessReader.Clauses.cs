using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>The clause of an act: its verb group, what stands before and after it, who did it and how real it is.</summary>
internal sealed partial class AccessReader
{
    private static readonly WordSet ClauseMarks = new("it", "they", "he", "she", "we", "them", "who", "that", "which", "when", "where", "while", "because", "but", "after", "before", "as", "if", "whether", "since", "with", "once", "until", "unless", "although", "though", "so", "than", "whereas");
    private static readonly WordSet Linking = new("stay", "stays", "stayed", "remain", "remains", "remained", "remaining", "reported", "reportedly", "declared", "lies", "lay", "kept", "left", "became", "becomes", "become", "becoming", "rendered", "made", "getting", "got", "get", "comes", "came", "come", "stands", "went", "deemed", "considered", "put", "knocked", "seems", "appears", "appeared");
    private static readonly WordSet GroupWords = new("not", "no", "longer", "de", "facto", "yet", "fast", "almost", "nearly", "quickly", "thus", "both", "all", "under", "in", "out");
    private static readonly WordSet NoObject = new("last", "this", "next", "early", "late", "round", "around", "wide", "today", "yesterday", "tonight", "tomorrow", "again", "completely", "entirely", "altogether", "there", "one", "two", "both", "earlier", "once", "twice", "open", "shut", "closed");

    private bool Starts(int i, string beginning) => s.IsWord(i) && s.Chars(i).StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    // "seal | off the western side", "blew | up the bridge"
    private int Particle(int i)
    {
        while (s.SaysAny(i, "up", "down", "off", "again", "away", "out", "back")) i++;
        return i;
    }

    private bool Object(int from, Meaning act, out Thing thing)
    {
        thing = default;
        var start = Particle(from);
        while (start < s.Count && s[start].Kind == TokenKind.Quote) start++;
        // "reopened to traffic the road": seldom; "opened on Monday": no object.
        if (start >= s.Count || s.Is(start, Tag.Weekday) || s.Is(start, Tag.Preposition) && !s.Is(start - 1, Tag.Passage) && Approximator(start) == 0) return false;
        if (Phrase(start, s.Count, out var end) is not { } found || !Fits(act, found)) return false;
        // "Saraqeb said", "the city is quiet": the next clause.
        if (s.Is(end, Tag.Be) && act.Who == "both") return false;
        thing = found;
        return true;
    }

    // Whether a noun phrase follows that is no time: "cut | power", "closed | schools".
    private bool HasObject(int i)
    {
        if (!s.IsWord(i) && !s.IsNumber(i)) return i < s.Count && s[i].Kind == TokenKind.Quote && s.IsWord(i + 1);
        if (taken[i] || s.Is(i, Tag.Preposition) || s.Is(i, Tag.Conjunction) || s.Is(i, Tag.Adverb) || s.Is(i, Tag.Weekday) || s.Is(i, Tag.Month) || s.EndsWith(i, "ly") || s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.Is(i, Tag.Modal)) return false;
        return !s.IsIn(i, NoObject);
    }

    private bool IsLinking(int i) => s.IsIn(i, Linking);

    // "are blocked", "has been cut", "stayed open": what it is done to stands before.
    private bool IsPassive(int act)
    {
        var i = act - 1;
        while (i > 0 && (s.Is(i, Tag.Adverb) && !s.Is(i, Tag.Direction) || s.EndsWith(i, "ly") || s.SaysAny(i, "no", "longer", "yet", "not", "de", "facto", "all", "both", "almost", "nearly") || s.IsMark(i, ',') && s.EndsWith(i - 1, "ly") || s.IsMark(i, ',') && s.EndsWith(i + 1, "ly"))) i--;
        if (i < 0) return false;
        if ((s.Is(i, Tag.Be) || IsLinking(i)) && !s.EndsWith(act, "ing") || s.SaysAny(act, "cannot", "could", "can")) return true;
        // "was closed and is guarded", "is mined and cut"
        return s.SaysAny(i, "and", "or") && i == act - 1 && s.EndingAt(i, Tag.Act, out var twin) is not null && twin > 0 && !s.EndsWith(act, "ing") && IsPassive(twin);
    }

    private int GroupStart(int act)
    {
        var i = act;
        while (i > 0 && act - i < 10)
        {
            var before = i - 1;
            if (s.Is(before, Tag.Be) || s.Is(before, Tag.Have) || s.Is(before, Tag.Do) || s.Is(before, Tag.Modal) || s.Is(before, Tag.Possible) || s.Is(before, Tag.Adverb) && !s.Is(before, Tag.Direction) || IsLinking(before) || s.EndsWith(before, "ly") || s.IsIn(before, GroupWords)) i--;
            else if (s.IsMark(before, ',') && s.EndsWith(before - 1, "ly") && i < act) i--;
            // "is to reopen", "continued to fall", "was expected to open"
            else if (s.Says(before, "to") && (s.Is(before - 1, Tag.Be) || s.SaysAny(before - 1, "yet", "due", "set", "expected", "likely"))) i--;
            else if (s.Says(before, "to") && s.EndingAt(before, Tag.Catenative, out var first) is not null) i = first;
            else break;
        }

        // "is mined and cannot be used": both are told of one subject.
        if (i > 0 && s.SaysAny(i - 1, "and", "or") && s.EndingAt(i - 1, Tag.Act, out var earlier) is not null && earlier > 0 && (s.Is(earlier - 1, Tag.Be) || s.Is(earlier - 1, Tag.Adverb) || IsLinking(earlier - 1))) return GroupStart(earlier);
        // "has been mended and is open": past the first verb of the subject.
        if (i < act && s.SaysAny(i - 1, "and", "but"))
            for (var k = i - 2; k > Math.Max(0, i - 11) && !s.IsMark(k, ';') && !s.Is(k, Tag.Speech); k--)
                if (s.Is(k, Tag.Be)) return s.Is(k + 1, Tag.Act) && !s.Is(k - 1, Tag.Act) ? i : GroupStart(k + 1);
        return i;
    }

    // "It was shelled": where the pronoun stands; -1 where what it is told of has not happened ("once it is repaired").
    private int? Pronoun(int group)
    {
        if (!s.SaysAny(group - 1, "it", "they")) return null;
        return s.SaysAny(group - 2, "once", "until", "unless") || s.SaysAny(group - 2, "when") && s.SaysAny(group, "is", "are", "has", "reopens", "opens") ? -1 : group - 1;
    }

    // "the bridge, which was closed": the noun before "which".
    private Thing? Relative(int group, Meaning act) => s.SaysAny(group - 1, "which", "that") ? Nearest(group - 1, act) : null;

    // "the road, which rebels cut on Friday": what the clause is told of.
    private Thing? Antecedent(int at, Meaning act)
    {
        for (var i = at - 1; i > Math.Max(0, at - 5) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "which", "that") && !s.SaysAny(i - 1, "and", "or") && !s.Is(i - 1, Tag.Speech)) return Nearest(i, act) is { IsPlace: false } way ? way : null;
        return null;
    }

    private Thing? Nearest(int pronoun, Meaning act)
    {
        var stop = s.IsMark(pronoun - 1, ',') ? pronoun - 1 : pronoun;
        for (var p = Math.Max(0, stop - 10); p < stop; p++)
            if (Phrase(p, stop, out var end) is { } thing && thing.End == stop && end == stop && Fits(act, thing)) return thing;
        return Subject(stop, act, out _) is { } far && Fits(act, far) ? far : null;
    }

    // What a verb group is told of: the last noun phrase before it that no preposition governs, past an insertion.
    // "On Monday [the bridge] on the road to Sake", "By evening [the crossing]", "[Traffic on the road]".
    private Thing? Subject(int group, Meaning act, out int boundary)
    {
        var stop = group;
        boundary = -1;
        if (IsLabel(stop)) stop--;
        else if (s.IsMark(stop - 1, ','))
        {
            // "The bridge, which came under fire, is impassable"; "the roads connecting A with B to the west, are cut"
            for (var open = stop - 2; open > 0 && stop - open < 28 && !s.IsMark(open, ';') && !s.IsMark(open, '.'); open--)
            {
                if (!s.IsMark(open, ',') || s.SaysAny(open + 1, "and", "or") || Bare(open, out boundary) is not { } past || !Fits(act, past)) continue;
                // "A portion of Highway 6, the road joining A, B and C, has": what the road is called first.
                return s.Is(past.First, Tag.Determiner) && boundary > 0 && s.IsMark(boundary, ',') && Bare(boundary, out var outer) is { } called && called.Feature == past.Feature && Fits(act, called) ? (boundary = outer, called).called : past;
            }

            if (stop == group && !Starts(group, "re")) return Bare(stop - 1, out boundary) is { IsPlace: false } plain ? plain : null;
            stop--;
        }

        return Bare(stop, out boundary);
    }

    // "RN4: closed at Bogoro", "Naga-Calabanga Road – passable only to trucks": a mark in the place of "is".
    private bool IsLabel(int act) => act is > 1 and < 24 && (act < 9 && s.IsMark(act - 1, ':') || s[act].Spaced && s[act - 1].Spaced && (s.IsMark(act - 1, '–') || s.IsMark(act - 1, '—') || s.IsMark(act - 1, '-')));

    private Thing? Bare(int stop, out int boundary)
    {
        boundary = stop - 1;
        while (boundary >= 0 && stop - boundary < 26 && !IsBoundary(boundary))
        {
            // "(RN15)"
            if (s.IsMark(boundary, ')')) while (boundary > 0 && !s.IsMark(boundary, '(')) boundary--;
            boundary--;
        }

        Thing? found = null;
        Thing? joined = null;
        var (governed, listed) = (false, false);
        for (var p = boundary + 1; p < stop;)
        {
            if (s.SaysAny(p, "linking", "connecting", "joining", "leading", "running", "spanning", "near", "crossing", "known", "used", "including", "close") && found is not null || s.EndsWith(p, "ed") && s.Is(p + 1, Tag.Preposition) && p > boundary + 1 || s.Is(p, Tag.Preposition) && !(s[p].Capital && p > 0) && !(s.Is(p, Tag.Adverb) && s.Is(p + 1, Tag.Determiner) && s.SaysAny(p, "since")))
            {
                (governed, listed) = (true, false);
                p++;
                continue;
            }

            // "Roads all over the province": still the roads.
            if (found is not null && s.SaysAny(p, "all", "right") && s.SaysAny(p + 1, "over", "across", "along", "around", "round", "through", "throughout")) { (governed, listed) = (true, false); p += 2; continue; }
            if (s.SaysAny(p, "and", "or") || s.IsMark(p)) { listed = true; p++; continue; }
            if (taken[p] || s.Is(p, Tag.Weekday) || s.SaysAny(p, "today", "yesterday", "last", "week", "month", "late", "early", "overnight", "morning", "night", "evening") || s.Is(p, Tag.Adverb) && !s.Is(p, Tag.Direction)) { (governed, listed) = (false, false); p++; continue; }
            if (s.Is(p, Tag.Direction) && found is not null && !s[p].Capital && (s.Is(p + 1, Tag.Preposition) || p + 1 == stop)) { p++; continue; }
            var thing = Phrase(p, stop, out var end);
            if (end <= p) { p++; continue; }
            // "fell back to the airport and the crossing was shut": a clause of its own.
            joined = governed && listed && end >= stop && s.SaysAny(p - 1, "and", "but") && s.Is(p, Tag.Determiner) ? thing : null;
            // "the town and its bridge were": a list goes on as it began.
            if (!governed) found = listed && found is { } called && s.IsMark(p - 1, ',') ? called : listed && found is { } first ? thing is { } more && more.IsPlace == first.IsPlace ? first with { End = end } : thing : thing;
            if (!s.IsMark(end) && !s.SaysAny(end, "and", "or")) governed = false;
            p = Math.Max(end, p + 1);
        }

        return found ?? joined;
    }

    // Where the clause of a subject begins: a mark, a conjunction, a verb, a pronoun.
    private bool IsBoundary(int i)
    {
        if (s.IsMark(i))
        {
            if (s.IsMark(i, '-') || s.IsMark(i, '–') || s.IsMark(i, '/') || s.IsMark(i, ')') || s.IsMark(i, '(') || s[i].Kind == TokenKind.Quote) return false;
            if (!s.IsMark(i, ',')) return true;
            if (s.SaysAny(i + 1, "especially", "including", "particularly", "notably", "mainly", "reportedly")) return false;
            // "A, B and C roads"
            return !(s.IsWord(i - 1) && s[i - 1].Capital && s.IsWord(i + 1) && s[i + 1].Capital && !s.Is(i + 1, Tag.Feature) && !s.Is(i - 1, Tag.Weekday));
        }

        if (s[i].Capital && i > 0 && s.IsWord(i - 1) && s[i - 1].Capital) return false;
        // "the border with Chad"
        if (s.Says(i, "with") && s.EndingAt(i, Tag.Feature, out _) is { Name: "crossing" }) return false;
        if (s.Is(i, Tag.Speech) && !s.Is(i - 1, Tag.Be) && !s.SaysAny(i, "states", "report", "estimates", "shows") || s.IsIn(i, ClauseMarks)) return true;
        if (s.Is(i, Tag.Modal) && !s[i].Capital || s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.Is(i, Tag.Do)) return true;
        if (IsCausative(i) && !s.SaysAny(i, "forces", "force")) return true;
        if (s.SaysAny(i, "crossing", "crossings", "leading", "linking", "connecting", "joining", "running")) return false;
        // "the corridor agreed on Friday": described, as a finite verb follows.
        if (s.EndsWith(i, "ed") && s.Is(i + 1, Tag.Preposition) && i > 0 && s.IsWord(i - 1) && !s.IsSmall(i - 1)) return false;
        if (s.Find(i, Tag.Predicate) is { Form: not VerbForm.Noun } && !s.Is(i, Tag.Feature) && !s.Is(i - 1, Tag.Determiner) && !s.Is(i, Tag.SettlementNoun) && !s.Is(i, Tag.Preposition)) return true;
        return s.Find(i, Tag.Act) is { } act && !s.Is(i, Tag.Feature) && !s.Is(i - 1, Tag.Determiner) && !s.Is(i + 1, Tag.Feature) && !IsAttribute(i, act);
    }

    // "whether to leave the western road open", "if the bridges fall": the whole clause.
    private int Whole(int first, int boundary)
    {
        if (boundary < 0 || boundary < first - 1) return first;
        if (s.SaysAny(boundary, "if", "unless", "whether")) return boundary;
        if (!IsCausative(boundary)) return first;
        var start = boundary;
        if (s.Says(start - 1, "to")) start--;
        return start < boundary && s.Is(start - 1, Tag.Conditional) ? start - 1 : boundary;
    }

    // The words that finish the state: "open round the clock", "reopened to civilian cars", "closed between A and B".
    private int Complement(int from)
    {
        if (s.SaysAny(from, "round", "around") && s.Says(from + 1, "the") && s.Says(from + 2, "clock")) return from + 3;
        if (s.Says(from, "between")) return Ends(from) is var last && last > from + 1 ? last : from;
        if (!s.Says(from, "to") || s.Says(from - 1, "only")) return from;
        var end = from + 1;
        while (end < s.Count && end - from < 6 && s.IsWord(end) && !taken[end] && !s[end].Capital && (s.Is(end, Tag.Determiner) || s.SaysAny(end, "only", "alone", "all") || !s.IsSmall(end)) && !s.Is(end, Tag.Speech) && (!s.Is(end, Tag.Adverb) || s.SaysAny(end, "only", "alone", "south", "north", "east", "west"))) end++;
        return end > from + 1 && !s.Is(end - 1, Tag.Determiner) ? end : from;
    }

    // "open to buses only", "open one way", "passable under escort": for some and not for all, or not always.
    private bool ForSome(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 7) && !s.IsMark(i, ';') && !s.IsMark(i, '.'); i++)
        {
            if (s.SaysAny(i, "only", "alone", "escort", "escorts", "permit", "permits", "intermittently", "daylight", "pedestrians", "one-way", "partially", "partly", "limited", "except", "convoys") || s.Says(i, "anyone") && s.Says(i + 1, "without") || s.Says(i, "on") && s.Says(i + 1, "foot")) return true;
            if (s.Says(i, "one") && s.SaysAny(i + 1, "way", "direction", "lane") || s.Says(i, "hours") && s.SaysAny(i + 1, "a", "per", "daily") || s.Says(i, "motorcycles") || s.Says(i, "for") && s.SaysAny(i + 1, "ambulances", "emergencies") || s.SaysAny(i, "with", "under") && s.SaysAny(i + 1, "difficulty", "restrictions", "conditions")) return true;
            if (i > from && (s.Is(i, Tag.Conjunction) && !s.Says(i, "and") || s.Is(i, Tag.Speech))) return false;
        }

        return false;
    }

    // "closed to anyone without a pass", "closed to all but ambulances": for most.
    private bool ButSome(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 6) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "anyone", "those") && s.Says(i + 1, "without") || s.SaysAny(i, "all", "everyone", "everybody", "anyone") && s.Says(i + 1, "but") || s.Says(i, "except")) return true;
        return false;
    }

    // "and cannot be used", "and therefore closed"
    private bool ActAfter(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 5); i++)
            if (s.Is(i, Tag.Act)) return true;
            else if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Have) && !s.Is(i, Tag.Adverb) && !s.EndsWith(i, "ly") && !s.SaysAny(i, "not", "no", "can")) return false;
        return false;
    }

    // "a blocked road", "its closed borders", "the besieged city": the word stands before the noun that it describes.
    private bool IsAttribute(int at, Meaning act)
    {
        if (!act.Form.HasFlag(VerbForm.Participle) && act.Form != VerbForm.Phrase && !act.Form.HasFlag(VerbForm.Phrase) && !s.EndsWith(at, "ing")) return false;
        if (!s.IsWord(at + 1) || s.IsSmall(at + 1) || s.Find(at, Tag.Act, out var length) is not null && length > 1) return false;
        var i = at - 1;
        while (i >= 0 && (s.SaysAny(i, "still", "only", "last", "now", "remaining", "newly", "partially", "partly", "long", "heavily", "single") || s.EndsWith(i, "ly") || s.Is(i, Tag.Direction) || s.Is(i, Tag.Demonym))) i--;
        if (i < 0) return act.Form.HasFlag(VerbForm.Participle) && s.Is(at + 1, Tag.Feature) && !s.EndsWith(at, "ing") && s.Says(at + 2, "and");
        return (s.Is(i, Tag.Determiner) || s[i].Kind == TokenKind.Possessive || s.IsNumber(i) || s.Is(i, Tag.Cardinal) || s.Is(i, Tag.Preposition) && !s.EndsWith(at, "ing") && s.Find(i + 1, Tag.Act) is null) && !s.Is(i, Tag.Conjunction) && !s.SaysAny(i, "all", "both");
    }

    private bool IsLast(int at)
    {
        for (var i = Math.Max(0, at - 3); i < at; i++)
            if (s.SaysAny(i, "only", "last", "sole", "remaining")) return true;
        return false;
    }

    // Whether an act follows in the clause of a feature.
    private bool Done(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 12) && !s.IsMark(i, ';'); i++)
            if (s.Is(i, Tag.Act) && (s.Is(i - 1, Tag.Be) || IsLinking(i - 1) || s.Is(i - 1, Tag.Have) || s.Is(i - 1, Tag.Adverb))) return true;
        return false;
    }

    // The phrase begins its clause, or tells what something is: "X is the only open road".
    private bool Leads(int at)
    {
        var i = at - 1;
        while (i >= 0 && (s.SaysAny(i, "only", "last", "sole", "remaining", "one", "still") || s.Is(i, Tag.Determiner))) i--;
        return i < 0 || s.IsMark(i) || s.Is(i, Tag.Be) && !s.SaysAny(at - 1, "single", "one") || s[i].Kind == TokenKind.Quote || s.SaysAny(i, "that", "and", "but", "while", "remains", "as");
    }

    // "an operation to retake the city", "permits to enter the region": what is meant to be, unless a plan says so.
    private bool IsPurpose(int at)
    {
        var i = at - 1;
        while (i > 0 && (s.EndsWith(i, "ly") || s.Is(i, Tag.Adverb))) i--;
        if (s.SaysAny(i, "help", "helped")) return !s.Is(i - 1, Tag.Have);
        return s.Says(i, "to") && !Happened(i) && !s.SaysAny(i - 1, "claimed", "claims", "claim", "said", "reported", "agreed", "set", "about", "due", "whether") && !s.Is(i - 1, Tag.Be) && s.EndingAt(i, Tag.Catenative, out _) is not { Name: "planned" };
    }

    // "prevented from entering", "aimed at capturing", "without reaching"
    private bool IsKeptFrom(int at) => s.EndsWith(at, "ing") && (s.SaysAny(at - 1, "from", "without", "at", "of", "for", "about", "despite", "not", "stopped", "stop", "stops", "ceased", "avoid", "avoided", "denied", "considered")
        // "went on attacking" does it.
        || s.Says(at - 1, "on") && !s.SaysAny(at - 2, "went", "goes", "go", "gone", "kept", "keep", "keeps", "carried", "carry"));

    // "managed to | cut", "began to | enter": the verb before "to" says that it happens.
    private bool Happened(int to) => s.EndingAt(to, Tag.Catenative, out _) is { Name: "asserted" } || s.SaysAny(to - 1, "managed", "able", "began", "begun", "started", "due", "continued", "yet", "failed", "on");

    // Who takes or enters a place: a force, a country, letters of one that no table knows, "they" of a force told before ("").
    private string? Force(int at, int head)
    {
        var group = GroupStart(at);
        // "families reached the town": no force.
        if (s.Find(group - 1, Tag.Unit) is { } unit && Numbers.Noun.IsHuman(unit.Name) && !s.Is(group - 1, Tag.Actor) && !s.SaysAny(group - 1, "men", "forces") && !s[group - 1].Capital) return null;
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

        // The nearest: "rebels took Halma and the army has cut the road".
        for (var i = before - 1; i >= stop; i--)
        {
            if (s.Find(i, Tag.Actor, out var length) is null || s.SaysAny(i - 1, "from", "by", "against", "fled", "of") || i + length > before) continue;
            var first = i;
            while (first > stop && s.IsWord(first - 1) && !s.IsSmall(first - 1) && !s.Is(first - 1, Tag.Weekday) && !s.Is(first - 1, Tag.Month) && (s[first - 1].Capital || s.Is(first - 1, Tag.Demonym)) && i - first < 3) first--;
            while (first > stop && s.Is(first - 1, Tag.Actor)) first--;
            return s.Words(first, i + length);
        }

        return null;
    }

    // "They captured the town": the force spoken of before, where the verb leaves no doubt.
    private string? Pronouns(int at)
    {
        var i = at - 1;
        while (i > 0 && (s.Is(i, Tag.Have) || s.Is(i, Tag.Adverb))) i--;
        // "Nkunda's men have taken"
        if (s.SaysAny(i, "group", "alliance", "column") && s.SaysAny(i - 1, "the", "armed")) return "";
        if (s.SaysAny(i, "men", "forces") && i > 0 && (s[i - 1].Kind == TokenKind.Possessive || s.SaysAny(i - 1, "its", "his", "their"))) return "";
        return s.Says(i, "they") && s.SaysAny(at, "captured", "recaptured", "seized", "overran", "retook", "liberated", "conquered", "regained", "took") ? "" : null;
    }

    // "FSA seized control of": letters of a force that no table knows.
    private string? Letters(int at)
    {
        var i = at - 1;
        while (i > 0 && (s.Is(i, Tag.Have) || s.Is(i, Tag.Adverb))) i--;
        return s.Is(i, Tag.Source) ? null : new Bodies(s).Acronym(i)?.Name;
    }

    // "Russia takes Lyman": a country that takes a named place, not one that takes people in.
    private string? CountryActing(int at, int start)
    {
        if (!s[start].Capital || s.Is(start, Tag.Demonym) || s.Is(start, Tag.Unit) || s.Is(start + 1, Tag.Unit)) return null;
        for (var first = Math.Max(0, at - 3); first < at; first++)
            if (s.Find(first, Tag.Country, out var length) is not null && first + length == at && s[first].Capital && !s.Is(first - 1, Tag.Preposition)) return s.Words(first, at);
        return null;
    }

    private bool NegatedAt(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
        {
            if (s.SaysAny(i, "not", "never", "cannot", "n't", "neither", "nor") || s.EndsWith(i, "n't") || s.Says(i, "longer") && s.Says(i - 1, "no") || s.Says(i, "to") && s.SaysAny(i - 1, "yet", "failed", "unable", "refused", "refuses") || s.SaysAny(i, "prevented", "stopped") && s.Says(i + 1, "from")) return true;
            if (!s.Is(i, Tag.Adverb) && !s.Is(i, Tag.Be) && !s.Is(i, Tag.Have) && !s.Says(i, "to") && !s.EndsWith(i, "ly") && !s.SaysAny(i, "no", "from", "yet") && !s.Is(i, Tag.Do)) return false;
        }

        return false;
    }

    private bool Yet(int at) => s.SaysAny(at - 1, "yet") || s.Says(at - 2, "yet");

    private Realis RealisAt(int first, int at)
    {
        var result = Realis.Asserted;
        for (var i = Math.Max(0, first - 5); i < at; i++)
        {
            if (s.IsMark(i, ';')) result = Realis.Asserted;
            else if (s.Is(i, Tag.Conditional)) result = Realis.Possible;
            else if (s.Is(i, Tag.Planned) || s.Says(i, "to") && s.Is(i - 1, Tag.Be) || s.Says(i, "agreed") && s.SaysAny(i + 1, "to", "that", "on") || s.Says(i, "should") && s.SaysAny(i + 1, "open", "reopen", "close") || s.SaysAny(i, "will", "would", "promised", "tomorrow", "ordered", "orders", "instructed")) result = Realis.Planned;
            else if (s.Is(i, Tag.Possible) && !taken[i]) result = Realis.Possible;
            else if (s.Is(i, Tag.Deny)) result = Realis.Denied;
            else if (s.Is(i, Tag.Attempted)) result = Realis.Attempted;
        }

        return result;
    }

    // "called for the road to be reopened", "urged them to reopen the crossing": what is wanted is not so.
    private bool Demanded(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 9) && !s.IsMark(i, ';'); i--)
            if (s.SaysAny(i, "urge", "urged", "urges", "urging", "demand", "demanded", "demands", "demanding", "requested", "requests", "appealed", "appeal", "appeals", "called", "calls", "calling", "call", "asked", "negotiating", "negotiate", "negotiations", "proposed") && !s.Is(i - 1, Tag.Be)) return true;
        return false;
    }
}
