using System.Security.Cryptography;
using System.Text;
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

/// <summary>How a text is to be read.</summary>
public sealed record ReadOptions
{
    /// <summary>Publication day; without it the dateline is looked at, and failing that no relative date is resolved.</summary>
    public DateOnly? Published { get; init; }
    /// <summary>Who printed it.</summary>
    public string? Publisher { get; init; }
    /// <summary>Places that the text may name; the built-in list when not given.</summary>
    public Gazetteer? Gazetteer { get; init; }
    /// <summary>How the text is dressed.</summary>
    public TextFormat Format { get; init; } = TextFormat.Auto;
    /// <summary>An id of the caller's; a hash of the text when not given.</summary>
    public string? Id { get; init; }
    /// <summary>ISO 3166-1 alpha-3 of the country the text is about, for household size and borders; when not given, the country most named in the
    /// text.</summary>
    public string? Country { get; init; }

    /// <summary>Whether a text may be published on a day: 1900 to 2200, so that what it tells of years ago is a day of the calendar too.</summary>
    public static bool CanBePublished(DateOnly day) => day.Year is >= 1900 and <= 2200;
}

/// <summary>
/// Reads a text into attributed claims (issue 5; schema.md). One pass, linear in the text, no model files: sentences of tokens,
/// numbers with roles, predicates, realis, time, places, links, privacy gate.
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
        var id = options.Id ?? Hash(text);
        var context = new Context
        {
            Published = published, Gazetteer = gazetteer, GivenCountry = options.Country, Country = options.Country ?? CountryOf(clean),
        };
        context.Home = new Lazy<string?>(() => HomeOf(clean, context), isThreadSafe: false);
        context.Migration = new Lazy<bool>(() => SpeaksOfMigration(clean, context), isThreadSafe: false);
        var gate = new PrivacyGate(gazetteer);
        var access = new List<AccessFact>();
        var numbers = new List<Number>();
        var pending = new List<(Number Number, Draft? Draft)>();
        var tokeniser = new Tokeniser(clean, Lexicon.Default);
        var times = new TimeReader(published);
        var sentence = new Sentence(clean);
        var tables = new TableFigures(context);
        var read = TextTable.Find(text, options.Format);
        read.RemoveAll(t => !tables.Read(t, span => ClaimId(id, span, "figure")));
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
            if (tokeniser.HasNumber || tokeniser.HasAct || context.AccessNear)
            {
                Claims(sentence, tokeniser, times, context, access, pending);
                context.Moving = tokeniser.HasNumber ? null : Moves(sentence);
            }
            else
            {
                context.Moving = Moves(sentence);
                context.LongOver = false;
                Causes.ReadScene(sentence, context);
                if (Speaks(sentence)) _ = new Speakers(sentence, context);
                context.LastPlaces = NamesPlaces(sentence) ? PlaceReader.Read(sentence, new bool[sentence.Count]) : context.LastPlaces;
            }

            context.Topic = tokeniser.HasWay && tokeniser.IsFollowedByPronoun ? AccessReader.Topic(sentence, context) : null;
            (context.Deed, context.Bidden) = context.Distance > 0 ? DeedOf(sentence) : default;
            context.Refugees = OfRefugees(sentence) || context.Deed is { Name: "move" or "arrive" } && OverBorder(sentence);
            context.Subject = Bodies.Subject(sentence);
        }

        Causes.Settle(context);
        gate.Settle(text, WrittenNames(context.Drafts, access));
        // "Karim B., 29, fled": an age is no figure.
        context.Drafts.RemoveAll(d => gate.HoldsNumber(d.NumberSpan));
        foreach (var draft in context.Drafts) draft.Id = ClaimId(id, draft.Span, "figure");
        var links = Links.Settle(context.Drafts);
        var figures = context.Drafts.ConvertAll(d => Finish(d, context, gate, text));
        foreach (var (number, draft) in pending)
            numbers.Add(gate.Touches(number.Span) ? number with { AsWritten = gate.Masked(text, number.Span), FigureId = draft?.Id } : draft is null
                ? number : number with { FigureId = draft.Id });
        tables.LeaveOutTold(figures);
        figures.AddRange(tables.Figures.Select(f => Public(f, gate, text)));
        numbers.AddRange(tables.Numbers.Select(n => gate.Touches(n.Span) ? n with { AsWritten = gate.Masked(text, n.Span) } : n));
        if (tables.Figures.Count > 0)
        {
            links.AddRange(tables.Links);
            figures.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            numbers.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }

        return new Dispatch
        {
            Id = id, Published = published, Publisher = options.Publisher ?? dateline.Publisher, Figures = figures,
            // "Her uncle Faisal was taken": what bears the name of a private person is no place.
            Access = [.. access.Where(a => !gate.Knows(a.Place.Name)).Select(a =>
                a with { Ends = [.. a.Ends.Where(end => !gate.Knows(end.Name))], Id = ClaimId(id, a.Span, a.Feature.ToString()),
                    AsWritten = gate.Masked(text, a.Span), Excerpt = gate.Masked(text, a.ExcerptSpan),
                    Actor = a.Actor is { } actor && gate.Knows(actor) ? null : a.Actor, Source = Public(a.Source, gate) })],
            Numbers = numbers, Links = links, Private = gate.Spans,
        };
    }

    private static void Claims(Sentence s, Tokeniser tokeniser, TimeReader timeReader, Context context, List<AccessFact> access, List<(Number, Draft?)> pending)
    {
        var taken = new bool[s.Count];
        var times = timeReader.Read(s, taken);
        if (timeReader.SinceWithoutDate(s, times) is { } since) times.Add(since);
        var places = PlaceReader.Read(s, taken);
        var speakers = new Speakers(s, context);
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

        context.LongOver = RealisReader.TellsOfPast(s, times, context.Published);
        if (tokeniser.HasAct || context.AccessNear) access.AddRange(new AccessReader(s, context, times, places, taken).Read(speakers));
    }

    // "in October" and "on Friday" have no number, "three weeks ago" and "the 18th of October" have one.
    private static bool HasNumber(Sentence s, TimeExpression time, bool[] taken)
    {
        for (var i = time.First; i < time.End; i++)
            if (taken[i] && (s.IsNumber(i) || s.Is(i, Tag.Cardinal) || s[i].Kind == TokenKind.Code)) return true;
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

    // The names that claims are written with.
    private static IEnumerable<string> WrittenNames(List<Draft> drafts, List<AccessFact> access) =>
        drafts.SelectMany(d => d.Origin.Concat(d.Destination).Concat(d.Route)).Select(p => p.Name)
            .Concat(drafts.Select(d => d.Source.Name ?? ""))
            .Concat(access.SelectMany(a => a.Ends.Prepend(a.Place)).Select(p => p.Name))
            .Concat(access.Select(a => a.Actor ?? ""));

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

    private static readonly WordSet Shuttles = new("shuttle", "shuttled", "shuttling", "ply", "plied", "ferried", "ferrying");

    // "Lorries have been bringing families from Nimrud to the Jadaa site": the next number may be of them.
    private static string? Moves(Sentence s)
    {
        // "Vans shuttle between Qaraj and the stadium"
        for (var i = 0; i < s.Count; i++)
            if (s.IsIn(i, Shuttles) && s.Find(i - 1, Tag.Unit) is { Name: "goods" } or null
                && Enumerable.Range(i + 1, Math.Min(8, s.Count - i - 1)).Any(k => s.SaysAny(k, "between", "from", "to"))) return "person";
        for (var i = 1; i < s.Count; i++)
        {
            if (s.Find(i, Tag.Predicate) is not { Name: "carry" or "move" or "arrive" or "motion" } verb || verb.Form == VerbForm.Noun) continue;
            for (var k = Math.Max(0, i - 4); k < Math.Min(s.Count, i + 4); k++)
                if (s.Find(k, Tag.Unit) is { } unit && Noun.IsHuman(unit.Name))
                    for (var p = i + 1; p < Math.Min(s.Count, i + 7); p++)
                        if (s.SaysAny(p, "from", "to", "into", "out")) return unit.Name;
        }

        return null;
    }

    // "Families kept arriving all night", "Villagers fled over the river": what people without a number did.
    private static (Meaning? Done, Meaning? Bidden) DeedOf(Sentence s)
    {
        Meaning? bidden = null;
        bool[]? none = null;
        for (var i = 1; i < s.Count; i++)
        {
            if (s.Find(i, Tag.Predicate) is not { Name: "move" or "arrive" or "back" or "forced_back" } verb || verb.Form == VerbForm.Noun) continue;
            // "were made homeless"
            var made = s.SaysAny(i - 1, "made", "left", "rendered") && s.Is(i - 2, Tag.Be);
            if (verb.Form == VerbForm.Phrase && !made) continue;
            var chain = VerbChain.Of(s, made ? i - 1 : i, none ??= new bool[s.Count]);
            if (chain.Realis == Realis.Planned) bidden ??= verb;
            if (verb.Form == VerbForm.Base || chain.Realis != Realis.Asserted || !chain.Finite) continue;
            for (var k = Math.Max(0, chain.First - 5); k < (verb.Who == "object" && !chain.Passive ? Math.Min(s.Count, i + 4) : chain.First); k++)
                if (s.Find(k, Tag.Unit) is { } unit && Noun.IsHuman(unit.Name) || s.SaysAny(k, "everyone", "everybody", "those", "many")) return (verb, null);
        }

        return (null, bidden);
    }

    // "Burundian refugees on their way to Rwanda"; no "refugee agency", no "High Commissioner for Refugees".
    private static bool OfRefugees(Sentence s) =>
        s.Any(0, s.Count, static (s, i) => s.Says(i, "refugees") && !s.Is(i + 1, Tag.Body) && !s.SaysAny(i - 1, "for", "of", "and"));

    // "The town's people crossed into Uganda": those counted in the next sentence are abroad as well.
    private static bool OverBorder(Sentence s) =>
        s.Any(0, s.Count,
            static (s, i) =>
                s.SaysAny(i, "into", "to", "over", "across")
                    && (s.Is(i + 1, Tag.Country) || s.Is(i + 1, Tag.Determiner) && s.SaysAny(i + 2, "border", "frontier")));

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

    private static Attribution Public(Attribution source, PrivacyGate gate) =>
        source.Name is { } name && gate.Knows(name) ? source with { Name = "witness", Via = null } : source.Via is { } via && gate.Knows(via)
            ? source with { Via = null } : source;

    // A row of a table that is labelled with the name of a private person keeps its number and loses its label.
    private static Figure Public(Figure figure, PrivacyGate gate, string text)
    {
        var named = figure.Origin.Concat(figure.Destination).Any(p => gate.Knows(p.Name));
        return figure with
        {
            AsWritten = gate.Touches(figure.Span) ? gate.Masked(text, figure.Span) : figure.AsWritten, Source = Public(figure.Source, gate),
            Origin = [.. figure.Origin.Where(p => !gate.Knows(p.Name))], Destination = [.. figure.Destination.Where(p => !gate.Knows(p.Name))],
            Excerpt = named || gate.Knows(figure.Excerpt) ? figure.AsWritten : figure.Excerpt,
        };
    }

    private static Figure Finish(Draft d, Context context, PrivacyGate gate, string text)
    {
        var q = d.Quantity;
        var unit = d.Unit switch { "household" => CountUnit.Household, "housing" => CountUnit.Housing, _ => CountUnit.Person };
        var value = Whole(q.Value);
        double? size = null;
        string? sizeSource = null;
        long? households = null;
        var persons = unit == CountUnit.Person ? value : null;
        var inferred = q.Share is not null;
        if (unit == CountUnit.Household)
        {
            households = value;
            // Persons are never told of a figure in households, whether or not a size is known.
            inferred = value is not null && d.Realis != Realis.Negated;
            if (value is { } n && d.Realis != Realis.Negated && context.Country is { } country
                && Lexicon.Default.HouseholdSizes.TryGetValue(country, out var convention))
            {
                size = convention;
                sizeSource = Lexicon.Default.HouseholdSources[country];
                persons = (long)Math.Round(n * convention);
                inferred = true;
            }
        }
        else if (q.Pair?.Value is { } pair && pair > 0)
        {
            households = Whole(pair);
            size = Math.Round(q.Value!.Value / pair, 1);
            sizeSource = "the text";
        }

        var parts = new Dictionary<string, double>(5)
        {
            ["number"] = q.Quantifier == Quantifier.Vague ? 0.7 : 1,
            ["unit"] = q.Noun is null ? 0.85 : 1,
            ["role"] = d.RoleScore,
            ["time"] = d.HasTime || d.Window != Window.None ? 1 : 0.85,
            ["source"] = d.Source.Type == SourceType.Publisher ? 0.85 : 1,
        };
        var confidence = 1.0;
        foreach (var part in parts.Values) confidence *= part;
        return new Figure
        {
            Id = d.Id, Span = d.Span, AsWritten = gate.Touches(d.Span) ? gate.Masked(text, d.Span) : d.AsWritten, Value = value,
            ValueMin = Whole(q.Min), ValueMax = Whole(q.Max), Quantifier = q.Quantifier, Unit = unit, Category = d.Category,
            Term = Spelling.Parse<Term>(d.Term), Realis = d.Realis, Counted = d.Counted, CountedReason = d.CountedReason, Aggregation = d.Aggregation,
            AggregationAsSourceDefines = d.Source.Name == "IOM" && context.Country == "IRQ" && d.Aggregation == Aggregation.Cumulative
                ? Aggregation.Snapshot : null,
            Window = d.Window, Origin = Resolve(d.Origin, context, gate), Destination = Resolve(d.Destination, context, gate),
            Route = Resolve(d.Route, context, gate), Source = Public(d.Source, gate),
            Occurred = d.Occurred, Rules = [d.Rule, d.Class, d.Term], Cause = d.Cause, Trigger = d.Trigger,
            Exclusions = [.. d.Exclusions.Select(e => e with { Words = gate.Masked(text, e.Span) })], Persons = persons,
                    PersonsInferred = inferred, Households = households, HouseholdSize = size, HouseholdSizeSource = sizeSource,
                    Per = q.Per ?? (d.IsComparison ? d.Parent?.Quantity.Per : null),
            Excerpt = gate.Masked(text, d.ExcerptSpan), Confidence = Math.Round(confidence, 2), ConfidenceParts = parts,
        };
    }

    private static long? Whole(double? value) => value is { } v && Math.Abs(v) < 9e15 ? (long)Math.Round(v) : null;

    private static List<PlaceRef> Resolve(List<PlacePhrase> phrases, Context context, PrivacyGate gate)
    {
        var places = new List<PlaceRef>();
        foreach (var phrase in phrases)
        {
            // A place named after a private person is no place to write down (schema 4.4: exact sites of single families).
            if (gate.Knows(phrase.Name)) continue;
            if (phrase.Bearing is { } bearing) places.Add(Gazetteer.Relative(phrase.Name, default, context.Place(phrase.Anchor!), phrase.Km, bearing));
            else places.Add(context.Place(phrase.Name));
        }

        return places;
    }

    // The country most named among the first words decides household size and what a border is.
    private static string? CountryOf(CleanText clean) => MostNamed(clean, static (s, i) =>
        (s.Find(i, Tag.Country) ?? s.Find(i, Tag.Demonym))?.Detail is { } land
            ? (land, (s.SaysAny(i - 1, "to", "into") ? 0 : 2) - (s.Is(i, Tag.Demonym) ? 1 : 0)) : (null, 0));

    // The country where most of the places lie that people are told to be in or to leave; who attacks them or takes them in is none of it.
    private static string? HomeOf(CleanText clean, Context context) => MostNamed(clean, (s, i) =>
        s.SaysAny(i - 1, "to", "into", "reached") || s.SaysAny(i + 1, "district", "neighbourhood", "quarter") ? (null, 0)
        : s.Find(i, Tag.Country) is { } country ? (s.SaysAny(i - 1, "in", "from", "of", "across") ? country.Detail : null, 1)
        : ((i + 1 < s.Count && s[i + 1].Capital ? context.LandAsSpelled(s.Words(i, i + 2)) : null) ?? context.LandAsSpelled(s.Words(i, i + 1)), 1));

    private static bool SpeaksOfMigration(CleanText clean, Context context)
    {
        var (tokeniser, s, migration) = (new Tokeniser(clean, Lexicon.Default), new Sentence(clean), false);
        for (var sentences = 0; sentences < 60 && s.Next(tokeniser); sentences++)
        {
            migration |= OfRefugees(s);
            for (var i = 0; i < s.Count; i++)
            {
                if (s.Find(i, Tag.Unit) is { Name: "idp" } || s.SaysAny(i, "displaced", "displacement", "uprooted")) return false;
                migration |= s.SaysAny(i, "migrants", "asylum") || s[i].Capital && context.IsOfRefugees(s.Words(i, i + 1));
            }
        }

        return migration;
    }

    private static string? MostNamed(CleanText clean, Func<Sentence, int, (string? Land, int Weight)> named)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokeniser = new Tokeniser(clean, Lexicon.Default);
        var s = new Sentence(clean);
        for (var sentences = 0; sentences < 60 && s.Next(tokeniser); sentences++)
            for (var i = 0; i < s.Count; i++)
                if (s[i].Capital && named(s, i) is { Land: { } land } found) counts[land] = counts.GetValueOrDefault(land) + found.Weight;
        return counts.Count == 0 ? null
            : counts.Where(c => c.Value > 0).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key).FirstOrDefault();
    }

    // The same words of the same text have the same id in every reading.
    private static string ClaimId(string id, Span span, string kind)
    {
        Span<char> key = stackalloc char[256];
        return key.TryWrite($"{id}|{span.Start}-{span.End}|{kind}", out var length) ? Hash(key[..length]) : Hash($"{id}|{span.Start}-{span.End}|{kind}");
    }

    // Letters only, so that no id can be mistaken for an age or a telephone number.
    private static string Hash(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text), hash);
        Span<char> letters = stackalloc char[32];
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)('a' + ((hash[i / 2] >> (4 * (i % 2))) & 15));
        return new string(letters);
    }
}
