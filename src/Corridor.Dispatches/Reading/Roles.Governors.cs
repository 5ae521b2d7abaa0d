using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>The word that governs a number: right after its noun, before it, or further on in the clause.</summary>
internal sealed partial class Roles
{
    // The word right after the noun: "displaced", "who fled", "trapped in".
    private Governor? Near(Quantity q, out bool viaRelative)
    {
        // Asked several times of the same number.
        if (_nearOf == q && _nearEnd == q.End)
        {
            viaRelative = _nearRelative;
            return _near;
        }

        _near = FindNear(q, out viaRelative);
        (_nearOf, _nearEnd, _nearRelative) = (q, q.End, viaRelative);
        return _near;
    }

    private Quantity? _nearOf;
    private int _nearEnd;
    private Governor? _near;
    private bool _nearRelative;

    private Governor? FindNear(Quantity q, out bool viaRelative)
    {
        viaRelative = false;
        var i = q.End;
        // 'estimate of "about 34,000" displaced'
        if (i < s.Count && s[i].Kind == TokenKind.Quote && s.Is(i + 1, Tag.Predicate) && q.First > 0 && s[q.First - 1].Kind == TokenKind.Quote) i++;
        if (s.IsMark(i, ',') && s.SaysAny(i + 1, "who", "displaced", "fleeing")) i++;
        // "11,400 people – mostly women and children – who fled"
        if (s.IsMark(i, '–') || s.IsMark(i, '—') || s.IsMark(i, ',') && s.SaysAny(i + 1, "mostly", "mainly", "most", "many", "including", "largely", "chiefly", "nearly"))
            for (var k = i + 2; k < Math.Min(s.Count - 1, i + 12); k++)
                if (s.IsMark(k))
                {
                    if (s.SaysAny(k + 1, "who", "that")) i = k + 1;
                    break;
                }


        if (PastPlace(i) is { } relative) i = relative;
        // "one of 14,000 people to have fled"
        if (s.Says(i, "to") && s.Says(i + 1, "have"))
        {
            viaRelative = true;
            i += 2;
        }

        if (s.SaysAny(i, "who", "that", "whom"))
        {
            viaRelative = true;
            i++;
        }

        var steps = 0;
        while (steps++ < 5 && i < s.Count && (s.Is(i, Tag.Be) || s.Is(i, Tag.Have) || s.Is(i, Tag.Adverb) || s.Is(i, Tag.Get) || (viaRelative && (s.Is(i, Tag.Possible) || s.Is(i, Tag.Attempted) || s.Says(i, "to") || s.Says(i, "managed") || s.Is(i, Tag.Control) || s.Is(i, Tag.Catenative))) || s.EndsWith(i, "ly")) && s.Find(i, Tag.Predicate) is null)
        {
            if (!viaRelative && (s.Is(i, Tag.Be) || s.Is(i, Tag.Have))) return null;
            i++;
        }

        if (Predicate(i) is not { } found || !Fits(q, found)) { viaRelative = false; return null; }
        if (!viaRelative && found.Meaning.Form == VerbForm.Noun) return null;
        return found;
    }

    // "20,000 inhabitants of Tal Afar | who ran for the hills"
    private int? PastPlace(int i)
    {
        if (!s.SaysAny(i, "of", "from", "in")) return null;
        for (var k = i + 1; k < Math.Min(s.Count, i + 9); k++)
        {
            if (s.SaysAny(k, "who", "whom")) return k;
            if (!(s.IsWord(k) && (s[k].Capital || s.Is(k, Tag.Preposition) || s.Is(k, Tag.Determiner) || s.Is(k, Tag.PlaceNoun) || s.Is(k, Tag.Direction) || s.Says(k, "and")))) return null;
        }

        return null;
    }

