using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// The body, office or group that a stretch of words names: one of the table, else a phrase headed by a word such as "commission", else an
/// acronym. The name of a person never gets in; an office stands for its holder (schema 4.4).
/// </summary>
internal sealed class Bodies(Sentence s)
{
    /// <summary>The organisation that a sentence begins with and tells of; an army's deeds are followed by what others say of them.</summary>
    public static Attribution? Subject(Sentence s)
    {
        var at = s.Says(0, "the") ? 1 : 0;
        if (s.Find(at, Tag.Source, out var length) is not { Detail: "un" or "intergovernmental" or "ngo" or "government" } source) return at == 1 ? Office(s) : null;
        return !s.IsWord(at + length) || s.Is(at + length, Tag.Conjunction) ? null : new Bodies(s).Describe(at, length, source);
    }

    // "The district council | keeps the lists."
    private static Attribution? Office(Sentence s)
    {
        for (var i = 1; i < Math.Min(s.Count - 1, 6) && s.IsWord(i) && !s.IsSmall(i); i++)
            if (s.Find(i, Tag.Body) is { Detail: "", Name: not "armed_actor" } && !s.Is(i + 1, Tag.Body)) return new Bodies(s) is var bodies && s.IsWord(i + 1) && !s.Is(i + 1, Tag.Conjunction) ? bodies.Known(1, i + 1, preferFirst: false) ?? bodies.Headed(1, i) : null;
        return null;
    }

    /// <summary>The best name of the table in a stretch: an organisation before an office before a plain "official".</summary>
    /// <param name="from">First token.</param>
    /// <param name="to">Token after the last.</param>
    /// <param name="preferFirst">Stop at the first comma or "and" once one is found.</param>
    public Attribution? Known(int from, int to, bool preferFirst)
    {
        Meaning? best = null;
        var (at, length, rank) = (-1, 0, -1);
        for (var i = Math.Max(0, from); i < to; i++)
        {
            if (s.Find(i, Tag.Source, out var l) is not { } source || i + l > to)
            {
                if (preferFirst && best is not null && (s.IsMark(i, ',') || s.Says(i, "and"))) break;
                continue;
            }

            // "resulted in 62,000 evacuees, the secretary said": those who are counted. "the Relief and Works Ministry": a part of its name.
            // "the refugees directorate": whose it is.
            if (source.Detail == "witness" && (Numbered(i) || PartOfName(i) || s.Find(i + l, Tag.Body) is { Detail: "", Name: not "witness" })) continue;
            // "the elders' committee", "the displaced persons' executive unit": of those people. "the chief secretary": what kind of secretary.
            if (source.Name.Length == 0 && Owners(i + l) is var committee && committee > 0 && Headed(i, committee) is { } theirs) return theirs;
            if (s.Says(i, "chief") && l == 1 && s.Find(i + 1, Tag.Body) is { Detail: "person", Name: not "armed_actor" }) continue;
            // "the relief officer": no officer of a force.
            if (l == 1 && source.Detail == "armed_actor" && Head(i) is { Detail: "person", Name: not "armed_actor" } && Headed(from, i) is { } officer) return officer;
            // "a head count"
            if (s.Says(i, "head") && s.Says(i + 1, "count")) continue;
            // "the ambassador to the United Nations": of another body.
            if (s.Says(s.Says(i - 1, "the") ? i - 2 : i - 1, "to") && Sent(i)) continue;
            // "the risk unit of the cabinet": a body of its own within another.
            var of = s.Is(i - 1, Tag.Determiner) ? i - 2 : i - 1;
            if (of > from && source.Name.Length == 0 && s.Says(of, "of") && s.Find(of - 1, Tag.Body) is { Detail: "" } && Headed(from, of - 1) is { } within)
                return of == i - 1 || s[of - 1].Capital ? within with { Name = s.Words(NameStart(from, of - 1), i + l) } : within;
            var r = source.Name.Length > 0 && source.Detail != "witness" ? 4 : l > 1 ? 3 : s.SaysAny(i, "official", "officials", "officer", "officers", "residents", "resident", "families", "civilians", "locals", "police", "partners", "council", "volunteers") ? 1 : 2;
            // "the government's emergency council", "the mayor's office": what follows is the body.
            if (source.Name.Length == 0 && i + l < to && s[i + l].Kind == TokenKind.Possessive && Owned(i + l + 1, to) is var stop && stop > 0)
            {
                if (s.SaysAny(stop - 1, "office", "bureau")) l = stop - i;
                else return new Attribution(s.Words(i + l + 1, Of(stop)), Spelling.Parse<SourceType>(source.Detail));
            }

            // "the General Security directorate": no rank.
            if (s.Says(i, "general") && s[i].Capital && (s.Is(i + 1, Tag.Body) || s.Is(i + 2, Tag.Body)) && i + 2 <= to && Before(i, s.Is(i + 2, Tag.Body) ? i + 3 : i + 2) is { } office) return office;
            // "the UN's OCHA agency": whose it is tells less than which.
            if (source.Name.Length > 0 && i + l < to && s[i + l].Kind == TokenKind.Possessive && s.Find(i + l + 1, Tag.Source) is { Name.Length: > 0 }) continue;
            if (r > rank) (best, at, length, rank) = (source, i, l, r);
            i += l - 1;
        }

        return best is null ? null : Describe(at, length, best, from);
    }

