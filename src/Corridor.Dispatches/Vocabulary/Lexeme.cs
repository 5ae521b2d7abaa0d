namespace Corridor.Dispatches.Vocabulary;

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

    /// <summary>The noun that it is, where a number may count it.</summary>
    public UnitMeaning? Unit => (UnitMeaning?)Find(Tag.Unit);

    /// <summary>What it tells of people that are counted; the first where it tells of two.</summary>
    public VerbMeaning? Verb => (VerbMeaning?)Find(Tag.Predicate);

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
            var otherPeople = known is VerbMeaning verb && meaning is VerbMeaning other && verb.IsOfOthersThan(other);
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
