using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What governs a number from before it: the verb that takes it as its object, the noun of a deed, the company or vehicle that it goes with.</summary>
internal sealed partial class Roles
{
    // The verb or "noun of" that takes the number as its object.
    private Governor? Left(Quantity q)
    {
        var end = q.First;
        for (var steps = 0; steps < 6 && end > 0; steps++)
        {
            // "displacing for a second time 2,150 people"
            if (s.Says(end - 1, "time") && s.SaysAny(end - 2, "second", "third", "first", "fourth") && s.Says(end - 4, "for")) end -= 4;
            if (s.EndingAt(end, Tag.Predicate, out var verbAt) is not null && end - verbAt > 1) break;
            if (s.EndingAt(end, Tag.Further, out var first) is not null) end = first;
            else if (s.EndingAt(end, Tag.Approximately, out first) is not null) end = first;
            else if (Owner(end) is var owner and > 0) end = owner;
            else if (ListedObject(end) is var list and > 0) end = list;
            // "drove all of its 4,500 inhabitants to the coast"
            else if (s.SaysAny(end - 1, "its", "their", "the") && s.Says(end - 2, "of") && s.SaysAny(end - 3, "all", "most")) end -= 3;
            // "led out, by its own count, | 900 people"
            else if (s.IsMark(end - 1, ',') && OwnCount(end - 1) is var open and > 0) end = open;
            // "admitted | that 900 people": what is said begins anew.
            else if (s.Says(end - 1, "that")) return null;
            else if (s.Is(end - 1, Tag.Determiner)
                || s.SaysAny(end - 1, "only", "just", "also", "already", "some", "out", "away", "now", "remaining", "last", "first", "another", "\""))
                end--;
            else break;
        }

        if (end <= 0) return null;
        // "The mayor admitted | 900 people had not fled"
        if (s.SaysAny(end - 1, "admitted", "admits") && s.Is(q.End, Tag.Helping)) return null;
        if (Loses(q, end - 1)) return Governor.Of("move", "displaced", "object", end - 1);
        // "the camp was left by 33 families"
        if (s.Says(end - 1, "by") && s.EndingAt(end - 1, Tag.Predicate, out var leaving) is { Name: "move", Who: "subject" } quit
            && quit.Form.HasFlag(VerbForm.Participle) && s.Is(leaving - 1, Tag.Be | Tag.Adverb))
            return new Governor(quit with { Who = "object" }, leaving, end - 1 - leaving);
        if (OrderOver(end - 1) is { } order) return order;
        if (Split(q, end - 1) is { } split) return split;
        // "fleeing the town on Monday were 2,300 people", "also displaced were 2,300 people"
        if (s.SaysAny(end - 1, "were", "are") && Fronted(end - 1) is { } fronted) return fronted;
        // "Among those who fled were 2,300 people", "Those who fled numbered 2,300", "The families who fled were 2,300 in number"
        var number = s.SaysAny(end - 1, "numbered", "totalled", "totaled", "included", "include")
            || s.SaysAny(end - 1, "were", "are") && s.Says(q.CoreEnd, "in") && s.Says(q.CoreEnd + 1, "number");
        if (s.Is(end - 1, Tag.Be) && s.Says(0, "among") && s.SaysAny(1, "those", "people", "the")
            || number && (s.Says(0, "those") || s.Any(1, 4, static (s, i) => s.Says(i, "who") && Noun.IsHuman(s.Find(i - 1, Tag.Unit)?.Name))))
            for (var i = 1; i < end - 1; i++)
                if (Predicate(i) is { } theirs && IsFlow(theirs) && theirs.Meaning.Form != VerbForm.Noun) return theirs;
        if (s.Says(end - 1, "of") && Emptied(end - 1) is { } emptied) return emptied;
        if (s.Says(end - 1, "of") && s.SaysAny(end - 2, "number", "total", "figure", "estimate", "minimum", "maximum", "average", "mean") is var counted)
        {
            // "a total of 5,000", "a daily average of 5,000", "the displacement of about 5,000"
            if (counted)
            {
                end -= 2;
                while (end > 0 && (s.Is(end - 1, Tag.Determiner)
                    || s.SaysAny(end - 1, "estimated", "combined", "large", "grand", "initial", "provisional", "overall", "daily", "weekly", "monthly")))
                    end--;
            }

            if (s.Says(end - 1, "of") && DeedOf(end - 1) is { } deed)
            {
                // "a daily influx of 1,000 people"
                q.Per ??= Period.Each(s, deed.At - 1);
                return deed;
            }

            if (!counted && s.SaysAny(end - 2, "most", "all", "lives", "deaths", "bodies", "killing", "caseload")
                && s.EndingAt(end, Tag.Predicate, out var at2) is { } phrase2)
                return new Governor(phrase2, at2, end - at2);
        }

        // "an exodus that included 700 families", "the evacuation of Sanda involved 900 people": the deed is told of its people.
        if (s.SaysAny(end - 1, "included", "involved", "comprised", "numbered", "concerned", "involving"))
            for (var i = end - 2; i >= Math.Max(0, end - 9) && s.IsWord(i) && !s.Is(i, Tag.Be) && !s.Is(i, Tag.Have); i--)
                if (Predicate(i) is { Meaning.Form: VerbForm.Noun } deed && IsFlow(deed)) return deed;
        if (s.EndingAt(end, Tag.Predicate, out var at) is { } found && !taken[at])
        {
            // "with them came 90 others", "out of the hills came 300 families": the subject stands last.
            if (found is { Who: "subject", Name: "move" or "motion" or "arrive" } && found.Form.HasFlag(VerbForm.Past) && end - at == 1
                && Inverted(at))
                return new Governor(found with { Name = "move", Who = "object", Detail = "displaced" }, at, 1);
            // "after the slaughter 16,000 people left": a noun.
            if (found.Form is VerbForm.Base && s.Is(at - 1, Tag.Determiner)) return null;
            // "soldiers hurried 900 people from the valley", "boats landed 1,130 people at Teknaf"
            found = s.OfObject(at, end - at, found);
            var governor = new Governor(found, at, end - at);
            if (found.Name is "move" or "motion" or "arrive" or "back" or "onward" && found.Who is "subject")
                return null;
            if (found.Name == "arrive" && s.Is(at - 1, Tag.Be)) return null;
            // "schools that used to host 300 families": they did.
            if (found.Name == "capacity" && s.Says(at, "to") && s.Says(at - 1, "used") && !s.Is(at - 2, Tag.Be)
                && s.Find(at + 1, Tag.Predicate) is { Name: "shelter", Who: "object" } did) return governor with { Meaning = did };
            if (found.Name == "shelter")
            {
                if (found.Form == VerbForm.Phrase && found.Who != "object") return null;
                if (s.SaysAny(at - 1, "can", "could", "to", "will", "would", "may") || s.SaysAny(at - 2, "can", "could", "will"))
                    return governor with { Meaning = found with { Name = "capacity" } };
            }
            return FitsLeft(q, governor) ? governor : null;
        }

        if (Shoved(q, end - 1) is { } shoved) return shoved;
        // "the train from Pokrovsk left with 187 people", "then with 1,198 people"; "fled to the berm with 25 others"
        if (s.Says(end - 1, "with") && (q.Noun is null || Noun.IsHuman(q.Noun)) && With(q, end - 1) is { } with) return with;
        // "a camp for 18,000 people was opened": its size.
        if (s.Says(end - 1, "for") && IsCamp(end - 2)) return new Governor(new Meaning(Tag.Predicate, "capacity"), end - 2, 1);
        // "arranged the return for 42 refugees"
        if (s.Says(end - 1, "for") && s.EndingAt(end > 1 && s[end - 2].Kind == TokenKind.Quote ? end - 2 : end - 1, Tag.Predicate, out var home)
            is { Name: "back" } back && back.Form.HasFlag(VerbForm.Noun)) return new Governor(back, home, 1);
        // "tents for", "aid to", "food for", "support to": things for people.
        if (s.Has(end - 1, Cue.For))
            for (var i = end - 2; i >= 0 && end - i < 8 && !s.IsMark(i); i--)
            {
                if (s.Find(i, Tag.Predicate) is { Name: "assisted" } assisted) return new Governor(assisted, i, 1);
                if (s.Find(i, Tag.Unit)?.Name == "goods" || s.Has(i, Cue.Aid))
                    return new Governor(new Meaning(Tag.Predicate, s.Has(i, Cue.Room) ? "capacity" : "assisted"), i, 1);
                if (s.Is(i, Tag.CountNoun | Tag.Be)) break;
            }

        return null;
    }

