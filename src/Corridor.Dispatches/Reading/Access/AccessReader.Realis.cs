using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>How real an act is: denied, meant, demanded, possible, or not done.</summary>
internal sealed partial class AccessReader
{
    private Realis RealisAt(int first, int at)
    {
        var (result, feared, open) = (Realis.Asserted, false, false);
        first = Math.Min(first, Shared(s.SaysAny(at - 1, "and", "or") ? at : first));
        for (var i = Math.Max(0, first - 5); i < at; i++)
        {
            open &= !s.IsMark(i);
            // "could not reach it because the road was mined": of another clause.
            if (s.IsMark(i, ';') || s.SaysAny(i, "but", "because", "while", "although", "whereas", "who")) result = Realis.Asserted;
            else if (OpensCondition(i)) (result, open) = (Realis.Possible, true);
            else if (IsReason(i)) continue;
            else if (LeadsToPlan(i, at) || !feared && IsFuture(i))
                result = open || s.SaysAny(i, "would", "will") && Hypothetical(i) ? Realis.Possible : Realis.Planned;
            // "travel by air is possible, and | the road is closed": of another clause.
            else if (s.Is(i, Tag.Possible) && !taken[i] && !s.SaysAny(i + 1, "area", "stay", "remain") && !(s.Says(i, "possible") && s.IsMark(i + 1)))
                (result, feared) = (Realis.Possible, Starts(i, "fear"));
            // "once a passage is opened": still to come.
            else if (s.Says(i, "once") && i <= first && !s.SaysAny(i + 1, "again", "more") && !s.Says(i - 1, "at") && IsPresent(i, at))
                result = Realis.Planned;
            else if (s.Is(i, Tag.Deny)) result = Realis.Denied;
            else if (s.Is(i, Tag.Attempted)) result = Realis.Attempted;
        }

        return result;
    }

    // "if the road", "Should the road", "Were the road", "considers closing"
    private bool OpensCondition(int i) => s.Is(i, Tag.Conditional) || s.Says(i, "should") && (i == 0 || s.IsMark(i - 1))
        || s.Says(i, "were") && (i == 0 || s.IsMark(i - 1) && s.Is(i + 1, Tag.Determiner)) || IsWeighed(i);

    // "plans to", "is due to", "agreed to", "should open", "ordered", "expected to"
    private bool LeadsToPlan(int i, int at) => s.Is(i, Tag.Planned) || s.Says(i, "to") && (s.Is(i - 1, Tag.Be) || s.SaysAny(i - 1, "due", "set"))
        || s.SaysAny(i, "agreed", "want", "wants", "decided") && s.SaysAny(i + 1, "to", "that", "on") && !s.IsMark(i - 1, ',')
        || s.Says(i, "should") && (s.SaysAny(i + 1, "open", "reopen", "close", "carry") || IsScheduled(at))
        || s.SaysAny(i, "promised", "tomorrow", "ordered", "orders", "instructed") || Starts(i, "expect") && IsScheduled(at);

    // "will close"; "will remain closed", "will be kept closed" is so now.
    private bool IsFuture(int i) => s.SaysAny(i, "will", "would", "shall") && !s.SaysAny(i + 1, "stay", "remain")
        && !(s.Says(i + 1, "be") && s.Says(i + 2, "kept"));

    // "is considering | closing the bridge"; but "the bridge is considered open" is a judgement.
    private bool IsWeighed(int i) => s.Has(i, Cue.Weighing) && !s.Says(i + 1, "that") && !(s.Is(i - 1, Tag.Be) && s.EndsWith(i, "ed"));

    // "promised to leave the port and | open the road", "whether to seal the road or | leave the bridge open": where what leads to both stands, or
    // the verb itself.
    private int Shared(int verb)
    {
        var joint = s.Says(verb - 1, "to") ? verb - 2 : verb - 1;
        if (!s.SaysAny(joint, "and", "or")) return verb;
        var infinitive = s.Act(verb) is { Form: var form } && form.HasFlag(VerbForm.Base);
        for (var k = joint - 1; k >= Math.Max(0, joint - 13) && !s.IsMark(k); k--)
            if (infinitive && s.Says(k, "to") || s.Says(joint, "or") && (s.Says(k, "whether") || s.Has(k, Cue.Weighing))) return k;
        return verb;
    }

    // "due to the closure of": why, and not when; either of the two words.
    private bool IsReason(int i)
    {
        var due = s.Says(i, "due") ? i : i - 1;
        return s.Says(due, "due") && s.Says(due + 1, "to") && (s.Is(due + 2, Tag.Determiner | Tag.Deed) || s.EndsWith(due + 2, "ing"));
    }

    private bool IsPresent(int from, int to) => s.Any(from, to, static (s, i) => s.SaysAny(i, "is", "are", "has", "have"));

