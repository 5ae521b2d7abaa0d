using System.Globalization;
using System.Text;
using System.Text.Json;
using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Forecasting;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Cli.Forecasts;

/// <summary>
/// A forecast in the format of the forecast hubs (hubverse, "Model output" and "Sample output type" of its user guide):
/// task ids, then the three columns of outputs; quantile levels as numbers; sample ids that are positive whole numbers, the
/// same for every task, since a member is one joint future (a compound task id set of reference_date alone).
/// </summary>
internal static class HubFiles
{
    private const string Header = "reference_date,target,horizon,location,output_type,output_type_id,value\n";
    private const int MostSamples = 100;

    public static string Quantiles(ForecastAnswer answer, Alternative alternative) => Rows(answer, (target, day, row) =>
    {
        var f = answer.Forecast.Of(alternative, target, day);
        for (var i = 0; i < Predictive.Levels.Length; i++) row("quantile", CsvText.Number(Math.Round(Predictive.Levels[i], 3)), f.Values[i]);
    });

    /// <summary>One hundred members, numbered from 1; a number of a member is the same future under every alternative.</summary>
    public static string Samples(ForecastAnswer answer, Alternative alternative) => Rows(answer, (target, day, row) =>
    {
        var sample = answer.Forecast.Members(alternative, target, day);
        for (var m = 0; m < Math.Min(MostSamples, sample.Length); m++) row("sample", (m + 1).ToString(CultureInfo.InvariantCulture), sample[m]);
    });

    public static string Json(ForecastAnswer answer) => JsonText.OnOneLine(json => Write(answer, json)) + "\n";

    private static void Write(ForecastAnswer answer, Utf8JsonWriter json)
    {
        var (question, forecast) = (answer.Question, answer.Forecast);
        json.WriteString("scenario", question.Scenario.Name);
        json.WriteDate("reference_date", question.Known.Day);
        json.WriteArray("levels", Predictive.Levels, level => json.WriteNumberValue(Math.Round(level, 3)));
        json.WriteObjects("alternatives", question.Alternatives, alternative =>
        {
            json.WriteString("name", alternative.Name);
            json.WriteObjects("forecasts", Targets(question, forecast), target => WriteForecast(answer, alternative, target, json));
        });
    }

    private static void WriteForecast(ForecastAnswer answer, Alternative alternative, int target, Utf8JsonWriter json)
    {
        var known = answer.Question.Known;
        var series = known.Series[target];
        var small = new SmallFigures(answer.Question.Request.RoundBelow);
        json.WriteString("location", Location(series.Target));
        json.WriteString("target", TargetName(series.Target));
        json.WriteNumber("last", small.Round(series.Reports[^1].People));
        json.WriteArray("days", Enumerable.Range(1, answer.Question.Days), day =>
        {
            json.WriteStartArray();
            foreach (var value in answer.Forecast.Of(alternative, target, known.Day.AddDays(day)).Values)
                json.WriteNumberValue(small.Round(Math.Round(value)));
            json.WriteEndArray();
        });
    }

    private static IEnumerable<int> Targets(ForecastQuestion question, CorridorForecast forecast) =>
        Enumerable.Range(0, question.Known.Series.Count).Where(forecast.CanForecast);

    private static string TargetName(Target target) => target.Kind == TargetKind.Stock ? "stock" : "cumulative arrivals";

    private static string Location(Target target) => target.IsTotal ? "all" : target.Place;

    private static string Rows(ForecastAnswer answer, Action<int, DateOnly, Action<string, string, double>> write)
    {
        var (question, forecast) = (answer.Question, answer.Forecast);
        var small = new SmallFigures(question.Request.RoundBelow);
        var text = new StringBuilder(Header);
        foreach (var target in Targets(question, forecast))
        {
            var at = question.Known.Series[target].Target;
            foreach (var horizon in question.Horizons)
            {
                var date = question.Known.Day.AddDays(horizon);
                write(target, date, (type, id, value) => text.Append(CultureInfo.InvariantCulture,
                    $"{question.Known.Day:yyyy-MM-dd},{TargetName(at)},{horizon},{CsvText.Cell(Location(at))},"
                    + $"{type},{id},{CsvText.Number(small.Round(Math.Round(value, 1)))}\n"));
            }
        }
        return text.ToString();
    }
}
