using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// The rate at which people leave: how many a day at the last report, how that follows the conflict,
/// and how it has been changing; conditioned on the reports of the window, with their errors.
/// </summary>
/// <remarks>
/// <para>On day d, λ(d) = P (drive(d) / drive(last))^e T^f(d - last), with f(t) = t / 28 before the last report and 1 - exp(-t /
/// 28) after it: a trend fades. Each week's number varies around this by <see cref="Waves"/>, independently; reports have an error
/// in proportion to the figure. So the true figure on the days of the reports is a random walk with drift that is seen with noise:
/// its likelihood given P, e and T is that of a Kalman filter, and a course of it is drawn by forward filtering and backward sampling
/// (C. K. Carter and R. Kohn, "On Gibbs sampling for state space models", Biometrika 81, 1994).</para>
/// <para>The waves are of people who leave, so a fall is none of theirs: what errors do not explain of it went home, a variation of its own
/// (<see cref="WentHome"/>).
/// Else a fall would speak for many who leave, whose number varies most.</para> <para>P, e and T are drawn by
/// importance: <see cref="Points"/> points of the prior, weighted by this likelihood at the member's own noise.</para>
/// </remarks>
internal sealed class DepartureRate
{
    /// <summary>The unknowns, in this order.</summary>
    public static readonly string[] Names = ["departures a day", "conflict elasticity", "trend of departures"];

    /// <summary>Points of the prior among which members choose.</summary>
    public const int Points = 1024;

    /// <summary>Relative standard deviation of the number who leave in a week around the rate.</summary>
    public const double Waves = 0.7;

    private const double LevelSpread = 1.5;
    private const double TrendSpread = 0.5;
    private const double Fade = 28;

    /// <summary>Beyond this change of the drive the reports tell nothing.</summary>
    public const double MostDrive = 5;
    private const int Week = 7;

    private readonly double usual;
    private readonly int last;
    private readonly double[] logDrive;
    private readonly (int Day, double People)[] reports;
    private readonly double[][] points;
    private readonly double[][] expected;
    private readonly double[]?[] chances = new double[ReportingNoise.Levels.Length][];

    /// <param name="usual">People who left on a day so far: the middle of the prior.</param>
    /// <param name="reports">The figures of the window by day of the simulation; the first is where it begins, and may lie before day 0.</param>
    /// <param name="last">The day of the last report.</param>
    /// <param name="drive">What drives people from home on each day (<see cref="Drive"/>), up to the last day ahead.</param>
    public DepartureRate(double usual, IReadOnlyList<(int Day, double People)> reports, int last, double[] drive)
    {
        (this.usual, this.last, this.reports) = (usual, last, [.. reports]);
        var then = drive.Length > 0 ? drive[Math.Clamp(last, 0, drive.Length - 1)] : 0;
        logDrive = [.. drive.Select(d => LogRatio(d, then))];
        points = [.. Enumerable.Range(1, Points).Select(i => new[] { Spread(i, 2), Spread(i, 3), Spread(i, 5) })];
        expected = [.. points.Select(ExpectedBetween)];
    }

    /// <summary>Whether there are two reports or more, so that something can be told.</summary>
    public bool IsTold => reports.Length > 1;

    /// <summary>An unknown in its own unit: people a day, a power, a factor in 28 days.</summary>
    public double ValueOf(int unknown, double score) => unknown switch
    {
        0 => usual * Math.Exp(LevelSpread * score),
        1 => NormalDistribution.Probability(score),
        _ => Math.Exp(TrendSpread * score),
    };

    /// <summary>The logarithm of a drive against another, within a factor of five; 0 where both are nothing.</summary>
    public static double LogRatio(double drive, double other) =>
        Math.Log(other > 0 ? Math.Clamp(drive / other, 1 / MostDrive, MostDrive) : drive > 0 ? MostDrive : 1);

    /// <summary>The unknowns of a member.</summary>
    /// <param name="noise">Relative standard deviation of the reports.</param>
    /// <param name="uniform">A uniform number of the member.</param>
    public double[] Draw(double noise, double uniform)
    {
        var chance = ChancesAt(ReportingNoise.LevelOf(noise));
        var at = Array.BinarySearch(chance, uniform);
        return points[Math.Min(at < 0 ? ~at : at, Points - 1)];
    }

    /// <summary>How many of the points carry the weight: (Σ w)² / Σ w².</summary>
    public double EffectivePoints(double noise)
    {
        var chance = ChancesAt(ReportingNoise.LevelOf(noise));
        var squares = 0.0;
        for (var i = 0; i < chance.Length; i++)
        {
            var weight = chance[i] - (i > 0 ? chance[i - 1] : 0);
            squares += weight * weight;
        }
        return 1 / squares;
    }

