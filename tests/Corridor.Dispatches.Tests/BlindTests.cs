namespace Corridor.Dispatches.Tests;

/// <summary>Blind/*.jsonl: dispatches with their answers, written before the grammar was run on them. The table is that of the 40 cases.</summary>
public sealed class BlindTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("first.jsonl")]
    [InlineData("second.jsonl")]
    [InlineData("third.jsonl")]
    [InlineData("fourth.jsonl")]
    [InlineData("set1.jsonl")]
    [InlineData("set2.jsonl")]
    [InlineData("set3.jsonl")]
    [InlineData("set4.jsonl")]
    [InlineData("set5.jsonl")]
    [InlineData("set6.jsonl")]
    public void A_blind_set_is_read_and_its_table_printed(string name)
    {
        var scorer = Score(Path.Combine(AppContext.BaseDirectory, "Blind", name));
        Assert.Equal(0, scorer.PrivateStored);
        // What the rules reached when the set was last looked at; no change may fall behind it.
        Assert.True(scorer.Precision >= 0.96, $"precision {scorer.Precision:0.000}");
        Assert.True(scorer.Recall >= 0.92, $"recall {scorer.Recall:0.000}");
        Assert.True(scorer.WronglyCounted <= 2, $"{scorer.WronglyCounted} counted that must not");
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
        if (Environment.GetEnvironmentVariable("CORRIDOR_BLIND_TABLES") is { } folder) File.WriteAllText(Path.Combine(folder, Path.GetFileName(file) + ".md"), scorer.Table() + string.Join('\n', scorer.Misses) + "\n");
        return scorer;
    }
}
