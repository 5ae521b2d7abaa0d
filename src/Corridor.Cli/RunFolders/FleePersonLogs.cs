using System.Runtime.InteropServices;
using Corridor.Cli.Questions;
using Corridor.Formats.Files;
using Corridor.Formats.Flee;
using Corridor.Forecasting;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// <c>agents.out</c> and <c>links.out</c> as the reference program Flee writes them, of run 0, in person resolution and at the log levels
/// of the settings. The alternatives after the first have files of their own, <c>agents-NAME.out</c> and <c>links-NAME.out</c>.
/// </summary>
internal sealed class FleePersonLogs : IDisposable
{
    private readonly FleeCase flee;
    private readonly (TextFile? Agents, TextFile? Links)[] files;
    private readonly (FleeAgents? Agents, FleeLinks? Links)[] logs;
    private readonly List<PersonStep> steps = [];
    private readonly List<(int, bool)> passed = [];

    public FleePersonLogs(OutputFolder folder, Question question)
    {
        flee = question.Flee!;
        logs = new (FleeAgents?, FleeLinks?)[question.Alternatives.Count];
        files = [.. question.Alternatives.Select((alternative, number) =>
        {
            var suffix = number == 0 ? ".out" : $"-{alternative.Name}.out";
            return (
                flee.Logs.Agents > 0 ? new TextFile(folder.PathOf("agents" + suffix)) : null,
                flee.Logs.Links > 0 ? new TextFile(folder.PathOf("links" + suffix)) : null);
        })];
    }

    /// <summary>Why a question has no such files although it asks for the output of Flee; empty where it has them.</summary>
    public static IReadOnlyList<string> WhyNot(Question question)
    {
        if (question is not { Request: { WritesFlee: true } request, Flee.Logs: var logs }) return [];
        if (!request.ByPerson) return ["agents.out and links.out are logs of single persons: not written, add --resolution person"];
        if (request.RoundBelow > 0) return ["agents.out and links.out are logs of single persons: not written with --round-below"];
        return [.. new[] { ("agents.out", "agent", logs.Agents), ("links.out", "link", logs.Links) }.Where(l => l.Item3 <= 0)
            .Select(l => $"{l.Item1} is not written: log_levels.{l.Item2} is {l.Item3} in the settings of the folder; "
                + "1 asks for it (--settings FILE takes another file)")];
    }

    public void Add(EnsembleDay day)
    {
        var persons = day.Persons(0)!;
        ref var log = ref logs[day.AlternativeNumber];
        var values = new string[persons.Attributes.Count];
        if (files[day.AlternativeNumber].Agents is { } agents)
            AddAgents(log.Agents ??= new FleeAgents(agents.Writer, flee, persons.Attributes), day, persons, values);
        if (files[day.AlternativeNumber].Links is { } links)
            AddLinks(log.Links ??= new FleeLinks(links.Writer, flee, persons.Attributes), day, persons, values);
    }

    /// <summary>Closes the files; from then on they are on the disk.</summary>
    public void Close()
    {
        foreach (var (agents, links) in files)
        {
            agents?.Close();
            links?.Close();
        }
    }

    public void Dispose()
    {
        foreach (var (agents, links) in files)
        {
            using (agents)
            using (links)
            {
            }
        }
    }

    private void AddAgents(FleeAgents log, EnsembleDay day, SimulatedPersons persons, string[] values)
    {
        for (var person = 0; person < persons.Count; person++)
        {
            if (!persons.TakesPart(person)) continue;
            persons.AttributesOf(person, values);
            passed.Clear();
            if (flee.Logs.Agents > 1 && persons.KmToday(person) > 0)
            {
                persons.PathToday(person, steps);
                foreach (var step in steps)
                    if (step is { DayLeft: true, PutBack: false, Route: >= 0 }) passed.Add((step.Route, step.Backward));
            }
            log.Add(day.Day, new FleeAgent
            {
                Number = person,
                Home = persons.Home(person),
                Place = persons.Place(person),
                Route = persons.Route(person),
                Km = persons.KmOfRoutes(person),
                Places = persons.Visited(person),
                KmToday = persons.KmToday(person),
                Attributes = values,
                Passed = CollectionsMarshal.AsSpan(passed),
            });
        }
    }

    private static void AddLinks(FleeLinks log, EnsembleDay day, SimulatedPersons persons, string[] values)
    {
        foreach (var (person, route, backward) in persons.EnteredToday)
        {
            if (log.CountsAttributes) persons.AttributesOf(person, values);
            log.Enter((route, backward), values);
        }
        log.EndDay(day.Day, day.IsOpen);
    }
}
