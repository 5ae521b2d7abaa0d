using Corridor.Scenarios;

namespace Corridor.Formats.Tests;

/// <summary>What the tests of damaged folders have in common: a few damages to a folder's files, and what must hold of whatever is read.</summary>
internal static class DamagedFolders
{
    /// <summary>One to three damages, each to one of the files.</summary>
    public static void Damage(IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<string> names, Action<string, byte[]> set, Random random)
    {
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var name = names[random.Next(names.Count)];
            set(name, Mutation.Of(files[name], random));
        }
    }

    /// <summary>A scenario, or errors, each on one line that names a file of the folder.</summary>
    public static void IsScenarioOrLocatedMessages(Scenario? scenario, IReadOnlyList<Problem> problems)
    {
        Assert.Equal(scenario is null, problems.Any(p => p.Severity == Severity.Error));
        Assert.All(problems, p => Assert.StartsWith("FOLDER/", p.Origin.File, StringComparison.Ordinal));
        Assert.All(problems, p => Assert.DoesNotContain('\n', p.ToString()));
    }
}
