using System.Globalization;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Output;
using Corridor.Scenarios;

namespace Corridor.Dispatches.Proposals;

/// <summary>The proposals of a dispatch as cells of <c>proposals.csv</c>, by column.</summary>
public static class ProposalCells
{
    private static readonly (string Column, string Tag)[] Layout =
    [
        ("id", "#meta+id"), ("status", "#status"), ("kind", "#meta+kind"), ("date", "#date"), ("published", "#date+published"), ("place", "#loc+id"),
        ("measure", "#indicator+measure"), ("people", "#affected+num"), ("qualifier", "#indicator+qualifier"), ("from", "#date+start"), ("series",
            "#meta+series"), ("subject", "#loc+subject"),
        ("change", "#event+change"), ("value", "#indicator+value"), ("source", "#meta+source"), ("publisher", "#meta+publisher"), ("aggregation",
            "#meta+aggregation"),
        ("households", "#affected+hh+num"), ("left_out", "#meta+excluded"), ("confidence", "#meta+confidence"), ("dispatch", "#meta+dispatch"),
        ("span_start", "#meta+span+start"), ("span_end", "#meta+span+end"), ("excerpt", "#description+excerpt"), ("contradicts",
            "#meta+contradicts"), ("note", "#description"),
    ];

    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Layout.Select(c => c.Column)];

    /// <summary>The HXL hashtags under them.</summary>
    public static IReadOnlyList<string> Tags { get; } = [.. Layout.Select(c => c.Tag)];

    /// <summary>One row per proposed count, then one per proposed change.</summary>
    /// <param name="dispatch">What was read.</param>
    /// <param name="scenario">What they are proposed to: a tally that does not say since when counts from its first day.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(Dispatch dispatch, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        ArgumentNullException.ThrowIfNull(scenario);
        var figures = dispatch.Figures.ToDictionary(f => f.Id);
        var access = dispatch.Access.ToDictionary(a => a.Id);
        return
        [
            .. DispatchProposals.Counts(dispatch).Select(p => Cells(p, figures[p.Id], dispatch, scenario.Start)),
            .. DispatchProposals.Timeline(dispatch, scenario.Timeline).Select(p => Cells(p, access[p.Id], dispatch)),
        ];
    }

    private static Dictionary<string, string> Cells(CountProposal p, Figure f, Dispatch dispatch, DateOnly start)
    {
        var cells = Common(p, dispatch, "count", p.Date, f.Excerpt);
        var notes = new List<string>();
        cells["published"] = DispatchTable.Day(p.Published);
        cells["place"] = p.Place;
        cells["measure"] = Names.Of(p.Measure);
        cells["people"] = Number(p.People);
        cells["qualifier"] = Names.Of(p.Qualifier);
        cells["from"] = DispatchTable.Day(From(p, f, start, notes));
        cells["aggregation"] = Spelling.Of(f.Aggregation);
        cells["households"] = f.PersonsInferred && f.Households is { } households ? Number(households) : "";
        cells["left_out"] = string.Join("; ", f.Exclusions.Select(e => $"{e.Words} ({e.Reason})"));
        if (f.PersonsInferred && f.HouseholdSize is { } size)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"households x {size} ({f.HouseholdSizeSource})"));
        if (p.Qualifier == Qualifier.AtLeast && f.Quantifier is not (Quantifier.AtLeast or Quantifier.MoreThan))
            notes.Add("a part of those who left: others may be there");
        if (f.Window is { AsOf: null, End: null } && p.Measure != Measure.Stock) notes.Add("no day told: that of publication");
        if (f.AggregationAsSourceDefines is { } defined) notes.Add($"the source's own method: {Spelling.Of(defined)}");
        cells["note"] = string.Join("; ", notes.Prepend(Spelling.Of(f.Category).Replace('_', ' ')));
        return cells;
    }

    private static Dictionary<string, string> Cells(TimelineProposal p, AccessFact a, Dispatch dispatch)
    {
        var cells = Common(p, dispatch, "timeline", p.Date, a.Excerpt);
        cells["published"] = DispatchTable.Day(dispatch.Published);
        cells["subject"] = p.Subject;
        cells["change"] = Names.Of(p.Change);
        cells["value"] = p.Value?.ToString(CultureInfo.InvariantCulture) ?? "";
        // What was known on a day was so by then: since when, the text does not tell, or not as a day that exists.
        var undated = a.EffectiveDate is null && p.Date is not null ? "; no day told: that of publication" : "";
        var stops = p.Change == Change.Close && a.Feature == Feature.Settlement ? "; nobody leaves or comes while it is closed" : "";
        cells["note"] = $"{Spelling.Of(a.Feature)} {Spelling.Of(a.State).Replace('_', ' ')}, {Spelling.Of(a.Realis)}{undated}{stops}";
        return cells;
    }

    private static Dictionary<string, string> Common(Proposal p, Dispatch dispatch, string kind, DateOnly? date, string excerpt) => new(StringComparer.Ordinal)
    {
        ["id"] = p.Id, ["status"] = "proposed", ["kind"] = kind, ["date"] = DispatchTable.Day(date), ["source"] = SpreadsheetCell.OnOneLine(p.Source),
        ["publisher"] = SpreadsheetCell.OnOneLine(dispatch.Publisher ?? ""), ["confidence"] = p.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
        ["dispatch"] = SpreadsheetCell.OnOneLine(p.DispatchId), ["span_start"] = Number(p.Span.Start), ["span_end"] = Number(p.Span.End),
        ["excerpt"] = SpreadsheetCell.OnOneLine(excerpt), ["contradicts"] = string.Join(' ', p.Contradicts),
    };

    // The day before a flow's period begins, as counts.csv has it; a flow of one day has none.
    private static DateOnly? From(CountProposal p, Figure f, DateOnly start, List<string> notes)
    {
        if (p.Measure == Measure.Stock) return null;
        if (f.Window.Start is { } first) return first < p.Date ? first.AddDays(-1) : null;
        if (f.Aggregation != Aggregation.Cumulative || p.Date <= start) return null;
        notes.Add("no first day told: taken as since the start of the scenario");
        return start.AddDays(-1);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
