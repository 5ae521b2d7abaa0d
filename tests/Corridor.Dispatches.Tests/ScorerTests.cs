using System.Text.Json;

namespace Corridor.Dispatches.Tests;

public class ScorerTests
{
    [Theory]
    [InlineData("the camp's guards", "the camp\u2019s guards")]
    [InlineData("the camp\u2019s guards", "the camp's guards")]
    public void A_source_is_the_same_whichever_apostrophe_it_is_set_with(string read, string expected)
    {
        var scorer = new Scorer();
        scorer.Score(new CaseSet.Case("a", default, "", JsonDocument.Parse(Line(expected)).RootElement), Line(read));
        Assert.Equal(1, scorer.Accuracy("source"));
    }

    private static string Line(string source) => JsonSerializer.Serialize(new
    {
        figures = new[] { new { fid = "f0", span = "40 people", offset = new[] { 0, 9 }, value = 40, counted = true, category = "idps", source } },
        access = Array.Empty<object>(), links = Array.Empty<object>(), must_not_store = Array.Empty<string>(),
    });
}
