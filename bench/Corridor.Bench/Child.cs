using System.Diagnostics;
using System.Globalization;

namespace Corridor.Bench;

/// <summary>
/// A process of its own for each thing that is measured: its peak memory is its own,
/// and nothing before it has warmed the code up or fragmented the heap.
/// </summary>
internal static class Child
{
    private const double TicksPerSecond = 100;
    private static readonly Lazy<bool> launcherHasBuilt = new(() => Run(Repository.Launcher, ["--version"]) is not null);

    /// <summary>The benchmark itself with other arguments. Returns what it prints; what it complains about is shown.</summary>
    public static string? Self(params IEnumerable<string> arguments) => Run("dotnet", [typeof(Child).Assembly.Location, .. arguments]);

    /// <summary>The command line of Corridor as it is typed: wall and processor seconds of the whole process. Null when it fails.</summary>
    public static (double Wall, double Processor)? Corridor(params IEnumerable<string> arguments)
    {
        if (!launcherHasBuilt.Value) return null;
        var before = ProcessorOfChildren();
        var watch = Stopwatch.StartNew();
        var output = Run(Repository.Launcher, arguments);
        var wall = watch.Elapsed.TotalSeconds;
        return output is null ? null : (wall, ProcessorOfChildren() - before);
    }

    private static string? Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }

    /// <summary>Seconds of user processor time of all children that have ended; 0 where the system does not tell.</summary>
    private static double ProcessorOfChildren()
    {
        const string file = "/proc/self/stat";
        if (!File.Exists(file)) return 0;
        var text = File.ReadAllText(file);
        // Fields are counted after the name, which is in brackets and may hold blanks; the 16th field of all is the children's user time.
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return long.Parse(fields[13], CultureInfo.InvariantCulture) / TicksPerSecond;
    }
}
