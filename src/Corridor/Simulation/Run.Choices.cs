using Corridor.Scenarios;

namespace Corridor.Simulation;

/// <summary>What people decide by: their chance to leave, the room that they see, and what they choose between.</summary>
internal abstract partial class Run
{
    protected readonly double[] room;
    protected readonly double[] pull;
    protected readonly bool harvests;
    private readonly bool floodsMove;
    protected readonly Attraction[] attractions;
    private readonly bool ownAttraction;
    private int attractionsOf = -1;
    private long moment;

    /// <summary>The moment at which the room that people at each place look at changed last, or the morning: no two of one thread are the same.</summary>
    protected readonly long[] roomSeen;

    /// <summary>
    /// What was prepared to choose between is out of date: what draws people may have changed, or this thread has worked on another run meanwhile.
    /// </summary>
    private void ForgetChoices(Scratch scratch)
    {
        moment = ++scratch.Day << 32;
        Array.Fill(roomSeen, moment);
    }

    /// <summary>The room of every limited place for those who decide now: 1 up to the buffer, then falling in a line to 0 (model.md, 2.6).</summary>
    protected void SetRoom()
    {
        foreach (var place in limited) SetRoom(place);
    }

    protected void SetRoom(int place)
    {
        var now = RoomAt(place);
        if (now == room[place]) return;
        room[place] = now;
        pull[place] = PullOf(place);
        moment++;
        foreach (var from in model.SeenFrom[place]) roomSeen[from] = moment;
    }

    protected virtual double RoomAt(int place) => RoomWith(place, There(place));

    /// <summary>How many people take room at the place.</summary>
    protected long There(int place) => removesPeople ? Stock[place] + RemovedAt[place] : Stock[place];

    protected double RoomWith(int place, double there)
    {
        var capacity = situation.Limit[place] * rules.CapacityScaling;
        var free = rules.CapacityBuffer * capacity;
        return capacity <= 0 || there >= capacity ? 0
            : there <= free ? 1
            : 1 - (there - free) / (capacity - free);
    }

    protected double LeavingChance(int place, in Group group, bool onTheWay)
    {
        if (onTheWay && rules.AvoidShortStints && situation.IsTown(place))
        {
            // Both are whole multiples of the grain: no rounding makes a tie less than a day.
            if (group.Recent + group.Spent < fullDay * (1 - 1e-9)) return 1;
        }
        var chance = situation.Conflict[place] > 0 ? rules.ConflictMovechance : situation.Kind[place] switch
        {
            PlaceKind.Camp => rules.CampMovechance,
            PlaceKind.IdpCamp => rules.IdpcampMovechance,
            PlaceKind.Hub or PlaceKind.Marker => 1,
            _ => rules.DefaultMovechance,
        };
        if (rules.MovechancePopScaleFactor > 0)
        {
            var capacity = double.IsPositiveInfinity(situation.Limit[place]) ? 0 : situation.Limit[place];
            chance *= Math.Pow(Math.Max(ResidentsAround(place), capacity) / rules.MovechancePopBase, rules.MovechancePopScaleFactor);
        }
        if (rules.FleeWhenStarving) chance += situation.Food[place] / 100 * (1 - chance);
        return floodsMove ? FloodChance(place, group, chance) : chance;
    }

    /// <summary>A flood sets the chance to leave; a forecast changes it (model.md, 2.11).</summary>
    private double FloodChance(int place, in Group group, double chance)
    {
        if (situation.Flood[place] > 0) chance = Attraction.AtLevel(rules.FloodMovechances, situation.Flood[place]);
        // Where no flood is forecast, forecasts do not count; in Flee nobody leaves such a place (model.md, Q21).
        var forecast = situation.ForecastFlood(place);
        return forecast > 0 ? chance * forecast * Attraction.Awareness(rules, model.Profiles.All[group.Profile]) : chance;
    }

    /// <summary>What people of a class at a place choose between now. Prepared anew only when the room has changed somewhere that they look at.</summary>
    protected Choices ChoicesAt(int place, int profile, Scratch scratch)
    {
        var choices = scratch.ChoicesAt(place, profile);
        if (choices.MadeFor != roomSeen[place]) Prepare(choices, place, profile, scratch);
        return choices;
    }

    protected void Prepare(Choices choices, int place, int profile, Scratch scratch)
    {
        choices.MadeFor = roomSeen[place];
        var ways = model.Ways.Of[place];
        var draw = choices.Open(ways.Length);
        var weights = attractions[profile].Weights[place];
        SetWeights(weights, ways, draw);
        choices.Close();
        var looksAtRoom = rules.NoRoom == NoRoomRule.AnyDestination || HasRoomInSafety(ways, draw);
        if (!looksAtRoom)
        {
            weights.CopyTo(draw);
            choices.Close();
        }
        if (choices.Total == 0)
        {
            draw.Fill(1);
            choices.Close();
        }
        choices.MayBeRefused = looksAtRoom && RefusesSome(ways);
        LetThrough(choices, ways, scratch);
    }

    /// <summary>Whether some way leads to room where no conflict is: nobody goes back into one because camps are full.</summary>
    private bool HasRoomInSafety(Way[] ways, ReadOnlySpan<double> draw)
    {
        for (var i = 0; i < ways.Length; i++)
            if (draw[i] > 0 && situation.Conflict[ways[i].Destination] == 0) return true;
        return false;
    }

    private bool RefusesSome(Way[] ways)
    {
        foreach (ref readonly var way in ways.AsSpan())
            if (IsRefused(way.Destination)) return true;
        return false;
    }

    /// <summary>
    /// Where only a fraction passes the first link, those who do not get through today
    /// stay: the law of drawing the way first and that later, in one draw.
    /// </summary>
    protected void LetThrough(Choices choices, Way[] ways, Scratch scratch)
    {
        var leaving = scratch.Fractions(ways.Length);
        var all = true;
        for (var i = 0; i < ways.Length; i++)
        {
            leaving[i] = ways[i].Link < 0 ? 0 : situation.Pass[ways[i].Link];
            all &= leaving[i] >= 1;
        }
        if (!all) choices.Thin(leaving);
    }

    /// <summary>By how much the room at a place changes its weight.</summary>
    private double PullOf(int place)
    {
        var free = room[place];
        if (conditions?.Draw is { } own) free *= own[place];
        return free == 1 || rules.WeightPower == 1 ? free : Math.Pow(free, rules.WeightPower);
    }

    /// <summary>The weights of the day times what the room at the end of each way makes of them.</summary>
    protected void SetWeights(double[] weights, Way[] ways, Span<double> draw)
    {
        for (var i = 0; i < draw.Length; i++) draw[i] = weights[i] * pull[ways[i].Destination];
        if (rules.PruningThreshold < 1.001) return;
        var best = 0.0;
        foreach (var weight in draw) best = Math.Max(best, weight);
        for (var i = 0; i < draw.Length; i++)
            if (draw[i] < best / rules.PruningThreshold) draw[i] = 0;
    }

    /// <summary>The open link to the next place of a plan; -1: none.</summary>
    protected int LinkTo(int place, int plan)
    {
        var only = plans.Link(plan);
        return only < 0 ? model.Ways.LinkTowards(place, plans.Next(plan)) : situation.LinkOpen[only] ? only : -1;
    }

    protected bool IsRefused(Choices choices, in Way way) => choices.MayBeRefused && IsRefused(way.Destination);

    /// <summary>Whether a place, as the end of a plan, is a camp with too little room for anybody to set out to it.</summary>
    protected bool IsRefused(int end) => room[end] < rules.RefusalRoom && situation.IsCamp(end);
}
