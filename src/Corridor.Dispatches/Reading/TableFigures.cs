using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// The figures of tables: the header says what a column counts, the label of a row where. A row called total is the whole and the rows
/// above it its parts; persons and households of one group are one figure. A table whose headers tell of no displaced people is left to the grammar.
/// </summary>
internal sealed class TableFigures(Context context)
{
    private sealed record Column(string Kind, string Unit, string Header, Window? Window, string? Group)
    {
        public bool IsFigure => CountsPeople(Kind);

        public static bool CountsPeople(string kind) => kind is "idps" or "returnees" or "return" or "cross_border" or "displaced_flow" or "arrivals" or "refugees" or "housing_destroyed" or "housing_damaged";
    }

    private sealed record Entry(Figure Figure, int Row, int Column);

    private static readonly List<(string Kind, string[] Phrases)> Kinds =
        [.. Lexicon.Lines("tables.txt").Select(line => (line[1..line.IndexOf(']', StringComparison.Ordinal)], line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))];

    public List<Figure> Figures { get; } = [];
    public List<Number> Numbers { get; } = [];
    public List<Link> Links { get; } = [];

    /// <summary>Reads a table; false where no column counts displaced people.</summary>
    /// <param name="table">The table.</param>
    /// <param name="id">Gives a claim its id.</param>
    public bool Read(TextTable table, Func<Span, string> id)
    {
        var head = HeaderRows(table);
        if (head == 0 || table.Rows.Count <= head) return false;
        var caption = Sentence(table.Caption);
        var captionKind = KindOf(table.Caption) is var told && Column.CountsPeople(told) ? told : "";
        var columns = Columns(table, head, captionKind, WindowOf(caption));
        if (!columns.Exists(c => c.IsFigure)) return false;
        var source = Source(Sentence(table.Note)) is { Type: not SourceType.Publisher } noted ? noted : Source(caption);
        var entries = new List<Entry>();
        for (var r = head; r < table.Rows.Count; r++) Row(table, r, columns, source, entries, id);
        if (entries.Count == 0) return false;
        Totals(table, entries);
        Figures.AddRange(entries.Select(e => e.Figure));
        return true;
    }

    // Rows of headers: those of the markup, else the first, and a second one without a number where the first groups columns.
    private static int HeaderRows(TextTable table)
    {
        var rows = 0;
        while (rows < table.Rows.Count && rows < 4 && table.Rows[rows] is { Count: > 1 } row && (row.Count(c => c is { IsHeader: true }) > row.Count / 2 || rows == 0 && !row.Any(c => c is not null && Value(c) is not null) || rows == 1 && row.All(c => c is null || c.Words.Length == 0 || Value(c) is null && KindOf(c.Words).Length > 0))) rows++;
        return rows;
    }

    private List<Column> Columns(TextTable table, int head, string captionKind, Window? captionWindow)
    {
        var columns = new List<Column>();
        var width = table.Rows.Max(r => r.Count);
        for (var c = 0; c < width; c++)
        {
            var parts = new List<string>();
            for (var r = 0; r < head; r++)
                if (c < table.Rows[r].Count && table.Rows[r][c] is { } cell && cell.Words.Length > 0 && !parts.Contains(cell.Words)) parts.Add(cell.Words);
            var header = string.Join(' ', parts);
            var kind = KindOf(header);
            // The day of a title is that of a stock; a flow has its days from its own header or row.
            var own = WindowOf(Sentence(header));
            var window = own ?? (kind is "displaced_flow" or "arrivals" or "return" or "cross_border" && captionWindow is { Start: var day, End: var until } && day == until ? null : captionWindow);
            var group = parts.Count > 1 ? parts[0] : null;
            // Read in the head of the last row what the words above it do not say.
            if (kind.Length == 0 && parts.Count > 1) kind = KindOf(parts[^1]) is { Length: > 0 } last ? last : KindOf(parts[0]);
            var unit = Holds("household", header) ? "household" : Holds("person", header) ? "person" : "";
            // "Families" beside "IDPs (individuals)"; a lone "Individuals" or a date under a title that says who.
            if (kind is "household" or "person" or "total" or "date" || kind.Length == 0 && own is not null)
            {
                var left = columns.FindLast(x => x.IsFigure && x.Group == group);
                if (kind is "household" or "person" && left is not null && left.Unit != unit) (kind, window) = (left.Kind, window ?? left.Window);
                else if (captionKind.Length > 0 && (c > 0 || kind is not "date")) kind = captionKind;
                else if (left is not null && kind == "household") kind = left.Kind;
            }

            columns.Add(new Column(kind, unit, header, window, group));
        }

        return columns;
    }

