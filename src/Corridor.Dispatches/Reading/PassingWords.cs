using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>What a sentence tells without a number, and the number of the next one may be of.</summary>
internal static class PassingWords
{
    private static readonly WordSet Shuttles = new("shuttle", "shuttled", "shuttling", "ply", "plied", "ferried", "ferrying");

    // "Lorries have been bringing families from Nimrud to the Jadaa site": the next number may be of them.
    public static string? Moves(Sentence s)
    {
        // "Vans shuttle between Qaraj and the stadium"
        for (var i = 0; i < s.Count; i++)
            if (s.IsIn(i, Shuttles) && s.Find(i - 1, Tag.Unit) is { Name: "goods" } or null
                && Enumerable.Range(i + 1, Math.Min(8, s.Count - i - 1)).Any(k => s.SaysAny(k, "between", "from", "to"))) return "person";
        for (var i = 1; i < s.Count; i++)
        {
            if (s.Find(i, Tag.Predicate) is not { Name: "carry" or "move" or "arrive" or "motion" } verb || verb.Form == VerbForm.Noun) continue;
            for (var k = Math.Max(0, i - 4); k < Math.Min(s.Count, i + 4); k++)
                if (s.Find(k, Tag.Unit) is { } unit && Noun.IsHuman(unit.Name))
                    for (var p = i + 1; p < Math.Min(s.Count, i + 7); p++)
                        if (s.SaysAny(p, "from", "to", "into", "out")) return unit.Name;
        }

        return null;
    }

    /// <summary>"The city held a drill": what the next sentence tells was done for practice.</summary>
    public static bool OfRehearsal(Sentence s) =>
        s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "drill", "simulation", "rehearsal") && s.Is(i - 1, Tag.Determiner)
            || s.Says(i, "exercise") && s.Says(i - 1, "an"))
        || s.Is(0, Tag.Determiner) && s.Has(1, Cue.Fiction) && s.SaysAny(2, "opens", "tells", "shows", "premieres", "follows", "begins");

    /// <summary>"The agency set out two scenarios", "the ministry has drawn up a plan": what the next sentence says in the present is no deed.</summary>
    public static bool OfScenario(Sentence s) =>
        s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "scenario", "scenarios") || s.SaysAny(i, "plan", "timetable", "blueprint") && s.Says(i - 1, "a"));

    /// <summary>"The rebels lost the town", "The herd was caught by the flood": told of armed men, of animals, of who was in jail.</summary>
    public static string? OfOthers(Sentence s)
    {
        var subject = s.Is(0, Tag.Determiner) ? 1 : 0;
        if (s.SaysAny(subject, "herd", "zoo", "jail", "prison")) return "animals";
        return s.Find(subject, Tag.Unit) is { Name: "combatants" or "animals" } unit ? unit.Name : null;
    }

    // "Families kept arriving all night", "Villagers fled over the river": what people without a number did.
    public static (Meaning? Done, Meaning? Bidden) DeedOf(Sentence s)
    {
        Meaning? bidden = null;
        bool[]? none = null;
        for (var i = 1; i < s.Count; i++)
        {
            if (s.Find(i, Tag.Predicate) is not { Name: "move" or "arrive" or "back" or "forced_back" } verb || verb.Form == VerbForm.Noun) continue;
            // "were made homeless"
            var made = s.SaysAny(i - 1, "made", "left", "rendered") && s.Is(i - 2, Tag.Be);
            if (verb.Form == VerbForm.Phrase && !made) continue;
            var chain = VerbChain.Of(s, made ? i - 1 : i, none ??= new bool[s.Count]);
            if (chain.Realis == Realis.Planned) bidden ??= verb;
            if (verb.Form == VerbForm.Base || chain.Realis != Realis.Asserted || !chain.Finite) continue;
            for (var k = Math.Max(0, chain.First - 5); k < (verb.Who == "object" && !chain.Passive ? Math.Min(s.Count, i + 4) : chain.First); k++)
                if (s.Find(k, Tag.Unit) is { } unit && Noun.IsHuman(unit.Name) || s.SaysAny(k, "everyone", "everybody", "those", "many")
                    || k == chain.First - 1 && s.SaysAny(k, "some", "others", "most")) return (verb, null);
        }

        return (null, bidden);
    }

    // "Burundian refugees on their way to Rwanda"; no "refugee agency", no "High Commissioner for Refugees".
    public static bool OfRefugees(Sentence s) =>
        s.Any(0, s.Count, static (s, i) => s.Says(i, "refugees") && !s.Is(i + 1, Tag.Body) && !s.SaysAny(i - 1, "for", "of", "and"));

    /// <summary>A border is spoken of, whoever crosses it.</summary>
    public static bool OfBorder(Sentence s) => s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "border", "frontier"));

    // "The town's people crossed into Uganda": those counted in the next sentence are abroad as well.
    public static bool OverBorder(Sentence s) =>
        s.Any(0, s.Count,
            static (s, i) =>
                s.SaysAny(i, "into", "to", "over", "across")
                    && (s.Is(i + 1, Tag.Country) || s.Is(i + 1, Tag.Determiner) && s.SaysAny(i + 2, "border", "frontier")));
}
