using Corridor.Cli.Reconciling;
using Corridor.Scenarios;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary><c>corridor reconcile</c>: claims, counts and the simulation of a day side by side.</summary>
public sealed class ReconcileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Claims_counts_and_simulation_stand_side_by_side()
    {
        var scenario = WithClaims();
        var result = Cli.Run("reconcile", scenario, "--date", "2026-03-05");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Snapshot.Match("reconcile", result.Output);
        Assert.All(result.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Equal(result.Output, Cli.Run("reconcile", scenario).Output);
    }

    [Fact]
    public void An_accepted_claim_is_a_count_and_stands_there_once()
    {
        var scenario = WithClaims();
        Assert.Equal(0, Cli.Run("accept", scenario, "aaaa").ExitCode);
        var result = Cli.Run("reconcile", scenario, "--runs", "3");
        Assert.Equal(1, result.Output.Split("UNHCR  ").Length - 1);
    }

    [Fact]
    public void Days_that_nobody_speaks_of_are_said_to_be_empty()
    {
        var result = Cli.Run("reconcile", folder.NewScenario(), "--date", "2026-04-10", "--runs", "2");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("no claim and no count of these days; the nearest count is of 2026-03-04\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_named_at_once()
    {
        var result = Cli.Run("reconcile", folder.NewScenario(), "--date", "tomorrow", "--runs", "0");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            "--runs: '0'; expected a whole number 1..100000\n"
                + "--date: 'tomorrow' is not a date; expected year-month-day as in 2016-10-29\n2 errors, 0 warnings\n",
            result.Error);
        Assert.Contains("there is no such folder", Cli.Run("reconcile", folder["nowhere"]).Error, StringComparison.Ordinal);
    }

    /// <summary>Those displaced before the first day set out on no day of the simulation.</summary>
    [Fact]
    public void Who_set_out_since_the_first_day_is_simulated_without_those_displaced_before()
    {
        Directory.CreateDirectory(folder["old"]);
        File.WriteAllText(folder["old/scenario.yml"],
            "name: Old\nstart: 2026-03-01\ndays: 10\nrules: {departures: given, default_movechance: 0, camp_movechance: 0}\n");
        File.WriteAllText(folder["old/places.csv"], "id,kind,population,initial_stock\ntown,conflict-zone,5000,\ncamp,camp,0,7000\n");
        File.WriteAllText(folder["old/routes.csv"], "from,to,km\ntown,camp,40\n");
        File.WriteAllText(folder["old/departures.csv"], "date,place,people\n2026-03-01,town,50\n2026-03-03,town,70\n");
        File.WriteAllText(folder["old/counts.csv"],
            "date,published,place,measure,people,source,from\n2026-03-03,2026-03-03,*,outflow,100,UN,2026-02-28\n");
        var result = Cli.Run("reconcile", folder["old"], "--runs", "30");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches(@"\nUN +outflow +2026-03-03 +100 +120 *\n", result.Output);
    }

    /// <summary>A report says from where people were taken; the table of places has them where they were brought.</summary>
    [Fact]
    public void Who_was_forced_back_is_simulated_where_a_count_has_them_and_since_its_day()
    {
        var result = Forced(
            "2026-03-05,2026-03-05,mill,forced_back,500,exact,UN,2026-02-28",
            "2026-03-05,2026-03-05,mill,forced_back,200,exact,Red Crescent,2026-03-02",
            "2026-03-05,2026-03-05,town,forced_back,500,exact,UN,2026-02-28",
            "2026-03-05,2026-03-05,*,forced_back,500,exact,UN,2026-02-28");
        Assert.Matches(@"\nUN +forced_back +2026-03-05 +500 +500 *\n +count; since 2026-03-01; taken from there; within the simulation\n", result);
        Assert.Matches(@"\nRed Crescent +forced_back +2026-03-05 +200 +200 *\n", result);
        Assert.Matches(@"\nUN +forced_back +2026-03-05 +500 +0 *\n +count; since 2026-03-01; taken from there; above the simulation\n", result);
        Assert.Matches(@"\nUN +forced_back +2026-03-05 +500 +500 *\n +count; since 2026-03-01; within the simulation\n", result);
    }

    [Theory]
    [InlineData("about", 455, "within")]
    [InlineData("about", 545, "within")]
    [InlineData("about", 440, "below")]
    [InlineData("about", 560, "above")]
    [InlineData("exact", 455, "below")]
    public void What_about_leaves_open_is_no_distance_to_the_simulation(string qualifier, int people, string expected) => Assert.Contains(
        $"{expected} the simulation", Forced($"2026-03-05,2026-03-05,mill,forced_back,{people},{qualifier},UN,2026-02-28"), StringComparison.Ordinal);

    [Fact]
    public void Stopped_it_says_so()
    {
        var result = Cli.Run(new CancellationToken(canceled: true), "reconcile", folder.NewScenario());
        Assert.Equal((130, "", "stopped\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData(1000, "exact", 1020, "exact", "Agree")]
    [InlineData(1000, "exact", 1300, "exact", "Contradict")]
    [InlineData(1000, "about", 1150, "about", "Agree")]
    [InlineData(1000, "at least", 5000, "exact", "Agree")]
    [InlineData(6000, "at least", 5000, "exact", "Contradict")]
    [InlineData(4000, "at most", 5000, "about", "Contradict")]
    public void Two_figures_of_the_same_people_agree_when_both_can_be_right(long one, string how, long other, string otherHow, string expected)
    {
        var relation = Relation.Between(Claim(one, how), Claim(other, otherHow));
        Assert.Equal(Enum.Parse<RelationKind>(expected), relation.Kind);
    }

    [Fact]
    public void Figures_of_different_people_are_not_set_against_each_other()
    {
        var stock = Claim(1000, "exact");
        var day = stock.Count.Date;
        var since = stock with { Count = stock.Count with { Measure = Measure.Inflow, Since = day.AddDays(-5), People = 9000 } };
        Assert.Equal((RelationKind.DifferentPeople, "all who came since 2026-02-28 against those there on 2026-03-04"), KindAndWhy(stock, since));
        var families = stock with { Count = stock.Count with { People = 6000, Source = "IOM" }, Households = 1000 };
        Assert.Equal((RelationKind.DifferentPeople, "IOM: families x 6 against people"), KindAndWhy(stock, families));
        var without = stock with { LeftOut = "300 people (forced_back)", Count = stock.Count with { People = 700 } };
        Assert.Equal((RelationKind.DifferentPeople, "UN leaves out 300 people (forced_back)"), KindAndWhy(stock, without));
        var nextDay = stock with { Count = stock.Count with { Date = day.AddDays(1), People = 2000 } };
        Assert.Equal(RelationKind.DifferentDays, Relation.Between(stock, nextDay).Kind);
        // Nor do they agree by being near.
        var near = stock with { Count = stock.Count with { Date = day.AddDays(1), People = 1001 } };
        Assert.Equal((RelationKind.DifferentDays, "2026-03-04 against 2026-03-05"), KindAndWhy(stock, near));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>What is printed of counts of those forced from a mill to a town, 300 on one day and 200 on another.</summary>
    private string Forced(params string[] counts)
    {
        Directory.CreateDirectory(folder["forced"]);
        File.WriteAllText(folder["forced/scenario.yml"], "name: Forced\nstart: 2026-03-01\ndays: 10\nrules: {departures: none, default_movechance: 0}\n");
        File.WriteAllText(folder["forced/places.csv"], "id,kind,population\nmill,town,900\ntown,town,5000\n");
        File.WriteAllText(folder["forced/routes.csv"], "from,to,km\nmill,town,40\n");
        File.WriteAllText(folder["forced/timeline.csv"],
            "date,subject,change,value,to\n2026-03-02,mill,force-move,300,town\n2026-03-04,mill,force-move,200,town\n");
        File.WriteAllLines(folder["forced/counts.csv"], ["date,published,place,measure,people,qualifier,source,from", .. counts]);
        var result = Cli.Run("reconcile", folder["forced"], "--runs", "30");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output;
    }

    private static (RelationKind, string) KindAndWhy(Statement one, Statement other) => Relation.Between(one, other) is var r ? (r.Kind, r.Why) : default;

    private static Statement Claim(long people, string qualifier) => new()
    {
        IsClaim = true,
        Count = new Count
        {
            Date = new DateOnly(2026, 3, 4), Published = new DateOnly(2026, 3, 5), Place = "north-camp", Measure = Measure.Stock,
            People = people, Source = "UN",
            Qualifier = Names.TryParse<Qualifier>(qualifier, out var q) ? q : throw new ArgumentException(qualifier),
        },
    };

    private string WithClaims()
    {
        var scenario = folder.NewScenario();
        File.WriteAllLines(Path.Combine(scenario, "proposals.csv"),
        [
            "id,status,kind,date,published,place,measure,people,qualifier,from,source,households,left_out",
            "aaaaaaaa,proposed,count,2026-03-03,2026-03-05,north-camp,stock,1900,exact,,UNHCR,,",
            "bbbbbbbb,proposed,count,2026-03-03,2026-03-05,north-camp,stock,6900,about,,governor,1150,",
            "cccccccc,proposed,count,2026-03-03,2026-03-05,north-camp,stock,5000,exact,,army,,",
            "dddddddd,proposed,count,2026-03-05,2026-03-05,north-camp,inflow,2600,about,2026-03-02,Red Crescent,,",
            "eeeeeeee,proposed,count,2026-03-05,2026-03-05,*,outflow,9000,at least,2026-02-28,IOM,,400 people (forced_back)",
            "ffffffff,rejected,count,2026-03-05,2026-03-05,*,stock,1,exact,,nobody,,",
            "gggggggg,proposed,count,2026-03-05,2026-03-05,Old Mill,stock,30,exact,,residents,,",
        ]);
        return scenario;
    }
}
