using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// Gives every number of a sentence its role (pipeline step 5). A number becomes a figure only when a displacement word governs it;
/// every other number keeps the role that kept it out.
/// </summary>
internal sealed partial class Roles(Sentence s, List<Quantity> quantities, bool[] taken, Context context)
{
    private readonly List<Draft> _drafts = [];

    private sealed record Governor(Meaning Meaning, int At, int Length);

    public List<Draft> Read()
    {
        // What is denied without a number may be answered by one: "nobody crossed on Sunday; on Saturday there were 340".
        Denials.Read(s, taken, quantities, _drafts);
        for (var n = 0; n < quantities.Count; n++)
        {
            var q = quantities[n];
            // "damaged 140 others": of what was numbered before.
            if (s.SaysAny(q.NounAt, "others") && quantities.FindLast(x => x.First < q.First && x.Noun is not null and not ("site" or "duration" or "distance" or "money")) is { Noun: { } kind } && !Noun.IsHuman(kind) && kind is not ("deaths" or "injured" or "staff" or "occupation" or "unknown")) q.Noun = kind;
            q.Role ??= Inherent(q);
            if (q.Role is not null) continue;
            var previous = n > 0 ? quantities[n - 1] : null;
            // "nearly a third (300) of the 900", "76 per cent (120 families)": the same share in figures. "Barangays 88 and 89": names.
            if (previous is not null && (previous.IsPercent || previous.Share is not null) && q.Noun is null && s.IsMark(q.First - 1, '(') && s.IsMark(q.End, ')') && previous.CoreEnd == q.First - 1)
            {
                q.Role = "other";
                continue;
            }

            if (previous is { Role: "name_part" } && q.Noun is null && q.First == previous.CoreEnd + 1 && (s.Says(q.First - 1, "and") || s.IsMark(q.First - 1, ',')))
            {
                q.Role = "name_part";
                continue;
            }

            if (PartOf(q) && !(Near(q, out var own) is { } deed && own && IsFlow(deed)))
            {
                q.Role = "population";
                continue;
            }

            if (previous is not null && (IsWholeOf(previous, q) || (DraftOf(previous)?.Quantity.Whole == q && Near(q, out _) is null)))
            {
                q.Role = "population";
                continue;
            }

            var draft = q.IsPercent || q.Share is not null ? Share(q, n) : Person(q, previous);
            if (draft is null)
            {
                q.Role ??= "other";
                continue;
            }

            q.Role = "figure";
            // "nearly half of the 200,000 civilians, 95,000, have gone": the share is told by its number.
            if (q.Share is null && s.IsMark(q.First - 1, ',') && _drafts.Count > 0 && _drafts[^1] is { Quantity: { Share: not null, Value: { } rough } } share && share.PredicateAt == draft.PredicateAt && q.Value is { } told && Math.Abs(told - rough) < 0.15 * rough)
            {
                share.Quantity.Role = "percent";
                _drafts.Remove(share);
            }

            Complete(q, draft);
            draft.IsPart |= q.Whole is not null && q.Share is null && draft.Class is "move" or "arrive";
            Part(draft);
            // "an estimate of 34,000 displaced": a count of them, whatever stands behind it.
            var lead = q.First;
            while (s.Is(lead - 1, Tag.Determiner) || s.Is(lead - 1, Tag.Approximately) || lead > 0 && s[lead - 1].Kind == TokenKind.Quote) lead--;
            draft.IsTally |= draft.Class is "move" && !draft.IsPart && q.Noun is null && s.Says(lead - 1, "of") && (s.Is(lead - 2, Tag.CountNoun) || s.SaysAny(lead - 2, "figure", "count", "tally", "estimate")) && !s.SaysAny(lead - 2, "number", "total", "numbers", "totals");
            _drafts.Add(draft);
        }

        context.People = quantities.FindLast(x => Noun.IsHuman(x.Noun)) is { Role: "population" or "in_need" or "trapped" or "affected" } people ? people : null;
        _drafts.Sort((a, b) => a.Quantity.First.CompareTo(b.Quantity.First));
        context.Room = quantities.Find(x => x.Role == "capacity")?.Noun;
        return _drafts;
    }

