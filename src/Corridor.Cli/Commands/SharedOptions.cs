using System.CommandLine;

namespace Corridor.Cli.Commands;

/// <summary>The argument and options that several commands take, in the same words.</summary>
internal static class SharedOptions
{
    public static Argument<string> Folder() => new("FOLDER") { Description = "the scenario folder" };

    public static Option<string> Days() => One("--days", "N", "Days to simulate (default: those of the scenario)");

    public static Option<string> AsOf(string description) => One("--as-of", "DATE", description);

    public static Option<string> Seed() => One("--seed", "N", "Seed of all chance; the same seed gives the same bytes (default: 1)");

    public static Option<string> Threads() => One("--threads", "N", "Threads (default: one per core); they change the time only");

    public static Option<string[]> Alternatives() =>
        Many("--alternative", "NAME|FILE.yml", "An alternative of the scenario, or a file with one; may be repeated");

    public static Option<bool> KnownFuture() => new("--known-future") { Description = "Let in timeline rows that were announced after the as-of day" };

    public static Option<string> RoundBelow() => One("--round-below", "N", "Hide figures below N: '<N' in tables, 0 or N in files");

    public static Option<string> RunFolder() =>
        One("--out", "DIR", "The run folder (default: runs/SCENARIO-HASH; the hash stands for inputs and options)");

    /// <summary>An option with one value.</summary>
    public static Option<string> One(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    /// <summary>An option that may be repeated, with one value each time, so that the folder may follow.</summary>
    public static Option<string[]> Many(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
