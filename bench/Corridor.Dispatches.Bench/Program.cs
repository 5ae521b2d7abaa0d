using System.Diagnostics;
using System.Globalization;
using System.Text;
using Corridor.Dispatches;

// Speed and memory of reading (issue 5: at least 5 MB/s on one core, less than 50 MB for a 1 MB text).
//   dotnet run --project bench/Corridor.Dispatches.Bench [FILE]      a text of your own, or a situation report of ours, repeated to 1 MB
const string Report = """
    KADUGLI, 14 May 2024 - Around 3,400 households (17,000 people) fled the western localities between 5 and 11 May, the mission said on Monday, bringing the
    total since the start of the offensive to 64,200. At least 23 people were killed and 61 injured in the shelling of the market. The road between Kadugli
    and Dilling was cut on Thursday, and commercial trucks have not moved since. "Nobody knows which side will open the crossing," a spokeswoman for the
    office said. Partners distributed 1,200 kits and 45 tonnes of food to four sites that were designed for 6,000 people. The rains are expected in June, and
    the authorities plan to relocate up to 9,000 people from the lowlands. Markets reopened in most towns and prices of sorghum fell by 12 per cent compared
    with the month before. Health teams visited the hospital, which serves the wider area, and found that power had been restored to the maternity ward.

    """;

var unit = args.Length > 0 ? File.ReadAllText(args[0]) : Report;
var builder = new StringBuilder();
while (builder.Length < 1_000_000) builder.Append(unit);
var text = builder.ToString(0, 1_000_000);
var bytes = Encoding.UTF8.GetBytes(text);
var megabytes = bytes.Length / 1e6;
for (var warm = 0; warm < 3; warm++) DispatchReader.Read(bytes);

var best = double.MaxValue;
for (var run = 0; run < 20; run++)
{
    // What the read before has left is no part of this one: else it would be collected within it, as the heap is small.
    GC.Collect();
    var start = SecondsOfThisThread();
    DispatchReader.Read(bytes);
    best = Math.Min(best, SecondsOfThisThread() - start);
}

GC.Collect();
var before = GC.GetTotalMemory(forceFullCollection: true);
var allocated = GC.GetAllocatedBytesForCurrentThread();
var dispatch = DispatchReader.Read(bytes);
allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
var peak = Process.GetCurrentProcess().PeakWorkingSet64;
var heap = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
var held = GC.GetTotalMemory(forceFullCollection: true) - before;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
    text            {megabytes:0.00} MB, {dispatch.Figures.Count} figures, {dispatch.Access.Count} access facts, {dispatch.Numbers.Count} numbers
    speed           {megabytes / best:0.0} MB/s (best of 20, processor time of the one thread)
    allocated       {allocated / 1e6:0.0} MB while reading
    held            {held / 1e6:0.0} MB by the result
    limit           the whole run had {heap / 1e6:0} MB of managed heap (runtimeconfig.template.json) and would have failed beyond it
    peak            {peak / 1e6:0.0} MB working set of the whole process, runtime and compiled code included
    """));

// What other programs take of the machine is not counted, where the system tells it.
static double SecondsOfThisThread() =>
    File.Exists("/proc/thread-self/schedstat")
        ? long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e9
        : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
