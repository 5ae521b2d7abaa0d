using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Scores;

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
        var text = new StringBuilder(Header).Append('\n');
        foreach (var f in forecasts)
        {
            text.AppendJoin(',',
            [
                f.Case, f.Method, CsvText.Date(f.Origin), CsvText.Number(f.Horizon), f.Target, CsvText.Date(f.Date),
                CsvText.Number(f.Last), CsvText.Number(f.Reported), CsvText.Number(f.Correlation),
                .. f.Forecast.Values.ToArray().Select(v => CsvText.Number(v)),
            ]).Append('\n');
        }
        text.Append(Sum(text.ToString())).Append('\n');
        OutputFile.Write((path, Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>What was kept; null when there is nothing, or not every byte of it: then the origin is forecast again.</summary>
    public static IReadOnlyList<ScoredForecast>? Read(string path)
    {
        if (!File.Exists(path)) return null;
        var text = File.ReadAllText(path);
        var end = text.LastIndexOf("\n#", StringComparison.Ordinal) + 1;
        if (end == 0 || text[end..] != Sum(text[..end]) + "\n") return null;
        var lines = text[..(end - 1)].Split('\n');
        return lines[0] != Header ? null : [.. lines.Skip(1).Select(line => Row(line.Split(',')))];
    }

    /// <summary>The last line, by which a file that was cut or changed is known.</summary>
    private static string Sum(string text) => "# sha256 " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ScoredForecast Row(string[] cells) => new(
        cells[0], cells[1], Date(cells[2]), int.Parse(cells[3], CultureInfo.InvariantCulture), cells[4], Date(cells[5]),
        Number(cells[6]), Number(cells[7]), new Predictive([.. cells.Skip(9).Select(Number)]), Number(cells[8]));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
