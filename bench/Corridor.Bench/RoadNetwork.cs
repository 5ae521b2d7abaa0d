using System.Globalization;
using Corridor.Scenarios;

namespace Corridor.Bench;

/// <summary>
/// A generated country: a grid of towns with gaps and diagonals, some three links per place, a few hundred
/// camps that fill, a block of conflict that moves across it, and roads that close ahead of it.
/// </summary>
internal static class RoadNetwork
{
    private const int Height = 125;
    private const int CampEvery = 67;
    private const int BlockSize = 20;
    private const int DaysPerColumn = 6;
    private static readonly DateOnly Start = new(2020, 1, 1);

    public static Scenario Make(int places = 20_000, int days = 300)
    {
        var random = new Random(20161029);
        return new Scenario
        {
            Name = "generated road network",
            Start = Start,
            Days = days,
            Places = [.. Enumerable.Range(0, places).Select(number => Place(number, random))],
            Routes = [.. Routes(places / Height, random)],
            Timeline = [.. Timeline(places / Height, days).OrderBy(e => e.Date)],
        };
    }

    private static string Id(int column, int row) => Id(column * Height + row);

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}");

    private static Place Place(int number, Random random)
    {
        var camp = number % CampEvery == 0;
        return new Place
        {
            Id = Id(number),
            Name = Id(number),
            Kind = camp ? PlaceKind.Camp : PlaceKind.Town,
            Population = camp ? 0 : random.Next(100, 5000),
            Capacity = camp ? random.Next(2_000, 20_000) : null,
        };
    }

    /// <summary>Seven of ten roads of the grid, and a diagonal at every seventh place.</summary>
    private static IEnumerable<Route> Routes(int columns, Random random)
    {
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < Height; row++)
            {
                if (column + 1 < columns && random.NextDouble() < 0.7) yield return Road(Id(column, row), Id(column + 1, row), random);
                if (row + 1 < Height && random.NextDouble() < 0.7) yield return Road(Id(column, row), Id(column, row + 1), random);
                if (column + 1 < columns && row + 1 < Height && random.NextDouble() < 0.15) yield return Road(Id(column, row), Id(column + 1, row + 1), random);
            }
        }
    }

    private static Route Road(string from, string to, Random random) => new() { From = from, To = to, Km = random.Next(5, 26) };

    /// <summary>
    /// The block goes east, a column every few days: the conflict begins in front of it
    /// and ends behind it. A day before, the roads east of its first row close.
    /// </summary>
    private static IEnumerable<TimelineEntry> Timeline(int columns, int days)
    {
        var top = (Height - BlockSize) / 2;
        for (var column = 0; column < columns; column++)
        {
            var begins = Math.Max(0, (column - BlockSize) * DaysPerColumn);
            var ends = (column + 1) * DaysPerColumn;
            for (var row = top; row < top + BlockSize; row++)
            {
                if (begins < days) yield return Entry(begins, Subject.Place(Id(column, row)), Change.Conflict, 1);
                if (ends < days) yield return Entry(ends, Subject.Place(Id(column, row)), Change.Conflict, 0);
            }
            if (begins > 0 && begins < days) yield return Entry(begins - 1, Subject.Place(Id(column, top)), Change.Close, null);
        }
    }

    private static TimelineEntry Entry(int day, Subject subject, Change change, double? value) =>
        new() { Date = Start.AddDays(day), Subject = subject, Change = change, Value = value };
}
