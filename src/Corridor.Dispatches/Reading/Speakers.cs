using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// Who counted and who spoke (pipeline step 2). An office stands for the person who holds it; a private speaker becomes a group
/// or "witness" and never a name (schema 4.4).
/// </summary>
internal sealed partial class Speakers
{
    /// <summary>One attribution and the tokens that it covers.</summary>
    internal sealed record Voice(int At, int SegmentStart, int SegmentEnd, Attribution Attribution, bool Data, bool Denies, bool Before)
    {
        /// <summary>It speaks for its own stretch alone, not for what comes after: what somebody hopes, what is said in an insertion.</summary>
        public bool Own { get; init; }
    }

    private readonly Sentence _s;
    private readonly Context _context;
    private readonly Bodies _bodies;
    private readonly List<Voice> _voices = [];
    private readonly List<Voice> _orders = [];

    public Speakers(Sentence s, Context context)
    {
        (_s, _context, _bodies) = (s, context, new Bodies(s));
        var start = 0;
        for (var i = 0; i <= s.Count; i++)
        {
            if (i < s.Count && !s.IsMark(i, ';')) continue;
            Segment(start, i);
            start = i + 1;
        }

        Marks();
        if (!_voices.Exists(v => !v.Data)) _voices.AddRange(_orders);
        foreach (var voice in _voices)
        {
            if (voice.Data) continue;
            context.Quotation.Spoken(s, voice.At, voice.Attribution, context.Drafts);
            context.LastSpeaker = voice.Attribution;
            if (voice.Attribution.Type != SourceType.Witness) context.LastBody = voice.Attribution;
            if (voice.Attribution.Type is SourceType.Un or SourceType.Intergovernmental or SourceType.Ngo) context.LastOrganisation = voice.Attribution;
        }
    }

    /// <summary>The attribution of what stands at a token: its own clause first, else that of the clause before, else the publisher.</summary>
    public Attribution At(int token, out bool denies)
    {
        Voice? best = null;
        foreach (var voice in _voices)
        {
            if (token < voice.SegmentStart || (voice.Before && token > voice.At)) continue;
            if (voice.Data && (token < voice.At || token - voice.At > 9)) continue;
            if (voice.SegmentEnd <= token && (voice.Data || voice.Own)) continue;
            // Of those before, the nearest is the last; of those after, the first: "fled, X said, and Y expects more".
            if (best is null || Rank(voice, token) > Rank(best, token) || (Rank(voice, token) == Rank(best, token) && (voice.At <= token || voice.SegmentStart > best.SegmentStart || voice.Attribution.Via is not null))) best = voice;
        }

        // "The Red Cross counts 27 dead, and 716,000 were moved, the government says": of two, whoever speaks the clause itself.
        if (best is { Data: false } first && first.At < token && NewClause(first.At, token) && _voices.Find(v => v is { Data: false, Before: false, Own: false, Denies: false } && v.At > token && v.SegmentStart <= token && v.Attribution != first.Attribution) is { } closing && !NewClause(token, closing.At)) best = closing;
        // "It intends to close the road, a commander said": told by who speaks.
        if (best is { Own: true, Data: false } && best.SegmentStart <= token && _voices.Find(v => v is { Data: false, Before: false, Own: false } && v.At > token && v.SegmentStart <= token && v.SegmentEnd == best.SegmentEnd) is { } said && !NewClause(token, said.At)) best = said;
        // A speaker named at the very end speaks for the clauses before that have none of their own.
        if (best is null) best = AtTheEnd(token);
        denies = best is { Denies: true } && best.SegmentStart <= token;
        return best?.Attribution ?? _context.Quotation.At(_s, token, _context.LastSpeaker) ?? Attribution.Publisher;
    }

    // "1.1 million were uprooted, OCHA said. Most are children; 640,000 come from Aleppo": who counted them goes on telling; who ordered people out does not.
    public Attribution? Continued() =>
        _voices.Count == 0 && _context is { Distance: <= 1, LastFigure: { Realis: not Realis.Planned, Source: { Type: SourceType.Un or SourceType.Intergovernmental or SourceType.Ngo or SourceType.Government or SourceType.LocalOfficial } told } } ? told : null;

