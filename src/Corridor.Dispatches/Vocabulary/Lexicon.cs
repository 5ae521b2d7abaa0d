using System.Collections.Frozen;
using System.Globalization;

namespace Corridor.Dispatches.Vocabulary;

/// <summary>
/// The tables of this folder, loaded once: words by spelling, phrases by their words. To teach the reader a word, add it to a
/// table (docs/dispatches.md says which).
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, Node> words = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    private Lexicon()
    {
        Units();
        Predicates();
        Leading();
        Plain("quantities.txt");
        Plain("grammar.txt");
        Plain("times.txt");
        Acts();
        Plain("causes.txt");
        Plain("placenouns.txt");
        Plain("bodies.txt");
        Cues();
        Sources();
        Abbreviations();
        foreach (var country in Countries())
        {
            Add(country.Name, new Meaning(Tag.Country, country.Name, country.Iso3));
            CountryNames.TryAdd(country.Iso3, country.Name);
            foreach (var people in country.Demonyms)
            {
                Add(people, new Meaning(Tag.Demonym, country.Name, country.Iso3));
                if (people.EndsWith('s') || people.EndsWith("ese", StringComparison.Ordinal) || people is "Burkinabe" or "Burkinabè" or "Rohingya")
                    Add(people, new UnitMeaning(UnitClass.Person, country.Name));
            }
        }

        foreach (var (size, source, iso) in Households()) (HouseholdSizes[iso], HouseholdSources[iso]) = (size, source);
        bySpan = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Lexicon Default { get; } = new();

    /// <summary>Entries of the tables of words that those before them leave without effect; a test holds that there are none.</summary>
    public List<string> Idle { get; } = [];

    /// <summary>Capitals and seats of governments, which speak for them.</summary>
    public HashSet<string> Capitals { get; } = [.. Lines("capitals.txt").SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries))];

    /// <summary>The first name of each country in the table, by ISO3.</summary>
    public Dictionary<string, string> CountryNames { get; } = [];

    /// <summary>Persons per household by ISO3, with the source named in households.txt.</summary>
    public Dictionary<string, double> HouseholdSizes { get; } = [];

    /// <summary>Whose convention the size is, by ISO3.</summary>
    public Dictionary<string, string> HouseholdSources { get; } = [];

    /// <summary>A spelling, and the longer phrases that begin with it.</summary>
    internal sealed class Node
    {
        public Lexeme? Lexeme { get; set; }
        public CueSet? Cues { get; set; }
        /// <summary>The word that an abbreviation is read as.</summary>
        public string? StandsFor { get; set; }
        public Dictionary<string, Node>? Next { get; private set; }
        public Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> NextBySpan { get; private set; }

        public Dictionary<string, Node> Grow()
        {
            if (Next is not null) return Next;
            Next = new Dictionary<string, Node>(StringComparer.Ordinal);
            NextBySpan = Next.GetAlternateLookup<ReadOnlySpan<char>>();
            return Next;
        }
    }

    public Node? Find(ReadOnlySpan<char> key) => bySpan.TryGetValue(key, out var node) ? node : null;

    internal static IEnumerable<string> Lines(string table)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(table)
            ?? throw new InvalidOperationException($"the table {table} is not part of this build: it must lie in Vocabulary/");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    internal sealed record CountryRow(string Name, string Iso3, string[] Demonyms, double Lat, double Lon);

    internal static IEnumerable<CountryRow> Countries() =>
        from line in Lines("countries.txt")
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select new CountryRow(cells[0], cells[1], cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            double.Parse(cells[3], CultureInfo.InvariantCulture), double.Parse(cells[4], CultureInfo.InvariantCulture));

    internal static IEnumerable<(double Size, string Source, string Iso3)> Households() =>
        from line in Lines("households.txt")
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select (double.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], cells[0]);

    private static IEnumerable<(string[] Header, string Item)> Items(string table)
    {
        string[] header = [];
        foreach (var line in Lines(table))
        {
            if (line[0] == '[') header = line.Trim('[', ']').Split(' ');
            else
                foreach (var item in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    yield return (header, item);
        }
    }

    // Each header is read once for all its items.
    private static IEnumerable<IGrouping<string[], string>> Sections(string table) => Items(table).GroupBy(entry => entry.Header, entry => entry.Item);

    private static Tag TagOf(string name) => Enum.Parse<Tag>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private void Units()
    {
        foreach (var section in Sections(UnitMeaning.Table))
        {
            var meaning = UnitMeaning.Of(section.Key);
            foreach (var item in section) Enter(item, section.Key, Add(item, meaning));
        }
    }

    private void Plain(string table)
    {
        foreach (var (header, item) in Items(table))
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            var name = header.Length > 1 ? header[1] : "";
            Enter(item, header, equals > 0 ? Add(item[..equals], new Meaning(TagOf(header[0]), item[(equals + 1)..]))
                : Add(item, new Meaning(TagOf(header[0]), name, header.Length > 2 ? header[2] : "")));
        }
    }

    private void Sources()
    {
        foreach (var line in Lines("sources.txt"))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            foreach (var phrase in cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Add(phrase, new Meaning(Tag.Source, cells[0] == "=" ? "" : cells[0], cells[1]));
        }
    }

    private void Predicates()
    {
        foreach (var section in Sections(VerbMeaning.Table))
        {
            var (kind, meaning) = (VerbMeaning.KindOf(section.Key), VerbMeaning.Of(section.Key));
            foreach (var item in section)
                Enter(item, section.Key, kind is VerbKind.Verb or VerbKind.Told ? Inflect(item, meaning, told: kind == VerbKind.Told) : Add(item, meaning));
        }
    }

    private void Leading()
    {
        foreach (var (header, item) in Items("verbs.txt"))
        {
            var meaning = new Meaning(TagOf(header[0]), header[1]);
            Enter(item, header, header[0] == "modal" ? Add(item, meaning) : Inflect(item, meaning));
        }
    }

    // No meanings: a word that is in no other table stays one that no table knows.
    private void Cues()
    {
        foreach (var (header, item) in Items("cues.txt")) Enter(item, header, Tells(item, Enum.Parse<Cue>(header[0])));
    }

    // "fm" is read as "from", unless a table knows it as a word of its own.
    private void Abbreviations()
    {
        foreach (var (header, item) in Items("abbreviations.txt"))
        {
            var (word, full) = (item[..item.IndexOf('=', StringComparison.Ordinal)], item[(item.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (!words.TryGetValue(WordKey.Of(word), out var node)) words.Add(WordKey.Of(word), node = new Node());
            Enter(item, header, node.Lexeme is null);
            node.StandsFor = full;
        }
    }

    private bool Tells(string word, Cue cue)
    {
        var key = WordKey.Of(word);
        if (!words.TryGetValue(key, out var node)) words.Add(key, node = new Node());
        node.Cues ??= new CueSet();
        // No token has a space.
        return node.Cues.Add(cue) && !key.Contains(' ', StringComparison.Ordinal);
    }

    private void Enter(string item, string[] header, bool taken)
    {
        if (!taken) Idle.Add($"[{string.Join(' ', header)}] {item}");
    }

    private void Acts()
    {
        var (read, section) = (default(string[]), default(AccessHeader)!);
        foreach (var (header, written) in Items(AccessHeader.Table))
        {
            if (header != read) section = AccessHeader.Parse(read = header);
            var taken = false;
            foreach (var item in Owned(written)) taken |= Act(section, item);
            Enter(written, header, taken);
        }
    }

    private bool Act(AccessHeader section, string item)
    {
        if (section.Meaning is { } meaning) return section.Inflected ? Inflect(item, meaning) : Add(item, meaning);
        var taken = Tells(item, section.Cues[0]);
        // What a section has beside its own cue a word may have from another.
        foreach (var also in section.Cues.Skip(1)) Tells(item, also);
        return taken;
    }

    // "tighten % grip on": the noose, their noose, a noose.
    private static IEnumerable<string> Owned(string item) =>
        !item.Contains('%', StringComparison.Ordinal) ? [item]
            : Owners.Select(owner => item.Replace("%", owner, StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal));

    private static string[] Owners => ["the", "its", "their", "a", "an", "his", ""];

    // "take/took/taken out/taking": the fixed words follow the third form, a special -ing form may come last.
    private bool Inflect(string item, Meaning meaning, bool told = false)
    {
        var parts = item.Split('/');
        var rest = "";
        for (var i = 0; i < parts.Length; i++)
        {
            var cut = parts[i].IndexOf(' ', StringComparison.Ordinal);
            if (cut < 0) continue;
            rest = parts[i][cut..];
            parts[i] = parts[i][..cut];
        }

        var stem = parts[0];
        var past = parts.Length > 1 ? parts[1] : Regular(stem, "ed");
        var participle = parts.Length > 2 ? parts[2] : past;
        var ing = parts.Length > 3 ? parts[3] : Regular(stem, "ing");
        var taken = !told && Add(stem + rest, meaning with { Form = VerbForm.Base });
        taken |= Add(past + rest, meaning with { Form = VerbForm.Past });
        taken |= Add(participle + rest, meaning with { Form = VerbForm.Participle });
        taken |= Add(ing + rest, meaning with { Form = VerbForm.Ing });
        return taken | (!told && Add(Regular(stem, "s") + rest, meaning with { Form = VerbForm.Third }));
    }

    internal static string Regular(string stem, string ending)
    {
        var consonantY = stem.Length > 1 && stem[^1] == 'y' && !"aeiou".Contains(stem[^2], StringComparison.Ordinal);
        return ending switch
        {
            "s" when stem == "have" => "has",
            "s" when consonantY => stem[..^1] + "ies",
            "s" when stem is "go" or [.., 's' or 'x' or 'z'] or [.., 's' or 'c', 'h'] => stem + "es",
            "s" => stem + "s",
            "ed" when stem[^1] == 'e' => stem + "d",
            "ed" when consonantY => stem[..^1] + "ied",
            "ing" when stem[^1] == 'e' && !stem.EndsWith("ee", StringComparison.Ordinal) => stem[..^1] + "ing",
            // A short vowel before the last consonant of a one-syllable verb doubles it: slip, slipped.
            "ed" or "ing" when Doubles(stem) => stem + stem[^1] + ending,
            _ => stem + ending,
        };
    }

    private static bool Doubles(string stem) =>
        stem.Length is 3 or 4 && !Vowel(stem[^1]) && Vowel(stem[^2]) && !Vowel(stem[^3]) && stem[^1] is not ('w' or 'x' or 'y') && stem is not ("open");

    private static bool Vowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    // False where what is there leaves it without effect.
    private bool Add(string phrase, Meaning meaning)
    {
        // "the governor's office": the ending is a token of its own.
        var keys = phrase.Replace("'s ", " 's ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var map = words;
        Node? node = null;
        for (var i = 0; i < keys.Length; i++)
        {
            var key = WordKey.Of(keys[i]);
            if (!map.TryGetValue(key, out node)) map.Add(key, node = new Node());
            if (i + 1 < keys.Length) map = node.Grow();
        }

        return (node!.Lexeme ??= new Lexeme()).Add(meaning);
    }
}
