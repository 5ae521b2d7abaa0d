using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>The figures whose dependence on the unknowns is asked for.</summary>
internal static class SensitivityOutputs
{
    /// <summary>Those that the command line names, each once; what cannot be asked is a problem.</summary>
    public static List<Quantity> Read(IReadOnlyList<string> texts, Scenario scenario, List<Problem> problems)
    {
        var outputs = new List<Quantity>();
        foreach (var text in texts)
        {
            var quantity = Quantity.Parse(text, out var wrong)?.At(scenario.Places);
            if (quantity is not null) wrong = quantity.WrongPlace(scenario.Places) ?? Late(quantity, scenario) ?? "";
            if (wrong.Length > 0) problems.Add(Problem.Error(Origin.None, $"--output \"{text}\": {wrong}"));
            else if (!outputs.Contains(quantity!)) outputs.Add(quantity!);
        }
        return outputs;
    }

    private static string? Late(Quantity quantity, Scenario scenario)
    {
        var left = scenario.Days - 1 - (scenario.AsOf is { } asOf ? scenario.Day(asOf) : 0);
        var after = scenario.AsOf is null ? "its start" : "the as-of day";
        return quantity.Days > left
            ? $"the scenario has {Screen.Figures.Counted(Math.Max(0, left), "day")} after {after}; expected at most that many, or a larger --days"
            : null;
    }

    /// <summary>The whole situation, and every camp: which of these are shown is decided when their size is known.</summary>
    public static List<Quantity> Usual(Scenario scenario)
    {
        var becomes = scenario.Timeline.Where(e => e.NewKind?.IsCamp() == true).Select(e => e.Subject.From).ToHashSet();
        return
        [
            new Quantity(Measure.Displaced, Count.Everywhere, null),
            new Quantity(Measure.Trapped, Count.Everywhere, null),
            new Quantity(Measure.Held, Count.Everywhere, null),
            .. scenario.Places
                .Where(p => p.IsCamp || becomes.Contains(p.Id))
                .Select(p => new Quantity(Measure.Stock, p.Id, null)),
        ];
    }
}
