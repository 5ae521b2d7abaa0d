using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>Whether two figures can both be right.</summary>
internal static class Agreement
{
    /// <summary>Figures this near are the same one, rounded differently.</summary>
    private const double Tolerance = 0.05;

    /// <summary>What "about" leaves open on either side.</summary>
    public const double About = 0.1;

    /// <summary>Whether the ranges that the figures leave open have something in common.</summary>
    public static bool Agree(long one, Qualifier how, long other, Qualifier otherHow)
    {
        var (low, high) = Range(one, how);
        var (otherLow, otherHigh) = Range(other, otherHow);
        return low <= otherHigh && otherLow <= high;
    }

    /// <summary>Whether two proposals cannot both be right: other people on the same day at the same place, or open against closed.</summary>
    public static bool Contradict(Proposed a, Proposed b)
    {
        if (a.Id == b.Id) return false;
        if (a.Contradicts.Contains(b.Id) || b.Contradicts.Contains(a.Id)) return true;
        if (a.Count is { } x && b.Count is { } y)
            return (x.Place, x.Measure, x.Date, x.Since) == (y.Place, y.Measure, y.Date, y.Since) && !Agree(x.People, x.Qualifier, y.People, y.Qualifier);
        return a.Change is { } c && b.Change is { } d
            && !a.NeedsDay && !b.NeedsDay && c.Subject.Means(d.Subject) && c.Date == d.Date
            && (c.Change, d.Change) is (Change.Open, Change.Close) or (Change.Close, Change.Open);
    }

    private static (double Low, double High) Range(long people, Qualifier how) => how switch
    {
        Qualifier.AtLeast => (people * (1 - Tolerance), double.PositiveInfinity),
        Qualifier.AtMost => (0, people * (1 + Tolerance)),
        Qualifier.About => (people * (1 - About), people * (1 + About)),
        _ => (people * (1 - Tolerance / 2), people * (1 + Tolerance / 2)),
    };
}
