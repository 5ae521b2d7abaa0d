using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What governs a number from before it: the verb that takes it as its object. Nouns and prepositions that do are in the file beside it.</summary>
internal sealed partial class Roles
{
    // The verb or "noun of" that takes the number as its object.
    private Governor? Left(Quantity q)
    {
        var end = BeforeItsWords(q);
        if (end <= 0 || OpensAdmission(q, end - 1)) return null;
        if (Loses(q, end - 1)) return Governor.Of(VerbClass.Move, Term.Displaced, Who.Object, end - 1);
        if ((LeftBy(end - 1) ?? OrderOver(end - 1) ?? Split(q, end - 1) ?? Fronted(end - 1) ?? Numbered(q, end - 1) ?? Emptied(end - 1)) is { } set) return set;
        var total = BeforeTotal(end);
        if ((OfDeed(q, total) ?? (total == end ? OfWhole(end) : null) ?? DeedIncluding(total - 1)) is { } deed) return deed;
        if (s.VerbEndingAt(total, out var at) is { } verb && !taken[at]) return ObjectOf(q, verb, at, total - at);
        return Shoved(q, total - 1) ?? GoingWith(q, total - 1) ?? CampFor(total - 1) ?? ReturnFor(total - 1) ?? AidFor(total - 1);
    }

    // Where what belongs to the number begins: "evacuated | all of its 4,500 inhabitants", "displacing | for a second time 2,150 people". Nothing
    // governs it over a "that", which is told by 0.
    private int BeforeItsWords(Quantity q)
    {
        var end = q.First;
        for (var steps = 0; steps < 6 && end > 0; steps++)
        {
            if (s.Says(end - 1, "time") && s.SaysAny(end - 2, "second", "third", "first", "fourth") && s.Says(end - 4, "for")) end -= 4;
            // Verbs of several words stay whole.
            if (s.VerbEndingAt(end, out var verbAt) is not null && end - verbAt > 1) break;
            var before = BeforeOneWord(end);
            if (before == end) break;
            end = before;
        }

        return end;
    }

    private int BeforeOneWord(int end)
    {
        if (s.EndingAt(end, Tag.Further, out var first) is not null || s.EndingAt(end, Tag.Approximately, out first) is not null) return first;
        if (Owner(end) is var owner and > 0) return owner;
        if (ListedObject(end) is var list and > 0) return list;
        // "drove all of its 4,500 inhabitants to the coast"
        if (s.SaysAny(end - 1, "its", "their", "the") && s.Says(end - 2, "of") && s.SaysAny(end - 3, "all", "most")) return end - 3;
        // "led out, by its own count, | 900 people"
        if (s.IsMark(end - 1, ',') && OwnCount(end - 1) is var open and > 0) return open;
        // "admitted | that 900 people": what is said begins anew.
        if (s.Says(end - 1, "that")) return 0;
        var passed = s.Is(end - 1, Tag.Determiner)
            || s.SaysAny(end - 1, "only", "just", "also", "already", "some", "out", "away", "now", "remaining", "last", "first", "another", "\"");
        return passed ? end - 1 : end;
    }

    // "The mayor admitted | 900 people had not fled": nobody was let in.
    private bool OpensAdmission(Quantity q, int verb) => s.SaysAny(verb, "admitted", "admits") && s.Is(q.End, Tag.Helping);

