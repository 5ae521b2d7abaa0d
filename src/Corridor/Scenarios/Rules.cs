namespace Corridor.Scenarios;

/// <summary>The behavioural parameters: who leaves, how far a day goes, what attracts, what repels.</summary>
/// <remarks>
/// <para>A preset is a value of this record: <see cref="Corridor"/>, the default, and <see cref="Flee3"/>. Every parameter states its unit,
/// its range and why its default is what it is; <see cref="RuleParameter"/> lists them for files, options and help.</para>
/// <para>"model.md" is the specification of the reference program Flee; the section numbers are its own.</para>
/// </remarks>
public sealed record Rules
{
    /// <summary>Name of the preset that the values started from.</summary>
    public string Preset { get; init; } = "corridor";

    // ---- Departures -------------------------------------------------------------------------------------------------

    /// <summary>How many residents set out each day.</summary>
    [Rule("", "conflict and the people that are there decide; given totals are for studies that grant them")]
    public DepartureMode Departures { get; init; } = DepartureMode.Rate;

    /// <summary>Whether people leave by <see cref="DepartureRate"/>, at least after the days for which numbers are given.</summary>
    public bool DepartByRate => Departures is DepartureMode.Rate or DepartureMode.GivenThenRate;

    /// <summary>What drives people from home.</summary>
    [Rule("", "the mission is conflict")]
    public DepartureDriver DepartureDriver { get; init; } = DepartureDriver.Conflict;

    /// <summary>Hazard of a resident to set out per day at intensity 1; with mode share, the share of the people.</summary>
    [Rule("1/day", 0, 10, "one in a hundred a day: Flee's default for departures by population")]
    public double DepartureRate { get; init; } = 0.01;

    /// <summary>People who set out per place and day at intensity 1, for the modes constant and poisson.</summary>
    [Rule("people/day", 0, 1e9, "Flee's default")]
    public double DeparturesPerDay { get; init; } = 500;

    /// <summary>Standard deviation of the logarithm of a place's daily rate around its mean; mode rate.</summary>
    [Rule("", 0, 3, "flight comes in waves: without it a large population would leave with the regularity of a clock")]
    public double DepartureVariation { get; init; } = 0.5;

    /// <summary>Correlation of that variation from one day to the next.</summary>
    [Rule("", 0, 0.999, "a wave lasts some days")]
    public double DepartureMemory { get; init; } = 0.7;

    /// <summary>Whether people who set out are taken from the residents, so that a place can run empty.</summary>
    [Rule("", "people are not made of nothing; Flee's published files leave it off")]
    public bool TakeFromPopulation { get; init; } = true;

    /// <summary>Whether residents set out only where an open route leads out (modes rate and given); otherwise they set out and wait at their place.</summary>
    [Rule("", "nobody packs where every road is sealed; in Flee people are created wherever there is a conflict")]
    public bool DepartByOpenRouteOnly { get; init; } = true;

    /// <summary>
    /// Factors by which a conflict drives and repels less with its age; one per
    /// <see cref="ConflictDecayInterval"/>, the last one stays. Empty: none.
    /// </summary>
    [Rule("", 0, 10, "no decay unless somebody has reason for it", Choice = true)]
    public IReadOnlyList<double> ConflictDecay { get; init; } = [];

    /// <summary>Days that each entry of <see cref="ConflictDecay"/> lasts.</summary>
    [Rule("days", 1, 10000, "Flee's default", Choice = true)]
    public int ConflictDecayInterval { get; init; } = 30;

    /// <summary>Whether departures see the conflict of yesterday (Flee: docs/flee.md, Q31) or of today.</summary>
    [Rule("", "today's news drive today's flight")]
    public bool DeparturesLagOneDay { get; init; }

    /// <summary>Whether only places under conflict send people out; otherwise hunger alone does, too (model.md, 2.4).</summary>
    [Rule("", "the mission is conflict")]
    public bool DepartUnderConflictOnly { get; init; } = true;