    /// <summary>A body that no table knows, named in the words that end before a token: "the regional risk commission | said".</summary>
    public Attribution? Before(int start, int end)
    {
        // Back over the verb's helpers and a name: "the Kabare administrator, X Y, | has told".
        while (end > start && (s.Is(end - 1, Tag.Have) || s.Is(end - 1, Tag.Adverb) || s.IsMark(end - 1, ','))) end--;
        if ((Headed(start, end - 1) ?? Acronym(end - 1)) is { } found) return found;
        // "Public Works Secretary X Y | said": the office before the name of its holder.
        var name = end;
        while (name > start && end - name < 3 && s.IsWord(name - 1) && s[name - 1].Capital && s[name - 1].Word is null) name--;
        if (name < end && name > start && s.Find(name - 1, Tag.Body) is { Detail: "person", Name: not "witness" } && Headed(start, name - 1) is { } office) return office;
        for (var i = end - 1; i >= start && end - i < 6 && (s.IsWord(i) && s[i].Capital || Links(i)); i--)
            if (HeadFirst(i, out var last) is { } first && last == end) return first;
        // "the Council of Elders", "Directorate for Camp Affairs": the head stands before "of".
        for (var i = end - 1; i > start && end - i < 9; i--)
        {
            // "the Office for Relief | 's figures show": theirs.
            if (s[i].Kind == TokenKind.Possessive) return Before(start, i);
            if (s.IsMark(i) || s.Is(i, Tag.Speech) && !s.Is(i, Tag.DataNoun) || s.Is(i, Tag.Have) || s.Is(i, Tag.Be)) return null;
            // "the manager of the camp": which one is told.
            if (s.Says(i, "of") && s.Is(i + 1, Tag.Determiner) && !s[i - 1].Capital && Head(i - 1) is { Detail: "person" } && Headed(start, i - 1) is { } holder) return holder;
            if (s.SaysAny(i, "of", "for") && Headed(start, i - 1) is { } head) return head with { Name = s.Words(NameStart(start, i - 1), end) };
            // "the welfare office in Karsa": where it is.
            if (s.SaysAny(i, "in", "at", "from", "near") && s[i + 1].Capital && !s.SaysAny(i - 1, "centre", "center", "centres", "unit") && Headed(start, i - 1) is { } placed) return placed;
        }

        return null;
    }

