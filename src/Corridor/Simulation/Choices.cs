using System.Numerics;
using System.Runtime.InteropServices;

namespace Corridor.Simulation;

/// <summary>
/// What people of one class at one place can choose between at one moment of the day: the weight of each way, and their running sum. Where only a
/// fraction of those who choose a way gets through today, it keeps the weight of those, and the rest of the total is the weight of staying.
/// </summary>
internal sealed class Choices
{
    private double[] weights = [];
    private double[] chances = [];

    /// <summary>The running sums, as whole vectors.</summary>
    private Vector<double>[] vectors = [];
    private int count;
    private bool hasChances;

    /// <summary>For which moment of which day of which run it was made (<see cref="Run"/>).</summary>
    public long MadeFor;

    /// <summary>Whether a camp without room refuses those who choose it.</summary>
    public bool MayBeRefused { get; set; }

    /// <summary>The weight of each way.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The last way that anybody takes; the number of ways where some of those who choose a way do not get through today.</summary>
    public int Last { get; private set; }

    /// <summary>Whether some of those who choose a way do not get through today.</summary>
    public bool SomeStay => Last == count;

    /// <summary>Sum of the weights, with that of staying.</summary>
    public double Total { get; private set; }

    /// <summary>The chance of each way for those who take none of the ways before it.</summary>
    public ReadOnlySpan<double> Chances()
    {
        if (hasChances) return chances;
        hasChances = true;
        for (var way = 0; way < weights.Length; way++) chances[way] = weights[way] > 0 ? weights[way] / (Total - SumBefore(way)) : 0;
        return chances;
    }

    /// <summary>The weights, to be filled for so many ways; <see cref="Close"/> must follow.</summary>
    public Span<double> Open(int ways)
    {
        if (count == ways) return weights;
        (count, weights, chances) = (ways, new double[ways], new double[ways]);
        // Filled up to whole vectors with what no point reaches.
        vectors = new Vector<double>[(ways + Vector<double>.Count - 1) / Vector<double>.Count];
        Array.Fill(vectors, new Vector<double>(double.PositiveInfinity));
        return weights;
    }

    /// <summary>Sums the weights up.</summary>
    public void Close()
    {
        Last = Math.Max(0, SumUp());
        Total = SumBefore(count);
    }

    /// <summary>Keeps of each weight the share of those who leave, to be called after <see cref="Close"/>.</summary>
    public void Thin(ReadOnlySpan<double> leaving)
    {
        for (var way = 0; way < weights.Length; way++) weights[way] *= leaving[way];
        SumUp();
        Last = count;
    }

    /// <summary>
    /// The way that one person takes, of those from <paramref name="first"/> on, or the number of ways:
    /// that person stays. It is the first whose sum is above the point drawn. All sums are compared, several
    /// at once: that is faster than to search, as no processor guesses where the point lies.
    /// </summary>
    public int Pick(int first, double uniform)
    {
        var before = SumBefore(first);
        var at = new Vector<double>(before + uniform * (Total - before));
        var below = Vector<long>.Zero;
        foreach (var sums in vectors) below -= Vector.LessThanOrEqual(sums, at);
        // Where nobody stays, rounding must not leave somebody without a way.
        return Math.Min((int)Vector.Sum(below), Last);
    }

    private Span<double> Sums => MemoryMarshal.Cast<Vector<double>, double>(vectors.AsSpan());

    private double SumBefore(int way) => way == 0 ? 0 : Sums[way - 1];

    /// <summary>Returns the last way that anybody takes.</summary>
    private int SumUp()
    {
        var (sum, possible) = (0.0, -1);
        hasChances = false;
        var sums = Sums;
        for (var way = 0; way < weights.Length; way++)
        {
            if (weights[way] > 0) possible = way;
            sums[way] = sum += weights[way];
        }
        return possible;
    }
}