    /// <summary>People who leave on a day, as expected.</summary>
    public double On(double[] scores, int day)
    {
        var since = day - last;
        var trend = since > 0 ? 1 - Math.Exp(-since / Fade) : since / Fade;
        var driven = logDrive.Length > 0 ? logDrive[Math.Clamp(day, 0, logDrive.Length - 1)] : 0;
        var elasticity = NormalDistribution.Probability(scores[1]);
        return usual * Math.Exp(LevelSpread * scores[0] + elasticity * driven + TrendSpread * scores[2] * trend);
    }

    /// <summary>One course of the window: people who left on each day up to the last report, given the unknowns and the reports.</summary>
    /// <param name="scores">The unknowns of a member.</param>
    /// <param name="noise">Relative standard deviation of the reports.</param>
    /// <param name="days">Days of the simulation.</param>
    /// <param name="normal">Gives a standard normal number for each report.</param>
    public double[] Course(double[] scores, double noise, int days, Func<int, double> normal)
    {
        var people = new double[days];
        if (reports.Length < 2) return people;
        var between = ExpectedBetween(scores);
        var (mean, variance, varied) = (new double[reports.Length], new double[reports.Length], new double[reports.Length]);
        (mean[0], variance[0]) = (reports[0].People, ErrorOf(0, noise));
        for (var i = 1; i < reports.Length; i++)
        {
            varied[i] = WavesOf(i, between[i]) + WentHome(i, mean[i - 1], variance[i - 1], noise);
            var (ahead, spread) = (mean[i - 1] + between[i], variance[i - 1] + varied[i]);
            var gain = spread / (spread + ErrorOf(i, noise));
            (mean[i], variance[i]) = (ahead + gain * (reports[i].People - ahead), spread * (1 - gain));
        }
        var then = mean[^1] + Math.Sqrt(variance[^1]) * normal(reports.Length - 1);
        for (var i = reports.Length - 1; i > 0; i--)
        {
            var all = variance[i - 1] + varied[i];
            var back = all > 0 ? variance[i - 1] / all : 0;
            var before = mean[i - 1] + back * (then - mean[i - 1] - between[i]) + Math.Sqrt(variance[i - 1] * (1 - back)) * normal(i - 1);
            // Who came back in between is not simulated; nobody sets out then.
            var left = Math.Max(0, then - before);
            for (var day = Math.Max(0, reports[i - 1].Day + 1); day <= reports[i].Day && day < days; day++) people[day] = left * On(scores, day) / between[i];
            then = before;
        }
        return people;
    }

    private double[] ChancesAt(int level)
    {
        // Several threads may come here; they find the same.
        if (chances[level] is { } known) return known;
        var weights = new double[Points];
        for (var i = 0; i < Points; i++) weights[i] = LogLikelihood(expected[i], ReportingNoise.Levels[level]);
        var (most, sum) = (weights.Max(), 0.0);
        for (var i = 0; i < Points; i++) weights[i] = sum += Math.Exp(weights[i] - most);
        for (var i = 0; i < Points; i++) weights[i] /= sum;
        return chances[level] = weights;
    }

    private double LogLikelihood(double[] between, double noise)
    {
        if (reports.Length < 2) return 0;
        var (mean, variance, log) = (reports[0].People, ErrorOf(0, noise), 0.0);
        for (var i = 1; i < reports.Length; i++)
        {
            variance += WavesOf(i, between[i]) + WentHome(i, mean, variance, noise);
            mean += between[i];
            var (wrong, all) = (reports[i].People - mean, variance + ErrorOf(i, noise));
            log -= 0.5 * (Math.Log(all) + wrong * wrong / all);
            var gain = variance / all;
            mean += gain * wrong;
            variance *= 1 - gain;
        }
        return log;
    }

    /// <summary>People expected to leave from each report to the next.</summary>
    private double[] ExpectedBetween(double[] scores)
    {
        var between = new double[reports.Length];
        for (var i = 1; i < reports.Length; i++)
            for (var day = reports[i - 1].Day + 1; day <= reports[i].Day; day++) between[i] += On(scores, day);
        return between;
    }

    private double ErrorOf(int report, double noise) => noise * reports[report].People * noise * reports[report].People + 1;

    private double WavesOf(int report, double people) => people * people * Waves * Waves * Week / Math.Max(1, reports[report].Day - reports[report - 1].Day);

    /// <summary>The square of a fall below what was there, as far as it is beyond the errors of both.</summary>
    private double WentHome(int report, double mean, double variance, double noise)
    {
        var fall = mean - reports[report].People;
        return fall > 0 ? Math.Max(0, fall * fall - variance - ErrorOf(report, noise)) : 0;
    }

    /// <summary>A point of a Halton sequence, as a normal number.</summary>
    private static double Spread(int i, int radix)
    {
        var (value, part) = (0.0, 1.0);
        for (var rest = i; rest > 0; rest /= radix)
        {
            part /= radix;
            value += part * (rest % radix);
        }
        return NormalDistribution.Quantile(value);
    }
}