    // "Those who fled Manbij, 17,000 at the last count, may not go home", "more Hindus than before came over, 440, against 90", "half the town has
    // moved into the olive groves, some 11,000 people": put beside a clause that has no other number of people.
    private Governor? Apposed(Quantity q)
    {
        var comma = q.First - 1;
        while (s.Is(comma, Tag.Approximately)) comma--;
        if (!s.IsMark(comma, ',') || q.Value is not >= 10 || q.Per is not null || q.Noun is not null && !Noun.IsHuman(q.Noun) || quantities.Exists(x => x.First < q.First && (Noun.IsHuman(x.Noun) || x.Role == "figure" || x.Noun is null && x.Role is null or "other"))) return null;
        var whole = q.End >= s.Count || s.IsMark(q.End) || s.Says(q.End, "in") && s.SaysAny(q.End + 1, "all", "total") || s.Says(q.End, "at") && s.SaysAny(q.End + 1, "the", "last");
        for (var i = comma - 1; whole && i >= Math.Max(1, comma - 16) && !s.IsMark(i); i--)
        {
            if (s.Is(i, Tag.Negation) || s.Is(i, Tag.Modal)) return null;
            if (Predicate(i) is not { Meaning.Form: not VerbForm.Noun } told) continue;
            return IsFlow(told) || told.Meaning.Name == "motion" && Path(told) ? told : null;
        }

        return null;
    }

    // "forced [120 families heading for X] to go back", "told them to": who makes others do it names the deed after them.
    private Governor? Complement(Quantity q)
    {
        var end = q.First;
        while (end > 0 && (s.Is(end - 1, Tag.Determiner) || s.SaysAny(end - 1, "only", "just") || s.EndingAt(end, Tag.Further, out _) is not null)) end--;
        // "told everyone near the plant, about 170,000 people, to leave": the number is put beside those who are told.
        if (s.IsMark(end - 1, ',') && s.IsMark(q.End, ','))
            for (var link = q.End + 1; link < Math.Min(s.Count, q.End + 5); link++)
                if (s.Says(link, "to") && Predicate(link + 1) is { } deed && IsFlow(deed) && deed.Meaning.Form.HasFlag(VerbForm.Base))
                    for (var i = end - 2; i >= Math.Max(0, end - 16); i--)
                        if (s.Is(i, Tag.Control) || s.SaysAny(i, "gave", "gives", "give", "given")) return deed;
        // "has cost 34,000 people their homes"
        if (s.SaysAny(end - 1, "cost", "costs", "costing", "robbed") && s.SaysAny(s.Says(q.End, "of") ? q.End + 1 : q.End, "their", "the") && s.SaysAny(s.Says(q.End, "of") ? q.End + 2 : q.End + 1, "homes", "home", "houses", "roof", "roofs")) return new Governor(new Meaning(Tag.Predicate, "move", "homeless", "object", VerbForm.Past), end - 1, 1);
        if (s.SaysAny(end - 1, "put", "putting") && s.Says(q.End, "to") && s.Says(q.End + 1, "flight")) return new Governor(new Meaning(Tag.Predicate, "move", "forced_to_flee", "object", VerbForm.Past), end - 1, 1);
        // "gave 1,000 families until Friday to quit their farms"
        if (s.SaysAny(end - 1, "gave", "gives", "give", "given"))
            for (var link = q.End; link < Math.Min(s.Count, q.End + 9) && !s.IsMark(link); link++)
                if (s.Says(link, "to") && Predicate(link + 1) is { } exit && IsFlow(exit) && exit.Meaning.Form.HasFlag(VerbForm.Base)) return exit;
        if (s.EndingAt(end, Tag.Control, out var at) is not { } control || s.Is(at - 1, Tag.Determiner)) return null;
        // "wants 60,000 people taken over the river"
        if (s.SaysAny(at, "want", "wants", "wanted", "ordered", "orders") && s.SaysAny(q.End, "taken", "moved", "brought", "evacuated", "removed", "out")) return new Governor(new Meaning(Tag.Predicate, "move", "evacuated", "object"), q.End, 1);
        // "ordered 4,000 people out of the camp"
        if (control.Name == "planned" && s.SaysAny(q.End, "out", "off", "away") && s.SaysAny(q.End + 1, "of", "from", "by")) return new Governor(new Meaning(Tag.Predicate, "move", "evacuated", "object"), q.End, 1);
        var running = s.SaysAny(at, "send", "sent", "sending", "sends", "see", "saw", "seen", "keep", "kept", "set");
        for (var i = q.End; i < Math.Min(s.Count, q.End + 16) && !s.IsMark(i, ';'); i++)
        {
            if (s.Is(i, Tag.Have) || s.Is(i, Tag.Modal) || s.Is(i, Tag.Speech)) return null;
            if (Predicate(i) is not { } found || !Fits(q, found)) continue;
            if (i == q.End && found.Meaning.Name is "shelter" or "population") continue;
            if (i == q.End && found.Meaning.Form == VerbForm.Phrase) return null;
            // "let 250 people go": dismissed.
            if (s.Says(i, "go") && s.SaysAny(at, "let", "lets", "letting"))
            {
                q.Role = "other";
                return null;
            }


            var linked = s.Says(i - 1, "to") || (s.Says(i - 1, "be") && s.Says(i - 2, "to")) || (control.Name == "negated" && s.Says(i - 1, "from"));
            var bare = (i == q.End || s.IsMark(i - 1, ',')) && found.Meaning.Form.HasFlag(VerbForm.Base) && s.SaysAny(at, "help", "helped", "helping", "let", "made", "make", "see", "saw", "seen", "watched", "letting", "lets");
            linked |= s.Says(i - 1, "in") && found.Meaning.Form.HasFlag(VerbForm.Ing) && s.SaysAny(at, "assist", "assisted", "assists", "assisting", "help", "helped", "helping", "aid", "aided");
            if (linked || bare || (running && i == q.End && found.Meaning.Form.HasFlag(VerbForm.Ing))) return found;
        }

        return null;
    }