    // ", and", ", but": a clause that goes on by itself; "and that" goes on with what is said.
    private bool NewClause(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (_s.IsMark(i, ',') && _s.SaysAny(i + 1, "and", "but", "while", "whereas") && !_s.Says(i + 2, "that")) return true;
        return false;
    }

    private Voice? AtTheEnd(int token) =>
        _voices.Count == 0 ? null : _voices.Find(v => !v.Data && !v.Before && !v.Denies && v.SegmentStart > token && v.At >= v.SegmentEnd - 3 && _s.Says(v.SegmentStart - 1, ";"));

    /// <summary>The body named in a stretch that has no verb: "the ministry counts 55,000, | the UN | 110,000".</summary>
    public Attribution? Named(int from, int end) => _bodies.Known(from, end, preferFirst: false) ?? _bodies.Before(from, end);

    private static int Rank(Voice voice, int token) =>
        voice.SegmentEnd <= token ? 0 : voice.Data ? 3 : voice.At <= token ? 2 : 1;

    private const ulong Telling = (1UL << (int)Tag.Deny) | (1UL << (int)Tag.Speech) | (1UL << (int)Tag.Counting) | (1UL << (int)Tag.Retract) | (1UL << (int)Tag.Ordered) | (1UL << (int)Tag.Intends);

    private const ulong Naming = Telling | (1UL << (int)Tag.According) | (1UL << (int)Tag.Citing) | (1UL << (int)Tag.Source) | (1UL << (int)Tag.Have);
    private const ulong OfNumbers = (1UL << (int)Tag.DataNoun) | (1UL << (int)Tag.CountNoun);
    private static readonly WordSet Others = new("count", "list", "record", "note", "observe", "lists", "books", "rolls", "register", "registers", "right", "believed", "spoke", "spoken", "speaks", "speak", "by", "per", "retracted", "withdrew", "brought", "lowered", "raised", "revised", "cut", "corrected");

