using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Reading.Figures;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Sources;

/// <summary>Verbs of speech, count and order: whether one tells a figure here, who is its subject, and how far it speaks.</summary>
internal sealed partial class Speakers
{
    private void Tell(int i, int start, int end)
    {
        var speech = IsSpeech(i, end);
        if (!speech && !Counts(i, end)) return;
        if (IsPassive(i))
        {
            Passive(i, start, end);
            return;
        }

        if (!s.Is(i - 1, Tag.Have) && s.Is(i - 1, Tag.Determiner)) return;
        if (speech && s.EndsWith(i, "ing") && (s.IsMark(i - 1, ',') || s.Says(i - 1, "and")))
        {
            GoOn(i, start, end);
            return;
        }

        // "Police gave those living along the line until Friday to get out": an order.
        if (s.SaysAny(i, "gave", "gives", "given") && Deadline(i, end) && Subject(start, i, out _) is { } ordering)
        {
            Order(i, start, end, ordering);
            return;
        }

        // "contrary to what the army claimed": not so.
        if (speech && Contrasted(i, start)) return;
        // "in 24 identified centres": no verb.
        if (Silent(i, start, end) || !speech && s.Is(i - 1, Tag.Preposition)) return;
        if (WhoTells(i, start, end, speech, out var inverted) is not { } who) return;
        // "The commissioner disclosed this on Friday": what the sentence before tells.
        if (speech && s.Says(i + 1, "this") && (s.IsMark(i + 2) || s.Is(i + 2, AfterThis))) Above(who);
        if (speech || !IsTown(who, i)) Hear(who, i, start, end, speech, inverted);
    }

    // "said", "denies", "spoke of"; "the UN's | estimate that", "the mayor's | claim" are nouns.
    private bool IsSpeech(int i, int end) =>
        (s.Is(i, Tag.Speech | Tag.Deny) || Bare(i) || SpeaksOf(i, end)) && !s.Is(i - 1, TokenKind.Possessive) && !PutsToFlight(i);

    // "have | put 18,000 villagers to flight": done, and not said.
    private bool PutsToFlight(int i) =>
        s.SaysAny(i, "put", "puts") && s.AnyAhead(i + 1, 9, static (s, k) => s.Says(k, "to") && s.Says(k + 1, "flight"));

    // "is reported", "were officially counted"; "are now reporting that" is none.
    private bool IsPassive(int i) =>
        !s.EndsWith(i, "ing")
            && (s.Is(i - 1, Tag.Be) || s.Is(i - 2, Tag.Be) && (s.Is(i - 1, Tag.Adverb) || s.EndsWith(i - 1, "ly")));

    // "said 600 had fled, | warning that": whoever speaks goes on. "The governor toured the town, | saying that": whoever the sentence tells of.
    private void GoOn(int i, int start, int end)
    {
        if (s.Says(i + 1, "that") && Voiced(start) is null && bodies.Known(start, Math.Min(i, start + 5)) is { Type: not SourceType.Witness } subject)
            Add(i, start, end, subject);
    }

    private Attribution? WhoTells(int i, int start, int end, bool speech, out bool inverted)
    {
        var who = Again(Subject(start, i, out inverted), i);
        if (who is null && speech && (inverted || s.IsMark(i - 1, ','))) who = s.SaysAny(i, "told", "tells") ? Apart(i, start) : Inverted(i + 1, end);
        if (who is { Type: not SourceType.Witness } && bodies.Holder(Math.Max(start, i - 12), Math.Min(end, i + (inverted ? 12 : 0))) is { } holder)
            context.Holders[holder] = who;
        // "X said that ..., but said that": of one speaker.
        return speech && s.SaysAny(i - 1, "and", "but") && Voiced(start, before: i) is { } same ? same.Attribution : who;
    }

    // "Karsa has | received 4,000": no person.
    private bool IsTown(Attribution who, int verb) =>
        who is { Type: SourceType.Witness, Name: "witness" } && s[verb - (s.Is(verb - 1, Tag.Have) ? 2 : 1)].Capital;

    // From where to where one speaks.
    private void Hear(Attribution who, int i, int start, int end, bool speech, bool inverted)
    {
        // Who orders people out tells of them only where nobody else speaks: "the army ordered 500 families out; 2,000 fled".
        if (!speech && s.Is(i, Tag.Ordered) || Bids(i)) Order(i, start, end, who);
        else if (Inserted(i, start) is var comma and > 0) voices.Add(new Voice(i, ClauseStart(comma, start), ClauseEnd(i, end), who) { Own = true });
        // '"...," said X, one of 700': the speech stands before, what follows the speaker is the publisher's.
        else voices.Add(new Voice(i, Clause(start, i) ?? start, end, who)
        {
            Denies = s.Is(i, Tag.Deny), Own = s.Is(i, Tag.Intends) && !speech, Before = inverted && i > start && s[i - 1].Kind == TokenKind.Quote,
        });
    }

