using System.Globalization;
using Corridor.Cli.Questions;
using Corridor.Formats.Csv;
using Corridor.Formats.Files;
using Corridor.Forecasting;
using Corridor.Scenarios;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// persons.csv (<c>--draws --resolution person</c>): everybody in run 0 at the end of the last day, with the whole path.
/// Alternatives after the first have <c>persons-NAME.csv</c>. With <c>--round-below</c> it is not written: a row is one.
/// </summary>
internal sealed class PersonsTable(OutputFolder folder, Question question)
{
    private readonly IReadOnlyList<Place> places = question.Scenario.Places;
    private readonly List<PersonStep> steps = [];

    public void Add(EnsembleDay day, bool isLast)
    {
        if (!isLast) return;
        using var file = new TextFile(folder.PathOf(day.AlternativeNumber == 0 ? "persons.csv" : $"persons-{day.Alternative.Name}.csv"));
        Write(file.Writer, day.Persons(0)!, day);
        file.Close();
    }

    private void Write(StreamWriter writer, SimulatedPersons persons, EnsembleDay day)
    {
        var attributes = string.Concat(persons.Attributes.Select(a => "," + CsvText.Cell(a)));
        writer.WriteLine($"person,home,set_out,days,where,takes_part,km,km_today,path{attributes}");
        var values = new string[persons.Attributes.Count];
        for (var person = 0; person < persons.Count; person++)
        {
            var home = places[persons.Home(person)].Id;
            var setOut = persons.SetOut(person) < 0 ? "" : CsvText.Date(day.Scenario.Date(persons.SetOut(person)));
            var takesPart = persons.TakesPart(person) ? "true" : "false";
            persons.Path(person, steps);
            var path = string.Join(" > ", steps.Select(s => places[s.Place].Id).Prepend(home));
            persons.AttributesOf(person, values);
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{person},{CsvText.Cell(home)},{setOut},{persons.DaysUnderWay(person)},{CsvText.Cell(persons.Where(person).ToString())},{takesPart},"));
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{persons.KmInAll(person):0.##},{persons.KmToday(person):0.##},{CsvText.Cell(path)}"));
            foreach (var value in values) writer.Write("," + CsvText.Cell(value));
            writer.WriteLine();
        }
    }
}
