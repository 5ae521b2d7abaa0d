namespace Corridor.Scenarios;

/// <summary>
/// Names among which mistyped ones are looked up time and again: what <see cref="NearestName"/>
/// needs of each is worked out once, when the first is mistyped.
/// </summary>
/// <param name="names">The names; not to change after the first look-up.</param>
public sealed class KnownNames(IEnumerable<string> names)
{
    private (string Name, ulong Letters)[]? known;

    /// <summary>What <see cref="NearestName.Hint(string, IEnumerable{string})"/> says.</summary>
    public string Hint(string name) => NearestName.Hint(name, known ??= [.. names.Select(n => (n, NearestName.Letters(n)))]);
}
