using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>Access told by verbs and by what a thing is: "cut the road", "the bridge collapsed", "is under fire".</summary>
internal sealed partial class AccessReader
{
    // A word of access where it stands: its first token, the one after it, the state that it makes.
    private readonly record struct Word(int At, int End, AccessState State, Meaning Act);

    private bool Act(int at, int length, Meaning act)
    {
        var word = new Word(at, at + length, StateOf(act), act);
        if (IsOtherwiseMeant(word)) return false;
        if (act.Who == "at") return StandsAt(word);
        if (act.Who == "in") return MarchedIn(word);
        if (IsAttribute(at, act)) return word.State == AccessState.Open ? Remaining(at, word.End) : Attribute(at, word.End, word.State, act);
        // "has shut its gates to newcomers": the camp, the crossing.
        if (act is { Detail: "way", Who: "both" } && s.SaysAny(word.End, "its", "their") && s.SaysAny(word.End + 1, "gates", "gate", "doors"))
            return Told(at, word.End + 2, word.State, act);
        if (act.Form.HasFlag(VerbForm.Ing) && act.Form != VerbForm.Phrase && IsAround(at, act)) return false;
        if (Inverted(at, word.End, act) is { } late) return Add(at, late.End, late, word.State, act, at);
        if (IsVerbalNoun(word)) return Deed(at, length, AsNoun(word));
        if (word.State == AccessState.UnderAttack && ShotAtWhoPasses(at, word.End)) return true;
        if (DeniedAccess(word) is { } kept) return Add(at, kept.End, kept, word.State, act, at);
        if (!IsPassive(at) && act.Form != VerbForm.Phrase && DoneToWhatFollows(word) is { } done) return done;
        if (act.Who == "built" || act.Who == "matter" && !s.SaysAny(word.End, "with", "in")) return false;
        return Told(at, word.End, word.State, act);
    }

    // The word in a sense that is no access, or told of people and things.
    private bool IsOtherwiseMeant(in Word word)
    {
        var (at, end, state, act) = word;
        if (IsIdiom(at, end) || IsNoun(at, act)) return true;
        // "The corridor did not hold": what came of it is told beside.
        if (act.Detail == "corridor" && s.SaysAny(at, "hold", "held") && NegatedAt(at)) return true;
        // "without access to food": of who lives there, and not of the way in.
        if (s.Says(end - 1, "access") && s.Says(end, "to") && ways.Phrase(end + 1, s.Count, out _) is null) return true;
        // "choked | with cars" is in use, "with debris" it is closed.
        if (act is { Detail: "way", Form: VerbForm.Phrase, Name: "in_use_by_civilians" or "closed" } && s.SaysAny(end - 1, "with", "of", "by")
            && (act.Name == "closed") == Crowds(end)) return true;
        return state switch
        {
            AccessState.Captured => TakesNoTown(at, end, act),
            // "displaced by the fighting for Orna": a noun.
            AccessState.Contested => act.Form == VerbForm.Ing && s.Is(at - 1, Tag.Determiner),
            // "pounded by rain", "battered by a storm"
            AccessState.UnderAttack => s.Says(end, "by") && IsWeather(end + 1),
            _ => false,
        };
    }

    private bool TakesNoTown(int at, int end, Meaning act)
    {
        // "take a quarter of the load": no part of a town.
        if (s.Says(end + 1, "quarter") && s.SaysAny(end, "a", "one") && ways.Phrase(end + 3, s.Count, out _) is not { IsPlace: true }) return true;
        // "surrendered weapons to the army": the town holds on.
        if (act.Who == "subject" && Starts(at, "surrender") && end == at + 1 && HasObject(end)) return true;
        // "were free to return home": people.
        return s.Says(at, "free") && s.Says(end, "to");
    }

    // "fled before the army marched in": to the place told before.
    private bool MarchedIn(in Word word)
    {
        var (at, end, state, act) = word;
        return (EndsClause(end) || s.SaysAny(end, "on", "from", "at", "again")) && Force(at, at) is not null && !NegatedAt(at)
            && Spoken(at, Arrived) is { IsPlace: true } goal && Add(GroupStart(at), end, goal, state, act, at);
    }

    // "ended with the shelling of two towns": the verb as a noun.
    private bool IsVerbalNoun(in Word word) => word.Act.Form == VerbForm.Ing && s.Says(word.End, "of")
        && (word.At == 0 || s.IsMark(word.At - 1) || s.Is(word.At - 1, Tag.Determiner | Tag.Preposition));

    private static Meaning AsNoun(in Word word) =>
        new(Tag.Deed, word.Act.Name, word.Act.Detail, word.State == AccessState.UnderAttack ? "waged" : "", VerbForm.Noun);

    // "were denied access to Orna"
    private Thing? DeniedAccess(in Word word)
    {
        var (at, end, _, act) = word;
        return s.Says(end - 1, "to") && s.SaysAny(end - 2, "access", "entry") && IsPassive(at) && Object(end, act, out var kept) && (kept.Named || kept.IsWay)
            && !Mover(ClauseStart(GroupStart(at)), at).Some ? kept : null;
    }

    // A verb in the active: of what it is done to, after it; null where it may still be told of what stands before.
    private bool? DoneToWhatFollows(in Word word)
    {
        var (at, end, _, act) = word;
        // "people taken over the river": a participle alone is done to what stands before it.
        var finite = act.Form.HasFlag(VerbForm.Past) || !act.Form.HasFlag(VerbForm.Participle) || HasBefore(at);
        if (!finite && HasObject(Particle(end))) return false;
        if (act.Who != "subject" && finite && DoneToObject(word) is { } done) return done;
        // "cleared the mud | from the road"
        if (ClearedFrom(word) is { } cleared) return Active(at, cleared, AccessState.Open, act);
        // "cut the water and the road": the second of what it is done to.
        if (act.Who is not ("subject" or "force") && finite && Second(end) is { } also) return Active(at, also, word.State, act);
        if (act.Name is "restricted" or "closed" && finite
            && s.AnyAhead(Particle(end), 4, static (s, k) => s.Has(k, Cue.TrafficFlow) || s.Has(k, Cue.Carrier)) && Impeded(at, end)) return true;
        // "rebels cut power": told of something else.
        if (act.Who != "subject" && HasObject(Particle(end))
            || act.Who == "force" && !(act.Form.HasFlag(VerbForm.Participle) && s.Says(end, "by") && ActorAfter(end + 1)))
            return Antecedent(at, act) is { } gap && (act.Who != "force" || gap.Named) && Add(gap.First, end, gap, word.State, act, at);
        return null;
    }

    private bool? DoneToObject(in Word word)
    {
        var (at, end, state, act) = word;
        if (Object(end, act, out var thing)) return Active(at, thing, state, act);
        if (s.SaysAny(at, "cut", "cuts", "cutting") && end == at + 1 && Object(end, CutOff, out thing) && s.Says(thing.End, "off"))
            return Active(at, thing, state, CutOff);
        // "closed Ibrahim Khalil to trucks": a crossing by its name.
        if (ways.Phrase(Particle(end), s.Count, out _) is { } bare && GateOf(bare, act, at) is { } gate) return Active(at, gate, state, act);
        return Pronominal(end) is var it and > 0 && !(act.Who == "force" && s.EndsWith(at, "ing")) && Spoken(at, act) is { } spoken
            ? Active(at, spoken with { First = it, Head = -1, End = it + 1 }, state, act) : null;
    }

