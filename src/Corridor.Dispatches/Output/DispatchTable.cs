using System.Globalization;
using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Output;

/// <summary>Rows of words, for a terminal or a spreadsheet; the caller draws the borders.</summary>
/// <param name="Headers">One name per column.</param>
/// <param name="Rows">Cells, as many per row as there are headers.</param>
internal sealed record ClaimTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>The claims of a dispatch as tables for people.</summary>
internal static class DispatchTable
{
    /// <summary>One row per figure.</summary>
    /// <param name="dispatch">What was read.</param>
    public static ClaimTable Figures(Dispatch dispatch)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        return new ClaimTable(
            ["words", "value", "unit", "category", "realis", "aggregation", "when", "from", "to", "source", "counts", "confidence"],
            [.. dispatch.Figures.Select(f => (IReadOnlyList<string>)
            [
                f.AsWritten, Value(f), Spelling.Of(f.Unit), Spelling.Of(f.Category), Spelling.Of(f.Realis), Spelling.Of(f.Aggregation), When(f.Window),
                Names(f.Origin), Names(f.Destination), Source(f.Source, dispatch),
                f.Counted ? "yes" : $"no: {f.CountedReason}", f.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
            ])]);
    }

    /// <summary>One row per access fact.</summary>
    /// <param name="dispatch">What was read.</param>
    public static ClaimTable Access(Dispatch dispatch)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        return new ClaimTable(
            ["words", "feature", "state", "place", "realis", "from", "actor", "source"],
            [.. dispatch.Access.Select(a => (IReadOnlyList<string>)
            [
                a.AsWritten, Spelling.Of(a.Feature), Spelling.Of(a.State), a.Place.Name, Spelling.Of(a.Realis), Day(a.EffectiveDate),
                a.Actor ?? "", Source(a.Source, dispatch),
            ])]);
    }

    /// <summary>One row per number that is no figure, with the role that kept it out.</summary>
    /// <param name="dispatch">What was read.</param>
    public static ClaimTable NotCounted(Dispatch dispatch)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        var numbers = dispatch.Numbers.Where(n => n.FigureId is null);
        return new ClaimTable(["words", "role"], [.. numbers.Select(n => (IReadOnlyList<string>)[n.AsWritten, Spelling.Of(n.Role)])]);
    }

    internal static string Value(Figure f) =>
        f.Value is { } value ? value.ToString(CultureInfo.InvariantCulture)
        : f.ValueMin is null && f.ValueMax is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{f.ValueMin}..{f.ValueMax}");

    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string When(Window w) =>
        w.AsOf is { } on && w.Start is null ? $"as of {Day(on)}" : w.Start is null && w.End is null ? "" : $"{Day(w.Start)}..{Day(w.End)}";

    private static string Names(IReadOnlyList<PlaceRef> places) => string.Join(", ", places.Select(p => p.Name));

    internal static string Source(Attribution source, Dispatch dispatch) =>
        source.Name is not { } name ? dispatch.Publisher ?? "publisher" : source.Via is { } via ? $"{name} (via {via})" : name;
}
