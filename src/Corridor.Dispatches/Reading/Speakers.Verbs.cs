using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Verbs of speech, count and order: whether one tells a figure here, who is its subject, and how far it speaks.</summary>
internal sealed partial class Speakers
{
    private void Tell(int i, int start, int end)
    {
        // "the UN's estimate that", "the mayor's claim": a noun.
        var speech = (_s.Is(i, Tag.Speech) || _s.Is(i, Tag.Deny) || Bare(i) || SpeaksOf(i, end)) && !(i > 0 && _s[i - 1].Kind == TokenKind.Possessive);
        if (!speech && !Counts(i, end) || _s.Is(i, Tag.Be)) return;
        if (_s.Is(i - 1, Tag.Be) || (_s.Is(i - 1, Tag.Adverb) || _s.EndsWith(i - 1, "ly")) && _s.Is(i - 2, Tag.Be))
        {
            Passive(i, start, end);
            return;
        }

        if (!_s.Is(i - 1, Tag.Have) && i > 0 && _s.Is(i - 1, Tag.Determiner)) return;
        // "Police gave those living along the line until Friday to get out": an order.
        if (_s.SaysAny(i, "gave", "gives", "given") && Deadline(i, end) && Subject(start, i, out _) is { } orders)
        {
            _orders.Add(Order(i, start, end, orders));
            return;
        }

        if (Silent(i, start, end) || !speech && CountsNobody(i, start)) return;
        var who = Again(Subject(start, i, out var inverted), i);
        if (who is null && speech && (inverted || _s.IsMark(i - 1, ',') || _s[Math.Max(0, i - 1)].Kind == TokenKind.Quote)) who = Inverted(i + 1, end);
        // '"...," said X, one of 700': the speech stands before, what follows the speaker is the publisher's.
        if (who is { Type: not SourceType.Witness } && _bodies.Holder(Math.Max(start, i - 12), Math.Min(end, i + (inverted ? 12 : 0))) is { } holder) _context.Holders[holder] = who;
        // "X said that ..., but said that": of one speaker.
        if (speech && _s.SaysAny(i - 1, "and", "but") && Voiced(start, before: i) is { } same) who = same.Attribution;
        if (who is null) return;
        // "4,000 residents are under orders to leave": those who get an order give none. "Karsa has received 4,000": no person.
        if (who.Type == SourceType.Witness && !speech && (_s.Is(i, Tag.Ordered) || who.Name == "witness" && _s[i - 1 - (_s.Is(i - 1, Tag.Have) ? 1 : 0)].Capital)) return;
        var deny = _s.Is(i, Tag.Deny);
        // Who orders people out tells of them only where nobody else speaks: "the army ordered 500 families out; 2,000 fled".
        if (!speech && _s.Is(i, Tag.Ordered) || Bids(i)) _orders.Add(Order(i, start, end, who));
        // "Not 20,000, as the minister claimed, but 51,000": of what stands before the insertion.
        else if (speech && Inserted(start, i, end) is { } close) _voices.Add(new Voice(i, start, close, who, false, deny, false) { Own = true });
        else _voices.Add(new Voice(i, Subordinate(start, i) ?? Clause(start, i) ?? start, end, who, false, deny, inverted && i > start && _s[i - 1].Kind == TokenKind.Quote) { Own = _s.Is(i, Tag.Intends) && !speech });
    }

    // "camp officials | list 3,100 people": a verb only behind a plural.
    private bool Bare(int i) =>
        _s.SaysAny(i, "count", "list", "record", "register", "note", "observe") && (IsAmount(i + 1) || _s.Says(i + 1, "that") || _s.IsMark(i + 1) && !_s.IsMark(i + 1, ','))
        && (_s.EndsWith(i - 1, "s") || _s.SaysAny(i - 1, "police", "staff", "media") || _s[Math.Max(0, i - 1)].Capital);

    private bool Counts(int i, int end) =>
        _s.Is(i, Tag.Counting) || _s.Is(i, Tag.Ordered) || _s.Is(i, Tag.Intends)
        || (_s.Is(i, Tag.Retract) || _s.SaysAny(i, "retracted", "withdrew") || _s.SaysAny(i, "brought", "lowered", "raised", "revised", "cut", "corrected") && _s.SaysAny(i + 1, "its", "their")) && Tally(i, end);

