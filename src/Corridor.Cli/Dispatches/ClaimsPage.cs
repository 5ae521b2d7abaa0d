using System.Globalization;
using Corridor.Cli.Screen;
using Corridor.Dispatches.Claims;

namespace Corridor.Cli.Dispatches;

/// <summary>The claims of each dispatch for people: figures, access facts, and the numbers that are no figures.</summary>
internal static class ClaimsPage
{
    public static void Print(Page page, IReadOnlyList<ReadText> texts)
    {
        foreach (var text in texts)
        {
            if (!ReferenceEquals(text, texts[0])) page.Line();
            var dispatch = text.Dispatch;
            page.Paragraph(dispatch.Title!, Ink.Heading);
            page.Paragraph($"Published {Day(dispatch.Published)}{(dispatch.Publisher is { } publisher ? $" by {publisher}" : "")}.");
            PrintFigures(page, dispatch);
            PrintAccess(page, dispatch);
            PrintNumbers(page, dispatch);
        }
        page.Line();
        page.Paragraph(Sum([.. texts.Select(t => t.Dispatch)]));
    }

    private static void PrintFigures(Page page, Dispatch dispatch)
    {
        page.Heading("Figures");
        if (dispatch.Figures.Count == 0)
        {
            page.Line("none");
            return;
        }
        var table = new TextTable("words", " number", "unit", "what", "counts");
        foreach (var f in dispatch.Figures)
        {
            var counts = f.Counted ? new Cell("yes", Ink.Strong) : "no";
            table.Add(new Cell(f.AsWritten, Ink.Strong), Number(f), Spelling.Of(f.Unit), Words(Spelling.Of(f.Category)), counts);
        }
        page.Table(table, [.. dispatch.Figures.Select(f => Detail(f, dispatch))]);
    }

    private static void PrintAccess(Page page, Dispatch dispatch)
    {
        if (dispatch.Access.Count == 0) return;
        page.Heading("Access");
        var table = new TextTable("place", "feature", "state", "from");
        foreach (var a in dispatch.Access)
        {
            var from = a.EffectiveDate is { } day ? Day(day) : "";
            table.Add(new Cell(Place(a.Place), Ink.Strong), Spelling.Of(a.Feature), Words(Spelling.Of(a.State)), from);
        }
        page.Table(table, [.. dispatch.Access.Select(a => Detail(a, dispatch))]);
    }

    private static void PrintNumbers(Page page, Dispatch dispatch)
    {
        var numbers = dispatch.Numbers.Where(n => n.FigureId is null).ToList();
        if (numbers.Count == 0) return;
        page.Heading("Numbers that are no figures");
        var table = new TextTable("words", "role");
        foreach (var n in numbers) table.Add(n.AsWritten, Words(Spelling.Of(n.Role)));
        page.Table(table);
    }

    private static string Sum(IReadOnlyList<Dispatch> dispatches)
    {
        var figures = dispatches.Sum(d => d.Figures.Count);
        var counted = dispatches.Sum(d => d.Figures.Count(f => f.Counted));
        var others = dispatches.Sum(d => d.Numbers.Count(n => n.FigureId is null));
        return $"{Figures.Counted(dispatches.Count, "dispatch")}: {Figures.Counted(figures, "figure")} ({Figures.Whole(counted)} counted), "
            + $"{Figures.Counted(dispatches.Sum(d => d.Access.Count), "access fact")}, {Figures.Counted(others, "other number")}";
    }

    private static string Detail(AccessFact a, Dispatch dispatch) => Joined(
        Ends(a), a.Actor is { } actor ? $"by {actor}" : "", $"said by {Said(a.Source, dispatch)}", Spelling.Of(a.Realis), $"\"{a.Excerpt}\"");

    private static string Detail(Figure f, Dispatch dispatch) => Joined(
        Places("from", f.Origin), Places("to", f.Destination), Places("by way of", f.Route), When(f.Window), $"said by {Said(f.Source, dispatch)}",
        $"{Spelling.Of(f.Realis)}, {Spelling.Of(f.Aggregation)}",
        f.PersonsInferred && f.Persons is { } persons ? $"{Figures.Counted(persons, "person")}{PerHousehold(f)}" : "",
        f.Exclusions.Count > 0 ? $"leaves out {string.Join(", ", f.Exclusions.Select(e => e.Words))}" : "",
        f.Counted ? "" : $"not counted: {f.CountedReason}", $"confidence {Figures.Decimal(f.Confidence)}");

    private static string PerHousehold(Figure f) =>
        f.HouseholdSize is { } size ? $" at {size.ToString(CultureInfo.InvariantCulture)} a household" : "";

    private static string Joined(params string[] parts) => string.Join("; ", parts.Where(p => p.Length > 0));

    private static string Number(Figure f)
    {
        string Whole(long? end) => end is { } number ? Figures.Whole(number) : "";
        if (f.Value is not null) return Whole(f.Value);
        return f.ValueMin is null && f.ValueMax is null ? "" : $"{Whole(f.ValueMin)}-{Whole(f.ValueMax)}";
    }

    private static string When(Window w) => (w.Start, w.End, w.AsOf) switch
    {
        (null, null, null) => "",
        (null, null, var on) => $"as of {Day(on)}",
        (null, var end, _) => $"until {Day(end)}",
        (var start, null, null) => $"since {Day(start)}",
        (var start, null, var on) => $"since {Day(start)}, as of {Day(on)}",
        (var start, var end, _) when start == end => $"on {Day(start)}",
        (var start, var end, _) => $"{Day(start)} to {Day(end)}",
    };

    private static string Places(string role, IReadOnlyList<PlaceRef> places) => places.Count == 0 ? "" : $"{role} {string.Join(", ", places.Select(Place))}";

    private static string Ends(AccessFact a) => a.Ends switch
    {
        [] => "",
        [var only] => $"one end at {Place(only)}",
        _ => $"between {string.Join(" and ", a.Ends.Select(Place))}",
    };

    /// <summary>The name of the text, with the id of the place that it is where that is not the same.</summary>
    private static string Place(PlaceRef place) =>
        place.PlaceId is { } id && !id.Equals(place.Name, StringComparison.OrdinalIgnoreCase)
            ? $"{place.Name} [{id}]"
            : place.Name;

    private static string Said(Attribution source, Dispatch dispatch) =>
        source.Name is { } name ? source.Via is { } via ? $"{name} (through {via})" : name : dispatch.Publisher ?? "the publisher";

    private static string Day(DateOnly? day) => day is { } date ? Figures.Date(date) : "on an unknown day";

    private static string Words(string spelled) => spelled.Replace('_', ' ');
}
