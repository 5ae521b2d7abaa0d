using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What a governor makes of its number: displacement, a stay, a return, people driven back, or no figure.</summary>
internal sealed partial class Roles
{
    /// <summary>A number and its governor, with the class and term that predicates.txt gives it until a turn changes them.</summary>
    private sealed class Deed(Number number, Governor governor)
    {
        public Number N => number;
        public Quantity Q => number.Q;
        public Governor G => governor;
        public string Class { get; set; } = governor.Meaning.Name;
        public string Term { get; set; } = governor.Meaning.Detail;
    }

    /// <summary>Words of the sentence that make another class of the governor's.</summary>
    /// <param name="From">The classes that it changes; all when none is named.</param>
    /// <param name="Class">What they become.</param>
    /// <param name="Term">The term with it; null leaves it.</param>
    /// <param name="When">Whether the sentence says so.</param>
    private sealed record Turn(string[] From, string Class, string? Term, Func<Roles, Deed, bool> When);

    /// <summary>Asked in this order, each of what the ones before it left.</summary>
    private static readonly Turn[] Turns =
    [
        // "home to 500,000 IDPs": the noun says that they are displaced, whatever is done for them there.
        new(["capacity", "in_need"], Noun_, null, static (_, d) => d.N.DisplacedNoun && d.G.At >= d.Q.End),

        // "were identified to receive aid", "will be helped": displaced, and nothing was given yet. Those who "received food" are told by what they got.
        new(["assisted"], Noun_, null, static (r, d) => d.N.DisplacedNoun && d.G.At >= d.Q.End && !r.Given(d.G)),
        // "continue to shelter in a hall": they do.
        new(["capacity"], "shelter", "sheltered", static (r, d) =>
            d.G.At >= d.Q.End && r.S.Says(d.G.At, "to") && r.S.SaysAny(d.G.At - 1, "continue", "continued", "continues")),
        // "to assist 300 displaced families": displaced, whoever helps them. What they were given tells of no more.
        new(["assisted"], Noun_, null, static (r, d) => d.N.DisplacedNoun && d.G.At < d.Q.First && !r.Tells(Cue.Supplies)
            && r.S.SaysAny(d.G.At, "assist", "assisting", "help", "helping", "support", "supporting")),
        // "were affected by displacement events"
        new(["affected"], "move", "displaced", static (r, d) =>
            r.S.Says(d.G.End, "by") && r.S.Any(d.G.End + 1, d.G.End + 6, static (s, i) => s.SaysAny(i, "displacement", "displacements"))),
        // "had screened 1,130 returnees by noon": by their noun as well.
        new(["assisted"], Noun_, null, static (r, d) => d.Q.Noun is "returnee" or "arrival" && r.S.SaysAny(d.G.At, "screened", "screening")),

        // ---- who lives somewhere
        new(["population"], "shelter", "displaced", static (r, d) => d.N.DisplacedNoun || r.FledTo(d)),
        // "Iran is home to three million Afghans": out of the country that they are of.
        new(["population"], "shelter", "displaced", static (r, d) => r.AbroadAtHome(d)),
        // "is now the temporary home of 600 villagers"
        new(["population"], "shelter", "sheltered", static (r, d) => r.S.SaysAny(d.G.At - 1, "makeshift", "temporary", "interim", "second")),
        // "are living in the valley": so does everyone, unless they were told to be displaced or it is a camp.
        new(["shelter"], "population", null, static (r, d) => r.LivesThere(d)),
        new(["population"], "shelter", "in_relief_camp", static (r, d) => r.LivesInCamp(d)),
        // "remain inside the sites"
        new(["population", "trapped"], "shelter", "in_relief_camp", static (r, d) =>
            r.S.SaysAny(d.G.At, "remain", "remained", "still") && r.S.SaysAny(d.G.End - 1, "in", "inside") && r.Camp(d.G.End, d.G.End + 4)),
        // "6,200 former residents were living in the town again"
        new(["population", "shelter"], "back", "returns", static (r, d) => r.S.Says(d.Q.NounAt - 1, "former") && r.Within(d.G.At, 8, "again", "back")),
        new(["shelter"], "detained", null, static (r, d) => r.InPrison(d.G)),
        // "drew 40,000 to the concert", "enrolled 600 children": no reason to flee is told.
        new(["arrive"], "other", null, static (r, d) => r.NoArrival(d)),
        // "the rebels have 900 men; 300 joined them": fighters as well.
        new(["arrive"], "other", null, static (r, d) =>
            r.S.SaysAny(d.G.At, "joined", "joining") && (!r.S.Says(d.G.End, "from") || r.S.Any(d.G.At - 24, d.G.At, Armed))),
        // "36 were admitted to the clinic", "scores of injured townsfolk were carried in to a hospital"
        new(["arrive", "move", "carry"], "other", null,
            static (r, d) =>
                (r.S.SaysAny(d.G.At, "admitted", "admit", "admits", "admitting", "took", "taken", "received", "receiving") && d.G.Meaning.Name == "arrive"
                    || Enumerable.Range(d.Q.CoreEnd, Math.Max(0, d.Q.End - d.Q.CoreEnd)).Any(i => r.S.SaysAny(i, "wounded", "injured", "sick", "ill")))
            && r.Within(Math.Max(0, d.G.At - 12), 24, "hospital", "hospitals", "clinic", "ward", "wards", "feeding", "treatment", "therapeutic",
                "university", "college")),
        // "40,000 runners left and 38,500 reached the finish": still runners.
        new([], Crowd, null, static (r, d) => d.Q.Noun is null && d.G.Meaning.Who == "subject" && r.CrowdBefore(d.Q) is not null),
        // "brought aid to 900 evacuees"
        new(["carry"], Noun_, null, static (r, d) => d.N.DisplacedNoun && !r.Carries(d, out _)),

        // ---- how many there are, rather than how many more
        new(["move"], "shelter", null, static (r, d) => r.IsState(d.Q, d.G) || r.IsStockNoun(d.Q, d.G)),
        // "were internally displaced between May and June": what happened in that time.
        new(["shelter"], "move", "displaced", static (r, d) => r.S.Says(d.G.End - 2, "internally") && r.S.SaysAny(d.G.At, "were", "be", "internally")
            && (r.HasSpan() || r.S.Says(d.G.End, "from") || r.Taken.AsSpan(d.G.End, Math.Min(3, r.S.Count - d.G.End)).Contains(true))),
        // "are displaced by floods since September": what has happened since then.
        new(["shelter"], "move", "displaced", static (r, d) => r.S.Says(d.G.End - 1, "displaced") && r.S.Says(d.G.End, "by") && r.Within(d.G.End, 7, "since")),
        new(["move"], "shelter", "displaced", static (r, d) => r.IdentifiedStock(d)),
        new(["arrive"], "shelter", "in_relief_camp", static (r, d) =>
            (d.Q.Noun is "idp" or "evacuee" || r.S.Says(d.G.At - 1, "been") && r.S.SaysAny(d.G.End, "at", "in"))
                && !d.Q.NewlyMarked && r.S.Says(d.G.At, "registered") && r.CampLike(d.G.At, 6) && !r.HasSpan()),
        new(["arrive"], "shelter", "sheltered", static (r, d) =>
            d.G.Meaning.Who != "subject" && r.S.SaysAny(d.G.At - 1, "are", "is") && (d.Q.Noun is "idp" or "refugee" || r.CampLike(d.G.At, 10))),

        // "has registered 900,000 IDPs as of 21 January", "had 900 refugees on its register": how many there are.
        new(["arrive"], "shelter", "displaced", static (r, d) =>
            d.Q is { Noun: "idp" or "refugee", NewlyMarked: false, Further: false }
                && (r.S.Has(d.G.At, Cue.Registering) || r.S.SaysAny(d.G.At, "register"))
                && (r.S.SaysAny(d.G.At - 1, "its", "their") || r.S.Any(0, r.S.Count, static (s, i) => s.Says(i, "as") && s.SaysAny(i + 1, "of", "at")
                    || s.Says(i, "at") && s.Says(i + 1, "the") && s.SaysAny(i + 2, "end", "start", "beginning")))),
        // "has 26 camps open and 239,000 registered in them"
        new(["arrive"], "shelter", "in_relief_camp",
            static (r, d) =>
                d.G.At == d.Q.End && r.S.Has(d.G.At, Cue.Registering) && r.S.SaysAny(d.G.End, "in", "at") && r.S.SaysAny(d.G.End + 1, "them", "it")),
        // "are crammed into three schools": a verb of coming, told as a state.
        new(["arrive"], "shelter", "sheltered", static (r, d) => d.G.Meaning.Who == "subject" && r.Passive(d.G) && r.S.SaysAny(d.G.End - 1, "into", "onto")),
        // "the transfer of the displaced went on, relocating 900": they had left home before.
        new(["move"], "onward", "relocated",
            static (r, d) => d.Term == "relocated" && d.Q.Noun is "person" or "household" or null && r.S.SaysAny(d.G.At, "relocating", "transferring", "moving")
            && Enumerable.Range(0, d.G.At).Any(i => r.S.Find(i, Tag.Unit) is { Name: "idp" })),
        // "had been rescued from the beach by boat": taken away, unless from the sea or from those who held them.
        new(["assisted"], "move", "evacuated", static (r, d) => r.RescuedFrom(d)),

        // ---- home again
        // "brought 50,000 people home", "left the camp and went home"
        new(["carry", "move", "motion", "assisted", "arrive"], "back", "returns", static (r, d) => r.Homeward(d.Q, d.G) || r.OutOfCampAndHome(d.G)),
        // "helped 8,000 to repatriate, with another 4,000 going by themselves": as those before.
        new(["move", "motion", "arrive"], "back", "returns", static (r, d) => r.AsThoseBack(d)),
        new(["move", "motion", "arrive"], "back", "returns", static (r, d) => r.Homebound(d.Q, d.G)),
        // "have not come back": those who are still away.
        new(["back"], "shelter", "sheltered", static (r, d) => r.NotBack(d)),
        // "thousands of displaced are taking refuge there": where they are.
        new(["move"], "shelter", "sheltered", static (r, d) => r.TakingRefuge(d)),

        // ---- motion and transport
        new(["motion"], "housing_destroyed", "destroyed_housing", static (r, d) => d.Q.Noun == "housing" && r.S.Says(d.G.At, "gone")),
        new(["motion"], "move", null, static (r, d) => d.Q.Noun != "housing" && r.Path(d.G) && !r.OfOwnWill()),
        new(["move"], "onward", "displaced", static (r, d) => r.OnceMore(d.G)),
        // "Buses came for the families. They took out 300": those of the sentence before.
        new(["carry"], "move", "relocated", static (r, d) => r.Context.Before.Moving is not null && d.Q.First > d.G.At && r.S.Has(d.G.At - 1, Cue.Carrying)),
        // "has sent the last 70 families on to Zelikan"
        new(["carry", "move"], "onward", "relocated", static (r, d) =>
            d.Q.First > d.G.At && r.S.SaysAny(d.Q.End, "on", "onward", "onwards") && r.S.Says(d.Q.End + 1, "to")),
        // "Minova took 6,000, Kalehe 2,200"
        new(["carry"], "arrive", null, static (r, d) => r.TakenByPlace(d)),
        new(["carry"], "arrive", "displaced", static (r, d) => r.BroughtByDay(d)),
        // "the convoy to Donetsk took only 60 people"
        new(["carry"], "move", "evacuated", static (r, d) => r.Aboard(d)),
        // "militants loaded 1,600 people on buses", "the fighters took 8,000 families with them", "were driven towards the city by the militants"
        new(["carry"], "forced_back", "multiple_or_other", static (r, d) => r.ByArmed(d.G)
            && (r.S.SaysAny(d.G.At, "loaded", "bundled", "loading") || r.Passive(d.G)
                || d.Q.First > d.G.At && r.S.Says(d.Q.End, "with") && r.S.SaysAny(d.Q.End + 1, "them", "it"))),
        new(["carry"], "move", "relocated", static (r, d) => r.Carries(d, out _)),
        // "left the coalition", "moved to Tallinn for work"
        new(["move", "back"], "other", null, static (r, d) =>
            d.G.Meaning.Who == "subject" && (r.ElsewhereThanHome(d.G) || d.Term is "displaced" or "multiple_or_other" && r.OfOwnWill())),
        // "were evicted from the stadium", "forced to pay"
        new(["move"], "other", null, static (r, d) => r.MovedElsewhere(d)),
        // "were taken to the match": of their own will.
        new(["move"], "other", null, static (r, d) => r.TakenWillingly(d)),
        // "went on foot"
        new(["onward"], "move", "displaced", static (r, d) => r.OnFoot(d.G)),
        // "were forced into the hills by the shelling"
        new(["forced_back"], "move", "displaced", static (r, d) => r.S.SaysAny(d.G.End - 1, "into")
            && (r.S.Has(d.G.End, Cue.Wilds) || r.S.Is(d.G.End, Tag.Determiner) && r.S.Has(d.G.End + 1, Cue.Wilds))),
        // "herded 900 villagers out of Sanda": out of their homes.
        new(["forced_back"], "move", "displaced", static (r, d) =>
            d.G.Meaning.Form != VerbForm.Phrase && d.Q.First > d.G.At && r.S.Says(d.Q.End, "out") && r.S.Says(d.Q.End + 1, "of")),
        // "taken to the city at gunpoint", "driven into the city by the militants"
        new(["move"], "forced_back", "multiple_or_other", static (r, d) => d.Term is "relocated" && r.Held(d.G) || r.IntoTheirHold(d)),
        // "forced 900 villagers to walk ahead of them": taken along by armed men.
        new(["move", "motion", "back", "onward"], "forced_back", "multiple_or_other", static (r, d) => r.ForcedAlong(d)),
        // "1,100 returnees came", but not "returnees fled again".
        new(["move", "arrive", "shelter", "forced_back"], "back", null, static (_, d) => d.Q.Noun == "returnee" && d.Term != "forced_to_flee"),
        // "were forced to go back"
        new(["back"], "forced_back", "multiple_or_other", static (r, d) => r.Driven(d.G)),
        new(["move"], "move", "evacuated", static (_, d) => d.Q.Noun == "evacuee"),
        new(["arrive", "move", "shelter"], "", "in_relief_camp", static (r, d) => r.ToCamp(d)),
    ];

