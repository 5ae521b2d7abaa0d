using Corridor.Scenarios;

namespace Corridor.Tests.Forecasting;

/// <summary>A small situation: a town under attack, two camps and the roads to them, reported every week.</summary>
internal static class Village
{
    public static readonly DateOnly Start = new(2020, 1, 1);

    public static Scenario Scenario { get; } = new()
    {
        Name = "village",
        Start = Start,
        Days = 200,
        Places =
        [
            new Place { Id = "town", Name = "Town", Kind = PlaceKind.ConflictZone, Country = "A", Population = 1_000_000 },
            new Place { Id = "north", Name = "North", Kind = PlaceKind.Camp, Country = "A" },
            new Place { Id = "south", Name = "South", Kind = PlaceKind.Camp, Country = "A" },
        ],
        Routes = [new Route { From = "town", To = "north", Km = 80 }, new Route { From = "town", To = "south", Km = 90 }],
        Counts = [.. Counts()],
    };

    public static DateOnly Day(int day) => Start.AddDays(day);

    private static IEnumerable<Count> Counts()
    {
        for (var day = 0; day <= 190; day += 7)
        {
            var (north, south) = (1000 + 300L * day + 700 * (day % 3), 500 + 100L * day + 300 * (day % 2));
            yield return Of("north", day, north);
            yield return Of("south", day, south);
            yield return Of(Count.Everywhere, day, north + south);
        }
    }

    public static Count Of(string place, int day, long people) =>
        new() { Date = Day(day), Published = Day(day), Place = place, Measure = Measure.Stock, People = people };
}
