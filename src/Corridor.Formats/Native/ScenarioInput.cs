using Corridor.Scenarios;

namespace Corridor.Formats.Native;

/// <summary>One file that a scenario was read from, as a run records it.</summary>
/// <param name="Path">Path within the folder.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal digits.</param>
/// <param name="Bytes">Size.</param>
public sealed record InputFile(string Path, string Sha256, long Bytes);

/// <summary>What a scenario folder gave.</summary>
/// <param name="Scenario">The scenario; null when any problem is an error.</param>
/// <param name="Problems">All problems, in the order of files and lines.</param>
/// <param name="Files">The files that were read, in a fixed order.</param>
public sealed record ScenarioInput(Scenario? Scenario, IReadOnlyList<Problem> Problems, IReadOnlyList<InputFile> Files);
