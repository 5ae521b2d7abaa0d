using Corridor.Formats.Files;

namespace Corridor.Formats.Csv;

/// <summary>How a CSV file says what its columns are.</summary>
public enum CsvHeader
{
    /// <summary>The first row names the columns; a row of HXL hashtags may follow.</summary>
    FirstRow,

    /// <summary>
    /// As the reference program Flee writes: a row whose first cell begins with <c>#</c> is the header if it is the first row, and a comment
    /// otherwise. Without such a row the columns have no names and are found by position.
    /// </summary>
    Hash,

    /// <summary>No header: columns are found by position.</summary>
    None,
}

/// <summary>What is allowed in a CSV table.</summary>
public sealed record CsvLayout
{
    /// <summary>A header in the first row, and as many cells in each row as the header has.</summary>
    public static CsvLayout Native { get; } = new();

    /// <summary>How the columns are named.</summary>
    public CsvHeader Header { get; init; } = CsvHeader.FirstRow;

    /// <summary>Whether rows may be shorter or longer than the header, and its names may be missing or occur twice (the first is meant).</summary>
    public bool Ragged { get; init; }

    /// <summary>
    /// With <see cref="CsvHeader.Hash"/>, whether a row names the columns: such a header may come
    /// after comments and may lack its <c>#</c>. Null: the first row alone is looked at.
    /// </summary>
    public Func<IReadOnlyList<Field>, bool>? IsHeader { get; init; }
}
