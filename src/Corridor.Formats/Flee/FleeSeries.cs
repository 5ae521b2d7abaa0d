namespace Corridor.Formats.Flee;

/// <summary>
/// One recorded series of a Flee folder: people by day since the start, in the order of the file. The look-up is the reference program's, which is part of its
/// behaviour where dates are unsorted or occur twice (model.md, 4.10.2).
/// </summary>
internal sealed class FleeSeries
{
    private readonly List<(int Day, double People)> points;

    public FleeSeries(IEnumerable<(int Day, double People)> points) => this.points = [.. points];

    /// <summary>A series without data.</summary>
    public static FleeSeries Empty { get; } = new([]);

    public IReadOnlyList<(int Day, double People)> Points => points;

    public bool IsEmpty => points.Count == 0;

    /// <summary>The value of a day: interpolated, cut to a whole number towards zero.</summary>
    public long Value(int day)
    {
        if (points.Count == 0) return 0;
        if (day <= points[0].Day) return (long)points[0].People;
        for (var i = 1; i < points.Count; i++)
        {
            if (day >= points[i].Day) continue;
            var (before, after) = (points[i - 1], points[i]);
            var fraction = (double)(day - before.Day) / (after.Day - before.Day);
            return fraction > 1 ? -1 : (long)(before.People + fraction * (after.People - before.People));
        }
        return (long)points[^1].People;
    }

    /// <summary>Every value divided by the scale.</summary>
    public FleeSeries Scaled(int hasten) => hasten == 1 ? this : new FleeSeries(points.Select(p => (p.Day, p.People / hasten)));

    /// <summary>
    /// A change of registration on a day ("level 1 correction"): all earlier values are multiplied by the ratio of that day's value to the one before
    /// (model.md, 4.10.5). False when no value after the first has that day, or the one before is 0.
    /// </summary>
    public bool Correct(int day)
    {
        var found = false;
        for (var i = 1; i < points.Count; i++)
        {
            if (points[i].Day != day || points[i - 1].People <= 0) continue;
            var ratio = points[i].People / points[i - 1].People;
            for (var j = 0; j < i; j++) points[j] = (points[j].Day, points[j].People * ratio);
            found = true;
        }
        return found;
    }

    /// <summary>Adds a second series as the reference program does: without interpolation, by walking through both (model.md, 4.10.3).</summary>
    public FleeSeries Plus(FleeSeries other)
    {
        var sum = new List<(int, double)>();
        var at = 0;
        double? carry = null;
        foreach (var (day, people) in other.points)
        {
            while (points.Count > 0 && day > points[at].Day)
            {
                // A second series that begins later than the first counts as 0 until then; the reference program stops with an error.
                sum.Add((points[at].Day, points[at].People + (carry ?? 0)));
                if (at == points.Count - 1) break;
                at++;
            }
            if (points.Count == 0 || day > points[at].Day) continue;
            sum.Add((day, people + points[at].People));
            if (day == points[at].Day && at < points.Count - 1) at++;
            carry = people;
        }
        return new FleeSeries(sum);
    }

    /// <summary>Adds a second series by what was known of both on each day that one of them speaks of: the last values up to that day.</summary>
    public FleeSeries PlusAsPublished(FleeSeries other)
    {
        var days = points.Concat(other.points).Select(p => p.Day).Distinct().Order();
        return new FleeSeries(days.Select(day => (day, LastUpTo(points, day) + LastUpTo(other.points, day))));

        static double LastUpTo(List<(int Day, double People)> series, int day)
        {
            var last = (Day: int.MinValue, People: 0.0);
            foreach (var point in series)
                if (point.Day <= day && point.Day >= last.Day) last = point;
            return last.People;
        }
    }
}
