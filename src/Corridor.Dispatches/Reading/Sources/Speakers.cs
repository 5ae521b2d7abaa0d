using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Sources;

/// <summary>
/// Who counted and who spoke (pipeline step 2). An office stands for the person who holds it; a private speaker becomes a group
/// or "witness" and never a name (schema 4.4).
/// </summary>
internal sealed partial class Speakers(Sentence s, Context context)
{
    /// <summary>One attribution and the tokens that it covers.</summary>
    internal sealed record Voice(int At, int SegmentStart, int SegmentEnd, Attribution Attribution)
    {
        /// <summary>A name for numbers, which speaks for those beside it.</summary>
        public bool Data { get; init; }
        public bool Denies { get; init; }
        /// <summary>It speaks for what stands before it alone.</summary>
        public bool Before { get; init; }
        /// <summary>It speaks for its own stretch alone, not for what comes after: what somebody hopes, what is said in an insertion.</summary>
        public bool Own { get; init; }
    }

    private readonly Bodies bodies = new(s);
    private readonly List<Voice> voices = [];
    private readonly List<Voice> orders = [];

    /// <summary>Listens to a sentence; who speaks in it is remembered for the next ones.</summary>
    public Speakers Listen()
    {
        var start = 0;
        for (var i = 0; i <= s.Count; i++)
        {
            if (i < s.Count && !s.IsMark(i, ';')) continue;
            Segment(start, i);
            start = i + 1;
        }

        Marks();
        foreach (var order in orders)
            if (!voices.Exists(v => !v.Data && v.SegmentStart <= order.At && v.SegmentEnd >= order.SegmentEnd)) voices.Add(order);
        for (var i = 0; i < voices.Count; i++) voices[i] = InFull(voices[i]);
        foreach (var voice in voices)
        {
            if (voice.Data) continue;
            context.Quotation.Spoken(s, voice.At, voice.Attribution, context.Drafts);
            context.LastSpeaker = voice.Attribution;
            if (voice.Attribution.Type != SourceType.Witness) context.LastBody = voice.Attribution;
        }

        return this;
    }

    // "the Red Crescent Council (RCC) said", and later "the RCC said": one body, under the name by which it was told first.
    private Voice InFull(Voice voice)
    {
        if (voice.Attribution.Name is not { } name) return voice;
        if (context.Holders.TryGetValue(name, out var full)) return voice with { Attribution = full with { Via = voice.Attribution.Via } };
        for (var i = 2; i + 2 < s.Count; i++)
            if (s.IsMark(i, '(') && s.IsMark(i + 2, ')') && name.EndsWith(s.Words(i - 1, i), StringComparison.Ordinal) && name.Contains(' ')
                && bodies.Acronym(i + 1)?.Name is { } letters) context.Holders[letters] = voice.Attribution;
        return voice;
    }

    /// <summary>The attribution of what stands at a token: its own clause first, else that of the clause before, else the publisher.</summary>
    /// <param name="token">The token.</param>
    /// <param name="denies">Whether it is denied.</param>
    /// <param name="across">Whether who spoke before a semicolon goes on behind it: with a number he does, with the state of a road he does not.</param>
    public Attribution At(int token, out bool denies, bool across = true)
    {
        Voice? best = null;
        foreach (var voice in voices)
            if (Reaches(voice, token) && (across || token < voice.SegmentEnd) && (best is null || Nearer(voice, best, token))) best = voice;
        if (best is { Data: false } && Closing(best, token) is { } closing) best = closing;
        best ??= AtTheEnd(token);
        denies = best is { Denies: true } && best.SegmentStart <= token;
        return best?.Attribution ?? context.Quotation.At(s, token, context.LastSpeaker) ?? Attribution.Publisher;
    }

    private static bool Reaches(Voice voice, int token) =>
        token >= voice.SegmentStart && !(voice.Before && token > voice.At) && !(voice.Data && token < voice.At)
        && (token < voice.SegmentEnd || !voice.Data && !voice.Own);

    // Of those before, the nearest is the last; of those after, the first: "fled, X said, and Y expects more".
    private static bool Nearer(Voice voice, Voice best, int token) =>
        Rank(voice, token) is var rank && Rank(best, token) is var other
        && (rank > other || rank == other && (voice.At <= token || voice.Attribution.Via is not null));

