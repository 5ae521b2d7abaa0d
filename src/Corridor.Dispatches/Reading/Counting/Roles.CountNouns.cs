using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>The nouns that are counts, and what they say is counted: "the number of displaced", "the caseload", "arrivals stand at".</summary>
internal sealed partial class Roles
{
    /// <summary>The nouns that are counts, asked of each word from the number back to the start of its clause; the first that holds ends the search.</summary>
    private static readonly Func<Roles, Quantity, Count, int, bool>[] Counts =
    [
        // "put the exodus from Sinja at 60,000": the noun itself is counted.
        static (r, q, c, i) => r.PutDeed(q, i) is { } deed && c.Set(i, deed),
        // "put the dead at 120 and the displaced at 9,400"
        static (r, q, c, i) => r.PutPeople(q, i) is { } people && c.Set(i, c.Role ?? people),
        // "Arrivals at the camp rose to 12,000 from 4,000": the deeds are the count.
        static (r, q, c, i) => c.Role?.At == i && r.CountsDeeds(q, c.Role) && c.Set(i, c.Role),
        // "the camp's population has grown to 31,000", "the IDP population stands at 878,000"
        static (r, _, c, i) => r.PopulationOfCamp(i) is { } there && c.Set(i, there),
        // "a doubling of the uprooted of the valley to 64,000"
        static (r, q, c, i) => c.Role is not null && r.IncreaseOf(q, i)
            && c.Set(i, r.S.Unit(c.Role.At) is { Class: UnitClass.Idp or UnitClass.Refugee } ? c.Role.As(VerbClass.Shelter) : c.Role),
        // "the number of displaced", "the death toll", "figures of 5,000"
        static (r, q, c, i) => r.CountNoun(q, c, i),
    ];

    private void FindCount(Quantity q, Count count)
    {
        var ended = false;
        for (var i = q.First - 1; !ended && i >= Math.Max(0, q.First - 40) && !s.IsMark(i, ';'); i--)
        {
            // "the number displaced by the attack, in which 86 died, exceeds 21,000": what an insertion tells is not counted.
            if (s.IsMark(i, ',') && Relative(i) is var open and > 0)
            {
                i = open;
                continue;
            }

            // "IOM gives": who counts gives nothing to those counted. "internally | displaced persons": the noun begins before.
            // "the exodus has | crossed 17,000", "has gone | past 17,000": what the count does.
            if (i >= q.First - 1 && s.Has(i, Cue.Passing) || s.Says(i, "gone") && s.Says(i + 1, "past")) continue;
            if (count.Counting && i == q.First - 1 || s.Says(i, "displaced") && s.Unit(i - 1) is { Class: UnitClass.Idp }) continue;
            count.Suggest(WhatIsCounted(i));
            foreach (var rule in Counts)
                if (ended = rule(this, q, count, i)) break;
        }

        if (!count.Found && PutBetween(q) is { } between) count.Set(between.At, between);
        if (!count.Found && (Cataphora(q) ?? EndOfChange(q)) is { } ahead) count.Set(q.End, ahead);
    }

    // "reduced from 180,000 | to 153,000 its figure for those evacuated": what is counted stands behind the second end of the change.
    private Governor? EndOfChange(Quantity q) =>
        s.Says(q.First - 1, "from") && s.Says(q.End, "to") && quantities.Find(x => x.First > q.End && x.First <= q.End + 2) is { } end ? Cataphora(end) : null;

