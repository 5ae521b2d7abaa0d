using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>
/// Who counted and who spoke (pipeline step 2). An office stands for the person who holds it; a private speaker becomes a group
/// or "witness" and never a name (schema 4.4).
/// </summary>
internal sealed class Speakers
{
    /// <summary>One attribution and the tokens that it covers.</summary>
    internal sealed record Voice(int At, int SegmentStart, int SegmentEnd, Attribution Attribution, bool Data, bool Denies, bool Before);

    private readonly Sentence _s;
    private readonly Context _context;
    private readonly List<Voice> _voices = [];

    public Speakers(Sentence s, Context context)
    {
        (_s, _context) = (s, context);
        var start = 0;
        for (var i = 0; i <= s.Count; i++)
        {
            if (i < s.Count && !s.IsMark(i, ';')) continue;
            Segment(start, i);
            start = i + 1;
        }

        foreach (var voice in _voices)
            if (!voice.Data) context.LastSpeaker = voice.Attribution;
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
            if (best is null || Rank(voice, token) >= Rank(best, token)) best = voice;
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
            if (_s.Find(i, Tag.According, out var length) is not null)
            {
                if ((Name(i + length, Math.Min(end, i + length + 14), preferFirst: true) ?? BodyFrom(i + length, end)) is { } who) Add(i, start, end, who, false, false);
                continue;
            }

            if (_s.Find(i, Tag.Citing) is not null && i > start)
            {
                if (Name(i + 1, Math.Min(end, i + 8), preferFirst: true) is { } cited)
                {
                    var speaker = Name(start, i, preferFirst: false);
                    Add(i, start, end, cited with { Via = Via(start, i, speaker) }, false, false);
                    return;
                }

                continue;
            }

            // "an IOM count of", "UN figures", "the agency's data": the body before a word for its numbers.
            if (_s.Find(i, Tag.Source, out length) is { } shown && _s.Is(i + length, Tag.DataNoun) && _s.Is(i + length + 1, Tag.Speech)) Add(i, start, end, Describe(i, length, shown), false, false);
            else if (_s.Find(i, Tag.Source, out length) is { } source && (_s.Is(i + length, Tag.DataNoun) || _s.Is(i + length + 1, Tag.DataNoun)) && !_s.Says(i + length + 1, "said") && !_s.Is(i + length, Tag.Speech) | _s.Is(i + length + 1, Tag.CountNoun))
                Add(i, start, end, Describe(i, length, source), true, false);
            var deny = _s.Is(i, Tag.Deny);
            var speech = _s.Is(i, Tag.Speech) || deny;
            var counts = _s.Is(i, Tag.Counting) || _s.Is(i, Tag.Retract) || _s.Is(i, Tag.Ordered) || _s.SaysAny(i, "plan", "plans", "planned", "intends", "intend", "fear", "fears", "feared", "expects", "expect", "predicts", "predict", "believes", "believe", "anticipates", "retracted", "withdrew");
            if (!speech && !counts) continue;
            if (_s.Is(i - 1, Tag.Be) || (_s.Is(i - 1, Tag.Adverb) && _s.Is(i - 2, Tag.Be)) || (!_s.Is(i - 1, Tag.Have) && i > 0 && _s.Is(i - 1, Tag.Determiner))) continue;
            if (_s.SaysAny(i, "put", "puts") && !Tally(i, end)) continue;
            if (!speech && (_s.Is(i - 1, Tag.Preposition) || (i > 0 && _s[i - 1].Kind == TokenKind.Possessive))) continue;
            if (_s.Is(i - 1, Tag.Deny)) continue;
            if (_s.SaysAny(i, "reported") && _s.SaysAny(i + 1, "missing", "killed", "dead", "wounded", "by", "displaced", "injured")) continue;
            var who2 = Subject(start, i, out var inverted);
            if (who2 is null && speech && (inverted || _s.IsMark(i - 1, ',') || _s[Math.Max(0, i - 1)].Kind == TokenKind.Quote)) who2 = Name(i + 1, Math.Min(end, i + 16), preferFirst: false) ?? Private(i + 1);
            // '"...," said X, one of 700': the speech stands before, what follows the speaker is the publisher's.
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
            if (_s.Is(i, Tag.CountNoun) || _s.Says(i, "displaced")) return true;
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
            if (from + 1 == edge && commas == 0 && _s.IsMark(from, ',') && from > start && !_s.Is(verb + 1, Tag.Determiner) && !_s.Is(verb + 1, Tag.Source) && !(_s.IsWord(verb + 1) && _s[verb + 1].Capital))
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

            // A clause of its own is no apposition.
            for (var i = from + 1; i < edge && commas > 0; i++)
                if (_s.Is(i, Tag.Have) || _s.Is(i, Tag.Be) || (_s.Find(i, Tag.Predicate) is { } p && p.Form.HasFlag(VerbForm.Past))) return Pronoun(verb) ?? Country(verb) ?? Body(start, verb);
            if (Name(from + 1, end, preferFirst: false) is { } found) return found;
            if (from < start || !_s.IsMark(from, ',')) break;
            edge = from;
        }