    // "forced to go back", "made them return".
    private bool Driven(Governor g)
    {
        for (var i = g.At - 1; i >= Math.Max(0, g.At - 16); i--)
        {
            if (s.IsMark(i, ';') || s.SaysAny(i, "after", "who", "because", "since")) return false;
            if (s.SaysAny(i, "forced", "forcing", "force", "compelled", "compelling", "made", "coerced", "forcibly", "obliged") && (s.Says(g.At - 1, "to") || s.Is(g.At - 1, Tag.Be) || s.SaysAny(i, "made", "forcibly"))) return true;
        }

        return false;
    }

    private Governor? Predicate(int i)
    {
        if (i >= s.Count) return null;
        if (s.Find(i, Tag.Predicate, out var length) is { } meaning) return taken[i] ? null : new Governor(meaning, i, length);
        return ByWay(i);
    }

    // Any verb is one of motion with a way behind it: "scuttled out of the quarter", "filed past the checkpoint", "stepped back into Afghanistan".
    private Governor? ByWay(int i)
    {
        // Asked of nearly every word: its last letters settle most of it.
        var word = s.Chars(i);
        if (word.Length < 4 || !(word.EndsWith("ed", StringComparison.Ordinal) || word is "swam" or "rode" or "crept" or "strode" or "drove") || i + 3 >= s.Count) return null;
        if (s[i].Word is { } known && (known.Has(Tag.Speech) || known.Has(Tag.Preposition) || known.Has(Tag.Adverb) || known.Has(Tag.Control))) return null;
        var place = s[i + 3].Capital || s.Is(i + 3, Tag.Determiner);
        if (place && s.Says(i + 1, "back") && s.SaysAny(i + 2, "to", "into", "across", "over")) return new Governor(new Meaning(Tag.Predicate, "back", "returns", "subject", VerbForm.Past), i, 2);
        if (place && s.IsWord(i + 3) && (s.Says(i + 1, "out") && s.Says(i + 2, "of") || s.Says(i + 1, "away") && s.Says(i + 2, "from")) || Way(i)) return new Governor(new Meaning(Tag.Predicate, "motion", "displaced", "subject", VerbForm.Past), i, 2);
        return null;
    }

    // "slipped | over the ridge", "passed | the bridge"
    private bool Way(int i)
    {
        if (!s.SaysAny(i + 1, "over", "across", "past", "through", "down", "along", "into") && !s.Says(i, "passed")) return false;
        for (var k = i + 2; k < Math.Min(s.Count, i + 6) && !s.IsMark(k); k++)
            if (s.SaysAny(k, "river", "border", "frontier", "ridge", "hills", "lines", "line", "checkpoint", "checkpoints", "bridge", "mountain", "mountains", "valley", "fence", "wire", "berm", "front", "desert", "lake", "strait", "fields", "forest", "pass", "marshes", "swamps", "crossing", "gate")) return true;
        return false;
    }

