using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>What of a person's attributes the active rules can tell apart.</summary>
/// <param name="HazardPower">Power on every score: 2 for those who avoid hazards, 0 for those who take risks, else 1 (model.md, 2.6).</param>
/// <param name="FloodAwareness">Level of the attribute floodawareness.</param>
/// <param name="Religion">Religion; empty when no rule asks.</param>
/// <param name="Ethnicity">Ethnicity; empty when no rule asks.</param>
/// <param name="Farmer">Whether a farmer, while harvests matter.</param>
internal sealed record Profile(int HazardPower = 1, int FloodAwareness = 0, string Religion = "", string Ethnicity = "", bool Farmer = false);

/// <summary>One combination of values of the attributes that the active rules ask for.</summary>
/// <param name="Attributes">The values; without those of which nothing is known.</param>
/// <param name="Share">Its share among the people at hand.</param>
/// <param name="Profile">The class that it belongs to.</param>
internal sealed record Combination(IReadOnlyDictionary<string, string> Attributes, double Share, Profile Profile);

/// <summary>
/// The classes of people that the active rules can tell apart, and their shares among the people of each place. Attributes that no rule asks for make no
/// difference and no classes (model.md, 9.2).
/// </summary>
internal sealed class Profiles
{
    /// <summary>In place of a row of <see cref="Scenario.InitialPeople"/>: people whose attributes follow the demographics of their place.</summary>
    public const int Unknown = -1;

    /// <summary>The attribute that <c>farmer_fraction</c> of a place speaks of: 1 for a farmer, else 0 (model.md, 1.1).</summary>
    public const string FarmerAttribute = "farmer";

    private readonly Scenario scenario;
    private readonly Network network;
    private readonly double[][] shares;
    private readonly double[][] sharesOfRow;

    public Profiles(Scenario scenario, Network network)
    {
        (this.scenario, this.network) = (scenario, network);
        TracksHome = scenario.Rules.HarvestMonths.Count > 0;
        var known = new Dictionary<Profile, int> { [new Profile()] = 0 };
        var byPlace = Enumerable.Range(0, network.PlaceCount).Select(place => Classes(place, Unknown)).ToList();
        var byRow = Enumerable.Range(0, scenario.InitialPeople.Count).Select(row => Classes(network.Number(scenario.InitialPeople[row].Place), row)).ToList();
        foreach (var profile in byPlace.Concat(byRow).SelectMany(p => p.Keys)) known.TryAdd(profile, known.Count);
        All = [.. known.OrderBy(k => k.Value).Select(k => k.Key)];
        shares = [.. byPlace.Select(Shares)];
        sharesOfRow = [.. byRow.Select(Shares)];

        double[] Shares(Dictionary<Profile, double> classes) => [.. All.Select(profile => classes.GetValueOrDefault(profile))];
    }

    /// <summary>All classes; the first is that of people of whom nothing is known.</summary>
    public Profile[] All { get; }

    /// <summary>Whether a rule asks where somebody's home is.</summary>
    public bool TracksHome { get; }

    /// <summary>The share of each class among the people of a place.</summary>
    public double[] Shares(int place) => shares[place];

    /// <summary>The share of each class among the people of a row of known people, or of a place.</summary>
    public double[] SharesOf(int place, int row) => row == Unknown ? shares[place] : sharesOfRow[row];

    /// <summary>The people who are at a place on the first morning: those of each row of known people, and the others.</summary>
    public IEnumerable<(long People, int Row)> Initial(int place, long people)
    {
        for (var row = 0; row < scenario.InitialPeople.Count && people > 0; row++)
        {
            if (network.Number(scenario.InitialPeople[row].Place) != place) continue;
            var some = Math.Min(people, scenario.InitialPeople[row].People);
            people -= some;
            if (some > 0) yield return (some, row);
        }
        if (people > 0) yield return (people, Unknown);
    }

