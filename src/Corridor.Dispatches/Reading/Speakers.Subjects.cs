using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Whose speech a verb tells: the noun phrase before it, past appositions and relative clauses, or after it where the quotation comes first.</summary>
internal sealed partial class Speakers
{
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
            if (from + 1 == edge && commas == 0 && _s.IsMark(from, ',') && from > start && (IsNamed(from, start) || _s.SaysAny(verb, "told", "tells", "put", "puts") || _s.Is(verb, Tag.Counting) || _s.Says(verb + 1, "that") || _s.Is(verb + 1, Tag.Determiner) && _s.Is(verb + 2, Tag.CountNoun) || (!_s.Is(verb + 1, Tag.Determiner) || _s.SaysAny(verb + 1, "his", "her", "its", "their")) && !_s.Is(verb + 1, Tag.Source) && !(_s.IsWord(verb + 1) && _s[verb + 1].Capital) && Plural(verb + 1) is null))
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

            // "The Observatory, which monitors the war from Britain, said"; "the Response Group, a relief body in the north, said": named before the insertion.
            if (from > start && _s.IsMark(from, ',') && _s.IsMark(edge, ',') && (_s.SaysAny(from + 1, "which", "who", "whose", "a", "an", "the", "one", "citing", "quoting", "speaking", "working", "reached", "contacted", "interviewed", "quoted", "asked", "based", "writing") || _s.Is(from + 1, Tag.Preposition)))
            {
                if (_bodies.Named(start, from) is { } named) return named;
                if (_bodies.Called(start, from, edge) is { } called) return called;
                if (!_s.SaysAny(from + 1, "a", "an", "the", "one"))
                {
                    if (_s.SaysAny(from + 1, "which", "who", "whose") && _bodies.Before(start, from) is { } before) return before;
                    // "The governor, speaking on local radio, put": whoever is named in the insertion does not speak.
                    (end, edge, commas) = (from, from, -1);
                    continue;
                }
            }

