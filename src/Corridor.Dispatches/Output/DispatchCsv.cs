using System.Globalization;
using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Output;

/// <summary>Figures as rows of cells, one per figure, with a row of HXL hashtags under the header (hxlstandard.org); the caller writes them.</summary>
public static class DispatchCsv
{
    private static readonly (string Header, string Tag, Func<Figure, Dispatch, string> Cell)[] Columns =
    [
        ("dispatch", "#meta+id", (_, d) => d.Id),
        ("published", "#date+published", (_, d) => DispatchTable.Day(d.Published)),
        ("publisher", "#meta+publisher", (_, d) => d.Publisher ?? ""),
        ("id", "#meta+claim+id", (f, _) => f.Id),
        ("category", "#indicator+category", (f, _) => Spelling.Of(f.Category)),
        ("value", "#indicator+reported+num", (f, _) => Text(f.Value)),
        ("value_min", "#indicator+min+num", (f, _) => Text(f.ValueMin)),
        ("value_max", "#indicator+max+num", (f, _) => Text(f.ValueMax)),
        ("quantifier", "#indicator+quantifier", (f, _) => Spelling.Of(f.Quantifier)),
        ("unit", "#indicator+unit", (f, _) => Spelling.Of(f.Unit)),
        ("persons", "#affected+ind", (f, _) => Text(f.Persons)),
        ("persons_inferred", "#meta+inferred", (f, _) => f.PersonsInferred ? "true" : "false"),
        ("households", "#affected+hh", (f, _) => Text(f.Households)),
        ("realis", "#status+realis", (f, _) => Spelling.Of(f.Realis)),
        ("counted", "#status+counted", (f, _) => f.Counted ? "true" : "false"),
        ("aggregation", "#meta+aggregation", (f, _) => Spelling.Of(f.Aggregation)),
        ("start", "#date+start", (f, _) => DispatchTable.Day(f.Window.Start)),
        ("end", "#date+end", (f, _) => DispatchTable.Day(f.Window.End)),
        ("as_of", "#date+asof", (f, _) => DispatchTable.Day(f.Window.AsOf)),
        ("origin", "#loc+origin+name", (f, _) => Names(f.Origin)),
        ("destination", "#loc+destination+name", (f, _) => Names(f.Destination)),
        ("route", "#loc+route+name", (f, _) => Names(f.Route)),
        ("source", "#meta+source", (f, _) => f.Source.Name ?? ""),
        ("source_type", "#meta+source+type", (f, _) => Spelling.Of(f.Source.Type)),
        ("cause", "#cause", (f, _) => Spelling.Of(f.Cause)),
        ("span_start", "#meta+span+start", (f, _) => f.Span.Start.ToString(CultureInfo.InvariantCulture)),
        ("span_end", "#meta+span+end", (f, _) => f.Span.End.ToString(CultureInfo.InvariantCulture)),
        ("excerpt", "#description+excerpt", (f, _) => f.Excerpt),
        ("confidence", "#meta+confidence", (f, _) => f.Confidence.ToString("0.00", CultureInfo.InvariantCulture)),
    ];

    /// <summary>Header, tags, and a row for every figure of every dispatch.</summary>
    /// <param name="dispatches">What was read.</param>
    public static IEnumerable<IEnumerable<string>> Rows(IEnumerable<Dispatch> dispatches)
    {
        ArgumentNullException.ThrowIfNull(dispatches);
        IEnumerable<IEnumerable<string>> figures =
            dispatches.SelectMany(d => d.Figures.Select(f => Columns.Select(c => SpreadsheetCell.Of(c.Cell(f, d)))));
        return [Columns.Select(c => c.Header), Columns.Select(c => c.Tag), .. figures];
    }

    private static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Names(IReadOnlyList<PlaceRef> places) => string.Join("; ", places.Select(p => p.Name));
}
