using System.Globalization;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>
/// A tiny scenario, told in a few lines. Nobody sets out by himself and nobody leaves a
/// camp unless a test says so: what moves, moves because the test wants it to.
/// </summary>
internal sealed record Given
{
    public static readonly DateOnly Start = new(2020, 1, 1);

    private Scenario scenario = new()
    {
        Name = "tiny",
        Start = Start,
        Days = 10,
        Places = [],
        Routes = [],
        Rules = Quiet(Rules.Corridor),
    };

    private IReadOnlyList<Alternative> alternatives = [Corridor.Scenarios.Alternative.Base];

    public static Given Nothing { get; } = new();

    /// <summary>The scenario as it stands.</summary>
    public Scenario Scenario => scenario;

    /// <summary>A town that people who have set out leave with the chance of the rules.</summary>
    public Given Town(string id, long population = 0, string country = "", long? capacity = null) => Place(id, PlaceKind.Town, population, country, capacity);

    /// <summary>A town under conflict: whoever has set out leaves it on the next occasion.</summary>
    public Given City(string id, long population = 0, string country = "") => Place(id, PlaceKind.ConflictZone, population, country, null);

    /// <summary>A town of which a share of the people are farmers.</summary>
    public Given Farm(string id, double farmers, long population = 0) =>
        Town(id, population).Knowing(id, p => p with { FarmerFraction = farmers });

    /// <summary>What else is known of a place.</summary>
    public Given Knowing(string id, Func<Place, Place> more) => With(s => s with { Places = [.. s.Places.Select(p => p.Id == id ? more(p) : p)] });

    /// <summary>How an attribute is distributed among all people.</summary>
    public Given People(string attribute, params (string Value, double Weight)[] values) => With(s => s with
    {
        Demographics =
        [
            .. s.Demographics,
            new Demographic(
                attribute,
                [.. values.Select(v => v.Value)],
                new Dictionary<string, IReadOnlyList<double>> { [Count.Everywhere] = [.. values.Select(v => v.Weight)] }),
        ],
    });

    public Given Camp(string id, long? capacity = null, string country = "") => Place(id, PlaceKind.Camp, 0, country, capacity);

    public Given IdpCamp(string id, long? capacity = null) => Place(id, PlaceKind.IdpCamp, 0, "", capacity);

    /// <summary>A place that everybody leaves.</summary>
    public Given Hub(string id, string country = "") => Place(id, PlaceKind.Hub, 0, country, null);

    public Given Marker(string id) => Place(id, PlaceKind.Marker, 0, "", null);

    public Given Place(string id, PlaceKind kind, long population, string country, long? capacity) => With(s => s with
    {
        Places = [.. s.Places, new Place { Id = id, Name = id, Kind = kind, Population = population, Country = country, Capacity = capacity }],
    });

    public Given Route(string from, string to, double km, string mode = "road", bool oneWay = false, double? speed = null, double walk = 0) => With(s => s with
    {
        Routes = [.. s.Routes, new Route { From = from, To = to, Km = km, Mode = mode, OneWay = oneWay, SpeedKmPerDay = speed, WalkProbability = walk }],
    });

    /// <summary>A timeline entry: day from 0, subject as in a file.</summary>
    public Given On(
        int day, string subject, Change change, double? value = null, PlaceKind? kind = null, string to = "", int? announced = null) => With(s => s with
    {
        Timeline = [.. s.Timeline, Entry(day, subject, change, value, kind, to, announced)],
    });

    /// <summary>Displaced people who are there on the first morning.</summary>
    public Given Stock(string place, long people) => With(s => s with
    {
        InitialStock = new Dictionary<string, long>(s.InitialStock) { [place] = people },
    });

    /// <summary>Given departures; with them the rules take the given totals.</summary>
    public Given SetOut(int day, string place, long people) => With(s => s with
    {
        Departures = [.. s.Departures, new Departure(s.Date(day), place, people)],
        Rules = s.Rules with { Departures = DepartureMode.Given },
    });

    /// <summary>The preset of the reference program, as quiet as the other one.</summary>
    public Given Flee3() => Rule(_ => Quiet(Rules.Flee3));

    public Given Rule(Func<Rules, Rules> change) => With(s => s with { Rules = change(s.Rules) });

    public Given Prior(string parameter, PriorFamily family, double a, double b) => With(s => s with
    {
        Priors = [.. s.Priors, new Prior(RuleParameter.Find(parameter)!, family, a, b, Origin.None)],
    });

    public Given AsOf(int day) => With(s => s with { AsOf = s.Date(day) });

    public Given Home(string country) => With(s => s with { HomeCountry = country });

    public Given With(Func<Scenario, Scenario> change) => this with { scenario = change(scenario) };

    /// <summary>An alternative besides the base.</summary>
    public Given Alternative(string name, params AlternativeRow[] rows) =>
        this with { alternatives = [.. alternatives, new Corridor.Scenarios.Alternative { Name = name, Rows = rows }] };

    /// <summary>A row of an alternative that adds an entry.</summary>
    public static AlternativeRow Also(
        int day, string subject, Change change, double? value = null, PlaceKind? kind = null, string to = "", int? announced = null) =>
        new(Entry(day, subject, change, value, kind, to, announced), Drop: false);

    /// <summary>A row of an alternative that drops an entry.</summary>
    public static AlternativeRow Without(int day, string subject, Change change) => new(Entry(day, subject, change, null, null, "", null), Drop: true);

    public static TimelineEntry Entry(
        int day, string subject, Change change, double? value = null, PlaceKind? kind = null, string to = "", int? announced = null) => new()
    {
        Date = Start.AddDays(day),
        Subject = Subject.Parse(subject) ?? throw new ArgumentException(subject),
        Change = change,
        Value = value,
        NewKind = kind,
        To = to,
        Announced = announced is { } known ? Start.AddDays(known) : null,
    };

    /// <summary>Runs it and keeps all that an ensemble shows.</summary>
    public Observed Run(int days = 1, int runs = 1, ulong seed = 1, int threads = 1, bool knownFuture = false, bool byPerson = false)
    {
        var errors = ScenarioCheck.Run(scenario with { Days = days }).Where(p => p.Severity == Severity.Error).ToList();
        Assert.Empty(errors);
        var options = new EnsembleOptions { Runs = runs, Seed = seed, Days = days, Threads = threads, KnownFuture = knownFuture, ByPerson = byPerson };
        return new Observed(new Ensemble(scenario, alternatives, options));
    }

    private static Rules Quiet(Rules rules) => rules with
    {
        Departures = DepartureMode.None,
        DepartureVariation = 0,
        CampMovechance = 0,
        IdpcampMovechance = 0,
        MaxMoveSpeed = 200,
    };
}
