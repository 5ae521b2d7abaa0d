namespace Corridor.Scenarios;

/// <summary>Where something was read: the file as the user named it, and the line and column, both counted from 1.</summary>
/// <param name="File">Path as it is shown in messages.</param>
/// <param name="Line">Line, from 1; 0 when the file as a whole is meant.</param>
/// <param name="Column">Column, from 1; 0 when the line as a whole is meant.</param>
public readonly record struct Origin(string File, int Line = 0, int Column = 0)
{
    /// <summary>What was not read from a file: built in code or given on the command line.</summary>
    public static Origin None { get; } = new("");

    /// <summary><c>file:line:column</c>, leaving out what is not known.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };
}

/// <summary>How bad a <see cref="Problem"/> is.</summary>
public enum Severity
{
    /// <summary>The input runs, but something in it is probably not meant.</summary>
    Warning,

    /// <summary>The input cannot run.</summary>
    Error,
}

/// <summary>One thing that is wrong with an input, written for the person who has to mend it (design.md, section 7).</summary>
/// <param name="Severity">Whether the input can still run.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="Message">What is wrong, what was expected and, for a name, the nearest valid one.</param>
public sealed record Problem(Severity Severity, Origin Origin, string Message)
{
    /// <summary>An error at <paramref name="origin"/>.</summary>
    public static Problem Error(Origin origin, string message) => new(Severity.Error, origin, message);

    /// <summary>A warning at <paramref name="origin"/>.</summary>
    public static Problem Warning(Origin origin, string message) => new(Severity.Warning, origin, message);

    /// <summary>Whether the input cannot run.</summary>
    public bool IsError => Severity == Severity.Error;

    /// <summary><c>file:line:column: message</c>; a warning says that it is one.</summary>
    public override string ToString()
    {
        var text = IsError ? Message : $"warning: {Message}";
        return Origin.File.Length == 0 ? text : $"{Origin}: {text}";
    }
}
