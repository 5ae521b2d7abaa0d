using System.Globalization;
using Corridor.Formats.Files;
using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>The keys <c>rules</c> and <c>priors</c> of <c>scenario.yml</c>.</summary>
/// <remarks>A name that is not known is an error here, not a warning: the run would follow other rules than those that the file asks for.</remarks>
internal static class RulesSection
{
    private const string Preset = "preset";

    /// <summary>The share of draws beyond the range of a parameter from which on a prior is warned of.</summary>
    private const double MostBeyond = 0.05;

    public static Rules ReadRules(YamlMap root, ValueReader values)
    {
        var rules = Rules.Corridor;
        if (Fields.Map(root, "rules", "a preset and parameters, as in 'camp_weight: 2'", values) is not { } map) return rules;
        if (map[Preset] is { } preset)
        {
            var name = (preset as YamlScalar)?.Field.Text ?? "";
            var presets = Rules.Presets.Select(p => p.Preset).ToList();
            if (Rules.Presets.FirstOrDefault(p => p.Preset == name) is { } found)
            {
                rules = found;
            }
            else
            {
                values.Error(new Field(name, preset.Origin),
                    $"preset: {preset.What} is not known; expected {string.Join(" or ", presets)}{NearestName.Hint(name, presets)}");
            }
        }
        foreach (var (key, value) in map.Entries.Where(e => e.Key.Text != Preset && !e.Value.IsNull))
        {
            if (Find(key, values) is not { } parameter) continue;
            var changed = Text(value) is { } text ? parameter.TrySet(rules, text) : null;
            if (changed is null) values.Error(new Field("", value.Origin), $"{key.Text}: {value.What} does not fit; expected {parameter.Expected}");
            rules = changed ?? rules;
        }
        return rules;
    }

    public static IReadOnlyList<Prior> ReadPriors(YamlMap root, ValueReader values)
    {
        var priors = new List<Prior>();
        if (Fields.Map(root, "priors", "parameters, as in 'departure_rate: lognormal(0.01, 0.5)'", values) is not { } map) return priors;
        foreach (var (key, value) in map.Entries.Where(e => !e.Value.IsNull))
        {
            if (Find(key, values) is not { } parameter) continue;
            var text = value is YamlScalar scalar ? scalar.Field.Text : "";
            if (!parameter.IsNumber)
                values.Error(key, $"'{key.Text}' takes {parameter.Expected}; a prior can only be stated for one real number");
            else if (Prior.Parse(parameter, text, value.Origin, out var wrong) is { } prior)
                priors.Add(prior);
            else
                values.Error(new Field(text, value.Origin), $"{key.Text}: {wrong}");
        }
        foreach (var prior in priors)
        {
            var beyond = prior.ShareBeyond();
            if (beyond <= MostBeyond) continue;
            var share = (100 * beyond).ToString("0", CultureInfo.InvariantCulture);
            values.Warn(new Field("", prior.Origin), $"{prior.Parameter.Name}: {share} % of the draws of {prior} lie beyond the range, and are "
                + $"taken for its end; expected most of them within {prior.Parameter.Expected}");
        }
        return priors;
    }

    public static void Write(Scenario scenario, YamlText yaml)
    {
        var preset = Rules.Presets.FirstOrDefault(p => p.Preset == scenario.Rules.Preset) ?? Rules.Corridor;
        yaml.Key("rules");
        using (yaml.Indent())
        {
            yaml.Pair(Preset, preset.Preset);
            foreach (var parameter in RuleParameter.All.Where(p => p.Get(scenario.Rules) != p.Get(preset)))
                yaml.Raw(parameter.Name, parameter.Get(scenario.Rules));
        }
        if (scenario.Priors.Count == 0) return;
        yaml.Key("priors");
        using (yaml.Indent())
            foreach (var prior in scenario.Priors) yaml.Raw(prior.Parameter.Name, prior.ToString());
    }

    private static RuleParameter? Find(Field key, ValueReader values)
    {
        if (RuleParameter.Find(key.Text) is { } parameter) return parameter;
        var hint = NearestName.Hint(key.Text, RuleParameter.All.Select(p => p.Name));
        values.Error(key, $"there is no rule '{Field.Short(key.Text)}'{(hint.Length > 0 ? hint : "; 'corridor rules' lists them")}");
        return null;
    }

    /// <summary>A value, or a list of values, as the text that a parameter reads.</summary>
    private static string? Text(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Field.Text,
        YamlList list when list.Items.All(i => i is YamlScalar) => $"[{string.Join(", ", list.Items.Cast<YamlScalar>().Select(i => i.Field.Text))}]",
        _ => null,
    };
}
