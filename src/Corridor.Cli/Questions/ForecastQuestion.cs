using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Simple;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>A forecast that is asked for.</summary>
internal sealed record ForecastQuestion
{
    public required Request Request { get; init; }

    /// <summary>The scenario with figures as they were published, and the settings of the command line in it.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>What was known on the as-of day.</summary>
    public required Knowledge Known { get; init; }

    /// <summary>The alternatives; the first is the timeline as it stands.</summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    public required IReadOnlyList<InputFile> Files { get; init; }

    public required IReadOnlyList<Problem> Warnings { get; init; }

    /// <summary>Days ahead.</summary>
    public int Days => Request.Days ?? DefaultDays;

    private const int DefaultDays = 28;

    /// <summary>The days ahead that tables and files show: 7, 14, 28 and 90, as far as they are asked for, and the last.</summary>
    public IReadOnlyList<int> Horizons => [.. new[] { 7, 14, 28, 90, Days }.Where(h => h <= Days).Distinct().Order()];

    public ConditionedOptions Options => new() { Members = Request.Runs, Seed = Request.Seed, Threads = Request.Threads, KnownClosures = Request.KnownFuture };

    /// <summary>Conditions the members.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public CorridorForecast Answer(ProgressLine progress, CancellationToken stop) =>
        new(Scenario, Known, Days, Options with { Stop = stop, Progress = (what, done, days) => progress.Report(done, days, what) });

    /// <summary>The question; null with problems when it cannot be asked.</summary>
    /// <param name="request">What was typed.</param>
    /// <param name="everyAlternative">Whether all alternatives are meant when none is named, as in a comparison.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static ForecastQuestion? Read(Request request, bool everyAlternative, List<Problem> problems)
    {
        var input = InputFolder.Open(request.Folder, request.FleeOptions with { AsPublished = true }).Input;
        problems.AddRange(input.Problems);
        var settings = RuleSettings.Parse(request.Settings, problems);
        if (request.Runs < FewestMembers)
            problems.Add(Problem.Error(Origin.None, $"{request.Runs} members are too few to condition; expected {FewestMembers} or more"));
        if (input.Scenario is not { } scenario) return null;
        scenario = settings.ApplyTo(scenario);
        var files = input.Files.ToList();
        string[] named = [.. request.Alternatives.Where(n => n != Alternative.BaseName)];
        var alternatives = everyAlternative || named.Length > 0
            ? AlternativeChoice.Read(named, scenario, comparesWithBase: true, files, problems)
            : [Alternative.Base];
        if (DayOf(request, scenario, problems) is not { } day) return null;
        return new ForecastQuestion
        {
            Request = request,
            Scenario = scenario,
            Known = Knowledge.Of(scenario, day),
            Alternatives = alternatives,
            Files = files,
            Warnings = [.. problems.Where(p => !p.IsError)],
        };
    }

    private const int FewestMembers = 10;

    /// <summary>The as-of day, when a forecast can be made on it.</summary>
    private static DateOnly? DayOf(Request request, Scenario scenario, List<Problem> problems)
    {
        DateOnly? Wrong(string message)
        {
            problems.Add(Problem.Error(Origin.None, message));
            return null;
        }
        if ((request.AsOf ?? scenario.AsOf) is not { } day) return Wrong("--as-of: the scenario states no day; expected a date as in 2016-10-29");
        if (day < scenario.Start) return Wrong($"--as-of: {day:yyyy-MM-dd} lies before the first day of the scenario, {scenario.Start:yyyy-MM-dd}");
        if (CanForecast(day)) return day;
        bool CanForecast(DateOnly date) => ReportSeries.AllOf(scenario, date).Count > 0;
        static DateOnly KnownFrom(Count count) => count.Published > count.Date ? count.Published : count.Date;
        if (scenario.Counts.Count == 0)
            return Wrong("the scenario has no counts: there is nothing to forecast from; expected stocks, or inflows that follow on each other, in counts.csv");
        if (scenario.Counts.Select(KnownFrom).Distinct().Order().Where(CanForecast).Select(d => (DateOnly?)d).FirstOrDefault() is not { } first)
        {
            return Wrong("no series of counts is long enough to forecast from; "
                + "expected three stocks of a place or of the whole situation, or four inflows that follow on each other, in counts.csv");
        }
        var known = scenario.Counts.Count(c => KnownFrom(c) <= day);
        return Wrong($"--as-of: by {day:yyyy-MM-dd} {(known == 0 ? "no count had" : $"only {Figures.Counted(known, "count")} had")} been published, "
            + $"and no series had {SimpleMethods.MinReports} reports; the first day with a forecast is {first:yyyy-MM-dd}");
    }
}
