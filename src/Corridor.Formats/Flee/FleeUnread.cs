using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>Points out tables of <c>input_csv</c> that nobody reads: mostly a slip in the name of one that need not be there, and so is not missed.</summary>
internal static class FleeUnread
{
    private const string Floods = "flood_level.csv";
    private const string Demographics = "demographics_";

    private static readonly string[] Known =
        [.. FleeFolderReader.ReadingOrder.Where(name => name.EndsWith(".csv", StringComparison.Ordinal) && name != "data_layout.csv"), "coupled_locations.csv"];

    public static void Check(FleeFiles files)
    {
        // Where everything lies in one folder, any table may be there for another purpose.
        if (files.Input == files.Folder || !Directory.Exists(files.Input)) return;
        var names = Directory.EnumerateFiles(files.Input, "*.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        foreach (var name in names.Where(n => !IsKnown(n)))
        {
            var hint = name.StartsWith("location_attributes_", StringComparison.Ordinal) ? "; attributes of locations are further columns of locations.csv"
                // As published folders call it.
                : name == "floods.csv" && !names.Contains(Floods) ? $"; did you mean '{Floods}'?"
                // A name that is there already is not meant.
                : NearestName.Hint(name, Known.Append(Demographics + name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]).Except(names));
            files.Warn(new Origin(Path.Combine(files.Input, name)), $"the file is not read: no file of input_csv is called so{hint}");
        }
    }

    /// <summary>Also by its number in a multiscale instance (model.md, 4.13).</summary>
    private static bool IsKnown(string name) =>
        name.StartsWith(Demographics, StringComparison.Ordinal) || Known.Contains(name)
        || name.Length > 6 && name[^6] == '-' && char.IsAsciiDigit(name[^5]) && Known.Contains($"{name[..^6]}.csv");
}
