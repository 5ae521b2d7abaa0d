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
        if (request.ByPerson) RequireFewEnough(scenario, problems);
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

    /// <summary>Whoever may set out has a number of his own.</summary>
    private static void RequireFewEnough(Scenario scenario, List<Problem> problems)
    {
        var settingOut = scenario.Rules.Departures == DepartureMode.Given
            ? scenario.Departures.Select(d => d.People)
            : scenario.Places.Select(p => p.Population);
        var people = scenario.InitialStock.Values.Concat(settingOut).Sum(n => (decimal)n);
        if (people <= int.MaxValue) return;
        problems.Add(Problem.Error(Origin.None, FormattableString.Invariant(
            $"--resolution person: up to {people:N0} people may set out, and {int.MaxValue:N0} can be kept one by one; ")
            + "leave it out to simulate groups, of any number of people"));
    }
}