    private static int Rank(Voice voice, int token) =>
        voice.SegmentEnd <= token ? 0 : voice.Data ? 3 : voice.At <= token ? 2 : 1;

    // "The Red Cross counts 27 dead, and 716,000 were moved, the government says": of two, whoever speaks the clause itself.
    // "It intends to close the road, a commander said": told by who speaks.
    private Voice? Closing(Voice first, int token)
    {
        if (!(first.Own && first.SegmentStart <= token) && !(first.At < token && NewClause(first.At, token))) return null;
        foreach (var v in voices)
            if (v is { Data: false, Before: false, Own: false, Denies: false } && v.At > token && v.SegmentStart <= token && v.Attribution != first.Attribution)
                return NewClause(token, v.At) ? null : v;
        return null;
    }

    // A speaker named at the very end speaks for the clauses before that have none of their own.
    private Voice? AtTheEnd(int token)
    {
        foreach (var v in voices)
            if (v is { Data: false, Before: false, Denies: false } && v.SegmentStart > token
                && s.IsMark(v.SegmentStart - 1, ';') && v.At >= v.SegmentEnd - 3) return v;
        return null;
    }

    // "1.1 million were uprooted, OCHA said. Most are children; 640,000 come from Aleppo": the UN and IOM go on telling; of others a part ("of these"),
    // the sum ("this brings the total to") and what is added to it ("another 900"). Who ordered people out tells no more.
    public Attribution? Continued(Draft draft)
    {
        // "2,800 remain trapped, the council said. Another 4,500 were driven out": of who spoke just before, whatever the number.
        if (voices.Count == 0 && (s.Says(0, "another") || s.Says(0, "a") && s.Says(1, "further")) && context.Quotation.SpokeBefore
            && context.LastSpeaker is { Type: not (SourceType.ArmedActor or SourceType.Witness or SourceType.Media) } spoke) return spoke;
        if (voices.Count > 0 || context is not { Distance: <= 1, LastFigure: { Realis: not Realis.Planned, Source: var told } }) return null;
        // "IOM identified 490,000. IOM coordinates help in sites hosting 13,000": what it does is told by the publisher.
        if (told.Type is SourceType.Un or SourceType.Intergovernmental) return bodies.Known(0, s.Count)?.Name == told.Name ? null : told;
        var more = draft.IsPart || s.Says(0, "another") || s.Says(0, "a") && s.Says(1, "further")
            || s.SaysAny(0, "this", "that") && s.SaysAny(1, "brings", "brought", "makes", "takes", "raises", "pushes");
        return more && told.Type is not (SourceType.Publisher or SourceType.ArmedActor or SourceType.Witness or SourceType.Media) ? told : null;
    }

