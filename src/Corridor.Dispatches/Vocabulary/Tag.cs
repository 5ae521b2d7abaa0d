namespace Corridor.Dispatches.Vocabulary;

/// <summary>
/// What a word or phrase of the tables can be; a word may be several, and several may be asked for at once. The names are the section names of the
/// tables, each a bit of one word: 64, and no more.
/// </summary>
[Flags]
internal enum Tag : ulong
{
    None = 0,
    Unit = 1UL << 0, Predicate = 1UL << 1, Cardinal = 1UL << 2, Scale = 1UL << 3, Vague = 1UL << 4, Fraction = 1UL << 5, MoreThan = 1UL << 6,
    AtLeast = 1UL << 7, Approximately = 1UL << 8, LessThan = 1UL << 9, AtMost = 1UL << 10, Further = 1UL << 11,
    Determiner = 1UL << 12, Preposition = 1UL << 13, Conjunction = 1UL << 14, Pronoun = 1UL << 15, Be = 1UL << 16, Have = 1UL << 17, Do = 1UL << 18,
    Get = 1UL << 19, Adverb = 1UL << 20,
    Possible = 1UL << 21, Conditional = 1UL << 22, Planned = 1UL << 23, Ordered = 1UL << 24, Attempted = 1UL << 25, Negation = 1UL << 26,
    Deny = 1UL << 27, Retract = 1UL << 28,
    Speech = 1UL << 29, Intends = 1UL << 30, Counting = 1UL << 31, Citing = 1UL << 32, According = 1UL << 33, DataNoun = 1UL << 34,
    CountNoun = 1UL << 35, Exclude = 1UL << 36, Include = 1UL << 37, NameHead = 1UL << 38, PriorMark = 1UL << 39, Rise = 1UL << 40,
    Month = 1UL << 41, Weekday = 1UL << 42, Season = 1UL << 43, TimeUnit = 1UL << 44,
    Control = 1UL << 45, Catenative = 1UL << 46, Modal = 1UL << 47, Body = 1UL << 48,
    Feature = 1UL << 49, Passage = 1UL << 50, Transit = 1UL << 51, Act = 1UL << 52, Deed = 1UL << 53, Actor = 1UL << 54, SettlementNoun = 1UL << 55,
    Cause = 1UL << 56, Rose = 1UL << 57, Occasion = 1UL << 58, Source = 1UL << 59, Country = 1UL << 60, Demonym = 1UL << 61, PlaceNoun = 1UL << 62,
    Direction = 1UL << 63,

    // Asked for together.
    Helping = Be | Have, Helpers = Helping | Adverb, Auxiliaries = Helping | Modal, AllAuxiliaries = Auxiliaries | Do,
    Verbs = Helping | Act | Predicate | Speech, Finites = Verbs | Modal | Transit,
    // What may stand before a number: "the", "about", "now".
    BeforeNumber = Determiner | Approximately | Adverb,
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
internal record Meaning(Tag Tag, string Name, string Detail = "", string Who = "", VerbForm Form = VerbForm.None)
{
    /// <summary>This meaning with the forms of another of its kind, where both say the same; null where they do not.</summary>
    public virtual Meaning? Joined(Meaning other) => Name == other.Name && Detail == other.Detail
        ? this with { Form = Form | other.Form, Who = Who == other.Who ? Who : "both" } : null;
}

/// <summary>All meanings of one spelling.</summary>
internal sealed class Lexeme
{
    private Meaning[] meanings = [];
    private Tag tags;

    /// <summary>The kinds of its meanings.</summary>
    public Tag Tags => tags;

    /// <summary>Whether it has a meaning of this kind, or of one of these.</summary>
    public bool Has(Tag kinds) => (tags & kinds) != 0;

    /// <summary>What it makes of a thing, as a verb: the first of its frames.</summary>
    public ActMeaning? Act => (ActMeaning?)Find(Tag.Act);

    /// <summary>What it has to do with who passes on a way.</summary>
    public TransitMeaning? Transit => (TransitMeaning?)Find(Tag.Transit);

    public Meaning? Find(Tag tag)
    {
        if (!Has(tag)) return null;
        foreach (var meaning in meanings)
            if ((meaning.Tag & tag) != 0) return meaning;
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
            if (!otherPeople && known.Joined(meaning) is { } joined)
            {
                meanings[i] = joined;
                return joined != known;
            }

            if (meaning.Tag != Tag.Act && !otherPeople) return false;
        }

        meanings = [.. meanings, meaning];
        tags |= meaning.Tag;
        return true;
    }
}
