using System.Collections.Concurrent;
using Corridor.Formats.Flee;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>200 runs of a published case at the scale-down of the reference figures. Each case is run once for all tests.</summary>
internal sealed class ReferenceEnsemble
{
    public const int Runs = 200;

    private static readonly ConcurrentDictionary<string, Lazy<ReferenceEnsemble>> Done = [];

    private readonly Dictionary<(int Day, string Place), (double Mean, double Variance)> figures = [];
    private readonly Dictionary<int, double> displaced = [];

    private ReferenceEnsemble(string name, bool byPerson)
    {
        var (input, flee) = FleeFolder.Read(ReferenceFiles.Case(name), new FleeOptions { Hasten = ReferenceFiles.Index(name).Hasten });
        Assert.DoesNotContain(input.Problems, p => p.Severity == Severity.Error);
        var records = flee!.Records();
        var difference = new RelativeDifference(records, Runs);
        var days = ReferenceFiles.Figures(name).Select(f => f.Day).ToHashSet();
        var people = new double[Runs];
        new Ensemble(flee.Scenario, [Alternative.Base], new EnsembleOptions { Runs = Runs, ByPerson = byPerson }).Run(day =>
        {
            difference.Observe(day);
            if (!days.Contains(day.Day)) return;
            for (var i = 0; i < records.Places.Count; i++)
            {
                day.OfPlace(Measure.Stock, records.Places[i], people);
                var mean = people.Average();
                figures[(day.Day, flee.OutputPlaces[i])] = (mean, people.Sum(p => (p - mean) * (p - mean)) / (Runs - 1));
            }
            day.OfAll(Measure.Displaced, people);
            displaced[day.Day] = people.Average();
        });
        (Plain, Rescaled) = (difference.Plain.Average(), difference.Rescaled.Average());
    }

    public double Plain { get; }

    public double Rescaled { get; }

    public static ReferenceEnsemble Of(string name) =>
        Done.GetOrAdd(name, n => new Lazy<ReferenceEnsemble>(() => new ReferenceEnsemble(n, byPerson: false))).Value;

    public static ReferenceEnsemble OneByOne(string name) => new(name, byPerson: true);

    public (double Mean, double Variance) Figure(int day, string place) => figures[(day, place)];

    public double Displaced(int day) => displaced[day];
}
