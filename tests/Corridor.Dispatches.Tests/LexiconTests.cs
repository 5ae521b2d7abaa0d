using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Tests;

/// <summary>The tables of words, as the reader sees them.</summary>
public sealed class LexiconTests
{
    [Fact]
    public void No_entry_of_the_tables_is_left_without_effect_by_one_before_it_and_no_cue_has_a_space() => Assert.Empty(Lexicon.Default.Idle);
}