    /// <summary>Whether shortage of food drives departures (model.md, 2.4).</summary>
    [Rule("", "only where the scenario has food data")]
    public bool StarvationDrivenDepartures { get; init; }

    /// <summary>Departures by flood level 0, 1, 2 ...: the share of the people (mode share or rate) or people (constant, poisson).</summary>
    [Rule("", 0, 1e9, "Flee's default")]
    public IReadOnlyList<double> FloodDepartures { get; init; } = [0.0, 0.1, 0.2, 0.5, 0.9];

    // ---- Leaving a place --------------------------------------------------------------------------------------------

    /// <summary>Chance per day to leave a place under conflict.</summary>
    [Rule("1/day", 0, 1, "nobody who has set out stays in the fighting of his own will")]
    public double ConflictMovechance { get; init; } = 1.0;

    /// <summary>Chance per day to leave a camp.</summary>
    [Rule("1/day", 0, 1, "about three in a hundred a month")]
    public double CampMovechance { get; init; } = 0.001;

    /// <summary>Chance per day to leave an IDP camp.</summary>
    [Rule("1/day", 0, 1, "as camps; Flee's default of 0.1 empties an IDP camp within weeks, which records do not show")]
    public double IdpcampMovechance { get; init; } = 0.001;

    /// <summary>Chance per day to leave any other place; hubs and markers are always left.</summary>
    [Rule("1/day", 0, 1, "a stay of about three days")]
    public double DefaultMovechance { get; init; } = 0.3;

    /// <summary>People for which the leaving chance holds as stated, when it follows the size of the place.</summary>
    [Rule("people", 1, 1e9, "Flee's default")]
    public double MovechancePopBase { get; init; } = 10000;

    /// <summary>Power by which the leaving chance follows the size of the place; 0: not at all.</summary>
    [Rule("", 0, 10, "not at all")]
    public double MovechancePopScaleFactor { get; init; }

    /// <summary>Whether shortage of food raises the chance to leave (model.md, 2.8).</summary>
    [Rule("", "only where the scenario has food data")]
    public bool FleeWhenStarving { get; init; }

    /// <summary>
    /// Months (1..12) in which farmers who are at a place stay there and count at
    /// home (model.md, 2.8); farmers are the place's <c>farmer_fraction</c>.
    /// </summary>
    [Rule("month", 1, 12, "only where harvests are known to matter")]
    public IReadOnlyList<double> HarvestMonths { get; init; } = [];

    /// <summary>Whether people in a camp stop taking part, some each day; they still take its room (model.md, 2.7).</summary>
    [Rule("", "people leave camps again")]
    public bool CampsAreSinks { get; init; }

    /// <summary>Chance per day of a person in a camp to stop taking part, where the place has no column <c>deactivation_probability</c>.</summary>
    [Rule("1/day", 0, 1, "none without evidence")]
    public double DeactivationProbability { get; init; }

    /// <summary>Leaving chance by flood level, for people without a plan. Empty: floods do not matter.</summary>
    [Rule("1/day", 0, 1, "only where the scenario has floods")]
    public IReadOnlyList<double> FloodMovechances { get; init; } = [];

    // ---- Travel -----------------------------------------------------------------------------------------------------

    /// <summary>Distance covered in a day by vehicle.</summary>
    [Rule("km/day", 0.1, 5000, "the speed of Flee's validated studies")]
    public double MaxMoveSpeed { get; init; } = 200;

    /// <summary>Distance covered in a day on foot.</summary>
    [Rule("km/day", 0.1, 200, "a day's walk")]
    public double MaxWalkSpeed { get; init; } = 35;

    /// <summary>Whether the first route from home is covered on foot.</summary>
    [Rule("", "a study's choice")]
    public bool StartOnFoot { get; init; }

    /// <summary>Whether people who arrive in a town early in their day's march go on (model.md, 2.8).</summary>
    [Rule("", "a study's choice")]
    public bool AvoidShortStints { get; init; }

