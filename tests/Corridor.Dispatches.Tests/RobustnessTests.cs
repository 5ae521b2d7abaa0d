using System.Diagnostics;
using System.Globalization;
using System.Text;
using Corridor.Dispatches.Output;
using Corridor.Dispatches.Text;
using Corridor.Tests;
using CsCheck;

namespace Corridor.Dispatches.Tests;

public sealed class RobustnessTests
{
    private const string Sentence = "The mission said 1,200 families fled Tal Amr for the Debaga camp on Friday, while 35 people were killed and the " +
        "road to Makhmur was cut. ";

    private static string Repeat(string words, int length)
    {
        var text = new StringBuilder(length + words.Length);
        while (text.Length < length) text.Append(words);
        return text.ToString();
    }

    public static TheoryData<string, string> Adversarial => new()
    {
        { "one line without an end", Repeat("people fled from the old town and ", 1_000_000) },
        { "only digits", new string('7', 1_000_000) },
        { "digits and spaces", Repeat("12 345 ", 1_000_000) },
        { "digits and commas", Repeat("1,234,", 1_000_000) },
        { "numbers with nouns and no verb", Repeat("300 people ", 300_000) },
        { "a thousand nested quotes", string.Concat(Enumerable.Repeat("\"he said ", 1000)) + "500 people fled" + string.Concat(Enumerable.Repeat("\"", 1000)) },
        { "right-to-left marks", Repeat("\u200F5\u200E0\u202E0 \u2067people\u2069 fled\u200F ", 300_000) },
        { "open tags", Repeat("<p ", 300_000) },
        { "open comments", "<p>" + Repeat("<!-- ", 300_000) },
        { "open scripts", "<p>" + Repeat("<script>x", 300_000) },
        { "open links", "# a\n" + Repeat("[x](", 300_000) },
        { "stars", "# a\n" + new string('*', 300_000) },
        { "newlines", new string('\n', 500_000) },
        { "apostrophes", Repeat("'s", 300_000) },
        { "centuries", Repeat("Two hundred years later 900 people fled, 9,000 years into the war. ", 100_000) },
        { "ages", Repeat("The 5,000-year-old town of 900 people fled in the last 9,999 years, or 8,000 years ago. ", 100_000) },
        { "years without end", Repeat("In December 9999, or by 31.12.9999, 900 people fled. In January 0001 they left last month. ", 100_000) },
        { "hyphens", Repeat("a-", 300_000) },
        { "dots", Repeat("U.N.", 300_000) },
        { "names", Repeat("Karim Salih, 34, ", 300_000) },
        { "semicolons", Repeat("said; ", 300_000) },
        { "roads", Repeat("the road to the bridge, which was cut and ", 100_000) },
        { "acts", Repeat("took control of and closed ", 100_000) },
        { "pronouns of roads", Repeat("It was shelled and it reopened. ", 100_000) },
        { "open tables", "<p>" + Repeat("<table>", 100_000) },
        { "open cells", "<table>" + Repeat("<td colspan=99 rowspan=999>", 100_000) },
        { "open notes", "<table><tr><td>IDPs<tr><td>" + Repeat("<sup", 100_000) + "</table>" },
        { "rules", Repeat("|---|\n", 100_000) },
        { "pipes", "| IDPs |\n|---|\n" + Repeat("|", 100_000) },
        { "many rows", "| a | IDPs |\n|---|---|\n" + Repeat("| b | 5 |\n", 100_000) },
    };

