namespace Corridor.Dispatches.Claims;

/// <summary>What a figure measures (IDMC HELIX figure categories, schema 4.1; <see cref="ForcedBack"/> is this project's).</summary>
public enum Category
{
    /// <summary>People displaced for the first time in the window of the figure (flow).</summary>
    NewDisplacement,
    /// <summary>People displaced again (flow).</summary>
    MultipleDisplacement,
    /// <summary>A flow of which only a part is counted.</summary>
    PartialFlow,
    /// <summary>Internally displaced people at a place on a day (stock).</summary>
    Idps,
    /// <summary>A stock of which only a part is counted.</summary>
    PartialStock,
    /// <summary>People who went home (flow).</summary>
    Return,
    /// <summary>People who have come home, on a day (stock).</summary>
    Returnees,
    /// <summary>People settled elsewhere (flow).</summary>
    RelocationElsewhere,
    /// <summary>People who settled where they are (flow).</summary>
    LocalIntegration,
    /// <summary>People who left their country (flow).</summary>
    CrossBorderFlight,
    /// <summary>People who came back into their country (flow).</summary>
    CrossBorderReturn,
    /// <summary>People displaced outside their country, on a day (stock).</summary>
    PeopleDisplacedAcrossBorders,
    /// <summary>People who returned and could not stay (flow).</summary>
    FailedReturn,
    /// <summary>A flow nobody verified.</summary>
    UnverifiedFlow,
    /// <summary>A stock nobody verified.</summary>
    UnverifiedStock,
    /// <summary>People forced into a besieged or held place: stored, never added to the displaced.</summary>
    ForcedBack,
}

/// <summary>Whether people left before the event struck, while it did, or after (schema 4.1).</summary>
public enum Occurrence
{
    /// <summary>The text does not say.</summary>
    Unknown,
    /// <summary>Pre-emptive: evacuated ahead of the cyclone.</summary>
    Before,
    /// <summary>As it happened.</summary>
    During,
    /// <summary>After it had happened.</summary>
    After,
}

/// <summary>The word the figure rests on (IDMC FIGURE_TERMS).</summary>
public enum Term
{
    /// <summary>Evacuated, bused out.</summary>
    Evacuated,
    /// <summary>Displaced, uprooted, left.</summary>
    Displaced,
    /// <summary>Fled, escaped.</summary>
    ForcedToFlee,
    /// <summary>Relocated, moved on.</summary>
    Relocated,
    /// <summary>Sheltering outside a camp.</summary>
    Sheltered,
    /// <summary>In, or registered at, a camp.</summary>
    InReliefCamp,
    /// <summary>Housing destroyed.</summary>
    DestroyedHousing,
    /// <summary>Housing damaged.</summary>
    PartiallyDestroyedHousing,
    /// <summary>Housing that cannot be lived in.</summary>
    UninhabitableHousing,
    /// <summary>Homeless.</summary>
    Homeless,
    /// <summary>Affected.</summary>
    Affected,
    /// <summary>Went home.</summary>
    Returns,
    /// <summary>Any other word.</summary>
    MultipleOrOther,
}

/// <summary>How the source bounds its number.</summary>
public enum Quantifier
{
    /// <summary>The number as it stands.</summary>
    Exact,
    /// <summary>About, around, some.</summary>
    Approximately,
    /// <summary>More than, over.</summary>
    MoreThan,
    /// <summary>At least.</summary>
    AtLeast,
    /// <summary>Less than, nearly, almost.</summary>
    LessThan,
    /// <summary>At most, up to, as many as.</summary>
    AtMost,
    /// <summary>Between two numbers.</summary>
    Between,
    /// <summary>Dozens, hundreds, several thousand: a range and no best value.</summary>
    Vague,
}

/// <summary>What is counted.</summary>
public enum CountUnit
{
    /// <summary>Persons.</summary>
    Person,
    /// <summary>Households or families.</summary>
    Household,
    /// <summary>Houses and flats.</summary>
    Housing,
}

