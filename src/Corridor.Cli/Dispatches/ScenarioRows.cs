using System.Text;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>A CSV file of the scenario folder to which accepted rows are appended, under the columns that it has.</summary>
internal sealed class ScenarioRows
{
    private readonly CsvEdit edit;
    private readonly CsvTable table;

    private ScenarioRows(CsvEdit edit, CsvTable table) => (this.edit, this.table) = (edit, table);

    public static ScenarioRows? Counts(string folder, List<Problem> problems) => Open(Path.Combine(folder, "counts.csv"),
        "date,published,place,measure,people,qualifier,source,from,note\n"
        + "#date,#date+published,#loc+id,#indicator+measure,#affected,#indicator+qualifier,#meta+source,#date+start,#description\n", problems);

    public static ScenarioRows? Timeline(string folder, List<Problem> problems) => Open(Path.Combine(folder, "timeline.csv"),
        "date,subject,change,value,to,announced,source,note\n"
        + "#date,#meta+subject,#meta+change,#indicator+value,#loc+to,#date+announced,#meta+source,#description\n", problems);

    public (string Path, byte[] Bytes)? File => edit.IsChanged ? (edit.Path, edit.ToBytes()) : null;

    /// <summary>Appends the row of a proposal.</summary>
    public void Add(Proposed proposal) => edit.Append(Cells(proposal).ToDictionary(c => c.Column, c => c.Text, StringComparer.Ordinal));

    /// <summary>What the file has no column for, where leaving it out would change what the row means: a problem of the proposal.</summary>
    public IEnumerable<Problem> Lacking(Proposed proposal) => Cells(proposal)
        .Where(c => c.Needed && c.Text.Length > 0 && table.Find(c.Column) < 0)
        .Select(c => Problem.Error(proposal.Origin, $"there is no column '{c.Column}' in {Path.GetFileName(table.File)} for the '{c.Text}' of this proposal; "
            + $"expected '{c.Column}' in its header (and an empty cell in each row)"));

    private static IReadOnlyList<(string Column, string Text, bool Needed)> Cells(Proposed proposal) => proposal switch
    {
        { Count: { } count } =>
        [
            ("date", CsvText.Date(count.Date), true), ("published", CsvText.Date(count.Published), true), ("place", count.Place, true),
            ("measure", Names.Of(count.Measure), true), ("people", CsvText.Number(count.People), true),
            ("qualifier", Names.Of(count.Qualifier), count.Qualifier != Qualifier.Exact), ("source", proposal.Source, true),
            ("from", CsvText.Date(count.Since), true), ("series", count.Series, true), ("publisher", proposal.Publisher, false),
            ("note", Note(proposal), false),
        ],
        { Change: { } change } =>
        [
            ("date", CsvText.Date(change.Date), true), ("subject", change.Subject.ToString(), true), ("change", Names.Of(change.Change), true),
            ("value", TimelineRow.Value(change), true), ("to", change.To, true),
            ("announced", CsvText.Date(change.Announced), change.KnownFrom != change.Date), ("source", proposal.Source, false),
            ("publisher", proposal.Publisher, false), ("note", Note(proposal), false),
        ],
        _ => [],
    };

    private static ScenarioRows? Open(string path, string header, List<Problem> problems)
    {
        var source = System.IO.File.Exists(path) ? SourceFile.Read(path, problems) : SourceFile.Decode(path, Encoding.UTF8.GetBytes(header), problems);
        if (source is null || CsvTable.Parse(source, CsvLayout.Native, problems) is not { } table) return null;
        return new ScenarioRows(new CsvEdit(source, table), table);
    }

    private static string Note(Proposed proposal)
    {
        var without = proposal.LeftOut.Length > 0 ? $"without {proposal.LeftOut}" : "";
        return string.Join("; ", new[] { proposal.Note, without, proposal.Excerpt }.Where(t => t.Length > 0));
    }
}
