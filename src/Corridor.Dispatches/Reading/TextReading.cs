using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Privacy;
using Corridor.Dispatches.Reading.Access;
using Corridor.Dispatches.Reading.Counting;
using Corridor.Dispatches.Reading.Figures;
using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Reading.Tables;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>The reading of one text: what its head tells, its tables, its sentences one by one, then what only the whole of it tells.</summary>
internal sealed class TextReading
{
    private readonly string text;
    private readonly ReadOptions options;
    private readonly DateOnly? published;
    private readonly string? publisher;
    private readonly string id;
    private readonly Context context;
    private readonly PrivacyGate gate;
    private readonly TableFigures tables;
    private readonly Tokeniser tokeniser;
    private readonly TimeReader timeReader;
    // One sentence, into which all are read.
    private readonly Sentence s;
    private readonly List<AccessFact> access = [];
    // Numbers and dates, which take the id of their figure when all are told.
    private readonly List<(Number Number, Draft? Draft)> pending = [];

    public TextReading(string text, ReadOptions options)
    {
        (this.text, this.options) = (text, options);
        var clean = Markup.Strip(text, options.Format);
        var dateline = Dateline.Read(clean);
        var gazetteer = options.Gazetteer ?? Gazetteer.Default;
        published = options.Published ?? dateline.Published;
        publisher = options.Publisher ?? dateline.Publisher;
        id = options.Id ?? ClaimId.Of(text, published, publisher);
        context = new Context
        {
            Published = published, Gazetteer = gazetteer, GivenCountry = options.Country, Country = options.Country ?? TextCountry.MostNamed(clean),
        };
        context.Home = new Lazy<string?>(() => TextCountry.Home(clean, context), isThreadSafe: false);
        context.HouseholdLand = new Lazy<string?>(() => context.Country ?? TextCountry.OfAllPlaces(clean, context), isThreadSafe: false);
        context.Migration = new Lazy<bool>(() => TextCountry.IsOfMigration(clean, context), isThreadSafe: false);
        gate = new PrivacyGate(gazetteer);
        tables = new TableFigures(context);
        timeReader = new TimeReader(published);
        tokeniser = new Tokeniser(clean, Lexicon.Default) { CutAt = published == dateline.Published || dateline.Published is null ? dateline.End : 0 };
        s = new Sentence(clean);
    }

    public Dispatch Read()
    {
        ReadSentences(ReadTables());
        Causes.Settle(context);
        HidePersons();
        return Finished();
    }

    // The tables whose cells tell figures or other numbers, in the order of the text.
    private List<TextTable> ReadTables()
    {
        var told = TextTable.Find(text, options.Format);
        told.RemoveAll(table => !tables.Read(table, span => ClaimId.Of(id, span, "figure")));
        return told;
    }

    private void ReadSentences(List<TextTable> told)
    {
        var table = 0;
        while (s.Next(tokeniser))
        {
            gate.Read(s);
            // What a table tells in cells is not told once more by sentences.
            var at = s.Span(0, 1).Start;
            while (table < told.Count && at >= told[table].End) table++;
            if (table < told.Count && at >= told[table].Start) continue;
            ReadSentence();
        }
    }

    private void ReadSentence()
    {
        context.Distance++;
        context.Quotation.Begin(s, context.Drafts.Count);
        var longOver = false;
        if (tokeniser.HasNumber || tokeniser.HasAct || context.AccessNear) longOver = ReadClaims();
        else Pass();
        if (context is { Distance: 1, LastFigure: { Realis: Realis.Asserted } told } && Denials.OfBefore(s, told.Source.Type))
            told.Realis = Realis.Denied;
        context.Before = PassingWords.Of(s, tokeniser, context, longOver);
    }

    // A sentence without a claim leaves its scene, its speaker and its places to the next.
    private void Pass()
    {
        Causes.ReadScene(s, context);
        if (Speaks()) new Speakers(s, context).Listen();
        if (NamesPlaces()) context.LastPlaces = PlaceReader.Read(s, new bool[s.Count]);
    }

