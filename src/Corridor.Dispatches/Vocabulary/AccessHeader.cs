using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Vocabulary;

/// <summary>What the header of a section of access.txt says of all its words.</summary>
/// <param name="Meaning">What they mean; null of cues.</param>
/// <param name="Inflected">Whether they are verbs, and so are all their forms.</param>
/// <param name="Cues">What they tell to a rule, the name of the section first.</param>
internal sealed record AccessHeader(Meaning? Meaning, bool Inflected, IReadOnlyList<Cue> Cues)
{
    public const string Table = "access.txt";

    private const string Known = "[feature KIND], [passage], [goes GOAL], [transit KIND], [do STATE OF WHERE], [is STATE OF], [at STATE OF], [deed STATE OF], "
        + "[deed STATE OF waged], [under STATE OF], [matter], [actor], [settlement_noun] or [cue NAME ...]";

    /// <summary>Reads a header, the words between its brackets.</summary>
    /// <exception cref="FormatException">A word that no header has there; the message names table and header, and the words that may stand there.</exception>
    public static AccessHeader Parse(string[] words)
    {
        try
        {
            return words is ["cue", _, ..] ? new AccessHeader(null, false, [.. words.Skip(1).Select(CueOf)])
                : new AccessHeader(MeaningOf(words), words[0] is "do" or "goes", []);
        }
        catch (FormatException error)
        {
            throw new FormatException($"{Table}, [{string.Join(' ', words)}]: {error.Message}", error);
        }
    }

    private static Meaning MeaningOf(string[] words) => words switch
    {
        ["feature", var kind] => new FeatureMeaning(Word<ThingKind>(kind)),
        ["do", var state, var of, var role] => new ActMeaning(Word<AccessState>(state), Word<ActObject>(of), Word<ActRole>(role)),
        ["is", var state, var of] => new ActMeaning(Word<AccessState>(state), Word<ActObject>(of), ActRole.Subject, VerbForm.Phrase),
        ["at", var state, var of] => new ActMeaning(Word<AccessState>(state), Word<ActObject>(of), ActRole.At, VerbForm.Phrase),
        ["deed", "control" or "turn", var of] => new DeedMeaning(Word<DeedKind>(words[1]), AccessState.Unknown, Word<ActObject>(of), Waged: false),
        ["deed", var state, var of, .. ([] or ["waged"])] =>
            new DeedMeaning(DeedKind.Made, Word<AccessState>(state, "control", "turn"), Word<ActObject>(of), Waged: words.Length > 3),
        ["under", var state, var of] => new TransitMeaning(TransitKind.Under,
            Under: new ActMeaning(Word<AccessState>(state), Word<ActObject>(of), ActRole.Subject, VerbForm.Phrase)),
        ["goes", var goal] => new TransitMeaning(TransitKind.Goes, Word<Goal>(goal)),
        ["transit", var kind] => new TransitMeaning(Word<TransitKind>(kind)),
        ["matter"] => new TransitMeaning(TransitKind.Matter),
        ["passage"] => new Meaning(Tag.Passage, ""),
        ["actor"] => new Meaning(Tag.Actor, ""),
        ["settlement_noun"] => new Meaning(Tag.SettlementNoun, ""),
        _ => throw new FormatException($"no such header; expected {Known}"),
    };

    private static T Word<T>(string word, params string[] others) where T : struct, Enum => (T)Word(typeof(T), word, others);

    // By name and not by Spelling, whose tables would be built at each start.
    private static object Word(Type kind, string word, string[] others)
    {
        var names = Enum.GetNames(kind);
        var name = Array.Find(names, name => Spelling.Snake(name) == word) ?? throw new FormatException(
            $"'{word}' is none of {string.Join(", ", [.. names.Select(Spelling.Snake), .. others])}");
        return Enum.Parse(kind, name);
    }

    private static Cue CueOf(string name) => Enum.TryParse<Cue>(name, out var cue) && cue.ToString() == name ? cue
        : throw new FormatException($"'{name}' is none of {string.Join(", ", Enum.GetNames<Cue>())}");
}
