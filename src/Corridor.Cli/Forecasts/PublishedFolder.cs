using Corridor.Formats.Flee;
using Corridor.Formats.Native;

namespace Corridor.Cli.Forecasts;

/// <summary>
/// A scenario with its figures as they were published: what forecasts may use.
/// Flee folders lose their registration corrections, which know the future.
/// </summary>
internal static class PublishedFolder
{
    public static ScenarioInput Read(string folder) =>
        !File.Exists(Path.Combine(folder, "scenario.yml")) && FleeFolder.Is(folder)
            ? FleeFolder.Read(folder, new FleeOptions { AsPublished = true }).Input
            : ScenarioFolder.Read(folder);
}
