using System.Text;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Simple;
using static Corridor.Cli.Screen.Figures;

namespace Corridor.Cli.Forecasts;

/// <summary>The tables of a backtest in Markdown: docs/forecast-skill.md is this text.</summary>
internal static class SkillPage
{
    public static string Text(Skill skill, string command)
    {
        var page = new StringBuilder();
        page.Append("# Forecast skill\n\nWritten by `").Append(command).Append("`. The protocol, the method, and where and why it falls short: "
            + "[forecasting.md](forecasting.md).\n\n");
        page.Append(skill.Methods.Contains(Backtest.WithoutSimulation)
            ? "What is scored: `corridor` is the forecast as `corridor forecast` makes it, with the conditioned simulation; "
                + "`statistical` is the same without it.\n\n"
            : "What is scored: `corridor` is the statistical forecast alone (`--members 0`). "
                + "`corridor forecast` adds what the conditioned simulation says that closures, openings, full camps and new conflicts change; "
                + "without `--members 0` that is scored.\n\n");
        AppendRelativeScores(page, skill);
        AppendScores(page, skill);
        AppendScoresByPart(page, skill);
        return page.ToString();
    }

    private static void AppendRelativeScores(StringBuilder page, Skill skill)
    {
        page.Append("Weighted interval scores (WIS) in units of the score of the simple method that turns out best for each case, "
            + "known only afterwards. Below 1 is better.\n\n");
        AppendTable(page, ["method", .. skill.Cases, "geometric mean"], skill.Methods.Select(m => (string[])
        [
            m, .. skill.Cases.Select(c => Decimal(skill.RelativeWis(c, m, skill.BestSimple(c)))), Decimal(skill.RelativeToBest(m)),
        ]));
        page.Append("\n## Against each simple method used throughout\n\nGeometric mean over the cases of the relative WIS of `corridor`.\n\n");
        AppendTable(page, ["against", "relative WIS"],
            SimpleMethods.All.Select(m => (string[])[m.Name, Decimal(skill.RelativeWis(Backtest.Own, m.Name))]));
    }

    private static void AppendScores(StringBuilder page, Skill skill)
    {
        page.Append("\n## Scores and calibration\n\nMeans over all forecasts: CRPS, WIS and absolute error of the median in people "
            + "(the large cases dominate them); the energy score of all targets of an origin together; "
            + "share of reports within the central intervals; "
            + "shares of the probability-integral transform in ten bins (flat: 0.10 each). ");
        page.Append("On the change since the last report all scores are the same as on the level: both forecast and report move by a known number. ");
        page.Append("The targets of `corridor` are correlated as its errors have been up to the origin, those of the simple methods are independent; "
            + "if those of `corridor` were, its energy score would be ");
        page.Append(Whole(Skill.Energy(skill.Of(Backtest.Own), independent: true))).Append(".\n\n");
        AppendTable(page, ["method", "CRPS", "WIS", "abs. error", "energy", "50 %", "80 %", "95 %", "PIT"], skill.Methods.Select(m =>
        {
            var own = skill.Of(m);
            return (string[])
            [
                m, Whole(own.Average(s => s.Crps)), Whole(own.Average(s => s.Wis)), Whole(own.Average(s => s.AbsoluteError)), Whole(Skill.Energy(own)),
                Decimal(Skill.Coverage(own, 0.5)), Decimal(Skill.Coverage(own, 0.8)), Decimal(Skill.Coverage(own, 0.95)),
                string.Join(" ", Skill.Pit(own).Select(Decimal)),
            ];
        }));
    }

    private static void AppendScoresByPart(StringBuilder page, Skill skill)
    {
        page.Append("\n## By case and horizon\n\nMean WIS in people; 80 % coverage of `corridor`.\n\n");
        AppendTable(page, ["case", "days", "forecasts", .. skill.Methods, "80 %"], skill.Cases.SelectMany(c =>
            skill.Of(c, Backtest.Own).GroupBy(s => s.Horizon).OrderBy(g => g.Key).Select(g => (string[])
            [
                c, Whole(g.Key), Whole(g.Count()),
                .. skill.Methods.Select(m => Whole(skill.Of(c, m).Where(s => s.Horizon == g.Key).Average(s => s.Wis))),
                Decimal(Skill.Coverage([.. g], 0.8)),
            ])));
        page.Append("\n## By place\n\nMean WIS in people over all horizons.\n\n");
        AppendTable(page, ["case", "place", "forecasts", .. skill.Methods], skill.Cases.SelectMany(c =>
            skill.Of(c, Backtest.Own).GroupBy(s => s.Target).Select(g => (string[])
            [
                c, g.Key == "*" ? "all" : g.Key, Whole(g.Count()),
                .. skill.Methods.Select(m => Whole(skill.Of(c, m).Where(s => s.Target == g.Key).Average(s => s.Wis))),
            ])));
        page.Append("\n## By origin\n\nMean WIS in people over all targets and horizons.\n\n");
        AppendTable(page, ["case", "as of", "forecasts", "corridor", "best simple method of the case"], skill.Cases.SelectMany(c =>
        {
            var best = skill.Of(c, skill.BestSimple(c)).ToLookup(s => s.Origin);
            return skill.Of(c, Backtest.Own).GroupBy(s => s.Origin).OrderBy(g => g.Key).Select(g => (string[])
            [
                c, Date(g.Key), Whole(g.Count()), Whole(g.Average(s => s.Wis)), Whole(best[g.Key].Average(s => s.Wis)),
            ]);
        }));
    }

    private static void AppendTable(StringBuilder page, string[] header, IEnumerable<string[]> rows)
    {
        page.Append("| ").AppendJoin(" | ", header.Select(Cell)).Append(" |\n|").Append(string.Concat(header.Select(_ => " --- |"))).Append('\n');
        foreach (var row in rows) page.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
    }

    /// <summary>A name that holds the mark between cells must not part one.</summary>
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
