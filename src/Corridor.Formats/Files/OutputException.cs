namespace Corridor.Formats.Files;

/// <summary>Something could not be written; the message is one line, made for the user.</summary>
public sealed class OutputException : Exception
{
    /// <summary>A failure with no further explanation.</summary>
    public OutputException() : this("the output could not be written") { }

    /// <summary>A failure with its one line.</summary>
    public OutputException(string message) : base(message) { }

    /// <summary>A failure with its one line and what caused it.</summary>
    public OutputException(string message, Exception innerException) : base(message, innerException) { }
}
