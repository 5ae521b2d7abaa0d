using System.Globalization;
using Corridor.Cli.Dispatches;
using Corridor.Cli.Screen;
using Corridor.Scenarios;

namespace Corridor.Cli.Reconciling;

/// <summary>How two statements about one place stand to each other.</summary>
internal enum RelationKind
{
    Contradict,
    DifferentPeople,
    DifferentDays,
    Agree,
}

/// <summary>Two statements, and why they do or do not go together.</summary>
internal sealed record Relation(RelationKind Kind, Statement One, Statement Other, string Why)
{
    /// <summary>The relation of each claim to the other statements about its place; of two counts nothing is said, for the scenario holds both.</summary>
    public static IReadOnlyList<Relation> Of(IReadOnlyList<Statement> statements)
    {
        var relations = new List<Relation>();
        for (var i = 0; i < statements.Count; i++)
        {
            for (var j = i + 1; j < statements.Count; j++)
            {
                var (one, other) = (statements[i], statements[j]);
                if ((one.IsClaim || other.IsClaim) && one.Count.Place == other.Count.Place) relations.Add(Between(one, other));
            }
        }
        return relations;
    }

    /// <summary>Numbers are only set against each other when they are of the same people: else being near or far says nothing.</summary>
    public static Relation Between(Statement one, Statement other)
    {
        var reasons = new List<string>();
        if (one.IsFlow != other.IsFlow)
        {
            var (flow, stock) = one.IsFlow ? (one, other) : (other, one);
            reasons.Add($"{Moved(flow)} against those there on {Figures.Date(stock.Count.Date)}");
        }
        else if (one.Count.Measure != other.Count.Measure)
        {
            reasons.Add($"{Names.Of(one.Count.Measure)} against {Names.Of(other.Count.Measure)}");
        }
        else if (one.IsFlow && one.Count.Since != other.Count.Since)
        {
            reasons.Add($"{Moved(one)} against {Moved(other)}");
        }
        foreach (var (with, without) in new[] { (one, other), (other, one) })
        {
            if (with.Households is { } households && without.Households is null)
                reasons.Add($"{with.Who}: families x {PerHousehold(with, households)} against people");
            if (with.LeftOut.Length > 0 && with.LeftOut != without.LeftOut) reasons.Add($"{with.Who} leaves out {with.LeftOut}");
        }
        if (reasons.Count > 0) return new Relation(RelationKind.DifferentPeople, one, other, string.Join("; ", reasons));
        if (one.Count.Date != other.Count.Date)
            return new Relation(RelationKind.DifferentDays, one, other, $"{Figures.Date(one.Count.Date)} against {Figures.Date(other.Count.Date)}");
        var agree = Agreement.Agree(one.Count.People, one.Count.Qualifier, other.Count.People, other.Count.Qualifier);
        return new Relation(agree ? RelationKind.Agree : RelationKind.Contradict, one, other, "");
    }

    /// <summary>Persons per household, as it was computed.</summary>
    public static string PerHousehold(Statement statement, long households) =>
        households == 0 ? "0" : Math.Round((double)statement.Count.People / households, 1).ToString(CultureInfo.InvariantCulture);

    private static string Moved(Statement flow)
    {
        var who = flow.Count.Measure == Measure.Inflow ? "all who came" : "all who left";
        return $"{who} {(flow.Count.Since is { } since ? $"since {Figures.Date(since.AddDays(1))}" : $"on {Figures.Date(flow.Count.Date)}")}";
    }
}
