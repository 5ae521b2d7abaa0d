using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Reading.Tables;

/// <summary>
/// Which way a table is to be read: what its columns count and where its rows of numbers begin. A table whose columns are places or days
/// is turned, so that its rows are; a list of names and numbers without headers has its title for one.
/// </summary>
/// <param name="Rows">The rows, headers first; those of a turned table are its columns.</param>
/// <param name="Head">How many rows are headers.</param>
/// <param name="Columns">What each column says.</param>
internal sealed record TableLayout(IReadOnlyList<IReadOnlyList<TableCell?>> Rows, int Head, List<TableColumn> Columns)
{
    /// <summary>The ways to read a table in which some column counts displaced people, the likeliest first.</summary>
    public static IEnumerable<TableLayout> Of(TextTable table, TableDays days, Gazetteer gazetteer)
    {
        var title = TableColumn.KindOf(table.Caption) is var told && TableColumn.CountsPeople(told) ? told : "";
        var titleDays = days.In(TableDays.Sentence(table.Caption));
        if (Upright(table.Rows, title, titleDays, days) is { } upright) yield return upright;
        if (Turned(table.Rows, title, titleDays, days, gazetteer) is { } turned) yield return turned;
        if (Listed(table, title, titleDays) is { } listed) yield return listed;
    }

    /// <summary>Whether a table is made of numbers: what no layout explains in it is then told of nobody.</summary>
    public static bool IsOfNumbers(TextTable table)
    {
        var (numbers, words) = (0, 0);
        foreach (var row in table.Rows)
            for (var c = 1; c < row.Count; c++)
                if (row[c] is not { } cell || cell.Words.Length == 0) continue;
                else if (CellNumber.Of(cell) is not null) numbers++;
                else if (cell.Clean.Length > 60) return false;
                else words++;
        return numbers >= 2 && numbers > words / 2;
    }

    private static TableLayout? Upright(IReadOnlyList<IReadOnlyList<TableCell?>> rows, string title, Window? titleDays, TableDays days)
    {
        var head = HeaderRows(rows);
        if (head == 0 || rows.Count <= head) return null;
        var columns = ColumnsOf(rows, head, title, titleDays, days);
        return columns.Exists(c => c.IsFigure) ? new TableLayout(rows, head, columns) : null;
    }

    // "Indicator | Anbar | Duhok" over "IDPs | 12,450 | 8,000"; "IDPs | 12,450" over "Deaths | 80".
    private static TableLayout? Turned(IReadOnlyList<IReadOnlyList<TableCell?>> rows, string title, Window? titleDays, TableDays days, Gazetteer gazetteer)
    {
        var width = rows.Max(r => r.Count);
        if (width < 2 || rows.Any(r => r.Count > 0 && r[0] is { } label && CellNumber.Of(label) is not null)) return null;
        var labels = rows.Select(r => r.Count > 0 ? TableColumn.KindOf(r[0]?.Words ?? "") : "").ToList();
        if (!labels.Exists(TableColumn.CountsPeople)) return null;
        if (!PlacesOrDays(rows[0], days, gazetteer)
            && !(width == 2 && rows.All(r => r.Count < 2 || r[1] is not { } cell || cell.Words.Length == 0 || CellNumber.Of(cell) is not null))) return null;
        var turned = new List<IReadOnlyList<TableCell?>>(width);
        for (var c = 0; c < width; c++) turned.Add([.. rows.Select(r => c < r.Count ? r[c] : null)]);
        var columns = ColumnsOf(turned, 1, title, titleDays, days);
        // The corner stands over the names of the rows.
        if (CellNumber.Of(turned[1][0] ?? turned[0][0]!) is null) columns[0] = columns[0] with { Kind = "place" };
        return columns.Exists(c => c.IsFigure) ? new TableLayout(turned, 1, columns) : null;
    }

    // Headers that say where or when, and nothing else but a total: known places, names under a corner that is called so, or dates.
    private static bool PlacesOrDays(IReadOnlyList<TableCell?> head, TableDays days, Gazetteer gazetteer)
    {
        var sure = head.Count > 0 && head[0] is { } corner && TableColumn.KindOf(corner.Words) is "place" or "destination";
        for (var c = 1; c < head.Count; c++)
        {
            if (head[c] is not { } cell || cell.Words.Length == 0 || TableColumn.KindOf(cell.Words) == "total") continue;
            if (days.All(cell.Words) is not null) sure = true;
            else if (CellNumber.Of(cell) is not null || TableColumn.KindOf(cell.Words).Length > 0 || !char.IsUpper(cell.Words[0])) return false;
            else sure |= gazetteer.Resolve(cell.Words).Lat is not null;
        }

        return sure;
    }

