using System.Numerics;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Tests;

/// <summary>The tables of words, as the reader sees them.</summary>
public sealed class LexiconTests
{
    [Fact]
    public void No_entry_of_the_tables_is_left_without_effect_by_one_before_it_and_no_cue_has_a_space() => Assert.Empty(Lexicon.Default.Idle);

    /// <summary>With one more than a word has bits, the last would be read as the first.</summary>
    [Fact]
    public void Each_tag_is_a_bit_of_its_own()
    {
        var bits = Enum.GetNames<Tag>().Select(Enum.Parse<Tag>).Where(tag => BitOperations.PopCount((ulong)tag) == 1).ToList();
        Assert.Equal(bits.Count, bits.Distinct().Count());
    }
}