    /// <summary>A body that no table knows, named in the words from a token on: "according to | the risk commission".</summary>
    public Attribution? After(int from, int end)
    {
        while (s.Is(from, Tag.Determiner)) from++;
        if (s.Says(from, "people") && s.SaysAny(from + 1, "in", "from", "there", "at", "near", "who")) return new Attribution("people", SourceType.Witness);
        // "according to Migrantes Bolivia": no person is called by a country.
        var last = from;
        while (last < end && s.IsWord(last) && s[last].Capital) last++;
        if (last - from > 1 && s.Is(last - 1, Tag.Country) && s[from].Word is null) return new Attribution(s.Words(from, last), SourceType.Ngo);
        for (var i = from; i < Math.Min(end, from + 7) && (!s.IsMark(i) || s.IsMark(i, '\'') && !s[i].Spaced); i++)
        {
            if (HeadFirst(i, out _) is { } foreign) return foreign;
            if (s.Is(i, Tag.Body) && (s.Is(i + 1, Tag.Body) || s.Find(i, Tag.Body) is { Detail: "" } && i + 2 < end && !s[i + 1].Capital && !s.IsSmall(i + 1) && !s.Is(i + 1, Tag.Speech) && s.IsWord(i + 1) && s.Find(i + 2, Tag.Body) is { Detail: "" }) || s[i].Capital && s.SaysAny(i + 1, "of", "for") && s.Is(i + 2, Tag.Body) && s[i + 2].Capital) continue;
            if ((Headed(from, i) ?? Acronym(i)) is not { } found) continue;
            // "the secretariat for emergency aid (CONASUR)"
            for (var k = i + 1; k < Math.Min(end, i + 7) && !s.IsMark(k, ','); k++)
                if (s.IsMark(k, '(') && Short(k) is { } name) return found with { Name = name };
            return found;
        }

        return null;
    }

    /// <summary>The body whose name ends before a token: in the table, by its head, by its letters, or "The Free Rangers".</summary>
    public Attribution? Named(int start, int end)
    {
        for (var i = Math.Max(start, end - 6); i < end; i++)
            if (s.Find(i, Tag.Source, out var length) is { } source && i + length == end && (source.Name.Length > 0 || length > 1 || s[i].Capital && i > start)) return Describe(i, length, source);
        return s.IsWord(end - 1) && s[end - 1].Capital ? (s.Find(end - 1, Tag.Body) is { Detail: "" } ? Headed(start, end - 1) : null) ?? Acronym(end - 1) ?? Proper(end) : null;
    }

    /// <summary>"Al-Haq, a rights organisation,": the name before a comma that an organisation is told by after it.</summary>
    public Attribution? Called(int start, int comma, int end)
    {
        if (!s.SaysAny(comma + 1, "a", "an", "the")) return null;
        for (var i = comma + 2; i < Math.Min(end, comma + 8) && s.IsWord(i) && !s.SaysAny(i, "of", "in", "for", "who", "which", "that"); i++)
        {
            if (s.Find(i, Tag.Body) is not { Detail: "", Name: not "armed_actor" } body || s.Is(i + 1, Tag.Body)) continue;
            var first = comma;
            while (first > start && s.IsWord(first - 1) && s[first - 1].Capital && !s.Is(first - 1, Tag.Determiner)) first--;
            return first < comma ? new Attribution(s.Words(first, comma), Spelling.Parse<SourceType>(body.Name)) : null;
        }

        return null;
    }

    /// <summary>"The Free Rangers": two or more capitals after an article that no person bears; the last in the plural, or with a country or direction among them.</summary>
    public Attribution? Proper(int end)
    {
        var first = end;
        var group = end > 0 && s.EndsWith(end - 1, "s") && !s.EndsWith(end - 1, "ss");
        while (first > 0 && end - first < 6 && s.IsWord(first - 1) && s[first - 1].Capital && !s.Is(first - 1, Tag.Determiner))
        {
            first--;
            group |= s.Is(first, Tag.Demonym) || s.Is(first, Tag.Country) || s.Is(first, Tag.Direction);
        }

        // "The Defensoría del Pueblo confirmed"
        var linked = s.SaysAny(first - 1, "la", "las", "los") && s.Says(first - 2, "de") ? first - 3 : s.SaysAny(first - 1, "de", "del", "des", "du", "della") ? first - 2 : -1;
        if (linked >= 1 && end - first < 4 && s.IsWord(linked) && s[linked].Capital && s.Says(linked - 1, "the")) return new Attribution(s.Words(linked, end), SourceType.Ngo);
        // "The Hashd said": one word is enough after the article.
        if (end - first == 1 && s.Says(first - 1, "the") && s.Words(first, end).Length > 3 && s.Find(first, Tag.Unit) is null && s.Find(first, Tag.Source) is null && s.Find(first, Tag.Body) is null && !s.Is(first, Tag.Demonym) && !s.Is(first, Tag.PlaceNoun) && !s.Is(first, Tag.Adverb) && s[first].Word is null && (s.Is(end, Tag.Speech) || s.Is(end, Tag.Have))) return new Attribution(s.Words(first, end), s.Is(first, Tag.Actor) ? SourceType.ArmedActor : SourceType.Ngo);
        return group && end - first >= 2 && s.Says(first - 1, "the") && !s.Is(first, Tag.Weekday) && !s.Is(first, Tag.Month) ? new Attribution(s.Words(first, end), SourceType.Ngo) : null;
    }

