using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Sources;

/// <summary>Attribution without a verb, as situation reports have it: "(UNHCR)", "(source: state police)", "Source: IOM.", "UN: 5,000 displaced".</summary>
internal sealed partial class Speakers
{
    private void Marks()
    {
        // "Source: IOM." and "(Regional military administration, Telegram.)": a sentence of its own speaks for the figures above it.
        if (s.SaysAny(0, "source", "sources") && s.IsMark(1, ':') && bodies.Whom(2, Math.Min(s.Count, 10)) is { } told) Above(told);
        if (s.IsMark(0, '(') && Signed(1, Close(1)) is { } above) Above(above);
        if (Labelled(out var colon) is { } label) Add(colon, 0, s.Count, label);
        // "900 people fled. Some had fled before, IOM said.": who tells more of them counted them.
        if (context.Distance == 1 && s.SaysAny(0, "some", "most", "many", "others", "half") && !IsAmount(1) && voices is [{ Data: false, Own: false } last]
            && last.At > s.Count / 2 && Counts(last.Attribution) && last.Attribution.Type != SourceType.Media) Above(last.Attribution, 2);
        for (var i = 1; i + 1 < s.Count; i++)
            if (s.IsMark(i, '(') && InBrackets(i) is { } who)
            {
                Add(i, 0, i, who, before: true);
                // "(OCHA 28/01/2021).": the sentences before it that have no source of their own, as well.
                var close = Close(i + 1);
                if (close + 2 >= s.Count && s.Any(i, close, static (s, k) => s.IsNumber(k) || s[k].Kind == TokenKind.Code)) Above(who, 3);
            }
    }

    // The figures that nobody else is named for.
    private void Above(Attribution told, int reach = 12)
    {
        for (var i = context.Drafts.Count - 1; i >= Math.Max(0, context.Drafts.Count - reach) && context.Drafts[i].Source.Type == SourceType.Publisher; i--)
            context.Drafts[i].Source = told;
    }

    private int Close(int from)
    {
        var close = from;
        while (close < Math.Min(s.Count, from + 14) && !s.IsMark(close, ')') && !(from == 1 && s.IsMark(close, '.'))) close++;
        return close;
    }

    private Attribution? InBrackets(int open)
    {
        var named = s.SaysAny(open + 1, "source", "sources");
        var from = named ? open + (s.IsMark(open + 2, ':') ? 3 : 2) : open + 1;
        var close = Close(from);
        // "the FNL (Forces for National Liberation) fighters": of those who fight. "(RUD in Spanish)": letters for what stands before.
        if (!s.IsMark(close, ')') || s.Any(from + 1, close, static (s, k) => s.Says(k, "acronym") || s.Says(k, "in") && s.Is(k + 1, Tag.Demonym))
            || s.Is(close + 1, Tag.Actor) || !named && close - from == 1 && IsShortForm(open, close)) return null;
        return (named ? bodies.Whom(from, close) : Signed(from, close)) is { Type: not SourceType.ArmedActor } who ? who : null;
    }

    // "International Organization for Migration (IOM)", "nine relief centres (RC)": letters for what stands before; what closes the sentence signs it.
    private bool IsShortForm(int open, int close)
    {
        var signs = s.IsMark(close + 1, '.');
        if (!s.IsWord(open - 1)) return false;
        if (!s[open - 1].Capital) return s.Is(open - 1, Tag.PlaceNoun) && !s.Is(open + 1, Tag.Source) || Initials(open);
        if (s.Is(open - 1, Tag.Body) || Abbreviates(open)) return true;
        return !signs && !s.Is(open - 1, Tag.Country) && (!s.Is(open - 1, Tag.Unit) || s.IsCapital(open - 2));
    }

    // "early warning desk (EWD)": the first letters of the words before.
    private bool Initials(int open)
    {
        var letters = s.Chars(open + 1);
        for (var k = 0; k < letters.Length; k++)
            if (!s.IsWord(open - letters.Length + k) || char.ToUpperInvariant(s.Chars(open - letters.Length + k)[0]) != letters[k]) return false;
        return true;
    }

