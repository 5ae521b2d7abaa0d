using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Attribution without a verb, as situation reports have it: "(UNHCR)", "(source: state police)", "Source: IOM.", "UN: 5,000 displaced".</summary>
internal sealed partial class Speakers
{
    private void Marks()
    {
        if (SourceLine(0, out var line) is { } told)
        {
            Above(told);
            if (line > 0) return;
        }

        if (Labelled(out var colon) is { } label) Add(colon, 0, _s.Count, label, false, false);
        if (Bracketed() is { } above) Above(above);
        for (var i = 1; i + 1 < _s.Count; i++)
        {
            // "6,400 people displaced - the relief board."
            if ((_s.IsMark(i, '-') || _s.IsMark(i, '\u2013') || _s.IsMark(i, '\u2014')) && _s[i].Spaced && _s.Count - i < 9 && Signed(i + 1, _s.IsMark(_s.Count - 1) ? _s.Count - 1 : _s.Count) is { Type: not SourceType.Witness } signed) Add(i, 0, i, signed, false, false, before: true);
            if (SourceLine(i, out _) is { } late && !_s.IsMark(i - 1, '(')) Add(i, 0, i, late, false, false, before: true);
            if (!_s.IsMark(i, '(')) continue;
            var at = _s.SaysAny(i + 1, "source", "sources") ? i + (_s.IsMark(i + 2, ':') ? 3 : 2) : i + 1;
            var close = at;
            while (close < _s.Count && !_s.IsMark(close, ')') && close - at < 14) close++;
            if (!_s.IsMark(close, ')') || at == close) continue;
            // "International Organization for Migration (IOM)": the short form of what stands before.
            if (at == i + 1 && _s.IsWord(i - 1) && _s[i - 1].Capital && (!_s.Is(i - 1, Tag.Unit) || _s.IsWord(i - 2) && _s[i - 2].Capital) && !_s.Is(i - 1, Tag.Country) && close - at == 1 && !_s.IsMark(close + 1, '.')) continue;
            if (at == i + 1 && close - at == 1 && (!_s.IsMark(close + 1, '.') && Abbreviates(i) || Begins(i))) continue;
            // "the National Liberation Army (ELN)."
            if (close - at == 1 && _s.IsWord(i - 1) && _s[i - 1].Capital && _s.Is(i - 1, Tag.Body)) continue;
            // "the FNL (Forces for National Liberation) fighters": of those who fight.
            if (_s.IsNumber(at) || _s.Find(at, Tag.Unit) is not null && _s.Find(at, Tag.Source) is null or { Detail: "witness" } && !_s.Is(close - 1, Tag.Body) || _s.Is(close + 1, Tag.Actor)) continue;
            // "nine relief centres (RC)": the short form of what they are.
            if (at == i + 1 && close - at == 1 && !_s.Is(at, Tag.Source) && _s.IsWord(i - 1) && !_s[i - 1].Capital && _s.Is(i - 1, Tag.PlaceNoun)) continue;
            var who = at > i + 1 ? _bodies.Known(at, close, preferFirst: true) ?? _bodies.After(at, close) ?? State(at) : Signed(at, close);
            // "the guerrillas of the Workers Party (PKK)": the short form of those who fight.
            if (who is not null && (at > i + 1 || who.Type != SourceType.ArmedActor || !_s[i - 1].Capital)) Add(i, 0, i, who, false, false, before: true);
        }
    }

    // A line of its own speaks for the figures above it that nobody else is named for.
    private void Above(Attribution told)
    {
        for (var i = _context.Drafts.Count - 1; i >= Math.Max(0, _context.Drafts.Count - 12) && _context.Drafts[i].Source.Type == SourceType.Publisher; i--) _context.Drafts[i].Source = told;
    }

