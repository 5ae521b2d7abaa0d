using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Scores;
using Corridor.Scenarios;

namespace Corridor.Cli.Forecasts;

/// <summary>
/// The forecasts of one origin as a CSV file: what an interrupted backtest keeps. Numbers are written so that they read back to the same bits.
/// </summary>
internal static class OriginFile
{
    private static readonly string Header =
        "case,method,origin,horizon,target,date,last,reported,correlation," + string.Join(",", Predictive.Levels.Select(l => "q" + CsvText.Number(l)));

    public static void Write(string path, IEnumerable<ScoredForecast> forecasts)
    {
        var text = Header + "\n" + CsvText.OfRows(forecasts.Select<ScoredForecast, string[]>(f =>
        [
            f.Case, f.Method, CsvText.Date(f.Origin), CsvText.Number(f.Horizon), f.Target, CsvText.Date(f.Date),
            CsvText.Number(f.Last), CsvText.Number(f.Reported), CsvText.Number(f.Correlation),
            .. f.Forecast.Values.ToArray().Select(v => CsvText.Number(v)),
        ]));
        OutputFile.Write((path, Encoding.UTF8.GetBytes(text + Sum(text) + "\n")));
    }

    /// <summary>What was kept; null when there is nothing, or not every byte of it: then the origin is forecast again.</summary>
    public static IReadOnlyList<ScoredForecast>? Read(string path)
    {
        if (!File.Exists(path)) return null;
        var text = File.ReadAllText(path);
        var end = text.LastIndexOf("\n#", StringComparison.Ordinal) + 1;
        if (end == 0 || text[end..] != Sum(text[..end]) + "\n") return null;
        if (!text.StartsWith(Header + "\n", StringComparison.Ordinal)) return null;
        var problems = new List<Problem>();
        if (SourceFile.Decode(path, Encoding.UTF8.GetBytes(text[..end]), problems) is not { } source) return null;
        return CsvTable.Parse(source, CsvLayout.Native, problems) is { IsComplete: true } table ? [.. table.Rows.Select(Row)] : null;
    }

    /// <summary>The last line, by which a file that was cut or changed is known.</summary>
    private static string Sum(string text) => "# sha256 " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ScoredForecast Row(CsvRow row) => new(
        row[0].Text, row[1].Text, Date(row[2]), int.Parse(row[3].Text, CultureInfo.InvariantCulture), row[4].Text, Date(row[5]),
        Number(row[6]), Number(row[7]), new Predictive([.. row.Cells.Skip(9).Select(Number)]), Number(row[8]));

    private static double Number(Field cell) => double.Parse(cell.Text, CultureInfo.InvariantCulture);
    private static DateOnly Date(Field cell) => DateOnly.ParseExact(cell.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
