using System.Globalization;
using System.Reflection;
using System.Text;

namespace Corridor.Scenarios;

/// <summary>States unit, range and the reason for the default of one parameter of <see cref="Rules"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RuleAttribute(string unit, double min, double max, string why) : Attribute
{
    public RuleAttribute(string unit, string why) : this(unit, double.NegativeInfinity, double.PositiveInfinity, why) { }

    public string Unit { get; } = unit;
    public double Min { get; } = min;
    public double Max { get; } = max;
    public string Why { get; } = why;

    /// <summary>Whether the parameter enters the weights of destinations, which are prepared once per place and day.</summary>
    public bool Choice { get; init; }
}

/// <summary>One parameter of <see cref="Rules"/>, by the name that files and options use: <c>camp_weight</c>.</summary>
public sealed class RuleParameter
{
    private readonly PropertyInfo property;
    private readonly RuleAttribute rule;

    private RuleParameter(PropertyInfo property, RuleAttribute rule)
    {
        this.property = property;
        this.rule = rule;
        Name = SnakeCase(property.Name);
    }

    /// <summary>All parameters, in the order of <see cref="Rules"/>.</summary>
    public static IReadOnlyList<RuleParameter> All { get; } =
        [.. typeof(Rules).GetProperties()
            .Select(p => (Property: p, Rule: p.GetCustomAttribute<RuleAttribute>()))
            .Where(p => p.Rule is not null)
            .Select(p => new RuleParameter(p.Property, p.Rule!))];

    /// <summary>Name in files and options.</summary>
    public string Name { get; }

    /// <summary>Unit; empty for a plain number or a choice.</summary>
    public string Unit => rule.Unit;

    /// <summary>Smallest value allowed, of each entry for a list.</summary>
    public double Min => rule.Min;

    /// <summary>Largest value allowed, of each entry for a list.</summary>
    public double Max => rule.Max;

    /// <summary>Why the default is what it is.</summary>
    public string Why => rule.Why;

    /// <summary>Whether it enters the weights of destinations.</summary>
    public bool IsChoice => rule.Choice;

    /// <summary>Whether the value is one real number, so that a prior can be stated for it.</summary>
    public bool IsNumber => property.PropertyType == typeof(double);

    /// <summary>What a value looks like: <c>a number 0..1</c>, <c>true or false</c>, <c>rate, given, ...</c>.</summary>
    public string Expected
    {
        get
        {
            var type = property.PropertyType;
            if (type == typeof(bool)) return "true or false";
            if (type.IsEnum) return "one of " + string.Join(", ", Enum.GetNames(type).Select(SnakeCase));
            var unit = Unit.Length == 0 ? "" : $" {Unit}";
            var range = $"{Text(Min)}..{Text(Max)}{unit}";
            return type == typeof(int) ? $"a whole number {range}" : type == typeof(double) ? $"a number {range}" : $"a list of numbers {range}";
        }
    }

    /// <summary>The parameter of that name, or null.</summary>
    public static RuleParameter? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>The value as a text that <see cref="TrySet"/> reads.</summary>
    public string Get(Rules rules) => property.GetValue(rules) switch
    {
        bool value => value ? "true" : "false",
        IEnumerable<double> list => "[" + string.Join(", ", list.Select(Text)) + "]",
        double value => Text(value),
        int value => Text(value),
        var value => SnakeCase(value!.ToString()!),
    };

    /// <summary>The value as a number, for a parameter that is one.</summary>
    public double GetNumber(Rules rules) => (double)property.GetValue(rules)!;

    /// <summary>The rules with this parameter set from its text form, or null when the text is not a value within the range.</summary>
    public Rules? TrySet(Rules rules, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.Trim()) is { } value ? With(rules, value) : null;
    }

    /// <summary>The rules with this numeric parameter set, clamped into its range.</summary>
    public Rules WithNumber(Rules rules, double value) => With(rules, Math.Clamp(value, Min, Max));

    private Rules With(Rules rules, object value)
    {
        var copy = rules with { };
        property.SetValue(copy, value);
        return copy;
    }

    private object? Parse(string text)
    {
        var type = property.PropertyType;
        if (type == typeof(bool)) return text.ToUpperInvariant() switch { "TRUE" or "YES" or "ON" => true, "FALSE" or "NO" or "OFF" => false, _ => null };
        if (type.IsEnum)
        {
            var name = Enum.GetNames(type).FirstOrDefault(n => string.Equals(SnakeCase(n), text.Replace('-', '_'), StringComparison.OrdinalIgnoreCase));
            return name is null ? null : Enum.Parse(type, name);
        }
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) && InRange(whole) ? whole : null;
        if (type == typeof(double)) return Number(text) is { } number ? number : null;
        var parts = text.TrimStart('[').TrimEnd(']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var entries = parts.Select(Number).ToArray();
        return entries.Any(e => e is null) ? null : entries.Select(e => e!.Value).ToArray();
    }

    private double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && InRange(number) ? number : null;

    private bool InRange(double value) => value >= Min && value <= Max;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && (char.IsUpper(name[i]) || char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]))) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
