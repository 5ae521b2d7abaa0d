using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Tests;

/// <summary>
/// How a number adds up over time, by construction: verbs of flight and arrival and verbs done to people, in their tenses, with the words that say when.
/// The expected aggregation follows from how the sentence is made.
/// </summary>
public sealed class AggregationGrammarTests(ITestOutputHelper output)
{
    // Past, participle, plain form, -ing, and the place that follows.
    private static readonly string[][] Moves =
    [
        ["fled", "fled", "flee", "fleeing", "Shura"],
        ["left", "left", "leave", "leaving", "Shura"],
        ["escaped from", "escaped from", "escape from", "escaping from", "Shura"],
        ["reached", "reached", "reach", "reaching", "Debaga"],
        ["arrived in", "arrived in", "arrive in", "arriving in", "Debaga"],
        ["sought refuge in", "sought refuge in", "seek refuge in", "seeking refuge in", "Debaga"],
        ["crossed into", "crossed into", "cross into", "crossing into", "Turkey"],
        ["returned to", "returned to", "return to", "returning to", "Shura"],
        ["went back to", "gone back to", "go back to", "going back to", "Shura"],
    ];

    private static readonly string[][] Removals =
    [
        ["displaced", "from Shura"], ["uprooted", "from Shura"], ["evacuated", "from Shura"], ["driven out", "of Shura"],
        ["forced from their homes", "in Shura"], ["moved", "to Debaga"], ["bused", "out of Shura"], ["made homeless", "in Shura"],
    ];

    // A stretch of time that is over: what happened in it is new.
    private static readonly string[] Windows =
    [
        "on Saturday", "yesterday", "overnight", "last week", "this week", "over the weekend", "in the last three days", "over the past 24 hours",
        "in three days", "in 48 hours",
        "in a single day", "during the night", "between Monday and Thursday", "between 7 and 12 November", "on 14 November", "last month",
        "during October", "in the week to 13 November",
    ];

    // A start or a reading: everyone up to then.
    private static readonly string[] Totals =
        ["since Monday", "since 17 October", "since the offensive began", "since then", "so far", "to date", "up to now", "until now",
            "as of Friday", "by Friday"];

    [Fact]
    public void A_number_of_a_stretch_of_time_is_incremental() => Read(Aggregation.Incremental, With(Windows,
        ["Some 2,400 people {past} {place} {when}, OCHA said.", "Some 2,400 people have {done} {place} {when}, OCHA said.",
            "OCHA said 2,400 people had {done} {place} {when}.", "Another 2,400 people {past} {place} {when}."],
        ["Some 2,400 people were {done} {place} {when}, OCHA said.", "Some 2,400 people have been {done} {place} {when}, OCHA said.",
            "OCHA said 2,400 people had been {done} {place} {when}.", "IOM recorded 2,400 people {done} {place} {when}."]));

    [Fact]
    public void A_number_since_a_start_or_up_to_a_day_is_cumulative() => Read(Aggregation.Cumulative, With(Totals,
        ["Some 2,400 people have {done} {place} {when}, OCHA said.", "OCHA said 2,400 people had {done} {place} {when}."],
        ["Some 2,400 people have been {done} {place} {when}, OCHA said.", "IOM has recorded 2,400 people {done} {place} {when}."]));

    [Fact]
    public void The_perfect_tells_all_so_far_and_the_past_one_event()
    {
        Read(Aggregation.Cumulative, With([""], ["Some 2,400 people have {done} {place}, OCHA said.",
            "A total of 2,400 people have {done} {place}, OCHA said."], ["Some 2,400 people have been {done} {place}, OCHA said."]));
        Read(Aggregation.Incremental, With([""],
            ["Gunmen entered the town, and 2,400 people had {done} {place}, the mayor said.", "By nightfall 2,400 people had {done} {place}.",
                "Before the attack 2,400 people had {done} {place}.", "Some 2,400 people {past} {place} when the shelling began, OCHA said."],
            ["Some 2,400 people were {done} {place}, OCHA said.", "OCHA said 2,400 people had been {done} {place}.",
                "By noon 2,400 people had been {done} {place}, the mayor said."]));
    }

