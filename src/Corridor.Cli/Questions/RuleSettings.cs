using Corridor.Scenarios;

namespace Corridor.Cli.Questions;

/// <summary>Rules that the command line sets: <c>--set rules.camp_weight=3</c>.</summary>
internal sealed class RuleSettings
{
    private const string Prefix = "rules.";
    private readonly Dictionary<RuleParameter, string> values = [];

    private RuleSettings() { }

    /// <summary>Reads the settings; what does not fit is a problem.</summary>
    public static RuleSettings Parse(IReadOnlyList<string> settings, List<Problem> problems)
    {
        var result = new RuleSettings();
        foreach (var setting in settings)
            if (result.Add(setting) is { } wrong) problems.Add(Problem.Error(Origin.None, $"--set {setting}: {wrong}"));
        return result;
    }

    /// <summary>The scenario with these rules. A rule that is set is no longer drawn from its prior: whoever sets it wants this value.</summary>
    public Scenario ApplyTo(Scenario scenario)
    {
        var rules = scenario.Rules;
        foreach (var (parameter, value) in values) rules = parameter.TrySet(rules, value)!;
        return scenario with { Rules = rules, Priors = [.. scenario.Priors.Where(p => !values.ContainsKey(p.Parameter))] };
    }

    private string? Add(string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) return "expected rules.NAME=VALUE, as in rules.camp_weight=3";
        var (name, value) = (setting[..equals].Trim(), setting[(equals + 1)..].Trim());
        var names = RuleParameter.All.Select(p => Prefix + p.Name);
        if (!name.StartsWith(Prefix, StringComparison.Ordinal)) return $"expected a name that begins with '{Prefix}'{NearestName.Hint(Prefix + name, names)}";
        if (name == Prefix + "preset") return "the preset is chosen in scenario.yml (rules: {preset: NAME}); --set changes single rules";
        if (RuleParameter.Find(name[Prefix.Length..]) is not { } parameter)
        {
            var hint = NearestName.Hint(name, names);
            return $"there is no rule '{name[Prefix.Length..]}'{(hint.Length > 0 ? hint : "; 'corridor rules' lists them")}";
        }
        if (parameter.TrySet(Rules.Corridor, value) is null) return $"'{value}' does not fit; expected {parameter.Expected}";
        return values.TryAdd(parameter, value) ? null : $"{name} is set twice";
    }
}
