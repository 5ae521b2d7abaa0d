using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Tables;

/// <summary>
/// The figures of tables: a header says what a column counts, the label of a row where; persons and households of one group are one figure.
/// A table without displaced people is left to the grammar, one of numbers that no layout explains gives nothing.
/// </summary>
internal sealed class TableFigures(Context context)
{
    private readonly TableDays days = new(context.Published);

    public List<Figure> Figures { get; } = [];
    public List<Number> Numbers { get; } = [];
    public List<Link> Links { get; } = [];

    /// <summary>Cells under headers of names, ages, telephones: of persons, and never written.</summary>
    public List<(Span Span, bool IsName)> Private { get; } = [];

    /// <summary>Single words that rows are told by: places, as the columns of persons are known by their headers.</summary>
    public IEnumerable<string> Labels => Figures.SelectMany(f => f.Origin.Concat(f.Destination)).Select(p => p.Name).Where(name => !name.Contains(' '));

    /// <summary>Reads a table; false where its words are for the grammar.</summary>
    /// <param name="table">The table.</param>
    /// <param name="id">Gives a claim its id.</param>
    public bool Read(TextTable table, Func<Span, string> id)
    {
        if (table.Rows.Count == 0) return false;
        var source = Source(TableDays.Sentence(table.Note)) is { Type: not SourceType.Publisher } noted ? noted : Source(TableDays.Sentence(table.Caption));
        foreach (var layout in TableLayout.Of(table, days, context.Gazetteer))
        {
            var (entries, numbers) = (new List<TableEntry>(), new List<Number>());
            for (var r = layout.Head; r < layout.Rows.Count; r++) Row(layout, r, source, entries, numbers, id);
            if (entries.Count == 0) continue;
            TableTotals.Tie(layout, entries, Links);
            Figures.AddRange(entries.Select(e => e.Figure));
            Numbers.AddRange(numbers);
            return true;
        }

        if (!TableLayout.IsOfNumbers(table)) return false;
        foreach (var row in table.Rows)
            foreach (var cell in row.Distinct())
                if (cell is not null && CellNumber.Of(cell) is { } number)
                    Numbers.Add(new Number(cell.Clean.Original(number.Start, number.End), cell.Words, RowRole(row)));
        return true;
    }

    // "Deaths | 12 | 3": the label of the row says what its numbers are, if anything does.
    private static NumberRole RowRole(IReadOnlyList<TableCell?> row) =>
        row[0] is { } label ? new TableColumn("", null, label.Words, null, null).Role : NumberRole.Other;

    private void Row(TableLayout layout, int r, Attribution source, List<TableEntry> entries, List<Number> numbers, Func<Span, string> id)
    {
        var (cells, columns) = (layout.Rows[r], layout.Columns);
        var row = new TableRow(cells, columns);
        var (label, labelAt) = row.Label();
        var day = row.Date() is { } date ? days.In(TableDays.Sentence(date)) : null;
        // A row named by a day is of that day.
        if (label.Length > 0 && days.All(label) is { } named) (label, day) = ("", day ?? named);
        if (TableRow.IsTotal(cells)) label = "";
        var hidden = Persons(cells, columns, ref label);
        for (var c = 0; c < cells.Count && c < columns.Count; c++)
        {
            if (cells[c] is not { } cell || c == labelAt || CellNumber.Of(cell) is not { } q) continue;
            // A merged cell is one number.
            if (c > 0 && ReferenceEquals(cells[c - 1], cell) || r > 0 && c < layout.Rows[r - 1].Count && ReferenceEquals(layout.Rows[r - 1][c], cell)) continue;
            var column = columns[c];
            var span = cell.Clean.Original(q.Start, q.End);
            if (hidden && column.IsPrivate) continue;
            if (!column.IsFigure || q.Quantity.IsPercent)
            {
                numbers.Add(new Number(span, cell.Words, q.Quantity.IsPercent ? NumberRole.Percent : column.Role));
                continue;
            }

            if (Pair(entries, r, c, columns, q.Quantity) is { } at)
            {
                entries[at] = entries[at] with { Figure = Paired(entries[at].Figure, column, q.Quantity) };
                numbers.Add(new Number(span, cell.Words, NumberRole.Figure, entries[at].Figure.Id));
                continue;
            }

            var figure = Make(column, q.Quantity, span, cell.Words, label, source, id(span), day);
            if (row.NameIn("origin") is { } from) figure = figure with { Origin = [context.Place(from)] };
            if (row.NameIn("destination") is { } to) figure = figure with { Destination = [context.Place(to)] };
            entries.Add(new TableEntry(figure, r, c));
            numbers.Add(new Number(span, cell.Words, NumberRole.Figure, figure.Id));
        }
    }

    // Columns of persons: what stands in them is hidden, but for a place that is known, which "Name" may head as well.
    private bool Persons(IReadOnlyList<TableCell?> cells, List<TableColumn> columns, ref string label)
    {
        var any = false;
        for (var c = 0; c < cells.Count && c < columns.Count; c++)
        {
            if (!columns[c].IsPrivate || cells[c] is not { Words.Length: > 0 } cell) continue;
            any = true;
            if (context.Place(cell.Words).PlaceId is not null || Towns.IsKnown(cell.Words)) label = label.Length > 0 ? label : cell.Words;
            else Private.Add((cell.Clean.Original(0, cell.Clean.Length), CellNumber.Of(cell) is null));
        }

        return any;
    }