    // A verb of these tables that tells of no figure here.
    private bool Silent(int i, int start, int end)
    {
        // "Karsa saw 2,000 leave": a place saw nobody.
        if (_s.SaysAny(i, "saw", "sees", "seen")) return !IsAmount(i + 1) && !Arrivals(i + 1) || _s.Is(i - 1, Tag.PlaceNoun) || _bodies.Known(Math.Max(start, i - 8), i, preferFirst: false) is null && Named(Math.Max(start, i - 6), i) is null;
        // "admitted 180,000": let in.
        if (_s.SaysAny(i, "admitted", "admits") && IsAmount(i + 1)) return true;
        // "had thought it wise to leave"
        if (_s.SaysAny(i, "thought", "think", "thinks") && (_s.SaysAny(i + 1, "to", "of", "about") || _s.Says(i + 1, "it") && !_s.Is(i + 2, Tag.Be))) return true;
        if (_s.SaysAny(i, "put", "puts") && !Tally(i, end) && !(_s.Says(i + 1, "at") && _s.IsNumber(i + 2)) && !At(i, end)) return true;
        // "gave them 72 hours" tells of no number of people.
        if (_s.SaysAny(i, "gave", "gives") && !_s.IsNumber(i + 1) && !_s.Is(i + 1, Tag.Approximately) && !_s.Is(i + 1, Tag.Vague) && !Tally(i, end)) return true;
        // "northern states resulted": no verb.
        if (_s.Says(i, "states") && !_s.SaysAny(i + 1, "that", ",", ":")) return true;
        // "declared victory" is a deed, no saying.
        if (_s.SaysAny(i, "declared", "declares") && !_s.SaysAny(i + 1, "that", "on", "in", "a", "an") && !_s.IsNumber(i + 1) && !_s.IsMark(i + 1)) return true;
        // "According to IOM, initial reports indicated": what is reported, not who.
        if (_s.SaysAny(i - 1, "reports", "figures", "estimates") && AccordingTo(start)) return true;
        return _s.Is(i - 1, Tag.Deny) || _s.Says(i, "reported") && _s.SaysAny(i + 1, "missing", "killed", "dead", "wounded", "by", "displaced", "injured");
    }

    // A verb of counting whose subject are those who are counted, or that is no verb.
    private bool CountsNobody(int i, int start)
    {
        var verb = _s.Is(i - 1, Tag.Have) ? i - 1 : i;
        // "82,000 IDPs registered", "5,000 families had registered": those who are counted.
        if (_s.Find(verb - 1, Tag.Unit) is not null && (_s.IsNumber(verb - 2) || _s.IsNumber(verb - 3))) return true;
        // "Jordan has received 14,000": a country that takes people in is no count of them.
        if (_s.SaysAny(i, "has", "have") && Country(i) is not null) return true;
        // "640 families, who had found refuge": they are told of.
        if (_s.Says(verb - 1, "who")) return true;
        // "said his unit had found 60 families": told by who speaks of it.
        if (Voiced(start) is not null && Theirs(i)) return true;
        // "in 24 identified centres": no verb.
        return _s.IsNumber(i - 1) || _s.Is(i - 1, Tag.Preposition) || i > 0 && _s[i - 1].Kind == TokenKind.Possessive;
    }

    // "The army ordered 500 families out, and 2,000 fled": of the clause of the order alone.
    private Voice Order(int at, int start, int end, Attribution who)
    {
        for (var i = at + 1; i < end; i++)
            if (NewClause(i, i + 1)) end = i;
        return new Voice(at, start, end, who, true, false, false) { Own = true };
    }

    // "warned | 70,000 people below the dam to leave", "told herders to go": an order. "warned that", "told reporters 500 had to leave".
    private bool Bids(int verb)
    {
        if (!_s.SaysAny(verb, "warned", "warns", "told", "tells")) return false;
        for (var i = verb + 1; i < Math.Min(_s.Count, verb + 14) && !_s.IsMark(i) && !_s.Says(i, "that") && !_s.Is(i, Tag.Have) && !_s.Is(i, Tag.Be); i++)
            if (_s.Says(i, "to")) return i > verb + 1 && (_s.Find(i + 1, Tag.Predicate) ?? _s.Find(i + 2, Tag.Predicate)) is { } deed && deed.Form.HasFlag(VerbForm.Base);
        return false;
    }

