using System.Collections.Frozen;
using System.Text;

namespace Corridor.Dispatches.Claims;

/// <summary>The spelling of enum values in every file and page: snake case, as in schema.md.</summary>
public static class Spelling
{
    /// <summary>The value as files spell it: <c>NewDisplacement</c> is <c>new_displacement</c>.</summary>
    /// <param name="value">Any enum value of this library.</param>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.Spelled[value];

    /// <summary>The value that <paramref name="spelled"/> names.</summary>
    /// <param name="spelled">Snake case, as written by <see cref="Of"/>.</param>
    /// <exception cref="FormatException">No such value; the message lists those there are.</exception>
    public static T Parse<T>(string spelled) where T : struct, Enum =>
        Names<T>.Values.TryGetValue(spelled, out var value)
            ? value
            : throw new FormatException($"'{spelled}' is not a {typeof(T).Name}; expected one of {string.Join(", ", Enum.GetValues<T>().Select(Of))}");

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Spelled = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Snake(v.ToString()));
        public static readonly FrozenDictionary<string, T> Values = Spelled.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }

    internal static string Snake(string name)
    {
        var spelled = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && spelled.Length > 0) spelled.Append('_');
            spelled.Append(char.ToLowerInvariant(c));
        }

        return spelled.ToString();
    }
}
