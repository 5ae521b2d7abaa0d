using System.Globalization;
using System.Text.RegularExpressions;

namespace Corridor.Scenarios;

/// <summary>
/// A figure that a person names in words: <c>people at khazer in 14 d</c>, <c>arrivals at khazer in 7 d</c>, <c>trapped in 28 d</c>.
/// </summary>
/// <param name="Measure">What is measured. <see cref="Measure.Inflow"/> and <see cref="Measure.Outflow"/>
/// are added up over the days; everything else is the figure at the end of the last of them.</param>
/// <param name="Place">Place id, or <see cref="Count.Everywhere"/>.</param>
/// <param name="Days">Days ahead, 1..<see cref="Scenario.MostDays"/>; null: the last day there is.</param>
public sealed partial record Quantity(Measure Measure, string Place, int? Days)
{
    private enum Where { Needed, Allowed, Never }

    private static readonly (string Word, Measure Measure, Where Place)[] Words =
    [
        ("people", Measure.Stock, Where.Needed),
        ("arrivals", Measure.Inflow, Where.Needed),
        ("departures", Measure.Outflow, Where.Needed),
        ("residents", Measure.Residents, Where.Allowed),
        ("trapped", Measure.Trapped, Where.Allowed),
        ("held", Measure.Held, Where.Allowed),
        ("forced_back", Measure.ForcedBack, Where.Allowed),
        ("in_transit", Measure.InTransit, Where.Never),
        ("displaced", Measure.Displaced, Where.Never),
    ];

    /// <summary>What may be written, for messages.</summary>
    public const string Expected = "people at PLACE, arrivals at PLACE, departures at PLACE, "
        + "residents, trapped, held, forced_back (each also at PLACE), in_transit or displaced, then 'in N d'";

    /// <summary>Reads the text form. The place is taken as it is written: whether there is such a place, the scenario says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wrong">What is wrong with it and what was expected, when null is returned.</param>
    public static Quantity? Parse(string text, out string wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Form().Match(text);
        var word = match.Groups["word"].Value;
        wrong = $"'{text.Trim()}' is not a figure; expected {Expected}";
        if (!match.Success) return null;
        var found = Array.Find(Words, w => string.Equals(w.Word, word, StringComparison.OrdinalIgnoreCase));
        wrong = $"'{word}' is not a measure; expected one of {string.Join(", ", Words.Select(w => w.Word))}{NearestName.Hint(word, Words.Select(w => w.Word))}";
        if (found.Word is null) return null;
        var place = match.Groups["place"].Value.Trim();
        wrong = found.Place == Where.Needed
            ? $"'{found.Word}' needs a place, as in '{found.Word} at PLACE in 7 d'"
            : $"'{found.Word}' is of the whole situation; expected no place";
        if (found.Place == Where.Needed && place.Length == 0 || found.Place == Where.Never && place.Length > 0) return null;
        var days = match.Groups["days"];
        wrong = $"'in {days.Value} d': expected whole days 1..{Scenario.MostDays}, as in 'in 7 d'";
        var isNumber = int.TryParse(days.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (days.Success && !(isNumber && number is >= 1 and <= Scenario.MostDays)) return null;
        wrong = "";
        return new Quantity(found.Measure, place.Length == 0 ? Count.Everywhere : place, days.Success ? number : null);
    }

    /// <summary>
    /// The same of the place with that id or, where there is none, of the one place with that name, capitals or not; unchanged when there is neither.
    /// </summary>
    public Quantity At(IReadOnlyList<Place> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (Place == Count.Everywhere || places.Any(p => p.Id == Place)) return this;
        bool IsMeant(string name) => string.Equals(name, Place, StringComparison.OrdinalIgnoreCase);
        var named = places.Where(p => IsMeant(p.Name) || IsMeant(p.Id)).ToList();
        return named.Count == 1 ? this with { Place = named[0].Id } : this;
    }

    /// <summary>What is wrong with its place; null when the scenario has it.</summary>
    public string? WrongPlace(IReadOnlyList<Place> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (Place == Count.Everywhere || places.Any(p => p.Id == Place)) return null;
        var names = places.SelectMany(p => new[] { p.Id, p.Name }).Distinct();
        return $"unknown place '{Place}'; expected an id or name of the places{NearestName.Hint(Place, names)}";
    }

    /// <summary>The text form that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Array.Find(Words, w => w.Measure == Measure).Word}{(Place == Count.Everywhere ? "" : $" at {Place}")}{(Days is { } days ? $" in {days} d" : "")}");

    [GeneratedRegex(@"^\s*(?<word>\w+)(?:\s+(?:at|from)\s+(?<place>.+?))?(?:\s+in\s+(?<days>[^\s]+?)\s*d)?\s*$")]
    private static partial Regex Form();
}
