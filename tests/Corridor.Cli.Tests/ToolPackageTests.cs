using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>Corridor as a .NET tool.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void The_packed_tool_installs_from_a_folder_and_runs()
    {
        Dotnet("pack", Repository.Path("src/Corridor.Cli"),
            "--configuration", "Release", "--output", folder["packages"], "--artifacts-path", folder["artifacts"]);
        File.WriteAllText(folder["nuget.config"], """
            <configuration>
              <packageSources><clear /><add key="here" value="packages" /></packageSources>
            </configuration>
            """);
        Dotnet("tool", "install", "Corridor.Tool", "--tool-path", folder["tools"], "--configfile", folder["nuget.config"]);
        var tool = Path.Combine(folder["tools"], OperatingSystem.IsWindows() ? "corridor.exe" : "corridor");
        Assert.Equal(0, Child.Finish(Child.Start(tool, folder.Path, "new", "scenario")).ExitCode);
        var result = Child.Finish(Child.Start(tool, folder.Path, "compare", "scenario", "--runs", "5", "--days", "10", "--out", "out", "--format", "parquet"));
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.True(File.Exists(folder["out/places.parquet"]));
    }

    public void Dispose() => folder.Dispose();

    private void Dotnet(params string[] args)
    {
        var result = Child.Finish(Child.Start("dotnet", folder.Path, args));
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
    }
}
