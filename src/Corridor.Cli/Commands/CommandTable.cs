using System.CommandLine;
using Corridor.Cli.Screen;
using Corridor.Formats.Files;

namespace Corridor.Cli.Commands;

/// <summary>The commands of <c>corridor</c>. A new command is a file in this folder and a line in <see cref="Commands"/>.</summary>
internal static class CommandTable
{
    private static readonly Func<CommandContext, Command>[] Commands =
    [
        RunCommand.Create,
        CompareCommand.Create,
        ForecastCommand.Create,
        BacktestCommand.Create,
        FitCommand.Create,
        SensitivityCommand.Create,
        ReadCommand.Create,
        AcceptCommand.Create,
        ReconcileCommand.Create,
        CheckCommand.Create,
        ScoreCommand.Create,
        ConvertCommand.Create,
        NewCommand.Create,
        RulesCommand.Create,
    ];

    /// <summary>Runs a command line; returns the exit code.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="terminal">Where it prints.</param>
    /// <param name="heedStop">Asked by a command that heeds the wish to stop.</param>
    public static int Invoke(string[] args, Terminal terminal, Func<CancellationToken> heedStop)
    {
        var root = CreateRoot(new CommandContext(terminal, heedStop));
        try
        {
            var parsed = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            var asksForHelp = parsed.Action is Help && parsed.UnmatchedTokens.Count == 0;
            if (!asksForHelp && CommandLineProblems.Of(parsed) is { Count: > 0 } problems)
            {
                foreach (var problem in problems) terminal.Error.WriteLine(problem);
                terminal.Error.WriteLine($"'{Help.NameOf(parsed.CommandResult)} --help' shows what can be given");
                return ExitCode.BadInput;
            }
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // Ctrl-C is handled in Program.cs.
                ProcessTerminationTimeout = null,
            });
        }
        // Of what fails in several threads at once, one is enough for the person who reads it.
        catch (AggregateException e) when (e.Flatten().InnerExceptions.FirstOrDefault(IsOfTheMachine) is { } inner)
        {
            return MachineFailed(terminal, OutputException.Said(inner));
        }
        catch (OutputException e)
        {
            return MachineFailed(terminal, e.Message);
        }
        catch (Exception e) when (IsOfTheMachine(e))
        {
            return MachineFailed(terminal, OutputException.Said(e));
        }
        catch (Exception e)
        {
            terminal.Error.WriteLine($"a fault of corridor {CliVersion.Text} itself, and not of the input; "
                + $"please report it with the command and what follows:\n{e}");
            return ExitCode.Fault;
        }
    }

    private static RootCommand CreateRoot(CommandContext context)
    {
        var root = new RootCommand("Where people who flee a conflict will go, how many, by when, and how sure that is, when routes open or close.");
        foreach (var create in Commands) root.Subcommands.Add(create(context));
        root.Options.Clear();
        root.Options.Add(new Option<bool>("--version") { Description = "Show the version", Action = new VersionLine() });
        root.Action = Help.AddTo(root, "corridor compare examples/mosul-2016");
        return root;
    }

    private static bool IsOfTheMachine(Exception e) => e is OutputException or IOException or UnauthorizedAccessException or OutOfMemoryException;

    private static int MachineFailed(Terminal terminal, string message)
    {
        terminal.Error.WriteLine(message);
        return ExitCode.MachineFailed;
    }
}
