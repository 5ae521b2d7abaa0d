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

    /// <summary>A text that tells of a hazard and nowhere of fighting: the hazard is the cause of all of it.</summary>
    public static void Settle(Context context)
    {
        if (!context.Disaster || context.Conflict) return;
        foreach (var draft in context.Drafts) draft.Cause = Cause.Disaster;
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
            if (s.Find(i, Tag.Cause, out var length) is not { } found) continue;
            cause = cause == Cause.Disaster ? cause : found.Name == "disaster" ? Cause.Disaster : Cause.Conflict;
            if (trigger is null && !s.Says(i, "disaster"))
            {
                var end = i + length;
                // "assault on Mosul": the event with its place.
                if (s.Says(end, "on") && s.IsWord(end + 1) && s[end + 1].Capital && !s.Is(end + 1, Tag.Weekday) && !s.Is(end + 1, Tag.Month)) end += 2;
                trigger = s.Words(i, end);
            }

            i += length - 1;
        }

        Note(cause, context);
        return (cause ?? (context.Disaster ? Cause.Disaster : Cause.Conflict), trigger);
    }
}
