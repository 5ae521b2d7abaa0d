using System.Runtime.CompilerServices;

namespace Corridor.Simulation;

/// <summary>What else is true of the people of a group.</summary>
[Flags]
internal enum Condition : byte
{
    None = 0,

    /// <summary>They have not completed a route yet.</summary>
    FirstRoute = 1,

    /// <summary>They are on their way back to where the route began, because it closed.</summary>
    TurningBack = 2,

    /// <summary>They are kept from leaving.</summary>
    Held = 4,

    /// <summary>They harvest: they stay where they are and count at home.</summary>
    Harvesting = 8,
}

/// <summary>People in the same state at the same place or on the same link, held as one row with a number (design.md, section 6).</summary>
internal struct Group
{
    /// <summary>How many they are.</summary>
    public long People;

    /// <summary>Km of the present link that lie behind them; 0 at a place.</summary>
    public double Km;

    /// <summary>
    /// What they have spent of today: the share of the day, or with <see cref="Scenarios.TravelBudget.AnewOnEachRoute"/> the km. 0 overnight.
    /// </summary>
    public double Spent;

    /// <summary>
    /// Exponential average of what was spent of each day, in the unit of <see cref="Spent"/>,
    /// kept only while short stints are avoided (model.md, 2.10).
    /// </summary>
    public double Recent;

    /// <summary>The places still to come, a number of <see cref="Plans"/>.</summary>
    public int Plan;

    public Condition Condition;

    /// <summary>Class of people, a number of <see cref="Profiles"/>.</summary>
    public short Profile;

    /// <summary>Number of the place that was left first, while a rule asks for it; else 0.</summary>
    public int Home;

    /// <summary>
    /// Makes it people whose state is in part that of others, field by field: where a group
    /// was written so just now, a wide read of it would wait for those writes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(long people, double km, double spent, int plan, Condition condition, in Group others)
    {
        (People, Km, Spent, Recent) = (people, km, spent, others.Recent);
        (Plan, Condition, Profile, Home) = (plan, condition, others.Profile, others.Home);
    }

    public readonly bool Is(Condition condition) => (Condition & condition) != 0;

    /// <summary>Whether all but the number of people is the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool SameState(in Group other) => SameButMemory(other) && Spent == other.Spent && Recent == other.Recent;

    /// <summary>Whether all is the same but the number of people and what they have spent and remember.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool SameButMemory(in Group other) =>
        Plan == other.Plan && Km == other.Km && Condition == other.Condition && Profile == other.Profile && Home == other.Home;

    /// <summary>A hash of the state, the same in every alternative.</summary>
    public readonly ulong StateHash(Plans plans)
    {
        // All at once, as no product waits for another; mixed at the end.
        return Mix.Of(Kind(plans), Folded(Km) * 0xD6E8FEB86659FD93UL + Folded(Spent) * 0xA0761D6478BD642FUL + Folded(Recent) * 0xE7037ED1A0B428DBUL);
    }

    /// <summary>A hash of all but memory, the same in every alternative.</summary>
    public readonly ulong HashButMemory(Plans plans) => Mix.Of(Kind(plans), Folded(Km));

    /// <summary>Who they are and where they are going.</summary>
    private readonly ulong Kind(Plans plans) => plans.Hash(Plan) + ((ulong)Condition | (ulong)(ushort)Profile << 8 | (ulong)(uint)Home << 24);

    /// <summary>The bits of a number with the high half in the low one, too: of whole numbers the low half is 0, and would stay so when multiplied.</summary>
    private static ulong Folded(double number)
    {
        var bits = BitConverter.DoubleToUInt64Bits(number);
        return bits ^ bits >> 32;
    }
}

/// <summary>The groups of one place or link, no two of them in the same state.</summary>
internal struct GroupList
{
    /// <summary>Length from which on equal states are found by a hash index instead of looking at each.</summary>
    private const int IndexFrom = 16;

    private Group[]? groups;

