using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Reading.Tables;

/// <summary>A figure of a table and where it stands.</summary>
internal sealed record TableEntry(Figure Figure, int Row, int Column);

/// <summary>A row called total is the whole and the rows above it its parts; a grand total has the subtotals as parts.</summary>
internal static class TableTotals
{
    /// <summary>Each column from the top: what stands above a total since the last one is its part.</summary>
    /// <param name="layout">The table as it is read.</param>
    /// <param name="entries">Its figures, row by row; parts no longer count.</param>
    /// <param name="links">Takes the ties of parts to their whole.</param>
    public static void Tie(TableLayout layout, List<TableEntry> entries, List<Link> links)
    {
        foreach (var column in entries.Select(e => e.Column).Distinct().ToList())
        {
            var open = new List<int>();
            var wholes = new List<int>();
            for (var n = 0; n < entries.Count; n++)
            {
                if (entries[n].Column != column) continue;
                if (!TableRow.IsTotal(layout.Rows[entries[n].Row]))
                {
                    open.Add(n);
                    continue;
                }

                // "Grand total" over subtotals and rows of their own: those that make the sum; else the rows since the last total.
                var sum = entries[n].Figure.Value;
                List<int> both = [.. wholes, .. open];
                var parts = open.Count > 0 && Sum(entries, open) != sum && wholes.Count > 0 && Sum(entries, both) == sum ? both : open.Count > 0
                    ? open : wholes;
                var all = parts == both || open.Count == 0;
                if (parts.Count > 0 && parts.TrueForAll(p => entries[p].Figure.Unit == entries[n].Figure.Unit))
                {
                    Parts(entries, parts, n, links);
                    // A total that its rows do not add up to is for a person to look at.
                    if (sum is { } whole && Sum(entries, parts) is { } added && Math.Abs(added - whole) > 0.01 * whole)
                        entries[n] = entries[n] with { Figure = entries[n].Figure with { Confidence = 0.45 } };
                    if (all) wholes.Clear();
                    open.Clear();
                }

                wholes.Add(n);
            }

            // A total at the head of the table, with its parts under it.
            if (wholes is [var first] && open.Count > 1 && entries.FindIndex(e => e.Column == column) == first) Parts(entries, open, first, links);
        }
    }

    private static long? Sum(List<TableEntry> entries, List<int> rows) => rows.Sum(r => entries[r].Figure.Value);

    private static void Parts(List<TableEntry> entries, List<int> parts, int whole, List<Link> links)
    {
        foreach (var part in parts)
        {
            if (entries[part].Figure is { Counted: true } figure)
                entries[part] = entries[part] with { Figure = figure with { Counted = false, CountedReason = CountedReason.Part } };
            links.Add(new Link(LinkType.SubsetOf, entries[part].Figure.Id, entries[whole].Figure.Id));
        }
    }
}
