using Corridor.Formats.Flee;
using Corridor.Formats.Native;

namespace Corridor.Cli.Questions;

/// <summary>A folder that holds a scenario, in Corridor's own format or as an input folder of the reference program Flee.</summary>
internal static class InputFolder
{
    public static ScenarioInput Read(string folder) =>
        !File.Exists(Path.Combine(folder, "scenario.yml")) && FleeFolder.Is(folder) ? FleeFolder.Read(folder, new FleeOptions()).Input : ScenarioFolder.Read(folder);
}
