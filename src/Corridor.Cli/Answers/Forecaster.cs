using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Forecasting;

namespace Corridor.Cli.Answers;

/// <summary>Runs the ensemble of a question and writes its run folder while the days go by.</summary>
internal static class Forecaster
{
    /// <summary>The answer, which is also written; null when it was stopped before a day was done, and nothing was written.</summary>
    public static Answer? Answer(Question question, string folder, ProgressLine progress, CancellationToken stop)
    {
        if (stop.IsCancellationRequested) return null;
        using var output = RunFolder.Create(folder, question);
        var ensemble = new Ensemble(question.Scenario, question.Alternatives, question.Options);
        using var observer = new DayObserver(question, ensemble.Days, output, progress, stop);
        ensemble.Run(observer.Observe, observer.AfterThisDay);
        var answer = new Answer(question, observer.Comparison, ensemble.DaysDone);
        return output.Finish(answer);
    }
}
