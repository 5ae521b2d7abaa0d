namespace Corridor.Forecasting.Conditioning;

/// <summary>One unknown before and after the counts were seen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Prior">Before, in its own unit.</param>
/// <param name="After">After.</param>
/// <param name="Contraction">
/// 1 − standard deviation after / before, on the scale on which the prior is normal: 0 the counts told nothing, 1 everything; below 0 it has become wider.
/// </param>
/// <param name="Shift">How far its mean has moved, in standard deviations of the prior, on the same scale.</param>
public sealed record PosteriorParameter(string Name, Summary Prior, Summary After, double Contraction, double Shift)
{
    /// <summary>Below this contraction a parameter has not become surer.</summary>
    private const double Learnt = 0.1;

    /// <summary>Beyond this shift it has moved.</summary>
    private const double Moved = 1;

    /// <summary>Whether the counts made it surer.</summary>
    public bool IsSurer => Contraction >= Learnt;

    /// <summary>Whether the counts said anything about it: it has become surer, or has moved.</summary>
    public bool IsLearnt => IsSurer || Math.Abs(Shift) >= Moved;
}

/// <summary>What the counts say about the unknowns of a conditioned ensemble, and what they cannot tell apart.</summary>
/// <param name="Parameters">The unknowns.</param>
/// <param name="Related">Pairs of them (positions) whose rank correlation after conditioning
/// is beyond ±<see cref="Apart"/>, and which were independent before.</param>
/// <param name="Members">Members; all count the same, because the smoother moves members instead of weighting them.</param>
/// <param name="EffectiveByWeighting">How many members would be left if those of the prior
/// had been weighted by how the counts were shared instead: (Σ w)² / Σ w².</param>
/// <param name="IsConditioned">Whether the counts tell where people go.</param>
/// <param name="EffectivePoints">Of the <see cref="Points"/> points of the prior among
/// which members choose how many leave, those that carry the weight.</param>
/// <param name="KnowsDepartures">Whether the counts tell how many leave.</param>
public sealed record Posterior(
    IReadOnlyList<PosteriorParameter> Parameters, IReadOnlyList<(int One, int Other, double Correlation)> Related,
    int Members, double EffectiveByWeighting, bool IsConditioned, double EffectivePoints, bool KnowsDepartures)
{
    /// <summary>Points of the prior among which members choose how many leave.</summary>
    public const int Points = DepartureRate.Points;

    /// <summary>Rank correlations beyond this are named.</summary>
    public const double Apart = 0.7;

    /// <summary>The posterior of an ensemble.</summary>
    public static Posterior Of(ConditionedEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        var numbers = Enumerable.Range(0, ensemble.Names.Count).ToList();
        var (before, after) = (numbers.Select(ensemble.PriorScoresOf).ToList(), numbers.Select(ensemble.ScoresOf).ToList());
        var parameters = numbers.Select(p =>
        {
            var spread = Math.Max(1e-12, Deviation(before[p]));
            var contraction = 1 - Deviation(after[p]) / spread;
            var shift = (after[p].Average() - before[p].Average()) / spread;
            return new PosteriorParameter(
                ensemble.Names[p], Summary.Of(ensemble.PriorOf(p)), Summary.Of(ensemble.PosteriorOf(p)), contraction, shift);
        }).ToList();
        var (ranksBefore, ranks) = (before.Select(Ranks).ToList(), after.Select(Ranks).ToList());
        // Errors of two sources are alike before any count; that is nothing that the counts leave open.
        var related = numbers.SelectMany(p => numbers.Where(q => q > p).Select(q => (p, q, Correlation(ranks[p], ranks[q]))))
            .Where(pair => Math.Abs(pair.Item3) > Apart && Math.Abs(Correlation(ranksBefore[pair.p], ranksBefore[pair.q])) < Apart / 2).ToList();
        return new Posterior(
            parameters, related, ranks[0].Length, ensemble.EffectiveByWeighting(), ensemble.IsConditioned,
            ensemble.EffectivePoints(), ensemble.KnowsDepartures);
    }

    /// <summary>Kish's effective sample size of weights given as minus twice the logarithm of a likelihood.</summary>
    internal static double EffectiveSize(IReadOnlyList<double> misfit)
    {
        var least = misfit.Min();
        var weights = misfit.Select(m => Math.Exp((least - m) / 2)).ToList();
        return weights.Sum() * weights.Sum() / weights.Sum(w => w * w);
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, values.Length - 1));
    }

    /// <summary>Ranks; equal values share the mean of theirs.</summary>
    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        for (var first = 0; first < order.Length;)
        {
            var last = first;
            while (last + 1 < order.Length && values[order[last + 1]] == values[order[first]]) last++;
            for (var i = first; i <= last; i++) ranks[order[i]] = (first + last) / 2.0;
            first = last + 1;
        }
        return ranks;
    }

    /// <summary>Of ranks: Spearman's rank correlation; 0 where one does not vary.</summary>
    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var (both, one, other) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - meanA) * (b[i] - meanB);
            one += (a[i] - meanA) * (a[i] - meanA);
            other += (b[i] - meanB) * (b[i] - meanB);
        }
        return one > 0 && other > 0 ? both / Math.Sqrt(one * other) : 0;
    }
}
