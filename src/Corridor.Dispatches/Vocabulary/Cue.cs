namespace Corridor.Dispatches.Vocabulary;

/// <summary>
/// What a single word tells to a rule, beside its meanings. The names are the section names of cues.txt and of the end of access.txt, which say
/// more of each.
/// </summary>
internal enum Cue
{
    Imagined, Whenever, Scheme, Undone, Blaming, Fallen, Proof, Mistakenly, Doubting, Believing, OtherDeed, Fiction, Wish, Adverbial,
    Linking, Peril, Rehearsal, Subordinate, Roughly, Increase, HomePlace, Following, Covering, Journey,
    Anyone, Limiting, Fearing, Orders, Foreseen, Telling, Wanting, NoPurpose, Uncertain, Report, Untrue, Withdrawing, Statement,
    Announced, Publication, Staying, Elsewhere, MotionAlone, Way, Refuge, FlightSign, Errand, Attraction, Event,
    Livelihood, Quoting, Giving, Comparing, Speaking, Obeying, WayOut, Transport, Adjunct, Earlier, Plight, Hosts, AlsoNoun,
    Undergoing, DueFor, Suits, Development, Home, Sending, Watching, Driving, OfThem, KindOfPeople, Holding, Prison, Supplies, Drawing,
    Registering, Carrying, Taking,
    Landscape, Armed, Exile, Wilds, Institution, Insertion, Letting, Forcing, NoMotion, Across, Barrier,
    Modifying, Aid, Room, SettingOut, Company, Vehicle, Emptying, Numbers, Calling, Pupils, Canvas, Camp, Centre, CampKind,
    More, MakeUp, Originate, Group, Aged, Passing, Putting, Harm, Movement, Totalling, Changing, Newly, Travel, Naming, For,
    PartOf, Decrease, Force, Losing, NumberedThing, Uprooting, Catching, Agreeing, Collective, OnePerson, Binding, Finding,
    Kin, Related, Child, Phone, Reach, Document, Title, Occupation, PersonDeed, Belonging, Estate, KinOf, Overcome, AtPlace, Named, Ordinal, Reluctant,
    PlainSpeaker, Member, Chief, Attached, Spokesman, Minister, Ruler, Commune, StateField,
    OfBody, MayTell, Latest, Reckoning, TellsNumber, TellsClause, Apposed, AfterSpeaker, Edition,
    AreasCounted, TownParts,
    ToPerson, NameLink, PlaceHead, BodyWord,
    TimeOfDay, Leads, Inspects, Membership,
    // Of access.txt.
    AbleTo, Abstract, AfterFall, Aspect, AtTimes, BarredKind, Between, CargoWord, Carrier, Causative, ClauseMarks, Consented, Contending,
    Copular, Crammed, Crawling, Crossing, DatedBy, Demanding, Eased, ElseBeyond, Ending, Everybody, FacedWith, FormerTime, Gaining, GoesOn, GoingOn,
    GoingOver, GroupWord, Hunting, IdiomVerbs, InGrasp, Intervening, Joining, Keeper, Keeping, LastLeft, LimitedBy, Lying,
    NameParticle, NoNoun, NoObject, OffFrom, OnWay, Overland, PartWord, Parting, Path, ReadLater, Refusing, ReliefWord, Requiring,
    Rivalry, Severing, Shelling, Solely, StillSo, StrictHold, Strife, TakenAs, TakenByThem, Tallied, TheFew, TownPart, TrafficFlow, TurnedBack,
    Vowing, Waging, Waiting, Wayfarer, WayUser, Weapon, Weighing, WideArea, Wrought,
}

/// <summary>The cues of one word.</summary>
internal sealed class CueSet
{
    private readonly ulong[] bits = new ulong[(Enum.GetValues<Cue>().Length + 63) / 64];

    public bool Has(Cue cue) => (bits[(int)cue >> 6] & (1UL << ((int)cue & 63))) != 0;

    /// <summary>Adds a cue; false where the word has it.</summary>
    public bool Add(Cue cue)
    {
        if (Has(cue)) return false;
        bits[(int)cue >> 6] |= 1UL << ((int)cue & 63);
        return true;
    }
}
