using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Figures;

/// <summary>Why people moved, and the event as the sentence names it.</summary>
internal static class Causes
{
    // A hazard told in one sentence is the cause of the next, until fighting is told.
    private static void Note(Cause? cause, Context context)
    {
        if (cause is null) return;
        context.Disaster = cause == Cause.Disaster;
        context.Conflict |= cause == Cause.Conflict;
    }

    /// <summary>A text that tells of a hazard and nowhere of fighting: the hazard is the cause of all of it. Where it tells of neither, migrants have come
    /// for a reason that is not told.</summary>
    public static void Settle(Context context)
    {
        if (context.Conflict) return;
        foreach (var draft in context.Drafts)
            if (context.Disaster) draft.Cause = Cause.Disaster;
            // A text of migrants in which nothing is told that drove them; whoever is deported is driven by no war.
            else if (draft.Cause == Cause.Conflict && draft.Journey.Motion == Motion.Removal) draft.Cause = Cause.Other;
            else if (draft.Cause == Cause.Conflict && context.Migration?.Value == true) draft.Cause = Cause.Unknown;
    }

    /// <summary>The cause that a sentence without figures leaves for the next, and the country in which it tells of an event: "Floods hit Indonesia".
    /// Where people went ("to Uganda") is none.</summary>
    public static void ReadScene(Sentence s, Context context)
    {
        if (Read(s, context).Trigger is null) return;
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, Tag.Country) && s[i].Capital && !s.SaysAny(i - 1, "to", "into", "from"))
            {
                context.Scene = context.SceneSince = s.Find(i, Tag.Country)!.Detail;
                return;
            }
    }

    public static (Cause Cause, string? Trigger) Read(Sentence s, Context context)
    {
        string? trigger = null;
        Cause? cause = null;
        for (var i = 0; i < s.Count; i++)
        {
            if (s.Find(i, Tag.Rose) is not null && !s.Says(i, "rising")) (cause, trigger) = (Cause.Disaster, trigger ?? "flood");
            if (s.Find(i, Tag.Cause, out var length) is not { } found)
            {
                if (s.SaysAny(i, "flooded", "inundated")) cause = Cause.Disaster;
                else if (IsBlaze(s, i)) (cause, trigger) = (Cause.Disaster, trigger ?? Named(s, i));
                else if (s.Has(i, Cue.Development) && s.SaysAny(s.BeforeArticle(i - 1), "by", "for"))
                    (cause, trigger) = (cause ?? Cause.Other, trigger ?? s.Words(i, i + 1));
                continue;
            }

            cause = cause == Cause.Disaster ? cause : found.Name == "disaster" ? Cause.Disaster : Cause.Conflict;
            if (trigger is null && !s.Says(i, "disaster"))
            {
                var end = i + length;
                // "assault on Mosul": the event with its place.
                if (s.Says(end, "on") && s.IsWord(end + 1) && s[end + 1].Capital && !s.Is(end + 1, Tag.Weekday) && !s.Is(end + 1, Tag.Month)) end += 2;
                else if (IsNamedStorm(s, i)) while (s.IsCapital(end) && !s.Is(end, Tag.Weekday | Tag.Month)) end++;
                trigger = s.Words(i, end);
            }

            i += length - 1;
        }

        Note(cause, context);
        return (cause ?? (context.Disaster ? Cause.Disaster : Cause.Conflict), trigger);
    }

    /// <summary>"Typhoon | Goni", "Cyclone Idai": an event with a name of its own, and no place.</summary>
    public static bool IsNamedStorm(Sentence s, int i) =>
        s.IsCapital(i) && s.SaysAny(i, "typhoon", "cyclone", "hurricane", "storm") && s.IsCapital(i + 1)
        && !s.Is(i + 1, Tag.Weekday | Tag.Month | Tag.Direction);

    // "the fire has burned", "two fires", "the Black Ridge Fire"; "under fire", "the fire from the hills", "fire officials" are none.
    private static bool IsBlaze(Sentence s, int i)
    {
        if (!s.SaysAny(i, "fire", "fires")) return false;
        if (s.SaysAny(i + 1, "from", "on", "upon", "at", "between", "brigade", "service", "services", "department", "officials", "official", "chief",
            "rescue", "station", "stations", "position", "positions", "line", "lines")) return false;
        if (s[i].Capital && i > 1 && s.IsCapital(i - 1)) return !s.IsWord(i + 1) || s.Is(i + 1, Tag.Have) || !s[i + 1].Capital;
        return s.IsCount(i - 1)
            || s.SaysAny(i - 1, "the", "a", "this", "that", "strong", "huge", "large", "big", "massive", "fast-moving", "out-of-control")
            || s.SaysAny(i - 1, "forest", "bush", "brush", "grass", "forestry", "mountain");
    }

    private static string Named(Sentence s, int fire)
    {
        var first = fire;
        while (first > 0 && s[fire].Capital && s.IsCapital(first - 1) && !s.Is(first - 1, Tag.Determiner)) first--;
        return s.Words(first, fire + 1);
    }
}
