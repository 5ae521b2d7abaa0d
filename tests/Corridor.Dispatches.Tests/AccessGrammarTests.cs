using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Tests;

/// <summary>
/// Every kind of way in every construction that tells its state, and every verb of closing, opening and taking in every construction of a verb: the
/// answer is known from the construction.
/// </summary>
public sealed class AccessGrammarTests
{
    private static readonly (string Words, Feature Feature)[] Ways =
    [
        ("the Mesik road", Feature.Road), ("the highway between Darit and Mesik", Feature.Road), ("the Salim tunnel", Feature.Road),
        ("the Orna bridge", Feature.Bridge),
        ("the Kolen border crossing", Feature.Crossing), ("the checkpoint at Harim", Feature.Checkpoint),
        ("the humanitarian corridor to Mesik", Feature.Corridor),
    ];

    // past, participle, -ing, noun
    private static readonly (string Past, string Participle, string Ing, string Noun)[] Closing =
        [("closed", "closed", "closing", "closure"), ("shut", "shut", "shutting", "closing"), ("blocked", "blocked", "blocking", "blocking"),
            ("cut", "cut", "cutting", "cutting")];

    private static readonly (string Past, string Participle, string Ing, string Noun)[] Opening =
        [("reopened", "reopened", "reopening", "reopening"), ("opened", "opened", "opening", "opening"), ("cleared", "cleared", "clearing", "clearing")];

    private static readonly (string Past, string Participle, string Ing, string Noun)[] Taking =
        [("captured", "captured", "capturing", "capture"), ("seized", "seized", "seizing", "seizure"), ("overran", "overrun", "overrunning", "capture")];

    private static readonly string[] Done =
    [
        "{X} was {pp} on Tuesday.", "{X}, {pp} since Tuesday, leads to the coast.",
        "Families walked to Darit, with {X} {pp} since Tuesday.", "With {X} {pp}, families walked to Darit.",
        "Rebels {past} {X} on Tuesday.", "{X}, which rebels {past} on Tuesday, leads to the coast.",
        "{X} that rebels {past} on Tuesday leads to the coast.",
        "The {noun} of {X} on Tuesday left families stranded.", "Families fled past {X}, {pp} by rebels on Tuesday.",
        "{X} has been {pp} by rebels.",
        "After {X} was {pp} on Tuesday, families walked to Darit.", "Since {X} was {pp} on Tuesday, prices have doubled.",
        "Rebels moved on, {ing} {X} behind them.",
        "Having {pp} {X}, rebels moved on.", "{X} (about 40 km long) was {pp} on Tuesday.",
        "{X} (rebels hold both ends) was {pp} on Tuesday.", "Rebels {past} two schools and {X}.",
        "{X}, the mayor said, has been {pp}.", "Neither side would say who had {pp} {X}.", "It was on Tuesday that rebels {past} {X}.",
        "Darit, where rebels {past} {X} on Tuesday, is quiet.",
    ];

    // The clause that tells of a way begins with who did it, and no "that".
    private static readonly string[] Contact =
    [
        "The Orna {x} rebels {past} on Tuesday leads to the coast.", "Darit, whose {x} rebels {past} on Tuesday, is quiet.",
        "The Orna {x} they fled on was {pp} on Tuesday.",
        "The Orna {x} families had been using was {pp} again on Tuesday.",
    ];

    private static readonly string[] Shut =
    [
        "{X} is no longer open.", "{X} has yet to reopen.", "{X} will not reopen before Friday.",
        "There is no sign that {X} will reopen soon.", "There is no prospect of {X} reopening soon.",
        "There is little hope that {X} will be reopened this month.", "Nothing passes {X}.", "Nothing has crossed {X} since Tuesday.",
        "No one is allowed through {X}.", "Traffic has stopped on {X}.",
        "{X} cannot be used.", "Floods have made {X} impassable.", "The army keeps {X} closed.", "Guards let nobody through {X}.",
    ];

    private static readonly string[] Usable =
    [
        "{X} is no longer blocked.", "{X} is the only way still open.", "The only road still open is {X}.",
        "{X} is the last open route out of Darit.", "Only {X} is still open.",
        "Traffic has resumed on {X}.", "{X} can be used again.", "Families can cross {X} again.", "The army has left {X} open.",
    ];

    private static readonly string[] Limited =
    [
        "{X} is passable only for lorries.", "{X} is passable, but only on foot.", "Only ambulances may use {X}.",
        "{X} is open two hours a day.", "{X} is closed to lorries.",
        "One lane of {X} has been reopened.", "With {X} open only to buses, families walked.",
        "{X}, passable only for lorries, leads to the coast.", "Guards let only women and children through {X}.",
    ];

