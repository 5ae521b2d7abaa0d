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

    /// <summary>What the system says of a failure, on one line, with the names that files will have instead of those under which they are written.</summary>
    public static string Said(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return TemporaryName.Resolved(failure.Message.ReplaceLineEndings(" "));
    }

    /// <summary>Does what writes, and tells of its failure what could not be written.</summary>
    internal static T Guarded<T>(string shown, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new OutputException($"cannot write to '{shown}': {Said(e)}", e);
        }
    }

    /// <inheritdoc cref="Guarded{T}"/>
    internal static void Guarded(string shown, Action work) => Guarded(shown, () =>
    {
        work();
        return true;
    });
}
