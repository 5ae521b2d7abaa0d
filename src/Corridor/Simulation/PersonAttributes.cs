using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>
/// The attributes of single people (age, gender ...), all that the scenario speaks of and not only those that a rule
/// asks for. They are drawn when somebody asks, from random numbers that hang on the person alone, given the class
/// as which the person was simulated: so they cost no memory, never change, and fit what the person did.
/// </summary>
/// <remarks>By the exchangeability of people of one class this has the law of attributes that were drawn at the start (model.md, 9.4).</remarks>
internal sealed class PersonAttributes
{
    private readonly Scenario scenario;
    private readonly Network network;
    private readonly Profiles profiles;
    private readonly Dictionary<(int Home, int Row, short Profile), Law> laws = [];

    public PersonAttributes(Model model)
    {
        (scenario, network, profiles) = (model.Scenario, model.Network, model.Profiles);
        var farmer = scenario.Places.Any(p => p.FarmerFraction is not null) ? new[] { Profiles.FarmerAttribute } : [];
        var ofDemographics = scenario.Demographics.Select(d => d.Attribute);
        var ofPeople = scenario.InitialPeople.SelectMany(p => p.Attributes.Keys);
        Names = [.. ofDemographics.Concat(ofPeople).Concat(farmer).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The attributes, those of the demographics first.</summary>
    public string[] Names { get; }

    /// <summary>The attributes of a person; empty where nothing is known.</summary>
    public void Of(ulong seed, int run, Persons persons, int person, Span<string> values)
    {
        var key = (persons.Home[person], persons.RowOf(person), persons.Now[person].Profile);
        if (!laws.TryGetValue(key, out var law)) laws.Add(key, law = LawOf(key.Item1, key.Item2, key.Item3));
        var random = new Philox(seed, run, 0, person, Purpose.Attribute);
        var combination = law.Combinations.Length == 0 ? null : law.Combinations[Pick(law.UpTo, random.NextUniform())];
        for (var i = 0; i < Names.Length; i++)
        {
            var (own, upTo) = law.Single[i];
            // A number for each attribute, used or not: what is known of one does not move the others.
            var uniform = random.NextUniform();
            values[i] = combination?[i] ?? (own.Length == 0 ? "" : own[Pick(upTo, uniform)]);
        }
    }

    private Law LawOf(int home, int row, short profile)
    {
        var fitting = profiles.Combinations(home, row).Where(c => c.Profile == profiles.All[profile] && c.Share > 0).ToList();
        return new Law(
            [.. fitting.Select(c => Names.Select(n => c.Attributes.GetValueOrDefault(n)).ToArray())],
            RunningSums(fitting.Select(c => c.Share)),
            [.. Names.Select(name => SingleLaw(home, row, name))]);
    }

    /// <summary>The law of an attribute that no rule asks for.</summary>
    private (string[] Values, double[] UpTo) SingleLaw(int home, int row, string name)
    {
        // What rules ask for goes by combinations alone: where they say nothing, nothing is known.
        if (Profiles.IsAsked(scenario.Rules, name)) return ([], []);
        if (row != Profiles.Unknown && scenario.InitialPeople[row].Attributes.TryGetValue(name, out var known)) return ([known], [1]);
        if (scenario.Demographics.LastOrDefault(d => d.Attribute == name) is { } demographic)
        {
            var shares = demographic.Shares(network.Places[home].Id);
            return shares.Any(s => s > 0) ? ([.. demographic.Values], RunningSums(shares)) : ([], []);
        }
        return name == Profiles.FarmerAttribute && network.Places[home].FarmerFraction is { } farmers ? (["1", "0"], [farmers, 1]) : ([], []);
    }

    private static double[] RunningSums(IEnumerable<double> shares)
    {
        var sum = 0.0;
        return [.. shares.Select(s => sum += s)];
    }

    /// <summary>The first entry whose running sum exceeds the number's part of the whole: never one without a share.</summary>
    private static int Pick(double[] upTo, double uniform)
    {
        var target = uniform * upTo[^1];
        var at = Array.FindIndex(upTo, sum => target < sum);
        return at >= 0 ? at : Array.IndexOf(upTo, upTo[^1]);
    }

    /// <param name="Combinations">Values of the attributes that rules ask for, together; null: not asked for.</param>
    /// <param name="UpTo">Running sums of their shares.</param>
    /// <param name="Single">The law of each attribute by itself.</param>
    private sealed record Law(string?[][] Combinations, double[] UpTo, (string[] Values, double[] UpTo)[] Single);
}