    /// <summary>"OCHA-led", "UN-commissioned", "IOM-UNHCR": the first body of a compound, or null.</summary>
    public Attribution? Led(int i)
    {
        if (!s.IsWord(i) || !s[i].Capital) return null;
        var dash = s.Chars(i).IndexOf('-');
        if (dash < 2) return null;
        var word = s.Words(i, i + 1);
        if (Lexicon.Default.Find(WordKey.Of(word[..dash]))?.Lexeme?.Find(Tag.Source) is not { } source) return null;
        return new Attribution(source.Name.Length > 0 ? source.Name : word[..dash], Spelling.Parse<SourceType>(source.Detail));
    }

    /// <summary>The last name of whoever holds an office that is told beside it ("governor X Y", "X Y, the governor"), or null.</summary>
    /// <param name="from">First token of the stretch.</param>
    /// <param name="to">Token after the last.</param>
    public string? Holder(int from, int to)
    {
        for (var i = to - 1; i >= from; i--)
            if (s.IsWord(i) && (s[i].Capital || Article(s.Chars(i)) > 0) && s[i].Word is null && i > 0 && (s[i - 1].Capital && !s.Is(i - 1, Tag.Source) && !s.IsSmall(i - 1) && s[i - 1].Word is null)) return LastName(i);
        return null;
    }

    /// <summary>The name at a token as it is looked up: "al-Tamimi" and "Al-Tamimi" are one.</summary>
    public string LastName(int i) => s.Words(i, i + 1)[Article(s.Chars(i))..];

    // The length of "al-", "el-" before a capital, or 0.
    private static int Article(ReadOnlySpan<char> name) => name.Length > 4 && name[2] == '-' && char.IsUpper(name[3]) && (name[0] | 0x20) is 'a' or 'e' ? 3 : 0;

