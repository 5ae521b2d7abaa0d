using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>Which of the words around a number governs it: beside it (near), before it (left), or the main verb of its clause.</summary>
internal sealed partial class Roles
{
    /// <summary>The words that may govern a number.</summary>
    private sealed class Candidates
    {
        /// <summary>The word right behind the noun: "displaced", "who fled".</summary>
        public Governor? Near { get; set; }
        /// <summary>Near stands in a clause of its own: "who fled".</summary>
        public bool Relative { get; set; }
        /// <summary>The main verb of the clause; near when there is no other.</summary>
        public Governor? Main { get; set; }
        /// <summary>What takes the number as its object: "uprooted 500", "the evacuation of 500".</summary>
        public Governor? Left { get; set; }
        /// <summary>The number has a preposition before it and no noun: no verb behind it is its own.</summary>
        public bool Bound { get; set; }
        /// <summary>The word that was chosen, once it was asked for.</summary>
        public Governor? Chosen { get; set; }
        public bool IsChosen { get; set; }

        /// <summary>The main verb, when it is another one and stands behind near.</summary>
        public Governor? Beyond => Main is not null && Near is not null && Main != Near && Main.At > Near.At ? Main : null;

        /// <summary>Near, when people displace by it: a verb of flight, arrival or return.</summary>
        public Governor? NearFlow => Near is not null && IsFlow(Near) ? Near : null;
    }

