using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What governs a number from beside it: the word behind its noun, the clause that it is set beside; and what is a governor at all.</summary>
internal sealed partial class Roles
{
    // The word right after the noun: "displaced", "who fled", "trapped in".
    private Governor? Near(Quantity q, out bool viaRelative)
    {
        // Asked several times of the same number.
        if (nearOf == q && nearEnd == q.End)
        {
            viaRelative = nearRelative;
            return nearGovernor;
        }

        nearGovernor = FindNear(q, out viaRelative);
        (nearOf, nearEnd, nearRelative) = (q, q.End, viaRelative);
        return nearGovernor;
    }

    private Quantity? nearOf;
    private int nearEnd;
    private Governor? nearGovernor;
    private bool nearRelative;

    private Governor? FindNear(Quantity q, out bool viaRelative)
    {
        var i = ToItsClause(q, out viaRelative);
        if ((LeftTheTown(q, i) ?? MadeHomeless(i)) is { } set) return set;
        if (!PastHelpers(ref i, viaRelative)) return null;
        if (viaRelative && (TakenUp(q, i) ?? DoneToWhom(q, i)) is { } told) return told;
        if (Predicate(i) is { } found && Fits(q, found)) return !viaRelative && found.Meaning.Form == VerbForm.Noun ? null : found;
        viaRelative = false;
        return null;
    }

    // "640 people, | who fled", "14,000 people to have | fled": where the clause or the participle of the number's own people begins.
    private int ToItsClause(Quantity q, out bool viaRelative)
    {
        viaRelative = false;
        var i = PastOfThem(q);
        // 'estimate of "about 34,000" displaced'
        if (s.Is(i, TokenKind.Quote) && s.Is(i + 1, Tag.Predicate) && s.Is(q.First - 1, TokenKind.Quote)) i++;
        if ((s.IsMark(i, ',') || s.IsDash(i)) && s.SaysAny(i + 1, "who", "whom", "displaced", "fleeing")) i++;
        i = PastAside(i);
        viaRelative |= Passes(ref i, s.Says(i, "having") ? 1 : 0);
        // "18,000 families - around 80,000 people - staying in halls"
        while (q.Pair is not null && s.IsDash(i)) i++;
        i = PastPlace(i) ?? i;
        // "one of 14,000 people to have fled", "another 20,000 said to have left"
        if (s.Has(i, Cue.Quoting) && s.Says(i + 1, "to") && s.Says(i + 2, "have")) i++;
        viaRelative |= Passes(ref i, s.Says(i, "to") && s.Says(i + 1, "have") ? 2 : 0);
        viaRelative |= Passes(ref i, s.SaysAny(i, "who", "that", "whom") ? 1 : 0);
        viaRelative |= Passes(ref i, PastSpeaker(i) is { } spoken ? spoken - i : 0);
        return i;
    }

    private static bool Passes(ref int i, int words)
    {
        i += words;
        return words > 0;
    }

    // "152,857 | out; 12,000 yesterday"
    private Governor? LeftTheTown(Quantity q, int i) =>
        q.Noun is null && q.Value >= 10 && s.Says(i, "out") && i == q.CoreEnd
            && (i + 1 == s.Count || s.IsMark(i + 1) || taken[i + 1] || s.Is(i + 1, Tag.Preposition) && !s.Says(i + 1, "of") && i + 2 < s.Count && taken[i + 2])
            ? new Governor(new VerbMeaning(VerbClass.Move, Term.Evacuated, Who.Object, VerbForm.Participle), i, 1) : null;

    // "6,278 | rendered homeless", "350,000 | sent scurrying"
    private Governor? MadeHomeless(int i) =>
        s.SaysAny(i, "made", "rendered", "left", "sent") && Predicate(i + 1) is { Meaning: var result }
            && (result.Term == Term.Homeless || s.Says(i, "sent") && result.Form.HasFlag(VerbForm.Ing))
            ? new Governor(result with { Class = VerbClass.Move, Who = Who.Object, Form = VerbForm.Participle }, i + 1, 1) : null;