    // The claims of a sentence; whether it tells of an event of years ago.
    private bool ReadClaims()
    {
        var taken = new bool[s.Count];
        var times = timeReader.Read(s, taken);
        if (timeReader.SinceWithoutDate(s, times) is { } since) times.Add(since);
        var places = PlaceReader.Read(s, taken);
        var speakers = new Speakers(s, context).Listen();
        if (tokeniser.HasNumber)
        {
            ReadFigures(times, places, speakers, taken);
        }
        else
        {
            Causes.ReadScene(s, context);
            if (NamesPlaces()) context.LastPlaces = places;
        }

        var longOver = RealisReader.TellsOfPast(s, times, context.Published);
        if (tokeniser.HasAct || context.AccessNear) access.AddRange(new AccessReader(s, context, times, places, taken).Read(speakers));
        return longOver;
    }

    private void ReadFigures(List<TimeExpression> times, List<PlacePhrase> places, Speakers speakers, bool[] taken)
    {
        var quantities = NumberReader.Read(s, taken);
        var drafts = new Roles(s, quantities, taken, context).Read();
        new FigureReader(s, context, quantities, times, places, speakers, taken).Fill(drafts);
        foreach (var draft in drafts) FigureSpans.Set(s, draft);
        context.Drafts.AddRange(drafts);
        foreach (var time in times)
            if (HasNumber(time, taken)) pending.Add((NumberAt(time.First, time.End, NumberRole.Date), null));
        foreach (var q in quantities)
            pending.Add((NumberAt(q.First, q.End, q.Role ?? NumberRole.Other), q.Role is NumberRole.Figure ? DraftOf(drafts, q) : null));
    }

    private static Draft? DraftOf(List<Draft> drafts, Quantity q)
    {
        foreach (var draft in drafts)
            if (draft.Quantity == q) return draft;
        return null;
    }

    private Number NumberAt(int first, int end, NumberRole role) => new(s.Span(first, end), s.Words(first, end), role);

    // "in October" and "on Friday" have no number, "three weeks ago" and "the 18th of October" have one.
    private bool HasNumber(TimeExpression time, bool[] taken)
    {
        for (var i = time.First; i < time.End; i++)
            if (taken[i] && (s.IsCount(i) || s[i].Kind == TokenKind.Code)) return true;
        return false;
    }

    // Who speaks in a sentence without a number may speak on in the next.
    private bool Speaks() =>
        s.IsMark(0, '(') || s.Any(0, s.Count, static (s, i) => s.Is(i, Tag.Speech) || s.SaysAny(i, "source", "sources"));

    private bool NamesPlaces() => s.Any(0, s.Count, static (s, i) => s.SaysAny(i, "from", "to"));

    // Ages and names, which the gate knows when all sentences and cells are read.
    private void HidePersons()
    {
        foreach (var (number, _) in pending)
            if (number.Role == NumberRole.Age) gate.Hide(number.Span, "age");
        foreach (var (span, isName) in tables.Private)
            if (isName) gate.HideName(text, span);
            else gate.Hide(span, "age");
        gate.Settle(text, access.SelectMany(a => a.Ends.Prepend(a.Place)).Select(p => p.Name).Concat(tables.Labels));
    }

    // All that is handed out, past the gate.
    private Dispatch Finished()
    {
        // "Karim B., 29, fled": an age is no figure.
        context.Drafts.RemoveAll(d => gate.HoldsNumber(d.NumberSpan));
        foreach (var draft in context.Drafts) draft.Id = ClaimId.Of(id, draft.Span, "figure");
        var links = Links.Settle(context.Drafts);
        var figures = context.Drafts.ConvertAll(d => FinishedFigure.Of(d, context, gate, text));
        var numbers = pending.ConvertAll(p => PublicClaim.Of(p.Draft is null ? p.Number : p.Number with { FigureId = p.Draft.Id }, gate, text));
        AddTables(figures, numbers, links);
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

    private void AddTables(List<Figure> figures, List<Number> numbers, List<Link> links)
    {
        tables.LeaveOutTold(figures);
        figures.AddRange(tables.Figures.Select(f => PublicClaim.Of(f, gate, text)));
        numbers.AddRange(tables.Numbers.Select(n => PublicClaim.Of(n, gate, text)));
        if (tables.Figures.Count == 0) return;
        links.AddRange(tables.Links);
        figures.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        numbers.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }
}
