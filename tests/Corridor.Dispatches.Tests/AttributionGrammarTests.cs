using System.Text.RegularExpressions;
using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Tests;

/// <summary>
/// Who counted, by construction: every kind of body in every way of naming it, so that a fault of a construction or of a kind of body
/// shows as such. The expected source follows from how the sentence is made.
/// </summary>
public sealed partial class AttributionGrammarTests(ITestOutputHelper output)
{
    // What the sentence calls it; how it takes its verb; the source and its type that are read.
    private static readonly (string Phrase, bool Plural, string Name, SourceType Type)[] Bodies =
    [
        ("UNHCR", false, "UNHCR", SourceType.Un),
        ("WHO", false, "WHO", SourceType.Un),
        ("the UN refugee agency", false, "UNHCR", SourceType.Un),
        ("the UN humanitarian office", false, "OCHA", SourceType.Un),
        ("IOM", false, "IOM", SourceType.Intergovernmental),
        ("the International Organization for Migration", false, "IOM", SourceType.Intergovernmental),
        ("the Norwegian Refugee Council", false, "Norwegian Refugee Council", SourceType.Ngo),
        ("the ICRC", false, "ICRC", SourceType.Ngo),
        ("MSF", false, "MSF", SourceType.Ngo),
        ("the Red Crescent", false, "Red Crescent", SourceType.Ngo),
        ("the Karsa Relief Network", false, "Karsa Relief Network", SourceType.Ngo),
        ("the Karsa Return and Shelter Monitoring Network", false, "Karsa Return and Shelter Monitoring Network", SourceType.Ngo),
        ("the Karsa Centre for Human Rights", false, "Karsa Centre for Human Rights", SourceType.Ngo),
        ("the Association for the Care of Displaced Families", false, "Association for the Care of Displaced Families", SourceType.Ngo),
        ("the Sudanese Flood and Emergency Management Authority", false, "Sudanese Flood and Emergency Management Authority", SourceType.Government),
        ("a monitoring group", false, "monitoring group", SourceType.Ngo),
        ("the farmers' union", false, "farmers' union", SourceType.Ngo),
        ("the diocese", false, "diocese", SourceType.Ngo),
        ("the migration ministry", false, "migration ministry", SourceType.Government),
        ("the Ministry of Social Affairs", false, "Ministry of Social Affairs", SourceType.Government),
        ("the social affairs directorate", false, "social affairs directorate", SourceType.Government),
        ("the national disaster agency", false, "national disaster agency", SourceType.Government),
        ("the regional social welfare office", false, "regional social welfare office", SourceType.Government),
        ("the welfare office in Karsa", false, "welfare office", SourceType.Government),
        ("the disaster risk unit of the cabinet", false, "disaster risk unit", SourceType.Government),
        ("the Office for Relief", false, "Office for Relief", SourceType.Government),
        ("an interior ministry spokesman", false, "interior ministry", SourceType.Government),
        ("the coast guard", false, "coast guard", SourceType.Government),
        ("the governor's office", false, "governor's office", SourceType.LocalOfficial),
        ("the district council", false, "district council", SourceType.LocalOfficial),
        ("the mayor", false, "mayor", SourceType.LocalOfficial),
        ("Karsa's mayor", false, "mayor", SourceType.LocalOfficial),
        ("the district commissioner", false, "district commissioner", SourceType.LocalOfficial),
        ("the civil defence chief", false, "civil defence chief", SourceType.Government),
        ("local officials", true, "local officials", SourceType.LocalOfficial),
        ("officials in Karsa", true, "officials", SourceType.LocalOfficial),
        ("Turkish officials", true, "Turkish officials", SourceType.Government),
        ("a UN official in Karsa", false, "UN", SourceType.Un),
        ("a spokesman for UNHCR", false, "UNHCR", SourceType.Un),
        ("police", true, "police", SourceType.Government),
        ("the army", false, "army", SourceType.ArmedActor),
        ("the rebels", true, "rebels", SourceType.ArmedActor),
        ("aid workers", true, "aid workers", SourceType.Ngo),
        ("volunteers", true, "volunteers", SourceType.Ngo),
        ("a militia spokesman", false, "militia spokesman", SourceType.ArmedActor),
        ("an army medic", false, "army medic", SourceType.ArmedActor),
        ("the governor of Karsa", false, "governor of Karsa", SourceType.LocalOfficial),
        ("the elders' committee", false, "elders' committee", SourceType.LocalOfficial),
        ("the disaster committee", false, "disaster committee", SourceType.Government),
        ("the chief secretary", false, "chief secretary", SourceType.Government),
        ("a welfare official", false, "welfare official", SourceType.Government),
        ("the town clerk", false, "town clerk", SourceType.LocalOfficial),
        ("UN partners", true, "UN partners", SourceType.Un),
        ("the city corporation", false, "city corporation", SourceType.LocalOfficial),
    ];