    // "were reported displaced by the agency", "have been verified by monitors": who did it stands after "by".
    private void Passive(int verb, int start, int end)
    {
        if (_s.SaysAny(verb, "told", "warned", "tells", "said")) return;
        for (var i = verb + 1; i < Math.Min(end, verb + 9) && !_s.IsMark(i); i++)
        {
            if (!_s.Says(i, "by")) continue;
            var stop = i + 1;
            while (stop < end && !_s.IsMark(stop) && stop - i < 12) stop++;
            // Who displaced them is not who tells of it.
            if ((_bodies.Known(i + 1, stop, preferFirst: true) ?? _bodies.After(i + 1, stop) ?? State(i + 1)) is { } who && (i == verb + 1 || who.Type != SourceType.ArmedActor)) Add(i, start, end, who, false, false);
            return;
        }
    }

    // "streamed south after the army told them to leave": what the army said begins with its clause.
    private int? Subordinate(int start, int verb)
    {
        for (var i = verb - 1; i > Math.Max(start, verb - 8); i--)
        {
            if (_s.IsMark(i)) return null;
            if (_s.SaysAny(i, "after", "when", "because", "before", "where")) return i;
        }

        return null;
    }

    // "60,000 have come, and the president fears that", ", but the council insists the market was hit": what is told begins with its clause.
    private int? Clause(int start, int verb)
    {
        var goesOn = _s.Is(verb, Tag.Intends) || _s.SaysAny(verb + 1, "that", "no") || _s.Is(verb + 1, Tag.Determiner) || _s.Is(verb + 1, Tag.Weekday) && _s.Says(verb + 2, "that");
        for (var i = verb - 1; goesOn && i > Math.Max(start, verb - 12) && !(_s.IsMark(i) && !_s.IsMark(i, '\'')); i--)
            if (_s.SaysAny(i, "and", "but", "while", "though", "although") && _s.IsMark(i - 1, ',')) return i;
        return null;
    }

    // "his unit | had found", "its teams | counted"
    private bool Theirs(int verb)
    {
        var i = verb - 1;
        while (_s.Is(i, Tag.Have) || _s.Is(i, Tag.Adverb)) i--;
        return _s.SaysAny(i - 1, "his", "her", "its", "their") && _s.IsWord(i);
    }

    // ", as the minister claimed,": the comma after an insertion that has a number before it, or null.
    private int? Inserted(int start, int verb, int end)
    {
        var first = verb;
        while (first > start && verb - first < 9 && !_s.IsMark(first, ',')) first--;
        if (!_s.IsMark(first, ',') || !_s.Says(first + 1, "as")) return null;
        var close = verb;
        while (close < end && close - verb < 9 && !_s.IsMark(close, ',')) close++;
        if (!_s.IsMark(close, ',')) return null;
        for (var i = start; i < first; i++)
            if (_s.IsNumber(i) || _s.Is(i, Tag.Cardinal) || _s.Is(i, Tag.Vague)) return close;
        return null;
    }

    // "puts those living under canvas at 660,000"
    private bool At(int put, int end)
    {
        for (var i = put + 1; i < Math.Min(end - 1, put + 14) && !_s.IsMark(i, ','); i++)
            if (_s.Says(i, "at") && (_s.IsNumber(i + 1) || _s.Is(i + 1, Tag.Approximately) || _s.Is(i + 1, Tag.Cardinal) || _s.Is(i + 1, Tag.LessThan) || _s.Is(i + 1, Tag.MoreThan) || _s.Is(i + 1, Tag.AtLeast))) return true;
        return false;
    }

    // "had spoken | an hour earlier of 550 people"
    private bool SpeaksOf(int verb, int end)
    {
        if (!_s.SaysAny(verb, "spoke", "spoken", "speaks", "speak") || _s.Says(verb - 1, "having")) return false;
        for (var i = verb + 1; i < Math.Min(end, verb + 7) && !_s.IsMark(i); i++)
            if (_s.Says(i, "of") && IsAmount(i + 1)) return true;
        return false;
    }

    // "saw | the arrival of 6,000 people"
    private bool Arrivals(int i) => _s.Says(i, "the") && _s.Says(i + 2, "of") && (IsAmount(i + 3) || IsAmount(i + 4));

    private bool Deadline(int at, int end)
    {
        for (var i = at + 1; i < Math.Min(end, at + 18); i++)
            if (_s.SaysAny(i, "until", "till", "hours", "minutes", "deadline")) return true;
        return false;
    }

    private bool AccordingTo(int start)
    {
        foreach (var voice in _voices)
            if (!voice.Data && voice.SegmentStart == start && _s.Is(voice.At, Tag.According)) return true;
        return false;
    }
}
