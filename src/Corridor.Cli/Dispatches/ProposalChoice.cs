using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Cli.Dispatches;

/// <summary>Which proposals the command line names: by id, or by as many of its first letters as no other id begins with.</summary>
internal static class ProposalChoice
{
    private const int FewestLetters = 6;

    public static IReadOnlyList<Proposed> Read(IEnumerable<string> names, IReadOnlyList<Proposed> rows, List<Problem> problems)
    {
        var chosen = new List<Proposed>();
        foreach (var name in names.SelectMany(n => n.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct())
        {
            var found = rows.Where(r => r.Id == name).ToList();
            if (found.Count == 0) found = [.. rows.Where(r => r.Id.StartsWith(name, StringComparison.Ordinal))];
            if (found.Count == 1)
            {
                chosen.Add(found[0]);
            }
            else if (found.Count > 1)
            {
                problems.Add(Problem.Error(Origin.None, $"'{name}' begins {found.Count} ids; expected more letters"));
            }
            else
            {
                var hint = NearestName.Hint(name, rows.Select(r => Short(r, rows)).Concat(rows.Select(r => r.Id)));
                problems.Add(Problem.Error(Origin.None, $"there is no proposal '{name}'; 'corridor accept FOLDER' lists them{hint}"));
            }
        }
        return [.. chosen.Distinct()];
    }

    /// <summary>The first letters of an id that name it alone.</summary>
    public static string Short(Proposed row, IReadOnlyList<Proposed> rows)
    {
        var letters = Math.Min(FewestLetters, row.Id.Length);
        while (letters < row.Id.Length && rows.Any(r => r.Id != row.Id && r.Id.StartsWith(row.Id[..letters], StringComparison.Ordinal))) letters++;
        return row.Id[..letters];
    }
}