    // The verb or "noun of" that takes the number as its object.
    private Governor? Left(Quantity q)
    {
        var end = q.First;
        for (var steps = 0; steps < 6 && end > 0; steps++)
        {
            // "displacing for a second time 2,150 people"
            if (s.Says(end - 1, "time") && s.SaysAny(end - 2, "second", "third", "first", "fourth") && s.Says(end - 4, "for")) end -= 4;
            if (s.EndingAt(end, Tag.Predicate, out var verbAt) is not null && end - verbAt > 1) break;
            if (s.EndingAt(end, Tag.Further, out var first) is not null) end = first;
            else if (s.EndingAt(end, Tag.Approximately, out first) is not null) end = first;
            else if (s.Is(end - 1, Tag.Determiner) || s.SaysAny(end - 1, "only", "just", "also", "already", "some", "out", "away", "now", "remaining", "last", "first", "another", "\"")) end--;
            else break;
        }

        if (end <= 0) return null;
        if (s.SaysAny(end - 1, "losing", "loses") && s.SaysAny(q.NounAt, "inhabitants", "residents") && q.End > q.CoreEnd || s.SaysAny(end - 1, "lost", "shed", "lose", "losing") && s.Says(q.CoreEnd, "of") && s.SaysAny(q.CoreEnd + 1, "its", "their") && OfPlace(end - 1)) return new Governor(new Meaning(Tag.Predicate, "move", "displaced", "object", VerbForm.Past), end - 1, 1);
        if (Split(q, end - 1) is { } split) return split;
        if (s.Says(end - 1, "of") && Emptied(end - 1) is { } emptied) return emptied;
        if (s.Says(end - 1, "of") && s.SaysAny(end - 2, "number", "total") is var counted)
        {
            // "a total of 5,000", "the displacement of about 5,000"
            if (counted)
            {
                end -= 2;
                while (end > 0 && (s.Is(end - 1, Tag.Determiner) || s.SaysAny(end - 1, "estimated", "combined", "large", "grand"))) end--;
            }

            if (s.Says(end - 1, "of") && Deed(end - 1) is { } deed) return deed;
            if (!counted && s.SaysAny(end - 2, "most", "all", "lives", "deaths", "bodies", "killing", "caseload") && s.EndingAt(end, Tag.Predicate, out var at2) is { } phrase2) return new Governor(phrase2, at2, end - at2);
        }

        if (s.EndingAt(end, Tag.Predicate, out var at) is { } found && !taken[at])
        {
            var governor = new Governor(found, at, end - at);
            // "boats landed 1,130 people at Teknaf"
            if (found.Name == "motion" && s.Says(at, "landed")) return governor with { Meaning = new Meaning(Tag.Predicate, "move", "relocated", "object", VerbForm.Past) };
            if (found.Name is "move" or "motion" or "arrive" or "back" or "onward" && found.Who is "subject" || found.Form == VerbForm.Noun && !s.Says(end - 1, "of")) return null;
            if (found.Name == "arrive" && s.Is(at - 1, Tag.Be)) return null;
            if (found is { Name: "move", Form: VerbForm.Phrase } && s.Is(end - 1, Tag.Preposition)) return null;
            if (found.Name == "shelter")
            {
                if (found.Who == "subject" || found.Form == VerbForm.Phrase && found.Who != "object") return null;
                if (s.SaysAny(at - 1, "can", "could", "to", "will", "would", "may") || s.SaysAny(at - 2, "can", "could", "will")) return governor with { Meaning = found with { Name = "capacity" } };
            }

            if (found.Name == "population" && s.Is(end - 1, Tag.Preposition) is false && found.Form == VerbForm.Phrase && s.Says(end - 1, "lived")) return null;
            return FitsLeft(q, governor) ? governor : null;
        }

        // "the train from Pokrovsk left with 187 people", "then with 1,198 people"; "fled to the berm with 25 others"
        if (s.Says(end - 1, "with") && (q.Noun is null || Noun.IsHuman(q.Noun)) && With(q, end - 1) is { } with) return with;
        // "tents for", "aid to", "food for", "support to": things for people.
        if (s.SaysAny(end - 1, "for", "to", "among", "with", "by", "between", "benefiting", "reaching"))
            for (var i = end - 2; i >= 0 && end - i < 8 && !s.IsMark(i); i--)
            {
                if (s.Find(i, Tag.Predicate) is { Name: "assisted" } assisted) return new Governor(assisted, i, 1);
                if (s.Find(i, Tag.Unit)?.Name == "goods" || s.SaysAny(i, "aid", "assistance", "food", "shelter", "accommodation", "relief", "water", "cash", "services", "supplies", "rations", "space", "room"))
                    return new Governor(new Meaning(Tag.Predicate, s.SaysAny(i, "tents", "space", "room", "accommodation", "plots", "beds") ? "capacity" : "assisted"), i, 1);
                if (s.Is(i, Tag.CountNoun) || s.Is(i, Tag.Be)) break;
            }

        return null;
    }

