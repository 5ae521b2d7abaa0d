using Corridor.Formats.Csv;

namespace Corridor.Formats.Native;

/// <summary>The user's own columns, as they are written back.</summary>
internal static class ExtraColumns
{
    /// <summary>One column for each name that any row has a value for, in the order in which they occur.</summary>
    public static IEnumerable<CsvColumn<T>> Of<T>(IEnumerable<T> rows, Func<T, IReadOnlyDictionary<string, string>> extra) =>
        rows.SelectMany(row => extra(row).Keys).Distinct(StringComparer.Ordinal)
            .Select(name => new CsvColumn<T>(name, row => extra(row).GetValueOrDefault(name, "")));
}
