using System.CommandLine;
using Corridor.Cli.Dispatches;
using Corridor.Formats.Files;
using Corridor.Scenarios;
using static Corridor.Cli.Commands.SharedOptions;

namespace Corridor.Cli.Commands;

/// <summary>The arguments and options of <c>corridor read</c>.</summary>
internal sealed class ReadOptionSet
{
    private readonly Argument<string[]> files = new("FILE")
    {
        Description = "texts, HTML or Markdown pages, or .jsonl with a dispatch a line; '-' or nothing: the standard input",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<string> published = One("--published", "DATE", "Day of publication, as in 2016-10-29 (default: that of the dateline)");
    private readonly Option<string> publisher = One("--publisher", "NAME", "Who printed it (default: that of the dateline)");
    private readonly Option<string> scenario = One("--scenario", "FOLDER", "A scenario whose places the text may name");
    private readonly Option<string> country = One("--country", "ISO3", "Country that the text is about, as in IRQ (default: that of the scenario)");
    private readonly Option<bool> json = new("--json") { Description = "Print JSON Lines, one object per dispatch" };
    private readonly Option<bool> csv = new("--csv") { Description = "Print the figures as CSV with HXL hashtags" };
    private readonly Option<bool> html = new("--html") { Description = "Print a page with the text and its claims marked" };
    private readonly Option<string> output = One("--out", "FILE", "Write to a file instead of the screen");
    private readonly Option<string> propose = One("--propose", "FOLDER", "Add what is new to proposals.csv of a scenario ('corridor accept' takes it over)");

    public void AddTo(Command command)
    {
        command.Arguments.Add(files);
        foreach (var option in new Option[] { published, publisher, scenario, country, json, csv, html, output, propose }) command.Options.Add(option);
    }

    /// <summary>What was asked for; what does not fit is added to the problems.</summary>
    public ReadRequest Read(ParseResult parsed, List<Problem> problems)
    {
        var given = parsed.GetValue(files) is { Length: > 0 } names ? names : ["-"];
        var forms = new[] { (json, ReadForm.Json), (csv, ReadForm.Csv), (html, ReadForm.Html) }.Where(f => parsed.GetValue(f.Item1)).ToList();
        if (forms.Count > 1) problems.Add(Problem.Error(Origin.None, $"{string.Join(", ", forms.Select(f => f.Item1.Name))}: expected one of them"));
        var values = new OptionReader(parsed, problems);
        var file = values.Path(output, "file");
        if (file is not null && Directory.Exists(file))
            problems.Add(Problem.Error(Origin.None, $"--out: '{file}' is a folder; expected a file"));
        else if (file?.Length > 0 && given.Any(g => g != "-" && OutputFile.IsSame(g, file)))
            problems.Add(Problem.Error(Origin.None, $"--out: '{file}' is read; expected another file"));
        return new ReadRequest
        {
            Files = given,
            Published = values.Date(published),
            Publisher = parsed.GetValue(publisher),
            Country = Code(parsed.GetValue(country), problems),
            Scenario = parsed.GetValue(scenario),
            ProposeTo = parsed.GetValue(propose),
            Form = forms.Count > 0 ? forms[0].Item2 : ReadForm.Table,
            Output = file,
        };
    }

    private static string? Code(string? text, List<Problem> problems)
    {
        if (text is null) return null;
        if (text.Length == 3 && text.All(char.IsAsciiLetter)) return text.ToUpperInvariant();
        problems.Add(Problem.Error(Origin.None, $"--country: '{text}'; expected the three letters of ISO 3166, as in IRQ"));
        return null;
    }
}