    /// <summary>The words of a name in the table, with those that belong to it: "Kenya Red Cross", "disaster authority AFAD".</summary>
    /// <param name="at">First token.</param>
    /// <param name="length">How many tokens the words of the table are.</param>
    /// <param name="source">What the table says of them.</param>
    /// <param name="floor">Where the name may begin.</param>
    public Attribution Describe(int at, int length, Meaning source, int floor = 0)
    {
        var type = Spelling.Parse<SourceType>(source.Detail);
        // "the Danish refugee agency": of that country, and not the UN's.
        if (source.Name.Length > 0 && s.Is(at - 1, Tag.Demonym) && !s[at].Capital && type == SourceType.Un)
            return new Attribution(s.Words(at - 1, at + length), s.Says(at, "refugee") ? SourceType.Ngo : SourceType.Government);
        if (source.Name.Length > 0) return new Attribution(source.Name, type);
        var end = at + length;
        // "peshmerga colonel": who speaks, as he is told.
        if ((s.Is(end, Tag.Source) || length == 1 && s.SaysAny(at, "army", "militia", "rebel", "police", "peshmerga") && s.IsWord(end) && !s[end].Capital) && s.Find(end, Tag.Body) is { Name: "armed_actor", Detail: "person" } || s.SaysAny(end, "official", "officials", "officer", "officers", "worker", "workers", "chairman", "volunteer", "volunteers", "source", "sources", "leaders") && (!s[end - 1].Capital || at == 0 || type == SourceType.ArmedActor) && !s.SaysAny(end - 1, "ministry", "agency", "commission", "department", "office", "service")) end++;
        // "the civil defence chief", "a police inspector": an office of its own, where no ministry or agency speaks.
        else if (type is SourceType.Government && !s.Is(end - 1, Tag.Body) | s.Says(end - 1, "police") && s.SaysAny(end, "chief", "minister", "secretary", "director", "commander", "inspector", "colonel", "captain", "commissioner")) end++;
        // "an army medic": one of a force; "a militia spokesman": no institution is named that he speaks for.
        else if (type == SourceType.ArmedActor && s.SaysAny(end, "engineer", "engineers", "medic", "medics", "doctor", "chaplain", "veteran") || s.SaysAny(end - 1, "militia", "rebel", "government") && s.SaysAny(end, "spokesman", "spokeswoman", "spokesperson")) end++;
        // "military spokesman": the body speaks; "Kenya Red Cross Society": the rest of the name.
        if (length == 2 && s.SaysAny(end - 1, "spokesman", "spokeswoman", "spokesperson") && s.SaysAny(at, "army", "military", "police") && s[at].Word?.Find(Tag.Source) is { } bare) return Describe(at, 1, bare);
        if (s.Find(end, Tag.Body) is { Detail: "" } && s.IsWord(end) && s[end].Capital == s[end - 1].Capital) end++;
        if (Short(end) is { } name) return new Attribution(name, type);
        // "the aid group Mercy Corps": by its name.
        if (s.SaysAny(end - 1, "ngo", "charity", "group", "organisation", "organization", "network") && !s[end - 1].Capital | s.Says(end - 1, "ngo") && s.IsWord(end) && s[end].Capital && !s.IsSmall(end))
        {
            var last = end;
            while (s.IsWord(last) && s[last].Capital && last - end < 5) last++;
            return new Attribution(Short(last) ?? s.Words(end, last), type);
        }

        // "Hamas authorities": who governs there speaks; "Ministry of Refugees | and Repatriation": the rest of the name.
        if (s.SaysAny(end, "authorities", "government", "administration") && s.Find(end, Tag.Source) is { } rule) (end, type) = (end + 1, Spelling.Parse<SourceType>(rule.Detail));
        if (length > 2 && s.Says(end, "and") && s[end - 1].Capital && s.IsWord(end + 1) && s[end + 1].Capital && !s.Is(end + 1, Tag.Source) && !s.Is(end + 1, Tag.Country)) end += 2;

        var first = at;
        var body = s.Is(end - 1, Tag.Body);
        var proper = s[at].Capital && at > 0;
        for (var i = at - 1; i >= floor && at - i <= 3; i--)
        {
            if (!s.IsWord(i) || (proper && !s[i].Capital) || s.IsSmall(i) || s.Is(i, Tag.Cardinal) || s.Is(i, Tag.Speech) || (s.Find(i, Tag.Predicate) is { Form: not VerbForm.Noun } && !s.Is(i - 1, Tag.Determiner)) || s.Is(i, Tag.Adverb) || IsTime(i) || s.Is(i, Tag.Citing) || s.Is(i, Tag.According)) break;
            if (s[i].Capital && i > 0 && !body && !s.Is(i, Tag.Demonym) && !s.Is(i, Tag.Country) || IsWhere(i)) break;
            first = i;
        }

        // "the Bureau of the Civil Guard": the head of its name.
        var of = s.Is(first - 1, Tag.Determiner) ? first - 2 : first - 1;
        if (proper && s.SaysAny(of, "of", "for") && of > 0 && s[of - 1].Capital && s.Find(of - 1, Tag.Body) is { Detail: "" }) first = of - 1;
        // "the WASH/Health cluster"
        while (s.IsMark(first - 1, '/') && s.IsWord(first - 2) && s[first - 2].Capital) first -= 2;

        return new Attribution(s.Words(first, Of(end)), Kind(first, end - 1, type));
    }

    // "ministry | of humanitarian action", "governor | of Kherson": the field of work of a body or minister, the place of a body or ruler.
    private int Of(int end)
    {
        if (!s.SaysAny(end, "of", "for") || s.Find(end - 1, Tag.Body) is not { Name: not "witness" } head)
        {
            // "Peace Research Institute | Oslo"
            if (s.Is(end - 1, Tag.Body) && s[end - 1].Capital && s.IsWord(end) && s[end].Capital && Lexicon.Default.Capitals.Contains(s.Words(end, end + 1)) && !(s.IsWord(end + 1) && s[end + 1].Capital)) return end + 1;
            return end;
        }

        var field = end + 1;
        while (field < end + 5 && Works(field)) field++;
        if (field > end + 1) return (head.Detail.Length == 0 || s.IsIn(end - 1, Ministers)) && (s.Is(field, Tag.Speech) || s.Is(field, Tag.Counting) || s.Is(field, Tag.Have) || s.IsMark(field)) ? field : end;
        if (!s.Says(end, "of") || head.Detail.Length > 0 && !s.IsIn(end - 1, Rulers) || !s.IsWord(end + 1) || !s[end + 1].Capital || s.Is(end + 1, Tag.Source)) return end;
        end++;
        while (s.IsWord(end) && s[end].Capital && !s.Is(end, Tag.Weekday))
        {
            end++;
            if (s.SaysAny(end, "region", "province", "state", "governorate", "county", "district", "oblast", "department")) return end + 1;
            // "Ministry of Refugees and Repatriation"
            if (s.Says(end, "and") && s.IsWord(end + 1) && s[end + 1].Capital && !s.Is(end + 1, Tag.Source) && !s.Is(end + 1, Tag.Country)) end++;
        }

        return end;
    }

