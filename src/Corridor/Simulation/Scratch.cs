using System.Runtime.InteropServices;

namespace Corridor.Simulation;

/// <summary>People who reach a place today.</summary>
internal struct Arrival
{
    /// <summary>The people, with what they have spent of the day.</summary>
    public Group Group;

    /// <summary>The place.</summary>
    public int Place;

    /// <summary>Whether enough of the day is left for another decision.</summary>
    public bool GoesOn;

    /// <summary>Where they were in the morning (<see cref="Whereabouts.At"/>).</summary>
    public int From;
}

/// <summary>An arrival that is cut into parts.</summary>
/// <param name="Arrival">Its position among the arrivals.</param>
/// <param name="Every">A part comes every so many slices; a power of two.</param>
/// <param name="Parts">Into how many parts it is cut.</param>
/// <param name="Start">Where the count of people begins, 0 .. 1.</param>
internal readonly record struct Cut(int Arrival, int Every, int Parts, double Start);

/// <summary>People who leave a place in the morning, in turns.</summary>
/// <param name="Place">The place.</param>
/// <param name="Group">The people; with a plan, or about to choose one.</param>
internal readonly record struct Leaver(int Place, Group Group)
{
    /// <summary>Into how many turns they are dealt; a power of two.</summary>
    public int Turns { get; init; }

    /// <summary>Where the count of people begins, 0 .. 1.</summary>
    public double Start { get; init; }

    /// <summary>Whether by which way is drawn for most of them when all turns are over.</summary>
    public bool DrawsOthersLater { get; init; }

    /// <summary>Whether the room that others look at changes when they leave.</summary>
    public bool MakesRoom { get; init; }

    /// <summary>Where <see cref="Scratch.Leaving"/> counts them, way by way.</summary>
    public int Leaving { get; init; }
}

/// <summary>Somebody who travels today, from the morning on.</summary>
internal struct Traveller
{
    public int Person;

    /// <summary>Where the person was in the morning: a place, or the complement of a link.</summary>
    public int Where;

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
    private Choices?[] choices = new Choices?[places];
    private readonly GroupList[] waiting = new GroupList[places];
    private readonly GroupList[] staying = new GroupList[places];
    private readonly List<int> waitedFor = [];
    private Choices?[] elsewhere = new Choices?[places];
    private readonly GroupList[] undecided = new GroupList[places];
    private readonly List<int> undecidedAt = [];
    private int deciding = -1;
    private Round toDecide = new();
    private Round decideLater = new();
    private int turn = int.MaxValue;
    private long[] people = new long[16];
    private long[] leaving = new long[64];
    private double[] fractions = new double[16];
    private int leavingCount;

    /// <summary>Number of run-days worked on so far: what was prepared for another one is out of date.</summary>
    public long Day { get; set; }

    /// <summary>People who come to a place from where they were in the morning or, later, who wait for others to come.</summary>
    public List<Arrival> Arrivals { get; } = [];

    /// <summary>Adds people to them, to be filled in.</summary>
    public ref Group AddArrival(int place, bool goesOn, int from)
    {
        CollectionsMarshal.SetCount(Arrivals, Arrivals.Count + 1);
        ref var added = ref CollectionsMarshal.AsSpan(Arrivals)[^1];
        (added.Place, added.GoesOn, added.From) = (place, goesOn, from);
        return ref added.Group;
    }

    /// <summary>The people who act on the day, where they are simulated one by one.</summary>
    public int[] Awake = [];

    /// <summary>Those of them who travel.</summary>
    public Traveller[] Travellers = [];

    /// <summary>The tracks of some of those, as many as act one after the other.</summary>
    public Track[] Tracks { get; } = new Track[PersonRun.Together];

    /// <summary>How many they are.</summary>
    public int TravellerCount { get; set; }

    /// <summary>Those who leave in turns this morning.</summary>
    public List<Leaver> Leavers { get; } = [];

    /// <summary>Who of them, and later of those who wait, is on which turn.</summary>
    public Turns Turns { get; } = new(places);

    /// <summary>Into how many parts each of the arrivals is cut.</summary>
    public List<int> Parts { get; } = [];

    /// <summary>Those of the arrivals that are cut.</summary>
    public List<Cut> Cut { get; } = [];

    /// <summary>The limited places that may turn somebody away today.</summary>
    public List<int> Binding { get; } = [];

    /// <summary>Whether the place is one of <see cref="Binding"/>; false between uses, and 0 below.</summary>
    public bool[] Binds { get; } = new bool[places];

    /// <summary>Whether people at the place weigh going to one of <see cref="Binding"/>.</summary>
    public bool[] SeesBinding { get; } = new bool[places];

    /// <summary>People who may come to a limited place today or, in the morning, who leave it.</summary>
    public long[] Coming { get; } = new long[places];

    /// <summary>People whom a limited place draws today.</summary>
    public double[] Drawn { get; } = new double[places];

