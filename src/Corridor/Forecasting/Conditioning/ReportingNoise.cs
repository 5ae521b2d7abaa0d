using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// The error with which each source reports, as a share of the figure (standard deviation),
/// conditioned on what the counts show of it (<see cref="NoiseEvidence"/>).
/// </summary>
/// <remarks>
/// Sources are pooled in part: ln τ(source) ~ N(ln τ₀, 0.5²), ln τ₀ ~ N(ln 0.02, 1), so that a source of which little is known is believed to
/// be much like the others. Draws come from a Gibbs sampler, one source after the other on a grid (C. Ritter and M. A. Tanner, "Facilitating
/// the Gibbs sampler: the Gibbs stopper and the griddy-Gibbs sampler", JASA 87, 1992); τ₀ given the sources is normal.
/// </remarks>
internal sealed class ReportingNoise
{
    private const double UsualLog = -3.912023005428146; // ln 0.02
    private const double CommonSpread = 1;
    private const double OwnSpread = 0.5;
    private const int Sweeps = 5;
    private const int SweepsBefore = 40;
    private const double LowestLog = -8.5, Step = 0.2;

    /// <summary>The grid of standard deviations: 0.0002 to 1.8.</summary>
    internal static readonly double[] Levels = [.. Enumerable.Range(0, 46).Select(i => Math.Exp(LowestLog + Step * i))];

    private readonly double[][] scores;

    private ReportingNoise(IReadOnlyList<string> sources, double[][] scores) => (Sources, this.scores) = (sources, scores);

    /// <summary>The sources.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Standard deviation of a score, on which the prior of each source is standard normal.</summary>
    private static double Spread => Math.Sqrt(CommonSpread * CommonSpread + OwnSpread * OwnSpread);

    /// <summary>A draw of a member for a source, on the scale on which its prior is standard normal.</summary>
    public double Score(int member, int source) => scores[member][source];

    /// <summary>The standard deviation that a score stands for, as a share of the figure.</summary>
    public static double Of(double score) => Math.Exp(UsualLog + Spread * score);

    /// <summary>The place of a standard deviation on the grid.</summary>
    public static int LevelOf(double noise) => Math.Clamp((int)Math.Round((Math.Log(noise) - LowestLog) / Step), 0, Levels.Length - 1);

    /// <summary>Draws from the prior: what is believed before any count.</summary>
    public static double[][] Prior(int sources, int members, ulong seed) => [.. Enumerable.Range(0, members).Select(m =>
    {
        double Normal(int source) => NormalDistribution.Quantile(new Philox(seed, m, 0, source, Purpose.ReportingNoise, part: 1).NextUniform());
        var common = CommonSpread * Normal(0);
        return Enumerable.Range(1, sources).Select(s => (common + OwnSpread * Normal(s)) / Spread).ToArray();
    })];

    /// <summary>Draws given the counts.</summary>
    /// <param name="counts">The counts that are known.</param>
    /// <param name="sources">The sources that are wanted; others help to tell what is common.</param>
    /// <param name="members">Number of draws.</param>
    /// <param name="seed">Seed of all random numbers.</param>
    public static ReportingNoise Of(IEnumerable<Count> counts, IReadOnlyList<string> sources, int members, ulong seed)
    {
        var evidence = NoiseEvidence.Of(counts, Levels);
        var all = evidence.Sources.Union(sources).ToList();
        var wanted = sources.Select(s => all.IndexOf(s)).ToArray();
        var sampler = new Sampler(evidence, all.Count, seed);
        for (var sweep = 0; sweep < SweepsBefore; sweep++) sampler.Sweep();
        return new ReportingNoise(sources, [.. Enumerable.Range(0, members).Select(_ => sampler.Draw(wanted))]);
    }

    private static double LogOf(int level) => LowestLog + Step * level;

    /// <summary>The Gibbs sampler: the level of each source, and what is common to them.</summary>
    private sealed class Sampler(NoiseEvidence evidence, int sources, ulong seed)
    {
        private readonly (int One, int Other, double Difference)[][] apart =
            [.. Enumerable.Range(0, sources).Select(s => evidence.Apart.Where(a => a.One == s || a.Other == s).ToArray())];

        private readonly int[] level = [.. Enumerable.Repeat(LevelOf(Math.Exp(UsualLog)), sources)];
        private readonly double[] weights = new double[Levels.Length];
        private double common = UsualLog;
        private int sweeps;

        /// <summary>Draws every source given the others, then what is common given the sources, which is normal.</summary>
        public void Sweep()
        {
            for (var s = 0; s < sources; s++)
            {
                for (var i = 0; i < weights.Length; i++) weights[i] = LogWeight(s, i);
                level[s] = Choose(weights, new Philox(seed, sweeps, 0, s, Purpose.ReportingNoise).NextUniform());
            }
            var precision = 1 / (CommonSpread * CommonSpread) + sources / (OwnSpread * OwnSpread);
            var mean = (UsualLog / (CommonSpread * CommonSpread) + level.Sum(LogOf) / (OwnSpread * OwnSpread)) / precision;
            common = mean + NormalDistribution.Quantile(new Philox(seed, sweeps, 1, 0, Purpose.ReportingNoise).NextUniform()) / Math.Sqrt(precision);
            sweeps++;
        }

        /// <summary>The scores of some sources after further sweeps: anywhere in their cells of the grid.</summary>
        public double[] Draw(int[] wanted)
        {
            for (var i = 0; i < Sweeps; i++) Sweep();
            double Within(int wanted) => new Philox(seed, sweeps - 1, 2, wanted, Purpose.ReportingNoise).NextUniform() - 0.5;
            return [.. wanted.Select((s, w) => (LogOf(level[s]) + Step * Within(w) - UsualLog) / Spread)];
        }

        private double LogWeight(int source, int i)
        {
            var from = (LogOf(i) - common) / OwnSpread;
            var log = -0.5 * from * from;
            if (source < evidence.Roughness.Count) log += evidence.Roughness[source][i];
            foreach (var (one, other, difference) in apart[source])
            {
                var others = one == other ? Levels[i] : Levels[level[one == source ? other : one]];
                var variance = Levels[i] * Levels[i] + others * others;
                log -= 0.5 * (Math.Log(variance) + difference * difference / variance);
            }
            return log;
        }
    }

    /// <summary>A position by weights that are given as logarithms, which are overwritten.</summary>
    private static int Choose(double[] weights, double uniform)
    {
        var (most, sum) = (weights.Max(), 0.0);
        for (var i = 0; i < weights.Length; i++) sum += weights[i] = Math.Exp(weights[i] - most);
        uniform *= sum;
        for (var i = 0; i < weights.Length; i++)
            if ((uniform -= weights[i]) < 0) return i;
        return weights.Length - 1;
    }
}
