using System.CommandLine;
using Corridor.Cli.Pages;
using Corridor.Cli.RunFolders;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor compare</c>: what each alternative changes against the timeline as it stands.</summary>
internal static class CompareCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new EnsembleOptionSet();
        var asOf = SharedOptions.AsOf("Condition the runs on the counts published by this day, and count --days from it (default: 28); "
            + "--known-future then lets in closures, openings, kinds and capacities, but no conflicts");
        var command = new Command("compare", "Compare what-ifs: what each alternative changes, how much, and how sure that is");
        options.AddTo(command);
        options.AddExpectedTo(command);
        command.Options.Add(asOf);
        Help.AddTo(command,
            "corridor compare examples/mosul-2016",
            "corridor compare examples/mosul-2016 --alternative west-sealed --known-future",
            "corridor compare examples/mosul-2016 --as-of 2016-12-25 --days 28",
            "corridor compare my-scenario --set rules.camp_weight=3");
        command.SetAction(parsed => parsed.GetValue(asOf) is not null
            ? Conditioned(context, options, parsed, asOf)
            : EnsembleCommand.Invoke(context, options, parsed, comparesWithBase: true, ComparePage.Print));
        return command;
    }

    /// <summary>The same members, conditioned on the counts, under every alternative.</summary>
    private static int Conditioned(CommandContext context, EnsembleOptionSet options, ParseResult parsed, Option<string> asOf)
    {
        var problems = new List<Problem>();
        var request = options.Read(parsed, problems) with { AsOf = new OptionReader(parsed, problems).Date(asOf) };
        if (request.IsExpected) problems.Add(Problem.Error(Origin.None, "--expected: conditioned members are drawn; leave it out with --as-of"));
        if (request.ByPerson) problems.Add(Problem.Error(Origin.None, "--resolution person: conditioned members are groups; leave it out with --as-of"));
        if (request.WritesFlee) problems.Add(Problem.Error(Origin.None, "--format flee: out.csv is of runs from the first day; leave it out with --as-of"));
        if (request.FleeOptions.Hasten > 1)
            problems.Add(Problem.Error(Origin.None, "--hasten: members are conditioned on the reports, which count everybody; leave it out with --as-of"));
        return ForecastCommand.Invoke(context, request, everyAlternative: true, problems, (page, answer) =>
        {
            if (request.Json) context.Terminal.Out.WriteLine(SummaryJson.Text(answer.Answer));
            else ConditionedComparePage.Print(page, answer);
            return !request.Json;
        });
    }
}
