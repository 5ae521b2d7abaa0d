namespace Corridor.Forecasting.Combination;

/// <summary>The general settings of <see cref="LearnedCombination"/>; one value for all situations.</summary>
public sealed record CombinationSettings
{
    /// <summary>Half-lives of the rates, days.</summary>
    public IReadOnlyList<double> RateHalfLives { get; init; } = [7, 21, 60, 365];

    /// <summary>Time constants with which a rate fades, days.</summary>
    public IReadOnlyList<double> FadeDays { get; init; } = [14, 42, 200];

    /// <summary>Half-life of the activity that sets the width, days.</summary>
    public double ActivityHalfLife { get; init; } = 30;

    /// <summary>Share of the activity of all time in it.</summary>
    public double LongActivity { get; init; } = 0.1;

    /// <summary>Width that is there without any activity, as a share of the level.</summary>
    public double LevelShare { get; init; } = 0.001;

    /// <summary>Weight of an error at another target than the one that is forecast.</summary>
    public double OtherTargets { get; init; } = 0.3;

    /// <summary>Days after which a past error counts half.</summary>
    public double ErrorHalfLife { get; init; } = 150;

    /// <summary>Weight of the general errors that are believed before there are own ones.</summary>
    public double PriorWeight { get; init; } = 60;

    /// <summary>s</summary>
    public double PriorSkew { get; init; } = 1;

    /// <summary>s</summary>
    public IReadOnlyList<int> WithSimple { get; init; } = [];

    /// <summary>Spread of those.</summary>
    public double PriorSpread { get; init; } = 0.4;

    /// <summary>Degrees of freedom of those.</summary>
    public double PriorTail { get; init; } = 2;

    /// <summary>How fast weight moves to experts that did better.</summary>
    public double LearningRate { get; init; } = 1;

    /// <summary>Days after which a past score counts half.</summary>
    public double ScoreHalfLife { get; init; } = 100;

    /// <summary>Weight of a score at another target.</summary>
    public double OtherScores { get; init; } = 0.3;

    /// <summary>Days between the past origins that are learnt from.</summary>
    public int Step { get; init; } = 14;
}
