using Corridor.Forecasting;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// Summarises many figures of a day at once, on several threads: each figure is its own, so the result does not depend on their number.
/// </summary>
internal sealed class DaySummaries(int figures, int runs, int threads)
{
    private readonly Summary[] summaries = new Summary[figures];

    /// <summary>Reads one figure in every run.</summary>
    public delegate void Reader(int figure, Span<double> values);

    /// <summary>The summaries; <c>default</c> for a figure that is 0 in every run.</summary>
    public ReadOnlySpan<Summary> Of(Reader read)
    {
        if (threads == 1)
        {
            var values = new double[runs];
            for (var figure = 0; figure < figures; figure++) summaries[figure] = Summarised(read, figure, values);
        }
        else
        {
            Parallel.For(0, figures, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new double[runs],
                (figure, _, values) =>
                {
                    summaries[figure] = Summarised(read, figure, values);
                    return values;
                },
                _ => { });
        }
        return summaries;
    }

    private static Summary Summarised(Reader read, int figure, double[] values)
    {
        read(figure, values);
        // Most figures are 0 in every run, or the same in every run: those need no sorting.
        var first = values[0];
        if (values.AsSpan().ContainsAnyExcept(first)) return Summary.Of(values);
        return new Summary(first, first, first, first, first, first, first, first, first, first);
    }
}