    // {B}: the body; {Bs}: its possessive; {says|say}: by number. The figure is 6,400.
    private const string Speech = """
        6,400 people have fled Shura, {B} said.
        6,400 people have fled Shura, {B} {thinks|think}.
        6,400 people have fled Shura, {B} {has|have} confirmed.
        6,400 people have fled Shura, {B} declared.
        6,400 people have fled Shura, {B} said on Friday.
        6,400 people have fled Shura, {B} said in a statement.
        6,400 people have fled Shura, said {B}.
        6,400 people have fled Shura, according to {B}.
        6,400 people have fled Shura, per {B}.
        6,400 people have fled Shura, as counted by {B}.
        According to {B}, 6,400 people have fled Shura.
        {B} said 6,400 people had fled Shura.
        {B} told reporters on Friday that 6,400 people had fled Shura.
        {B} {speaks|speak} of 6,400 people displaced from Shura.
        {B} put the number of displaced at 6,400.
        {B} put at 6,400 the number of people who had fled Shura.
        In a statement on Monday, {B} said 6,400 people had fled Shura.
        "About 6,400 people have fled Shura," {B} said.
        {B} said: "About 6,400 people have fled Shura."
        {B} said the bridge was closed, adding that 6,400 people had fled Shura.
        Local radio, citing {B}, said 6,400 people had fled Shura.
        IRC said 9,100 people had fled; {B} put the number at 6,400.
        IRC counts 27 dead, and 6,400 people fled Shura before the storm, {B} said.
        IRC said 9,100 people had fled Shura; {B} thought 6,400 nearer the mark.
        IRC said 9,100 people had fled Shura; {B}, for {its|their} part, {speaks|speak} of 6,400.
        """;

    private const string Counting = """
        {B} recorded 6,400 people displaced from Shura this week.
        {B} {has|have} so far registered 6,400 newly displaced people.
        {B} {counts|count} 6,400 people who fled Shura since Thursday.
        By Friday evening {B} had counted 6,400 people out of Shura.
        The camp holds 6,400 displaced people logged by {B}.
        In Shura 6,400 displaced people have been registered by {B}.
        The 6,400 people whom {B} {has|have} registered came from Shura.
        {B} saw 6,400 people come out of Shura on Friday.
        A count by {B} found 6,400 people displaced from Shura.
        Figures from {B} show that 6,400 people have fled Shura.
        Data collected by {B} show 6,400 people displaced from Shura.
        """;

    private const string Possessive = """
        {Bs} figures show that 6,400 people have fled Shura.
        6,400 people have fled Shura, {Bs} figures suggest.
        {Bs} own figures show 6,400 people displaced from Shura.
        {Bs} count stood on Friday at 6,400 displaced.
        {Bs} tally of the displaced is 6,400.
        {Bs} latest estimate is of 6,400 people displaced.
        By {Bs} count, 6,400 people have fled Shura.
        6,400 people have fled Shura, on {Bs} tally.
        6,400 people have fled Shura, {Bs} figure.
        IRC said 9,100 people had fled Shura. {Bs} figure was 6,400.
        """;

    // The body acts, is acted on or is criticised, and tells nothing.
    private const string Silent = """
        6,400 people fled Shura on Friday and {B} sent blankets.
        6,400 people who fled Shura on Friday are camped beside the building of {B}.
        Critics of {B} pointed to the 6,400 people who fled Shura on Friday.
        {B} {was|were} waiting when 6,400 people reached Debaga on Friday.
        6,400 people fled Shura on Friday after {B} came under fire.
        6,400 people fled Shura on Friday. {B} said the road was closed.
        {B} {is|are} feeding the 6,400 people who fled Shura on Friday.
        6,400 people fled Shura on Friday and slept beside {Bs} depot.
        6,400 people fled Shura on Friday in trucks hired by {B}.
        6,400 people fled Shura on Friday, an hour before a convoy of {B} was hit.
        6,400 people fled Shura on Friday after an employee of {B} was killed.
        Fighting near {Bs} depot displaced 6,400 people from Shura on Friday.
        A worker of {B} was among the 6,400 people who fled Shura on Friday.
        6,400 people fled Shura on Friday, in spite of an appeal by {B}.
        {B} appealed for 40 million dollars. On Friday 6,400 people fled Shura.
        {B} ordered five quarters to clear out. By evening 6,400 people had gone.
        {B} told herders to leave, and 6,400 did so on Friday.
        6,400 people fled Shura on Friday, and {B} said the bridge was closed.
        6,400 people fled Shura on Friday, while {B} insisted that the market had been the target.
        6,400 people fled Shura on Friday, but {B} denied that shells had hit the bridge.
        6,400 people fled Shura on Friday; {B} warned of cholera in the camps.
        """;