    private void Segment(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            // Most words tell of no speaker, which one look settles.
            if (!_s[i].Capital && !_s.MayBe(i, Naming) && !_s.MayBe(i + 1, OfNumbers) && !_s.IsIn(i, Others) && _s[i].Kind != TokenKind.Possessive && !_s.IsMark(i, '\'')) continue;
            // ", and more than 100,000 have gone abroad, by the count of the UN refugee agency": of its own clause.
            if (_s.Says(i, "by") && _s.SaysAny(i + 2, "count", "tally", "estimate", "reckoning", "account") && _s.Says(i + 3, "of") && (_bodies.Known(i + 4, Math.Min(end, i + 12), preferFirst: true) ?? _bodies.After(i + 4, Math.Min(end, i + 12))) is { } whose)
            {
                var clause = i - 1;
                while (clause > start && !(_s.SaysAny(clause, "and", "but", "while") && _s.IsMark(clause - 1, ','))) clause--;
                Add(clause, clause, end, whose, false, false);
                continue;
            }

            if (Reckoning(i, start) is { } counter)
            {
                // "A million people, 960,000 by the UN's last count, have gone": of the number beside it alone.
                var (open, close) = (i, i);
                while (open > start && i - open < 9 && !_s.IsMark(open, ',')) open--;
                while (close < end && close - i < 6 && !_s.IsMark(close, ',')) close++;
                if (_s.IsMark(open, ',') && _s.IsMark(close, ',') && (_s.IsNumber(open + 1) || _s.IsNumber(open + 2))) _voices.Add(new Voice(i, open, close, counter, false, false, false) { Own = true });
                else Add(i, start, end, counter, false, false);
                continue;
            }

            if (_s.Find(i, Tag.According, out var length) is not null || (_s.Says(i, "per") && !_s.Is(i + 1, Tag.TimeUnit) && !_s.SaysAny(i + 1, "cent", "person", "family", "household", "capita")))
            {
                // What follows the comma is no longer who is quoted, unless that has no name we know.
                var comma = i + length;
                while (comma < end && !_s.IsMark(comma, ',') && !_s.IsMark(comma, ';')) comma++;
                if ((_bodies.Called(i + length, comma, end) ?? _bodies.Known(i + length, Math.Min(comma, i + length + 14), preferFirst: true) ?? _bodies.After(i + length, comma) ?? State(i + length) ?? _bodies.Known(i + length, Math.Min(end, i + length + 14), preferFirst: true)) is not { } who) continue;
                // ", which agrees with the 24,900 recorded by IOM": of the number before it alone.
                if (_s.EndsWith(i, "ed") && _s.Says(i + 1, "by") && _s.IsNumber(i - 1) && Voiced(start) is not null)
                {
                    _voices.Add(new Voice(i, i - 1, i, who, false, false, true) { Own = true });
                    continue;
                }

                // "IOM reports that 10,000 fled, according to the ministry": who is named last counted, the other passes on.
                if (Voiced(start, but: who.Name) is { } first && _s.Is(first.At, Tag.According) && OwnClause(first.At, i) is { } own) Add(i, own, end, who, false, false);
                else if (who.Type is not (SourceType.Media or SourceType.Witness) && Voiced(start, but: who.Name) is { } teller) Add(teller.At, start, end, who with { Via = teller.Attribution.Name }, false, false);
                else Add(i, start, end, who, false, false);
                continue;
            }

            if (_s.Find(i, Tag.Citing) is not null)
            {
                if (Cited(i, start, end)) return;
                continue;
            }

            // "PRMN data show"; "an OCHA-led assessment"; "an IOM count of", "the agency's own latest data": the body before a word for its numbers.
            if (_bodies.Led(i) is { } leader && Data(i + 1) is var what && what > 0) Add(i, start, end, leader, !Shown(what), false);
            else if (_s.Is(i + 1, Tag.DataNoun) && !_s.Is(i, Tag.Source) && _bodies.Acronym(i) is { } letters) Add(i, start, end, letters, _s.Is(i + 2, Tag.Speech) is false, false);
            else if (_s.Find(i, Tag.Source, out length) is { } source && !_s.SaysAny(i, "official", "officials") && (_s.Find(i - 1, Tag.Source, out var longer) is null || longer == 1) && Data(i + length) is var data && data > 0 && !_s.Says(data, "said") && (Shown(data) || !_s.Is(i + length, Tag.Speech) || _s.Is(data - 1, Tag.CountNoun))) Add(i, start, end, _bodies.Describe(i, length, source), !Shown(data), false);
            // ", a figure the provincial government published on Sunday": of the number before it.
            if (_s.SaysAny(i, "a", "the") && _s.IsMark(i - 1, ',') && _s.SaysAny(i + 1, "figure", "number", "estimate", "count", "tally", "total") && Published(i + 2, end) is { } author)
            {
                Add(i, start, i, author, false, false, before: true);
                continue;
            }

            // "the board has 4,100 people in its shelters", "the agency had a list of 900 displaced": what it knows of.
            var listed = _s.Is(i, Tag.Have) && _s.SaysAny(i + 2, "list", "register", "record") && _s.Says(i + 3, "of") && IsAmount(i + 4);
            if ((listed || _s.Is(i, Tag.Have) && IsAmount(i + 1) && !_s.Is(i - 1, Tag.PlaceNoun) && !_s.Is(i - 1, Tag.SettlementNoun)) && Named(Math.Max(start, i - 6), i) is { Type: not (SourceType.ArmedActor or SourceType.Witness) } holding && (listed || holding.Type != SourceType.LocalOfficial))
            {
                Add(i, start, end, holding, false, false);
                continue;
            }

            // "UNRWA opened its schools, and by its count 47,700 slept there"
            if (_s.SaysAny(i, "its", "their", "his", "her") && _s.SaysAny(i - 1, "by", "in", "on") && _s.IsIn(Numbered(i + 1), Reckonings) && (_bodies.Known(start, i - 1, preferFirst: false) is { Type: not SourceType.Witness } near ? near : _context.LastSpeaker) is { Type: not SourceType.Witness } theirs)
            {
                Add(i, start, end, theirs, false, false);
                continue;
            }

            // "The Kurdish administration's is 275,000": its count of what was told before.
            if (_s[i].Kind == TokenKind.Possessive && _s.Is(i + 1, Tag.Be) && (_s.IsNumber(i + 2) || _s.IsNumber(i + 3)) && (_bodies.Known(start, i, preferFirst: false) ?? _bodies.Before(start, i)) is { } owner)
            {
                Add(i, start, end, owner, false, false);
                continue;
            }

            // "Of the board's 3,100 displaced": its count.
            if (_s[i].Kind == TokenKind.Possessive && _s.IsNumber(i + 1) && (_s.Says(i + 2, "displaced") || _s.Find(i + 2, Tag.Unit) is { } counted && Numbers.Noun.IsHuman(counted.Name)) && _bodies.Named(start, i) is { Type: not (SourceType.ArmedActor or SourceType.Witness) } keeper)
            {
                Add(i, start, end, keeper, false, false);
                continue;
            }

            // "the board had 4,700 people on its rolls"; "if the charity is right that": who keeps the list, who is believed.
            if (Keeps(i, start) is { } verb && (_bodies.Known(start, verb, preferFirst: false) ?? _bodies.Before(start, verb)) is { } teller2)
            {
                Add(i, start, end, teller2, false, false);
                continue;
            }

            // "camp officials | list 3,100 people": a verb only behind a plural.
            var bare = _s.SaysAny(i, "count", "list", "record", "register", "note", "observe") && (IsAmount(i + 1) || _s.Says(i + 1, "that") || _s.IsMark(i + 1) && !_s.IsMark(i + 1, ',')) && (_s.EndsWith(i - 1, "s") || _s.SaysAny(i - 1, "police", "staff", "media") || _s[Math.Max(0, i - 1)].Capital);
            var deny = _s.Is(i, Tag.Deny);
            // "the UN's estimate that", "the mayor's claim": a noun.
            var speech = (_s.Is(i, Tag.Speech) || deny || bare || Speaks(i, end)) && !(i > 0 && _s[i - 1].Kind == TokenKind.Possessive);
            var counts = _s.Is(i, Tag.Counting) || (_s.Is(i, Tag.Retract) && Tally(i, end)) || _s.Is(i, Tag.Ordered) || _s.Is(i, Tag.Intends) || (_s.SaysAny(i, "retracted", "withdrew") || _s.SaysAny(i, "brought", "lowered", "raised", "revised", "cut", "corrected") && _s.SaysAny(i + 1, "its", "their")) && Tally(i, end);
            if (!speech && !counts || _s.Is(i, Tag.Be)) continue;
            if (_s.Is(i - 1, Tag.Be) || (_s.Is(i - 1, Tag.Adverb) || _s.EndsWith(i - 1, "ly")) && _s.Is(i - 2, Tag.Be))
            {
                Passive(i, start, end);
                continue;
            }

            if (!_s.Is(i - 1, Tag.Have) && i > 0 && _s.Is(i - 1, Tag.Determiner)) continue;
            // "Karsa saw 2,000 leave": a place saw nobody.
            if (_s.SaysAny(i, "saw", "sees", "seen") && (!IsAmount(i + 1) && !Arrivals(i + 1) || _s.Is(i - 1, Tag.PlaceNoun) || _bodies.Known(Math.Max(start, i - 8), i, preferFirst: false) is null && Named(Math.Max(start, i - 6), i) is null)) continue;
            // "admitted 180,000": let in.
            if (_s.SaysAny(i, "admitted", "admits") && IsAmount(i + 1)) continue;
            // "had thought it wise to leave"
            if (_s.SaysAny(i, "thought", "think", "thinks") && (_s.SaysAny(i + 1, "to", "of", "about") || _s.Says(i + 1, "it") && !_s.Is(i + 2, Tag.Be))) continue;
            if (_s.SaysAny(i, "put", "puts") && !Tally(i, end) && !(_s.Says(i + 1, "at") && _s.IsNumber(i + 2)) && !At(i, end)) continue;
            // "Police gave those living along the line until Friday to get out": an order.
            if (_s.SaysAny(i, "gave", "gives", "given") && Deadline(i, end) && Subject(start, i, out _) is { } orders)
            {
                _orders.Add(Order(i, start, end, orders));
                continue;
            }

            // "gave them 72 hours" tells of no number of people.
            if (_s.SaysAny(i, "gave", "gives") && !_s.IsNumber(i + 1) && !_s.Is(i + 1, Tag.Approximately) && !_s.Is(i + 1, Tag.Vague) && !Tally(i, end)) continue;
            // "82,000 IDPs registered": those who are counted. "northern states resulted": no verb.
            if (!speech && _s.Find(i - 1, Tag.Unit) is not null && (_s.IsNumber(i - 2) || _s.IsNumber(i - 3)) || _s.Says(i, "states") && !_s.SaysAny(i + 1, "that", ",", ":")) continue;
            // "declared victory" is a deed, no saying.
            if (_s.SaysAny(i, "declared", "declares") && !_s.SaysAny(i + 1, "that", "on", "in", "a", "an") && !_s.IsNumber(i + 1) && !_s.IsMark(i + 1)) continue;
            // "Jordan has received 14,000": a country that takes people in is no count of them. "5,000 families had registered": those who are counted.
            if (!speech && _s.SaysAny(i, "has", "have") && Country(i) is not null) continue;
            if (!speech && _s.Is(i - 1, Tag.Have) && _s.Find(i - 2, Tag.Unit) is not null && (_s.IsNumber(i - 3) || _s.IsNumber(i - 4))) continue;
            // "640 families, who had found refuge": they are told of.
            if (!speech && (_s.Says(i - 1, "who") || _s.Is(i - 1, Tag.Have) && _s.Says(i - 2, "who"))) continue;
            // "According to IOM, initial reports indicated": what is reported, not who.
            if (speech && _s.SaysAny(i - 1, "reports", "figures", "estimates") && AccordingTo(start)) continue;
            // "said his unit had found 60 families": told by who speaks of it.
            if (!speech && Voiced(start) is not null && Theirs(i)) continue;
            // "in 24 identified centres": no verb.
            if (!speech && _s.IsNumber(i - 1)) continue;
            if (!speech && (_s.Is(i - 1, Tag.Preposition) || (i > 0 && _s[i - 1].Kind == TokenKind.Possessive))) continue;
            if (_s.Is(i - 1, Tag.Deny)) continue;
            if (_s.SaysAny(i, "reported") && _s.SaysAny(i + 1, "missing", "killed", "dead", "wounded", "by", "displaced", "injured")) continue;
            var who2 = Again(Subject(start, i, out var inverted), i);
            if (who2 is null && speech && (inverted || _s.IsMark(i - 1, ',') || _s[Math.Max(0, i - 1)].Kind == TokenKind.Quote)) who2 = Inverted(i + 1, end);
            // '"...," said X, one of 700': the speech stands before, what follows the speaker is the publisher's.
            if (who2 is { Type: not SourceType.Witness } && _bodies.Holder(Math.Max(start, i - 12), Math.Min(end, i + (inverted ? 12 : 0))) is { } holder) _context.Holders[holder] = who2;
            // "X said that ..., but said that": of one speaker.
            if (speech && _s.SaysAny(i - 1, "and", "but") && Voiced(start, before: i) is { } same) who2 = same.Attribution;
            // Who orders people out tells of them only where nobody else speaks: "the army ordered 500 families out; 2,000 fled".
            // "4,000 residents are under orders to leave": those who get an order give none.
            // "Karsa has received 4,000": no person.
            if (who2 is { Type: SourceType.Witness } && !speech && (_s.Is(i, Tag.Ordered) || who2.Name == "witness" && _s[i - 1 - (_s.Is(i - 1, Tag.Have) ? 1 : 0)].Capital)) continue;
            if (who2 is not null && (!speech && _s.Is(i, Tag.Ordered) || Bids(i))) _orders.Add(Order(i, start, end, who2));
            // "Not 20,000, as the minister claimed, but 51,000": of what stands before the insertion.
            else if (who2 is not null && speech && Inserted(start, i, end) is { } close) _voices.Add(new Voice(i, start, close, who2, false, deny, false) { Own = true });
            else if (who2 is not null) _voices.Add(new Voice(i, Subordinate(start, i) ?? Clause(start, i) ?? start, end, who2, false, deny, inverted && i > start && _s[i - 1].Kind == TokenKind.Quote) { Own = _s.Is(i, Tag.Intends) && !speech });
        }
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

