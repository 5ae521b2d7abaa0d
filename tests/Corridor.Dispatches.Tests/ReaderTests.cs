using System.Text.Json;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Output;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Proposals;
using Corridor.Scenarios;

namespace Corridor.Dispatches.Tests;

public sealed class ReaderTests
{
    private static readonly ReadOptions May = new() { Published = new DateOnly(2024, 5, 15) };

    private static Figure One(string text, ReadOptions? options = null) => Assert.Single(DispatchReader.Read(text, options ?? May).Figures);

    [Theory]
    [InlineData("Some 12\u00A0345 people fled Kassala.", "12\u00A0345 people", 12345)]
    [InlineData("Some 12\u202F345 people fled Kassala.", "12\u202F345 people", 12345)]
    [InlineData("Some 12,\n345 people fled Kassala.", "12,\n345 people", 12345)]
    [InlineData("Some 4,2\u00AD00 peo\u00ADple fled Kassala.", "4,2\u00AD00 peo\u00ADple", 4200)]
    [InlineData("\uFEFFSome 1,25,000 people fled Kassala.", "1,25,000 people", 125000)]
    [InlineData("<p>Some <b>3,400</b> people&nbsp;fled Kassala.</p>", "3,400</b> people", 3400)]
    [InlineData("# Kassala\n\nSome **3,400** people fled [Kassala](http://example.org/300-people-fled).", "3,400** people", 3400)]
    [InlineData("Some 21.672 people fled Kassala.\r\n", "21.672 people", 21672)]
    [InlineData("It wasn\u2019t true: they\u2019d left, 3,400 people, and hadn't come back.", "3,400 people", 3400)]
    [InlineData("Sana'a isn't Sa'ada: Sa'd's men've driven out 3,400 people.", "3,400 people", 3400)]
    public void Offsets_refer_to_the_original_text(string text, string words, long value)
    {
        var figure = One(text);
        Assert.Equal(value, figure.Value);
        Assert.Equal(words, figure.Span.Of(text));
    }

    [Theory]
    [InlineData("KARSA, 5 March 2026 (OCHA) - ")]
    [InlineData("Port Alder, 5 March 2026 - ")]
    [InlineData("KARSA (OCHA) - ")]
    public void A_dateline_is_no_part_of_the_sentence_that_follows_it(string dateline)
    {
        const string story = "From Rivertown 1,700 people fled to North Hill on Monday.";
        var options = new ReadOptions { Published = new DateOnly(2026, 3, 5), Publisher = "OCHA" };
        var (alone, behind) = (One(story, options), One(dateline + story, options));
        Assert.Equal((alone.Window, alone.Category, alone.Counted), (behind.Window, behind.Category, behind.Counted));
        Assert.Equal(alone.Origin.Select(p => p.Name), behind.Origin.Select(p => p.Name));
        Assert.Equal(alone.Destination.Select(p => p.Name), behind.Destination.Select(p => p.Name));
        Assert.Equal(new DateOnly(2026, 3, 2), behind.Window.Start);
    }

    [Theory]
    [InlineData("1 March 2026 - 900 people fled Karsa.")]
    [InlineData("Karsa, 1 March 2026 - 900 people fled Karsa.\nKarsa, 2 March 2026 - The market was shut.")]
    public void A_chronology_tells_of_its_day(string text) => Assert.Equal(new DateOnly(2026, 3, 1), One(text, new ReadOptions()).Window.Start);

    [Theory]
    [InlineData("UNHCR: 4 March 2026 - 900 people fled from Karsa to Rivertown.", "UNHCR")]
    [InlineData("Karsa, 900 families fled Sunday 1 March 2026 - officials said.", "officials")]
    public void What_is_told_before_a_dash_is_no_dateline(string text, string source) => Assert.Equal(source, One(text, new ReadOptions()).Source.Name);

    [Fact]
    public void Reading_the_same_text_twice_gives_the_same_ids()
    {
        const string text = "About 900 families fled Wau on Monday; the road to Kuajok was cut.";
        var (a, b) = (DispatchReader.Read(text, May), DispatchReader.Read(text, May));
        Assert.Equal(DispatchJson.Line(a), DispatchJson.Line(b));
        Assert.Equal(DispatchProposals.Counts(a).Select(p => p.Id), DispatchProposals.Counts(b).Select(p => p.Id));
    }