    private bool IsUnkept(int first, int at)
    {
        for (var i = Math.Max(0, first); i < at; i++)
            if (s.SaysAny(i, "was", "were") && s.SaysAny(i + 1, "due", "set", "expected", "scheduled", "supposed", "meant", "to"))
                for (var k = at; k < Math.Min(s.Count, at + 9); k++)
                    if (s.Says(k, "but")) return true;
        return false;
    }

    // "shuts on Friday", "closes at midnight", "opens at six tomorrow": what a timetable says.
    private bool IsTimetabled(int first, int at, int end) => s.Act(at) is { Form: VerbForm.Third }
        && (s.Says(at + 1, "on") || DayAhead(first, end) is not null
            || s.AnyAhead(end, 7, static (s, k) => s.Says(k, "midnight") && s.Says(k - 1, "at") || s.Says(k, "tonight")
                || s.Says(k, "next") && (s.Is(k + 1, Tag.Weekday) || s.SaysAny(k + 1, "week", "weekend", "month", "year"))
                || s.SaysAny(k, "month", "week") && s.Says(k - 1, "the") && s.Says(k - 3, "end")));

    // What must come first: "provided that", "until", "as soon as".
    private bool IsCondition(int first)
    {
        if (s.Says(first - 1, "that") && s.SaysAny(first - 2, "provided", "providing", "condition")) return true;
        return s.SaysAny(first - 1, "provided", "providing", "until") || s.Says(first - 1, "as") && s.SaysAny(first - 2, "soon", "long");
    }

    private bool Conditional(int from, int to) => s.Any(from, to, static (s, i) => s.Is(i, Tag.Conditional));

    // "expected to reopen", "expect to repair": somebody means to, and no collapse is feared.
    private bool IsScheduled(int at) => s.Act(at) is { State: AccessState.Open, Form: not VerbForm.Phrase };

    // "If Sloviansk falls, the road would be cut", "Should the river rise, the ferry will stop", "Had the wall not held, the bridge would"
    private bool Hypothetical(int i)
    {
        // "would have been closed": it was not.
        if (s.Says(i, "would") && s.Says(i + 1, "have")) return true;
        for (var k = i - 1; k >= Math.Max(0, i - 25); k--)
            if (s.SaysAny(k, "if", "unless") || k == 0 && s.SaysAny(k, "should", "had", "were", "without")) return true;
        return false;
    }

    private bool NegatedAt(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
        {
            if (s.SaysAny(i, "not", "never", "cannot", "neither", "nor") || s.Says(i, "longer")
                || s.Says(i, "to") && (s.SaysAny(i - 1, "yet", "failed", "unable") || Starts(i - 1, "refus")))
                return true;
            if (!s.Is(i, Tag.Adverb) && !s.Is(i, Tag.Be) && !s.Is(i, Tag.Have) && !s.Says(i, "to") && !s.IsManner(i)
                && !s.SaysAny(i, "no", "from", "yet", "expected", "due", "likely", "able"))
                return false;
        }

        return false;
    }

    private bool Yet(int at) => s.Says(at - 1, "yet");

    // "called for the road to be reopened", "urged them to reopen the crossing": what is wanted is not so.
    private bool Demanded(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 9) && !s.IsMark(i, ';'); i--)
            if (s.Has(i, Cue.Demanding) && !s.Says(i + 1, "off"))
                return true;
        return false;
    }

    // "an operation to retake the city", "permits to enter the region": what is meant to be, unless a plan says so.
    private bool IsPurpose(int at)
    {
        var i = at - 1;
        while (i > 0 && (s.IsManner(i) || s.Is(i, Tag.Adverb))) i--;
        return s.Says(i, "to") && !Happened(i);
    }

    // "prevented from entering", "aimed at capturing", "without reaching"
    private bool IsKeptFrom(int at) => s.EndsWith(at, "ing")
        && (s.Has(at - 1, Cue.Keeping)
        || s.Says(at - 1, "out")
        // "went on attacking" does it.
        || s.Says(at - 1, "on") && !s.SaysAny(at - 2, "went", "goes", "go", "gone", "kept", "keep", "keeps", "carried", "carry"));

    // "managed to | cut", "began to | enter", "forced the police to | close": the verb before "to" says that it happens.
    private bool Happened(int to) => Made(to) || s.SaysAny(BackOver(to - 1), "moved", "rushed", "hurried")
        || s.EndingAt(to, Tag.Catenative, out _) is { Name: "asserted" };

    // "forced the authorities to", "led the police to": done, by somebody who was made to.
    private bool Made(int to)
    {
        for (var i = to - 1; i >= Math.Max(0, to - 6) && !s.IsMark(i); i--)
            if (s.Find(i, Tag.Control) is { Name: "asserted" }
                && s.SaysAny(i, "forced", "forcing", "compelled", "compelling", "obliged", "prompted", "prompting", "led", "leading", "caused", "causing"))
                return true;
        return false;
    }
}
