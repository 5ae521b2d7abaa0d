using System.CommandLine;
using System.CommandLine.Parsing;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary>What is wrong with a command line, in words for the person who typed it.</summary>
internal static class CommandLineProblems
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        // Bytes that are not UTF-8 have come in as this: what they named can neither be found nor be made.
        var garbled = parsed.Tokens.Where(token => token.Value.Contains('\uFFFD'))
            .Select(token => $"'{token.Value}' is not UTF-8; expected another name").ToList();
        if (garbled.Count > 0) return garbled;
        var command = parsed.CommandResult.Command;
        // The library takes a mistyped option for an argument, and what follows it for one too many: only the option is worth a word.
        var tokens = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens.Select(t => t.Value));
        // What follows "--" is no option, whatever it begins with.
        var names = parsed.Tokens.SkipWhile(t => t.Type != TokenType.DoubleDash).Select(t => t.Value).ToHashSet();
        var options = tokens.Concat(parsed.UnmatchedTokens).Where(token => IsOption(token) && !names.Contains(token)).ToList();
        if (options.Count > 0) return [.. options.Select(o => UnknownOption(command, o))];
        // After an unknown command, what follows are its arguments.
        var problems = parsed.UnmatchedTokens.Take(command is RootCommand ? 1 : int.MaxValue).Select(token => Unknown(command, token)).ToList();
        foreach (var result in parsed.CommandResult.Children)
        {
            if (result is OptionResult { Implicit: false } option && option.Tokens.Count == 0 && option.Option.Arity.MinimumNumberOfValues > 0)
                problems.Add($"{option.Option.Name}: a value is missing; expected {option.Option.HelpName}");
            else if (result is OptionResult { Implicit: false } again && again.IdentifierTokenCount > 1 && again.Option.Arity.MaximumNumberOfValues == 1)
                problems.Add($"{again.Option.Name}: given {again.IdentifierTokenCount} times; expected once");
        }
        problems.AddRange(parsed.CommandResult.Children.OfType<ArgumentResult>().Where(a => a.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
            .Select(a => $"{a.Argument.Name}: an empty name; expected {a.Argument.Description}"));
        foreach (var argument in command.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is null or { Tokens.Count: 0 }))
            problems.Add($"{argument.Name} is missing: {argument.Description}");
        // What the library finds beyond these is told in its own words.
        return problems.Count > 0 ? problems : [.. parsed.Errors.Select(e => e.Message)];
    }

    private static bool IsOption(string token) => token.StartsWith('-') && token.Length > 1;

    private static string UnknownOption(Command command, string token)
    {
        var name = token.Split('=')[0];
        return $"unknown option '{name}'{NearestName.Hint(name, command.Options.Select(o => o.Name))}";
    }

    private static string Unknown(Command command, string token)
    {
        if (command is not RootCommand) return $"'{token}' is one argument too many";
        var commands = command.Subcommands.Select(c => c.Name).ToList();
        return $"unknown command '{token}'; expected {string.Join(", ", commands)}{NearestName.Hint(token, commands)}";
    }
}
