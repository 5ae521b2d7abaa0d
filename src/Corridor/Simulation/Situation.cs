using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>People who are forced from one place to another on the morning of a day.</summary>
internal readonly record struct ForcedMove(int From, int To, long People);

/// <summary>
/// How things stand on a day under one alternative: what the timeline has made of the places and routes by then. The same for every run,
/// which only reads it.
/// </summary>
internal sealed class Situation
{
    private readonly Network network;
    private readonly Rules rules;
    private readonly TimelineEntry[] entries;

    /// <summary>The day of each entry; negative: before the first day, on which it holds.</summary>
    private readonly int[] dayOf;
    private readonly bool[] placeOpen;
    private readonly bool[] linkItselfOpen;
    private readonly HashSet<(string From, string To)> closedBorders = [];
    private readonly Stack<int> toVisit = new();
    private readonly int[][] floodByDay;
    private readonly double[] decay;
    private int nextEntry;

    public Situation(Scenario scenario, Network network, IReadOnlyList<TimelineEntry> timeline)
    {
        this.network = network;
        rules = scenario.Rules;
        decay = [.. rules.ConflictDecay];
        // What was so before the first day is so on the first day; who was moved before it has been moved.
        entries = [.. timeline.Where(e => e.Change != Change.ForceMove || e.Date >= scenario.Start).OrderBy(e => e.Date)];
        dayOf = [.. entries.Select(e => scenario.Day(e.Date))];
        var places = network.PlaceCount;
        Kind = [.. network.Places.Select(p => p.Kind == PlaceKind.ConflictZone ? PlaceKind.Town : p.Kind)];
        Conflict = [.. network.Places.Select(p => p.Kind == PlaceKind.ConflictZone ? 1.0 : 0.0)];
        ConflictSince = new int[places];
        // A zone that is there from the start began the day before it (model.md, 2.4.4); Flee's clock counts from there.
        Array.Fill(ConflictSince, scenario.Day(scenario.KindsSince ?? scenario.Start) - 1);
        Capacity = [.. network.Places.Select(p => p.Capacity ?? double.PositiveInfinity)];
        ToForceAway = new long[places];
        Limit = new double[places];
        for (var place = 0; place < places; place++) SetLimit(place);
        Hold = new double[places];
        Flood = new int[places];
        (Food, FoodYesterday) = (new double[places], new double[places]);
        SettledFrom = new int[network.LinkCount];
        Unsettle(entries, scenario);
        floodByDay = rules.FloodForecastDays > 1 && rules.FloodLocWeights.Count > 0 ? FloodByDay(scenario.Days) : [];
        placeOpen = Filled(places, true);
        linkItselfOpen = Filled(network.LinkCount, true);
        LinkOpen = Filled(network.LinkCount, true);
        Pass = Filled(network.LinkCount, 1.0);
        SpeedLimit = Filled(network.LinkCount, 0.0);
        ReachesSafety = new bool[places];
        HasExit = new bool[places];
        ChangedPlaces = Filled(places, true);
    }

    /// <summary>The day that the arrays below describe; -1 before the first <see cref="Advance"/>.</summary>
    public int Day { get; private set; } = -1;

    public PlaceKind[] Kind { get; }

    /// <summary>Conflict intensity; 0: none.</summary>
    public double[] Conflict { get; }

    /// <summary>Day on which the present conflict began; negative: before the first day.</summary>
    private int[] ConflictSince { get; }

    /// <summary>People that the place shelters, as stated; infinity: no limit.</summary>
    public double[] Capacity { get; }

    /// <summary>People with whom the place is full: its capacity less those counted twice. Each run scales it by its own rules; infinity: never.</summary>
    public double[] Limit { get; }

    /// <summary>Share of the people who are kept from leaving.</summary>
    public double[] Hold { get; }

    public int[] Flood { get; }

