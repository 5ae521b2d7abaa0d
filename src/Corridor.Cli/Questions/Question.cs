using System.Diagnostics.CodeAnalysis;
using Corridor.Formats.Flee;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>All that decides the answer: the scenario as it is to be run, the alternatives, and how.</summary>
internal sealed record Question : AskedScenario
{
    /// <summary>A question about a scenario that was read.</summary>
    [SetsRequiredMembers]
    public Question(AskedScenario asked) : base(asked) { }

    /// <summary>What only a Flee folder has; null for a scenario folder, and for a forecast.</summary>
    public FleeCase? Flee { get; init; }

    /// <summary>For a forecast, what its members are conditioned on; null: the runs are not conditioned.</summary>
    public ConditionedRecord? Conditioned { get; init; }

    /// <summary>The question; null when the scenario cannot be read. It is not to be asked while any problem is an error.</summary>
    public static Question? Read(Request request, bool comparesWithBase, List<Problem> problems) =>
        Read(request, request.FleeOptions, request.Days, request.Alternatives, comparesWithBase, problems) is var (asked, flee)
            ? new Question(asked) { Flee = flee is null ? null : flee with { Scenario = asked.Scenario } }
            : null;

    public EnsembleOptions Options => new()
    {
        Runs = Request.Runs,
        Seed = Request.Seed,
        Threads = Request.Threads,
        Days = Scenario.Days,
        KnownFuture = Request.KnownFuture,
        ByPerson = Request.ByPerson,
        TrackedRuns = HasFleePersonLogs || HasPersonsTable ? 1 : 0,
    };

    /// <summary>What people flee from, as pages call it.</summary>
    public string InDanger => Scenario.Rules.DepartureDriver == DepartureDriver.Flood ? "under conflict or flooded" : "under conflict";

    /// <summary>Whether the reference program's logs of single persons are written.</summary>
    public bool HasFleePersonLogs =>
        this is { Request: { WritesFlee: true, ByPerson: true, RoundBelow: 0 }, Flee.Logs: var logs } && (logs.Agents > 0 || logs.Links > 0);

    /// <summary>Whether every single person is written. With <c>--round-below</c> none is: a row is one.</summary>
    public bool HasPersonsTable => Request is { KeepsDraws: true, ByPerson: true, RoundBelow: 0 };

    /// <summary>Timeline rows of the simulated days that are left out because they were announced after the as-of day.</summary>
    public int RowsNotKnown => Conditioned?.RowsNotKnown ?? Scenario.Timeline.Count(e => !IsKnown(e) && Scenario.Day(e.Date) < Scenario.Days);

    /// <summary>Whether a timeline row of the scenario is let in; that of conditioned members holds no other.</summary>
    public bool IsKnown(TimelineEntry entry) =>
        Conditioned is not null || Request.KnownFuture || Scenario.AsOf is not { } asOf || entry.KnownFrom <= asOf;

    /// <summary>Whether a figure is the forecast of what is reported; false: it is simulated.</summary>
    public bool IsForecast(string place, Measure measure) => Conditioned?.Forecast.Contains((place, measure)) ?? false;
}

/// <summary>What the members of a forecast are conditioned on.</summary>
/// <param name="Counts">Number of counts published by the as-of day.</param>
/// <param name="Targets">Series that have a forecast.</param>
/// <param name="Forecast">The figures of the run folder that are the forecast; all others are simulated.</param>
/// <param name="IsConditioned">Whether the counts told the simulation anything.</param>
/// <param name="SimulatedFrom">First day of the simulation.</param>
/// <param name="LastReport">The day of the last report of any series.</param>
/// <param name="RowsNotKnown">Timeline rows that were left out because they were announced later.</param>
internal sealed record ConditionedRecord(
    int Counts, int Targets, IReadOnlyList<(string Place, Measure Measure)> Forecast,
    bool IsConditioned, DateOnly SimulatedFrom, DateOnly LastReport, int RowsNotKnown);
