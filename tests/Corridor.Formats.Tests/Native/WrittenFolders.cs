using Corridor.Tests;
using Corridor.Formats.Files;
using Corridor.Formats.Native;
using Corridor.Scenarios;
using CsCheck;

namespace Corridor.Formats.Tests.Native;

public class WrittenFolders
{
    [Fact]
    public void A_scenario_that_is_written_is_read_back_as_it_was() => GenScenario.EachOf(scenario =>
    {
        using var folder = new TemporaryFolder();
        ScenarioFolder.Write(scenario, folder["out"]);
        var input = ScenarioFolder.Read(folder["out"]);
        Assert.DoesNotContain(input.Problems, p => p.Severity == Severity.Error);
        Assert.Equal(ScenarioText.Of(scenario), ScenarioText.Of(input.Scenario!));
    }, iter: 100);

    [Fact]
    public void Files_have_LF_line_ends_and_no_byte_order_mark_and_optional_files_stay_away()
    {
        using var folder = new TemporaryFolder();
        var scenario = new SampleFolder().Scenario();
        ScenarioFolder.Write(scenario with { Timeline = [], Counts = [], Departures = [], Alternatives = [] }, folder["out"]);
        Assert.Equal(
            ["places.csv", "routes.csv", "scenario.yml"],
            Directory.EnumerateFiles(folder["out"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        var bytes = File.ReadAllBytes(folder["out/routes.csv"]);
        Assert.Equal("from,to,km,mode,direction\ntown,camp,70,road,both\ncamp,far,140,track,both\n"u8, bytes);
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_never_written_into()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine"], "");
        Assert.Throws<OutputException>(() => ScenarioFolder.Write(new SampleFolder().Scenario(), folder.Path));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    private static readonly Gen<string> GenText = Gen.OneOf(
        Gen.OneOf(
            "", "plain", "null", "~", "true", "- x", "a: b", "#tag", "tail ", " head", "1,5", "it's", "\"quoted\"", "two\nlines", "Tal ‘Afar تلعفر",
            "\\n", "a\u0085b\u2028c", "😀", "{a}", "?", "&x", "*x", "x #y"),
        Gen.String[Gen.Char["ab ,:#\"'\\\n\t-{}[]é\u00A0"], 0, 8]);

    private static readonly Gen<string> GenName = GenText.Select(s => "n" + s);

    /// <summary>A name that files can have, too.</summary>
    private static readonly Gen<string> GenFileName = GenName.Select(s =>
        string.Concat(s.Where(c => !char.IsControl(c) && !"/\\:*?\"<>|".Contains(c, StringComparison.Ordinal))).TrimEnd(' ', '.'));

    private static readonly Gen<DateOnly> GenDate = Gen.Int[0, 59].Select(day => new DateOnly(2016, 10, 1).AddDays(day));

    private static readonly Gen<DateOnly?> GenMaybeDate = Gen.OneOf(Gen.Const((DateOnly?)null), GenDate.Select(d => (DateOnly?)d));

    private static readonly Gen<double?> GenMaybeDegrees = Gen.OneOf(Gen.Const((double?)null), Gen.Double[-89, 89].Select(d => (double?)d));

    private static Gen<IReadOnlyDictionary<string, string>> GenExtra { get; } = Gen.Select(Gen.OneOf("colour", "x y", "a,b"), GenName).List[0, 2]
        .Select(pairs => (IReadOnlyDictionary<string, string>)pairs
            .DistinctBy(p => p.Item1)
            .OrderBy(p => p.Item1, StringComparer.Ordinal)
            .ToDictionary(p => p.Item1, p => p.Item2));

    private static readonly Gen<PlaceKind> GenKind = Gen.Enum<PlaceKind>();

    private static Gen<Place> GenPlace(int i) =>
        Gen.Select(
            Gen.Select(GenName, GenKind, GenMaybeDegrees, GenMaybeDegrees),
            Gen.Select(Gen.OneOf("Iraq", "Syria", "Côte d'Ivoire", ""), GenText, GenText),
            Gen.Select(Gen.Long[0, 1_000_000_000], Gen.OneOf(Gen.Const((long?)null), Gen.Long[0, 99].Select(c => (long?)c)), GenExtra),
            Gen.Select(GenMaybeShare, GenMaybeShare, GenMaybeShare, GenMaybeShare))
        .Select((a, b, c, d) => new Place
        {
            Id = $"p{i}", Name = a.Item1, Kind = a.Item2, Latitude = a.Item3, Longitude = a.Item4,
            Country = b.Item1, Admin1 = b.Item2, Pcode = b.Item3, Population = c.Item1, Capacity = c.Item2, Extra = c.Item3,
            DeactivationProbability = d.Item1, FarmerFraction = d.Item2, TradeVolume = d.Item3, HumanDevelopment = d.Item4,
        });

    private static Gen<double?> GenMaybeShare { get; } = Gen.OneOf(Gen.Const((double?)null), Gen.Double[0, 1].Select(d => (double?)d));

    private static Gen<Route> GenRoute(int from, int to) =>
        Gen.Select(
            Gen.Double[0.1, 999],
            Gen.OneOf("road", "walk", "border-crossing", "zipline"),
            Gen.Bool,
            Gen.OneOf(Gen.Const((double?)null), Gen.Double[1, 99].Select(d => (double?)d)),
            Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 1]),
            GenExtra)
        .Select((km, mode, oneWay, speed, walk, extra) => new Route
        {
            From = $"p{from}", To = $"p{to}", Km = km, Mode = mode, OneWay = oneWay, SpeedKmPerDay = speed, WalkProbability = walk, Extra = extra,
        });

    private static Gen<TimelineEntry> GenEntry { get; } =
        Gen.Select(GenDate, Gen.Int[0, 6], Gen.Double[0, 1], GenKind, GenMaybeDate, GenText, GenText)
        .Select((date, what, value, kind, announced, source, note) =>
        {
            var (subject, change, number, to) = what switch
            {
                0 => (Subject.Place("p0"), Change.Close, (double?)null, ""),
                1 => (Subject.Route("p0", "p1"), Change.Pass, value, ""),
                2 => (Subject.Route("p0", "p1", oneWay: true), Change.Speed, value, ""),
                3 => (Subject.Place("p1"), Change.ForceMove, Math.Round(value * 1000), "p0"),
                4 => (Subject.Place("p1"), Change.Kind, null, ""),
                5 => (Subject.Place("p1"), Change.Capacity, null, ""),
                _ => (Subject.Place("p0"), Change.Conflict, value, ""),
            };
            return new TimelineEntry
            {
                Date = date, Subject = subject, Change = change, Value = number, NewKind = change == Change.Kind ? kind : null, To = to,
                Announced = announced, Source = source, Note = note,
            };
        });

    private static Gen<Count> GenCount { get; } =
        Gen.Select(
            GenDate, Gen.Int[0, 30], Gen.OneOf("*", "p0", "p1"), Gen.Enum<Measure>(), Gen.Long[0, 1_000_000], Gen.Enum<Qualifier>(),
            Gen.Select(GenText, GenText, Gen.Bool))
        .Select((date, delay, place, measure, people, qualifier, rest) => new Count
        {
            Date = date, Published = date.AddDays(delay), Place = place, Measure = measure, People = people, Qualifier = qualifier,
            Source = rest.Item1, Series = rest.Item2, Since = rest.Item3 ? date.AddDays(-7) : null,
        });

    private static readonly Gen<Rules> GenRules =
        Gen.Select(Gen.OneOf(Rules.Corridor, Rules.Flee3), Gen.Double[0, 9], Gen.Enum<ClosureRule>(), Gen.Double[0, 1].List[0, 3], Gen.Bool, Gen.Int[1, 10])
        .Select((preset, weight, closure, decay, take, awareness) => preset with
        {
            CampWeight = weight, OnClosure = closure, ConflictDecay = decay, TakeFromPopulation = take, AwarenessLevel = awareness,
        });

    private static readonly Gen<Trigger> GenTrigger =
        Gen.Select(GenName, Gen.Enum<Measure>(), Gen.OneOf("p0", "p1"), Gen.Int[1, 90], Gen.Bool, Gen.Long[0, 1_000_000], Gen.Double[0, 0.999])
        .Select((name, measure, place, days, more, people, probability) => new Trigger(
            name, new Quantity(measure, measure is Measure.Displaced or Measure.InTransit ? Count.Everywhere : place, days),
            more, people, probability, Origin.None));

    private static readonly Gen<Alternative> GenAlternative =
        Gen.Select(GenFileName, GenText, GenEntry.List[0, 3]).Select((name, description, rows) => new Alternative
        {
            Name = name, Description = description, Rows = [.. rows.Select(r => new AlternativeRow(r, false))],
        });

    private static Gen<Scenario> GenScenario { get; } =
        Gen.Select(
            Gen.Select(GenPlace(0), GenPlace(1), GenPlace(2)),
            Gen.Select(GenRoute(0, 1), GenRoute(1, 2)),
            Gen.Select(GenEntry.List[0, 4], GenCount.List[0, 4], GenAlternative.List[0, 2]),
            Gen.Select(GenName, GenText, GenDate, Gen.Int[1, 400], GenMaybeDate, GenRules),
            Gen.Select(Gen.Double[0.001, 0.5], Gen.Long[0, 500], Gen.Bool, GenTrigger.List[0, 2]))
        .Select((places, routes, rows, header, more) => new Scenario
        {
            Name = header.Item1, Description = header.Item2, Start = header.Item3, Days = header.Item4, AsOf = header.Item5, Rules = header.Item6,
            HomeCountry = more.Item3 ? places.Item2.Country : "",
            Places = [places.Item1, places.Item2, places.Item3],
            // The pair of places p0, p1 stays open both ways for the timeline.
            Routes = [routes.Item1 with { OneWay = false }, routes.Item2],
            Timeline = rows.Item1,
            Counts = rows.Item2,
            Alternatives =
            [
                .. rows.Item3
                    .DistinctBy(a => a.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(a => rows.Item1.Count == 0 ? a : a with { Rows = [.. a.Rows, new AlternativeRow(Bare(rows.Item1[0]), true)] }),
            ],
            Triggers = [.. more.Item4.DistinctBy(t => t.Name)],
            Departures = more.Item3 ? [new Departure(header.Item3, "*", more.Item2), new Departure(header.Item3, "p2", 7)] : [],
            InitialStock = more.Item3 ? new Dictionary<string, long> { ["p1"] = more.Item2 } : [],
            Priors = [new Prior(RuleParameter.Find("departure_rate")!, PriorFamily.Lognormal, more.Item1, 0.5, Origin.None)],
        });

    private static TimelineEntry Bare(TimelineEntry entry) => new() { Date = entry.Date, Subject = entry.Subject, Change = entry.Change };
}
