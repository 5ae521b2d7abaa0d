using System.Text;

namespace Corridor.Cli.Screen;

/// <summary>Writes headings, paragraphs and tables in the width of the terminal.</summary>
internal sealed class Page(Terminal terminal)
{
    private const string Reset = "\e[0m";

    public void Heading(string text)
    {
        terminal.Out.WriteLine();
        Paragraph(text, Ink.Heading);
    }

    public void Line(string text = "", Ink ink = Ink.Plain) => terminal.Out.WriteLine(Painted(new Cell(text, ink)));

    /// <summary>Breaks a text at blanks. It begins after <paramref name="indent"/> blanks, its further lines after two more.</summary>
    public void Paragraph(string text, Ink ink = Ink.Plain, int indent = 0)
    {
        var line = new StringBuilder().Append(' ', indent);
        var width = indent;
        var isEmpty = true;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && width + 1 + TextWidth.Of(word) > terminal.Width)
            {
                Line(line.ToString(), ink);
                width = indent == 0 ? 0 : indent + 2;
                line.Clear().Append(' ', width);
                isEmpty = true;
            }
            if (!isEmpty) line.Append(' ');
            line.Append(word);
            width += TextWidth.Of(word) + (isEmpty ? 0 : 1);
            isEmpty = false;
        }
        if (!isEmpty) Line(line.ToString(), ink);
    }

    public void Table(TextTable table)
    {
        foreach (var line in table.Lines(terminal.Width)) terminal.Out.WriteLine(string.Concat(line.Select(Painted)));
    }

    /// <summary>A table that may be wider than the page, in parts one below the other, each with as many of the columns as there is room for.</summary>
    public void TableInParts<T>(IReadOnlyList<T> columns, Func<IReadOnlyList<T>, TextTable> tableOf)
    {
        for (var next = 0; next < columns.Count;)
        {
            var size = columns.Count - next;
            var table = tableOf([.. columns.Skip(next)]);
            while (size > 1 && !table.Fits(terminal.Width)) table = tableOf([.. columns.Skip(next).Take(--size)]);
            if (next > 0) Line();
            Table(table);
            next += size;
        }
    }

    /// <summary>A table with a paragraph under each of its rows, for what has no room in a column.</summary>
    public void Table(TextTable table, IReadOnlyList<string> below)
    {
        var row = -1;
        foreach (var line in table.Lines(terminal.Width))
        {
            terminal.Out.WriteLine(string.Concat(line.Select(Painted)));
            if (row >= 0) Paragraph(below[row], Ink.Faint, indent: 2);
            row++;
        }
    }

    private string Painted(Cell cell)
    {
        if (!terminal.IsColoured || cell.Text.Length == 0) return cell.Text;
        return cell.Ink switch
        {
            Ink.Strong => "\e[1m" + cell.Text + Reset,
            Ink.Faint => "\e[2m" + cell.Text + Reset,
            Ink.Heading => "\e[1;36m" + cell.Text + Reset,
            _ => cell.Text,
        };
    }
}