    // Words that say what a count counts: a deed, a noun of those displaced, or what keeps it out.
    private Governor? WhatIsCounted(int i)
    {
        // "the number of people there", "the Red Cross"
        if (s.Says(i, "there") && s.Unit(i - 1) is { Class: UnitClass.Person or UnitClass.Household }) return Counted(VerbClass.Shelter, i);
        if (InName(i)) return null;
        // "displaced by flash floods", "by clashes": who or what drove them out.
        if ((s.Is(i, Tag.Cause) || s.Unit(i) is { Class: UnitClass.Combatants or UnitClass.Cases })
            && s.Any(i - 3, i, static (s, k) => s.Says(k, "by"))) return null;
        // "the number of civilians left there": who stayed.
        if (s.Says(i, "left") && s.Is(i - 1, Tag.Unit) && s.SaysAny(i + 1, "there", "in", "inside", "behind", "at", "on", "within"))
            return Kept(VerbClass.Population, i);
        // "the number in the shelters dropped from 900 to 640": how the count changed.
        if (s.SaysAny(i + 1, "from", "to", "by", "at") && !s.SaysAny(s.Is(i - 1, Tag.Have) ? i - 2 : i - 1, "who", "that", "they")
            && (s.Has(i, Cue.Changing) || s.Verb(i) is { Who: Who.Subject } && NumberAt(i + 2))) return null;
        if (Predicate(i) is { } verb && !OfSites(verb) && !OnlyNoun(verb)
            // "arrivals in the province of Karsa rose to 900": where they are; "the number living in the city of Karsa" are its people.
            && !(verb.Meaning is { Class: VerbClass.Population, Form: VerbForm.Phrase } && s.Is(i, Tag.PlaceNoun) && verb.End < s.Count && s[verb.End].Capital
                && !s.Any(i - 6, i, static (s, k) => s.SaysAny(k, "living", "live", "lives", "lived", "residing", "inhabiting")))
            && !(s.SaysAny(i, "reach", "reaching") && NumberAt(i + 1, alone: true))
            && !(s.SaysAny(i, "reached", "reaches", "hit", "put") && !s.SaysAny(i - 1, "who", "that") && !s.SaysAny(i - 2, "who", "that"))
            && (verb.Meaning.Form != VerbForm.Past || verb.Meaning.Form.HasFlag(VerbForm.Participle) || s.Says(i - 1, "who"))) return verb;
        return s.Unit(i)?.Class switch
        {
            UnitClass.Returnee => Counted(VerbClass.Back, i),
            UnitClass.Idp or UnitClass.Arrival or UnitClass.Refugee or UnitClass.Evacuee => Counted(VerbClass.Move, i),
            // "those lodged in the tents": where they are.
            UnitClass.Goods when s.SaysAny(i - 1, "in", "under") || s.SaysAny(i - 2, "in", "under") || s.SaysAny(i - 3, "in", "under") => null,
            UnitClass.Deaths => Kept(VerbClass.Deaths, i),
            UnitClass.Injured => Kept(VerbClass.Injured, i),
            UnitClass.Combatants => Kept(VerbClass.Combatants, i),
            UnitClass.Cases => Kept(VerbClass.Cases, i),
            UnitClass.Goods => Kept(VerbClass.Goods, i),
            _ => null,
        };
    }

    private static Governor Counted(VerbClass verb, int at) => new(new VerbMeaning(verb, Term.Displaced), at, 1);

    // Counted, and no figure.
    private static Governor Kept(VerbClass verb, int at) => new(new VerbMeaning(verb), at, 1);

    private Governor? PutDeed(Quantity q, int i) =>
        s.Says(WordBefore(q), "at") && PutVerb(i) && Predicate(i) is { Meaning.Form: VerbForm.Noun } noun && !OfSites(noun) ? noun : null;

    // "estimated | the fresh displacements", "put | arrivals"
    private bool PutVerb(int noun)
    {
        var i = noun - 1;
        while (s.Is(i, Tag.Determiner) || s.Has(i, Cue.Newly) || s.Says(i, "newly")) i--;
        return s.Has(i, Cue.Putting);
    }

    private Governor? PutPeople(Quantity q, int i)
    {
        var at = WordBefore(q);
        if (!s.Says(at, "at") || i != at - 1 || !s.Is(i - 1, Tag.Determiner) || !Put(i)) return null;
        var kind = s.Unit(i)?.Class;
        if (!s.Has(i, Cue.Harm) && kind is not (UnitClass.Idp or UnitClass.Evacuee or UnitClass.Refugee or UnitClass.Deaths or UnitClass.Injured)) return null;
        return Predicate(i) ?? kind switch
        {
            UnitClass.Deaths => Kept(VerbClass.Deaths, i),
            UnitClass.Injured => Kept(VerbClass.Injured, i),
            _ => Counted(VerbClass.Move, i),
        };
    }