    /// <summary>Each of them ended the program once: what stands before the first word or behind the last was asked for.</summary>
    [Theory]
    [InlineData("Western gate has been barred since Friday.")]
    [InlineData("Affecting 3,200 people.")]
    [InlineData("Can drive again to Makhmur.")]
    [InlineData("Ten of the 30,000 who left have come home.")]
    [InlineData("The outbreak has cut the U.S.")]
    [InlineData("joined them Control of the town has been")]
    [InlineData("Travel to Talo has been hard. Rafah crossing reopened on Wednesday, it said, but")]
    [InlineData("let (17,500 in Orna alone); 1,000 houses Karsa-Orna highway cut at Mado.")]
    public void What_is_missing_around_a_sentence_ends_nothing(string text)
    {
        var dispatch = DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 5, 5) });
        Assert.All(dispatch.Access, fact => Assert.InRange(fact.Span.End, fact.Span.Start + 1, text.Length));
    }

    [Theory]
    [MemberData(nameof(Adversarial), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_is_read_to_its_end(string what, string text)
    {
        var dispatch = DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 5, 1) });
        Assert.All(dispatch.Figures, f => Assert.InRange(f.Span.End, f.Span.Start, text.Length));
        Assert.NotNull(what);
    }

    [Fact]
    public void A_day_on_which_nothing_was_published_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() =>
        DispatchReader.Read("900 people fled last month.", new ReadOptions { Published = DateOnly.MinValue }));

    [Fact]
    public void Invalid_utf8_is_read_as_replacement_characters()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.UTF8.GetBytes("Some 400 families fled Mosul "), 0xC3, 0x28, 0x80, .. Encoding.UTF8.GetBytes("on Friday.")];
        var dispatch = DispatchReader.Read(bytes, new ReadOptions { Published = new DateOnly(2016, 11, 5) });
        Assert.Equal(400, Assert.Single(dispatch.Figures).Value);
    }

    [Fact]
    public void Random_text_never_breaks_the_reader() =>
        Gen.OneOf(Gen.String, Gen.OneOf(new[] { "people ", "1,200 ", "families ", "fled ", "said ", "from ", "Mosul ", ", ", "; ", "\"", "(", ")",
            "5 ", "per cent ", "of ", "the ", "half ", "and ", "to ", "km ", "west ", "of ", "- ", "<p>", "&amp;", "since ", "March ", "none ", "IOM ",
            "among them ", "respectively", ". ", "were ", "killed ", "displaced ", "camp ", "road ", "closed ", "bridge ", "which ", "it ",
                "was ", "cut off ", "reopened ", "captured ", "took control of ", "nobody can use ", "fell to ", "rebels ", "army ", "\n| ", " | ",
                "IDPs ", "\n|---|---|\n", "<table>", "<tr>", "<td>", "</table>", "total ", "a ", "million ", "another ", "bringing the total to ",
                "Karim ", "34", "+964 770 123 4567 " }.Select(Gen.Const).ToArray()))
            .Array[0, 60].Select(string.Concat)
            .EachOf(text =>
            {
                foreach (var format in Enum.GetValues<TextFormat>())
                {
                    var dispatch = DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 5, 1), Format = format });
                    _ = DispatchJson.Line(dispatch) + DispatchHtml.Page(dispatch, text, "fuzz");
                    foreach (var figure in dispatch.Figures) Assert.InRange(figure.Span.End, figure.Span.Start, text.Length);
                }
            }, iter: 1000);

    [Theory]
    [InlineData(Sentence)]
    [InlineData("Rebels took the town of Hosh on Monday, the road to Sug, which was shelled and reopened, is cut off again and nobody can use the " +
        "bridge. It is closed. ")]
    [InlineData("<table><tr><th>County<th>IDPs<th>Families<tr><td>Hosh<td>1,200<td>240<tr><td>Total<td>1,200<td>240</table><p>Some text.</p>")]
    [InlineData("| County | IDPs |\n|---|---|\n| Hosh | 1,200 |\n| Total | 1,200 |\n\nSome text.\n\n")]
    public void Four_times_the_text_takes_about_four_times_the_work(string unit)
    {
        DispatchReader.Read(Repeat(unit, 100_000));
        var (small, large) = (Least(Repeat(unit, 200_000)), Least(Repeat(unit, 800_000)));
        // Linear is 4, quadratic 16.
        Assert.True(large < 10 * small, $"200 kB in {small:0.000} s, 800 kB in {large:0.000} s");

        static double Least(string text) => Enumerable.Range(0, 5).Min(_ =>
        {
            var before = SecondsOfThisThread();
            DispatchReader.Read(text);
            return SecondsOfThisThread() - before;
        });
    }

    /// <summary>
    /// Processor time of this thread, which other tests and programs on the machine do not lengthen; where the system does not tell, the time of day.
    /// </summary>
    private static double SecondsOfThisThread() =>
        File.Exists("/proc/thread-self/schedstat")
            ? long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e9
            : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    [Theory]
    [InlineData("The striker scored 3 goals in front of 45,000 fans as United won 4-1 on Saturday.")]
    [InlineData("Temperatures of 41 degrees are expected from Friday, with winds of 60 kph and 20 mm of rain.")]
    [InlineData("Mix 250 g of flour with 2 eggs, leave for 30 minutes and bake at 180 degrees for 25 minutes.")]
    [InlineData("Artillery killed 14 soldiers and wounded 31 on Tuesday; the army said it had destroyed 6 tanks.")]
    [InlineData("The bank raised its rate by 25 basis points to 4.5 per cent; shares fell 2 per cent in 2024.")]
    [InlineData("Turnout was 62 per cent among 5.4 million voters; 320 seats are contested.")]
    public void A_text_without_displacement_gives_no_figures(string text) =>
        Assert.Empty(DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 5, 1) }).Figures);

    private static readonly string[] NoAccess =
    [
        "The film opened on Friday in forty cinemas.",
        "United took control of the game and reached the semi-final in Lisbon.",
        "The bank shut its doors to new customers on Monday.",
        "The striker entered the field in the second half and hit the bar twice.",
        "Parliament was closed for the holidays.",
        "The company seized the market in Brazil and captured Berlin's startups.",
        "Voters in Ohio took the president's side.",
        "The road to recovery is open, the minister said.",
        "The museum reopened after two years.",
        "She entered the city council in 2019.",
        "The party lost control of the senate.",
        "The river rose and the town held a festival.",
        "Shares fell on Tuesday in Tokyo.",
        "The mayor closed the meeting.",
        "Prices fell in Kampala this week.",
        "Rain fell on Lagos.",
        "The team lost in Madrid.",
        "The bridge loan was blocked by regulators.",
        "Talks reached a deadlock in Geneva.",
        "The storm hit Florida and knocked out power.",
        "Doctors reached the village with vaccines.",
        "The minister entered the room.",
        "The president took office in Abuja.",
        "A suspect was captured in Nairobi on Sunday.",
        "The general was surrounded by reporters.",
        "The army opened a recruitment centre in Juba.",
        "The Taliban took power in Kabul.",
        "The border dispute was settled.",
        "Traffic lights at the bridge were repaired.",
        "The opposition captured the mood of the city.",
        "Apple opened a store in Mumbai.",
        "The school in Goma was destroyed.",
        "Fighters attacked a convoy near Djibo.",
    ];

    [Fact]
    public void Words_of_access_told_of_other_things_give_no_access_facts() =>
        Assert.All(NoAccess, text => Assert.Empty(DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2024, 5, 15) }).Access));
}