    // "who had already been forced to | flee": to the verb itself; false where the number's own auxiliary begins its predicate.
    private bool PastHelpers(ref int i, bool viaRelative)
    {
        for (var steps = 0; steps < 5 && Helps(i, viaRelative) && s.Verb(i) is null; steps++, i++)
            if (!viaRelative && s.Is(i, Tag.Helping)) return false;
        return true;
    }

    private bool Helps(int i, bool viaRelative) =>
        s.Is(i, Tag.Be | Tag.Have | Tag.Adverb | Tag.Get) || s.EndsWith(i, "ly")
            || viaRelative && (s.Is(i, Tag.Possible | Tag.Attempted | Tag.Control | Tag.Catenative) || s.SaysAny(i, "to", "managed"));

    // "the names of 1,870 who were": what the clause before told.
    private Governor? TakenUp(Quantity q, int i) =>
        (i >= s.Count || s.IsMark(i)) && i > q.End + 1 && s.Is(i - 1, Tag.Be | Tag.Have | Tag.Do) ? Carried(i - 1) : null;

    // "the people whom | the operation has driven from their homes"
    private Governor? DoneToWhom(Quantity q, int i)
    {
        if (!s.Says(i - 1, "whom")) return null;
        for (var k = i; k < Math.Min(s.Count, i + 8) && !s.IsMark(k); k++)
            if (Predicate(k) is { Meaning: { Who: Who.Object, Form: not VerbForm.Noun } } done && Fits(q, done)) return done;
        return null;
    }

    // "900 villagers | – most of them old – who fled", "8,300 | (by a first count) having crossed": to the clause of their own behind an aside.
    private int PastAside(int i)
    {
        if (!s.IsMark(i, '–') && !s.IsMark(i, '—') && !s.IsMark(i, '(') && !(s.IsMark(i, ',') && s.Has(i + 1, Cue.Insertion))) return i;
        var close = i + 2;
        while (close < Math.Min(s.Count, i + 12) && !s.IsMark(close)) close++;
        return s.IsMark(close) && (s.SaysAny(close + 1, "who", "that", "having") || Predicate(close + 1)?.Meaning.Form.HasFlag(VerbForm.Ing) == true)
            ? close + 1 : i;
    }

    // "the 640 people | the mayor says fled", "who, according to the mayor, fled": past the speaker to what he tells.
    private int? PastSpeaker(int i)
    {
        var aside = s.IsMark(i, ',');
        if (aside) i++;
        var according = s.Find(i, Tag.According, out var words) is not null;
        for (var k = i + (according ? words : 1); k < Math.Min(s.Count - 1, i + 8); k++)
        {
            if (according ? aside && s.IsMark(k, ',') : s.Is(k, Tag.Speech) && (aside ? s.IsMark(k + 1, ',') : !s.IsMark(k + 1)))
            {
                var told = aside && !according ? k + 2 : k + 1;
                return s.Says(told, "that") ? told + 1 : told;
            }

            if (according && !aside && (s.Is(k, Tag.Helping) || Predicate(k) is { Meaning.Form: var form } && form.HasFlag(VerbForm.Past)))
                return k;
            if (!s.IsWord(k) && s[k].Kind != TokenKind.Possessive || s.Is(k, Tag.Auxiliaries)
                || s.Is(k, Tag.Preposition) && !s.SaysAny(k, "of", "for", "in", "on")) return null;
        }

        return null;
    }

    // "20,000 inhabitants of Tal Afar | who ran for the hills"
    private int? PastPlace(int i)
    {
        // "families with small children | who"
        var with = s.Says(i, "with");
        if (!with && !s.SaysAny(i, "of", "from", "in")) return null;
        for (var k = i + 1; k < Math.Min(s.Count, i + 9); k++)
        {
            if (s.SaysAny(k, "who", "whom")) return k;
            if (!(s.IsWord(k) && (s[k].Capital || s.Is(k, Tag.Preposition | Tag.Determiner | Tag.PlaceNoun | Tag.Direction) || s.Says(k, "and")
                || with && k < i + 4 && !s.Is(k, Tag.Predicate))))
                return null;
        }

        return null;
    }

