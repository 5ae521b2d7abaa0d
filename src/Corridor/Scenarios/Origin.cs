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