/// <summary>How the figure relates to time (schema 4.1).</summary>
public enum Aggregation
{
    /// <summary>New in the window that the figure names.</summary>
    Incremental,
    /// <summary>Everyone since a start.</summary>
    Cumulative,
    /// <summary>Those there on a day.</summary>
    Snapshot,
    /// <summary>So many per day, week or month.</summary>
    Rate,
    /// <summary>Expected, planned or feared.</summary>
    Forecast,
    /// <summary>The text does not say.</summary>
    Unknown,
}

/// <summary>Whether the text says that it happened.</summary>
public enum Realis
{
    /// <summary>Stated as fact.</summary>
    Asserted,
    /// <summary>Could, may, if.</summary>
    Possible,
    /// <summary>Planned, or ordered and not said to be done.</summary>
    Planned,
    /// <summary>Ordered.</summary>
    Ordered,
    /// <summary>Tried.</summary>
    Attempted,
    /// <summary>Said not to have happened.</summary>
    Negated,
    /// <summary>Reported by others and denied by the source.</summary>
    Denied,
    /// <summary>Withdrawn or corrected by its source.</summary>
    Retracted,
    /// <summary>Of an earlier crisis.</summary>
    Historical,
}

/// <summary>What kind of body counted or spoke (schema 4.1, Attribution).</summary>
public enum SourceType
{
    /// <summary>Intergovernmental body outside the UN secretariat and funds, such as IOM.</summary>
    Intergovernmental,
    /// <summary>United Nations.</summary>
    Un,
    /// <summary>Non-governmental organisation.</summary>
    Ngo,
    /// <summary>National or provincial government.</summary>
    Government,
    /// <summary>Mayor, district or unnamed local officials.</summary>
    LocalOfficial,
    /// <summary>Army, militia, armed group.</summary>
    ArmedActor,
    /// <summary>Another news publisher.</summary>
    Media,
    /// <summary>Residents, displaced people, people on the spot.</summary>
    Witness,
    /// <summary>The publisher of the dispatch, in its own words.</summary>
    Publisher,
    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>Why people moved (IDMC figure_cause).</summary>
public enum Cause
{
    /// <summary>Conflict and violence.</summary>
    Conflict,
    /// <summary>Natural hazards.</summary>
    Disaster,
    /// <summary>Another cause.</summary>
    Other,
    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>How exactly a date is known (IDMC DATE_ACCURACY).</summary>
public enum DateAccuracy
{
    /// <summary>To the day.</summary>
    Day,
    /// <summary>To the week.</summary>
    Week,
    /// <summary>To the month.</summary>
    Month,
    /// <summary>To the year.</summary>
    Year,
}

/// <summary>How two claims of a dispatch relate (schema 4.1).</summary>
public enum LinkType
{
    /// <summary>The first counts some of the people of the second.</summary>
    SubsetOf,
    /// <summary>The first replaces the second.</summary>
    Supersedes,
    /// <summary>The two cannot both be right.</summary>
    Contradicts,
    /// <summary>The two agree.</summary>
    Corroborates,
    /// <summary>Two measures of the same people.</summary>
    SamePeopleAs,
    /// <summary>The first leaves the second out.</summary>
    Excludes,
}

/// <summary>What an access fact speaks of (schema 4.2).</summary>
public enum Feature
{
    /// <summary>A road, highway or route.</summary>
    Road,
    /// <summary>A corridor agreed for civilians or aid.</summary>
    Corridor,
    /// <summary>A side of a besieged place.</summary>
    Flank,
    /// <summary>A bridge.</summary>
    Bridge,
    /// <summary>A border crossing or border.</summary>
    Crossing,
    /// <summary>A checkpoint.</summary>
    Checkpoint,
    /// <summary>A front line.</summary>
    Front,
    /// <summary>A town, village or quarter.</summary>
    Settlement,
    /// <summary>A camp.</summary>
    Camp,
    /// <summary>A river.</summary>
    River,
}

/// <summary>The state of the feature (schema 4.2).</summary>
public enum AccessState
{
    /// <summary>Open.</summary>
    Open,
    /// <summary>Closed or cut.</summary>
    Closed,
    /// <summary>Sealed, encircled.</summary>
    Sealed,
    /// <summary>Passable with permission, at hours, or for some.</summary>
    Restricted,
    /// <summary>Fought over.</summary>
    Contested,
    /// <summary>Under fire.</summary>
    UnderAttack,
    /// <summary>Reached or entered by a force.</summary>
    Reached,
    /// <summary>Taken by a force.</summary>
    Captured,
    /// <summary>Used by civilians.</summary>
    InUseByCivilians,
    /// <summary>To be opened.</summary>
    PlannedOpen,
    /// <summary>To be closed.</summary>
    PlannedClosed,
    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>What a number of the text is: a figure, or what it is instead.</summary>
public enum NumberRole
{
    /// <summary>It became a figure.</summary>
    Figure,
    /// <summary>Killed or dead.</summary>
    Deaths,
    /// <summary>Wounded or ill.</summary>
    Injured,
    /// <summary>Nobody knows where they are.</summary>
    Missing,
    /// <summary>Held, arrested, abducted.</summary>
    Detained,
    /// <summary>Who lives somewhere.</summary>
    Population,
    /// <summary>In need of help.</summary>
    InNeed,
    /// <summary>Cannot leave.</summary>
    Trapped,
    /// <summary>Affected, however.</summary>
    Affected,
    /// <summary>For how many a place is laid out.</summary>
    Capacity,
    /// <summary>Fighters.</summary>
    Combatants,
    /// <summary>Camps, villages, towns.</summary>
    CountOfSites,
    /// <summary>Things.</summary>
    Goods,
    /// <summary>What happened, was said or was counted so many times.</summary>
    Cases,
    /// <summary>Money.</summary>
    Money,
    /// <summary>A distance.</summary>
    Distance,
    /// <summary>A time that something takes.</summary>
    Duration,
    /// <summary>An age.</summary>
    Age,
    /// <summary>A day, an hour, a year.</summary>
    Date,
    /// <summary>A share.</summary>
    Percent,
    /// <summary>A telephone number.</summary>
    Phone,
    /// <summary>Part of a name: Block 12.</summary>
    NamePart,
    /// <summary>Houses destroyed, told of no people.</summary>
    HousingDestroyed,
    /// <summary>Houses damaged, told of no people.</summary>
    HousingDamaged,
    /// <summary>Anything else.</summary>
    Other,

    // Numbers that are adjectives, by the noun that they are joined to: "a four-person tent".

    /// <summary>Joined to a noun of people.</summary>
    Person,
    /// <summary>Joined to a noun of households.</summary>
    Household,
    /// <summary>Joined to a noun of houses.</summary>
    Housing,
    /// <summary>Joined to a noun of displaced people.</summary>
    Idp,
    /// <summary>Joined to a noun of refugees.</summary>
    Refugee,
    /// <summary>Joined to a noun of evacuees.</summary>
    Evacuee,
    /// <summary>Joined to a noun of arrivals.</summary>
    Arrival,
    /// <summary>Joined to a noun of returnees.</summary>
    Returnee,
    /// <summary>Joined to a noun of staff.</summary>
    Staff,
    /// <summary>Joined to a noun of people by what they do.</summary>
    Occupation,
    /// <summary>Joined to a noun of places.</summary>
    Site,
    /// <summary>Joined to a noun of animals.</summary>
    Animals,
    /// <summary>Joined to a noun of areas.</summary>
    AreaSize,
    /// <summary>Joined to a noun of another measure.</summary>
    Measure,
}
