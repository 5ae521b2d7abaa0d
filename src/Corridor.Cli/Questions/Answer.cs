using Corridor.Forecasting;

namespace Corridor.Cli.Questions;

/// <summary>What the simulation says to a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Comparison">What was kept of the ensemble.</param>
/// <param name="DaysDone">Number of days that are done.</param>
/// <param name="Expected">How far expected values are exact, by alternative; null where runs were sampled.</param>
internal sealed record Answer(Question Question, Comparison Comparison, int DaysDone, IReadOnlyList<ExpectedValues>? Expected = null)
{
    /// <summary>The run folder that holds it, once it is written.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Whether it was not stopped before the last day.</summary>
    public bool IsComplete => DaysDone == Question.Scenario.Days;
}
