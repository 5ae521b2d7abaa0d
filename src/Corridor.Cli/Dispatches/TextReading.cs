using Corridor.Cli.Questions;
using Corridor.Dispatches;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Text;
using Corridor.Formats.Flee;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>Reads every text that was asked for; collects every problem.</summary>
internal static class TextReading
{
    /// <param name="request">What was asked for.</param>
    /// <param name="scenario">The scenario whose places the texts may name; null: the built-in list alone.</param>
    /// <param name="standardInput">Opens the standard input.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static IReadOnlyList<ReadText> Read(ReadRequest request, Scenario? scenario, Func<Stream> standardInput, List<Problem> problems)
    {
        var gazetteer = scenario is null ? Gazetteer.Default : ScenarioGazetteer.Of(scenario);
        var country = request.Country ?? (scenario is null ? null : ScenarioGazetteer.CountryOf(scenario));
        var texts = new List<ReadText>();
        foreach (var source in request.Files.Distinct().SelectMany(file => Sources(file, standardInput, problems)))
        {
            if ((source.Published ?? request.Published) is { } far && !ReadOptions.CanBePublished(far))
            {
                problems.Add(Problem.Error(source.Origin, $"published on {far:yyyy-MM-dd}; expected a year from 1900 to 2200"));
                continue;
            }
            var dispatch = DispatchReader.Read(source.Text, new ReadOptions
            {
                Published = source.Published ?? request.Published,
                Publisher = source.Publisher ?? request.Publisher,
                Country = source.Country ?? country,
                Gazetteer = gazetteer,
                Format = source.Format,
                Title = source.Title,
                // Ids of lines are unique in their file only; proposals of several files meet in one, so theirs come from the text.
                Id = request.ProposeTo is null ? source.Id : null,
            });
            if (dispatch.Published is null && !problems.Exists(p => p.IsError && p.Origin == source.Origin))
            {
                problems.Add(Problem.Error(source.Origin,
                    "no publication date is given and no dateline tells one; expected --published DATE, as in --published 2016-10-29"));
            }
            texts.Add(new ReadText(source, dispatch));
        }
        return texts;
    }

    /// <summary>The scenario of a folder; null when none was asked for or it has errors, which are then among the problems.</summary>
    public static Scenario? ScenarioOf(ReadRequest request, List<Problem> problems)
    {
        if ((request.Scenario ?? request.ProposeTo) is not { } folder) return null;
        var opened = InputFolder.Open(folder, new FleeOptions());
        problems.AddRange(opened.Input.Problems.Where(p => p.IsError));
        if (request.Output is { } output)
        {
            opened.RequireOther("--out", output, problems);
            if (request is { Scenario: not null, ProposeTo: { } other } && other != folder)
                InputFolder.Open(other, new FleeOptions()).RequireOther("--out", output, problems);
        }
        return opened.Input.Scenario;
    }

    private static IEnumerable<SourceText> Sources(string file, Func<Stream> standardInput, List<Problem> problems)
    {
        var shown = file == "-" ? "standard input" : file;
        if (TextBytes.Load(file, standardInput, problems) is not { } bytes || TextBytes.Decode(shown, bytes, problems) is not { } text) return [];
        if (TextLines.Are(file, text)) return TextLines.Read(shown, text, problems);
        return [new SourceText(shown, text, new Origin(shown), FormatOf(file))];
    }

    private static TextFormat FormatOf(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => TextFormat.Html,
        ".md" or ".markdown" => TextFormat.Markdown,
        _ => TextFormat.Auto,
    };
}