    private bool Works(int i) => s.IsWord(i) && !s[i].Capital && !s.Is(i, Tag.Speech) && (s.Says(i, "and") ? Works(i + 1) : !s.IsSmall(i) && !s.Is(i, Tag.Adverb));

    private static readonly WordSet Ministers = new("minister", "secretary", "undersecretary", "commissioner", "director");
    private static readonly WordSet Rulers = new("governor", "mayor", "prefect", "commissioner", "administrator", "minister", "regent", "sultan", "emir", "vice-mayor", "vice-governor");

    // "the disaster authority AFAD", "the secretariat for emergency aid (CONASUR)": the short form stands for the body.
    private string? Short(int end) => (Acronym(end) ?? (s.IsMark(end, '(') && s.IsMark(end + 2, ')') ? Acronym(end + 1) : null))?.Name;

    /// <summary>"AFAD", "DSWD": capitals only, no country, and no word of the tables.</summary>
    public Attribution? Acronym(int i)
    {
        if (!s.IsWord(i) || !s[i].Capital || s.Is(i, Tag.Country) || s.Is(i, Tag.Demonym) || s.Is(i, Tag.Unit) || s.Is(i, Tag.Actor) || s.SaysAny(i, "wash", "gbv", "hiv", "gps", "nfi", "nfis")) return null;
        var word = s.Words(i, i + 1);
        foreach (var c in word)
            if (!char.IsUpper(c) && c != '-') return null;
        return word.Length is >= 3 and <= 9 ? new Attribution(word, SourceType.Ngo) : null;
    }

    /// <summary>"Ankara", "Turkey": a country, or its capital, that speaks through its government; the name that ends before a token.</summary>
    /// <param name="start">Where the name may begin.</param>
    /// <param name="end">The token after it.</param>
    public Attribution? State(int start, int end)
    {
        for (var first = Math.Max(start, end - 3); first < end; first++)
            if (s.IsWord(first) && s[first].Capital && !(first > 0 && s.IsWord(first - 1) && s[first - 1].Capital && !s.IsSmall(first - 1))
                && (s.Find(first, Tag.Country, out var length) is not null && first + length == end || Lexicon.Default.Capitals.Contains(s.Words(first, end))))
                return new Attribution(s.Words(first, end), SourceType.Government);
        return null;
    }

    private Attribution? Headed(int start, int head)
    {
        if (head < start || !s.IsWord(head) || Head(head) is not { Detail: not "first" } body) return null;
        if (s.Says(head, "head") && s.Says(head + 1, "count")) return null;
        // "the Office for Relief": the first head of the name is that of the body.
        if (head - 2 >= start && s[head].Capital && s.SaysAny(head - 1, "of", "for") && s[head - 2].Capital && s.Find(head - 2, Tag.Body) is { Detail: "" } && Headed(start, head - 2) is { } whole)
            return whole with { Name = s.Words(NameStart(start, head - 2), head + 1), Type = s.SaysAny(head - 2, "office", "board", "council") ? SourceType.Government : whole.Type };
        var first = NameStart(start, head);
        // "a defence spokesman": of an office that is told; "the spokesman" is of the body named before.
        if (first == head && s.SaysAny(head, "spokesman", "spokeswoman", "spokesperson")) return null;
        // "3.5 million Syrian refugees": those who are counted.
        if (body.Detail == "person" && (body.Name == "witness" && PartOfName(head) || Numbered(first) || s.Is(first, Tag.Scale))) return null;
        var type = Spelling.Parse<SourceType>(body.Name);
        // "a Karen farmer": who speaks for nobody is a witness, whatever he does (schema 4.4).
        if (type == SourceType.Witness && s.SaysAny(head, "mother", "father", "farmer", "man", "woman", "family")) return new Attribution("witness", type);
        return new Attribution(Short(head + 1) ?? s.Words(first, Of(head + 1)), Kind(first, head, type));
    }