    // "fleeing the town on Monday | were", "also displaced by the flood | were": the participle that the sentence begins with.
    private Governor? Fronted(int be) =>
        Predicate(s.Is(0, Tag.Adverb) ? 1 : 0) is { Meaning.Form: var form } opening && IsFlow(opening) && form != VerbForm.Noun
            && (form.HasFlag(VerbForm.Ing) || form.HasFlag(VerbForm.Participle))
            && !s.Any(opening.End, be, static (s, i) => s.IsMark(i) || s.IsNumber(i) && !s.Is(i + 1, Tag.Month) || s.Is(i, Tag.Helping))
            ? opening : null;

    // "the town is losing its 900 inhabitants", "has lost 900 of its people": a place whose people go.
    private bool Loses(Quantity q, int verb)
    {
        // "gave up", "let go of"
        var particles = s.Says(verb, "up") ? 1 : s.Says(verb, "of") && s.Says(verb - 1, "go") ? 2 : 0;
        verb -= particles;
        if (!s.Has(verb, Cue.Losing) || particles == 0 && s.SaysAny(verb, "gave", "given", "give", "gives", "giving", "let")) return false;
        // "lost 12 of its people in the raid": they died.
        var end = s.Says(q.CoreEnd, "of") ? q.CoreEnd + 3 : q.End;
        if (s.SaysAny(end, "in", "to") && s.Any(end + 1, end + 5, static (s, i) => s.Is(i, Tag.Cause))) return false;
        var inhabitants = s.SaysAny(q.NounAt, "inhabitants", "residents");
        if (!s.SaysAny(verb, "lost", "lose", "loses", "losing", "shed"))
            return OfPlace(verb) && (s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "its", "their")
                || inhabitants || s.SaysAny(q.NounAt, "people", "civilians", "villagers", "families", "households", "townspeople"));
        if (s.SaysAny(verb, "losing", "loses") && (inhabitants && q.End > q.CoreEnd
            // "is losing 60 families a day"
            || q.Per is not null && Noun.IsHuman(q.Noun) && OfPlace(verb) && (Caused() || Within(q.End, 8, "flee", "leave", "go")))) return true;
        if (s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "its", "their") && OfPlace(verb)) return true;
        // "the town, which had 95,000 inhabitants, lost 1,250 more on Sunday"
        if (!s.Says(verb, "lose") && (q.Noun is null || inhabitants || s.Says(q.NounAt, "people"))
            && quantities.Exists(x => x.First < q.First && x.Role == "population")) return true;
        // "lost 9,000 inhabitants to Idlib", "to the camps"
        var to = q.End + 1;
        return !s.Says(verb, "shed") && Noun.IsHuman(q.Noun) && s.Says(q.End, "to") && to < s.Count
            && (s[to].Capital || s.Is(to, Tag.Determiner) && (IsCamp(to + 1) || s.Has(to + 1, Cue.Refuge)));
    }

    // "evacuated | the wounded and 320 villagers": others stand in the list before the number; or -1.
    private int ListedObject(int end)
    {
        var noun = end - 2;
        if (noun < 1 || !s.Says(end - 1, "and") || !(s.Find(noun, Tag.Unit) is { Name: not ("site" or "housing" or "goods") }
            || s[noun].Word is null && s.EndsWith(noun, "s"))) return -1;
        while (s.Is(noun - 1, Tag.Determiner)) noun--;
        return s.EndingAt(noun, Tag.Predicate, out _) is { Name: "move", Who: "object" } ? noun : -1;
    }

    // "evacuated | the old town's 4,000 people", "drove out | Gori's 900": whose people they are stands between; or -1.
    private int Owner(int end)
    {
        if (end < 2 || s[end - 1].Kind != TokenKind.Possessive) return -1;
        var first = end - 1;
        while (first > 0 && end - first < 6 && s.IsWord(first - 1)
            && (s[first - 1].Capital || s.Is(first - 1, Tag.PlaceNoun | Tag.Determiner | Tag.Direction))
            && !s.Is(first - 1, Tag.Source)) first--;
        return first < end - 1 ? first : -1;
    }

    // "shoved | 220 villagers out of Rubaya": whatever is done, the way behind says that they are moved.
    private Governor? Shoved(Quantity q, int verb)
    {
        if (!Noun.IsHuman(q.Noun) || !s.IsWord(verb) || s[verb].Capital || !s.EndsWith(verb, "ed")
            || s.Is(verb, Tag.Predicate) && !s.Says(verb, "helped") || s.Is(verb, Tag.Speech | Tag.Preposition | Tag.Control | Tag.Adverb)
            || s.Is(verb - 1, Tag.Be)) return null;
        var away = s.Says(q.End, "out") && s.Says(q.End + 1, "of") || s.Says(q.End, "away") && s.Says(q.End + 1, "from") || s.Says(q.End, "off");
        return away && !OfOwnWill() ? Governor.Of("move", "displaced", "object", verb) : null;
    }

    // "an evacuation order covers | 30,000 residents", "the evacuation warning was issued to": the deed is ordered.
    private Governor? OrderOver(int verb)
    {
        if (!s.Has(verb, Cue.Covering)) return null;
        for (var i = verb - 1; i >= Math.Max(0, verb - 14) && !s.IsMark(i, ';'); i--)
            if (s.Has(i, Cue.Orders) && s.Find(i - 1, Tag.Predicate) is { Name: "move", Form: VerbForm.Noun } deed) return new Governor(deed, i - 1, 1);
        return null;
    }

    private bool Inverted(int verb)
    {
        var first = verb - 1;
        while (first > 0 && verb - first < 7 && !s.IsMark(first - 1)) first--;
        return (s.SaysAny(first, "with", "behind", "after", "from", "out", "among", "down", "over")
            || s.Says(first, "on") && taken[first + 1] && verb - first <= 3) && !OfOwnWill();
    }

    // The comma before "by their own count, |", or 0.
    private int OwnCount(int comma)
    {
        var open = comma - 1;
        while (open > 0 && comma - open < 8 && !s.IsMark(open)) open--;
        return s.IsMark(open, ',') && s.SaysAny(open + 1, "by", "on", "according", "so") ? open : 0;
    }

    // People who are aboard what sets out, or who go with somebody.
    private Governor? With(Quantity q, int with)
    {
        // "the town fled, with 1,000 families remaining": a clause of its own.
        if (Near(q, out _) is { Meaning.Form: VerbForm.Phrase or VerbForm.Ing }) return null;
        var deed = -1;
        if (quantities.Exists(x => x.First < q.First && x.Noun is "staff")) return null;
        for (var i = with - 1; i >= Math.Max(0, with - 24) && !s.IsMark(i, ';'); i--)
        {
            if (deed < 0 && SetsOut(i)) deed = i;
            if (IsVehicle(i) && i < deed) return OfOwnWill() ? null : Carrying(deed);
        }

        // "a boat with 86 people from the delta | docked on Sunday"
        var aboard = with - 1;
        while (aboard > 0 && with - aboard < 4 && !IsVehicle(aboard) && !s.IsMark(aboard)) aboard--;
        for (var i = q.End; IsVehicle(aboard) && i < Math.Min(s.Count, q.End + 9) && !s.IsMark(i); i++)
            if (SetsOut(i)) return OfOwnWill() ? null : Carrying(i);
        return deed >= 0 && (s.Has(q.NounAt, Cue.Company) || s.SaysAny(with - 1, "along", "together")) && Predicate(deed) is { } verb && !OfOwnWill()
            ? verb with { Meaning = verb.Meaning with { Name = "move", Who = "object" } } : null;
    }

    // "the boat left with 36 people" took them out, "arrived with 36 people" brought them.
    private Governor Carrying(int deed) =>
        s.SaysAny(deed, "arrived", "docked", "landed", "moored", "berthed") ? Governor.Of("arrive", "displaced", "both", deed)
            : Governor.Of("move", "evacuated", "object", deed);

    private bool SetsOut(int i) => s.Has(i, Cue.SettingOut)
        || Predicate(i) is { Meaning: { Name: "move" or "motion" or "arrive", Who: "subject", Form: not VerbForm.Noun and not VerbForm.Phrase } };

    private bool IsVehicle(int i) => s.Has(i, Cue.Vehicle);

    // "the displacement | of 500"
    private Governor? DeedOf(int of) =>
        s.EndingAt(of, Tag.Predicate, out var at) is { } noun && noun.Form.HasFlag(VerbForm.Noun) ? new Governor(noun, at, of - at) : DeedBefore(of);

    // "the return to Afghanistan | of 159 refugees", "the evacuation from Homs to Idlib | of 900 people": the deed stands before its places.
    private Governor? DeedBefore(int of)
    {
        if (s.Is(of - 1, Tag.PlaceNoun) || !s.IsWord(of - 1)) return null;
        for (var i = of - 1; i > Math.Max(0, of - 9); i--)
        {
            if (Predicate(i) is { } deed && deed.Meaning.Form.HasFlag(VerbForm.Noun) && i < of - 1)
                return IsFlow(deed) && (s.Is(i - 1, Tag.Determiner) || s.EndsWith(i - 1, "ed") || s[i - 1].Word is null) ? deed : null;
            if (!(s.IsWord(i) && (s[i].Capital || s.Is(i, Tag.Preposition | Tag.Determiner | Tag.PlaceNoun | Tag.Direction) || s.Says(i, "and"))))
                return null;
        }

        return null;
    }

    // "brought [600 people] out", "set [250 families] in motion", "put [40 people] on buses": the fixed words stand after the object.
    private Governor? Split(Quantity q, int verb)
    {
        if (!s.IsWord(verb) || !s.IsWord(q.End) || q.Noun is not null && !Noun.IsHuman(q.Noun)) return null;
        var node = Lexicon.Default.Find(s.Chars(verb));
        Meaning? meaning = null;
        var words = 0;
        // "took 640 of them away"
        var end = PastOfThem(q);
        for (var i = end; node?.Next is not null && s.IsWord(i) && node.NextBySpan.TryGetValue(s.Chars(i), out node); i++)
            if (node.Lexeme?.Find(Tag.Predicate) is { } found && (found.Name == "shelter" || found.Name is "carry" || IsFlow(new Governor(found, verb, 1))))
                (meaning, words) = (found, i + 1 - end);
        if (meaning is null || words == 1 && s.Is(end, Tag.Preposition | Tag.Adverb) && !SplitBy(end)) return null;
        if (words > 1 || !SplitBy(end)) return meaning.Who == "object" ? new Governor(meaning, verb, 1) : null;
        return meaning.Who == "object" || meaning.Name == "move" && s.SaysAny(end, "out", "away", "off")
            ? new Governor(meaning with { Who = "object", Detail = meaning.Who == "object" ? meaning.Detail : "evacuated" }, verb, 1) : null;
    }

    // A particle that stands alone.
    private bool SplitBy(int i) =>
        s.SaysAny(i, "out", "off", "away", "through", "across")
        || s.SaysAny(i, "in", "up") && (s.IsMark(i + 1) || s.SaysAny(i + 1, "after", "since", "on", "when", "as", "over"));

    // "emptied that village of its 1,450 inhabitants"
    private Governor? Emptied(int of)
    {
        for (var i = of - 1; i > Math.Max(0, of - 8) && !s.IsMark(i); i--)
            if (s.Has(i, Cue.Emptying)) return Governor.Of("move", "displaced", "object", i);
            // "burned down the homes of 900 people"
            else if (s.SaysAny(of - 1, "homes", "houses", "dwellings")
                && (s.Find(i, Tag.Predicate) is { Name: "housing_destroyed" } || s.SaysAny(i, "took", "claimed", "cost")))
                return Governor.Of("move", "homeless", "object", i);
        return null;
    }

    private Draft? SoDid(Quantity q)
    {
        var did = LeadOf(q) - 1;
        if (!s.SaysAny(did, "did", "have", "had") || !s.SaysAny(did - 1, "so", "as") || q.Noun is not null && !Noun.IsHuman(q.Noun)) return null;
        for (var i = did - 2; i >= 0; i--)
            if (Predicate(i) is { Meaning.Form: not VerbForm.Noun } deed && (IsFlow(deed) || Moves(deed))) return Governed(new Number(this, q, 0), deed);
        return null;
    }

    private Draft? DeedBefore(Quantity q)
    {
        for (var i = q.First - 2; i >= Math.Max(0, q.First - 16) && !s.IsMark(i, ';'); i--)
            if (Predicate(i) is { } deed && IsFlow(deed)) return Told(q, deed, i, 0.7);
        return null;
    }

    private Draft? NoneMoved(Quantity q)
    {
        for (var i = 0; i < s.Count; i++)
            if (Predicate(i) is { Meaning: { Name: "move" or "arrive", Form: not VerbForm.Noun } } deed)
                return Told(q, deed, -1, 0.6);
        return null;
    }
}
