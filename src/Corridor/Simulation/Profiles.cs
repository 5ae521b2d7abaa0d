using System.Globalization;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>What of a person's attributes the active rules can tell apart.</summary>
/// <param name="HazardPower">Power on every score: 2 for those who avoid hazards, 0 for those who take risks, else 1 (model.md, 2.6).</param>
/// <param name="FloodAwareness">Level of the attribute floodawareness.</param>
/// <param name="Religion">Religion; empty when no rule asks.</param>
/// <param name="Ethnicity">Ethnicity; empty when no rule asks.</param>
/// <param name="Farmer">Whether a farmer, while harvests matter.</param>
internal sealed record Profile(int HazardPower = 1, int FloodAwareness = 0, string Religion = "", string Ethnicity = "", bool Farmer = false);

/// <summary>
/// The classes of people that the active rules can tell apart, and their shares among the people of each place. Attributes that no rule asks for make no
/// difference and no classes (model.md, 9.2).
/// </summary>
internal sealed class Profiles
{
    private readonly double[][] shares;

    public Profiles(Scenario scenario, Network network)
    {
        var rules = scenario.Rules;
        TracksHome = rules.HarvestMonths.Count > 0;
        var known = new Dictionary<Profile, int> { [new Profile()] = 0 };
        var byPlace = network.Places.Select(place => SharesOf(scenario, rules, place)).ToList();
        foreach (var profile in byPlace.SelectMany(p => p.Keys)) known.TryAdd(profile, known.Count);
        All = [.. known.OrderBy(k => k.Value).Select(k => k.Key)];
        shares = [.. byPlace.Select(place => All.Select(profile => place.GetValueOrDefault(profile)).ToArray())];
    }

    /// <summary>All classes; the first is that of people of whom nothing is known.</summary>
    public Profile[] All { get; }

    /// <summary>Whether a rule asks where somebody's home is.</summary>
    public bool TracksHome { get; }

    /// <summary>The share of each class among the people of a place.</summary>
    public ReadOnlySpan<double> Shares(int place) => shares[place];

    /// <summary>Every combination of the values of the attributes that are asked for; attributes are independent of one another (model.md, 2.4.5).</summary>
    private static Dictionary<Profile, double> SharesOf(Scenario scenario, Rules rules, Place place)
    {
        var people = new List<(Dictionary<string, string> Attributes, double Share)> { ([], 1) };
        foreach (var demographic in scenario.Demographics.Where(d => IsAsked(rules, d.Attribute)))
        {
            var values = demographic.Shares(place.Id);
            people = [.. people.SelectMany(p => demographic.Values.Select((value, i) => (With(p.Attributes, demographic.Attribute, value), p.Share * values[i]))).Where(p => p.Item2 > 0)];
        }
        var farmers = rules.HarvestMonths.Count > 0 && double.TryParse(place.Extra.GetValueOrDefault("farmer_fraction"), CultureInfo.InvariantCulture, out var fraction) ? Math.Clamp(fraction, 0, 1) : 0;
        var result = new Dictionary<Profile, double>();
        foreach (var (attributes, share) in people)
        {
            var profile = Of(rules, attributes);
            result[profile] = result.GetValueOrDefault(profile) + share * (1 - farmers);
            if (farmers > 0) result[profile with { Farmer = true }] = result.GetValueOrDefault(profile with { Farmer = true }) + share * farmers;
        }
        // No shares are given for this place: nothing is known of its people.
        return result.Count > 0 ? result : new Dictionary<Profile, double> { [new Profile()] = 1 };
    }

    private static Dictionary<string, string> With(Dictionary<string, string> attributes, string name, string value) => new(attributes) { [name] = value };

    private static bool IsAsked(Rules rules, string attribute) => attribute switch
    {
        "age" => rules.ChildrenAvoidHazards || rules.ElderlyAvoidHazards || rules.BoysTakeRisk,
        "gender" => rules.WomenAvoidHazards || rules.BoysTakeRisk,
        "religion" => rules.MatchCampReligion,
        "ethnicity" => rules.MatchCampEthnicity || rules.MatchTownEthnicity || rules.MatchConflictEthnicity,
        "floodawareness" => rules.FloodForecastDays > 1 && rules.FloodAwarenessWeights.Count > 0,
        _ => false,
    };

    /// <summary>The class of a person with these attributes (model.md, 2.6, steps 1 to 4).</summary>
    private static Profile Of(Rules rules, Dictionary<string, string> attributes)
    {
        var age = double.TryParse(attributes.GetValueOrDefault("age"), CultureInfo.InvariantCulture, out var years) ? years : double.NaN;
        var gender = attributes.GetValueOrDefault("gender");
        var avoids = rules.ChildrenAvoidHazards && age < 19 || rules.ElderlyAvoidHazards && age > 59 || rules.WomenAvoidHazards && gender == "female";
        var risks = rules.BoysTakeRisk && gender == "male" && age > 14;
        return new Profile(
            risks ? 0 : avoids ? 2 : 1,
            (int)(double.TryParse(attributes.GetValueOrDefault("floodawareness"), CultureInfo.InvariantCulture, out var level) ? level : 0),
            attributes.GetValueOrDefault("religion", ""),
            attributes.GetValueOrDefault("ethnicity", ""));
    }
}
