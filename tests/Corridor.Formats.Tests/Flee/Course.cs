using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>What happens in a scenario: mean stocks of its places by day over some runs.</summary>
internal sealed class Course
{
    private readonly Dictionary<(int Day, string Place), double> stock = [];

    private Course(Scenario scenario, int runs)
    {
        var people = new double[runs];
        new Ensemble(scenario, [Alternative.Base], new EnsembleOptions { Runs = runs, Threads = 1 }).Run(day =>
        {
            for (var place = 0; place < scenario.Places.Count; place++)
            {
                day.OfPlace(Measure.Stock, place, people);
                stock[(day.Day, scenario.Places[place].Id)] = people.Average();
            }
            day.OfAll(Measure.InTransit, people);
            stock[(day.Day, "")] = people.Average();
        });
    }

    public static Course Of(Scenario scenario, int runs = 1) => new(scenario, runs);

    public static Course Of(FleeInput input, int runs = 1) => new(input.Case().Scenario, runs);

    /// <summary>People at a place at the end of a day.</summary>
    public double this[int day, string place] => stock[(day, place)];

    /// <summary>People on their way at the end of a day.</summary>
    public double InTransit(int day) => stock[(day, "")];

    /// <summary>The stock of a place on the days from the first to the last.</summary>
    public double[] At(string place) => [.. stock.Where(s => s.Key.Place == place).OrderBy(s => s.Key.Day).Select(s => s.Value)];

    /// <summary>Every figure, for the comparison of two scenarios.</summary>
    public static IReadOnlyList<double> Everything(Scenario scenario, int runs)
    {
        var all = new List<double>();
        var people = new double[runs];
        new Ensemble(scenario, [Alternative.Base], new EnsembleOptions { Runs = runs }).Run(day =>
        {
            for (var place = 0; place < scenario.Places.Count; place++)
            {
                foreach (var measure in new[] { Measure.Stock, Measure.Residents, Measure.Inflow, Measure.Outflow })
                {
                    day.OfPlace(measure, place, people);
                    all.AddRange(people);
                }
            }
            day.OfAll(Measure.InTransit, people);
            all.AddRange(people);
        });
        return all;
    }
}