    // Ends of the table that no class of predicates.txt has: the noun says what they are; they are what the crowd before was.
    private const string Noun_ = "noun", Crowd = "crowd";

    private static bool IsDisplacement(string name) =>
        name is "move" or "arrive" or "shelter" or "back" or "onward" or "forced_back" or "housing_destroyed" or "housing_damaged";

    private Draft? Governed(Number n, Governor g)
    {
        var d = new Deed(n, g);
        foreach (var turn in Turns)
        {
            if (turn.From.Length > 0 && Array.IndexOf(turn.From, d.Class) < 0 || !turn.When(this, d)) continue;
            if (turn.Class.Length > 0) d.Class = turn.Class;
            d.Term = turn.Term ?? d.Term;
            if (d.Class == Noun_) return Decided(n, Displaced(n.Q));
            if (d.Class == Crowd) return Out(n, CrowdBefore(n.Q)!.Role);
        }

        if (!IsDisplacement(d.Class)) return Out(n, RoleName(d.Class));
        var draft = new Draft
        {
            Quantity = n.Q, Class = d.Class, Term = d.Term.Length > 0 ? d.Term : "multiple_or_other",
            PredicateAt = g.At, Passive = Passive(g), Perfect = IsPerfect(n.Q, g),
        };
        Join(n, g, draft);
        return draft;
    }

    // The roles that predicates.txt tells apart only to decide whether they move people.
    private static string RoleName(string name) => name is "assisted" or "carry" or "motion" ? "other" : name;

    // What other figure it belongs to: those of the sentence before, or the number that it is a part of.
    private void Join(Number n, Governor g, Draft draft)
    {
        var before = DraftOf(n.Previous);
        // "about 73,000 have done so": what those of the sentence before were said to do.
        if (!s.Is(g.At, Tag.Predicate) && (before ?? (n.Previous is null ? context.LastFigure : null)) is { } last) draft.Parent = last;
    }
}
