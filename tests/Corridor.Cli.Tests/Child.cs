using System.Diagnostics;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary>Runs programs as processes of their own, for what only a process can show.</summary>
internal static class Child
{
    /// <summary>The command line as it was built beside the tests.</summary>
    public static Process StartCorridor(params string[] args) =>
        Start("dotnet", Repository.Root, [Path.Combine(AppContext.BaseDirectory, "Corridor.Cli.dll"), .. args]);

    /// <summary>
    /// The same, where Ctrl-C reaches it even if it does not reach the tests: who runs in
    /// the background of a script ignores it, and so would all that he starts.
    /// </summary>
    public static Process StartCorridorThatHearsCtrlC(params string[] args) => IgnoresCtrlC()
        ? Start("env", Repository.Root, ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "Corridor.Cli.dll"), .. args])
        : StartCorridor(args);

    private static bool IgnoresCtrlC() => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var ignored
        && (Convert.ToUInt64(ignored[7..].Trim(), 16) & 2) != 0;

    public static Process Start(string program, string workingFolder, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = workingFolder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the test host was started with is not the child's.
        var ofTestHost = start.Environment.Keys.Where(k =>
            k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal));
        foreach (var name in ofTestHost.ToList()) start.Environment.Remove(name);
        start.Environment["NO_COLOR"] = "1";
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a program and everything it says.</summary>
    public static CliResult Finish(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new CliResult(process.ExitCode, output, error.Result);
        }
    }

    /// <summary>Waits until the condition holds while the process runs; at most a minute.</summary>
    public static void WaitUntil(Process process, Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.False(process.HasExited, "the process ended too early");
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "nothing happened within a minute");
            Thread.Sleep(20);
        }
    }
}
