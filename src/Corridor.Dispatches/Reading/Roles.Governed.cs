using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>What a governor makes of its number: displacement, a stay, a return, people driven back, or no figure.</summary>
internal sealed partial class Roles
{
    // "forced 550 families from the villages back into the town": the way they are driven is told after the number.
    private bool BackAfter(Quantity q)
    {
        if (s.Says(q.End, "back")) return !FromCamps(q.End + 1);
        for (var i = q.End; i < Math.Min(s.Count, q.End + 14); i++)
        {
            if (s.IsMark(i) || s.Find(i, Tag.Predicate)?.Form.HasFlag(VerbForm.Past) == true) return false;
            if (s.Says(i, "back") && s.SaysAny(i + 1, "to", "into", "towards", "toward", "inside")) return !FromCamps(i + 2) && !s.SaysAny(s.Is(i + 2, Tag.Determiner) ? i + 3 : i + 2, "homes", "home", "houses", "villages", "areas", "places");
        }

        return false;
    }

    // "sent 300 of the villagers back across the river": over the line that they had crossed; "sent them back to Mafa" may be home.
    private bool SentAcross(Quantity q, Governor g) => g.Meaning.Name == "carry" && s.SaysAny(g.At, "sent", "sends", "send", "sending", "pushed", "pushing") && s.Says(q.End, "back") && s.SaysAny(q.End + 1, "across", "over");

    // "prevented from leaving Nizi and driven back to their village": what was done to them in the end.
    private Governor? SentBack(Governor g)
    {
        if (!IsFlow(g) || g.Meaning.Name == "forced_back") return null;
        for (var i = g.At + g.Length; i < Math.Min(s.Count, g.At + 9); i++)
        {
            if (s.IsMark(i, ';') || s.Is(i, Tag.Speech) || s.IsNumber(i)) return null;
            if (!s.SaysAny(i, "and", "but", "only")) continue;
            var verb = i + 1;
            while (s.Is(verb, Tag.Be) || s.SaysAny(verb, "then", "later", "to", "soon")) verb++;
            // "stopped 5,000 people who were trying to leave and drove them back into the town"
            if (s.SaysAny(verb + 1, "them", "everyone") && s.Says(verb + 2, "back") && s.SaysAny(verb, "drove", "turned", "forced", "pushed", "sent", "marched", "herded", "took", "chased", "drive", "force")) return new Governor(new Meaning(Tag.Predicate, "forced_back", "multiple_or_other", "object", VerbForm.Past), verb, 1);
            if (Predicate(verb) is { Meaning: { Name: "forced_back", Who: "object" } } back && (back.Meaning.Form.HasFlag(VerbForm.Participle) || back.Meaning.Form == VerbForm.Phrase)) return back;
        }

        return null;
    }

