using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>How a figure adds up over time: the table of docs/dispatches.md, line by line.</summary>
internal sealed partial class FigureReader
{
    /// <summary>The words of time that are a figure's own, by what they do.</summary>
    private sealed class TimesTold(List<TimeExpression> own, int n, List<Draft> drafts, DateOnly? published)
    {
        public List<TimeExpression> Own => own;
        public TimeExpression? Since { get; } = own.Find(t => t.Kind == TimeKind.Since);
        public TimeExpression? AsOf { get; } = own.Find(t => t.Kind == TimeKind.AsOf);
        public TimeExpression? SoFar { get; } = own.Find(t => t.Kind == TimeKind.SoFar);
        public TimeExpression? By { get; } = own.Find(t => t.Kind == TimeKind.By);
        public TimeExpression? Now { get; } = own.Find(t => t.Kind == TimeKind.Now);
        public TimeExpression? Point { get; } = PointOf(own, drafts[n].Quantity.First, published);
        public List<Draft> Drafts => drafts;
        public Draft? Former => n > 0 ? drafts[n - 1] : null;

        /// <summary>The day of publication, as the last of a count that names none.</summary>
        public Window UntilNow => new(null, null, published, published is null ? null : DateAccuracy.Day, null);
        /// <summary>The day of publication, as that of which it is told.</summary>
        public Window AsOfNow => On(published);

        public static Window On(DateOnly? day) => new(null, null, null, null, day);

        private static TimeExpression? PointOf(List<TimeExpression> own, int number, DateOnly? published)
        {
            var point = own.Find(t => t.Kind is TimeKind.Point or TimeKind.Range && t.First >= number)
                ?? own.Find(t => t.Kind is TimeKind.Point or TimeKind.Range);
            // "Back in January 2014 70,000 people had fled within a week": the span belongs to the day that is told.
            return point is { Kind: TimeKind.Range } span && span.Last == published
                ? own.Find(t => t != span && t.Kind is TimeKind.Point or TimeKind.Range && t.Last < span.Start) ?? point : point;
        }
    }

    /// <summary>The first line that knows decides.</summary>
    private static readonly Func<FigureReader, Draft, TimesTold, (Aggregation, Window)?>[] Sums =
    [
        static (r, d, t) => r.IsRate(d, t) ? (Aggregation.Rate,
            t.Point is { Start: not null } p ? new Window(p.Start, p.Accuracy, p.Last, p.Accuracy, null) : t.AsOfNow) : null,
        static (r, d, t) => d.Class == VerbClass.Shelter || d.Journey.Motion is Motion.Stay or Motion.Home ? (Aggregation.Snapshot, r.Stays(t)) : null,
        static (_, d, t) => t.Since is not null || t.SoFar is not null ? (Aggregation.Cumulative, SoFar(d, t)) : null,
        static (r, _, t) => (t.AsOf ?? t.By) is { } end ? (Aggregation.Cumulative, new Window(null, null, r.Ended(end), end.Accuracy, t.AsOf?.Last)) : null,
        // "bringing the number of IDPs to 9,120 people"
        static (r, d, t) => (d.IsTally || r.TotalSaid(d)) && r.BroughtTo(d.Quantity.First) ? (Aggregation.Cumulative, t.UntilNow) : null,
        static (r, d, t) => t.Point is { } point ? r.At(d, point) : null,
        // "put the figure at 30,000", "up from 6,650": the same count of the same people.
        static (_, d, t) => t.Own.Count == 0 && (d.IsTally && d.PredicateAt < 0 || d.IsComparison) && d.Parent is { Realis: Realis.Asserted } same
            && same.Aggregation is not Aggregation.Incremental
            && (d.IsComparison || t.Drafts.Contains(same) || same.Aggregation != Aggregation.Cumulative || same.Window != Window.None)
                ? (same.Aggregation, same.Window) : null,
        static (r, d, t) => !d.IsTally ? null
            : r.TotalSaid(d) && !r.S.Any(0, d.Quantity.First, static (s, i) => s.Is(i, Tag.Retract)) || r.Passed(d.Quantity)
                ? (Aggregation.Cumulative, t.UntilNow) : (Aggregation.Unknown, t.AsOfNow),
        // "are destroyed", "have been destroyed": the state of things, the words leave open since when.
        static (r, d, _) => d.Unit == CountUnit.Housing && d.Passive && (d.Perfect || r.S.SaysAny(d.PredicateAt - 1, "are", "is"))
            ? (Aggregation.Unknown, Window.None) : null,
        static (r, d, t) => r.AreAll(d, t) ? (Aggregation.Cumulative, Window.None) : null,
        // "speak of 900 people displaced from Karsa": no word of when.
        static (r, d, t) => t.Own.Count == 0 && d.Quantity.Share is null && r.ToldOf(d.Quantity)
            && (d.PredicateAt == d.Quantity.NounAt && d.Quantity.Noun == UnitClass.Idp
                || d.PredicateAt == d.Quantity.End && r.S.Verb(d.Quantity.End) is { Who: Who.Object } deed
                    && deed.Form.HasFlag(VerbForm.Participle))
                ? (Aggregation.Unknown, t.AsOfNow) : null,
        // "were moved to relief camps", said by a body that counts; "were expelled", when others deny it or it is corrected: a new event or a running
        // total, the words leave it open.
        static (r, d, t) => d.Quantity.Share is null && r.LeftOpen(d)
            ? (Aggregation.Unknown, d.Term == Term.InReliefCamp ? t.AsOfNow : Window.None) : null,
        static (_, d, t) => d.ExcludedFrom == "whole" || d.Quantity.Share is not null
            || t.Drafts.Exists(x => x.Quantity.Whole == d.Quantity && x.Quantity.First < d.Quantity.First)
                ? (Aggregation.Cumulative, Window.None) : (Aggregation.Incremental, Window.None),
    ];