    // What belongs to the span behind the number: "the 6.1 million displaced" as a noun, "half of them", "a third of the evacuees".
    private void Complete(Quantity q, Draft draft)
    {
        if (q.Noun is null && draft.Class == "shelter" && draft.PredicateAt == q.End && s.Says(q.End, "displaced") && !s.Is(q.End + 1, Tag.Preposition) && !taken[Math.Min(q.End + 1, s.Count - 1)]) q.End++;
        if (q.Share is null || q.IsPercent || q.End != q.CoreEnd || !s.Says(q.End, "of")) return;
        if (s.SaysAny(q.End + 1, "them", "those", "whom") && s.Find(q.End + 2, Tag.Unit) is null) q.End += 2;
        else if (s.Is(q.End + 1, Tag.Determiner) && s.Find(q.End + 2, Tag.Unit, out var length) is { } unit && Noun.IsHuman(unit.Name)) q.End += 2 + length;
    }

    // "1.5 million of Gaza's 2.2 million people": the second is the population that the first is taken from.
    private bool IsWholeOf(Quantity part, Quantity whole) =>
        part.Share is null && !part.IsPercent && part.Value < whole.Value && s.Says(part.CoreEnd, "of") && whole.First - part.CoreEnd <= 5 && Near(whole, out _) is null && !s.IsMark(whole.First - 1) && !Parted(part.CoreEnd + 1, whole.First);

