using Corridor.Cli.Questions;
using Corridor.Cli.RunFolders;
using Corridor.Cli.Screen;
using Corridor.Forecasting;

namespace Corridor.Cli.Answers;

/// <summary>Takes the days of an ensemble into the comparison and the run folder, and ends the ensemble after the day on which it is asked to stop.</summary>
/// <remarks>
/// The wish to stop is looked at once a day, before its first alternative is observed, so that the day that turns out to be the last one
/// is observed as such under every alternative.
/// </remarks>
internal sealed class DayObserver(Question question, int days, RunFolder output, ProgressLine progress, CancellationToken stop) : IDisposable
{
    private readonly int alternatives = question.Alternatives.Count;
    private readonly CancellationTokenSource afterThisDay = new();
    private bool last;

    public Comparison Comparison { get; } = new(question.Scenario, question.Alternatives.Count, question.Request.Runs);

    /// <summary>Ends the ensemble.</summary>
    public CancellationToken AfterThisDay => afterThisDay.Token;

    public void Observe(EnsembleDay day)
    {
        if (day.AlternativeNumber == 0) last = stop.IsCancellationRequested || day.Day == days - 1;
        Comparison.Observe(day, last);
        output.Add(day, last);
        if (day.AlternativeNumber < alternatives - 1) return;
        progress.Report(day.Day + 1, days, day.Date);
        if (last) afterThisDay.Cancel();
    }

    public void Dispose() => afterThisDay.Dispose();
}