    // Without a verb: labels, brackets, signatures. (A label in the plural is what the number counts.)
    private const string Signed = """
        {B}: 6,400 people have fled Shura.
        {B}, day 13: 6,400 people have fled Shura.
        {B} on Monday: 6,400 people have fled Shura.
        Report of {B}: 6,400 people have fled Shura.
        Some 6,400 people have fled Shura ({B}).
        Some 6,400 people have fled Shura ({B}, 3 November).
        Some 6,400 people have fled Shura (source: {B}).
        Some 6,400 people have fled Shura. Source: {B}.
        """;

    [Fact]
    public void A_body_signs_without_a_verb() => Read(Signed, body => (body.Name, body.Type), Bodies.Where(b =>
        b.Type != SourceType.ArmedActor && !b.Plural
        && !b.Phrase.StartsWith("a ", StringComparison.Ordinal) && !b.Phrase.StartsWith("an ", StringComparison.Ordinal)));


    // The second sentence says nothing of who counted.
    private const string GoesOn = """
        Some 9,100 people have been uprooted, {B} said. Of these, 6,400 came from Shura.
        {B} counted 9,100 people displaced from Karsa on Friday. Another 6,400 fled Shura.
        """;

    [Theory]
    [InlineData(Speech)]
    [InlineData(Counting)]
    [InlineData(Possessive)]
    public void Every_kind_of_body_is_the_source_in_every_construction(string constructions) =>
        Read(constructions, body => (body.Name, body.Type));

    [Fact]
    public void Who_counted_goes_on_telling_but_not_those_who_fight() =>
        Read(GoesOn, body => body.Type == SourceType.ArmedActor ? (null, SourceType.Publisher) : (body.Name, body.Type));

    [Fact]
    public void A_body_that_only_acts_is_no_source() => Read(Silent, _ => (null, SourceType.Publisher));

    private void Read(string constructions, Func<(string Phrase, bool Plural, string Name, SourceType Type), (string?, SourceType)> expected,
        IEnumerable<(string Phrase, bool Plural, string Name, SourceType Type)>? bodies = null)
    {
        var wrong = new List<string>();
        foreach (var construction in constructions.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            foreach (var body in bodies ?? Bodies)
            {
                var text = Sentence(construction, body.Phrase, body.Plural);
                var figure = DispatchReader.Read(text, new ReadOptions { Published = new DateOnly(2016, 11, 20) }).Figures.FirstOrDefault(f => f.Value == 6400);
                var want = expected(body);
                if (figure is null) wrong.Add($"{text}\n    6,400 is no figure");
                // A name that opens the sentence keeps its capital.
                else if (!string.Equals(figure.Source.Name, want.Item1, StringComparison.OrdinalIgnoreCase)
                    || figure.Source.Type != want.Item2)
                    wrong.Add($"{text}\n    {figure.Source.Name} ({figure.Source.Type}), expected {want.Item1} ({want.Item2})");
            }

        foreach (var line in wrong) output.WriteLine(line);
        Assert.Empty(wrong);
    }

    private static string Sentence(string construction, string body, bool plural)
    {
        var owner = body.EndsWith('s') ? body + "'" : body + "'s";
        var text = Choice().Replace(construction.Replace("{Bs}", owner, StringComparison.Ordinal).Replace("{B}", body, StringComparison.Ordinal),
            m => m.Groups[plural ? 2 : 1].Value);
        return Opening().Replace(text, m => m.Value.ToUpperInvariant());
    }

    [GeneratedRegex(@"\{([^|}]*)\|([^}]*)\}")]
    private static partial Regex Choice();

    [GeneratedRegex(@"(?<=^|\. )[a-z]")]
    private static partial Regex Opening();
}
