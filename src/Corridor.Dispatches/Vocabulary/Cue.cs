namespace Corridor.Dispatches.Vocabulary;

/// <summary>What a single word tells to a rule, beside its meanings. The names are the section names of cues.txt, which says more of each.</summary>
internal enum Cue
{
    Linking, Peril, Rehearsal, Subordinate, Roughly, Increase, HomePlace, Following, Covering, Journey,
    Anyone, Limiting, Fearing, Orders, Foreseen, Telling, Wanting, NoPurpose, Uncertain, Report, Untrue, Withdrawing, Statement,
    Announced, Publication, Staying, Elsewhere, MotionAlone, Way, Remaining, Refuge, FlightSign, Errand, Attraction, Event,
    Livelihood, Quoting, Giving, Comparing, Speaking, Obeying, WayOut, Transport, Adjunct, Earlier, Plight, Given, Hosts, AlsoNoun,
    Undergoing, DueFor, Home, Sending, Watching, Driving, OfThem, Holding, Prison, Supplies, Drawing, Registering, Carrying, Taking,
    Hiding, Landscape, Armed, Exile, Wilds, Institution, Insertion, Removing, Letting, Assisting, Forcing, NoMotion, Across, Barrier,
    Modifying, Aid, Room, SettingOut, Company, Vehicle, Fewer, Emptying, Numbers, Calling, Pupils, Canvas, Camp, Centre, CampKind,
    More, MakeUp, Originate, Group, Aged, Passing, Putting, Harm, Movement, Totalling, Changing, Newly, Travel, Naming, For, Growth,
    PartOf, Decrease, NumberedThing, Uprooting, Collective, OnePerson, There, Binding, Finding,
}

/// <summary>The cues of one word.</summary>
internal sealed class CueSet
{
    private ulong _low;
    private ulong _high;

    public bool Has(Cue cue) => (((int)cue < 64 ? _low : _high) & (1UL << ((int)cue & 63))) != 0;

    public void Add(Cue cue)
    {
        if ((int)cue < 64) _low |= 1UL << (int)cue;
        else _high |= 1UL << ((int)cue & 63);
    }
}
