namespace Corridor.Simulation;

/// <summary>How somebody came to the next place of a path.</summary>
internal enum StepKind
{
    /// <summary>To the end of a link.</summary>
    Along,

    /// <summary>Back to the start of a link, as it was closed.</summary>
    Back,

    /// <summary>By force; there is no link.</summary>
    Forced,
}

/// <summary>One step of a path.</summary>
/// <param name="Kind">How.</param>
/// <param name="Number">Number of the link; of the place to which people were forced.</param>
/// <param name="GoesOn">Whether some of the day was left on arrival.</param>
internal readonly record struct PathStep(StepKind Kind, int Number, bool GoesOn);

/// <summary>What is kept of one person's way; together, as every step touches all of it.</summary>
internal struct Track
{
    /// <summary>Number of the last step; before the first one, the complement of the home.</summary>
    public int Last;
    public int Visited;
    public double Travelled;

    /// <summary>Km in all on the morning of <see cref="Day"/>.</summary>
    public double Before;

    /// <summary>The last day on the way.</summary>
    public int Day;
}

/// <summary>
/// The ways of the people of a run: every place that each has come to, and the km. Steps stand in the order of time, each
/// with the number of the one before it, so a path is one number a person, and nothing is copied when it grows.
/// </summary>
internal sealed class Tracks
{
    private const int ChunkBits = 16;
    private const int ChunkMask = (1 << ChunkBits) - 1;

    private readonly List<ulong[]> chunks = [];
    private readonly List<(int Person, int Link)> entered = [];
    private Track[] tracks = [];
    private int steps;
    private int stepsBefore;
    private int day;

    /// <summary>Who entered which link today, in the order of entering.</summary>
    public IReadOnlyList<(int Person, int Link)> Entered => entered;

    /// <summary>Places that the person has come to, the first one included.</summary>
    public int Visited(int person) => tracks[person].Visited;

    /// <summary>Km of all links completed; after turning round, those of the way there as well.</summary>
    public double Travelled(int person) => tracks[person].Travelled;

    /// <summary>Km in all on the morning of today; null for who did not travel.</summary>
    public double? TravelledBefore(int person) => tracks[person].Day == day ? tracks[person].Before : null;

    public void Add(int first, ReadOnlySpan<int> homes)
    {
        var count = first + homes.Length;
        if (count > tracks.Length) Array.Resize(ref tracks, Math.Max(1024, Math.Max(count, tracks.Length + tracks.Length / 2)));
        for (var i = 0; i < homes.Length; i++) tracks[first + i] = new Track { Last = ~homes[i], Visited = 1, Day = -1 };
    }

    public void BeginDay(int today)
    {
        day = today;
        entered.Clear();
        stepsBefore = steps;
    }

    public void Enters(int person, int link) => entered.Add((person, link));

    /// <summary>The tracks of several people who travel today.</summary>
    public void Read(ReadOnlySpan<Traveller> people, Span<Track> theirs)
    {
        for (var i = 0; i < people.Length; i++)
        {
            ref var track = ref theirs[i];
            track = tracks[people[i].Person];
            (track.Before, track.Day) = (track.Travelled + people[i].Me.Km, day);
        }
    }

    /// <summary>Keeps those tracks.</summary>
    public void Write(ReadOnlySpan<Traveller> people, ReadOnlySpan<Track> theirs)
    {
        for (var i = 0; i < people.Length; i++) tracks[people[i].Person] = theirs[i];
    }

    /// <summary>After so many km the person turns round: they are covered, and so many again lie before it.</summary>
    public void TurnsRound(int person, double km, double length) => tracks[person].Travelled += 2 * km - length;

    public void Completes(ref Track track, int link, double length, bool back, bool goesOn)
    {
        track.Travelled += length;
        Append(ref track, new PathStep(back ? StepKind.Back : StepKind.Along, link, goesOn));
    }

    public void IsForced(int person, int to) => Append(ref tracks[person], new PathStep(StepKind.Forced, to, false));

    /// <summary>The steps of a person from the last one back to the first.</summary>
    public IEnumerable<PathStep> Backwards(int person)
    {
        for (var step = tracks[person].Last; step >= 0;)
        {
            var (before, of) = Read(step);
            yield return of;
            step = before;
        }
    }

    /// <summary>Those of today, from the last one back.</summary>
    public IEnumerable<PathStep> BackwardsToday(int person)
    {
        for (var step = tracks[person].Last; step >= stepsBefore;)
        {
            var (before, of) = Read(step);
            yield return of;
            step = before;
        }
    }

    private void Append(ref Track track, PathStep step)
    {
        track.Visited++;
        if (steps >> ChunkBits == chunks.Count) chunks.Add(new ulong[1 << ChunkBits]);
        var packed = (uint)step.Number << 3 | (uint)step.Kind << 1 | (step.GoesOn ? 1u : 0u);
        chunks[steps >> ChunkBits][steps & ChunkMask] = (ulong)(uint)track.Last << 32 | packed;
        track.Last = steps;
        steps = checked(steps + 1);
    }

    private (int Before, PathStep Step) Read(int number)
    {
        var stored = chunks[number >> ChunkBits][number & ChunkMask];
        var packed = (uint)stored;
        return ((int)(stored >> 32), new PathStep((StepKind)(packed >> 1 & 3), (int)(packed >> 3), (packed & 1) != 0));
    }
}
