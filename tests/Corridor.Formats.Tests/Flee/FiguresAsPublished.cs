using System.Globalization;
using Corridor.Formats.Flee;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>
/// A forecast may only use what was published: the figures of real folders, row for row as their files have them, and the capacities as stated.
/// </summary>
public class FiguresAsPublished
{
    [Theory, MemberData(nameof(ReferenceFiles.Cases), MemberType = typeof(ReferenceFiles))]
    public void Counts_are_the_rows_of_the_files(string name)
    {
        var folder = ReferenceFiles.Case(name);
        var scenario = Read(folder, asPublished: true);
        var compared = 0;
        foreach (var (place, file) in Series(folder, scenario))
        {
            var rows = Rows(file).ToList();
            Assert.Equal(rows, scenario.Counts.Where(c => c.Place == place).Select(c => (c.Date, c.People)));
            Assert.All(scenario.Counts.Where(c => c.Place == place), c => Assert.Equal(c.Date, c.Published));
            compared += rows.Count;
        }
        Assert.True(compared > 0);
    }

    /// <summary>The registration of a camp is corrected by what it became later: that a forecast must not know.</summary>
    [Theory, InlineData("burundi", "Mahama"), InlineData("ssudan", "Tierkidi"), InlineData("mali2012", "Fassala-Mbera")]
    public void A_registration_correction_changes_what_was_recorded_before_but_not_what_was_published(string name, string camp)
    {
        var folder = ReferenceFiles.Case(name);
        var corrected = Read(folder, asPublished: false).Counts.Where(c => c.Place == camp).Select(c => c.People);

        Assert.NotEqual(corrected, Read(folder, asPublished: true).Counts.Where(c => c.Place == camp).Select(c => c.People));
    }

    [Theory, MemberData(nameof(ReferenceFiles.Cases), MemberType = typeof(ReferenceFiles))]
    public void Capacities_are_those_of_the_locations_file(string name)
    {
        var folder = ReferenceFiles.Case(name);
        var scenario = Read(folder, asPublished: true);
        var rows = File.ReadLines(Path.Combine(folder, "input_csv", "locations.csv")).Where(l => l.Length > 0 && !l.StartsWith('#'));
        foreach (var cells in rows.Select(l => l.Split(',')))
        {
            if (scenario.Places.FirstOrDefault(p => p.Name == cells[0].Trim('"', ' ')) is not { IsCamp: true } camp) continue;
            var stated = long.TryParse(cells[7], CultureInfo.InvariantCulture, out var number) ? number : 0;
            Assert.Equal(stated == 0 ? null : stated, camp.Capacity);
        }
    }

    private static Scenario Read(string folder, bool asPublished) => FleeFolder.Read(folder, new FleeOptions { AsPublished = asPublished }).Input.Scenario!;

    /// <summary>The rows of the layout that name one file of a place.</summary>
    private static IEnumerable<(string Place, string File)> Series(string folder, Scenario scenario) =>
        File.ReadLines(Path.Combine(folder, "source_data", "data_layout.csv")).Skip(1).Select(Cells)
            .Where(c => c.Length == 2 && scenario.Places.Any(p => p.Id == c[0]))
            .Select(c => (c[0], Path.Combine(folder, "source_data", c[1])))
            .DistinctBy(s => s.Item1);

    private static IEnumerable<(DateOnly Date, long People)> Rows(string file) =>
        File.ReadLines(file).Select(Cells)
            .Where(c => c.Length > 1 && DateOnly.TryParseExact(c[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            .Select(c => (DateOnly.ParseExact(c[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), long.Parse(c[1], CultureInfo.InvariantCulture)));

    /// <summary>Cells of a line without commas inside quotes; no published series or layout has any.</summary>
    private static string[] Cells(string line) => line
        .Replace("\"", "", StringComparison.Ordinal)
        .TrimStart('\uFEFF')
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
