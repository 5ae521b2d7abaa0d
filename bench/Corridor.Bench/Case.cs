using Corridor.Formats.Flee;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Bench;

/// <summary>A scenario whose whole run is measured.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Runs">Runs of the ensemble that is timed beside a single run.</param>
/// <param name="ByPerson">Whether everybody is simulated one by one.</param>
internal sealed record Case(string Name, Scenario Scenario, int Runs, bool ByPerson = false)
{
    public const string NameOfMosul = "Mosul 2016";
    public const string FleePrefix = "Flee: ";
    public const string PersonSuffix = ", by person";
    public const string NameOfNetwork = "road network, 20,000 places";

    public static Case Mosul(int runs) => new(NameOfMosul, Read(ScenarioFolder.Read(Repository.Mosul)), runs);

    public static Case Network() => new(NameOfNetwork, RoadNetwork.Make(), 1);

    /// <summary>The same situation with more or fewer people: residents, capacities and forced movements alike.</summary>
    public static Case Scaled(Case of, string name, double factor, int runs)
    {
        return new Case(name, of.Scenario with
        {
            Places = [.. of.Scenario.Places.Select(ScaledPlace)],
            Timeline = [.. of.Scenario.Timeline.Select(ScaledEntry)],
        }, runs);

        Place ScaledPlace(Place place) => place with
        {
            Population = Times(place.Population, factor),
            Capacity = place.Capacity is { } capacity ? Times(capacity, factor) : null,
        };

        TimelineEntry ScaledEntry(TimelineEntry entry) => entry.Change is Change.Capacity or Change.ForceMove && entry.Value is { } value
            ? entry with { Value = Times((long)value, factor) }
            : entry;
    }

    /// <summary>The names of all cases, in the order of the table. Nothing is read for it.</summary>
    public static IReadOnlyList<string> Names(string? flee) =>
    [
        NameOfMosul, Report.Thousand, Report.Million, Report.HundredMillion, NameOfNetwork,
        .. flee is null ? [] : Directory.GetDirectories(flee)
            .Order(StringComparer.Ordinal)
            .Where(FleeFolder.Is)
            .SelectMany(f => new[] { FleePrefix + Path.GetFileName(f), FleePrefix + Path.GetFileName(f) + PersonSuffix }),
    ];

    /// <summary>
    /// A case by its name in the table. Runs are as stated for the example and the published
    /// cases in groups, a fifth for its scaled forms, a hundredth one by one.
    /// </summary>
    public static Case Named(string name, int runs, string? flee) => name switch
    {
        NameOfMosul => Mosul(runs),
        Report.Thousand => Scaled(Mosul(runs), name, 0.001, Math.Max(1, runs / 5)),
        Report.Million => Scaled(Mosul(runs), name, 1, Math.Max(1, runs / 5)),
        Report.HundredMillion => Scaled(Mosul(runs), name, 100, Math.Max(1, runs / 5)),
        NameOfNetwork => Network(),
        _ when name.EndsWith(PersonSuffix, StringComparison.Ordinal) => Named(name[..^PersonSuffix.Length], runs, flee).OneByOne(Math.Max(1, runs / 100)),
        _ when flee is not null => new Case(name, Read(FleeFolder.Read(Path.Combine(flee, name[FleePrefix.Length..]), new FleeOptions()).Input), runs),
        _ => throw new ArgumentException($"there is no case '{name}'", nameof(name)),
    };

    /// <summary>The published Flee cases at full population.</summary>
    public static IEnumerable<Case> Flee(string folder, int runs)
    {
        foreach (var place in Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Where(FleeFolder.Is))
        {
            var (input, _) = FleeFolder.Read(place, new FleeOptions());
            if (input.Scenario is { } scenario) yield return new Case("Flee: " + Path.GetFileName(place), scenario, runs);
            else Console.Error.WriteLine($"skipped {place}: {input.Problems.First(p => p.Severity == Severity.Error)}");
        }
    }

    /// <summary>A case of which as many runs are timed as fit into a number of seconds; of the example, all that were asked for.</summary>
    public bool IsPublished => Name.StartsWith(FleePrefix, StringComparison.Ordinal);

    /// <summary>The same case with everybody simulated one by one.</summary>
    public Case OneByOne(int runs) => this with { Name = Name + PersonSuffix, Runs = runs, ByPerson = true };

    private static Scenario Read(ScenarioInput input) =>
        input.Scenario ?? throw new InvalidDataException(string.Join('\n', input.Problems.Where(p => p.Severity == Severity.Error)));

    private static long Times(long people, double factor) => people == 0 ? 0 : Math.Max(1, (long)Math.Round(people * factor));
}
