using Corridor.Forecasting.Sensitivity;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Tests.Forecasting;

/// <summary>Sensitivity of simulations where the answer is known.</summary>
public sealed class SensitivityStudyTests
{
    private static readonly Quantity Displaced = new(Measure.Displaced, Count.Everywhere, null);

    /// <summary>One day, one road: how many set out is binomial with a chance 1 − exp(−rate) that a prior makes unsure.</summary>
    private static Scenario OneDay(long people, params Prior[] priors) => new()
    {
        Name = "one day",
        Start = new DateOnly(2026, 1, 1),
        Days = 1,
        Places =
        [
            new Place { Id = "city", Name = "City", Kind = PlaceKind.ConflictZone, Population = people },
            new Place { Id = "camp", Name = "Camp", Kind = PlaceKind.Camp },
        ],
        Routes = [new Route { From = "city", To = "camp", Km = 50 }],
        Rules = Rules.Corridor with { DepartureVariation = 0, ConflictDecay = [] },
        Priors = priors,
    };

    private static Prior Uniform(string rule, double low, double high) => new(RuleParameter.Find(rule)!, PriorFamily.Uniform, low, high, Origin.None);

    /// <summary>
    /// Y binomial(n, p), p = 1 − exp(−r), r uniform on (a, b): the rate explains n² Var p, and what is left to chance in total is n E p(1 − p).
    /// </summary>
    [Fact]
    public void Chance_and_a_rate_share_the_variance_as_the_law_of_total_variance_says()
    {
        const double a = 0.1, b = 0.3, people = 100;
        var mean = (Math.Exp(-a) - Math.Exp(-b)) / (b - a);
        var square = (Math.Exp(-2 * a) - Math.Exp(-2 * b)) / (2 * (b - a));
        var (byRate, byChance) = (people * people * (square - mean * mean), people * (mean - square));
        var study = Done(OneDay((long)people, Uniform("departure_rate", a, b)), 1500, 2, Displaced);
        var indices = study.Results()[0].Indices!;
        Assert.Equal(["departure_rate", SensitivityStudy.Chance], study.Inputs);
        Near(byRate / (byRate + byChance), indices[0].First, indices[0].FirstLow, indices[0].FirstHigh);
        Near(byChance / (byRate + byChance), indices[1].Total, indices[1].TotalLow, indices[1].TotalHigh);

        static void Near(double expected, double estimate, double low, double high)
        {
            var error = (high - low) / 3.92;
            Assert.InRange(error, 0, 0.04);
            Assert.InRange(estimate, expected - 5 * error, expected + 5 * error);
        }
    }

    [Theory]
    [InlineData(DepartureMode.Rate, true)]
    [InlineData(DepartureMode.GivenThenRate, true)]
    [InlineData(DepartureMode.Given, false)]
    public void Without_priors_the_rate_is_an_input_where_people_leave_by_it(DepartureMode departures, bool isInput)
    {
        var scenario = OneDay(100);
        var study = new SensitivityStudy(
            scenario with { Rules = scenario.Rules with { Departures = departures } }, [Displaced],
                new SensitivityOptions { Samples = 16, Seed = 1, Threads = 1 });
        Assert.Equal(isInput, study.Inputs.Contains("departure_rate"));
    }

    [Fact]
    public void What_cannot_matter_has_exactly_0_because_the_runs_share_their_random_numbers()
    {
        var indices = Done(OneDay(10_000, Uniform("departure_rate", 0.1, 0.3), Uniform("camp_weight", 1, 9)), 40, 2, Displaced).Results()[0].Indices!;
        Assert.Equal((0, 0, 0), (indices[1].Total, indices[1].TotalLow, indices[1].TotalHigh));
        Assert.True(indices[0].Total > 0.9);
    }

    [Fact]
    public void Arrivals_are_added_up_over_the_days_and_stocks_are_those_of_the_day()
    {
        var scenario = OneDay(1000, Uniform("departure_rate", 0.1, 0.3)) with
        {
            Days = 12,
            Rules = Rules.Corridor with { CampMovechance = 0 },
            AsOf = new DateOnly(2026, 1, 4),
            Routes = [new Route { From = "city", To = "camp", Km = 1 }],
        };
        var results = Done(scenario, 16, 1,
            new Quantity(Measure.Inflow, "camp", 5), new Quantity(Measure.Inflow, "camp", null), new Quantity(Measure.Stock, "camp", null)).Results();
        Assert.Equal(results[2].People, results[1].People);
        Assert.InRange(results[0].People.Mean, 0.1 * results[1].People.Mean, 0.9 * results[1].People.Mean);
    }

    /// <summary>"In 3 days" is the day that a comparison calls so: three days after the first.</summary>
    [Fact]
    public void Without_an_as_of_day_days_count_from_the_first_day_as_in_a_comparison()
    {
        var scenario = OneDay(1000, Uniform("departure_rate", 0.1, 0.3)) with { Days = 5 };
        var study = Done(scenario, 16, 1, Displaced with { Days = 3 }, Displaced with { Days = 4 }, Displaced);
        var results = study.Results();
        Assert.Equal(results[2].People, results[1].People);
        Assert.True(results[0].People.Mean < results[1].People.Mean);
    }

    /// <summary>A hundred set out each day and arrive on it: in the days of a forecast, and in as many from the first day on.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public void Arrivals_in_seven_days_are_those_of_seven_days_with_an_as_of_day_and_without(int? asOf)
    {
        var scenario = OneDay(10_000, Uniform("camp_weight", 1, 9)) with { Days = 12, Routes = [new Route { From = "city", To = "camp", Km = 1 }] };
        scenario = scenario with
        {
            AsOf = asOf is { } day ? scenario.Date(day) : null,
            Departures = [.. Enumerable.Range(0, 12).Select(d => new Departure(scenario.Date(d), "city", 100))],
            Rules = scenario.Rules with { Departures = DepartureMode.Given, CampMovechance = 0 },
        };
        Assert.Equal(700, Done(scenario, 16, 1, new Quantity(Measure.Inflow, "camp", 7)).Results()[0].People.Mean);
    }

    [Fact]
    public void It_is_the_same_to_the_last_bit_on_any_number_of_threads_and_when_it_goes_on_after_a_stop()
    {
        var scenario = OneDay(500, Uniform("departure_rate", 0.1, 0.3)) with { Days = 5 };
        var one = Done(scenario, 150, 1, Displaced).Results();
        Assert.Equal(Text(one), Text(Done(scenario, 150, 3, Displaced).Results()));

        var stopped = new SensitivityStudy(scenario, [Displaced], new SensitivityOptions { Samples = 150, Seed = 3 });
        using var stop = new CancellationTokenSource();
        Assert.False(stopped.Run(_ => stop.Cancel(), stop.Token));
        Assert.InRange(stopped.RowsDone, 1, 149);
        Assert.True(stopped.Run(_ => { }, TestContext.Current.CancellationToken));
        Assert.Equal(Text(one), Text(stopped.Results()));

        static string Text(IEnumerable<SensitivityResult> results) => string.Join('\n', results.SelectMany(r => r.Indices!));
    }

    private static SensitivityStudy Done(Scenario scenario, int rows, int threads, params Quantity[] outputs)
    {
        var study = new SensitivityStudy(scenario, outputs, new SensitivityOptions { Samples = rows, Threads = threads, Seed = 3 });
        Assert.True(study.Run(_ => { }, TestContext.Current.CancellationToken));
        return study;
    }
}
