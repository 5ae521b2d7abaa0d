using System.Text;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Csv;

/// <summary>Cuts CSV text (RFC 4180, with any line ending) into rows of cells that know where they begin.</summary>
/// <remarks>
/// CsvHelper is not used for this. It knows the line of a record and the raw bytes of each field; the line and the character column of a field
/// would have to be counted from those, past quotes and line breaks, which is the loop below once more. A test compares the two on generated tables.
/// </remarks>
internal sealed class CsvScanner(string file, string text, ICollection<Problem> problems)
{
    private readonly List<List<Field>> rows = [];
    private List<Field> row = [];
    private int at;
    private int line = 1;
    private int lineStart;

    /// <summary>All rows that are not blank; a row of which every cell is empty counts as blank.</summary>
    public static List<List<Field>> Scan(string file, string text, ICollection<Problem> problems)
    {
        var scanner = new CsvScanner(file, text, problems);
        scanner.Run();
        return scanner.rows;
    }

    private Origin Here => new(file, line, at - lineStart + 1);

    private void Run()
    {
        while (at < text.Length)
        {
            SkipBlanks();
            row.Add(at < text.Length && text[at] == '"' ? Quoted() : Plain());
            if (at < text.Length && text[at] == ',')
            {
                at++;
                // A comma at the very end of the text still opens a cell.
                if (at == text.Length) row.Add(new Field("", Here));
                continue;
            }
            EndRow();
            if (at < text.Length) LineBreak();
        }
        EndRow();
    }

    private void EndRow()
    {
        if (row.Exists(cell => !cell.IsEmpty)) rows.Add(row);
        row = [];
    }

    private void SkipBlanks()
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
    }

    private Field Plain()
    {
        var origin = Here;
        var end = text.AsSpan(at).IndexOfAny(",\r\n");
        var content = end < 0 ? text[at..] : text.Substring(at, end);
        at += content.Length;
        return new Field(content.TrimEnd(), origin);
    }

    private Field Quoted()
    {
        var origin = Here;
        var content = new StringBuilder();
        at++;
        while (true)
        {
            if (at == text.Length)
            {
                problems.Add(Problem.Error(origin, "the quote that opens here is never closed; a quote inside a quoted cell is written twice"));
                return new Field("", origin);
            }
            var c = text[at];
            if (c == '"' && !(at + 1 < text.Length && text[at + 1] == '"')) break;
            if (c is '\r' or '\n')
            {
                var start = at;
                LineBreak();
                content.Append(text, start, at - start);
                continue;
            }
            content.Append(c);
            at += c == '"' ? 2 : 1;
        }
        at++;
        SkipBlanks();
        var after = Here;
        if (Plain().Text.Length > 0)
        {
            problems.Add(Problem.Error(after,
                "text after the closing quote; expected a comma or the end of the line (a quote inside a quoted cell is written twice)"));
        }
        return new Field(content.ToString(), origin);
    }

    private void LineBreak()
    {
        at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
        line++;
        lineStart = at;
    }
}