    private static readonly string[] Ahead =
    [
        "{X} is to reopen on Sunday.", "Engineers want to reopen {X} next month.", "The reopening of {X} will follow on Sunday.",
        "The reopening of {X} is planned for Sunday.",
        "The reopening of {X} is expected on Sunday.", "The army agreed to reopen {X}.",
    ];

    // The second way is told by what is left out.
    private static readonly (string Sentence, AccessState First, AccessState Second)[] Left =
    [
        ("Rebels cut {X} on Monday and the Zelin bridge on Tuesday.", AccessState.Closed, AccessState.Closed),
        ("{X} was closed on Monday, and the Zelin bridge on Tuesday.", AccessState.Closed, AccessState.Closed),
        ("{X} reopened on Monday and the Zelin bridge on Tuesday.", AccessState.Open, AccessState.Open),
        ("{X} is closed, as is the Zelin bridge.", AccessState.Closed, AccessState.Closed),
        ("{X} is closed, and so is the Zelin bridge.", AccessState.Closed, AccessState.Closed),
    ];

    private static readonly string[] Towns = ["Orna", "the town of Orna", "the village of Zelin", "Karsa district"];

    private static readonly string[] Taken =
    [
        "Rebels {past} {X} on Tuesday.", "{X} was {pp} by rebels on Tuesday.", "{X}, {pp} by rebels on Tuesday, is quiet.",
        "{X}, which rebels {past} on Tuesday, is quiet.",
        "The {noun} of {X} on Tuesday sent families fleeing.", "With {X} {pp} by rebels, families walked to the coast.",
        "Families left {X} a week after it was {pp} by rebels.", "Having {pp} {X}, rebels moved on.",
        "Rebels {past} Darit on Monday and {X} on Tuesday.", "Families who fled when {X} was {pp} by rebels on Tuesday are in schools.",
    ];

    private static readonly (string Sentence, AccessState State)[] Barred =
    [
        ("Rebels agreed to allow access to {X}.", AccessState.PlannedOpen), ("Rebels have granted access to {X}.", AccessState.Open),
        ("Rebels are denying access to {X}.", AccessState.Closed),
        ("Rebels blocked access to {X}.", AccessState.Closed), ("Rebels blocked families from entering {X}.", AccessState.Closed),
        ("Rebels stopped them from entering {X}.", AccessState.Closed),
        ("Families were prevented from entering {X}.", AccessState.Closed), ("Nobody can get in or out of {X}.", AccessState.Sealed),
        ("There is no way in or out of {X}.", AccessState.Sealed),
        ("{X} is accessible again.", AccessState.Open),
    ];

    private static readonly (string Sentence, AccessState State)[] Camps =
    [
        ("{X} is already full, the mayor said.", AccessState.Restricted),
        ("Families sleep outside because {X} is full.", AccessState.Restricted), ("{X} has run out of space.", AccessState.Restricted),
        ("{X} has been full since Tuesday and is turning newcomers away.", AccessState.Closed),
        ("{X} opened on Tuesday.", AccessState.Open), ("The army shut {X} on Tuesday.", AccessState.Closed),
    ];

    private static readonly string[] Nothing =
    [
        "Rebels attacked a town on Tuesday.", "Families fled after a village was bombed.", "Police want to open the railway tracks.",
        "The hospital is full.", "The town is full of families.",
        "Access to food is restricted.", "The army is preparing to retake the city.",
        "The road to peace is closed.",
    ];

    [Fact]
    public void Ways_are_closed_whatever_the_verb_and_the_construction() =>
        Check(from x in Ways from v in Closing from t in Done select (Fill(t, x.Words, v), Is(x.Feature, AccessState.Closed)));

    [Fact]
    public void Ways_are_opened_whatever_the_verb_and_the_construction() =>
        Check(from x in Ways from v in Opening from t in Done select (Fill(t, x.Words, v), Is(x.Feature, AccessState.Open)));

    [Fact]
    public void A_clause_without_that_is_told_of_the_way_before_it() =>
        Check(from x in ((string Noun, Feature Feature)[])[("road", Feature.Road), ("bridge", Feature.Bridge), ("crossing", Feature.Crossing)]
            from v in Closing from t in Contact select (Fill(t.Replace("{x}", x.Noun, StringComparison.Ordinal), "", v), Is(x.Feature, AccessState.Closed)));

