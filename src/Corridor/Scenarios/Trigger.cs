using System.Globalization;
using System.Text.RegularExpressions;

namespace Corridor.Scenarios;

/// <summary>
/// A warning that a user asks for in <c>scenario.yml</c>: <c>when P(arrivals at khazer in 7 d > 10,000) > 0.5</c>.
/// </summary>
/// <param name="Name">Short name, unique in the scenario.</param>
/// <param name="Quantity">The figure; its days are stated.</param>
/// <param name="More">Whether it warns of more than <paramref name="People"/>; else of fewer.</param>
/// <param name="People">People; 0 or more.</param>
/// <param name="Probability">It fires when the probability is greater; 0..1, 1 excluded.</param>
/// <param name="Origin">Where it was read.</param>
public sealed partial record Trigger(string Name, Quantity Quantity, bool More, long People, double Probability, Origin Origin)
{
    /// <summary>What may be written, for messages.</summary>
    public const string Expected = "when P(FIGURE in N d > PEOPLE) > PROBABILITY, as in 'when P(arrivals at khazer in 7 d > 10,000) > 0.5'";

    /// <summary>Reads the text form; null with a message of what is wrong.</summary>
    public static Trigger? Parse(string name, string text, Origin origin, out string wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Form().Match(text);
        wrong = $"'{text}' is not a trigger; expected {Expected}";
        if (!match.Success) return null;
        if (Quantity.Parse(match.Groups["figure"].Value, out wrong) is not { } quantity) return null;
        wrong = $"'{quantity}' says no day; expected for instance '{quantity} in 7 d'";
        if (quantity.Days is null) return null;
        var people = match.Groups["people"].Value;
        wrong = $"'{people}' is not a number of people; expected digits, as in 10000 or 10,000";
        var digits = people.Replace(",", "", StringComparison.Ordinal);
        if (!Whole().IsMatch(people) || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var threshold)) return null;
        var probability = match.Groups["probability"].Value;
        wrong = $"'{probability}' is not a probability; expected 0 or more and less than 1, as in 0.5";
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(probability, Plain, CultureInfo.InvariantCulture, out var p) || p >= 1) return null;
        wrong = "";
        return new Trigger(name, quantity, match.Groups["sign"].Value == ">", threshold, p, origin);
    }

    /// <summary>Whether a figure is what it warns of.</summary>
    public bool Holds(double people) => More ? people > People : people < People;

    /// <summary>The text form that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"when P({Quantity} {(More ? '>' : '<')} {People}) > {Probability}");

    [GeneratedRegex(@"^\s*when\s+P\s*\((?<figure>[^<>]+)(?<sign>[<>])\s*(?<people>[^<>()]*?)\s*\)\s*>\s*(?<probability>[^\s]*)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)$")]
    private static partial Regex Whole();
}