    [Theory]
    [InlineData("About 2,000 residents of Tal Rona fled on Monday.", "About 2,000 residents of Tal Rona")]
    [InlineData("About 2,000 residents of the town fled on Monday.", "About 2,000 residents")]
    [InlineData("Some 9,000 people fled; 2,500 of them reached the camp at Tarma.", "2,500 of them")]
    public void Whose_number_it_is_belongs_to_its_words(string text, string words) =>
        Assert.Equal(words, DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 5, 15) }).Figures[^1].AsWritten);

    [Fact]
    public void A_dateline_gives_the_publication_day_and_the_publisher()
    {
        var dispatch = DispatchReader.Read("JUBA, 12 March 2024 (Reuters) - About 900 families fled Wau on Monday.");
        Assert.Equal(new DateOnly(2024, 3, 12), dispatch.Published);
        Assert.Equal("Reuters", dispatch.Publisher);
        Assert.Equal(new DateOnly(2024, 3, 11), Assert.Single(dispatch.Figures).Window.Start);
    }

    [Fact]
    public void Without_a_publication_day_no_relative_date_is_guessed() =>
        Assert.Equal(Window.None, One("About 900 families fled Wau on Monday.", new ReadOptions()).Window with { });

    [Fact]
    public void Households_become_persons_only_where_a_convention_is_known()
    {
        Assert.Equal(5400, One("About 900 families fled Rawa.", May with { Country = "IRQ" }).Persons);
        Assert.Null(One("About 900 families fled Lviv.", May with { Country = "UKR" }).Persons);
    }

    [Fact]
    public void Two_sources_that_disagree_are_both_proposed_side_by_side()
    {
        var dispatch = DispatchReader.Read("The government put the number of displaced in Kassala at 20,000; IOM put the figure at 31,000.", May);
        Assert.Contains(dispatch.Links, l => l.Type == LinkType.Contradicts);
        var proposals = DispatchProposals.Counts(dispatch);
        Assert.Equal(2, proposals.Count);
        Assert.All(proposals, p => Assert.Single(p.Contradicts));
    }

    [Fact]
    public void A_cut_road_proposes_a_closed_route_between_its_ends()
    {
        var gazetteer = new Gazetteer([new PlaceEntry("mosul", "Mosul", [], "town", 36.34, 43.13, "IRQ"),
            new PlaceEntry("tal-afar", "Tal Afar", ["Tel Afer"], "town", 36.37, 42.45, "IRQ")]);
        var dispatch = DispatchReader.Read("Army units cut the road between Mosul and Tell Afar on Tuesday.", May with { Gazetteer = gazetteer });
        var proposal = Assert.Single(DispatchProposals.Timeline(dispatch, []));
        Assert.Equal(("mosul--tal-afar", Change.Close, new DateOnly(2024, 5, 14)), (proposal.Subject, proposal.Change, proposal.Date));
    }

    [Fact]
    public void The_page_holds_no_address_to_load_and_marks_each_claim()
    {
        const string text = "About 900 families fled Wau <on> Monday & 12 people died.";
        var page = DispatchHtml.Page(DispatchReader.Read(text, May), text, "a <title>");
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        // Each mark leads to its row, each row to its mark.
        foreach (var claim in (string[])["f0", "n0"])
        {
            Assert.Contains($"<mark id=\"m-{claim}\"", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"#r-{claim}\"", page, StringComparison.Ordinal);
            Assert.Contains($"<tr id=\"r-{claim}\"", page, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"#m-{claim}\">", page, StringComparison.Ordinal);
        }

        Assert.Contains("class=\"counted\"", page, StringComparison.Ordinal);
        Assert.Contains("&lt;on&gt;", page, StringComparison.Ordinal);
        Assert.Contains("a &lt;title&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_page_of_the_web_the_words_are_shown_not_its_tags()
    {
        const string text = "<html><head><title>News</title><script>var n = 900;</script></head><body><p class=\"x\">About 900 <b>families</b> " +
            "fled&nbsp;Wau on Monday.</p><p>&lt;12&gt; people died.</p></body></html>";
        var page = DispatchHtml.Page(DispatchReader.Read(text, May), text, "news.html");
        Assert.Contains("<a href=\"#r-f0\">About 900 families<sup>", page, StringComparison.Ordinal);
        Assert.Contains("</mark> fled Wau on Monday.\n&lt;", page, StringComparison.Ordinal);
        foreach (var tag in (string[])["&lt;p", "&lt;b", "&lt;html", "class=&quot;x", "var n", "nbsp"])
            Assert.DoesNotContain(tag, page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_a_table_of_the_web_is_shown_on_one_line()
    {
        const string text = "<html><body><p>Arrivals</p><table><thead><tr><th>Place</th><th>Families<br>(in all)</th></tr></thead>\n"
            + "<tr>\n <td>Wau</td>\n <td></td>\n <td><p>900 people</p></td>\n</tr><TR><TD></TD><TD>70</TD></TR></table><p>End.</p></body></html>";
        var page = DispatchHtml.Page(DispatchReader.Read(text, May), text, "news.html");
        var shown = System.Text.RegularExpressions.Regex.Replace(page[page.IndexOf("Arrivals", StringComparison.Ordinal)..], "<sup>.*?</sup>|<[^>]+>", "");
        Assert.StartsWith("Arrivals\nPlace | Families (in all)\nWau |  | 900 people\n| 70\nEnd.", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_page_of_several_texts_each_row_leads_to_its_own_mark()
    {
        string[] texts = ["About 900 families fled Wau on Monday.", "Some 70 people fled Aweil, and 12 people died."];
        var page = DispatchHtml.Page([.. texts.Select(t => new DispatchText(DispatchReader.Read(t, May), t, "t"))]);
        var ids = System.Text.RegularExpressions.Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(["m-f0", "r-f0", "m-2-f0", "m-2-n0", "r-2-f0", "r-2-n0"], ids);
        Assert.All(System.Text.RegularExpressions.Regex.Matches(page, "href=\"#([^\"]+)\""), m => Assert.Contains(m.Groups[1].Value, ids));
    }

    [Fact]
    public void The_page_has_its_tables_whole_on_paper_and_what_is_folded_up_as_well()
    {
        var page = DispatchHtml.Page(DispatchReader.Read("About 900 families fled Wau.", May), "About 900 families fled Wau.", "Wau");
        var print = page[page.IndexOf("@page{size:landscape", StringComparison.Ordinal)..];
        Assert.Contains("table{width:100%;font-size:9px}", print, StringComparison.Ordinal);
        Assert.Contains("td:first-child,td.long{min-width:0}", print, StringComparison.Ordinal);
        Assert.Contains("details::details-content{content-visibility:visible}", print, StringComparison.Ordinal);
    }

    [Fact]
    public void The_csv_has_a_tag_for_every_column()
    {
        var rows = DispatchCsv.Rows([DispatchReader.Read("About 900 families fled Wau.", May)]).ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows[1], tag => Assert.StartsWith("#", tag, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal(rows[0].Count(), row.Count()));
        // Those who fled over a border, or came back, are no displaced people of their country: the category says who they are.
        Assert.Equal([("persons", "#affected+ind"), ("households", "#affected+hh")],
            rows[0].Zip(rows[1]).Where(c => c.Second.StartsWith("#affected", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_cell_of_the_csv_begins_as_a_formula() =>
        Assert.All(DispatchCsv.Rows([DispatchReader.Read("+900 people fled Wau on Monday.", May with { Publisher = "=1+1", Id = "@a" })])
            .SelectMany(row => row),
            cell => Assert.False(cell is ['=' or '@' or '+' or '-', ..], cell));

    [Fact]
    public void Every_number_keeps_its_role_in_the_json()
    {
        var line = DispatchJson.Line(DispatchReader.Read("Shelling killed 12 people, 40 km from Wau, and 900 families fled.", May));
        var roles = JsonDocument.Parse(line).RootElement.GetProperty("not_counted").EnumerateArray().Select(n => n.GetProperty("why").GetString()).ToList();
        Assert.Equal(["deaths", "distance"], roles);
    }
}
