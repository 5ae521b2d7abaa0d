using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Reading.Access;
using Corridor.Dispatches.Reading.Counting;
using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>What a sentence tells beside its figures, and the number of the next one may be of. Each sentence has one of its own.</summary>
internal sealed record PassingWords
{
    /// <summary>Before the first sentence.</summary>
    public static PassingWords None { get; } = new();

    /// <summary>The noun of those who were told to be moved, without a number ("buses carried families from A to B").</summary>
    public UnitClass? Moving { get; private init; }
    /// <summary>What people did, without a number: "Families kept arriving. By dawn there were 1,300."</summary>
    public VerbMeaning? Deed { get; private init; }
    /// <summary>What people were told to do, and nothing more: "The army ordered residents to leave. By dusk 1,300 had done so."</summary>
    public VerbMeaning? Bidden { get; private init; }
    /// <summary>Refugees were spoken of: who arrives in the next sentence has crossed the border as well.</summary>
    public bool Refugees { get; private init; }
    /// <summary>A border was spoken of: who crosses in the next sentence, by a bridge or otherwise, crosses it.</summary>
    public bool Frontier { get; private init; }
    /// <summary>A drill was told of: who leaves in the next sentence has taken part.</summary>
    public bool Rehearsed { get; private init; }
    /// <summary>A scenario or a plan was told of: what the next sentence says in the present is of it.</summary>
    public bool Supposed { get; private init; }
    /// <summary>It began with "combatants" or with "animals", a zoo or a jail: "of them" is of those.</summary>
    public UnitClass? Others { get; private init; }
    /// <summary>It told of an event of years ago, and of no other time.</summary>
    public bool LongOver { get; private init; }
    /// <summary>The road, crossing or place that it was about.</summary>
    public Thing? Topic { get; private init; }
    /// <summary>What it tells of a list that follows, where it is a line without a verb or ends with a colon.</summary>
    public Heading? Heading { get; private init; }
    /// <summary>It had nothing but the names and numbers of a list.</summary>
    public bool IsItem { get; private init; }
    /// <summary>The body that it began with and told of, without its speaking: "The charity runs a clinic there. It said".</summary>
    public Attribution? Subject { get; private init; }

    /// <summary>Of a sentence, once its claims are read.</summary>
    public static PassingWords Of(Sentence s, Tokeniser tokeniser, Context context, bool longOver)
    {
        var (deed, bidden) = context.Distance > 0 ? DeedOf(s) : default;
        return new PassingWords
        {
            Moving = tokeniser.HasNumber ? null : Moves(s), Deed = deed, Bidden = bidden,
            Refugees = OfRefugees(s) || deed is { Class: VerbClass.Move or VerbClass.Arrive } && OverBorder(s), Frontier = OfBorder(s),
            Rehearsed = OfRehearsal(s), Supposed = OfScenario(s), Others = OfOthers(s), LongOver = longOver,
            Topic = tokeniser.HasWay && tokeniser.IsFollowedByPronoun ? new WayPhrases(s, context, [], new bool[s.Count]).Topic() : null,
            Subject = Bodies.Subject(s),
            Heading = context.Distance > 0 && (s.IsMark(s.Count - 1, ':') || Heading.IsLine(s))
                ? Heading.Of(s, s.Count, context.Conflict || context.Disaster) : null,
            IsItem = Heading.IsItem(s),
        };
    }

    private static readonly WordSet Shuttles = new("shuttle", "shuttled", "shuttling", "ply", "plied", "ferried", "ferrying");

    // "Lorries have been bringing families from Nimrud to the Jadaa site": the next number may be of them.
    private static UnitClass? Moves(Sentence s)
    {
        // "Vans shuttle between Qaraj and the stadium"
        for (var i = 0; i < s.Count; i++)
            if (s.IsIn(i, Shuttles) && s.Unit(i - 1) is { Class: UnitClass.Goods } or null
                && Enumerable.Range(i + 1, Math.Min(8, s.Count - i - 1)).Any(k => s.SaysAny(k, "between", "from", "to"))) return UnitClass.Person;
        for (var i = 1; i < s.Count; i++)
        {
            if (s.Verb(i) is not { Class: VerbClass.Carry or VerbClass.Move or VerbClass.Arrive or VerbClass.Motion } verb || verb.Form == VerbForm.Noun)
                continue;
            for (var k = Math.Max(0, i - 4); k < Math.Min(s.Count, i + 4); k++)
                if (s.Unit(k) is { } unit && unit.Class.IsHuman())
                    for (var p = i + 1; p < Math.Min(s.Count, i + 7); p++)
                        if (s.SaysAny(p, "from", "to", "into", "out")) return unit.Class;
        }

        return null;
    }