    /// <summary>
    /// How many people in groups share a memory of the days before, where <see cref="AvoidShortStints"/> asks for it: this times the square
    /// root of those who take the same way at once; 0: nobody shares. Means stay the same (docs/model.md, "What people remember").
    /// </summary>
    [Rule("", 0, 10, "a third of the work and less, at hardly more chance (docs/dev/performance-log.md)")]
    public double MemorySharing { get; init; } = 1;

    /// <summary>How a day's distance is spent over several routes.</summary>
    [Rule("", "a day has one day's km")]
    public TravelBudget TravelBudget { get; init; } = TravelBudget.OncePerDay;

    /// <summary>
    /// Whether people who have come to the end of their plan with some of the day left decide anew at once (Flee: model.md, 2.8), as they always do at a
    /// hub or marker, and in a town where short stints are avoided. Otherwise they stay overnight.
    /// </summary>
    [Rule("", "one plan a day: without this, people walk to and fro between places under conflict until night")]
    public bool DecideOnTheWay { get; init; }

    /// <summary>What people on a route do when it closes.</summary>
    [Rule("", "sealed means nobody passes")]
    public ClosureRule OnClosure { get; init; } = ClosureRule.TurnBackAtOnce;

    // ---- Choice of a destination ------------------------------------------------------------------------------------

    /// <summary>How many steps ahead people know the network.</summary>
    [Rule("steps", 1, 100, "the next place and the one behind it", Choice = true)]
    public int AwarenessLevel { get; init; } = 2;

    /// <summary>Which ways a person weighs.</summary>
    [Rule("", "a second road to a camp does not double its draw", Choice = true)]
    public WaysConsidered Ways { get; init; } = WaysConsidered.ShortestPerDestination;

    /// <summary>Factor on the score of a camp.</summary>
    [Rule("", 0, 1e6, "a camp draws twice as much as a town (Flee's first rules)", Choice = true)]
    public double CampWeight { get; init; } = 2;

    /// <summary>
    /// Power by which the capacity of a camp adds to its score, relative to the mean of the
    /// capacities that are stated; 0: not at all. A camp without a limit counts as the mean.
    /// </summary>
    [Rule("", 0, 5, "off: for studies that grant capacities as a sign of how many a camp takes in", Choice = true)]
    public double CapacityPower { get; init; }

    /// <summary>Factor on the score of a place in another country than home.</summary>
    [Rule("", 0, 1e6, "no preference without evidence", Choice = true)]
    public double ForeignWeight { get; init; } = 1;

    /// <summary>Factor on the score of a place under conflict of intensity 1.</summary>
    [Rule("", 0, 10, "a quarter: the value of the validated studies", Choice = true)]
    public double ConflictWeight { get; init; } = 0.25;

    /// <summary>Km added to every way.</summary>
    [Rule("km", 0, 1e5, "differences below 10 km do not decide", Choice = true)]
    public double Softening { get; init; } = 10;

    /// <summary>Power of the distance.</summary>
    [Rule("", 0, 10, "draw falls with distance as in a gravity model", Choice = true)]
    public double DistancePower { get; init; } = 1;

    /// <summary>Added to every score.</summary>
    [Rule("", 0, 1e6, "off", Choice = true)]
    public double WeightSoftening { get; init; }

    /// <summary>Power of the whole weight.</summary>
    [Rule("", 0, 10, "off", Choice = true)]
    public double WeightPower { get; init; } = 1;

    /// <summary>Ways whose weight is below the best one's divided by this are not considered; below 1.001: all are.</summary>
    [Rule("", 1, 1e9, "off", Choice = true)]
    public double PruningThreshold { get; init; } = 1;

    /// <summary>Power by which the residents of a place that is no camp add to its score; 0: not at all.</summary>
    [Rule("", 0, 5, "off", Choice = true)]
    public double PopPowerForLocWeight { get; init; }