    // The same people in persons and in households, beside each other in one row: where the first of them stands, or null.
    private static int? Pair(List<TableEntry> entries, int row, int column, List<TableColumn> columns, Quantity q)
    {
        var (mine, at) = (columns[column], entries.FindLastIndex(e => e.Row == row));
        if (at < 0 || q.Value is null) return null;
        var other = columns[entries[at].Column];
        return other.Kind == mine.Kind && other.Group == mine.Group && other.Window == mine.Window
            && (mine.Unit == CountUnit.Household) != (other.Unit == CountUnit.Household) && entries[at].Figure.HouseholdSizeSource != "the table" ? at : null;
    }

    private static Figure Paired(Figure figure, TableColumn column, Quantity q)
    {
        var value = Rounded.Of(q.Value);
        var (persons, households) = column.Unit == CountUnit.Household ? (figure.Value, value) : (value, figure.Households ?? figure.Value);
        if (persons is not { } p || households is not > 0) return figure;
        // What is reported stands for what was computed.
        return figure with
        {
            Unit = CountUnit.Person, Value = p, ValueMin = column.Unit == CountUnit.Household ? figure.ValueMin : null,
            ValueMax = column.Unit == CountUnit.Household ? figure.ValueMax : null, Persons = p, PersonsInferred = false,
            Households = households, HouseholdSize = Math.Round((double)p / households.Value, 1), HouseholdSizeSource = "the table",
        };
    }

    private Figure Make(TableColumn column, Quantity q, Span span, string words, string label, Attribution source, string id, Window? day)
    {
        var household = column.Unit == CountUnit.Household;
        var housing = column.Kind.StartsWith("housing", StringComparison.Ordinal);
        var value = Rounded.Of(q.Value);
        var (persons, size, sizeSource) = household ? Households.Of(value, context.HouseholdLand.Value) : (value, null, null);
        var (category, term) = column.Kind switch
        {
            "returnees" => (Category.Returnees, Term.Returns),
            "return" => (Category.Return, Term.Returns),
            "cross_border" => (Category.CrossBorderFlight, Term.Displaced),
            "refugees" => (Category.PeopleDisplacedAcrossBorders, Term.Displaced),
            "displaced_flow" => (Category.NewDisplacement, TableColumn.Holds("evacuated", column.Header) ? Term.Evacuated : Term.Displaced),
            "arrivals" => (Category.NewDisplacement, Term.Displaced),
            "housing_destroyed" => (Category.NewDisplacement, Term.DestroyedHousing),
            "housing_damaged" => (Category.NewDisplacement, Term.PartiallyDestroyedHousing),
            _ => (Category.Idps, Term.Displaced),
        };
        var stock = category is Category.Idps or Category.Returnees or Category.PeopleDisplacedAcrossBorders;
        var window = day ?? column.Window;
        List<PlaceRef> place = label.Length > 0 ? [context.Place(label)] : [];
        var flow = !stock && category != Category.Return && column.Kind != "arrivals";
        var counted = category == Category.NewDisplacement && !housing;
        return new Figure
        {
            Id = id, Span = span, AsWritten = words, Value = value, ValueMin = Rounded.Of(q.Min), ValueMax = Rounded.Of(q.Max), Quantifier = q.Quantifier,
            Unit = housing ? CountUnit.Housing : household ? CountUnit.Household : CountUnit.Person, Category = category, Term = term, Realis = Realis.Asserted,
            Counted = counted,
            CountedReason = counted ? CountedReason.Flow : housing ? CountedReason.OfHousing : CountedReason.NoFlow,
            Aggregation = stock ? Aggregation.Snapshot : TableColumn.Holds("since", column.Header) || TableColumn.Holds("cumulative", column.Header)
                ? Aggregation.Cumulative : Aggregation.Incremental,
            Window = stock ? new Window(null, null, null, null, window?.AsOf ?? window?.End ?? window?.Start ?? context.Published) : window ?? Window.None,
            Origin = flow ? place : [], Destination = flow ? [] : place, Source = source,
            Cause = context.Disaster && !context.Conflict ? Cause.Disaster : Cause.Conflict,
            Persons = housing ? null : persons, PersonsInferred = household && size is not null, Households = household ? value : null,
            HouseholdSize = size, HouseholdSizeSource = sizeSource,
            // Header and label, not a clause.
            Excerpt = string.Join(": ", new[] { label, column.Header, words }.Where(w => w.Length > 0)),
            Confidence = label.Length > 0 || place.Count == 0 ? 0.8 : 0.6,
            ConfidenceParts = new Dictionary<string, double> { ["number"] = 1, ["unit"] = column.Unit is not null ? 1 : 0.9, ["role"] = 0.9,
                ["time"] = window is null ? 0.9 : 1, ["source"] = source.Type == SourceType.Publisher ? 0.9 : 1 },
            Rules = ["table", column.Kind, Spelling.Of(term)],
        };
    }

    /// <summary>What the text tells in words as well counts once.</summary>
    public void LeaveOutTold(IReadOnlyList<Figure> told)
    {
        for (var n = 0; n < Figures.Count; n++)
        {
            if (Figures[n] is not { Counted: true, Value: { } value } figure
                || told.FirstOrDefault(t => t.Counted && t.Category == figure.Category && (t.Value == value || t.Persons == figure.Persons)) is not { } same)
                    continue;
            Figures[n] = figure with { Counted = false, CountedReason = CountedReason.ToldBefore };
            Links.Add(new Link(LinkType.SamePeopleAs, figure.Id, same.Id));
        }
    }

    // "IDPs by governorate (IOM, 12 May)"
    private static Attribution Source(Sentence caption)
    {
        for (var i = 0; i < caption.Count; i++)
            if (caption.Find(i, Tag.Source, out var length) is { Name.Length: > 0, Detail: not "witness" } source)
                return new Bodies(caption).Describe(i, length, source);
        return Attribution.Publisher;
    }
}