    // The verb right before the number takes it as its object, or as a subject that stands last.
    private Governor? ObjectOf(Quantity q, VerbMeaning verb, int at, int length)
    {
        // "with them came 90 others", "out of the hills came 300 families": the subject stands last.
        if (verb is { Who: Who.Subject, Class: VerbClass.Move or VerbClass.Motion or VerbClass.Arrive } && verb.Form.HasFlag(VerbForm.Past) && length == 1
            && Inverted(at))
            return new Governor(verb with { Class = VerbClass.Move, Who = Who.Object, Term = Term.Displaced }, at, 1);
        // "after the slaughter 16,000 people left": a noun.
        if (verb.Form is VerbForm.Base && s.Is(at - 1, Tag.Determiner)) return null;
        // "soldiers hurried 900 people from the valley", "boats landed 1,130 people at Teknaf"
        verb = s.OfObject(at, length, verb);
        if (verb is { Who: Who.Subject, Class: VerbClass.Move or VerbClass.Motion or VerbClass.Arrive or VerbClass.Back or VerbClass.Onward }) return null;
        if (verb.Class == VerbClass.Arrive && s.Is(at - 1, Tag.Be)) return null;
        var governor = new Governor(verb, at, length);
        // "schools that used to host 300 families": they did.
        if (verb.Class == VerbClass.Capacity && s.Says(at, "to") && s.Says(at - 1, "used") && !s.Is(at - 2, Tag.Be)
            && s.Verb(at + 1) is { Class: VerbClass.Shelter, Who: Who.Object } did) return governor with { Meaning = did };
        if (verb is { Class: VerbClass.Shelter, Form: VerbForm.Phrase, Who: not Who.Object }) return null;
        // "can house 900 people": so many have room there.
        if (verb.Class == VerbClass.Shelter && (s.SaysAny(at - 1, "can", "could", "to", "will", "would", "may") || s.SaysAny(at - 2, "can", "could", "will")))
            return governor.As(VerbClass.Capacity);
        return FitsLeft(q, governor) ? governor : null;
    }

    // "the camp was left by | 33 families"
    private Governor? LeftBy(int by) =>
        s.Says(by, "by") && s.VerbEndingAt(by, out var at) is { Class: VerbClass.Move, Who: Who.Subject } leaving
            && leaving.Form.HasFlag(VerbForm.Participle) && s.Is(at - 1, Tag.Be | Tag.Adverb)
            ? new Governor(leaving with { Who = Who.Object }, at, by - at) : null;

    // "fleeing the town on Monday were | 2,300 people", "also displaced by the flood were | 2,300": the participle that the sentence begins with.
    private Governor? Fronted(int be) =>
        s.SaysAny(be, "were", "are") && Predicate(s.Is(0, Tag.Adverb) ? 1 : 0) is { Meaning.Form: var form } opening && IsFlow(opening)
            && form != VerbForm.Noun && (form.HasFlag(VerbForm.Ing) || form.HasFlag(VerbForm.Participle)) && !Interrupted(opening.End, be)
            ? opening : null;

    // Another number or verb than those of a time: "displaced | between 9 and 19 June | were", "bused out | once the shelling had resumed | were".
    private bool Interrupted(int from, int be)
    {
        var inClause = false;
        for (var i = from; i < be; i++)
        {
            inClause |= s.SaysAny(i, "once", "after", "when", "as");
            if (s.IsMark(i) || s.IsNumber(i) && !taken[i] && !s.Is(i + 1, Tag.Month) || s.Is(i, Tag.Helping) && !inClause) return true;
        }

        return false;
    }

    // "Among those who fled were | 2,300 people", "Those who fled numbered | 2,300", "The families who fled were | 2,300 in number"
    private Governor? Numbered(Quantity q, int verb)
    {
        var among = s.Is(verb, Tag.Be) && s.Says(0, "among") && s.SaysAny(1, "those", "people", "the");
        if (!among && !(SumsUp(q, verb) && TellsWhoTheyAre())) return null;
        for (var i = 1; i < verb; i++)
            if (Predicate(i) is { } theirs && IsFlow(theirs) && theirs.Meaning.Form != VerbForm.Noun) return theirs;
        return null;
    }

    // "numbered | 2,300", "were | 2,300 in number"
    private bool SumsUp(Quantity q, int verb) =>
        s.SaysAny(verb, "numbered", "totalled", "totaled", "included", "include")
            || s.SaysAny(verb, "were", "are") && s.Says(q.CoreEnd, "in") && s.Says(q.CoreEnd + 1, "number");

