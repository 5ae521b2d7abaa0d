namespace Corridor.Dispatches.Vocabulary;

/// <summary>One meaning of a word or phrase.</summary>
/// <param name="Tag">What it is.</param>
/// <param name="Name">The first word of its section after the tag, or the canonical name.</param>
/// <param name="Detail">The second word of its section, or a value.</param>
/// <param name="Form">The verb form.</param>
internal record Meaning(Tag Tag, string Name, string Detail = "", VerbForm Form = VerbForm.None)
{
    /// <summary>This meaning with the forms of another of its kind, where both say the same; null where they do not.</summary>
    public virtual Meaning? Joined(Meaning other) => Name == other.Name && Detail == other.Detail
        ? this with { Form = Form | other.Form } : null;
}
