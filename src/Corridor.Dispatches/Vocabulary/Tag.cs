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

/// <summary>Kinds that are asked for together.</summary>
internal static class Tags
{
    public const ulong Helping = (1UL << (int)Tag.Be) | (1UL << (int)Tag.Have);
    public const ulong Verbs = Helping | (1UL << (int)Tag.Act) | (1UL << (int)Tag.Predicate) | (1UL << (int)Tag.Speech);
    public const ulong Finites = Verbs | (1UL << (int)Tag.Modal) | (1UL << (int)Tag.Transit);
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

    /// <summary>The next meaning of the same kind: "cleared" opens a road and takes a town, "rowed" across a lake and rowed others.</summary>
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

    /// <summary>Adds a meaning; false where those before it leave it without effect.</summary>
    public bool Add(Meaning meaning)
    {
        // The first meaning of a kind stands, but for acts, which mean something else of another thing, and verbs, of which one may be told of who
        // does it and another of whom it is done to; a verb form that is spelled alike joins it ("left" is past and participle).
        for (var i = 0; i < meanings.Length; i++)
        {
            var known = meanings[i];
            if (known.Tag != meaning.Tag) continue;
            var otherPeople = meaning.Tag == Tag.Predicate && known.Who is "subject" or "object" && meaning.Who is "subject" or "object"
                && known.Who != meaning.Who && ((known.Form | meaning.Form) & VerbForm.Phrase) == 0;
            if (!otherPeople && known.Name == meaning.Name && known.Detail == meaning.Detail)
            {
                meanings[i] = known with { Form = known.Form | meaning.Form, Who = known.Who == meaning.Who ? meaning.Who : "both" };
                return meanings[i] != known;
            }

            if (meaning.Tag != Tag.Act && !otherPeople) return false;
        }

        meanings = [.. meanings, meaning];
        tags |= 1UL << (int)meaning.Tag;
        return true;
    }
}