    // The verb before "on its lists", "right that", "to be believed".
    private int? Keeps(int i, int start)
    {
        if (_s.Says(i, "right") && _s.Says(i + 1, "that") && _s.Is(i - 1, Tag.Be)) return i - 1;
        if (_s.Says(i, "believed") && _s.Says(i - 1, "be") && _s.Says(i - 2, "to") && _s.Is(i - 3, Tag.Be)) return i - 3;
        if (!_s.SaysAny(i, "lists", "books", "rolls", "register", "registers") || !_s.SaysAny(i - 1, "its", "their", "the") || !_s.Says(i - 2, "on")) return null;
        for (var k = i - 3; k > start; k--)
            if (_s.Is(k, Tag.Have)) return k;
        return null;
    }

    // "OCHA, citing the council, said"; "Citing the council, OCHA said": who is cited counted, who cites passes on.
    private bool Cited(int at, int start, int end)
    {
        var comma = at + 1;
        while (comma < end && !_s.IsMark(comma, ',')) comma++;
        if ((_bodies.Known(at + 1, Math.Min(comma, at + 14), preferFirst: true) ?? _bodies.After(at + 1, Math.Min(comma, at + 9)) ?? State(at + 1)) is not { } cited) return false;
        var (from, to) = at > start ? (start, at) : (comma, Math.Min(end, comma + 9));
        var via = Via(from, to, _bodies.Known(from, to, preferFirst: at == start));
        // "Reuters reported that 60,000 fled, citing the mayor": in place of who passes it on.
        var teller = _voices.FindLast(v => !v.Data && v.SegmentStart == start && v.Attribution.Name is { } name && name == via);
        Add(teller?.At ?? at, start, end, cited with { Via = via }, false, false);
        return true;
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

    // "17,940, according to IOM, | and 18,000, according to the council": the clause of a number of its own.
    private int? OwnClause(int from, int to)
    {
        for (var i = to - 1; i > from; i--)
            if (_s.SaysAny(i, "and", "but", "while") && _s.IsMark(i - 1, ','))
            {
                for (var k = i + 1; k < to; k++)
                    if (IsAmount(k)) return i;
                return null;
            }

        return null;
    }

    private bool AccordingTo(int start)
    {
        foreach (var voice in _voices)
            if (!voice.Data && voice.SegmentStart == start && _s.Is(voice.At, Tag.According)) return true;
        return false;
    }

    // "according to | Ankara", "a count by | the Turkish government"
    private Attribution? State(int from)
    {
        for (var end = from + 1; end <= Math.Min(_s.Count, from + 3); end++)
            if (!(_s.IsWord(end) && _s[end].Capital) && _bodies.State(from, end) is { } state) return state;
        return null;
    }

    // The last voice of a clause.
    private Voice? Voiced(int start, int before = int.MaxValue, string? but = null)
    {
        for (var i = _voices.Count - 1; i >= 0; i--)
            if (_voices[i] is { Data: false } voice && voice.SegmentStart == start && voice.At < before && (but is null || voice.Attribution.Name != but)) return voice;
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

    // "a figure | (that) the provincial government published": who gave it out.
    private Attribution? Published(int from, int end)
    {
        if (_s.SaysAny(from, "that", "which")) from++;
        for (var i = from; i < Math.Min(end, from + 9) && !_s.IsMark(i); i++)
            if (_s.Is(i, Tag.Speech) || _s.Is(i, Tag.Counting) || _s.SaysAny(i, "published", "released", "issued", "cited", "supplied", "provided")) return i == from ? null : _bodies.Known(from, i, preferFirst: false) ?? _bodies.Before(from, i);
        return null;
    }

    private void Add(int at, int start, int end, Attribution who, bool data, bool denies, bool before = false) => _voices.Add(new Voice(at, start, end, who, data, denies, before));

    // "puts those living under canvas at 660,000"
    private bool At(int put, int end)
    {
        for (var i = put + 1; i < Math.Min(end - 1, put + 14) && !_s.IsMark(i, ','); i++)
            if (_s.Says(i, "at") && (_s.IsNumber(i + 1) || _s.Is(i + 1, Tag.Approximately) || _s.Is(i + 1, Tag.Cardinal) || _s.Is(i + 1, Tag.LessThan) || _s.Is(i + 1, Tag.MoreThan) || _s.Is(i + 1, Tag.AtLeast))) return true;
        return false;
    }

    private bool IsAmount(int i) => _s.IsNumber(i) || _s.Is(i, Tag.Cardinal) || _s.Is(i, Tag.Vague) || _s.Is(i, Tag.Approximately) || _s.Is(i, Tag.MoreThan) || _s.Is(i, Tag.LessThan) || _s.Is(i, Tag.AtLeast) || _s.Is(i, Tag.AtMost);

    // "had spoken | an hour earlier of 550 people"
    private bool Speaks(int verb, int end)
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

    private bool Tally(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 8); i++)
            if (_s.Is(i, Tag.CountNoun) || _s.Says(i, "displaced") || _s.SaysAny(i, "report", "reports", "claim", "claims", "statement", "bulletin", "update") || _s.Find(i, Tag.Unit) is { Name: "arrival" or "idp" or "refugee" } || _s.Find(i, Tag.Predicate) is { Form: VerbForm.Noun }) return true;
        return false;
    }

