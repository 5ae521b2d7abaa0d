using System.CommandLine;
using System.Globalization;
using Corridor.Cli.Forecasts;
using Corridor.Forecasting;
using Corridor.Forecasting.Conditioning;
using Corridor.Forecasting.Reports;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary>The argument and options that forecast and fit share, and the forecast that they ask for.</summary>
internal sealed class ForecastOptionSet
{
    private readonly Argument<string> folder = new("FOLDER") { Description = "the scenario folder" };
    private readonly Option<string> asOf = new("--as-of") { HelpName = "DATE", Description = "The day of the question; nothing published later is seen (default: that of the scenario)" };
    private readonly Option<string> days = new("--days") { HelpName = "N", Description = "Days ahead (default: 28)" };
    private readonly Option<string> members = new("--members") { HelpName = "N", Description = "Members of the conditioned simulation (default: 200)" };
    private readonly Option<string> seed = new("--seed") { HelpName = "N", Description = "Seed of all chance; the same seed gives the same bytes (default: 1)" };
    private readonly Option<string> threads = new("--threads") { HelpName = "N", Description = "Threads (default: one per core); they change the time only" };
    private readonly Option<string> knownFuture = new("--known-future") { HelpName = "closures", Description = "Grant the closures, openings and capacities that come later" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(folder);
        foreach (var option in new Option[] { asOf, days, members, seed, threads, knownFuture }) command.Options.Add(option);
    }

    /// <summary>The question; null with problems when it cannot be asked.</summary>
    public ForecastQuestion? Read(ParseResult parsed, List<Problem> problems)
    {
        int Number(Option<string> option, int otherwise, int least, int most)
        {
            var text = parsed.GetValue(option);
            if (text is null) return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            problems.Add(Problem.Error(Origin.None, $"{option.Name}: '{text}'; expected a whole number {least}..{most}"));
            return otherwise;
        }
        var input = PublishedFolder.Read(parsed.GetRequiredValue(folder));
        problems.AddRange(input.Problems);
        var ahead = Number(days, 28, 1, 365);
        var options = new ConditionedOptions
        {
            Members = Number(members, 200, 10, 100_000),
            Seed = (ulong)Number(seed, 1, 0, int.MaxValue),
            Threads = Number(threads, Environment.ProcessorCount, 1, 1024),
            KnownClosures = parsed.GetValue(knownFuture) is "closures",
        };
        if (parsed.GetValue(knownFuture) is { } granted and not "closures") problems.Add(Problem.Error(Origin.None, $"--known-future: '{granted}'; expected closures"));
        if (input.Scenario is not { } scenario) return null;
        var day = scenario.AsOf;
        if (parsed.GetValue(asOf) is { } text)
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) day = date;
            else problems.Add(Problem.Error(Origin.None, $"--as-of: '{text}'; expected a date as in 2016-10-29"));
        }
        if (day is null) problems.Add(Problem.Error(Origin.None, "--as-of: the scenario states no day; expected a date as in 2016-10-29"));
        else if (day < scenario.Start) problems.Add(Problem.Error(Origin.None, $"--as-of: {day:yyyy-MM-dd} lies before the first day of the scenario, {scenario.Start:yyyy-MM-dd}"));
        if (problems.Exists(p => p.Severity == Severity.Error)) return null;
        var known = Knowledge.Of(scenario, day!.Value);
        return new ForecastQuestion(scenario, known, ahead, options, input.Files);
    }
}

/// <summary>A forecast that is asked for.</summary>
internal sealed record ForecastQuestion(Scenario Scenario, Knowledge Known, int Days, ConditionedOptions Options, IReadOnlyList<InputFile> Files)
{
    public CorridorForecast Answer() => new(Scenario, Known, Days, Options);
}
