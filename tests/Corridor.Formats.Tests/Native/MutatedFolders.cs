using Corridor.Scenarios;

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
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var name = names[random.Next(names.Count)];
                folder.SetBytes(name, Mutation.Of(folder.Files[name], random));
            }
            var input = folder.Read();
            Assert.Equal(input.Scenario is null, input.Problems.Any(p => p.Severity == Severity.Error));
            Assert.All(input.Problems, p => Assert.StartsWith("FOLDER/", p.Origin.File, StringComparison.Ordinal));
            Assert.All(input.Problems, p => Assert.DoesNotContain('\n', p.ToString()));
        }
    }
}
