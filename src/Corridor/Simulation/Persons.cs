namespace Corridor.Simulation;

/// <summary>The displaced people of a run one by one, in the order in which they came to be: an array for each thing that is known of them.</summary>
/// <param name="withHome">Whether a rule asks for the home.</param>
internal sealed class Persons(bool withHome)
{
    /// <summary>In <see cref="Wake"/>: does not leave.</summary>
    public const int Never = int.MaxValue;

    /// <summary>In <see cref="Wake"/>: no longer takes part.</summary>
    public const int Gone = Never - 1;

    public int Count { get; private set; }

    /// <summary>Number of the place, or the complement of the number of the link.</summary>
    public int[] Where = [];

    /// <summary>First day on which the person leaves the place; on the way, 0.</summary>
    public int[] Wake = [];

    public double[] Km = [];
    public double[] Spent = [];
    public double[] Recent = [];
    public int[] Plan = [];
    public Condition[] Condition = [];
    public short[] Profile = [];

    /// <summary>Number of the place that was left first.</summary>
    public int[] Home = [];

    /// <summary>Day of setting out; -1: before the first day.</summary>
    public int[] Since = [];

    /// <summary>Km of all routes completed.</summary>
    public double[] Travelled = [];

    /// <summary>Places come to, the first one included.</summary>
    public int[] Visited = [];

    /// <summary>Adds a person at a place.</summary>
    public int Add(int place, Condition condition, short profile, int day)
    {
        if (Count == Where.Length) Grow();
        var person = Count++;
        Where[person] = Home[person] = place;
        Condition[person] = condition;
        Profile[person] = profile;
        Since[person] = day;
        Visited[person] = 1;
        return person;
    }

    /// <summary>The person as a group of one.</summary>
    public Group Group(int person) => new()
    {
        People = 1,
        Km = Km[person],
        Spent = Spent[person],
        Recent = Recent[person],
        Plan = Plan[person],
        Condition = Condition[person],
        Profile = Profile[person],
        Home = withHome ? Home[person] : 0,
    };

    /// <summary>Puts the person where it is now: a place, or the complement of a link.</summary>
    public void Set(int person, int where, in Group group)
    {
        Where[person] = where;
        Km[person] = group.Km;
        Spent[person] = group.Spent;
        Plan[person] = group.Plan;
        Condition[person] = group.Condition;
    }

    private void Grow()
    {
        var size = Math.Max(1024, 2 * Where.Length);
        Array.Resize(ref Where, size);
        Array.Resize(ref Wake, size);
        Array.Resize(ref Km, size);
        Array.Resize(ref Spent, size);
        Array.Resize(ref Recent, size);
        Array.Resize(ref Plan, size);
        Array.Resize(ref Condition, size);
        Array.Resize(ref Profile, size);
        Array.Resize(ref Home, size);
        Array.Resize(ref Since, size);
        Array.Resize(ref Travelled, size);
        Array.Resize(ref Visited, size);
    }
}