    // "The city held a drill": what the next sentence tells was done for practice.
    private static bool OfRehearsal(Sentence s) =>
        s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "drill", "simulation", "rehearsal") && s.Is(i - 1, Tag.Determiner)
            || s.Says(i, "exercise") && s.Says(i - 1, "an"))
        || s.Is(0, Tag.Determiner) && s.Has(1, Cue.Fiction) && s.SaysAny(2, "opens", "tells", "shows", "premieres", "follows", "begins");

    // "The agency set out two scenarios", "the ministry has drawn up a plan": what the next sentence says in the present is no deed.
    private static bool OfScenario(Sentence s) =>
        s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "scenario", "scenarios") || s.SaysAny(i, "plan", "timetable", "blueprint") && s.Says(i - 1, "a"));

    // "The rebels lost the town", "The herd was caught by the flood": told of armed men, of animals, of who was in jail.
    private static UnitClass? OfOthers(Sentence s)
    {
        var subject = s.Is(0, Tag.Determiner) ? 1 : 0;
        if (s.SaysAny(subject, "herd", "zoo", "jail", "prison")) return UnitClass.Animals;
        return s.Unit(subject) is { Class: UnitClass.Combatants or UnitClass.Animals } unit ? unit.Class : null;
    }

    // "Families kept arriving all night", "Villagers fled over the river": what people without a number did.
    private static (VerbMeaning? Done, VerbMeaning? Bidden) DeedOf(Sentence s)
    {
        VerbMeaning? bidden = null;
        bool[]? none = null;
        for (var i = 1; i < s.Count; i++)
        {
            if (s.Verb(i) is not { Class: VerbClass.Move or VerbClass.Arrive or VerbClass.Back or VerbClass.ForcedBack } verb || verb.Form == VerbForm.Noun)
                continue;
            // "were made homeless"
            var made = s.SaysAny(i - 1, "made", "left", "rendered") && s.Is(i - 2, Tag.Be);
            if (verb.Form == VerbForm.Phrase && !made) continue;
            var chain = VerbChain.Of(s, made ? i - 1 : i, none ??= new bool[s.Count]);
            if (chain.Realis == Realis.Planned) bidden ??= verb;
            if (verb.Form == VerbForm.Base || chain.Realis != Realis.Asserted || !chain.Finite) continue;
            for (var k = Math.Max(0, chain.First - 5); k < (verb.Who == Who.Object && !chain.Passive ? Math.Min(s.Count, i + 4) : chain.First); k++)
                if (s.IsHuman(k) || s.SaysAny(k, "everyone", "everybody", "those", "many", "they")
                    || k == chain.First - 1 && s.SaysAny(k, "some", "others", "most")) return (verb, null);
        }

        return (null, bidden);
    }

    // "Burundian refugees on their way to Rwanda"; no "refugee agency", no "High Commissioner for Refugees".
    public static bool OfRefugees(Sentence s) =>
        s.Any(0, s.Count, static (s, i) => s.Says(i, "refugees") && !s.Is(i + 1, Tag.Body) && !s.SaysAny(i - 1, "for", "of", "and"));

    // A border is spoken of, whoever crosses it.
    private static bool OfBorder(Sentence s) => s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "border", "frontier"));

    // "The town's people crossed into Uganda": those counted in the next sentence are abroad as well.
    private static bool OverBorder(Sentence s) =>
        s.Any(0, s.Count,
            static (s, i) =>
                s.SaysAny(i, "into", "to", "over", "across")
                    && (s.Is(i + 1, Tag.Country) || s.Is(i + 1, Tag.Determiner) && s.SaysAny(i + 2, "border", "frontier")));
}
