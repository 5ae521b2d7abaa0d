using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary><c>proposals.csv</c>: what dispatches claim, beside the scenario that it may enter.</summary>
public static class ProposalsFile
{
    /// <summary>Its name in the folder.</summary>
    public const string Name = "proposals.csv";

    private static readonly string[] Statuses = ["proposed", "accepted", "rejected"];
    private static readonly string[] Kinds = ["count", "timeline"];

    private static readonly Columns Columns = new(
        ["id", "status", "kind", "date"],
        [
            "published", "place", "measure", "people", "qualifier", "from", "series", "subject", "change", "value", "source", "publisher",
            "aggregation", "households", "left_out", "confidence", "dispatch", "span_start", "span_end", "excerpt", "contradicts", "note",
        ]);

    /// <summary>How a status is written.</summary>
    public static string Text(ProposalStatus status) => Statuses[(int)status];

    /// <summary>
    /// Reads the file; null with problems when it is missing or any row is wrong. Whether its names are those of the scenario is not asked here.
    /// </summary>
    public static ProposalsTable? Read(string folder, ICollection<Problem> problems) =>
        SourceFile.Read(Path.Combine(folder, Name), problems) is { } source ? Parse(source, problems) : null;

    /// <summary>Reads what stands in a file.</summary>
    public static ProposalsTable? Parse(SourceFile source, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var found = new List<Problem>();
        var values = new ValueReader(found);
        ProposalsTable? result = null;
        if (CsvTable.Parse(source, CsvLayout.Native, found) is { } table && Columns.Check(table, values))
            result = new ProposalsTable(source, table, [.. table.Rows.Select(row => Row(row, values)).OfType<Proposed>()]);
        var seen = new Dictionary<string, Origin>(StringComparer.Ordinal);
        foreach (var row in result?.Rows ?? [])
        {
            if (seen.TryAdd(row.Id, row.Origin)) continue;
            var message = $"the proposal '{Field.Short(row.Id)}' is there already at {seen[row.Id]}; ids are unique";
            found.Add(Problem.Error(row.Origin, message));
        }
        foreach (var problem in ProblemOrder.Sort(found)) problems.Add(problem);
        return found.Exists(p => p.IsError) ? null : result;
    }

    private static Proposed? Row(CsvRow row, ValueReader values)
    {
        var complete = true;
        // What is planned may have no day yet.
        var needsDay = row["date"].IsEmpty && row["kind"].Text.Trim().Equals(Kinds[1], StringComparison.OrdinalIgnoreCase);
        foreach (var name in Columns.Required) complete &= needsDay && name == "date" || values.Has(row[name], name);
        if (!complete) return null;
        var status = OneOf(row["status"], Statuses, values);
        var kind = OneOf(row["kind"], Kinds, values);
        var count = kind == 0 ? CountsFile.ReadRow(row, values) : null;
        string Column(string name) => name == "announced" || needsDay && name == "date" ? "published" : name;
        var change = kind == 1 ? TimelineRow.Read(name => row[Column(name)], values, _ => true) : null;
        var households = values.People(row["households"], "households");
        var confidence = values.Number(row["confidence"], "confidence");
        if (status < 0 || count is null && change is null) return null;
        return new Proposed
        {
            Id = row["id"].Text.Trim(), Status = (ProposalStatus)status, StatusCell = row["status"], DateCell = row["date"], Count = count, Change = change,
            Source = row["source"].Text, Publisher = row["publisher"].Text, Aggregation = row["aggregation"].Text,
            Households = households, LeftOut = row["left_out"].Text,
            Excerpt = row["excerpt"].Text, Note = row["note"].Text, Confidence = confidence,
            Contradicts = row["contradicts"].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries), Origin = row.Origin,
        };
    }

    private static int OneOf(Field field, string[] names, ValueReader values)
    {
        var found = Array.FindIndex(names, n => n.Equals(field.Text.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found < 0)
        {
            values.Error(field,
                $"'{Field.Short(field.Text)}' is not known; expected one of {string.Join(", ", names)}{NearestName.Hint(field.Text, names)}");
        }
        return found;
    }
}
