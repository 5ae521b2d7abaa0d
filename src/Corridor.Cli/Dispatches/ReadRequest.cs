using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;

namespace Corridor.Cli.Dispatches;

/// <summary>How the claims are shown.</summary>
internal enum ReadForm
{
    Table,
    Json,
    Csv,
    Html,
}

/// <summary>What a person asked <c>corridor read</c> for, each value within its range.</summary>
internal sealed record ReadRequest
{
    /// <summary>Files; <c>-</c> is the standard input.</summary>
    public required IReadOnlyList<string> Files { get; init; }
    public DateOnly? Published { get; init; }
    public string? Publisher { get; init; }
    public string? Country { get; init; }

    /// <summary>The folder whose places the texts may name.</summary>
    public string? Scenario { get; init; }

    /// <summary>The folder whose <c>proposals.csv</c> receives what is new.</summary>
    public string? ProposeTo { get; init; }
    public ReadForm Form { get; init; }

    /// <summary>The file to write; null: the standard output.</summary>
    public string? Output { get; init; }
}

/// <summary>A text as it is to be read.</summary>
/// <param name="Title">The name of the file, with the id of the line where it holds several texts.</param>
/// <param name="Text">The text; offsets of claims refer to it.</param>
/// <param name="Origin">Where it stands, for messages.</param>
/// <param name="Format">How it is dressed.</param>
internal sealed record SourceText(string Title, string Text, Scenarios.Origin Origin, TextFormat Format)
{
    public string? Id { get; init; }
    public DateOnly? Published { get; init; }
    public string? Publisher { get; init; }
    public string? Country { get; init; }
}

/// <summary>A text and what was read out of it.</summary>
internal sealed record ReadText(SourceText Source, Dispatch Dispatch);
