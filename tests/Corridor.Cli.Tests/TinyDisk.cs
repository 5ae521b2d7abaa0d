using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>A disk too small for what is written to it; only root can make one.</summary>
internal static class TinyDisk
{
    /// <summary>Does something on such a disk.</summary>
    public static void Do(TemporaryFolder folder, string size, Action<string> work)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root can mount a tiny disk");
        var disk = folder["disk"];
        Directory.CreateDirectory(disk);
        var mounted = Child.Finish(Child.Start("mount", folder.Path, "-t", "tmpfs", "-o", $"size={size}", "tmpfs", disk)).ExitCode == 0;
        Assert.SkipUnless(mounted, "this machine does not let root mount a disk");
        try
        {
            work(disk);
        }
        finally
        {
            Child.Finish(Child.Start("umount", folder.Path, disk));
        }
    }

    /// <summary>The command ended in one clear line.</summary>
    public static void AssertOneLine(CliResult result)
    {
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("No space left on device", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }
}