    /// <summary>
    /// Every combination of the values of the attributes that are asked for, with its share; attributes are independent of one another
    /// (model.md, 2.4.5), and what is known is certain. Empty: no shares are given for this place, and nothing is known of its people.
    /// </summary>
    public IReadOnlyList<Combination> Combinations(int place, int row)
    {
        var rules = scenario.Rules;
        var known = row == Unknown
            ? new Dictionary<string, string>()
            : scenario.InitialPeople[row].Attributes.Where(a => IsAsked(rules, a.Key)).ToDictionary(a => a.Key, a => a.Value);
        var people = new List<(Dictionary<string, string> Attributes, double Share)> { (known, 1) };
        foreach (var demographic in scenario.Demographics.Where(d => IsAsked(rules, d.Attribute) && !known.ContainsKey(d.Attribute)))
        {
            var values = demographic.Shares(network.Places[place].Id);
            // Of somebody of whom something is known, the rest may be unknown.
            if (row != Unknown && !values.Any(v => v > 0)) continue;
            people =
            [
                .. people
                    .SelectMany(p => demographic.Values.Select((value, i) => (With(p.Attributes, demographic.Attribute, value), p.Share * values[i])))
                    .Where(p => p.Item2 > 0),
            ];
        }
        if (IsAsked(rules, FarmerAttribute) && !known.ContainsKey(FarmerAttribute) && network.Places[place].FarmerFraction is > 0 and var farmers)
        {
            people =
            [
                .. people
                    .SelectMany(p => new[]
                    {
                        (With(p.Attributes, FarmerAttribute, "0"), p.Share * (1 - farmers)),
                        (With(p.Attributes, FarmerAttribute, "1"), p.Share * farmers),
                    })
                    .Where(p => p.Item2 > 0),
            ];
        }
        return [.. people.Select(p => new Combination(p.Attributes, p.Share, Of(rules, p.Attributes)))];
    }

    /// <summary>Whether an active rule asks for an attribute.</summary>
    public static bool IsAsked(Rules rules, string attribute) => attribute switch
    {
        "age" => rules.ChildrenAvoidHazards || rules.ElderlyAvoidHazards || rules.BoysTakeRisk,
        "gender" => rules.WomenAvoidHazards || rules.BoysTakeRisk,
        "religion" => rules.MatchCampReligion,
        "ethnicity" => rules.MatchCampEthnicity || rules.MatchTownEthnicity || rules.MatchConflictEthnicity,
        "floodawareness" => rules.FloodForecastDays > 1 && rules.FloodAwarenessWeights.Count > 0,
        FarmerAttribute => rules.HarvestMonths.Count > 0,
        _ => false,
    };

    private Dictionary<Profile, double> Classes(int place, int row)
    {
        var classes = new Dictionary<Profile, double>();
        foreach (var combination in Combinations(place, row)) classes[combination.Profile] = classes.GetValueOrDefault(combination.Profile) + combination.Share;
        return classes.Count > 0 ? classes : new Dictionary<Profile, double> { [new Profile()] = 1 };
    }

    private static Dictionary<string, string> With(Dictionary<string, string> attributes, string name, string value) => new(attributes) { [name] = value };

    /// <summary>The class of a person with these attributes (model.md, 2.6, steps 1 to 4).</summary>
    private static Profile Of(Rules rules, IReadOnlyDictionary<string, string> attributes)
    {
        var age = Number("age") ?? double.NaN;
        var gender = attributes.GetValueOrDefault("gender");
        var isWoman = rules.WomenAvoidHazards && AttributeValues.IsFemale(gender);
        var avoids = rules.ChildrenAvoidHazards && age < 19 || rules.ElderlyAvoidHazards && age > 59 || isWoman;
        var risks = rules.BoysTakeRisk && AttributeValues.IsMale(gender) && age > 14;
        return new Profile(
            risks ? 0 : avoids ? 2 : 1,
            (int)(Number("floodawareness") ?? 0),
            attributes.GetValueOrDefault("religion", ""),
            attributes.GetValueOrDefault("ethnicity", ""),
            Number(FarmerAttribute) > 0);

        double? Number(string name) => AttributeValues.Number(attributes.GetValueOrDefault(name));
    }
}