    private Thing? ClearedFrom(in Word word) => word.Act.Name == "open" && Starts(word.At, "clear")
        && !(s.Says(word.At - 1, "to") && Starts(word.At - 2, "beg"))
        && EndingWith(word.End, 7, Cue.OffFrom) is var from and > 0 && s.HasAny(word.End, from, Cue.Lying)
        && ways.Phrase(from, s.Count, out _) is { IsWay: true } way ? way : null;

    // Nothing more of the verb follows: a mark, a time, a conjunction.
    private bool EndsClause(int i) => i >= s.Count || s.IsMark(i) || taken[i] || s.Is(i, Tag.Conjunction);

    // "Heavy | fighting": who fled it, and news of it, come from elsewhere.
    private bool IsStrife(int from, int to) => s.Has(to - 1, Cue.Strife)
        && !s.Any(from, to - 1, static (s, k) => s.Is(k, Tag.Unit | Tag.Preposition) || s.SaysAny(k, "who", "fled", "fleeing"));

    // "Also | closed on Monday was | the road", "What was closed is the road": what it is told of stands after "was".
    private Thing? Inverted(int at, int end, Meaning act)
    {
        if ((act.Form & (VerbForm.Participle | VerbForm.Phrase)) == 0 || at > 0 && !s.IsMark(at - 1) && !s.SaysAny(at - 1, "also", "still", "now")
            && !(s.Is(at - 1, Tag.Be) && s.Says(at - 2, "what"))) return null;
        while (IsWhen(end) || s.Says(end, "since")) end++;
        return s.Is(end, Tag.Be) && ways.Phrase(end + 1, s.Count, out _) is { } thing && Fits(act, thing) ? thing : null;
    }

    // "closed to the public", "to residents": who would live there or visit, and not pass.
    private bool ToPublic(int i) => s.Says(i, "to") && s.SaysAny(s.PastArticle(i + 1), "public", "residents", "visitors", "tourists",
        "civilians", "outsiders");

    private bool ToBoats(int to) =>
        s.Says(to, "to") && s.SaysAny(to + 1, "boats", "ferries", "barges", "ships", "shipping", "navigation", "vessels");

    // A name without a noun that can be opened and shut.
    private bool MayBeGate(Thing thing, Meaning act, int at) => thing is { IsPlace: true, Named: true, Access: false }
        && act is { Detail: "way", Name: "open" or "closed" or "restricted" }
        && (Starts(at, "clos") || Starts(at, "shut") || Starts(at, "open") || Starts(at, "re")) && !Starts(at, "rest")
        && !ToPublic(at + 1) && (act.Who == "both" || s.SaysAny(at, "open", "shut")) && !s.Is(thing.First, Tag.Vague) && !ways.IsSettlement(thing.Head, out _)
        && !s.Says(thing.Head - 1, "of");

    // "Jordan shut Nasib", "Spin Boldak, which Pakistan closed": by who shuts it, or because the gazetteer knows it.
    private Thing? GateOf(Thing thing, Meaning act, int at) => !MayBeGate(thing, act, at) ? null
        : ToBoats(thing.End) ? thing with { Feature = "river" }
        : thing.First == thing.Head
        && (CountryActing(at, thing.Head) is not null || s.SaysAny(at - 1, "guards", "authorities")
            || context.IsCrossing(s.Words(thing.Head, thing.End))) ? thing with { Feature = "crossing" } : null;

    // "37 closed roads", "the besieged town of Halma": told by the word before its noun. Roads where they are counted, as others are only
    // described so; that a town is besieged is news once.
    private bool Attribute(int at, int end, AccessState state, Meaning act)
    {
        var described = (act.Form & (VerbForm.Participle | VerbForm.Phrase)) != 0;
        if (!described || ways.Phrase(end, s.Count, out _) is not { } thing || !Fits(act, thing)) return false;
        if (state == AccessState.Sealed && thing.IsPlace)
            return (thing.Named || PastNames(thing.End) > thing.End || s.IsMark(thing.End, ',') && s.IsCapital(thing.End + 1))
                && Put(at, PastNames(thing.End), thing, state, Realis.Asserted, Actor(at));
        // "the newly captured town Halma"
        if (state == AccessState.Captured && thing is { IsPlace: true, Named: true } && (IsNewly(at) || IsNewly(at - 1)))
            return Put(at, thing.End, thing, state, Realis.Asserted, null);
        // "closed due to a collapsed bridge"
        if (state == AccessState.Closed && thing.Feature == "bridge" && s.Is(at - 1, Tag.Determiner)
            && (s.SaysAny(at - 2, "due", "following", "after") || s.SaysAny(at - 3, "due", "owing", "because")))
            return Put(at - 1, ways.Ends(thing.End), thing, state, Realis.Asserted, null);
        // "beside an active front line"
        if (state == AccessState.Contested && thing.Feature == "front") return Put(at - 1, thing.End, thing, state, Realis.Asserted, null);
        return thing.IsWay && s.IsCount(at - 1) && Add(at - 1, thing.End, thing, state, act, at);
    }

    private bool IsNewly(int i) => Starts(i, "newly") || Starts(i, "recently");

    // "besieged towns | like A, B and C": past the names.
    private int PastNames(int from)
    {
        var i = s.Says(from, "like") ? from + 1 : s.Says(from, "such") && s.Says(from + 1, "as") ? from + 2 : s.Count;
        while (i < s.Count && ways.Name(i, s.Count) is var end && end > i)
        {
            from = end;
            i = s.IsMark(end, ',') || s.SaysAny(end, "and", "or") ? end + 1 : s.Count;
        }

        return from;
    }

    // A verb and what it is done to.
    private readonly record struct Deal(int At, AccessState State, Meaning Act, Thing Thing);

    // Done to what stands after the verb: "cut the road", "entered Gogjali".
    private bool Active(int at, Thing thing, AccessState state, Meaning act, int reach = 0)
    {
        var deal = new Deal(at, state, act, thing);
        if (act.Who == "matter" && !IsMatter(at))
        {
            // "Carts and families clogged the road"
            if (IsWalked(thing) && Crowding(at))
                return Put(ClauseStart(GroupStart(at)), thing.End, thing, AccessState.InUseByCivilians, RealisAt(at, at), null);
            // "snipers cover the road"
            if (!Starts(at, "cover") || !s.HasAny(Math.Max(0, at - 4), at, Cue.Weapon)) return false;
            deal = deal with { State = AccessState.UnderAttack, Act = ShelledWay };
        }

        if (IsHeldBefore(deal) || IsHeldPlace(at)) return false;
        if (ReachedByNoForce(deal) is { } reached) return reached;
        if (IsBarrier(deal)) return false;
        if (HeldByNeither(at, thing, deal.State) is { } contested) return contested;
        // "cut Dori off": the verb parts around its object.
        if (thing.IsPlace && s.Says(thing.End, "off")) deal = deal with { Thing = thing with { End = thing.End + 1 } };
        var force = ForceOf(deal);
        // "the river has taken the bridge"
        if (deal.State == AccessState.Captured && force is null && thing.Feature is "bridge" or "road" && IsMatter(at))
            deal = deal with { State = AccessState.Closed, Act = CutOff };
        var meant = IsMeantOnly(deal);
        if (meant && Vowed(deal) is { } vowed) return vowed;
        if (deal.Act.Who == "force" && force is null || meant || IsKeptFrom(at)) return false;
        if (deal.State == AccessState.UnderAttack && !IsAttackOnWhoPasses(deal, force) || thing.IsPlace && Starts(at, "attack") && IsAnybody(deal.Thing))
            return false;
        return !IsNoPassage(deal) && AddDeal(deal, reach, force);
    }

