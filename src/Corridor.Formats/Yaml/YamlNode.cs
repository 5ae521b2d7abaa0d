using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Yaml;

/// <summary>A node of a YAML document with its position.</summary>
internal abstract record YamlNode(Origin Origin)
{
    /// <summary>What it is, in words for messages.</summary>
    public abstract string What { get; }

    /// <summary>Whether it says that there is no value.</summary>
    public virtual bool IsNull => false;
}

/// <summary>A single value, as text.</summary>
internal sealed record YamlScalar(Field Field, bool Plain) : YamlNode(Field.Origin)
{
    public override string What => IsNull ? "nothing" : $"'{Field.Text}'";

    public override bool IsNull => Plain && Field.Text is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
internal sealed record YamlList(Origin Origin, IReadOnlyList<YamlNode> Items) : YamlNode(Origin)
{
    public override string What => "a list";
}

/// <summary>One entry of a <see cref="YamlMap"/>.</summary>
internal sealed record YamlEntry(Field Key, YamlNode Value);

/// <summary>Keys with values; no key occurs twice.</summary>
internal sealed record YamlMap(Origin Origin, IReadOnlyList<YamlEntry> Entries) : YamlNode(Origin)
{
    public override string What => "keys with values";

    /// <summary>The value of a key; null when the key is absent or has no value.</summary>
    public YamlNode? this[string key] => Entries.FirstOrDefault(e => e.Key.Text == key) is { Value.IsNull: false } entry ? entry.Value : null;
}
