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
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        string? best = null;
        // Long names come from garbage, not from typing errors, and would make the quadratic distance slow.
        var allowed = name.Length > 100 ? -1 : Math.Max(2, name.Length / 3);
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) > allowed) continue;
            var distance = Distance(name, candidate);
            if (distance > allowed) continue;
            (best, allowed) = (candidate, distance - 1);
        }
        return best is null ? "" : $"; did you mean '{best}'?";
    }

    /// <summary>Levenshtein distance, ignoring case.</summary>
    private static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, previous[j - 1] + (same ? 0 : 1));
            }
            (previous, current) = (current, previous);
        }
        return previous[b.Length];
    }
}
