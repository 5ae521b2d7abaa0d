using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Output;
using Corridor.Scenarios;

namespace Corridor.Dispatches.Proposals;

/// <summary>From claims to the rows that they would add to a scenario. Pure: the caller reads and writes files.</summary>
public static class DispatchProposals
{
    /// <summary>
    /// Proposed counts, in the order of the text. Only asserted figures of people with a number; a rate, a forecast, housing, a displacement flow that does
    /// not count, people who are home again, a part that would be told of where its whole is and more people than there can be propose nothing
    /// (<see cref="WhyNot"/>).
    /// </summary>
    /// <param name="dispatch">What was read; without a publication day nothing can be proposed.</param>
    public static IReadOnlyList<CountProposal> Counts(Dispatch dispatch)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        if (dispatch.Published is not { } published) return [];
        var figures = dispatch.Figures.ToDictionary(f => f.Id);
        var wholes = dispatch.Links.Where(l => l.Type == LinkType.SubsetOf).ToLookup(l => figures[l.From], l => figures[l.To]);
        var parts = dispatch.Links.Where(l => l.Type == LinkType.SubsetOf).ToLookup(l => figures[l.To], l => figures[l.From]);
        var proposals = new List<CountProposal>();
        foreach (var f in dispatch.Figures)
        {
            if (f.Persons > Count.MostPeople || f.Realis != Realis.Asserted || f.Unit == CountUnit.Housing || f.Persons is not { } people
                || f.Aggregation is Aggregation.Rate or Aggregation.Forecast) continue;
            if (f.Category is Category.ForcedBack or Category.CrossBorderReturn || IsHomeAgain(f)) continue;
            if (f.Category == Category.NewDisplacement && !f.Counted && !wholes[f].Any(whole => IsAddend(f, parts[whole]))) continue;
            if (wholes[f].Any(whole => IsRival(f, whole)) || f.CountedReason == CountedReason.Earlier && IsOvertaken(f, dispatch)) continue;
            var (measure, place) = Counted(f);
            if (parts[f].Any(part => IsAddend(part, parts[f]) && Counted(part).Place == place)) place = Count.Everywhere;
            proposals.Add(new CountProposal
            {
                Id = f.Id, DispatchId = dispatch.Id, Span = f.Span, Source = DispatchTable.Source(f.Source, dispatch), Confidence = f.Confidence,
                Date = f.Window.AsOf ?? f.Window.End ?? published, Published = published, Place = place,
                Measure = measure, People = people, Qualifier = IsSome(f, wholes[f]) ? Qualifier.AtLeast : QualifierOf(f.Quantifier),
                Contradicts = Contradicting(dispatch, f.Id),
            });
        }