    // "IDPs by governorate": "Anbar | 12,450", without headers.
    private static TableLayout? Listed(TextTable table, string title, Window? titleDays)
    {
        if (title.Length == 0 || table.Rows.Count < 2) return null;
        foreach (var row in table.Rows)
            if (row.Count != 2 || row[0] is not { } name || name.Words.Length == 0 || CellNumber.Of(name) is not null || !char.IsUpper(name.Words[0])
                || TableColumn.KindOf(name.Words) is not ("" or "total" or "place") || row[1] is not { } cell
                || cell.Words.Length > 0 && CellNumber.Of(cell) is null) return null;
        return new TableLayout(table.Rows, 0,
            [new TableColumn("place", null, "", null, null), new TableColumn(title, UnitOf(table.Caption), table.Caption, titleDays, null)]);
    }

    private static CountUnit? UnitOf(string header) =>
        TableColumn.Holds("household", header) ? CountUnit.Household : TableColumn.Holds("person", header) ? CountUnit.Person : null;

    // Rows of headers: those of the markup, else the first, and a second one without a number where the first groups columns. A row of counts is none.
    private static int HeaderRows(IReadOnlyList<IReadOnlyList<TableCell?>> table)
    {
        var rows = 0;
        while (rows < table.Count && rows < 4 && table[rows] is { Count: > 1 } row
            && !row.Any(c => c is not null && CellNumber.Of(c) is { Quantity.MayBeYear: false } && row[0] is { Words.Length: > 0 })
            && (row.Count(c => c is { IsHeader: true }) > row.Count / 2 || rows == 0 && !row.Any(c => c is not null && CellNumber.Of(c) is not null)
                || rows == 1 && row.All(c => c is null || c.Words.Length == 0 || CellNumber.Of(c) is null && TableColumn.KindOf(c.Words).Length > 0))) rows++;
        return rows;
    }

    private static List<TableColumn> ColumnsOf(IReadOnlyList<IReadOnlyList<TableCell?>> rows, int head, string title, Window? titleDays, TableDays days)
    {
        var columns = new List<TableColumn>();
        var width = rows.Max(r => r.Count);
        for (var c = 0; c < width; c++)
        {
            var parts = new List<string>();
            for (var r = 0; r < head; r++)
                if (c < rows[r].Count && rows[r][c] is { } cell && cell.Words.Length > 0 && !parts.Contains(cell.Words)) parts.Add(cell.Words);
            var header = string.Join(' ', parts);
            var kind = TableColumn.KindOf(header);
            // The day of a title is that of a stock; a flow has its days from its own header or row.
            var own = days.In(TableDays.Sentence(header));
            var window = own
                ?? (kind is "displaced_flow" or "arrivals" or "return" or "cross_border" && titleDays is { Start: var day, End: var until } && day == until
                ? null : titleDays);
            var group = parts.Count > 1 ? parts[0] : null;
            // Read in the head of the last row what the words above it do not say.
            if (kind.Length == 0 && parts.Count > 1) kind = TableColumn.KindOf(parts[^1]) is { Length: > 0 } last ? last : TableColumn.KindOf(parts[0]);
            var unit = UnitOf(header);
            // "Families" beside "IDPs (individuals)"; a lone "Individuals" or a date under a title that says who.
            if (kind is "household" or "person" or "total" or "date" || kind.Length == 0 && own is not null)
            {
                var left = columns.FindLast(x => x.IsFigure && x.Group == group);
                if (kind is "household" or "person" && left is not null && left.Unit != unit) (kind, window) = (left.Kind, window ?? left.Window);
                else if (title.Length > 0 && (c > 0 || kind is not "date")) kind = title;
                else if (left is not null && kind == "household") kind = left.Kind;
            }

            columns.Add(new TableColumn(kind, unit, header, window, group));
        }

        return columns;
    }
}
