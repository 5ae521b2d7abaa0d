using Corridor.Scenarios;

namespace Corridor.Forecasting;

/// <summary>
/// Watches an ensemble go by and keeps what a decision needs: people at each destination on the days that are asked for, what each alternative
/// changes against the first one, people trapped day by day, and when camps are over capacity.
/// </summary>
/// <remarks>
/// <para>The days that are asked for lie 7, 14 and 30 days after the scenario's as-of day (or its start), and at the end.</para>
/// <para>A destination is a place that is or has become a camp, or a place that is not under conflict on that day and holds displaced people;
/// under any alternative, in any run.</para>
/// <para>The memory grows by one row of summaries a day and alternative. The draws of a day are held only while its alternatives are observed.</para>
/// </remarks>
public sealed partial class Comparison
{
    private static readonly int[] DaysAhead = [7, 14, 30];

    private readonly Scenario scenario;
    private readonly int alternatives;
    private readonly int runs;
    private readonly FirstDays overCapacity;
    private readonly List<ComparisonHorizon> horizons = [];
    private readonly List<ComparisonDay>[] days;
    private readonly bool[] hasBeenCamp;
    private readonly double[] values;
    private readonly Summary[] notSetOut;
    private readonly List<ComparisonForced> notFound = [];
    private Draws? draws;

    /// <param name="scenario">The scenario.</param>
    /// <param name="alternatives">Number of alternatives; differences are taken to the first.</param>
    /// <param name="runs">Number of runs.</param>
    public Comparison(Scenario scenario, int alternatives, int runs)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentOutOfRangeException.ThrowIfLessThan(alternatives, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        (this.scenario, this.alternatives, this.runs) = (scenario, alternatives, runs);
        overCapacity = new FirstDays(scenario.Places.Count, alternatives, runs);
        days = [.. Enumerable.Range(0, alternatives).Select(_ => new List<ComparisonDay>())];
        hasBeenCamp = new bool[scenario.Places.Count];
        values = new double[runs];
        notSetOut = new Summary[alternatives];
    }

    /// <summary>The day from which the horizons count: the as-of day, else the start.</summary>
    public DateOnly Reference => scenario.AsOf ?? scenario.Start;

    /// <summary>The days that were asked for, as far as they are done.</summary>
    public IReadOnlyList<ComparisonHorizon> Horizons => horizons;

    /// <summary>The whole situation day by day, by alternative.</summary>
    public IReadOnlyList<IReadOnlyList<ComparisonDay>> Days => days;

    /// <summary>The camps that are over capacity in some run, by place and alternative.</summary>
    public IReadOnlyList<ComparisonOverCapacity> OverCapacity => overCapacity.Result(scenario);

    /// <summary>
    /// By alternative, the people whose departure was given for a day until the last one and who never set out, as nowhere was conflict,
    /// nobody was left or they were held: they are in no other figure.
    /// </summary>
    public IReadOnlyList<Summary> NotSetOut => notSetOut;

    /// <summary>The places from which more people were to be forced until the last day than were there, in half of the runs or more.</summary>
    public IReadOnlyList<ComparisonForced> NotFound => notFound;

    /// <summary>
    /// Whether an alternative gives the same people as the first: in every run on the days that were asked for, and in
    /// the summaries of the whole situation on every other day.
    /// </summary>
    public bool IsSameAsFirst(int alternative) => days[alternative].SequenceEqual(days[0]) && horizons.All(h =>
        h.Totals.All.All(total => total.IsSameAsFirst(alternative)) && h.Destinations.All(d => d.Stock.IsSameAsFirst(alternative)));

    /// <summary>Whether the same camps are over capacity as under the first, as likely and as soon.</summary>
    public bool IsSameOverCapacity(int alternative)
    {
        IEnumerable<ComparisonOverCapacity> Camps(int of) => OverCapacity.Where(camp => camp.Alternative == of);
        return Camps(alternative).SequenceEqual(Camps(0).Select(camp => camp with { Alternative = alternative }));
    }

    /// <summary>Takes in a day of an alternative. Every alternative of a day is shown, in order, before the next day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="last">Whether no day follows: the end, or the day after which the ensemble was stopped.</param>
    public void Observe(EnsembleDay day, bool last)
    {
        ArgumentNullException.ThrowIfNull(day);
        days[day.AlternativeNumber].Add(Today(day.Date, measure => All(day, measure)));
        ObserveCamps(day);
        if (last)
        {
            day.NotSetOut(values);
            notSetOut[day.AlternativeNumber] = Summary.Of(values);
            ObserveForced(day);
        }
        int? ahead = last ? null : DaysAhead.FirstOrDefault(ahead => Reference.AddDays(ahead) == day.Date);
        if (ahead == 0) return;
        draws ??= new Draws(alternatives, runs, hasBeenCamp.Length);
        draws.Take(day);
        if (day.AlternativeNumber < alternatives - 1) return;
        horizons.Add(draws.Summarise(ahead, day.Date, hasBeenCamp));
        draws = null;
    }

