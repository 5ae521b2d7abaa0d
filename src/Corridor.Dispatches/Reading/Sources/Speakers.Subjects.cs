using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Sources;

/// <summary>Whose speech a verb tells: the noun phrase before it, past appositions and relative clauses, or after it where the quotation comes first.</summary>
internal sealed partial class Speakers
{
    // The noun phrase before the verb, back over an apposition: "X, head of the UN mission, said".
    private Attribution? Subject(int start, int verb, out bool inverted)
    {
        inverted = false;
        var end = BeforeDashes(start, verb);
        var edge = end;
        for (var commas = 0; commas < 4; commas++)
        {
            var from = edge - 1;
            while (from >= start && !Bounds(from)) from--;
            if (from + 1 == edge && commas == 0)
            {
                inverted = !s.IsMark(from, ',') || from <= start || Follows(verb);
                if (inverted) return null;
                // "A resident, 51, said that": the comma closes an insertion.
                edge = from;
                continue;
            }

            if (IsInsertion(start, from, edge))
            {
                if (NamedBefore(start, from, edge) is { } named) return named;
                if (!s.SaysAny(from + 1, "a", "an", "the", "one"))
                {
                    // "The governor, speaking on local radio, put": whoever is named in the insertion does not speak.
                    (end, edge, commas) = (from, from, -1);
                    continue;
                }
            }

            // "The coast guard, as of 16 May, reported": past the day.
            if (from > start && s.Says(from, "as") && s.Says(from + 1, "of") && s.IsMark(from - 1, ',') && s.IsMark(edge, ','))
            {
                (end, edge, commas) = (from - 1, from - 1, -1);
                continue;
            }

            // "IOM, which | as of Monday had logged"
            if (from - 2 > start && s.Says(from, "as") && s.Says(from + 1, "of") && s.SaysAny(from - 1, "which", "who") && s.IsMark(from - 2, ','))
            {
                (end, edge, commas) = (from - 2, from - 2, -1);
                continue;
            }

            if (commas > 0 && HasVerb(from + 1, edge)) break;
            if ((commas == 0 ? OfPhrase(from + 1, end, verb) : OfApposition(from + 1, end, edge)) is { } found) return found;
            if (!s.IsMark(from, ',')) break;
            edge = from;
        }

        return Told(start, verb);
    }

    // "The board | – a body of the state – has registered": before what stands between dashes.
    private int BeforeDashes(int start, int verb)
    {
        var dash = Helped(verb);
        for (var open = dash - 1; s.IsDash(dash) && open > start; open--)
            if (s.IsDash(open)) return open;
        return verb;
    }

    private bool IsInsertion(int start, int from, int edge) =>
        from > start && s.IsMark(from, ',') && s.IsMark(edge, ',') && (s.Has(from + 1, Cue.Apposed) || s.Is(from + 1, Tag.Preposition));

    // "The Observatory |, which monitors the war from Britain, said"; "the Response Group |, a relief body in the north, said"
    private Attribution? NamedBefore(int start, int from, int edge) =>
        bodies.Called(start, from, edge) ?? bodies.Named(start, from)
            ?? (s.SaysAny(from + 1, "which", "who", "whose") ? bodies.Before(start, from) : null);

    private Attribution? OfPhrase(int from, int end, int verb) =>
        OfTwo(from, end) ?? Beside(from, end) ?? bodies.Known(from, end) ?? bodies.Before(from, end) ?? Country(end) ?? Group(from, verb);

    // "it | and the government had registered": of two the first.
    private Attribution? OfTwo(int from, int end)
    {
        for (var i = from; i < end; i++)
            if (s.SaysAny(i, "it", "they") && s.Says(i + 1, "and") && Pronoun(i) is { } first) return first;
        return null;
    }

