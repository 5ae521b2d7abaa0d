using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Sources;

/// <summary>How the name of a body is written: where it begins and ends, what stands for it, and what kind of body its words make it.</summary>
internal sealed partial class Bodies
{
    /// <summary>The words of a name in the table, with those that belong to it: "Kenya Red Cross", "disaster authority AFAD".</summary>
    /// <param name="at">First token.</param>
    /// <param name="length">How many tokens the words of the table are.</param>
    /// <param name="source">What the table says of them.</param>
    /// <param name="floor">Where the name may begin.</param>
    public Attribution Describe(int at, int length, Meaning source, int floor = 0)
    {
        var type = Spelling.Parse<SourceType>(source.Detail);
        // "the Danish refugee agency": of that country, and not the UN's.
        if (type == SourceType.Un && source.Name.Length > 0 && s.Is(at - 1, Tag.Demonym) && !s[at].Capital)
            return new Attribution(s.Words(at - 1, at + length), s.Says(at, "refugee") ? SourceType.Ngo : SourceType.Government);
        if (source.Name.Length > 0) return new Attribution(source.Name, type);
        // "Government | authorities": the capital is that of the sentence.
        if (at == 0 && length == 1 && s.Says(0, "government") && s.SaysAny(1, "authorities", "officials", "sources")) length = 2;
        // "military spokesman": the body speaks.
        if (length == 2 && s.Has(at + 1, Cue.Spokesman) && s.SaysAny(at, "army", "military", "police") && s[at].Word?.Find(Tag.Source) is { } bare)
            return Describe(at, 1, bare);
        var end = at + length;
        if (Member(at, end, type)) end++;
        // "Kenya Red Cross | Society": the rest of the name.
        if (s.Find(end, Tag.Body) is { Detail: "" } && s[end].Capital == s[end - 1].Capital) end++;
        if (Short(end) is { } letters) return new Attribution(letters, type);
        while (length > 2 && Joins(end, s[end - 1].Capital)) end += 2;
        // "civil defence | volunteers"
        if (type == SourceType.Government && s.Says(end - 1, "volunteers")) type = SourceType.Ngo;
        var first = NameOf(at, end, floor);
        var name = s.Words(first, Of(end));
        return new Attribution(type == SourceType.Un ? name.Replace("U.N.", "UN", StringComparison.Ordinal) : name, Kind(first, end - 1, type));
    }

    // The word after the name of a body by which one of it is told, where no institution is named that he speaks for.
    private bool Member(int at, int end, SourceType type)
    {
        // "peshmerga | colonel": who speaks, as he is told.
        var force = s.Is(end, Tag.Source) || end == at + 1 && s.SaysAny(at, "army", "militia", "rebel", "police", "peshmerga") && !s.IsCapital(end);
        if (force && s.Find(end, Tag.Body) is { Name: "armed_actor", Detail: "person" }) return true;
        // "militia | leaders", "relief | workers"; "ministry officials": the ministry.
        if (s.Has(end, Cue.Member) && (!s[end - 1].Capital || at == 0 || type == SourceType.ArmedActor)
            && !s.SaysAny(end - 1, "ministry", "agency", "commission", "department", "office", "service")) return true;
        // "the civil defence | chief", "a police | inspector": an office of its own, where no ministry or agency speaks.
        if (type == SourceType.Government && s.Has(end, Cue.Chief) && (!s.Is(end - 1, Tag.Body) || s.Says(end - 1, "police"))) return true;
        // "an army | medic", "a militia | spokesman"
        return type == SourceType.ArmedActor && s.Has(end, Cue.Attached)
            || s.SaysAny(end - 1, "militia", "rebel", "coalition", "government") && s.Has(end, Cue.Spokesman);
    }

