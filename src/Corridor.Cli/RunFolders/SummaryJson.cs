using System.Text.Json;
using Corridor.Cli.Questions;
using Corridor.Forecasting;
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
        json.WriteString("schema", Schema);
        WriteQuestion();
        json.WriteObjects("alternatives", Alternatives.Index(), alternative => WriteAlternative(alternative.Index, alternative.Item));
        json.WriteObjects("horizons", answer.Comparison.Horizons, WriteHorizon);
        json.WriteObjects("by_day", Enumerable.Range(0, answer.DaysDone), WriteDay);
        if (answer.Expected is null) json.WriteObjects("over_capacity", answer.Comparison.OverCapacity, WriteOverCapacity);
    }

    private void WriteQuestion()
    {
        var (question, scenario) = (answer.Question, answer.Question.Scenario);
        json.WriteString("scenario", scenario.Name);
        json.WriteDate("start", scenario.Start);
        json.WriteDate("reference", answer.Comparison.Reference);
        json.WriteDate("as_of", scenario.AsOf);
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
        if (question.IsFlee) json.WriteNumber("hasten", question.Request.FleeOptions.Hasten);
        json.WriteNumber("round_below", question.Request.RoundBelow);
        json.WriteNumber("timeline_rows_not_known", question.RowsNotKnown);
        json.WriteArray("priors", scenario.Priors.Select(prior => $"{prior.Parameter.Name}: {prior}"), json.WriteStringValue);
        json.WriteNumber("warnings", question.Warnings.Count);
    }

    private void WriteAlternative(int number, Alternative alternative)
    {
        json.WriteString("name", alternative.Name);
        json.WriteString("description", alternative.Description);
        WriteNumber("not_set_out", answer.Comparison.NotSetOut[number].Mean);
        json.WriteObjects("not_found", answer.Comparison.NotFound.Where(few => few.Alternative == number), few =>
        {
            json.WriteString("place", answer.Question.Scenario.Places[few.Place].Id);
            json.WriteNumber("asked", few.Asked);
            WriteRange("forced", few.Forced);
        });
        if (answer.Expected is { } values) WriteExactness(values[number]);
        if (number > 0 && (answer.Expected is null || answer.Question.ComparesWithBase))
            json.WriteBoolean("same_as_first", answer.Comparison.IsSameAsFirst(number));
    }

    private void WriteExactness(ExpectedValues values)
    {
        json.WriteBoolean("exact", values.IsExact);
        Write("first_binding", values.FirstBinding);
        Write("first_shortage", values.FirstShortage);
        json.WriteDate("first_coarse", values.FirstCoarse);

        void Write(string name, (DateOnly Date, Place Place)? first)
        {
            if (first is not { } at)
            {
                json.WriteNull(name);
                return;
            }
            json.WriteObject(name, () =>
            {
                json.WriteDate("date", at.Date);
                json.WriteString("place", at.Place.Id);
            });
        }
    }

    private void WriteHorizon(ComparisonHorizon horizon)
    {
        if (horizon.DaysAhead is { } ahead) json.WriteNumber("days_ahead", ahead);
        else json.WriteNull("days_ahead");
        json.WriteDate("date", horizon.Date);
        json.WriteObject("totals", () =>
        {
            WriteFigure("displaced", horizon.Totals.Displaced);
            WriteFigure("stock_under_conflict", horizon.Totals.UnderConflict);
            WriteFigure("in_transit", horizon.Totals.InTransit);
            WriteFigure("forced_back", horizon.Totals.ForcedBack);
            WriteFigure("trapped", horizon.Totals.Trapped);
            WriteFigure("held", horizon.Totals.Held);
        });
        json.WriteObjects("destinations", horizon.Destinations, destination =>
        {
            var place = answer.Question.Scenario.Places[destination.Place];
            json.WriteString("place", place.Id);
            json.WriteString("name", place.Name);
            json.WriteBoolean("camp", destination.IsCamp);
            json.WriteArray("under_conflict", Alternatives.Where((_, i) => destination.IsUnderConflict[i]).Select(a => a.Name), json.WriteStringValue);
            WriteFigure("stock", destination.Stock);
        });
    }

    private void WriteFigure(string name, ComparisonFigure figure) => json.WriteObject(name, () =>
    {
        foreach (var (i, alternative) in Alternatives.Index())
        {
            json.WriteObject(alternative.Name, () =>
            {
                WriteSummary(figure.Under[i]);
                if (answer.Question.ComparesWithBase && figure.Differences[i] is { } difference)
                    json.WriteObject("difference", () => WriteDifference(difference));
            });
        }
    });

    private void WriteDifference(Difference difference)
    {
        if (answer.Expected is not null)
        {
            WriteNumber("mean", difference.Summary.Mean);
            return;
        }
        WriteSummary(difference.Summary);
        json.WriteNumber("probability_more", difference.ProbabilityMore);
        json.WriteNumber("probability_equal", difference.ProbabilityEqual);
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

    private void WriteDay(int day)
    {
        json.WriteDate("date", answer.Question.Scenario.Date(day));
        foreach (var (i, alternative) in Alternatives.Index())
        {
            var totals = answer.Comparison.Days[i][day];
            json.WriteObject(alternative.Name, () =>
            {
                WriteRange("displaced", totals.Displaced);
                WriteRange("in_transit", totals.InTransit);
                WriteRange("forced_back", totals.ForcedBack);
                WriteRange("trapped", totals.Trapped);
            });
        }
    }

    private void WriteRange(string name, Summary summary) => json.WriteObject(name, () =>
    {
        WriteNumber("q10", summary.Q10);
        WriteNumber("q50", summary.Q50);
        WriteNumber("q90", summary.Q90);
    });

    private void WriteOverCapacity(ComparisonOverCapacity camp)
    {
        json.WriteString("place", answer.Question.Scenario.Places[camp.Place].Id);
        json.WriteString("alternative", Alternatives[camp.Alternative].Name);
        json.WriteNumber("probability", camp.Probability);
        json.WriteObject("first_day", () =>
        {
            json.WriteDate("q10", camp.Early);
            json.WriteDate("q50", camp.Median);
            json.WriteDate("q90", camp.Late);
        });
    }

    private void WriteNumber(string name, double value)
    {
        if (double.IsNaN(value)) json.WriteNull(name);
        else json.WriteNumber(name, small.Round(value));
    }
}
