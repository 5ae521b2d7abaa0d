using System.Text;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Formats.Tests.Csv;

public class CsvEdits
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a,b\n1,x\n3,\n")]
    [InlineData("a,b\r\n#t,#u\r\n1,\"2\r\n\"\"2\"\"\"\r\n", "a,b\r\n#t,#u\r\n1,x\r\n3,\r\n")]
    [InlineData("a,b\r1, 2", "a,b\r1, x\r3,\r")]
    [InlineData("\uFEFFb , a\n\n 2,\"one, two\"\n", "\uFEFFb , a\n\n x,\"one, two\"\n,3\n")]
    public void A_cell_is_replaced_and_a_row_appended_and_every_other_byte_stays(string before, string after)
    {
        var problems = new List<Problem>();
        var source = SourceFile.Decode("t.csv", Encoding.UTF8.GetBytes(before), problems)!;
        var table = CsvTable.Parse(source, CsvLayout.Native, problems)!;
        Assert.Empty(problems);
        var edit = new CsvEdit(source, table);
        Assert.False(edit.IsChanged);
        edit.Set(table.Rows[0]["b"], "x");
        edit.Append(new Dictionary<string, string> { ["A"] = "3", ["c"] = "no column for it" });
        Assert.True(edit.IsChanged);
        Assert.Equal(after, Encoding.UTF8.GetString(edit.ToBytes()));
    }

    [Fact]
    public void Cells_are_quoted_where_they_must_be()
    {
        var source = SourceFile.Decode("t.csv", "a\n1\n"u8, [])!;
        var table = CsvTable.Parse(source, CsvLayout.Native, [])!;
        var edit = new CsvEdit(source, table);
        edit.Set(table.Rows[0]["a"], "x,\"y\"\nz");
        Assert.Equal("a\n\"x,\"\"y\"\"\nz\"\n", Encoding.UTF8.GetString(edit.ToBytes()));
    }
}
