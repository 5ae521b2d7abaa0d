using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>One timeline entry: a row of <c>timeline.csv</c>, or an item of an alternative in YAML, which has the same fields.</summary>
public static class TimelineRow
{
    internal static IReadOnlyList<string> Required { get; } = ["date", "subject", "change"];

    internal static IReadOnlyList<string> Optional { get; } = ["value", "to", "announced", "source", "note"];

    /// <summary>The entry out of its named fields; null with problems when date, subject or change cannot be read.</summary>
    /// <param name="field">The field of a name; an empty one when there is none.</param>
    /// <param name="values">Collects the problems.</param>
    /// <param name="isPlace">Whether a text is the id of a place.</param>
    internal static TimelineEntry? Read(Func<string, Field> field, ValueReader values, Func<string, bool> isPlace)
    {
        var complete = true;
        foreach (var name in Required) complete &= values.Has(field(name), name);
        var date = values.Date(field("date"), "date");
        var change = values.Name<Change>(field("change"), "change");
        var subject = field("subject").IsEmpty ? null : ReadSubject(field("subject"), values, isPlace);
        var announced = values.Date(field("announced"), "announced");
        var newKind = change == Change.Kind ? values.Name<PlaceKind>(field("value"), "value") : null;
        double? value = change switch
        {
            null or Change.Kind => null,
            Change.Capacity or Change.ForceMove => values.People(field("value"), "value"),
            _ => values.Number(field("value"), "value"),
        };
        if (value is not null && change is Change.Close or Change.Open)
            values.Warn(field("value"), $"the change {Names.Of(change.Value)} takes no value; for a fraction that gets through, write {Names.Of(Change.Pass)}");
        if (!complete || date is null || change is null || subject is null) return null;
        return new TimelineEntry
        {
            Date = date.Value,
            Subject = subject,
            Change = change.Value,
            Value = value,
            NewKind = newKind,
            To = field("to").Text.Trim(),
            Announced = announced,
            Source = field("source").Text,
            Note = field("note").Text,
            Origin = field("subject").Origin,
        };
    }

    /// <summary>The text of the field value: a number, or the word of a kind.</summary>
    public static string Value(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.NewKind is { } kind ? Names.Of(kind) : CsvText.Number(entry.Value);
    }

    /// <summary>The text of each field, in the order of the files.</summary>
    internal static IEnumerable<(string Name, Func<TimelineEntry, string> Text)> Fields { get; } =
    [
        ("date", e => CsvText.Date(e.Date)),
        ("subject", e => e.Subject.ToString()),
        ("change", e => Names.Of(e.Change)),
        ("value", Value),
        ("to", e => e.To),
        ("announced", e => CsvText.Date(e.Announced)),
        ("source", e => e.Source),
        ("note", e => e.Note),
    ];

    private static Subject? ReadSubject(Field field, ValueReader values, Func<string, bool> isPlace)
    {
        var text = field.Text.Trim();
        var subject = Subject.Parse(text);
        if (subject is null)
            values.Error(field, $"'{Field.Short(text)}' is not a subject; expected a place, a--b (both ways), a->b (one way) or border:Iraq--Syria");
        // Word processors and some spreadsheets turn -- into a dash.
        if (subject is not { Kind: SubjectKind.Place } || isPlace(subject.From) || text.AsSpan().IndexOfAny("–—−→") is not (>= 0 and var dash)) return subject;
        var mark = text[dash] == '→' ? "->" : "--";
        values.Error(field, $"'{Field.Short(text)}' is joined by the character '{text[dash]}'; "
            + $"expected two hyphens or an arrow, as in {text[..dash].Trim()}{mark}{text[(dash + 1)..].Trim()}");
        return null;
    }
}
