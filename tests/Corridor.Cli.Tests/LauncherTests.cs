using System.Diagnostics;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>The launcher at the root, on a copy of the sources: it builds what is missing and nothing else.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private string path = Environment.GetEnvironmentVariable("PATH")!;

    [Fact]
    public void It_builds_once_works_from_any_folder_and_passes_exit_codes_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the launcher is a bash script");
        CopySources();
        Process[] atOnce = [Start("--version"), Start("--version")];
        Assert.All(atOnce.Select(Child.Finish), first => Assert.Equal(new CliResult(0, "corridor 0.1.0\n", ""), first));

        var stamp = new FileInfo(folder["repository/src/Corridor.Cli/obj/launcher.stamp"]);
        var built = stamp.LastWriteTimeUtc;
        Assert.Equal(2, Launch("runn").ExitCode);
        stamp.Refresh();
        Assert.Equal(built, stamp.LastWriteTimeUtc);

        Works_as_within_this_process();

        HideTheLinker();
        var version = folder["repository/src/Corridor.Cli/CliVersion.cs"];
        File.WriteAllText(version, File.ReadAllText(version).Replace("ToString(3)", "ToString(2)", StringComparison.Ordinal));
        Assert.Equal(new CliResult(0, "corridor 0.1\n", ""), Launch("--version"));
        Assert.Equal((false, true), (Directory.Exists(folder["repository/src/Corridor.Cli/bin/native"]), Launch("rules").Output.Length > 0));

        File.AppendAllText(version, "nonsense");
        var broken = Launch("--version");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("CliVersion.cs", broken.Error, StringComparison.Ordinal);
        Assert.Equal("", broken.Output);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The launcher's program may be native code, where what is only asked for by reflection is missing.</summary>
    private void Works_as_within_this_process()
    {
        var (scenario, village) = (folder.NewScenario(), VillageFolder.Write(folder));
        string[][] commands =
        [
            ["--help"],
            ["check", scenario],
            ["run", scenario, "--days", "20", "--runs", "10", "--format", "parquet", "--draws"],
            ["run", scenario, "--days", "20", "--runs", "3", "--resolution", "person", "--json"],
            ["compare", village, "--as-of", "2020-04-12", "--days", "10", "--runs", "20"],
            ["forecast", village, "--as-of", "2020-04-12", "--days", "14", "--members", "20", "--json"],
            ["fit", village, "--as-of", "2020-04-12", "--members", "30"],
            ["sensitivity", scenario, "--samples", "16", "--days", "20", "--json"],
            ["backtest", village],
            ["read", Repository.Path("examples/reports/rivertown.txt"), "--html"],
            ["rules"],
        ];
        foreach (var command in commands)
        {
            var (here, there) = (folder["here"], folder["there"]);
            string[] Writing(string output) => command[0] is "run" or "compare" or "forecast" ? [.. command, "--out", output] : command;
            var within = Cli.Run(Writing(here));
            var launched = Launch(Writing(there));
            Assert.Equal(within with { Output = within.Output.Replace(here, there, StringComparison.Ordinal) }, launched);
            if (Directory.Exists(here)) Assert.Equal(TemporaryFolder.Contents(here), TemporaryFolder.Contents(there));
        }
    }

    private CliResult Launch(params string[] arguments) => Child.Finish(Start(arguments));

    private Process Start(params string[] arguments)
    {
        Directory.CreateDirectory(folder["elsewhere"]);
        return Child.Start("env", folder["elsewhere"], [$"PATH={path}", "bash", "../repository/corridor", .. arguments]);
    }

    /// <summary>Leaves of the programs of this machine those that the launcher itself calls.</summary>
    private void HideTheLinker()
    {
        Directory.CreateDirectory(folder["tools"]);
        foreach (var tool in new[] { "bash", "cat", "dirname", "dotnet", "find", "grep", "ln", "mkdir", "mktemp", "mv", "readlink", "rm", "sh" })
        {
            var file = path.Split(Path.PathSeparator).Select(p => Path.Combine(p, tool)).First(File.Exists);
            File.CreateSymbolicLink(folder[$"tools/{tool}"], file);
        }
        path = folder["tools"];
    }

    private void CopySources()
    {
        var sources = Directory.EnumerateFiles(Repository.Path("src"), "*", SearchOption.AllDirectories);
        foreach (var file in sources.Concat(Directory.EnumerateFiles(Repository.Root)))
        {
            var relative = Path.GetRelativePath(Repository.Root, file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or ".git")) continue;
            var copy = Path.Combine(folder["repository"], relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
