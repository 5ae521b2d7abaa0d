using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Claims;

/// <summary>People, households or houses that a figure says it leaves out.</summary>
/// <param name="Words">The words of the text.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Reason">forced_back, unregistered, crossed_border or other.</param>
public sealed record Exclusion(string Words, Span Span, string Reason);

/// <summary>When: a window with the accuracy of each end, and the day a stock or tally speaks of (schema 4.1).</summary>
/// <param name="Start">First day, or null when not said.</param>
/// <param name="StartAccuracy">How exactly the first day is known.</param>
/// <param name="End">Last day, or null.</param>
/// <param name="EndAccuracy">How exactly the last day is known.</param>
/// <param name="AsOf">The day a stock or tally speaks of, or null.</param>
public sealed record Window(DateOnly? Start, DateAccuracy? StartAccuracy, DateOnly? End, DateAccuracy? EndAccuracy, DateOnly? AsOf)
{
    /// <summary>No date at all.</summary>
    public static Window None { get; } = new(null, null, null, null, null);
}

/// <summary>Who counted, and through whom it was said. A private speaker is a group ("residents", "witness"), never a name.</summary>
/// <param name="Name">Organisation, office or group; null when the publisher speaks.</param>
/// <param name="Type">What kind of body it is.</param>
/// <param name="Via">The speaker who cites it, or null.</param>
public sealed record Attribution(string? Name, SourceType Type, string? Via = null)
{
    /// <summary>The publisher in its own words.</summary>
    public static Attribution Publisher { get; } = new(null, SourceType.Publisher);
}

