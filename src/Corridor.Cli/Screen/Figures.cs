using System.Globalization;
using Corridor.Forecasting;

namespace Corridor.Cli.Screen;

/// <summary>
/// How numbers of people are written for people: rounded to three digits (more would pretend to be known), thousands with commas,
/// small figures hidden where that is asked for.
/// </summary>
/// <param name="RoundBelow">Figures above 0 and below this are shown as <c>&lt;N</c>; 0: all are shown.</param>
/// <param name="Runs">How many runs, or members, a range or a share is of.</param>
internal sealed record Figures(int RoundBelow, int Runs = int.MaxValue)
{
    /// <summary>With fewer runs a 10 % quantile lies between the outermost two, and a percentage is finer than one run.</summary>
    public const int FewestForQuantiles = 20;

    /// <summary>Whether the runs are so few that their range and number say all that they know.</summary>
    public bool AreFew => Runs < FewestForQuantiles;

    /// <summary>What a range is of: the header of its column.</summary>
    public string RangeOf(string thing = "run") => AreFew ? $"all of {Counted(Runs, thing)}" : $"8 of 10 {thing}s";

    /// <summary>A share of the runs: a percentage, or of few runs how many.</summary>
    public string OfRuns(double share, string thing = "run") => AreFew ? $"{Whole(share * Runs)} of {Counted(Runs, thing)}" : Share(share);

    /// <summary>The ends of the range that is shown: the 10 % and the 90 % quantile, or of few runs the least and the most.</summary>
    public (double Low, double High) Range(Summary summary) => AreFew ? (summary.Least, summary.Most) : (summary.Q10, summary.Q90);

    /// <summary>A whole number that is exact: runs, days, rows.</summary>
    public static string Whole(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number rounded to a whole one: a mean score in people.</summary>
    public static string Whole(double number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A whole number of things: <c>1 place</c>, <c>2 places</c>, <c>3 dispatches</c>, <c>4 people</c>.</summary>
    public static string Counted(long number, string thing) => $"{Whole(number)} {Named(Whole(number), thing)}";

    /// <summary>The things of a number that is written so: one of them, or more.</summary>
    public static string Named(string number, string thing) => number == "1" ? thing : thing switch
    {
        "person" => "people",
        "displaced person" => "displaced people",
        "family" => "families",
        _ => thing + (thing.EndsWith("ch", StringComparison.Ordinal) ? "es" : "s"),
    };

    /// <summary>A number without a unit, rounded to two decimals.</summary>
    public static string Decimal(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A probability with as many decimals, two at least, as tell it from none, from all and from a mark that it is not.</summary>
    public static string Probability(double probability, double mark)
    {
        var exact = (decimal)probability;
        for (var decimals = 2; ; decimals++)
        {
            var rounded = decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);
            if (rounded == exact || rounded != 0 && rounded != 1 && rounded != (decimal)mark)
                return rounded.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A day, ISO 8601.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A share of the runs. All and none are only said when it is all or none.</summary>
    public static string Share(double share) => share switch
    {
        0 => "0 %",
        1 => "100 %",
        < 0.01 => "<1 %",
        > 0.99 => ">99 %",
        _ => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>People.</summary>
    public string People(double people) => IsSmall(people) ? $"<{RoundBelow}" : Whole(Rounded(people));

    /// <summary>People, to the person.</summary>
    public string Exactly(double people) => IsSmall(people) ? $"<{RoundBelow}" : Whole(people);

    /// <summary>The range of a figure.</summary>
    public string Interval(Summary summary)
    {
        var (least, most) = Range(summary);
        if (double.IsNaN(least)) return "";
        var (low, high) = (People(least), People(most));
        return low == high ? "" : $"{low}-{high}";
    }

    /// <summary>A difference, with its sign.</summary>
    public string Change(double people)
    {
        if (IsSmall(people)) return $"{(people < 0 ? "-" : "+")}<{RoundBelow}";
        var rounded = Rounded(people);
        return rounded > 0 ? "+" + Whole(rounded) : Whole(rounded);
    }

    /// <summary>The range of a difference.</summary>
    public string ChangeInterval(Summary summary)
    {
        var (least, most) = Range(summary);
        var (low, high) = (Change(least), Change(most));
        return low == high ? "" : $"{low} to {high}";
    }

    private bool IsSmall(double people) => Math.Abs(people) > 0 && Math.Abs(people) < RoundBelow;

    private static long Rounded(double people)
    {
        var whole = Math.Round(people, MidpointRounding.AwayFromZero);
        var unit = 1L;
        while (Math.Abs(whole) / unit >= 1000) unit *= 10;
        return (long)Math.Round(whole / unit, MidpointRounding.AwayFromZero) * unit;
    }
}
