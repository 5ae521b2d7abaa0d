using Corridor.Formats.Native;

namespace Corridor.Formats.Flee;

/// <summary>Opens the folders of the reference program Flee (model.md, section 4), with no conversion step.</summary>
public static class FleeFolder
{
    private static readonly string[] Marks = ["locations.csv", "locations-0.csv", "input_csv", "source_data", "simsetting.yml", .. FleePeriod.Files];

    /// <summary>
    /// Whether a folder looks like one of Flee's: something of the names that only its files
    /// have, so that a folder without its locations.csv is told what it lacks.
    /// </summary>
    public static bool Is(string folder) => Marks.Any(name => Path.Exists(Path.Combine(folder, name)));

    /// <summary>Reads the folder with everything that is wrong with it.</summary>
    public static (ScenarioInput Input, FleeCase? Case) Read(string folder, FleeOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        return new FleeFolderReader(folder, options).Read();
    }
}