        return proposals;
    }

    /// <summary>Why a figure that counts, or one of returns, proposes nothing: something is the matter with it, in a few words; null: nothing is.</summary>
    /// <param name="figure">A figure of a dispatch.</param>
    public static string? WhyNot(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure switch
        {
            { Persons: > Count.MostPeople } => "more people than there can be",
            { Realis: Realis.Asserted } when IsHomeAgain(figure) => "who is home again is displaced no more, and no measure counts them",
            { Counted: false } or { Realis: not Realis.Asserted } => null,
            { Persons: null, Households: not null } => "no household size is known of the country",
            { Category: Category.ForcedBack or Category.CrossBorderReturn } => "whoever is turned back is where he was",
            { Aggregation: Aggregation.Rate } => "a rate is no number of a day",
            _ => null,
        };
    }

    private static bool IsHomeAgain(Figure figure) => figure.Category is Category.Return or Category.Returnees;

    /// <summary>
    /// Proposed timeline changes: a road cut, a crossing reopened, a settlement under a force. Asserted facts on their day or else the publication day,
    /// planned ones on the day that is told. A town that people leave is not closed. Texts tell no intensity of a conflict: it is 1, or as high as the
    /// scenario has it there on that day. Fighting about a way, and restrictions at a settlement or camp, are no change that a timeline knows.
    /// </summary>
    /// <param name="dispatch">What was read.</param>
    /// <param name="known">The timeline that they are proposed to.</param>
    public static IReadOnlyList<TimelineProposal> Timeline(Dispatch dispatch, IReadOnlyList<TimelineEntry> known)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        ArgumentNullException.ThrowIfNull(known);
        var proposals = new List<TimelineProposal>();
        foreach (var a in dispatch.Access)
        {
            if (a.Realis is not (Realis.Asserted or Realis.Planned) || (a.EffectiveDate ?? dispatch.Published) is not { } published) continue;
            var changed = a.State switch
            {
                AccessState.Closed or AccessState.Sealed or AccessState.PlannedClosed => Change.Close,
                AccessState.Open or AccessState.PlannedOpen or AccessState.InUseByCivilians => Change.Open,
                AccessState.Restricted => Change.Pass,
                AccessState.Contested or AccessState.UnderAttack or AccessState.Reached or AccessState.Captured => Change.Conflict,
                _ => default(Change?),
            };
            if (changed is not { } change || !Fits(change, a) || change == Change.Close && IsLeft(a, dispatch)) continue;
            var subject = a.Ends.Count == 2 ? $"{Id(a.Ends[0])}--{Id(a.Ends[1])}" : Id(a.Place);
            proposals.Add(new TimelineProposal
            {
                Id = a.Id, DispatchId = dispatch.Id, Span = a.Span, Source = DispatchTable.Source(a.Source, dispatch), Confidence = a.Confidence,
                Date = a.Realis == Realis.Planned ? a.EffectiveDate : published, Subject = subject, Change = change,
                Value = change switch { Change.Conflict => Math.Max(1, Intensity(known, subject, published)), Change.Pass => 0.5, _ => null },
            });
        }

        return proposals;
    }

    // A town that people leave, or that a way leads out of, is not closed, whatever it is called: "800 people fled the besieged town of Karsa".
    private static bool IsLeft(AccessFact fact, Dispatch dispatch)
    {
        if (fact.Feature != Feature.Settlement) return false;
        bool IsIt(PlaceRef place) => Id(place) == Id(fact.Place);
        return dispatch.Figures.Any(f => f is { Realis: Realis.Asserted, IsStock: false } && f.Origin.Any(IsIt)
                && !((f.Window.End ?? f.Window.AsOf) < fact.EffectiveDate))
            || dispatch.Access.Any(a => a is { State: AccessState.Open or AccessState.InUseByCivilians or AccessState.Restricted, Realis: Realis.Asserted }
                && a.Feature != Feature.Settlement && (a.Ends.Any(IsIt) || IsIt(a.Place)));
    }

    private static bool Fits(Change change, AccessFact fact) => change switch
    {
        Change.Conflict => fact.Ends.Count < 2,
        Change.Pass => fact.Feature is not (Feature.Settlement or Feature.Camp),
        _ => true,
    };

    private static double Intensity(IReadOnlyList<TimelineEntry> known, string place, DateOnly day)
    {
        var last = default(TimelineEntry);
        foreach (var entry in known)
        {
            if (entry.Change == Change.Conflict && entry.Subject.Kind == SubjectKind.Place && entry.Subject.From == place && entry.Date <= day
                && (last is null || entry.Date >= last.Date)) last = entry;
        }
        return last?.Value ?? 0;
    }

    // Who is somewhere is stock there; who came, inflow there; who left, outflow of where they left; nobody's place is the whole situation.
    private static (Measure Measure, string Place) Counted(Figure f) => f switch
    {
        { Category: Category.Idps or Category.PeopleDisplacedAcrossBorders } =>
            (Measure.Stock, Id(f.Destination is [var there, ..] ? there : null)),
        { Term: Term.InReliefCamp, Destination.Count: > 0 } => (Measure.Inflow, Id(f.Destination[0])),
        { Origin.Count: > 0 } => (Measure.Outflow, Id(f.Origin[0])),
        { Destination.Count: > 0 } => (Measure.Inflow, Id(f.Destination[0])),
        _ => (Measure.Outflow, Count.Everywhere),
    };

    // "3,000 are in Karsa, 400 of them children": the 400 are no second count of Karsa. A part with a place of its own, or a flow of a time of its own, is a
    // count; so is one that came true of what was planned.
    private static bool IsRival(Figure part, Figure whole)
    {
        if (part.Counted || whole.Realis != Realis.Asserted) return false;
        var ((measure, place), of) = (Counted(part), Counted(whole));
        return of.Measure == measure && (place == Count.Everywhere || place == of.Place) && (measure == Measure.Stock || part.Window == whole.Window);
    }

    // "9,300 in Karsa, 4,150 in Mado, for a total of 13,450": parts of places of their own that make up a total.
    private static bool IsAddend(Figure part, IEnumerable<Figure> all)
    {
        var place = Counted(part).Place;
        return part.CountedReason == CountedReason.Part && place != Count.Everywhere
            && all.Any(other => other != part && Counted(other).Place is var another && another != place && another != Count.Everywhere);
    }

    // "18,000 were displaced, of whom 11,000 are in Karsa": others may have been in Karsa before.
    private static bool IsSome(Figure part, IEnumerable<Figure> wholes) =>
        part.IsStock && wholes.Any(whole => whole is { IsStock: false, Realis: Realis.Asserted });

    // "fell from 23,000 to 14,500": the earlier number has no day of its own.
    private static bool IsOvertaken(Figure earlier, Dispatch dispatch) => dispatch.Figures.Any(f =>
        f != earlier && f.CountedReason != CountedReason.Earlier && f.Window == earlier.Window && Counted(f) == Counted(earlier));

    private static Qualifier QualifierOf(Quantifier quantifier) => quantifier switch
    {
        Quantifier.Exact => Qualifier.Exact,
        Quantifier.MoreThan or Quantifier.AtLeast => Qualifier.AtLeast,
        Quantifier.AtMost or Quantifier.LessThan => Qualifier.AtMost,
        _ => Qualifier.About,
    };

    private static string Id(PlaceRef? place) => place is null ? Count.Everywhere : place.PlaceId ?? place.Name;

    private static List<string> Contradicting(Dispatch dispatch, string id) =>
        [.. dispatch.Links.Where(l => l.Type == LinkType.Contradicts && (l.From == id || l.To == id)).Select(l => l.From == id ? l.To : l.From)];
}