    [Fact]
    public void The_start_of_something_else_makes_no_total() => Read(Aggregation.Incremental, With([""],
        ["Some 2,400 people {past} {place} on Friday, the first since the offensive began.",
            "Some 2,400 people {past} {place} on Friday, the largest number on one day since May.",
            "Some 2,400 people {past} {place} on Friday, bringing the total since October to 9,100.",
            "The road has been closed since Tuesday; 2,400 people {past} {place} on Friday.",
            "Since October 9,100 people have {done} {place}, and 2,400 on Friday alone.",
            "In four days 2,400 people {past} {place}, making 9,100 since October.",
            "On Friday 2,400 people {past} {place}, which has been cut off since August."],
        ["Five days of air raids have seen 2,400 people {done} {place}."]));

    [Fact]
    public void A_total_beside_a_new_number_is_cumulative() => Read(Aggregation.Cumulative, With([""],
        ["Some 640 people {past} {place} on Friday, bringing the total since October to 2,400, OCHA said.",
            "A further 640 people {past} {place} on Friday, raising the total to 2,400, OCHA said.",
            "Since October 2,400 people have {done} {place}, 640 of them on Friday, OCHA said."], []));

    [Fact]
    public void A_start_or_an_end_in_another_clause_makes_no_total() => Read(Aggregation.Incremental, With([""],
        ["With the bridge shut since Tuesday, 2,400 people {past} {place} on Friday.",
            "The road has been closed since Tuesday, so 2,400 people {past} {place} on Friday.",
            "There has been no power since Tuesday and 2,400 people {past} {place}.",
            "Some 2,400 people {past} {place} on Friday, and by Saturday the streets were empty."],
        ["Because the gate has been sealed since Monday, 2,400 people were {done} {place} on Friday.",
            "Some 2,400 people were {done} {place} on Friday, and by Saturday the streets were empty."]));

    [Fact]
    public void All_whom_an_event_has_driven_out_are_cumulative_whenever_it_was() => Read(Aggregation.Cumulative, With([""],
        ["Three weeks into the offensive, 2,400 people had {done} {place}, OCHA said.", "A month into the siege 2,400 people have {done} {place}."],
        ["Some 2,400 people have been {done} {place} by the floods that struck the valley last Tuesday.",
            "Some 2,400 people have been {done} {place} by the earthquake of 12 November.", "During the four-year insurgency 2,400 people were {done} {place}.",
            "In three months of fighting 2,400 people were {done} {place}."]));

    [Fact]
    public void Counts_that_answer_each_other_are_of_one_time_and_leave_it_open_where_none_is_told()
    {
        Read(Aggregation.Unknown, With([""], [], ["OCHA said 2,400 people were {done} {place}; the army said 900.",
            "OCHA said 900 people were {done} {place}; the army said 2,400.",
            "The army claimed that 2,400 people were {done} {place}, which nobody could check."]));
        Read(Aggregation.Incremental, With([""], ["The mayor said 900 people {past} {place} on Friday; the army spoke of 2,400."],
            ["OCHA said 900 people were {done} {place} on Friday; the army spoke of 2,400."]));
        Read(Aggregation.Cumulative, With([""], ["Since Monday 900 people have {done} {place}, the mayor said; the army spoke of 2,400."],
            ["Since Monday 900 people have been {done} {place}, OCHA said; the army spoke of 2,400."]));
    }

    [Fact]
    public void A_part_may_have_a_time_of_its_own_and_a_whole_goes_on()
    {
        Read(Aggregation.Incremental, With([""], ["Since October 9,100 people have {done} {place}, 2,400 of them in the past week."],
            ["By Friday 9,100 people had been {done} {place}, 2,400 of them over the past week."]));
        Read(Aggregation.Cumulative, With([""], ["Of the 2,400 people who {past} {place}, a third have since moved on to Erbil."],
            ["Of the 2,400 people who were {done} {place}, a third have since moved on to Erbil."]));
    }

