using System.Globalization;
using Corridor.Forecasting;

namespace Corridor.Cli.RunFolders;

/// <summary>A CSV file whose rows are a few names and the summary of a figure.</summary>
internal sealed class SummaryRows : IDisposable
{
    private readonly FileStream file;
    private readonly StreamWriter text;
    private readonly SmallFigures small;
    private readonly char[] number = new char[64];

    public SummaryRows(string path, string nameColumns, SmallFigures small)
    {
        this.small = small;
        file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        text = new StreamWriter(file, bufferSize: 1 << 16) { NewLine = "\n" };
        text.WriteLine($"{nameColumns},mean,q05,q25,q50,q75,q95");
    }

    /// <param name="names">The name cells, ready for CSV, each followed by a comma.</param>
    /// <param name="summary">The figure.</param>
    public void Add(ReadOnlySpan<string> names, in Summary summary)
    {
        foreach (var name in names) text.Write(name);
        Write(summary.Mean, ',');
        Write(summary.Q05, ',');
        Write(summary.Q25, ',');
        Write(summary.Q50, ',');
        Write(summary.Q75, ',');
        Write(summary.Q95, '\n');
    }

    /// <summary>The names of a row as cells; a name out of the scenario may need quotes.</summary>
    public static string Cell(string name) =>
        (name.AsSpan().ContainsAny(",\"\r\n") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name) + ",";

    /// <summary>Closes the file; from then on it is on the disk.</summary>
    public void Close()
    {
        text.Flush();
        file.Flush(flushToDisk: true);
        text.Dispose();
    }

    public void Dispose() => text.Dispose();

    private void Write(double value, char end)
    {
        small.Round(value).TryFormat(number, out var length, "0.##", CultureInfo.InvariantCulture);
        number[length] = end;
        text.Write(number, 0, length + 1);
    }
}
