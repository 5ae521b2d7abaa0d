using System.Text.Json;
using Corridor.Cli.Questions;
using Corridor.Forecasting;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>summary.json, and what <c>--json</c> prints (docs/run-folder.md has the schema).</summary>
internal sealed class SummaryJson
{
    public const string Name = "summary.json";
    private const string Schema = "corridor-summary-1";

    private readonly Answer answer;
    private readonly Utf8JsonWriter json;
    private readonly SmallFigures small;

    private SummaryJson(Answer answer, Utf8JsonWriter json) =>
        (this.answer, this.json, small) = (answer, json, new SmallFigures(answer.Question.Request.RoundBelow));

    public static string Text(Answer answer) => JsonText.Of(json => new SummaryJson(answer, json).Write());

    private IReadOnlyList<Alternative> Alternatives => answer.Question.Alternatives;

    private void Write()
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteQuestion();
        WriteAlternatives();
        json.WriteStartArray("horizons");
        foreach (var horizon in answer.Comparison.Horizons) WriteHorizon(horizon);
        json.WriteEndArray();
        WriteDays();
        if (answer.Expected is null) WriteOverCapacity();
        json.WriteEndObject();
    }

    private void WriteQuestion()
    {
        var (question, scenario) = (answer.Question, answer.Question.Scenario);
        json.WriteString("scenario", scenario.Name);
        json.WriteString("start", CsvText.Date(scenario.Start));
        json.WriteString("reference", CsvText.Date(answer.Comparison.Reference));
        if (scenario.AsOf is { } asOf) json.WriteString("as_of", CsvText.Date(asOf));
        else json.WriteNull("as_of");
        json.WriteNumber("days", scenario.Days);
        json.WriteNumber("days_done", answer.DaysDone);
        json.WriteBoolean("complete", answer.IsComplete);
        if (answer.Expected is null)
        {
            json.WriteNumber("runs", question.Request.Runs);
            json.WriteNumber("seed", question.Request.Seed);
        }
        else
        {
            json.WriteNull("runs");
            json.WriteNull("seed");
        }
        json.WriteNumber("round_below", question.Request.RoundBelow);
        json.WriteNumber("timeline_rows_not_known", question.RowsNotKnown);
        json.WriteStartArray("priors");
        foreach (var prior in scenario.Priors) json.WriteStringValue($"{prior.Parameter.Name}: {prior}");
        json.WriteEndArray();
        json.WriteNumber("warnings", question.Warnings.Count);
    }

    private void WriteAlternatives()
    {
        json.WriteStartArray("alternatives");
        for (var i = 0; i < Alternatives.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", Alternatives[i].Name);
            json.WriteString("description", Alternatives[i].Description);
            if (answer.Expected is { } values) WriteExactness(values[i]);
            if (i > 0 && (answer.Expected is null || answer.Question.ComparesWithBase)) json.WriteBoolean("same_as_first", answer.Comparison.IsSameAsFirst(i));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteExactness(ExpectedValues values)
    {
        json.WriteBoolean("exact", values.IsExact);
        Write("first_binding", values.FirstBinding);
        Write("first_shortage", values.FirstShortage);
        if (values.FirstCoarse is { } coarse) json.WriteString("first_coarse", CsvText.Date(coarse));
        else json.WriteNull("first_coarse");

        void Write(string name, (DateOnly Date, Place Place)? first)
        {
            if (first is not { } at)
            {
                json.WriteNull(name);
                return;
            }
            json.WriteStartObject(name);
            json.WriteString("date", CsvText.Date(at.Date));
            json.WriteString("place", at.Place.Id);
            json.WriteEndObject();
        }
    }

    private void WriteHorizon(ComparisonHorizon horizon)
    {
        json.WriteStartObject();
        if (horizon.DaysAhead is { } ahead) json.WriteNumber("days_ahead", ahead);
        else json.WriteNull("days_ahead");
        json.WriteString("date", CsvText.Date(horizon.Date));
        json.WriteStartObject("totals");
        WriteFigure("displaced", horizon.Totals.Displaced);
        WriteFigure("stock_under_conflict", horizon.Totals.UnderConflict);
        WriteFigure("in_transit", horizon.Totals.InTransit);
        WriteFigure("forced_back", horizon.Totals.ForcedBack);
        WriteFigure("trapped", horizon.Totals.Trapped);
        WriteFigure("held", horizon.Totals.Held);
        json.WriteEndObject();
        json.WriteStartArray("destinations");
        foreach (var destination in horizon.Destinations)
        {
            var place = answer.Question.Scenario.Places[destination.Place];
            json.WriteStartObject();
            json.WriteString("place", place.Id);
            json.WriteString("name", place.Name);
            json.WriteBoolean("camp", destination.IsCamp);
            WriteFigure("stock", destination.Stock);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteFigure(string name, ComparisonFigure figure)
    {
        json.WriteStartObject(name);
        for (var i = 0; i < Alternatives.Count; i++)
        {
            json.WriteStartObject(Alternatives[i].Name);
            WriteSummary(figure.Under[i]);
            if (answer.Question.ComparesWithBase && figure.Differences[i] is { } difference)
            {
                json.WriteStartObject("difference");
                if (answer.Expected is not null) WriteNumber("mean", difference.Summary.Mean);
                else
                {
                    WriteSummary(difference.Summary);
                    json.WriteNumber("probability_more", difference.ProbabilityMore);
                    json.WriteNumber("probability_equal", difference.ProbabilityEqual);
                }
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void WriteSummary(in Summary summary)
    {
        WriteNumber("mean", summary.Mean);
        WriteNumber("q05", summary.Q05);
        WriteNumber("q10", summary.Q10);
        WriteNumber("q25", summary.Q25);
        WriteNumber("q50", summary.Q50);
        WriteNumber("q75", summary.Q75);
        WriteNumber("q90", summary.Q90);
        WriteNumber("q95", summary.Q95);
    }

    private void WriteDays()
    {
        json.WriteStartArray("by_day");
        for (var day = 0; day < answer.DaysDone; day++)
        {
            json.WriteStartObject();
            json.WriteString("date", CsvText.Date(answer.Question.Scenario.Date(day)));
            for (var i = 0; i < Alternatives.Count; i++)
            {
                var totals = answer.Comparison.Days[i][day];
                json.WriteStartObject(Alternatives[i].Name);
                WriteRange("displaced", totals.Displaced);
                WriteRange("in_transit", totals.InTransit);
                WriteRange("forced_back", totals.ForcedBack);
                WriteRange("trapped", totals.Trapped);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteRange(string name, in Summary summary)
    {
        json.WriteStartObject(name);
        WriteNumber("q10", summary.Q10);
        WriteNumber("q50", summary.Q50);
        WriteNumber("q90", summary.Q90);
        json.WriteEndObject();
    }

    private void WriteOverCapacity()
    {
        json.WriteStartArray("over_capacity");
        foreach (var camp in answer.Comparison.OverCapacity)
        {
            json.WriteStartObject();
            json.WriteString("place", answer.Question.Scenario.Places[camp.Place].Id);
            json.WriteString("alternative", Alternatives[camp.Alternative].Name);
            json.WriteNumber("probability", camp.Probability);
            json.WriteStartObject("first_day");
            json.WriteString("q10", CsvText.Date(camp.Early));
            json.WriteString("q50", CsvText.Date(camp.Median));
            json.WriteString("q90", CsvText.Date(camp.Late));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteNumber(string name, double value)
    {
        if (double.IsNaN(value)) json.WriteNull(name);
        else json.WriteNumber(name, small.Round(value));
    }
}
