namespace Corridor.Formats.Csv;

/// <summary>One column of a CSV file that is written.</summary>
/// <param name="Name">Name in the header.</param>
/// <param name="Text">The text of a row.</param>
/// <param name="Optional">Whether it is left out when no row has anything in it.</param>
public sealed record CsvColumn<T>(string Name, Func<T, string> Text, bool Optional = false);