        return Pronoun(verb) ?? Country(verb) ?? Body(start, verb) ?? Private(verb - 1);
    }

    private Attribution? Pronoun(int verb)
    {
        var i = verb - 1;
        while (i > 0 && (_s.Is(i, Tag.Have) || _s.Is(i, Tag.Adverb))) i--;
        return _s.SaysAny(i, "he", "she", "they", "it") ? _context.LastSpeaker : null;
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
        _s.Is(at - 1, Tag.Preposition) ? null :
        _s.IsWord(at) && _s[at].Capital && !_s.IsSmall(at) && !_s.Is(at, Tag.Country) && !_s.Is(at, Tag.Weekday) && !_s.Is(at, Tag.Month) && at > 0 ? _context.LastSpeaker is { Type: not SourceType.Witness } office && _s.IsSmall(at - 1) ? office : new Attribution("witness", SourceType.Witness) : null;

    /// <summary>The best body, office or group named in a stretch: an organisation before an office before a plain "official".</summary>
    private Attribution? Name(int from, int to, bool preferFirst)
    {
        Meaning? best = null;
        var (at, length, rank) = (-1, 0, -1);
        for (var i = Math.Max(0, from); i < to; i++)
        {
            if (_s.Find(i, Tag.Source, out var l) is not { } source || i + l > to)
            {
                if (preferFirst && best is not null && (_s.IsMark(i, ',') || _s.Says(i, "and"))) break;
                continue;
            }

            var r = source.Name.Length > 0 ? 4 : l > 1 ? 3 : _s.SaysAny(i, "official", "officials", "officer", "officers", "residents", "resident", "families", "families", "civilians", "locals", "police", "partners", "council", "volunteers") ? 1 : 2;
            // "the government's emergency council", "the mayor's office": what follows is the body.
            if (i + l < to && _s[i + l].Kind == TokenKind.Possessive && BodyAfter(i + l + 1, to) is var stop && stop > 0)
            {
                if (_s.SaysAny(stop - 1, "office", "bureau")) l = stop - i;
                else
                {
                    var type = Spelling.Parse<SourceType>(source.Detail);
                    return new Attribution(_s.Words(i + l + 1, stop), type);
                }
            }

            // A place of speech is no speaker: "said at the camp administration".
            if (r > rank) (best, at, length, rank) = (source, i, l, r);
            i += l - 1;
        }

        return best is null ? null : Describe(at, length, best);
    }

    // "the regional risk commission said": a body that no table knows, by its last word.
    private Attribution? Body(int start, int verb)
    {
        var head = verb - 1;
        while (head > start && (_s.Is(head, Tag.Have) || _s.Is(head, Tag.Adverb) || (_s.IsMark(head, ',') && head == verb - 1))) head--;
        return Headed(start, head);
    }

    private Attribution? BodyFrom(int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 7) && !_s.IsMark(i); i++)
            if (Headed(from, i) is { } found) return found;
        return null;
    }

    private Attribution? Headed(int start, int head)
    {
        if (!_s.IsWord(head)) return null;
        var type = _s.SaysAny(head, "council", "unit", "centre", "center", "administration", "secretary", "chief", "head", "director", "coordinator", "secretariat", "board", "delegate") ? SourceType.LocalOfficial
            : _s.SaysAny(head, "network", "foundation", "association", "charity", "federation", "union", "organisation", "organization", "coalition", "society") ? SourceType.Ngo
            : Body(head) ? SourceType.Government : SourceType.Unknown;
        if (type == SourceType.Unknown) return null;
        var first = head;
        while (first > start && head - first < 4 && _s.IsWord(first - 1) && !_s.IsSmall(first - 1) && !_s.Is(first - 1, Tag.Speech) && !_s.Is(first - 1, Tag.Adverb)) first--;
        return new Attribution(_s.Words(first, head + 1), type);
    }

    private int BodyAfter(int at, int to)
    {
        for (var i = at; i < Math.Min(to, at + 5); i++)
        {
            if (!_s.IsWord(i) || _s.IsSmall(i) || _s.Is(i, Tag.Speech)) return 0;
            if (Body(i) || _s.SaysAny(i, "spokesman", "spokeswoman", "spokesperson")) return _s.SaysAny(i, "spokesman", "spokeswoman", "spokesperson") ? 0 : i + 1;
        }

        return 0;
    }

    private bool Body(int i) => _s.SaysAny(i, "ministry", "authority", "agency", "commission", "council", "office", "committee", "department", "unit", "centre", "center", "service", "bureau", "directorate", "institute", "administration", "mission", "ombudsman", "secretariat", "cell", "board");

    private Attribution Describe(int at, int length, Meaning source)
    {
        var type = Spelling.Parse<SourceType>(source.Detail);
        if (source.Name.Length > 0) return new Attribution(source.Name, type);
        var first = at;
        var body = _s.SaysAny(at + length - 1, "ministry", "authority", "agency", "commission", "council", "office", "government", "authorities", "administration", "army", "military", "group", "monitor", "mission", "police", "service", "official", "officials", "governor", "mayor", "institute", "unit", "centre", "center", "committee", "department", "ombudsman", "administrator", "board", "network");
        for (var i = at - 1; i >= 0 && at - i <= 3; i--)
        {
            if (!_s.IsWord(i) || _s.IsSmall(i) || _s.Is(i, Tag.Speech) || _s.Find(i, Tag.Predicate) is { Form: not VerbForm.Noun } || _s.Is(i, Tag.Adverb) || _s.Is(i, Tag.Weekday)) break;
            if (_s[i].Capital && i > 0 && !body && !_s.Is(i, Tag.Demonym) && !_s.Is(i, Tag.Country)) break;
            first = i;
        }

        // "officials there", "the city's mayor" need no more; the name of a person after an office is left out.
        return new Attribution(_s.Words(first, at + length), type);
    }

    private string? Via(int start, int end, Attribution? speaker)
    {
        for (var i = start; i < end; i++)
            if (_s.SaysAny(i, "spokesman", "spokeswoman", "spokesperson") && speaker?.Name is { } name) return $"{name} {_s.Words(i, i + 1).ToLowerInvariant()}";
        return speaker?.Name;
    }
}
