using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Formats.Yaml;
using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary><c>scenario.yml</c>: what is not a table.</summary>
internal static class ScenarioYml
{
    public const string Name = "scenario.yml";

    private static readonly string[] Single = ["name", "description", "start", "days", "as_of", "home_country"];
    private static readonly string[] Nested = ["rules", "priors", MajorRoutesSection.Key, "alternatives", TriggersSection.Key];

    /// <summary>The scenario without the tables and the alternatives.</summary>
    public static Scenario Read(YamlMap root, IReadOnlyList<Place> places, ValueReader values)
    {
        var fields = Fields.Of(root, Single, Nested, values);
        values.Has(fields["name"], "name");
        var start = values.Has(fields["start"], "start") ? values.Date(fields["start"], "start") : null;
        var days = values.Has(fields["days"], "days") ? values.People(fields["days"], "days") : null;
        if (days is < 1 or > Scenario.MostDays)
            values.Error(fields["days"], $"days: {days}; expected 1..{Scenario.MostDays}");
        else if (days is not null && start is { } begin && begin.DayNumber + days > DateOnly.MaxValue.DayNumber)
        {
            var most = DateOnly.MaxValue.DayNumber - begin.DayNumber;
            values.Error(fields["days"], $"days: the scenario would end after the year 9999; expected at most {most}, or an earlier start");
            days = null;
        }
        var asOf = values.Date(fields["as_of"], "as_of");
        if (start is { } first && days is >= 1 and <= Scenario.MostDays && (asOf < first || asOf?.DayNumber >= first.DayNumber + days))
        {
            var knows = asOf < first ? "what was announced later is not known to the runs" : "all that the timeline says is known to the runs";
            values.Warn(fields["as_of"], $"as_of: {asOf:yyyy-MM-dd} is none of the {days} days from {first:yyyy-MM-dd} on; {knows}");
        }
        var home = fields["home_country"];
        var countries = places.Select(p => p.Country).Distinct(StringComparer.Ordinal).ToList();
        if (!home.IsEmpty && places.Count > 0 && !countries.Contains(home.Text))
        {
            var known = Field.Short(string.Join(", ", countries.Where(c => c.Length > 0)));
            values.Error(home,
                $"home_country: no place is in '{Field.Short(home.Text)}'; expected one of {known}{NearestName.Hint(home.Text, countries)}");
        }
        return new Scenario
        {
            Name = fields["name"].Text,
            Description = fields["description"].Text,
            Start = start ?? new DateOnly(2000, 1, 1),
            Days = days is >= 1 and <= Scenario.MostDays ? (int)days : 1,
            AsOf = asOf,
            HomeCountry = home.Text,
            Places = places,
            Routes = [],
            Rules = RulesSection.ReadRules(root, values),
            Priors = RulesSection.ReadPriors(root, values),
            Triggers = TriggersSection.Read(root, places, values),
        };
    }

    public static string Write(Scenario scenario)
    {
        var yaml = new YamlText();
        yaml.Pair("name", scenario.Name);
        if (scenario.Description.Length > 0) yaml.Pair("description", scenario.Description);
        yaml.Raw("start", CsvText.Date(scenario.Start));
        yaml.Raw("days", CsvText.Number(scenario.Days));
        if (scenario.AsOf is { } asOf) yaml.Raw("as_of", CsvText.Date(asOf));
        if (scenario.HomeCountry.Length > 0) yaml.Pair("home_country", scenario.HomeCountry);
        RulesSection.Write(scenario, yaml);
        MajorRoutesSection.Write(scenario, yaml);
        AlternativesSection.Write(scenario, yaml);
        TriggersSection.Write(scenario, yaml);
        return yaml.ToString();
    }
}