    // "one of them and there are 300 people": another clause.
    private bool Parted(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.Is(i, Tag.Pronoun) || s.SaysAny(i, "and", "or", "but")) return true;
        return false;
    }

    // "some of the 35,000 inhabitants": how many there are, not how many of them.
    private bool PartOf(Quantity q)
    {
        var i = q.First - 1;
        while (s.Is(i, Tag.Determiner) || s.SaysAny(i, "estimated", "some")) i--;
        // "most of the camp's 12,000"
        if (i >= 0 && s[i].Kind == TokenKind.Possessive)
            while (i > 0 && q.First - i < 7 && !s.Says(i, "of") && !s.IsMark(i)) i--;
        return s.Says(i, "of") && i < q.First - 1 && s.SaysAny(i - 1, "some", "many", "most", "few", "part", "parts", "several", "majority", "much", "portion", "any", "fraction", "minority", "all") && !s.SaysAny(i - 1, "all");
    }

    private Draft? DraftOf(Quantity? q) => q is null ? null : _drafts.Find(d => d.Quantity == q);

    private string? Inherent(Quantity q)
    {
        if (q.IsMoney || q.Noun == "money") return "money";
        var before = q.First - 1;
        if (q.Noun is null && !q.IsPercent && q.Share is null)
        {
            if (q.MayBeYear) return "date";
            if (s.Is(before, Tag.NameHead) && !Numbered(before) && q.CoreEnd == q.Core + 1 && q.Value < 10000 && (s[before].Capital || s.SaysAny(before, "no", "number", "phase", "level", "route", "block", "sector", "highway", "tel", "phone", "magnitude", "category", "covid", "round", "page", "chapter", "annex") || !s[q.Core].Spaced))
            {
                q.First = before;
                return "name_part";
            }

            if (s.IsMark(before, '.') && s.Says(before - 1, "no")) return "name_part";
            if (IsAge(q)) return "age";
            if (s.Is(before, Tag.Month) || (s.Is(q.CoreEnd, Tag.Month) && s[q.CoreEnd].Capital)) return "date";
        }

        return q.Noun switch
        {
            null => s.IsMark(q.CoreEnd, '-') && s.IsNumber(q.CoreEnd + 1) ? "other" : null,
            "site" => "count_of_sites",
            // "2 million members" of a party, "15 members of his family"
            "person" when s.Says(q.NounAt, "members") && (!s.Says(q.End, "of") || s.SaysAny(q.End + 1, "his", "her", "my", "our")) => "other",
            "combatants" or "deaths" or "injured" or "distance" or "duration" or "goods" => q.Noun,
            "staff" or "animals" or "cases" or "area_size" or "measure" => "other",
            _ => s.IsMark(q.End, '-') && !s[q.End].Spaced || (q.End < s.Count && s[q.End].Kind == TokenKind.Possessive && q.Noun != "person") ? "other" : null,
        };
    }

    // "800 miners were displaced", "600 bakers fled": whoever they are, the verb leaves no doubt.
    private bool Uprooted(Quantity q) =>
        (Near(q, out _) ?? Left(q) ?? Right(q, q.End)) is { Meaning: { Name: "move" } verb } governor && verb.Form != VerbForm.Noun && !OfOwnWill() && !quantities.Exists(x => x.First > q.First && x.First < governor.At)
        && (verb.Who == "object" ? s.SaysAny(governor.At, "displaced", "uprooted", "evacuated", "expelled", "evicted", "displacing", "displace", "uprooting", "evacuate") && (governor.At <= q.End || Passive(governor)) : verb.Detail == "forced_to_flee");

    // "a party | of 75", "columns | of 600 and 900 people"
    private bool Collective(int of) => s.Says(of, "of") && s.SaysAny(of - 1, "party", "group", "groups", "column", "columns", "convoy", "convoys", "crowd", "crowds", "wave", "waves", "band", "bands", "batch", "contingent", "caravan", "busload", "boatload", "stream", "parties", "batches", "procession", "line", "queue", "community", "total");

    // "those driven out of Kyaukphyu | number 3,000"
    private bool Numbered(int verb)
    {
        if (!s.Says(verb, "number") || s[verb].Capital || s.Is(verb - 1, Tag.Determiner)) return false;
        for (var i = verb - 1; i >= Math.Max(0, verb - 9) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "those", "who", "they", "displaced", "refugees", "arrivals")) return true;
        return false;
    }

    private bool IsAge(Quantity q)
    {
        if (q.Value is not (> 0 and < 120) || q.CoreEnd != q.Core + 1) return false;
        if (s.SaysAny(q.First - 1, "aged", "age", "ages")) return true;
        if (s.SaysAny(q.Core - 1, "under", "over") && s.Find(q.Core - 2, Tag.Unit)?.Name == "person") return true;
        if (s.IsMark(q.Core - 1, '(') && s.IsMark(q.CoreEnd, ')') && q.Core >= 2 && s[q.Core - 2].Capital) return true;
        // ", 34," after a name or "one woman"
        return s.IsMark(q.Core - 1, ',') && q.Core >= 2 && (s[q.Core - 2].Capital || s.IsWord(q.Core - 2) && s.Words(q.Core - 2, q.Core - 1).Any(char.IsUpper) || s.SaysAny(q.Core - 2, "woman", "man", "boy", "girl", "mother", "father", "farmer", "teacher", "resident")) && (s.IsMark(q.CoreEnd, ',') || s.IsMark(q.CoreEnd, '.') || s.IsMark(q.CoreEnd, ')')) && !s.IsNumber(q.Core - 2);
    }

    private Draft? Person(Quantity q, Quantity? previous)
    {
        // "and 30 of them walked there": of those who are no figure.
        if (q.Noun is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them") && previous is { Noun: not null and not "site" and not "duration", Role: { } theirRole } && theirRole is "deaths" or "injured" or "combatants" or "missing" or "detained")
        {
            q.Role = theirRole;
            return null;
        }

        if (q.Noun is "unknown" && Uprooted(q)) q.Noun = "person";
        // "one million Ukrainians, and 327,000 have come": of the same people.
        if (q.Noun is null && previous is { Noun: "person" or "refugee", NounCountry: { } nation }) q.NounCountry ??= nation;
        var human = Noun.IsHuman(q.Noun);
        var displacedNoun = q.Noun is "idp" or "refugee" or "evacuee" or "arrival" or "returnee" || q.Adjective is { Name: "move" or "shelter" or "arrive" };
        if (q.Noun is not null && !human && q.Noun != "housing") return null;
        if (q.IsZero && q.Noun is null && Nothing(q) is { } nothing) return nothing;
        if (q.Noun is null && Deeds(q) is { } deeds) return deeds;
        if (q.Noun is null && Expected(q) is { } expected) return expected;
        // "All but 300 of the 12,000 have fled", "of every ten people who fled": those who stayed, and a measure.
        if (s.Says(q.First - 1, "but") && s.Says(q.First - 2, "all") || s.SaysAny(q.First - 1, "every", "each"))
        {
            q.Role = s.Says(q.First - 1, "but") ? "population" : "other";
            return null;
        }

        // "One woman had fled": a person, and no count of people.
        if (q.Value == 1 && s.Says(q.Core, "one") && s.SaysAny(q.NounAt, "woman", "man", "boy", "girl", "child", "person", "resident", "villager", "civilian")) return null;
        // A small number word with no noun is mostly a pronoun: "one of", "the two".
        if (q.Noun is null && q.Value is < 10 && s.IsWord(q.Core)) return q.Core == 0 ? Elliptic(q) : null;
        if (q.Quantifier == Quantifier.Vague && q.Noun is null && (s.Says(q.Core, "several") || s.Says(q.Core, "a") && s.Says(q.Core + 1, "few") && q.CoreEnd == q.Core + 2)) return null;
        if (q.IsZero && !s.Is(q.CoreEnd, Tag.Unit) && q.Noun is null) return null;
        if (s.Says(q.Core, "zero") && q.Noun is null) return null;
        if (q.Noun is null && s.IsWord(q.Core - 1) && s[q.Core - 1].Capital && q.Core - 1 > 0 && s.IsNumber(q.Core) && !s[q.Core].Grouped && !s.IsSmall(q.Core - 1) && !s.Is(q.Core - 1, Tag.Speech) && q.Value < 1000 && s.Find(q.Core - 1, Tag.Approximately) is null && !s.Is(q.Core - 1, Tag.Further) && !s.Is(q.Core - 1, Tag.Month) && !s.Is(q.Core - 1, Tag.Weekday) && !s.Is(q.Core - 1, Tag.Predicate))
        {
            q.Role = "name_part";
            return null;
        }

        // "800 patients, among them sixty newborns": of those who are no figure.
        if (previous is { Noun: "staff" or "occupation" or "combatants" or "animals" or "cases", Role: { } kept } && kept != "figure" && s.EndingAt(q.First, Tag.Include, out _) is not null)
        {
            q.Role = kept;
            return null;
        }

        if (Called(q) is { } called) return called;
        if (InCamp(q) is { } camp) return camp;
        if (AtRate(q) is { } rate) return rate;
        if (q.Noun is null && q.Role is null && s.SaysAny(q.First - 1, "given", "gave", "gives", "give", "say", "says", "said", "against", "counted") && Elliptic(q) is { } said) return said;
        if (SamePeople(q) && Tally(q) is { } again) return again;
        if (Labelled(q) is { } labelled) return labelled;
        if (q.Role is not null) return null;
        var near = Near(q, out var viaRelative);
        var main = viaRelative || near is not null && IsAdjectival(q, near) ? Right(q, near!.At + near.Length) : Right(q, q.End);
        main ??= near;
        // "300 of the 2,000 people who tried to leave made it": the verb of the part stands after what all of them did.
        var all = q.Noun is null && s.Says(q.CoreEnd, "of") ? quantities.Find(x => x.First > q.CoreEnd && x.First <= q.CoreEnd + 5) : null;
        var done = all is not null && Near(all, out var theirs) is { } deed && (theirs || IsAdjectival(all, deed)) ? deed : null;
        // Told with all of them, these do not count beside them.
        if (done is not null && (IsFlow(done) || done.Meaning.Name == "motion") && VerbChain.Of(s, done.At, taken).Realis == Realis.Asserted) q.Whole = all;
        if (done is not null && Right(all!, done.At + done.Length) is { } what)
        {
            main = what;
            near = null;
            q.Noun = all!.Noun;
            q.End = all.End;
            q.NounAt = all.NounAt;
        }
        // "9,000 of the city's 1.2 million inhabitants have crossed": the verb stands after all of them.
        else if (q.Noun is null && s.Says(q.CoreEnd, "of") && all is not null && Noun.IsHuman(all.Noun)) main = Right(q, all.End);
        var left = Left(q);
        // "up from 1,500 a day in February": the role of the number that it is set against.
        var start = q.First;
        while (s.Is(start - 1, Tag.Determiner)) start--;
        if (s.EndingAt(start, Tag.Rise, out _) is not null && (DraftOf(previous) ?? (s.Says(0, "that") || previous is null && s.SaysAny(0, "this", "it") ? context.LastFigure : null)) is { } compared && near is null)
            return new Draft { Quantity = q, Class = compared.Class, Term = compared.Term, Parent = compared, IsComparison = true, RoleScore = 0.7 };

        if (s.EndingAt(start, Tag.Rise, out _) is not null && s.SaysAny(start - 1, "from", "on") && previous is { Role: { } beside } && beside != "figure" && DraftsBefore(q) is null)
        {
            q.Role = beside;
            return null;
        }

        // "the death toll at 1,234 and the number of displaced at 61,000": a tally before a verb further on; "in 1,605 shelters" has no verb of its own.
        var bound = q.Noun is null && near is null && s.SaysAny(q.First - 1, "at", "to", "as", "of", "in", "into", "on", "from", "by", "with", "across") && !Collective(q.First - 1);
        if (bound && Tally(q) is { } early) return early;
        if (q.Role is not null) return null;
        if (bound) main = null;

        // "100 of the 1,500 families who left have come back": the verb after the relative clause is that of the part.
        var stays = q.Noun is null && near is { Meaning.Detail: "displaced" } && near.At == q.CoreEnd && Right(q, near.At + near.Length) is { Meaning.Name: "shelter" } at ? at : null;
        if (near is not null && previous is not null && s.Says(previous.CoreEnd, "of") && q.First - previous.CoreEnd <= 5) main = near;
        // "the 20,000 IDPs already in the town, displaced for years": those who are there.
        if (q.Noun is "idp" or "refugee" && s.SaysAny(q.End, "already", "currently", "still", "now") && s.SaysAny(q.End + 1, "in", "at", "hosted", "living", "there", "staying", "inside", "present")) return Displaced(q);
        if (Outlook(q) is { } outlook) return outlook;
        if (Staying(q, previous) is { } staying) return staying;
        if (Apposed(q) is { } apposed) return Governed(q, apposed, displacedNoun, previous);
        if (Complement(q) is { } complement) return Governed(q, SentBack(complement) ?? complement, displacedNoun, previous);
        if (q.Role is not null) return null;
        Governor? chosen = null;
        if (stays is not null) chosen = stays;
        // "50,000 Lebanese and Syrians living in Lebanon have crossed": what they did, whoever they were.
        else if (near is { Meaning.Name: "population" } && main is { Meaning.Name: "move" or "arrive" or "onward" or "back" } && main != near && main.At > near.At && main.Meaning.Form != VerbForm.Noun) chosen = main;
        else if (near is not null && IsNegative(near) && !(near.Meaning.Name is "trapped" or "affected" or "in_need" && main is not null && main != near && (IsFlow(main) || main.Meaning.Name is "carry" or "motion"))) chosen = near;
        // "help 900 refugees who have left Mali": they fled, whatever is done for them.
        else if (left is { Meaning.Name: "assisted" or "in_need" or "affected" } && near is not null && viaRelative && IsFlow(near)) chosen = near;
        else if (left is not null && IsNegative(left)) chosen = left;
        else if (left is { Meaning.Name: "move", Meaning.Who: "object" } && near is { Meaning.Name: "move" } ) chosen = left.Meaning.Form == VerbForm.Noun || OnceMore(left) ? left : near;
        // "already hosts 9,000 displaced people who had fled": those who are there.
        else if (left is { Meaning.Name: "arrive" } && near is { Meaning.Name: "move" } && q.Noun is "idp" or "refugee" && s.Says(left.At - 1, "already")) chosen = left with { Meaning = left.Meaning with { Name = "shelter", Detail = "displaced" } };
        else if (left is { Meaning.Name: "arrive" } && near is { Meaning.Name: "move" }) chosen = near;
        else if (left is { Meaning.Name: "move" } && main is { Meaning.Name: "move" } && main != near && s.Says(main.At - 1, "to")) chosen = main;
        // "buses carrying 951 evacuees left the city"
        else if (left is { Meaning.Name: "carry" } && main is not null && IsFlow(main)) chosen = main;
        else if (left is not null) chosen = left;
        // "600 people displaced from Sake began to go home"
        else if (near is not null && (viaRelative || near.Meaning.Detail == "displaced" && IsAdjectival(q, near) && !s.SaysAny(main?.At - 2 ?? -1, "afraid", "reluctant", "unwilling", "scared", "hesitant")) && main is { Meaning.Name: "back" or "forced_back" } && main != near) chosen = main;
        else if (near is not null && !viaRelative && near.Meaning.Detail == "displaced" && main is { Meaning.Name: "shelter" } && main != near && (CampLike(main.At, 10) || q.Noun is null && near.At == q.CoreEnd)) chosen = main;
        // "180 families who had been sheltering in the mosque moved on to Khazir": what they did in the end.
        // "250 people who refused to leave were persuaded to board a bus"
        else if (near is not null && viaRelative && IsFlow(near) && main is not null && main != near && main.At > near.At && (IsFlow(main) || main.Meaning.Name is "motion" or "carry") && VerbChain.Of(s, near.At, taken).Realis is Realis.Negated) chosen = main;
        else if (near is { Meaning.Detail: "displaced", Meaning.Name: "move" } && main is { Meaning.Name: "move" or "motion" or "arrive" } && main != near && main.At > near.At && (s.SaysAny(near.At - 1, "previously", "already", "initially", "earlier") || q.Noun == "idp" && s.SaysAny(main.At, "moved", "relocated", "fled", "arrived", "reached"))) chosen = main with { Meaning = main.Meaning with { Name = "onward", Detail = "displaced" } };
        else if (near is { Meaning.Name: "shelter" or "population" } && main is not null && main != near && main.At > near.At && main.Meaning.Name is "move" or "onward" or "back" or "forced_back" && main.Meaning.Form is not VerbForm.Noun && Fits(q, main)) chosen = main;
        else if (near is not null && viaRelative) chosen = near;
        else if (near is not null && IsFlow(near)) chosen = near;
        else chosen = main;
        if (chosen is not null && chosen == left && (left is { Meaning.Name: "move", Meaning.Who: "object" } && BackAfter(q) || SentAcross(q, left))) chosen = left with { Meaning = left.Meaning with { Name = "forced_back", Detail = "multiple_or_other" } };

        if (q.Adjective is { } adjective && adjective.Name is "deaths" or "injured" or "trapped" or "missing" or "detained" or "affected" or "in_need" && !(chosen is not null && IsFlow(chosen)))
        {
            q.Role = q.Adjective!.Name;
            return null;
        }

        if (chosen is not null && SentBack(chosen) is { } back) chosen = back;
        if (chosen is not null) return Governed(q, chosen, displacedNoun, previous);
        if (Coordinated(q, previous) is { } list) return list;
        if (human && DraftOf(previous) is { } before && Gapped(q, before) is { } share) return share;
        if (q.Role is not null) return null;
        if (s.EndingAt(q.First, Tag.Exclude, out _) is not null && _drafts.Count > 0 && human) return Inherit(q, _drafts[^1], part: true);
        if (Tally(q) is { } tally) return tally;
        if (q.Role is not null) return null;
        if (displacedNoun && human) return Displaced(q);
        if (Elliptic(q) is { } told) return told;
        if ((human || q.Noun is null) && UsedWayOut(q) is { } used) return used;
        if (human && IncludedIn(q) is { } all2) return Inherit(q, all2, part: true);
        // "almost 10,000 of them are children"
        if (q.Noun is null && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "them", "these", "those", "whom") && (DraftsBefore(q) ?? Before) is { } all3 && AreKind(q.CoreEnd)) return Inherit(q, all3, part: true);
        // "300 through the gate at Adre": the way says that they moved.
        if ((human || q.Noun is null) && s.SaysAny(q.End, "through", "across", "over") && Way(q.End - 1) && !OfOwnWill()) return new Draft { Quantity = q, Class = "move", Term = "displaced", PredicateAt = q.End, RoleScore = 0.65 };
        // "71,000 in tents at last count", "5,000 people were being looked after in the schools": where they are says what they are.
        if ((human || q.Noun is null) && InShelter(q)) return Stock(q, q.End);
        // "is expecting 100,000 people at its camps"
        if (human && s.EndingAt(q.First, Tag.Control, out _) is { Name: "possible" } && CampLike(q.End, 8, campOnly: true)) return new Draft { Quantity = q, Class = "arrive", Term = "in_relief_camp", PredicateAt = q.NounAt, RoleScore = 0.7 };
        // "damage includes 67,875 houses"
        if (q.Noun == "housing")
            for (var i = q.First - 1; i >= Math.Max(0, q.First - 5) && !s.IsMark(i, ';'); i--)
                if (s.SaysAny(i, "damage", "damages", "destruction", "losses")) return new Draft { Quantity = q, Class = s.Says(i, "destruction") ? "housing_destroyed" : "housing_damaged", Term = s.Says(i, "destruction") ? "destroyed_housing" : "partially_destroyed_housing", PredicateAt = i, RoleScore = 0.6 };
        // No verb of its own and no noun: nothing says that these are people.
        q.Role = q.Noun == "person" && s.SaysAny(q.NounAt, "residents", "inhabitants", "population") ? "population" : "other";
        return null;
    }
}