    private Governor? PopulationOfCamp(int i)
    {
        if (!s.SaysAny(i, "population", "populations")) return null;
        if (s.Unit(i - 1) is { Class: UnitClass.Idp or UnitClass.Refugee } || s.Says(i - 1, "displaced")) return Counted(VerbClass.Shelter, i - 1);
        var owner = i > 1 && s[i - 1].Kind == TokenKind.Possessive ? i - 2 : i - 1;
        return IsCamp(owner) || s.SaysAny(i - 1, "shelter", "camp") ? new Governor(new VerbMeaning(VerbClass.Shelter, Term.InReliefCamp), i, 1) : null;
    }

    private bool IncreaseOf(Quantity q, int i) => s.Has(i, Cue.Increase) && s.SaysAny(i + 1, "of", "in") && s.SaysAny(q.First - 1, "to", "from");

    private bool CountNoun(Quantity q, Count c, int i)
    {
        if (!s.Is(i, Tag.CountNoun) && !(s.Is(i, Tag.DataNoun) && s.Says(q.First - 1, "of"))) return false;
        c.At = i;
        if (s.SaysAny(i, "rate", "pace"))
        {
            q.Per ??= (DraftsBefore(q) ?? Before)?.Quantity.Per ?? "day";
            return false;
        }

        if (i == q.First - 1 && s.SaysAny(i, "number", "numbers", "total", "totals")) return false;
        if (s.Says(i, "toll") && c.Role is not { Meaning.Class: VerbClass.Move or VerbClass.Shelter or VerbClass.Arrive })
            return c.Set(i, Kept(VerbClass.Deaths, i));
        c.Suggest(i > 0 ? Predicate(i - 1) : null);
        // "the number of all civilians at the base": those who are there.
        if (Camp(i, q.First)) c.Suggest(new Governor(new VerbMeaning(VerbClass.Shelter, Term.InReliefCamp), i, 1));
        return c.Set(i, c.Role);
    }

    // "put the crowd at 20,000": a noun that is spelled like a verb.
    private bool OnlyNoun(Governor g) => s.Has(g.At, Cue.AlsoNoun) && g.Meaning.Form != VerbForm.Noun && IsNominal(g.At);

    // "put those who had got away at 3,300", "bringing those sheltered there to 4,300": between the verb and its number stands who is counted.
    private Governor? PutBetween(Quantity q)
    {
        var before = WordBefore(q);
        for (var put = before - 1; put >= Math.Max(0, before - 13) && !s.IsMark(put, ';') && !s.IsNumber(put); put--)
        {
            var opens = s.Says(before, "at") ? s.Has(put, Cue.Putting)
                : s.Says(before, "as") ? s.SaysAny(put, "gave", "gives", "given", "cited", "listed")
                : s.Says(before, "to") && s.SaysAny(put, "bringing", "brings", "raising", "swelling") && s.SaysAny(put + 1, "those", "the");
            for (var i = put + 1; opens && i < q.First - 1; i++)
                if (Predicate(i) is { } done && !OnlyNoun(done) && (IsFlow(done) || IsNegative(done) || done.Meaning.Class == VerbClass.Shelter)) return done;
        }

        return null;
    }

    // The comma that opens a relative clause which ends at this one, or 0.
    private int Relative(int close)
    {
        for (var i = close - 2; i > Math.Max(0, close - 16); i--)
            if (s.IsMark(i, ','))
                return s.SaysAny(i + 1, "which", "who", "where", "whose", "with", "according") || s.Is(i - 1, Tag.CountNoun)
                    || s.SaysAny(i + 2, "which", "whom") ? i : 0;
        return 0;
    }

    private bool Put(int before) =>
        s.Any(before - 12, before + 1, static (s, i) => s.Has(i, Cue.Putting));

    // Arrivals and departures of a day are not an older state of those of the next.
    private bool IsDeed(int i) => s.Unit(i)?.Class is UnitClass.Arrival || s.SaysAny(i, "arrivals", "departures", "evacuations", "crossings");

    private bool InName(int i) => s.IsCapital(i) && s.IsCapital(i - 1);
}
