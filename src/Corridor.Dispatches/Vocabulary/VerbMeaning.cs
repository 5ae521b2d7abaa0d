using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Vocabulary;

/// <summary>Whether the people of a number do what a predicate tells, or it is done to them.</summary>
internal enum Who : byte
{
    /// <summary>Those counted do it: "fled".</summary>
    Subject,
    /// <summary>It is done to them: "displaced".</summary>
    Object,
    /// <summary>Either.</summary>
    Both,
}

/// <summary>What words a section of predicates.txt holds: the first word of its header.</summary>
internal enum VerbKind : byte
{
    Verb,
    /// <summary>Verbs whose other forms are nouns: in the past, as participle and with -ing only.</summary>
    Told,
    /// <summary>Nouns that take "of".</summary>
    Noun,
    Phrase,
}

/// <summary>What a verb, noun or phrase tells of people that are counted.</summary>
/// <param name="Class">The class of its section of predicates.txt.</param>
/// <param name="Term">The term of a figure that it makes; null where the section has none.</param>
/// <param name="Who">Of whom it is told; null where a rule makes it of other words.</param>
/// <param name="Form">The verb form.</param>
internal sealed record VerbMeaning(VerbClass Class, Term? Term = null, Who? Who = null, VerbForm Form = VerbForm.None)
    : Meaning(Tag.Predicate, "", Form: Form)
{
    public const string Table = "predicates.txt";

    /// <summary>The term of a figure that it makes.</summary>
    public Term FigureTerm => Term ?? Claims.Term.MultipleOrOther;

    /// <summary>What all words of a section mean: [KIND CLASS TERM WHO], of which nouns and phrases have a form already.</summary>
    public static VerbMeaning Of(string[] header) => new(
        TableHeader.Word<VerbClass>(Table, header, 1),
        header.Length < 3 || header[2] == "-" ? null : TableHeader.Word<Term>(Table, header, 2),
        header.Length < 4 ? Vocabulary.Who.Both : TableHeader.Word<Who>(Table, header, 3),
        KindOf(header) switch { VerbKind.Noun => VerbForm.Noun, VerbKind.Phrase => VerbForm.Phrase, _ => VerbForm.None });

    /// <summary>What words a section holds.</summary>
    public static VerbKind KindOf(string[] header) => TableHeader.Word<VerbKind>(Table, header, 0);

    /// <summary>One is told of who does it, the other of whom it is done to: "rowed across the lake", "rowed 900 people across".</summary>
    public bool IsOfOthersThan(VerbMeaning other) =>
        (Who, other.Who) is (Vocabulary.Who.Subject, Vocabulary.Who.Object) or (Vocabulary.Who.Object, Vocabulary.Who.Subject)
            && ((Form | other.Form) & VerbForm.Phrase) == 0;

    public override Meaning? Joined(Meaning other) => other is VerbMeaning verb && verb.Class == Class && verb.Term == Term
        ? this with { Form = Form | verb.Form, Who = Who == verb.Who ? Who : Vocabulary.Who.Both } : null;
}
