using Corridor.Dispatches.Claims;
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
        public VerbClass Class { get; set; } = governor.Meaning.Class;
        public Term? Term { get; set; } = governor.Meaning.Term;
    }

    /// <summary>Words of the sentence that make another class of the governor's.</summary>
    /// <param name="From">The classes that it changes; all when none is named.</param>
    /// <param name="Class">What they become; null leaves it.</param>
    /// <param name="Term">The term with it; null leaves it.</param>
    /// <param name="When">Whether the sentence says so.</param>
    private sealed record Turn(VerbClass[] From, VerbClass? Class, Term? Term, Func<Roles, Deed, bool> When)
    {
        /// <summary>What decides in place of the governor.</summary>
        public End? End { get; }

        public Turn(VerbClass[] from, End end, Func<Roles, Deed, bool> when) : this(from, null, null, when) => End = end;
    }

    /// <summary>Ends of the table.</summary>
    private enum End
    {
        /// <summary>The noun says what they are.</summary>
        Noun,
        /// <summary>They are what the crowd before was.</summary>
        Crowd,
    }

    /// <summary>Asked in this order, each of what the ones before it left.</summary>
    private static readonly Turn[] Turns =
    [
        // "home to 500,000 IDPs": the noun says that they are displaced, whatever is done for them there.
        new([VerbClass.Capacity, VerbClass.InNeed], End.Noun, static (_, d) => d.N.DisplacedNoun && d.G.At >= d.Q.End),

        // "were identified to receive aid", "will be helped": displaced, and nothing was given yet. Those who "received food" are told by what they got.
        new([VerbClass.Assisted], End.Noun, static (r, d) => d.N.DisplacedNoun && d.G.At >= d.Q.End && !r.Given(d.G)),
        // "continue to shelter in a hall": they do.
        new([VerbClass.Capacity], VerbClass.Shelter, Term.Sheltered, static (r, d) =>
            d.G.At >= d.Q.End && r.S.Says(d.G.At, "to") && r.S.SaysAny(d.G.At - 1, "continue", "continued", "continues")),
        // "to assist 300 displaced families": displaced, whoever helps them. What they were given tells of no more.
        new([VerbClass.Assisted], End.Noun, static (r, d) => d.N.DisplacedNoun && d.G.At < d.Q.First && !r.Tells(Cue.Supplies)
            && r.S.SaysAny(d.G.At, "assist", "assisting", "help", "helping", "support", "supporting")),
        // "were affected by displacement events"
        new([VerbClass.Affected], VerbClass.Move, Term.Displaced, static (r, d) =>
            r.S.Says(d.G.End, "by") && r.S.Any(d.G.End + 1, d.G.End + 6, static (s, i) => s.SaysAny(i, "displacement", "displacements"))),
        // "had screened 1,130 returnees by noon": by their noun as well.
        new([VerbClass.Assisted], End.Noun, static (r, d) =>
            d.Q.Noun is UnitClass.Returnee or UnitClass.Arrival && r.S.SaysAny(d.G.At, "screened", "screening")),

        // ---- who lives somewhere
        new([VerbClass.Population], VerbClass.Shelter, Term.Displaced, static (r, d) => d.N.DisplacedNoun || r.FledTo(d)),
        // "Iran is home to three million Afghans": out of the country that they are of.
        new([VerbClass.Population], VerbClass.Shelter, Term.Displaced, static (r, d) => r.AbroadAtHome(d)),
        // "is now the temporary home of 600 villagers"
        new([VerbClass.Population], VerbClass.Shelter, Term.Sheltered, static (r, d) => r.S.SaysAny(d.G.At - 1, "makeshift", "temporary", "interim", "second")),
        // "are living in the valley": so does everyone, unless they were told to be displaced or it is a camp.
        new([VerbClass.Shelter], VerbClass.Population, null, static (r, d) => r.LivesThere(d)),
        new([VerbClass.Population], VerbClass.Shelter, Term.InReliefCamp, static (r, d) => r.LivesInCamp(d)),
        // "remain inside the sites"
        new([VerbClass.Population, VerbClass.Trapped], VerbClass.Shelter, Term.InReliefCamp, static (r, d) =>
            r.S.SaysAny(d.G.At, "remain", "remained", "still") && r.S.SaysAny(d.G.End - 1, "in", "inside") && r.Camp(d.G.End, d.G.End + 4)),
        // "6,200 former residents were living in the town again"
        new([VerbClass.Population, VerbClass.Shelter], VerbClass.Back, Term.Returns, static (r, d) =>
            r.S.Says(d.Q.NounAt - 1, "former") && r.Within(d.G.At, 8, "again", "back")),
        new([VerbClass.Shelter], VerbClass.Detained, null, static (r, d) => r.InPrison(d.G)),
        // "drew 40,000 to the concert", "enrolled 600 children": no reason to flee is told.
        new([VerbClass.Arrive], VerbClass.Other, null, static (r, d) => r.NoArrival(d)),
        // "the rebels have 900 men; 300 joined them": fighters as well.
        new([VerbClass.Arrive], VerbClass.Other, null, static (r, d) =>
            r.S.SaysAny(d.G.At, "joined", "joining") && (!r.S.Says(d.G.End, "from") || r.S.Any(d.G.At - 24, d.G.At, Armed))),
        // "36 were admitted to the clinic", "scores of injured townsfolk were carried in to a hospital"
        new([VerbClass.Arrive, VerbClass.Move, VerbClass.Carry], VerbClass.Other, null,
            static (r, d) =>
                (r.S.SaysAny(d.G.At, "admitted", "admit", "admits", "admitting", "took", "taken", "received", "receiving")
                    && d.G.Meaning.Class == VerbClass.Arrive
                    || Enumerable.Range(d.Q.CoreEnd, Math.Max(0, d.Q.End - d.Q.CoreEnd)).Any(i => r.S.SaysAny(i, "wounded", "injured", "sick", "ill")))
            && r.Within(Math.Max(0, d.G.At - 12), 24, "hospital", "hospitals", "clinic", "ward", "wards", "feeding", "treatment", "therapeutic",
                "university", "college")),
        // "40,000 runners left and 38,500 reached the finish": still runners.
        new([], End.Crowd, static (r, d) => d.Q.Noun is null && d.G.Meaning.Who == Who.Subject && r.CrowdBefore(d.Q) is not null),
        // "brought aid to 900 evacuees"
        new([VerbClass.Carry], End.Noun, static (r, d) => d.N.DisplacedNoun && !r.Carries(d, out _)),

        // ---- how many there are, rather than how many more
        new([VerbClass.Move], VerbClass.Shelter, null, static (r, d) => r.IsState(d.Q, d.G) || r.IsStockNoun(d.Q, d.G)),
        // "were internally displaced between May and June": what happened in that time.
        new([VerbClass.Shelter], VerbClass.Move, Term.Displaced, static (r, d) =>
            r.S.Says(d.G.End - 2, "internally") && r.S.SaysAny(d.G.At, "were", "be", "internally")
            && (r.HasSpan() || r.S.Says(d.G.End, "from") || r.Taken.AsSpan(d.G.End, Math.Min(3, r.S.Count - d.G.End)).Contains(true))),
        // "are displaced by floods since September": what has happened since then.
        new([VerbClass.Shelter], VerbClass.Move, Term.Displaced, static (r, d) =>
            r.S.Says(d.G.End - 1, "displaced") && r.S.Says(d.G.End, "by") && r.Within(d.G.End, 7, "since")),
        new([VerbClass.Move], VerbClass.Shelter, Term.Displaced, static (r, d) => r.IdentifiedStock(d)),
        new([VerbClass.Arrive], VerbClass.Shelter, Term.InReliefCamp, static (r, d) =>
            (d.Q.Noun is UnitClass.Idp or UnitClass.Evacuee || r.S.Says(d.G.At - 1, "been") && r.S.SaysAny(d.G.End, "at", "in"))
                && !d.Q.NewlyMarked && r.S.Says(d.G.At, "registered") && r.CampLike(d.G.At, 6) && !r.HasSpan()),
        new([VerbClass.Arrive], VerbClass.Shelter, Term.Sheltered, static (r, d) =>
            d.G.Meaning.Who != Who.Subject && r.S.SaysAny(d.G.At - 1, "are", "is")
                && (d.Q.Noun is UnitClass.Idp or UnitClass.Refugee || r.CampLike(d.G.At, 10))),

        // "has registered 900,000 IDPs as of 21 January", "had 900 refugees on its register": how many there are.
        new([VerbClass.Arrive], VerbClass.Shelter, Term.Displaced, static (r, d) =>
            d.Q is { Noun: UnitClass.Idp or UnitClass.Refugee, NewlyMarked: false, Further: false }
                && (r.S.Has(d.G.At, Cue.Registering) || r.S.Says(d.G.At, "register"))
                && (r.S.SaysAny(d.G.At - 1, "its", "their") || r.S.Any(0, r.S.Count, static (s, i) => s.Says(i, "as") && s.SaysAny(i + 1, "of", "at")
                    || s.Says(i, "at") && s.Says(i + 1, "the") && s.SaysAny(i + 2, "end", "start", "beginning")))),
        // "as of 20 February, had identified 36,000 households (162,000 IDPs) displaced by floods": who are there.
        new([VerbClass.Move], VerbClass.Shelter, Term.Displaced, static (r, d) =>
            (d.Q.Noun == UnitClass.Idp || d.Q.Pair?.Noun == UnitClass.Idp) && d.G.At == d.Q.End && r.S.Says(d.G.At, "displaced")
                && r.S.SaysAny(r.LeadOf(d.Q) - 1, "identified", "tracked", "mapped", "located")
                && r.S.Any(0, r.S.Count, static (s, i) => s.Says(i, "as") && s.Says(i + 1, "of"))),
        // "has 26 camps open and 239,000 registered in them"
        new([VerbClass.Arrive], VerbClass.Shelter, Term.InReliefCamp,
            static (r, d) =>
                d.G.At == d.Q.End && r.S.Has(d.G.At, Cue.Registering) && r.S.SaysAny(d.G.End, "in", "at") && r.S.SaysAny(d.G.End + 1, "them", "it")),
        // "900 have gone home, and 5,000 are still living in tents"
        new([VerbClass.Population], VerbClass.Shelter, Term.Sheltered, static (r, d) =>
            d.Q.Noun is null or UnitClass.Person or UnitClass.Household && r.InRefuge(d.G.End - 1)
                && (r.Context.Conflict || r.Context.Disaster || r.Context.LastFigure is not null || r.DraftOf(d.N.Previous) is not null)),
        // "are crammed into three schools": a verb of coming, told as a state.
        new([VerbClass.Arrive], VerbClass.Shelter, Term.Sheltered, static (r, d) =>
            d.G.Meaning.Who == Who.Subject && r.Passive(d.G) && r.S.SaysAny(d.G.End - 1, "into", "onto")),
        // "the transfer of the displaced went on, relocating 900": they had left home before.
        new([VerbClass.Move], VerbClass.Onward, Term.Relocated,
            static (r, d) => d.Term == Term.Relocated && d.Q.Noun is UnitClass.Person or UnitClass.Household or null
                && r.S.SaysAny(d.G.At, "relocating", "transferring", "moving")
            && Enumerable.Range(0, d.G.At).Any(i => r.S.Unit(i) is { Class: UnitClass.Idp })),
        // "had been rescued from the beach by boat": taken away, unless from the sea or from those who held them.
        new([VerbClass.Assisted], VerbClass.Move, Term.Evacuated, static (r, d) => r.RescuedFrom(d)),

        // ---- home again
        // "brought 50,000 people home", "left the camp and went home"
        new([VerbClass.Carry, VerbClass.Move, VerbClass.Motion, VerbClass.Assisted, VerbClass.Arrive], VerbClass.Back, Term.Returns,
            static (r, d) => r.Homeward(d.Q, d.G) || r.OutOfCampAndHome(d.G)),
        // "helped 8,000 to repatriate, with another 4,000 going by themselves": as those before.
        new([VerbClass.Move, VerbClass.Motion, VerbClass.Arrive], VerbClass.Back, Term.Returns, static (r, d) => r.AsThoseBack(d)),
        new([VerbClass.Move, VerbClass.Motion, VerbClass.Arrive], VerbClass.Back, Term.Returns, static (r, d) => r.Homebound(d.Q, d.G)),
        // "have not come back": those who are still away.
        new([VerbClass.Back], VerbClass.Shelter, Term.Sheltered, static (r, d) => r.NotBack(d)),
        // "thousands of displaced are taking refuge there": where they are.
        new([VerbClass.Move], VerbClass.Shelter, Term.Sheltered, static (r, d) => r.TakingRefuge(d)),

        // ---- motion and transport
        new([VerbClass.Motion], VerbClass.HousingDestroyed, Term.DestroyedHousing, static (r, d) => d.Q.Noun == UnitClass.Housing && r.S.Says(d.G.At, "gone")),
        new([VerbClass.Motion], VerbClass.Move, null, static (r, d) => d.Q.Noun != UnitClass.Housing && r.Path(d.G) && !r.OfOwnWill()),
        new([VerbClass.Move], VerbClass.Onward, Term.Displaced, static (r, d) => r.OnceMore(d.G)),
        // "Buses came for the families. They took out 300": those of the sentence before.
        new([VerbClass.Carry], VerbClass.Move, Term.Relocated, static (r, d) =>
            r.Context.Before.Moving is not null && d.Q.First > d.G.At && r.S.Has(d.G.At - 1, Cue.Carrying)),
        // "has sent the last 70 families on to Zelikan"
        new([VerbClass.Carry, VerbClass.Move], VerbClass.Onward, Term.Relocated, static (r, d) =>
            d.Q.First > d.G.At && r.S.SaysAny(d.Q.End, "on", "onward", "onwards") && r.S.Says(d.Q.End + 1, "to")),
        // "Minova took 6,000, Kalehe 2,200"
        new([VerbClass.Carry], VerbClass.Arrive, null, static (r, d) => r.TakenByPlace(d)),
        new([VerbClass.Carry], VerbClass.Arrive, Term.Displaced, static (r, d) => r.BroughtByDay(d)),
        // "the convoy to Donetsk took only 60 people"
        new([VerbClass.Carry], VerbClass.Move, Term.Evacuated, static (r, d) => r.Aboard(d)),
        // "militants loaded 1,600 people on buses", "the fighters took 8,000 families with them", "were driven towards the city by the militants"
        new([VerbClass.Carry], VerbClass.ForcedBack, Term.MultipleOrOther, static (r, d) => r.ByArmed(d.G)
            && (r.S.SaysAny(d.G.At, "loaded", "bundled", "loading") || r.Passive(d.G)
                || d.Q.First > d.G.At && r.S.Says(d.Q.End, "with") && r.S.SaysAny(d.Q.End + 1, "them", "it"))),
        new([VerbClass.Carry], VerbClass.Move, Term.Relocated, static (r, d) => r.Carries(d, out _)),
        // "left the coalition", "moved to Tallinn for work"
        new([VerbClass.Move, VerbClass.Back], VerbClass.Other, null, static (r, d) =>
            d.G.Meaning.Who == Who.Subject && (r.ElsewhereThanHome(d.G) || d.Term is Term.Displaced or Term.MultipleOrOther && r.OfOwnWill())),
        // "were evicted from the stadium", "forced to pay"
        new([VerbClass.Move], VerbClass.Other, null, static (r, d) => r.MovedElsewhere(d)),
        // "were taken to the match": of their own will.
        new([VerbClass.Move], VerbClass.Other, null, static (r, d) => r.TakenWillingly(d)),
        // "went on foot"
        new([VerbClass.Onward], VerbClass.Move, Term.Displaced, static (r, d) => r.OnFoot(d.G)),
        // "were forced into the hills by the shelling"
        new([VerbClass.ForcedBack], VerbClass.Move, Term.Displaced, static (r, d) => r.S.Says(d.G.End - 1, "into")
            && (r.S.Has(d.G.End, Cue.Wilds) || r.S.Is(d.G.End, Tag.Determiner) && r.S.Has(d.G.End + 1, Cue.Wilds))),
        // "herded 900 villagers out of Sanda": out of their homes.
        new([VerbClass.ForcedBack], VerbClass.Move, Term.Displaced, static (r, d) =>
            d.G.Meaning.Form != VerbForm.Phrase && d.Q.First > d.G.At && r.S.Says(d.Q.End, "out") && r.S.Says(d.Q.End + 1, "of")),
        // "taken to the city at gunpoint", "driven into the city by the militants"
        new([VerbClass.Move], VerbClass.ForcedBack, Term.MultipleOrOther, static (r, d) => d.Term is Term.Relocated && r.Held(d.G) || r.IntoTheirHold(d)),
        // "forced 900 villagers to walk ahead of them": taken along by armed men.
        new([VerbClass.Move, VerbClass.Motion, VerbClass.Back, VerbClass.Onward], VerbClass.ForcedBack, Term.MultipleOrOther,
            static (r, d) => r.ForcedAlong(d)),
        // "1,100 returnees came", but not "returnees fled again".
        new([VerbClass.Move, VerbClass.Arrive, VerbClass.Shelter, VerbClass.ForcedBack], VerbClass.Back, null,
            static (_, d) => d.Q.Noun == UnitClass.Returnee && d.Term != Term.ForcedToFlee),
        // "were forced to go back"
        new([VerbClass.Back], VerbClass.ForcedBack, Term.MultipleOrOther, static (r, d) => r.Driven(d.G)),
        new([VerbClass.Move], VerbClass.Move, Term.Evacuated, static (_, d) => d.Q.Noun == UnitClass.Evacuee),
        new([VerbClass.Arrive, VerbClass.Move, VerbClass.Shelter], null, Term.InReliefCamp, static (r, d) => r.ToCamp(d)),
    ];

    private Draft? Governed(Number n, Governor g)
    {
        var d = new Deed(n, g);
        foreach (var turn in Turns)
        {
            if (turn.From.Length > 0 && Array.IndexOf(turn.From, d.Class) < 0 || !turn.When(this, d)) continue;
            if (turn.End == End.Noun) return Decided(n, Displaced(n.Q));
            if (turn.End == End.Crowd) return Out(n, CrowdBefore(n.Q)!.Role);
            (d.Class, d.Term) = (turn.Class ?? d.Class, turn.Term ?? d.Term);
        }

        if (!d.Class.IsDisplacement()) return Out(n, d.Class.Role());
        var draft = new Draft
        {
            Quantity = n.Q, Class = d.Class, Term = d.Term ?? Term.MultipleOrOther,
            PredicateAt = g.At, Passive = Passive(g), Perfect = IsPerfect(n.Q, g),
        };
        Join(n, g, draft);
        return draft;
    }

    // What other figure it belongs to: those of the sentence before, or the number that it is a part of.
    private void Join(Number n, Governor g, Draft draft)
    {
        var before = DraftOf(n.Previous);
        // "about 73,000 have done so": what those of the sentence before were said to do.
        if (!s.Is(g.At, Tag.Predicate) && (before ?? (n.Previous is null ? context.LastFigure : null)) is { } last) draft.Parent = last;
    }
}