    // "OCHA | 's count", "the government | 's own tally", "volunteers | ' figure": whose numbers they are.
    private Attribution? Reckoning(int mark, int start)
    {
        if (_s[mark].Kind != TokenKind.Possessive && !(_s.IsMark(mark, '\'') && !_s[mark].Spaced && _s.EndsWith(mark - 1, "s"))) return null;
        if (!_s.IsIn(Numbered(mark + 1), Reckonings)) return null;
        // Back to where the name of the body can begin: its article, or what no name has in it.
        var first = mark;
        while (first > start && mark - first < 10 && InName(first - 1)) first--;
        return _bodies.Known(first, mark, preferFirst: false) ?? _bodies.Before(first, mark) ?? _bodies.State(first, mark);
    }

    // "own latest | count": past what is said of it.
    private int Numbered(int word)
    {
        var last = word + 3;
        while (word < last && (_s.IsIn(word, Recent) || _s.Is(word, Tag.Weekday) || _s.Is(word, Tag.Month))) word++;
        return word;
    }

    private bool InName(int i) => (_s.IsWord(i) || _s[i].Kind == TokenKind.Possessive || _s.IsMark(i, '\'') && !_s[i].Spaced) && !_s.Is(i, Tag.Speech) && !_s.Is(i, Tag.Be) && !_s.Is(i, Tag.Have) && !_s.SaysAny(i, "but", "while", "by", "on", "per", "than", "as", "after")
        && _s.Find(i, Tag.Predicate) is not { Form: VerbForm.Past or VerbForm.Third };

