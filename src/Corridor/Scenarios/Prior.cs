using System.Globalization;

namespace Corridor.Scenarios;

/// <summary>The family of a prior.</summary>
public enum PriorFamily
{
    /// <summary>Every value between two bounds is equally likely.</summary>
    Uniform,

    /// <summary>Normal with mean and standard deviation.</summary>
    Normal,

    /// <summary>Lognormal with median and standard deviation of the logarithm.</summary>
    Lognormal,
}

/// <summary>What is believed about a parameter of the rules before counts are seen; every run of an ensemble draws from it.</summary>
/// <param name="Parameter">The parameter, one that is a real number.</param>
/// <param name="Family">The family.</param>
/// <param name="A">Lower bound, mean or median.</param>
/// <param name="B">Upper bound, standard deviation, or standard deviation of the logarithm.</param>
/// <param name="Origin">Where it was read.</param>
public sealed record Prior(RuleParameter Parameter, PriorFamily Family, double A, double B, Origin Origin)
{
    /// <summary>A parameter about as it is, where a scenario states no priors: lognormal around the present value, σ 0.3.</summary>
    internal static Prior Usual(string name, Rules rules)
    {
        var parameter = RuleParameter.Find(name)!;
        return new Prior(parameter, PriorFamily.Lognormal, parameter.GetNumber(rules), 0.3, Origin.None);
    }

    /// <summary>The value with the probability <paramref name="u"/> (0..1, exclusive) below it, clamped into the parameter's range.</summary>
    public double Quantile(double u)
    {
        var value = Family switch
        {
            PriorFamily.Uniform => A + u * (B - A),
            PriorFamily.Normal => A + B * NormalDistribution.Quantile(u),
            _ => A * Math.Exp(B * NormalDistribution.Quantile(u)),
        };
        return Math.Clamp(value, Parameter.Min, Parameter.Max);
    }

    /// <summary>The share of draws that lie beyond the parameter's range, and are taken for its end.</summary>
    public double ShareBeyond()
    {
        if (Family == PriorFamily.Uniform || B == 0) return 0;
        double Below(double bound)
        {
            if (Family == PriorFamily.Normal) return NormalDistribution.Probability((bound - A) / B);
            return bound <= 0 ? 0 : NormalDistribution.Probability(Math.Log(bound / A) / B);
        }
        return Below(Parameter.Min) + 1 - Below(Parameter.Max);
    }

    /// <summary>The rules with the parameter at that value.</summary>
    internal Rules Set(Rules rules, double u) => Parameter.WithNumber(rules, Quantile(u));

    /// <summary>The text form: <c>lognormal(0.01, 0.5)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Names.Of(Family)}({A}, {B})");

    /// <summary>Reads the text form; null with a message of what is wrong.</summary>
    public static Prior? Parse(RuleParameter parameter, string text, Origin origin, out string wrong)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(text);
        wrong = $"{parameter.Name} is {parameter.Expected}; only a parameter that is one number has a prior";
        if (!parameter.IsNumber) return null;
        wrong = $"'{text}' is not a prior; expected uniform(low, high), normal(mean, sd) or lognormal(median, sd of the logarithm)";
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !text.TrimEnd().EndsWith(')')) return null;
        if (!Names.TryParse<PriorFamily>(text[..open], out var family)) return null;
        var numbers = text.TrimEnd()[(open + 1)..^1].Split(',');
        if (numbers.Length != 2
            || !double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var a) || !double.IsFinite(a)
            || !double.TryParse(numbers[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var b) || !double.IsFinite(b)) return null;
        wrong = family switch
        {
            PriorFamily.Uniform when b < a => $"the upper bound of '{text}' lies below the lower bound; expected uniform(low, high)",
            PriorFamily.Normal or PriorFamily.Lognormal when b < 0 => "a standard deviation is 0 or more",
            PriorFamily.Lognormal when a <= 0 => "the median of a lognormal is more than 0",
            _ when a < parameter.Min || a > parameter.Max || family == PriorFamily.Uniform && b > parameter.Max =>
                $"'{text}' begins or ends beyond the range; expected {parameter.Expected}",
            _ => "",
        };
        return wrong.Length == 0 ? new Prior(parameter, family, a, b, origin) : null;
    }
}
