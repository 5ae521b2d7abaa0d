using Xunit;

namespace Corridor.Cli.Tests;

internal static class NewScenarios
{
    /// <summary>The scenario that <c>corridor new</c> writes.</summary>
    public static string NewScenario(this TemporaryFolder folder)
    {
        var scenario = folder["scenario"];
        Assert.Equal(0, Cli.Run("new", scenario).ExitCode);
        return scenario;
    }
}
