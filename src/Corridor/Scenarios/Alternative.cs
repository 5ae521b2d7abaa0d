namespace Corridor.Scenarios;

/// <summary>One row of an alternative: an entry that is added, or a base entry of the same date, subject and change that is dropped.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Drop">Whether it removes instead of adds.</param>
public sealed record AlternativeRow(TimelineEntry Entry, bool Drop)
{
    /// <summary>Whether it removes the entry.</summary>
    public bool Drops(TimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Drop && entry.Date == Entry.Date && entry.Subject.Means(Entry.Subject) && entry.Change == Entry.Change;
    }
}

/// <summary>A named overlay on the timeline: "the west is sealed on 29 October" against "left open".</summary>
public sealed record Alternative
{
    /// <summary>The name of the unchanged timeline.</summary>
    public const string BaseName = "base";

    /// <summary>Short name, a slug.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The changes.</summary>
    public IReadOnlyList<AlternativeRow> Rows { get; init; } = [];

    /// <summary>Where it was read.</summary>
    public Origin Origin { get; init; } = Origin.None;

    /// <summary>The timeline with no change.</summary>
    public static Alternative Base { get; } = new() { Name = BaseName, Description = "the timeline as it stands" };

    /// <summary>What a file system does not take in a name, or takes for the name of another folder: files and folders are named after alternatives.</summary>
    private const string NotInNames = "/\\:*?\"<>|";

    private const int LongestName = 100;

    /// <summary>
    /// Checks that the name can stand for a file, and is none of the <paramref name="others"/>;
    /// capitals do not tell two names apart, as they do not for every file system.
    /// </summary>
    public void CheckName(IEnumerable<string> others, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(problems);
        var hasOddEnds = Name.Length > 0 && (Name[0] == '.' || Name[^1] is '.' or ' ');
        if (Name.Length is 0 or > LongestName || hasOddEnds || Name.Any(c => char.IsControl(c) || NotInNames.Contains(c, StringComparison.Ordinal)))
        {
            var shown = Name.Length > LongestName ? Name[..20] + "..." : Name;
            problems.Add(Problem.Error(Origin, $"'{shown}' cannot be the name of an alternative, as files are named after it; "
                + $"expected a short name as in west-sealed, without {string.Join(' ', NotInNames.AsEnumerable())}"));
        }
        if (others.Append(BaseName).Contains(Name, StringComparer.OrdinalIgnoreCase))
            problems.Add(Problem.Error(Origin, $"the alternative '{Name}' is there already; names are unique, and '{BaseName}' is the timeline as it stands"));
    }

    /// <summary>The alternative where one of so many people is simulated: numbers of people are divided, whole ones as those of a folder are.</summary>
    /// <param name="people">How many people one that is simulated stands for; 1 or more.</param>
    public Alternative ScaledDown(int people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        return people == 1 ? this : this with { Rows = [.. Rows.Select(Scaled)] };

        AlternativeRow Scaled(AlternativeRow row) => row.Entry is { Change: Change.Capacity or Change.ForceMove, Value: { } value }
            ? row with { Entry = row.Entry with { Value = Math.Floor(value / people) } }
            : row;
    }

    /// <summary>
    /// The timeline under this alternative. The base is left untouched; a row that drops what is not there is a problem, as is any entry
    /// that does not fit the scenario (<see cref="TimelineCheck"/>).
    /// </summary>
    public IReadOnlyList<TimelineEntry> ApplyTo(Scenario scenario, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(problems);
        var entries = scenario.Timeline.ToList();
        foreach (var row in Rows.Where(r => r.Drop))
        {
            if (entries.RemoveAll(row.Drops) > 0) continue;
            var candidates = scenario.Timeline.Select(e => $"{e.Date:yyyy-MM-dd} {e.Subject} {Names.Of(e.Change)}");
            var name = $"{row.Entry.Date:yyyy-MM-dd} {row.Entry.Subject} {Names.Of(row.Entry.Change)}";
            problems.Add(Problem.Error(row.Entry.Origin,
                $"alternative '{Name}' drops '{name}', which is not in the timeline{NearestName.Hint(name, candidates)}"));
        }
        var added = Rows.Where(r => !r.Drop).Select(r => r.Entry).ToList();
        TimelineCheck.Run(scenario, added, problems);
        entries.AddRange(added);
        return entries;
    }

    /// <summary>Rows of a scenario as they take effect: of those of one day the one that was announced last comes last, and holds.</summary>
    internal static IEnumerable<TimelineEntry> InOrder(IEnumerable<TimelineEntry> timeline) => timeline.OrderBy(e => e.Date).ThenBy(e => e.KnownFrom);

    /// <summary>The timeline under this alternative, of the base only what is known; what the alternative assumes is.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="isKnown">Whether an entry of the scenario is.</param>
    /// <exception cref="ArgumentException">The alternative does not fit the scenario.</exception>
    internal IReadOnlyList<TimelineEntry> TimelineIn(Scenario scenario, Func<TimelineEntry, bool> isKnown)
    {
        var problems = new List<Problem>();
        var entries = ApplyTo(scenario, problems);
        if (problems.FirstOrDefault(p => p.IsError) is { } error) throw new ArgumentException(error.ToString(), nameof(scenario));
        var assumed = Rows.Select(r => r.Entry).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. InOrder(entries.Where(e => !assumed.Contains(e) && isKnown(e))), .. entries.Where(assumed.Contains)];
    }
}