    /// <summary>Which candidate governs, by priority: the first line that holds.</summary>
    private static readonly Func<Roles, Quantity, Candidates, Governor?>[] Choices =
    [
        // "50,000 Syrians living in Lebanon have crossed": what they did, whoever they were.
        static (_, _, c) => c.Near is { Meaning.Class: VerbClass.Population }
            && c.Beyond is { Meaning: { Class: VerbClass.Move or VerbClass.Arrive or VerbClass.Onward or VerbClass.Back or VerbClass.Carry,
                Form: not VerbForm.Noun } } ? c.Main : null,
        // "evacuated 1,700 villagers living by the lake": where they lived.
        static (_, _, c) =>
            c.Near is { Meaning.Class: VerbClass.Population }
                && c.Left is { Meaning: { Class: VerbClass.Move } and ({ Who: Who.Object } or { Form: VerbForm.Noun }) }
                ? c.Left : null,
        // "9,000 people trapped in the town": no displacement, unless another verb tells of one.
        static (r, _, c) => c.Near is not null && IsNegative(c.Near) ? r.Overruling(c) ?? c.Near : null,
        // "shot 15 people who were leaving", "70 people who had fled died": the dead and the wounded.
        static (_, _, c) => c.Relative ? c.Left is { Meaning.Class: VerbClass.Deaths or VerbClass.Injured } ? c.Left
            : c.NearFlow is not null && c.Beyond is { Meaning.Class: VerbClass.Deaths or VerbClass.Injured } ? c.Main : null : null,
        // "help 900 refugees who have left Mali": they fled, whatever is done for them.
        static (r, _, c) => c.Left is { Meaning.Class: VerbClass.Assisted or VerbClass.InNeed or VerbClass.Affected } && c.Relative
            ? c.NearFlow ?? (r.Moves(c.Near!) ? c.Near : null) : null,
        // "UNHCR gives 18,340 people displaced from the town": a count of them, where nothing is given to them.
        static (r, _, c) =>
            c.Left is { } given && r.S.SaysAny(given.At, "gives", "gave", "give") && !r.Tells(Cue.Supplies) && !r.Tells(Cue.Aid) ? c.NearFlow : null,
        // "its population of 9,000 was evacuated": what happened to all who lived there.
        static (r, q, c) => c.Left is { Meaning.Class: VerbClass.Population } && r.S.Says(c.Left.End - 1, "of") && c.Main is not null && IsFlow(c.Main)
            ? c.Main : null,
        // "already hosts 9,000 displaced people who had fled": those who are there. "received 9,000 who fled": who fled.
        static (r, q, c) => c.Left is { Meaning.Class: VerbClass.Arrive } taker && c.Near is { Meaning.Class: VerbClass.Move }
            ? VerbChain.Of(r.S, taker.At, r.Taken).Realis is Realis.Possible or Realis.Planned ? taker : c.Near : null,
        static (_, _, c) => c.Left is { Meaning.Class: VerbClass.Carry } && c.Main is not null && IsFlow(c.Main) ? c.Main : null,
        // "uprooted 500 people", whatever comes after; "drove 500 villagers back into the town": driven back.
        static (r, q, c) => c.Left is { } left ? r.Backward(q, left) : null,
        // "600 people displaced from Sake began to go home"
        static (r, q, c) => c.Main is { Meaning.Class: VerbClass.Back or VerbClass.ForcedBack } && c.Main != c.Near && r.SettledBefore(q, c)
            && !r.FledForLong(c) ? c.Main : null,
        // "300 families displaced by the flood are too scared to go back", "driven out in May, remain displaced": those who are away.
        static (r, q, c) => c.Near is { Meaning.Class: VerbClass.Move } && r.StillAway(c.Near) ? c.Near.As(VerbClass.Shelter, Term.Sheltered) : null,
        // "400 people displaced by a dispute that began in May have come back": behind a clause within their own.
        static (r, q, c) => c.Near is { Meaning.Class: VerbClass.Move } && c.Main is not { Meaning.Class: VerbClass.Back } ? r.ReturnBehind(q, c.Near) : null,
        // "300 people displaced by the flood sleep in the school", "still live in the school"
        static (r, q, c) => c.Near is { Meaning.Term: Term.Displaced or Term.Homeless } && !c.Relative
            && c.Main is { Meaning.Class: VerbClass.Shelter or VerbClass.Population } stay && stay != c.Near
            && (r.CampLike(stay.At, 10) || stay.Meaning.Class == VerbClass.Shelter && q.Noun is null && c.Near.At == q.CoreEnd)
            ? stay.Meaning.Class == VerbClass.Shelter ? stay : stay.As(VerbClass.Shelter, Term.Sheltered) : null,
        // "250 people who refused to leave were persuaded to board a bus"
        static (r, _, c) => c.Relative && c.NearFlow is { } refused && c.Beyond is { } did
            && (IsFlow(did) || did.Meaning.Class is VerbClass.Motion or VerbClass.Carry)
            && VerbChain.Of(r.S, refused.At, r.Taken).Realis is Realis.Negated ? did : null,
        // "180 families who had been sheltering in the mosque moved on": what they did in the end.
        static (r, q, c) => c.Near is { Meaning.Class: VerbClass.Shelter or VerbClass.Population }
            && c.Beyond is { Meaning: { Class: VerbClass.Move or VerbClass.Onward or VerbClass.Back or VerbClass.ForcedBack or VerbClass.Arrive
                or VerbClass.Carry, Form: not VerbForm.Noun } } left
            && r.Fits(q, left) ? left : null,
        // "600 of the residents who escaped are living in tents": the verb of those 600.
        static (r, q, c) =>
            (c.Relative || c.Near is not null && r.IsAdjectival(q, c.Near)) && r.S.Says(q.CoreEnd, "of") && q.End > q.CoreEnd + 1
                && c.Beyond is { Meaning.Form: not VerbForm.Noun } theirs
            && (IsFlow(theirs) || theirs.Meaning.Class == VerbClass.Shelter) ? theirs : null,
        // "have settled in the town after being displaced from a village": how they came there.
        static (r, _, c) => c.Main is { Meaning.Class: VerbClass.Shelter } settled && r.S.Says(settled.At, "settled")
            && r.S.Is(r.S.Says(settled.At - 1, "temporarily")
            ? settled.At - 2 : settled.At - 1, Tag.Have) ? r.AfterFlight(settled.End) : null,
        // "60 families fleeing the clashes arrived at the camp": where they got to.
        static (_, _, c) => !c.Relative && c.Near is { Meaning: { Class: VerbClass.Move, Form: VerbForm.Ing } }
            && c.Beyond is { Meaning: { Class: VerbClass.Arrive or VerbClass.Shelter or VerbClass.Back or VerbClass.Onward, Form: not VerbForm.Noun } } got
            ? got : null,
        static (_, _, c) => c.NearFlow,
        // "900 people were later evacuated": the main verb.
        static (_, _, c) => c.Main,
    ];

