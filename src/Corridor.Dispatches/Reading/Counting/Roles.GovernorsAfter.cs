using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What governs a number from behind it: the main verb of its clause, past insertions, lists and prepositional phrases.</summary>
internal sealed partial class Roles
{
    /// <summary>The first predicate to the right in the clause, past insertions, lists and prepositional phrases.</summary>
    private Governor? Right(Quantity q, int from)
    {
        var finite = false;
        for (var i = from; i < s.Count && i - from < 60; i++)
        {
            if (PastMark(i, q) is { } past)
            {
                if (past < 0) return null;
                i = past;
                continue;
            }

            finite |= s.Is(i, Tag.Be | Tag.Do | Tag.Modal)
                || s.Is(i, Tag.Have) && s.EndsWith(i + 1, "ed") && s.Verb(i + 1) is null;
            if (ClauseEnds(q, from, i, finite)) return null;
            if (s.Says(i, "and") && quantities.Find(x => x.First > i && x.First <= i + 3 && x.Role is null) is { } next && next != q)
            {
                // "90,000 residents and 620,000 who had fled there": the clause is of the second alone.
                if (next.Noun is null && s.SaysAny(next.End, "who", "that", "whom")) return null;
                // "9,000 refugees from Chad and 5,000 people driven out of Angola"
                if (s.Says(q.End, "from") && s.Says(next.End + 1, "from") && s.Verb(next.End) is { Who: Who.Object }) return null;
                if (!Lists(q, i)) return null;
                i = next.End - 1;
                continue;
            }

            if (ProVerb(q, from, i, out var told)) return told;
            // "reported missing by a radio station had left": a word of the report, not of what happened.
            if (s.Is(i - 1, Tag.Speech) && !s.Is(i - 2, Tag.Be) && s.Says(i, "missing")) continue;
            if ((Led(q, i) ?? MainVerb(q, i)) is { } verb) return verb;
            if (s.Is(i, Tag.Speech) && !s.Is(i, Tag.PlaceNoun) && !s.Is(i - 1, Tag.Be) && i > q.End && !s.Is(i - 1, Tag.Have)) return null;
        }

        return null;
    }

    // At a mark: the last token of what is passed over (a bracket, an insertion), or -1 where the clause ends; null where there is no mark.
    private int? PastMark(int i, Quantity q)
    {
        if (!s.IsMark(i)) return null;
        if (s[i].Kind == TokenKind.Quote) return i == q.End && q.First > 0 && s[q.First - 1].Kind == TokenKind.Quote ? i : Quoted(i);
        if (s.IsMark(i, ';') || s.IsMark(i, ':') || s.IsMark(i, '.') || s.IsMark(i, '?')) return -1;
        if (s.IsMark(i, '('))
        {
            while (i < s.Count && !s.IsMark(i, ')')) i++;
            return i;
        }

        // "640 people - most of them old, of three quarters - were evacuated": past the other dash.
        if (s.IsDash(i) && OtherDash(i) is { } other) return other;
        return s.IsMark(i, ',') || s.IsDash(i) ? Insertion(i, q) is var on and > 0 ? on - 1 : -1 : null;
    }

    private bool ClauseEnds(Quantity q, int from, int i, bool finite)
    {
        if (s.Has(i, Cue.Subordinate) || s.Says(i, "after") && !taken[Math.Min(i + 1, s.Count - 1)]
            || s.Says(i, "as") && !s.Has(i + 1, Cue.Modifying))
            return true;
        // "and the number of ...": another subject.
        if (s.Says(i, "and") && s.Is(i + 1, Tag.Determiner) && (q.Noun is null || s.Is(i + 2, Tag.CountNoun))) return true;
        // "and on the third day everyone who could walk": others.
        if (i > from && s.SaysAny(i, "everyone", "everybody", "nobody", "anyone")) return true;
        // "are boxed in in the old city and on Thursday 2,900 slipped through": the number after has a verb of its own.
        return finite && s.SaysAny(i, "and", "or") && OthersSoon(q, i);
    }

