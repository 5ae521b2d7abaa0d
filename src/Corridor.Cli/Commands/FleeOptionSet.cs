using System.CommandLine;
using System.Globalization;
using Corridor.Formats.Flee;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary>The options that say how a Flee folder is read.</summary>
internal sealed class FleeOptionSet
{
    private readonly Option<string> settings = new("--settings") { HelpName = "FILE", Description = "Flee folders: another settings file than simsetting.yml" };
    private readonly Option<string> hasten = new("--hasten") { HelpName = "N", Description = "Flee folders: one of N people (default: 1, all of them)" };
    private readonly Option<string> start = new("--start") { HelpName = "DATE", Description = "Flee folders: the first day, instead of sim_period.csv" };

    public void AddTo(Command command)
    {
        foreach (var option in new[] { settings, hasten, start }) command.Options.Add(option);
    }

    /// <summary>What was asked for; what does not fit is added to the problems.</summary>
    public FleeOptions Read(ParseResult parsed, int? days, List<Problem> problems) =>
        new() { Settings = parsed.GetValue(settings), Hasten = Hasten(parsed.GetValue(hasten), problems), Start = Start(parsed.GetValue(start), problems), Days = days };

    private static int Hasten(string? text, List<Problem> problems)
    {
        if (text is null) return 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1_000_000) return number;
        problems.Add(Problem.Error(Origin.None, $"--hasten: '{text}'; expected a whole number 1..1000000"));
        return 1;
    }

    private static DateOnly? Start(string? text, List<Problem> problems)
    {
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        problems.Add(Problem.Error(Origin.None, $"--start: '{text}'; expected year-month-day as in 2016-10-29"));
        return null;
    }
}
