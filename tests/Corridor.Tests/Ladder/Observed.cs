using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Tests.Ladder;

/// <summary>All that an ensemble showed: every measure of every place and route on every day, in every run of every alternative.</summary>
internal sealed class Observed
{
    private readonly Dictionary<(int Alternative, int Day, Measure Measure, int Place), double[]> places = [];
    private readonly Dictionary<(int Alternative, int Day, Measure Measure), double[]> all = [];
    private readonly Dictionary<(int Alternative, int Day, int Route, bool Backward), double[]> entered = [];
    private readonly Dictionary<(int Alternative, int Day, int Route), double[]> onRoute = [];
    private readonly Dictionary<(int Alternative, int Day), double[]> notSetOut = [];
    private readonly Scenario scenario;

    public Observed(Ensemble ensemble)
    {
        Ensemble = ensemble;
        Scenario? shown = null;
        Assert.True(ensemble.Run(day =>
        {
            shown = day.Scenario;
            Runs = day.Runs;
            for (var place = 0; place < day.Scenario.Places.Count; place++)
                foreach (var measure in Measures.OfPlaces)
                    day.OfPlace(measure, place, places[(day.AlternativeNumber, day.Day, measure, place)] = new double[day.Runs]);
            foreach (var measure in Enum.GetValues<Measure>())
                day.OfAll(measure, all[(day.AlternativeNumber, day.Day, measure)] = new double[day.Runs]);
            day.NotSetOut(notSetOut[(day.AlternativeNumber, day.Day)] = new double[day.Runs]);
            for (var route = 0; route < day.Scenario.Routes.Count; route++)
            {
                day.EnteredRoute(route, false, entered[(day.AlternativeNumber, day.Day, route, false)] = new double[day.Runs]);
                day.EnteredRoute(route, true, entered[(day.AlternativeNumber, day.Day, route, true)] = new double[day.Runs]);
                day.InTransit(route, onRoute[(day.AlternativeNumber, day.Day, route)] = new double[day.Runs]);
            }
        }));
        scenario = shown!;
    }

    public Ensemble Ensemble { get; }

    public int Runs { get; private set; }

    /// <summary>Every run's figure.</summary>
    public double[] Draws(Measure measure, string place, int day, int alternative = 0) => places[(alternative, day, measure, PlaceNumber(place))];

    public double[] Draws(Measure measure, int day, int alternative = 0) => all[(alternative, day, measure)];

    public double[] DrawsEntered(string from, string to, int day, int alternative = 0)
    {
        var (route, backward) = RouteNumber(from, to);
        return entered[(alternative, day, route, backward)];
    }

    /// <summary>Displaced people at the place at the end of the day: the mean over the runs.</summary>
    public double Stock(string place, int day, int alternative = 0) => Draws(Measure.Stock, place, day, alternative).Average();

    public double Residents(string place, int day, int alternative = 0) => Draws(Measure.Residents, place, day, alternative).Average();

    public double Inflow(string place, int day, int alternative = 0) => Draws(Measure.Inflow, place, day, alternative).Average();

    public double Held(string place, int day, int alternative = 0) => Draws(Measure.Held, place, day, alternative).Average();

    public double Trapped(string place, int day, int alternative = 0) => Draws(Measure.Trapped, place, day, alternative).Average();

    public double ForcedBack(string place, int day, int alternative = 0) => Draws(Measure.ForcedBack, place, day, alternative).Average();

    public double InTransit(int day, int alternative = 0) => Draws(Measure.InTransit, day, alternative).Average();

    public double Displaced(int day, int alternative = 0) => Draws(Measure.Displaced, day, alternative).Average();

    /// <summary>People whose departure was given until the day and who have not set out.</summary>
    public double NotSetOut(int day, int alternative = 0) => notSetOut[(alternative, day)].Average();

    /// <summary>People who entered the route in that direction on the day.</summary>
    public double Entered(string from, string to, int day, int alternative = 0) => DrawsEntered(from, to, day, alternative).Average();

    /// <summary>Every figure of an alternative in a fixed order, to be compared bit for bit.</summary>
    public IEnumerable<double> Everything(int alternative = 0, int? untilDay = null)
    {
        return
        [
            .. places.Where(p => IsAsked(p.Key.Alternative, p.Key.Day)).OrderBy(p => p.Key).SelectMany(p => p.Value),
            .. entered.Where(p => IsAsked(p.Key.Alternative, p.Key.Day)).OrderBy(p => p.Key).SelectMany(p => p.Value),
            .. onRoute.Where(p => IsAsked(p.Key.Alternative, p.Key.Day)).OrderBy(p => p.Key).SelectMany(p => p.Value),
        ];

        bool IsAsked(int ofAlternative, int day) => ofAlternative == alternative && day < (untilDay ?? int.MaxValue);
    }

    private int PlaceNumber(string id) => Position(scenario.Places, p => p.Id == id);

    private (int Route, bool Backward) RouteNumber(string from, string to)
    {
        var route = Position(scenario.Routes, r => r.From == from && r.To == to);
        return route >= 0 ? (route, false) : (Position(scenario.Routes, r => r.From == to && r.To == from), true);
    }

    private static int Position<T>(IReadOnlyList<T> list, Func<T, bool> isIt)
    {
        for (var i = 0; i < list.Count; i++)
            if (isIt(list[i])) return i;
        return -1;
    }
}
