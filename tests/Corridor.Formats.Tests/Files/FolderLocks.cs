using Corridor.Formats.Files;

namespace Corridor.Formats.Tests.Files;

public class FolderLocks
{
    [Fact]
    public async Task The_next_one_waits_by_whatever_name_it_calls_the_folder()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["real/scenario"]);
        var alias = folder["real/../real/scenario/"];
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(folder["link"], folder["real"]);
            alias = folder["link/scenario"];
        }
        Task next;
        using (FolderLock.Take(folder["real/scenario"]))
        {
            next = Task.Run(() => FolderLock.Take(alias).Dispose(), TestContext.Current.CancellationToken);
            await Task.Delay(200, TestContext.Current.CancellationToken);
            Assert.False(next.IsCompleted);
        }
        await next.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["real/scenario"]));
    }

    /// <summary>In the native program a named mutex is known to no other process.</summary>
    [Fact]
    public void The_system_holds_the_folder_itself()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/flock"), "there is no program 'flock'");
        using var folder = new TemporaryFolder();
        using (FolderLock.Take(folder.Path)) Assert.Equal(1, Locked(folder.Path));
        Assert.Equal(0, Locked(folder.Path));
    }

    [Fact]
    public void A_folder_that_is_not_there_keeps_nobody_waiting()
    {
        using var folder = new TemporaryFolder();
        using (FolderLock.Take(folder["missing"]))
        {
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static int Locked(string folder)
    {
        using var process = System.Diagnostics.Process.Start("/usr/bin/flock", ["--nonblock", folder, "true"]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