    // What somebody holds or has taken before: no news.
    private bool IsHeldBefore(in Deal deal)
    {
        var (at, state, _, thing) = deal;
        var group = GroupStart(at);
        // "a captain, whose men have freed nine villages": who he is.
        if (thing is { IsPlace: true, Named: false } && s.Says(group - 2, "whose")) return true;
        // "a hill controlling the road", "who control the town"; "controls nine capitals": nobody says which.
        if (s.Says(at, "controlling") && !s.Is(group, Tag.Be)
            || Starts(at, "control") && (s.SaysAny(group - 1, "who", "which", "that")
                || thing is { IsPlace: true, Named: false } && (IsCounted(thing) || s.Says(thing.First, "both")))) return true;
        // "held the lower end of the road"; who holds a town has held it before.
        return state == AccessState.Captured && s.SaysAny(at, "hold", "holds", "held", "holding") && !IsAgain(thing.End)
            && (!thing.IsWay || s.Says(at, "holding") || s.Says(at - 1, "to"));
    }

    // "in LTTE | controlled | Batticaloa"
    private bool IsHeldPlace(int at) => s.SaysAny(at, "controlled", "occupied") && !s.EndsWith(at - 1, "s")
        && !s.SaysAny(at - 2, "as", "after", "before", "since", "when")
        && (s.Is(at - 2, Tag.Preposition) || s.Is(at - 2, Tag.Determiner) && s.Is(at - 3, Tag.Preposition));

    // "opened the barrier", "cleared the last barricade from the road"
    private bool IsBarrier(in Deal deal)
    {
        var (_, state, act, thing) = deal;
        return act.Detail != "post"
            && (state == AccessState.Open && thing.Feature == "checkpoint" && s.Says(thing.End, "from")
                || state == AccessState.Closed && s.SaysAny(thing.Head, "roadblock", "roadblocks", "barricade")
                || s.SaysAny(thing.Head, "barrier", "barriers"));
    }

    // Whom it is done by: a force, "" where one is told that has no name, null where none is.
    private string? ForceOf(in Deal deal)
    {
        var (at, state, _, thing) = deal;
        if (Force(at, thing.Head) is { } force) return force;
        var by = GroupStart(at) - 1;
        // "The Serbs took the town": a people, as an army.
        if (state == AccessState.Captured && s.Is(by, Tag.Demonym) && !s.IsCount(by - 1)) return "";
        // "After taking the town, | the rebels cut the road"
        if (s.SaysAny(at - 1, "after", "having") && s.IsMark(thing.End, ',') && ActorAfter(thing.End + 2)) return "";
        // "The Front attacked the town of Bokari", "elements attacked two villages": no force that a table knows, and no minister.
        return state == AccessState.UnderAttack && Starts(at, "attack") && IsTown(thing) && by >= 0
            && (s[by].Capital || s.EndsWith(by, "s") && s.IsWord(by) && !s.Is(by, Tag.Unit)) ? "" : null;
    }

    // "an operation to retake the city"; "agreed to allow access to Orna" is a plan.
    private bool IsMeantOnly(in Deal deal) => (deal.Thing.IsPlace || deal.State == AccessState.UnderAttack) && IsPurpose(deal.At)
        && !(deal.State == AccessState.Open && RealisAt(deal.At, deal.At) == Realis.Planned);

    // "vowed to retake the town": meant, and said so.
    private bool? Vowed(in Deal deal)
    {
        var (at, state, _, thing) = deal;
        return state == AccessState.Captured && s.Says(at - 1, "to") && s.Has(at - 2, Cue.Vowing) && !NegatedAt(at - 2)
            && (thing.Named || s.Says(thing.First, "the")) ? Put(at - 2, thing.End, thing, state, Realis.Planned, null) : null;
    }

    // What tells nothing of who may pass, or not yet.
    private bool IsNoPassage(in Deal deal)
    {
        var (at, state, act, thing) = deal;
        // "an aid convoy reached the town"
        if (state == AccessState.Reached && s.HasAny(ClauseStart(at), at, Cue.ReliefWord)) return true;
        // "mined the bridge and threaten to blow it up": made ready.
        if (act.Name == "built" && thing.Feature != "bridge" || thing.Feature == "bridge" && s.SaysAny(at, "mined", "mine", "mining")) return true;
        // "broke the rivers": of banks and not of who crosses.
        if (thing.Feature == "river" && state == AccessState.Closed && !ToBoats(thing.End)) return true;
        // "engineers are clearing the road", "crews clear roads": not open yet.
        var present = act.Form == VerbForm.Base && (s.EndsWith(at - 1, "s") && !s.Is(at - 1, Tag.Actor) || s.Says(at - 1, "to") && Starts(at - 2, "beg"));
        return state == AccessState.Open && (s.EndsWith(at, "ing") && s.Is(at - 1, Tag.Be) || present && Starts(at, "clear"));
    }

    private bool AddDeal(in Deal deal, int reach, string? force)
    {
        var (at, state, act, thing) = deal;
        var first = at;
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
            if (s.Is(i, Tag.Conditional)) first = i;
        var end = Math.Max(reach, ways.Ends(thing.End));
        if (state == AccessState.Open && ForSome(thing.End)
            || state == AccessState.Closed && s.SaysAny(thing.End, "to", "for", "with") && ButSome(thing.End)) state = AccessState.Restricted;
        // "washed away the road to Orna and two bridges": a fact of each.
        var also = thing.IsWay ? Beside(thing, ref end) : null;
        var told = Add(first, end, also is null ? thing : thing with { End = Math.Min(thing.End, end) }, state, act, at, force is "" ? null : force);
        if (told && also is { } twin && Fits(act, twin) && Facts.Count > 0)
            return Put(twin.First, ways.Ends(twin.End), twin, Facts[^1].State, Facts[^1].Realis, Facts[^1].Actor);
        if (told && (thing.IsPlace ? thing.Named : thing.IsWay)) Gapped(end, thing, state, force);
        return told;
    }

    // "aid convoys", "trucks with food"
    private bool Carries(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (s.Has(i, Cue.ReliefWord) || s.Find(i, Tag.Transit) is { Name: "vehicle" }) return true;
            else if (s.Is(i, Tag.Verbs)) return false;
        return false;
    }

    // A way of another kind that a list of objects goes on with, to the end of the clause; the first then ends where the list goes on.
    private Thing? Beside(Thing first, ref int end)
    {
        // "between Orna and | the border": where the first leads.
        var joint = s.Says(first.End, "between");
        for (var p = first.Head + 1; p <= end; p++)
        {
            if (!s.Says(p, "and")) continue;
            if (!joint && ways.Phrase(p + 1, s.Count, out _) is { IsWay: true } other && other.Feature != first.Feature && EndsClause(ways.Ends(other.End)))
            {
                end = p;
                return other;
            }

            joint = false;
        }

        return null;
    }