    [Fact]
    public void States_are_told_by_those_who_pass_and_by_what_is_not_so() =>
        Check((from x in Ways from t in Shut select (Fill(t, x.Words, default), Is(x.Feature, AccessState.Closed)))
            .Concat(from x in Ways from t in Usable select (Fill(t, x.Words, default), Is(x.Feature, AccessState.Open)))
            .Concat(from x in Ways from t in Limited select (Fill(t, x.Words, default), Is(x.Feature, AccessState.Restricted))));

    [Fact]
    public void What_is_still_to_come_is_planned() =>
        Check(from x in Ways from t in Ahead select (Fill(t, x.Words, default), Is(x.Feature, AccessState.PlannedOpen)));

    [Fact]
    public void A_verb_that_is_left_out_is_told_of_the_second_way_too() =>
        Check(from x in Ways from t in Left select (Fill(t.Sentence, x.Words, default), Is(x.Feature, t.First).Append((Feature.Bridge, t.Second))));

    [Fact]
    public void Towns_are_taken_and_closed_whatever_the_construction() =>
        Check((from x in Towns from v in Taking from t in Taken select (Fill(t, x, v), Is(Feature.Settlement, AccessState.Captured)))
            .Concat(from x in Towns from t in Barred select (Fill(t.Sentence, x, default), Is(Feature.Settlement, t.State))));

    [Fact]
    public void Camps_are_full_and_closed() =>
        Check(from x in (string[])["the Zelin camp", "the camp at Zelin", "Zelin camp"]
            from t in Camps select (Fill(t.Sentence, x, default), Is(Feature.Camp, t.State)));

    [Fact]
    public void Of_what_nobody_could_find_on_a_map_nothing_is_told() => Check(from t in Nothing select (t, Enumerable.Empty<(Feature, AccessState)>()));

    [Theory]
    [InlineData("Families who had walked for two days reached the river on Monday. The road is closed around.")]
    [InlineData("The river rose on Monday. The road is closed round")]
    public void A_sentence_may_end_in_around(string text) =>
        Assert.Equal(AccessState.Closed, DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 5, 5) }).Access[^1].State);

    [Fact]
    public void Of_what_is_still_being_built_and_of_a_lane_of_no_road_nothing_is_told() =>
        Check(from t in (string[])["The building of the Orna bridge was finished on Monday.", "One lane was cut off by rebels."]
            select (t, Enumerable.Empty<(Feature, AccessState)>()));

    private static IEnumerable<(Feature, AccessState)> Is(Feature feature, AccessState state) => [(feature, state)];

    private static string Fill(string sentence, string words, (string Past, string Participle, string Ing, string Noun) verb)
    {
        var text = sentence.Replace("{X}", words, StringComparison.Ordinal).Replace("{past}", verb.Past, StringComparison.Ordinal)
            .Replace("{pp}", verb.Participle, StringComparison.Ordinal)
            .Replace("{ing}", verb.Ing, StringComparison.Ordinal).Replace("{noun}", verb.Noun, StringComparison.Ordinal);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static void Check(IEnumerable<(string Text, IEnumerable<(Feature Feature, AccessState State)> Expected)> sentences)
    {
        var wrong = new List<string>();
        foreach (var (text, expected) in sentences)
        {
            var read = DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 6, 7) }).Access;
            var all = expected.ToList();
            var right = all.Count == 0 ? read.Count == 0 : all.TrueForAll(e => read.Any(f => f.Feature == e.Feature && f.State == e.State));
            if (!right) wrong.Add($"{text} => {string.Join("; ", read.Select(f => $"{f.Feature} {f.State} '{f.AsWritten}'"))}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n" + string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("The bridge is closed until 5 July.", "bridge", "2023-06-20")]
    [InlineData("The road stays shut until Friday.", "road", "2023-06-20")]
    [InlineData("The army cleared the road by Sunday.", "road", "2023-06-18")]
    [InlineData("Sudan closed its border with Chad on Sunday.", "border with Chad", "2023-06-18")]
    [InlineData("The checkpoint near Darit is closed.", "checkpoint near Darit", "2023-06-20")]
    [InlineData("The bridge at Darit fell into the river on Sunday.", "bridge at Darit", "2023-06-18")]
    [InlineData("The road to Darit is closed.", "road to Darit", "2023-06-20")]
    [InlineData("Darit bridge: not passable.", "Darit bridge", "2023-06-20")]
    [InlineData("The Darit bridge carries only buses.", "Darit bridge", "2023-06-20")]
    public void A_way_has_the_name_and_the_day_that_are_told_of_it(string text, string name, string day)
    {
        var fact = Assert.Single(DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2023, 6, 20) }).Access);
        Assert.Equal((name, day), (fact.Place.Name, fact.EffectiveDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
