using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Sources;

/// <summary>
/// The body, office or group that a stretch of words names: one of the table, else a phrase headed by a word such as "commission", else an
/// acronym. The name of a person never gets in; an office stands for its holder (schema 4.4). How a body is written is in Bodies.Names.cs.
/// </summary>
internal sealed partial class Bodies(Sentence s)
{
    /// <summary>The organisation that a sentence begins with and tells of; an army's deeds are followed by what others say of them.</summary>
    public static Attribution? Subject(Sentence s)
    {
        var at = s.Says(0, "the") ? 1 : 0;
        return s.Find(at, Tag.Source, out var length) is { Detail: "un" or "intergovernmental" or "ngo" or "government" } source
            && s.IsWord(at + length) && (!s.Is(at + length, Tag.Conjunction) || s.Says(at + length + 1, "partners"))
            ? new Bodies(s).Describe(at, length, source) : null;
    }

    /// <summary>Who is named in the words from a token on: a body, an office, a group, a state.</summary>
    public Attribution? Whom(int from, int end) => Known(from, end) ?? After(from, end) ?? StateFrom(from);

    /// <summary>The body named in the words that end before a token: in the table, or by its head.</summary>
    public Attribution? Ending(int from, int end) => Known(from, end) ?? Before(from, end);

    /// <summary>The best name of the table in a stretch: an organisation before an office before a plain "official".</summary>
    /// <param name="from">First token.</param>
    /// <param name="to">Token after the last.</param>
    public Attribution? Known(int from, int to)
    {
        Meaning? best = null;
        var (at, length, rank) = (-1, 0, -1);
        var (first, last) = (0, -1);
        for (var i = Math.Max(0, from); i < to; i++)
        {
            if (s.Find(i, Tag.Source, out var l) is not { } source || i + l > to || IsOther(i, l, source)) continue;
            if (Larger(i, l, source, from, to) is { } whole) return whole;
            // "the mayor's office": the office.
            if (source.Name.Length == 0 && Owned(i + l, to) is var stop and > 0) l = stop - i;
            var named = source.Name.Length > 0 && source.Detail != "witness";
            // "refugees | and local officials": both.
            if (!named && last > 0 && s.Says(last, "and") && i - last < 3 && !(s[last - 1].Capital && last > 1) && !s[i].Capital)
                return Joined(Describe(first, last - first, s.Find(first, Tag.Source)!, from), Describe(i, l, source, last + 1));
            (first, last) = (i, named ? -1 : i + l);
            var r = named ? 4 : l > 1 ? 3 : s.Has(i, Cue.PlainSpeaker) ? 1 : 2;
            // "the UN monitoring group OCHA": what it is, then which.
            if (r > rank || named && rank == 4 && s.Is(i - 1, Tag.Body) && i - at - length < 4) (best, at, length, rank) = (source, i, l, r);
            i += l - 1;
        }

        if (best is null) return null;
        // "an official of the Department of Relief": the body that he is of.
        var of = at + length;
        if (best.Name.Length == 0 && s.SaysAny(of - 1, "official", "officials", "officer", "officers") && s.SaysAny(of, "of", "from", "at", "with")
            && s.Is(of + 1, Tag.Determiner) && s.IsCapital(of + 2)
            && After(of + 1, Math.Max(to, Math.Min(s.Count, of + 10))) is { Type: not SourceType.Witness } body) return body;
        var told = Leader(at, length) ?? Describe(at, length, best, from);
        // "a spokesman for the alliance": no institution speaks.
        var spokesman = s.Is(at - 1, Tag.Determiner) ? at - 3 : at - 2;
        return best.Detail == "armed_actor" && s.SaysAny(spokesman + 1, "for", "of") && s.Has(spokesman, Cue.Spokesman)
            && s.SaysAny(at + length - 1, "coalition", "alliance", "militia", "militias", "rebels")
            ? told with { Name = $"{told.Name} {s.Words(spokesman, spokesman + 1)}" } : told;
    }

    // What an office told as well as those beside it is of the office.
    private static Attribution Joined(Attribution one, Attribution other) =>
        new($"{one.Name} and {other.Name}", one.Type == SourceType.Witness ? other.Type : one.Type);