/// <summary>One attributed statement about displaced people (schema 4.1).</summary>
public sealed record Figure
{
    /// <summary>Stable: a hash of dispatch, span and role, so that reading the same text twice gives the same ids.</summary>
    public required string Id { get; init; }
    /// <summary>Where number and noun stand in the original text.</summary>
    public required Span Span { get; init; }
    /// <summary>The words there.</summary>
    public required string AsWritten { get; init; }
    /// <summary>The figure as reported, in <see cref="Unit"/>; null when the words are vague.</summary>
    public long? Value { get; init; }
    /// <summary>Lower bound, in <see cref="Unit"/>; null when the words give none.</summary>
    public long? ValueMin { get; init; }
    /// <summary>Upper bound, in <see cref="Unit"/>; null when the words give none.</summary>
    public long? ValueMax { get; init; }
    /// <summary>How the source bounds the number.</summary>
    public Quantifier Quantifier { get; init; }
    /// <summary>What is counted.</summary>
    public CountUnit Unit { get; init; }
    /// <summary>What is measured.</summary>
    public Category Category { get; init; }
    /// <summary>The word it rests on.</summary>
    public Term Term { get; init; }
    /// <summary>Whether it is said to have happened.</summary>
    public Realis Realis { get; init; }
    /// <summary>Whether it adds to the displaced: asserted, a displacement flow, not a part of another counted figure (schema 4.1).</summary>
    public bool Counted { get; init; }
    /// <summary>Why it counts or does not.</summary>
    public string CountedReason { get; init; } = "";
    /// <summary>Whether <see cref="Category"/> counts those who are somewhere on a day, and not those who went.</summary>
    public bool IsStock =>
        Category is Category.Idps or Category.PartialStock or Category.Returnees or Category.PeopleDisplacedAcrossBorders or Category.UnverifiedStock;
    /// <summary>How it relates to time.</summary>
    public Aggregation Aggregation { get; init; }
    /// <summary>What the source's own method says where it is known to differ from the wording (IOM DTM Iraq: a snapshot), else null.</summary>
    public Aggregation? AggregationAsSourceDefines { get; init; }
    /// <summary>When.</summary>
    public Window Window { get; init; } = Window.None;
    /// <summary>Where people came from.</summary>
    public IReadOnlyList<PlaceRef> Origin { get; init; } = [];
    /// <summary>Where they went or are.</summary>
    public IReadOnlyList<PlaceRef> Destination { get; init; } = [];
    /// <summary>Which way they went.</summary>
    public IReadOnlyList<PlaceRef> Route { get; init; } = [];
    /// <summary>Who counted.</summary>
    public Attribution Source { get; init; } = Attribution.Publisher;
    /// <summary>Whether people left before, during or after the event, where the text says so.</summary>
    public Occurrence Occurred { get; init; }
    /// <summary>Why people moved.</summary>
    public Cause Cause { get; init; }
    /// <summary>The event as the text names it, or null.</summary>
    public string? Trigger { get; init; }
    /// <summary>Who is left out of the number.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];
    /// <summary>Persons: as reported, or households times household size; null when unknown.</summary>
    public long? Persons { get; init; }
    /// <summary>Whether <see cref="Persons"/> was computed rather than reported.</summary>
    public bool PersonsInferred { get; init; }
    /// <summary>Households, when reported.</summary>
    public long? Households { get; init; }
    /// <summary>Persons per household used or implied.</summary>
    public double? HouseholdSize { get; init; }
    /// <summary>Where the household size is from, or null.</summary>
    public string? HouseholdSizeSource { get; init; }
    /// <summary>hour, day, week, month or year for a rate, else null.</summary>
    public string? Per { get; init; }
    /// <summary>The clause with the figure, after the privacy gate (schema 4.4).</summary>
    public string Excerpt { get; init; } = "";
    /// <summary>0..1: of a sentence the product of <see cref="ConfidenceParts"/>, of a row of a table whether a label says where.</summary>
    public double Confidence { get; init; }
    /// <summary>Component scores 0..1: number, unit, role, time, source.</summary>
    public IReadOnlyDictionary<string, double> ConfidenceParts { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, double>.Empty;
    /// <summary>The rules that made it a figure: how the number is governed, and the class and term of what governs it.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
    /// <summary>Whether a person should look first: <see cref="Confidence"/> under 0.5.</summary>
    public bool NeedsReview => Confidence < 0.5;
}

/// <summary>One statement about whether a way or place can be passed (schema 4.2).</summary>
public sealed record AccessFact
{
    /// <summary>Stable: a hash of dispatch, span and role.</summary>
    public required string Id { get; init; }
    /// <summary>Where it stands in the original text.</summary>
    public required Span Span { get; init; }
    /// <summary>The words there, after the privacy gate.</summary>
    public required string AsWritten { get; init; }
    /// <summary>Where the clause of <see cref="Excerpt"/> stands.</summary>
    public Span ExcerptSpan { get; init; }
    /// <summary>What kind of feature.</summary>
    public Feature Feature { get; init; }
    /// <summary>Its state.</summary>
    public AccessState State { get; init; }
    /// <summary>The feature's name as the text gives it.</summary>
    public required PlaceRef Place { get; init; }
    /// <summary>The places it joins or leads to.</summary>
    public IReadOnlyList<PlaceRef> Ends { get; init; } = [];
    /// <summary>Whether it is said to be so.</summary>
    public Realis Realis { get; init; }
    /// <summary>From when, or null.</summary>
    public DateOnly? EffectiveDate { get; init; }
    /// <summary>How exactly that day is known.</summary>
    public DateAccuracy? DateAccuracy { get; init; }
    /// <summary>The group that did it, never a person; or null.</summary>
    public string? Actor { get; init; }
    /// <summary>Who said so.</summary>
    public Attribution Source { get; init; } = Attribution.Publisher;
    /// <summary>0..1.</summary>
    public double Confidence { get; init; }
    /// <summary>The clause, after the privacy gate.</summary>
    public string Excerpt { get; init; } = "";
    /// <summary>The rules that made it a fact.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}

/// <summary>A number of the text with its role: figure, else what it is instead.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="AsWritten">The words there; masked where they are private.</param>
/// <param name="Role">What it is.</param>
/// <param name="FigureId">The figure that it became, or null.</param>
public sealed record Number(Span Span, string AsWritten, NumberRole Role, string? FigureId = null);

/// <summary>How two figures of one dispatch relate.</summary>
/// <param name="Type">The relation.</param>
/// <param name="From">Id of the first figure.</param>
/// <param name="To">Id of the second.</param>
public sealed record Link(LinkType Type, string From, string To);

/// <summary>A text that was read, and what it claims. Holds no full text: claims carry masked excerpts (schema 4.4).</summary>
public sealed record Dispatch
{
    /// <summary>The version of grammar and tables; a change of what is read from the same text raises it.</summary>
    public static string ExtractorVersion => "2";
    /// <summary>The id given in the options, or the first 128 bits of the SHA-256 of the text in UTF-16, in letters.</summary>
    public required string Id { get; init; }
    /// <summary>The title given in the options, with names and numbers of private persons masked; null without one.</summary>
    public string? Title { get; init; }
    /// <summary>Publication day, given or read from the dateline; null when neither is there, and then no relative date is resolved.</summary>
    public DateOnly? Published { get; init; }
    /// <summary>Who printed it, given or read from the dateline, or null.</summary>
    public string? Publisher { get; init; }
    /// <summary>Claims about displaced people, in the order of the text.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }
    /// <summary>Claims about ways and places, in the order of the text.</summary>
    public required IReadOnlyList<AccessFact> Access { get; init; }
    /// <summary>Every number of the text with its role, in order.</summary>
    public required IReadOnlyList<Number> Numbers { get; init; }
    /// <summary>Relations between figures.</summary>
    public required IReadOnlyList<Link> Links { get; init; }
    /// <summary>Stretches of the original text that may name private persons, ages or telephone numbers; writers mask them.</summary>
    public required IReadOnlyList<Span> Private { get; init; }
}