    // "the town of Bokari", "two villages": a place by its kind, and no name alone.
    private bool IsTown(Thing thing) => thing is { IsPlace: true, Head: >= 0 }
        && (s.Says(thing.Head - 1, "of") || ways.IsSettlement(thing.Head, out _) || s.Is(thing.End - 1, Tag.SettlementNoun));

    // "took Minova on Tuesday, Sake on Thursday", "closed the road on Monday and the bridge on Friday": the verb is left out.
    private void Gapped(int end, Thing before, AccessState state, string? force)
    {
        end = SkipWhen(end);
        if (end == before.End || !s.IsMark(end, ',') && !s.Says(end, "and")) return;
        var start = s.Says(end + 1, "and") ? end + 2 : end + 1;
        if (ways.Phrase(start, s.Count, out _) is not { } next || next.IsPlace != before.IsPlace || next is { IsPlace: false, IsWay: false }) return;
        if (next.IsPlace && (!next.Named || next.First != next.Head && !s.Is(next.First, Tag.Determiner))) return;
        var last = next.IsPlace ? next.End : ways.Ends(next.End);
        var stop = SkipWhen(last);
        if (stop <= last + 1 || next.IsWay && !EndsClause(stop)) return;
        var realis = next.IsWay && Facts.Count > 0 ? Facts[^1].Realis : Realis.Asserted;
        if (Put(next.First, stop, next, state, realis, force is "" ? null : force)) Gapped(stop, next, state, force);
    }

    // A token of a time, or one that leads to it: "on | Tuesday", "the | next day".
    private bool IsWhen(int i) => i < s.Count
        && (taken[i] || s.Says(i, "same") || s.Says(i, "the") && s.Says(i + 1, "same")
            || s.Says(i - 1, "same") && s.SaysAny(i, "evening", "night", "morning", "afternoon")
            || s.SaysAny(i, "on", "in", "at", "late", "early", "the", "a", "two") && (IsWhenAt(i + 1) || s.SaysAny(i + 1, "early", "late"))
            || s.SaysAny(i, "late", "early") && s.SaysAny(i + 1, "on", "in") && IsWhenAt(i + 2) || s.Is(i, Tag.TimeUnit)
            || s.SaysAny(s.SaysAny(i, "at", "by") ? i + 1 : i, "noon", "midday", "midnight", "dawn", "dusk", "nightfall", "sunrise", "sunset"));

    private int SkipWhen(int i)
    {
        while (IsWhen(i)) i++;
        return i;
    }

    private bool IsWhenAt(int i) => i < s.Count && (taken[i] || s.Is(i, Tag.TimeUnit));

    // A word of access in its clause: where it stands and ends, where its verb group begins, and whether "is" or a mark in its place leads to it.
    private readonly record struct Statement(int At, int End, int Group, bool Copula, AccessState State, Meaning Act);

    // Told of what stands before it: "the road was cut", "the bridge collapsed", "is under fire".
    private bool Told(int at, int end, AccessState state, Meaning act)
    {
        var group = GroupStart(at);
        // "a corridor out of the Azovstal works would open": a noun.
        if (act.Form == VerbForm.Third && ways.IsWorks(at)) return false;
        // "dams, roads, mines": a list of nouns.
        if (state == AccessState.UnderAttack && act.Form == VerbForm.Third && s.IsMark(at - 1, ',')) return false;
        if (state == AccessState.Closed && ButSome(end) || state == AccessState.Open && !s.Says(end, "except") && ForSome(end))
            state = AccessState.Restricted;
        // "is mined and cannot be used", "is full since Tuesday and turning people away": the second tells what that means.
        var then = end;
        while (state == AccessState.Restricted && (s.Says(then, "since") || IsWhen(then))) then++;
        if (state is AccessState.UnderAttack or AccessState.Restricted && s.SaysAny(then, "and", "but") && ActAfter(then + 1)) return false;
        // "was slightly damaged": and bears as much as before.
        if (act is { Name: "restricted", Detail: "span" } && s.SaysAny(at - 1, "slightly", "lightly", "also")) return false;
        if (state == AccessState.Reached && IsPassive(at) && s.HasAny(group, at, Cue.AbleTo))
        {
            if (ReachableAgain(group, end) is { } again) return again;
            // "could be entered only by boat"
            if (!s.HasAny(group, Math.Min(s.Count, end + 2), Cue.Solely)) return false;
            state = AccessState.Restricted;
        }

        var copula = IsPassive(at) || group == at && (act.Form & (VerbForm.Phrase | VerbForm.Participle)) != 0 && IsLabel(at);
        var told = new Statement(at, end, group, copula, state, act);
        if ((OfPronoun(told) ?? OfAntecedent(told) ?? OfSole(told) ?? OfEvacuation(told)) is { } before) return before;
        var thing = SubjectOrBeside(told, out var boundary);
        if (thing is null && OfNamedBefore(told) is { } named) return named;
        thing ??= PastDescription(told) ?? ToldBefore(told) ?? OfOwner(told);
        if ((thing is null || !Fits(act, thing.Value)) && BesiegedIn(told) is { } besieged) return besieged;
        thing ??= OfVerbBefore(told, ref boundary);
        return thing is { } its ? OfSubject(told, its, boundary) : OfTraffic(told) ?? OfSameSubject(told);
    }

    // "can be reached again by road"
    private bool? ReachableAgain(int group, int end)
    {
        if (!IsAgain(end) || Subject(group, Taken, out _) is not { IsPlace: true } place) return null;
        var byRoad = s.HasAny(end, Math.Min(s.Count, end + 9), Cue.Overland);
        return Put(place.First, end, byRoad ? place with { Feature = "road" } : place, AccessState.Open, Realis.Asserted, null);
    }

    // "it was shelled", "shelled the road, leaving it impassable"
    private bool? OfPronoun(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        // "making it difficult to reach them": of no road.
        if (s.SaysAny(group - 1, "it", "them") && ways.IsCausative(group - 2))
            return !(s.Says(end - 2, "to") && (HasObject(end) || s.Says(end, "them")))
                && Spoken(group - 2, act) is { IsPlace: false } made && Add(group - 2, end, made, state, act, at);
        // "the airstrip, | which they seized"
        if (Pronoun(group) is not { } pronoun || s.SaysAny(pronoun - 1, "which", "that") && s.IsMark(pronoun - 2, ',')) return null;
        // "they were driven to a gymnasium"
        if (state == AccessState.Reached) return false;
        // "it was safe for refugees to go back"
        if (Starts(at, "safe")) return false;
        // "it is impossible to bring aid": of no road.
        if (s.EndsWith(at, "possible")) return false;
        // "they are working": people, unless something was done to them.
        if ((s.Says(group - 1, "they") || act.Who is "object" or "force") && !copula) return false;
        if (group == at && act.Form == VerbForm.Phrase || Spoken(group - 1, act) is not { } spoken) return false;
        return pronoun >= 0 && (spoken.IsPlace || !s.Says(pronoun - 1, "after") || !s.Is(pronoun - 2, Tag.TimeUnit))
            && (state == AccessState.Captured || !s.Says(pronoun - 1, "since"))
            && Add(pronoun, Complement(end), spoken, state, act, at);
    }