    // Words of the table that name nobody here.
    private bool IsOther(int i, int length, Meaning source)
    {
        var end = i + length;
        // "resulted in 62,000 evacuees, the secretary said": those who are counted. "the Relief and Works Ministry": a part of its name.
        // "the refugees directorate": whose it is.
        if (source.Detail == "witness" && (Numbered(i) || PartOfName(i) || s.Find(end, Tag.Body) is { Detail: "", Name: not "witness" })) return true;
        // "the official closing note": of whom is not told.
        if (s.Says(i, "official") && length == 1 && s.Any(end, end + 2, static (s, k) => s.Is(k, Tag.DataNoun) || s.Has(k, Cue.Statement))) return true;
        // "government advances", "army raids": whose they are. "the Directorate General": no rank.
        if (length == 1 && !s[i].Capital && s.SaysAny(i, "government", "army", "military", "police", "council") && !s.Is(i - 1, Tag.Determiner)
            && s.EndsWith(end, "s") && !s.Is(end, Heads) && !s.Has(end, Cue.Member) && !s.IsSmall(end)) return true;
        if (length == 1 && s.Says(i, "general") && s.Is(i - 1, Tag.Body)) return true;
        // "the chief secretary": what kind of secretary.
        if (s.Says(i, "chief") && length == 1 && s.Find(end, Tag.Body) is { Detail: "person", Name: not "armed_actor" }) return true;
        // "the ambassador to the United Nations": of another body.
        if (s.Says(s.Says(i - 1, "the") ? i - 2 : i - 1, "to") && Sent(i)) return true;
        // "the UN's OCHA agency": whose it is tells less than which.
        return source.Name.Length > 0 && end < s.Count && s[end].Kind == TokenKind.Possessive && s.Find(end + 1, Tag.Source) is { Name.Length: > 0 };
    }

    private const Tag Heads = Tag.Source | Tag.Body | Tag.Speech | Tag.Counting
        | Tag.Intends | Tag.Ordered | Tag.Actor | Tag.DataNoun | Tag.CountNoun;

    // The body that a word of the table is only a part of.
    private Attribution? Larger(int i, int length, Meaning source, int from, int to)
    {
        if (source.Name.Length > 0) return null;
        var end = i + length;
        // "the General Security | head": of the state, whatever his rank.
        if (source.Detail == "government" && length > 1 && !s.Is(end - 1, Tag.Body) && s.Says(end, "head"))
            return new Attribution(s.Words(i, end + 1), SourceType.Government);
        // "the Association of Displaced Families", "the Authority for Civil Defence and Rescue"
        var name = end;
        while (name < to && Joins(name, s[name - 1].Capital)) name += 2;
        if (Whole(from, name) is { } named) return named;
        // "the elders' committee", "the displaced persons' executive unit": of those people.
        if (Owners(end) is var committee and > 0 && Headed(i, committee) is { } theirs) return theirs;
        // "the relief officer": no officer of a force.
        if (length == 1 && source.Detail == "armed_actor" && Head(i) is { Detail: "person", Name: not "armed_actor" }
            && Headed(from, i) is { } officer) return officer;
        // "the risk unit of the cabinet": a body of its own within another.
        var of = s.BeforeArticle(i - 1);
        if (of > from && s.Says(of, "of") && s.Find(of - 1, Tag.Body) is { Detail: "" } && Headed(from, of - 1) is { } within)
            return s[of - 1].Capital ? within with { Name = s.Words(NameStart(from, of - 1), end) } : within;
        // "the General Security directorate": no rank.
        if (length == 1 && s.Says(i, "general") && s[i].Capital && i + 2 <= to
            && Before(i, s.Is(i + 2, Tag.Body) ? i + 3 : i + 2) is { } directorate) return directorate;
        // "the government's emergency council": what follows is the body.
        return Owned(end, to) is var stop and > 0 && !s.SaysAny(stop - 1, "office", "bureau")
            ? new Attribution(s.Words(end + 1, Of(stop)), Spelling.Parse<SourceType>(source.Detail)) : null;
    }

