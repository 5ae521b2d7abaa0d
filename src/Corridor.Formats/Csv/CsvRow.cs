using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Csv;

/// <summary>One row of data.</summary>
public sealed class CsvRow
{
    private readonly CsvTable table;

    internal CsvRow(CsvTable table, IReadOnlyList<Field> cells) => (this.table, Cells) = (table, cells);

    /// <summary>The cells, in the order of the file.</summary>
    public IReadOnlyList<Field> Cells { get; }

    /// <summary>Where the row begins.</summary>
    public Origin Origin => Cells[0].Origin;

    /// <summary>The cell at a position; an empty one, located at the row, when the row is shorter.</summary>
    public Field this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : new Field("", Origin);

    /// <summary>The cell of a named column; an empty one when there is no such column.</summary>
    public Field this[string column] => this[table.Find(column)];
}
