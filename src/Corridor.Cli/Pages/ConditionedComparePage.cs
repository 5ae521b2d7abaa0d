using Corridor.Cli.Forecasts;
using Corridor.Cli.Screen;

namespace Corridor.Cli.Pages;

/// <summary>The page of <c>corridor compare --as-of</c>: the comparison of the conditioned members, and the warnings under each alternative.</summary>
internal static class ConditionedComparePage
{
    public static void Print(Page page, ForecastAnswer answer)
    {
        ComparePage.Print(page, answer.Answer);
        WarningLines.Print(page, answer);
    }
}
