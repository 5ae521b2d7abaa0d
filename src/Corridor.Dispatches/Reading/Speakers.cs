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
    internal sealed record Voice(int At, int SegmentStart, int SegmentEnd, Attribution Attribution, bool Data, bool Denies, bool Before);

    private readonly Sentence _s;
    private readonly Context _context;
    private readonly Bodies _bodies;
    private readonly List<Voice> _voices = [];

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
        foreach (var voice in _voices)
        {
            if (voice.Data) continue;
            context.LastSpeaker = voice.Attribution;
            if (voice.Attribution.Type != SourceType.Witness) context.LastBody = voice.Attribution;
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
            if (voice.SegmentEnd <= token && voice.Data) continue;
            // Of those before, the nearest is the last; of those after, the first: "fled, X said, and Y expects more".
            if (best is null || Rank(voice, token) > Rank(best, token) || (Rank(voice, token) == Rank(best, token) && (voice.At <= token || voice.SegmentStart > best.SegmentStart || voice.Attribution.Via is not null))) best = voice;
        }

        // A speaker named at the very end speaks for the clauses before that have none of their own.
        if (best is null) best = _voices.Find(v => !v.Data && !v.Before && v.SegmentStart > token && v.At >= v.SegmentEnd - 3 && _s.Says(v.SegmentStart - 1, ";"));
        denies = best is { Denies: true } && best.SegmentStart <= token;
        return best?.Attribution ?? Attribution.Publisher;
    }

    private static int Rank(Voice voice, int token) =>
        voice.SegmentEnd <= token ? 0 : voice.Data ? 3 : voice.At <= token ? 2 : 1;

    private void Segment(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_s.Find(i, Tag.According, out var length) is not null || (_s.Says(i, "per") && !_s.Is(i + 1, Tag.TimeUnit) && !_s.SaysAny(i + 1, "cent", "person", "family", "household", "capita")))
            {
                // What follows the comma is no longer who is quoted, unless that has no name we know.
                var comma = i + length;
                while (comma < end && !_s.IsMark(comma, ',') && !_s.IsMark(comma, ';')) comma++;
                if ((_bodies.Known(i + length, Math.Min(comma, i + length + 14), preferFirst: true) ?? _bodies.After(i + length, comma) ?? _bodies.Known(i + length, Math.Min(end, i + length + 14), preferFirst: true)) is { } who) Add(i, start, end, who, false, false);
                continue;
            }

            if (_s.Find(i, Tag.Citing) is not null && i > start)
            {
                if (_bodies.Known(i + 1, Math.Min(end, i + 8), preferFirst: true) is { } cited)
                {
                    var speaker = _bodies.Known(start, i, preferFirst: false);
                    Add(i, start, end, cited with { Via = Via(start, i, speaker) }, false, false);
                    return;
                }

                continue;
            }

            // "PRMN data show"
            if (_s.Is(i + 1, Tag.DataNoun) && !_s.Is(i, Tag.Source) && _bodies.Acronym(i) is { } letters) Add(i, start, end, letters, _s.Is(i + 2, Tag.Speech) is false, false);

            // "an IOM count of", "UN figures", "the agency's data": the body before a word for its numbers.
            if (_s.Find(i, Tag.Source, out length) is { } shown && _s.Is(i + length, Tag.DataNoun) && _s.Is(i + length + 1, Tag.Speech)) Add(i, start, end, _bodies.Describe(i, length, shown), false, false);
            else if (_s.Find(i, Tag.Source, out length) is { } source && (_s.Is(i + length, Tag.DataNoun) || _s.Is(i + length + 1, Tag.DataNoun)) && !_s.Says(i + length + 1, "said") && !_s.Is(i + length, Tag.Speech) | _s.Is(i + length + 1, Tag.CountNoun))
                Add(i, start, end, _bodies.Describe(i, length, source), true, false);
            var deny = _s.Is(i, Tag.Deny);
            var speech = _s.Is(i, Tag.Speech) || deny;
            var counts = _s.Is(i, Tag.Counting) || (_s.Is(i, Tag.Retract) && Tally(i, end)) || _s.Is(i, Tag.Ordered) || _s.Is(i, Tag.Intends) || (_s.SaysAny(i, "retracted", "withdrew") && Tally(i, end));
            if (!speech && !counts || _s.Is(i, Tag.Be)) continue;
            if (_s.Is(i - 1, Tag.Be) || (_s.Is(i - 1, Tag.Adverb) && _s.Is(i - 2, Tag.Be)) || (!_s.Is(i - 1, Tag.Have) && i > 0 && _s.Is(i - 1, Tag.Determiner))) continue;
            if (_s.SaysAny(i, "put", "puts") && !Tally(i, end)) continue;
            if (!speech && (_s.Is(i - 1, Tag.Preposition) || (i > 0 && _s[i - 1].Kind == TokenKind.Possessive))) continue;
            if (_s.Is(i - 1, Tag.Deny)) continue;
            if (_s.SaysAny(i, "reported") && _s.SaysAny(i + 1, "missing", "killed", "dead", "wounded", "by", "displaced", "injured")) continue;
            var who2 = Again(Subject(start, i, out var inverted), i);
            if (who2 is null && speech && (inverted || _s.IsMark(i - 1, ',') || _s[Math.Max(0, i - 1)].Kind == TokenKind.Quote)) who2 = _bodies.Known(i + 1, Math.Min(end, i + 16), preferFirst: false) ?? _bodies.After(i + 1, Math.Min(end, i + 8)) ?? Private(i + 1);
            // '"...," said X, one of 700': the speech stands before, what follows the speaker is the publisher's.
            if (who2 is { Type: not SourceType.Witness } && _bodies.Holder(Math.Max(start, i - 12), Math.Min(end, i + (inverted ? 12 : 0))) is { } holder) _context.Holders[holder] = who2;
            if (who2 is not null) Add(i, start, end, who2, false, deny, before: inverted && i > start && _s[i - 1].Kind == TokenKind.Quote, from: Subordinate(start, i));
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

    private void Add(int at, int start, int end, Attribution who, bool data, bool denies, bool before = false, int? from = null) => _voices.Add(new Voice(at, from ?? start, end, who, data, denies, before));

    private bool Tally(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 8); i++)
            if (_s.Is(i, Tag.CountNoun) || _s.Says(i, "displaced") || _s.SaysAny(i, "report", "reports", "claim", "claims", "statement") || _s.Find(i, Tag.Unit) is { Name: "arrival" or "idp" or "refugee" } || _s.Find(i, Tag.Predicate) is { Form: VerbForm.Noun }) return true;
        return false;
    }

    // The noun phrase before the verb, back over an apposition: "X, head of the UN mission, said".
    private Attribution? Subject(int start, int verb, out bool inverted)
    {
        inverted = false;
        var end = verb;
        var edge = verb;
        for (var commas = 0; commas < 4; commas++)
        {
            var from = edge - 1;
            while (from >= start && !_s.IsMark(from, ',') && _s[from].Kind != TokenKind.Quote && !_s.IsMark(from, ':') && !_s.SaysAny(from, "but", "while", "although", "as", "that")) from--;
            if (from + 1 == edge && commas == 0 && _s.IsMark(from, ',') && from > start && (_s.SaysAny(verb, "told", "tells") || !_s.Is(verb + 1, Tag.Determiner) && !_s.Is(verb + 1, Tag.Source) && !(_s.IsWord(verb + 1) && _s[verb + 1].Capital)))
            {
                // "A resident, 51, said that": the comma closes an insertion.
                edge = from;
                continue;
            }

            if (from + 1 == edge && commas == 0)
            {
                inverted = true;
                return null;
            }

            // "The Observatory, which monitors the war from Britain, said"
            if (commas > 0 | _s.IsMark(edge, ',') && _s.SaysAny(from + 1, "which", "who", "whose") && from > start)
            {
                edge = from;
                continue;
            }

            // A clause of its own is no apposition.
            for (var i = from + 1; i < edge && commas > 0; i++)
                if (_s.Is(i, Tag.Have) || _s.Is(i, Tag.Be) || (_s.Find(i, Tag.Predicate) is { } p && p.Form.HasFlag(VerbForm.Past))) return Pronoun(verb) ?? Country(verb) ?? _bodies.Before(start, verb);
            if (_bodies.Known(from + 1, end, preferFirst: false) is { } found) return found;
            if (commas == 0 && _bodies.Before(from + 1, end) is { } headed) return headed;
            if (commas == 0 && Country(verb) is { } country) return country;
            if (commas == 0 && from >= start && Group(from + 1, verb) is { } group) return group;
            if (from < start || !_s.IsMark(from, ',')) break;
            edge = from;
        }

        return Pronoun(verb) ?? Country(verb) ?? _bodies.Before(start, verb) ?? Private(verb - 1);
    }

    // ", drivers said": a group that no table knows, in the plural and without a name.
    private Attribution? Group(int from, int verb)
    {
        if (!_s.IsMark(from - 1, ',') || verb - from is < 1 or > 3 || !_s.EndsWith(verb - 1, "s")) return null;
        for (var i = from; i < verb; i++)
            if (!_s.IsWord(i) || _s.IsSmall(i) || _s[i].Capital || _s.Find(i, Tag.Predicate) is { Form: not VerbForm.Noun }) return null;
        return new Attribution(_s.Words(from, verb), SourceType.Witness);
    }

    private Attribution? Pronoun(int verb)
    {
        var i = verb - 1;
        while (i > 0 && (_s.Is(i, Tag.Have) || _s.Is(i, Tag.Adverb))) i--;
        if (!_s.SaysAny(i, "he", "she", "they", "it")) return null;
        // "M23 gave them 72 hours; it claims": the subject that opens the sentence, before who spoke last.
        if (_s.SaysAny(i, "it", "they") && i > 1)
            for (var k = 0; k < 2; k++)
                if (_s.Find(k, Tag.Source, out var length) is { } subject) return _bodies.Describe(k, length, subject);
        return _context.LastSpeaker;
    }

    // "Turkey claimed": a country speaks through its government.
    private Attribution? Country(int verb)
    {
        var i = verb - 1;
        while (i > 0 && (_s.Is(i, Tag.Have) || _s.Is(i, Tag.Adverb))) i--;
        for (var first = Math.Max(0, i - 2); first <= i; first++)
            if (_s.Find(first, Tag.Country, out var length) is not null && first + length == i + 1 && _s[first].Capital && !_s.Is(first - 1, Tag.Preposition)) return new Attribution(_s.Words(first, i + 1), SourceType.Government);
        return null;
    }

    private Attribution? Private(int at) =>
        _s.IsWord(at) && _context.Holders.TryGetValue(_s.Words(at, at + 1), out var office1) ? office1 :
        _s.Is(at - 1, Tag.Preposition) ? null :
        _s.IsWord(at) && _s[at].Capital && !_s.IsSmall(at) && !_s.Is(at, Tag.Country) && !_s.Is(at, Tag.Weekday) && !_s.Is(at, Tag.Month) && at > 0 ? _context.LastSpeaker is { Type: not SourceType.Witness } office && _s.IsSmall(at - 1) ? office : new Attribution("witness", SourceType.Witness) : null;

    private string? Via(int start, int end, Attribution? speaker)
    {
        for (var i = start; i < end; i++)
            if (_s.SaysAny(i, "spokesman", "spokeswoman", "spokesperson") && speaker?.Name is { } name) return $"{name} {_s.Words(i, i + 1).ToLowerInvariant()}";
        return speaker?.Name;
    }
}
