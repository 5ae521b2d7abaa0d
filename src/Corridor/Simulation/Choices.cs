namespace Corridor.Simulation;

/// <summary>What people of one class at one place can choose between at one moment of the day: the weight of each way, and their running sum.</summary>
internal sealed class Choices
{
    private double[] weights = [];
    private double[] chances = [];
    private double[] sums = [];
    private int lastPossible;

    /// <summary>For which day of which run and which moment of the day it was made (<see cref="Run"/>).</summary>
    public (long Day, long Moment) MadeFor;

    /// <summary>Whether a camp without room refuses those who choose it.</summary>
    public bool MayBeRefused { get; set; }

    /// <summary>The weight of each way.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The chance of each way for those who take none of the ways before it.</summary>
    public ReadOnlySpan<double> Chances => chances;

    /// <summary>Sum of the weights.</summary>
    public double Total => sums.Length == 0 ? 0 : sums[^1];

    /// <summary>The weights, to be filled for so many ways; <see cref="Close"/> must follow.</summary>
    public Span<double> Open(int count)
    {
        if (weights.Length != count) (weights, sums, chances) = (new double[count], new double[count], new double[count]);
        return weights;
    }

    /// <summary>Sums the weights up.</summary>
    public void Close()
    {
        var sum = 0.0;
        lastPossible = -1;
        for (var way = 0; way < weights.Length; way++)
        {
            if (weights[way] > 0) lastPossible = way;
            sums[way] = sum += weights[way];
        }
        for (var way = 0; way < weights.Length; way++) chances[way] = weights[way] > 0 ? weights[way] / (sum - SumBefore(way)) : 0;
    }

    /// <summary>The sum of the weights before a way.</summary>
    public double SumBefore(int way) => way == 0 ? 0 : sums[way - 1];

    /// <summary>The way that one person takes, of those from <paramref name="first"/> on.</summary>
    public int Pick(int first, double uniform)
    {
        var before = SumBefore(first);
        var at = before + uniform * (Total - before);
        var way = first;
        if (sums.Length - first <= 12)
        {
            while (way < lastPossible && sums[way] <= at) way++;
            return way;
        }
        // The first way whose sum is above, or the last possible one where rounding leaves none.
        var end = lastPossible;
        while (way < end)
        {
            var middle = (way + end) >>> 1;
            if (sums[middle] > at) end = middle;
            else way = middle + 1;
        }
        return way;
    }
}