    /// <summary>
    /// What the flood forecasts of the coming days weigh at a place, per day looked ahead; 0 where none
    /// is forecast or nobody looks ahead (model.md, 2.11). The forecast is the flood that comes.
    /// </summary>
    /// <param name="place">The place.</param>
    /// <param name="weight">Weight of a day with flood; negative: that of the level forecast.</param>
    public double ForecastFlood(int place, double weight = -1)
    {
        if (floodByDay.Length == 0 || Day > rules.FloodForecastEnd) return 0;
        var sum = 0.0;
        for (var ahead = 1; ahead <= rules.FloodForecastDays && Day + ahead <= rules.FloodForecastEnd; ahead++)
        {
            var level = floodByDay[place][Math.Min(Day + ahead, floodByDay[place].Length - 1)];
            if (level == 0) continue;
            var lead = rules.FloodForecastWeights.Count > 0 ? Attraction.AtLevel(rules.FloodForecastWeights, ahead - 1) : 1;
            sum += lead * (weight >= 0 ? weight : Attraction.AtLevel(rules.FloodLocWeights, level));
        }
        return sum / rules.FloodForecastDays;
    }

    /// <summary>Per cent of the people who are short of food.</summary>
    public double[] Food { get; }

    /// <summary>The same on the day before.</summary>
    private double[] FoodYesterday { get; }

    public bool[] LinkOpen { get; }

    /// <summary>Fraction of those who want to enter the link that gets through each day.</summary>
    public double[] Pass { get; }

    /// <summary>Speed on the link in km/day by the timeline; 0: none stated.</summary>
    private double[] SpeedLimit { get; }

    /// <summary>
    /// For each link, the day from which on nothing in the timeline, nor in that of an alternative beside
    /// it, opens or closes it, changes its speed, or makes another kind of place of one of its ends.
    /// </summary>
    public int[] SettledFrom { get; }

    /// <summary>Whether an open route leads from the place to a place without conflict where people can stay.</summary>
    public bool[] ReachesSafety { get; }

    /// <summary>Whether any open link leads out of the place.</summary>
    public bool[] HasExit { get; }

    /// <summary>Links that closed this morning.</summary>
    public List<int> ClosedToday { get; } = [];

    /// <summary>Places at which the share of held people changed this morning.</summary>
    public List<int> HoldChangedToday { get; } = [];

    public List<ForcedMove> ForcedToday { get; } = [];

    /// <summary>People who were to be forced away from the place since the start: as many as the timeline says, whether or not so many were there.</summary>
    public long[] ToForceAway { get; }

    /// <summary>Places whose candidate ways may have changed this morning: an end of a link that opened or closed, or a marker that came or went.</summary>
    public bool[] ChangedPlaces { get; }

    /// <summary>Whether any candidate way may have changed this morning.</summary>
    public bool WaysChanged { get; private set; } = true;

    /// <summary>Whether any score of a place may have changed this morning.</summary>
    public bool ScoresChanged { get; private set; } = true;

    /// <summary>Whether the speed on any link may have changed this morning.</summary>
    public bool SpeedsChanged { get; private set; } = true;

    /// <summary>Whether a conflict began, ended or changed this morning.</summary>
    public bool ConflictChanged { get; private set; }

    public bool IsCamp(int place) => Kind[place].IsCamp();

    /// <summary>Whether people flee from the place: it is under conflict or, where departures follow the flood, flooded.</summary>
    public bool IsInDanger(int place) => Conflict[place] > 0 || rules.DepartureDriver == DepartureDriver.Flood && Flood[place] > 0;

    /// <summary>Whether the place is in danger and no open route leads from it to a safe place: its residents are trapped.</summary>
    public bool IsTrapped(int place) => IsInDanger(place) && !ReachesSafety[place];

    /// <summary>Whether it is a town that is not under conflict (model.md, 1.2: the only type on which short stints are avoided).</summary>
    public bool IsTown(int place) => Kind[place] == PlaceKind.Town && !(Conflict[place] > 0);

