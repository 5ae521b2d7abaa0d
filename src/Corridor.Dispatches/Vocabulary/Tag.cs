namespace Corridor.Dispatches.Vocabulary;

/// <summary>
/// What a word or phrase of the tables can be; a word may be several. The names are the section names of the tables. They are the bits of one
/// word: 64, and no more.
/// </summary>
internal enum Tag
{
    Unit, Predicate, Cardinal, Scale, Vague, Fraction, MoreThan, AtLeast, Approximately, LessThan, AtMost, Further,
    Determiner, Preposition, Conjunction, Pronoun, Be, Have, Do, Get, Adverb,
    Possible, Conditional, Planned, Ordered, Attempted, Negation, Deny, Retract,
    Speech, Intends, Counting, Citing, According, DataNoun, CountNoun, Exclude, Include, NameHead, PriorMark, Rise,
    Month, Weekday, Season, TimeUnit,
    Control, Catenative, Modal, Body,
    Feature, Passage, Transit, Act, Deed, Actor, SettlementNoun, Cause, Rose, Occasion, Source, Country, Demonym, PlaceNoun, Direction,
}

/// <summary>The form of a verb that a word is.</summary>
[Flags]
internal enum VerbForm { None = 0, Base = 1, Past = 2, Participle = 4, Ing = 8, Third = 16, Noun = 32, Phrase = 64 }

/// <summary>One meaning of a word or phrase.</summary>
/// <param name="Tag">What it is.</param>
/// <param name="Name">The first word of its section after the tag, or the canonical name.</param>
/// <param name="Detail">The second word of its section, or a value.</param>
/// <param name="Who">subject, object or both, for predicates.</param>
/// <param name="Form">The verb form.</param>
internal sealed record Meaning(Tag Tag, string Name, string Detail = "", string Who = "", VerbForm Form = VerbForm.None);

/// <summary>All meanings of one spelling.</summary>
internal sealed class Lexeme
{
    private Meaning[] meanings = [];
    private ulong tags;

    /// <summary>The kinds of its meanings, one bit each.</summary>
    public ulong Tags => tags;

    public bool Has(Tag tag) => (tags & (1UL << (int)tag)) != 0;

    public bool HasAny(ulong any) => (tags & any) != 0;

    public Meaning? Find(Tag tag)
    {
        if (!Has(tag)) return null;
        foreach (var meaning in meanings)
            if (meaning.Tag == tag) return meaning;
        return null;
    }

    /// <summary>The next meaning of the same kind: "cleared" opens a road and takes a town.</summary>
    public Meaning? After(Meaning meaning)
    {
        var passed = false;
        foreach (var next in meanings)
        {
            if (passed && next.Tag == meaning.Tag) return next;
            passed |= ReferenceEquals(next, meaning);
        }

        return null;
    }

    public void Add(Meaning meaning)
    {
        // The first meaning of a kind stands, but for acts, which mean something else of another thing;
        // a verb form that is spelled alike joins it ("left" is past and participle).
        for (var i = 0; i < meanings.Length; i++)
        {
            if (meanings[i].Tag != meaning.Tag) continue;
            if (meanings[i].Name == meaning.Name && meanings[i].Detail == meaning.Detail)
                meanings[i] = meanings[i] with { Form = meanings[i].Form | meaning.Form, Who = meanings[i].Who == meaning.Who ? meaning.Who : "both" };
            else if (meaning.Tag == Tag.Act) continue;
            return;
        }

        meanings = [.. meanings, meaning];
        tags |= 1UL << (int)meaning.Tag;
    }
}
