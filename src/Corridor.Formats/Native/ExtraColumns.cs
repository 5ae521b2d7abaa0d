using Corridor.Formats.Csv;

namespace Corridor.Formats.Native;

/// <summary>The user's own columns, as they are written back.</summary>
internal static class ExtraColumns
{
    /// <summary>
    /// One column for each name that any row has a value for, in the order in which they occur. Capitals do not tell columns apart: what would
    /// be called like another one gets a number behind its name.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="extra">The own columns of a row.</param>
    /// <param name="columns">The columns that the file has beside them.</param>
    public static IEnumerable<CsvColumn<T>> Of<T>(IEnumerable<T> rows, Func<T, IReadOnlyDictionary<string, string>> extra, Columns columns)
    {
        var names = rows.SelectMany(row => extra(row).Keys).Distinct(StringComparer.Ordinal).ToList();
        var taken = columns.Required.Concat(columns.Optional).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        // Flee folders name what is read in small letters: such a name stays before others.
        foreach (var name in names.OrderBy(n => n.Any(char.IsUpper)))
        {
            var free = name;
            for (var i = 2; !taken.Add(free); i++) free = $"{name}_{i}";
            written[name] = free;
        }
        return names.Select(name => new CsvColumn<T>(written[name], row => extra(row).GetValueOrDefault(name, "")));
    }
}
