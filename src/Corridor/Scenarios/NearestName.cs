using System.Numerics;

namespace Corridor.Scenarios;

/// <summary>Finds the valid name that a mistyped one was probably meant to be.</summary>
public static class NearestName
{
    /// <summary>
    /// <c>; did you mean 'x'?</c> for the candidate with the smallest edit distance, or an empty text when none is near
    /// (more than a third of the letters differ, at least two).
    /// </summary>
    public static string Hint(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return Hint(name, candidates.Select(c => (c, Letters(c))));
    }

    /// <summary>The same with the letters of each candidate worked out already.</summary>
    internal static string Hint(string name, IEnumerable<(string Name, ulong Letters)> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        // Long names come from garbage, not from typing errors, and would make the quadratic distance slow.
        var allowed = name.Length > 100 ? -1 : Math.Max(2, name.Length / 3);
        // Most slips are of one letter, and hardly any other name is so near that its distance has to be worked out.
        var best = allowed < 0 ? null : Nearest(name, candidates, 1) ?? Nearest(name, candidates, allowed);
        return best is null ? "" : $"; did you mean '{best}'?";
    }

    /// <summary>The first of those with the smallest distance, if that is allowed.</summary>
    private static string? Nearest(string name, IEnumerable<(string Name, ulong Letters)> candidates, int allowed)
    {
        string? best = null;
        var letters = Letters(name);
        foreach (var (candidate, others) in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > allowed) continue;
            // An edit brings or takes one letter at most, so letters that only one of the two has are a lower bound of the distance, at a fraction of its cost.
            if (BitOperations.PopCount(letters & ~others) > allowed || BitOperations.PopCount(others & ~letters) > allowed) continue;
            var distance = Distance(name, candidate, allowed);
            if (distance > allowed) continue;
            (best, allowed) = (candidate, distance - 1);
        }
        return best;
    }

    /// <summary>The letters that occur, without regard to case: a bit for each; some stand for several.</summary>
    internal static ulong Letters(string text)
    {
        var letters = 0UL;
        foreach (var c in text)
        {
            var letter = c < 128 ? c : char.ToLowerInvariant(c);
            letters |= 1UL << (letter & 31 | letter >> 1 & 32);
        }
        return letters;
    }

    /// <summary>Levenshtein distance, ignoring case; a larger number as soon as it must exceed <paramref name="allowed"/>.</summary>
    private static int Distance(string a, string b, int allowed)
    {
        // Hint lets no name of more than 100 letters and no candidate of more than half as many again pass.
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var letter = char.ToLowerInvariant(a[i - 1]);
            var (diagonal, smallest) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (letter == char.ToLowerInvariant(b[j - 1]) ? 0 : 1));
                smallest = Math.Min(smallest, row[j]);
                diagonal = above;
            }
            if (smallest > allowed) return smallest;
        }
        return row[b.Length];
    }
}
