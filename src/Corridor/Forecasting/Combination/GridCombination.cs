using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>x</summary>
public sealed record GridSettings
{
    /// <summary>x</summary>
    public (double HalfLife, double Fade)[] Points { get; init; } = [(1, 0), (7, 14), (7, 42), (21, 14), (21, 42), (21, 200), (60, 42), (60, 200), (365, 42), (365, 400)];
    /// <summary>x</summary>
    public double[] Activities { get; init; } = [20, 90, 1e4];
    /// <summary>x</summary>
    public double[] Widths { get; init; } = [0.08, 0.15, 0.27, 0.45, 0.8, 1.4];
    /// <summary>x</summary>
    public double PriorWidth { get; init; } = 0.35;
    /// <summary>x</summary>
    public double PriorWidthSpread { get; init; } = 0.6;
    /// <summary>x</summary>
    public double Eta { get; init; } = 1;
    /// <summary>x</summary>
    public double HalfLife { get; init; } = 150;
    /// <summary>x</summary>
    public double Others { get; init; } = 0.3;
    /// <summary>x</summary>
    public double Tail { get; init; } = 2;
    /// <summary>x</summary>
    public double LevelShare { get; init; } = 0.001;
    /// <summary>x</summary>
    public double LeadPower { get; init; } = 1;
    /// <summary>x</summary>
    public int Halves { get; init; } = 1;
    /// <summary>x</summary>
    public int Step { get; init; } = 14;
    /// <summary>x</summary>
    public double OthersCap { get; init; } = 1e9;
    /// <summary>x</summary>
    public bool Growth { get; init; }
    /// <summary>x</summary>
    public double Norm { get; init; }
    /// <summary>x</summary>
    public bool BottomUp { get; init; }
    /// <summary>x</summary>
    public double Tilt { get; init; }
    /// <summary>x</summary>
    public double Kappa { get; init; }
    /// <summary>x</summary>
    public double Cap { get; init; } = 1e9;
    /// <summary>x</summary>
    public int[] Simple { get; init; } = [];
    /// <summary>x</summary>
    public double SimplePrior { get; init; } = 3;
}

/// <summary>x</summary>
public sealed class GridCombination : IForecastMethod
{
    private readonly GridSettings settings;
    private readonly double[] shape;
    private readonly double[] logPrior;
    private readonly int count, grid;

    /// <summary>x</summary>
    public GridCombination(string name, GridSettings settings)
    {
        (Name, this.settings) = (name, settings);
        shape = [.. Predictive.Levels.Select(u => Shape(u))];
        count = (settings.Points.Length + (settings.BottomUp ? 3 : 0)) * settings.Activities.Length * settings.Widths.Length;
        grid = count;
        count += settings.Simple.Length;
        logPrior = new double[count];
        for (var e = grid; e < count; e++) logPrior[e] = settings.SimplePrior;
        for (var e = 0; e < grid; e++)
        {
            var z = Math.Log(settings.Widths[e % settings.Widths.Length] / settings.PriorWidth) / settings.PriorWidthSpread;
            logPrior[e] = -z * z / 2;
            var pt = e / settings.Widths.Length / settings.Activities.Length;
            if (pt < settings.Points.Length) logPrior[e] -= settings.Tilt * Trend.EffectiveDays(28, settings.Points[pt].Fade) / 28;
        }
    }

    private double Shape(double u)
    {
        var a = 4 * u * (1 - u);
        if (settings.Tail == 2) return 2 * (u - 0.5) * Math.Sqrt(2 / a);
        // Student's t, 4 degrees of freedom.
        if (settings.Tail == 4)
        {
            var q = Math.Cos(Math.Acos(Math.Sqrt(a)) / 3) / Math.Sqrt(a);
            return Math.Sign(u - 0.5) * 2 * Math.Sqrt(Math.Max(0, q - 1));
        }
        return Math.Tan(Math.PI * (u - 0.5));
    }

    /// <inheritdoc/>
    public string Name { get; }

    private sealed record Basis(double[] Points, double[] Scales);

    private sealed record Past(int Target, int Age, float[][] Loss);

    /// <inheritdoc/>
    public Predictive Forecast(Knowledge known, int target, DateOnly date)
    {
        var lead = date.DayNumber - known.Day.DayNumber;
        var basis = BasisAt(known, target, date);
        var weights = Weights(known, target, lead);
        var values = new double[shape.Length];
        for (var half = 0; half < settings.Halves; half++)
        {
            for (var e = grid; e < count; e++)
            {
                var v = SimpleAt(known, target, date, e);
                for (var l = 0; l < shape.Length; l++) values[l] += weights[half][e] * v.Values[l];
            }
            for (var e = 0; e < grid; e++)
            {
                var w = weights[half][e];
                if (w < 1e-9) continue;
                var (point, scale) = At(basis, e);
                for (var l = 0; l < shape.Length; l++)
                {
                    if (settings.Halves == 2 && l != 11 && l < 11 != (half == 0)) continue;
                    values[l] += (l == 11 && settings.Halves == 2 ? 0.5 : 1) * w * Math.Max(0, point + scale * shape[l]);
                }
            }
        }
        return new Predictive(values);
    }

    private Predictive SimpleAt(Knowledge known, int target, DateOnly date, int e)
    {
        var m = SimpleMethods.All[settings.Simple[e - grid]];
        return known.Remember((m.Name, target, date), () => m.Forecast(known, target, date));
    }

