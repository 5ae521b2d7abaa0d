using System.Text.Json;
using Corridor.Formats.Files;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>What happens to the files when the process or the machine fails.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string Text = "RIVERTOWN, 4 March 2026 (OCHA) - About 1,200 people arrived at North camp on 1 March, UNHCR said.";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_killed_process_leaves_no_run_folder_and_does_not_stand_in_the_way_of_the_next()
    {
        var scenario = folder.NewScenario();
        using (var process = Child.StartCorridor("compare", scenario, "--runs", "8000", "--out", folder["out"]))
        {
            Child.WaitUntil(process, HasUnfinishedRows);
            process.Kill();
            process.WaitForExit();
        }
        Assert.False(Directory.Exists(folder["out"]));
        var leftovers = Directory.EnumerateFileSystemEntries(folder.Path).Where(f => f != scenario);
        Assert.All(leftovers, f => Assert.StartsWith(".out.tmp-", Path.GetFileName(f), StringComparison.Ordinal));
        Assert.NotEmpty(Directory.EnumerateDirectories(folder.Path, ".out.tmp-*"));
        Assert.Equal(0, Cli.Run("compare", scenario, "--runs", "2", "--days", "9", "--out", folder["out"]).ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path, ".*"));
    }

    [Fact]
    public void A_run_folder_that_a_killed_process_was_about_to_replace_is_put_back()
    {
        var scenario = folder.NewScenario();
        string[] run = ["run", scenario, "--runs", "2", "--days", "9", "--out", folder["out"]];
        Assert.Equal(0, Cli.Run(run).ExitCode);
        var before = TemporaryFolder.Contents(folder["out"]);
        Directory.Move(folder["out"], folder[".out.old-0a1b2c3d"]);
        Assert.Equal(2, Cli.Run("convert", scenario, folder["out"]).ExitCode);
        Assert.Equal(before, TemporaryFolder.Contents(folder["out"]));
        Assert.Equal(0, Cli.Run(run).ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path, ".*"));
    }

    [Fact]
    public void A_closed_standard_input_is_told_and_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere a process does not know what it was started without");
        var corridor = Path.Combine(AppContext.BaseDirectory, "Corridor.Cli.dll");
        var result = Child.Finish(Child.Start("bash", folder.Path, "-c", $"timeout 60 dotnet '{corridor}' read <&-"));
        const string Wanted = "standard input: nothing can be read: it is closed; expected text in it, or the name of a FILE\n1 error, 0 warnings\n";
        Assert.Equal(new CliResult(2, "", Wanted), result);
    }

    [Fact]
    public void A_page_that_cannot_be_written_is_told_from_files_that_cannot()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a file that is always full");
        var corridor = Path.Combine(AppContext.BaseDirectory, "Corridor.Cli.dll");
        var result = Child.Finish(Child.Start("bash", folder.Path, "-c", $"dotnet '{corridor}' rules > /dev/full"));
        const string Wanted = "cannot write to the standard output: No space left on device; files that were written stay\n";
        Assert.Equal(new CliResult(1, "", Wanted), result);
    }

    [Fact]
    public void A_folder_that_cannot_be_locked_is_warned_of()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/strace"), "only strace can make a lock fail");
        folder.NewScenario();
        File.WriteAllText(folder["text.txt"], Text);
        string[] failing = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=flock", "-e", "inject=flock:error=ENOLCK"];
        var result = Child.Finish(Child.Start("strace", folder.Path,
            [.. failing, "dotnet", Path.Combine(AppContext.BaseDirectory, "Corridor.Cli.dll"), "read", "text.txt", "--propose", "scenario"]));
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("scenario: warning: the folder cannot be locked (No locks available): ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("0 errors, 1 warning\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ctrl_C_ends_a_command_at_once_that_waits_for_a_folder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        var scenario = folder.NewScenario();
        using var held = FolderLock.Take(scenario);
        using var process = Child.StartCorridorThatHearsCtrlC("accept", scenario);
        Child.WaitUntil(process, () => File.ReadLines("/proc/locks")
            .Any(line => line.Contains($"-> FLOCK  ADVISORY  WRITE {process.Id} ", StringComparison.Ordinal)));
        Child.Finish(Child.Start("kill", folder.Path, "-INT", $"{process.Id}"));
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public void Ctrl_C_ends_a_command_at_once_that_waits_for_a_text()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs 'timeout'");
        Assert.Equal(new CliResult(124, "", ""), Shell(
            "timeout -s INT --kill-after 20 5 env --default-signal=INT \"${corridor[@]}\" read - < <(exec sleep 60 2>&-)"));
    }

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("&-")]
    public void Where_nothing_can_be_told_the_exit_code_says_how_it_went(string error)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a file that is always full");
        Assert.Equal(new CliResult(2, "", ""), Shell($"corridor run missing 2>{error}"));
    }

    [Fact]
    public void What_is_printed_into_a_file_is_UTF_8_under_every_locale()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no 'bash'");
        var result = Shell("LC_ALL=en_US.ISO-8859-1 corridor new 難民; LC_ALL=C corridor new Mōnaka");
        Assert.Contains("compare 難民\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("compare Mōnaka\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corridor read text.txt --json --out /dev/stdout > page")]
    [InlineData("corridor read text.txt --json --out /dev/fd/1 | cat > page")]
    [InlineData("mkfifo pipe; timeout 60 cat pipe > page & corridor read text.txt --json --out pipe; wait; test -p pipe")]
    [InlineData("exec 9> >(cat > page); reader=$!; corridor read text.txt --json --out /dev/fd/9; exec 9>&-; wait $reader")]
    public void A_pipe_or_the_standard_output_is_written_to_and_not_replaced(string command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "has other names elsewhere");
        File.WriteAllText(folder["text.txt"], Text);
        var result = Shell(command);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(Cli.Run("read", folder["text.txt"], "--json").Output.Replace(folder.Path + "/", "", StringComparison.Ordinal),
            File.ReadAllText(folder["page"]));
    }

    [Fact]
    public void A_device_that_can_seek_is_none_the_less_no_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root can make a device");
        File.WriteAllText(folder["text.txt"], Text);
        Assert.SkipUnless(Shell("mknod null c 1 3 && echo > null").ExitCode == 0, "this machine does not let root make one");
        Assert.Equal(0, Cli.Run("read", folder["text.txt"], "--out", folder["null"]).ExitCode);
        Assert.Equal(0, Shell("test -c null").ExitCode);
    }

    [Fact]
    public void A_file_in_memory_is_replaced_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/shm");
        File.WriteAllText(folder["text.txt"], Text);
        var file = Path.Combine("/dev/shm", Path.GetFileName(folder.Path));
        try
        {
            File.WriteAllText(file, new string('x', 100_000));
            Assert.Equal(0, Cli.Run("read", folder["text.txt"], "--json", "--out", file).ExitCode);
            Assert.Equal(Cli.Run("read", folder["text.txt"], "--json").Output, File.ReadAllText(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A full disk on the network or behind a thin volume takes every byte, and says so only when they are to be stored.</summary>
    [Theory]
    [InlineData("new", "out")]
    [InlineData("run", "scenario", "--runs", "2", "--days", "9", "--out", "out")]
    [InlineData("run", "scenario", "--runs", "2", "--days", "9", "--out", "out", "--format", "parquet")]
    [InlineData("read", "text.txt", "--out", "page.txt")]
    public void A_disk_that_does_not_store_what_it_took_is_one_clear_line_and_leaves_nothing(params string[] command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/strace"), "only strace can make a disk fail");
        folder.NewScenario();
        File.WriteAllText(folder["text.txt"], Text);
        var before = TemporaryFolder.Contents(folder.Path);
        string[] failing = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=ENOSPC"];
        var result = Child.Finish(Child.Start("strace", folder.Path,
            [.. failing, "dotnet", Path.Combine(AppContext.BaseDirectory, "Corridor.Cli.dll"), .. command]));
        TinyDisk.AssertOneLine(result);
        Assert.Equal(before, TemporaryFolder.Contents(folder.Path));
    }

    /// <summary>A file or folder has its name for good once the folder that holds it is stored too.</summary>
    [Theory]
    [InlineData("new", "out")]
    [InlineData("run", "scenario", "--runs", "2", "--days", "9", "--out", "out")]
    [InlineData("read", "text.txt", "--out", "out")]
    public void A_new_name_is_stored_before_a_command_ends(params string[] command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/strace"), "only strace sees what is stored");
        folder.NewScenario();
        File.WriteAllText(folder["text.txt"], Text);
        var result = Child.Finish(Child.Start("strace", folder.Path, ["-f", "-qq", "-y", "-o", folder["trace"], "-e", "trace=fsync,rename,renameat,renameat2",
            "dotnet", Path.Combine(AppContext.BaseDirectory, "Corridor.Cli.dll"), .. command]));
        Assert.Equal(0, result.ExitCode);
        var trace = File.ReadAllLines(folder["trace"]);
        var named = Array.FindLastIndex(trace, line => line.Contains("rename", StringComparison.Ordinal));
        Assert.Contains(trace.Skip(named + 1), line => line.Contains($"<{folder.Path}>", StringComparison.Ordinal));
    }

    [Fact]
    public void What_another_process_is_at_work_on_is_left_alone()
    {
        var scenario = folder.NewScenario();
        using var process = Child.StartCorridor("compare", scenario, "--runs", "8000", "--out", folder["out"]);
        Child.WaitUntil(process, HasUnfinishedRows);
        var theirs = Directory.EnumerateDirectories(folder.Path, ".out.tmp-*").Single();
        Directory.CreateDirectory(folder[".out.tmp-mine"]);
        Assert.Equal(0, Cli.Run("compare", scenario, "--runs", "2", "--days", "9", "--out", folder["out"]).ExitCode);
        Assert.True(Directory.Exists(theirs));
        Assert.True(Directory.Exists(folder[".out.tmp-mine"]), "what has not the form of our names is not ours");
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Ctrl-C, the system going down, the end of the terminal: a connection that broke.</summary>
    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    [InlineData("-HUP")]
    public void A_command_that_is_stopped_ends_with_130_and_keeps_what_was_finished(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no 'kill'");
        using var process = Child.StartCorridorThatHearsCtrlC("compare", folder.NewScenario(), "--runs", "8000", "--out", folder["out"]);
        Child.WaitUntil(process, HasUnfinishedRows);
        Child.Finish(Child.Start("kill", folder.Path, signal, $"{process.Id}"));
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        using var record = JsonDocument.Parse(File.ReadAllText(folder["out/run.json"]));
        Assert.False(record.RootElement.GetProperty("complete").GetBoolean());
    }

    /// <summary>It would be replaced under the feet of the shell.</summary>
    [Fact]
    public void The_working_directory_is_no_run_folder()
    {
        var scenario = folder.NewScenario();
        Directory.CreateDirectory(folder["work/here"]);
        foreach (var target in (string[])[".", folder["work"]])
        {
            var result = Child.Finish(Child.Start("dotnet", folder["work/here"],
                Path.Combine(AppContext.BaseDirectory, "Corridor.Cli.dll"), "run", scenario, "--runs", "2", "--days", "9", "--out", target));
            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains("expected", result.Error, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder["work/here"]));
        }
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_one_clear_line()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc, where nobody can make a folder");
        var result = Cli.Run("run", folder.NewScenario(), "--runs", "2", "--out", "/proc/corridor/out");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("cannot write to '/proc/corridor/out'", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(1, Cli.Run("new", "/proc/corridor/out").ExitCode);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public void A_full_disk_is_one_clear_line_and_leaves_nothing(string format)
    {
        TinyDisk.Do(folder, "64k", disk =>
        {
            TinyDisk.AssertOneLine(Cli.Run("compare", folder.NewScenario(), "--runs", "5", "--format", format, "--out", Path.Combine(disk, "out")));
            Assert.Empty(Directory.EnumerateFileSystemEntries(disk));
        });
    }

    [Theory]
    [InlineData("forecast", "--members")]
    [InlineData("compare", "--runs")]
    public void A_killed_forecast_leaves_no_half_files(string command, string members)
    {
        var village = VillageFolder.Write(folder);
        using (var process = Child.StartCorridor(command, village, "--as-of", "2020-04-12", members, "3000", "--out", folder["out"]))
        {
            Child.WaitUntil(process, () => Directory.EnumerateDirectories(folder.Path, ".out.tmp-*").Any(d => File.Exists(Path.Combine(d, ".lock"))));
            process.Kill();
            process.WaitForExit();
        }
        Assert.False(Directory.Exists(folder["out"]));
        Assert.NotEmpty(Directory.EnumerateDirectories(folder.Path, ".out.tmp-*"));
        Assert.Equal(0, Cli.Run(command, village, "--as-of", "2020-04-12", members, "10", "--days", "7", "--out", folder["out"]).ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path, ".*"));
    }

    [Theory]
    [InlineData("forecast", "--as-of", "2020-04-12", "--members", "10", "--days", "60")]
    [InlineData("compare", "--as-of", "2020-04-12", "--runs", "10", "--days", "60")]
    [InlineData("backtest")]
    public void A_full_disk_ends_a_forecast_in_one_clear_line_and_leaves_nothing_half_written(string command, params string[] options)
    {
        TinyDisk.Do(folder, "24k", disk =>
        {
            TinyDisk.AssertOneLine(Cli.Run([command, VillageFolder.Write(folder), .. options, "--out", Path.Combine(disk, "out")]));
            // The origins of a backtest that were whole are kept; each is told whole by its last line.
            var kept = Directory.GetFiles(disk, "*", SearchOption.AllDirectories);
            if (command == "backtest") Assert.All(kept, file => Assert.StartsWith("# sha256", File.ReadAllLines(file)[^1], StringComparison.Ordinal));
            else Assert.Empty(Directory.EnumerateFileSystemEntries(disk));
        });
    }

    public void Dispose() => folder.Dispose();

    private CliResult Shell(string command) => Child.Finish(Child.Start("bash", folder.Path, "-c",
        $"corridor=(dotnet '{Path.Combine(AppContext.BaseDirectory, "Corridor.Cli.dll")}'); corridor() {{ \"${{corridor[@]}}\" \"$@\"; }}; {command}"));

    private bool HasUnfinishedRows() =>
        Directory.EnumerateDirectories(folder.Path, ".out.tmp-*").Any(d => new FileInfo(Path.Combine(d, "places.csv")) is { Exists: true, Length: > 0 });
}
