using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Counting;

/// <summary>What governs a number from before it without taking it as an object: the noun of a deed, an order, the company or vehicle that its people go
/// with, what is given or laid out for them.</summary>
internal sealed partial class Roles
{
    // "evacuated | a total of 5,000", "a daily average of 5,000": the sum that a number is called.
    private int BeforeTotal(int end)
    {
        if (!s.Says(end - 1, "of") || !s.SaysAny(end - 2, "number", "total", "figure", "estimate", "minimum", "maximum", "average", "mean")) return end;
        end -= 2;
        while (end > 0 && (s.Is(end - 1, Tag.Determiner)
            || s.SaysAny(end - 1, "estimated", "combined", "large", "grand", "initial", "provisional", "overall", "daily", "weekly", "monthly")))
            end--;
        return end;
    }

    // "the displacement of about | 5,000", "a daily influx of | 1,000 people"
    private Governor? OfDeed(Quantity q, int end)
    {
        if (!s.Says(end - 1, "of") || DeedOf(end - 1) is not { } deed) return null;
        q.Per ??= Period.Each(s, deed.At - 1);
        return deed;
    }

    // "the displacement | of 500"
    private Governor? DeedOf(int of) =>
        s.VerbEndingAt(of, out var at) is { } noun && noun.Form.HasFlag(VerbForm.Noun) ? new Governor(noun, at, of - at) : DeedBefore(of);

    // "the return to Afghanistan | of 159 refugees", "the evacuation from Homs to Idlib | of 900 people": the deed stands before its places.
    private Governor? DeedBefore(int of)
    {
        if (s.Is(of - 1, Tag.PlaceNoun) || !s.IsWord(of - 1)) return null;
        for (var i = of - 1; i > Math.Max(0, of - 9); i--)
        {
            if (Predicate(i) is { } deed && deed.Meaning.Form.HasFlag(VerbForm.Noun) && i < of - 1)
                return IsFlow(deed) && (s.Is(i - 1, Tag.Determiner) || s.EndsWith(i - 1, "ed") || s[i - 1].Word is null) ? deed : null;
            if (!(s.IsWord(i) && (s[i].Capital || s.Is(i, Tag.Preposition | Tag.Determiner | Tag.PlaceNoun | Tag.Direction) || s.Says(i, "and"))))
                return null;
        }

        return null;
    }

    // "claimed the lives of | 900 people"
    private Governor? OfWhole(int end) =>
        s.Says(end - 1, "of") && s.SaysAny(end - 2, "most", "all", "lives", "deaths", "bodies", "killing", "caseload")
            && s.VerbEndingAt(end, out var at) is { } phrase ? new Governor(phrase, at, end - at) : null;

    // "an exodus that included | 700 families", "the evacuation of Sanda involved | 900 people": the deed is told of its people.
    private Governor? DeedIncluding(int verb)
    {
        if (!s.SaysAny(verb, "included", "involved", "comprised", "numbered", "concerned", "involving")) return null;
        for (var i = verb - 1; i >= Math.Max(0, verb - 8) && s.IsWord(i) && !s.Is(i, Tag.Be) && !s.Is(i, Tag.Have); i--)
            if (Predicate(i) is { Meaning.Form: VerbForm.Noun } deed && IsFlow(deed)) return deed;
        return null;
    }

    // "an evacuation order covers | 30,000 residents", "the evacuation warning was issued to": the deed is ordered.
    private Governor? OrderOver(int verb)
    {
        if (!s.Has(verb, Cue.Covering)) return null;
        for (var i = verb - 1; i >= Math.Max(0, verb - 14) && !s.IsMark(i, ';'); i--)
            if (s.Has(i, Cue.Orders) && s.Verb(i - 1) is { Class: VerbClass.Move, Form: VerbForm.Noun } deed) return new Governor(deed, i - 1, 1);
        return null;
    }

    // "emptied that village of | its 1,450 inhabitants"
    private Governor? Emptied(int of)
    {
        if (!s.Says(of, "of")) return null;
        for (var i = of - 1; i > Math.Max(0, of - 8) && !s.IsMark(i); i--)
            if (s.Has(i, Cue.Emptying)) return Governor.Of(VerbClass.Move, Term.Displaced, Who.Object, i);
            // "burned down the homes of 900 people"
            else if (s.SaysAny(of - 1, "homes", "houses", "dwellings")
                && (s.Verb(i) is { Class: VerbClass.HousingDestroyed } || s.SaysAny(i, "took", "claimed", "cost")))
                return Governor.Of(VerbClass.Move, Term.Homeless, Who.Object, i);
        return null;
    }

    // "the train from Pokrovsk left with | 187 people", "then with | 1,198 people"; "fled to the berm with | 25 others"
    private Governor? GoingWith(Quantity q, int with) =>
        s.Says(with, "with") && (q.Noun is null || q.Noun.IsHuman()) ? With(q, with) : null;