    // "the bridge, which was closed", "the crossing, which Ankara shut": of what the clause describes.
    private bool? OfAntecedent(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        if (Relative(group, act) is { } antecedent)
            // "which had earlier been blocked"
            return copula && antecedent.IsWay && s.Is(group, Tag.Have) && IsFormer(group, at)
                ? Put(group - 1, end, antecedent, state, Realis.Historical, null)
                : !IsFormer(group, at) && !Resumes(end, act) && !(!copula && act.Who == "force")
                && (!antecedent.IsPlace || act.Who == "subject"
                    || copula && (act.Name is "sealed" or "closed" || antecedent.Named && s.IsMark(group - 2, ',') || DoneBy(end, act)))
                && Add(antecedent.First, Complement(end), antecedent, state, act, at);
        // "is being repaired": not open yet.
        if (state == AccessState.Open && copula && s.Says(at - 1, "being")) return false;
        // Who does it stands between.
        return !copula && act.Who is "both" or "object" && !HasObject(end) && Antecedent(at, act) is { } shut
            && (shut.IsWay || state is AccessState.Captured or AccessState.Sealed) ? Add(shut.First, Complement(end), shut, state, act, at) : null;
    }

    // "The Orna bridge is the only way still open", "the only road still open is the Orna bridge": of what has a name.
    private bool? OfSole(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        if (state != AccessState.Open || copula) return null;
        if (Sole(group) is { } sole) return Add(sole.First, end, sole, state, act, at);
        if (!s.HasAny(Math.Max(0, group - 3), group, Cue.LastLeft)) return null;
        // "the only road still open | leads north"
        if (s.SaysAny(end, "leads", "runs", "goes", "led", "ran") && s.EndingAt(group, Tag.Feature, out var head) is { } only)
            return Add(head, end, new Thing(only.Name, head, head, group, false), state, act, at);
        return s.Is(end, Tag.Be) && ways.Phrase(end + 1, s.Count, out _) is { IsWay: true } named
            ? Add(group - 1, ways.Ends(named.End), named, state, act, at) : null;
    }

    // "The evacuation of Orna was suspended": of the way by which people are taken out.
    private bool? OfEvacuation(in Statement told)
    {
        var (at, end, group, _, state, act) = told;
        if (state is not (AccessState.Open or AccessState.Closed) || Starts(at, "fail")) return null;
        for (var k = group - 2; k >= Math.Max(0, group - 9) && !s.IsMark(k + 1); k--)
        {
            if (!s.SaysAny(k, "evacuation", "evacuations")) continue;
            for (var of = k + 1; of < group; of++)
                if (s.SaysAny(of, "of", "from") && ways.Phrase(of + 1, group, out _) is { IsPlace: true, Named: true } place)
                    return Add(s.Is(k - 1, Tag.Determiner) ? k - 1 : k, end, place with { Feature = "corridor", Name = ways.Place(place, state) }, state, act,
                        at);
            return null;
        }

        return null;
    }

    private Thing? SubjectOrBeside(in Statement told, out int boundary)
    {
        var (at, end, group, copula, _, act) = told;
        var thing = Subject(group, act, out boundary);
        if (thing is { } its && Fits(act, its)) return thing;
        // "Neither the bridge nor the ferry is working"
        if (thing is { IsWay: true } first && SecondOf(first, group) is { } second && Fits(act, second)) return second;
        // "through a corridor opened by fighters": told beside its noun, whatever the noun does.
        return !copula && group == at && (act.Form & (VerbForm.Participle | VerbForm.Phrase)) != 0 && Nearest(at, act, at) is { } beside
            && (act.Name is "planned_closed" or "planned_open"
                || (beside.IsPlace ? DoneBy(end, act) : s.Says(end, "by") || IsWhen(end) && IsReached(beside.First - 1))) ? beside : thing;
    }

    // "left | by a lane opened on Monday": a verb before the preposition, so that what follows describes the way.
    private bool IsReached(int preposition)
    {
        if (!s.Is(preposition, Tag.Preposition)) return false;
        for (var k = preposition - 1; k >= Math.Max(0, preposition - 8) && !s.IsMark(k, ';'); k--)
            if (s.Is(k, Tag.Finites) && !s.Is(k, Tag.Passage)) return true;
        return false;
    }

    // "beside the bridge, now impassable": told after a comma of what stands before it.
    private bool? OfNamedBefore(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        var parted = group > 1 && (s.IsMark(group - 1, ',') || s.IsMark(group - 1, '—'));
        return parted && !copula && (act.Form == VerbForm.Phrase || act.Form.HasFlag(VerbForm.Participle)) && !IsFormer(group, at)
            && !Resumes(end, act) && Nearest(group, act, at) is { } named
            ? Described(named, end, act) && Add(named.First, Complement(end), named, state, act, at) : null;
    }

    // "the raft that they had tied up there was sunk", "the camp hosting them is full", "the ford they waded through was shut": past what
    // describes it.
    private Thing? PastDescription(in Statement told)
    {
        if (!told.Copula) return null;
        for (var k = told.Group - 1; k > Math.Max(0, told.Group - 13) && !s.IsMark(k); k--)
            if ((s.SaysAny(k, "that", "which") && !s.Is(k - 1, Tag.Speech) || s.EndsWith(k, "ing") && s.EndingAt(k, Tag.Feature, out _) is not null)
                && Nearest(k, told.Act, told.At) is { IsPlace: false } described) return described;
        for (var k = told.Group - 2; k > Math.Max(0, told.Group - 8) && !s.IsMark(k); k--)
            if (s.Is(k + 1, Tag.Finites) && Contact(k, told.Act) is { } way) return way;
        return null;
    }

    // "Two roads lead out of Djibo, and both are blocked", "all four remain closed"
    private Thing? ToldBefore(in Statement told)
    {
        var known = context.AccessNear && context.LastAccess is { } near ? Spelling.Of(near.Feature) : context.Before.Topic?.Feature;
        return Each(told.Group) is var each and >= 0 && (ways.WayBefore(each) ?? known) is { } kind
            && new Thing(kind, each, each, Math.Max(told.Group, each + 1), false) is { IsWay: true } those ? those : null;
    }

    // "Rwanda reopened its side of the border; Uganda's remains closed"
    private Thing? OfOwner(in Statement told)
    {
        var group = told.Group;
        return told.Copula && group > 1 && s[group - 1].Kind == TokenKind.Possessive && Facts.Count > 0 && Thing.Of(Facts[^1]) is { IsWay: true } twin
            ? twin with { First = group - 2, Head = group - 2, End = group, Name = s.Words(group - 2, group) + " " + twin.Feature } : null;
    }

    // "800,000 are besieged in El Fasher"
    private bool? BesiegedIn(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        return act.Name == "sealed" && copula && s.Says(end, "in") && ways.Phrase(end + 1, s.Count, out _) is { IsPlace: true } within
            && (within.Named || IsCounted(within))
            && (s.IsNumber(group - 1) || s.Find(group - 1, Tag.Unit) is { } who && Numbers.Noun.IsHuman(who.Name) || s.Is(group - 1, Tag.Vague))
            ? Add(group - 1, within.End, within, state, act, at) : null;
    }

