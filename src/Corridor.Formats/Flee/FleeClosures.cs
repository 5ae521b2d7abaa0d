using System.Globalization;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>
/// Writes what closes and opens as rows of closures.csv (model.md, 2.5). In Flee closures do not nest, so
/// for each day the ways that are closed are compared with those of the day before; the differences are
/// said by borders and places where these fit, because Flee itself ignores closures of links.
/// </summary>
internal static class FleeClosures
{
    private const string Never = "-1";

    public static List<IReadOnlyList<string>> Rows(Scenario scenario, FleeLosses losses)
    {
        List<IReadOnlyList<string>> rows = [["#closure_type", "name1", "name2", "closure_start", "closure_end"]];
        var country = scenario.Places.ToDictionary(p => p.Id, p => p.Country, StringComparer.Ordinal);
        var ways = scenario.Routes.SelectMany(r => r.Ways()).Distinct().ToList();
        var state = new ClosedWays(scenario);
        var before = new HashSet<(string From, string To)>();
        for (var day = 0; day < scenario.Days; day++)
        {
            if (!state.Advance(day)) continue;
            var now = ways.Where(state.IsClosed).ToHashSet();
            Say(now.Except(before).ToList(), now.Contains, closing: true, day);
            Say(before.Except(now).ToList(), way => !now.Contains(way), closing: false, day);
            before = now;
        }
        var changesOfKind = scenario.Timeline
            .Where(e => e.Change == Change.Kind && e.NewKind is PlaceKind.Town or PlaceKind.Camp or PlaceKind.IdpCamp);
        rows.AddRange(changesOfKind.Select(e => CampRow(e, scenario)));
        return rows;

        void Say(List<(string From, string To)> changed, Func<(string, string), bool> isSo, bool closing, int day)
        {
            var left = changed.ToHashSet();
            foreach (var (from, to) in changed)
            {
                if (!left.Contains((from, to))) continue;
                var (a, b) = (country[from], country[to]);
                if (a != b && Take("country", a, b, w => country[w.From] == a && country[w.To] == b || country[w.From] == b && country[w.To] == a))
                    continue;
                if (Take("location", from, "", w => w.From == from || w.To == from) || Take("location", to, "", w => w.From == to || w.To == to))
                    continue;
                if (Take("link", from, to, w => w == (from, to) || w == (to, from)))
                {
                    losses.Add($"the route {from}--{to} {(closing ? "closes" : "opens")} on {scenario.Date(day):yyyy-MM-dd} by a row 'link': "
                        + "Corridor follows it, Flee itself does not");
                }
                // One direction alone cannot be said: it shows when the folder is read back.
            }

            bool Take(string type, string a, string b, Func<(string From, string To), bool> which)
            {
                var all = ways.Where(which).ToList();
                if (!all.TrueForAll(w => isSo(w))) return false;
                rows.Add([type, a, b, closing ? Text(day) : Never, closing ? Never : Text(day)]);
                left.ExceptWith(all);
                return true;
            }
        }
    }

    /// <summary>Kinds that closures.csv has no word for, as rows of location_changes.csv (model.md, 4.12).</summary>
    public static List<IReadOnlyList<string>> TypeChanges(Scenario scenario) =>
        [.. scenario.Timeline.Where(e => e.Change == Change.Kind && e.NewKind is not (PlaceKind.Town or PlaceKind.Camp or PlaceKind.IdpCamp))
            .Select(e => new[] { e.Subject.From, FleeWriter.TypeName(e.NewKind!.Value), Text(Math.Max(0, scenario.Day(e.Date))) })];

    private static string[] CampRow(TimelineEntry entry, Scenario scenario)
    {
        var day = Text(Math.Max(0, scenario.Day(entry.Date)));
        return entry.NewKind == PlaceKind.Town
            ? ["camp", entry.Subject.From, "", day, Never]
            : [entry.NewKind == PlaceKind.Camp ? "camp" : "idpcamp", entry.Subject.From, "", Never, day];
    }

    private static string Text(int day) => day.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which ways are closed: each closure of a route, place or border holds until it is lifted itself.</summary>
    internal sealed class ClosedWays(Scenario scenario)
    {
        private readonly Dictionary<string, string> country = scenario.Places.ToDictionary(p => p.Id, p => p.Country, StringComparer.Ordinal);
        private readonly ILookup<int, TimelineEntry> entries =
            scenario.Timeline.Where(e => e.Change is Change.Close or Change.Open).OrderBy(e => e.Date)
                .ToLookup(e => Math.Max(0, scenario.Day(e.Date)));
        private readonly HashSet<(string, string)> routes = [];
        private readonly HashSet<(string, string)> borders = [];
        private readonly HashSet<string> places = [];

        /// <summary>Whether anything was closed or opened on the day.</summary>
        public bool Advance(int day)
        {
            foreach (var entry in entries[day])
            {
                var (subject, closes) = (entry.Subject, entry.Change == Change.Close);
                if (subject.Kind == SubjectKind.Place)
                {
                    if (closes) places.Add(subject.From);
                    else places.Remove(subject.From);
                    continue;
                }
                var set = subject.Kind == SubjectKind.Route ? routes : borders;
                foreach (var way in subject.Ways())
                {
                    if (closes) set.Add(way);
                    else set.Remove(way);
                }
            }
            return entries[day].Any();
        }

        public bool IsClosed((string From, string To) way) =>
            routes.Contains(way) || places.Contains(way.From) || places.Contains(way.To) || borders.Contains((country[way.From], country[way.To]));
    }
}
