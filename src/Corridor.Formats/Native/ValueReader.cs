using System.Globalization;
using System.Text.RegularExpressions;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>Reads dates, numbers and names out of fields; what is wrong is collected, with what was expected.</summary>
/// <remarks>Each method gives null for an empty field, and null with a problem for one that is wrong.</remarks>
internal sealed partial class ValueReader(ICollection<Problem> problems)
{
    /// <summary>Collects an error at the field.</summary>
    public void Error(Field field, string message) => problems.Add(Problem.Error(field.Origin, message));

    /// <summary>Collects a warning at the field.</summary>
    public void Warn(Field field, string message) => problems.Add(Problem.Warning(field.Origin, message));

    /// <summary>Whether something stands in the field; an error otherwise.</summary>
    public bool Has(Field field, string column)
    {
        if (!field.IsEmpty) return true;
        Error(field, $"there is no value for '{column}'");
        return false;
    }

    /// <summary>A day, ISO 8601.</summary>
    public DateOnly? Date(Field field, string column)
    {
        var text = field.Text.Trim();
        if (text.Length == 0) return null;
        if (IsoDate.TryParse(text, out var date)) return date;
        Error(field, $"{column}: '{Field.Short(text)}' {IsoDate.Wrong(text)}");
        return null;
    }

    /// <summary>A number of people.</summary>
    public long? People(Field field, string column)
    {
        var text = field.Text.Trim();
        if (text.Length == 0) return null;
        if (!Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var people))
            Error(field, $"{column}: '{Field.Short(text)}' is not a whole number{NumberHint(text, "17520")}");
        else if (Int128.Abs(people) > Count.MostPeople)
            Error(field, $"{column}: {Field.Short(text)} is more than there can be; expected at most {Count.MostPeople}");
        else
            return (long)people;
        return null;
    }

    /// <summary>A real number.</summary>
    public double? Number(Field field, string column)
    {
        var text = field.Text.Trim();
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        Error(field, $"{column}: '{Field.Short(text)}' is not a number{NumberHint(text, "17520 or 12.5")}");
        return null;
    }

    /// <summary>One of the written names of an enumeration.</summary>
    public T? Name<T>(Field field, string column) where T : struct, Enum
    {
        if (field.IsEmpty) return null;
        if (Names.TryParse<T>(field.Text, out var value)) return value;
        var valid = Names.All<T>();
        Error(field, $"{column}: '{Field.Short(field.Text)}' is not known; expected one of {string.Join(", ", valid)}{NearestName.Hint(field.Text, valid)}");
        return null;
    }

    private static string NumberHint(string text, string example)
    {
        if (Thousands().IsMatch(text)) return $"; thousands separators are not allowed: write {NotInNumber().Replace(text, "")}";
        if (DecimalComma().IsMatch(text)) return $"; the decimal mark is a point: write {text.Replace(',', '.')}";
        return $"; expected digits only, as in {example}";
    }

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}([,'’ \u00A0\u202F][0-9]{3})+(\.[0-9]+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[^-+.0-9]")]
    private static partial Regex NotInNumber();

    [GeneratedRegex(@"^[+-]?[0-9]+,[0-9]+$")]
    private static partial Regex DecimalComma();
}
