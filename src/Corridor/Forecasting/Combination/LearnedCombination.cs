using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>x</summary>
public sealed class LearnedCombination(string name, CombinationSettings settings) : IForecastMethod
{
    private readonly (double HalfLife, double Fade)[] experts =
        [(1, 0), .. settings.RateHalfLives.SelectMany(h => settings.FadeDays.Select(f => (h, f)))];

    /// <inheritdoc/>
    public string Name => name;

    private sealed record Past(int Target, int Age, double Lead, double Scale, double[] Points, double Truth, DateOnly Origin, DateOnly Date, DateOnly Published);

    private sealed record Basis(double[] Points, double Scale, double Last);

    /// <inheritdoc/>
    public Predictive Forecast(Knowledge known, int target, DateOnly date)
    {
        var lead = date.DayNumber - known.Day.DayNumber;
        var distributions = ExpertsAt(known, target, date, lead);
        var weights = Weights(known, target, lead);
        return Predictive.Average(distributions, weights).Map(v => Math.Max(0, v));
    }

    private Predictive[] ExpertsAt(Knowledge known, int target, DateOnly date, int lead) =>
        known.Remember((this, "experts", target, date, lead), () =>
        {
            var basis = BasisAt(known, target, date);
            var sample = Errors(known, target, lead);
            return Enumerable.Range(0, experts.Length).Select(m => ErrorsOf(sample, m, target).Map(z => basis.Points[m] + z * basis.Scale))
                .Concat(settings.WithSimple.Select(i => SimpleMethods.All[i]).Select(m => known.Remember((m.Name, target, date), () => m.Forecast(known, target, date)))).ToArray();
        });

    private Predictive ErrorsOf(List<(Past Past, double Weight)> sample, int expert, int target)
    {
        var errors = sample.Select(p => ((p.Past.Truth - p.Past.Points[expert]) / p.Past.Scale, p.Weight * (p.Past.Target == target ? 1 : settings.OtherTargets))).ToList();
        errors.AddRange(PriorErrors());
        return Predictive.OfSample(errors);
    }

    private (double, double)[] PriorErrors()
    {
        const int n = 20;
        var list = new (double, double)[n];
        for (var i = 0; i < n; i++)
        {
            var u = (i + 0.5) / n;
            // Student's t with 2 degrees of freedom has this quantile.
            var a = 4 * u * (1 - u);
            var q = 2 * (u - 0.5) * Math.Sqrt(2 / a);
            list[i] = (settings.PriorSpread * q * (q > 0 ? settings.PriorSkew : 1 / settings.PriorSkew), settings.PriorWeight / n);
        }
        return list;
    }

    private double[] Weights(Knowledge known, int target, int lead)
    {
        var loss = new double[experts.Length + settings.WithSimple.Count];
        foreach (var past in PastOf(known, lead))
        {
            var then = known.On(past.Origin);
            var distributions = ExpertsAt(then, past.Target, past.Date, lead);
            var weight = Math.Pow(2, -(known.Day.DayNumber - past.Origin.DayNumber) / settings.ScoreHalfLife) * (past.Target == target ? 1 : settings.OtherScores);
            var wis = distributions.Select(d => Score.Wis(d, past.Truth)).ToArray();
            var mean = wis.Average() + 1e-9;
            for (var m = 0; m < loss.Length; m++) loss[m] += weight * wis[m] / mean;
        }
        var best = loss.Min();
        return [.. loss.Select(l => Math.Exp(-settings.LearningRate * (l - best)))];
    }

    private List<(Past, double)> Errors(Knowledge known, int target, int lead) =>
        [.. PastOf(known, lead).Select(p => (p, Math.Pow(2, -(known.Day.DayNumber - p.Origin.DayNumber) / settings.ErrorHalfLife)))];

    /// <summary>All past forecasts of such a lead whose report is known.</summary>
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
                var basis = BasisAt(then, j, report.Date);
                list.Add(new Past(j, back, lead, basis.Scale, basis.Points, report.People, day, report.Date, report.Published));
            }
            if (!any) return list;
        }
    });

    private Basis BasisAt(Knowledge known, int target, DateOnly date) => known.Remember((this, "basis", target, date), () =>
    {
        var motion = known.Remember((this, "motion", target), () => new Motion(known.Series[target].Reports));
        var days = date.DayNumber - motion.Last.Date.DayNumber;
        var points = experts.Select(e => e.Fade == 0 ? motion.Last.People : Math.Max(0, motion.Last.People + motion.Rate(e.HalfLife) * Trend.EffectiveDays(days, e.Fade))).ToArray();
        var activity = motion.Activity(settings.ActivityHalfLife) * (1 - settings.LongActivity) + motion.Activity(1e5) * settings.LongActivity;
        return new Basis(points, activity * days + settings.LevelShare * motion.Last.People + 1, motion.Last.People);
    });
}
