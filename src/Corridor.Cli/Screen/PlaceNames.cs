using Corridor.Scenarios;

namespace Corridor.Cli.Screen;

/// <summary>Names of places that are short enough for a table: what stands before a bracket, or the id where that is not unique.</summary>
internal sealed class PlaceNames
{
    private readonly string[] names;
    private readonly Dictionary<string, int> numbers;

    public PlaceNames(Scenario scenario)
    {
        names = [.. scenario.Places.Select(p => Short(p.Name))];
        var twice = names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        for (var place = 0; place < names.Length; place++)
            if (names[place].Length == 0 || twice.Contains(names[place])) names[place] = scenario.Places[place].Id;
        numbers = scenario.PlaceNumbers();
    }

    public string this[int place] => names[place];

    /// <summary>By its id, which stands for itself where it is no place of the scenario.</summary>
    public string this[string id] => numbers.TryGetValue(id, out var place) ? names[place] : id;

    private static string Short(string name)
    {
        var cut = name.AsSpan().IndexOfAny('(', ',');
        return (cut > 0 ? name[..cut] : name).Trim();
    }
}
