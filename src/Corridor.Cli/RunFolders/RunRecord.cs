using System.Text.Json;
using Corridor.Cli.Questions;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>run.json: what the run was made from, so that it can be made again. No time and no machine stand in it.</summary>
internal static class RunRecord
{
    public const string Name = "run.json";
    private const string Schema = "corridor-run-1";

    public static string Text(Answer answer) => JsonText.Of(json => Write(answer, json));

    private static void Write(Answer answer, Utf8JsonWriter json)
    {
        var (question, scenario, request) = (answer.Question, answer.Question.Scenario, answer.Question.Request);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("version", CliVersion.Text);
        json.WriteString("scenario", scenario.Name);
        json.WriteBoolean("complete", answer.IsComplete);
        json.WriteNumber("days_done", answer.DaysDone);
        json.WriteNumber("days", scenario.Days);
        if (!request.IsExpected)
        {
            json.WriteNumber("runs", request.Runs);
            json.WriteNumber("seed", request.Seed);
        }
        json.WriteBoolean("known_future", request.KnownFuture);
        json.WriteNumber("timeline_rows_not_known", question.RowsNotKnown);
        json.WriteNumber("round_below", request.RoundBelow);
        json.WriteString("resolution", request.IsExpected ? "expected" : request.ByPerson ? "person" : "group");
        if (question.Conditioned is { } conditioned)
        {
            json.WriteStartObject("conditioned");
            json.WriteString("as_of", CsvText.Date(scenario.AsOf!.Value));
            json.WriteNumber("counts", conditioned.Counts);
            json.WriteNumber("targets", conditioned.Targets);
            WriteList("forecast", conditioned.Forecast.Select(f => $"{Names.Of(f.Measure)} of {f.Place}"), json);
            json.WriteString("all_other_figures",
                "simulated from simulated_from on, without people who came before; so parts need not add up to a forecast whole");
            json.WriteBoolean("told", conditioned.IsConditioned);
            json.WriteString("simulated_from", CsvText.Date(conditioned.SimulatedFrom));
            json.WriteEndObject();
        }
        if (question.Flee is not null) json.WriteNumber("hasten", request.FleeOptions.Hasten);
        WriteInputs(question, json);
        WriteList("set", request.Settings, json);
        json.WriteStartObject("rules");
        json.WriteString("preset", scenario.Rules.Preset);
        foreach (var parameter in RuleParameter.All) json.WriteString(parameter.Name, parameter.Get(scenario.Rules));
        json.WriteEndObject();
        json.WriteStartObject("priors");
        foreach (var prior in scenario.Priors) json.WriteString(prior.Parameter.Name, prior.ToString());
        json.WriteEndObject();
        WriteAlternatives(question, json);
        WriteList("warnings", question.Warnings.Select(WithoutFolder), json);
        json.WriteEndObject();
    }

    private static void WriteInputs(Question question, Utf8JsonWriter json)
    {
        json.WriteStartArray("inputs");
        foreach (var file in question.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteAlternatives(Question question, Utf8JsonWriter json)
    {
        json.WriteStartArray("alternatives");
        foreach (var alternative in question.Alternatives)
        {
            json.WriteStartObject();
            json.WriteString("name", alternative.Name);
            json.WriteString("description", alternative.Description);
            json.WriteStartArray("rows");
            foreach (var (entry, drop) in alternative.Rows)
            {
                json.WriteStartObject();
                json.WriteString("date", CsvText.Date(entry.Date));
                json.WriteString("subject", entry.Subject.ToString());
                json.WriteString("change", Names.Of(entry.Change));
                if (entry.Value is { } value) json.WriteNumber("value", value);
                if (entry.NewKind is { } kind) json.WriteString("value", Names.Of(kind));
                if (entry.To.Length > 0) json.WriteString("to", entry.To);
                if (drop) json.WriteBoolean("drop", true);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteList(string name, IEnumerable<string> texts, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Where the folder lies on this machine is nobody's business, and would make the record differ.</summary>
    private static string WithoutFolder(Problem problem) =>
        (problem with { Severity = Severity.Error, Origin = problem.Origin with { File = Path.GetFileName(problem.Origin.File) } }).ToString();
}
