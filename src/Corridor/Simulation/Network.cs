using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// The places and routes of a scenario as flat arrays. A route that can be used both ways is two links. Never changes; what changes from day
/// to day is the <see cref="Situation"/>.
/// </summary>
internal sealed class Network
{
    /// <summary>In <see cref="LinkSpeed"/>: covered on foot.</summary>
    public const double OnFoot = -1;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly (int Forward, int Backward)[] links;

    public Network(Scenario scenario)
    {
        Places = [.. scenario.Places];
        for (var place = 0; place < Places.Length; place++) numbers.TryAdd(Places[place].Id, place);
        MeanCapacity = Places.Where(p => p.Capacity > 0).Select(p => (double)p.Capacity!.Value).DefaultIfEmpty(1).Average();
        Foreign = [.. Places.Select(scenario.IsForeign)];

        Routes = [.. scenario.Routes];
        links = new (int, int)[Routes.Length];
        var (from, to, of) = (new List<int>(), new List<int>(), new List<int>());
        for (var route = 0; route < Routes.Length; route++)
        {
            var (a, b) = (numbers[Routes[route].From], numbers[Routes[route].To]);
            links[route] = (Add(a, b), Routes[route].OneWay ? -1 : Add(b, a));

            int Add(int start, int end)
            {
                from.Add(start);
                to.Add(end);
                of.Add(route);
                return of.Count - 1;
            }
        }
        (LinkFrom, LinkTo, LinkRoute) = ([.. from], [.. to], [.. of]);
        LinkKm = [.. LinkRoute.Select(route => Routes[route].Km)];
        LinkSpeed = [.. LinkRoute.Select(route => Routes[route].SpeedKmPerDay ?? (Routes[route].OnFoot ? OnFoot : 0))];
        LinkWalkProbability = [.. LinkRoute.Select(route => Routes[route].WalkProbability)];

        OutgoingStart = new int[Places.Length + 1];
        foreach (var start in LinkFrom) OutgoingStart[start + 1]++;
        for (var place = 0; place < Places.Length; place++) OutgoingStart[place + 1] += OutgoingStart[place];
        // Links of a place keep the order of the file.
        Outgoing = new int[LinkCount];
        var next = OutgoingStart.ToArray();
        for (var link = 0; link < LinkCount; link++) Outgoing[next[LinkFrom[link]]++] = link;
        IncomingStart = new int[Places.Length + 1];
        foreach (var end in LinkTo) IncomingStart[end + 1]++;
        for (var place = 0; place < Places.Length; place++) IncomingStart[place + 1] += IncomingStart[place];
        Incoming = new int[LinkCount];
        next = IncomingStart.ToArray();
        for (var link = 0; link < LinkCount; link++) Incoming[next[LinkTo[link]]++] = link;
    }

    public Place[] Places { get; }
    public Route[] Routes { get; }

    /// <summary>Mean of the capacities that are stated at the start.</summary>
    public double MeanCapacity { get; }

    /// <summary>Whether the place lies in another country than home.</summary>
    public bool[] Foreign { get; }

    public int[] LinkFrom { get; }
    public int[] LinkTo { get; }
    public int[] LinkRoute { get; }
    public double[] LinkKm { get; }

    /// <summary>Speed in km/day that the route states; 0: the rules' speed; <see cref="OnFoot"/>: their walking speed.</summary>
    public double[] LinkSpeed { get; }

    /// <summary>Km a day on a link under the rules of a run, as long as nothing limits it.</summary>
    public double Speed(int link, Rules run) => LinkSpeed[link] switch
    {
        0 => run.MaxMoveSpeed,
        OnFoot => run.MaxWalkSpeed,
        var stated => stated,
    };

    public double[] LinkWalkProbability { get; }

    /// <summary>The links out of a place p are <see cref="Outgoing"/>[<see cref="OutgoingStart"/>[p] .. <see cref="OutgoingStart"/>[p + 1]].</summary>
    private int[] OutgoingStart { get; }
    private int[] Outgoing { get; }
    private int[] IncomingStart { get; }
    private int[] Incoming { get; }

    public int PlaceCount => Places.Length;
    public int LinkCount => LinkFrom.Length;

    /// <summary>The link of a route from its first place to its second, and the one back; -1 where it is used one way only.</summary>
    public (int Forward, int Backward) LinksOf(int route) => links[route];

    /// <summary>The link of a route in one direction; -1 where it cannot be gone.</summary>
    public int LinkOf(int route, bool backward) => backward ? links[route].Backward : links[route].Forward;

    /// <summary>Whether the link leads from the second place of its route to the first.</summary>
    public bool IsBackward(int link) => links[LinkRoute[link]].Backward == link;

    public int Number(string placeId) => numbers[placeId];

    public ReadOnlySpan<int> LinksFrom(int place) => Outgoing.AsSpan(OutgoingStart[place]..OutgoingStart[place + 1]);

    public ReadOnlySpan<int> LinksTo(int place) => Incoming.AsSpan(IncomingStart[place]..IncomingStart[place + 1]);
}