    private static ComparisonDay Today(DateOnly date, Func<Measure, Summary> all) =>
        new(date, all(Measure.Displaced), all(Measure.InTransit), all(Measure.ForcedBack), all(Measure.Trapped));

    private Summary All(EnsembleDay day, Measure measure)
    {
        day.OfAll(measure, values);
        return Summary.Of(values);
    }

    private void ObserveForced(EnsembleDay day)
    {
        for (var place = 0; place < hasBeenCamp.Length; place++)
        {
            if (day.ToForceAway(place) is not (> 0 and var asked)) continue;
            day.ForcedAway(place, values);
            var forced = Summary.Of(values);
            if (forced.Q50 < asked) notFound.Add(new ComparisonForced(place, day.AlternativeNumber, asked, forced));
        }
    }

    private void ObserveCamps(EnsembleDay day)
    {
        for (var place = 0; place < hasBeenCamp.Length; place++)
        {
            if (!day.IsCamp(place)) continue;
            hasBeenCamp[place] = true;
            if (double.IsPositiveInfinity(day.Capacity(place))) continue;
            day.OfPlace(Measure.Stock, place, values);
            overCapacity.Observe(place, day.AlternativeNumber, day.Day, day.Capacity(place), values);
        }
    }

    /// <summary>The draws of one day under all alternatives.</summary>
    private sealed class Draws
    {
        private static readonly Measure[] Totals = [Measure.Displaced, Measure.InTransit, Measure.ForcedBack, Measure.Trapped, Measure.Held];

        private readonly int alternatives;
        private readonly int runs;
        private readonly double[][][] totals;
        private readonly double[][] underConflict;
        private readonly double[]?[][] stock;
        private readonly bool[] isDestination;
        private readonly bool[][] isUnderConflict;

        public Draws(int alternatives, int runs, int places)
        {
            (this.alternatives, this.runs) = (alternatives, runs);
            totals = [.. Totals.Select(_ => Rows())];
            underConflict = Rows();
            stock = [.. Enumerable.Range(0, places).Select(_ => new double[]?[alternatives])];
            isDestination = new bool[places];
            isUnderConflict = [.. Enumerable.Range(0, places).Select(_ => new bool[alternatives])];
        }

        public void Take(EnsembleDay day)
        {
            var number = day.AlternativeNumber;
            for (var i = 0; i < Totals.Length; i++) day.OfAll(Totals[i], totals[i][number]);
            var values = new double[runs];
            for (var place = 0; place < stock.Length; place++)
            {
                isUnderConflict[place][number] = day.IsUnderConflict(place);
                day.OfPlace(Measure.Stock, place, values);
                if (!values.AsSpan().ContainsAnyExcept(0)) continue;
                if (!isUnderConflict[place][number]) isDestination[place] = true;
                else for (var run = 0; run < runs; run++) underConflict[number][run] += values[run];
                // A place where nobody is in any run takes no memory: most places of a road network.
                stock[place][number] = values;
                values = new double[runs];
            }
        }

        public ComparisonHorizon Summarise(int? ahead, DateOnly date, bool[] hasBeenCamp)
        {
            var scratch = new double[runs];
            var destinations = new List<ComparisonDestination>();
            var elsewhere = new Dictionary<int, ComparisonFigure>();
            for (var place = 0; place < stock.Length; place++)
            {
                var isOne = isDestination[place] || hasBeenCamp[place];
                if (!isOne && Array.TrueForAll(stock[place], row => row is null)) continue;
                var figure = ComparisonFigure.Of([.. stock[place].Select(row => row ?? new double[runs])], scratch);
                if (isOne) destinations.Add(new ComparisonDestination(place, hasBeenCamp[place], isUnderConflict[place], figure));
                else elsewhere.Add(place, figure);
            }
            var all = totals.Select(rows => ComparisonFigure.Of(rows, scratch)).ToArray();
            var conflict = ComparisonFigure.Of(underConflict, scratch);
            return new ComparisonHorizon(ahead, date, new ComparisonTotals(all[0], conflict, all[1], all[2], all[3], all[4]), destinations)
            {
                UnderConflict = elsewhere,
            };
        }

        private double[][] Rows() => [.. Enumerable.Range(0, alternatives).Select(_ => new double[runs])];
    }
}