    private void Row(TextTable table, int r, List<Column> columns, Attribution source, List<Entry> entries, Func<Span, string> id)
    {
        var row = table.Rows[r];
        var (label, labelAt) = Label(row, columns);
        var total = IsTotal(row);
        for (var c = 0; c < row.Count && c < columns.Count; c++)
        {
            if (row[c] is not { } cell || c == labelAt || Value(cell) is not { } q) continue;
            // A merged cell is one number.
            if (c > 0 && ReferenceEquals(row[c - 1], cell) || r > 0 && c < table.Rows[r - 1].Count && ReferenceEquals(table.Rows[r - 1][c], cell)) continue;
            var column = columns[c];
            var span = cell.Clean.Original(q.Start, q.End);
            if (!column.IsFigure || q.Quantity.IsPercent)
            {
                Numbers.Add(new Number(span, cell.Words, q.Quantity.IsPercent ? "percent" : RoleOf(column)));
                continue;
            }

            if (Pair(entries, r, c, columns, q.Quantity) is { } at)
            {
                entries[at] = entries[at] with { Figure = Paired(entries[at].Figure, column, q.Quantity) };
                Numbers.Add(new Number(span, cell.Words, "figure", entries[at].Figure.Id));
                continue;
            }

            var figure = Make(column, q.Quantity, span, cell.Words, total ? "" : label, source, id(span), Day(row, columns));
            figure = figure with { Origin = Places(row, columns, "origin") is { Count: > 0 } from && !total ? from : figure.Origin, Destination = Places(row, columns, "destination") is { Count: > 0 } to && !total ? to : figure.Destination };
            entries.Add(new Entry(figure, r, c));
            Numbers.Add(new Number(span, cell.Words, "figure", figure.Id));
        }
    }

    private static string RoleOf(Column column)
    {
        var words = Words(column.Header);
        return Any(words, "dead", "deaths", "killed", "fatalities", "casualties") ? "deaths" : Any(words, "injured", "wounded") ? "injured" : Any(words, "population", "residents", "inhabitants", "host") ? "population"
            : Any(words, "need", "pin", "needs") ? "in_need" : Any(words, "capacity", "occupancy") ? "capacity" : Any(words, "sites", "site", "camps", "schools", "locations", "villages") ? "count_of_sites" : Any(words, "affected") ? "affected" : Any(words, "%", "percent", "percentage") ? "percent" : "other";
    }

    private static bool Any(string words, params ReadOnlySpan<string> list)
    {
        foreach (var word in list)
            if (words.Contains($" {word} ", StringComparison.Ordinal)) return true;
        return false;
    }

    // The most precise place of the row: the last of its first columns that holds words.
    private static (string Label, int At) Label(IReadOnlyList<TableCell?> row, List<Column> columns)
    {
        var (label, at) = ("", -1);
        for (var c = 0; c < row.Count && c < columns.Count; c++)
        {
            if (columns[c].IsFigure || columns[c].Kind is "not" or "part" && at >= 0) break;
            if (columns[c].Kind is "date" or "origin" or "destination") continue;
            if (row[c] is { } cell && cell.Words.Length > 0 && Value(cell) is null && (columns[c].Kind is "place" || c == 0 || at >= 0 && columns[c].Kind.Length == 0)) (label, at) = (Name(cell.Words), c);
        }

        return (label, at);
    }

    private List<PlaceRef> Places(IReadOnlyList<TableCell?> row, List<Column> columns, string kind)
    {
        var at = columns.FindIndex(c => c.Kind == kind);
        return at >= 0 && at < row.Count && row[at] is { } cell && cell.Words.Length > 0 && Value(cell) is null && !IsTotal(row) ? [context.Place(Name(cell.Words))] : [];
    }

    private Window? Day(IReadOnlyList<TableCell?> row, List<Column> columns)
    {
        var at = columns.FindIndex(c => c.Kind == "date");
        return at >= 0 && at < row.Count && row[at] is { } cell ? WindowOf(Sentence(cell.Words)) : null;
    }