    // "Odra's relief board: 4,100 homes lost", "The town's mayor on Monday: 6,200 homeless", "The relief agency, day 13: 2,000 sheltered".
    private Attribution? Labelled(out int colon)
    {
        colon = 1;
        while (colon < Math.Min(_s.Count, 18) && !_s.IsMark(colon, ':')) colon++;
        if (!_s.IsMark(colon, ':')) return null;
        for (var piece = 0; piece < colon;)
        {
            var stop = piece;
            while (stop < colon && !Parts(stop)) stop++;
            if (Alone(piece, stop) is { Type: not (SourceType.Witness or SourceType.ArmedActor) } body && (stop - piece > 1 || _s.Is(piece, Tag.Source)) && (stop == colon || WhenAndWhere(stop, colon))) return body;
            piece = stop + 1;
        }

        return null;
    }

    private bool Parts(int i) => _s.IsMark(i) && !_s.IsMark(i, '\'') && !_s.IsMark(i, '/') && !_s.IsMark(i, '(') && !_s.IsMark(i, ')');

    // ", day 13", " — Northern Shan, 26 October"
    private bool WhenAndWhere(int from, int end)
    {
        for (var i = from; i < end; i++)
            if (!_s.IsMark(i) && !_s[i].Capital && !_s.IsNumber(i) && !_s.Is(i, Tag.TimeUnit) && !_s.Is(i, Tag.Weekday) && !_s.Is(i, Tag.Preposition)) return false;
        return true;
    }

    // "(Regional military administration, Telegram.)": a sentence of its own, in brackets.
    private Attribution? Bracketed()
    {
        if (!_s.IsMark(0, '(')) return null;
        var close = 1;
        while (close < Math.Min(_s.Count, 14) && !_s.IsMark(close, ')') && !_s.IsMark(close, '.')) close++;
        return _s.IsMark(close) ? Signed(1, close) : null;
    }

    // Who signs a stretch without a verb, parted by commas and dashes: "preliminary, DTM", "the ministry, Thursday evening", "6 a.m. report of the board".
    private Attribution? Signed(int from, int end)
    {
        for (var piece = from; piece < end;)
        {
            var stop = piece;
            while (stop < end && !Parts(stop)) stop++;
            if (Alone(piece, stop) is { } who) return who;
            piece = stop + 1;
        }

        return null;
    }

    // A body and nothing else but the day and place where it tells.
    private Attribution? Alone(int from, int end)
    {
        for (var i = from; i < end - 1; i++)
            if (_s.Is(i, Tag.DataNoun) && _s.SaysAny(i + 1, "of", "by", "from")) from = i + 2;
        while (_s.Is(from, Tag.Determiner)) from++;
        for (var i = from + 1; i < end; i++)
            if (_s.SaysAny(i, "on", "in", "at", "there", "today", "yesterday") || _s.Is(i, Tag.Weekday)) end = i;
        if (from >= end) return null;
        if (_s.Find(from, Tag.Source, out var length) is { } whole && from + length == end) return _bodies.Describe(from, length, whole);
        // "DTM Sudan early warning", "UN Myanmar", "OCHA flash update 3": its letters, and where or in what it tells.
        if (_s.Find(from, Tag.Source, out length) is { Detail: not ("witness" or "armed_actor") } named && (named.Name.Length > 0 || _bodies.Acronym(from) is not null) && Edition(from + length, end)) return _bodies.Describe(from, length, named);
        for (var i = from; i < end; i++)
            if (!_s.IsWord(i) && _s[i].Kind != TokenKind.Possessive && !_s.IsMark(i) || _s.IsSmall(i) && !_s.SaysAny(i, "of", "for", "and", "the", "la", "de") || _s.Is(i, Tag.Speech) && !_s.Is(i, Tag.DataNoun)) return null;
        // "Siskiyou County": where it is.
        if (_s.SaysAny(end - 1, "county", "governorate", "prefecture", "municipality", "parish") && end - from > 1) return null;
        var of = from + 1;
        while (of < end && !_s.SaysAny(of, "of", "for")) of++;
        if (_s.EndingAt(of, Tag.Source, out _) is null && !_s.Is(of - 1, Tag.Body)) return end - from == 1 ? _bodies.Acronym(from) : null;
        return _bodies.Known(from, end, preferFirst: false) ?? _bodies.Before(from, end);
    }