    // "the head of the relief department |, X Y, told"
    private Attribution? OfApposition(int from, int end, int edge) =>
        Beside(from, end) ?? bodies.Known(from, end)
            ?? (s.IsCapital(edge + 1) && s.IsCapital(edge + 2) && !s.Is(edge + 2, Tag.PlaceNoun) && !s[from].Capital ? bodies.Before(from, edge) : null);

    // Where a noun phrase can begin; "the Ministry of Water, Energy and Irrigation" is one.
    private bool Bounds(int i) =>
        s.IsMark(i, ',') && !bodies.Lists(i) || s[i].Kind == TokenKind.Quote || s.IsMark(i, ':') || s.SaysAny(i, "but", "while", "although", "as", "that");

    // '"...", said | the mayor': who speaks stands behind the verb.
    private bool Follows(int verb)
    {
        if (s.SaysAny(verb, "told", "tells", "put", "puts") || s.Is(verb, Tag.Counting)) return false;
        var named = s.IsCapital(verb + 1) && !s.Is(verb + 1, Tag.Weekday);
        if (!named && Tells(verb + 1)) return false;
        return named || s.Is(verb + 1, Tag.Source) || Plural(verb + 1) is not null
            || s.Is(verb + 1, Tag.Determiner) && !s.SaysAny(verb + 1, "that", "his", "her", "its", "their")
            // "wrote | an open letter": nobody.
            && (s.SaysAny(verb, "said", "says") || s.Any(verb + 2, verb + 6, static (s, i) => s.Is(i, Tag.Source | Tag.Body)));
    }

    // "said | the rebels captured the town": a clause of its own, and no speaker.
    private bool Tells(int from)
    {
        for (var i = from + 1; i < from + 6 && s.IsWord(i) && !s.Is(i, Tag.Preposition) && !s.Is(i, Tag.Conjunction); i++)
            if (s.Is(i, Tag.Auxiliaries)
                || (s.Verb(i) ?? s.Find(i, Tag.Act)) is { Form: var form } && form.HasFlag(VerbForm.Past)) return true;
        return false;
    }

    // A clause of its own is no apposition.
    private bool HasVerb(int from, int end)
    {
        for (var i = from; i < end; i++)
            if (s.Is(i, Tag.Be | Tag.Modal) || s.Verb(i) is { } p && p.Form.HasFlag(VerbForm.Past)) return true;
        return false;
    }

    // "Residents near the UNHCR compound said": whoever they stand beside does not speak.
    private Attribution? Beside(int from, int end)
    {
        for (var i = from + 1; i < end; i++)
            // "Volunteers | feeding uprooted farmers | said": whoever they help does not speak.
            if (s.EndsWith(i, "ing") && !s[i].Capital && s.EndsWith(i - 1, "s") && s.IsWord(i + 1))
                return bodies.Known(from, i) ?? bodies.Before(from, i) ?? Group(from, i);
            else if (s.SaysAny(i, "in", "at", "near", "outside", "inside", "behind", "beside", "around", "under"))
                return bodies.Known(from, i) is { Type: SourceType.Witness } heads ? heads : null;
        return null;
    }