    // "the Alert and Siren Office (ALSO)": a name in capitals that begins and ends as the letters do.
    private bool Abbreviates(int open)
    {
        var letters = s.Chars(open + 1);
        var first = open - 1;
        while (s.IsWord(first - 1) && (s[first - 1].Capital || s.SaysAny(first - 1, "and", "of", "for", "in"))) first--;
        while (!s[first].Capital) first++;
        return first < open - 1 && letters.Length > 2 && s.Chars(first)[0] == letters[0] && char.ToUpperInvariant(s.Chars(open - 1)[0]) == letters[^1];
    }

    // "Odra's relief board: 4,100 homes lost", "The town's mayor on Monday: 6,200 homeless", "The relief agency, day 13: 2,000 sheltered".
    private Attribution? Labelled(out int colon)
    {
        colon = 1;
        while (colon < Math.Min(s.Count, 18) && !s.IsMark(colon, ':')) colon++;
        if (!s.IsMark(colon, ':')) return null;
        for (var piece = 0; piece < colon;)
        {
            var stop = Piece(piece, colon);
            if (Alone(piece, stop) is { Type: not (SourceType.Witness or SourceType.ArmedActor) } body
                && (stop - piece > 1 || s.Is(piece, Tag.Source)) && OnlyTells(stop, colon)) return body;
            piece = stop + 1;
        }

        return null;
    }

    // Who signs a stretch without a verb, parted by commas and dashes: "preliminary, DTM", "the ministry, Thursday evening", "6 a.m. report of the board".
    private Attribution? Signed(int from, int end)
    {
        for (var piece = from; piece < end;)
        {
            var stop = Piece(piece, end);
            if (Alone(piece, stop) is { } who) return who;
            piece = stop + 1;
        }

        return null;
    }

    // To the next mark that parts words from each other.
    private int Piece(int from, int end)
    {
        while (from < end && !(s.IsMark(from) && !s.IsMark(from, '\'') && !s.IsMark(from, '/') && !s.IsMark(from, '(') && !s.IsMark(from, ')'))) from++;
        return from;
    }

    // A body and nothing else but the day and place where it tells.
    private Attribution? Alone(int from, int end)
    {
        for (var i = from; i < end - 1; i++)
            if (s.Is(i, Tag.DataNoun) && s.SaysAny(i + 1, "of", "by", "from")) from = i + 2;
        while (s.Is(from, Tag.Determiner)) from++;
        for (var i = from + 1; i < end; i++)
            if (s.SaysAny(i, "on", "in", "at", "there", "today", "yesterday") || s.Is(i, Tag.Weekday)) end = i;
        if (from >= end) return null;
        if (s.Find(from, Tag.Source, out var length) is { } body)
        {
            // "DTM Sudan early warning", "UN Myanmar", "OCHA flash update 3": its letters, and where or in what it tells.
            var letters = body.Detail is not ("witness" or "armed_actor") && (body.Name.Length > 0 || bodies.Acronym(from) is not null);
            if (from + length == end || letters && OnlyTells(from + length, end)) return bodies.Describe(from, length, body);
        }

        for (var i = from; i < end; i++)
            if (s.IsSmall(i) && !s.SaysAny(i, "of", "for", "and", "the", "la", "de") || s.IsNumber(i)
                || s.Is(i, Tag.Speech) && !s.Is(i, Tag.DataNoun)) return null;
        // "Siskiyou County": where it is.
        if (s.Says(end - 1, "department") && !s[end - 1].Capital && end - from > 1 && s[end - 2].Capital) return null;
        if (s.SaysAny(end - 1, "county", "governorate", "prefecture", "municipality", "parish") && end - from > 1) return null;
        var of = from + 1;
        while (of < end && !s.SaysAny(of, "of", "for")) of++;
        if (s.EndingAt(of, Tag.Source, out _) is null && !s.Is(of - 1, Tag.Body)) return end - from == 1 ? bodies.Acronym(from) : null;
        return bodies.Ending(from, end);
    }

    // "day 13", "Northern Shan, 26 October", "flash update 3", "23/05/2021"
    private bool OnlyTells(int from, int end)
    {
        for (var i = from; i < end; i++)
            if (!s[i].Capital && s[i].Kind is not (TokenKind.Mark or TokenKind.Quote or TokenKind.Number or TokenKind.Code)
                && !s.Is(i, Edition) && !s.Has(i, Cue.Edition)) return false;
        return true;
    }

    private const Tag Edition = Tag.DataNoun | Tag.TimeUnit | Tag.Preposition;
}
