namespace Corridor.Scenarios;

/// <summary>How bad a <see cref="Problem"/> is.</summary>
public enum Severity
{
    /// <summary>The input runs, but something in it is probably not meant.</summary>
    Warning,

    /// <summary>The input cannot run.</summary>
    Error,
}

/// <summary>One thing that is wrong with an input, written for the person who has to mend it (docs/formats.md, "How errors look").</summary>
/// <param name="Severity">Whether the input can still run.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="Message">What is wrong, what was expected and, for a name, the nearest valid one.</param>
public sealed record Problem(Severity Severity, Origin Origin, string Message)
{
    private const int Longest = 2000;

    /// <summary>An error at <paramref name="origin"/>.</summary>
    public static Problem Error(Origin origin, string message) => new(Severity.Error, origin, message);

    /// <summary>A warning at <paramref name="origin"/>.</summary>
    public static Problem Warning(Origin origin, string message) => new(Severity.Warning, origin, message);

    /// <summary>Whether the input cannot run.</summary>
    public bool IsError => Severity == Severity.Error;

    /// <summary>
    /// <c>file:line:column: message</c>; a warning says that it is one. The middle of a long one, such as of a cell that swallowed a file, is left out.
    /// </summary>
    public override string ToString()
    {
        var message = Message.Length <= Longest ? Message : $"{Message[..(Longest / 2)]} [...] {Message[^(Longest / 2)..]}";
        var text = IsError ? message : $"warning: {message}";
        return Origin.File.Length == 0 ? text : $"{Origin}: {text}";
    }
}
