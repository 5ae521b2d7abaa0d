using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Reading.Figures;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>A figure in the making: the number, what happens to its people, and where the clause stands.</summary>
internal sealed class Draft
{
    public required Quantity Quantity { get; init; }
    /// <summary>What happens to its people: a class of displacement.</summary>
    public required VerbClass Class { get; set; }
    public required Term Term { get; set; }
    /// <summary>Token of the predicate, or -1 when it is carried over.</summary>
    public int PredicateAt { get; set; } = -1;
    public bool Passive { get; set; }
    public bool Perfect { get; set; }
    public int ZoneStart { get; set; }
    public int ZoneEnd { get; set; }
    /// <summary>The figure whose role this one takes over: a list, a part, a comparison.</summary>
    public Draft? Parent { get; set; }
    public bool IsPart { get; set; }
    public bool IsTally { get; set; }
    /// <summary>What a count was brought to by those told before it, which count as well: "bringing the year to 88,000".</summary>
    public bool IsBroughtTo { get; set; }
    /// <summary>Counts deeds and not people by their noun: "1,210 movements".</summary>
    public bool OfDeeds { get; init; }
    /// <summary>Told as label and value.</summary>
    public bool IsLabel { get; set; }
    /// <summary>First token of who counts, where the clause names only them ("the UN 110,000"), or -1.</summary>
    public int Counter { get; set; } = -1;
    public bool IsRetracted { get; set; }
    public bool IsComparison { get; set; }
    public string? ExcludedFrom { get; set; }
    public Realis Realis { get; set; }
    /// <summary>What its people did, from which country to which.</summary>
    public Journey Journey { get; set; } = Journey.None;
    public Category Category { get; set; }
    public Aggregation Aggregation { get; set; }
    public Window Window { get; set; } = Window.None;
    public CountUnit Unit { get; set; } = CountUnit.Person;
    public List<PlacePhrase> Origin { get; set; } = [];
    public List<PlacePhrase> Destination { get; set; } = [];
    public List<PlacePhrase> Route { get; set; } = [];
    public Attribution Source { get; set; } = Attribution.Publisher;
    public bool Counted { get; set; }
    public string CountedReason { get; set; } = "";
    public Occurrence Occurred { get; set; }
    public string? Trigger { get; set; }
    public Cause Cause { get; set; }
    public List<Exclusion> Exclusions { get; } = [];
    public double RoleScore { get; set; } = 0.95;
    public Span Span { get; set; }
    /// <summary>Of the number alone, without its noun.</summary>
    public Span NumberSpan { get; set; }
    public string AsWritten { get; set; } = "";
    public Span ExcerptSpan { get; set; }
    public string Id { get; set; } = "";

    /// <summary>How the number came to be a figure, for the record of the claim.</summary>
    public string Rule => this switch
    {
        { IsLabel: true } => "label",
        { IsComparison: true } => "comparison",
        { IsTally: true } => "tally",
        { Quantity: { IsNone: true, Value: null } } => "denial",
        { Quantity.Share: not null } => "share",
        { Parent: not null, IsPart: true } => "part",
        { Parent: not null } => "list",
        _ when PredicateAt == Quantity.NounAt && PredicateAt >= 0 => "noun",
        _ => "predicate",
    };
    public bool HasTime { get; set; }
}