    /// <summary>
    /// Power by which the great-circle distance from where people decide lowers a
    /// score, where both points are known; 0: not at all (docs/flee.md, Q17).
    /// </summary>
    [Rule("", 0, 10, "off", Choice = true)]
    public double HomeDistancePower { get; init; }

    /// <summary>Factor on the score by flood level. Empty: floods do not matter.</summary>
    [Rule("", 0, 1e6, "only where the scenario has floods", Choice = true)]
    public IReadOnlyList<double> FloodLocWeights { get; init; } = [];

    /// <summary>Whether the level of a flood zone weighs twice, in the score of the place and at the end of the way (Flee: model.md, 2.11).</summary>
    [Rule("", "a flood is one reason to stay away", Choice = true)]
    public bool FloodZonesWeighTwice { get; init; }

    /// <summary>Days ahead that flood forecasts are believed; 0: no forecasts (model.md, 2.11).</summary>
    [Rule("days", 0, 1000, "only where the scenario has floods", Choice = true)]
    public int FloodForecastDays { get; init; }

    /// <summary>Last day, by its index, on which a forecast is looked at.</summary>
    [Rule("day", 0, 100000, "only where the scenario has floods", Choice = true)]
    public int FloodForecastEnd { get; init; }

    /// <summary>Weight of a forecast by the days ahead of it: 1, 2, 3 ...; the last one holds for all further days.</summary>
    [Rule("", 0, 1e6, "only where the scenario has floods", Choice = true)]
    public IReadOnlyList<double> FloodForecastWeights { get; init; } = [];

    /// <summary>Weight that people give to a forecast by their attribute floodawareness: 0, 1, 2 ...</summary>
    [Rule("", 0, 1e6, "only where the scenario has floods", Choice = true)]
    public IReadOnlyList<double> FloodAwarenessWeights { get; init; } = [];

    /// <summary>Whether trade and human development (columns <c>trade_volume</c> and <c>hdi</c>) draw people to a foreign place (model.md, 2.7).</summary>
    [Rule("", "only where the scenario has such data", Choice = true)]
    public bool UseEconomicPull { get; init; }

    /// <summary>Whether women weigh hazards and draws twice as strongly: their scores are squared (model.md, 2.6).</summary>
    [Rule("", "off; needs the attribute gender", Choice = true)]
    public bool WomenAvoidHazards { get; init; }

    /// <summary>The same for people under 19.</summary>
    [Rule("", "off; needs the attribute age", Choice = true)]
    public bool ChildrenAvoidHazards { get; init; }

    /// <summary>The same for people over 59.</summary>
    [Rule("", "off; needs the attribute age", Choice = true)]
    public bool ElderlyAvoidHazards { get; init; }

    /// <summary>Whether males over 14 do not look at scores at all (model.md, 2.6).</summary>
    [Rule("", "off; needs the attributes age and gender", Choice = true)]
    public bool BoysTakeRisk { get; init; }

    /// <summary>Whether a camp draws by the share of its people who are of one's own religion (model.md, 2.6).</summary>
    [Rule("", "off; needs the attribute religion", Choice = true)]
    public bool MatchCampReligion { get; init; }

    /// <summary>Whether a camp draws by the share of its people who are of one's own ethnicity.</summary>
    [Rule("", "off; needs the attribute ethnicity", Choice = true)]
    public bool MatchCampEthnicity { get; init; }

    /// <summary>The same for towns.</summary>
    [Rule("", "off; needs the attribute ethnicity", Choice = true)]
    public bool MatchTownEthnicity { get; init; }

    /// <summary>The same for places under conflict.</summary>
    [Rule("", "off; needs the attribute ethnicity", Choice = true)]
    public bool MatchConflictEthnicity { get; init; }

    /// <summary>Share of a religion that draws as much as no matching at all.</summary>
    [Rule("", 1e-6, 1, "Flee's default", Choice = true)]
    public double AvgReligionFraction { get; init; } = 0.25;

    /// <summary>Whether places at home that are short of food draw less (model.md, 2.7).</summary>
    [Rule("", "only where the scenario has food data", Choice = true)]
    public bool AvoidFoodDeprivedLocations { get; init; }

