using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Reading.Figures;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>How the figures of one dispatch relate (pipeline step 9), and which of them count.</summary>
internal static class Links
{
    /// <summary>The nearest figures only: a claim is compared with the last ones of its dispatch, so that the cost stays linear.</summary>
    private const int Window = 6;

    /// <summary>Ties the figures to each other and settles which of them count; returns the links.</summary>
    public static List<Link> Settle(List<Draft> all)
    {
        var links = new List<Link>();
        for (var i = 0; i < all.Count; i++)
        {
            var d = all[i];
            Count(d);
            var from = Math.Max(0, i - Window);
            for (var j = from; j < i; j++) Pair(all[j], d, links);
            Sum(all, i, links);
        }

        return links;
    }

    // "34,000 have fled: ... 28,000 are in the district. Another 6,000 went on": numbers that add up to one told just before or after them are its parts.
    private static void Sum(List<Draft> all, int last, List<Link> links)
    {
        if (!all[last].Counted && !(all[last].IsPart && all[last].Quantity.Share is null)) return;
        var sum = Value(all[last]);
        var first = last;
        while (first > 0 && last - first < Window && all[first - 1].Counted && Same(all[first - 1], all[last]))
        {
            first--;
            var before = Value(all[first]);
            if (first < last - 1 && Adds(sum, before))
            {
                for (var k = first + 1; k <= last; k++) PartOfSum(all[k], all[first], links);
                return;
            }

            sum += before;
            if (first < last - 1 && !all[last].IsBroughtTo && Adds(sum - Value(all[last]), Value(all[last])))
            {
                for (var k = first; k < last; k++) PartOfSum(all[k], all[last], links);
                return;
            }
        }
    }

    private static bool Adds(double sum, double whole) => whole >= 100 && Math.Abs(sum - whole) <= 0.002 * whole;

    private static void PartOfSum(Draft part, Draft whole, List<Link> links)
    {
        (part.Counted, part.CountedReason) = (false, CountedReason.Part);
        Add(links, LinkType.SubsetOf, part, whole);
    }

    private static void Pair(Draft a, Draft b, List<Link> links)
    {
        if (b.Quantity.Whole == a.Quantity) Add(links, LinkType.SubsetOf, b, a);
        else if (a.Quantity.Whole == b.Quantity) Add(links, LinkType.SubsetOf, a, b);
        else if (b.IsPart && b.Parent == a && a.Unit == CountUnit.Household && b.Unit == CountUnit.Person && Value(b) > Value(a))
            Add(links, LinkType.SamePeopleAs, b, a);
        else if (b.IsPart && b.Parent == a) Add(links, LinkType.SubsetOf, b, a);
        else if (a.Exclusions.Count > 0 && LeavesOut(a, b)) Add(links, LinkType.Excludes, a, b);
        else if (Restated(a, b))
        {
            Add(links, LinkType.SamePeopleAs, a, b);
            (a.Counted, a.CountedReason) = (false, CountedReason.ToldExactly);
        }
        else if (a.IsRetracted && b.Class == a.Class) Add(links, LinkType.Supersedes, b, a);
        else if (b.IsComparison && b.Parent == a && b.Quantity.Per is null) Add(links, LinkType.Supersedes, a, b);
        else if (b.IsRetracted && b.Class == a.Class) Add(links, LinkType.Supersedes, a, b);
        else if (b.IsTally && a.Aggregation == Aggregation.Incremental && b.Aggregation == Aggregation.Cumulative && Same(a, b)
            && Value(a) <= Value(b))
            Add(links, LinkType.SubsetOf, a, b);
        else if (a.Class == VerbClass.HousingDestroyed && b.Term == Term.Homeless) Add(links, LinkType.SamePeopleAs, a, b);
        else if (a.Class == b.Class && a.Source.Name != b.Source.Name
            && (a.Quantity.IsNone && a.Quantity.Value is null && b.Realis == Realis.Asserted))
            Add(links, LinkType.Contradicts, a, b);
        else if (Same(a, b) && b.Parent == a && b.IsTally && Agree(a, b) && Exact(b) != Exact(a) && a.Realis == Realis.Asserted && b.Realis == Realis.Asserted)
        {
            var (rounded, exact) = Exact(b) ? (a, b) : (b, a);
            Add(links, a.Source.Name == b.Source.Name ? LinkType.SamePeopleAs : LinkType.Corroborates, rounded, exact);
            (rounded.Counted, rounded.CountedReason) = (false, CountedReason.Corroborates);
        }
        else if (Same(a, b) && a.Source.Name != b.Source.Name && a.Source.Name is not null && b.Source.Name is not null
            && a.Realis == Realis.Asserted && b.Realis == Realis.Asserted && Comparable(a, b))
        {
            if (Agree(a, b))
            {
                Add(links, LinkType.Corroborates, Exact(b) && !Exact(a) ? a : b, Exact(b) && !Exact(a) ? b : a);
                // Two sources of one number: the exact one counts, once.
                var rounded = Exact(b) && !Exact(a) ? a : b;
                (rounded.Counted, rounded.CountedReason) = (false, CountedReason.Corroborates);
            }
            else if (a.IsTally && b.IsTally || b.Parent == a && !b.IsPart && !b.IsComparison) Add(links, LinkType.Contradicts, a, b);
        }
        else if (Repeats(a, b))
        {
            Add(links, LinkType.SamePeopleAs, b, a);
            (b.Counted, b.CountedReason) = (false, CountedReason.ToldBefore);
        }
        else if (Same(a, b) && SamePeopleToldTwice(a, b) && !Agree(a, b)) Add(links, LinkType.Contradicts, b, a);
    }

