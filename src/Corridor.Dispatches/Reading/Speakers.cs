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
            if (CountOf(i, start, end) || Reckoned(i, start, end) || According(i, start, end)) continue;
            if (_s.Find(i, Tag.Citing) is not null)
            {
                if (Cited(i, start, end)) return;
                continue;
            }

            OwnNumbers(i, start, end);
            // ", a figure the provincial government published on Sunday": of the number before it.
            if (_s.SaysAny(i, "a", "the") && _s.IsMark(i - 1, ',') && _s.SaysAny(i + 1, "figure", "number", "estimate", "count", "tally", "total") && Published(i + 2, end) is { } author) Add(i, start, i, author, false, false, before: true);
            else if (Keeper(i, start) is { } keeper) Add(i, start, end, keeper, false, false);
            else Tell(i, start, end);
        }
    }

    // ", and more than 100,000 have gone abroad, by the count of the UN refugee agency": of its own clause.
    private bool CountOf(int i, int start, int end)
    {
        if (!_s.Says(i, "by") || !_s.SaysAny(i + 2, "count", "tally", "estimate", "reckoning", "account") || !_s.Says(i + 3, "of")) return false;
        if ((_bodies.Known(i + 4, Math.Min(end, i + 12), preferFirst: true) ?? _bodies.After(i + 4, Math.Min(end, i + 12))) is not { } whose) return false;
        var clause = i - 1;
        while (clause > start && !(_s.SaysAny(clause, "and", "but", "while") && _s.IsMark(clause - 1, ','))) clause--;
        Add(clause, clause, end, whose, false, false);
        return true;
    }

    private bool Reckoned(int i, int start, int end)
    {
        if (Reckoning(i, start) is not { } counter) return false;
        // "A million people, 960,000 by the UN's last count, have gone": of the number beside it alone.
        var (open, close) = (i, i);
        while (open > start && i - open < 9 && !_s.IsMark(open, ',')) open--;
        while (close < end && close - i < 6 && !_s.IsMark(close, ',')) close++;
        if (_s.IsMark(open, ',') && _s.IsMark(close, ',') && (_s.IsNumber(open + 1) || _s.IsNumber(open + 2))) _voices.Add(new Voice(i, open, close, counter, false, false, false) { Own = true });
        else Add(i, start, end, counter, false, false);
        return true;
    }

    private bool According(int i, int start, int end)
    {
        if (_s.Find(i, Tag.According, out var length) is null && (!_s.Says(i, "per") || _s.Is(i + 1, Tag.TimeUnit) || _s.SaysAny(i + 1, "cent", "person", "family", "household", "capita"))) return false;
        // What follows the comma is no longer who is quoted, unless that has no name we know.
        var from = i + length;
        var comma = from;
        while (comma < end && !_s.IsMark(comma, ',') && !_s.IsMark(comma, ';')) comma++;
        if ((_bodies.Called(from, comma, end) ?? _bodies.Known(from, Math.Min(comma, from + 14), preferFirst: true) ?? _bodies.After(from, comma) ?? State(from) ?? _bodies.Known(from, Math.Min(end, from + 14), preferFirst: true)) is not { } who) return true;
        // ", which agrees with the 24,900 recorded by IOM": of the number before it alone.
        if (_s.EndsWith(i, "ed") && _s.Says(i + 1, "by") && _s.IsNumber(i - 1) && Voiced(start) is not null) _voices.Add(new Voice(i, i - 1, i, who, false, false, true) { Own = true });
        // "17,940, according to IOM, and 18,000, according to the council": each of its own number.
        else if (Voiced(start, but: who.Name) is { } first && _s.Is(first.At, Tag.According) && OwnClause(first.At, i) is { } own) Add(i, own, end, who, false, false);
        // "IOM reports that 10,000 fled, according to the ministry": who is named last counted, the other passes on.
        else if (who.Type is not (SourceType.Media or SourceType.Witness) && Voiced(start, but: who.Name) is { } teller) Add(teller.At, start, end, who with { Via = teller.Attribution.Name }, false, false);
        else Add(i, start, end, who, false, false);
        return true;
    }

    // "PRMN data show"; "an OCHA-led assessment"; "an IOM count of", "the agency's own latest data": the body before a word for its numbers.
    private void OwnNumbers(int i, int start, int end)
    {
        if (_bodies.Led(i) is { } leader && Data(i + 1) is var what && what > 0) Add(i, start, end, leader, !Shown(what), false);
        else if (_s.Is(i + 1, Tag.DataNoun) && !_s.Is(i, Tag.Source) && _bodies.Acronym(i) is { } letters) Add(i, start, end, letters, !_s.Is(i + 2, Tag.Speech), false);
        else if (_s.Find(i, Tag.Source, out var length) is { } source && !_s.SaysAny(i, "official", "officials") && (_s.Find(i - 1, Tag.Source, out var longer) is null || longer == 1)
            && Data(i + length) is var data && data > 0 && !_s.Says(data, "said") && (Shown(data) || !_s.Is(i + length, Tag.Speech) || _s.Is(data - 1, Tag.CountNoun)))
            Add(i, start, end, _bodies.Describe(i, length, source), !Shown(data), false);
    }

    // Whose count it is that has, keeps or owns it.
    private Attribution? Keeper(int i, int start)
    {
        // "the board has 4,100 people in its shelters", "the agency had a list of 900 displaced": what it knows of.
        var listed = _s.Is(i, Tag.Have) && _s.SaysAny(i + 2, "list", "register", "record") && _s.Says(i + 3, "of") && IsAmount(i + 4);
        var housed = _s.Is(i, Tag.Have) && IsAmount(i + 1) && !_s.Is(i - 1, Tag.PlaceNoun) && !_s.Is(i - 1, Tag.SettlementNoun);
        if ((listed || housed) && Named(Math.Max(start, i - 6), i) is { Type: not (SourceType.ArmedActor or SourceType.Witness) } holding && (listed || holding.Type != SourceType.LocalOfficial)) return holding;
        // "UNRWA opened its schools, and by its count 47,700 slept there"
        if (_s.SaysAny(i, "its", "their", "his", "her") && _s.SaysAny(i - 1, "by", "in", "on") && _s.IsIn(Numbered(i + 1), Reckonings)
            && (_bodies.Known(start, i - 1, preferFirst: false) is { Type: not SourceType.Witness } near ? near : _context.LastSpeaker) is { Type: not SourceType.Witness } theirs) return theirs;
        if (_s[i].Kind == TokenKind.Possessive)
        {
            // "The Kurdish administration's is 275,000": its count of what was told before.
            if (_s.Is(i + 1, Tag.Be) && (_s.IsNumber(i + 2) || _s.IsNumber(i + 3)) && Named(start, i) is { } owner) return owner;
            // "Of the board's 3,100 displaced": its count.
            if (_s.IsNumber(i + 1) && (_s.Says(i + 2, "displaced") || _s.Find(i + 2, Tag.Unit) is { } counted && Numbers.Noun.IsHuman(counted.Name)) && _bodies.Named(start, i) is { Type: not (SourceType.ArmedActor or SourceType.Witness) } named) return named;
        }

        // "the board had 4,700 people on its rolls"; "if the charity is right that": who keeps the list, who is believed.
        return Keeps(i, start) is { } verb ? Named(start, verb) : null;
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

    // "a figure | (that) the provincial government published": who gave it out.
    private Attribution? Published(int from, int end)
    {
        if (_s.SaysAny(from, "that", "which")) from++;
        for (var i = from; i < Math.Min(end, from + 9) && !_s.IsMark(i); i++)
            if (_s.Is(i, Tag.Speech) || _s.Is(i, Tag.Counting) || _s.SaysAny(i, "published", "released", "issued", "cited", "supplied", "provided")) return i == from ? null : Named(from, i);
        return null;
    }

    private void Add(int at, int start, int end, Attribution who, bool data, bool denies, bool before = false) => _voices.Add(new Voice(at, start, end, who, data, denies, before));

    private bool IsAmount(int i) => _s.IsNumber(i) || _s.Is(i, Tag.Cardinal) || _s.Is(i, Tag.Vague) || _s.Is(i, Tag.Approximately) || _s.Is(i, Tag.MoreThan) || _s.Is(i, Tag.LessThan) || _s.Is(i, Tag.AtLeast) || _s.Is(i, Tag.AtMost);

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
        return Named(first, mark) ?? _bodies.State(first, mark);
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
