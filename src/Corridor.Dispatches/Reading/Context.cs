using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Reading.Access;
using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>What earlier sentences leave for later ones: the unit, the places, the speaker, the cause (pipeline steps 4, 8).</summary>
internal sealed class Context
{
    public required DateOnly? Published { get; init; }
    public required Gazetteer Gazetteer { get; init; }
    private readonly Dictionary<string, PlaceRef> resolved = new(StringComparer.Ordinal);
    private const int MaxResolved = 4096;

    /// <summary>The place of a name; a text says the same few names again and again.</summary>
    public PlaceRef Place(string name, Span span = default)
    {
        if (resolved.TryGetValue(name, out var known)) return span == default ? known : known with { Span = span };
        known = Gazetteer.Resolve(name);
        if (resolved.Count < MaxResolved) resolved.Add(name, known);
        return span == default ? known : known with { Span = span };
    }

    /// <summary>The country of a name: a country, an area, a town or camp of towns.txt; null when it is not known.</summary>
    public string? Land(string name) => Known(name).Land;

    /// <summary>Whether a name is that of a crossing between two countries.</summary>
    public bool IsCrossing(string name) => Known(name).Crossing;

    /// <summary>Whether a name is that of a camp of refugees.</summary>
    public bool IsOfRefugees(string name) => Known(name).Refugees;

    /// <summary>The country of a name that is spelled just so.</summary>
    public string? LandAsSpelled(string name) => Place(name) is { Method: PlaceMethod.Exact, Country: { } exact } ? exact : Towns.Exact(name);

    private (string? Land, bool Crossing, bool Refugees) Known(string name)
    {
        if (lands.TryGetValue(name, out var known)) return known;
        // "Arij" sounds like some area elsewhere: a short name that is spelled otherwise tells no country.
        known = (LandAsSpelled(name) ?? (PlaceKey.Variant(name).Length > 5 ? Place(name).Country : null) ?? Towns.Variant(name),
            Towns.IsCrossing(name), Towns.IsOfRefugees(name));
        if (lands.Count < MaxResolved) lands.Add(name, known);
        return known;
    }

    private readonly Dictionary<string, (string?, bool, bool)> lands = new(StringComparer.Ordinal);

    /// <summary>The country that the caller says the text is about; else the one most named in it.</summary>
    public string? Country { get; set; }
    /// <summary>The country whose size of households holds: <see cref="Country"/>, else that of all places that the text names.</summary>
    public Lazy<string?> HouseholdLand { get; set; } = new((string?)null);
    /// <summary>The country that the caller says the text is about.</summary>
    public string? GivenCountry { get; init; }
    /// <summary>The country whose places the text names most; looked for when a border hangs on it.</summary>
    public Lazy<string?>? Home { get; set; }
    /// <summary>Whether the text speaks of refugees, migrants or asylum seekers and of nobody displaced within a country: who arrives or stays is one of
    /// them.</summary>
    public Lazy<bool>? Migration { get; set; }
    /// <summary>The country of the place that the text named last as the scene of an event.</summary>
    public string? Scene { get; set; }
    /// <summary>The country of an event that was told since the last figure, without a number: "Indonesia was hit by floods".</summary>
    public string? SceneSince { get; set; }
    /// <summary>Offices by the last name of who holds them, so that "X said" later is the office; never written out.</summary>
    public Dictionary<string, Attribution> Holders { get; } = new(StringComparer.Ordinal);
    public Attribution? LastSpeaker { get; set; }
    /// <summary>The last speaker that is an office or body: "the agency" after a witness has spoken.</summary>
    public Attribution? LastBody { get; set; }
    /// <summary>What the sentence just before told beside figures.</summary>
    public PassingWords Before { get; set; } = PassingWords.None;
    /// <summary>The road, crossing or place that an access fact told of last, for "it was reopened".</summary>
    public AccessFact? LastAccess { get; set; }
    /// <summary>Whether the sentence before told of access: "For now cars can pass" goes on about it.</summary>
    public bool AccessNear { get; set; }
    public Draft? LastFigure { get; set { field = value; Distance = 0; SceneSince = null; } }
    /// <summary>The noun of a capacity told in the sentence before ("tents meant for 6,000 families"): who lives there is sheltered.</summary>
    public UnitClass? Room { get; set; }
    /// <summary>The last number of people of the sentence before, when it is no figure: "2.9 million people live there. Half of them".</summary>
    public Quantity? People { get; set; }
    /// <summary>The last figure of earlier sentences: what was possible there is told anew in this one.</summary>
    public Draft? Earlier { get; set; }
    /// <summary>How many sentences ago <see cref="LastFigure"/> was told.</summary>
    public int Distance { get; set; }
    public Quotation Quotation { get; } = new();
    public List<PlacePhrase> LastPlaces { get; set; } = [];
    public bool Disaster { get; set; }
    public bool Conflict { get; set; }
    public List<Draft> Drafts { get; } = [];
}
