using System.Globalization;

namespace Corridor.Formats.Tests.Flee;

/// <summary>
/// What the reference program produced (../shared/flee of the repository); it is not
/// part of the repository, and tests that need it are skipped without it.
/// </summary>
internal static class ReferenceFiles
{
    public const string Reason = "needs ../shared/flee/reference: the published cases and the reference figures stay out of the repository";

    /// <summary>The folder; null when it is not there.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>
    /// The names of the nine cases, stated here so that each is a test of its own with
    /// or without the files, and of any others that the index there names.
    /// </summary>
    public static TheoryData<string> Cases { get; } =
    [
        .. new[]
        {
            "mali2012", "burundi", "car", "ethiopia", "ssudan", "moo_f1_c1_t3", "mali2017_adm1", "dflee_example", "dflee_test_coastal_flooding",
        }.Union(Indexed()),
    ];

    /// <summary>The input folder of a case; skips the test when it is not there.</summary>
    public static string Case(string name)
    {
        Assert.SkipWhen(Folder is null, Reason);
        return Path.Combine(Folder!, "cases", name);
    }

    /// <summary>The scale-down and the averaged relative differences of a case.</summary>
    public static (int Hasten, double Plain, double Rescaled) Index(string name)
    {
        var cells = File.ReadLines(Path.Combine(Folder!, "reference", "index.csv")).Select(l => l.Split(',')).Single(c => c[0] == name);
        return (int.Parse(cells[1], CultureInfo.InvariantCulture), Number(cells[5]), Number(cells[7]));
    }

    /// <summary>Mean and standard deviation by day and camp, over so many seeds.</summary>
    public static IReadOnlyList<(int Day, string Camp, double Mean, double Deviation, int Seeds, double Agents)> Figures(string name) =>
        [.. File.ReadLines(Path.Combine(Folder!, "reference", $"{name}.csv")).Skip(1).Select(l => l.Split(','))
            .Select(c => (
                int.Parse(c[0], CultureInfo.InvariantCulture), c[1], Number(c[3]), Number(c[4]), int.Parse(c[5], CultureInfo.InvariantCulture), Number(c[6])))];

    private static IEnumerable<string> Indexed() =>
        Folder is null ? [] : File.ReadLines(Path.Combine(Folder, "reference", "index.csv"))
            .Skip(1).Select(l => l.Split(',')[0]).Where(name => name.Length > 0);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string? Find()
    {
        var shared = Repository.Path("../shared/flee");
        return Directory.Exists(Path.Combine(shared, "reference")) ? Path.GetFullPath(shared) : null;
    }
}
