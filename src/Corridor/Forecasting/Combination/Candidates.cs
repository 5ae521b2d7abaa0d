using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>x</summary>
public static class Candidates
{
    /// <summary>x</summary>
    public static IReadOnlyList<IForecastMethod> All() => [
        new LearnedCombination("base", new CombinationSettings()),
        new LearnedCombination("long rate", new CombinationSettings { RateHalfLives = [7, 21, 60, 365] }),
        new LearnedCombination("eta 0.5", new CombinationSettings { LearningRate = 0.5 }),
        new LearnedCombination("eta 2", new CombinationSettings { LearningRate = 2 }),
        new LearnedCombination("other scores .1", new CombinationSettings { OtherScores = 0.1 }),
        new LearnedCombination("other scores 1", new CombinationSettings { OtherScores = 1 }),
        new LearnedCombination("other errs .1", new CombinationSettings { OtherTargets = .1 }),
        new LearnedCombination("other errs .05", new CombinationSettings { OtherTargets = .03 }),
        new LearnedCombination("errhl 60", new CombinationSettings { ErrorHalfLife = 60 }),
        new LearnedCombination("errhl 400", new CombinationSettings { ErrorHalfLife = 400 }),
        new LearnedCombination("scorehl 300", new CombinationSettings { ScoreHalfLife = 300 }),
        new LearnedCombination("prior w 3", new CombinationSettings { PriorWeight = 3 }),
        new LearnedCombination("prior w 30", new CombinationSettings { PriorWeight = 30 }),
        new LearnedCombination("spread .3", new CombinationSettings { PriorSpread = .3 }),
        new LearnedCombination("act 60", new CombinationSettings { ActivityHalfLife = 60 }),
        new LearnedCombination("act 15", new CombinationSettings { ActivityHalfLife = 15 }),
        new LearnedCombination("longact .3", new CombinationSettings { LongActivity = .3 }),
        new LearnedCombination("level .003", new CombinationSettings { LevelShare = .003 }),
        new LearnedCombination("level .0003", new CombinationSettings { LevelShare = .0003 }),
        new LearnedCombination("step 7", new CombinationSettings { Step = 7 }),
    ];
}