    // "900 a day"; "those leaving each day have fallen from 120 to 30".
    private bool IsRate(Draft d, TimesTold t)
    {
        var q = d.Quantity;
        q.Per ??= Every(d);
        if (q.Per is null && s.Says(q.First - 1, "to") && t.Former is { Quantity: { Per: { } rate } former } && s.Says(former.First - 1, "from")) q.Per = rate;
        return q.Per is not null || d.Parent?.Quantity.Per is not null && d.IsComparison && q.Noun is null;
    }

    private Window Stays(TimesTold t)
    {
        var point = t.Now is null ? t.Point : null;
        var on = t.AsOf?.Start ?? t.AsOf?.Last ?? point?.Last ?? t.By?.Last ?? t.Now?.Last ?? context.Published;
        return point is { Accuracy: DateAccuracy.Day } && t.AsOf is null ? new Window(point.Start, DateAccuracy.Day, null, null, point.Last) : TimesTold.On(on);
    }

    private static Window SoFar(Draft d, TimesTold t)
    {
        var now = t.UntilNow;
        var last = t.AsOf?.Last ?? t.By?.Last ?? now.End;
        var accuracy = last is null ? null : t.By is not null && t.AsOf is null ? t.By.Accuracy : now.EndAccuracy;
        var window = new Window(t.Since?.Start, t.Since?.Start is null ? null : t.Since.Accuracy, last, accuracy, t.AsOf?.Last);
        return d.ExcludedFrom == "whole" || t.Since is not null && t.Drafts.Exists(x => x.Quantity.Whole == d.Quantity)
            ? window with { End = null, EndAccuracy = null } : window;
    }

    // "By this spring": everyone up to the day before the month of publication, or the end of the season, whichever came first.
    private DateOnly? Ended(TimeExpression end) => context.Published is { } published && end.Last > published && end.Start < published
        ? new DateOnly(published.Year, published.Month, 1).Plus(-1) : end.Last;

    private (Aggregation, Window) At(Draft d, TimeExpression point)
    {
        var published = context.Published;
        if (d.IsTally && !FlowOf(d, point))
            return (TotalSaid(d) || Passed(d.Quantity) ? Aggregation.Cumulative : Aggregation.Unknown, TimesTold.On(point.Last));
        // "from 1986 to 2005", "have come this year", "have fled over the last four months": everyone of a long time.
        var total = point is { Kind: TimeKind.Range, Start: { } first, Last: { } end } && (d.Perfect && end == published
            ? point.Accuracy == DateAccuracy.Year || end.DayNumber - first.DayNumber > 28
            : end.DayNumber - first.DayNumber > 366 && (s.SaysAny(point.First - 1, "from", "between") || s.Is(point.End, Tag.Cause)));
        var to = point.Accuracy == DateAccuracy.Week && point.Last == published ? DateAccuracy.Day : point.Accuracy;
        return (total ? Aggregation.Cumulative : Aggregation.Incremental,
            new Window(point.Start, point.Start is null ? null : point.Accuracy, point.Last, point.Last is null ? null : to, null));
    }

    // "have fled": all of them so far; "had fled", "have fled in the night": one event, unless it is set against an older count.
    private bool AreAll(Draft d, TimesTold t)
    {
        var q = d.Quantity;
        var totalOf = s.Says(q.First - 2, "total") && s.Says(q.First - 1, "of") && d.PredicateAt < q.First;
        var against = d.Perfect && (t.Drafts.Exists(x => x.IsComparison && x.Parent == d) || NumberOver(q.End));
        return against || totalOf || AllOfThem(d) || (HasLeft(d) || d.Perfect && !PastPerfect(d)) && !AtOnce(d);
    }
}
