using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Forecasting;

namespace Corridor.Cli.Questions;

/// <summary>Runs the ensemble of a question and writes its run folder while the days go by.</summary>
internal static class Forecaster
{
    /// <summary>The answer, which is also written; null when it was stopped before a day was done, and nothing was written.</summary>
    public static Answer? Answer(Question question, string folder, ProgressLine progress, CancellationToken stop)
    {
        if (stop.IsCancellationRequested) return null;
        var alternatives = question.Alternatives.Count;
        var comparison = new Comparison(question.Scenario, alternatives, question.Request.Runs);
        using var output = RunFolder.Create(folder, question);
        var ensemble = new Ensemble(question.Scenario, question.Alternatives, question.Options);

        // The wish to stop is looked at once a day, before its first alternative is observed, so that the day that turns out to be the last one
        // is observed as such under every alternative.
        using var afterThisDay = new CancellationTokenSource();
        var last = false;
        void Observe(EnsembleDay day)
        {
            if (day.AlternativeNumber == 0) last = stop.IsCancellationRequested || day.Day == ensemble.Days - 1;
            comparison.Observe(day, last);
            output.Add(day, last);
            if (day.AlternativeNumber < alternatives - 1) return;
            progress.Report(day.Day + 1, ensemble.Days, day.Date);
            if (last) afterThisDay.Cancel();
        }

        try
        {
            ensemble.Run(Observe, afterThisDay.Token);
        }
        finally
        {
            progress.Clear();
        }
        var answer = new Answer(question, comparison, ensemble.DaysDone);
        output.Finish(answer);
        return answer;
    }
}
