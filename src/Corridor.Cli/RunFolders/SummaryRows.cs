using Corridor.Forecasting;
using Corridor.Formats.Csv;

namespace Corridor.Cli.RunFolders;

/// <summary>A CSV file whose rows are a few names and the summary of a figure.</summary>
internal sealed class SummaryRows : IDisposable
{
    private readonly RowFile file;
    private readonly SmallFigures small;

    /// <param name="path">The file.</param>
    /// <param name="nameColumns">The name columns of its header.</param>
    /// <param name="small">How small figures are hidden.</param>
    /// <param name="isExpected">Whether its rows hold mean and standard deviation instead of mean and quantiles.</param>
    public SummaryRows(string path, string nameColumns, SmallFigures small, bool isExpected = false)
    {
        this.small = small;
        file = new RowFile(path);
        file.Write($"{nameColumns},{(isExpected ? "mean,sd" : "mean,q05,q25,q50,q75,q95")}\n");
    }

    /// <summary>Adds a figure, unless it is nothing.</summary>
    /// <param name="names">The name cells, ready for CSV, each followed by a comma.</param>
    /// <param name="summary">The figure.</param>
    public void Add(ReadOnlySpan<string> names, in Summary summary)
    {
        if (small.IsNothing(summary)) return;
        foreach (var name in names) file.Write(name);
        Write(summary.Mean, ',');
        Write(summary.Q05, ',');
        Write(summary.Q25, ',');
        Write(summary.Q50, ',');
        Write(summary.Q75, ',');
        Write(summary.Q95, '\n');
    }

    /// <summary>
    /// Adds a mean, unless it is nothing, and its standard deviation, which is empty where it is not worked out, or would tell a hidden figure.
    /// </summary>
    public void Add(ReadOnlySpan<string> names, in Moments moments)
    {
        if (small.IsNothing(moments)) return;
        foreach (var name in names) file.Write(name);
        Write(moments.Mean, ',');
        if (double.IsNaN(moments.Variance) || small.Hides(moments.Mean)) file.Write('\n');
        else Write(moments.Deviation, '\n', isSmall: false);
    }

    /// <summary>A name as a cell, with the comma after it; a name out of the scenario may need quotes.</summary>
    public static string Cell(string name) => CsvText.Cell(name) + ",";

    /// <summary>Closes the file; from then on it is on the disk.</summary>
    public void Close() => file.Close();

    public void Dispose() => file.Dispose();

    private void Write(double value, char end, bool isSmall = true)
    {
        file.Write(isSmall ? small.Round(value) : Math.Round(value, 2));
        file.Write(end);
    }
}