    // "Those who fled Manbij, 17,000 at the last count, may not go home", "more Hindus than before came over, 440, against 90", "half the town has
    // moved into the olive groves, some 11,000 people": put beside a clause that has no other number of people.
    private Governor? Apposed(Quantity q)
    {
        var comma = BeforeApposed(q);
        var bracket = s.IsMark(comma, '(') && s.IsMark(q.End, ')');
        if (!s.IsMark(comma, ',') && !s.IsMark(comma, ':') && !s.IsDash(comma) && !bracket || q.Value is not >= 10 || q.Per is not null
            || q.Noun is not null && !q.Noun.IsHuman() || !bracket && !StandsAlone(q)
            || quantities.Exists(x =>
                x.First < q.First && (x.Noun.IsHuman() || x.Role == NumberRole.Figure || x.Noun is null && x.Role is null or NumberRole.Other)))
            return null;
        for (var i = comma - 1; i >= Math.Max(1, comma - 16) && !s.IsMark(i); i--)
        {
            if (s.Is(i, Tag.Negation | Tag.Modal)) return null;
            if (i == comma - 1 && AreHosted(i)) return new Governor(new VerbMeaning(VerbClass.Shelter, Term.Sheltered), i, 1);
            if (s.Has(i, Cue.Emptying) && (HasEmptied(i, comma) || EmptiesPlace(i, comma)))
                return Governor.Of(VerbClass.Move, Term.Displaced, Who.Subject, i);
            // "the exodus from Zalingei, 45,000 by the commissioner's estimate"
            if (Predicate(i) is not { } told || told.Meaning.Form == VerbForm.Noun && !s.Is(i - 1, Tag.Determiner) && !s.Is(i - 2, Tag.Determiner)
                && !s.Has(i - 1, Cue.Newly)) continue;
            if (IsFlow(told) || told.Meaning.Class == VerbClass.Motion && Path(told)) return told;
            if (told.Meaning.Form.HasFlag(VerbForm.Past)) return null;
        }

        return null;
    }

    // The mark that parts the number from the clause: "|, about 440", "|, for a total of 640", "|, in all, 640".
    private int BeforeApposed(Quantity q)
    {
        var comma = q.First - 1;
        while (s.Is(comma, Tag.Approximately) || s.SaysAny(comma, "estimated", "numbering", "totalling", "totaling", "at", "around", "put")) comma--;
        if (s.Says(comma, "of") && s.Says(comma - 1, "total")) while (comma > 0 && q.First - comma < 6 && !s.IsMark(comma)) comma--;
        return s.IsMark(comma, ',') && s.SaysAny(comma - 1, "all", "total") && s.Says(comma - 2, "in") ? comma - 3 : comma;
    }

    // "hosts most of the Syrian | refugees, around 400,000"
    private bool AreHosted(int people) =>
        s.Unit(people) is { Class: UnitClass.Idp or UnitClass.Refugee }
            && s.Any(people - 9, people, static (s, i) => s.Verb(i) is { Class: VerbClass.Shelter, Who: Who.Object });

    // Behind a number set beside a clause stands no verb of its own: only who counts, when, or what it is set against.
    private bool StandsAlone(Quantity q)
    {
        var end = q.End;
        while (end < s.Count && (taken[end] || s.Is(end, Tag.Preposition) && end + 1 < s.Count && taken[end + 1])) end++;
        return Closes(end) || s.Is(q.End, Tag.According) || s.Says(q.End, "compared")
            || s.Says(q.End, "of") && s.Says(q.End + 1, "them")
            || s.SaysAny(q.End, "up", "down", "against") && s.SaysAny(q.End + 1, "from", "on")
            || s.Says(q.End, "in") && s.SaysAny(q.End + 1, "all", "total")
            || s.Says(q.End, "at") && s.SaysAny(q.End + 1, "the", "last")
            || s.SaysAny(q.End, "by", "in", "on")
                && Enumerable.Range(q.End + 1, 5).Any(i => s.SaysAny(i, "estimate", "count", "reckoning", "tally", "figures", "account"));
    }

