using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>Reads the scenario folder and what the command line changes in it; collects every problem.</summary>
internal static class QuestionReader
{
    /// <summary>The question; null when the scenario cannot be read. It is not to be asked while any problem is an error.</summary>
    public static Question? Read(Request request, bool comparesWithBase, List<Problem> problems)
    {
        var folder = InputFolder.Open(request.Folder, request.FleeOptions);
        var input = folder.Input;
        problems.AddRange(input.Problems);
        if (request.IsFlee && !folder.IsFlee)
        {
            problems.Add(Problem.Error(Origin.None, $"--format {(request.IsFleeMean ? "flee-mean" : "flee")}: only for a Flee folder "
                + $"(docs/flee.md), and '{request.Folder}' is none"));
        }
        var settings = RuleSettings.Parse(request.Settings, problems);
        if (input.Scenario is not { } scenario) return null;
        scenario = settings.ApplyTo(scenario with { Days = request.Days ?? scenario.Days });
        ScenarioCheck.RulesTogether(scenario.Rules, problems);
        var files = input.Files.ToList();
        var alternatives = AlternativeChoice.Read(request.Alternatives, scenario, comparesWithBase, files, problems);
        return new Question
        {
            Request = request,
            Scenario = scenario,
            Flee = folder.Flee is { } flee ? flee with { Scenario = scenario } : null,
            Alternatives = alternatives,
            Inputs = files,
            Warnings = [.. problems.Where(p => !p.IsError)],
            ComparesWithBase = comparesWithBase,
        };
    }
}
