using System.Globalization;
using Corridor.Forecasting;
using Corridor.Scenarios;
using Corridor.Simulation;
using Corridor.Tests.Ladder;

namespace Corridor.Tests.Simulation;

/// <summary>
/// What is kept of each person: home, path, km, days, attributes. Figures are worked out by hand; shares are met within five standard errors.
/// </summary>
public class PersonsTests
{
    /// <summary>A probability above 1 is certain, and says nothing of the number.</summary>
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.7)]
    public void A_number_that_has_answered_a_question_is_uniform_again_whatever_the_answer(double probability)
    {
        foreach (var answer in new[] { true, false })
        {
            var left = new List<double>();
            for (var person = 0; person < 200_000; person++)
            {
                var uniform = new Philox(1, 0, 0, person, Purpose.Decision).NextUniform();
                if (PersonChance.Happens(probability, ref uniform) == answer) left.Add(uniform);
            }
            if (!answer && probability >= 1)
            {
                Assert.Empty(left);
                continue;
            }
            Statistical.MeanIs(0.5, 1 / 12.0, [.. left]);
            Statistical.VarianceIs(1 / 12.0, 0, [.. left]);
            Assert.All(left, uniform => Assert.InRange(uniform, double.Epsilon, 1));
        }
    }

    [Fact]
    public void The_numbers_of_a_person_are_those_of_its_key_and_one_given_back_is_the_next()
    {
        var day = new Philox(5, 3, 2, 0, Purpose.Decision);
        var random = new Philox(5, 3, 2, 7, Purpose.Decision);
        var expected = Enumerable.Range(0, 9).Select(_ => random.NextUniform()).ToArray();
        var chance = new PersonChance();
        chance.Begin(day, 7);

        Assert.Equal(expected[..6], Enumerable.Range(0, 6).Select(_ => chance.NextUniform(day, 7)).ToArray());
        chance.GiveBack(0.25);
        Assert.Equal([0.25, .. expected[6..]], Enumerable.Range(0, 4).Select(_ => chance.NextUniform(day, 7)).ToArray());
    }

    /// <summary>1 less such a chance is 1.</summary>
    [Theory]
    [InlineData(1e-17)]
    [InlineData(double.Epsilon)]
    public void Nobody_leaves_who_has_hardly_any_chance_to(double chance)
    {
        var seen = Given.Nothing.Camp("camp").Town("town").Route("camp", "town", 50).Stock("camp", 1000)
            .Rule(r => r with { CampMovechance = chance }).Run(days: 5, byPerson: true);

        Assert.Equal(1000, seen.Stock("camp", 4));
    }

    /// <summary>200 km a day: 120 km to the marker and 80 of the 150 behind it, then the other 70.</summary>
    [Fact]
    public void A_path_over_a_marker_has_its_places_and_km()
    {
        var days = Watch(Given.Nothing.Hub("a").Marker("m").Camp("camp").Route("a", "m", 120).Route("m", "camp", 150).Stock("a", 1), 3, Line);

        Assert.Equal(
        [
            "a: a m / m->camp; 200 today, 200 in all, 120 completed, 2 places, 1 days",
            "a: a m camp / camp; 70 today, 270 in all, 270 completed, 3 places, 2 days",
            "a: a m camp / camp; 0 today, 270 in all, 270 completed, 3 places, 3 days",
        ], days);
    }

    /// <summary>The chain of model.md, 2.8: 50 and 120 km are less than the 200 of a day, so the third link gets 200 km of its own.</summary>
    [Fact]
    public void By_the_rules_of_Flee_a_day_of_200_km_makes_370_of_a_chain()
    {
        var chain = Given.Nothing.Flee3().Hub("a").Hub("b").Hub("c").Camp("camp")
            .Route("a", "b", 50, oneWay: true).Route("b", "c", 120, oneWay: true).Route("c", "camp", 300, oneWay: true)
            .Stock("a", 1);

        Assert.Equal(
        [
            "a: a b c / c->camp; 370 today, 370 in all, 170 completed, 3 places, 1 days",
            "a: a b c camp / camp; 100 today, 470 in all, 470 completed, 4 places, 2 days",
        ], Watch(chain, 2, Line));
        Assert.Equal(["b with some of the day left, c with some of the day left", "camp with some of the day left"], Watch(chain, 2, Today));
    }

    /// <summary>400 km out, the road closes: at once, 400 km back; in Flee on to its end at 700, and put back at its start.</summary>
    [Theory]
    [InlineData(ClosureRule.TurnBackAtOnce,
        "a: a / a->camp; 200 today, 600 in all, 100 completed, 1 places, 3 days", "a: a a / a; 200 today, 800 in all, 800 completed, 2 places, 4 days")]
    [InlineData(ClosureRule.TurnBackAtEnd,
        "a: a / a->camp; 200 today, 600 in all, 0 completed, 1 places, 3 days", "a: a a / a; 100 today, 700 in all, 700 completed, 2 places, 4 days")]
    public void Who_turns_back_has_walked_both_ways(ClosureRule rule, string third, string fourth)
    {
        var given = Given.Nothing.Hub("a").Camp("camp").Route("a", "camp", 700).Stock("a", 1)
            .On(2, "a--camp", Change.Close).Rule(r => r with { OnClosure = rule });

        Assert.Equal([third, fourth], Watch(given, 4, Line)[2..]);
        Assert.Equal("a put back", Watch(given, 4, Today)[3].Replace(" with some of the day left", "", StringComparison.Ordinal));
    }

    /// <summary>Residents who are forced have their home where they were taken from; displaced people keep theirs.</summary>
    [Fact]
    public void A_forced_move_is_a_step_without_a_route()
    {
        var given = Given.Nothing.Town("a", 2).Town("b").Town("c")
            .Route("a", "b", 10).Route("b", "c", 10).Stock("a", 1).Rule(r => r with { DefaultMovechance = 0 })
            .On(1, "a", Change.ForceMove, 3, to: "c");

        Assert.Equal(
            Enumerable.Repeat("a: a c / c; 0 today, 0 in all, 0 completed, 2 places,", 3),
            Watch(given, 2, Line)[1..].Select(l => l[..l.LastIndexOf(' ')][..(l.LastIndexOf(',') + 1)]));
        Assert.Equal("c by force", Watch(given, 2, Today)[1]);
    }

    /// <summary>Women square scores of 3 and 1: nine of ten go to the camp, of the men three of four.</summary>
    [Theory]
    [InlineData("female", 0.9)]
    [InlineData("male", 0.75)]
    public void What_people_did_fits_their_attributes(string gender, double share)
    {
        var given = Fork.People("gender", ("female", 0.4), ("male", 0.6)).People("colour", ("red", 1), ("blue", 3))
            .Rule(r => r with { WomenAvoidHazards = true });
        var people = People(given, 1);

        var some = people.Where(p => p.Attributes[0] == gender).ToList();
        ShareIs(share, some.Count(p => p.Where == "camp"), some.Count);
        ShareIs(gender == "female" ? 0.4 : 0.6, some.Count, people.Count);
        ShareIs(0.25, some.Count(p => p.Attributes[1] == "red"), some.Count);
    }

    [Fact]
    public void Attributes_follow_the_demographics_of_the_home_and_never_change()
    {
        var weights = new Dictionary<string, IReadOnlyList<double>> { [Count.Everywhere] = [1, 1], ["other"] = [0, 1] };
        var given = Fork.Hub("other").Route("other", "town", 40, oneWay: true).Stock("other", 100)
            .With(s => s with { Demographics = [new("age", ["20", "30"], weights)] });

        var first = People(given, 1);
        Assert.Equal(first.Select(p => p.Attributes[0]), People(given, 4).Select(p => p.Attributes[0]));
        Assert.All(first.Where(p => p.Home == "other"), p => Assert.Equal("30", p.Attributes[0]));
        ShareIs(0.5, first.Count(p => p.Home == "hub" && p.Attributes[0] == "20"), first.Count(p => p.Home == "hub"));
    }

    /// <summary>3,000 women are known, the 7,000 others are men: 0.3 × 0.9 + 0.7 × 0.75 go to the camp.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void People_whose_attributes_are_known_act_by_them(bool byPerson)
    {
        var camp = Known.Run(days: 1, byPerson: byPerson).Stock("camp", 0);

        Assert.InRange(camp, 7950 - 5 * Math.Sqrt(3000 * 0.09 + 7000 * 0.1875), 7950 + 5 * Math.Sqrt(3000 * 0.09 + 7000 * 0.1875));
    }

    /// <summary>The same with the expected values: what is known enters the law.</summary>
    [Fact]
    public void People_whose_attributes_are_known_are_expected_to_act_by_them()
    {
        Assert.Equal(7950, new ExpectedValues(Known.Scenario with { Days = 1 }, Alternative.Base).Next().OfPlace(Measure.Stock, 1).Mean, 1e-6);
    }

    [Theory]
    [InlineData(FirstMorningOrder.ByPlace)]
    [InlineData(FirstMorningOrder.AtRandom)]
    public void People_whose_attributes_are_known_keep_them_in_whatever_order_they_are(FirstMorningOrder order)
    {
        var people = People(Known.Rule(r => r with { FirstMorningOrder = order }), 2);

        var known = Enumerable.Range(0, people.Count).Where(number => people[number].Attributes[0] == "female").ToList();
        Assert.Equal(3000, known.Count);
        Assert.All(known, number => Assert.Equal("17", people[number].Attributes[1]));
        Assert.All(people, p => Assert.True(p.Attributes[0] == "female" || p.Attributes[1].Length == 0));
        Assert.Equal(order == FirstMorningOrder.ByPlace, known[^1] == 2999);
    }

    [Fact]
    public void Those_who_set_out_on_a_day_are_numbered_in_random_order()
    {
        var given = Given.Nothing.City("a", 5000).City("b", 5000).Camp("camp").Route("a", "camp", 50).Route("b", "camp", 50)
            .SetOut(0, "a", 1000).SetOut(0, "b", 1000);
        var people = People(given, 1);

        ShareIs(0.5, people.Take(1000).Count(p => p.Home == "a"), 1000);
        Assert.Equal(1000, people.Count(p => p.Home == "b"));
    }

    [Fact]
    public void Ways_and_attributes_are_the_same_on_one_thread_and_on_two() => Assert.Equal(Dump(threads: 1), Dump(threads: 2));

    [Fact]
    public void Ways_are_kept_of_the_first_run_and_of_more_where_asked_for()
    {
        var options = new EnsembleOptions { Runs = 3, Days = 1, ByPerson = true, TrackedRuns = 2 };
        new Ensemble(Fork.Scenario, [Alternative.Base], options).Run(
            day => Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(run => day.Persons(run) is not null)),
            TestContext.Current.CancellationToken);
        var groups = new EnsembleOptions { Runs = 1, Days = 1 };
        new Ensemble(Fork.Scenario, [Alternative.Base], groups).Run(
            day => Assert.Null(day.Persons(0)), TestContext.Current.CancellationToken);
    }

    /// <summary>10,000 people between three towns, half of them on the move every day; a kilobyte a day is a tenth of a byte for each.</summary>
    [Fact]
    public void A_day_allocates_nothing_for_each_person()
    {
        var given = Given.Nothing.Town("a").Town("b").Town("c")
            .Route("a", "b", 50).Route("b", "c", 90).Route("c", "a", 70)
            .Stock("a", 10_000).Rule(r => r with { DefaultMovechance = 0.5 });
        var allocated = new List<long>();
        var options = new EnsembleOptions { Runs = 1, Days = 60, Threads = 1, ByPerson = true, TrackedRuns = 0 };
        var ensemble = new Ensemble(given.Scenario, [Alternative.Base], options);
        ensemble.Run(_ => allocated.Add(GC.GetAllocatedBytesForCurrentThread()), TestContext.Current.CancellationToken);

        Assert.InRange(allocated[^1] - allocated[20], 0, 39 * 1000);
    }

    private static Given Fork => Given.Nothing.Hub("hub").Camp("camp").Town("town")
        .Route("hub", "camp", 40, oneWay: true).Route("hub", "town", 40, oneWay: true)
        .Stock("hub", 10_000).Rule(r => r with { CampWeight = 3, DefaultMovechance = 0, AwarenessLevel = 1 });

    private static Given Known => Fork.People("gender", ("female", 0), ("male", 1)).Rule(r => r with { WomenAvoidHazards = true })
        .With(s => s with { InitialPeople = [new InitialPeople("hub", 3000, new Dictionary<string, string> { ["gender"] = "female", ["age"] = "17" })] });

    private static List<string> Dump(int threads)
    {
        var lines = new List<string>();
        var given = Fork.City("city", 3000).Route("city", "hub", 90).People("age", ("10", 1), ("40", 1))
            .Rule(r => r with { ChildrenAvoidHazards = true, Departures = DepartureMode.Rate, DepartureRate = 0.1 });
        var options = new EnsembleOptions { Runs = 4, Days = 5, Threads = threads, ByPerson = true, TrackedRuns = 4 };
        new Ensemble(given.Scenario, [Alternative.Base], options).Run(day =>
        {
            if (day.Day < 4) return;
            for (var run = 0; run < 4; run++)
            {
                var persons = day.Persons(run)!;
                for (var person = 0; person < persons.Count; person += 7)
                    lines.Add(Line(day, persons, person) + string.Concat(Attributes(persons, person)));
            }
        });
        Assert.True(lines.Count > 5000);
        return lines;
    }

    private static List<string> Watch(Given given, int days, Func<EnsembleDay, SimulatedPersons, int, string> line)
    {
        var lines = new List<string>();
        new Ensemble(given.Scenario, [Alternative.Base], new EnsembleOptions { Runs = 1, Days = days, ByPerson = true }).Run(day =>
        {
            for (var person = 0; person < day.Persons(0)!.Count; person++) lines.Add(line(day, day.Persons(0)!, person));
        });
        return lines;
    }

    private static string Line(EnsembleDay day, SimulatedPersons persons, int person)
    {
        var places = day.Scenario.Places;
        var path = new List<PersonStep>();
        persons.Path(person, path);
        var home = places[persons.Home(person)].Id;
        return string.Create(CultureInfo.InvariantCulture,
            $"{home}: {string.Join(' ', path.Select(s => places[s.Place].Id).Prepend(home))} / {persons.Where(person)}; "
            + $"{persons.KmToday(person):0.###} today, {persons.KmInAll(person):0.###} in all, {persons.KmOfRoutes(person):0.###} completed, "
            + $"{persons.Visited(person)} places, {persons.DaysUnderWay(person)} days");
    }

    private static string Today(EnsembleDay day, SimulatedPersons persons, int person)
    {
        var path = new List<PersonStep>();
        persons.PathToday(person, path);
        return string.Join(", ", path.Select(s => day.Scenario.Places[s.Place].Id
            + (s.Route < 0 ? " by force" : s.PutBack ? " put back" : "")
            + (s.DayLeft ? " with some of the day left" : "")));
    }

    private static string[] Attributes(SimulatedPersons persons, int person)
    {
        var values = new string[persons.Attributes.Count];
        persons.AttributesOf(person, values);
        return values;
    }

    private static List<(string Home, string Where, string[] Attributes)> People(Given given, int days)
    {
        var people = new List<(string, string, string[])>();
        new Ensemble(given.Scenario, [Alternative.Base], new EnsembleOptions { Runs = 1, Days = days, ByPerson = true }).Run(day =>
        {
            if (day.Day < days - 1) return;
            var persons = day.Persons(0)!;
            for (var person = 0; person < persons.Count; person++)
            {
                var (home, place) = (day.Scenario.Places[persons.Home(person)].Id, persons.Place(person));
                people.Add((home, place < 0 ? "" : day.Scenario.Places[place].Id, Attributes(persons, person)));
            }
        });
        return people;
    }

    private static void ShareIs(double share, int some, int all)
    {
        Assert.True(all > 100);
        Assert.InRange(some, share * all - 5 * Math.Sqrt(share * (1 - share) * all), share * all + 5 * Math.Sqrt(share * (1 - share) * all));
    }
}
