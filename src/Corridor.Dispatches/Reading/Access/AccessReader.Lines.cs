using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Access;

/// <summary>What a line of a list tells of a way without a verb: "Road to Orna: a rockfall, no way by".</summary>
internal sealed partial class AccessReader
{
    // "Road to Orna: a rockfall, no way by", "Orna crossing: eight to noon": what a line of a list tells of a way, without a word of opening or closing.
    private void Listed()
    {
        for (var i = 1; i < Math.Min(s.Count, 12); i++)
            if ((s.IsMark(i, ':') || ways.IsDash(i))
                && ways.Phrase(0, i, out var last) is { Kind: ThingKind.Road or ThingKind.Bridge or ThingKind.Crossing } way
                && (last == i || ways.Ends(last) == i))
            {
                Listed(i, way);
                return;
            }
    }

    private void Listed(int mark, Thing way)
    {
        var end = mark + 1;
        while (end < s.Count && !s.IsMark(end, ';') && !s.IsMark(end, '.') && !s.Is(end, Tag.Act)) end++;
        if (end < s.Count && s.Is(end, Tag.Act)) return;
        for (var k = mark + 1; k < end; k++)
            if ((IsMass(s, k) || s.SaysAny(k, "crater", "craters", "wreck")) && !IsLacking(mark, k) && EndsNoun(k + 1)
                || s.Says(k, "no") && EndsNoun(k + 2) && s.SaysAny(k + 1, "way", "movement", "passage", "traffic", "access", "entry", "exit"))
            {
                Put(way.First, k + 1, way, AccessState.Closed, Realis.Asserted, null);
                return;
            }
            else if (Hours(k) || s.SaysAny(k, "wait", "queue") && !IsLacking(mark, k)
                || s.SaysAny(k, "only", "alone") && Mover(mark, k + 1) is { Mover: true } or { Some: true })
            {
                Put(way.First, k + 1, way, AccessState.Restricted, Realis.Asserted, null);
                return;
            }
    }

    // "no | snow", "low | water"
    private bool IsLacking(int mark, int k) =>
        s.Any(Math.Max(mark + 1, k - 3), k, static (s, n) => s.SaysAny(n, "no", "not", "without", "little", "low", "less"));

    // "water | trucks", "rubble | removed": told of another thing, or of what is gone.
    private bool EndsNoun(int i) => i >= s.Count || !s.IsWord(i) || s.IsNumber(i) || s.Is(i, Tag.Preposition | Tag.Conjunction | Tag.Adverb) || IsWhen(i);

    // "Orna road: | commercial trucks only"
    private bool Labelled(int i)
    {
        var mark = i - 1;
        while (mark > Math.Max(0, i - 4) && s.IsWord(mark)) mark--;
        return s.Says(i + 1, "only") && s.IsMark(mark, ':') && ways.Ungoverned(mark, out _) is { IsWay: true } way
            && Put(way.First, i + 2, way, AccessState.Restricted, Realis.Asserted, null);
    }
}
