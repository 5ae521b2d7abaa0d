using System.Globalization;
using System.Text;

namespace Corridor.Cli.Tests;

/// <summary>A small scenario folder with weekly counts, so that forecasts of it take a second.</summary>
internal static class VillageFolder
{
    /// <summary>Writes it and returns its path.</summary>
    public static string Write(TemporaryFolder folder)
    {
        var path = folder["village"];
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "scenario.yml"), """
            name: Village
            start: 2020-01-01
            days: 130
            alternatives:
              north-closed:
                - {date: 2020-04-14, subject: town--north, change: close}
              all-closed:
                description: Both roads out of the town close.
                rows:
                  - {date: 2020-04-14, subject: town--north, change: close}
                  - {date: 2020-04-15, subject: town--south, change: close}
            triggers:
              north-fills: when P(people at north in 14 d > 33,000) > 0.5
              south-rush: when P(arrivals at South camp in 7 d > 3,000) > 0.5
              later: when P(displaced in 60 d > 1) > 0.5

            """);
        File.WriteAllText(Path.Combine(path, "places.csv"),
            "id,name,kind,country,population,capacity\n"
            + "town,Town,conflict-zone,A,1000000,\nnorth,North camp,camp,A,,34000\nsouth,South camp,camp,A,,\n");
        File.WriteAllText(Path.Combine(path, "routes.csv"), "from,to,km,mode\ntown,north,80,road\ntown,south,90,road\n");
        File.WriteAllText(Path.Combine(path, "timeline.csv"), "date,subject,change,value,source,note\n2020-03-20,town,conflict,2,radio,\n");
        var counts = new StringBuilder("date,published,place,measure,people,qualifier,source\n");
        for (var day = 0; day <= 119; day += 7)
        {
            var (north, south) = (1000 + 300 * day + 700 * (day % 3), 500 + 100 * day + 300 * (day % 2));
            var date = new DateOnly(2020, 1, 1).AddDays(day);
            foreach (var (place, people) in new[] { ("north", north), ("south", south), ("*", north + south) })
                counts.Append(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd},{date.AddDays(1):yyyy-MM-dd},{place},stock,{people},exact,UNHCR\n");
        }
        File.WriteAllText(Path.Combine(path, "counts.csv"), counts.ToString());
        return path;
    }
}
