using Corridor.Cli.Forecasts;
using Corridor.Cli.Questions;
using Corridor.Cli.Screen;
using Corridor.Forecasting;
using Corridor.Forecasting.Backtests;
using Corridor.Forecasting.Reports;
using Corridor.Forecasting.Scores;
using Corridor.Forecasting.Simple;
using Corridor.Scenarios;

namespace Corridor.Cli.Pages;

/// <summary>The page of <c>corridor forecast</c>: the reported figures on the days ahead, and what each alternative changes.</summary>
internal sealed class ForecastPage
{
    private readonly Page page;
    private readonly ForecastAnswer answer;
    private readonly ForecastQuestion question;
    private readonly Knowledge known;
    private readonly CorridorForecast forecast;
    private readonly Figures figures;
    private readonly PlaceNames names;
    private readonly List<int> targets;

    private ForecastPage(Page page, ForecastAnswer answer)
    {
        (this.page, this.answer, question, known, forecast) = (page, answer, answer.Question, answer.Question.Known, answer.Forecast);
        figures = question.Request.Figures;
        names = new PlaceNames(question.Scenario);
        targets = [.. Enumerable.Range(0, known.Series.Count).Where(forecast.CanForecast)];
    }

    public static void Print(Page page, ForecastAnswer answer) => new ForecastPage(page, answer).Print();

    private void Print()
    {
        PrintOpening();
        foreach (var alternative in question.Alternatives)
        {
            page.Heading(alternative == Alternative.Base
                ? "As things stand: half below the first figure, 8 of 10 in the range under it"
                : $"Under {alternative.Name}");
            page.TableInParts(question.Horizons, ahead => Levels(alternative, ahead));
            if (alternative != Alternative.Base) PrintEffect(alternative);
        }
        PrintSkill();
    }

    private void PrintOpening()
    {
        var counts = Figures.Counted(known.Series.Sum(s => s.Reports.Count), "count");
        page.Paragraph($"{question.Scenario.Name}: forecast as of {Figures.Date(known.Day)}, from {counts} published by then", Ink.Heading);
        if (!answer.Answer.IsComplete)
        {
            page.Paragraph($"STOPPED after {question.Days} of {Figures.Counted(answer.Answer.Question.Scenario.Days, "day")}: "
                + $"what follows, and the run folder, end on {Figures.Date(known.Day.AddDays(question.Days))}.", Ink.Strong);
        }
        OpeningLines.PrintAge(page, answer.Answer.Question);
    }

    private TextTable Levels(Alternative alternative, IReadOnlyList<int> ahead)
    {
        var table = new TextTable(["", " last report", .. ahead.Select(h => $" {Figures.Counted(h, "day")}")]);
        table.Add(["", "", .. ahead.Select(h => new Cell(Figures.Date(known.Day.AddDays(h)), Ink.Faint))]);
        foreach (var target in targets)
        {
            var last = known.Series[target].Reports[^1];
            var then = ahead.Select(h => forecast.Of(alternative, target, known.Day.AddDays(h))).ToList();
            var arrivals = IsArrivals(target) ? " arrivals so far" : "";
            var medians = then.Select(f => new Cell(figures.People(f.Median), Ink.Strong));
            var ranges = then.Select(f => new Cell(Range(f), Ink.Faint));
            table.Add([new Cell(NameOf(target), Ink.Strong), figures.People(last.People), .. medians]);
            table.Add([new Cell(arrivals, Ink.Faint), new Cell(Figures.Date(last.Date), Ink.Faint), .. ranges]);
        }
        return table;
    }

    private void PrintEffect(Alternative alternative)
    {
        var date = known.Day.AddDays(question.Days);
        page.Line();
        page.Paragraph($"What {alternative.Name} changes on {Figures.Date(date)}, member by member against the timeline as it stands:");
        var table = new TextTable("", " change", figures.RangeOf("member"), " more in");
        foreach (var target in targets)
        {
            var members = forecast.Difference(alternative, Alternative.Base, target, date);
            var more = members.Count(d => d > 0) / (double)members.Length;
            var difference = Summary.Of(members);
            if (Math.Abs(difference.Q10) < 1 && Math.Abs(difference.Q90) < 1) continue;
            var name = NameOf(target) + (IsArrivals(target) ? ", arrivals" : "");
            table.Add(name, new Cell(figures.Change(difference.Q50), Ink.Strong), figures.ChangeInterval(difference), figures.OfRuns(more, "member"));
        }
        if (table.RowCount > 0) page.Table(table);
        else page.Line("  nothing at the reported places");
        if (figures.AreFew) page.Paragraph($"Fewer than {Figures.FewestForQuantiles} members give no interval and no percentage of what changes.", Ink.Faint);
    }

    /// <summary>What such forecasts have been worth here so far, beside each simple method.</summary>
    private void PrintSkill()
    {
        page.Line();
        if (answer.Past is not { } skill)
        {
            page.Paragraph("How good such forecasts have been here cannot be said yet: "
                + $"fewer than {Backtest.FewestForecasts} earlier ones can be scored at a report.", Ink.Faint);
            return;
        }
        var own = skill.Of(Backtest.Own);
        page.Paragraph($"How good such forecasts have been here: {Figures.Counted(own.Count, "forecast")} 14 and 28 days ahead, "
            + $"made on every 14th day and scored at the reports published by {Figures.Date(known.Day)}. "
            + "Below 1, corridor (without the simulation) was better than the simple method; "
            + $"its 80 % intervals held {Figures.Share(Skill.Coverage(own, 0.8))}.", Ink.Heading);
        var table = new TextTable("against", " relative WIS");
        foreach (var method in SimpleMethods.All) table.Add(method.Name, Figures.Decimal(skill.RelativeWis(Backtest.Own, method.Name)));
        page.Table(table);
    }

    private string Range(Predictive f) => $"{figures.People(f.Quantile(0.1))}-{figures.People(f.Quantile(0.9))}";

    private bool IsArrivals(int target) => known.Series[target].Target.Kind == TargetKind.Arrivals;

    private string NameOf(int target) => known.Series[target].Target is { IsTotal: false } at ? names[at.Place] : "all";
}
