namespace Corridor.Simulation;

/// <summary>What a day makes of one person.</summary>
/// <param name="Next">The states in which he may spend the night, by number, with their probabilities.</param>
/// <param name="Removed">Places where he may end as one who no longer takes part, with the probabilities.</param>
/// <param name="Inflow">How often he comes to a place today, on average.</param>
/// <param name="Outflow">How often he leaves a place today, on average.</param>
/// <param name="Entered">How often he enters a link today, on average.</param>
internal sealed record DayLaw(
    (int State, double Chance)[] Next, (int Place, double Chance)[] Removed,
    (int Place, double Times)[] Inflow, (int Place, double Times)[] Outflow, (int Link, double Times)[] Entered);

/// <summary>
/// For every state in which somebody can be in the morning, what the day makes of him: worked out by the engine itself,
/// on the probabilities of one person. A law holds until the situation changes, so most days cost nothing here.
/// </summary>
internal sealed class DayLaws
{
    /// <summary>States that may be known at once. More is only met with the memory of distances, on networks where many towns lie within a day.</summary>
    private const int MostStates = 100_000;

    private readonly Model model;
    private readonly ProbabilityRun person;
    private readonly Scratch scratch;
    private readonly Dictionary<Whereabouts, int> numbers = [];
    private readonly List<Whereabouts> states = [];
    private readonly List<DayLaw?> laws = [];
    private readonly Dictionary<(int From, int At), DayLaw> beginnings = [];
    private readonly List<Whereabouts> tonight = [];
    private int month;

    public DayLaws(Model model, MeanStock mean)
    {
        (this.model, scratch) = (model, new Scratch(model.Network.PlaceCount));
        person = new ProbabilityRun(model, mean);
    }

    /// <summary>The states that anybody has been in so far.</summary>
    public IReadOnlyList<Whereabouts> States => states;

    /// <summary>How many laws have been worked out so far: nearly all of the time goes there.</summary>
    public long WorkedOut { get; private set; }

    /// <summary>Begins the day that the model has advanced to.</summary>
    /// <param name="roomChanged">Whether some place that may be full has more or less room than the morning before.</param>
    public void BeginDay(bool roomChanged)
    {
        var rules = model.Scenario.Rules;
        var harvest = rules.HarvestMonths.Count > 0 ? model.Scenario.Date(model.Situation.Day).Month : 0;
        if (model.Situation.IsAsYesterday && !roomChanged && harvest == month) return;
        month = harvest;
        for (var state = 0; state < laws.Count; state++) laws[state] = null;
        beginnings.Clear();
    }

    /// <summary>The states, with probabilities, of somebody who is at a place before the first day.</summary>
    /// <param name="place">The place.</param>
    /// <param name="row">The row of the scenario's known people that says what is known of him; or <see cref="Profiles.Unknown"/>.</param>
    public (int State, double Chance)[] AtFirst(int place, int row)
    {
        person.BeginAt(place, row);
        return TakeOut();
    }

    /// <summary>The day of somebody who is in a state this morning.</summary>
    public DayLaw Of(int state)
    {
        if (laws[state] is { } known) return known;
        person.Begin(states[state]);
        return laws[state] = Step();
    }

    /// <summary>The day of a resident who sets out today.</summary>
    public DayLaw OfSettingOut(int place)
    {
        if (beginnings.TryGetValue((place, place), out var known)) return known;
        person.SetsOutToday(place);
        return beginnings[(place, place)] = Step();
    }

    /// <summary>The day of a resident who is forced to another place today.</summary>
    public DayLaw OfForced(int from, int to)
    {
        if (beginnings.TryGetValue((from, to), out var known)) return known;
        person.IsForcedToday(from, to);
        return beginnings[(from, to)] = Step();
    }

    /// <summary>
    /// The same state with a coarser memory of distances. That memory tells only whether somebody who comes to a town goes
    /// on; states of a handful of people in a million differ in nothing else, and there would be ever more of them.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="parts">Memory is kept in so many parts of a day's distance.</param>
    public int Coarser(int state, int parts)
    {
        var group = states[state].Group;
        var unit = person.FullDay / parts;
        return group.Recent == 0 ? state : Number(states[state] with { Group = group with { Recent = Math.Round(group.Recent / unit) * unit } });
    }

    /// <summary>Forgets the states that nobody is in. Returns the new number of each; −1: forgotten.</summary>
    public int[] Forget(Func<int, bool> isEmpty)
    {
        var (all, known) = (states.ToArray(), laws.ToArray());
        var renumbered = new int[all.Length];
        numbers.Clear();
        states.Clear();
        laws.Clear();
        for (var state = 0; state < all.Length; state++) renumbered[state] = isEmpty(state) ? -1 : Number(all[state]);
        // A law that leads to a state that is forgotten is worked out anew.
        for (var state = 0; state < all.Length; state++)
        {
            if (renumbered[state] < 0 || known[state] is not { } law || law.Next.Any(next => renumbered[next.State] < 0)) continue;
            laws[renumbered[state]] = law with { Next = [.. law.Next.Select(next => (renumbered[next.State], next.Chance))] };
        }
        beginnings.Clear();
        return renumbered;
    }

    private DayLaw Step()
    {
        WorkedOut++;
        person.Step(scratch);
        var next = TakeOut();
        var removed = Chances(person.RemovedAt);
        Array.Clear(person.RemovedAt);
        return new DayLaw(next, removed, Chances(person.Inflow), Chances(person.Outflow), Chances(person.Entered));
    }

    private (int State, double Chance)[] TakeOut()
    {
        tonight.Clear();
        person.TakeOut(tonight);
        return [.. tonight.Select(state => (Number(state), (double)state.Group.People / ProbabilityRun.Certain))];
    }

    private int Number(in Whereabouts state)
    {
        if (numbers.TryGetValue(state, out var number)) return number;
        number = states.Count;
        if (number == MostStates) throw new NoExpectationException(TooMany());
        numbers.Add(state, number);
        states.Add(state);
        laws.Add(null);
        return number;
    }

    private string TooMany() =>
        FormattableString.Invariant($"a person would be in one of more than {MostStates:N0} states on {model.Scenario.Date(model.Situation.Day):yyyy-MM-dd}")
        + WhatToDo;

    /// <summary>The end of a message that says that there are too many states.</summary>
    public string WhatToDo => model.Scenario.Rules.AvoidShortStints
        ? ", because avoid_short_stints remembers how far everybody went; --set rules.avoid_short_stints=false, ask for fewer --days, or run an ensemble"
        : "; ask for fewer --days, or run an ensemble";

    private static (int, double)[] Chances(long[] parts)
    {
        var count = 0;
        foreach (var part in parts) if (part != 0) count++;
        if (count == 0) return [];
        var chances = new (int, double)[count];
        for (var i = parts.Length - 1; i >= 0; i--)
            if (parts[i] != 0) chances[--count] = (i, (double)parts[i] / ProbabilityRun.Certain);
        return chances;
    }
}
