using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>The columns that a file of the scenario folder must have and may have.</summary>
internal sealed record Columns(IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>
    /// Whether all required columns are there; the missing ones are problems, and so is an unknown column that looks like a mistyped one.
    /// Other unknown columns are the user's own.
    /// </summary>
    public bool Check(CsvTable table, ValueReader values)
    {
        var unknown = Unknown(table).ToList();
        var missing = Required.Where(column => table.Find(column) < 0).ToList();
        foreach (var column in missing)
        {
            var hint = unknown.Find(u => Resembles(u.Text, column)) is { Text: not null } similar ? $"; is it '{similar.Text}'?" : "";
            values.Error(new Field("", new Origin(table.File, 1, 1)),
                $"there is no column '{column}'; expected {string.Join(",", Required)} and, where known, {string.Join(",", Optional)}{hint}");
        }
        var absent = Optional.Where(column => table.Find(column) < 0).ToList();
        foreach (var column in unknown)
            if (absent.Find(a => Resembles(column.Text, a)) is { } meant)
                values.Warn(column, $"the column '{column.Text}' is not read; did you mean '{meant}'?");
        return missing.Count == 0;
    }

    /// <summary>The columns that Corridor does not read.</summary>
    public IEnumerable<Field> Unknown(CsvTable table) =>
        table.Columns.Where(c => c.Text.Length > 0 && !Required.Concat(Optional).Contains(c.Text, StringComparer.OrdinalIgnoreCase));

    /// <summary>What a row says in the columns that Corridor does not read; empty cells say nothing.</summary>
    public IReadOnlyDictionary<string, string> Extra(CsvTable table, CsvRow row)
    {
        var extra = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in Unknown(table))
            if (row[column.Text] is { IsEmpty: false } cell) extra[column.Text] = cell.Text;
        return extra;
    }

    /// <summary>Short names are left alone: of three letters, two wrong ones make any word.</summary>
    private static bool Resembles(string name, string column) =>
        column.Length >= 3
            && (name.StartsWith(column, StringComparison.OrdinalIgnoreCase)
                || column.Length >= 4 && NearestName.Hint(name, [column]).Length > 0);
}
