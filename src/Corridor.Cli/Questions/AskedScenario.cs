using Corridor.Formats.Flee;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>
/// What every question has: the scenario that a folder and the command line give together, and what of it is asked. The one reader of all of it,
/// so that an option means the same in every command.
/// </summary>
internal record AskedScenario
{
    public required Request Request { get; init; }

    /// <summary>Whether the folder is one of the reference program Flee.</summary>
    public required bool IsFlee { get; init; }

    /// <summary>The scenario, with the settings of the command line in it.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The alternatives, in the order in which they are run and shown. Differences are taken to the first.</summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>Whether the alternatives are compared with the base.</summary>
    public required bool ComparesWithBase { get; init; }

    /// <summary>The files of the scenario folder, and those with an alternative.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>What is probably not meant in the input.</summary>
    public required IReadOnlyList<Problem> Warnings { get; init; }

    /// <summary>Reads it and collects every problem; null when the scenario cannot be read.</summary>
    /// <param name="request">What was typed.</param>
    /// <param name="options">How a Flee folder is read.</param>
    /// <param name="days">The days to simulate; null: those of the scenario.</param>
    /// <param name="alternatives">The alternatives that are named.</param>
    /// <param name="comparesWithBase">Whether the alternatives are compared with the base.</param>
    /// <param name="problems">Receives what is wrong.</param>
    protected static (AskedScenario Asked, FleeCase? Flee)? Read(
        Request request, FleeOptions options, int? days, IReadOnlyList<string> alternatives, bool comparesWithBase, List<Problem> problems)
    {
        var folder = InputFolder.Open(request.Folder, options);
        problems.AddRange(folder.Input.Problems);
        if (request.WritesFlee && !folder.IsFlee)
        {
            problems.Add(Problem.Error(Origin.None, $"--format {(request.Format == RunFormat.FleeMean ? "flee-mean" : "flee")}: only for a Flee folder "
                + $"(docs/flee.md), and '{request.Folder}' is none"));
        }
        var settings = RuleSettings.Parse(request.Settings, problems);
        if (folder.Input.Scenario is not { } stated) return null;
        if (stated.Start.DayNumber + days > DateOnly.MaxValue.DayNumber)
        {
            problems.Add(Problem.Error(Origin.None, $"--days: with {days} days the scenario would end after the year 9999"));
            days = null;
        }
        var scenario = settings.ApplyTo(stated with { Days = days ?? stated.Days });
        ScenarioCheck.RulesTogether(scenario.Rules, problems);
        problems.AddRange(RulesWithoutData.Find(scenario).Except(RulesWithoutData.Find(stated)));
        var files = folder.Input.Files.ToList();
        IReadOnlyList<Alternative> chosen =
            [.. AlternativeChoice.Read(alternatives, scenario, comparesWithBase, files, problems).Select(a => a.ScaledDown(options.Hasten))];
        if (request.ByPerson) PersonLimit.Check(scenario, chosen, problems);
        var asked = new AskedScenario
        {
            Request = request,
            IsFlee = folder.IsFlee,
            Scenario = scenario,
            Alternatives = chosen,
            ComparesWithBase = comparesWithBase,
            Inputs = files,
            Warnings = [.. problems.Where(p => !p.IsError)],
        };
        return (asked, folder.Flee);
    }
}