    // ---- Capacity ---------------------------------------------------------------------------------------------------

    /// <summary>Share of the capacity from which on a place draws less.</summary>
    [Rule("", 0.01, 1, "a camp is hard to get into before it is full")]
    public double CapacityBuffer { get; init; } = 0.9;

    /// <summary>Factor on every capacity.</summary>
    [Rule("", 0.01, 100, "capacities hold as stated")]
    public double CapacityScaling { get; init; } = 1;

    /// <summary>People on their way to a camp give the plan up when the room left (1 free, 0 full) is below this.</summary>
    [Rule("", 0, 1, "a camp that turns away nineteen in twenty is full; Flee uses 0.5")]
    public double RefusalRoom { get; init; } = 0.05;

    /// <summary>What people do when no destination in sight has room.</summary>
    [Rule("", "full camps do not stop a flight")]
    public NoRoomRule NoRoom { get; init; } = NoRoomRule.IgnoreCapacity;

    /// <summary>Who comes first of those who are displaced on the first morning; whoever sets out later comes after them.</summary>
    [Rule("", "the order in which a file lists places means nothing; in Flee it says who acts first")]
    public FirstMorningOrder FirstMorningOrder { get; init; } = FirstMorningOrder.AtRandom;

    /// <summary>
    /// Parts into which the arrivals of a day at a place that fills are cut, rounded up to a power of two; 1: never. It takes more where
    /// a part would be over a quarter of the place's last stretch, and fewer where a part stays below a sixty-fourth of it.
    /// </summary>
    [Rule("parts", 1, 1024, "agrees with one-by-one arrival, also where people are turned away day after day, at the cost of 16")]
    public int CapacitySlices { get; init; } = 256;

    /// <summary>The default preset: what is an accident in the reference program is done as its manual means it (model.md, section 8).</summary>
    public static Rules Corridor { get; } = new();

    /// <summary>The reference program Flee 3 with the defaults of its settings file (model.md, section 3).</summary>
    public static Rules Flee3 { get; } = new()
    {
        Preset = "flee-3",
        Departures = DepartureMode.Given,
        DepartureVariation = 0,
        TakeFromPopulation = false,
        DepartByOpenRouteOnly = false,
        DeparturesLagOneDay = true,
        IdpcampMovechance = 0.1,
        MaxMoveSpeed = 360,
        TravelBudget = TravelBudget.AnewOnEachRoute,
        DecideOnTheWay = true,
        OnClosure = ClosureRule.TurnBackAtEnd,
        AwarenessLevel = 1,
        Ways = WaysConsidered.EverySimplePath,
        CampWeight = 1,
        ConflictWeight = 1 / 3.16227766017,
        FloodZonesWeighTwice = true,
        RefusalRoom = 0.5,
        NoRoom = NoRoomRule.AnyDestination,
        FirstMorningOrder = FirstMorningOrder.ByPlace,
    };

    /// <summary>
    /// For the days before any camp has reported, with totals given (docs/cold-start.md): people know the whole network, make for
    /// camps, and share themselves among those that can be reached by the room they have and, half as strongly as in a gravity model, by
    /// distance. A given total is that of people who have arrived, so nobody is on the road for days or leaves a camp again.
    /// </summary>
    public static Rules ColdStart { get; } = new()
    {
        Preset = "cold-start",
        Departures = DepartureMode.Given,
        TakeFromPopulation = false,
        DepartByOpenRouteOnly = false,
        MaxMoveSpeed = 5000,
        AwarenessLevel = 100,
        CampWeight = 100,
        CampMovechance = 0,
        IdpcampMovechance = 0,
        CapacityPower = 0.8,
        DistancePower = 0.5,
        CapacityBuffer = 0.1,
    };

    /// <summary>The presets by name.</summary>
    public static IReadOnlyList<Rules> Presets { get; } = [Corridor, Flee3, ColdStart];
}