    // "Anbar*", "Anbar (1)", "2. Anbar": the name without its notes.
    private static string Name(string words)
    {
        words = words.Trim().TrimEnd('*', '†', '‡', '¹', '²', '³', ':').Trim();
        if (words.EndsWith(']') && words.LastIndexOf('[') is var open and > 0 || words.EndsWith(')') && (open = words.LastIndexOf('(')) > 0 && words.Length - open < 5) words = words[..open].Trim();
        return words;
    }

    private static bool IsTotal(IReadOnlyList<TableCell?> row)
    {
        foreach (var cell in row)
        {
            if (cell is null || cell.Words.Length == 0) continue;
            if (Value(cell) is not null) return false;
            if (KindOf(cell.Words) == "total") return true;
        }

        return false;
    }

    // The same people in persons and in households, beside each other in one row: where the first of them stands, or null.
    private static int? Pair(List<Entry> entries, int row, int column, List<Column> columns, Quantity q)
    {
        var (mine, at) = (columns[column], entries.FindLastIndex(e => e.Row == row));
        if (at < 0 || q.Value is null) return null;
        var other = columns[entries[at].Column];
        var first = other.Unit == "household" ? CountUnit.Household : CountUnit.Person;
        return other.Kind == mine.Kind && other.Group == mine.Group && other.Window == mine.Window && (mine.Unit == "household") != (first == CountUnit.Household) && entries[at].Figure.HouseholdSizeSource != "the table" ? at : null;
    }

    private static Figure Paired(Figure figure, Column column, Quantity q)
    {
        var value = Whole(q.Value);
        var (persons, households) = column.Unit == "household" ? (figure.Value, value) : (value, figure.Households ?? figure.Value);
        if (persons is not { } p || households is not > 0) return figure;
        // What is reported stands for what was computed.
        return figure with { Unit = CountUnit.Person, Value = p, ValueMin = column.Unit == "household" ? figure.ValueMin : null, ValueMax = column.Unit == "household" ? figure.ValueMax : null, Persons = p, PersonsInferred = false, Households = households, HouseholdSize = Math.Round((double)p / households.Value, 1), HouseholdSizeSource = "the table" };
    }

    private Figure Make(Column column, Quantity q, Span span, string words, string label, Attribution source, string id, Window? day)
    {
        var household = column.Unit == "household";
        var housing = column.Kind.StartsWith("housing", StringComparison.Ordinal);
        var value = Whole(q.Value);
        double? size = household && context.Country is { } country && Lexicon.Default.HouseholdSizes.TryGetValue(country, out var convention) ? convention : null;
        var (category, term) = column.Kind switch
        {
            "returnees" => (Category.Returnees, Term.Returns),
            "return" => (Category.Return, Term.Returns),
            "cross_border" => (Category.CrossBorderFlight, Term.Displaced),
            "refugees" => (Category.PeopleDisplacedAcrossBorders, Term.Displaced),
            "displaced_flow" => (Category.NewDisplacement, Holds("evacuated", column.Header) ? Term.Evacuated : Term.Displaced),
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
            Id = id, Span = span, AsWritten = words, Value = value, ValueMin = Whole(q.Min), ValueMax = Whole(q.Max), Quantifier = q.Quantifier,
            Unit = housing ? CountUnit.Housing : household ? CountUnit.Household : CountUnit.Person, Category = category, Term = term, Realis = Realis.Asserted,
            Counted = counted, CountedReason = counted ? "asserted displacement flow" : housing ? "housing is another measure of the same people" : "not a displacement flow",
            Aggregation = stock ? Aggregation.Snapshot : Holds("since", column.Header) || Holds("cumulative", column.Header) ? Aggregation.Cumulative : Aggregation.Incremental,
            Window = stock ? new Window(null, null, null, null, window?.AsOf ?? window?.End ?? window?.Start ?? context.Published) : window ?? Window.None,
            Origin = flow ? place : [], Destination = flow ? [] : place, Source = source, Cause = context.Disaster && !context.Conflict ? Cause.Disaster : Cause.Conflict,
            Persons = housing ? null : household ? size is { } per && value is { } n ? (long)Math.Round(n * per) : null : value, PersonsInferred = household && size is not null, Households = household ? value : null,
            HouseholdSize = size, HouseholdSizeSource = size is null ? null : Lexicon.Default.HouseholdSources[context.Country!],
            // Header and label, not a clause.
            Excerpt = string.Join(": ", new[] { label, column.Header, words }.Where(w => w.Length > 0)), Confidence = label.Length > 0 || place.Count == 0 ? 0.8 : 0.6,
            ConfidenceParts = new Dictionary<string, double> { ["number"] = 1, ["unit"] = column.Unit.Length > 0 ? 1 : 0.9, ["role"] = 0.9, ["time"] = window is null ? 0.9 : 1, ["source"] = source.Type == SourceType.Publisher ? 0.9 : 1 },
            Rules = ["table", column.Kind, Spelling.Of(term)],
        };
    }