    // "5,000 men, | 3,000 women fled": one verb for the list; not where one stands with the number itself, as in "870 families lost their crops | and 407
    // families fled", "the town has 1,500 inhabitants, | 640 people were moved".
    private bool Lists(Quantity q, int to)
    {
        if (q.Noun is null) return true;
        var before = LeadOf(q) - 1;
        if (s.Is(before, Tag.Have) || s.Verb(before) is { Form: var form } && form != VerbForm.Noun && form != VerbForm.Phrase) return false;
        for (var i = q.End; i < to; i++)
            if (s.Is(i, Tag.AllAuxiliaries)) return false;
        return q.End >= to || !s.IsWord(q.End) || s.IsSmall(q.End) || s[q.End].Capital || s.Is(q.End, Tag.Adverb)
            || s.Is(q.End + 1, Tag.Preposition) || q.End + 1 >= to;
    }

    private bool OthersSoon(Quantity q, int i) =>
        quantities.Exists(x => x.First > i && x.First <= i + 6 && x != q && x.Role is null && (x.Noun is null || x.Noun.IsHuman()));

    /// <summary>A short verb for a deed told before: "only 34,000 did", "73,000 have done so", "1,900 followed", "300 have yet to".</summary>
    private bool ProVerb(Quantity q, int from, int i, out Governor? told)
    {
        // Behind a number that stands alone.
        var near = i - from <= 1 && q.Noun is null;
        if (IsTried(i) || near && (IsDone(i) || IsPassivePro(q, i)) || q.Noun is null && IsJourney(q, i) || IsManaged(q, i) || IsFollowed(q, i))
        {
            told = Carried(i);
            return true;
        }

        told = Heeded(q, i);
        if (told is not null) return true;
        // "today 80,000 still are": away from home.
        if (near && s.Is(i, Tag.Be) && s.Says(i - 1, "still") && Closes(i + 1))
        {
            told = Carried(i)?.As(VerbClass.Shelter, Term.Displaced);
            return true;
        }

        // "1,200 have gone home; 300 have yet to": still where they were.
        if (!near || !s.SaysAny(i, "have", "has") || !s.Says(i + 1, "yet") || !s.Says(i + 2, "to") || !Closes(i + 3)) return false;
        told = Carried(i) is { } undone ? undone.As(undone.Meaning.Class == VerbClass.Back ? VerbClass.Shelter : VerbClass.Population, Term.Sheltered) : null;
        return true;
    }

    // "900 tried"
    private bool IsTried(int i) => s.SaysAny(i, "tried", "attempted") && Closes(i + 1);

    // "900 did", "have already", "have done so", "did so"
    private bool IsDone(int i) =>
        s.SaysAny(i, "did", "have", "had", "do")
            && (Closes(i + 1) || s.SaysAny(i + 1, "already", "been") && Closes(i + 2) || s.Says(i + 1, "done") && s.Says(i + 2, "so")
                || s.SaysAny(i, "do", "did") && s.Says(i + 1, "so"));

    // "but the mission believes 98,000 were", "70,000 would be displaced; in the event 21,000 were"
    private bool IsPassivePro(Quantity q, int i) =>
        s.SaysAny(i, "were", "was") && i == q.End && Closes(i + 1)
            && (LastDraft is { Passive: true } || s.Is(q.First - 1, Tag.Speech | Tag.Catenative) || s.Has(q.First - 1, Cue.Quoting));

    // "84,000 have made the journey", "300 took the same step"
    private bool IsJourney(Quantity q, int i) =>
        i - q.End <= 3 && s.SaysAny(i, "made", "make", "took", "taken", "done", "did") && s.Is(i + 1, Tag.Determiner) && s.Has(i + 2, Cue.Journey)
            && Loosens(i + 3);

    // "105 had managed it", "of the thousands who tried, 40 made it"
    private bool IsManaged(Quantity q, int i) =>
        i - q.End <= 2 && (q.Noun is null || s.Says(i + 1, "so")) && s.SaysAny(i, "managed", "made", "did", "done") && s.SaysAny(i + 1, "it", "so")
            && Loosens(i + 2);

    // "on Friday 1,900 followed", "so far 2,700 have complied"
    private bool IsFollowed(Quantity q, int i) =>
        i - q.End <= 4 && s.Has(i, Cue.Following) && !s.Says(i + 1, "by") && (Loosens(i + 1) || s.SaysAny(i + 1, "suit", "them"));

