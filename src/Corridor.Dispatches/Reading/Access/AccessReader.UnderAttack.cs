using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What is shot at: "came under artillery fire", "fire on cars on the bridge", "mines on the track".</summary>
internal sealed partial class AccessReader
{
    private static readonly ActMeaning ShelledWay = new(AccessState.UnderAttack, ActObject.Way, ActRole.Object, VerbForm.Base);

    // "were shot at on the road", "was ambushed along the highway", "are shot at", "ambushed two trucks on the road": those who pass, and so the way.
    private bool ShotAtWhoPasses(int at, int end)
    {
        var on = s.Says(end - 1, "at") && s.Says(end, "on") ? end : s.Has(at, Cue.Hunting) && IsPassive(at) ? Along(end) : -1;
        return on > 0 && Hunted(at, on + 1, on + 8) || IsPassive(at) && ShotOn(at, end)
            || (s.SaysAny(end - 1, "on", "at") || s.Has(at, Cue.Hunting)) && ShotAt(at, end);
    }

    // "fire on anyone who uses the road", "hunt cars on the bridge": at those who pass, and so at the way.
    private bool ShotAt(int at, int end)
    {
        if (s.Says(end - 2, "gas")) return false;
        // "ambushed | two aid trucks on the road"
        var user = end;
        while (user < end + 4 && !s.SaysAny(at, "hit", "strike") && !s.Has(user, Cue.WayUser)
            && (s.Is(user, Tag.Determiner) || s.IsCount(user) || s.IsWord(user) && !s.IsSmall(user))) user++;
        return s.Has(user, Cue.WayUser) && Hunted(at, user + 1, user + 12);
    }

    // "Buses on the Orna road | are shot at": at those who pass.
    private bool ShotOn(int at, int end)
    {
        var group = GroupStart(at);
        var clause = ClauseStart(group);
        if (!s.SaysAny(end - 1, "at", "on", "upon") && !s.SaysAny(at, "ambushed", "attacked", "robbed") || !s.HasAny(clause, group, Cue.WayUser)) return false;
        for (var k = clause + 1; k < group; k++)
            if (s.SaysAny(k, "on", "along", "over", "using")
                && ways.Phrase(k + 1, group, out _) is { Kind: ThingKind.Road or ThingKind.Bridge or ThingKind.Corridor } way)
                return !NegatedAt(at) && !Nobody(clause, group) && Put(clause, end, way, AccessState.UnderAttack, RealisAt(clause, at), null);
        return false;
    }

    // "were ambushed | by unknown men along the road": where it says along what, within some tokens, or -1.
    private int Along(int from)
    {
        for (var k = from; k < Math.Min(s.Count, from + 7) && !s.IsMark(k); k++)
            if (s.Says(k, "along")) return k;
        return -1;
    }

    // The road or bridge told within some tokens, with its name: "using | Kober bridge".
    private bool Hunted(int at, int from, int to)
    {
        var named = -1;
        for (var k = from; k < Math.Min(s.Count, to) && !s.IsMark(k); k++)
        {
            if (Nouns.FeatureAt(k, out var kind, out var length) && kind is ThingKind.Road or ThingKind.Bridge or ThingKind.Corridor)
            {
                var way = new Thing(kind, named < 0 ? k : named, k, k + length, false);
                return !NegatedAt(at) && Put(at, k + length, way, AccessState.UnderAttack, RealisAt(at, at), Actor(at));
            }

            if (!s.IsWord(k) || !s[k].Capital) named = -1;
            else if (named < 0) named = k;
        }

        return false;
    }

    // Told of a place: somebody says which, and that it is fired at.
    private bool IsShotAt(Thing thing, int at)
    {
        // "Shops were looted"
        if (IsLone(thing) && s.EndsWith(thing.Head, "s")) return false;
        if (thing is not { IsPlace: true, Named: false }) return true;
        // "fled when their villages were raided": nobody says which; "left four villages looted": any.
        return !s.SaysAny(thing.First, "their", "our", "his", "her") && (!IsCounted(thing) || s.Has(at, Cue.Shelling));
    }

    // An attack that tells who may pass: no accident, no storm, and not where somebody was hurt.
    private bool IsAttackOnWhoPasses(in Deal deal, string? force)
    {
        var (at, _, _, thing) = deal;
        var who = ClauseStart(at);
        // "the bombing hit a camp", "a missile struck the town": where somebody was hurt, and not who may pass.
        var pounded = thing.Named && (s.Has(at, Cue.Shelling) || thing.Kind == ThingKind.Camp) && s.HasAny(who, at, Cue.Weapon);
        if (thing.Kind is ThingKind.Settlement or ThingKind.Camp && force is null && !pounded || IsMatter(at) || IsWeather(who)) return false;
        // "a lorry hit the bridge": an accident.
        if (s.SaysAny(at, "hit", "hits", "struck", "strikes") && IsVehicle(GroupStart(at) - 1)) return false;
        // "raided four villages": any; only shells and an attack as such tell who may pass.
        return !thing.IsPlace || thing.Named || s.Has(at, Cue.Shelling) || s.Says(thing.First, "the");
    }

    // "attacked Haditha": a name alone may be anybody's; "attacking the town of Bokari" is told of a place.
    private bool IsAnybody(Thing place) => place.Head < 0 || !IsTown(place);

    private bool IsWeather(int from) => s.AnyAhead(from, 4, static (s, i) => s.Find(i, Tag.Cause) is { Name: "disaster" }
        || s.SaysAny(i, "rain", "rains", "rainfall", "wind", "winds", "waves", "hail", "snow"));

    // "Mines have been laid on the track", "explosives were found along the road"
    private void Mined(int i)
    {
        var verb = i + 1;
        while (s.Is(verb, Tag.Helpers) || s.IsManner(verb)) verb++;
        if (s.SaysAny(verb, "laid", "planted", "buried", "found", "discovered", "placed", "strewn", "hidden", "lie", "litter", "line")
            && (s.SaysAny(verb + 1, "on", "along", "under", "beside", "beneath", "across") || s.SaysAny(verb, "litter", "line")))
            Hunted(i, verb + 1, verb + 7);
    }

    // "launched an offensive | to retake the town": it is attacked, and not taken yet.
    private bool Aimed(int at, int to)
    {
        var launched = at - 1;
        while (launched > Math.Max(0, at - 4) && !s.Has(launched, Cue.Waging) && !s.IsMark(launched)) launched--;
        if (!s.Has(launched, Cue.Waging) || NegatedAt(launched) || RealisAt(launched, launched) != Realis.Asserted) return false;
        var from = s.Act(to + 1, out var length) is { State: AccessState.Captured } ? to + 1 + length : s.Has(to + 1, Cue.Gaining) ? to + 2 : -1;
        if (s.SaysAny(from, "control", "full")) while (s.SaysAny(from, "full", "control", "of")) from++;
        return from > 0 && ways.Phrase(from, s.Count, out _) is { IsPlace: true, Named: true } town && Force(launched, town.Head) is { } force
            && Put(launched, town.End, town, AccessState.UnderAttack, Realis.Asserted, force);
    }
}
