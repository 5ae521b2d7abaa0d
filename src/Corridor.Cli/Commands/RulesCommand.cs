using System.CommandLine;
using Corridor.Cli.Screen;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor rules</c>: every parameter of the rules, what it may be, what the presets set it to, and why.</summary>
internal static class RulesCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("rules", "List the behavioural parameters: range, unit, the presets' values, and why");
        Help.AddTo(command, "corridor rules");
        command.SetAction(_ => Print(new Page(context.Terminal)));
        return command;
    }

    private static int Print(Page page)
    {
        var presets = string.Join(", ", Rules.Presets.Select(p => p.Preset));
        page.Paragraph("Set a rule in scenario.yml under 'rules:', or with --set rules.NAME=VALUE. "
            + $"Presets: {presets} (the first is the default).");
        foreach (var parameter in RuleParameter.All)
        {
            page.Line();
            page.Line(parameter.Name, Ink.Strong);
            page.Paragraph($"{string.Join("; ", Rules.Presets.Select(p => $"{p.Preset}: {Shown(parameter.Get(p))}"))}", indent: 2);
            page.Paragraph($"{parameter.Expected}", indent: 2);
            page.Paragraph($"{parameter.Why}", Ink.Faint, indent: 2);
        }
        return ExitCode.Done;
    }

    private static string Shown(string value) => value == "[]" ? "none" : value;
}
