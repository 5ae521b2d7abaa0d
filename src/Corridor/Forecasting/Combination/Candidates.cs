using Corridor.Forecasting.Simple;

namespace Corridor.Forecasting.Combination;

/// <summary>x</summary>
public static class Candidates
{
    /// <summary>x</summary>
    public static IReadOnlyList<IForecastMethod> All() => [
        new GridCombination("grid", new GridSettings()),
        new GridCombination("eta .3", new GridSettings { Eta = .3 }),
        new GridCombination("eta 3", new GridSettings { Eta = 3 }),
        new GridCombination("others .1", new GridSettings { Others = .1 }),
        new GridCombination("others 1", new GridSettings { Others = 1 }),
        new GridCombination("othercap 10", new GridSettings { Others = .3, OthersCap = 10 }),
        new GridCombination("halves", new GridSettings { Halves = 2 }),
        new GridCombination("tail1", new GridSettings { Tail=1, PriorWidth = .25}),
        new GridCombination("tail4", new GridSettings { Tail=4, PriorWidth = .4}),
        new GridCombination("prior .25", new GridSettings { PriorWidth = .25}),
        new GridCombination("lead .75", new GridSettings { LeadPower = .75}),
        new GridCombination("lead .5", new GridSettings { LeadPower = .5}),
        new GridCombination("halflife 400", new GridSettings { HalfLife=400}),
        new GridCombination("halflife 80", new GridSettings { HalfLife=80}),
        new GridCombination("step 7", new GridSettings { Step=7}),
    ];
}
