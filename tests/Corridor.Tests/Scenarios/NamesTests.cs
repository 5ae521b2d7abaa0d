using Corridor.Scenarios;

namespace Corridor.Tests.Scenarios;

public class NamesTests
{
    [Fact]
    public void Every_written_name_is_read_again()
    {
        AssertReadAgain<Change>();
        AssertReadAgain<PlaceKind>();
        AssertReadAgain<Measure>();
        AssertReadAgain<Qualifier>();
        AssertReadAgain<PriorFamily>();
    }

    [Fact]
    public void Names_are_those_of_the_design()
    {
        Assert.Equal("force-move", Names.Of(Change.ForceMove));
        Assert.Equal("idp-camp", Names.Of(PlaceKind.IdpCamp));
        Assert.Equal("in_transit", Names.Of(Measure.InTransit));
        Assert.Equal("at least", Names.Of(Qualifier.AtLeast));
        Assert.Equal("conflict-zone", Names.All<PlaceKind>()[1]);
    }

    [Theory]
    [InlineData("FORCE MOVE")]
    [InlineData(" force_move ")]
    [InlineData("Force-Move")]
    public void Case_blanks_hyphens_and_underscores_do_not_count(string text)
    {
        Assert.True(Names.TryParse<Change>(text, out var change));
        Assert.Equal(Change.ForceMove, change);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forcemove")]
    [InlineData("8")]
    public void Other_names_are_not_read(string text) => Assert.False(Names.TryParse<Change>(text, out _));

    [Theory]
    [InlineData("mosull-west", "; did you mean 'mosul-west'?")]
    [InlineData("MOSUL-WEST", "; did you mean 'mosul-west'?")]
    [InlineData("mosul-eas", "; did you mean 'mosul-east'?")]
    [InlineData("baghdad", "")]
    [InlineData("", "")]
    public void The_nearest_name_is_suggested_if_it_is_near(string name, string hint) =>
        Assert.Equal(hint, NearestName.Hint(name, ["tal-afar", "mosul-west", "mosul-east"]));

    [Fact]
    public void The_nearest_of_several_near_names_is_suggested() =>
        Assert.Equal("; did you mean 'abcdef'?", NearestName.Hint("abcdeg", ["abcdxx", "abcdef", "abcxef"]));

    [Fact]
    public void The_suggestion_is_the_first_of_those_with_the_smallest_edit_distance()
    {
        var random = new Random(20130101);
        for (var i = 0; i < 3000; i++)
        {
            var candidates = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Word()).ToList();
            var name = Word();
            var nearest = candidates.MinBy(c => Edits(name, c))!;
            var expected = Edits(name, nearest) <= Math.Max(2, name.Length / 3) ? $"; did you mean '{nearest}'?" : "";
            Assert.Equal(expected, NearestName.Hint(name, candidates));
            Assert.Equal(expected, new KnownNames(candidates).Hint(name));
        }

        // Few letters, so that many are near; one outside ASCII, one that shares its bit with another.
        string Word() => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => "aAbBé-m5"[random.Next(8)]));

        static int Edits(string a, string b)
        {
            var row = Enumerable.Range(0, b.Length + 1).ToArray();
            foreach (var (i, letter) in a.ToLowerInvariant().Index())
            {
                var next = new int[b.Length + 1];
                next[0] = i + 1;
                for (var j = 1; j <= b.Length; j++)
                {
                    var replaced = row[j - 1] + (letter == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                    next[j] = Math.Min(Math.Min(next[j - 1], row[j]) + 1, replaced);
                }
                row = next;
            }
            return row[^1];
        }
    }

    [Fact]
    public void A_very_long_name_gets_no_suggestion() => Assert.Equal("", NearestName.Hint(new string('x', 100_000), [new string('x', 99_999)]));

    [Theory]
    [InlineData("mosul-west", SubjectKind.Place, "mosul-west", "", false)]
    [InlineData("a--b", SubjectKind.Route, "a", "b", false)]
    [InlineData("a->b", SubjectKind.Route, "a", "b", true)]
    [InlineData(" mosul-west -> tal-afar ", SubjectKind.Route, "mosul-west", "tal-afar", true)]
    [InlineData("border:Iraq--Syria", SubjectKind.Border, "Iraq", "Syria", false)]
    [InlineData("border:Iraq->Syria", SubjectKind.Border, "Iraq", "Syria", true)]
    public void A_subject_is_read_and_written(string text, SubjectKind kind, string from, string to, bool oneWay)
    {
        var subject = Subject.Parse(text)!;

        Assert.Equal(new Subject(kind, from, to, oneWay), subject);
        Assert.Equal(subject, Subject.Parse(subject.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a--")]
    [InlineData("->b")]
    [InlineData("border:")]
    [InlineData("border:Iraq")]
    [InlineData("border:--Syria")]
    public void A_subject_without_an_end_is_none(string text) => Assert.Null(Subject.Parse(text));

    private static void AssertReadAgain<T>() where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            Assert.True(Names.TryParse<T>(Names.Of(value), out var read));
            Assert.Equal(value, read);
        }
    }
}