    // Who speaks where no body is named in the clause of the verb.
    private Attribution? Told(int start, int verb)
    {
        if ((Pronoun(Helped(verb)) ?? bodies.Before(start, verb)) is { } told) return told;
        // "a spokesman said", "spokesman X Y said": of the body that is told of.
        for (var i = verb - 1; i > Math.Max(start - 1, verb - 5) && s.IsWord(i); i--)
            if (s.Has(i, Cue.Spokesman))
                return (context.Before.Subject ?? context.LastBody) is { Type: not (SourceType.Witness or SourceType.Media) } body ? body
                    : new Attribution(s.Words(i, i + 1).ToLowerInvariant(), SourceType.Unknown);
        // "people in Panjshir said", "a source said"
        for (var i = verb - 1; i > Math.Max(start - 1, verb - 6) && !s.IsMark(i); i--)
        {
            if (s.Says(i, "people") && s.SaysAny(i + 1, "in", "from", "there", "at") && !s.IsNumber(i - 1))
                return new Attribution("people", SourceType.Witness);
            if (Unnamed(i, verb) is { } unnamed) return unnamed;
        }

        // "The self-defence units said"
        if (s.Is(verb - 1, Tag.Actor) && s.EndsWith(verb - 1, "s"))
        {
            var first = verb - 1;
            while (first > start && verb - first < 4 && s.IsWord(first - 1) && !s.IsSmall(first - 1) && !s.Is(first - 1, Tag.Cardinal)) first--;
            if (s.Is(first - 1, Tag.Determiner)) return new Attribution(s.Words(first, verb), SourceType.ArmedActor);
        }

        // "a rebel negotiator said": one of them.
        var one = s.IsWord(verb - 1) && !s[verb - 1].Capital && !s.IsSmall(verb - 1) && s.Is(verb - 3, Tag.Determiner);
        if (one && (s.Is(verb - 2, Tag.Actor) || s.Says(verb - 2, "rebel"))) return new Attribution(s.Words(verb - 2, verb), SourceType.ArmedActor);
        return Private(verb - 1);
    }

    // '"...," said a spokeswoman for the agency | in Geneva on Friday': up to what no longer tells who speaks.
    private Attribution? Inverted(int from, int end)
    {
        var stop = from;
        while (stop < Math.Min(end, from + 16) && s[stop].Kind != TokenKind.Quote && !s.Has(stop, Cue.AfterSpeaker)) stop++;
        return bodies.Known(from, stop) ?? bodies.After(from, Math.Min(stop, from + 7)) ?? Private(from)
            ?? (Plural(from) is { } last ? new Attribution(s.Words(from, last), SourceType.Witness) : null);
    }

    // "say | dock workers,": a group that no table knows, told after its verb; the token after it.
    private int? Plural(int from)
    {
        for (var i = from; i < from + 3 && s.IsWord(i) && !s.IsSmall(i); i++)
        {
            if (s.Verb(i) is { Form: not VerbForm.Noun }) return null;
            if (s.EndsWith(i, "s") && s.IsMark(i + 1) && !s[i].Capital) return i + 1;
        }

        return null;
    }

    // "a source", "sources in the region": somebody who is not to be known.
    private Attribution? Unnamed(int i, int verb)
    {
        if (!s.SaysAny(i, "source", "sources")) return null;
        // "sources in the region": no name tells where.
        var end = s.Is(i + 1, Tag.Preposition) && !s.Any(i + 1, verb, static (s, k) => s[k].Capital) ? Helped(verb) + 1 : i + 1;
        return new Attribution(s.Words(i, end), SourceType.Unknown);
    }

    // ", drivers said", ", two shepherds who saw them said": a group that no table knows, in the plural and without a name.
    private Attribution? Group(int from, int verb)
    {
        for (var i = from + 1; i < verb && i < from + 4; i++)
            if (s.Says(i, "who")) verb = i;
        if (from > 0 && !s.IsMark(from - 1, ',') && !s.IsMark(from - 1, ';')) return null;
        if (s.Is(from, Tag.Cardinal)) from++;
        if (verb - from is < 1 or > 3 || !s.EndsWith(verb - 1, "s") && !s.Says(verb - 1, "staff") || s.SaysAny(verb - 1, "reports", "sources")) return null;
        // "Ecologists said" begins the sentence; "Karsa's neighbours" is a name.
        if (s[verb - 1].Capital && !(verb == 1 && s.EndsWith(0, "ists"))) return null;
        for (var i = from; i < verb; i++)
            if (!s.IsWord(i) || s.IsSmall(i)) return null;
        return new Attribution(s.Words(from, verb), s.Is(verb - 1, Tag.Actor) ? SourceType.ArmedActor : SourceType.Witness);
    }

