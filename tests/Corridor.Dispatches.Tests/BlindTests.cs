using Corridor.Dispatches.Output;

namespace Corridor.Dispatches.Tests;

/// <summary>
/// Blind/*.jsonl: dispatches of our own wording with their answers, written before the grammar was run on them; Blind/README.md says when and of
/// what each is. The table is that of the 40 cases.
/// </summary>
public sealed class BlindTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("crises.jsonl", 0.96, 0.98, 2)]
    [InlineData("borders-and-stocks.jsonl", 0.96, 1.00, 1)]
    [InlineData("tempting-numbers.jsonl", 1.00, 1.00, 0)]
    [InlineData("mixed.jsonl", 1.00, 1.00, 0)]
    [InlineData("round-1.jsonl", 1.00, 1.00, 0)]
    [InlineData("round-2.jsonl", 1.00, 1.00, 0)]
    [InlineData("round-3.jsonl", 1.00, 1.00, 0)]
    [InlineData("round-4.jsonl", 1.00, 1.00, 0)]
    [InlineData("round-5.jsonl", 1.00, 0.92, 0)]
    [InlineData("round-6.jsonl", 1.00, 1.00, 0)]
    [InlineData("manner-1.jsonl", 1.00, 0.88, 0)]
    [InlineData("manner-2.jsonl", 1.00, 1.00, 0)]
    [InlineData("manner-3.jsonl", 1.00, 1.00, 0)]
    [InlineData("manner-4.jsonl", 1.00, 1.00, 0)]
    [InlineData("manner-5.jsonl", 1.00, 1.00, 0)]
    [InlineData("manner-6.jsonl", 1.00, 1.00, 0)]
    [InlineData("manner-7.jsonl", 0.96, 0.96, 1)]
    [InlineData("manner-8.jsonl", 1.00, 0.95, 0)]
    [InlineData("manner-9.jsonl", 1.00, 0.81, 0)]
    [InlineData("manner-10.jsonl", 1.00, 1.00, 0)]
    [InlineData("retold.jsonl", 0.98, 0.91, 1)]
    public void No_change_falls_behind_what_was_reached_on_a_blind_set(string name, double precision, double recall, int wronglyCounted)
    {
        var scorer = Score(Path.Combine(AppContext.BaseDirectory, "Blind", name));
        Assert.Equal(0, scorer.PrivateStored);
        // What the rules reached when the set was last looked at; no change may fall behind it.
        Assert.True(scorer.Precision >= precision, $"precision {scorer.Precision:0.000}");
        Assert.True(scorer.Recall >= recall, $"recall {scorer.Recall:0.000}");
        Assert.True(scorer.WronglyCounted <= wronglyCounted, $"{scorer.WronglyCounted} counted that must not");
    }

    [Fact]
    public void Access_facts_of_all_blind_sets_are_read()
    {
        var sets = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Blind"), "*.jsonl").Select(Score).ToList();
        var (right, read, expected) = (sets.Sum(s => s.AccessRight), sets.Sum(s => s.AccessRead), sets.Sum(s => s.AccessExpected));
        output.WriteLine($"access facts: {right} right of {read} read and {expected} expected");
        // Reached when they were last looked at: 0.985 and 0.982, manner-10 and retold among them; 0.989 and 0.983 before they were.
        Assert.True(right >= 0.984 * read, $"precision {(double)right / read:0.000}");
        Assert.True(right >= 0.98 * expected, $"recall {(double)right / expected:0.000}");
    }

    [Fact]
    public void Sets_kept_outside_the_repository_are_scored_and_store_nothing_private()
    {
        if (Environment.GetEnvironmentVariable("CORRIDOR_BLIND_SETS") is not { } folder)
        {
            Assert.Skip("CORRIDOR_BLIND_SETS names no folder of further sets");
            return;
        }

        var sets = Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).Select(Score).ToList();
        Assert.NotEmpty(sets);
        Assert.All(sets, scorer => Assert.Equal(0, scorer.PrivateStored));
    }

    private Scorer Score(string file)
    {
        var scorer = new Scorer();
        foreach (var c in CaseSet.Read(file))
            scorer.Score(c, DispatchJson.Line(DispatchReader.Read(c.Text, new ReadOptions { Published = c.Day, Country = c.Country, Id = c.Id })));
        output.WriteLine(scorer.Table());
        foreach (var miss in scorer.Misses) output.WriteLine(miss);
        if (Environment.GetEnvironmentVariable("CORRIDOR_BLIND_TABLES") is { } folder)
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, Path.GetFileName(file) + ".md"),
                scorer.Table() + string.Join('\n', scorer.Misses) + "\n");
        return scorer;
    }
}
