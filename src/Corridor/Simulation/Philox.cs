using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Corridor.Simulation;

/// <summary>What a random number is for: a part of its key, so that no two uses ever share one.</summary>
internal enum Purpose : byte
{
    Departure,
    DepartureVariation,
    Share,
    Decision,
    Pass,
    Walk,
    Slice,
    Hold,
    Parameter,
    Wake,
    Profile,
    Removal,
    Conditioning,
    Pairing,
    Sensitivity,
    Resample,
    Attribute,
    Order,
    Turn,
    ReportingNoise,
}

/// <summary>
/// Random numbers that are a pure function of their key: seed, run, day, place or route, purpose and the state of the group that draws.
/// They do not depend on the order of drawing, so a result is the same on any number of threads, and two alternatives share every
/// number that they both need (design.md, section 6).
/// </summary>
/// <remarks>
/// Philox4x64 with 10 rounds: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC 2011. One call gives four 64-bit words, which are handed out one after the other.
/// </remarks>
internal struct Philox
{
    private readonly ulong key0, key1, counter0, counter1, counter2;
    private ulong counter3;
    private ulong w1, w2, w3;
    private int left;

    /// <param name="seed">The ensemble's seed.</param>
    /// <param name="run">The run's number.</param>
    /// <param name="day">The day's index, from 0.</param>
    /// <param name="where">Number of the place or route.</param>
    /// <param name="purpose">What is drawn.</param>
    /// <param name="part">Which of several draws of the same kind on one day (slice and round).</param>
    /// <param name="state">Hash of the state of the group that draws.</param>
    public Philox(ulong seed, int run, int day, int where, Purpose purpose, int part = 0, ulong state = 0)
    {
        key0 = seed;
        key1 = (uint)run;
        counter0 = state;
        counter1 = (uint)where | (ulong)purpose << 32;
        counter2 = (uint)day | (ulong)(uint)part << 32;
        counter3 = 0;
        w1 = w2 = w3 = 0;
        left = 0;
    }

    /// <summary>The next number, uniform on the open interval (0, 1): an odd multiple of 2^-53, of which none rounds to 0 or 1.</summary>
    public double NextUniform() => Uniform(NextWord());

    /// <summary>The uniform number of a word.</summary>
    internal static double Uniform(ulong word) => ((long)(word >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>The uniform number of half a word.</summary>
    internal static double UniformOfHalf(uint half) => (half + 0.5) * (1.0 / (1UL << 32));

    /// <summary>Two uniform numbers of half a word each.</summary>
    public (double First, double Second) NextPair()
    {
        var word = NextWord();
        return (UniformOfHalf((uint)(word >> 32)), UniformOfHalf((uint)word));
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextWord()
    {
        if (left > 0) return left-- switch { 3 => w1, 2 => w2, _ => w3 };
        var (first, second, third, fourth) = Block(counter0, counter1, counter2, counter3++, key0, key1);
        (w1, w2, w3, left) = (second, third, fourth, 3);
        return first;
    }

    /// <summary>Four words, after so many blocks, of the stream that has this one's key but for the number of the place.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal readonly void BlockOf(int where, int block, Span<ulong> words)
    {
        // First all numbers, then where they go: else the addresses would take the registers of the numbers.
        var (first, second, third, fourth) = Block(counter0, counter1 & ~0xFFFFFFFFUL | (uint)where, counter2, counter3 + (ulong)block, key0, key1);
        (words[0], words[1], words[2], words[3]) = (first, second, third, fourth);
    }

    /// <summary>The function itself: ten rounds on a 256-bit counter under a 128-bit key.</summary>
    internal static (ulong First, ulong Second, ulong Third, ulong Fourth) Block(ulong c0, ulong c1, ulong c2, ulong c3, ulong k0, ulong k1)
    {
        for (var round = 0; round < 10; round++)
        {
            var (high0, high1) = (High(0xD2E7470EE14C6C93UL, c0), High(0xCA5A826395121157UL, c2));
            (c0, c1, c2, c3) = (high1 ^ c1 ^ k0, 0xCA5A826395121157UL * c2, high0 ^ c3 ^ k1, 0xD2E7470EE14C6C93UL * c0);
            k0 += 0x9E3779B97F4A7C15UL;
            k1 += 0xBB67AE8584CAA73BUL;
        }
        return (c0, c1, c2, c3);
    }

    /// <summary>The high half of a product. By itself where the processor can: the low half would go through memory.</summary>
    private static ulong High(ulong a, ulong b) => Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);
}
