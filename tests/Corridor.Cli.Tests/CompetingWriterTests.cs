using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>Several processes that add to one scenario folder at the same time, one that is killed, a disk that is full: no row is lost or doubled.</summary>
public sealed class CompetingWriterTests : IDisposable
{
    private const int Writers = 4;

    private readonly TemporaryFolder folder = new();

    public CompetingWriterTests()
    {
        for (var n = 0; n < Writers + 2; n++)
        {
            File.WriteAllText(folder[$"{n}.txt"], $"RIVERTOWN, 4 March 2026 (OCHA) - About {People(n)} people arrived at North camp "
                + $"on {1 + n % 3} March, UNHCR said.");
        }
    }

    [Fact]
    public void Readers_and_deciders_at_the_same_time_lose_nothing_and_write_nothing_twice()
    {
        var scenario = folder.NewScenario();
        var counts = Path.Combine(scenario, "counts.csv");
        var before = File.ReadAllLines(counts).Length;
        All([.. Enumerable.Range(0, Writers).Select(n => Propose(scenario, n))]);
        Assert.Equal(Enumerable.Range(0, Writers).Select(People), Proposed(scenario).Select(row => row[2]).Order(StringComparer.Ordinal));

        // Each accepts one of its own while others still read; the last two want the same one.
        var ids = Proposed(scenario).Select(row => row[0]).ToList();
        All([.. ids.Append(ids[0]).Select(id => Child.StartCorridor("accept", scenario, id)), Propose(scenario, Writers), Propose(scenario, Writers + 1)]);
        Assert.Equal(Writers, Proposed(scenario).Count(row => row[1] == "accepted"));
        Assert.Equal(2, Proposed(scenario).Count(row => row[1] == "proposed"));
        var rows = File.ReadAllLines(counts);
        Assert.Equal(before + Writers, rows.Length);
        Assert.All(Enumerable.Range(0, Writers), n => Assert.Single(rows, row => row.Contains($",{People(n)},", StringComparison.Ordinal)));
        Assert.Equal(0, Cli.Run("check", scenario).ExitCode);
        Assert.Empty(Directory.EnumerateFiles(scenario, ".*"));
    }

    [Fact]
    public void A_process_that_is_killed_while_it_holds_the_folder_stands_in_nobodys_way()
    {
        var scenario = folder.NewScenario();
        // A list longer than what a pipe takes: the process holds the folder and waits for somebody to read on.
        File.WriteAllLines(Path.Combine(scenario, "proposals.csv"), ["id,status,kind,date,published,place,measure,people,qualifier,source,subject,change",
            .. Enumerable.Range(0, 900).Select(n => $"{Letters(n)},proposed,count,2026-03-04,2026-03-05,north-camp,stock,{1000 + n},about,UNHCR,,")]);
        var before = TemporaryFolder.Contents(scenario);
        using (var holder = Child.StartCorridor("accept", scenario))
        {
            Assert.NotEqual(-1, holder.StandardOutput.Read());
            using var waiting = Child.StartCorridor("accept", scenario, Letters(0));
            holder.Kill();
            holder.WaitForExit();
            Assert.Equal(0, Child.Finish(waiting).ExitCode);
        }

        Assert.NotEqual(before["counts.csv"], TemporaryFolder.Contents(scenario)["counts.csv"]);
        Assert.Equal(0, Cli.Run("accept", scenario, Letters(1)).ExitCode);
        Assert.Equal(2, Proposed(scenario).Count(row => row[1] == "accepted"));
    }

    [Fact]
    public void A_full_disk_leaves_every_file_as_it_was_and_the_decision_can_be_made_again()
    {
        TinyDisk.Do(folder, "200k", disk =>
        {
            var scenario = Path.Combine(disk, "scenario");
            Assert.Equal(0, Cli.Run("new", scenario).ExitCode);
            Assert.Equal(0, Child.Finish(Propose(scenario, 0)).ExitCode);
            var filler = Path.Combine(disk, "filler");
            Fill(filler);
            var before = TemporaryFolder.Contents(scenario);
            TinyDisk.AssertOneLine(Cli.Run("accept", scenario, "--all"));
            TinyDisk.AssertOneLine(Cli.Run("read", folder["1.txt"], "--propose", scenario));
            TinyDisk.AssertOneLine(Cli.Run("read", folder["1.txt"], "--propose", scenario, "--out", folder["page.txt"]));
            Assert.False(File.Exists(folder["page.txt"]));
            Assert.Equal(before, TemporaryFolder.Contents(scenario));

            File.Delete(filler);
            Assert.Equal(0, Cli.Run("accept", scenario, "--all").ExitCode);
            Assert.Equal(["accepted"], Proposed(scenario).Select(row => row[1]));
        });
    }

    public void Dispose() => folder.Dispose();

    private static string People(int n) => (1000 + 10 * n).ToString(CultureInfo.InvariantCulture);

    private static string Letters(int n) => string.Concat(n.ToString("D8", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private static List<string[]> Proposed(string scenario)
    {
        var rows = File.ReadAllLines(Path.Combine(scenario, "proposals.csv")).Select(line => line.Split(',')).ToList();
        var (id, status, people) = (Array.IndexOf(rows[0], "id"), Array.IndexOf(rows[0], "status"), Array.IndexOf(rows[0], "people"));
        return [.. rows.Skip(1).Where(row => row[id][0] != '#').Select(row => new[] { row[id], row[status], row[people] })];
    }

    private Process Propose(string scenario, int n) => Child.StartCorridor("read", folder[$"{n}.txt"], "--propose", scenario);

    private static void All(List<Process> processes) =>
        Assert.All(processes.ConvertAll(Child.Finish), result => Assert.True(result.ExitCode == 0, result.Error));

    // Until not a byte more goes onto the disk.
    private static void Fill(string path)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[4096, 1])
            try
            {
                while (true) stream.Write(new byte[size]);
            }
            catch (IOException)
            {
            }
    }
}
