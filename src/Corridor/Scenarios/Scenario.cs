namespace Corridor.Scenarios;

/// <summary>
/// All that is known about one situation: places, routes, timeline, counts, rules and alternatives. Immutable once loaded; knows no files.
/// </summary>
public sealed record Scenario
{
    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What the situation is, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>The longest that is simulated, in days: a hundred years.</summary>
    public const int MostDays = 36_500;

    /// <summary>The first day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>
    /// The day on which places are of their kinds: a zone of conflict began on the day before. Null: the first day, as always but in a window of a
    /// longer scenario, whose conflicts are older than that.
    /// </summary>
    public DateOnly? KindsSince { get; init; }

    /// <summary>Number of days that are simulated; 1 or more.</summary>
    public required int Days { get; init; }

    /// <summary>
    /// The day on which the question is asked. Runs see no timeline entry announced later, and horizons count from it. Null: all is known.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The country that is stated for <see cref="Home"/>; empty when none is.</summary>
    public string HomeCountry { get; init; } = "";

    /// <summary>The places; a place's position in this list is its number in the simulation.</summary>
    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>The routes.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>The dated changes, in the order in which they apply on one day.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>The recorded figures.</summary>
    public IReadOnlyList<Count> Counts { get; init; } = [];

    /// <summary>Given departures; empty unless a study grants them.</summary>
    public IReadOnlyList<Departure> Departures { get; init; } = [];

    /// <summary>Displaced people who are at a place on the morning of the first day, by place id.</summary>
    public IReadOnlyDictionary<string, long> InitialStock { get; init; } = new Dictionary<string, long>();

    /// <summary>Those of <see cref="InitialStock"/> whose attributes are known; the attributes of all others follow <see cref="Demographics"/>.</summary>
    public IReadOnlyList<InitialPeople> InitialPeople { get; init; } = [];

    /// <summary>How attributes of people (age, gender ...) are distributed, for the rules that ask for them.</summary>
    public IReadOnlyList<Demographic> Demographics { get; init; } = [];

    /// <summary>
    /// Chains of places along which long journeys are known and easy: beyond their awareness, people weigh them at a quarter of their length (model.md, 2.9).
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> MajorRoutes { get; init; } = [];

    /// <summary>The behavioural parameters.</summary>
    public Rules Rules { get; init; } = Rules.Corridor;

    /// <summary>What is believed about parameters that are not known well.</summary>
    public IReadOnlyList<Prior> Priors { get; init; } = [];

    /// <summary>The named overlays, without the base.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>The warnings that the user asks for.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>The country whose places are not foreign: the one that is stated, else that of the first place; empty where neither is.</summary>
    public string Home => HomeCountry.Length > 0 ? HomeCountry : Places is [var first, ..] ? first.Country : "";

    /// <summary>Whether a place lies in another country than <see cref="Home"/>; one of which no country is stated does not.</summary>
    public bool IsForeign(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Country.Length > 0 && place.Country != Home;
    }

    /// <summary>The position of each place, by its id.</summary>
    public Dictionary<string, int> PlaceNumbers() => Places.Index().ToDictionary(p => p.Item.Id, p => p.Index, StringComparer.Ordinal);

    /// <summary>The day with that index from the start.</summary>
    public DateOnly Date(int day) => Start.AddDays(day);

    /// <summary>The index of a date from the start; negative before it.</summary>
    public int Day(DateOnly date) => date.DayNumber - Start.DayNumber;
}
