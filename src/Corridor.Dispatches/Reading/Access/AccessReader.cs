using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>
/// Roads, flanks, bridges, crossings: open, cut, sealed; towns reached and taken (schema 4.2, pipeline step 10). Every word of access.txt
/// has a frame: the state it makes, what it can be told of, and whether that stands before it or after it. An act becomes a fact when the
/// noun phrase in that place is headed by such a thing: of a predicate or participle in <see cref="Told"/>, of a deed with an object in
/// <see cref="Active"/>, of a noun in <see cref="Deed"/>, of what people do on a way or are let do in <see cref="Goes"/> and <see cref="Lets"/>.
/// How real it is is decided in <see cref="Add"/>, when it was in <see cref="Put"/>, who says so in <see cref="Said"/>.
/// </summary>
internal sealed partial class AccessReader(Sentence s, Context context, List<TimeExpression> times, List<PlacePhrase> places, bool[] taken)
{
    private readonly WayPhrases ways = new(s, context, places, taken);
    private WayNouns Nouns => ways.Nouns;
    // Told of so far.
    private List<AccessFact> Facts => Nouns.Told;
    // The first token of each, for who says it.
    private readonly List<int> firsts = [];
    // What the last clause of this sentence was told of, for the next one that has no subject.
    private Thing? lastSubject;
    // Words that are read after the rest.
    private List<int>? further;
    private List<int>? transits;
    private List<int>? paths;
    // The last noun of a way; -2 before it is looked for.
    private int lastWay = -2;

    private const Tag Telling = Tag.Act | Tag.Deed | Tag.Transit;
    private const Tag Ways = Tag.Feature;

    public List<AccessFact> Read(Speakers speakers)
    {
        for (var i = IsAsked() ? s.Count : 0; i < s.Count; i++)
        {
            if (taken[i]) continue;
            if (s.Has(i, Cue.ReadLater)) (further ??= []).Add(i);
            if (s.Has(i, Cue.Parting)) Parted(i);
            if (s.Has(i, Cue.Crammed) && Crammed(i)) continue;
            if (lastWay != -1 && s.Has(i, Cue.Path) && WayFollows(i)) (paths ??= []).Add(i);
            if (lastWay != -1 && s.Has(i, Cue.LastLeft) && (SoleWay(i) || SoleMeans(i))) continue;
            // "by evening they were | inside the town"
            if (s.Says(i, "inside") && !s.Says(i - 1, "back") && StandsAt(new Word(i, i + 1, AccessState.Reached, Arrived))) continue;
            if (s.SaysAny(i, "stay", "keep") && s.Says(i + 1, "out") && KeptOut(i)) continue;
            if (s[i].Word is null && lastWay != -1 && Befallen(i)) continue;
            if (!s.Is(i, Telling) && !s.Says(i, "under")) continue;
            if (s.Is(i, Tag.Transit)) (transits ??= []).Add(i);
            if (Acts(i, out var length)) i += length - 1;
            else if (Under(i, out length) is { } under && Act(i, length, under)) i += length - 1;
            else if (s.Deed(i, out length) is { } deed && Deed(i, length, deed)) i += length - 1;
            else Usable(i);
        }

        foreach (var i in further ?? []) Later(i);
        foreach (var i in paths ?? []) Walked(i);
        foreach (var i in transits ?? []) Transit(i);
        foreach (var i in paths ?? [])
            if (s.Has(i, Cue.OffFrom)) Swept(i);
            else if (!IsTold(i, i + 1)) Shunned(i);
        foreach (var i in further ?? []) AsWell(i);
        if (Facts.Count == 0) Listed();
        for (var i = 0; i < Facts.Count; i++)
            Facts[i] = Said(Facts[i], speakers.At(firsts[i], out var denies, across: Facts[i].Realis != Realis.Asserted), denies);
        context.AccessNear = Facts.Count > 0;
        if (Facts.Count > 0) context.LastAccess = Facts[^1];
        return Facts;
    }

    // Whether a noun of a way stands within some words.
    private bool WayFollows(int i)
    {
        if (lastWay == -2)
            for (lastWay = s.Count - 1; lastWay >= 0 && !s.Is(lastWay, Ways); lastWay--) { }
        if (lastWay <= i) return false;
        for (var k = i + 1; k < Math.Min(s.Count, i + 7); k++)
            if (s.Is(k, Ways)) return true;
        return false;
    }

    // "Has the bridge been closed?": nobody says so.
    private bool IsAsked() => s.IsMark(s.Count - 1, '?') && s.Is(0, Tag.Helping | Tag.Modal | Tag.Do);

    // A word makes one state of one thing and another of another: its frames in the order of the table.
    private bool Acts(int i, out int length)
    {
        var act = s.Act(i, out length);
        // "the ring road" is no ring drawn around anything.
        if (act is null || s.Feature(i, out var whole) is not null && whole > length) return false;
        // "fell | on Sunday": the verb without the word that leads to a time.
        if (length == 2 && s.Is(i + 1, Tag.Preposition) && IsWhenAt(i + 2) && s[i].Word?.Act is { } alone) (act, length) = (alone, 1);
        for (; act is not null; act = s.After(i, length, act))
            if (Act(i, length, act)) return true;
        return false;
    }

