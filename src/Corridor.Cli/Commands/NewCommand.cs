using System.CommandLine;
using Corridor.Cli.Screen;
using Corridor.Formats.Files;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor new</c>: a small commented scenario to start from.</summary>
internal static class NewCommand
{
    private static readonly string[] FileNames = ["scenario.yml", "places.csv", "routes.csv", "timeline.csv", "counts.csv"];

    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("DIR") { Description = "the folder to make; it must not be there yet, or be empty" };
        var command = new Command("new", "Write a small commented scenario that runs, to start your own from") { folder };
        Help.AddTo(command, "corridor new my-town");
        command.SetAction(parsed => Write(context.Terminal, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Write(Terminal terminal, string folder)
    {
        if (!OutputFolder.IsFree(folder))
        {
            terminal.Error.WriteLine($"'{folder}' is there already; expected a new or empty folder");
            return ExitCode.BadInput;
        }
        using (var output = OutputFolder.Create(folder))
        {
            foreach (var name in FileNames) output.Write(name, stream => CopyTemplate(name, stream));
            output.Commit();
        }
        new Page(terminal).Paragraph($"Wrote {string.Join(", ", FileNames)} into {folder}.");
        terminal.Out.WriteLine($"Next: corridor compare {ShellWord.Of(folder)}");
        return ExitCode.Done;
    }

    private static void CopyTemplate(string name, Stream stream)
    {
        using var template = typeof(NewCommand).Assembly.GetManifestResourceStream($"NewScenario/{name}")!;
        template.CopyTo(stream);
    }
}
