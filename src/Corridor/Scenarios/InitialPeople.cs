namespace Corridor.Scenarios;

/// <summary>Displaced people of the first morning who have the same known attributes.</summary>
/// <param name="Place">Place id.</param>
/// <param name="People">How many; they are among the <see cref="Scenario.InitialStock"/> of the place.</param>
/// <param name="Attributes">Values by the name of the attribute: <c>age</c>, <c>gender</c> ...</param>
public sealed record InitialPeople(string Place, long People, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Where it was read.</summary>
    public Origin Origin { get; init; } = Origin.None;
}