    // Each column from the top: what stands above a total since the last one is its part; a grand total has the totals as parts.
    private void Totals(TextTable table, List<Entry> entries)
    {
        foreach (var column in entries.Select(e => e.Column).Distinct().ToList())
        {
            var open = new List<int>();
            var wholes = new List<int>();
            for (var n = 0; n < entries.Count; n++)
            {
                if (entries[n].Column != column) continue;
                if (!IsTotal(table.Rows[entries[n].Row])) { open.Add(n); continue; }
                // "Grand total" over subtotals and rows of their own: those that make the sum; else the rows since the last total.
                var sum = entries[n].Figure.Value;
                List<int> both = [.. wholes, .. open];
                var parts = open.Count > 0 && open.Sum(p => entries[p].Figure.Value) != sum && wholes.Count > 0 && both.Sum(p => entries[p].Figure.Value) == sum ? both : open.Count > 0 ? open : wholes;
                var all = parts == both || open.Count == 0;
                if (parts.Count == 0 || parts.Exists(p => entries[p].Figure.Unit != entries[n].Figure.Unit)) { wholes.Add(n); continue; }
                MakeParts(entries, parts, n);

                // A total that its rows do not add up to is for a person to look at.
                if (sum is { } whole && parts.Sum(p => entries[p].Figure.Value) is { } added && Math.Abs(added - whole) > 0.01 * whole) entries[n] = entries[n] with { Figure = entries[n].Figure with { Confidence = 0.45 } };
                if (all) wholes.Clear();
                wholes.Add(n);
                open.Clear();
            }

            // A total at the head of the table, with its parts under it.
            if (wholes is [var first] && open.Count > 1 && entries.FindIndex(e => e.Column == column) == first)
                MakeParts(entries, open, first);
        }
    }

    private void MakeParts(List<Entry> entries, List<int> parts, int whole)
    {
        foreach (var part in parts)
        {
            entries[part] = entries[part] with { Figure = Part(entries[part].Figure) };
            Links.Add(new Link(LinkType.SubsetOf, entries[part].Figure.Id, entries[whole].Figure.Id));
        }
    }

    private static Figure Part(Figure figure) => figure.Counted ? figure with { Counted = false, CountedReason = "part of another figure" } : figure;

    /// <summary>What the text tells in words as well counts once.</summary>
    public void LeaveOutTold(IReadOnlyList<Figure> told)
    {
        for (var n = 0; n < Figures.Count; n++)
        {
            if (Figures[n] is not { Counted: true, Value: { } value } figure || told.FirstOrDefault(t => t.Counted && t.Category == figure.Category && (t.Value == value || t.Persons == figure.Persons)) is not { } same) continue;
            Figures[n] = figure with { Counted = false, CountedReason = "told before in the same dispatch" };
            Links.Add(new Link(LinkType.SamePeopleAs, figure.Id, same.Id));
        }
    }

    private static string Words(string text)
    {
        Span<char> buffer = stackalloc char[Math.Min(text.Length + 2, 400)];
        var length = 0;
        buffer[length++] = ' ';
        foreach (var c in text)
        {
            if (length + 1 >= buffer.Length) break;
            var lower = char.ToLowerInvariant(c);
            if (char.IsLetterOrDigit(lower) || lower is '%' or '-' or '+' or '$') buffer[length++] = lower;
            else if (buffer[length - 1] != ' ') buffer[length++] = ' ';
        }

        if (buffer[length - 1] != ' ') buffer[length++] = ' ';
        return new string(buffer[..length]);
    }