    // "swept the bridge | away", "put it | back into service", "brought traffic on the road | to a halt": a verb of several words, around what it is done to.
    private void Parted(int particle)
    {
        // "declared the town | a closed military zone"
        if (s.SaysAny(particle, "closed", "exclusion") && s.SaysAny(particle - 1, "a", "an")) particle--;
        for (var i = particle - 2; i >= Math.Max(0, particle - 10) && !s.IsMark(i); i--)
        {
            var (node, end, act) = (s[i].Begins, particle, default(ActMeaning));
            while (end < s.Count && node?.Next is not null && node.NextBySpan.TryGetValue(s.Chars(end), out node) && ++end > 0)
                act = node.Lexeme?.Act ?? act;
            if (act is null or { Role: ActRole.Subject or ActRole.At } or { State: AccessState.Reached }) continue;
            // "declared the road | closed | at night"
            if (s.Says(particle, "closed") && ButSome(end)) return;
            // "put the bridge | across the wadi": a preposition.
            if (act.Role == ActRole.Built && HasObject(end)) continue;
            var thing = s.SaysAny(i + 1, "it", "them") ? Spoken(i, act)
                : ways.Phrase(i + 1, particle, out _) is { } told
                    && (told.End == particle || ways.Ends(told.End) == particle || Trails(told.End, particle)) ? told : null;
            if (thing is { } found && Fits(act, found)) Active(i, found with { First = i + 1 }, act.State, act, end);
            return;
        }
    }

    // "put the bridge | across the wadi | out of use": where it lies.
    private bool Trails(int from, int to)
    {
        if (!ways.Governs(from)) return false;
        for (var i = from; i < to; i++)
            if (!s.IsWord(i) || s.Is(i, Tag.Finites)) return false;
        return true;
    }

    private void Later(int i)
    {
        Fallen(i);
        Driven(i);
        Contested(i);
        if (s.SaysAny(i, "mines", "landmines", "explosives")) Mined(i);
        else if (s.SaysAny(i, "flag", "flags")) Flown(i);
        else if (s.Has(i, Cue.Waiting)) Awaited(i);
        else if (s.SaysAny(i, "movement", "movements", "passage", "exodus")) Streaming(i);
        else if (s.Says(i + 1, "at") && s.SaysAny(i, "stuck", "stranded", "blocked", "stopped", "held")) Stuck(i);
        else if (s.Has(i, Cue.Keeper)) Banned(i);
        else if (s.SaysAny(i, "agreed", "agree", "promised", "offered", "consented")
            || s.SaysAny(i, "deal", "agreement", "accord") && s.Says(i + 1, "on") && s.AnyBefore(i, 3, static (s, k) =>
                s.SaysAny(k, "reached", "struck", "signed", "made", "concluded"))) Offered(i);
        else if (s.Has(i, Cue.Weighing)) Weighed(i);
    }

    private void Transit(int i)
    {
        var transit = s.Transit(i, out var length)!;
        if (transit.Kind is TransitKind.Vehicle or TransitKind.Mover or TransitKind.Some && Labelled(i)) return;
        if (transit.Kind == TransitKind.Goes) Goes(i, length, transit);
        else if (transit.Kind == TransitKind.Vehicle) Existing(i);
        else if (transit.Kind == TransitKind.Lets) Lets(i, false);
        else if (transit.Kind == TransitKind.Bars) Lets(i, true);
        if (transit.Kind == TransitKind.Paper
            || s.SaysAny(i, "pass", "passes", "permit", "permits")
                && (s.Is(i - 1, Tag.Determiner) || s.SaysAny(i - 1, "military", "special", "valid", "written", "travel", "security")))
            Paper(i);
    }

    private bool Fits(AccessMeaning act, Thing thing) => act.Object switch
    {
        ActObject.Way => thing.IsWay || thing.Kind is ThingKind.Camp || thing.Access,
        ActObject.Span => thing.Kind is ThingKind.Bridge or ThingKind.Checkpoint,
        ActObject.Place => thing.IsPlace,
        ActObject.Reach => thing.Kind is not (ThingKind.Corridor or ThingKind.Flank or ThingKind.Front or ThingKind.Airport),
        ActObject.Gate => thing.Kind is ThingKind.Corridor or ThingKind.Crossing or ThingKind.Checkpoint,
        ActObject.Post => thing.Kind is ThingKind.Checkpoint,
        ActObject.Corridor => thing.Kind is ThingKind.Corridor,
        ActObject.Camp => thing.Kind is ThingKind.Camp,
        ActObject.Front => thing.Kind is ThingKind.Front,
        _ => thing.Kind is not (ThingKind.Airport or ThingKind.Front)
            || thing.Kind == ThingKind.Airport && act.State is AccessState.Captured or AccessState.Contested
                && (thing.Named || s.Says(thing.First, "the") || thing.Head > 0 && s[thing.Head - 1].Kind == TokenKind.Possessive),
    };
}