    /// <summary>A body that no table knows, named in the words that end before a token: "the regional risk commission | said".</summary>
    public Attribution? Before(int start, int end)
    {
        // "the Karsa Relief Board (KRB) | said": its letters stand between.
        if (end - 4 > start && s.IsMark(end - 1, ')') && s.IsMark(end - 3, '(') && Acronym(end - 2) is not null) end -= 3;
        // Back over the verb's helpers and a name: "the Kabare administrator, X Y, | has told".
        while (end > start && (s.Is(end - 1, Tag.Have | Tag.Adverb) || s.IsMark(end - 1, ','))) end--;
        if ((Headed(start, end - 1) ?? Acronym(end - 1)) is { } found) return found;
        // "Public Works Secretary X Y | said": the office before the name of its holder.
        var name = end;
        while (name > start && end - name < 3 && s.IsCapital(name - 1) && s[name - 1].Word is null) name--;
        if (name < end && s.Find(name - 1, Tag.Body) is { Detail: "person", Name: not "witness" } && Headed(start, name - 1) is { } office) return office;
        // "the Council of Elders", "Directorate for Camp Affairs": the head stands before "of".
        for (var i = end - 1; i > start && end - i < 9 && (!s.IsMark(i) || Lists(i)); i--)
        {
            // "the Office for Relief | 's figures show": theirs.
            if (s[i].Kind == TokenKind.Possessive) return Before(start, i);
            if (!s.SaysAny(i, "of", "for", "in", "at", "from", "near") || Headed(start, i - 1) is not { } head) continue;
            // "the manager of the camp": which one is told.
            if (s.Says(i, "of") && s.Is(i + 1, Tag.Determiner) && !s[i - 1].Capital && Head(i - 1) is { Detail: "person" }) return head;
            if (s.SaysAny(i, "of", "for")) return head with { Name = s.Words(NameStart(start, i - 1), end) };
            // "the welfare office in Karsa", "councils in the city": where it is.
            if ((s[i + 1].Capital || s.Is(i + 1, Tag.Determiner)) && !s.SaysAny(i - 1, "centre", "center", "centres", "unit")) return head;
        }

        return null;
    }

    /// <summary>A body that no table knows, named in the words from a token on: "according to | the risk commission".</summary>
    public Attribution? After(int from, int end)
    {
        while (s.Is(from, Tag.Determiner)) from++;
        // "according to Migrantes Bolivia": no person is called by a country.
        var last = from;
        while (last < end && s.IsCapital(last)) last++;
        if (last - from > 1 && s.Is(last - 1, Tag.Country) && s[from].Word is null) return new Attribution(s.Words(from, last), SourceType.Ngo);
        for (var i = from; i < Math.Min(end, from + 7) && !s.IsMark(i); i++)
            if (HeadFirst(i) is { } foreign) return foreign;
            else if (!GoesOn(i, end) && (Headed(from, i) ?? Acronym(i)) is { } found) return found;
        return null;
    }

    // "head of the town council", "commander of the river brigade": who leads a body of the state or of a force is told by it.
    private Attribution? Leader(int at, int length)
    {
        var of = at + length;
        if (!s.Says(of, "of"))
        {
            of = at - 1;
            while (of > at - 4 && !s.Says(of, "of")) of--;
        }

        if (!s.Has(of - 1, Cue.Leads) || s[of - 1].Capital || s.Says(of - 2, "deputy") || !s.Says(of, "of") || !s.Is(of + 1, Tag.Determiner)) return null;
        var last = of + 2;
        while (last < of + 5 && s.IsWord(last) && !s[last].Capital && s.Find(last, Tag.Body) is null) last++;
        return !s[last].Capital && s.Find(last, Tag.Body) is { Detail: "", Name: "government" or "local_official" or "armed_actor" } body
            ? new Attribution(s.Words(of - 1, last + 1), Kind(of + 2, last, Spelling.Parse<SourceType>(body.Name))) : null;
    }

    // "the relief board | office", "the board relief | office", "the Office | of the Board": the head of the name is still to come.
    private bool GoesOn(int i, int end)
    {
        if (s[i].Capital && s.SaysAny(i + 1, "of", "for") && s.Is(i + 2, Tag.Body) && s[i + 2].Capital) return true;
        // "the Rescue | and Welfare Department"
        if (s[i].Capital && s.SaysAny(i + 1, "and", "&") && s.IsCapital(i + 2) && s.Is(i + 3, Tag.Body) && s[i + 3].Capital) return true;
        if (s.Find(i, Tag.Body) is not { } body) return false;
        return s.Is(i + 1, Tag.Body) || body.Detail.Length == 0 && i + 2 < end && s.IsWord(i + 1) && !s[i + 1].Capital && !s.IsSmall(i + 1)
            && !s.Is(i + 1, Tag.Speech) && s.Find(i + 2, Tag.Body) is { Detail: "" };
    }

    /// <summary>The body whose name ends before a token: in the table, or by its letters.</summary>
    public Attribution? Named(int start, int end)
    {
        for (var i = Math.Max(start, end - 6); i < end; i++)
            if (s.Find(i, Tag.Source, out var length) is { } source && i + length == end && (source.Name.Length > 0 || length > 1 || s[i].Capital && i > start))
                return source.Name.Length == 0 && Whole(start, end) is { } whole ? whole : Describe(i, length, source);
        return Acronym(end - 1);
    }

