using System.Globalization;
using System.Text;
using Corridor.Formats.Csv;
using Corridor.Scenarios;

namespace Corridor.Formats.Flee;

/// <summary>A person at the end of a day, as agents.out has it.</summary>
public readonly ref struct FleeAgent
{
    /// <summary>The person's number, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Position of the place where the person began.</summary>
    public required int Home { get; init; }

    /// <summary>Position of the place where the person is; -1: on a route.</summary>
    public required int Place { get; init; }

    /// <summary>Position of the route on which the person is, and its direction; looked at where there is no place.</summary>
    public (int Route, bool Backward) Route { get; init; }

    /// <summary>Km of the routes completed.</summary>
    public required double Km { get; init; }

    /// <summary>Places come to, the first one included.</summary>
    public required int Places { get; init; }

    /// <summary>Km of today.</summary>
    public required double KmToday { get; init; }

    /// <summary>A value for each attribute of the header.</summary>
    public required ReadOnlySpan<string> Attributes { get; init; }

    /// <summary>Routes completed today with some of the day left, in order; for <see cref="FleeLogs.Agents"/> from 2 on.</summary>
    public ReadOnlySpan<(int Route, bool Backward)> Passed { get; init; }
}

/// <summary>
/// The log <c>agents.out</c> with the columns of the reference program (model.md,
/// 5.2): a row for each person and day. Rows go straight to the writer.
/// </summary>
/// <remarks>
/// <c>gps_x</c> is the fourth column of locations.csv, which in published files is the latitude (docs/flee.md, Q1);
/// 0.0 where there is none, as there. The attribute <c>connections</c>, which no rule reads, is not written.
/// Granularity <c>region</c>, with which the reference program stops (Q25), does not touch this log.
/// </remarks>
public sealed class FleeAgents
{
    private readonly TextWriter writer;
    private readonly FleeLogs logs;
    private readonly string[] names;
    private readonly string[] atPlace;
    private readonly string[][] onRoute;
    private readonly StringBuilder line = new();

    /// <param name="writer">Where the rows go; it is not closed.</param>
    /// <param name="flee">The case.</param>
    /// <param name="attributes">Names of the attributes.</param>
    public FleeAgents(TextWriter writer, FleeCase flee, IReadOnlyList<string> attributes)
    {
        ArgumentNullException.ThrowIfNull(flee);
        ArgumentNullException.ThrowIfNull(attributes);
        (this.writer, logs) = (writer, flee.Logs);
        var places = flee.Scenario.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        names = [.. flee.Scenario.Places.Select(p => CsvText.Cell(p.Name))];
        atPlace = [.. flee.Scenario.Places.Select(p => $"{CsvText.Cell(p.Name)},{FleeOutput.Real(p.Latitude ?? 0)},{FleeOutput.Real(p.Longitude ?? 0)},")];
        onRoute = [.. flee.Scenario.Routes.Select(r => new[] { OnWay(places[r.From], places[r.To]), OnWay(places[r.To], places[r.From]) })];
        writer.Write("#time,rank-agentid,original_location,current_location,gps_x,gps_y,is_travelling,"
            + "distance_travelled,places_travelled,distance_moved_this_timestep,");
        foreach (var attribute in attributes) writer.Write(CsvText.Cell(attribute) + ",");
        writer.Write('\n');
    }

    /// <summary>Adds the row of a person, and those of the routes passed where the log level asks for them.</summary>
    /// <param name="day">The day's index.</param>
    /// <param name="agent">The person.</param>
    public void Add(int day, in FleeAgent agent)
    {
        var travels = agent.Place < 0;
        Write(day, 0, agent, travels ? Way(agent.Route) : atPlace[agent.Place], travels);
        if (logs.Agents < 2) return;
        for (var i = 0; i < agent.Passed.Length; i++) Write(day, logs.Agents > 2 ? i + 1 : 0, agent, Way(agent.Passed[i]), travels);
    }

    private string Way((int Route, bool Backward) route) => onRoute[route.Route][route.Backward ? 1 : 0];

    private void Write(int day, int hop, in FleeAgent agent, string where, bool travels)
    {
        line.Clear().Append(CultureInfo.InvariantCulture, $"{day}");
        if (hop > 0) line.Append(CultureInfo.InvariantCulture, $"-{hop}");
        line.Append(CultureInfo.InvariantCulture, $",0-{agent.Number},")
            .Append(names[agent.Home]).Append(',').Append(where)
            .Append(travels ? "True," : "False,");
        Append(agent.Km);
        line.Append(CultureInfo.InvariantCulture, $"{agent.Places},");
        Append(agent.KmToday);
        foreach (var value in agent.Attributes) line.Append(CsvText.Cell(value)).Append(',');
        line.Append('\n');
        writer.Write(line);
    }

    private void Append(double km)
    {
        // Whole km, which most are, need no text of their own.
        if (km == Math.Floor(km) && km < 1e15) line.Append(CultureInfo.InvariantCulture, $"{(long)km}.0,");
        else line.Append(FleeOutput.Real(km)).Append(',');
    }

    private static string OnWay(Place from, Place to)
    {
        var latitude = ((from.Latitude ?? 0) + (to.Latitude ?? 0)) / 2;
        var longitude = ((from.Longitude ?? 0) + (to.Longitude ?? 0)) / 2;
        return $"{CsvText.Cell($"L:{from.Name}:{to.Name}")},{FleeOutput.Real(latitude)},{FleeOutput.Real(longitude)},";
    }
}