    private static readonly WordSet Recent = new("own", "running", "worst", "worst-case", "likelier", "latest", "last", "official", "initial", "preliminary", "internal", "first", "new", "recent", "joint", "rapid", "displacement", "field", "provisional", "early", "updated", "final", "daily", "weekly", "monthly", "morning", "evening", "situation", "tracking", "registration", "working", "cumulative");

    private static readonly WordSet Reckonings = new("case", "scenario", "forecast", "projection", "report","figure", "number", "numbers", "total", "totals", "estimates", "counts", "tallies", "data", "findings", "tracking", "bulletin", "wording", "words", "update", "headcount", "database", "reports", "registration", "list", "count", "reckoning", "account", "estimate", "tally", "figures", "arithmetic", "calculation", "calculations", "books", "records", "register", "registers", "rolls", "ledger", "log", "logbook", "sums", "census", "lists", "admission", "telling", "statistics", "measure", "guess", "assessment", "lights");

    // The token after a word for numbers that follows, past "'s own latest"; 0 where there is none.
    private int Data(int at)
    {
        for (var i = at; i < at + 5 && i < _s.Count; i++)
        {
            // "the IOM tracking teams": no data.
            if (_s.Is(i, Tag.DataNoun) && !_s.SaysAny(i + 1, "teams", "team", "officers", "officials", "staff", "monitors", "units", "workers") || _s.Is(i, Tag.CountNoun) && (_s.SaysAny(i + 1, "of", "that", "is", "was", "stands", "stood") || _s.IsMark(i + 1, ',') && (_s.IsNumber(i + 2) || i + 2 < _s.Count && _s[i + 2].Kind == TokenKind.Quote))) return i + 1;
            if (_s.IsIn(i, Recent)) continue;
            return 0;
        }

        return 0;
    }

    private bool Shown(int at) => _s.Is(at, Tag.Speech) || _s.Is(at, Tag.Counting);

    private string? Via(int start, int end, Attribution? speaker)
    {
        for (var i = start; i < end; i++)
            if (_s.SaysAny(i, "spokesman", "spokeswoman", "spokesperson") && speaker?.Name is { } name) return $"{name} {_s.Words(i, i + 1).ToLowerInvariant()}";
        return speaker?.Name;
    }
}