    /// <summary>The decay factor of the conflict at a place; 1 without decay (model.md, 2.4.4).</summary>
    public double Decay(int place, int day)
    {
        if (decay.Length == 0) return 1;
        var age = Math.Max(0, day - ConflictSince[place]);
        return decay[Math.Min(age / rules.ConflictDecayInterval, decay.Length - 1)];
    }

    /// <summary>What drives people from the place: intensity × decay, or the departures of its flood level; and hunger, where it counts.</summary>
    /// <param name="place">The place.</param>
    /// <param name="day">The day by whose age of the conflict and shortage of food it goes: this one or the day before.</param>
    public double DepartureDrive(int place, int day)
    {
        if (rules.DepartureDriver == DepartureDriver.Flood)
            return Flood[place] > 0 && rules.FloodDepartures.Count > 0 ? Attraction.AtLevel(rules.FloodDepartures, Flood[place]) : 0;
        var hunger = rules.StarvationDrivenDepartures && day > 0 ? (day < Day ? FoodYesterday : Food)[place] / 100 : 0;
        if (Conflict[place] > 0) return Conflict[place] * Decay(place, day) + hunger;
        return rules.DepartUnderConflictOnly ? 0 : hunger;
    }

    /// <summary>Km a day on a link under the rules of a run.</summary>
    public double SpeedOn(int link, bool onFoot, Rules run)
    {
        var speed = onFoot ? run.MaxWalkSpeed : network.Speed(link, run);
        return SpeedLimit[link] > 0 ? Math.Min(speed, SpeedLimit[link]) : speed;
    }

    /// <summary>Whether anything changed this morning.</summary>
    public bool ChangedToday { get; private set; } = true;

    /// <summary>
    /// Whether everything is on this day as it was on the day before: nothing changed
    /// this morning, and what changed the morning before has had its effect.
    /// </summary>
    public bool IsAsYesterday { get; private set; }

    /// <summary>Applies the timeline of the next day.</summary>
    public void Advance()
    {
        Day++;
        Array.Copy(Food, FoodYesterday, Food.Length);
        var (quietBefore, firstEntry) = (!ChangedToday, nextEntry);
        ClosedToday.Clear();
        HoldChangedToday.Clear();
        ForcedToday.Clear();
        var first = Day == 0;
        ConflictChanged = false;
        SpeedsChanged = first;
        if (!first && WaysChanged) Array.Clear(ChangedPlaces);
        WaysChanged = first;
        ScoresChanged = first || ScoresAge(Day);
        var opened = first;
        for (; nextEntry < entries.Length && dayOf[nextEntry] <= Day; nextEntry++)
        {
            opened |= Apply(entries[nextEntry], dayOf[nextEntry]);
        }
        if (opened) UpdateLinks(first);
        if (opened || ScoresChanged) UpdateSafety();
        ChangedToday = nextEntry > firstEntry || ScoresChanged || WaysChanged;
        IsAsYesterday = quietBefore && !ChangedToday;
    }

    /// <summary>On how many of the coming days, one after the other, nothing changes; so many at most.</summary>
    public int QuietDays(int most)
    {
        var days = 0;
        while (days < most && !(nextEntry < entries.Length && dayOf[nextEntry] == Day + days + 1) && !ScoresAge(Day + days + 1)) days++;
        return days;
    }

    /// <summary>
    /// Notes which links some entries may change: the timeline's own and, as alternatives
    /// are to be the same until the day on which they differ, those of the others.
    /// </summary>
    public void Unsettle(IEnumerable<TimelineEntry> timeline, Scenario scenario)
    {
        foreach (var entry in timeline) Unsettle(scenario.Day(entry.Date), entry);
    }