    // What a body is by its last word, or its last two: "the relief | officer".
    private Meaning? Head(int last) => s.Find(last - 1, Tag.Body, out var length) is { } two && length == 2 ? two : s.Find(last, Tag.Body);

    // Whose office it is decides what it is: "the county authorities" are local, "the Lebanese disaster unit" and "a welfare official" of the state.
    private SourceType Kind(int first, int head, SourceType type)
    {
        if (type is not (SourceType.LocalOfficial or SourceType.Government or SourceType.Ngo)) return type;
        var (local, field, charity) = (false, s.SaysAny(head + 1, "of", "for") && s.IsIn(head + 2, Fields), false);
        for (var i = first; i < head; i++)
        {
            local |= s.IsIn(i, Communes);
            field |= s.IsIn(i, Fields);
            charity |= s.Find(i, Tag.Body) is { Name: "ngo" } && !s.Says(i, "relief");
        }

        if (type == SourceType.Ngo) return field && s.SaysAny(head, "office", "unit", "directorate", "department") ? SourceType.Government : type;
        if (type == SourceType.Government) return local ? SourceType.LocalOfficial : type;
        if (local) return charity ? SourceType.Ngo : type;
        // "a local aid committee": whose work is aid is no office.
        if (charity) return SourceType.Ngo;
        if (OfCountry(first, head) && !s.SaysAny(head, "mayor", "mayors", "governor", "governors", "elders") || field && !s.SaysAny(head, "council", "officer") | s.Says(first, "disaster")) return SourceType.Government;
        // "the regional public works office": of a ministry; the mayor's is not.
        return s.SaysAny(head, "office", "offices") && head > first && s[Math.Max(0, first - 1)].Kind != TokenKind.Possessive && s[head - 1].Kind != TokenKind.Possessive && !s.SaysAny(head - 1, "media", "press", "information", "mayor", "governor") ? SourceType.Government : type;
    }

    private static readonly WordSet Communes = new("county", "district", "local", "city", "town", "village", "municipal", "commune", "township", "ward", "payam", "camp", "parish");

    // What a state has offices for.
    private static readonly WordSet Fields = new("disaster", "disasters", "emergency", "emergencies", "relief", "welfare", "crisis", "migration", "immigration", "refugee", "refugees", "displacement", "civil", "interior", "revenue", "health", "education", "agriculture", "transport", "reconstruction", "rehabilitation", "resettlement", "repatriation", "social", "risk", "prevention");

    // "elders | ' committee", "persons | ' executive unit": the head of a body after the mark of those it is of, or 0.
    private int Owners(int mark)
    {
        if (s.Is(mark, Tag.Unit)) mark++;
        if (!s.IsMark(mark, '\'') || s[mark].Spaced) return 0;
        var last = 0;
        for (var i = mark + 1; i < mark + 4 && s.IsWord(i) && !s.IsSmall(i); i++)
            if (s.Find(i, Tag.Body) is { Detail: "" }) last = i;
        return last;
    }

    private bool PartOfName(int i) => s[i].Capital && s.SaysAny(i + 1, "and", "&") && s.IsWord(i + 2) && s[i + 2].Capital;

    private bool Sent(int to)
    {
        for (var i = to - 1; i >= Math.Max(0, to - 4); i--)
            if (s.SaysAny(i, "ambassador", "envoy", "representative", "delegate")) return true;
        return false;
    }

    private bool Numbered(int i) => s.IsNumber(i - 1) && s[i - 1].Value >= 100 || s.Is(i - 1, Tag.Scale);

