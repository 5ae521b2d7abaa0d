using System.Text;
using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Privacy;
using Corridor.Dispatches.Reading;
using Corridor.Dispatches.Reading.Access;
using Corridor.Dispatches.Reading.Counting;
using Corridor.Dispatches.Reading.Figures;
using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Reading.Tables;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches;

/// <summary>
/// Reads a text into attributed claims (issue 5; schema.md). Linear in the text, no model files: once its head has told the day and the country,
/// one pass over the sentences (tokens, numbers with roles, predicates, realis, time, places), then what only the whole text tells (links, names).
/// </summary>
public static class DispatchReader
{
    /// <summary>Reads UTF-8 bytes; an invalid byte becomes U+FFFD. Offsets count characters of the decoded text.</summary>
    /// <param name="utf8">The bytes, with or without a byte order mark.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A publication day that <see cref="ReadOptions.CanBePublished"/> excludes.</exception>
    public static Dispatch Read(ReadOnlySpan<byte> utf8, ReadOptions? options = null) => Read(Encoding.UTF8.GetString(utf8), options);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text as published; offsets in the result refer to it.</param>
    /// <param name="options">How to read.</param>
    /// <exception cref="ArgumentOutOfRangeException">A publication day that <see cref="ReadOptions.CanBePublished"/> excludes.</exception>
    public static Dispatch Read(string text, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= new ReadOptions();
        if (options.Published is { } day && !ReadOptions.CanBePublished(day))
            throw new ArgumentOutOfRangeException(nameof(options), day, "a text is published between 1900 and 2200");
        var clean = Markup.Strip(text, options.Format);
        var dateline = Dateline.Read(clean);
        var gazetteer = options.Gazetteer ?? Gazetteer.Default;
        var published = options.Published ?? dateline.Published;
        var publisher = options.Publisher ?? dateline.Publisher;
        var id = options.Id ?? ClaimId.Of(text, published, publisher);
        var context = new Context
        {
            Published = published, Gazetteer = gazetteer, GivenCountry = options.Country, Country = options.Country ?? TextCountry.MostNamed(clean),
        };
        context.Home = new Lazy<string?>(() => TextCountry.Home(clean, context), isThreadSafe: false);
        context.Migration = new Lazy<bool>(() => TextCountry.IsOfMigration(clean, context), isThreadSafe: false);
        var gate = new PrivacyGate(gazetteer);
        var access = new List<AccessFact>();
        var numbers = new List<Number>();
        var pending = new List<(Number Number, Draft? Draft)>();
        var tokeniser = new Tokeniser(clean, Lexicon.Default) { CutAt = published == dateline.Published || dateline.Published is null ? dateline.End : 0 };
        var times = new TimeReader(published);
        var sentence = new Sentence(clean);
        var tables = new TableFigures(context);
        var read = TextTable.Find(text, options.Format);
        read.RemoveAll(t => !tables.Read(t, span => ClaimId.Of(id, span, "figure")));
        var table = 0;
        while (sentence.Next(tokeniser))
        {
            gate.Read(sentence);
            // What a table tells in cells is not told once more by sentences.
            var at = sentence.Span(0, 1).Start;
            while (table < read.Count && at >= read[table].End) table++;
            if (table < read.Count && at >= read[table].Start) continue;
            context.Distance++;
            context.Quotation.Begin(sentence, context.Drafts.Count);
            var longOver = false;
            if (tokeniser.HasNumber || tokeniser.HasAct || context.AccessNear)
            {
                longOver = Claims(sentence, tokeniser, times, context, access, pending);
            }
            else
            {
                Causes.ReadScene(sentence, context);
                if (Speaks(sentence)) new Speakers(sentence, context).Listen();
                context.LastPlaces = NamesPlaces(sentence) ? PlaceReader.Read(sentence, new bool[sentence.Count]) : context.LastPlaces;
            }

            if (context is { Distance: 1, LastFigure: { Realis: Realis.Asserted } told } && Denials.OfBefore(sentence, told.Source.Type))
                told.Realis = Realis.Denied;
            context.Before = PassingWords.Of(sentence, tokeniser, context, longOver);
        }

        Causes.Settle(context);
        foreach (var (number, _) in pending)
            if (number.Role == "age") gate.Hide(number.Span, "age");
        foreach (var (span, isName) in tables.Private)
            if (isName) gate.HideName(text, span);
            else gate.Hide(span, "age");
        gate.Settle(text, access.SelectMany(a => a.Ends.Prepend(a.Place)).Select(p => p.Name).Concat(tables.Labels));
        // "Karim B., 29, fled": an age is no figure.
        context.Drafts.RemoveAll(d => gate.HoldsNumber(d.NumberSpan));
        foreach (var draft in context.Drafts) draft.Id = ClaimId.Of(id, draft.Span, "figure");
        var links = Links.Settle(context.Drafts);
        var figures = context.Drafts.ConvertAll(d => FinishedFigure.Of(d, context, gate, text));
        foreach (var (number, draft) in pending)
            numbers.Add(PublicClaim.Of(draft is null ? number : number with { FigureId = draft.Id }, gate, text));
        tables.LeaveOutTold(figures);
        figures.AddRange(tables.Figures.Select(f => PublicClaim.Of(f, gate, text)));
        numbers.AddRange(tables.Numbers.Select(n => PublicClaim.Of(n, gate, text)));
        if (tables.Figures.Count > 0)
        {
            links.AddRange(tables.Links);
            figures.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            numbers.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }

        return new Dispatch
        {
            Id = PublicClaim.Of(id, gate) ?? ClaimId.Of(text, published, publisher),
            Title = options.Title is { } title ? gate.Label(title) : null,
            Published = published,
            Publisher = PublicClaim.Of(publisher, gate),
            Figures = figures,
            Access = [.. access.Where(a => PublicClaim.IsPublic(a, gate)).Select(a =>
                PublicClaim.Of(a, gate, text) with { Id = ClaimId.Of(id, a.Span, a.Feature.ToString()) })],
            Numbers = numbers, Links = links, Private = gate.Spans,
        };
    }

