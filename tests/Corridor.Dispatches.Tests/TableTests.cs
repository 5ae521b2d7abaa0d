using System.Text;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Output;

namespace Corridor.Dispatches.Tests;

/// <summary>Figures in the tables of situation reports: HTML and Markdown with pipes.</summary>
public sealed class TableTests
{
    private static readonly DateOnly Day = new(2024, 5, 14);

    private static Dispatch Read(string text) => DispatchReader.Read(text, new ReadOptions { Published = Day });

    private static string[] Told(Dispatch dispatch) =>
        [.. dispatch.Figures.Select(f =>
            $"{Spelling.Of(f.Category)} {f.Value} {f.Unit} {f.Households} " +
            $"{string.Join('+', f.Origin.Select(p => p.Name))}>{string.Join('+', f.Destination.Select(p => p.Name))} {(f.Counted ? "counted" : "")}".Trim())];

    private const string Governorates = """
        ## IDPs by governorate (IOM, as of 12 May)

        | Governorate | IDPs (individuals) | Families | Deaths |
        |---|---:|---:|---:|
        | Anbar* | 12,450 | 2,075 | 12 |
        | Duhok | ~8,000 | 1,333 | - |
        | Erbil [1] | 3,600 | 600 | 4 |
        | **Total** | **24,050** | **4,008** | **16** |

        """;

    [Fact]
    public void Persons_and_households_of_a_row_are_one_figure_and_the_total_has_the_rows_as_parts()
    {
        var dispatch = Read(Governorates);
        Assert.Equal(["idps 12450 Person 2075 >Anbar", "idps 8000 Person 1333 >Duhok", "idps 3600 Person 600 >Erbil", "idps 24050 Person 4008 >"],
            Told(dispatch));
        Assert.All(dispatch.Figures, f => Assert.Equal(new DateOnly(2024, 5, 12), f.Window.AsOf));
        Assert.All(dispatch.Figures, f => Assert.Equal("IOM", f.Source.Name));
        Assert.Equal(Quantifier.Approximately, dispatch.Figures[1].Quantifier);
        Assert.Equal(3, dispatch.Links.Count(l => l.Type == LinkType.SubsetOf && l.To == dispatch.Figures[3].Id));
        Assert.Equal(["12", "4", "16"], dispatch.Numbers.Where(n => n.Role == NumberRole.Deaths).Select(n => n.AsWritten));
        // Offsets are those of the original.
        Assert.Equal("12,450", dispatch.Figures[0].Span.Of(Governorates));
    }

    [Fact]
    public void Merged_cells_two_rows_of_headers_subtotals_and_footnotes_of_html_are_read()
    {
        const string Text = """
            <html><body><h3>Displacement by state</h3>
            <table><thead><tr><th rowspan="2">State</th><th rowspan=2>Locality</th><th colspan="2">31 March 2024</th><th colspan="2">30 April 2024</th></tr><tr><th>IDPs</th><th>Households</th><th>IDPs</th><th>Households</th></tr></thead>
            <tbody><tr><td rowspan="2">Gedaref</td><td>Al Fao</td><td>10,200<sup>2</sup></td><td>2,040</td><td>12,000</td><td>2,400</td></tr>
            <tr><td>Galabat</td><td>3&nbsp;400</td><td>680</td><td>3,500</td><td>700</td></tr>
            <tr><td colspan=2>Subtotal</td><td>13,600</td><td>2,720</td><td>15,500</td><td>3,100</td></tr>
            <tr><td>Kassala</td><td>Aroma</td><td>n/a</td><td></td><td>1.2 million</td><td>240,000</td></tr>
            <tr><td colspan="2">Grand total</td><td>13,600</td><td>2,720</td><td>1,215,500</td><td>243,100</td></tr></tbody></table>
            <p>Source: IOM DTM</p></body></html>
            """;
        var dispatch = Read(Text);
        Assert.Equal(
            ["idps 10200 Person 2040 >Al Fao", "idps 12000 Person 2400 >Al Fao", "idps 3400 Person 680 >Galabat", "idps 3500 Person 700 >Galabat",
                "idps 13600 Person 2720 >", "idps 15500 Person 3100 >", "idps 1200000 Person 240000 >Aroma", "idps 13600 Person 2720 >",
                "idps 1215500 Person 243100 >"],
            Told(dispatch));
        Assert.Equal(["2024-03-31", "2024-04-30"], dispatch.Figures.Take(2).Select(f => f.Window.AsOf!.Value.ToString("yyyy-MM-dd", null)));
        Assert.All(dispatch.Figures, f => Assert.Equal("IOM", f.Source.Name));
        Assert.Equal("3&nbsp;400", dispatch.Figures[2].Span.Of(Text));
        // The subtotal and the row of its own make the grand total.
        var (subtotal, aroma, grand) = (dispatch.Figures[5].Id, dispatch.Figures[6].Id, dispatch.Figures[8].Id);
        Assert.Contains(dispatch.Links, l => (l.From, l.To) == (subtotal, grand));
        Assert.Contains(dispatch.Links, l => (l.From, l.To) == (aroma, grand));
    }

