using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Times;

internal enum TimeKind
{
    /// <summary>"on Friday", "in June 2014", "last week".</summary>
    Point,
    /// <summary>"between 18 and 24 October", "in the past 24 hours".</summary>
    Range,
    /// <summary>"since Monday": everything from there on.</summary>
    Since,
    /// <summary>"so far", "to date".</summary>
    SoFar,
    /// <summary>"as of Friday".</summary>
    AsOf,
    /// <summary>"by Sunday", "by this spring"; "until Sunday", "before Sunday" as well.</summary>
    By,
    /// <summary>"now", "currently".</summary>
    Now,
}

/// <summary>Words of a sentence that say when (pipeline step 7).</summary>
/// <param name="First">First token.</param>
/// <param name="End">Token after the last.</param>
/// <param name="Kind">What the words do.</param>
/// <param name="Start">First day, when it can be known.</param>
/// <param name="Last">Last day, when it can be known.</param>
/// <param name="Accuracy">How exactly.</param>
internal sealed record TimeExpression(int First, int End, TimeKind Kind, DateOnly? Start, DateOnly? Last, DateAccuracy Accuracy)
{
    /// <summary>The day that it tells: the first, but "by Sunday" is Sunday.</summary>
    public DateOnly? Day => Kind == TimeKind.By ? Last ?? Start : Start;
}
