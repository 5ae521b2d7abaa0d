using Corridor.Formats.Files;

namespace Corridor.Formats.Tests.Files;

public class OutputFolders
{
    private static string[] Names(TemporaryFolder folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void A_folder_appears_whole_at_its_commit()
    {
        using var folder = new TemporaryFolder();
        using (var output = OutputFolder.Create(folder["run"]))
        {
            output.WriteText("a.csv", "x\n");
            output.WriteText("deep/b.csv", "y\n");
            Assert.StartsWith(".run.tmp-", Assert.Single(Names(folder)), StringComparison.Ordinal);
            output.Commit();
        }
        Assert.Equal(["run"], Names(folder));
        Assert.Equal("x\n", File.ReadAllText(folder["run/a.csv"]));
        Assert.Equal("y\n", File.ReadAllText(folder["run/deep/b.csv"]));
    }

    [Fact]
    public void Without_a_commit_nothing_stays()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<OperationCanceledException>((Action)(() =>
        {
            using var output = OutputFolder.Create(folder["run"]);
            output.Write("a.csv", _ => throw new OperationCanceledException());
        }));
        Assert.Empty(Names(folder));
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_refused_and_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["run"]);
        File.WriteAllText(folder["run/mine"], "");
        var early = Assert.Throws<OutputException>(() => OutputFolder.RequireFree(folder["run"]));
        Assert.Equal($"cannot write to '{folder["run"]}': the folder is there already and is not empty", early.Message);
        using (var output = OutputFolder.Create(folder["run"])) Assert.Throws<OutputException>(() => output.Commit());
        Assert.Equal(["run"], Names(folder));
        Assert.True(File.Exists(folder["run/mine"]));
    }

    [Fact]
    public void A_folder_may_be_replaced_as_a_whole_or_taken_over_when_empty()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["run"]);
        foreach (var (name, replace) in new[] { ("first", false), ("second", true) })
        {
            using var output = OutputFolder.Create(folder["run"]);
            output.WriteText(name, "");
            output.Commit(replace ? _ => null : null);
        }
        Assert.Equal(["run"], Names(folder));
        Assert.Equal("second", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(folder["run"]))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_came_there_in_the_meantime_is_not_lost(bool replaces)
    {
        using var folder = new TemporaryFolder();
        using (var first = OutputFolder.Create(folder["run"]))
        using (var second = OutputFolder.Create(folder["run"]))
        {
            second.WriteText("second", "");
            second.Commit();
            Assert.Throws<OutputException>(() => first.Commit(replaces ? path => File.Exists(Path.Combine(path, "second")) ? "mine" : null : null));
        }
        Assert.Equal(["run"], Names(folder));
        Assert.True(File.Exists(folder["run/second"]));
    }

    [Fact]
    public void What_a_killed_process_was_about_to_replace_takes_its_place_again_unless_it_is_taken()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { ".run.old-0000000a/first", ".other.old-0000000a/x", ".run.old-mine/x" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllText(folder[name], "");
        }
        Assert.False(OutputFolder.IsFree(folder["run"]));
        Assert.Equal([".other.old-0000000a", ".run.old-mine", "run"], Names(folder));
        Assert.True(File.Exists(folder["run/first"]));

        Directory.CreateDirectory(folder[".run.old-0000000b"]);
        OutputFolder.Create(folder["run"]).Dispose();
        Assert.Equal([".other.old-0000000a", ".run.old-mine", "run"], Names(folder));
        Assert.True(File.Exists(folder["run/first"]));
    }

    [Fact]
    public void A_link_to_a_folder_keeps_being_one()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["far"]);
        Directory.CreateSymbolicLink(folder["run"], folder["far"]);
        using (var output = OutputFolder.Create(folder["run"]))
        {
            output.WriteText("a.csv", "");
            output.Commit();
        }
        Assert.Equal(["far", "run"], Names(folder));
        Assert.NotNull(new DirectoryInfo(folder["run"]).LinkTarget);
        Assert.True(File.Exists(folder["far/a.csv"]));
    }

    [Fact]
    public void A_file_is_never_replaced_by_a_folder()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["run"], "mine");
        using (var output = OutputFolder.Create(folder["run"])) Assert.Throws<OutputException>(() => output.Commit(_ => null));
        Assert.Equal("mine", File.ReadAllText(folder["run"]));
    }

    [Fact]
    public void A_parent_that_cannot_be_written_is_one_clear_line()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "");
        var wrong = Assert.Throws<OutputException>(() => OutputFolder.Create(folder["file/run"]));
        Assert.StartsWith($"cannot write to '{folder["file/run"]}': ", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
        Assert.Throws<OutputException>(() => OutputFolder.Create("/"));
    }

    [Fact]
    public void A_full_disk_is_one_clear_line_and_nothing_stays()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("there is no /dev/full here");
        using var folder = new TemporaryFolder();
        using (var output = OutputFolder.Create(folder["run"]))
        {
            var wrong = Assert.Throws<OutputException>(() => output.Write("a.csv", stream =>
            {
                stream.WriteByte(1);
                using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);
                full.WriteByte(1);
            }));
            Assert.StartsWith($"cannot write to '{folder["run/a.csv"]}': No space left", wrong.Message, StringComparison.Ordinal);
        }
        Assert.Empty(Names(folder));
    }

    [Fact]
    public void A_file_cannot_leave_its_folder()
    {
        using var folder = new TemporaryFolder();
        using var output = OutputFolder.Create(folder["run"]);
        Assert.Throws<ArgumentException>(() => output.PathOf("../other"));
    }

    [Theory]
    [InlineData("No space left on device : '/data/.run.tmp-1a2b3c4d/places.csv'", "No space left on device : '/data/run/places.csv'")]
    [InlineData("Access to the path '/data/.counts.csv.tmp-00ff00ff' is denied.", "Access to the path '/data/counts.csv' is denied.")]
    [InlineData("Access to the path '/data/.tmp-mine/x' is denied.", "Access to the path '/data/.tmp-mine/x' is denied.")]
    public void A_failure_names_files_as_they_will_be_called(string message, string said) => Assert.Equal(said, OutputException.Said(new IOException(message)));
}
