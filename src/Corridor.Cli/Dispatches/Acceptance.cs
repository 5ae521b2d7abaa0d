using Corridor.Cli.Screen;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>What a decision about proposals changes in a scenario folder, checked before anything is written.</summary>
internal sealed class Acceptance
{
    private readonly List<(string Path, byte[] Bytes)> files = [];
    private readonly List<Proposed> written = [];

    /// <summary>Those that enter the scenario.</summary>
    public IReadOnlyList<Proposed> Accepted { get; private init; } = [];

    /// <summary>Those of them that are written as a row; the others say what a row says already.</summary>
    public IReadOnlyList<Proposed> Written => written;

    /// <summary>Those that do not.</summary>
    public IReadOnlyList<Proposed> Rejected { get; private init; } = [];

    /// <summary>What is wrong with those that were not asked for by name and do not fit the scenario yet: they stay as they are.</summary>
    public IReadOnlyList<Problem> Left { get; private init; } = [];

    /// <summary>Prepares the change; null with problems when a row that was asked for by name does not fit the scenario.</summary>
    /// <param name="folder">The scenario folder.</param>
    /// <param name="scenario">What is in it.</param>
    /// <param name="proposals">The file of proposals.</param>
    /// <param name="accept">Those asked for by name.</param>
    /// <param name="others">All others to accept where they fit; none of those asked for by name.</param>
    /// <param name="reject">Those to reject.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static Acceptance? Prepare(
        string folder, Scenario scenario, ProposalsTable proposals,
        IReadOnlyList<Proposed> accept, IReadOnlyList<Proposed> others, IReadOnlyList<Proposed> reject, List<Problem> problems)
    {
        foreach (var both in accept.Intersect(reject))
            problems.Add(Problem.Error(both.Origin, "the proposal is both to be accepted and to be rejected; expected one of them"));
        foreach (var done in reject.Where(r => r.Status == ProposalStatus.Accepted))
        {
            var (id, file) = (ProposalChoice.Short(done, proposals.Rows), done.Count is null ? "timeline.csv" : "counts.csv");
            problems.Add(Problem.Error(done.StatusCell.Origin,
                $"the proposal {id} was accepted before; take its row out of {file} and set its status here"));
        }
        // An acceptance that was killed between its files has written rows and no status.
        foreach (var there in reject.Where(r => r.Status != ProposalStatus.Accepted))
        {
            if (RowOf(there, scenario) is not { } row) continue;
            var id = ProposalChoice.Short(there, proposals.Rows);
            problems.Add(Problem.Error(there.StatusCell.Origin,
                $"what the proposal {id} says is a row of the scenario: {row}; take that out, or accept the proposal, which then adds nothing"));
        }
        // What was accepted before is in the scenario: to ask again is no mistake, and adds nothing.
        var named = accept.Where(a => a.Status != ProposalStatus.Accepted).ToList();
        var rows = new AcceptedRows(folder, [.. named, .. others], problems);
        var (fitting, left) = Fitting(scenario, proposals, rows, named, others, problems);
        var result = new Acceptance { Accepted = [.. named, .. fitting], Left = left, Rejected = [.. reject.Where(r => r.Status != ProposalStatus.Rejected)] };
        if (problems.Exists(p => p.IsError)) return null;
        result.Append(rows, scenario, proposals);
        return result;
    }

    /// <summary>Writes every changed file; the statuses last, so that a row that is not there is never called accepted.</summary>
    public void Write()
    {
        if (files.Count > 0) OutputFile.Write(files);
    }

    /// <summary>A text may tell of a bridge without a name: that waits for a person, and the others need not wait for it.</summary>
    private static (List<Proposed> Fitting, List<Problem> Left) Fitting(
        Scenario scenario, ProposalsTable proposals, AcceptedRows rows, List<Proposed> named, IEnumerable<Proposed> others, List<Problem> problems)
    {
        var known = ScenarioCheck.Run(scenario).ToHashSet();
        var fitting = others.ToList();
        var left = new List<Problem>();
        while (true)
        {
            var found = Misfits(scenario, known, proposals, rows, [.. named, .. fitting]);
            var misfits = found.Where(p => p.IsError && fitting.Exists(f => f.Origin.Line == p.Origin.Line)).ToList();
            if (misfits.Count == 0)
            {
                // What is wrong now is wrong with those asked for by name.
                problems.AddRange(found);
                return (fitting, [.. left.OrderBy(p => p.Origin.Line).ThenBy(p => p.Origin.Column)]);
            }
            left.AddRange(misfits);
            fitting.RemoveAll(f => misfits.Exists(p => p.Origin.Line == f.Origin.Line));
        }
    }

    /// <summary>Whether a proposal names a place that is none of the scenario's: a person has to say which it is.</summary>
    public static bool NeedsName(Proposed proposal, Scenario scenario) => NamesUnknownPlace(proposal, scenario, []);

    /// <summary>Whether a proposal is of a way and names a place: a person has to say which route it is.</summary>
    public static bool NeedsRoute(Proposed proposal) => proposal.Change is { Change: Change.Pass or Change.Speed, Subject.Kind: SubjectKind.Place };

    private static List<Problem> Misfits(
        Scenario scenario, HashSet<Problem> known, ProposalsTable proposals, AcceptedRows rows, IReadOnlyList<Proposed> accepted)
    {
        var problems = new List<Problem>();
        var fitting = accepted.Where(a => !NamesUnknownPlace(a, scenario, problems) & !NeedsDay(a, problems) & !rows.LackColumn(a, problems)).ToList();
        var candidate = scenario with
        {
            Counts = [.. scenario.Counts, .. fitting.Select(a => a.Count).OfType<Count>()],
            Timeline = [.. scenario.Timeline, .. fitting.Select(a => a.Change).OfType<TimelineEntry>()],
        };
        problems.AddRange(ScenarioCheck.Run(candidate)
            .Where(p => !known.Contains(p) && (p.IsError || p.Origin.File == proposals.Source.Path))
            .OrderBy(p => p.Origin.Line).ThenBy(p => p.Origin.Column));
        return problems;
    }

    /// <summary>What is planned is not so yet: from when on it is to be stands in the row, or a person has to say.</summary>
    private static bool NeedsDay(Proposed proposal, List<Problem> problems)
    {
        if (proposal.NeedsDay)
        {
            problems.Add(Problem.Error(proposal.DateCell.Origin,
                "the day of what is planned is not told; expected a date as in 2016-10-29 in the column 'date'"));
        }
        return proposal.NeedsDay;
    }

    /// <summary>Texts name places in their own words: the hint goes further than that of a mistyped id.</summary>
    private static bool NamesUnknownPlace(Proposed proposal, Scenario scenario, List<Problem> problems)
    {
        var (names, origin) = proposal switch
        {
            { Count: { } count } => (count.Place == Count.Everywhere ? [] : new[] { count.Place }, count.Origin),
            { Change: { Subject.Kind: SubjectKind.Place } change } => ([change.Subject.From], change.Origin),
            { Change: { Subject.Kind: SubjectKind.Route } change } => ([change.Subject.From, change.Subject.To], change.Origin),
            _ => ([], Origin.None),
        };
        var unknown = names.Where(name => scenario.Places.All(p => p.Id != name)).ToList();
        var orEverywhere = proposal.Count is null ? "" : " or *";
        problems.AddRange(unknown.Select(name => Problem.Error(origin,
            $"'{name}' is no place of the scenario; expected an id of places.csv{orEverywhere}{NearestPlace.Hint(name, scenario)}")));
        return unknown.Count > 0;
    }

    private void Append(AcceptedRows rows, Scenario scenario, ProposalsTable proposals)
    {
        var statuses = new CsvEdit(proposals.Source, proposals.Table);
        // Of two reports of one change, that which made it known first is the row.
        foreach (var proposal in Accepted.OrderBy(a => a.Change?.KnownFrom))
        {
            // A row that is there already - a crash fell between two files, or two texts say the same - is not written twice.
            var isNew = proposal switch
            {
                { Count: { } count } => !scenario.Counts.Concat(written.Select(w => w.Count).OfType<Count>()).Any(c => Same(c, count)),
                { Change: { } change } =>
                    !scenario.Timeline.Concat(written.Select(w => w.Change).OfType<TimelineEntry>()).Any(e => Same(e, change)),
                _ => false,
            };
            if (isNew)
            {
                rows.Add(proposal);
                written.Add(proposal);
            }
            statuses.Set(proposal.StatusCell, ProposalsFile.Text(ProposalStatus.Accepted));
        }
        foreach (var proposal in Rejected) statuses.Set(proposal.StatusCell, ProposalsFile.Text(ProposalStatus.Rejected));
        files.AddRange(rows.Files);
        if (statuses.IsChanged) files.Add((statuses.Path, statuses.ToBytes()));
    }

    /// <summary>Where the scenario has what a proposal says; null: nowhere.</summary>
    private static Origin? RowOf(Proposed proposal, Scenario scenario) =>
        proposal.Count is { } count ? scenario.Counts.FirstOrDefault(c => Same(c, count))?.Origin
            : proposal.Change is { } change ? scenario.Timeline.FirstOrDefault(e => Same(e, change))?.Origin : null;

    private static bool Same(Count a, Count b) => a with { Origin = Origin.None } == b with { Origin = Origin.None };

    /// <summary>Whether a row says what another would, and makes it known no later.</summary>
    private static bool Same(TimelineEntry row, TimelineEntry other) => row.KnownFrom <= other.KnownFrom
        && (row.Date, row.Subject, row.Change, row.Value, row.NewKind, row.To, row.Source)
            == (other.Date, other.Subject, other.Change, other.Value, other.NewKind, other.To, other.Source);
}