    // The claims of a sentence; whether it tells of an event of years ago.
    private static bool Claims(Sentence s, Tokeniser tokeniser, TimeReader timeReader, Context context, List<AccessFact> access, List<(Number, Draft?)> pending)
    {
        var taken = new bool[s.Count];
        var times = timeReader.Read(s, taken);
        if (timeReader.SinceWithoutDate(s, times) is { } since) times.Add(since);
        var places = PlaceReader.Read(s, taken);
        var speakers = new Speakers(s, context).Listen();
        if (tokeniser.HasNumber)
        {
            var quantities = NumberReader.Read(s, taken);
            var drafts = new Roles(s, quantities, taken, context).Read();
            new FigureReader(s, context, quantities, times, places, speakers, taken).Fill(drafts);
            foreach (var d in drafts)
            {
                var end = Whose(s, d.Quantity);
                d.Span = s.Span(d.Quantity.First, end);
                d.NumberSpan = s.Span(d.Quantity.First, d.Quantity.CoreEnd);
                d.AsWritten = s.Words(d.Quantity.First, end);
                d.ExcerptSpan = ExcerptSpan(s, d);
                context.Drafts.Add(d);
            }

            foreach (var time in times)
                if (HasNumber(s, time, taken))
                    pending.Add((new Number(s.Span(time.First, time.End), s.Words(time.First, time.End), "date"), null));
            foreach (var q in quantities)
                pending.Add((new Number(s.Span(q.First, q.End), s.Words(q.First, q.End), q.Role ?? "other"), q.Role is "figure" ? Of(drafts, q) : null));
        }

        else
        {
            Causes.ReadScene(s, context);
            if (NamesPlaces(s)) context.LastPlaces = places;
        }

        var longOver = RealisReader.TellsOfPast(s, times, context.Published);
        if (tokeniser.HasAct || context.AccessNear) access.AddRange(new AccessReader(s, context, times, places, taken).Read(speakers));
        return longOver;
    }

    // "in October" and "on Friday" have no number, "three weeks ago" and "the 18th of October" have one.
    private static bool HasNumber(Sentence s, TimeExpression time, bool[] taken)
    {
        for (var i = time.First; i < time.End; i++)
            if (taken[i] && (s.IsCount(i) || s[i].Kind == TokenKind.Code)) return true;
        return false;
    }

    // "20,000 inhabitants | of Tal Afar", "14,000 | of them": whose number it is belongs to its words, and is no noun to be governed.
    private static int Whose(Sentence s, Quantity q)
    {
        if (!s.Says(q.End, "of")) return q.End;
        if (q.Noun is null && q.End == q.CoreEnd)
            return s.SaysAny(q.End + 1, "them", "these", "those") && s.Find(q.End + 2, Tag.Unit) is null ? q.End + 2 : q.End;
        if (!s.SaysAny(q.End - 1, "residents", "inhabitants", "occupants", "townspeople", "citizens")) return q.End;
        var end = q.End + 1;
        while (s.IsWord(end) && s.Chars(end).IndexOfAnyInRange('A', 'Z') >= 0 && !s.Is(end, Tag.Weekday)) end++;
        return end > q.End + 1 ? end : q.End;
    }

    private static Draft? Of(List<Draft> drafts, Quantity q)
    {
        foreach (var draft in drafts)
            if (draft.Quantity == q) return draft;
        return null;
    }

    // Who speaks in a sentence without a number may speak on in the next.
    private static bool Speaks(Sentence s)
    {
        if (s.IsMark(0, '(')) return true;
        for (var i = 0; i < s.Count; i++)
            if (s.Is(i, Tag.Speech) || s.SaysAny(i, "source", "sources")) return true;
        return false;
    }

    private static bool NamesPlaces(Sentence s) =>
        s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "from", "to"));

    // The clause with the figure: from the boundary before it to the one after its predicate.
    private static Span ExcerptSpan(Sentence s, Draft d)
    {
        var (first, end) = (d.Quantity.First, Math.Max(d.Quantity.End, Math.Min(s.Count, d.PredicateAt + 1)));
        if (d.PredicateAt >= 0 && d.PredicateAt < first && first - d.PredicateAt < 25) first = d.PredicateAt;
        while (first > 0 && !s.IsMark(first - 1)) first--;
        while (end < s.Count && !s.IsMark(end)) end++;
        return s.Span(first, end);
    }
}