    private Governor? Chosen(Number n)
    {
        var c = n.Candidates;
        if (c.IsChosen) return c.Chosen;
        c.IsChosen = true;
        foreach (var choice in Choices)
            if (choice(this, n.Q, c) is { } governor) return c.Chosen = SentBack(governor) ?? governor;
        // "intercepted 40 families and marched them back": a verb that says nothing of their way.
        return c.Chosen = n.MayBePeople && n.Q.First > 0 && s.Has(LeadOf(n.Q) - 1, Cue.Catching) ? DoneToThem(n.Q.End) : null;
    }

    // "2,000 of whom | had fled", "640 of them | away"
    private int PastOfThem(Quantity q) => s.Says(q.End, "of") && s.Has(q.End + 1, Cue.OfThem) ? q.End + 2 : q.End;

    private int LeadOf(Quantity q) => s.Lead(q.First);

    private Candidates CandidatesOf(Number n)
    {
        var q = n.Q;
        var near = Near(q, out var relative);
        var c = new Candidates { Near = near, Relative = relative };
        // "600 out of 9,000 residents"
        var of = s.Says(q.CoreEnd, "out") ? q.CoreEnd + 1 : q.CoreEnd;
        var all = q.Noun is null && s.Says(of, "of") ? quantities.Find(x => x.First > of && x.First <= of + 5) : null;
        // "2,000 of whom had fled to the coast": the verb stands behind the pronoun.
        var behind = PastOfThem(q);
        c.Main = Right(q, near is not null && (relative || IsAdjectival(q, near)) ? near.End : behind) ?? near;
        if (c.Main is { } verb && OfAnother(q, verb)) c.Main = near;
        // "fighting between the two clans broke out": of another subject.
        if (!relative && s.Says(LeadOf(q) - 1, "between")) (c.Main, c.Near) = (null, null);
        if (all is not null) PartOfAll(q, all, c);
        c.Left = Left(q);
        // "with 300 more being taken out": the participle is their own.
        c.Bound = q.Noun is null && c.Near is null && !s.Says(q.End, "being") && s.Has(q.First - 1, Cue.Binding) && !Collective(q.First - 1);
        if (c.Bound) c.Main = null;
        // "Of 9,000 people displaced since May, 3,000 have returned": the main verb is that of the part.
        if (c.Near is not null && n.Index == 0 && s.Says(0, "of") && q.First <= 3) c.Main = c.Near;
        // "1,500 of the 9,000 who fled": the clause is of all of them.
        // "all of the 9,000 who fled have returned": told with all of them.
        var whole = LeadOf(q) - 1;
        if (n.Previous is { } previous && (s.Says(previous.CoreEnd, "of") || s.Says(previous.CoreEnd, "out") && s.Says(previous.CoreEnd + 1, "of"))
            && q.First - previous.CoreEnd <= 5 && (c.Near is not null || s.Says(previous.CoreEnd, "out"))) c.Main = c.Near;
        else if (c.Near is not null && s.Says(whole, "of") && s.SaysAny(whole - 1, "all", "most", "many", "some")
            && c.Main is { Meaning.Class: VerbClass.Back })
            c.Main = c.Near;
        return c;
    }

    // "the condition of the 20,000 civilians has reached a critical point": the verb is singular, and the number is not.
    private bool OfAnother(Quantity q, Governor verb)
    {
        var of = LeadOf(q) - 1;
        return q.Noun is not null && s.Says(of, "of") && s.SaysAny(verb.At - 1, "has", "was", "is") && !Collective(of) && !s.Is(of - 1, Tag.CountNoun)
            && !s.Has(of - 1, Cue.PartOf) && DeedOf(of) is null;
    }

    // "300 of the 2,000 people who tried to leave made it": the verb of the part stands after what all of them did.
    private void PartOfAll(Quantity q, Quantity all, Candidates c)
    {
        var done = Near(all, out var theirs) is { } deed
            && (theirs || IsAdjectival(all, deed) || deed.At == all.End && deed.Meaning is { Form: VerbForm.Phrase, Term: Term.ForcedToFlee }) ? deed : null;
        // Told with all of them, these do not count beside them.
        if (done is not null && (IsFlow(done) || done.Meaning.Class == VerbClass.Motion) && VerbChain.Of(s, done.At, taken).Realis == Realis.Asserted)
            q.Whole = all;
        if (done is not null && Right(all, done.End) is { } what)
        {
            (c.Main, c.Near) = (what, null);
            (q.Noun, q.End, q.NounAt) = (all.Noun, all.End, all.NounAt);
        }
        // "9,000 of the city's 1.2 million inhabitants have crossed": the verb stands after all of them.
        else if (all.Noun.IsHuman()) c.Main = Right(q, all.End);
    }

