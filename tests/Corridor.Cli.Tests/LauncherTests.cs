using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>The launcher at the root, on a copy of the sources: it builds what is missing and nothing else.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void It_builds_once_works_from_any_folder_and_passes_exit_codes_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the launcher is a bash script");
        CopySources();
        var first = Launch("--version");
        Assert.Equal((0, "", "corridor 0.1.0\n"), (first.ExitCode, first.Error, first.Output));

        var stamp = new FileInfo(folder["repository/src/Corridor.Cli/obj/launcher.stamp"]);
        var built = stamp.LastWriteTimeUtc;
        Assert.Equal(2, Launch("runn").ExitCode);
        stamp.Refresh();
        Assert.Equal(built, stamp.LastWriteTimeUtc);

        var version = folder["repository/src/Corridor.Cli/CliVersion.cs"];
        File.WriteAllText(version, File.ReadAllText(version).Replace("ToString(3)", "ToString(2)", StringComparison.Ordinal));
        Assert.Equal("corridor 0.1\n", Launch("--version").Output);

        File.AppendAllText(version, "nonsense");
        var broken = Launch("--version");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("CliVersion.cs", broken.Error, StringComparison.Ordinal);
        Assert.Equal("", broken.Output);
    }

    public void Dispose() => folder.Dispose();

    private CliResult Launch(string argument)
    {
        Directory.CreateDirectory(folder["elsewhere"]);
        return Child.Finish(Child.Start("bash", folder["elsewhere"], "../repository/corridor", argument));
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