    // "The bridge stands and | can be used": of what the verb before is told of.
    private Thing? OfVerbBefore(in Statement told, ref int boundary)
    {
        if (!told.Copula || !s.SaysAny(told.Group - 1, "and", "but", "yet")) return null;
        for (var k = told.Group - 2; k > Math.Max(0, told.Group - 12); k--)
            if ((s.Find(k, Tag.Act) ?? s.Find(k, Tag.Predicate)) is { Form: var form } && (form & (VerbForm.Past | VerbForm.Third)) != 0 || IsLinking(k))
                return Subject(GroupStart(k), told.Act, out boundary) is { IsPlace: false } same ? same : null;
        return null;
    }

    // "traffic has resumed on the bridge", "was halted on the road", "has resumed between Orna and Odra": by the road.
    private bool? OfTraffic(in Statement told)
    {
        var (at, end, group, copula, state, act) = told;
        // "The road was cut. Access is restricted": of the way told before.
        if (copula && s.SaysAny(group - 1, "access", "passage", "entry") && (group < 2 || s.IsMark(group - 2) || s.SaysAny(group - 2, "and", "but", "where"))
            && EndsClause(end) && (context.AccessNear || Facts.Count > 0) && Earlier(group - 1) is { } earlier)
            return Add(group - 1, end, earlier, state, act, at);
        if (!s.Has(group - 1, Cue.TrafficFlow)) return null;
        if (s.Says(end, "between") && ways.Ends(end) is var both && both > end + 2)
            return Add(group - 1, both, new Thing("road", group - 1, -1, end, false) { Name = "road" }, state, act, at);
        if (!copula && !HasBefore(at) && !act.Form.HasFlag(VerbForm.Past) || !s.SaysAny(end, "on", "along", "over", "across", "through", "at")
            || ways.Phrase(end + 1, s.Count, out _) is not { IsWay: true } way) return null;
        var some = state == AccessState.Closed && s.SaysAny(group - 2, "night", "daytime", "heavy", "commercial", "civilian");
        return Add(group - 1, way.End, way, some ? AccessState.Restricted : state, act, at);
    }

    // "X was shelled on Monday and taken the next day": told of the same.
    private bool OfSameSubject(in Statement told)
    {
        var (at, end, group, _, state, act) = told;
        // "Two bridges have collapsed and five are flooded": counted among the same.
        var counted = s.IsCount(group - 1) || s.SaysAny(group - 1, "another", "others", "several", "many", "most", "some");
        var joined = lastSubject is { IsPlace: false } && counted ? group - 1 : group;
        return joined != 0 && (s.SaysAny(joined - 1, "and", "but", "or", "then", "before", "while") || s.IsMark(joined - 1, ','))
            && lastSubject is { } same && act.Form != VerbForm.Ing && !HasObject(end) && Add(joined, Complement(end), same, state, act, at);
    }

    private bool OfSubject(Statement told, Thing thing, int boundary)
    {
        var (at, end, group, copula, state, act) = told;
        // "Kerem Shalom reopened", "Bab al-Hawa is shut": a crossing by its name.
        if (MayBeGate(thing, act, at)
            // "Shops in Orna were shut"
            && !(s.SaysAny(group, "are", "were", "have") && !s.Says(thing.Head + 1, "and"))
            && (copula || Starts(at, "re") && !(IsLone(thing) && s.EndsWith(thing.Head, "s")) || s.SaysAny(end - 1, "gates", "gate"))
            && !TellsOfPorts())
            thing = thing with
            {
                Feature = !s.Says(end, "to") ? "crossing" : s.SaysAny(end + 1, "newcomers", "new", "further") ? "camp"
                    : ToBoats(end) ? "river" : "crossing",
            };
        // "Road access to Pibor was lost"
        if (state == AccessState.Captured && thing.Head >= 0 && s.SaysAny(thing.Head + 1, "access")) state = AccessState.Closed;
        if (!IsToldOf(told with { State = state }, thing, boundary)) return false;
        if (state == AccessState.Open && (IsLane(thing.First) || s.Says(thing.First, "part"))) state = AccessState.Restricted;
        if (state == AccessState.Open && s.Says(end, "except") && !s.Says(thing.First, "all")) state = AccessState.Restricted;
        lastSubject = thing;
        // "Twelve roads and three bridges are shut": a fact of each.
        if (thing.IsWay && SecondOf(thing, group) is { } second)
            return Add(Whole(thing.First, boundary), second.First - 1, thing with { End = second.First - 1 }, state, act, at)
                & Add(second.First, Complement(end), second, state, act, at);
        var done = Add(Whole(thing.First, boundary), Complement(end), thing, state, act, at);
        // "are closed, including the road to Odra"
        var also = s.IsMark(Complement(end), ',') ? Complement(end) + 1 : Complement(end);
        if (done && Facts.Count > 0 && thing.IsWay && s.Says(also, "including") && ways.Phrase(also + 1, s.Count, out _) is { IsWay: true } one
            && ways.Ends(one.End) is var last && last > one.End)
            Put(also + 1, last, one, Facts[^1].State, Facts[^1].Realis, null);
        else if (done && Facts.Count > 0 && thing.IsWay) Gapped(Complement(end), thing, Facts[^1].State, null);
        return done;
    }

    // Whether the subject is what the word of access tells of, and what it tells is news.
    private bool IsToldOf(in Statement told, Thing thing, int boundary)
    {
        var (at, end, group, copula, state, act) = told;
        // "the town has cut off": what it has done to something.
        if (act.Who == "object" && !copula && HasBefore(at) && !Starts(at, "stop")) return false;
        // "broken bridges and washed-out roads": told of what follows.
        if (act.Who == "subject" && !copula && s.Says(at - 1, "and") && ways.Phrase(end, s.Count, out _) is not null) return false;
        // "the town of Paradise will stay closed to residents"
        var whole = thing is { IsPlace: true, Named: true } && (!IsLone(thing) || ToPublic(end)) && act is { Detail: "way", Name: "closed" or "open" }
            && copula && s.Says(end, "to");
        if (!Fits(act, thing) && !whole || thing.IsPlace && Starts(at, "attack") && !IsTown(thing)) return false;
        // "fled when their villages were raided": nobody says which; "Education is out of reach for many": no place.
        if (state == AccessState.UnderAttack && thing is { IsPlace: true, Named: false } && s.SaysAny(thing.First, "their", "our", "his", "her")) return false;
        if (state == AccessState.Closed && IsLone(thing) && s.SaysAny(end, "for", "to", "of") && s.Says(end - 1, "reach")
            && !s.HasAny(end, Math.Min(s.Count, end + 5), Cue.ReliefWord)) return false;
        // "Entry is forbidden to journalists": others go in.
        if (thing.Access && s.Says(end, "to")) return false;
        // "is still under army control": nothing has changed.
        if (state == AccessState.Captured && s.Says(at, "under") && s.HasAny(group, at, Cue.StillSo)) return false;
        // "was stormed by a crowd"; a camp is entered every day, and told of where a force does it.
        if (state == AccessState.Reached && (s.Says(end, "by") || thing.Feature == "camp") && !ActorAfter(end + 1)) return false;
        // "the village was abandoned": by its people, unless a force is told.
        if (state == AccessState.Captured && IsGivenUp(at) && !ActorAfter(end)) return false;
        if (!copula && group == at && act.Who == "object" | act.Form == VerbForm.Phrase && !Standing(thing, at, end, boundary, act)) return false;
        if (!copula && s.IsMark(at - 1, ',') && Resumes(end, act)) return false;
        // "Camps were affected": nobody says how.
        if (s.Says(end - 1, "affected") && thing.Feature is not ("road" or "bridge")) return false;
        // "Power was cut off"
        if (IsLone(thing) && s.SaysAny(thing.Head, "electricity", "power", "water", "gas", "internet", "communications", "telephones")) return false;
        // "Shops were looted"
        if (state == AccessState.UnderAttack && IsLone(thing) && s.EndsWith(thing.Head, "s")) return false;
        // "left four villages looted": any.
        if (state == AccessState.UnderAttack && thing is { IsPlace: true, Named: false } && IsCounted(thing) && !s.Has(at, Cue.Shelling)) return false;
        // "surrounded by mountains"
        return state != AccessState.Sealed || !Starts(end - 1, "surround") || !s.Says(end, "by") || ByForce(end + 1) || LiesAfter(end);
    }