    private (double Point, double Scale) At(Basis basis, int e)
    {
        var width = settings.Widths[e % settings.Widths.Length];
        var rest = e / settings.Widths.Length;
        return (basis.Points[rest / settings.Activities.Length], width * basis.Scales[rest % settings.Activities.Length]);
    }

    private double[][] Weights(Knowledge known, int target, int lead)
    {
        var loss = new double[settings.Halves][];
        for (var half = 0; half < settings.Halves; half++) loss[half] = new double[count];
        var past = PastOf(known, lead);
        var others = past.Where(p => p.Target != target).Sum(p => Weight(p) * settings.Others);
        var down = Math.Min(1, settings.OthersCap / (others + 1e-9)) * settings.Others;
        foreach (var p in past)
        {
            var weight = Weight(p) * (p.Target == target ? 1 : down);
            for (var half = 0; half < settings.Halves; half++)
                for (var e = 0; e < count; e++) loss[half][e] += weight * p.Loss[half][e];
        }
        foreach (var l in loss)
        {
            for (var e = 0; e < count; e++) l[e] = logPrior[e] - settings.Eta * l[e];
            var best = l.Max();
            var sum = 0.0;
            for (var e = 0; e < count; e++) sum += l[e] = Math.Exp(l[e] - best);
            for (var e = 0; e < count; e++) l[e] /= sum;
        }
        return loss;
    }

    private double Weight(Past p) => Math.Pow(2, -p.Age / settings.HalfLife);

    private List<Past> PastOf(Knowledge known, int lead) => known.Remember((this, "past", lead), () =>
    {
        var list = new List<Past>();
        for (var back = settings.Step; ; back += settings.Step)
        {
            var day = known.Day.AddDays(-back);
            var then = known.On(day);
            var any = false;
            for (var j = 0; j < known.Series.Count; j++)
            {
                if (then.Series[j].Reports.Count < SimpleMethods.MinReports) continue;
                any = true;
                if (Truth.Of(known.Series[j], day, lead) is not { } report) continue;
                list.Add(new Past(j, back, then.Remember((this, "loss", j, report), () => LossOf(then, j, report))));
            }
            if (!any) return list;
        }
    });

    private float[][] LossOf(Knowledge then, int target, Report report)
    {
        var basis = BasisAt(then, target, report.Date);
        var loss = new float[settings.Halves][];
        for (var half = 0; half < settings.Halves; half++)
        {
            loss[half] = new float[count];
            var sum = 0.0;
            for (var e = grid; e < count; e++)
            {
                var s = Score.Wis(SimpleAt(then, target, report.Date, e), report.People) * shape.Length / 2;
                loss[half][e] = (float)s;
                sum += s;
            }
            for (var e = 0; e < grid; e++)
            {
                var (point, scale) = At(basis, e);
                var s = 0.0;
                for (var l = 0; l < shape.Length; l++)
                {
                    if (settings.Halves == 2 && (half == 0 ? l > 11 : l < 11)) continue;
                    s += Score.Pinball(Math.Max(0, point + scale * shape[l]), Predictive.Levels[l], report.People);
                }
                loss[half][e] = (float)s;
                sum += s;
            }
            for (var e = 0; e < count; e++) loss[half][e] = (float)(loss[half][e] / Math.Pow(sum / count + 1e-9, 1 - settings.Norm) / Math.Pow(basis.Scales[^1] * 3, settings.Norm));
        }
        return loss;
    }

    private Basis BasisAt(Knowledge known, int target, DateOnly date) => known.Remember((this, "basis", target, date), () =>
    {
        var motion = known.Remember(("motion", target), () => new Motion(known.Series[target].Reports));
        var days = date.DayNumber - motion.Last.Date.DayNumber;
        var points = settings.Points.Select(e => e.Fade == 0 ? motion.Last.People : Math.Max(0, motion.Last.People + motion.History / (motion.History + settings.Kappa) * motion.Rate(e.HalfLife) * Trend.EffectiveDays(days, e.Fade))).ToArray();
        if (settings.BottomUp)
        {
            foreach (var (h, f) in new (double, double)[] { (21, 42), (60, 42), (60, 200) })
            {
                var sum = 0.0;
                if (target == known.Total)
                    for (var j = 0; j < known.Series.Count; j++)
                    {
                        if (j == target || known.Series[j].Reports.Count < 2 || known.Series[j].Target.Kind != TargetKind.Stock) continue;
                        var m = known.Remember(("motion", j), () => new Motion(known.Series[j].Reports));
                        sum += m.Rate(h) * (Trend.EffectiveDays(date.DayNumber - m.Last.Date.DayNumber, f));
                    }
                else sum = motion.Rate(h) * Trend.EffectiveDays(days, f);
                points = [.. points, Math.Max(0, motion.Last.People + sum)];
            }
        }
        points = [.. points.Select(p => motion.Last.People + Math.Clamp(p - motion.Last.People, -settings.Cap * motion.Last.People * days / 28, settings.Cap * motion.Last.People * days / 28))];
        var effective = 28 * Math.Pow(days / 28.0, settings.LeadPower);
        var scales = settings.Activities.Select(h => motion.Activity(h) * effective + settings.LevelShare * motion.Last.People + 1).ToArray();
        return new Basis(points, scales);
    });
}
