using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>The scenario folder, Corridor's own format: <c>scenario.yml</c> beside CSV files (docs/formats.md).</summary>
public static class ScenarioFolder
{
    /// <summary>Whether a folder is one: its <c>scenario.yml</c> is there.</summary>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, ScenarioYml.Name));

    /// <summary>Reads a folder and finds all that is wrong with it. Does not throw for anything that is in the files.</summary>
    public static ScenarioInput Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new FolderReader(folder).Read();
    }

    /// <summary>The places whose ids a scenario folder cannot hold, such as names of a Flee folder with <c>--</c> in them.</summary>
    public static IEnumerable<Problem> WrongIds(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Places.Where(p => PlacesFile.WrongId(p.Id) is not null).Select(p => Problem.Error(p.Origin, PlacesFile.WrongId(p.Id)!));
    }

    /// <summary>Writes a scenario so that <see cref="Read"/> gives it back; whole or not at all.</summary>
    /// <exception cref="OutputException">The folder exists and is not empty, or cannot be written.</exception>
    public static void Write(Scenario scenario, string folder)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        OutputFolder.RequireFree(folder);
        using var output = OutputFolder.Create(folder);
        output.WriteText(ScenarioYml.Name, ScenarioYml.Write(scenario));
        output.WriteText(PlacesFile.Name, PlacesFile.Write(scenario));
        output.WriteText(RoutesFile.Name, RoutesFile.Write(scenario));
        if (scenario.Timeline.Count > 0) output.WriteText(TimelineFile.Name, TimelineFile.Write(scenario));
        if (scenario.Counts.Count > 0) output.WriteText(CountsFile.Name, CountsFile.Write(scenario));
        if (scenario.Departures.Count > 0) output.WriteText(DeparturesFile.Name, DeparturesFile.Write(scenario));
        if (scenario.Demographics.Count > 0) output.WriteText(DemographicsFile.Name, DemographicsFile.Write(scenario));
        if (scenario.InitialPeople.Count > 0) output.WriteText(PeopleFile.Name, PeopleFile.Write(scenario));
        output.Commit();
    }
}
