using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>x</summary>
public static class Candidates
{
    /// <summary>x</summary>
    public static IReadOnlyList<IForecastMethod> All() => [
        new GridCombination("base", new GridSettings { PriorWidthSpread=.3, Tilt=1.5,Eta=.3 }),
        new GridCombination("k7", new GridSettings { PriorWidthSpread=.3, Kappa=7,Tilt=1.5,Eta=.3 }),
        new GridCombination("k14", new GridSettings { PriorWidthSpread=.3, Kappa=14,Tilt=1.5,Eta=.3 }),
        new GridCombination("k14t1", new GridSettings { PriorWidthSpread=.3, Kappa=14,Tilt=1,Eta=.3 }),
        new GridCombination("k14t.5", new GridSettings { PriorWidthSpread=.3, Kappa=14,Tilt=.5,Eta=.3 }),
        new GridCombination("k30t.5", new GridSettings { PriorWidthSpread=.3, Kappa=30,Tilt=.5,Eta=.3 }),
        new GridCombination("eta .15", new GridSettings { PriorWidthSpread=.3, Tilt=1.5,Eta=.15 }),
        new GridCombination("eta .15 norm.5", new GridSettings { PriorWidthSpread=.3, Tilt=1.5,Eta=.15,Norm=.5 }),
        new GridCombination("norm .5", new GridSettings { PriorWidthSpread=.3, Tilt=1.5,Eta=.3,Norm=.5 }),
        new GridCombination("k7 halves", new GridSettings { PriorWidthSpread=.3, Kappa=7,Tilt=1.5,Eta=.3,Halves=2 }),
        new GridCombination("acts", new GridSettings { PriorWidthSpread=.3, Kappa=7,Tilt=1.5,Eta=.3,Activities=[15,45,150,1e4] }),
        new GridCombination("width.45", new GridSettings { PriorWidthSpread=.3, Kappa=7,Tilt=1.5,Eta=.3,PriorWidth=.45 }),
        new GridCombination("lead .8", new GridSettings { PriorWidthSpread=.3, Kappa=7,Tilt=1.5,Eta=.3,LeadPower=.8 }),
        new GridCombination("others .1", new GridSettings { PriorWidthSpread=.3, Kappa=7,Tilt=1.5,Eta=.3,Others=.1 }),
        new GridCombination("others 1", new GridSettings { PriorWidthSpread=.3, Kappa=7,Tilt=1.5,Eta=.3,Others=1 }),
    ];
}
