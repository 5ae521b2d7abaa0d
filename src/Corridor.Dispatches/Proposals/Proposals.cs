using System.Globalization;

namespace Corridor.Dispatches;

/// <summary>From claims to the rows that they would add to a scenario. Pure: the caller reads and writes files.</summary>
public static class Proposals
{
    /// <summary>
    /// Proposed counts, in the order of the text. Only asserted figures of people with a number and a day; a rate, a forecast, a part of another figure and
    /// housing propose nothing. A cumulative tally of one origin is proposed as outflow with its window in the note.
    /// </summary>
    /// <param name="dispatch">What was read; without a publication day nothing can be proposed.</param>
    public static IReadOnlyList<CountProposal> Counts(Dispatch dispatch)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        if (dispatch.Published is not { } published) return [];
        var proposals = new List<CountProposal>();
        foreach (var f in dispatch.Figures)
        {
            if (f.Realis != Realis.Asserted || f.Unit == CountUnit.Housing || f.Persons is not { } people
                || f.Aggregation is Aggregation.Rate or Aggregation.Forecast) continue;
            if (f.Category is Category.ForcedBack or Category.CrossBorderReturn || (f.Category == Category.NewDisplacement && !f.Counted)) continue;
            var (measure, place) = Measure(f);
            proposals.Add(new CountProposal
            {
                Id = f.Id, DispatchId = dispatch.Id, Span = f.Span, Source = DispatchTable.Source(f.Source, dispatch), Confidence = f.Confidence,
                Date = f.Window.AsOf ?? f.Window.End ?? published, Published = published, Place = place,
                Measure = measure, People = people,
                Qualifier = f.Quantifier switch
                {
                    Quantifier.Exact => "exact",
                    Quantifier.MoreThan or Quantifier.AtLeast => "at least",
                    Quantifier.AtMost or Quantifier.LessThan => "at most",
                    _ => "about",
                },
                Note = Note(f), Contradicts = Contradicting(dispatch, f.Id),
            });
        }