    // "900 heeded the warning", "complied with the evacuation order"; "heeded the call to move south" has its own verb.
    private Governor? Heeded(Quantity q, int i)
    {
        var order = s.Says(i + 1, "with") ? i + 2 : i + 1;
        if (i - q.End > 4 || !s.Has(i, Cue.Following) || !s.Is(order, Tag.Determiner)) return null;
        if (s.Says(order + 1, "evacuation") && s.Has(order + 2, Cue.Orders)) return Governor.Of(VerbClass.Move, Term.Evacuated, Who.Subject, i);
        return s.Has(order + 1, Cue.Orders) ? Carried(i) : null;
    }

    // Nothing follows in the clause.
    private bool Closes(int i) => i >= s.Count || s.IsMark(i);

    // Only a time, a place or an adverb follows.
    private bool Loosens(int i) => Closes(i) || taken[i] || s.Is(i, Tag.Preposition | Tag.Adverb);

    // "were assisted in escaping", "were helped to leave", "had registered to return": the deed, not what leads to it.
    private Governor? Led(Quantity q, int i)
    {
        var help = s.Verb(i) is { Class: VerbClass.Assisted };
        // "were forced by the militants to walk back": what they were forced to do.
        if (s.Has(i, Cue.Forcing) && s.Is(i - 1, Tag.Be) && s.Says(i + 1, "by"))
            for (var link = i + 3; link < Math.Min(s.Count, i + 8) && !s.IsMark(link); link++)
                if (s.Says(link, "to") && Predicate(link + 1) is { } done && (IsFlow(done) || done.Meaning.Class == VerbClass.Motion) && Fits(q, done))
                    return done;
        if (!help && !s.Is(i, Tag.Catenative) || !s.Says(i + 1, "to") && !(help && s.Says(i + 1, "in"))) return null;
        if (Predicate(i + 2) is not { } deed || !IsFlow(deed) || !Fits(q, deed)) return null;
        return !help || deed.Meaning.Form.HasFlag(s.Says(i + 1, "in") ? VerbForm.Ing : VerbForm.Base) ? deed : null;
    }

    private Governor? MainVerb(Quantity q, int i)
    {
        // "were sent streaming south"
        if (s.Says(i, "sent") && s.Is(i - 1, Tag.Be) && Predicate(i + 1) is { Meaning: { Class: VerbClass.Move or VerbClass.Motion, Form: VerbForm.Ing } } sent)
            return sent.As(VerbClass.Move);
        if (Predicate(i) is not { } found || !Fits(q, found) || s.Says(i - 1, "by") && found.Meaning.Form == VerbForm.Noun) return null;
        return (found.Meaning.Class == VerbClass.Affected || found.Meaning.Class == VerbClass.Assisted && (!Passive(found) || s.Says(found.At, "rescued")))
            && AndThen(found) is { } then && Fits(q, then)
            ? then : found;
    }

    private int? OtherDash(int open)
    {
        for (var i = open + 2; i < Math.Min(s.Count, open + 30); i++)
            if (s.IsDash(i)) return i;
        return null;
    }

    // "have given up their stalls and | gone to Shendi": the second of two deeds.
    private Governor? AndThen(Governor first)
    {
        for (var i = first.At + first.Length; i < Math.Min(s.Count, first.At + 8) && !s.IsMark(i) && !s.IsNumber(i); i++)
            if (s.Says(i, "and") && Predicate(s.Is(i + 1, Tag.Be) ? i + 2 : i + 1) is { } then && (IsFlow(then) || then.Meaning.Class == VerbClass.Motion)
                && (then.Meaning.Form.HasFlag(VerbForm.Past) || then.Meaning.Form.HasFlag(VerbForm.Participle)
                    || then.Meaning is { Form: VerbForm.Phrase, Who: Who.Object }))
                return then;
        return null;
    }

    // 'have been "liberated" and taken': one or two words in quotation marks do not end the clause.
    private int Quoted(int open)
    {
        for (var i = open + 1; i < Math.Min(s.Count, open + 4); i++)
            if (s[i].Kind == TokenKind.Quote) return i;
        return -1;
    }