    // People who are aboard what sets out, or who go with somebody.
    private Governor? With(Quantity q, int with)
    {
        var deed = -1;
        if (quantities.Exists(x => x.First < q.First && x.Noun is "staff")) return null;
        for (var i = with - 1; i >= Math.Max(0, with - 24) && !s.IsMark(i, ';'); i--)
        {
            if (deed < 0 && (s.SaysAny(i, "left", "departed", "arrived", "came", "pulled", "sailed", "rolled", "set") || Predicate(i) is { Meaning: { Name: "move" or "motion" or "arrive", Who: "subject", Form: not VerbForm.Noun and not VerbForm.Phrase } })) deed = i;
            if (deed < 0) continue;
            if (IsVehicle(i) && i < deed) return OfOwnWill() ? null : new Governor(new Meaning(Tag.Predicate, "move", "evacuated", "object", VerbForm.Past), deed, 1);
        }

        return deed >= 0 && s.SaysAny(q.NounAt, "others", "neighbours", "neighbors", "families", "villagers") && Predicate(deed) is { } verb && !OfOwnWill() ? verb with { Meaning = verb.Meaning with { Name = "move", Who = "object" } } : null;
    }

    private bool IsVehicle(int i) => s.SaysAny(i, "train", "trains", "boat", "boats", "ship", "ferry", "plane", "lorry", "lorries", "helicopter", "helicopters", "truck", "trucks", "bus", "buses", "convoy", "convoys", "coaches");

    // "the displacement | of 500"; "a decrease in displacement of 25,824 people" is none.
    private Governor? Deed(int of)
    {
        if ((s.EndingAt(of, Tag.Predicate, out var at) is { } noun && noun.Form.HasFlag(VerbForm.Noun) ? new Governor(noun, at, of - at) : DeedBefore(of)) is not { } deed) return null;
        for (var i = deed.At - 1; i >= Math.Max(0, deed.At - 4); i--)
            if (s.SaysAny(i, "decrease", "decline", "drop", "fall", "reduction") && s.Says(i + 1, "in")) return deed with { Meaning = deed.Meaning with { Name = "assisted" } };
        return deed;
    }

    // "the return to Afghanistan | of 159 refugees", "the evacuation from Homs to Idlib | of 900 people": the deed stands before its places.
    private Governor? DeedBefore(int of)
    {
        if (s.Is(of - 1, Tag.PlaceNoun) || !s.IsWord(of - 1)) return null;
        for (var i = of - 1; i > Math.Max(0, of - 9); i--)
        {
            if (Predicate(i) is { } deed && deed.Meaning.Form.HasFlag(VerbForm.Noun) && i < of - 1) return IsFlow(deed) && (s.Is(i - 1, Tag.Determiner) || s.EndsWith(i - 1, "ed") || s[i - 1].Word is null) ? deed : null;
            if (!(s.IsWord(i) && (s[i].Capital || s.Is(i, Tag.Preposition) || s.Is(i, Tag.Determiner) || s.Is(i, Tag.PlaceNoun) || s.Is(i, Tag.Direction) || s.Says(i, "and")))) return null;
        }

        return null;
    }

    // "brought [600 people] out", "turned [250 families] away": the particle stands after the object.
    private Governor? Split(Quantity q, int verb)
    {
        if (!s.IsWord(verb) || !s.SaysAny(q.End, "out", "off", "away", "in", "up", "through", "across") || q.Noun is not null && !Noun.IsHuman(q.Noun)) return null;
        if (s.SaysAny(q.End, "in", "up") && !(s.IsMark(q.End + 1) || s.SaysAny(q.End + 1, "after", "since", "on", "when", "as", "over"))) return null;
        var node = Lexicon.Default.Find(s.Words(verb, verb + 1).ToLowerInvariant());
        return node?.Next is { } next && next.TryGetValue(s.Words(q.End, q.End + 1).ToLowerInvariant(), out var both) && both.Lexeme?.Find(Tag.Predicate) is { } meaning && (meaning.Who == "object" || meaning.Name == "move" && s.SaysAny(q.End, "out", "away", "off")) ? new Governor(meaning with { Who = "object", Detail = meaning.Who == "object" ? meaning.Detail : "evacuated" }, verb, 1) : null;
    }