    private void Unsettle(int day, TimelineEntry entry)
    {
        if (entry.Change is not (Change.Close or Change.Open or Change.Pass or Change.Speed or Change.Kind)) return;
        if (entry.Subject.Kind != SubjectKind.Place)
        {
            foreach (var link in Links(entry.Subject)) SettledFrom[link] = Math.Max(SettledFrom[link], day);
            return;
        }
        var place = network.Number(entry.Subject.From);
        foreach (var link in network.LinksFrom(place)) SettledFrom[link] = Math.Max(SettledFrom[link], day);
        foreach (var link in network.LinksTo(place)) SettledFrom[link] = Math.Max(SettledFrom[link], day);
    }

    private int[][] FloodByDay(int days)
    {
        var levels = new int[network.PlaceCount][];
        for (var place = 0; place < levels.Length; place++) levels[place] = new int[days];
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Change == Change.Flood && dayOf[i] < days)
                levels[network.Number(entries[i].Subject.From)].AsSpan(Math.Max(0, dayOf[i])).Fill((int)entries[i].Value!.Value);
        }
        return levels;
    }

    /// <summary>
    /// Whether scores change on a day after the first without an entry: hunger counts from
    /// the second day on (model.md, 2.7), forecasts move on, a conflict grows older.
    /// </summary>
    private bool ScoresAge(int day) => day == 1 && rules.AvoidFoodDeprivedLocations || floodByDay.Length > 0 || AnyConflictAges(day);

    /// <summary>Whether the decay factor of some conflict steps on.</summary>
    private bool AnyConflictAges(int day)
    {
        if (decay.Length == 0) return false;
        for (var place = 0; place < Conflict.Length; place++)
            if (Conflict[place] > 0 && Decay(place, day) != Decay(place, day - 1)) return true;
        return false;
    }

    /// <summary>Applies one entry; true when it may open or close a link.</summary>
    private bool Apply(TimelineEntry entry, int since)
    {
        var subject = entry.Subject;
        var place = subject.Kind == SubjectKind.Place ? network.Number(subject.From) : -1;
        switch (entry.Change)
        {
            case Change.Close or Change.Open:
                var open = entry.Change == Change.Open;
                if (place >= 0) placeOpen[place] = open;
                else if (subject.Kind == SubjectKind.Border) SetBorder(subject, open);
                else foreach (var link in Links(subject)) linkItselfOpen[link] = open;
                return true;
            case Change.Pass:
                foreach (var link in Links(subject)) Pass[link] = entry.Value!.Value;
                return true;
            case Change.Speed:
                foreach (var link in Links(subject)) SpeedLimit[link] = entry.Value!.Value;
                SpeedsChanged = true;
                return false;
            case Change.Conflict:
                SetConflict(place, entry.Value!.Value, since);
                return false;
            case Change.Kind:
                SetKind(place, entry.NewKind!.Value, since);
                return true;
            case Change.Capacity:
                Capacity[place] = entry.Value ?? double.PositiveInfinity;
                SetLimit(place);
                ScoresChanged = true;
                return false;
            case Change.Hold:
                Hold[place] = entry.Value!.Value;
                HoldChangedToday.Add(place);
                return false;
            case Change.ForceMove:
                var move = new ForcedMove(place, network.Number(entry.To), (long)entry.Value!.Value);
                ForcedToday.Add(move);
                ToForceAway[place] += move.People;
                return false;
            case Change.Flood:
                Flood[place] = (int)entry.Value!.Value;
                ScoresChanged = true;
                return false;
            case Change.Food:
                Food[place] = entry.Value!.Value;
                ScoresChanged = true;
                return false;
            default:
                throw new ArgumentOutOfRangeException(nameof(entry), entry.Change, "a change that the simulation does not know");
        }
    }

    private void SetLimit(int place)
    {
        var twice = network.Places[place].CountedTwice;
        var left = Capacity[place] - twice;
        Limit[place] = twice > 0 && left * rules.CapacityScaling < 1 ? double.PositiveInfinity : left;
    }

    private void SetConflict(int place, double intensity, int since)
    {
        // The clock starts anew when a conflict begins or grows. A zone from the start is as old as the timeline says.
        if (intensity > Conflict[place] || since < ConflictSince[place]) ConflictSince[place] = since;
        Conflict[place] = intensity;
        ConflictChanged = ScoresChanged = true;
    }

    private void SetKind(int place, PlaceKind kind, int since)
    {
        if (kind == PlaceKind.ConflictZone) SetConflict(place, 1, since);
        Kind[place] = kind == PlaceKind.ConflictZone ? PlaceKind.Town : kind;
        ChangedPlaces[place] = true;
        WaysChanged = ScoresChanged = true;
    }

    private void SetBorder(Subject border, bool open)
    {
        Set((border.From, border.To));
        if (!border.OneWay) Set((border.To, border.From));

        void Set((string, string) direction)
        {
            if (open) closedBorders.Remove(direction);
            else closedBorders.Add(direction);
        }
    }

    /// <summary>The links that a route or border subject names.</summary>
    private IEnumerable<int> Links(Subject subject)
    {
        if (subject.Kind == SubjectKind.Border)
        {
            return Enumerable.Range(0, network.LinkCount).Where(link =>
            {
                var (from, to) = (network.Places[network.LinkFrom[link]].Country, network.Places[network.LinkTo[link]].Country);
                return from == subject.From && to == subject.To || !subject.OneWay && from == subject.To && to == subject.From;
            });
        }
        var (a, b) = (network.Number(subject.From), network.Number(subject.To));
        var links = Between(a, b);
        return subject.OneWay ? links : links.Concat(Between(b, a));
    }

    private int[] Between(int from, int to)
    {
        var links = new List<int>();
        foreach (var link in network.LinksFrom(from))
            if (network.LinkTo[link] == to) links.Add(link);
        return [.. links];
    }

    /// <summary>A link is open when it is itself, both its ends are, and the border between them is: each closure holds until it is lifted itself.</summary>
    private void UpdateLinks(bool first)
    {
        for (var link = 0; link < network.LinkCount; link++)
        {
            var (from, to) = (network.LinkFrom[link], network.LinkTo[link]);
            var open = linkItselfOpen[link] && placeOpen[from] && placeOpen[to] && Pass[link] > 0
                && (closedBorders.Count == 0 || !closedBorders.Contains((network.Places[from].Country, network.Places[to].Country)));
            if (open == LinkOpen[link]) continue;
            LinkOpen[link] = open;
            if (!open && !first) ClosedToday.Add(link);
            ChangedPlaces[from] = ChangedPlaces[to] = true;
            WaysChanged = true;
        }
        Array.Clear(HasExit);
        for (var link = 0; link < network.LinkCount; link++)
            if (LinkOpen[link]) HasExit[network.LinkFrom[link]] = true;
    }

    /// <summary>Whether people can stay there in safety: in no danger, open, and not a place that people only pass.</summary>
    public bool IsSafe(int place) => !IsInDanger(place) && placeOpen[place] && !Kind[place].IsPassed();

    /// <summary>Walks back along the open links from every safe place.</summary>
    private void UpdateSafety()
    {
        Array.Clear(ReachesSafety);
        for (var place = 0; place < network.PlaceCount; place++)
        {
            if (!IsSafe(place)) continue;
            ReachesSafety[place] = true;
            toVisit.Push(place);
        }
        while (toVisit.TryPop(out var place))
        {
            foreach (var link in network.LinksTo(place))
            {
                var from = network.LinkFrom[link];
                if (!LinkOpen[link] || ReachesSafety[from]) continue;
                ReachesSafety[from] = true;
                toVisit.Push(from);
            }
        }
    }

    private static T[] Filled<T>(int count, T value)
    {
        var array = new T[count];
        Array.Fill(array, value);
        return array;
    }
}
