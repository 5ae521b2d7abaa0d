using System.Globalization;
using System.Text;
using System.Text.Json;
using Corridor.Cli.Commands;
using Corridor.Forecasting;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Scenarios;

namespace Corridor.Cli.Forecasts;

/// <summary>A forecast in the format of the forecast hubs (hubverse): one row for each target, day ahead and quantile or sample.</summary>
internal static class HubFiles
{
    private const string Header = "reference_date,target,horizon,location,output_type,output_type_id,value\n";
    private const int Samples100 = 100;

    public static string Quantiles(ForecastQuestion question, CorridorForecast forecast, Alternative alternative) => Rows(question, forecast, (target, day, row) =>
    {
        var f = forecast.Of(alternative, target, day);
        for (var i = 0; i < Predictive.Levels.Length; i++) row("quantile", Text(Math.Round(Predictive.Levels[i], 3)), f.Values[i]);
    });

    /// <summary>One hundred members; a number of a member is the same future under every alternative.</summary>
    public static string Samples(ForecastQuestion question, CorridorForecast forecast, Alternative alternative) => Rows(question, forecast, (target, day, row) =>
    {
        var sample = forecast.Members(alternative, target, day);
        for (var m = 0; m < Math.Min(Samples100, sample.Length); m++) row("sample", m.ToString(CultureInfo.InvariantCulture), sample[m]);
    });

    public static string Json(ForecastQuestion question, CorridorForecast forecast, IReadOnlyList<Alternative> alternatives) => JsonSerializer.Serialize(new
    {
        scenario = question.Scenario.Name,
        reference_date = question.Known.Day,
        levels = Predictive.Levels.Select(l => Math.Round(l, 3)),
        alternatives = alternatives.Select(a => new
        {
            a.Name,
            forecasts = Targets(question, forecast).Select(t => new
            {
                location = question.Known.Series[t].Target.Place,
                target = TargetName(question.Known.Series[t].Target),
                last = question.Known.Series[t].Reports[^1].People,
                days = Enumerable.Range(1, question.Days).Select(d => forecast.Of(a, t, question.Known.Day.AddDays(d)).Values.ToArray().Select(v => Math.Round(v))),
            }),
        }),
    }) + "\n";

    /// <summary>What the forecast was made from, so that it can be made again.</summary>
    public static string Record(ForecastQuestion question)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"corridor {CliVersion.Text}\nas of {question.Known.Day:yyyy-MM-dd}, {question.Days} days, {question.Options.Members} members, seed {question.Options.Seed}, known closures {question.Options.KnownClosures}\n");
        foreach (var file in question.Files) text.Append(CultureInfo.InvariantCulture, $"{file.Sha256}  {file.Path}\n");
        return text.ToString();
    }

    private static IEnumerable<int> Targets(ForecastQuestion question, CorridorForecast forecast) => Enumerable.Range(0, question.Known.Series.Count).Where(forecast.CanForecast);

    private static string TargetName(Target target) => target.Kind == TargetKind.Stock ? "stock" : "cumulative arrivals";

    private static string Rows(ForecastQuestion question, CorridorForecast forecast, Action<int, DateOnly, Action<string, string, double>> write)
    {
        var text = new StringBuilder(Header);
        foreach (var target in Targets(question, forecast))
        {
            var at = question.Known.Series[target].Target;
            foreach (var horizon in new[] { 7, 14, 28, 90, question.Days }.Where(h => h <= question.Days).Distinct().Order())
            {
                write(target, question.Known.Day.AddDays(horizon), (type, id, value) => text.Append(CultureInfo.InvariantCulture,
                    $"{question.Known.Day:yyyy-MM-dd},{TargetName(at)},{horizon},{(at.IsTotal ? "all" : at.Place)},{type},{id},{Text(Math.Round(value, 1))}\n"));
            }
        }
        return text.ToString();
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
