using Corridor.Dispatches.Places;
using Corridor.Dispatches.Proposals;
using Corridor.Scenarios;

namespace Corridor.Dispatches.Tests;

/// <summary>What a dispatch proposes, as cells of proposals.csv.</summary>
public sealed class ProposalCellsTests
{
    private static readonly DateOnly Start = new(2026, 3, 1);
    private static readonly Scenario Empty = new() { Name = "", Start = Start, Days = 30, Places = [], Routes = [] };
    private static readonly Gazetteer Places = new([new PlaceEntry("port", "Port Alder", [], "town", 10, 20, "IRQ"),
        new PlaceEntry("hill-camp", "Hill camp", [], "camp", 10.2, 20, "IRQ")]);

    [Fact]
    public void A_flow_names_the_day_before_its_period_as_counts_do()
    {
        var row = One("Some 4,000 people have arrived at Hill camp since 3 March 2026, UNHCR said.");
        Assert.Equal(("count", "hill-camp", "inflow", "4000", "about", "2026-03-02"),
            (row["kind"], row["place"], row["measure"], row["people"], row["qualifier"], row["from"]));
        Assert.Equal(("UNHCR", "Daily", "2026-03-06", "proposed"), (row["source"], row["publisher"], row["published"], row["status"]));
    }

    [Fact]
    public void A_tally_that_tells_no_first_day_counts_from_the_start_of_the_scenario_and_says_so()
    {
        var row = One("So far 9,000 people have fled Port Alder.");
        Assert.Equal("2026-02-28", row["from"]);
        Assert.Contains("no first day told", row["note"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The road between Port Alder and Hill camp was closed on 31 February.", "2026-03-06",
        "road closed, asserted; no day told: that of publication")]
    [InlineData("The road between Port Alder and Hill camp was closed on 28 February.", "2026-02-28", "road closed, asserted")]
    public void A_change_without_a_day_that_exists_has_that_of_publication_and_says_so(string text, string date, string note)
    {
        var row = One(text);
        Assert.Equal((date, note), (row["date"], row["note"]));
    }

    [Fact]
    public void Households_keep_their_number()
    {
        var row = One("Hill camp now shelters 300 displaced families, the governor's office said.");
        Assert.Equal(("300", "1800", "stock"), (row["households"], row["people"], row["measure"]));
    }

    [Theory]
    [InlineData("Some 3,000 IDPs are in Hill camp, 400 of them children.", "stock hill-camp 3000")]
    [InlineData("Some 3,000 people fled to Port Alder on Tuesday, 400 of them children.", "inflow port 3000")]
    [InlineData("In Karsa 9,000 people were displaced on Tuesday and in Mado 4,000, for a total of 13,000.",
        "outflow Karsa 9000|outflow Mado 4000|outflow * 13000")]
    [InlineData("The number of displaced people in Hill camp fell from 23,000 to 14,500.", "stock hill-camp 14500")]
    [InlineData("Hill camp hosts 23,000 people, up from 14,500.", "stock hill-camp 23000")]
    [InlineData("Hill camp hosts 23,000 people, up from 14,500 on Monday.", "stock hill-camp 23000|stock hill-camp 14500")]
    [InlineData("Some 3,000 IDPs are in the district, 400 of them in Hill camp.", "stock the district 3000|stock hill-camp 400")]
    [InlineData("Of the 3,000 people who fled Port Alder, 900 are now in Hill camp.", "outflow port 3000|stock hill-camp 900")]
    [InlineData("Some 700 people fled Port Alder on Tuesday, bringing to 3,000 the number of people displaced from Port Alder since 1 March 2026.",
        "outflow port 700|outflow port 3000")]
    [InlineData("The army ordered 3,000 people to leave Port Alder, of whom 900 had left by Tuesday.", "outflow port 900")]
    public void A_part_is_no_rival_of_its_whole(string text, string proposed) =>
        Assert.Equal(proposed, string.Join('|', Rows(text).Select(row => $"{row["measure"]} {row["place"]} {row["people"]}")));

    [Fact]
    public void Who_came_of_a_flow_is_not_all_that_a_camp_holds()
    {
        var rows = Rows("Some 3,000 people fled Port Alder this week, of whom 900 are in Hill camp.").ToList();
        Assert.Equal(("stock", "900", "at least"), (rows[1]["measure"], rows[1]["people"], rows[1]["qualifier"]));
        Assert.Contains("others may be there", rows[1]["note"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The army besieged Port Alder on Tuesday.", "port close")]
    [InlineData("Some 800 people fled the besieged town of Port Alder on Tuesday.", "")]
    [InlineData("Port Alder is besieged. The road from Port Alder to Hill camp is open.", "port--hill-camp open")]
    public void A_town_that_people_leave_is_not_closed(string text, string proposed)
    {
        var changes = Rows(text).Where(row => row["kind"] == "timeline").ToList();
        Assert.Equal(proposed, string.Join('|', changes.Select(row => $"{row["subject"]} {row["change"]}")));
        Assert.All(changes.Where(row => row["change"] == "close"), row => Assert.Contains("nobody leaves", row["note"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Some 3,000 people returned to Port Alder on Tuesday.")]
    [InlineData("Some 3,000 returnees are living in Port Alder.")]
    public void Who_is_home_again_is_no_count_of_displaced_people(string text)
    {
        Assert.Empty(Rows(text));
        var figure = Assert.Single(DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2026, 3, 5) }).Figures);
        Assert.Contains("home again", DispatchProposals.WhyNot(figure), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Traffic between Bora and Sadi has stopped.", "Bora--Sadi close")]
    [InlineData("The army closed the road between Bora and Sadi M1 camp.", "Bora--Sadi M1 camp close")]
    [InlineData("The army closed the road between Port Alder and Hill camp.", "port--hill-camp close")]
    [InlineData("The army closed the road between Hill camp and Port Alder.", "hill-camp--port close")]
    [InlineData("Families fled Karsa, which was taken by rebels.", "Karsa conflict")]
    public void A_change_is_of_places_and_of_nothing_else(string text, string proposed) =>
        Assert.Equal(proposed, string.Join('|', Rows(text).Select(row => $"{row["subject"]} {row["change"]}")));

    [Fact]
    public void Every_row_has_its_span_and_an_excerpt_without_private_names()
    {
        const string text = "\"We ran,\" said Dara Amin, 31, one of 250 people who fled Port Alder on Wednesday.";
        foreach (var row in Rows(text))
        {
            Assert.Contains("250", text[int.Parse(row["span_start"], null)..int.Parse(row["span_end"], null)], StringComparison.Ordinal);
            Assert.All(row.Values, cell => Assert.DoesNotContain("Dara", cell, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_cell_has_a_line_break_or_begins_as_a_formula()
    {
        foreach (var row in Rows("=HYPERLINK(1) some 40 people\n  fled Port Alder on Monday.\n\n+60 people fled Port Alder on Tuesday."))
            Assert.All(row.Values, cell => Assert.False(cell.Contains('\n', StringComparison.Ordinal) || cell is ['=' or '@' or '+' or '-', ..], cell));
    }

    [Fact]
    public void Every_column_has_a_hashtag_and_every_cell_a_column()
    {
        Assert.Equal(ProposalCells.Columns.Count, ProposalCells.Tags.Count);
        Assert.All(ProposalCells.Tags, tag => Assert.StartsWith("#", tag, StringComparison.Ordinal));
        foreach (var row in Rows("The road from Port Alder to Hill camp was cut on Monday. Some 40 people fled Port Alder."))
            Assert.Subset(ProposalCells.Columns.ToHashSet(), row.Keys.ToHashSet());
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string text) =>
        ProposalCells.Of(DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2026, 3, 6), Publisher = "Daily", Gazetteer = Places,
            Country = "IRQ" }), Empty);

    private static IReadOnlyDictionary<string, string> One(string text) => Assert.Single(Rows(text));
}
