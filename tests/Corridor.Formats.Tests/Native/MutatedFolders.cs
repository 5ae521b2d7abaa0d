namespace Corridor.Formats.Tests.Native;

public class MutatedFolders
{
    [Fact]
    public void Whatever_is_done_to_a_folder_gives_a_scenario_or_located_messages()
    {
        var random = new Random(20161029);
        var valid = new SampleFolder();
        var names = valid.Files.Keys.ToList();
        for (var i = 0; i < 4000; i++)
        {
            var folder = new SampleFolder();
            DamagedFolders.Damage(folder.Files, names, folder.SetBytes, random);
            var input = folder.Read();
            DamagedFolders.IsScenarioOrLocatedMessages(input.Scenario, input.Problems);
        }
    }
}