        return proposals;
    }

    /// <summary>Proposed timeline changes: a road cut, a crossing reopened, a settlement under a force. Only asserted facts with a day, or the
    /// publication day.</summary>
    /// <param name="dispatch">What was read.</param>
    public static IReadOnlyList<TimelineProposal> Timeline(Dispatch dispatch)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        var proposals = new List<TimelineProposal>();
        foreach (var a in dispatch.Access)
        {
            if (a.Realis is not (Realis.Asserted or Realis.Planned) || (a.EffectiveDate ?? dispatch.Published) is not { } date) continue;
            var change = a.State switch
            {
                AccessState.Closed or AccessState.Sealed or AccessState.PlannedClosed => "close",
                AccessState.Open or AccessState.PlannedOpen or AccessState.InUseByCivilians => "open",
                AccessState.Restricted => "pass",
                AccessState.Contested or AccessState.UnderAttack or AccessState.Reached or AccessState.Captured => "conflict",
                _ => null,
            };
            if (change is null) continue;
            var subject = a.Ends.Count == 2 ? $"{Id(a.Ends[0])}--{Id(a.Ends[1])}" : Id(a.Place);
            proposals.Add(new TimelineProposal
            {
                Id = a.Id, DispatchId = dispatch.Id, Span = a.Span, Source = DispatchTable.Source(a.Source, dispatch), Confidence = a.Confidence,
                Date = date, Subject = subject, Change = change,
                Value = change == "conflict" ? "1" : change == "pass" ? "0.5" : "",
                Note = $"{Spelling.Of(a.Feature)} {Spelling.Of(a.State)}, {Spelling.Of(a.Realis)}: {a.Excerpt}",
            });
        }

        return proposals;
    }

    /// <summary>
    /// Puts new proposals after those already in a scenario: the same id is left out, whatever its status; a count that speaks of the same place, measure
    /// and day with another number is kept, and each is told of the other.
    /// </summary>
    /// <param name="existing">Proposals already in the file.</param>
    /// <param name="added">Proposals of a new reading.</param>
    public static IReadOnlyList<CountProposal> Merge(IReadOnlyList<CountProposal> existing, IReadOnlyList<CountProposal> added)
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(added);
        var known = existing.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var all = new List<CountProposal>(existing);
        foreach (var proposal in added)
            if (known.Add(proposal.Id)) all.Add(proposal);
        var rivals = all.ToLookup(p => (p.Place, p.Measure, p.Date));
        return [.. all.Select(one => one with
        {
            Contradicts = [.. rivals[(one.Place, one.Measure, one.Date)].Where(p => p.Id != one.Id && Differ(p, one)).Select(p => p.Id).Union(one.Contradicts)],
        })];
    }

    /// <summary>The same for timeline rows: the same id is never added twice.</summary>
    /// <param name="existing">Proposals already in the file.</param>
    /// <param name="added">Proposals of a new reading.</param>
    public static IReadOnlyList<TimelineProposal> Merge(IReadOnlyList<TimelineProposal> existing, IReadOnlyList<TimelineProposal> added)
    {
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(added);
        return [.. existing.Concat(added).DistinctBy(p => p.Id)];
    }

    /// <summary>Writes <c>proposals.csv</c>: counts and timeline rows in one table, with HXL tags.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="counts">Proposed counts.</param>
    /// <param name="timeline">Proposed timeline rows.</param>
    public static void Write(TextWriter writer, IReadOnlyList<CountProposal> counts, IReadOnlyList<TimelineProposal> timeline)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(timeline);
        CsvLine.Write(writer,
            ["id", "status", "kind", "date", "published", "place", "measure", "people", "qualifier", "subject", "change", "value", "source",
             "confidence", "dispatch", "span_start", "span_end", "contradicts", "note"]);
        CsvLine.Write(writer,
            ["#meta+id", "#status", "#meta+kind", "#date", "#date+published", "#loc", "#indicator+measure", "#affected+num", "#indicator+qualifier",
             "#loc+subject", "#event+change", "#indicator+value", "#meta+source", "#meta+confidence", "#meta+dispatch", "#meta+span+start",
             "#meta+span+end", "#meta+contradicts", "#description"]);
        foreach (var p in counts)
            CsvLine.Write(writer,
                [p.Id, p.Status, "count", DispatchTable.Day(p.Date), DispatchTable.Day(p.Published), p.Place, p.Measure, Number(p.People), p.Qualifier,
                 "", "", "", .. Tail(p)]);
        foreach (var p in timeline)
            CsvLine.Write(writer, [p.Id, p.Status, "timeline", DispatchTable.Day(p.Date), "", "", "", "", "", p.Subject, p.Change, p.Value, .. Tail(p)]);
    }

    private static string[] Tail(Proposal p) =>
        [p.Source, p.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
            p.DispatchId, Number(p.Span.Start), Number(p.Span.End), string.Join(' ', p.Contradicts), p.Note];

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool Differ(CountProposal a, CountProposal b) => Math.Abs(a.People - b.People) > 0.05 * Math.Max(a.People, b.People);

    // Who is somewhere is stock there; who came, inflow there; who left, outflow of where they left; nobody's place is the whole situation.
    private static (string Measure, string Place) Measure(Figure f) => f switch
    {
        { Category: Category.Idps or Category.PeopleDisplacedAcrossBorders or Category.Returnees } =>
            ("stock", Id(f.Destination is [var there, ..] ? there : null)),
        { Category: Category.Return } => ("inflow", Id(f.Destination is [var home, ..] ? home : null)),
        { Term: Term.InReliefCamp, Destination.Count: > 0 } => ("inflow", Id(f.Destination[0])),
        { Origin.Count: > 0 } => ("outflow", Id(f.Origin[0])),
        { Destination.Count: > 0 } => ("inflow", Id(f.Destination[0])),
        _ => ("outflow", "*"),
    };

    private static string Id(PlaceRef? place) => place is null ? "*" : place.PlaceId ?? place.Name;

    private static string Note(Figure f)
    {
        var parts = new List<string> { $"{Spelling.Of(f.Category)}, {Spelling.Of(f.Aggregation)}" };
        if (f.Window.Start is not null || f.Window.End is not null) parts.Add($"{DispatchTable.Day(f.Window.Start)}..{DispatchTable.Day(f.Window.End)}");
        if (f.PersonsInferred && f.HouseholdSize is { } size)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{f.Households} households x {size} ({f.HouseholdSizeSource})"));
        if (f.AggregationAsSourceDefines is { } defined) parts.Add($"the source's own method: {Spelling.Of(defined)}");
        parts.AddRange(f.Exclusions.Select(e => $"without {e.Words} ({e.Reason})"));
        parts.Add(f.Excerpt);
        return string.Join("; ", parts);
    }

    private static List<string> Contradicting(Dispatch dispatch, string id) =>
        [.. dispatch.Links.Where(l => l.Type == LinkType.Contradicts && (l.From == id || l.To == id)).Select(l => l.From == id ? l.To : l.From)];
}
