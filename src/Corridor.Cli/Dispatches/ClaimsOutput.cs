using Corridor.Cli.Screen;
using Corridor.Dispatches.Output;
using Corridor.Formats.Csv;

namespace Corridor.Cli.Dispatches;

/// <summary>The claims in the form that was asked for.</summary>
internal static class ClaimsOutput
{
    /// <param name="texts">What was read.</param>
    /// <param name="form">How to write it.</param>
    /// <param name="terminal">Where to, and its width.</param>
    public static void Write(IReadOnlyList<ReadText> texts, ReadForm form, Terminal terminal)
    {
        switch (form)
        {
            case ReadForm.Json:
                foreach (var text in texts) terminal.Out.Write(DispatchJson.Line(text.Dispatch) + "\n");
                break;
            case ReadForm.Csv:
                terminal.Out.Write(CsvText.OfRows(DispatchCsv.Rows(texts.Select(t => t.Dispatch))));
                break;
            case ReadForm.Html:
                var pages = texts.Select(t => new DispatchText(t.Dispatch, t.Source.Text, Path.GetFileName(t.Dispatch.Title!), t.Source.Format));
                terminal.Out.Write(DispatchHtml.Page([.. pages]));
                break;
            default:
                ClaimsPage.Print(new Page(terminal), texts);
                break;
        }
    }
}