    // "emptied that village of its 1,450 inhabitants"
    private Governor? Emptied(int of)
    {
        for (var i = of - 1; i > Math.Max(0, of - 8) && !s.IsMark(i); i--)
            if (s.SaysAny(i, "emptied", "empties", "emptying", "cleared", "clearing", "drained", "stripped", "rid")) return new Governor(new Meaning(Tag.Predicate, "move", "displaced", "object", VerbForm.Past), i, 1);
        return null;
    }

    /// <summary>The first predicate to the right in the clause, past insertions, lists and prepositional phrases.</summary>
    private Governor? Right(Quantity q, int from)
    {
        var verb = false;
        for (var i = from; i < s.Count && i - from < 60; i++)
        {
            if (s.IsMark(i, ';') || s.IsMark(i, ':') || s.IsMark(i, '.') || s.IsMark(i, '?') || (s[i].Kind == TokenKind.Quote && (i = Quoted(i)) < 0)) return null;
            if (s.IsMark(i, '('))
            {
                while (i < s.Count && !s.IsMark(i, ')')) i++;
                continue;
            }

            if (s.IsMark(i, ',') || Dash(i))
            {
                // "2,157 people - mostly the elderly, from four districts - have been evacuated": past the other dash.
                if (Dash(i) && Array.FindIndex(Far, k => i + k < s.Count && Dash(i + k)) is var other and >= 0)
                {
                    i += Far[other];
                    continue;
                }

                i = Insertion(i, q) - 1;
                if (i < 0) return null;
                continue;
            }

            if (s.SaysAny(i, "while", "whereas", "although", "though", "but", "because", "when", "if", "unless", "where", "which", "before", "amid") || (s.Says(i, "after") && !taken[Math.Min(i + 1, s.Count - 1)]) || (s.Says(i, "as") && !s.SaysAny(i + 1, "of", "well", "displaced", "uprooted", "homeless", "internally", "newly", "evacuated", "evacuees", "having"))) return null;
            // "and the number of ...": another subject.
            if (s.Says(i, "and") && s.Is(i + 1, Tag.Determiner) && (q.Noun is null || s.Is(i + 2, Tag.CountNoun))) return null;
            verb |= s.Is(i, Tag.Be) || s.Is(i, Tag.Do) || s.Is(i, Tag.Modal) || s.Is(i, Tag.Have) && s.EndsWith(i + 1, "ed") && s.Find(i + 1, Tag.Predicate) is null;
            // "are boxed in in the old city and on Thursday 2,900 slipped through": the number after has a verb of its own.
            if (verb && s.SaysAny(i, "and", "or") && quantities.Exists(x => x.First > i && x.First <= i + 6 && x != q && x.Role is null && (x.Noun is null || Noun.IsHuman(x.Noun)))) return null;
            if (s.Says(i, "and") && quantities.Find(x => x.First > i && x.First <= i + 3 && x.Role is null) is { } next && next != q)
            {
                // "110 wounded and 300 fled": the next number has its verb; "men and 300 women fled": the list shares one.
                if (q.Noun is null && next.Noun is null) continue;
                // "90,000 residents and 620,000 who had fled there": the clause is of the second alone.
                if (next.Noun is null && s.SaysAny(next.End, "who", "that", "whom")) return null;
                i = next.End - 1;
                continue;
            }

            if (s.SaysAny(i, "tried", "attempted") && (s.IsMark(i + 1) || i + 1 == s.Count)) return Carried(i);
            // "only 34,000 did", "about 73,000 have done so"
            if (i - from <= 1 && q.Noun is null && s.SaysAny(i, "did", "have", "had", "do") && (i + 1 == s.Count || s.IsMark(i + 1) || s.Says(i + 1, "done") && s.Says(i + 2, "so") || s.Says(i + 1, "been") && (i + 2 == s.Count || s.IsMark(i + 2)))) return Carried(i);
            // "reported missing by local media had left": a word of the report, not of what happened.
            if (s.Is(i - 1, Tag.Speech) && !s.Is(i - 2, Tag.Be) && s.Says(i, "missing")) continue;
            // "had registered to return": what they mean to do.
            if (s.Is(i, Tag.Catenative) && s.Says(i + 1, "to") && Predicate(i + 2) is { } meant && IsFlow(meant) && Fits(q, meant)) return meant;
            // "and on the third day everyone who could walk": others.
            if (i > from && s.SaysAny(i, "everyone", "everybody", "nobody", "anyone")) return null;
            if (Predicate(i) is { } found && Fits(q, found) && !(s.Says(i - 1, "by") && found.Meaning.Form == VerbForm.Noun)) return found.Meaning.Name == "assisted" && !Passive(found) && AndThen(found) is { } then && Fits(q, then) ? then : found;
            if (s.Is(i, Tag.Speech) && !s.Is(i, Tag.PlaceNoun) && !s.Is(i - 1, Tag.Be) && i > q.End && !s.Is(i - 1, Tag.Have)) return null;
        }

        return null;
    }

