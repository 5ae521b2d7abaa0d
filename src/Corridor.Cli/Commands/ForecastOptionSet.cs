using System.CommandLine;
using Corridor.Cli.Questions;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary>The argument and options that forecast and fit share.</summary>
internal sealed class ForecastOptionSet
{
    private readonly Argument<string> folder = new("FOLDER") { Description = "the scenario folder" };
    private readonly Option<string> asOf = AsOf("The day of the question; nothing published later is seen (default: that of the scenario)");
    private readonly Option<string> days = new("--days") { HelpName = "N", Description = "Days ahead (default: 28)" };
    private readonly Option<string> members = new("--members") { HelpName = "N", Description = "Members of the conditioned simulation (default: 200)" };
    private readonly Option<string> seed = new("--seed")
    {
        HelpName = "N",
        Description = "Seed of all chance; the same seed gives the same bytes (default: 1)",
    };
    private readonly Option<string> threads = new("--threads") { HelpName = "N", Description = "Threads (default: one per core); they change the time only" };
    private readonly Option<string> knownFuture = new("--known-future")
    {
        HelpName = "closures",
        Description = "Grant the closures, openings and capacities that come later",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(folder);
        foreach (var option in new Option[] { asOf, days, members, seed, threads, knownFuture }) command.Options.Add(option);
    }

    /// <summary>What was asked for; what does not fit is added to the problems.</summary>
    public Request Read(ParseResult parsed, List<Problem> problems)
    {
        var values = new OptionReader(parsed, problems);
        values.OneOf(knownFuture, "closures");
        return new Request
        {
            Folder = parsed.GetRequiredValue(folder),
            AsOf = values.Date(asOf),
            Days = values.Number(days, 1, 365) ?? 28,
            Runs = values.Number(members, 10, 100_000) ?? 200,
            Seed = values.Seed(seed),
            Threads = values.Number(threads, 1, 1024) ?? Environment.ProcessorCount,
            Alternatives = [],
            Settings = [],
            KnownFuture = parsed.GetValue(knownFuture) is not null,
        };
    }

    /// <summary>The option <c>--as-of</c>.</summary>
    public static Option<string> AsOf(string description) => new("--as-of") { HelpName = "DATE", Description = description };
}
