namespace Corridor.Simulation;

/// <summary>People who reach a place today.</summary>
/// <param name="Place">The place.</param>
/// <param name="Group">The people, with what they have spent of the day.</param>
/// <param name="GoesOn">Whether enough of the day is left for another decision.</param>
internal readonly record struct Arrival(int Place, Group Group, bool GoesOn);

/// <summary>An arrival that is cut into parts.</summary>
/// <param name="Arrival">Its position among the arrivals.</param>
/// <param name="Every">A part comes every so many slices; a power of two.</param>
/// <param name="Parts">Into how many parts it is cut.</param>
/// <param name="First">The person with whom the count begins, 0 .. parts − 1.</param>
internal readonly record struct Cut(int Arrival, int Every, int Parts, long First);

/// <summary>Somebody who travels today, from the morning on.</summary>
internal struct Traveller
{
    public int Person;

    /// <summary>The link that the person is on.</summary>
    public int Link;

    /// <summary>The person as a group of one.</summary>
    public Group Me;

    /// <summary>The random numbers of the person's day.</summary>
    public PersonChance Chance;
}

/// <summary>Memory that a run needs while it steps through a day; one per thread.</summary>
internal sealed class Scratch(int places)
{
    private GroupList[] current = new GroupList[places];
    private GroupList[] following = new GroupList[places];
    private List<int> reachedNext = [];
    private double[] weights = new double[16];

    public List<Arrival> Arrivals { get; } = [];

    /// <summary>The people who act on the day, where they are simulated one by one.</summary>
    public int[] Awake = [];

    /// <summary>Four random words for each of those.</summary>
    public ulong[] Words = [];

    /// <summary>Those of them who travel.</summary>
    public List<Traveller> Travellers { get; } = [];

    /// <summary>Into how many parts each of the arrivals is cut.</summary>
    public List<int> Parts { get; } = [];

    /// <summary>Those of the arrivals that are cut.</summary>
    public List<Cut> Cut { get; } = [];

    /// <summary>People who may come to a limited place today; 0 between uses, as the two below.</summary>
    public long[] Coming { get; } = new long[places];

    /// <summary>People whom a limited place draws today.</summary>
    public double[] Drawn { get; } = new double[places];

    /// <summary>Into how many parts those are cut who may come to a limited place.</summary>
    public int[] PartsAt { get; } = new int[places];

    /// <summary>Limited places that the people at hand may come to.</summary>
    public List<int> Ahead { get; } = [];

    /// <summary>The groups of the place or link at hand.</summary>
    public List<Group> Deciding { get; } = [];

    /// <summary>Places with people who decide in this round.</summary>
    public List<int> Reached { get; private set; } = [];

    /// <summary>The groups that decide at a place in this round.</summary>
    public ref GroupList Current(int place) => ref current[place];

    /// <summary>People will decide at a place in the next round.</summary>
    public void Decides(int place, in Group group)
    {
        if (following[place].Count == 0) reachedNext.Add(place);
        following[place].Add(group);
    }

    /// <summary>Starts the next round; false when nobody is left to decide.</summary>
    public bool NextRound()
    {
        (current, following) = (following, current);
        (Reached, reachedNext) = (reachedNext, Reached);
        reachedNext.Clear();
        return Reached.Count > 0;
    }

    public Span<double> Weights(int count)
    {
        if (weights.Length < count) weights = new double[2 * count];
        return weights.AsSpan(0, count);
    }
}