    [Fact]
    public void A_flow_counts_once_whether_told_in_rows_a_total_or_a_sentence()
    {
        const string Rows = "Date | Evacuated from | Evacuated | To\n--- | --- | --- | ---\n2 May | Gwoza | 1,120 people | Pulka\n3 May | Bama | 640 | Dikwa\n";
        Assert.Equal(["new_displacement 1120 Person  Gwoza>Pulka counted", "new_displacement 640 Person  Bama>Dikwa counted"], Told(Read(Rows)));
        Assert.Equal(new DateOnly(2024, 5, 3), Read(Rows).Figures[1].Window.Start);
        Assert.Equal([1760L], Read(Rows + "Total | | 1,760 |\n").Figures.Where(f => f.Counted).Select(f => f.Value!.Value));
        var told = Read(Rows + "Total | | 1,760 |\n\nThe army evacuated 1,760 people in two days.\n");
        Assert.Equal(["1,760 people"], told.Figures.Where(f => f.Counted).Select(f => f.AsWritten));
        Assert.Contains(told.Links, l => l.Type == LinkType.SamePeopleAs);
    }

    [Fact]
    public void A_table_whose_columns_are_places_is_read_down_its_columns()
    {
        const string Text = "## Situation on 12 May\n\n| Indicator | Anbar | Duhok | Total |\n|---|---:|---:|---:|\n| IDPs | 12,450 | 8,000 | 20,450 |\n" +
            "| Households | 2,075 | 1,333 | 3,408 |\n| Deaths | 12 | 3 | 15 |\n| Camps | 4 | 2 | 6 |\n";
        var dispatch = Read(Text);
        Assert.Equal(["idps 12450 Person 2075 >Anbar", "idps 8000 Person 1333 >Duhok", "idps 20450 Person 3408 >"], Told(dispatch));
        Assert.All(dispatch.Figures, f => Assert.Equal(new DateOnly(2024, 5, 12), f.Window.AsOf));
        Assert.Equal(2, dispatch.Links.Count(l => l.Type == LinkType.SubsetOf && l.To == dispatch.Figures[2].Id));
        Assert.Equal(["12", "3", "15"], dispatch.Numbers.Where(n => n.Role == NumberRole.Deaths).Select(n => n.AsWritten));
        Assert.Equal("8,000", dispatch.Figures[1].Span.Of(Text));
    }

    [Fact]
    public void Days_as_columns_are_the_days_of_their_stocks()
    {
        var dispatch = Read("| | 1 May | 8 May |\n|---|---|---|\n| IDPs | 12,450 | 13,000 |\n| Returnees | 300 | 450 |\n");
        Assert.Equal(["idps 12450 1", "idps 13000 8", "returnees 300 1", "returnees 450 8"], dispatch.Figures.Select(f =>
            $"{Spelling.Of(f.Category)} {f.Value} {f.Window.AsOf!.Value.Day}"));
        Assert.All(dispatch.Figures, f => Assert.Empty(f.Destination));
    }

    [Fact]
    public void A_list_without_headers_is_told_by_its_title_or_its_labels()
    {
        Assert.Equal(["idps 12450 Person  >Anbar", "idps 8000 Person  >Duhok", "idps 20450 Person  >"],
            Told(Read("<h2>IDPs by governorate</h2><table><tr><td>Anbar</td><td>12,450</td></tr><tr><td>Duhok</td><td>8,000</td></tr>" +
                "<tr><td>Total</td><td>20,450</td></tr></table>")));
        Assert.Equal(["idps 12450 Person  >Anbar", "idps 8000 Person  >Duhok"],
            Told(Read("## IDPs by governorate\n\n| Anbar | 12,450 |\n|---|---|\n| Duhok | 8,000 |\n")));
        var labelled = Read("<h2>Key figures</h2><table><tr><td>IDPs</td><td>12,450</td></tr><tr><td>Deaths</td><td>80</td></tr>" +
            "<tr><td>New arrivals since 1 May</td><td>2,450</td></tr></table>");
        Assert.Equal(["idps 12450 Person  >", "new_displacement 2450 Person  > counted"], Told(labelled));
        Assert.Equal(["80"], labelled.Numbers.Where(n => n.Role == NumberRole.Deaths).Select(n => n.AsWritten));
    }

