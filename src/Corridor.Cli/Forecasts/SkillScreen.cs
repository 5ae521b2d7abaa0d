using Corridor.Cli.Screen;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Simple;
using static Corridor.Cli.Screen.Figures;

namespace Corridor.Cli.Forecasts;

/// <summary>The main figures of a backtest in the width of the terminal; <see cref="SkillPage"/> has all of them.</summary>
internal static class SkillScreen
{
    public static void Print(Skill skill, Page page)
    {
        page.Paragraph("Forecast skill: mean weighted interval scores (WIS) in units of the score of the simple method that turns out best for the case, "
            + "known only afterwards. Below 1 is better.", Ink.Heading);
        page.Paragraph(skill.Methods.Contains(Backtest.WithoutSimulation)
            ? "corridor is the forecast of 'corridor forecast', with the conditioned simulation; statistical is the same without it."
            : "corridor is the statistical forecast alone (--members 0); "
                + "'corridor forecast' adds the conditioned simulation, which is scored without that option.", Ink.Faint);
        page.Line();
        var cases = new TextTable(["case", " forecasts", "best simple method", .. Own(skill).Select(m => " " + m), " 80 %"]);
        foreach (var name in skill.Cases)
        {
            var own = skill.Of(name, Backtest.Own);
            var relative = Own(skill).Select(m => (Cell)Decimal(skill.RelativeWis(name, m, skill.BestSimple(name))));
            cases.Add([name, Whole(own.Count), skill.BestSimple(name), .. relative, Decimal(Skill.Coverage(own, 0.8))]);
        }
        var all = skill.Of(Backtest.Own);
        var means = Own(skill).Select(m => new Cell(Decimal(skill.RelativeToBest(m)), Ink.Strong));
        cases.Add([new("geometric mean", Ink.Strong), Whole(all.Count), "", .. means, Decimal(Skill.Coverage(all, 0.8))]);
        page.Table(cases);

        page.Heading("All methods, over all cases");
        var methods = new TextTable("method", " against", " WIS", " CRPS", " energy", " 50 %", " 80 %", " 95 %");
        foreach (var method in skill.Methods)
        {
            var own = skill.Of(method);
            var against = SimpleMethods.All.Any(m => m.Name == method) ? Decimal(skill.RelativeWis(Backtest.Own, method)) : "";
            methods.Add(method, against, Whole(own.Average(s => s.Wis)), Whole(own.Average(s => s.Crps)), Whole(Skill.Energy(own)),
                Decimal(Skill.Coverage(own, 0.5)), Decimal(Skill.Coverage(own, 0.8)), Decimal(Skill.Coverage(own, 0.95)));
        }
        page.Table(methods);
        page.Paragraph("Against: geometric mean over the cases of the WIS of corridor in units of that of the method, used throughout. "
            + "WIS, CRPS and the energy score of all places together are means in people; "
            + "50, 80 and 95 %: shares of reports that these intervals held.", Ink.Faint);

        page.Heading("Mean WIS by days ahead, people");
        var horizons = new TextTable("case", " days", " forecasts", " corridor", " best simple", " 80 %");
        foreach (var name in skill.Cases)
        {
            var best = skill.Of(name, skill.BestSimple(name)).ToLookup(s => s.Horizon);
            foreach (var own in skill.Of(name, Backtest.Own).GroupBy(s => s.Horizon).OrderBy(g => g.Key))
            {
                horizons.Add(name, Whole(own.Key), Whole(own.Count()),
                    Whole(own.Average(s => s.Wis)), Whole(best[own.Key].Average(s => s.Wis)), Decimal(Skill.Coverage([.. own], 0.8)));
            }
        }
        page.Table(horizons);
    }

    /// <summary>Corridor's own forecasts: with the simulation and, where both are scored, without.</summary>
    private static IEnumerable<string> Own(Skill skill) => skill.Methods.Where(m => SimpleMethods.All.All(s => s.Name != m));
}
