namespace Corridor.Dispatches.Output;

/// <summary>One CSV line after RFC 4180; a cell that a spreadsheet would run as a formula gets an apostrophe before it.</summary>
internal static class CsvLine
{
    public static void Write(TextWriter writer, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) writer.Write(',');
            first = false;
            writer.Write(Quoted(cell));
        }

        writer.Write('\n');
    }

    private static string Quoted(string cell)
    {
        if (cell.Length > 0 && cell[0] is '=' or '@' || (cell.Length > 1 && cell[0] is '+' or '-' && !char.IsAsciiDigit(cell[1]))) cell = "'" + cell;
        return cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