    // "settled in the town | after being displaced", "after fleeing the valley"
    private Governor? AfterFlight(int from)
    {
        for (var i = from; i < Math.Min(s.Count - 1, from + 12) && !s.IsMark(i); i++)
            if (s.Says(i, "after") && Predicate(s.SaysAny(i + 1, "being", "having") ? i + 2 : i + 1) is { Meaning.Class: VerbClass.Move } fled) return fled;
        return null;
    }

    private bool StillAway(Governor near)
    {
        for (var i = near.End; i < Math.Min(s.Count - 1, near.End + 20) && !s.IsMark(i); i++)
        {
            if (!s.SaysAny(i, "are", "were", "remain", "remains", "remained")) continue;
            var state = i + 1;
            while (s.Is(state, Tag.Adverb) || s.Says(state, "too")) state++;
            return !s.Is(i, Tag.Be) && s.SaysAny(state, "displaced", "uprooted", "homeless")
                || s.Has(state, Cue.Reluctant) && s.Says(state + 1, "to") && s.SaysAny(state + 2, "return", "go");
        }

        return false;
    }

    // The verb of a return whose subject can only be the number: one clause at most stands between, and none that is set off.
    private Governor? ReturnBehind(Quantity q, Governor near)
    {
        var clause = false;
        for (var i = near.End; i < Math.Min(s.Count, near.End + 20); i++)
        {
            if (s.IsMark(i) || s.SaysAny(i, "and", "but", "while", "where", "because", "who", "they")
                || quantities.Exists(x => x.First == i && x.Noun is not null && x.Noun.IsHuman()))
                return null;
            clause |= s.SaysAny(i, "that", "which", "when", "after");
            if (!clause || !s.Is(i, Tag.Have) || s.Is(i - 1, Tag.Pronoun)) continue;
            var verb = i + 1;
            while (s.Is(verb, Tag.Adverb)) verb++;
            if (s.SaysAny(i, "have", "had") && Predicate(verb) is { Meaning.Class: VerbClass.Back } home && Fits(q, home)) return home;
        }

        return null;
    }

    private Governor Backward(Quantity q, Governor left) => BackAfter(q, left) ? left.As(VerbClass.ForcedBack, Term.MultipleOrOther) : left;

    // "evacuated 300 people trapped by the flood", "900 people who were hit by the storm live in evacuation centres"; in "900 families affected,
    // 640 people evacuated" the verb is that of the next number.
    private Governor? Overruling(Candidates c)
    {
        if (c.Near is not { Meaning.Class: VerbClass.Trapped or VerbClass.Affected or VerbClass.InNeed } near) return null;
        if (c.Left is { Meaning: { Class: VerbClass.Move, Who: Who.Object } or { Class: VerbClass.Move, Form: VerbForm.Noun } }) return c.Left;
        return c.Main is { } main && main != near && !quantities.Exists(x => x.First > near.At && x.End == main.At && x.Noun.IsHuman())
            && (IsFlow(main) || main.Meaning.Class is VerbClass.Carry or VerbClass.Motion || main.Meaning.Class == VerbClass.Shelter && CampLike(main.At, 10))
            ? main : null;
    }

    // "who fled cannot go home yet": their flight is told, and nothing of a return.
    private bool FledForLong(Candidates c) =>
        c is { Relative: true, Near.Meaning.Class: VerbClass.Move }
            && s.Any(c.Main!.At - 7, c.Main.At, static (s, i) => s.Is(i, Tag.Modal) && s.Says(i + 1, "not"));

    // "displaced from Sake", "who fled": how they came; "are afraid to go home" is none of their going.
    private bool SettledBefore(Quantity q, Candidates c) =>
        c.Near is { } near && (c.Relative || near.Meaning.Term == Term.Displaced && IsAdjectival(q, near)
            && !s.Has(c.Main!.At - 2, Cue.Reluctant));
}