    /// <summary>"Al-Haq, a rights organisation,": the name before a comma that an organisation is told by after it.</summary>
    public Attribution? Called(int start, int comma, int end)
    {
        if (!s.SaysAny(comma + 1, "a", "an", "the")) return null;
        for (var i = comma + 2; i < Math.Min(end, comma + 8) && s.IsWord(i) && !s.SaysAny(i, "of", "in", "for", "who", "which", "that"); i++)
        {
            if (s.Find(i, Tag.Body) is not { Detail: "", Name: not "armed_actor" } body) continue;
            var first = comma;
            while (first > start && s.IsWord(first - 1) && (s[first - 1].Capital && !s.Is(first - 1, Tag.Determiner)
                || first < comma && s.SaysAny(first - 1, "of", "for", "and") && first - 2 >= start && s[first - 2].Capital)) first--;
            if (s.Find(first, Tag.Source, out var length) is { } known && first + length == comma) return Describe(first, length, known);
            return first < comma ? new Attribution(s.Words(first, comma), Spelling.Parse<SourceType>(body.Name)) : null;
        }

        return null;
    }

    /// <summary>"The Free Rangers": two or more capitals after an article that no person bears, the last in the plural; "The Defensoría del Pueblo".</summary>
    public Attribution? Proper(int end)
    {
        var first = end;
        while (first > 0 && end - first < 6 && s.IsCapital(first - 1) && !s.Is(first - 1, Tag.Determiner)) first--;
        var article = s.SaysAny(first - 1, "la", "las", "los") && s.Says(first - 2, "de");
        var linked = article ? first - 3 : s.SaysAny(first - 1, "de", "del", "des", "du", "della") ? first - 2 : -1;
        if (end - first < 4 && s.IsCapital(linked) && s.Says(linked - 1, "the")) return new Attribution(s.Words(linked, end), SourceType.Ngo);
        var group = end - first >= 2 && s.EndsWith(end - 1, "s") && !s.EndsWith(end - 1, "ss") && s.Says(first - 1, "the");
        return group && !s.Is(first, Tag.Weekday) && !s.Is(first, Tag.Month) ? new Attribution(s.Words(first, end), SourceType.Ngo) : null;
    }

    /// <summary>"OCHA-led", "UN-commissioned", "IOM-UNHCR": the first body of a compound, or null.</summary>
    public Attribution? Led(int i)
    {
        if (!s.IsWord(i) || !s[i].Capital || s.Chars(i).IndexOf('-') is var dash && dash < 2) return null;
        var word = s.Words(i, i + 1)[..dash];
        return Lexicon.Default.Find(WordKey.Of(word))?.Lexeme?.Find(Tag.Source) is { } source
            ? new Attribution(source.Name.Length > 0 ? source.Name : word, Spelling.Parse<SourceType>(source.Detail)) : null;
    }

    /// <summary>The last name of whoever holds an office that is told beside it ("governor X Y", "X Y, the governor"), or null.</summary>
    /// <param name="from">First token of the stretch.</param>
    /// <param name="to">Token after the last.</param>
    public string? Holder(int from, int to)
    {
        for (var i = to - 1; i > from; i--)
            if (s.IsWord(i) && s[i].Word is null && (s[i].Capital || Article(s.Chars(i)) > 0) && s.IsCapital(i - 1) && s[i - 1].Word is null)
                return LastName(i);
        return null;
    }

    /// <summary>The name at a token as it is looked up: "al-Tamimi" and "Al-Tamimi" are one.</summary>
    public string LastName(int i) => s.Words(i, i + 1)[Article(s.Chars(i))..];

    // The length of "al-", "el-" before a capital, or 0.
    private static int Article(ReadOnlySpan<char> name) => name.Length > 4 && name[2] == '-' && char.IsUpper(name[3]) && (name[0] | 0x20) is 'a' or 'e' ? 3 : 0;

    /// <summary>"Ankara", "Turkey": a country, or its capital, that speaks through its government; the name that ends before a token.</summary>
    /// <param name="start">Where the name may begin.</param>
    /// <param name="end">The token after it.</param>
    public Attribution? State(int start, int end)
    {
        for (var first = Math.Max(start, end - 3); first < end; first++)
            if (s.IsCapital(first) && !(s.IsCapital(first - 1) && !s.IsSmall(first - 1))
                && (s.Find(first, Tag.Country, out var length) is not null && first + length == end || Lexicon.Default.Capitals.Contains(s.Words(first, end))))
                return new Attribution(s.Words(first, end), SourceType.Government);
        return null;
    }

    // "according to | Ankara", "a count by | Turkey"
    private Attribution? StateFrom(int from)
    {
        var end = from;
        while (end < s.Count && end < from + 3 && s.IsCapital(end)) end++;
        return end > from ? State(from, end) : null;
    }
}