    // "X, one of those who fled, | told reporters": who is named before the insertion speaks, and nobody who is told.
    private Attribution? Apart(int verb, int start)
    {
        for (var i = verb - 2; i > start && verb - i < 16; i--)
            if (s.IsMark(i, ','))
                return s.SaysAny(i + 1, "one", "among") && s.Any(i, verb, static (s, k) => s.Verb(k) is { Class: VerbClass.Move })
                    ? new Attribution("displaced person", SourceType.Witness) : Private(i - 1);
        return null;
    }

    private bool Contrasted(int verb, int start)
    {
        for (var i = verb - 1; i >= start && verb - i < 8 && !s.IsMark(i); i--)
            if (s.Says(i, "what")) return s.SaysAny(i - 1, "to", "unlike", "than", "despite");
            else if (s.SaysAny(i, "contrary", "unlike", "despite")) return true;
        return false;
    }

    private const Tag AfterThis = Tag.Preposition | Tag.Weekday | Tag.Conjunction | Tag.Adverb;

    // "camp officials | list 3,100 people": a verb only behind a plural.
    private bool Bare(int i) =>
        s.SaysAny(i, "count", "list", "record", "register", "note", "observe") && (IsAmount(i + 1) || s.Says(i + 1, "that"))
        && (s.EndsWith(i - 1, "s") || s.SaysAny(i - 1, "police", "staff", "media") || i > 0 && s[i - 1].Capital);

    private bool Counts(int i, int end) =>
        s.Is(i, Tag.Counting | Tag.Ordered | Tag.Intends)
        || (s.Is(i, Tag.Retract) || s.Has(i, Cue.Withdrawing) || s.Says(i, "brought") && s.SaysAny(i + 1, "its", "their")) && Tally(i, end);

    // A verb of these tables that tells of no figure here.
    private bool Silent(int i, int start, int end)
    {
        // "Karsa saw 2,000 leave": a place saw nobody.
        if (s.SaysAny(i, "saw", "sees", "seen"))
            return !IsAmount(i + 1) && !Arrivals(i + 1) || s.Is(i - 1, Tag.PlaceNoun) || Named(Math.Max(start, i - 6), i) is null;
        // "surveyed the damage", "found the village empty": of no people.
        if (s.Has(i, Cue.Inspects)) return s.Is(i + 1, Tag.Determiner) && !s.Any(i + 2, Math.Min(end, i + 8), static (s, k) => s.IsNumber(k));
        // "...", read a statement of the ministry
        if (s.SaysAny(i, "read", "reads")) return i == start || s[i - 1].Kind != TokenKind.Quote && !s.Has(i - 1, Cue.Statement);
        // "wrote a letter to the minister": of nothing.
        if (s.SaysAny(i, "wrote", "writes") && s.Is(i + 1, Tag.Determiner) && !s.Says(i + 1, "that")) return true;
        // "put people on buses", "gave them 72 hours": of no number of people.
        if (s.Has(i, Cue.TellsNumber)) return !IsAmount(i + 1) && !Tally(i, end) && !At(i, end);
        // "declared victory", "admitted 180,000", "thought it wise to leave", "northern states": a deed, or no verb.
        if (s.Has(i, Cue.TellsClause)) return !Says(i);
        return s.Is(i - 1, Tag.Deny) || s.Says(i, "reported") && s.SaysAny(i + 1, "missing", "killed", "dead", "wounded", "by", "displaced", "injured");
    }

    // Whether a verb has behind it what is said.
    private bool Says(int verb) =>
        s.SaysAny(verb + 1, "that", "on", "in", "a", "an") || s.IsMark(verb + 1) || s.IsNumber(verb + 1) && !s.SaysAny(verb, "admitted", "admits")
        || s.SaysAny(verb, "thought", "think", "thinks") && (!s.Says(verb + 1, "it") || s.Is(verb + 2, Tag.Be));

