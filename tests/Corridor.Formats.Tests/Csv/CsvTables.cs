using Corridor.Tests;
using System.Globalization;
using System.Text;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;
using CsCheck;
using CsvHelper;

namespace Corridor.Formats.Tests.Csv;

public class CsvTables
{
    private static readonly CsvLayout Flee = new() { Header = CsvHeader.Hash, Ragged = true };

    private static CsvTable? Parse(string text, CsvLayout? layout, List<Problem> problems) =>
        SourceFile.Decode("t.csv", Encoding.UTF8.GetBytes(text), problems) is { } source ? CsvTable.Parse(source, layout ?? CsvLayout.Native, problems) : null;

    private static CsvTable Read(string text, CsvLayout? layout = null)
    {
        var problems = new List<Problem>();
        var table = Parse(text, layout, problems);
        Assert.Empty(problems);
        return table!;
    }

    private static string Problem(string text, CsvLayout? layout = null)
    {
        var problems = new List<Problem>();
        Parse(text, layout, problems);
        return Assert.Single(problems).ToString();
    }

    [Fact]
    public void A_quoted_cell_may_hold_commas_quotes_and_line_breaks()
    {
        var row = Assert.Single(Read("a,b\n\"x, \"\"y\"\"\r\nz\",2\n").Rows);
        Assert.Equal("x, \"y\"\r\nz", row["a"].Text);
        Assert.Equal(new Origin("t.csv", 3, 4), row["b"].Origin);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4")]
    [InlineData("\n\na,b\n\n1,2\n,\n3,4\n\n")]
    [InlineData("a,b,,\n1,2,,\n3,4,,\n")]
    [InlineData("a,b\n#x,\n1,2\n3,4\n")]
    [InlineData("\uFEFFa,b\n1,2\n3,4\n")]
    [InlineData(" A , b \n 1 ,\t2\n \"3\" , \"4\" \n")]
    public void Line_ends_blank_lines_empty_edges_hashtags_and_blanks_do_not_matter(string text)
    {
        var table = Read(text);
        Assert.Equal(["1 2", "3 4"], table.Rows.Select(r => $"{r["a"].Text} {r["B"].Text}"));
    }

    [Fact]
    public void Every_cell_knows_its_line_and_column()
    {
        var table = Read("a,b,c\n\n10, \"two\",\n");
        string Where(Field cell) => string.Create(CultureInfo.InvariantCulture, $"{cell.Origin.Line}:{cell.Origin.Column}");
        Assert.Equal(["3:1", "3:5", "3:11"], table.Rows[0].Cells.Select(Where));
    }

    [Theory]
    [InlineData("a,b\n1,\"x\n2,3\n", "t.csv:2:3: the quote that opens here is never closed; a quote inside a quoted cell is written twice")]
    [InlineData("a,b\n1,\"x\"y\n",
        "t.csv:2:6: text after the closing quote; expected a comma or the end of the line (a quote inside a quoted cell is written twice)")]
    [InlineData("a,b\n1\n", "t.csv:2:1: the row has 1 cell; expected 2, one for each column of the header")]
    [InlineData("a,b\n1,2,3\n", "t.csv:2:5: the row has 3 cells; expected 2, one for each column of the header (a text with a comma in it stands in quotes)")]
    [InlineData("a,,b\n1,2,3\n", "t.csv:1:3: column 2 has no name")]
    [InlineData("a, A\n1,2\n", "t.csv:1:4: the column 'A' is there already as column 1; names of columns are unique")]
    [InlineData("a;b\n1;2\n", "t.csv:1:1: the columns are separated by semicolons; expected commas (in Excel: save as 'CSV UTF-8 (comma delimited)')")]
    [InlineData("a\tb\n1\t2\n", "t.csv:1:1: the columns are separated by tabs; expected commas (in Excel: save as 'CSV UTF-8 (comma delimited)')")]
    [InlineData("a,b\n1,\0\n", "t.csv:2:3: a NUL character; expected text, so the file is damaged or no text file")]
    [InlineData(" \n\n", "t.csv: the file is empty; expected a header with the names of the columns")]
    public void What_is_wrong_is_said_with_its_place(string text, string expected) => Assert.Equal(expected, Problem(text));

    [Theory]
    [InlineData("#name,region,pop")]
    [InlineData("#\"name\",\"region\",pop")]
    [InlineData("\"#name\",\"region\",pop")]
    public void A_header_of_Flee_begins_with_a_hash_and_later_rows_that_do_are_comments(string header)
    {
        var table = Read($"{header}\n\nA,North\n#B,South,3\nC,South,4,extra\n", Flee);
        Assert.Equal(["A", "C"], table.Rows.Select(r => r["name"].Text));
        Assert.Equal("", table.Rows[0]["pop"].Text);
        Assert.Equal("extra", table.Rows[1][3].Text);
    }

    [Fact]
    public void Without_a_header_the_columns_are_found_by_position()
    {
        Assert.Equal("A", Read("A,1\nB,2\n", Flee).Rows[0][0].Text);
        Assert.Equal("2", Read("A,1\nB,2\n", new CsvLayout { Header = CsvHeader.None }).Rows[1][1].Text);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var cell = Gen.String[Gen.Char["ab ,\"\n\r#;'é–"], 0, 6].Select(s => "x" + s);
        Gen.Select(cell, cell).List[1, 6].EachOf(rows =>
        {
            var text = CsvText.Of(rows, [new("a", r => r.Item1), new("b", r => r.Item2)]);
            Assert.Equal(rows, Read(text).Rows.Select(r => (r["a"].Text, r["b"].Text)));
        });
    }

    [Fact]
    public void The_scanner_cuts_tables_as_CsvHelper_does()
    {
        var quoted = Gen.String[Gen.Char["ab,\"\n"], 0, 5].Select(s => $"\"x{s.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        var cell = Gen.OneOf(Gen.Int[0, 999].Select(i => $"{i}"), quoted);
        Gen.Select(cell.Array[3].List[1, 5], Gen.OneOf("\n", "\r\n")).EachOf((rows, end) =>
        {
            var text = string.Concat(rows.Select(r => string.Join(',', r) + end));
            using var reader = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, Separator = ',' });
            var expected = new List<string>();
            while (reader.Read()) expected.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetString));
            Assert.Equal(expected, Read(text, new CsvLayout { Header = CsvHeader.None }).Rows.SelectMany(r => r.Cells).Select(c => c.Text));
        });
    }
}