    // The token before the verb and what helps it: "he | has now | said", "they | are | reporting".
    private int Helped(int verb)
    {
        var i = verb - 1;
        while (i > 0 && (s.Is(i, Tag.Have | Tag.Adverb) || i == verb - 1 && s.Is(i, Tag.Be))) i--;
        return i;
    }

    private Attribution? Pronoun(int i)
    {
        if (!s.SaysAny(i, "he", "she", "they", "it")) return null;
        // "M23 gave them 72 hours; it claims": the subject that opens the sentence, before who spoke last.
        var thing = s.SaysAny(i, "it", "they");
        for (var k = 0; thing && i > 1 && k < 2; k++)
            if (s.Find(k, Tag.Source, out var length) is { } subject && (k == 0 || s.Is(0, Tag.Determiner))) return bodies.Describe(k, length, subject);
        if (voices.FindLast(v => !v.Data && v.At < i) is { } spoke) return spoke.Attribution;
        // "640 people fled, saying they feared": those who fled.
        if (s.Says(i, "they")
            && s.Any(Math.Max(0, i - 14), i, static (s, k) => s.IsNumber(k) && s.IsHuman(k + 1))) return null;
        return (thing ? context.Before.Subject : null) ?? context.LastSpeaker;
    }

    // "the council said" after "the Norwegian Refugee Council": the body named before, by its last word; "its head said" by none.
    private Attribution? Again(Attribution? found, int verb)
    {
        var i = Helped(verb);
        var here = bodies.Known(0, Math.Max(0, verb - 2));
        // "The ministry received 850, its minister said": the body of the sentence before any earlier one.
        var body = here is { Type: not SourceType.Witness } ? here : context.LastBody;
        if (s.SaysAny(i - 1, "its", "their") && s.Has(i, Cue.OfBody) && body is { Type: not SourceType.Witness }) return body;
        // "The Relief Council opened a camp there, the group said" after "the group".
        var told = context.LastBody is { } before && before.Name != found?.Name ? before : here ?? context.LastBody;
        if (told is not { Name: { } last, Type: not SourceType.Witness } speaker) return found;
        if (!s.Says(i - 1, "the") || found?.Name is not { } name || name.Contains(' ', StringComparison.Ordinal)) return found;
        var same = last.EndsWith(name, StringComparison.OrdinalIgnoreCase)
            || s.SaysAny(i, "agency", "office", "organisation", "organization", "body", "charity", "group", "ngo");
        return same ? speaker : found;
    }

    // "Turkey claimed", "Baghdad says": a country speaks through its government.
    private Attribution? Country(int verb)
    {
        var end = Helped(verb) + 1;
        return bodies.State(0, end) is { Name.Length: var length } state && !s.Is(FirstOf(end, length), Tag.Preposition) ? state : null;

        // The token before a name of so many letters.
        int FirstOf(int after, int letters)
        {
            var first = after - 1;
            while (first > 0 && s[after - 1].End - s[first].Start < letters) first--;
            return first - 1;
        }
    }

    // A name that no table knows: whoever holds an office told before, else the body that spoke last, else a witness; "the centre at Tal Tamr" is a place.
    private Attribution? Private(int at)
    {
        if (!s.IsWord(at)) return null;
        if (context.Holders.TryGetValue(bodies.LastName(at), out var office)) return office;
        if (at < 1 || !s[at].Capital || s.Is(at, NoPerson) || s.IsSmall(at)) return null;
        var first = at;
        while (s.IsCapital(first) && first > 0) first--;
        if (s.Is(first, Tag.Preposition)) return null;
        // '"...", said Dobson': who is called by one name was told of before.
        var known = s.IsSmall(at - 1) || s.Is(at - 1, Tag.Speech) && !s.IsCapital(at + 1);
        return context.LastSpeaker is { Type: not SourceType.Witness } last && known ? last
            : bodies.Proper(at + 1) ?? new Attribution("witness", SourceType.Witness);
    }

    private const Tag NoPerson = Tag.Country | Tag.Weekday | Tag.Month;
}