    // A count or statement that follows: "puts the number at".
    private bool Tally(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 8); i++)
            if (s.Is(i, Tag.CountNoun) || s.Has(i, Cue.Statement) || s.SaysAny(i, "bulletin", "update")) return true;
        return false;
    }

    // "puts those living under canvas at 660,000"
    private bool At(int put, int end)
    {
        for (var i = put + 1; i < Math.Min(end - 1, put + 14) && !s.IsMark(i, ','); i++)
            if (s.Says(i, "at") && IsAmount(i + 1)) return true;
        return false;
    }

    // "The army ordered 500 families out, and 2,000 fled": of the clause of the order alone.
    private void Order(int at, int start, int end, Attribution who)
    {
        for (var i = at + 1; i < end; i++)
            if (NewClause(i, i + 1) || RealisReader.DoneAsWell(s, i)) end = i;
        orders.Add(new Voice(at, start, end, who) { Data = true, Own = true });
    }

    // "warned | 70,000 people below the dam to leave", "told herders to go": an order. "warned that", "told reporters 500 had to leave".
    private bool Bids(int verb)
    {
        if (!s.SaysAny(verb, "warned", "warns", "told", "tells") || s.IsMark(verb - 1)) return false;
        var to = verb + 1;
        while (to < Math.Min(s.Count, verb + 14) && !s.IsMark(to) && !s.SaysAny(to, "that", "to") && !s.Is(to, Tag.Have) && !s.Is(to, Tag.Be)) to++;
        return to > verb + 1 && s.Says(to, "to")
            && (s.Verb(to + 1) ?? s.Verb(to + 2)) is { } deed && deed.Form.HasFlag(VerbForm.Base);
    }

    // "were reported displaced by the agency", "have been verified by monitors": who did it stands after "by".
    private void Passive(int verb, int start, int end)
    {
        // "were listed for aid to be given by the authority": by whom they are helped.
        for (var i = verb + 1; i < Math.Min(end, verb + 9) && !s.IsMark(i) && !(s.Says(i, "to") && s.Is(i + 1, Tag.Be)); i++)
        {
            if (!s.Says(i, "by")) continue;
            var stop = i + 1;
            while (stop < end && !s.IsMark(stop) && stop - i < 12) stop++;
            // Who displaced them is not who tells of it.
            if (bodies.Whom(i + 1, stop) is { } who && (i == verb + 1 || who.Type != SourceType.ArmedActor)) Add(i, start, end, who);
            return;
        }
    }

    // "60,000 have come, and the president fears that", ", but the council insists the market was hit": what is told begins with its clause.
    // "600 people fled, with the mayor warning that": no more than what follows.
    private int? Clause(int start, int verb)
    {
        if (s.EndsWith(verb, "ing")) return verb;
        var that = s.Is(verb + 1, Tag.Weekday) ? verb + 2 : verb + 1;
        var goesOn = s.Is(verb, Tag.Intends) || s.Says(that, "that") || s.Is(verb + 1, Tag.Determiner);
        for (var i = verb - 1; goesOn && i > Math.Max(start, verb - 12) && !(s.IsMark(i) && !s.IsMark(i, '\'')); i--)
            if (s.SaysAny(i, "and", "but", "while", "though", "although") && s.IsMark(i - 1, ',')) return i;
        return null;
    }

    // "20,000 people, | as the minister claimed, fled": the comma before what is said beside the clause, or 0.
    private int Inserted(int verb, int start)
    {
        if (!s.IsMark(verb + 1, ',')) return 0;
        for (var i = verb - 1; i > start && verb - i < 8 && !s.IsMark(i); i--)
            if (s.Says(i, "as")) return s.IsMark(i - 1, ',') ? i - 1 : 0;
        return 0;
    }

    private int ClauseStart(int before, int start)
    {
        while (before > start && !NewClause(before - 1, before)) before--;
        return before;
    }

    private int ClauseEnd(int after, int end)
    {
        while (after < end && !NewClause(after, after + 1)) after++;
        return after;
    }

    // "had spoken | an hour earlier of 550 people"
    private bool SpeaksOf(int verb, int end)
    {
        if (!s.SaysAny(verb, "spoke", "spoken", "speaks", "speak") || s.Says(verb - 1, "having")) return false;
        for (var i = verb + 1; i < Math.Min(end, verb + 7) && !s.IsMark(i); i++)
            if (s.Says(i, "of") && IsAmount(i + 1)) return true;
        return false;
    }

    // "saw | the arrival of 6,000 people"
    private bool Arrivals(int i) => s.Says(i, "the") && s.Says(i + 2, "of") && IsAmount(i + 3);

    private bool Deadline(int at, int end)
    {
        for (var i = at + 1; i < Math.Min(end, at + 18); i++)
            if (s.SaysAny(i, "until", "till", "hours", "minutes", "deadline")) return true;
        return false;
    }
}
