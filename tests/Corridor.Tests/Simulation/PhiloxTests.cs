using Corridor.Simulation;

namespace Corridor.Tests.Simulation;

public class PhiloxTests
{
    /// <summary>The known answers of Random123 (kat_vectors, philox4x64 with 10 rounds).</summary>
    public static TheoryData<ulong[], ulong[], ulong[]> KnownAnswers => new()
    {
        { [0, 0, 0, 0], [0, 0], [0x16554d9eca36314c, 0xdb20fe9d672d0fdc, 0xd7e772cee186176b, 0x7e68b68aec7ba23b] },
        {
            [ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue], [ulong.MaxValue, ulong.MaxValue],
            [0x87b092c3013fe90b, 0x438c3c67be8d0224, 0x9cc7d7c69cd777b6, 0xa09caebf594f0ba0]
        },
        {
            [0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89], [0x452821e638d01377, 0xbe5466cf34e90c6c],
            [0xa528f45403e61d95, 0x38c72dbd566e9788, 0xa5a1610e72fd18b5, 0x57bd43b5e52b7fe6]
        },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void The_function_gives_the_known_answers_of_Random123(ulong[] counter, ulong[] key, ulong[] answer)
    {
        var (first, second, third, fourth) = Philox.Block(counter[0], counter[1], counter[2], counter[3], key[0], key[1]);

        Assert.Equal(answer, new[] { first, second, third, fourth });
    }

    [Fact]
    public void The_smallest_and_the_largest_word_make_numbers_inside_0_and_1()
    {
        Assert.Equal(Math.Pow(2, -53), Philox.Uniform(0));
        Assert.Equal(1 - Math.Pow(2, -53), Philox.Uniform(ulong.MaxValue));
        Assert.True(Philox.Uniform(ulong.MaxValue) < 1);
    }

    [Fact]
    public void Words_are_handed_out_one_after_the_other_block_after_block()
    {
        var random = new Philox(5, 3, 2, 7, Purpose.Decision, 1, 99);
        var (a, b, c, d) = Philox.Block(99, 7 | (ulong)Purpose.Decision << 32, 2 | 1UL << 32, 0, 5, 3);
        var (e, _, _, _) = Philox.Block(99, 7 | (ulong)Purpose.Decision << 32, 2 | 1UL << 32, 1, 5, 3);

        Assert.Equal([a, b, c, d, e], [random.NextWord(), random.NextWord(), random.NextWord(), random.NextWord(), random.NextWord()]);
    }

    [Fact]
    public void Uniform_numbers_have_the_mean_and_variance_of_uniform_numbers()
    {
        var draws = Enumerable.Range(0, 100_000).Select(where => new Philox(1, 0, 0, where, Purpose.Share).NextUniform()).ToArray();

        Statistical.MeanIs(0.5, 1 / 12.0, draws);
        Statistical.VarianceIs(1 / 12.0, 0, draws);
        Assert.Equal(draws.Length, draws.Distinct().Count());
    }

    [Fact]
    public void Every_part_of_the_key_matters()
    {
        double[] numbers =
        [
            new Philox(1, 0, 0, 0, Purpose.Departure).NextUniform(), new Philox(2, 0, 0, 0, Purpose.Departure).NextUniform(),
            new Philox(1, 1, 0, 0, Purpose.Departure).NextUniform(), new Philox(1, 0, 1, 0, Purpose.Departure).NextUniform(),
            new Philox(1, 0, 0, 1, Purpose.Departure).NextUniform(), new Philox(1, 0, 0, 0, Purpose.Share).NextUniform(),
            new Philox(1, 0, 0, 0, Purpose.Departure, 1).NextUniform(), new Philox(1, 0, 0, 0, Purpose.Departure, 0, 1).NextUniform(),
        ];

        Assert.Equal(numbers.Length, numbers.Distinct().Count());
    }
}