    /// <summary>Positions + 1 in <see cref="groups"/> by hash; length a power of two; in use only while <see cref="indexed"/>.</summary>
    private int[]? index;
    private bool indexed;

    public int Count { get; private set; }

    /// <summary>The groups, to be read or changed in place; not to be added to meanwhile.</summary>
    public readonly Span<Group> Items => groups.AsSpan(0, Count);

    /// <summary>Adds people, to a group of the same state if there is one.</summary>
    public void Add(in Group group) => Add(group.People, group.Km, group.Spent, group.Plan, group.Condition, group);

    /// <summary>The same for people whose state is in part that of others.</summary>
    public void Add(long people, double km, double spent, int plan, Condition condition, in Group others)
    {
        if (people == 0) return;
        if (Count < IndexFrom)
        {
            foreach (ref var other in Items)
            {
                if (other.Plan != plan || other.Km != km || other.Spent != spent || other.Condition != condition
                    || other.Recent != others.Recent || other.Profile != others.Profile || other.Home != others.Home) continue;
                other.People += people;
                return;
            }
        }
        else
        {
            if (!indexed) Reindex();
            var group = others with { People = people, Km = km, Spent = spent, Plan = plan, Condition = condition };
            ref var slot = ref Slot(group);
            if (slot > 0)
            {
                groups![slot - 1].People += people;
                return;
            }
            slot = Count + 1;
        }
        Store(people, km, spent, plan, condition, others);
        if (indexed && 2 * Count > index!.Length) Reindex();
    }

    /// <summary>
    /// Adds people as a group of their own, whether or not there is one of the same state: those who decide together are looked through at once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(long people, double km, double spent, int plan, Condition condition, in Group others)
    {
        if (people == 0) return;
        indexed = false;
        Store(people, km, spent, plan, condition, others);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(long people, double km, double spent, int plan, Condition condition, in Group others)
    {
        if (groups is null || Count == groups.Length) Array.Resize(ref groups, Math.Max(4, 2 * Count));
        groups[Count++].Set(people, km, spent, plan, condition, others);
    }

    /// <summary>
    /// Moves all groups to an empty list. Both keep their memory: if they exchanged it, that
    /// of the longest list would go from place to place until all lists were as long.
    /// </summary>
    public void MoveTo(ref GroupList empty)
    {
        if (empty.groups is null || empty.groups.Length < Count) empty.groups = new Group[2 * Count];
        Items.CopyTo(empty.groups);
        (empty.Count, empty.indexed) = (Count, false);
        Clear();
    }

    /// <summary>Empties the list, keeping its memory.</summary>
    public void Clear()
    {
        Count = 0;
        indexed = false;
    }

    /// <summary>Drops groups without people, and merges groups whose state has become equal.</summary>
    public void Compact()
    {
        var all = Count;
        Clear();
        for (var i = 0; i < all; i++)
        {
            // Reads position i before Add can write to a position ≤ i.
            var group = groups![i];
            Add(group);
        }
    }

    private void Reindex()
    {
        var length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(4 * Math.Max(Count, IndexFrom)));
        if (index is null || index.Length < length) index = new int[length];
        else Array.Clear(index);
        indexed = true;
        for (var i = 0; i < Count; i++) Slot(groups![i]) = i + 1;
    }

    private readonly ref int Slot(in Group group)
    {
        var hash = Mix.Of((ulong)group.Plan << 8 | (ulong)group.Condition, BitConverter.DoubleToUInt64Bits(group.Km));
        hash = Mix.Of(
            hash + (ulong)(group.Profile * 31 + group.Home),
            BitConverter.DoubleToUInt64Bits(group.Spent) ^ BitConverter.DoubleToUInt64Bits(group.Recent) >> 1);
        var at = (int)hash & (index!.Length - 1);
        while (index[at] > 0 && !groups![index[at] - 1].SameState(group)) at = (at + 1) & (index.Length - 1);
        return ref index[at];
    }
}