    // People who are aboard what sets out, or who go with somebody.
    private Governor? With(Quantity q, int with)
    {
        // "the town fled, with 1,000 families remaining": a clause of its own.
        if (Near(q, out _) is { Meaning.Form: VerbForm.Phrase or VerbForm.Ing }) return null;
        var deed = -1;
        if (quantities.Exists(x => x.First < q.First && x.Noun is UnitClass.Staff)) return null;
        for (var i = with - 1; i >= Math.Max(0, with - 24) && !s.IsMark(i, ';'); i--)
        {
            if (deed < 0 && SetsOut(i)) deed = i;
            if (IsVehicle(i) && i < deed) return OfOwnWill() ? null : Carrying(deed);
        }

        // "a boat with 86 people from the delta | docked on Sunday"
        var aboard = with - 1;
        while (aboard > 0 && with - aboard < 4 && !IsVehicle(aboard) && !s.IsMark(aboard)) aboard--;
        for (var i = q.End; IsVehicle(aboard) && i < Math.Min(s.Count, q.End + 9) && !s.IsMark(i); i++)
            if (SetsOut(i)) return OfOwnWill() ? null : Carrying(i);
        return deed >= 0 && (s.Has(q.NounAt, Cue.Company) || s.SaysAny(with - 1, "along", "together")) && Predicate(deed) is { } verb && !OfOwnWill()
            ? verb with { Meaning = verb.Meaning with { Class = VerbClass.Move, Who = Who.Object } } : null;
    }

    // "the boat left with 36 people" took them out, "arrived with 36 people" brought them.
    private Governor Carrying(int deed) =>
        s.SaysAny(deed, "arrived", "docked", "landed", "moored", "berthed") ? Governor.Of(VerbClass.Arrive, Term.Displaced, Who.Both, deed)
            : Governor.Of(VerbClass.Move, Term.Evacuated, Who.Object, deed);

    private bool SetsOut(int i) => s.Has(i, Cue.SettingOut)
        || Predicate(i) is { Meaning: { Class: VerbClass.Move or VerbClass.Motion or VerbClass.Arrive, Who: Who.Subject,
            Form: not VerbForm.Noun and not VerbForm.Phrase } };

    private bool IsVehicle(int i) => s.Has(i, Cue.Vehicle);

    // "a camp for | 18,000 people was opened": its size.
    private Governor? CampFor(int to) =>
        s.Says(to, "for") && IsCamp(to - 1) ? new Governor(new VerbMeaning(VerbClass.Capacity), to - 1, 1) : null;

    // "arranged the return for | 42 refugees"
    private Governor? ReturnFor(int to) =>
        s.Says(to, "for") && s.VerbEndingAt(s.Is(to - 1, TokenKind.Quote) ? to - 1 : to, out var at) is { Class: VerbClass.Back } back
            && back.Form.HasFlag(VerbForm.Noun) ? new Governor(back, at, 1) : null;

    // "tents for", "aid to", "food for", "support to": things for people.
    private Governor? AidFor(int to)
    {
        if (!s.Has(to, Cue.For)) return null;
        for (var i = to - 1; i >= 0 && to - i < 7 && !s.IsMark(i); i--)
        {
            if (s.Verb(i) is { Class: VerbClass.Assisted } assisted) return new Governor(assisted, i, 1);
            if (s.Unit(i)?.Class == UnitClass.Goods || s.Has(i, Cue.Aid))
                return new Governor(new VerbMeaning(s.Has(i, Cue.Room) ? VerbClass.Capacity : VerbClass.Assisted), i, 1);
            if (s.Is(i, Tag.CountNoun | Tag.Be)) break;
        }

        return null;
    }

    private Draft? SoDid(Quantity q)
    {
        var did = LeadOf(q) - 1;
        if (!s.SaysAny(did, "did", "have", "had") || !s.SaysAny(did - 1, "so", "as") || q.Noun is not null && !q.Noun.IsHuman()) return null;
        for (var i = did - 2; i >= 0; i--)
            if (Predicate(i) is { Meaning.Form: not VerbForm.Noun } deed && (IsFlow(deed) || Moves(deed))) return Governed(new Number(this, q, 0), deed);
        return null;
    }

    private Draft? DeedBefore(Quantity q)
    {
        for (var i = q.First - 2; i >= Math.Max(0, q.First - 16) && !s.IsMark(i, ';'); i--)
            if (Predicate(i) is { } deed && IsFlow(deed)) return Told(q, deed, i, 0.7);
        return null;
    }

    private Draft? NoneMoved(Quantity q)
    {
        for (var i = 0; i < s.Count; i++)
            if (Predicate(i) is { Meaning: { Class: VerbClass.Move or VerbClass.Arrive, Form: not VerbForm.Noun } } deed)
                return Told(q, deed, -1, 0.6);
        return null;
    }
}
