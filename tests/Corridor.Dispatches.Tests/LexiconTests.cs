using System.Numerics;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Tests;

/// <summary>The tables of words, as the reader sees them.</summary>
public sealed class LexiconTests
{
    [Fact]
    public void No_entry_of_the_tables_is_left_without_effect_by_one_before_it_and_no_cue_has_a_space() => Assert.Empty(Lexicon.Default.Idle);

    [Fact]
    public void Every_header_of_access_is_understood() =>
        Assert.All(Lexicon.Lines(AccessHeader.Table).Where(line => line[0] == '['), line => AccessHeader.Parse(line.Trim('[', ']').Split(' ')));

    /// <summary>Whoever misspells one is told where, and which words there are.</summary>
    [Theory]
    [InlineData("do colsed way object", "'colsed' is none of open, closed, ")]
    [InlineData("do closed weigh object", "'weigh' is none of any, way, ")]
    [InlineData("do closed way objekt", "'objekt' is none of object, subject, ")]
    [InlineData("is colsed way", "'colsed' is none of open, closed, ")]
    [InlineData("at colsed way", "'colsed' is none of open, closed, ")]
    [InlineData("under colsed way", "'colsed' is none of open, closed, ")]
    [InlineData("deed controll any", "unknown, control, turn")]
    [InlineData("deed sealed any wagd", "no such header; expected [feature KIND], ")]
    [InlineData("do closed way", "no such header; expected [feature KIND], ")]
    [InlineData("goes allone", "'allone' is none of object, path, place, alone")]
    [InlineData("transit let", "'let' is none of goes, lets, ")]
    [InlineData("feature raod", "'raod' is none of road, corridor, ")]
    [InlineData("cue Strife Readlater", "'Readlater' is none of Imagined, ")]
    [InlineData("cue", "no such header; expected [feature KIND], ")]
    [InlineData("actors", "no such header; expected [feature KIND], ")]
    public void A_misspelt_header_of_access_is_refused_with_its_table_and_the_words_that_are_known(string header, string message)
    {
        var error = Assert.Throws<FormatException>(() => AccessHeader.Parse(header.Split(' ')));
        Assert.StartsWith($"access.txt, [{header}]: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_header_of_units_and_predicates_is_refused_with_its_table_and_the_words_that_are_known()
    {
        Refused("units.txt, [refugees]: 'refugees' is none of person, household, housing, idp, refugee, ", () => UnitMeaning.Of(["refugees"]));
        Refused("predicates.txt, [verbs move displaced both]: 'verbs' is none of verb, told, noun, phrase", () =>
            VerbMeaning.Of(["verbs", "move", "displaced", "both"]));
        Refused("predicates.txt, [verb moved]: 'moved' is none of move, arrive, ", () => VerbMeaning.Of(["verb", "moved"]));
        Refused("predicates.txt, [verb move fled]: 'fled' is none of evacuated, displaced, ", () => VerbMeaning.Of(["verb", "move", "fled"]));
        Refused("predicates.txt, [verb move displaced objects]: 'objects' is none of subject, object, both", () =>
            VerbMeaning.Of(["verb", "move", "displaced", "objects"]));
    }

    [Fact]
    public void A_number_that_is_joined_to_a_noun_has_the_role_of_its_class() =>
        Assert.All(Enum.GetValues<UnitClass>().Where(unit => unit != UnitClass.Unknown), unit => Assert.Equal($"{unit}", $"{unit.Role()}"));

    /// <summary>With one more than a word has bits, the last would be read as the first.</summary>
    [Fact]
    public void Each_tag_is_a_bit_of_its_own()
    {
        var bits = Enum.GetNames<Tag>().Select(Enum.Parse<Tag>).Where(tag => BitOperations.PopCount((ulong)tag) == 1).ToList();
        Assert.Equal(bits.Count, bits.Distinct().Count());
    }

    private static void Refused(string message, Func<object> read) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(read).Message, StringComparison.Ordinal);
}
