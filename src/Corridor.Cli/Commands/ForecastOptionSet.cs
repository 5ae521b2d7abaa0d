using System.CommandLine;
using System.Globalization;
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
    private readonly Option<string> seed = new("--seed") { HelpName = "N", Description = "Seed of all chance; the same seed gives the same bytes (default: 1)" };
    private readonly Option<string> threads = new("--threads") { HelpName = "N", Description = "Threads (default: one per core); they change the time only" };
    private readonly Option<string> knownFuture = new("--known-future") { HelpName = "closures", Description = "Grant the closures, openings and capacities that come later" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(folder);
        foreach (var option in new Option[] { asOf, days, members, seed, threads, knownFuture }) command.Options.Add(option);
    }

    /// <summary>What was asked for; what does not fit is added to the problems.</summary>
    public Request Read(ParseResult parsed, List<Problem> problems)
    {
        int Number(Option<string> option, int otherwise, int least, int most)
        {
            var text = parsed.GetValue(option);
            if (text is null) return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            problems.Add(Problem.Error(Origin.None, $"{option.Name}: '{text}'; expected a whole number {least}..{most}"));
            return otherwise;
        }
        if (parsed.GetValue(knownFuture) is { } granted and not "closures") problems.Add(Problem.Error(Origin.None, $"--known-future: '{granted}'; expected closures"));
        return new Request
        {
            Folder = parsed.GetRequiredValue(folder),
            AsOf = DateOf(parsed.GetValue(asOf), problems),
            Days = Number(days, 28, 1, 365),
            Runs = Number(members, 200, 10, 100_000),
            Seed = (ulong)Number(seed, 1, 0, int.MaxValue),
            Threads = Number(threads, Environment.ProcessorCount, 1, 1024),
            Alternatives = [],
            Settings = [],
            KnownFuture = parsed.GetValue(knownFuture) is not null,
        };
    }

    /// <summary>The option <c>--as-of</c>.</summary>
    public static Option<string> AsOf(string description) => new("--as-of") { HelpName = "DATE", Description = description };

    /// <summary>Its date; null when none is given or, with a problem, when it is none.</summary>
    public static DateOnly? DateOf(string? text, List<Problem> problems)
    {
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        problems.Add(Problem.Error(Origin.None, $"--as-of: '{text}'; expected a date as in 2016-10-29"));
        return null;
    }
}