    // "Those | who fled", "The families | who fled"
    private bool TellsWhoTheyAre() =>
        s.Says(0, "those") || s.Any(1, 4, static (s, i) => s.Says(i, "who") && s.IsHuman(i - 1));

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
            || q.Per is not null && q.Noun.IsHuman() && OfPlace(verb) && (Caused() || Within(q.End, 8, "flee", "leave", "go")))) return true;
        if (s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "its", "their") && OfPlace(verb)) return true;
        // "the town, which had 95,000 inhabitants, lost 1,250 more on Sunday"
        if (!s.Says(verb, "lose") && (q.Noun is null || inhabitants || s.Says(q.NounAt, "people"))
            && quantities.Exists(x => x.First < q.First && x.Role == NumberRole.Population)) return true;
        // "lost 9,000 inhabitants to Idlib", "to the camps"
        var to = q.End + 1;
        return !s.Says(verb, "shed") && q.Noun.IsHuman() && s.Says(q.End, "to") && to < s.Count
            && (s[to].Capital || s.Is(to, Tag.Determiner) && (IsCamp(to + 1) || s.Has(to + 1, Cue.Refuge)));
    }

    // "evacuated | the wounded and 320 villagers": others stand in the list before the number; or -1.
    private int ListedObject(int end)
    {
        var noun = end - 2;
        if (noun < 1 || !s.Says(end - 1, "and") || !(s.Unit(noun) is { Class: not (UnitClass.Site or UnitClass.Housing or UnitClass.Goods) }
            || s[noun].Word is null && s.EndsWith(noun, "s"))) return -1;
        while (s.Is(noun - 1, Tag.Determiner)) noun--;
        return s.VerbEndingAt(noun, out _) is { Class: VerbClass.Move, Who: Who.Object } ? noun : -1;
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

    // The comma before "by their own count, |", or 0.
    private int OwnCount(int comma)
    {
        var open = comma - 1;
        while (open > 0 && comma - open < 8 && !s.IsMark(open)) open--;
        return s.IsMark(open, ',') && s.SaysAny(open + 1, "by", "on", "according", "so") ? open : 0;
    }

    // "shoved | 220 villagers out of Rubaya": whatever is done, the way behind says that they are moved.
    private Governor? Shoved(Quantity q, int verb)
    {
        if (!q.Noun.IsHuman() || !s.IsWord(verb) || s[verb].Capital || !s.EndsWith(verb, "ed")
            || s.Is(verb, Tag.Predicate) && !s.Says(verb, "helped") || s.Is(verb, Tag.Speech | Tag.Preposition | Tag.Control | Tag.Adverb)
            || s.Is(verb - 1, Tag.Be)) return null;
        var away = s.Says(q.End, "out") && s.Says(q.End + 1, "of") || s.Says(q.End, "away") && s.Says(q.End + 1, "from") || s.Says(q.End, "off");
        return away && !OfOwnWill() ? Governor.Of(VerbClass.Move, Term.Displaced, Who.Object, verb) : null;
    }

    private bool Inverted(int verb)
    {
        var first = verb - 1;
        while (first > 0 && verb - first < 7 && !s.IsMark(first - 1)) first--;
        return (s.SaysAny(first, "with", "behind", "after", "from", "out", "among", "down", "over")
            || s.Says(first, "on") && taken[first + 1] && verb - first <= 3) && !OfOwnWill();
    }

    // "brought [600 people] out", "set [250 families] in motion", "put [40 people] on buses": the fixed words stand after the object.
    private Governor? Split(Quantity q, int verb)
    {
        if (!s.IsWord(verb) || !s.IsWord(q.End) || q.Noun is not null && !q.Noun.IsHuman()) return null;
        var node = Lexicon.Default.Find(s.Chars(verb));
        VerbMeaning? meaning = null;
        var words = 0;
        // "took 640 of them away"
        var end = PastOfThem(q);
        for (var i = end; node?.Next is not null && s.IsWord(i) && node.NextBySpan.TryGetValue(s.Chars(i), out node); i++)
            if (node.Lexeme?.Verb is { } found && (found.Class == VerbClass.Shelter || found.Class is VerbClass.Carry || IsFlow(new Governor(found, verb, 1))))
                (meaning, words) = (found, i + 1 - end);
        if (meaning is null || words == 1 && s.Is(end, Tag.Preposition | Tag.Adverb) && !SplitBy(end)) return null;
        if (words > 1 || !SplitBy(end)) return meaning.Who == Who.Object ? new Governor(meaning, verb, 1) : null;
        return meaning.Who == Who.Object || meaning.Class == VerbClass.Move && s.SaysAny(end, "out", "away", "off")
            ? new Governor(meaning with { Who = Who.Object, Term = meaning.Who == Who.Object ? meaning.Term : Term.Evacuated }, verb, 1) : null;
    }

    // A particle that stands alone.
    private bool SplitBy(int i) =>
        s.SaysAny(i, "out", "off", "away", "through", "across")
        || s.SaysAny(i, "in", "up") && (s.IsMark(i + 1) || s.SaysAny(i + 1, "after", "since", "on", "when", "as", "over"));
}