    // "the Lebanese disaster unit", "Beirut's crisis unit": of a whole country. "the Social Welfare Secretary": a minister.
    private bool OfCountry(int first, int head)
    {
        for (var i = first; i < head; i++)
            if (s.Is(i, Tag.Demonym) || s.Is(i, Tag.Country)) return true;
        if (s.Says(head, "secretary")) return s[head].Capital && head > first && s[head - 1].Capital && !s.SaysAny(head - 1, "general", "press", "executive", "district", "county", "city");
        return first > 1 && s[first - 1].Kind == TokenKind.Possessive && s[first - 2].Capital && Lexicon.Default.Capitals.Contains(s.Words(first - 2, first - 1));
    }

    /// <summary>"Migración Colombia", "Defensa Civil": a name in another language, whose head stands first.</summary>
    /// <param name="head">The token of the head.</param>
    /// <param name="end">The token after the name.</param>
    private Attribution? HeadFirst(int head, out int end)
    {
        end = head;
        if (!s.IsWord(head) || !s[head].Capital || s.Find(head, Tag.Body, out var length) is not { Detail: "first" } body) return null;
        end = head + length;
        while (s.IsWord(end) && s[end].Capital && !s.Is(end, Tag.Weekday) && !s.Is(end, Tag.Month) || Links(end)) end++;
        return new Attribution(s.Words(head, end), Spelling.Parse<SourceType>(body.Name));
    }

    // "Ministerio | de | Defensa", "Comité | de la | Cruz Roja"
    private bool Links(int i) => s.SaysAny(i, "de", "del", "la", "las", "los", "du", "des", "et") && (s.IsWord(i + 1) && s[i + 1].Capital || s.SaysAny(i + 1, "la", "las", "los"));

    // The words before the head that describe it: at most four, no verb, no small word.
    private int NameStart(int start, int head)
    {
        var first = head;
        // "the engineers' union"
        if (first - 2 >= start && s.IsMark(first - 1, '\'') && s.EndsWith(first - 2, "s")) first -= 2;
        while (first > start && head - first < 5)
        {
            // "Relief and Rehabilitation Commission": one name.
            if (s.SaysAny(first - 1, "and", "&") && first - 2 >= start && s[first].Capital && s.IsWord(first - 2) && s[first - 2].Capital && !s.Is(first - 2, Tag.Country) && !s.Is(first - 2, Tag.Demonym) && s.Find(first - 2, Tag.Source) is null or { Detail: "witness" }) first -= 2;
            // "the search and rescue agency"
            else if (s.Says(first - 1, "and") && first - 3 >= start && !s[first].Capital && s.Is(first - 3, Tag.Determiner) && Describes(first - 2) && !s.Is(first - 2, Tag.Source) && !s.Is(first - 2, Tag.Actor) && !s.Is(first - 2, Tag.Unit)) return first - 2;
            if (first <= start || !Describes(first - 1)) break;
            first--;
        }

        return first;
    }

    private bool Describes(int i) => s.IsWord(i) && !s.IsSmall(i) && !IsWhere(i) && !s.Is(i, Tag.Cardinal) && !s.Is(i, Tag.Speech) && !s.Is(i, Tag.Adverb) && !IsTime(i) && !s.Is(i, Tag.Citing) && !s.Is(i, Tag.According) && s.Find(i, Tag.Predicate) is not { Form: VerbForm.Past or VerbForm.Third };

    // "In Bujumbura | officials had registered": where they did it.
    private bool IsWhere(int i) => s[i].Capital && !s.Is(i, Tag.Demonym) && s.SaysAny(i - 1, "in", "at", "near", "around");

    // "By Friday evening | aid workers had counted": no part of a name.
    private bool IsTime(int i) => s.Is(i, Tag.Weekday) || s.Is(i, Tag.Month) || !s[i].Capital && (s.Is(i, Tag.TimeUnit) || s.SaysAny(i, "morning", "noon", "midday", "afternoon", "evening", "night", "midnight", "today", "yesterday"));

    // "'s | emergency council": the token after the body, or 0.
    private int Owned(int at, int to)
    {
        for (var i = at; i < Math.Min(to, at + 5); i++)
        {
            if (!s.IsWord(i) || s.IsSmall(i) || s.Is(i, Tag.Speech)) return 0;
            if (s.SaysAny(i, "spokesman", "spokeswoman", "spokesperson", "chief", "head", "director", "secretary", "coordinator", "representative", "envoy")) return 0;
            if (s.Find(i, Tag.Body) is { } body) { if (body.Detail.Length == 0) return i + 1; return 0; }
        }

        return 0;
    }
}