    private bool Edition(int from, int end)
    {
        for (var i = from; i < end; i++)
            if (!_s[i].Capital && !_s.IsNumber(i) && !_s.Is(i, Tag.DataNoun) && !_s.SaysAny(i, "early", "warning", "flash", "alert", "emergency", "situation", "displacement")) return false;
        return true;
    }

    // "the depot of the Relief Board of South Kivu (RBSK)": the letters of the words before, whatever the last of them is.
    private bool Abbreviates(int open)
    {
        var letters = _s.Chars(open + 1);
        var left = letters.Length;
        for (var i = open - 1; i >= 0 && left > 0 && _s.IsWord(i); i--)
            if (char.ToUpperInvariant(_s.Chars(i)[0]) == letters[left - 1]) left--;
            else if (!_s.IsSmall(i)) return false;
        return left == 0 && letters.Length > 1;
    }

    // "the Alert and Siren Office (ALSO)": a name in capitals that begins and ends as the letters do.
    private bool Begins(int open)
    {
        var letters = _s.Chars(open + 1);
        var first = open;
        while (_s.IsWord(first - 1) && (_s[first - 1].Capital || _s.Says(first - 1, "and") && first < open)) first--;
        return open - first > 1 && letters.Length > 2 && _s.Chars(first)[0] == letters[0] && char.ToUpperInvariant(_s.Chars(open - 1)[0]) == letters[^1];
    }

    private static readonly WordSet OfABody = new("spokesman", "spokeswoman", "spokesperson", "director", "head", "chief", "officials", "command", "secretary", "coordinator", "staff", "office", "teams", "monitors", "minister", "commissioner", "representative", "president", "figures");

    private Attribution? SourceLine(int at, out int end)
    {
        end = 0;
        if (_s.IsMark(at, '(')) at++;
        if (!_s.IsMark(at + 1, ':') || !_s.SaysAny(at, "source", "sources")) return null;
        end = Math.Min(_s.Count, at + 10);
        return _bodies.Known(at + 2, end, preferFirst: true) ?? _bodies.After(at + 2, end) ?? State(at + 2);
    }

    // "the council said" after "the Norwegian Refugee Council": the body named before, by its last word; "its head said" by none.
    private Attribution? Again(Attribution? found, int verb)
    {
        var i = verb - 1;
        while (i > 0 && (_s.Is(i, Tag.Have) || _s.Is(i, Tag.Adverb))) i--;
        var here = _bodies.Known(0, Math.Max(0, verb - 2), preferFirst: false);
        // "The ministry received 850, its minister said": the body of the sentence before any earlier one.
        if (_s.SaysAny(i - 1, "its", "their") && _s.IsIn(i, OfABody) && (here is { Type: not SourceType.Witness } ? here : _context.LastBody) is { Type: not SourceType.Witness } own) return own;
        if ((_context.LastBody ?? here) is not { Name: { } last } speaker || speaker.Type == SourceType.Witness) return found;
        // "the UN agency", after UNHCR
        if (found is { Name: "UN" } && _s.Says(i, "agency") && _context.LastOrganisation is { Type: SourceType.Un, Name: not "UN" } named) return named;
        if (!_s.Says(i - 1, "the") || found?.Name is not { } name || name.Contains(' ', StringComparison.Ordinal)) return found;
        if (last.EndsWith(name, StringComparison.OrdinalIgnoreCase)) return speaker;
        if (_s.SaysAny(i, "agency", "organisation", "organization", "charity", "ngo") && speaker.Type is SourceType.Government or SourceType.LocalOfficial or SourceType.Media && _context.LastOrganisation is { } organisation) return organisation;
        if (_s.SaysAny(i, "agency", "office", "organisation", "organization", "body", "charity", "group", "ngo")) return speaker;
        return found;
    }
}
