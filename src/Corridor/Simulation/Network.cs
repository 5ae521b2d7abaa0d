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

    public Network(Scenario scenario)
    {
        Places = [.. scenario.Places];
        for (var place = 0; place < Places.Length; place++) numbers.TryAdd(Places[place].Id, place);
        MeanCapacity = Places.Where(p => p.Capacity > 0).Select(p => (double)p.Capacity!.Value).DefaultIfEmpty(1).Average();
        var home = scenario.HomeCountry.Length > 0 ? scenario.HomeCountry : Places.FirstOrDefault()?.Country ?? "";
        Foreign = [.. Places.Select(p => p.Country.Length > 0 && p.Country != home)];

        var links = scenario.Routes.SelectMany((route, number) => route.OneWay
            ? new[] { (route.From, route.To, Number: number) }
            : [(route.From, route.To, Number: number), (route.To, route.From, Number: number)]).ToArray();
        LinkFrom = [.. links.Select(l => numbers[l.From])];
        LinkTo = [.. links.Select(l => numbers[l.To])];
        LinkRoute = [.. links.Select(l => l.Number)];
        Routes = [.. scenario.Routes];
        LinkKm = [.. links.Select(l => Routes[l.Number].Km)];
        LinkSpeed = [.. links.Select(l => Routes[l.Number].SpeedKmPerDay ?? (Routes[l.Number].OnFoot ? OnFoot : 0))];
        LinkWalkProbability = [.. links.Select(l => Routes[l.Number].WalkProbability)];

        OutgoingStart = new int[Places.Length + 1];
        foreach (var from in LinkFrom) OutgoingStart[from + 1]++;
        for (var place = 0; place < Places.Length; place++) OutgoingStart[place + 1] += OutgoingStart[place];
        // Links of a place keep the order of the file.
        Outgoing = new int[links.Length];
        var next = OutgoingStart.ToArray();
        for (var link = 0; link < links.Length; link++) Outgoing[next[LinkFrom[link]]++] = link;
        IncomingStart = new int[Places.Length + 1];
        foreach (var to in LinkTo) IncomingStart[to + 1]++;
        for (var place = 0; place < Places.Length; place++) IncomingStart[place + 1] += IncomingStart[place];
        Incoming = new int[links.Length];
        next = IncomingStart.ToArray();
        for (var link = 0; link < links.Length; link++) Incoming[next[LinkTo[link]]++] = link;
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

    public double[] LinkWalkProbability { get; }

    /// <summary>The links out of a place p are <see cref="Outgoing"/>[<see cref="OutgoingStart"/>[p] .. <see cref="OutgoingStart"/>[p + 1]].</summary>
    public int[] OutgoingStart { get; }
    public int[] Outgoing { get; }
    public int[] IncomingStart { get; }
    public int[] Incoming { get; }

    public int PlaceCount => Places.Length;
    public int LinkCount => LinkFrom.Length;

    public int Number(string placeId) => numbers[placeId];

    public ReadOnlySpan<int> LinksFrom(int place) => Outgoing.AsSpan(OutgoingStart[place]..OutgoingStart[place + 1]);

    public ReadOnlySpan<int> LinksTo(int place) => Incoming.AsSpan(IncomingStart[place]..IncomingStart[place + 1]);
}