    // ", and", ", but": a clause that goes on by itself; "and that" goes on with what is said, "and forced" with what its subject did.
    private bool NewClause(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.IsMark(i, ',') && s.SaysAny(i + 1, "and", "but", "while", "whereas") && !s.Says(i + 2, "that") && !IsDeed(i + 2)) return true;
        return false;
    }

    private bool IsDeed(int i) =>
        (s.Find(i, Tag.Control) ?? s.Verb(i)) is { Form: var form } && form.HasFlag(VerbForm.Past) && !s.Is(i, Tag.Have);

    /// <summary>The body named in a stretch that has no verb: "the ministry counts 55,000, | the UN | 110,000".</summary>
    public Attribution? Named(int from, int end) => bodies.Ending(from, end);

    private const Tag Telling = Tag.Deny | Tag.Speech | Tag.Counting | Tag.Retract
        | Tag.Ordered | Tag.Intends;
    private const Tag Naming = Telling | Tag.According | Tag.Citing | Tag.Source | Tag.Have;

    private void Segment(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            // Most words tell of no speaker, which one look settles.
            var owner = s[i].Kind == TokenKind.Possessive || s.IsMark(i, '\'');
            if (!owner && !s[i].Capital && !s.Is(i, Naming) && !s.Has(i, Cue.MayTell)) continue;
            if (ByOrder(i, start, end) || IfRight(i, start, end) || CountOf(i, start, end) || owner && Reckoned(i, start, end)
                || According(i, start, end)) continue;
            if (s.Find(i, Tag.Citing) is not null)
            {
                if (Cited(i, start, end)) return;
                continue;
            }

            OwnNumbers(i, start, end);
            if (Keeper(i, start) is { } keeper) voices.Add(new Voice(i, start, end, keeper) { Own = true });
            else Tell(i, start, end);
        }
    }

    private void Add(int at, int start, int end, Attribution who, bool data = false, bool before = false) =>
        voices.Add(new Voice(at, start, end, who) { Data = data, Before = before });

    // "By order of the general, 900 families are to leave", "on the orders of the governor": who orders tells it.
    private bool ByOrder(int i, int start, int end)
    {
        if (!s.SaysAny(i, "order", "orders") || !s.SaysAny(i - 1, "by", "on", "under") && !s.SaysAny(i - 2, "by", "on", "under")) return false;
        var comma = i + 2;
        while (comma < end && !s.IsMark(comma, ',')) comma++;
        if (!s.SaysAny(i + 1, "of", "from") || bodies.Whom(i + 2, comma) is not { } who) return false;
        Order(start, start, end, who);
        return true;
    }

    // "95,000 are camped there, if the governor is right", "1.3 million if the minister is right"
    private bool IfRight(int i, int start, int end)
    {
        if (!s.Says(i, "if")) return false;
        var be = i + 1;
        while (be < Math.Min(end, i + 12) && !s.SaysAny(be, "is", "are")) be++;
        if (!s.SaysAny(be + 1, "right", "correct", "accurate") && !(s.Says(be + 1, "to") && s.SaysAny(be + 3, "believed", "trusted"))) return false;
        if (bodies.Whom(i + 1, be) is not { } who) return false;
        // ", 1.3 million if the minister is right": of the number beside it alone.
        for (var comma = i - 1; !s.IsMark(i - 1, ',') && comma > start; comma--)
            if (s.IsMark(comma, ',')) start = comma;
        voices.Add(new Voice(i, start, i, who) { Before = true, Own = true });
        return true;
    }

    // ", and more than 100,000 have gone abroad, by the count of the UN refugee agency": of its own clause.
    private bool CountOf(int i, int start, int end)
    {
        if (!s.Says(i, "by") || !s.Has(i + 2, Cue.Reckoning) || !s.Says(i + 3, "of")) return false;
        if (bodies.Whom(i + 4, Math.Min(end, i + 12)) is not { } whose) return false;
        var clause = i - 1;
        while (clause > start && !(s.SaysAny(clause, "and", "but", "while") && s.IsMark(clause - 1, ','))) clause--;
        Add(clause, clause, end, whose);
        return true;
    }

    // "OCHA | 's count", "the government | 's own tally", "volunteers | ' figure": whose numbers they are.
    private bool Reckoned(int mark, int start, int end)
    {
        var owns = s[mark].Kind == TokenKind.Possessive || !s[mark].Spaced && s.EndsWith(mark - 1, "s");
        if (!owns || !s.Has(Numbers(mark + 1), Cue.Reckoning)) return false;
        // Back to where the name of the body can begin: its article, or what no name has in it.
        var first = mark;
        while (first > start && mark - first < 10 && InName(first - 1)) first--;
        if ((Named(first, mark) ?? bodies.State(first, mark)) is not { } counter) return false;
        // "A million people, 960,000 by the UN's last count, have gone": of the number beside it alone.
        var (open, close) = (mark, mark);
        while (open > start && mark - open < 9 && !s.IsMark(open, ',')) open--;
        while (close < end && close - mark < 6 && !s.IsMark(close, ',')) close++;
        if (s.IsMark(open, ',') && s.IsMark(close, ',') && s.IsNumber(open + 1)) voices.Add(new Voice(mark, open, close, counter) { Own = true });
        else Add(mark, start, end, counter);
        return true;
    }

    // "own latest | count": past what is said of it.
    private int Numbers(int word)
    {
        var last = word + 3;
        while (word < last && (s.Has(word, Cue.Latest) || s.Is(word, Tag.Weekday))) word++;
        return word;
    }

    private bool InName(int i) =>
        (s.IsWord(i) || s[i].Kind == TokenKind.Possessive || s.IsMark(i, '\'') && !s[i].Spaced) && !s.Is(i, NoName)
        && !s.SaysAny(i, "but", "while", "by", "on", "per", "than", "as", "after")
        && s.Verb(i) is not { Form: VerbForm.Past or VerbForm.Third };

    private const Tag NoName = Tag.Speech | Tag.Be | Tag.Have;

    private bool According(int i, int start, int end)
    {
        var told = s.Find(i, Tag.According, out var length) is not null;
        if (!told && (!s.Says(i, "per") || s.Is(i + 1, Tag.TimeUnit) || s.SaysAny(i + 1, "cent", "person", "family", "household", "capita"))) return false;
        // What follows the comma is no longer who is quoted, unless that has no name we know.
        var from = i + length;
        var comma = from;
        while (comma < end && !s.IsMark(comma, ',')) comma++;
        if ((bodies.Called(from, comma, end) ?? bodies.Whom(from, comma) ?? MadeBy(comma, end) ?? Document(from) ?? Held(from, comma, end)
            ?? bodies.Known(from, Math.Min(end, from + 14))) is not { } who) return true;
        // ", which agrees with the 24,900 recorded by IOM": of the number before it alone.
        if (s.EndsWith(i, "ed") && s.Says(i + 1, "by") && s.IsNumber(i - 1) && Voiced(start) is not null)
            voices.Add(new Voice(i, i - 1, i, who) { Before = true, Own = true });
        // "17,940, according to IOM, and 18,000, according to the council": each of its own number.
        else if (Voiced(start, but: who.Name) is { } first && s.Is(first.At, Tag.According) && OwnClause(first.At, i) is { } own) Add(i, own, end, who);
        // "IOM reports that 10,000 fled, according to the ministry": who is named last counted, the other passes on.
        else if (who.Type is not (SourceType.Media or SourceType.Witness) && Voiced(start, but: who.Name) is { } teller)
            Add(teller.At, start, end, who with { Via = teller.Attribution.Name });
        else Add(i, start, end, who);
        return true;
    }

    // "according to first assessments, | conducted by the council,"
    private Attribution? MadeBy(int comma, int end)
    {
        if (!s.EndsWith(comma + 1, "ed") || !s.Says(comma + 2, "by")) return null;
        var stop = comma + 3;
        while (stop < end && !s.IsMark(stop, ',')) stop++;
        return bodies.Whom(comma + 3, stop);
    }

    // "according to | X Y, a member of the relief committee,": the body or office of whoever is named.
    private Attribution? Held(int from, int comma, int end)
    {
        if (!s.IsCapital(from) || !s.SaysAny(comma + 1, "a", "an", "the") || bodies.Holder(from - 1, comma) is not { } holder) return null;
        var stop = comma + 2;
        while (stop < end && !s.IsMark(stop, ',')) stop++;
        if (bodies.Whom(comma + 2, stop) is not { } who) return null;
        context.Holders[holder] = who;
        return who;
    }

    // "according to | the report", "this monitoring", "their data": of the body that the sentence before told of, or that spoke last.
    private Attribution? Document(int from)
    {
        if (!s.Is(from, Tag.Determiner) || s.SaysAny(from, "a", "an")) return null;
        var word = from + 1;
        while (word < from + 4 && s.IsWord(word) && !s.Is(word, Tag.DataNoun)) word++;
        return s.Is(word, Tag.DataNoun) && (context.Before.Subject ?? context.LastBody) is { Type: not (SourceType.Media or SourceType.ArmedActor) } author
            ? author : null;
    }

    // "17,940, according to IOM, | and 18,000, according to the council": the clause of a number of its own.
    private int? OwnClause(int from, int to)
    {
        var amount = false;
        for (var i = to - 1; i > from; i--)
            if (s.SaysAny(i, "and", "but", "while") && s.IsMark(i - 1, ',')) return amount ? i : null;
            else amount |= IsAmount(i);
        return null;
    }

    // The last voice of a clause.
    private Voice? Voiced(int start, int before = int.MaxValue, string? but = null) =>
        voices.FindLast(v => !v.Data && v.SegmentStart == start && v.At < before && (but is null || v.Attribution.Name != but));

    // "an OCHA-led assessment"; "an IOM count of", "the agency's own latest data": the body before a word for its numbers.
    private void OwnNumbers(int i, int start, int end)
    {
        // "contrary to a press report": not so.
        if (Contrasted(i, start)) return;
        if (bodies.Led(i) is { } leader && Data(i + 1) is var what and > 0) Add(i, start, end, leader, data: !Shown(what));
        else if (s.Find(i, Tag.Source, out var length) is { } source && !s.SaysAny(i, "official", "officials")
            && (s.Find(i - 1, Tag.Source, out var longer) is null || longer == 1) && !s.Is(i + length, Tag.Speech)
            && Data(i + length) is var data and > 0 && !s.Says(data, "said"))
            Add(i, start, end, bodies.Describe(i, length, source), data: !Shown(data));
    }

    // The token after a word for numbers that follows, past "'s own latest"; 0 where there is none.
    private int Data(int at)
    {
        while (s.Has(at, Cue.Latest)) at++;
        // "the IOM tracking teams": no data.
        var data = s.Is(at, Tag.DataNoun) && !s.SaysAny(at + 1, "teams", "team", "officers", "officials", "staff", "monitors", "units", "workers");
        var count = s.SaysAny(at + 1, "of", "that", "is", "was", "stands", "stood") || s.IsMark(at + 1, ',') && s.IsMark(at + 2);
        return data || count && s.Is(at, Tag.CountNoun) ? at + 1 : 0;
    }

    private bool Shown(int at) => s.Is(at, Tag.Speech | Tag.Counting);

    // Whose count it is that has, keeps or owns it.
    private Attribution? Keeper(int i, int start)
    {
        // "the board has 4,100 people in its shelters", "the agency had a list of 900 displaced": what it knows of.
        var listed = s.SaysAny(i + 2, "list", "register", "record", "count", "tally") && s.Says(i + 3, "of");
        if (s.Is(i, Tag.Have) && IsAmount(listed ? i + 4 : i + 1) && !s.Is(i - 1, Tag.PlaceNoun) && !s.Is(i - 1, Tag.SettlementNoun)
            && Named(Math.Max(start, i - 6), i) is { Type: not SourceType.LocalOfficial } holding && Counts(holding)) return holding;
        // "UNRWA opened its schools, and by its count 47,700 slept there"
        if (s.SaysAny(i, "its", "their", "his", "her") && s.SaysAny(i - 1, "by", "in", "on") && s.Has(Numbers(i + 1), Cue.Reckoning))
        {
            var theirs = bodies.Known(start, i - 1) is { Type: not SourceType.Witness } near ? near : context.LastSpeaker;
            if (theirs is { Type: not SourceType.Witness }) return theirs;
        }

        // "if the charity is right that"
        if (s.Says(i, "right") && s.Says(i + 1, "that") && s.Is(i - 1, Tag.Be)) return Named(start, i - 1);
        if (s[i].Kind != TokenKind.Possessive) return null;
        // "The Kurdish administration's is 275,000": its count of what was told before.
        if (s.Is(i + 1, Tag.Be) && s.IsNumber(i + 2) && Named(start, i) is { } owner) return owner;
        // "Of the board's 3,100 displaced": its count.
        return s.IsNumber(i + 1) && s.Says(i + 2, "displaced") && bodies.Named(start, i) is { } named && Counts(named) ? named : null;
    }

    private static bool Counts(Attribution who) => who.Type is not (SourceType.ArmedActor or SourceType.Witness);

    // "OCHA, citing the council, said"; "Citing the council, OCHA said": who is cited counted, who cites passes on.
    private bool Cited(int at, int start, int end)
    {
        var comma = at + 1;
        while (comma < end && !s.IsMark(comma, ',')) comma++;
        if (bodies.Whom(at + 1, Math.Min(comma, at + 14)) is not { } cited) return false;
        var (from, to) = at > start ? (start, at) : (comma, Math.Min(end, comma + 9));
        var via = Via(from, to);
        // "Reuters reported that 60,000 fled, citing the mayor": in place of who passes it on.
        var teller = voices.FindLast(v => !v.Data && v.SegmentStart == start && v.Attribution.Name is { } name && name == via);
        Add(teller?.At ?? at, start, end, cited with { Via = via });
        return true;
    }

    private string? Via(int start, int end)
    {
        var speaker = bodies.Known(start, end)?.Name;
        for (var i = start; i < end && speaker is not null; i++)
            if (s.Has(i, Cue.Spokesman)) return $"{speaker} {s.Words(i, i + 1).ToLowerInvariant()}";
        return speaker;
    }

    private const Tag Amounts = Tag.Cardinal | Tag.Vague | Tag.Approximately | Tag.MoreThan
        | Tag.LessThan | Tag.AtLeast | Tag.AtMost;

    private bool IsAmount(int i) => s.IsNumber(i) || s.Is(i, Amounts);
}