    // The words before those of the table that belong to the name: at most three.
    private int NameOf(int at, int end, int floor)
    {
        var first = at;
        var proper = s[at].Capital && at > 0;
        for (var i = at - 1; i >= floor && at - i <= 3 && s.IsWord(i); i--)
        {
            // "Flood and | Emergency Management Authority"
            if (s.Is(end - 1, Tag.Body) && BeforeAnd(first, floor) is var joined && joined < first)
            {
                (first, at, i) = (joined, joined, joined);
                continue;
            }

            if (proper && !s[i].Capital || s.IsSmall(i) || s.Is(i, Tag.Cardinal) || IsTime(i) || IsWhere(i)) break;
            var named = s[i].Capital && i > 0 && !s.Is(i, Tag.Demonym) && !s.Is(i, Tag.Country);
            var verb = s.Verb(i) is { Form: not VerbForm.Noun } && !(proper && i > 0) && !s.Is(i - 1, Tag.Determiner);
            if (named && !s.Is(end - 1, Tag.Body) || verb) break;
            first = i;
        }

        // "the WASH/Health cluster"
        while (s.IsMark(first - 1, '/') && s.IsCapital(first - 2)) first -= 2;
        return first;
    }

    // "ministry | of humanitarian action", "governor | of Kherson region": the field of work of a body or minister, the place of a body or ruler.
    private int Of(int end)
    {
        if (s.Find(end - 1, Tag.Body) is not { Name: not "witness" } head || !s.IsWord(end)) return end;
        // "Peace Research Institute | Oslo"
        if (!s.SaysAny(end, "of", "for") && !(s.Says(end, "on") && s[end - 1].Capital && s.IsCapital(end + 1)))
            return s[end].Capital && s[end - 1].Capital && !s.IsCapital(end + 1) && Lexicon.Default.Capitals.Contains(s.Words(end, end + 1)) ? end + 1 : end;
        if (!s.IsWord(end + 1)) return end;
        var (office, place) = (head.Detail.Length == 0, s[end + 1].Capital);
        var last = end + 1;
        while (last < end + 8 && (IsField(last, place) || Joins(last, place))) last++;
        if (last == end + 1) return end;
        if (!place) return (office || s.Has(end - 1, Cue.Minister)) && (s.Is(last, Tag.Speech | Tag.Have) || s.IsMark(last)) ? last : end;
        if (!office && (!s.Says(end, "of") || !s.Has(end - 1, Cue.Ruler))) return end;
        return s.SaysAny(last, "region", "province", "state", "governorate", "county", "district", "oblast", "department") ? last + 1 : last;
    }

    // "Disaster and | Emergency Management Authority": where the name begins that goes on before "and", or the token itself.
    private int BeforeAnd(int first, int floor)
    {
        var before = first - 2;
        return before >= floor && s.SaysAny(first - 1, "and", "&") && s[first].Capital && s.IsCapital(before) && !s.Is(before, Tag.Country)
            && s.Find(before, Tag.Source) is null or { Detail: "witness" } && s.Find(before, Tag.Body) is null or { Name: "ngo" or "witness" }
            // "the governor of Karsa and Relief Commission officials" are two.
            && (!s.Is(before - 1, Tag.Preposition) || s.Find(before - 2, Tag.Body) is { Detail: "" } || s.Has(before - 2, Cue.Leads)) ? before : first;
    }

    // "Norwegian Centre | for Human Rights", "Association | for the Care of Displaced Families": the head before "of" or "for" in a name that
    // ends at a token, or -1.
    private int FirstHead(int start, int last)
    {
        var i = last;
        while (i > start && s[i].Capital && last - i < 8)
        {
            i = BeforeAnd(i, start) is var joined && joined < i ? joined : i - 1;
            if (s.Is(i, Tag.Determiner) && s.SaysAny(i - 1, "of", "for")) i--;
            if (!s.SaysAny(i, "of", "for")) continue;
            if (s.IsCapital(--i) && i >= start && s.Find(i, Tag.Body) is { Detail: "" }) return i;
        }

        return -1;
    }

