using System.Globalization;
using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>What differs between people: their class, their home, and whether they still take part.</summary>
internal abstract partial class Run : IPeopleThere
{
    private readonly long[][] byProfile = [];
    protected readonly double[] removalChance;

    /// <summary>Whether scores look at who is at a place.</summary>
    private bool LooksAtPeople => rules.PopPowerForLocWeight > 0 || MatchesPeople;

    private bool MatchesPeople => rules.MatchCampReligion || rules.MatchCampEthnicity || rules.MatchTownEthnicity || rules.MatchConflictEthnicity;

    /// <summary>People in the place who no longer take part; they still take its room.</summary>
    public long[] RemovedAt => today.Removed;

    long IPeopleThere.Residents(int place) => ResidentsAround(place);

    /// <summary>Residents of the place as the rules see them.</summary>
    protected virtual long ResidentsAround(int place) => Residents[place];

    /// <summary>
    /// In a camp: the share of the displaced people there who are of one's own. Elsewhere the residents count as well, by their
    /// demographics. The reference program divides by the population of the place, which is 0 for every camp (docs/flee.md).
    /// </summary>
    double IPeopleThere.Likeness(int place, Profile profile)
    {
        var factor = 1.0;
        if (profile.Religion.Length > 0 && situation.IsCamp(place) && rules.MatchCampReligion
            && OwnShare(place, p => p.Religion == profile.Religion) is { } faith)
            factor *= faith / rules.AvgReligionFraction;
        if (profile.Ethnicity.Length > 0 && (!situation.IsCamp(place) || rules.MatchCampEthnicity)
            && OwnShare(place, p => p.Ethnicity == profile.Ethnicity) is { } people)
            factor *= 10 * people;
        return factor;
    }

    /// <summary>The share of people of one's own among those at a place; null when nobody is there.</summary>
    private double? OwnShare(int place, Func<Profile, bool> isOwn)
    {
        var residents = situation.IsCamp(place) ? 0 : Residents[place];
        var shares = model.Profiles.Shares(place);
        var (own, all) = (0.0, 0.0);
        for (var profile = 0; profile < byProfile.Length; profile++)
        {
            var there = byProfile[profile][place] + residents * shares[profile];
            all += there;
            if (isOwn(model.Profiles.All[profile])) own += there;
        }
        return all > 0 ? own / all : null;
    }

    private void UpdateAttractions()
    {
        attractionsOf = day;
        if (MatchesPeople)
        {
            foreach (var counts in byProfile) Array.Clear(counts);
            CountByProfile(byProfile);
        }
        foreach (var attraction in attractions) attraction.Update(LooksAtPeople ? this : null);
    }

    /// <summary>Adds the displaced people who are at places, to counts by class and place.</summary>
    protected abstract void CountByProfile(long[][] counts);

    /// <summary>The residents and the displaced people of the first morning: at each place those first whose attributes are known.</summary>
    protected void BeginWithInitialStock()
    {
        for (var place = 0; place < Residents.Length; place++) Residents[place] = network.Places[place].Population;
        foreach (var (id, people) in model.Scenario.InitialStock.OrderBy(s => network.Number(s.Key)))
        {
            var place = network.Number(id);
            Stock[place] = people;
            foreach (var (some, row) in model.Profiles.Initial(place, people)) AddInitial(place, row, AtFirst(place, row, some));
        }
    }

    /// <summary>People who are displaced at their own place on the first morning, class by class.</summary>
    /// <param name="place">The place.</param>
    /// <param name="row">The row of the scenario's known people that says what is known of them; or <see cref="Profiles.Unknown"/>.</param>
    /// <param name="people">How many they are.</param>
    protected IEnumerable<Group> AtFirst(int place, int row, long people) =>
        ByProfile(place, FromHome(people), model.Profiles.SharesOf(place, row), part: row + 1);

    /// <summary>Adds displaced people of the first morning, of whom the same is known.</summary>
    protected abstract void AddInitial(int place, int row, IEnumerable<Group> people);

    /// <summary>Splits people who come from a place into the classes of its people: a multinomial draw.</summary>
    protected IEnumerable<Group> ByProfile(int home, Group group, int part = 0) => ByProfile(home, group, model.Profiles.Shares(home), part);

    private bool AreAlike(int home) => model.Profiles.Shares(home).Length == 1;

    private Group OfHome(int home, Group group) => model.Profiles.TracksHome ? group with { Home = home } : group;

    private IEnumerable<Group> ByProfile(int home, Group group, double[] shares, int part)
    {
        group = OfHome(home, group);
        if (shares.Length == 1)
        {
            yield return group;
            yield break;
        }
        var random = new Philox(seed, number, day, home, Purpose.Profile, part, (ulong)group.People);
        var (left, total) = (group.People, 1.0);
        for (short profile = 0; profile < shares.Length && left > 0; profile++)
        {
            var people = profile == shares.Length - 1 ? left : Draw(left, shares[profile] / total, random.NextUniform());
            total -= shares[profile];
            left -= people;
            if (people > 0) yield return group with { People = people, Profile = profile };
        }
    }

    /// <summary>
    /// In a month of harvest, farmers who are at a place stay there, with their plan, and count at home; after it they count where
    /// they are again, and decide on the same day (model.md, 2.8). In the reference program everybody harvests (docs/flee.md).
    /// </summary>
    protected bool StaysForHarvest(int place, ref Group group)
    {
        if (!model.Profiles.All[group.Profile].Farmer) return false;
        if (!IsHarvest())
        {
            EndHarvest(place, ref group);
            return false;
        }
        if (!group.Is(Condition.Harvesting))
        {
            Stock[place] -= group.People;
            Stock[group.Home] += group.People;
            group.Condition |= Condition.Harvesting;
        }
        return true;
    }

    // By itself, as a lambda's memory would be taken whenever the method above is entered.
    protected bool IsHarvest()
    {
        var month = model.Scenario.Date(day).Month;
        return rules.HarvestMonths.Any(m => (int)m == month);
    }

    /// <summary>They count where they are again.</summary>
    protected void EndHarvest(int place, ref Group group)
    {
        if (!group.Is(Condition.Harvesting)) return;
        Stock[group.Home] -= group.People;
        Stock[place] += group.People;
        group.Condition &= ~Condition.Harvesting;
    }

    private double RemovalChance(Place place) =>
        rules.CampsAreSinks ? place.DeactivationProbability ?? rules.DeactivationProbability : 0;

    protected void Remove(int place, long people)
    {
        Stock[place] -= people;
        RemovedAt[place] += people;
    }

    private Group FromHome(long people) => new() { People = people, Condition = rules.StartOnFoot ? Condition.FirstRoute : Condition.None };
}