    // "A million people, 960,000 by the last count, were uprooted": the second number says the first more exactly.
    private static bool Restated(Draft a, Draft b) =>
        Same(a, b) && a.PredicateAt == b.PredicateAt && a.PredicateAt >= 0 && b.Quantity.Noun is null && b.Quantity.First == a.Quantity.End + 1
        && a.Quantity.Share is null && Math.Abs(Value(a) - Value(b)) <= 0.15 * Value(a) && a.Quantity.Value is { } round && round % 1000 == 0
            && Value(b) % round != 0;

    private static bool LeavesOut(Draft a, Draft b) => a.Exclusions.Exists(e => e.Span.Overlaps(b.Span));

    // A headline and its story: one number twice, and nothing that sets the two apart.
    private static bool Repeats(Draft a, Draft b) =>
        Same(a, b) && a.Counted && b.Counted && a.Quantity.Value is >= 100 and var value && b.Quantity.Value == value && a.Class == b.Class
        && (a.Window.Start is null || b.Window.Start is null || a.Window.Start == b.Window.Start)
            && (a.Window.End is null || b.Window.End is null || a.Window.End == b.Window.End)
        && Alike(a.Origin, b.Origin) && Alike(a.Destination, b.Destination);

    private static bool Alike(List<Places.PlacePhrase> a, List<Places.PlacePhrase> b) =>
        a.Count == 0 || b.Count == 0 || a.Exists(x =>
        b.Exists(y => x.Name.Contains(y.Name, StringComparison.OrdinalIgnoreCase) || y.Name.Contains(x.Name, StringComparison.OrdinalIgnoreCase)));

    // Two bodies count those who left one place since one day.
    private static bool SamePeopleToldTwice(Draft a, Draft b) =>
        IsWholeCount(a) && IsWholeCount(b) && a.Source.Name != b.Source.Name && a.Window.Start == b.Window.Start && a.Origin[0].Name == b.Origin[0].Name;

    // All who left one place since a day, by a body with a name.
    private static bool IsWholeCount(Draft d) =>
        d is { Source.Name: not null, Realis: Realis.Asserted, Aggregation: Aggregation.Cumulative, IsPart: false, Origin.Count: 1, Destination.Count: 0 }
            && d.Window.Start is not null;

    private static bool Exact(Draft d) => d.Quantity.Quantifier == Quantifier.Exact;

    private static bool Same(Draft a, Draft b) => a.Category == b.Category && a.Unit == b.Unit;

    private static bool Comparable(Draft a, Draft b) => a.IsTally || b.IsTally || b.Parent == a && b.PredicateAt < 0 && !b.IsPart && !b.IsComparison;

    private static double Value(Draft d) => d.Quantity.Value ?? d.Quantity.Max ?? 0;

    private static bool Agree(Draft a, Draft b) => Value(a) > 0 && Value(b) > 0 && Math.Abs(Value(a) - Value(b)) <= 0.05 * Math.Max(Value(a), Value(b));

    private static void Add(List<Link> links, LinkType type, Draft from, Draft to)
    {
        var link = new Link(type, from.Id, to.Id);
        if (!links.Contains(link)) links.Add(link);
    }

    private static void Count(Draft d)
    {
        (d.Counted, d.CountedReason) = d switch
        {
            { Realis: not Realis.Asserted } => (false, CountedReason.NotAsserted),
            // "2,700 homes were evacuated": those who live there left; a house destroyed is another measure.
            { Unit: CountUnit.Housing, Class: not VerbClass.Move } => (false, CountedReason.OfHousing),
            { Aggregation: Aggregation.Rate } => (false, CountedReason.Rate),
            { IsComparison: true } => (false, CountedReason.Earlier),
            { Category: not Category.NewDisplacement, Journey.Motion: not Motion.Uprooted } => (false, CountedReason.NoFlow),
            // A part of those who are there, told by how they came, is no part of another count of flight.
            { IsPart: true, Parent: { Class: VerbClass.Shelter } whole } when d.Class != whole.Class && d.Quantity.Share is null =>
                (true, CountedReason.Flow),
            // "ordered 6,000 people out, of whom 1,100 had left": the whole does not count.
            { IsPart: true, Parent.Realis: Realis.Planned or Realis.Possible, Quantity.Share: null } => (true, CountedReason.Flow),
            { IsPart: true } => (false, CountedReason.Part),
            { ExcludedFrom: "other" } => (false, CountedReason.LeftOut),
            _ => (true, CountedReason.Flow),
        };
    }
}
