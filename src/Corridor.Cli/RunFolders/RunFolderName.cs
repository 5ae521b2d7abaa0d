using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Corridor.Cli.Questions;

namespace Corridor.Cli.RunFolders;

/// <summary>
/// The default run folder, <c>runs/SCENARIO-HASH</c>: the same question has the same folder, another one has another.
/// The hash covers the input files, the version and every option that changes what is written; not the number of threads.
/// </summary>
internal static class RunFolderName
{
    public static string Of(Question question)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(question.Request.Folder)));
        if (name.Length == 0) name = "scenario";
        return Path.Combine("runs", $"{name}-{Hash(question)}");
    }

    private static string Hash(Question question)
    {
        var request = question.Request;
        var text = new StringBuilder();
        void Add(string what, object? value) => text.Append(CultureInfo.InvariantCulture, $"{what}={value}\n");
        Add("version", CliVersion.Text);
        foreach (var file in question.Inputs) Add(Path.GetFileName(file.Path), file.Sha256);
        foreach (var alternative in question.Alternatives) Add("alternative", alternative.Name);
        foreach (var setting in request.Settings) Add("set", setting);
        Add("compares", question.ComparesWithBase);
        Add("days", question.Scenario.Days);
        Add("runs", request.Runs);
        Add("seed", request.Seed);
        Add("known_future", request.KnownFuture);
        Add("round_below", request.RoundBelow);
        Add("parquet", request.Format == RunFormat.Parquet);
        if (request.KeepsDraws) Add("draws", true);
        if (request.IsExpected) Add("expected", true);
        if (request.ByPerson) Add("resolution", "person");
        if (question.Conditioned is not null) Add("forecast", $"{question.Scenario.AsOf:yyyy-MM-dd}");
        if (!question.IsFlee) return Hashed(text);
        Add("flee", request.WritesFlee);
        if (request.Format == RunFormat.FleeMean) Add("flee_mean", true);
        Add("hasten", request.FleeOptions.Hasten);
        Add("start", $"{question.Scenario.Start:yyyy-MM-dd}");
        return Hashed(text);
    }

    private static string Hashed(StringBuilder text)
    {
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..8];
    }
}
