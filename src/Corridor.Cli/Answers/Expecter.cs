using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.Answers;

/// <summary>
/// Answers a question by expected values (<c>--expected</c>): one pass for each alternative, day by day side by side, and the same run folder.
/// </summary>
internal static class Expecter
{
    /// <summary>What stands in the way, for all alternatives at once.</summary>
    public static IEnumerable<Problem> Check(Question question) => question.Alternatives
        .SelectMany(alternative => ExpectedValues.WhyNot(question.Scenario, alternative, question.Request.KnownFuture)).Distinct()
        .Select(reason => Problem.Error(Origin.None, $"--expected: {reason}"));

    /// <summary>The answer, which is also written; null when it was stopped before a day was done, and nothing was written.</summary>
    public static Answer? Answer(Question question, string folder, ProgressLine progress, CancellationToken stop)
    {
        if (stop.IsCancellationRequested) return null;
        var days = question.Scenario.Days;
        var values = question.Alternatives.Select(alternative => new ExpectedValues(question.Scenario, alternative, question.Request.KnownFuture)).ToList();
        var comparison = new Comparison(question.Scenario, values.Count, runs: 1);
        using var output = RunFolder.Create(folder, question);
        for (var last = false; !last;)
        {
            last = stop.IsCancellationRequested || values[0].DaysDone == days - 1;
            var today = values.Select(v => v.Next()).ToList();
            comparison.Observe(today, last);
            foreach (var day in today) output.Add(day);
            progress.Report(values[0].DaysDone, days, today[0].Date);
        }
        var answer = new Answer(question, comparison, values[0].DaysDone, values);
        return output.Finish(answer);
    }
}
