using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.Reconciling;

/// <summary>What the simulation says to each statement: the same place, measure and period, over a small ensemble.</summary>
internal sealed class SimulatedFigures
{
    private readonly Dictionary<Statement, Sought> sought = [];
    private readonly Dictionary<Statement, Summary> summaries = [];

    /// <summary>The figure; null when the statement is of days or a measure that are not simulated.</summary>
    public Summary? this[Statement statement] => summaries.TryGetValue(statement, out var summary) ? summary : null;

    /// <summary>Runs the scenario until the last day that is asked about; null when it was stopped.</summary>
    public static SimulatedFigures? Run(
        Scenario scenario, IReadOnlyList<Statement> statements, EnsembleOptions options, Action<int, int, DateOnly> progress, CancellationToken stop)
    {
        var result = new SimulatedFigures();
        var numbers = scenario.PlaceNumbers();
        foreach (var statement in statements)
            if (Sought.For(statement.Count, scenario, numbers, options.Runs) is { } one) result.sought[statement] = one;
        if (result.sought.Count == 0) return result;
        var ensemble = new Ensemble(scenario, [Alternative.Base], options with { Days = result.sought.Values.Max(s => s.Last) + 1 });
        var complete = ensemble.Run(day =>
        {
            foreach (var one in result.sought.Values) one.Observe(day);
            progress(day.Day + 1, ensemble.Days, day.Date);
        }, stop);
        if (!complete) return null;
        foreach (var (statement, one) in result.sought) result.summaries[statement] = Summary.Of(one.Values);
        return result;
    }

    /// <summary>One figure in the making, in every run.</summary>
    private sealed class Sought(Measure measure, int place, int first, int last, int runs)
    {
        private readonly double[] ofDay = new double[runs];

        public double[] Values { get; } = new double[runs];

        public int Last => last;

        /// <summary>
        /// What is simulated as a total since the start, which grows in the period. Of the whole situation, who came and
        /// who left are those newly displaced: moves between places are nobody's departure.
        /// </summary>
        private Measure? Growing => measure == Measure.ForcedBack ? measure : measure.IsFlow() && place < 0 ? Measure.Displaced : null;

        public static Sought? For(Count count, Scenario scenario, Dictionary<string, int> numbers, int runs)
        {
            var last = scenario.Day(count.Date);
            var first = count.Since is { } since ? scenario.Day(since) + 1 : count.Measure == Measure.ForcedBack ? 0 : last;
            var place = count.Place == Count.Everywhere ? -1 : numbers.GetValueOrDefault(count.Place, -2);
            // The measures of places and routes differ (docs/run-folder.md).
            if (place == -2 || place >= 0 && !count.Measure.IsOfPlace()) return null;
            if (first < 0 || last >= scenario.Days) return null;
            var sought = new Sought(count.Measure, place, first, last, runs);
            // The day before the first is not simulated: those displaced by then are the initial stock.
            if (sought.Growing == Measure.Displaced && first == 0) Array.Fill(sought.Values, -scenario.InitialStock.Values.Sum());
            return sought;
        }

        public void Observe(EnsembleDay day)
        {
            if (Growing is { } total)
            {
                if (day.Day == first - 1) Add(day, total, -1);
                if (day.Day == last) Add(day, total, +1);
            }
            else if (day.Day <= last && day.Day >= (measure.IsFlow() ? first : last))
            {
                Add(day, measure, +1);
            }
        }

        private void Add(EnsembleDay day, Measure what, int sign)
        {
            if (place < 0) day.OfAll(what, ofDay);
            // Those forced back are counted where they were taken from (docs/formats.md); the table of places has them where they were brought.
            else if (what == Measure.ForcedBack) day.ForcedAway(place, ofDay);
            else day.OfPlace(what, place, ofDay);
            for (var run = 0; run < runs; run++) Values[run] += sign * ofDay[run];
        }
    }
}
