using System.CommandLine;
using Corridor.Cli.Questions;
using Corridor.Scenarios;
using static Corridor.Cli.Commands.SharedOptions;

namespace Corridor.Cli.Commands;

/// <summary>The argument and options that forecast and fit share.</summary>
internal sealed class ForecastOptionSet
{
    private readonly Argument<string> folder = SharedOptions.Folder();
    private readonly Option<string> asOf = SharedOptions.AsOf("The day of the question; nothing published later is seen (default: that of the scenario)");
    private readonly Option<string> days = One("--days", "N", "Days ahead (default: 28)");
    private readonly Option<string> members = One("--members", "N", "Members of the conditioned simulation (default: 200)");
    private readonly Option<string> seed = SharedOptions.Seed();
    private readonly Option<string> threads = SharedOptions.Threads();
    private readonly Option<string> knownFuture = One("--known-future", "closures",
        "Grant the closures, openings and capacities that come later");

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
            Threads = values.Threads(threads),
            Alternatives = [],
            Settings = [],
            KnownFuture = parsed.GetValue(knownFuture) is not null,
        };
    }
}