            // A clause of its own is no apposition.
            for (var i = from + 1; i < edge && commas > 0; i++)
                if (_s.Is(i, Tag.Have) || _s.Is(i, Tag.Be) || (_s.Find(i, Tag.Predicate) is { } p && p.Form.HasFlag(VerbForm.Past))) return Told(start, verb);
            // "Residents near the UNHCR compound said": whoever they stand beside does not speak.
            if (Beside(from + 1, end) is { } bystanders) return bystanders;
            if (_bodies.Known(from + 1, end, preferFirst: false) is { } found) return found;
            if (commas == 0 && _bodies.Before(from + 1, end) is { } headed) return headed;
            // ", director of the Relief and Works ministry, X Y told"
            if (commas > 0 && _s.SaysAny(from + 1, "head", "chief", "director", "spokesman", "spokeswoman", "coordinator") && _s.SaysAny(from + 2, "of", "for", "at") && _bodies.After(from + 3, edge) is { } headOf) return headOf;
            if (commas == 0 && Country(end) is { } country) return country;
            if (commas == 0 && Group(from + 1, verb) is { } group) return group;
            if (from < start || !_s.IsMark(from, ',')) break;
            edge = from;
        }

        return Told(start, verb);
    }

    private Attribution? Beside(int from, int end)
    {
        for (var i = from + 1; i < end; i++)
            if (_s.SaysAny(i, "in", "at", "near", "outside", "inside", "behind", "beside", "around", "under"))
                return _bodies.Known(from, i, preferFirst: false) is { } heads ? heads.Type == SourceType.Witness ? heads : null : Group(from, i) ?? (_s.EndsWith(i - 1, "s") && i - from < 3 ? new Attribution("witness", SourceType.Witness) : null);
        return null;
    }

    // "The mayor, Karim Salih, | said the bridge was closed": a name, and a comma before it that has an office on its other side.
    private bool IsNamed(int comma, int start)
    {
        var first = comma;
        while (first > start && comma - first < 4 && _s.IsWord(first - 1) && _s[first - 1].Capital && _s[first - 1].Word is null) first--;
        return first < comma && _s.IsMark(first - 1, ',') && _s.Is(first - 2, Tag.Body);
    }

    // Who speaks where no body is named in the clause of the verb.
    private Attribution? Told(int start, int verb)
    {
        if ((Pronoun(verb) ?? Country(verb) ?? _bodies.Before(start, verb)) is { } told) return told;
        // "Spokesman Boris Bo told a briefing": of the body that was last spoken of.
        for (var i = Math.Max(start, verb - 6); i < verb; i++)
            if (Unnamed(i) is { } spoken) return spoken;
        // "people in Panjshir said"
        for (var i = verb - 1; i > Math.Max(start - 1, verb - 6) && !_s.IsMark(i); i--)
            if (_s.Says(i, "people") && _s.SaysAny(i + 1, "in", "from", "there", "at") && !_s.IsNumber(i - 1)) return new Attribution("people", SourceType.Witness);
        // "The self-defence units said"
        if (_s.Is(verb - 1, Tag.Actor) && _s.EndsWith(verb - 1, "s"))
        {
            var first = verb - 1;
            while (first > start && verb - first < 4 && _s.IsWord(first - 1) && !_s.IsSmall(first - 1) && !_s.Is(first - 1, Tag.Cardinal)) first--;
            if (first == start || _s.Is(first - 1, Tag.Determiner)) return new Attribution(_s.Words(first, verb), SourceType.ArmedActor);
        }

        // "a rebel negotiator said": one of them.
        if ((_s.Is(verb - 2, Tag.Actor) || _s.Says(verb - 2, "rebel")) && _s.IsWord(verb - 1) && !_s[verb - 1].Capital && !_s.IsSmall(verb - 1) && _s.Is(verb - 3, Tag.Determiner)) return new Attribution(_s.Words(verb - 2, verb), SourceType.ArmedActor);
        return Private(verb - 1);
    }

    // '"...," said a spokeswoman for the agency | in Geneva on Friday': up to what no longer tells who speaks.
    private Attribution? Inverted(int from, int end)
    {
        var stop = from;
        while (stop < Math.Min(end, from + 16) && _s[stop].Kind != TokenKind.Quote && !_s.SaysAny(stop, "when", "after", "as", "while", "because", "during", "before", "response", "told", "speaking", "adding", "reporters", "journalists")) stop++;
        return _bodies.Known(from, stop, preferFirst: false) ?? _bodies.After(from, Math.Min(stop, from + 7)) ?? State(from) ?? Unnamed(from) ?? Private(from) ?? (Plural(from) is { } last ? new Attribution(_s.Words(from, last), SourceType.Witness) : null);
    }

    // "say | dock workers,": a group that no table knows, told after its verb; the token after it.
    private int? Plural(int from)
    {
        for (var i = from; i < Math.Min(_s.Count - 1, from + 3) && _s.IsWord(i) && !_s.IsSmall(i) && _s.Find(i, Tag.Predicate) is not { Form: not VerbForm.Noun }; i++)
            if (_s.EndsWith(i, "s") && _s.IsMark(i + 1) && !_s[i].Capital) return i + 1;
        return null;
    }

    // "spokesman Boris Bo said": of the body that was last spoken of.
    private Attribution? Unnamed(int at)
    {
        while (_s.Is(at, Tag.Determiner)) at++;
        return _s.SaysAny(at, "spokesman", "spokeswoman", "spokesperson") ? _context.LastBody : null;
    }

    // ", drivers said": a group that no table knows, in the plural and without a name.
    private Attribution? Group(int from, int verb)
    {
        // ", two shepherds who saw them said"
        for (var i = from + 1; i < verb && i < from + 4; i++)
            if (_s.Says(i, "who")) verb = i;
        if (_s.IsMark(from - 1) && (_s.Is(from, Tag.Cardinal) || _s.Is(from, Tag.Vague))) return Group(from, from + 1, verb);
        return Group(from, from, verb);
    }

    private Attribution? Group(int comma, int from, int verb)
    {
        if (!_s.IsMark(comma - 1, ',') && !_s.IsMark(comma - 1, ';') && comma != 0 || verb - from is < 1 or > 3 || !_s.EndsWith(verb - 1, "s") || _s[verb - 1].Capital && !(verb == 1 && _s.EndsWith(0, "ists")) || _s.Is(verb - 1, Tag.CountNoun) || _s.Is(verb - 1, Tag.DataNoun) || _s.Says(verb - 1, "reports")) return null;
        for (var i = from; i < verb; i++)
            if (!_s.IsWord(i) || _s.IsSmall(i) || _s[i].Capital && i > from && !_s.Is(i, Tag.Demonym) && comma != 0 || _s.Find(i, Tag.Predicate) is { Form: not VerbForm.Noun }) return null;
        return new Attribution(_s.Words(from, verb), _s.Is(verb - 1, Tag.Actor) ? SourceType.ArmedActor : SourceType.Witness);
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
        return _voices.FindLast(v => !v.Data && v.At < i)?.Attribution ?? (_s.SaysAny(i, "it", "they") ? _context.Subject : null) ?? _context.LastSpeaker;
    }

    // "Turkey claimed": a country speaks through its government.
    private Attribution? Country(int verb)
    {
        var i = verb - 1;
        while (i > 0 && (_s.Is(i, Tag.Have) || _s.Is(i, Tag.Adverb))) i--;
        // "Baghdad says", "Port-au-Prince said"
        for (var first = Math.Max(0, i - 1); first <= i && i >= 0; first++)
            if (_s[first].Capital && Lexicon.Default.Capitals.Contains(_s.Words(first, i + 1)) && !_s.Is(first - 1, Tag.Preposition) && !(_s.IsWord(first - 1) && _s[first - 1].Capital)) return new Attribution(_s.Words(first, i + 1), SourceType.Government);
        for (var first = Math.Max(0, i - 2); first <= i; first++)
            if (_s.Find(first, Tag.Country, out var length) is not null && first + length == i + 1 && _s[first].Capital && !_s.Is(first - 1, Tag.Preposition)) return new Attribution(_s.Words(first, i + 1), SourceType.Government);
        return null;
    }

    // "the centre at | Tal Tamr"
    private bool IsPlaced(int at)
    {
        while (_s.IsWord(at) && _s[at].Capital && at > 0) at--;
        return _s.Is(at, Tag.Preposition);
    }

    private Attribution? Private(int at) =>
        _s.IsWord(at) && _context.Holders.TryGetValue(_bodies.LastName(at), out var office1) ? office1 :
        IsPlaced(at) ? null :
        _s.IsWord(at) && _s[at].Capital && !_s.IsSmall(at) && !_s.Is(at, Tag.Country) && !_s.Is(at, Tag.Weekday) && !_s.Is(at, Tag.Month) && at > 0 ? _context.LastSpeaker is { Type: not SourceType.Witness } office && _s.IsSmall(at - 1) ? office : _bodies.Proper(at + 1) ?? new Attribution("witness", SourceType.Witness) : null;
}