    private static string KindOf(string header)
    {
        if (header.Length is 0 or > 300) return "";
        var words = Words(header);
        // "Evacuated from", "displaced to": a place, whatever happened on the way.
        if (words.EndsWith(" from ", StringComparison.Ordinal) || words.EndsWith(" to ", StringComparison.Ordinal)) return words.EndsWith(" to ", StringComparison.Ordinal) ? "destination" : "origin";
        foreach (var (kind, phrases) in Kinds)
            foreach (var phrase in phrases)
                if (words.Contains($" {phrase} ", StringComparison.Ordinal)) return kind;
        return "";
    }

    private static bool Holds(string kind, string header)
    {
        var words = Words(header);
        var phrases = Kinds.Find(k => k.Kind == kind).Phrases;
        return phrases is null ? words.Contains($" {kind} ", StringComparison.Ordinal) : Array.Exists(phrases, p => words.Contains($" {p} ", StringComparison.Ordinal));
    }

    private static Sentence Sentence(string words)
    {
        var clean = new CleanText(words.Length);
        var normaliser = new Normaliser(clean);
        for (var i = 0; i < words.Length; i++) normaliser.Push(words[i] == '\n' ? ' ' : words[i], i);
        return Of(clean, words);
    }

    private static Sentence Of(CleanText clean, string text)
    {
        var sentence = new Sentence(clean, text);
        sentence.Next(new Tokeniser(clean, Lexicon.Default));
        return sentence;
    }

    private Window? WindowOf(Sentence s)
    {
        if (s.Count == 0) return null;
        var times = new TimeReader(context.Published).Read(s, new bool[s.Count]);
        if (times.Find(t => t.Start is not null || t.Last is not null) is not { } time) return null;
        return time.Kind is TimeKind.AsOf || time.Kind == TimeKind.Point && time.Start == time.Last && time.Accuracy == DateAccuracy.Day
            ? new Window(time.Kind == TimeKind.AsOf ? null : time.Start, time.Kind == TimeKind.AsOf ? null : DateAccuracy.Day, time.Kind == TimeKind.AsOf ? null : time.Last, time.Kind == TimeKind.AsOf ? null : DateAccuracy.Day, time.Last)
            : new Window(time.Start, time.Accuracy, time.Last, time.Accuracy, null);
    }

    // "IDPs by governorate (IOM, 12 May)"
    private static Attribution Source(Sentence caption)
    {
        for (var i = 0; i < caption.Count; i++)
            if (caption.Find(i, Tag.Source, out var length) is { Name.Length: > 0, Detail: not "witness" } source) return new Bodies(caption).Describe(i, length, source);
        return Attribution.Publisher;
    }

    private readonly record struct CellValue(Quantity Quantity, int Start, int End);

    // A cell that holds one number and no words but its quantifier and a note: "1,234", "~500", "1.2 million", "1,234*", "980 (a)".
    private static CellValue? Value(TableCell cell)
    {
        if (cell.Clean.Length is 0 or > 60) return null;
        var digits = false;
        foreach (var c in cell.Clean.Chars) digits |= char.IsAsciiDigit(c);
        if (!digits || cell.Clean.Chars[0] is '-' or '–' or '(') return null;
        var s = Of(cell.Clean, "");
        if (s.Count == 0) return null;
        var quantities = NumberReader.Read(s, new bool[s.Count]);
        if (quantities is not [var q, ..] || q.First != 0 && !(q.Core == 1 && s.IsMark(0))) return null;
        for (var i = q.CoreEnd; i < s.Count; i++)
        {
            if (s.IsMark(i, '(') || s.IsMark(i, '[')) break;
            if (!s.IsMark(i) && !(s.IsWord(i) && (s.Chars(i).Length == 1 || s.Is(i, Tag.Unit))) && s[i].Kind != TokenKind.Percent) return null;
        }

        var quantity = q;
        if (q.Core == 1 && q.First == 1 && q.Quantifier == Quantifier.Exact) quantity.Quantifier = s.IsMark(0, '~') || s.IsMark(0, '≈') ? Quantifier.Approximately : s.IsMark(0, '>') ? Quantifier.MoreThan : s.IsMark(0, '<') ? Quantifier.LessThan : Quantifier.Exact;
        return new CellValue(quantity, s[q.First].Start, s[q.CoreEnd - 1].End);
    }

    private static long? Whole(double? value) => value is { } v && Math.Abs(v) < 9e15 ? (long)Math.Round(v) : null;
}