    // The grammar, which reads label and value in lines, would make figures of the first column.
    [Theory]
    [InlineData("## IDPs\n\n| From / to | Zamzam | Tawila |\n|---|---|---|\n| El Fasher | 450 | 300 |\n| Kutum | 250 | 100 |\n")]
    [InlineData("Displaced people by camp\n\n| Camp | Kalma | Zamzam |\n|---|---|---|\n| April | 450 | 300 |\n| May | 250 | 100 |\n")]
    [InlineData("<h2>IDPs by governorate</h2><table><tr><td>Anbar</td><td>12,450</td><td>2,075</td></tr>" +
        "<tr><td>Duhok</td><td>8,000</td><td>1,333</td></tr></table>")]
    [InlineData("| Group | Reached | Targeted |\n|---|---|---|\n| IDPs | 1,200 | 5,000 |\n| Host community | 300 | 900 |\n")]
    [InlineData("| Group | Wave 1 | Wave 2 |\n|---|---|---|\n| IDPs | 1,200 | 5,000 |\n| Deaths | 3 | 9 |\n")]
    [InlineData("| Indicator | Anbar | 2023 |\n|---|---|---|\n| IDPs | 1,200 | 5,000 |\n| Camps | 3 | 9 |\n")]
    [InlineData("| IDPs in sites | Male | Female |\n|---|---|---|\n| Kalma | 450 | 300 |\n| Zamzam | 250 | 100 |\n")]
    public void A_table_of_numbers_that_no_layout_explains_gives_nothing(string text)
    {
        var dispatch = Read(text);
        Assert.Empty(dispatch.Figures);
        Assert.NotEmpty(dispatch.Numbers);
    }

    [Fact]
    public void Sentences_that_are_laid_out_in_a_table_are_read_as_sentences()
    {
        var dispatch = Read("<table><tr><td>Monday</td><td>About 450 people fled Kutum after the market was shelled, the council said.</td></tr>" +
            "<tr><td>Tuesday</td><td>No news.</td></tr></table>");
        Assert.Equal(["About 450 people"], dispatch.Figures.Select(f => f.AsWritten));
    }

    [Theory]
    [InlineData("| County | IDPs | IDP sites | IDPs in need | % of IDPs |\n|---|---|---|---|---|\n| Fangak | 7,000 | 12 | 6,500 | 30% |\n", 1)]
    [InlineData("## Returnees\n\n| Country | Male | Female | Total |\n|---|---|---|---|\n| Iran | 6,000 | 4,000 | 10,000 |\n", 1)]
    [InlineData("| Town | Price of bread | Displaced houses |\n|---|---|---|\n| A | 12 | 13 |\n", 0)]
    [InlineData("| IDPs | IDPs |\n|---|---|\n", 0)]
    [InlineData("| County | IDPs |\n|---|\n| A | 10\n| B\n|\n| | 5 | 6 | 7 |\n| C | 1,2,3 | x |\n", 2)]
    [InlineData("| | |\n|---|---|\n| A | 10 |\n", 0)]
    [InlineData("<table><tr><th>IDPs</th></tr></table>", 0)]
    [InlineData("<table><caption>IDPs</caption><tr><th>County</th><th>Families</th></tr><tr><td>Ayod<td>3,000<tr><td>Uror<td colspan=9 rowspan=9>7</table>", 2)]
    [InlineData("<table><tr><td>County</td><td>IDPs</td></tr><tr><td><table><tr><td>A</td><td>9</td></tr></table></td></tr></table>", 0)]
    [InlineData("<table><tr><th>County<th>IDPs<tr><td>A<td>10", 0)]
    public void Columns_of_other_things_ragged_rows_and_broken_tables_give_no_wrong_figures(string text, int figures) =>
        Assert.Equal(figures, Read(text).Figures.Count);

    [Fact]
    public void Names_and_telephone_numbers_in_tables_are_withheld()
    {
        const string Text = "| Family | IDPs | Contact |\n|---|---|---|\n| Mrs Amina Hassan | 7 | +249 912 345 678 |\n";
        var dispatch = Read(Text);
        var written = DispatchJson.Line(dispatch) + DispatchHtml.Page(dispatch, Text, "x");
        Assert.DoesNotContain("Amina", written, StringComparison.Ordinal);
        Assert.DoesNotContain("912", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_cost_no_more_than_their_length()
    {
        // Work told by allocation, which does not depend on the machine: four times the text, about four times the bytes.
        foreach (var unit in (string[])["<table><tr><th>County<th>IDPs<tr><td>A<td>10</table>", "<table>", "<td>", "<caption>", "<sup",
            "| a | IDPs |\n|---|---|\n| b | 5 |\n", "|---|\n"])
        {
            var small = Bytes(unit, 2_000);
            var large = Bytes(unit, 8_000);
            Assert.True(large < 8 * small + 1_000_000, $"{unit}: {small} and {large} bytes");
        }
    }

    private static long Bytes(string unit, int times)
    {
        var text = new StringBuilder().Insert(0, unit, times).ToString();
        Read(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