    [Fact]
    public void What_may_have_happened_is_no_forecast() => Read(Aggregation.Incremental, With([""],
        [], ["Up to 2,400 people may have been {done} {place} in the last three days, OCHA said."]));

    [Fact]
    public void A_number_per_day_or_week_is_a_rate() => Read(Aggregation.Rate, With([""],
        ["About 2,400 people a day are {doing} {place}, OCHA said.", "Each day about 2,400 people {plain} {place}, OCHA said.",
            "Every week some 2,400 people {plain} {place}, OCHA said.", "About 2,400 people {plain} {place} daily, OCHA said.",
            "An average of 2,400 people per day {past} {place} last week, OCHA said."],
        ["Some 2,400 people a day are being {done} {place}, OCHA said."]));

    [Fact]
    public void What_is_expected_or_ordered_is_a_forecast() => Read(Aggregation.Forecast, With([""],
        ["Up to 2,400 people may {plain} {place}, OCHA warned.", "Another 2,400 people are expected to {plain} {place} this week, OCHA said.",
            "Some 2,400 people will {plain} {place} on Monday, OCHA said.", "OCHA plans for 2,400 people to {plain} {place} by Friday."],
        ["Some 2,400 people could be {done} {place}, OCHA said.", "Some 2,400 people are to be {done} {place} on Monday, OCHA said."]));

    [Fact]
    public void Those_who_are_somewhere_are_a_snapshot() => Read(Aggregation.Snapshot,
        from who in new[] { "displaced people", "displaced families", "IDPs", "people from Shura", "families from Shura" }
        from sentence in new[]
        {
            "Some 2,400 {who} are living in the camp, OCHA said.", "Some 2,400 {who} are sheltering in schools, OCHA said.",
            "The camp hosts 2,400 {who}, OCHA said.", "Debaga camp houses 2,400 {who}, OCHA said.",
            "Some 2,400 {who} remain in the camp, OCHA said.", "Some 2,400 {who} were in the camp on Friday, OCHA said.",
            "On Friday 2,400 {who} were sheltering in schools, OCHA said.", "As of Friday 2,400 {who} were sheltering in schools, OCHA said.",
            "Some 2,400 {who} have been living in the camp since October, OCHA said.", "By Friday the camp held 2,400 {who}, OCHA said.",
            "The camp sheltered 2,400 {who} on Friday, up from 1,900 on Thursday, OCHA said.",
        }
        select sentence.Replace("{who}", who, StringComparison.Ordinal));

    private static IEnumerable<string> With(string[] times, string[] moves, string[] removals) =>
        (from v in Moves from time in times from sentence in moves
         select sentence.Replace("{past}", v[0], StringComparison.Ordinal).Replace("{done}", v[1], StringComparison.Ordinal)
             .Replace("{plain}", v[2], StringComparison.Ordinal).Replace("{doing}", v[3], StringComparison.Ordinal)
             .Replace("{place}", v[4], StringComparison.Ordinal).Replace("{when}", time, StringComparison.Ordinal))
        .Concat(from v in Removals from time in times from sentence in removals
                select sentence.Replace("{done}", v[0], StringComparison.Ordinal).Replace("{place}", v[1], StringComparison.Ordinal)
                    .Replace("{when}", time, StringComparison.Ordinal));

    private void Read(Aggregation expected, IEnumerable<string> sentences)
    {
        var wrong = new List<string>();
        foreach (var text in sentences)
        {
            var figure = DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2016, 11, 20) }).Figures.FirstOrDefault(f => f.Value == 2400);
            if (figure?.Aggregation != expected) wrong.Add($"{text}\n    {figure?.Aggregation.ToString() ?? "no figure"}, expected {expected}");
        }

        foreach (var line in wrong) output.WriteLine(line);
        Assert.Empty(wrong);
    }
}
