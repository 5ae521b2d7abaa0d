using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What the turns ask of the words around a governor: which way it goes, who does it, what the place is.</summary>
internal sealed partial class Roles
{
    // "forced 550 families from the villages back into the town": the way they are driven is told after the number.
    private bool BackAfter(Quantity q, Governor left)
    {
        if (SentAcross(q, left)) return true;
        if (left is not { Meaning: { Class: VerbClass.Move, Who: Who.Object } }) return false;
        for (var i = q.End; i < Math.Min(s.Count, q.End + 14); i++)
        {
            if (s.IsMark(i) || s.Verb(i)?.Form.HasFlag(VerbForm.Past) == true) return false;
            if (s.Says(i, "back") && s.SaysAny(i + 1, "to", "into", "towards", "toward", "inside"))
                return !FromCamps(i + 2) && !s.Has(s.PastArticle(i + 2), Cue.Home);
        }

        return false;
    }

    // "sent 300 of the villagers back across the river": over the line that they had crossed; "sent them back to Mafa" may be home.
    private bool SentAcross(Quantity q, Governor g) =>
        g.Meaning.Class == VerbClass.Carry && s.Has(g.At, Cue.Sending) && s.Says(q.End, "back")
            && s.SaysAny(q.End + 1, "across", "over", "towards", "toward", "into");

    // "prevented from leaving Nizi and driven back to their village": what was done to them in the end.
    private Governor? SentBack(Governor g)
    {
        if (DoneToThem(g.End) is { } done && !(IsFlow(g) && !s.SaysAny(done.At - 1, "and", "then"))
            && (done.Meaning.Class == VerbClass.ForcedBack ? IsFlow(g)
                || g.Meaning.Class is VerbClass.Shelter or VerbClass.Population or VerbClass.Trapped or VerbClass.Detained
            : g.Meaning.Class is VerbClass.Shelter or VerbClass.Population or VerbClass.Trapped)) return done;
        if (!IsFlow(g) || g.Meaning.Class == VerbClass.ForcedBack) return null;
        for (var i = g.End; i < Math.Min(s.Count, g.At + 9); i++)
        {
            if (s.IsMark(i, ';') || s.Is(i, Tag.Speech) || s.IsNumber(i)) return null;
            if (!s.SaysAny(i, "and", "but", "only")) continue;
            var verb = i + 1;
            while (s.Is(verb, Tag.Be) || s.SaysAny(verb, "then", "later", "to", "soon")) verb++;
            if (Predicate(verb) is { Meaning: { Class: VerbClass.ForcedBack, Who: Who.Object } } back
                && !(g.Meaning.Who == Who.Subject && s.Says(verb, "marched") && !s.Is(verb - 1, Tag.Be))
                && (back.Meaning.Form.HasFlag(VerbForm.Participle) || back.Meaning.Form == VerbForm.Phrase))
                return back;
        }

        return null;
    }

    // "stopped 1,200 families at the bridge, officials said, and sent them back", "found 60 families hiding in the reeds and took them to the camp".
    private Governor? DoneToThem(int from)
    {
        if (!(speaksOfThem ??= SpeaksOfThem())) return null;
        for (var i = from + 2; i < Math.Min(s.Count, from + 26) && !s.IsMark(i, ';') && !s.IsNumber(i); i++)
        {
            if (!s.SaysAny(i, "them", "everyone") || !(s.SaysAny(i - 2, "and", "then", "but", "before", "later", "only", "to") || s.IsMark(i - 2, ',')))
                continue;
            var verb = s.Verb(i - 1);
            var to = s.Says(i + 1, "on") && s.Says(i + 2, "foot") ? i + 3 : i + 1;
            var way = s.SaysAny(to, "to", "into", "out", "away", "across", "from", "towards", "toward", "through", "north", "south", "east", "west");
            if (s.Says(i + 1, "back") && (s.Has(i - 1, Cue.Driving) || verb is not null))
                return s.Has(s.PastArticle(i + 3), Cue.Home) || s.Says(i + 2, "home") ? Governor.Of(VerbClass.Back, Term.Returns, Who.Object, i - 1)
                    : Governor.Of(VerbClass.ForcedBack, Term.MultipleOrOther, Who.Object, i - 1);
            // "armed men seized 300 villagers and pushed them towards the city"
            if (way && verb is { Class: VerbClass.Move or VerbClass.Carry } && !s.SaysAny(i + 1, "out", "from", "away") && s.Any(i - 25, i - 1, Armed))
                return Governor.Of(VerbClass.ForcedBack, Term.MultipleOrOther, Who.Object, i - 1);
            if (way && verb is { Class: VerbClass.ForcedBack or VerbClass.Move or VerbClass.Carry })
                return new Governor(verb with { Class = verb.Class == VerbClass.Carry ? VerbClass.Move : verb.Class, Who = Who.Object }, i - 1, 1);
        }

        return null;
    }