    // "the town has | emptied: 900 people"
    private bool HasEmptied(int verb, int end) =>
        (s.Is(verb - 1, Tag.Helping) || s.Says(verb, "emptied"))
            && (verb + 1 == end || taken[verb + 1] || s.Is(verb + 1, Tag.Preposition));

    // "gunmen | emptied three hamlets, 640 people in all"
    private bool EmptiesPlace(int verb, int end)
    {
        for (var i = verb + 1; i < Math.Min(end, verb + 5); i++)
            if (s.Unit(i) is { Class: UnitClass.Site } || s.Is(i, Tag.SettlementNoun)) return true;
        return false;
    }

    private Governor? Predicate(int i)
    {
        if ((uint)i >= (uint)s.Count) return null;
        if (s.Verb(i, out var length) is { } meaning) return taken[i] ? null : new Governor(OfVoice(meaning, i, length), i, length);
        return ByWay(i);
    }

    // "rowed across the lake" and "were rowed across": what a verb means of who does it, and of whom it is done to.
    private VerbMeaning OfVoice(VerbMeaning meaning, int i, int length) =>
        s.After(i, length, meaning) is { } other
            && other.Who == (meaning.Form.HasFlag(VerbForm.Participle) && VerbChain.Of(s, i, taken).Passive ? Who.Object : Who.Subject) ? other : meaning;

    // Any verb is one of motion with a way behind it: "scuttled out of the quarter", "filed past the checkpoint", "stepped back into Afghanistan".
    private Governor? ByWay(int i)
    {
        // Asked of nearly every word: its last letters settle most of it.
        var word = s.Chars(i);
        if (word is "out" && IsOut(i)) return Governor.Of(VerbClass.Move, Term.Displaced, Who.Subject, i, 2);
        if (word.Length >= 7 && word[0] is 'c' or 'p' && word is "continued" or "proceeded" or "continue" or "proceed" && ContinuesTo(i))
            return Governor.Of(VerbClass.Onward, Term.Relocated, Who.Subject, i, 2);
        if (word.Length < 4 || !(word.EndsWith("ed", StringComparison.Ordinal) || word is "swam" or "rode" or "crept" or "strode" or "drove")
            || i + 3 >= s.Count || s.Has(i, Cue.NoMotion)
            || s[i].Word is { } known && known.Has(Tag.Speech | Tag.Preposition | Tag.Adverb | Tag.Control)) return null;
        var place = s[i + 3].Capital || s.Is(i + 3, Tag.Determiner);
        if (place && s.Says(i + 1, "back") && s.SaysAny(i + 2, "to", "into", "across", "over"))
            return Governor.Of(VerbClass.Back, Term.Returns, Who.Subject, i, 2);
        if (place && s.IsWord(i + 3) && (s.Says(i + 1, "out") && s.Says(i + 2, "of") || s.Says(i + 1, "away") && s.Says(i + 2, "from")) || Way(i))
            return Governor.Of(VerbClass.Motion, Term.Displaced, Who.Subject, i, 2);
        return null;
    }

    // "were | out of Sanda by noon"; "out of work" is none.
    private bool IsOut(int i) =>
        s.Is(i - 1, Tag.Be)
            && (i + 1 >= s.Count || s.IsMark(i + 1, ',') || s.IsMark(i + 1, '.') || s.SaysAny(i + 1, "by", "since", "before")
                || s.Says(i + 1, "of") && (s.IsCapital(i + 2) || s.Is(i + 2, Tag.Determiner) && s.Is(i + 3, Tag.PlaceNoun)));

    // "have | continued to Egypt"; "continued to flee" is none.
    private bool ContinuesTo(int i) =>
        s.SaysAny(i + 1, "to", "towards", "into", "onward", "onwards") && i + 2 < s.Count && (s[i + 2].Capital || s.Is(i + 2, Tag.Determiner));

    // "slipped | over the ridge", "passed | the bridge"
    private bool Way(int i)
    {
        if (!s.Has(i + 1, Cue.Across) && !s.Says(i, "passed")) return false;
        for (var k = i + 2; k < Math.Min(s.Count, i + 6) && !s.IsMark(k); k++)
            if (s.Has(k, Cue.Barrier)) return true;
        return false;
    }
}
