using CsCheck;

namespace Corridor.Tests;

/// <summary>
/// The same generated cases every time. CsCheck's own Sample takes its seed for the first case only and draws the others
/// anew in every process, so a bound that holds for a stated chance would fail some day for nobody's fault.
/// </summary>
internal static class FixedCases
{
    public static void EachOf<T>(this Gen<T> cases, Action<T> test, string seed = "corridor", int iter = 100, Func<T, string>? print = null)
    {
        for (var i = 0; i < iter; i++)
        {
            var value = cases.Generate(new PCG((uint)i + 1, (ulong)seed.Aggregate(17L, (hash, c) => hash * 31 + c) + (ulong)i), null, out var _);
            try
            {
                test(value);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"case {i}: {(print is null ? $"{value}" : print(value))}\n{e.Message}", e);
            }
        }
    }

    public static void EachOf<T1, T2>(this Gen<(T1, T2)> cases, Action<T1, T2> test, string seed = "corridor", int iter = 100) =>
        cases.EachOf(c => test(c.Item1, c.Item2), seed, iter);

    public static void EachOf<T1, T2, T3>(this Gen<(T1, T2, T3)> cases, Action<T1, T2, T3> test, string seed = "corridor", int iter = 100) =>
        cases.EachOf(c => test(c.Item1, c.Item2, c.Item3), seed, iter);

    public static void EachOf<T1, T2, T3, T4, T5>(
        this Gen<(T1, T2, T3, T4, T5)> cases, Action<T1, T2, T3, T4, T5> test, string seed = "corridor", int iter = 100) =>
        cases.EachOf(c => test(c.Item1, c.Item2, c.Item3, c.Item4, c.Item5), seed, iter);
}
