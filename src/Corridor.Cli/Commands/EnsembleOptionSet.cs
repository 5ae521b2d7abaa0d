using System.CommandLine;
using Corridor.Cli.Questions;
using Corridor.Scenarios;
using static Corridor.Cli.Commands.SharedOptions;

namespace Corridor.Cli.Commands;

/// <summary>The argument and options of the commands that run ensembles.</summary>
internal sealed class EnsembleOptionSet
{
    private static readonly string[] Resolutions = ["group", "person"];

    private static readonly string[] FormatNames = ["csv", "parquet", "flee", "flee-mean"];

    private readonly Argument<string> folder = SharedOptions.Folder();
    private readonly Option<string> days = SharedOptions.Days();
    private readonly Option<string> runs = One("--runs", "N", "Simulated futures per alternative (default: 200)");
    private readonly Option<string> seed = SharedOptions.Seed();
    private readonly Option<string> threads = SharedOptions.Threads();
    private readonly Option<string[]> alternatives = SharedOptions.Alternatives();
    private readonly Option<string[]> settings = Many("--set", "rules.NAME=VALUE", "Set a rule ('corridor rules' lists them); may be repeated");
    private readonly Option<bool> knownFuture = SharedOptions.KnownFuture();
    private readonly Option<string> roundBelow = SharedOptions.RoundBelow();
    private readonly Option<string> output = SharedOptions.RunFolder();
    private readonly Option<string> format = One("--format", "csv|parquet|flee|flee-mean",
        "Format of places and routes in the run folder (default: csv); "
        + "flee adds out.csv of the first run and, by person, agents.out and links.out; "
        + "flee-mean out.csv of the mean over runs");
    private readonly Option<bool> draws = new("--draws")
    {
        Description = "Write draws.csv as well: the figures of every single run; by person, also persons.csv",
    };
    private readonly Option<string> resolution = One("--resolution", "group|person",
        "Simulate groups of people in the same state, or everybody one by one (default: group)");
    private readonly Option<bool> expected = new("--expected")
    {
        Description = "Means and variances in one pass, without sampling; says how far they are exact",
    };
    private readonly FleeOptionSet flee = new();
    private readonly Option<bool> json = new("--json") { Description = "Print summary.json instead of tables" };
    private readonly Option<bool> quiet = new("--quiet") { Description = "Print nothing but problems" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(folder);
        Option[] all = [days, runs, seed, threads, alternatives, settings, knownFuture, roundBelow, output, format, draws, resolution, json, quiet];
        foreach (var option in all) command.Options.Add(option);
        flee.AddTo(command);
    }

    /// <summary>Where one pass without sampling can be asked for.</summary>
    public void AddExpectedTo(Command command) => command.Options.Add(expected);

    /// <summary>Only what matters where no run folder is written.</summary>
    public void AddFewTo(Command command)
    {
        command.Arguments.Add(folder);
        foreach (var option in new Option[] { days, runs, seed, threads, settings, knownFuture }) command.Options.Add(option);
        flee.AddTo(command);
    }

    /// <summary>What was asked for; what does not fit is added to the problems.</summary>
    public Request Read(ParseResult parsed, List<Problem> problems)
    {
        var values = new OptionReader(parsed, problems);
        var daysAsked = values.Number(days, 1, Scenario.MostDays);
        var isExpected = parsed.GetValue(expected);
        foreach (var option in new Option[] { runs, seed, draws, resolution })
        {
            if (isExpected && parsed.GetResult(option) is { Implicit: false })
                problems.Add(Problem.Error(Origin.None, $"{option.Name}: with --expected nothing is drawn; leave out one of the two"));
        }
        return new Request
        {
            Folder = parsed.GetRequiredValue(folder),
            Days = daysAsked,
            Runs = values.Number(runs, 1, 1_000_000) ?? 200,
            Seed = values.Seed(seed),
            Threads = values.Threads(threads),
            Alternatives = parsed.GetValue(alternatives) ?? [],
            Settings = parsed.GetValue(settings) ?? [],
            KnownFuture = parsed.GetValue(knownFuture),
            RoundBelow = values.RoundBelow(roundBelow),
            Output = values.Path(output, "folder"),
            Format = values.OneOf(format, FormatNames) switch
            {
                "parquet" => RunFormat.Parquet,
                "flee" => RunFormat.Flee,
                "flee-mean" => RunFormat.FleeMean,
                _ => RunFormat.Csv,
            },
            KeepsDraws = parsed.GetValue(draws),
            ByPerson = values.OneOf(resolution, Resolutions) == "person",
            FleeOptions = flee.Read(parsed, daysAsked, problems),
            IsExpected = isExpected,
            Json = parsed.GetValue(json),
            Quiet = parsed.GetValue(quiet),
        };
    }
}
