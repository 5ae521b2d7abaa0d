using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Corridor.Cli.Commands;

/// <summary>The help of a command, with examples under it, 80 columns wide.</summary>
internal sealed class Help(IReadOnlyList<string> examples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Gives a command the option <c>--help</c>; returns what it does.</summary>
    public static Help AddTo(Command command, params string[] examples)
    {
        var help = new Help(examples);
        command.Options.Add(new HelpOption("--help", "-h", "-?") { Description = "Show this help", Action = help });
        return help;
    }

    /// <summary><c>corridor run</c>.</summary>
    public static string NameOf(CommandResult result) => result.Command is RootCommand ? "corridor" : $"corridor {result.Command.Name}";

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        // The library names the command after the program that hosts it, which is another one in a test or a tool.
        using var text = new StringWriter();
        var hosted = parseResult.InvocationConfiguration;
        hosted.Output = text;
        new HelpAction { MaxWidth = 80 }.Invoke(parseResult);
        hosted.Output = output;
        output.Write(text.ToString().Replace($" {RootCommand.ExecutableName} ", " corridor ", StringComparison.Ordinal).TrimEnd() + Environment.NewLine);
        if (examples.Count == 0) return ExitCode.Done;
        output.WriteLine();
        output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
        foreach (var example in examples) output.WriteLine($"  {example}");
        return ExitCode.Done;
    }
}