    // "both", "all four", "the other two", "none of them": where the words begin that stand for things told before, or -1.
    private int Each(int group)
    {
        var (i, counts) = (group, s.SaysAny(group, "both", "all"));
        while (i > 0
            && (s.Has(i - 1, Cue.Tallied) || s.Is(i - 1, Tag.Cardinal)
                || s.SaysAny(i - 1, "the", "of", "them", "these", "those"))) counts |= s.Has(--i, Cue.Tallied);
        // "two other posts", "the other gates"
        if (s.SaysAny(group - 1, "posts", "points", "gates") && s.SaysAny(group - 2, "other", "further", "more", "remaining")
            && (s.IsCount(group - 3) || s.Is(group - 3, Tag.Determiner))) return group - 3;
        // "the third", "the newer one"
        if (!counts && s.Says(group - 2, "the") && s.SaysAny(group - 1, "first", "second", "third", "fourth", "fifth", "last")) return group - 2;
        // "of its people 40 had left, and all of them": who, and not what.
        for (var k = i - 1; counts && s.Says(group - 1, "them") && k >= 0; k--)
            if (s.Find(k, Tag.Unit) is { } unit && Numbers.Noun.IsHuman(unit.Name)) return -1;
        return counts ? i : -1;
    }

    // "the Orna crossing": one, by the name before its noun.
    private bool IsCalled(Thing way) => way.Head > 0 && s.IsWord(way.Head - 1) && s[way.Head - 1].Capital && !s.EndsWith(way.Head, "s");

    // Another way, of its own kind or with a name of its own, that a list of subjects goes on with.
    private Thing? SecondOf(Thing first, int group)
    {
        for (var p = first.Head + 1; p < group - 1; p++)
            if (s.SaysAny(p, "and", "nor") && ways.Phrase(p + 1, group, out _) is { IsWay: true } other
                && (other.Feature != first.Feature || IsCalled(first) && IsCalled(other))) return other;
        return null;
    }

    // "retaken | on Sunday | by soldiers", "under siege by rebels", "marooned by floodwater": by whom or what is told beside the noun.
    private bool DoneBy(int end, Meaning act)
    {
        end = SkipWhen(end);
        if (!s.Says(end, "by")) return false;
        return act.Name == "closed" ? LiesAfter(end) : act.Name is "captured" or "sealed" && act.Who != "force" && ByForce(end + 1);
    }

    // A participle or adjective without "is": of a headline, after "with", "leave", "keep", or beside its noun with by, a day, a cause.
    private bool Standing(Thing thing, int at, int end, int boundary, Meaning act)
    {
        if (act.Name is "planned_closed" or "planned_open" || boundary >= 0 && (s.SaysAny(boundary, "with", "and") || ways.IsCausative(boundary))) return true;
        if (boundary >= 0 && s.IsMark(boundary, ',') && lastSubject is not null) return true;
        if (s.IsMark(at - 1, ',')) return Described(thing, end, act) && !Resumes(end, act);
        if (!act.Form.HasFlag(VerbForm.Participle) && act.Form != VerbForm.Phrase) return false;
        // A town that somebody took once is described, a road told.
        var last = Complement(end);
        while (s.Says(last, "only")) last++;
        var follows = s.Says(end, "by") || s.Has(last, Cue.DatedBy) || last >= s.Count || s.IsMark(last);
        return DoneBy(end, act)
            || follows && (!thing.IsPlace || thing.First == 0 || act.Name == "closed")
                && (act.Form != VerbForm.Phrase || thing.First == 0 || LiesAfter(end) || boundary >= 0 && s.IsMark(boundary));
    }

    // "Halma, besieged since May,", "the town, taken by rebels on Monday,": what a participle beside a place tells of it is news with a day or a start.
    private bool Described(Thing thing, int end, Meaning act)
    {
        // "cut off for eleven days": and no longer.
        if (s.Says(end, "for") && !s.SaysAny(end - 1, "siege", "besieged", "blockaded")) return false;
        if (!thing.IsPlace) return true;
        if (thing.Named && act.Form == VerbForm.Phrase && s.SaysAny(thing.End + 1, "now", "again", "back")) return true;
        if (!thing.Named || s.IsMark(end)) return false;
        if (act.Name is "sealed" or "closed" || s.SaysAny(end, "by", "from")) return true;
        for (var i = end; i < Math.Min(s.Count, end + 9) && !s.IsMark(i); i++)
            if (s.Is(i, Tag.Weekday) || s.Says(i, "since") || times.Exists(t => t.First <= i && i < t.End && t.Kind == TimeKind.Point)) return true;
        return false;
    }

    // "The corridor, closed since December, was reopened": what came later is told of it.
    private bool Resumes(int from, Meaning act)
    {
        var i = from;
        var dated = false;
        while (i < Math.Min(s.Count, from + 12) && !s.IsMark(i, ',')) dated |= s.Is(i++, Tag.Weekday);
        // "buried by landslides on Friday, was passable": both are told, each of its day.
        if (dated && act.Name != "captured" && !s.Says(from, "since")) return false;
        // "closed since March, | reopened on Friday"
        if (s.IsMark(i, ',') && Starts(i + 1, "reopened")) return act.Name == "closed";
        if (!s.IsMark(i, ',') || !s.Is(i + 1, Tag.Be) && !s.Is(i + 1, Tag.Have) || s.Says(i + 2, "being")) return false;
        for (var k = i + 2; k < Math.Min(s.Count, i + 6); k++)
            if (s.Find(k, Tag.Act) is { Name: "open" or "closed" or "restricted" or "captured" } later) return later.Name != act.Name
                || later.Name == "captured";
            else if (s.SaysAny(k, "replaced", "rebuilt", "repaired", "mended", "restored", "lifted")) return true;
        return false;
    }

    // "that was formerly shut": it is so no more.
    private bool IsFormer(int from, int to) => s.HasAny(from, to, Cue.FormerTime);

    // "Hodeidah stays shut", of a port: it has no feature.
    private bool TellsOfPorts()
    {
        for (var i = 0; i < s.Count; i++)
            if (s.Find(i, Tag.Feature) is { Name: "airport" }) return true;
        return false;
    }

    private bool HasBefore(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
            if (s.Is(i, Tag.Have)) return true;
            else if (!s.Is(i, Tag.Adverb) && !s.IsManner(i) && !s.SaysAny(i, "not", "and", "or", "then")) return false;
        return false;
    }