    // "the Office for Relief", "the Norwegian Centre for Human Rights": the first head of a name that ends before a token is that of the body.
    private Attribution? Whole(int start, int end) =>
        FirstHead(start, end - 1) is var of and >= 0 && Headed(start, of) is { } body
            ? new Attribution(s.Words(NameStart(start, of), end), s.SaysAny(of, "office", "board", "council") ? SourceType.Government : body.Type) : null;

    private bool IsField(int i, bool capital) =>
        s.IsWord(i) && s[i].Capital == capital && !s.IsSmall(i) && !s.Is(i, Tag.Speech) && !s.Is(i, Tag.Adverb) && !s.Is(i, Tag.Weekday);

    // "Refugees | and Repatriation", "Water | , Energy and Irrigation"
    private bool Joins(int i, bool capital) =>
        (s.Says(i, "and") || s.IsMark(i, ',') && (s.IsMark(i + 2, ',') || s.Says(i + 2, "and"))) && IsField(i + 1, capital)
        && s.Find(i + 1, Tag.Source) is null or { Detail: "witness" } && !s.Is(i + 1, Tag.Country);

    /// <summary>"the Ministry of Land | , Mines and Housing": whether a comma stands within a name.</summary>
    public bool Lists(int comma)
    {
        var of = comma - 1;
        while (IsField(of, capital: true)) of--;
        return s.Says(of, "of") && s.Is(of - 1, Tag.Body) && s.IsMark(comma, ',') && Joins(comma, capital: true);
    }

    // "the disaster authority AFAD": the short form stands for the body.
    private string? Short(int end) => Acronym(end)?.Name;

    /// <summary>"AFAD", "DSWD": capitals only, no country, and no word of the tables.</summary>
    public Attribution? Acronym(int i)
    {
        if (!s.IsWord(i) || s.Chars(i).Length is < 3 or > 9 || s.Is(i, NoAcronym)
            || s.SaysAny(i, "wash", "gbv", "hiv", "gps", "nfi", "nfis", "utc", "gmt")) return null;
        var letters = s.Chars(i);
        for (var k = 0; k < letters.Length; k++)
            // "MoSP", "DoH": a ministry or department of.
            if (!char.IsUpper(letters[k]) && letters[k] != '-' && !(letters[k] == 'o' && k == 1 && letters.Length > 3)) return null;
        // "FDMA", "NDMO": an authority, office or council for disaster management.
        var state = s.EndsWith(i, "dma") || s.EndsWith(i, "dmo") || s.EndsWith(i, "drrmc") || s.EndsWith(i, "ndrc");
        return new Attribution(s.Words(i, i + 1), state ? SourceType.Government : SourceType.Ngo);
    }

    private const Tag NoAcronym = Tag.Country | Tag.Unit | Tag.Actor;

    private Attribution? Headed(int start, int head)
    {
        if (head < start || !s.IsWord(head) || Head(head) is not { Detail: not "first" } body || s.Says(head, "head") && s.Says(head + 1, "count")) return null;
        if (Whole(start, head + 1) is { } whole) return whole;
        var first = NameStart(start, head);
        // "the UN-led coordination group": a group of the UN.
        if (body.Detail.Length == 0 && first < head && s.EndsWith(first, "-led") && Led(first) is { } leader)
            return new Attribution(s.Words(first + 1, Of(head + 1)), leader.Type);
        // "a defence spokesman": of an office that is told; "the spokesman" is of the body named before.
        if (first == head && s.Has(head, Cue.Spokesman)) return null;
        // "3.5 million Syrian refugees": those who are counted.
        if (body.Detail == "person" && (body.Name == "witness" && PartOfName(head) || Numbered(first) || s.Is(first, Tag.Scale))) return null;
        var type = Spelling.Parse<SourceType>(body.Name);
        // "a Karen farmer": who speaks for nobody is a witness, whatever he does (schema 4.4).
        if (type == SourceType.Witness && s.SaysAny(head, "mother", "father", "farmer", "man", "woman", "family")) return new Attribution("witness", type);
        return new Attribution(s.Words(first, Of(head + 1)), Kind(first, head, type));
    }

