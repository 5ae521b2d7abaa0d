using System.Diagnostics.CodeAnalysis;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Simple;
using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>A forecast that is asked for.</summary>
internal sealed record ForecastQuestion : AskedScenario
{
    [SetsRequiredMembers]
    private ForecastQuestion(AskedScenario asked, Knowledge known) : base(asked) => Known = known;

    /// <summary>What was known on the as-of day.</summary>
    public Knowledge Known { get; }

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
        if (request.Runs < FewestMembers)
            problems.Add(Problem.Error(Origin.None, $"{request.Runs} members are too few to condition; expected {FewestMembers} or more"));
        string[] named = [.. request.Alternatives.Where(n => n != Alternative.BaseName)];
        // Days are days ahead here; the past is read whole, with figures as they were published.
        var options = request.FleeOptions with { AsPublished = true, Days = null };
        var read = Read(request, options, days: null, named, everyAlternative || named.Length > 0, problems);
        return read is var (asked, _) && DayOf(request, asked.Scenario, problems) is { } day
            ? new ForecastQuestion(asked, Knowledge.Of(asked.Scenario, day))
            : null;
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
        var ahead = request.Days ?? DefaultDays;
        if (day.DayNumber + ahead > DateOnly.MaxValue.DayNumber) return Wrong($"--as-of: {ahead} days after {day:yyyy-MM-dd} are after the year 9999");
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
