using Corridor.Cli.Screen;
using Corridor.Formats.Flee;

namespace Corridor.Cli.Questions;

/// <summary>What a person asked for on the command line, each value within its range.</summary>
internal sealed record Request
{
    public required string Folder { get; init; }
    public int? Days { get; init; }
    public required int Runs { get; init; }
    public required ulong Seed { get; init; }
    public required int Threads { get; init; }
    public required IReadOnlyList<string> Alternatives { get; init; }
    public required IReadOnlyList<string> Settings { get; init; }
    public bool KnownFuture { get; init; }
    public int RoundBelow { get; init; }

    /// <summary>The run folder; null: the default name.</summary>
    public string? Output { get; init; }

    public RunFormat Format { get; init; }

    /// <summary>Whether the figures of every single run are written as well.</summary>
    public bool KeepsDraws { get; init; }

    /// <summary>Whether people are simulated one by one instead of in groups.</summary>
    public bool ByPerson { get; init; }

    /// <summary>Whether the reference program's files are written as well.</summary>
    public bool WritesFlee => Format is RunFormat.Flee or RunFormat.FleeMean;

    /// <summary>How a Flee folder is read.</summary>
    public FleeOptions FleeOptions { get; init; } = new();

    /// <summary>Whether means and variances are worked out in one pass, instead of sampling.</summary>
    public bool IsExpected { get; init; }

    /// <summary>The day of the question, for forecasts; null: that of the scenario.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>How figures are written for people. Expected values are of no number of runs.</summary>
    public Figures Figures => new(RoundBelow, IsExpected ? int.MaxValue : Runs);

    public bool Json { get; init; }
    public bool Quiet { get; init; }
}