    // What a body is by its last word, or its last two: "the relief | officer".
    private Meaning? Head(int last) => s.Find(last - 1, Tag.Body, out var length) is { } two && length == 2 ? two : s.Find(last, Tag.Body);

    // Whose office it is decides what it is: "the county authorities" are local, "the Lebanese disaster unit" and "a welfare official" of the state.
    private SourceType Kind(int first, int head, SourceType type)
    {
        if (type is not (SourceType.LocalOfficial or SourceType.Government or SourceType.Ngo)) return type;
        // "government-appointed relief committee", "the vice-president's office", "the General Security head": of the state by the words before.
        for (var i = first; i < head; i++)
            if (s.Chars(i).StartsWith("government-") || s.Find(i, Tag.Source, out var length) is { Detail: "government" } && length > 1 && i + length <= head
                || s[i].Kind == TokenKind.Possessive && s.Find(i - 1, Tag.Body) is { Detail: "person", Name: "government" }) return SourceType.Government;
        var (local, field, charity) = (false, s.SaysAny(head + 1, "of", "for") && s.Has(head + 2, Cue.StateField), false);
        for (var i = first; i < head; i++)
        {
            local |= s.Has(i, Cue.Commune);
            field |= s.Has(i, Cue.StateField);
            charity |= s.Find(i, Tag.Body) is { Name: "ngo" } && !s.Says(i, "relief");
        }

        if (type == SourceType.Ngo) return field && s.SaysAny(head, "office", "unit", "directorate", "department") ? SourceType.Government : type;
        if (type == SourceType.Government) return local ? SourceType.LocalOfficial : type;
        // "a local aid committee": whose work is aid is no office; nor is "the Centre for Human Rights".
        if (charity || !field && s.SaysAny(head, "centre", "center") && s.Says(head + 1, "for") && s.IsCapital(head + 2)) return SourceType.Ngo;
        if (local) return type;
        var ofState = field && (s.Says(first, "disaster") || !s.SaysAny(head, "council", "officer"));
        if (ofState || OfCountry(first, head) && !s.SaysAny(head, "mayor", "mayors", "governor", "governors", "elders")) return SourceType.Government;
        // "the regional public works office": of a ministry; the mayor's is not.
        var ofPerson = first > 0 && s[first - 1].Kind == TokenKind.Possessive || head > first && s[head - 1].Kind == TokenKind.Possessive
            || s.SaysAny(head - 1, "media", "press", "information", "mayor", "governor");
        return s.SaysAny(head, "office", "offices") && head > first && !ofPerson ? SourceType.Government : type;
    }

    // "the Lebanese disaster unit", "Beirut's crisis unit": of a whole country. "the Social Welfare Secretary": a minister.
    private bool OfCountry(int first, int head)
    {
        for (var i = first; i < head; i++)
            if (s.Is(i, Tag.Demonym | Tag.Country)) return true;
        if (s.Says(head, "secretary"))
            return s[head].Capital && head > first && s[head - 1].Capital
                && !s.SaysAny(head - 1, "general", "press", "executive", "district", "county", "city");
        return first > 1 && s[first - 1].Kind == TokenKind.Possessive && Lexicon.Default.Capitals.Contains(s.Words(first - 2, first - 1));
    }

    // "elders | ' committee", "persons | ' executive unit": the head of a body after the mark of those it is of, or 0.
    private int Owners(int mark)
    {
        if (s.Is(mark, Tag.Unit)) mark++;
        var last = 0;
        for (var i = mark + 1; s.IsMark(mark, '\'') && i < mark + 4 && s.IsWord(i) && !s.IsSmall(i); i++)
            if (s.Find(i, Tag.Body) is { Detail: "" }) last = i;
        return last;
    }

