using Corridor.Formats.Files;
using Corridor.Formats.Flee;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>
/// A folder that holds a scenario, in Corridor's own format or as an input folder of the reference program Flee. The one place where a command opens a folder.
/// </summary>
/// <param name="Folder">The folder.</param>
/// <param name="Input">The scenario and what is wrong with it.</param>
/// <param name="Flee">What only a Flee folder has; null for a scenario folder, and when there are errors.</param>
/// <param name="IsFlee">Whether it is a Flee folder.</param>
internal sealed record InputFolder(string Folder, ScenarioInput Input, FleeCase? Flee, bool IsFlee)
{
    /// <summary>Opens the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">How a Flee folder is read; what is stated there is a problem for a folder that is none.</param>
    /// <param name="daysAreOfFlee">Whether a number of days says how a Flee folder is read, and nothing else.</param>
    public static InputFolder Open(string folder, FleeOptions options, bool daysAreOfFlee = false)
    {
        if (!ScenarioFolder.Is(folder) && FleeFolder.Is(folder))
        {
            var (read, flee) = FleeFolder.Read(folder, options);
            return new InputFolder(folder, read, flee, IsFlee: true);
        }
        var input = ScenarioFolder.Read(folder);
        string[] stated = [.. Stated(options), .. daysAreOfFlee && options.Days is not null ? ["--days"] : Array.Empty<string>()];
        if (stated.Length == 0) return new InputFolder(folder, input, null, IsFlee: false);
        var problem = Problem.Error(Origin.None, $"{string.Join(", ", stated)}: only for a Flee folder (docs/flee.md), and '{folder}' is none");
        return new InputFolder(folder, input with { Scenario = null, Problems = [.. input.Problems, problem] }, null, IsFlee: false);
    }

    /// <summary>
    /// The counts as they were published. A Flee folder is read once more for them: what its runs are compared with are figures rescaled by later ones.
    /// </summary>
    /// <param name="options">How the folder was opened.</param>
    public IReadOnlyList<Count> PublishedCounts(FleeOptions options)
    {
        var published = IsFlee ? FleeFolder.Read(Folder, options with { AsPublished = true }).Input : Input;
        return published.Scenario?.Counts ?? [];
    }

    /// <summary>Refuses an output that would replace a file of the folder.</summary>
    public void RequireOther(string option, string output, List<Problem> problems)
    {
        var files = Input.Files.Select(f => f.Path).Append(ProposalsFile.Name).Select(name => Path.Combine(Folder, name));
        if (output.Length > 0 && files.Any(file => OutputFile.IsSame(file, output)))
            problems.Add(Problem.Error(Origin.None, $"{option}: '{output}' is a file of the scenario; expected another file"));
    }

    private static IEnumerable<string> Stated(FleeOptions options)
    {
        if (options.Settings is not null) yield return "--settings";
        if (options.Hasten != 1) yield return "--hasten";
        if (options.Start is not null) yield return "--start";
    }
}
