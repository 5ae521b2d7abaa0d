using System.Text.Json;
using Corridor.Cli.Questions;
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
        json.WriteBoolean("known_future", request.KnownFuture && question.Conditioned is null);
        json.WriteNumber("timeline_rows_not_known", question.RowsNotKnown);
        json.WriteNumber("round_below", request.RoundBelow);
        json.WriteString("resolution", request.IsExpected ? "expected" : request.ByPerson ? "person" : "group");
        if (question.Conditioned is { } conditioned)
            json.WriteObject("conditioned", () => WriteConditioned(conditioned, scenario.AsOf!.Value, request.KnownFuture, json));
        if (question.IsFlee) json.WriteNumber("hasten", request.FleeOptions.Hasten);
        if (request.FleeOptions.Start is { } start) json.WriteDate("start", start);
        json.WriteObjects("inputs", question.Inputs, file =>
        {
            json.WriteString("file", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
        });
        json.WriteArray("set", request.Settings, json.WriteStringValue);
        json.WriteObject("rules", () =>
        {
            json.WriteString("preset", scenario.Rules.Preset);
            foreach (var parameter in RuleParameter.All) json.WriteString(parameter.Name, parameter.Get(scenario.Rules));
        });
        json.WriteObject("priors", () =>
        {
            foreach (var prior in scenario.Priors) json.WriteString(prior.Parameter.Name, prior.ToString());
        });
        json.WriteObjects("alternatives", question.Alternatives, alternative =>
        {
            json.WriteString("name", alternative.Name);
            json.WriteString("description", alternative.Description);
            json.WriteObjects("rows", alternative.Rows, row => WriteRow(row, json));
        });
        json.WriteArray("warnings", question.Warnings.Select(WithoutFolder), json.WriteStringValue);
    }

    private static void WriteConditioned(ConditionedRecord conditioned, DateOnly asOf, bool knownClosures, Utf8JsonWriter json)
    {
        json.WriteDate("as_of", asOf);
        json.WriteBoolean("known_closures", knownClosures);
        json.WriteNumber("counts", conditioned.Counts);
        json.WriteNumber("targets", conditioned.Targets);
        json.WriteArray("forecast", conditioned.Forecast.Select(f => $"{Names.Of(f.Measure)} of {f.Place}"), json.WriteStringValue);
        json.WriteString("all_other_figures",
            "simulated from simulated_from on, without people who came before; so parts need not add up to a forecast whole");
        json.WriteBoolean("told", conditioned.IsConditioned);
        json.WriteDate("simulated_from", conditioned.SimulatedFrom);
        json.WriteDate("last_report", conditioned.LastReport);
    }

    private static void WriteRow(AlternativeRow row, Utf8JsonWriter json)
    {
        var entry = row.Entry;
        json.WriteDate("date", entry.Date);
        json.WriteString("subject", entry.Subject.ToString());
        json.WriteString("change", Names.Of(entry.Change));
        if (entry.Value is { } value) json.WriteNumber("value", value);
        if (entry.NewKind is { } kind) json.WriteString("value", Names.Of(kind));
        if (entry.To.Length > 0) json.WriteString("to", entry.To);
        if (entry.Announced is { } announced) json.WriteDate("announced", announced);
        if (row.Drop) json.WriteBoolean("drop", true);
    }

    /// <summary>Where the folder lies on this machine is nobody's business, and would make the record differ.</summary>
    private static string WithoutFolder(Problem problem) =>
        (problem with { Severity = Severity.Error, Origin = problem.Origin with { File = Path.GetFileName(problem.Origin.File) } }).ToString();
}
