namespace Corridor.Simulation;

/// <summary>
/// Where people choose moment by moment, as the room changes meanwhile, only the ways on which that matters are drawn each time: those that
/// end at a limited place, or where people decide again on the same day. How many people take one of the others does not change that room, and
/// the others' shares among themselves do not hang on it: so they are drawn once, when all moments are over. That is the same law.
/// </summary>
internal partial class GroupRun
{
    /// <summary>The part of the day in which it is drawn on the way, after all slices; and in the morning, after all turns.</summary>
    private const int AfterSlices = (MostParts + 2) << 16, AfterTurns = -1 - MostTurns;

    /// <summary>Whether people who leave a place are drawn that way.</summary>
    /// <param name="place">The place.</param>
    /// <param name="profile">Their class.</param>
    /// <param name="counts">Whether it is known at once how many leave, even if not where to: the room of the place hangs on it.</param>
    /// <param name="scratch">Memory.</param>
    private bool DrawsOthersLater(int place, int profile, bool counts, Scratch scratch)
    {
        if (model.Watched[place].Length == 0 || rules.PruningThreshold >= 1.001) return false;
        var elsewhere = ElsewhereAt(place, profile, scratch);
        return elsewhere.Total > 0 && !(counts && elsewhere.SomeStay);
    }

    /// <summary>What those choose between who go to no watched place.</summary>
    private Choices ElsewhereAt(int place, int profile, Scratch scratch)
    {
        var choices = scratch.ElsewhereAt(place, profile);
        if (choices.MadeFor == scratch.Day) return choices;
        choices.MadeFor = scratch.Day;
        var ways = model.Ways.Of[place];
        var draw = choices.Open(ways.Length);
        SetWeights(attractions[profile].Weights[place], ways, draw);
        foreach (var way in model.Watched[place]) draw[way] = 0;
        choices.Close();
        LetThrough(choices, ways, scratch);
        return choices;
    }

    /// <summary>Counts those who take a watched way, and as the last number those of them who do not get through; returns how many take another.</summary>
    private long ShareWatched(long people, int place, int profile, Choices choices, ref Philox random, Span<long> chosen)
    {
        var (ways, watched) = (model.Ways.Of[place], model.Watched[place]);
        var weights = attractions[profile].Weights[place];
        var (left, total) = (people, choices.Total);
        foreach (var way in watched)
        {
            if (left == 0) break;
            var weight = weights[way] * pull[ways[way].Destination];
            if (weight == 0) continue;
            var going = Draw(left, weight / total, random.NextUniform());
            (left, total) = (left - going, total - weight);
            if (going == 0) continue;
            var through = situation.Pass[ways[way].Link] >= 1 ? going : Draw(going, situation.Pass[ways[way].Link], random.NextUniform());
            chosen[way] = through;
            chosen[^1] += going - through;
        }
        return left;
    }

    /// <summary>Shares those who go elsewhere among the ways there.</summary>
    private Span<long> ShareElsewhere(long people, int place, in Group group, int part, Scratch scratch)
    {
        var random = new Philox(seed, number, day, place, Purpose.Decision, part, group.StateHash(plans));
        var chosen = scratch.People(model.Ways.Of[place].Length);
        Share(people, ElsewhereAt(place, group.Profile, scratch), ref random, chosen);
        return chosen;
    }

    /// <summary>Those who chose another way in any slice of the day go there.</summary>
    private void GoElsewhere(Scratch scratch)
    {
        if (scratch.UndecidedAt.Count == 0) return;
        foreach (var place in scratch.UndecidedAt)
        {
            var ways = model.Ways.Of[place];
            scratch.Undecided(place).MoveTo(ref scratch.AtHand);
            foreach (ref readonly var group in scratch.AtHand.Items)
            {
                var chosen = ShareElsewhere(group.People, place, group, AfterSlices, scratch);
                Rest(place, group, chosen[^1]);
                for (var way = 0; way < ways.Length; way++)
                    if (chosen[way] > 0) Embark(place, group, chosen[way], ways[way].Link, ways[way].Plan, AfterSlices, scratch);
            }
            scratch.AtHand.Clear();
        }
        scratch.UndecidedAt.Clear();
        DecideOnTheWay(MostParts + 2, scratch);
    }
}