    // "the government | 's emergency council": the token after the body, or 0.
    private int Owned(int mark, int to)
    {
        if (mark >= to || s[mark].Kind != TokenKind.Possessive) return 0;
        for (var i = mark + 1; i < Math.Min(to, mark + 6) && s.IsWord(i); i++)
            if (s.Find(i, Tag.Body) is { } body && !GoesOn(i, to)) return body.Detail.Length == 0 && !s.Says(i, "secretary") ? i + 1 : 0;
        return 0;
    }

    private bool PartOfName(int i) => s[i].Capital && s.SaysAny(i + 1, "and", "&") && s.IsCapital(i + 2);

    private bool Sent(int to)
    {
        for (var i = to - 1; i >= Math.Max(0, to - 4); i--)
            if (s.SaysAny(i, "ambassador", "envoy", "representative", "delegate")) return true;
        return false;
    }

    // "469 | Mariupol residents", "60,785 | home-based displaced families"
    private bool Numbered(int i)
    {
        var number = i - 1;
        while (number > i - 5 && s.IsWord(number) && !s.IsSmall(number) && !s.Is(number, Tag.Scale)) number--;
        return s.IsNumber(number) && s[number].Value >= 100 || s.Is(number, Tag.Scale);
    }

    // "Migración Colombia", "Ministerio de Defensa": a name in another language, whose head stands first.
    private Attribution? HeadFirst(int head)
    {
        if (!s.IsWord(head) || !s[head].Capital || s.Find(head, Tag.Body, out var length) is not { Detail: "first" } body) return null;
        var end = head + length;
        while (s.IsCapital(end) && !s.Is(end, Tag.Weekday) && !s.Is(end, Tag.Month)
            || s.SaysAny(end, "de", "del", "la", "las", "los", "du", "des", "et") && s.IsWord(end + 1)) end++;
        return new Attribution(s.Words(head, end), Spelling.Parse<SourceType>(body.Name));
    }

    // The words before the head that describe it: at most four, no verb, no small word.
    private int NameStart(int start, int head)
    {
        var first = head;
        // "the state mediator's office", "the vice-president's office"; "Karsa's office" is where it is.
        if (s.SaysAny(head, "office", "bureau") && first - 2 >= start && s[first - 1].Kind == TokenKind.Possessive
            && NameStart(start, first - 2) is var owner
            && (!s[first - 2].Capital || s.Is(owner - 1, Tag.Determiner) || owner > 1 && s[owner - 1].Kind == TokenKind.Possessive)) return owner;
        // "the engineers' union"
        if (first - 2 >= start && s.IsMark(first - 1, '\'') && s.EndsWith(first - 2, "s")) first -= 2;
        while (first > start && head - first < (s[head].Capital ? 7 : 5))
        {
            first = BeforeAnd(first, start);
            if (first == start || !Describes(first - 1)) break;
            first--;
        }

        return first;
    }

    private bool Describes(int i) =>
        s.IsWord(i) && !s.IsSmall(i) && !IsWhere(i) && !IsTime(i) && !s.Is(i, NoPartOfName) && !s.Says(i, "top") && !s.EndsWith(i, "-based")
        && s.Verb(i) is not { Form: VerbForm.Past or VerbForm.Third };

    private const Tag NoPartOfName = Tag.Cardinal | Tag.Speech | Tag.Adverb | Tag.Citing
        | Tag.According;

    // "In Bujumbura | officials had registered": where they did it.
    private bool IsWhere(int i) => s[i].Capital && !s.Is(i, Tag.Demonym) && s.SaysAny(i - 1, "in", "at", "near", "around");

    // "By Friday evening | aid workers had counted": no part of a name.
    private bool IsTime(int i) => s.Is(i, Tag.Weekday | Tag.Month) || !s[i].Capital && s.Has(i, Cue.TimeOfDay);
}
