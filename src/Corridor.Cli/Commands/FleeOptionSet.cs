using System.CommandLine;
using Corridor.Formats.Flee;
using Corridor.Scenarios;
using static Corridor.Cli.Commands.SharedOptions;

namespace Corridor.Cli.Commands;

/// <summary>The options that say how a Flee folder is read.</summary>
internal sealed class FleeOptionSet
{
    private readonly Option<string> settings = One("--settings", "FILE", "Flee folders: another settings file than simsetting.yml");
    private readonly Option<string> hasten = One("--hasten", "N", "Flee folders: one of N people (default: 1, all of them)");
    private readonly Option<string> start = One("--start", "DATE", "Flee folders: the first day, instead of sim_period.csv");

    private readonly Option<string> days = One("--days", "N", "Flee folders: the number of days, instead of sim_period.csv");

    public void AddTo(Command command)
    {
        foreach (var option in new[] { settings, hasten, start }) command.Options.Add(option);
    }

    /// <summary>Of a command that simulates nothing: it is of everybody, and has no other use for a number of days.</summary>
    public void AddWithDaysTo(Command command)
    {
        foreach (var option in new[] { settings, start, days }) command.Options.Add(option);
    }

    /// <summary>What was asked for of such a command.</summary>
    public FleeOptions ReadWithDays(ParseResult parsed, List<Problem> problems) =>
        Read(parsed, new OptionReader(parsed, problems).Number(days, 1, Scenario.MostDays), problems);

    /// <summary>What was asked for; what does not fit is added to the problems.</summary>
    public FleeOptions Read(ParseResult parsed, int? days, List<Problem> problems)
    {
        var values = new OptionReader(parsed, problems);
        return new() { Settings = parsed.GetValue(settings), Hasten = values.Number(hasten, 1, 1_000_000) ?? 1, Start = values.Date(start), Days = days };
    }
}