    private bool Object(int from, Meaning act, out Thing thing)
    {
        thing = default;
        var start = Particle(from);
        while (start < s.Count && s[start].Kind == TokenKind.Quote) start++;
        // "reopened to traffic the road": seldom; "opened on Monday": no object.
        if (start >= s.Count || s.Is(start, Tag.Weekday) || s.Is(start, Tag.Preposition) && ways.Approximator(start) == 0)
            return false;
        // "disputes that the town was emptied"
        if (act.Name == "contested" && s.Says(start, "that")) return false;
        if (ways.Phrase(start, s.Count, out var end) is not { } found || !Fits(act, found)) return false;
        thing = found;
        return true;
    }

    private Thing? Second(int from)
    {
        from = Particle(from);
        if (!HasObject(from) && !s.IsCount(from) || s.Is(from, Tag.Unit)) return null;
        for (var k = from + 1; k < Math.Min(s.Count, from + 5) && (s.IsWord(k) || s.IsMark(k, ',')); k++)
            if (s.Says(k, "and"))
                return ways.Phrase(k + 1, s.Count, out _) is { IsWay: true } thing ? thing : null;
            else if (s.IsSmall(k) && !s.Is(k, Tag.Determiner)) return null;
        return null;
    }

    // Whether a noun phrase follows that is no time: "cut | power", "closed | schools".
    private bool HasObject(int i)
    {
        if (!s.IsWord(i) && !s.IsNumber(i)) return i < s.Count && s[i].Kind == TokenKind.Quote && s.IsWord(i + 1);
        if (IsWhen(i) || s.Is(i, Tag.Preposition | Tag.Conjunction | Tag.Adverb) || s.IsManner(i) || s.Is(i, Tag.Auxiliaries))
            return false;
        return !s.Has(i, Cue.NoObject);
    }

    // "closed | it", "captured most of | it": the pronoun that is the object, or -1.
    private int Pronominal(int end)
    {
        var i = Particle(end);
        if (s.Says(i + 1, "of") && (s.Is(i, Tag.Passage) || s.Has(i, Cue.PartWord))) i += 2;
        return s.SaysAny(i, "it", "them") ? i : -1;
    }

    // "seal | off the western side", "blew | up the bridge"
    private int Particle(int i)
    {
        while (s.SaysAny(i, "up", "down", "off", "again", "away", "out", "back")) i++;
        return i;
    }

    private bool Starts(int i, string beginning) => s.IsWord(i) && s.Chars(i).StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    // The words that finish the state: "open round the clock", "reopened to civilian cars", "closed between A and B".
    private int Complement(int from)
    {
        if (s.SaysAny(from, "round", "around")) return from + 3;
        if (s.Says(from, "between")) return ways.Ends(from) is var last && last > from + 1 ? last : from;
        if (!s.Says(from, "to")) return from;
        var end = from + 1;
        while (end < s.Count && end - from < 6 && s.IsWord(end) && !taken[end] && !s[end].Capital
            && (s.Is(end, Tag.Determiner) || s.SaysAny(end, "only", "alone", "all") || !s.IsSmall(end))
            && (!s.Is(end, Tag.Adverb) || s.SaysAny(end, "only", "alone", "south", "north", "east", "west"))) end++;
        return end > from + 1 && !s.Is(end - 1, Tag.Determiner) ? end : from;
    }

    // "the only road still open", "the last open road": told of a road that is there, unless what is done to it is told beside it.
    private bool Remaining(int at, int end)
    {
        if (!s.HasAny(Math.Max(0, at - 3), at, Cue.LastLeft) || ways.Phrase(end, s.Count, out _) is not { IsWay: true } road || Done(road.End)) return false;
        return Sole(at) is { } called ? Add(called.First, ways.Ends(road.End), called, AccessState.Open, Open, at)
            : Leads(at) && Add(at, ways.Ends(road.End), road, AccessState.Open, Open, at);
    }

    // "The Orna bridge is | the only way still open": what is called so.
    private Thing? Sole(int group)
    {
        var i = group - 1;
        while (i > Math.Max(0, group - 5) && !s.Has(i, Cue.LastLeft)) i--;
        while (s.Has(i - 1, Cue.LastLeft)) i--;
        return s.Has(i, Cue.LastLeft) && s.Is(i - 1, Tag.Determiner) && (s.Is(i - 2, Tag.Be) || s.SaysAny(i - 2, "remains", "remained"))
            && Subject(i - 2, Open, out _) is { IsWay: true } called ? called : null;
    }

    // "The Orna road is | the only way out", "The only way out is the Orna road": open, as it is what is left.
    private bool SoleWay(int i)
    {
        var be = s.Says(i - 1, "one") ? i - 2 : i - 1;
        if (s.Is(be, Tag.Determiner)) be--;
        while (s.Has(i, Cue.LastLeft)) i++;
        var link = s.SaysAny(i, "link", "connection", "lifeline");
        var owner = be;
        // "the valley's | only link", "now | the only link"
        if (be > 0 && s[be].Kind == TokenKind.Possessive) for (owner--; s.IsWord(owner) && !s.Is(owner, Tag.Speech | Tag.Preposition | Tag.Be); owner--) { }
        else while (s.Is(be, Tag.Adverb) || s.IsManner(be)) owner = --be;
        // "The only way out is | the Orna road"
        if ((ways.FeatureAt(i, out var sole, out var words) && sole is "road" or "corridor" or "crossing" or "flank" || link)
            && (owner < 0 || s.IsMark(owner) || s.Is(owner, Tag.Speech) || s.Says(owner, "that")))
        {
            var copula = i + words;
            while (copula < Math.Min(s.Count, i + words + 5) && s.IsWord(copula) && !s.Is(copula, Tag.Finites)) copula++;
            if (s.SaysAny(copula, "is", "remains") && !s.Says(copula + 1, "not")
                && ways.Phrase(copula + 1, s.Count, out _) is { IsWay: true, Named: true } left)
                return Put(be + 1, ways.Ends(left.End), left, AccessState.Open, RealisAt(be + 1, copula), null);
        }

        be = owner;
        var length = 1;
        return (s.Is(be, Tag.Be) || s.SaysAny(be, "remains", "remained"))
            && (link || ways.FeatureAt(i, out var kind, out length) && kind is "road" or "corridor" or "crossing" or "flank"
                && s.SaysAny(i + length - 1, "out", "exit", "route", "escape")) && !NegatedAt(be)
            && Subject(GroupStart(be), Open, out _) is { IsWay: true, Named: true } way
            && Put(way.First, i + length, way, AccessState.Open, RealisAt(way.First, be), null);
    }

    // Whether an act follows in the clause of a feature.
    private bool Done(int from)
    {
        for (var i = from; i < Math.Min(s.Count, from + 12); i++)
            if (s.Is(i, Tag.Act)) return true;
        return false;
    }

    // The phrase begins its clause, or tells by where people come: "through the last open crossing".
    private bool Leads(int at)
    {
        var i = at - 1;
        while (i >= 0 && (s.Has(i, Cue.LastLeft) || s.Is(i, Tag.Determiner))) i--;
        return s.IsMark(i) || s.SaysAny(i, "through", "via", "over", "by", "from");
    }

    private static readonly Meaning Arrived = new(Tag.Act, "reached", "reach", "force", VerbForm.Past);
    private static readonly Meaning Open = new(Tag.Act, "open", "way", "both", VerbForm.Phrase);
}
