namespace Corridor.Cli.Screen;

/// <summary>A name in a command that a person is to type: in quotes where the shell would take it apart.</summary>
internal static class ShellWord
{
    private const string Plain = "/\\._-:+=@%,~";

    public static string Of(string name)
    {
        if (name.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))) return name;
        return OperatingSystem.IsWindows() ? $"\"{name}\"" : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