    private bool? speaksOfThem;

    // Asked of every governor, and hardly ever so.
    private bool SpeaksOfThem() =>
        s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "them", "everyone"));

    // "fled to the 900 families living there"
    private bool FledTo(Deed d) => Near(d.Q, out var told) is { } how && (told || IsAdjectival(d.Q, how)) && IsFlow(how) && s.Says(d.G.End - 1, "to");

    private bool LivesThere(Deed d)
    {
        var (q, g) = (d.Q, d.G);
        if (d.N.DisplacedNoun || s.Says(q.NounAt, "migrants") || !Neutral(g)) return false;
        // "of them", or a number without a noun after those who fled: of those.
        if (s.Says(q.CoreEnd, "of") && s.Has(q.CoreEnd + 1, Cue.OfThem) && (DraftsBefore(q) ?? Before) is not null) return false;
        if (q.Noun is null && (drafts.Count > 0 || Before is { Class: not VerbClass.HousingDestroyed and not VerbClass.HousingDamaged })) return false;
        return !CampLike(g.At, 10) && !quantities.Exists(x => x.Role == NumberRole.Capacity);
    }

    private bool LivesInCamp(Deed d) =>
        (s.Says(d.G.End, "there") || s.Says(d.G.End - 1, "there")) && Camp(0, d.Q.First)
        || s.SaysAny(d.Q.First - 1, "where", "which") && Camp(Math.Max(0, d.Q.First - 8), d.Q.First)
        || s.Says(d.G.End - 1, "in") && (IsCamp(d.G.End) || Predicate(d.G.End) is { } deed && OfSites(deed))
        // "the camps' population of 900"
        || s.Says(d.G.At, "population") && IsCamp(d.G.At - 2) && (s[d.G.At - 1].Kind == TokenKind.Possessive || s.IsMark(d.G.At - 1, '\''));

    private bool InPrison(Governor g)
    {
        if (!s.Has(g.At, Cue.Holding)) return false;
        for (var i = g.At; i < Math.Min(s.Count, g.At + 9) && !s.IsMark(i, ';'); i++)
            if (s.Has(i, Cue.Prison)) return true;
        return false;
    }

    private bool Tells(Cue cue) => s.HasAny(0, s.Count, cue);

    private bool NoArrival(Deed d) =>
        !s.SaysAny(d.G.At, "influx", "influxes", "inflow", "inflows")
        && (s.SaysAny(d.Q.NounAt, "pupils", "students", "schoolchildren", "traders", "workers", "labourers", "shopkeepers", "members")
                && d.G.Meaning.Who == Who.Object && !InDanger()
            || !Displacing(d.Q, d.G) || s.Has(d.G.At, Cue.Drawing) && !OfPlace(d.G.At)
            || s.SaysAny(d.G.At, "enrolled", "enrol", "enroll", "enrolling")
                && d.Q.Noun is not (UnitClass.Arrival or UnitClass.Refugee or UnitClass.Idp or UnitClass.Returnee)
                && !Within(Math.Max(0, d.G.At - 8), 16, "camp", "reception", "registration", "border", "displaced", "desk"));

    // The number before that counts a crowd, a force or goods, when it is no figure.
    private Quantity? CrowdBefore(Quantity q) =>
        quantities.FindLast(x => x.First < q.First && x.Noun is not null && x.Noun is not (UnitClass.Duration or UnitClass.Distance or UnitClass.Site))
            is { Role: not NumberRole.Figure, Noun: UnitClass.Staff or UnitClass.Occupation or UnitClass.Combatants or UnitClass.Goods or UnitClass.Animals
                or UnitClass.Cases } crowd ? crowd : null;

    private bool AbroadAtHome(Deed d)
    {
        if (d.Q.NounCountry is not { } people || d.G.At >= d.Q.First || !s.Says(d.G.At, "home")) return false;
        for (var i = d.G.At - 1; i >= Math.Max(0, d.G.At - 8) && !s.IsMark(i, ';'); i--)
            if (s[i].Capital && s.Find(i, Tag.Country) is { Detail: { Length: > 0 } host }) return host != context.Land(people);
        return false;
    }

    private bool Given(Governor g) =>
        !s.Says(g.At - 1, "be") && (g.Meaning.Form.HasFlag(VerbForm.Past) || g.Meaning.Form.HasFlag(VerbForm.Participle)
            || s.SaysAny(g.At, "received", "reached", "been", "was", "were"));

    private bool IdentifiedStock(Deed d) =>
        d.Q is { Noun: UnitClass.Idp, NewlyMarked: false, Further: false } && d.G.At > d.Q.NounAt && d.G.Meaning.Term == Term.Displaced
        && d.G.Meaning.Form.HasFlag(VerbForm.Participle) && AcrossSites(d.G.At + d.G.Length);

    // "IDPs were displaced | across 640 locations": all there are, by where they are found.
    private bool AcrossSites(int at) =>
        s.SaysAny(at, "across", "in", "to", "at", "throughout", "over")
        && s.IsCount(at + 1) && s.SaysAny(at + 2, "locations", "sites", "places", "settlements");

    // "5,000 came home. The border guard counted 4,000 who crossed": the sentence before tells of the way back.
    private bool AsThoseBack(Deed d) =>
        d.Q.Noun is null && quantities[0] == d.Q && context.Distance <= 1 && context.LastFigure is { Class: VerbClass.Back }
            && s.SaysAny(d.G.At, "crossed", "cross", "came", "come", "went", "gone", "arrived", "did", "had", "have")
        ||
        d.Q.Noun is null && d.G.Meaning is { Who: Who.Subject, Term: not Term.ForcedToFlee } && !s.Says(d.G.End, "it")
            && DraftOf(d.N.Previous) is { Class: VerbClass.Back } home
            && !s.Any(home.Quantity.End, d.Q.First, static (s, i) => s.SaysAny(i, "while", "whereas", "but"));

    private bool NotBack(Deed d) =>
        !d.Q.IsNone && !d.Q.IsZero && d.Q.Noun is not UnitClass.Returnee && VerbChain.Of(s, d.G.At, taken).Realis == Realis.Negated;

    private bool TakingRefuge(Deed d) =>
        s.SaysAny(d.G.End - 1, "refuge", "shelter", "sanctuary") && d.G.Meaning.Form.HasFlag(VerbForm.Ing)
        && (d.Q.Noun is UnitClass.Idp or UnitClass.Refugee || s.SaysAny(d.G.At - 1, "are", "is", "were", "was", "now", "still", "currently"));

    // "1,730 came on Saturday; Sunday brought 890"
    private bool BroughtByDay(Deed d) =>
        d.Q.First > d.G.At && d.N.MayBePeople && s.SaysAny(d.G.At, "brought", "saw")
            && (s.Is(d.G.At - 1, Tag.Weekday) || s.SaysAny(d.G.At - 1, "after", "later"))
            && (DraftsBefore(d.Q) ?? Before) is { Class: VerbClass.Move or VerbClass.Arrive };

    private bool TakenByPlace(Deed d) =>
        // "nobody came on Tuesday; the day before it took 640"
        s.SaysAny(d.G.At, "taken", "took") && d.Q is { Noun: null } && d.Q.First > d.G.At && s.Any(d.G.At - 2, d.G.At, static (s, i) => s.Says(i, "it"))
            && DraftsBefore(d.Q) is { Class: VerbClass.Arrive } ||
        d.Q.Noun is null && d.Q.First > d.G.At && s.SaysAny(d.G.At, "took", "taken", "takes") && OfPlace(d.G.At)
        && (s.IsMark(d.Q.End) || d.Q.End >= s.Count || s.Says(d.Q.End, "and"));

    private bool Aboard(Deed d)
    {
        if (d.Q.First <= d.G.At || !s.SaysAny(d.G.At, "took", "brought", "carried", "taken") || !d.N.MayBePeople) return false;
        var end = PastOfThem(d.Q);
        if (!Closes(end) && !s.SaysAny(end, "away", "out", "off")) return false;
        for (var i = Math.Max(0, d.G.At - 50); i < d.G.At; i++)
            if (IsVehicle(i)) return true;
        return false;
    }

    private bool TakenWillingly(Deed d) =>
        d.G.Meaning.Class == VerbClass.Move && d.Term != Term.ForcedToFlee && s.Has(d.G.At, Cue.Taking) && !Outward(d.Q, d.G) && OfOwnWill();

    // "rescued 96 families from the flooded valley", "22,034 were rescued on Sunday" after a flood: taken away, unless out of the sea or the rubble.
    private bool RescuedFrom(Deed d)
    {
        var g = d.G;
        if (!s.SaysAny(g.At, "rescued", "rescuing", "rescue") || g.Meaning.Form == VerbForm.Noun || OfOwnWill()) return false;
        var after = Math.Max(g.End, d.Q.First > g.At ? d.Q.End : 0);
        for (var i = Math.Max(0, Math.Min(g.At, d.Q.First) - 6); i < Math.Min(s.Count, after + 8) && !(i > g.End && s.IsMark(i, ';')); i++)
            if (s.Has(i, Cue.Peril) && !s.Says(i - 1, "by")) return false;
        return Within(after, 3, "from") || context.Disaster || Caused("disaster")
            || (DraftsBefore(d.Q) ?? Before) is { Class: VerbClass.Move or VerbClass.Shelter or VerbClass.Arrive };
    }

    private bool OnFoot(Governor g) => s.Says(g.End, "foot") || s.Says(g.End - 1, "on") && g.End < s.Count && taken[g.End];

    private bool ForcedAlong(Deed d)
    {
        if (!Driven(d.G) || !Agent.Subject(s, d.Q.First).Any(s, Armed)) return false;
        for (var i = d.G.End; i < Math.Min(s.Count - 1, d.G.End + 5); i++)
            if (s.SaysAny(i, "with", "before", "alongside", "of", "beside") && s.Says(i + 1, "them")) return true;
        return false;
    }

    private bool ToCamp(Deed d) =>
        d.Term is Term.Displaced or Term.Sheltered or Term.Relocated && (d.Class != VerbClass.Move || d.Term != Term.Displaced)
            && CampLike(d.G.At, 10, campOnly: true);

    private bool Within(int from, int reach, params ReadOnlySpan<string> words)
    {
        for (var i = from; i < Math.Min(s.Count, from + reach); i++)
            if (s.SaysAny(i, words)) return true;
        return false;
    }

    // "the mountain has drawn 40,000", "Goma has swallowed 100,000": a place takes people in; a concert draws a crowd.
    private bool OfPlace(int verb)
    {
        var agent = Agent.Subject(s, verb);
        for (var i = agent.First; i < agent.End; i++)
            if (s.Is(i, Tag.PlaceNoun | Tag.Country) || IsCamp(i)
                || (s.IsWord(i) && s[i].Capital && (i > 0 || s[i].Word is null) && !s.Is(i, Tag.Weekday) && !s.Is(i, Tag.Source))
                || s.Has(i, Cue.Landscape))
                return true;
        return false;
    }

    // "the militia moved 600 families to the town", "1,800 people driven into the city by the militants": into a place that armed men hold.
    private bool IntoTheirHold(Deed d) =>
        d.Term is Term.Relocated or Term.Displaced && d.G.Meaning.Who == Who.Object
            && s.Any(d.G.At, d.G.At + 14, static (s, i) => s.Says(i, "into")
                && (s.Says(i + 1, "mosul") || s.Says(i + 1, "the") && s.SaysAny(i + 2, "city", "town", "centre", "center")))
            && ByArmed(d.G);

    // "the militia moved", "were moved by the militia", "people moved by the militia": who does it bears arms.
    private bool ByArmed(Governor g)
    {
        var passive = Passive(g) || g.Meaning.Form.HasFlag(VerbForm.Participle) && s.IsHuman(g.At - 1);
        return (passive ? Agent.By(s, g.End, 16) : Agent.Subject(s, g.At)).Any(s, Armed);
    }

    private static readonly Func<Sentence, int, bool> Armed = static (s, i) =>
        s.Has(i, Cue.Armed) || s.Says(i, "men") && s.Says(i - 1, "armed") || s.Says(i, "state") && s.Says(i - 1, "islamic")
            || s.Says(i, "is") && i < s.Count && s[i].Capital && i > 0;

    // "left the Khazir camp on Sunday and went home to cleared quarters"
    private bool OutOfCampAndHome(Governor g)
    {
        if (g.Meaning is not { Class: VerbClass.Move, Who: Who.Subject } || !Camp(g.At, g.At + 6)) return false;
        for (var i = g.At + 1; i < Math.Min(s.Count, g.At + 14) && !s.IsMark(i, ';'); i++)
            if (s.SaysAny(i, "and", "to") && (s.Verb(i + 1) is { Class: VerbClass.Back }
                || s.SaysAny(i + 2, "home", "back") && s.SaysAny(i + 1, "went", "gone", "go", "headed", "head")))
                return true;
        return false;
    }

    // After those who came back: "80 families have left from the coast", "900 people were heading towards Sake", to where the first had gone.
    private bool Homebound(Quantity q, Governor g)
    {
        if (g.Meaning is not { Who: Who.Subject, Term: Term.Displaced }
            || (DraftsBefore(q) ?? (context.Distance <= 1 ? context.LastFigure : null)) is not { Class: VerbClass.Back } last)
            return false;
        var after = g.At + g.Length;
        for (var i = after - 1; i < Math.Min(s.Count - 1, after + 4) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "to", "towards", "toward", "into", "for") && s[i + 1].Capital
                && last.Destination.Exists(p => p.Name.StartsWith(s.Words(i + 1, i + 2), StringComparison.OrdinalIgnoreCase)))
                return true;
        return false;
    }

    // "back to Sinjar | from the camps": whoever comes out of a camp goes home.
    private bool FromCamps(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 8) && !s.IsMark(i); i++)
            if (s.Says(i, "from")) return Camp(i, i + 6);
        return false;
    }

    // "have fled", "has killed 500 and displaced 30,000", "have forced 9,000 to flee"; "had nowhere to sleep" is none.
    private bool IsPerfect(Quantity q, Governor g)
    {
        if (g.Meaning.Form == VerbForm.Phrase && s.SaysAny(g.At, "have", "has")) return true;
        if (g.Meaning.Form == VerbForm.Phrase && s.Is(g.At - 1, Tag.Have)) return s.EndsWith(g.At, "ed") || s.SaysAny(g.At, "driven", "lost", "left");
        if (s.Says(g.At - 1, "been") && s.Says(g.At - 2, "have") && s.Says(g.At - 3, "to") || s.Says(g.At - 1, "have") && s.Says(g.At - 2, "to")) return false;
        if (s.Is(g.At - 1, Tag.Have) || s.Is(g.At - 2, Tag.Have) || s.Is(g.At - 3, Tag.Have)) return true;
        if (g.At >= q.End && !s.Says(g.At - 1, "to") && !s.SaysAny(q.First - 1, "left", "made", "rendered", "seen")) return false;
        for (var i = Math.Min(g.At, q.First) - 1; i >= Math.Max(0, q.First - 22) && !s.IsMark(i, ';')
            && !s.SaysAny(i, "who", "which", "after", "as", "while", "when", "that"); i--)
        {
            if (s.SaysAny(i, "has", "have"))
                return s.Verb(i + 1)?.Form.HasFlag(VerbForm.Participle) == true || s.Find(i + 1, Tag.Control)is not null
                    || s.Is(i + 1, Tag.Adverb) || s.Says(i + 1, "led") || s.Says(i + 1, "been") || s.EndsWith(i + 1, "ed") || s.EndsWith(i + 1, "ly");
            if (s.Verb(i) is { Form: VerbForm.Past or VerbForm.Third } || s.SaysAny(i, "was", "were", "is", "are")) return false;
        }

        return false;
    }

    // "are now displaced", "were already displaced": how many there are, not how many more.
    private bool IsState(Quantity q, Governor g)
    {
        // "some 80 families are out of their houses"
        if (s.Says(g.At, "out") && g.Length != 2 && g.At >= q.End && s.SaysAny(g.At - 1, "are", "is", "were", "remain", "remains", "still")) return true;
        // "are still | without shelter"
        if (g.Meaning is { Term: Term.Homeless, Form: VerbForm.Phrase } && g.At >= q.End && s.SaysAny(g.At - 1, "still", "now")) return true;
        // "there are 34,000 people | displaced within the district"
        if (s.SaysAny(g.At, "displaced", "uprooted") && g.At <= q.End + 1 && !q.NewlyMarked && q.Per is null && ThereAre(q.First) && !s.Says(g.End, "by"))
            return true;
        // "have been away from home for nine years"
        if (s.SaysAny(g.At, "displaced", "uprooted") && s.Says(g.End, "for") && Within(g.End + 1, 4, "years", "decades", "months")) return true;
        if (s.SaysAny(g.At - 1, "remain", "remains", "remained") || s.SaysAny(g.At - 2, "remain", "remains", "remained")) return true;
        if (s.Says(g.At - 1, "already") && g.At > q.First && g.At - 1 <= q.End + 1 && !s.Says(g.End, "since") && s.SaysAny(g.At, "displaced", "uprooted"))
            return true;
        // "are said to be displaced to Kutum": with a way it is a move, unless it is said to last.
        if (s.SaysAny(g.At + g.Length, "to", "into") && !s.SaysAny(g.At - 1, "currently", "still", "now", "already")) return false;
        if (q.Per is not null || q.NewlyMarked || !s.SaysAny(g.At, "displaced", "uprooted", "internally")) return false;
        var still = false;
        for (var i = g.At - 1; i >= Math.Max(0, g.At - 5); i--)
        {
            if (s.SaysAny(i, "are", "is", "remain", "remains", "remained")) return true;
            if (s.SaysAny(i, "were", "was")) return still;
            if (s.SaysAny(i, "newly", "being")) return false;
            still |= s.SaysAny(i, "still", "already");
            if (!s.Is(i, Tag.Adverb) && !s.EndsWith(i, "ly")
                && !s.SaysAny(i, "now", "still", "already", "estimated", "believed", "thought", "to", "be"))
                return false;
        }

        return false;
    }

    private bool ThereAre(int number)
    {
        var i = number - 1;
        while (s.Is(i, Tag.BeforeNumber)) i--;
        return s.SaysAny(i, "are", "were", "remain", "remained") && s.Says(i - 1, "there");
    }

    // "the 6.1 million displaced inside the country", "Burkina Faso's 2 million displaced": all there are, told as a noun.
    private bool IsStockNoun(Quantity q, Governor g)
    {
        if (q.Noun is not null || g.At != q.CoreEnd || !s.Says(g.At, "displaced")) return false;
        if (s.SaysAny(q.First - 1, "the", "these", "those")) return s.SaysAny(g.At + 1, "inside", "within", "across", "nationwide", "countrywide", "living");
        var owner = s.Is(q.First - 1, Tag.Approximately) ? q.First - 2 : q.First - 1;
        return owner >= 0 && s[owner].Kind == TokenKind.Possessive && !s.SaysAny(g.At + 1, "by", "since", "from");
    }

    // "brought 3,400 people from A to B", "had taken 900 people out of C": people carried from somewhere to somewhere, in a text that speaks of displacement.
    private bool Carries(Deed d, out bool outward)
    {
        var (q, g) = (d.Q, d.G);
        outward = false;
        if (!q.Noun.IsHuman() && q.Noun is not null) return false;
        var after = Math.Max(q.End, g.At + g.Length);
        // "From the island boats fetched 81 people"
        if (s.Says(0, "from") && g.At < q.First && Enumerable.Range(1, Math.Max(0, g.At - 1)).Any(IsVehicle)) return outward = !OfOwnWill();
        for (var i = after; i < Math.Min(s.Count, after + 9); i++)
        {
            if (s.IsMark(i) || s.SaysAny(i, "hostage", "captive", "prisoner", "custody")
                || s.Verb(i)?.Form.HasFlag(VerbForm.Past) == true)
                return false;
            // "sending 300,000 people onto the roads", "into exile"
            if (s.SaysAny(i, "onto", "into") && (s.Has(i + 1, Cue.Exile) || s.Is(i + 1, Tag.Determiner) && s.Has(i + 2, Cue.Wilds))) return outward = true;
            if (s.Has(i, Cue.Institution)) return false;
            if (s.SaysAny(i, "to", "into") && ToInstitution(i + 1)
                // "were ferried to a school" after the flood: where people are safe.
                && !((s.Has(i + 1, Cue.Refuge) || s.Has(i + 2, Cue.Refuge))
                && (InDanger() || quantities.Exists(x => x.Noun == UnitClass.Housing)))) return false;
            if (s.SaysAny(i, "inland", "ashore", "uphill", "upriver", "downriver")) return outward = !OfOwnWill();
            if (!s.SaysAny(i, "from", "to", "into", "out", "across", "off", "towards", "toward") && !(i == after && s.Is(i, Tag.Direction))) continue;
            outward = s.SaysAny(i, "out", "off");
            return !OfOwnWill() || (outward && s.Says(i + 1, "of") && s.IsWord(i + 2) && (s[i + 2].Capital || s.SaysAny(i + 2, "their", "homes")))
                || s.SaysAny(i + 2, "homes", "houses", "villages");
        }

        return false;
    }

    // "to hospital", "to a nearby hospital"
    private bool ToInstitution(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 4) && s.IsWord(i) && (s.Says(i, "nearby") || !s.Is(i, Tag.Preposition)); i++)
            if (s.Has(i, Cue.Institution)) return true;
        return false;
    }

    private bool Outward(Quantity q, Governor g) =>
        s.SaysAny(q.End, "out", "away") && s.SaysAny(q.End + 1, "of", "from") || s.SaysAny(g.At + g.Length - 1, "out", "away")
        || (s.SaysAny(g.At + g.Length, "out", "away") && s.SaysAny(g.At + g.Length + 1, "of", "from"));
}