    private static readonly int[] Far = [.. Enumerable.Range(2, 28)];

    private bool Dash(int i) => s.IsMark(i, '—') || s.IsMark(i, '–') || s.IsMark(i, '-') && s[i].Spaced;

    // "have given up their stalls and | gone to Shendi": the second of two deeds.
    private Governor? AndThen(Governor first)
    {
        for (var i = first.At + first.Length; i < Math.Min(s.Count, first.At + 8) && !s.IsMark(i); i++)
            if (s.Says(i, "and") && Predicate(i + 1) is { } then && (IsFlow(then) || then.Meaning.Name == "motion") && then.Meaning.Form.HasFlag(VerbForm.Past) | then.Meaning.Form.HasFlag(VerbForm.Participle)) return then;
        return null;
    }

    // 'have been "liberated" and taken': one or two words in quotation marks do not end the clause.
    private int Quoted(int open)
    {
        for (var i = open + 1; i < Math.Min(s.Count, open + 4); i++)
            if (s[i].Kind == TokenKind.Quote) return i;
        return -1;
    }

    // "so far only a few dozen have tried": tried to do what the sentence before spoke of.
    private Governor? Carried(int at)
    {
        for (var i = 0; i < at; i++)
            if (s.Find(i, Tag.Predicate) is { Name: "move" or "back" } move && !taken[i]) return new Governor(move with { Form = VerbForm.Base }, at, 1);
        return context.LastFigure is { Class: "move" or "back" } last ? new Governor(new Meaning(Tag.Predicate, last.Class, last.Term, "subject", VerbForm.Base), at, 1) : null;
    }

    /// <summary>After a comma: the index where the clause goes on past an insertion, or 0 when it does not.</summary>
    private int Insertion(int comma, Quantity q)
    {
        // "5,000 men, 6,000 women and 3,000 children fled"
        if (quantities.Exists(x => x != q && x.First == comma + 1 && Noun.IsHuman(x.Noun))) return quantities.Find(x => x.First == comma + 1)!.End;
        // ", or about 75,000 people, has been displaced": the number itself was the insertion.
        if (GoesOn(comma + 1)) return comma + 1;
        // "Buddhists, Hindus and other local groups have been displaced": the list of names goes on.
        for (var i = comma + 1; i < Math.Min(s.Count, comma + 5) && s.IsWord(i); i++)
            if (s.Says(i, "and") && i > comma + 1)
                for (var k = i + 1; k < Math.Min(s.Count, i + 6) && s.IsWord(k) && s.Find(k, Tag.Predicate) is not { Form: VerbForm.Past }; k++)
                    if (s.Is(k, Tag.Be) || s.Is(k, Tag.Have)) return k;
        var limit = Math.Min(s.Count, comma + 22);
        for (var i = comma + 1; i < limit; i++)
        {
            if (s.IsMark(i, ';') || s.IsMark(i, '.')) return 0;
            if (!s.IsMark(i, ',') && !s.IsMark(i, '—') && !s.IsMark(i, '–')) continue;
            if (GoesOn(i + 1)) return i + 1;
        }

        return 0;
    }

    private bool GoesOn(int next)
    {
        while (s.Is(next, Tag.Adverb)) next++;
        return s.Is(next, Tag.Be) || s.Is(next, Tag.Have) || s.Is(next, Tag.Possible) || Predicate(next) is { Meaning: { } verb } && (verb.Form.HasFlag(VerbForm.Past) || verb is { Form: VerbForm.Phrase, Name: "shelter" or "move" or "onward" });
    }
}
