using System.Numerics;

namespace Corridor.Simulation;

/// <summary>What of a person the day asks for first; together, as it is read and written together.</summary>
internal struct Person
{
    /// <summary>Number of the place, or the complement of the number of the link.</summary>
    public int Where;

    public int Plan;

    public Condition Condition;

    public short Profile;
}

/// <summary>The displaced people of a run one by one, in the order in which they came to be: an array for each thing that is known of them.</summary>
/// <param name="hasPace">Whether a rule asks what somebody has spent of the day and of the days before.</param>
/// <param name="hasHome">Whether a rule asks for the home.</param>
/// <param name="isTracked">Whether the way of each is kept.</param>
internal sealed class Persons(bool hasPace, bool hasHome, bool isTracked)
{
    /// <summary>In <see cref="Wake"/>: does not leave.</summary>
    public const int Never = int.MaxValue;

    /// <summary>In <see cref="Wake"/>: no longer takes part.</summary>
    public const int Gone = Never - 1;

    /// <summary>Where each is and what else of them the day asks for.</summary>
    public Person[] Now = [];

    /// <summary>First day on which the person leaves the place; on the way, 0.</summary>
    public int[] Wake = [];

    /// <summary>Km of the present link that lie behind; at a place, without meaning.</summary>
    public double[] Km = [];

    /// <summary>Number of the place that was left first.</summary>
    public int[] Home = [];

    /// <summary>Day of setting out; -1: before the first day.</summary>
    public int[] Since = [];

    /// <summary>As in <see cref="Group"/>; empty while no rule asks.</summary>
    public double[] Spent = [];

    /// <summary>As in <see cref="Group"/>; empty while no rule asks.</summary>
    public double[] Recent = [];

    /// <summary>
    /// For those of the first morning of whom anything is known: the row of the
    /// scenario's people that they are of, or <see cref="Profiles.Unknown"/>.
    /// </summary>
    private int[] rows = [];

    public int Count { get; private set; }

    /// <summary>The way of each; null where it is not kept.</summary>
    public Tracks? Tracks { get; } = isTracked ? new Tracks() : null;

    /// <summary>Adds people at a place, who have set out on that day; <see cref="Settle"/> is to follow.</summary>
    public void Add(int place, int home, in Group group, int day)
    {
        var first = Count;
        var count = checked((int)group.People);
        Count = checked(first + count);
        if (Count > Now.Length) Grow();
        Now.AsSpan(first, count).Fill(new Person { Where = place, Condition = group.Condition, Profile = group.Profile });
        Home.AsSpan(first, count).Fill(home);
        Since.AsSpan(first, count).Fill(day);
    }

    /// <summary>Those who were added from a number on get it in random order, and begin their ways.</summary>
    public void Settle(int first, Philox random)
    {
        if (rows.Length > first) ExtendRows();
        for (var person = Count - 1; person > first; person--)
        {
            var other = first + (int)(random.NextUniform() * (person - first + 1));
            (Now[person], Now[other]) = (Now[other], Now[person]);
            (Home[person], Home[other]) = (Home[other], Home[person]);
            if (person < rows.Length) (rows[person], rows[other]) = (rows[other], rows[person]);
        }
        Tracks?.Add(first, Home.AsSpan(first..Count));
    }

    /// <summary>
    /// Those who were added from a number on are of a row of the scenario's people
    /// whose attributes are known, or of none; before <see cref="Settle"/>.
    /// </summary>
    public void AreOfRow(int first, int row)
    {
        if (row == Profiles.Unknown) return;
        ExtendRows();
        rows.AsSpan(first).Fill(row);
    }

    /// <summary>The row of the scenario's known people that a person is of, or <see cref="Profiles.Unknown"/>.</summary>
    public int RowOf(int person) => person < rows.Length ? rows[person] : Profiles.Unknown;

    private void ExtendRows()
    {
        var before = rows.Length;
        Array.Resize(ref rows, Count);
        rows.AsSpan(before).Fill(Profiles.Unknown);
    }

    /// <summary>The person as a group of one.</summary>
    public Group Group(int person)
    {
        var group = default(Group);
        Read(person, ref group);
        return group;
    }

    /// <summary>The person as a group of one.</summary>
    private void Read(int person, ref Group group)
    {
        ref readonly var now = ref Now[person];
        group.People = 1;
        // At a place no km lie behind anybody.
        group.Km = now.Where < 0 ? Km[person] : 0;
        group.Spent = hasPace ? Spent[person] : 0;
        group.Recent = hasPace ? Recent[person] : 0;
        group.Plan = now.Plan;
        group.Condition = now.Condition;
        group.Profile = now.Profile;
        group.Home = hasHome ? Home[person] : 0;
    }

    /// <summary>Several people, with where they are.</summary>
    public void Read(ReadOnlySpan<int> people, Span<Traveller> travellers)
    {
        for (var i = 0; i < people.Length; i++)
        {
            ref var traveller = ref travellers[i];
            traveller.Person = people[i];
            traveller.Where = Now[people[i]].Where;
            Read(people[i], ref traveller.Me);
        }
    }

    /// <summary>Puts the person where it is now: a place, or the complement of a link.</summary>
    public void Set(int person, int where, in Group group)
    {
        Now[person] = new Person { Where = where, Plan = group.Plan, Condition = group.Condition, Profile = group.Profile };
        if (where < 0) Km[person] = group.Km;
        if (hasPace) Spent[person] = group.Spent;
    }

    /// <summary>Those who do something on the day, in their order.</summary>
    /// <param name="day">The day.</param>
    /// <param name="awake">Memory for their numbers; made larger where it is too small.</param>
    /// <returns>How many they are.</returns>
    public int Awake(int day, ref int[] awake)
    {
        if (awake.Length < Count) awake = new int[Now.Length];
        var wake = Wake.AsSpan(0, Count);
        var today = new Vector<int>(day);
        var (found, person) = (0, 0);
        for (; person <= Count - Vector<int>.Count; person += Vector<int>.Count)
        {
            // Most sleep, and most of those who sleep have sleeping neighbours.
            if (Vector.GreaterThanAll(new Vector<int>(wake[person..]), today)) continue;
            for (var i = person; i < person + Vector<int>.Count; i++)
            {
                awake[found] = i;
                found += wake[i] <= day ? 1 : 0;
            }
        }
        for (; person < Count; person++)
            if (wake[person] <= day) awake[found++] = person;
        return found;
    }

    private void Grow()
    {
        // A half more, not twice as many: at full population the arrays are most of the memory.
        var size = Math.Max(1024, Math.Max(Count, Now.Length + Now.Length / 2));
        Array.Resize(ref Now, size);
        Array.Resize(ref Wake, size);
        Array.Resize(ref Km, size);
        Array.Resize(ref Home, size);
        Array.Resize(ref Since, size);
        if (!hasPace) return;
        Array.Resize(ref Spent, size);
        Array.Resize(ref Recent, size);
    }
}