    // "until now only a handful have tried": tried to do what the sentence before spoke of.
    private Governor? Carried(int at)
    {
        for (var i = at - 1; i >= 0; i--)
            if (s.Verb(i, out var length) is { Class: VerbClass.Move or VerbClass.Back or VerbClass.ForcedBack } move && !taken[i]
                && !(move.Form.HasFlag(VerbForm.Participle) && s.IsHuman(i + length)
                    && !s.Is(i - 1, Tag.Have)) && !s.Is(i, Tag.Unit)) return new Governor(move with { Form = VerbForm.Base }, at, 1);
        // "ordered residents out; 2,700 obeyed"
        for (var i = 0; s.Has(at, Cue.Following) && i < at; i++)
            if (s.Is(i, Tag.Ordered) || s.Has(i, Cue.Orders))
                return new Governor(new VerbMeaning(VerbClass.Move, Term.Evacuated, Who.Subject, VerbForm.Base), at, 1);
        if ((context.Before.Deed ?? context.Before.Bidden) is { Class: VerbClass.Move or VerbClass.Back } deed)
            return new Governor(deed with { Who = Who.Subject, Form = VerbForm.Base }, at, 1);
        return context.LastFigure is { Class: VerbClass.Move or VerbClass.Back } last
            ? new Governor(new VerbMeaning(last.Class, last.Term, Who.Subject, VerbForm.Base), at, 1) : null;
    }

    /// <summary>After a comma: the index where the clause goes on past an insertion, or 0 when it does not.</summary>
    private int Insertion(int comma, Quantity q)
    {
        // "5,000 men, 6,000 women and 3,000 children fled"
        if (quantities.Find(x => x != q && x.First == comma + 1 && x.Noun.IsHuman()) is { } next) return Lists(q, comma) ? next.End : 0;
        // "45,000, from both sides of the line were displaced": no second comma.
        if (q.End == comma && q.Noun is null && s.SaysAny(comma + 1, "from", "in"))
            for (var i = comma + 2; i < Math.Min(s.Count, comma + 14) && !s.IsMark(i); i++)
                if ((s.Is(i, Tag.Helping)) && Predicate(i + 1) is not null) return i;
        // "2,500 people along the river, in Upper Sanda have been forced out": no second comma.
        if (s.Says(comma + 1, "in") && q.Noun.IsHuman() && s.IsCapital(comma + 2))
        {
            var name = comma + 2;
            while (s.IsCapital(name)) name++;
            if (s.Is(name, Tag.Helping)) return name;
        }

        // ", or about 75,000 people, has been displaced": the number itself was the insertion.
        if (GoesOn(comma + 1)) return comma + 1;
        // "Buddhists, Hindus and other local groups have been displaced": the list of names goes on.
        for (var i = comma + 1; i < Math.Min(s.Count, comma + 5) && s.IsWord(i); i++)
            if (s.Says(i, "and") && i > comma + 1)
                for (var k = i + 1; k < Math.Min(s.Count, i + 6) && s.IsWord(k) && s.Verb(k) is not { Form: VerbForm.Past }; k++)
                    if (s.Is(k, Tag.Helping)) return k;
        var limit = Math.Min(s.Count, comma + 30);
        for (var i = comma + 1; i < limit; i++)
        {
            if (s.IsMark(i, ';') || s.IsMark(i, '.')) return 0;
            if (!s.IsMark(i, ',') && !s.IsMark(i, '—') && !s.IsMark(i, '–')) continue;
            if (GoesOn(i + 1)) return i + 1;
        }

        return 0;
    }

    private bool GoesOn(int next)
    {
        while (s.Is(next, Tag.Adverb)) next++;
        // "56,700, not 59,400, | people have been displaced"
        if (s.Unit(next, out var noun) is { } unit && unit.Class.IsHuman() && s.Is(next + noun, Tag.Helping))
            next += noun;
        return s.Is(next, Tag.Helping) || s.Has(next, Cue.Following) || s.Is(next, Tag.Possible) && !s.EndsWith(next, "ly")
            || Predicate(next) is { Meaning: { } verb }
            && (verb.Form.HasFlag(VerbForm.Past) || verb is { Form: VerbForm.Phrase, Class: VerbClass.Shelter or VerbClass.Move or VerbClass.Onward });
    }
}
