using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Bench;

/// <summary>A hash of every figure that an ensemble shows, to see that a change in speed is no change in results.</summary>
internal static class Digest
{
    private static readonly Measure[] OfPlaces =
        [Measure.Residents, Measure.Stock, Measure.Inflow, Measure.Outflow, Measure.ForcedBack, Measure.Trapped, Measure.Held];

    public static int Run(Options options)
    {
        var runs = options.Number("--runs", 20);
        var mosul = Case.Mosul(runs);
        Print(mosul with { Name = mosul.Name + ", every alternative" }, [Alternative.Base, .. mosul.Scenario.Alternatives]);
        Print(Case.Scaled(mosul, "Mosul 2016, 150 million people", 100, runs), [Alternative.Base]);
        Print(new Case("road network, 2,500 places, 100 days", RoadNetwork.Make(2_500, 100), 2), [Alternative.Base]);
        if (Repository.FleeCases(options.Text("--cases")) is { } folder)
            foreach (var one in Case.Flee(folder, 2)) Print(one, [Alternative.Base]);
        return 0;
    }

    private static void Print(Case one, IReadOnlyList<Alternative> alternatives)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var values = new double[one.Runs];
        var ensemble = new Ensemble(one.Scenario, alternatives, new EnsembleOptions { Runs = one.Runs });
        ensemble.Run(day =>
        {
            for (var place = 0; place < day.Scenario.Places.Count; place++)
            {
                foreach (var measure in OfPlaces)
                {
                    day.OfPlace(measure, place, values);
                    Add();
                }
            }
            for (var route = 0; route < day.Scenario.Routes.Count; route++)
            {
                day.EnteredRoute(route, backward: false, values);
                Add();
                day.EnteredRoute(route, backward: true, values);
                Add();
                day.InTransit(route, values);
                Add();
            }
        });
        Console.WriteLine($"{Convert.ToHexStringLower(hash.GetHashAndReset())[..32]}  {one.Name}, {ensemble.GroupSteps} group-steps");

        void Add() => hash.AppendData(MemoryMarshal.AsBytes(values.AsSpan()));
    }
}