    private bool AgentAfter(int at)
    {
        for (var i = at; i < Math.Min(s.Count, at + 9) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "by", "gunpoint", "back")) return true;
        return false;
    }

    // The roles that predicates.txt tells apart only to decide whether they move people.
    private static string RoleName(string name) => name is "assisted" or "carry" or "motion" ? "other" : name;

    private Draft? Governed(Quantity q, Governor g, bool displacedNoun, Quantity? previous)
    {
        var name = g.Meaning.Name;
        var term = g.Meaning.Detail;
        // "home to 500,000 IDPs": the noun says that they are displaced, whatever lives there otherwise.
        if (name is "assisted" or "capacity" or "in_need" && displacedNoun && g.At >= q.End) return Displaced(q);
        if (name == "population" && (displacedNoun || Near(q, out var told) is { } how && told && IsFlow(how) && s.Says(g.At + g.Length - 1, "to"))) (name, term) = ("shelter", "displaced");
        var ofThem = s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "whom", "which", "those", "these") && (DraftsBefore(q) ?? Before) is not null;
        // "8,219 chose to stay with relatives", after those who fled: of them.
        ofThem |= q.Noun is null && (_drafts.Count > 0 || Before is { Class: not "housing_destroyed" and not "housing_damaged" });
        if (name == "shelter" && !displacedNoun && !ofThem && Neutral(g) && !CampLike(g.At, 10) && !quantities.Exists(x => x.Role == "capacity")) name = "population";
        // "the camp was built for 10,000 but 30,000 now live there"
        if (name is "population" or "shelter" && q.Noun is null && context.Room is not null && Enumerable.Range(g.At, Math.Min(4, s.Count - g.At)).Any(i => s.Says(i, "there"))) (name, term) = ("shelter", "in_relief_camp");
        if (name == "population" && ((s.Says(g.At + g.Length, "there") || s.Says(g.At + g.Length - 1, "there")) && Camp(0, q.First) || s.SaysAny(q.First - 1, "where", "which") && Camp(Math.Max(0, q.First - 8), q.First))) (name, term) = ("shelter", "in_relief_camp");
        // "6,200 former residents were living in Qaraqosh again"
        if (name is "population" or "shelter" && s.Says(q.NounAt - 1, "former") && Enumerable.Range(g.At, Math.Min(s.Count - g.At, 8)).Any(i => s.SaysAny(i, "again", "back"))) (name, term) = ("back", "returns");
        // "9,700 still live in Kibati" after "2,000 of the displaced": the same people, and where they stay.
        if (name == "population" && q.Noun is null && (_drafts.Count > 0 ? _drafts[^1] : context.LastFigure) is not null && Stays(g)) (name, term) = ("shelter", "sheltered");
        if (name == "shelter" && s.SaysAny(g.At, "held", "holding", "hold", "holds", "housed", "contained"))
            for (var i = g.At; i < Math.Min(s.Count, g.At + 9) && !s.IsMark(i, ';'); i++)
                if (s.SaysAny(i, "detention", "prison", "prisons", "jail", "jails", "custody", "hostage", "captive", "cells")) name = "detained";
        // "bring food to 900 people and register 240 households": registered for aid.
        if (name == "arrive" && q.Noun is "person" or "household" && !q.NewlyMarked && s.SaysAny(g.At, "register", "registered", "registering", "registers") && q.First > g.At)
            for (var i = 0; i < s.Count; i++)
                if (s.SaysAny(i, "food", "supplies", "rations", "distribution", "distributions", "vouchers", "cash", "vaccination")) name = "other";
        if (name == "arrive" && !s.SaysAny(g.At, "influx", "influxes", "inflow", "inflows") && (!Displacing(q, g) || s.SaysAny(g.At, "draw", "draws", "drew", "drawn", "swallowed") && !OfPlace(g.At) || s.SaysAny(g.At, "enrolled", "enrol", "enroll", "enrolling") && q.Noun is not ("arrival" or "refugee" or "idp" or "returnee"))) name = "other";
        if (name == "move" && q.Noun == "housing" && g.Meaning.Detail is not ("evacuated" or "homeless")) name = "other";
        // "40,000 runners left and 38,500 reached the finish": still runners.
        if (q.Noun is null && g.Meaning.Who == "subject" && quantities.FindLast(x => x.First < q.First && x.Noun is not null && x.Noun is not ("duration" or "distance" or "site")) is { Noun: "staff" or "occupation" or "combatants" or "goods" or "animals" or "cases", Role: not "figure" } crowd)
        {
            q.Role = crowd.Role;
            return null;
        }

        if (name == "carry" && displacedNoun && !Carries(q, g, out _)) return Displaced(q);
        if (name == "move" && (IsState(q, g) || IsStockNoun(q, g))) name = "shelter";
        // "has registered 73,000 IDPs": how many there are.
        if (name == "arrive" && q.Noun is "idp" or "refugee" && !q.NewlyMarked && s.SaysAny(g.At, "registered", "registers", "register", "registering") && q.First > g.At && !HasPeriod()) (name, term) = ("shelter", "displaced");
        // "has identified 2.8 million IDPs displaced after January 2014": those who are displaced now.
        if (name == "move" && q.Noun == "idp" && !q.NewlyMarked && !q.Further && g.At > q.NounAt && g.Meaning.Detail == "displaced" && g.Meaning.Form.HasFlag(VerbForm.Participle) && !Passive(g) && s.SaysAny(q.First - 1, "identified", "identifies", "tracked", "recorded")) (name, term) = ("shelter", "displaced");
        if (name == "arrive" && q.Noun is "idp" && !q.NewlyMarked && s.SaysAny(g.At, "registered") && CampLike(g.At, 6)) (name, term) = ("shelter", "in_relief_camp");
        if (name == "arrive" && g.Meaning.Who != "subject" && s.SaysAny(g.At - 1, "are", "is") && CampLike(g.At, 10)) (name, term) = ("shelter", "sheltered");
        if (name is "carry" or "move" or "motion" or "assisted" or "arrive" && (Homeward(q, g) || OutOfCampAndHome(g))) (name, term) = ("back", "returns");
        // "helped 8,000 to repatriate, with another 4,000 going by themselves": as those before.
        if (name is "move" or "motion" or "arrive" && q.Noun is null && g.Meaning is { Who: "subject", Detail: not "forced_to_flee" } && DraftOf(previous) is { Class: "back" } home) (name, term) = ("back", home.Term);
        if (name is "move" or "motion" or "arrive" && Homebound(q, g)) (name, term) = ("back", "returns");
        // "some hid in the bush, with 900 people registered at Renk": of those who fled, where they are now.
        if (name == "arrive" && g.At == q.End && s.Says(g.At, "registered") && s.Says(q.First - 1, "with") && s.IsMark(q.First - 2, ',') && !HasPeriod()) (name, term) = ("shelter", "displaced");
        // "have not come back": those who are still away.
        if (name == "back" && !q.IsNone && !q.IsZero && q.Noun is not "returnee" && VerbChain.Of(s, g.At, taken).Realis == Realis.Negated) (name, term) = ("shelter", "sheltered");
        // "thousands of displaced are taking refuge there": where they are.
        if (name == "move" && s.SaysAny(g.At + g.Length - 1, "refuge", "shelter", "sanctuary") && g.Meaning.Form.HasFlag(VerbForm.Ing) && (q.Noun is "idp" or "refugee" || s.SaysAny(g.At - 1, "are", "now", "still", "currently"))) (name, term) = ("shelter", "sheltered");
        if (name == "motion" && q.Noun == "housing" && s.Says(g.At, "gone")) (name, term) = ("housing_destroyed", "destroyed_housing");
        if (name == "motion" && q.Noun != "housing" && Path(g) && !OfOwnWill()) name = "move";
        if (name is "move" && OnceMore(g)) (name, term) = ("onward", "displaced");
        if (name == "carry" && context.Moving is not null && q.First > g.At && s.SaysAny(g.At - 1, "they", "it", "buses", "boats", "trucks", "vans", "have", "had", "has")) (name, term) = ("move", "relocated");
        // "Minova took 6,000, Kalehe 2,200"
        if (name == "carry" && q.Noun is null && q.First > g.At && s.SaysAny(g.At, "took", "taken", "takes") && OfPlace(g.At) && (s.IsMark(q.End) || q.End >= s.Count || s.Says(q.End, "and"))) name = "arrive";
        // "the convoy to Donetsk took only 60 people"
        if (name == "carry" && q.First > g.At && s.SaysAny(g.At, "took", "brought", "carried", "taken") && (q.Noun is null || Noun.IsHuman(q.Noun)) && (q.End >= s.Count || s.IsMark(q.End)) && Enumerable.Range(Math.Max(0, g.At - 50), Math.Min(50, g.At)).Any(IsVehicle)) (name, term) = ("move", "evacuated");
        // "militants loaded 1,600 people on buses"
        if (name == "carry" && s.SaysAny(g.At, "loaded", "bundled", "loading") && Enumerable.Range(Math.Max(0, g.At - 5), Math.Min(5, g.At)).Any(Armed)) (name, term) = ("forced_back", "multiple_or_other");
        if (name == "carry" && Carries(q, g, out var outward)) (name, term) = ("move", outward ? "evacuated" : "relocated");
        if (name is "move" or "back" && g.Meaning.Who == "subject" && (ElsewhereThanHome(g) || term == "displaced" && OfOwnWill())) name = "other";
        if (name is not ("move" or "arrive" or "shelter" or "back" or "onward" or "forced_back" or "housing_destroyed" or "housing_damaged"))
        {
            q.Role = RoleName(name);
            return null;
        }

        if (name == "move" && g.Meaning.Name == "move" && term != "forced_to_flee" && s.SaysAny(g.At, "move", "moved", "taken", "brought", "moving", "took", "shifted", "carried") && !Outward(q, g) && OfOwnWill())
        {
            q.Role = "other";
            return null;
        }

        // "forced into 90 shelters", "herded into shelters": they had to leave their homes.
        if (name == "forced_back" && s.Says(g.At + g.Length - 1, "into") && Enumerable.Range(g.At + g.Length, 5).Any(i => i < s.Count && (IsCamp(i) || s.SaysAny(i, "shelters", "schools", "exile", "homelessness", "displacement", "hills", "bush", "forest", "mountains")))) (name, term) = ("move", "displaced");
        // "went on foot", and a crowd that marches of its own will.
        if (name == "onward" && (s.Says(g.At + g.Length, "foot") || s.Says(g.At + g.Length - 1, "on") && g.At + g.Length < s.Count && taken[g.At + g.Length])) (name, term) = ("move", "displaced");
        if (name is "move" or "carry" && (term is "relocated" && Held(g) || term is "relocated" or "displaced" && g.Meaning.Who == "object" && IntoTheirHold(g))) (name, term) = ("forced_back", "multiple_or_other");
        if (name == "forced_back" && s.SaysAny(g.At, "marched", "march", "rallied") && g.At >= q.End && g.Length == 1 && !Driven(g) && !Passive(g) && !s.Says(g.At + 1, "back") && !AgentAfter(g.At))
        {
            q.Role = "other";
            return null;
        }

        if (q.Noun == "returnee") name = "back";
        if (name == "back" && Driven(g)) (name, term) = ("forced_back", "multiple_or_other");
        if (q.Noun == "evacuee" && name == "move") term = "evacuated";
        if (name is "move" && displacedNoun && g.Meaning is { Form: VerbForm.Phrase, Detail: "relocated" }) name = "move";
        var passive = Passive(g);
        var draft = new Draft
        {
            Quantity = q, Class = name, Term = term.Length > 0 ? term : "multiple_or_other", PredicateAt = g.At, Passive = passive,
            Perfect = IsPerfect(q, g),
        };
        if (name is "arrive" or "move" or "shelter" && term is "displaced" or "sheltered" or "relocated" && (name != "move" || term != "displaced") && CampLike(g.At, 10, campOnly: true)) draft.Term = "in_relief_camp";
        if (name == "move" && term == "multiple_or_other" && s.SaysAny(g.At + 1, "paths", "swords")) return null;
        // "about 73,000 have done so": what those of the sentence before were said to do.
        if (!s.Is(g.At, Tag.Predicate) && previous is null && context.LastFigure is { } last) draft.Parent = last;
        // "among them 400 children", "including 300 women": a part of the number before.
        if (previous is not null && DraftOf(previous) is { } whole && (s.EndingAt(q.First, Tag.Include, out _) is not null || s.EndingAt(q.Core, Tag.Include, out _) is not null))
        {
            draft.Parent = whole;
            draft.IsPart = true;
        }

        // "including 60 children and 140 women": the list goes on.
        if (!draft.IsPart && DraftOf(previous) is { IsPart: true, Parent: { } both } sibling && sibling.PredicateAt == g.At && s.Says(q.First - 1, "and") && q.First - previous!.End == 1) (draft.Parent, draft.IsPart) = (both, true);
        if ((DraftOf(previous) ?? context.LastFigure) is { } those && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "whom", "these", "those", "which"))
        {
            draft.Parent = those;
            draft.IsPart = true;
            q.End = Math.Max(q.End, q.CoreEnd + 2);
        }

        if (_drafts.Count > 0 && q.Noun is null && s.Says(0, "of") && _drafts[0].Quantity.First <= 2)
        {
            draft.Parent = _drafts[0];
            draft.IsPart = true;
        }

        return draft;
    }

    // "the mountain has drawn 40,000", "Goma has swallowed 100,000": a place takes people in; a concert draws a crowd.
    private bool OfPlace(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 6); i--)
            if (s.Is(i, Tag.PlaceNoun) || IsCamp(i) || (s.IsWord(i) && s[i].Capital && (i > 0 || s[i].Word is null) && !s.Is(i, Tag.Weekday) && !s.Is(i, Tag.Source)) || s.SaysAny(i, "mountain", "hills", "forest", "valley", "island")) return true;
        return false;
    }

    // "the militia moved 600 families to the town", "1,800 people driven into the city by the militants": into a place that armed men hold.
    private bool IntoTheirHold(Governor g)
    {
        var into = Enumerable.Range(g.At, Math.Min(s.Count - g.At, 14)).Any(i => s.Says(i, "into") && (s.Says(i + 1, "mosul") || s.Says(i + 1, "the") && s.SaysAny(i + 2, "city", "town", "centre", "center")));
        if (!into) return false;
        var passive = Passive(g) || g.Meaning.Form.HasFlag(VerbForm.Participle) && s.Find(g.At - 1, Tag.Unit) is not null;
        if (passive)
        {
            for (var i = g.At; i < Math.Min(s.Count, g.At + 16); i++)
                if (s.Says(i, "by") && (Armed(i + 1) || Armed(i + 2) || Armed(i + 3))) return true;
            return false;
        }

        for (var i = g.At - 1; i >= Math.Max(0, g.At - 8) && !s.IsMark(i, ';'); i--)
            if (Armed(i)) return true;
        return false;
    }

    private bool Armed(int i) =>
        s.SaysAny(i, "militants", "fighters", "jihadists", "gunmen", "insurgents", "extremists", "rebels", "isis", "isil", "daesh", "militia", "militiamen") || s.Says(i, "state") && s.Says(i - 1, "islamic") || s.Says(i, "is") && i < s.Count && s[i].Capital && i > 0;

    // "left the Khazir camp on Sunday and went home to cleared quarters"
    private bool OutOfCampAndHome(Governor g)
    {
        if (g.Meaning is not { Name: "move", Who: "subject" } || !Camp(g.At, g.At + 6)) return false;
        for (var i = g.At + 1; i < Math.Min(s.Count, g.At + 14) && !s.IsMark(i, ';'); i++)
            if (s.SaysAny(i, "and", "to") && (s.Find(i + 1, Tag.Predicate) is { Name: "back" } || s.SaysAny(i + 2, "home", "back") && s.SaysAny(i + 1, "went", "gone", "go", "headed", "head"))) return true;
        return false;
    }

    // After those who came back: "80 families have left from the coast", "900 people were heading towards Sake", to where the first had gone.
    private bool Homebound(Quantity q, Governor g)
    {
        if (g.Meaning is not { Who: "subject", Detail: "displaced" } || (DraftsBefore(q) ?? (context.Distance <= 1 ? context.LastFigure : null)) is not { Class: "back" } last) return false;
        var after = g.At + g.Length;
        if (s.SaysAny(g.At, "left", "departed") && s.Says(after, "from")) return true;
        for (var i = after - 1; i < Math.Min(s.Count - 1, after + 4) && !s.IsMark(i); i++)
            if (s.SaysAny(i, "to", "towards", "toward", "into", "for") && s[i + 1].Capital && last.Destination.Exists(p => p.Name.StartsWith(s.Words(i + 1, i + 2), StringComparison.OrdinalIgnoreCase))) return true;
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
        if (g.Meaning.Form == VerbForm.Phrase && s.Is(g.At - 1, Tag.Have)) return false;
        if (s.Says(g.At - 1, "been") && s.Says(g.At - 2, "have") && s.Says(g.At - 3, "to") || s.Says(g.At - 1, "have") && s.Says(g.At - 2, "to")) return false;
        if (s.Is(g.At - 1, Tag.Have) || s.Is(g.At - 2, Tag.Have) || s.Is(g.At - 3, Tag.Have)) return true;
        if (g.At >= q.End && !s.Says(g.At - 1, "to") && !s.SaysAny(q.First - 1, "left", "made", "rendered", "seen")) return false;
        for (var i = Math.Min(g.At, q.First) - 1; i >= Math.Max(0, q.First - 22) && !s.IsMark(i, ';') && !s.SaysAny(i, "who", "which", "after", "as", "while", "when", "that"); i--)
        {
            if (s.SaysAny(i, "has", "have")) return s.Find(i + 1, Tag.Predicate)?.Form.HasFlag(VerbForm.Participle) == true || s.Find(i + 1, Tag.Control)is not null || s.Is(i + 1, Tag.Adverb) || s.Says(i + 1, "led") || s.Says(i + 1, "been") || s.EndsWith(i + 1, "ed") || s.EndsWith(i + 1, "ly");
            if (s.Find(i, Tag.Predicate) is { Form: VerbForm.Past or VerbForm.Third } || s.SaysAny(i, "was", "were", "is", "are")) return false;
        }

        return false;
    }

    // "are now displaced", "were already displaced": how many there are, not how many more.
    private bool IsState(Quantity q, Governor g)
    {
        if (s.SaysAny(g.At - 1, "remain", "remains", "remained") || s.SaysAny(g.At - 2, "remain", "remains", "remained")) return true;
        if (s.SaysAny(g.At - 1, "currently", "presently", "still") && g.At >= q.End && s.SaysAny(g.At, "displaced", "uprooted", "internally", "internally displaced") || s.SaysAny(g.At - 2, "currently", "still") && s.SaysAny(g.At - 1, "internally") && s.Says(g.At, "displaced")) return true;
        if (s.SaysAny(g.At - 1, "still", "remain", "remained") && s.Says(g.At, "out")) return true;
        if (s.Says(g.At - 1, "already") && g.At - 1 <= q.End + 1 && s.SaysAny(g.At, "displaced", "uprooted")) return true;
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
            if (!s.Is(i, Tag.Adverb) && !s.EndsWith(i, "ly") && !s.SaysAny(i, "now", "still", "already", "estimated", "believed", "thought", "to", "be")) return false;
        }

        return false;
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
    private bool Carries(Quantity q, Governor g, out bool outward)
    {
        outward = false;
        if (!Noun.IsHuman(q.Noun) && q.Noun is not null) return false;
        var after = Math.Max(q.End, g.At + g.Length);
        for (var i = after; i < Math.Min(s.Count, after + 9); i++)
        {
            // "some 900 people, mainly elderly, off the island"
            if (s.IsMark(i, ',') && Array.FindIndex([2, 3, 4, 5], k => s.IsMark(i + k, ',')) is var close && close >= 0)
            {
                i += close + 2;
                continue;
            }

            if (s.IsMark(i) || s.SaysAny(i, "hostage", "captive", "prisoner", "custody") || s.Find(i, Tag.Predicate)?.Form.HasFlag(VerbForm.Past) == true) return false;
            // "sending 300,000 people onto the roads", "into exile"
            if (s.SaysAny(i, "onto", "into") && (s.SaysAny(i + 1, "exile", "flight", "hiding", "homelessness", "displacement") || s.Is(i + 1, Tag.Determiner) && s.SaysAny(i + 2, "road", "roads", "bush", "hills", "mountains", "forest", "forests", "desert", "wilderness"))) return outward = true;
            if (s.SaysAny(i, "hospital", "hospitals", "clinic", "clinics", "morgue", "court", "jail", "prison")) return false;
            if (s.SaysAny(i, "to", "into") && (s.SaysAny(i + 1, "hospital", "hospitals", "clinics", "jail", "prison", "work", "school", "war") || s.SaysAny(i + 2, "hospital", "hospitals", "clinic", "clinics", "emergency", "front"))) return false;
            if (!s.SaysAny(i, "from", "to", "into", "out", "across", "off")) continue;
            outward = s.SaysAny(i, "out", "off");
            return !OfOwnWill() || (outward && s.Says(i + 1, "of") && s.IsWord(i + 2) && (s[i + 2].Capital || s.SaysAny(i + 2, "their", "homes"))) || s.SaysAny(i + 2, "homes", "houses", "villages");
        }

        return false;
    }

    private bool Outward(Quantity q, Governor g) => s.SaysAny(q.End, "out", "away") && s.SaysAny(q.End + 1, "of", "from") || s.SaysAny(g.At + g.Length - 1, "out", "away") || (s.SaysAny(g.At + g.Length, "out", "away") && s.SaysAny(g.At + g.Length + 1, "of", "from"));
}
