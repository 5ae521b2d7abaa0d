namespace Corridor.Dispatches.Tests;

/// <summary>
/// Every verb of leaving, coming and being driven out in every construction that news and reports put a number in: a verb that one
/// construction knows is known to all. The number of each sentence is 640, the earlier or later one 310.
/// </summary>
public sealed class ConstructionTests
{
    // base form, past, participle, -ing; what follows is the place that people leave.
    private static readonly (string Base, string Past, string Participle, string Ing, string From)[] Leaving =
    [
        ("flee", "fled", "fled", "fleeing", "from Karsa"), ("leave", "left", "left", "leaving", "Karsa"),
        ("escape", "escaped", "escaped", "escaping", "from Karsa"),
        ("move out", "moved out", "moved out", "moving out", "of Karsa"), ("get out", "got out", "got out", "getting out", "of Karsa"),
        ("walk out", "walked out", "walked out", "walking out", "of Karsa"), ("pour out", "poured out", "poured out", "pouring out", "of Karsa"),
        ("stream out", "streamed out", "streamed out", "streaming out", "of Karsa"), ("slip out", "slipped out", "slipped out", "slipping out", "of Karsa"),
        ("drive out", "drove out", "driven out", "driving out", "of Karsa"), ("break out", "broke out", "broken out", "breaking out", "of Karsa"),
        ("take flight", "took flight", "taken flight", "taking flight", "from Karsa"), ("run", "ran", "run", "running", "from Karsa"),
        ("depart", "departed", "departed", "departing", "from Karsa"),
    ];

    private static readonly string[] WhoLeave =
    [
        "Some 640 people have {participle} {from} since Tuesday, OCHA said.",
        "At least 640 families {past} {from} overnight.",
        "The town was shelled on Friday and 640 {past}.",
        "A further 640 people {past} {from} on Sunday.",
        "The 640 people who {past} {from} on Friday are now in a school at Debaga.",
        "The number of people who have {participle} {from} has reached 640, IOM said.",
        "There were 640 people who {past} {from} on Friday, a police officer said.",
        "Shelling resumed on Friday, with 640 people {ing} {from}.",
        "By Friday evening 640 people had {participle} {from}.",
        "People {past} {from} on Friday. Volunteers counted 640.",
        "People {past} {from} all week. The total stands at 640, the governor said.",
        "Whole families {past} {from} on Friday. They number about 640.",
        "IOM has recorded 640 people who {past} {from} this month.",
        "IOM field staff saw 640 people {ing} {from} on Friday.",
        "So far 640 people have {participle} {from}, according to the provincial council.",
        "They {past} {from} before dawn - 640 people in all.",
        "They {past} {from} before dawn (640 people).",
        "The school is full of the 640 people OCHA says {past} {from}.",
        "\"About 640 people {past} {from} on Friday,\" a Red Crescent official said.",
    ];

    private static readonly string[] WhoMayLeave =
    [
        "Up to 640 people may {base} {from} in the coming days, UNHCR warned.",
        "UNHCR expects 640 people to {base} {from} if the road opens.",
        "The 640 people in the village have not {participle}.",
        "The army denied that 640 people had {participle} {from}.",
        "Another 640 people are preparing to {base} {from}.",
        "As many as 640 people a day {past} {from} last week.",
    ];

    // participles of what is done to people; what follows is the place that they are driven from.
    private static readonly (string Participle, string From)[] Driven =
    [
        ("displaced", "from Karsa"), ("uprooted", "from Karsa"), ("evacuated", "from Karsa"), ("driven out", "of Karsa"), ("forced out", "of Karsa"),
        ("forced to flee", "Karsa"),
        ("expelled", "from Karsa"), ("moved out", "of Karsa"), ("bused out", "of Karsa"), ("ferried out", "of Karsa"), ("airlifted out", "of Karsa"),
        ("chased out", "of Karsa"),
        ("thrown out", "of Karsa"), ("compelled to leave", "Karsa"), ("made to leave", "Karsa"), ("pushed out", "of Karsa"),
        ("ejected", "from Karsa"), ("put to flight", ""),
        ("driven from their homes", "in Karsa"), ("shelled out of their homes", "in Karsa"), ("made homeless", ""),
    ];

    private static readonly string[] WhoAreDriven =
    [
        "Some 640 people were {participle} {from} on Friday, OCHA said.",
        "At least 640 families have been {participle} {from} since Monday.",
        "The number of people {participle} {from} has reached 640, IOM said.",
        "The number of people who have been {participle} {from} stands at 640.",
        "The 640 people {participle} {from} on Friday are now in a school at Debaga.",
        "Fighting resumed on Friday, with 640 people {participle} {from}.",
        "IOM has recorded 640 people {participle} {from} this month.",
        "People {participle} {from} since Monday: 640.",
        "The week saw 640 people {participle} {from}.",
        "People were {participle} {from} on Friday. Volunteers counted 640.",
        "The fighting on Friday, in which 640 people were {participle} {from}, has ended.",
        "Some 640 people had to be {participle} {from} on Friday, the mayor said.",
    ];

    private static readonly string[] WhoMayBeDriven =
    [
        "Up to 640 people could be {participle} {from}, UNHCR warned.",
        "Another 640 people are to be {participle} {from} on Monday.",
    ];

    [Fact]
    public void People_who_leave_are_counted_whatever_the_verb_and_the_construction() =>
        Check(from verb in Leaving from sentence in WhoLeave select (Fill(sentence, verb.Base, verb.Past, verb.Participle, verb.Ing, verb.From), true));

    [Fact]
    public void People_who_may_leave_or_have_not_left_are_not() =>
        Check(from verb in Leaving from sentence in WhoMayLeave select (Fill(sentence, verb.Base, verb.Past, verb.Participle, verb.Ing, verb.From), false));

    [Fact]
    public void People_who_are_driven_out_are_counted_whatever_the_verb_and_the_construction() =>
        Check(from verb in Driven from sentence in WhoAreDriven select (Fill(sentence, "", "", verb.Participle, "", verb.From), true));

    [Fact]
    public void People_who_may_be_driven_out_are_not() =>
        Check(from verb in Driven from sentence in WhoMayBeDriven select (Fill(sentence, "", "", verb.Participle, "", verb.From), false));

    private static string Fill(string sentence, string verb, string past, string participle, string ing, string from) =>
        sentence.Replace("{base}", verb, StringComparison.Ordinal).Replace("{past}", past, StringComparison.Ordinal)
            .Replace("{participle}", participle, StringComparison.Ordinal)
            .Replace("{ing}", ing, StringComparison.Ordinal).Replace(from.Length == 0 ? " {from}" : "{from}", from, StringComparison.Ordinal);

    private static void Check(IEnumerable<(string Text, bool Counted)> sentences)
    {
        var wrong = (from s in sentences let counted = Counts(s.Text) where counted != s.Counted
            select $"{(counted ? "counted" : "not counted")}: {s.Text}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n" + string.Join('\n', wrong));
    }

    private static bool Counts(string text) =>
        DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2016, 11, 20) }).Figures.Any(f => f.Counted && f.Value == 640);
}