    /// <summary>Into how many parts those are cut who may come to a limited place.</summary>
    public int[] PartsAt { get; } = new int[places];

    /// <summary>Places among which those who set out today are still to be shared.</summary>
    public List<int> Sharing { get; } = [];

    /// <summary>The weights of those places.</summary>
    public double[] Shares { get; } = new double[places];

    /// <summary>Limited places that the people at hand may come to.</summary>
    public List<int> Ahead { get; } = [];

    /// <summary>Sorts groups that decide together.</summary>
    public Crowd Crowd { get; } = new();

    /// <summary>The groups of the place or link at hand, moved out of its list; empty between uses.</summary>
    public GroupList AtHand;

    /// <summary>What people of a class at a place can choose between, as last prepared by this thread.</summary>
    public Choices ChoicesAt(int place, int profile)
    {
        var key = profile * places + place;
        if (key >= choices.Length) Array.Resize(ref choices, (profile + 1) * places);
        return choices[key] ??= new Choices();
    }

    /// <summary>The same for those of them who go to none of the watched places.</summary>
    public Choices ElsewhereAt(int place, int profile)
    {
        var key = profile * places + place;
        if (key >= elsewhere.Length) Array.Resize(ref elsewhere, (profile + 1) * places);
        return elsewhere[key] ??= new Choices();
    }

    /// <summary>People who will leave a place today by a way on which no room matters; by which, is drawn once for all of them.</summary>
    public ref GroupList Undecided(int place)
    {
        if (undecided[place].Count == 0) undecidedAt.Add(place);
        return ref undecided[place];
    }

    /// <summary>The places where there are such people.</summary>
    public List<int> UndecidedAt => undecidedAt;

    /// <summary>The groups that decide now.</summary>
    public ReadOnlySpan<Group> Deciding => toDecide.Items(deciding);

    /// <summary>Those who will decide at a stage of the day and place, to be added to: still in this round, unless the stage has had its turn.</summary>
    public ref GroupList Decides(int stage)
    {
        ref var round = ref stage > turn ? ref toDecide : ref decideLater;
        return ref round.At(stage);
    }

    /// <summary>Starts the next round; false when nobody is left to decide.</summary>
    public bool NextRound()
    {
        (toDecide, decideLater) = (decideLater, toDecide);
        return !toDecide.IsEmpty;
    }

    /// <summary>Makes those of the next stage the ones who decide; false when all of the round have.</summary>
    /// <param name="isOrdered">Whether those who come to a stage that is still to have its turn join those there; else they wait for the next round.</param>
    /// <param name="stage">The stage.</param>
    public bool NextStage(bool isOrdered, out int stage)
    {
        if (deciding >= 0) toDecide.Clear(deciding);
        deciding = stage = toDecide.TakeFirst();
        turn = isOrdered && stage >= 0 ? stage : int.MaxValue;
        return stage >= 0;
    }

    /// <summary>People who reach a place, where they decide or stay, when it is known who else comes; to be added to.</summary>
    public ref GroupList Waits(int place, bool goesOn)
    {
        if (waiting[place].Count == 0 && staying[place].Count == 0) waitedFor.Add(place);
        return ref goesOn ? ref waiting[place] : ref staying[place];
    }

    /// <summary>Makes those who wait the arrivals.</summary>
    public void CollectWaiting()
    {
        Arrivals.Clear();
        foreach (var place in waitedFor)
        {
            foreach (ref readonly var group in waiting[place].Items) AddArrival(place, goesOn: true, from: place) = group;
            foreach (ref readonly var group in staying[place].Items) AddArrival(place, goesOn: false, from: place) = group;
            waiting[place].Clear();
            staying[place].Clear();
        }
        waitedFor.Clear();
    }

    /// <summary>People on each of so many ways and, last, those who stay; 0 at first.</summary>
    public Span<long> People(int ways)
    {
        if (people.Length <= ways) people = new long[2 * (ways + 1)];
        var zeros = people.AsSpan(0, ways + 1);
        zeros.Clear();
        return zeros;
    }

    /// <summary>A fraction for each of so many ways, to be filled.</summary>
    public Span<double> Fractions(int ways)
    {
        if (fractions.Length < ways) fractions = new double[2 * ways];
        return fractions.AsSpan(0, ways);
    }

    /// <summary>Begins to count people who leave by each of so many ways; returns where.</summary>
    public int OpenLeaving(int ways)
    {
        var at = leavingCount;
        leavingCount += ways;
        if (leaving.Length < leavingCount) Array.Resize(ref leaving, 2 * leavingCount);
        leaving.AsSpan(at, ways).Clear();
        return at;
    }

    /// <summary>People who have left so far, by way.</summary>
    public Span<long> Leaving(int at, int ways) => leaving.AsSpan(at, ways);

    /// <summary>Ends all counts of those who leave.</summary>
    public void CloseLeaving() => leavingCount = 0;
}
