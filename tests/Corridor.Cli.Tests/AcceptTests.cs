using System.Text;
using Xunit;

namespace Corridor.Cli.Tests;

/// <summary><c>corridor read --propose</c> and <c>corridor accept</c>: from claims to rows of the scenario, never half.</summary>
public sealed class AcceptTests : IDisposable
{
    private const string First = "RIVERTOWN, 4 March 2026 (OCHA) - About 2,600 people have arrived at North camp since Monday, UNHCR said. "
        + "On Tuesday militia fighters closed the road between City and Rivertown.";
    private const string Second = "RIVERTOWN, 4 March 2026 (Reuters) - Some 5,200 people have arrived at North camp since Monday, IOM said.";

    private readonly TemporaryFolder folder = new();
    private readonly string scenario;

    public AcceptTests()
    {
        scenario = folder.NewScenario();
        File.WriteAllText(folder["first.txt"], First);
        File.WriteAllText(folder["second.txt"], Second);
    }

    private string Proposals => Path.Combine(scenario, "proposals.csv");

    [Fact]
    public void Reading_the_same_text_twice_proposes_nothing_twice()
    {
        var result = Cli.Run("read", folder["first.txt"], "--propose", scenario);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Proposed 1 count and 1 timeline change", result.Output, StringComparison.Ordinal);
        var before = File.ReadAllBytes(Proposals);
        var again = Cli.Run("read", folder["first.txt"], folder["first.txt"], "--propose", scenario).Output.ReplaceLineEndings(" ");
        Assert.Contains("2 were there already", again, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Proposals));
        Propose("second.txt");
        Assert.Equal(before, File.ReadAllBytes(Proposals)[..before.Length]);
        Assert.Equal(0, Cli.Run("check", scenario).ExitCode);
    }

    [Fact]
    public void Contradictions_are_listed_side_by_side()
    {
        Propose("first.txt", "second.txt");
        var result = Cli.Run("accept", scenario);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Snapshot.Match("accept-list", result.Output, (folder.Path + Path.DirectorySeparatorChar, ""));
        Assert.All(result.Output.Replace(folder.Path, "", StringComparison.Ordinal).Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void Accepted_proposals_become_rows_and_every_byte_before_them_stays()
    {
        Propose("first.txt", "second.txt");
        var (counts, timeline) = (Path.Combine(scenario, "counts.csv"), Path.Combine(scenario, "timeline.csv"));
        // As Excel leaves it: byte-order mark, CRLF, a column of the user's own, no line break at the end.
        File.WriteAllText(counts,
            "published,date,place,measure,people,qualifier,source,from,remark\r\n"
            + "#date+published,#date,#loc+id,#indicator,#affected,#q,#meta+source,#date+start,\r\n"
            + "2026-03-04, 2026-03-03 ,north-camp,stock,1800,about,\"exam\"\"ple\",,\"a, b\"",
            new UTF8Encoding(true));
        var (countsBefore, timelineBefore) = (File.ReadAllBytes(counts), File.ReadAllBytes(timeline));
        var result = Cli.Run("accept", scenario, "--all");
        Assert.Equal(0, result.ExitCode);
        // The two contradict each other: both are kept, and it is said which a forecast goes by.
        Assert.Contains("two counts of 'north-camp' on 2026-03-04", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("0 errors, 1 warning\n", result.Error, StringComparison.Ordinal);
        Snapshot.Match("accept-all", result.Output);
        Assert.Equal(countsBefore, File.ReadAllBytes(counts)[..countsBefore.Length]);
        Assert.Equal(timelineBefore, File.ReadAllBytes(timeline)[..timelineBefore.Length]);
        Assert.Equal(
            "\r\n2026-03-04,2026-03-04,north-camp,inflow,2600,about,UNHCR,2026-03-01,"
                + "\r\n2026-03-04,2026-03-04,north-camp,inflow,5200,about,IOM,2026-03-01,\r\n",
            Encoding.UTF8.GetString(File.ReadAllBytes(counts)[countsBefore.Length..]));
        var closing = Encoding.UTF8.GetString(File.ReadAllBytes(timeline)[timelineBefore.Length..]);
        Assert.StartsWith("2026-03-03,city--rivertown,close,,", closing, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("check", scenario).ExitCode);
        Assert.DoesNotContain(",proposed,", File.ReadAllText(Proposals), StringComparison.Ordinal);

        var after = TemporaryFolder.Contents(scenario);
        Assert.Equal(0, Cli.Run("accept", scenario, "--all").ExitCode);
        Assert.Equal(after, TemporaryFolder.Contents(scenario));
        Assert.Contains("0 proposals to decide; 3 accepted", Cli.Run("accept", scenario).Output, StringComparison.Ordinal);
    }

    /// <summary>What is announced holds from the day that is told. Where none is, a person says which, and nobody takes the day of the text for it.</summary>
    [Theory]
    [InlineData("The road between City and Rivertown will be closed on 10 March, the governor said.", "2026-03-10")]
    [InlineData("The governor said on Tuesday that the road between City and Rivertown will be closed on 10 March.", "2026-03-10")]
    [InlineData("The road between City and Rivertown will be closed tomorrow, the governor said.", "2026-03-07")]
    [InlineData("The road between City and Rivertown will be closed on Monday.", "2026-03-09")]
    [InlineData("The road between City and Rivertown will be closed from 12 March.", "2026-03-12")]
    [InlineData("The governor said on Tuesday that the road between City and Rivertown will be closed.", null)]
    [InlineData("The road between City and Rivertown will be closed, the governor said on Tuesday.", null)]
    [InlineData("The road between City and Rivertown will be closed until 12 March.", null)]
    [InlineData("The road between City and Rivertown will be closed soon.", null)]
    public void An_announced_closure_is_of_the_day_that_is_told(string text, string? day)
    {
        ProposeText(text, "2026-03-06");
        var timeline = Path.Combine(scenario, "timeline.csv");
        var before = File.ReadAllText(timeline);
        var listed = OneLine(Cli.Run("accept", scenario).Output);
        Assert.Equal(day is null, listed.Contains("needs the day before it can be accepted", StringComparison.Ordinal));
        var result = Cli.Run("accept", scenario, "--all");
        Assert.Equal(0, result.ExitCode);
        if (day is not null)
        {
            Assert.StartsWith($"{before}{day},city--rivertown,close,", File.ReadAllText(timeline), StringComparison.Ordinal);
            return;
        }
        Assert.Equal(before, File.ReadAllText(timeline));
        Assert.Contains("the day of what is planned is not told; expected a date", OneLine(result.Output), StringComparison.Ordinal);
        var id = File.ReadLines(Proposals).Last().Split(',')[0];
        Assert.Equal(2, Cli.Run("accept", scenario, id).ExitCode);
        File.WriteAllText(Proposals, File.ReadAllText(Proposals).Replace("timeline,,2026-03-06", "timeline,2026-03-20,2026-03-06", StringComparison.Ordinal));
        Assert.Equal(0, Cli.Run("accept", scenario, id).ExitCode);
        Assert.StartsWith($"{before}2026-03-20,city--rivertown,close,", File.ReadAllText(timeline), StringComparison.Ordinal);

        static string OneLine(string page) => string.Join(' ', page.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void More_people_than_there_can_be_are_not_proposed_and_keep_nothing_back()
    {
        var result = ProposeText("Some 5,000,000,000,000 people fled Rivertown on Tuesday. North camp shelters 300 displaced people.", "2026-03-06");
        Assert.Contains("is not proposed: more people than there can be", result.Error, StringComparison.Ordinal);
        Assert.Contains("Proposed 1 count", result.Output, StringComparison.Ordinal);
        Assert.Contains(",300,", File.ReadAllText(Proposals), StringComparison.Ordinal);
    }

    /// <summary>A dispatch is a dated text by a publisher: a road that is closed, open and closed again is told three times.</summary>
    [Fact]
    public void The_same_words_of_another_day_are_other_news()
    {
        var timeline = Path.Combine(scenario, "timeline.csv");
        var before = File.ReadAllLines(timeline);
        foreach (var (state, day) in (ReadOnlySpan<(string, string)>)[("closed", "2026-03-05"), ("open again", "2026-03-12"), ("closed", "2026-03-20")])
            ProposeText($"The road between City and Rivertown is {state}, OCHA said.", day);
        Assert.Equal(0, Cli.Run("accept", scenario, "--all").ExitCode);
        Assert.Equal(["2026-03-05,city--rivertown,close", "2026-03-12,city--rivertown,open", "2026-03-20,city--rivertown,close"],
            File.ReadAllLines(timeline)[before.Length..].Select(row => string.Join(',', row.Split(',')[..3])));
    }

    /// <summary>What is known by a day must not hang on which of two reports of one closure is read first.</summary>
    [Theory]
    [InlineData(false, "2026-03-11", "2026-03-12")]
    [InlineData(false, "2026-03-12", "2026-03-11")]
    [InlineData(true, "2026-03-12", "2026-03-11")]
    public void The_report_that_made_a_change_known_first_counts(bool oneByOne, params string[] days)
    {
        foreach (var day in days)
        {
            ProposeText($"The road between City and Rivertown was closed on 10 March, OCHA said. Bulletin of {day}.", day);
            if (oneByOne) Assert.Equal(0, Cli.Run("accept", scenario, "--all").ExitCode);
        }
        Assert.Equal(0, Cli.Run("accept", scenario, "--all").ExitCode);
        var rows = File.ReadAllLines(Path.Combine(scenario, "timeline.csv")).Where(row =>
            row.StartsWith("2026-03-10,city--rivertown,close", StringComparison.Ordinal)).ToList();
        Assert.Equal(oneByOne ? 2 : 1, rows.Count);
        Assert.EndsWith(",2026-03-11", rows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Fighting_where_there_is_conflict_leaves_it_as_high_as_it_is()
    {
        var timeline = Path.Combine(scenario, "timeline.csv");
        foreach (var (day, known, expected) in (ReadOnlySpan<(int, string, int)>)[(5, "", 1), (7, "2026-03-06,rivertown,conflict,3,,,\n", 3),
            (9, "2026-03-08,rivertown,conflict,0,,,\n", 1)])
        {
            File.AppendAllText(timeline, known);
            ProposeText($"Fighting was reported in Rivertown on {day} March.", $"2026-03-0{day}");
            Assert.Equal(0, Cli.Run("accept", scenario, "--all").ExitCode);
            Assert.StartsWith($"2026-03-0{day},rivertown,conflict,{expected},", File.ReadLines(timeline).Last(), StringComparison.Ordinal);
        }
    }

    /// <summary>A killed acceptance may have written rows and no status.</summary>
    [Fact]
    public void What_is_a_row_already_cannot_be_rejected()
    {
        Propose("first.txt");
        var before = File.ReadAllBytes(Proposals);
        Assert.Equal(0, Cli.Run("accept", scenario, "--all").ExitCode);
        File.WriteAllBytes(Proposals, before);
        var id = File.ReadLines(Proposals).Last().Split(',')[0];
        var result = Cli.Run("accept", scenario, "--reject", id);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is a row of the scenario: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Proposals));
        Assert.Equal(0, Cli.Run("accept", scenario, id).ExitCode);
    }

    [Fact]
    public void It_is_said_which_counted_figures_are_not_proposed_and_why()
    {
        var result = ProposeText("At least 1,150 families arrived at North camp on Monday. Restrictions were imposed at North camp on Monday.", "2026-03-06");
        Assert.Contains("is not proposed: no household size is known of the country", result.Error, StringComparison.Ordinal);
        Assert.Contains("Proposed 0 counts and 0 timeline changes", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_proposal_is_accepted_and_another_rejected_by_their_first_letters()
    {
        WriteProposals(
            "aaaaaaaa,proposed,count,2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,,",
            "bbbbbbbb,proposed,count,2026-03-04,2026-03-05,north-camp,stock,9000,exact,army,,");
        var result = Cli.Run("accept", scenario, "aaaa", "--reject", "bbbb");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("aaaaaaaa,accepted,", File.ReadAllText(Proposals), StringComparison.Ordinal);
        Assert.Contains("bbbbbbbb,rejected,", File.ReadAllText(Proposals), StringComparison.Ordinal);
        var counts = File.ReadAllText(Path.Combine(scenario, "counts.csv"));
        Assert.EndsWith("2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,\n", counts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_in_the_scenario_already_is_not_written_twice()
    {
        WriteProposals("aaaaaaaa,proposed,count,2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,,");
        File.AppendAllText(Path.Combine(scenario, "counts.csv"), "2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,\n");
        var before = File.ReadAllText(Path.Combine(scenario, "counts.csv"));
        Assert.Equal(0, Cli.Run("accept", scenario, "aaaaaaaa").ExitCode);
        Assert.Equal(before, File.ReadAllText(Path.Combine(scenario, "counts.csv")));
        Assert.Contains("aaaaaaaa,accepted,", File.ReadAllText(Proposals), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_proposals_of_one_figure_are_one_row_however_they_are_accepted()
    {
        WriteProposals(
            "aaaaaaaa,proposed,count,2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,,",
            "bbbbbbbb,proposed,count,2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,,",
            "cccccccc,proposed,count,2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,,",
            "dddddddd,proposed,timeline,2026-03-04,2026-03-05,,,,,IOM,city--rivertown,close",
            "eeeeeeee,proposed,timeline,2026-03-04,2026-03-05,,,,,IOM,city--rivertown,close");
        var together = Cli.Run("accept", scenario, "aaaa", "bbbb", "dddd", "eeee").Output.ReplaceLineEndings(" ");
        Assert.Contains("Accepted 1 count into counts.csv and 1 change into timeline.csv", together, StringComparison.Ordinal);
        Assert.Contains("2 more say what a row says already: accepted, and not written again.", together, StringComparison.Ordinal);
        var later = Cli.Run("accept", scenario, "cccc").Output.ReplaceLineEndings(" ");
        Assert.Contains("Accepted 0 counts", later, StringComparison.Ordinal);
        Assert.Contains("1 more says what a row says already", later, StringComparison.Ordinal);
        Assert.Single(File.ReadLines(Path.Combine(scenario, "counts.csv")), l =>
            l.StartsWith("2026-03-04,2026-03-05,north-camp,stock,700,", StringComparison.Ordinal));
        Assert.Single(File.ReadLines(Path.Combine(scenario, "timeline.csv")), l => l.StartsWith("2026-03-04,city--rivertown,", StringComparison.Ordinal));
        Assert.DoesNotContain(",proposed,", File.ReadAllText(Proposals), StringComparison.Ordinal);
    }

    [Fact]
    public void The_kind_that_a_place_becomes_is_written_as_its_word()
    {
        File.WriteAllText(Proposals,
            "id,status,kind,date,published,subject,change,value,source\n"
            + "aaaaaaaa,proposed,timeline,2026-03-04,2026-03-05,north-camp,kind,idp-camp,UNHCR\n");
        Assert.Equal(0, Cli.Run("accept", scenario, "aaaa").ExitCode);
        Assert.Contains("2026-03-04,north-camp,kind,idp-camp,", File.ReadAllText(Path.Combine(scenario, "timeline.csv")), StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("check", scenario).ExitCode);
    }

    [Fact]
    public void What_does_not_fit_the_scenario_is_refused_with_its_place_and_the_nearest_name_and_nothing_is_written()
    {
        WriteProposals(
            "aaaaaaaa,proposed,count,2026-03-04,2026-03-05,nroth-camp,stock,700,about,UNHCR,,",
            "bbbbbbbb,proposed,count,2026-03-04,2026-03-05,the river town,stock,700,about,UNHCR,,",
            "cccccccc,proposed,timeline,2026-03-04,2026-03-05,,,,,IOM,city--Rivertown,close",
            "dddddddd,proposed,timeline,2026-03-04,2026-03-05,,,,,IOM,city--south-camp,close",
            "eeeeeeee,proposed,count,2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,,");
        var before = TemporaryFolder.Contents(scenario);
        var result = Cli.Run("accept", scenario, "aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd", "eeeeeeee");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Snapshot.Match("accept-misfits", result.Error, (folder.Path + Path.DirectorySeparatorChar, ""));
        Assert.Equal(before, TemporaryFolder.Contents(scenario));
    }

    [Fact]
    public void What_all_brings_along_and_does_not_fit_is_left_as_proposed_and_listed()
    {
        WriteProposals(
            "aaaaaaaa,proposed,timeline,2026-03-04,2026-03-05,,,,,IOM,the old bridge,close",
            "bbbbbbbb,proposed,timeline,2026-03-04,2026-03-05,,,,,IOM,city--south-camp,close",
            "cccccccc,proposed,count,2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,,");
        var result = Cli.Run("accept", scenario, "--all");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Snapshot.Match("accept-left", result.Output, (folder.Path + Path.DirectorySeparatorChar, ""));
        var after = File.ReadAllText(Proposals);
        Assert.Contains("aaaaaaaa,proposed,", after, StringComparison.Ordinal);
        Assert.Contains("bbbbbbbb,proposed,", after, StringComparison.Ordinal);
        Assert.Contains("cccccccc,accepted,", after, StringComparison.Ordinal);
        Assert.Contains(",north-camp,stock,700,", File.ReadAllText(Path.Combine(scenario, "counts.csv")), StringComparison.Ordinal);
        Assert.Contains("needs the id of a place", Cli.Run("accept", scenario).Output, StringComparison.Ordinal);
        // Asked for by name, it is an error.
        AssertError("'the old bridge' is no place of the scenario", "accept", scenario, "aaaaaaaa", "--all");
    }

    [Fact]
    public void Mistakes_in_the_file_or_the_ids_are_all_named()
    {
        AssertError("nothing is proposed yet", "accept", scenario);
        WriteProposals(
            "aaaaaaaa,proposed,count,2026-03-04,2026-03-05,north-camp,stock,700,about,UNHCR,,",
            "aaaaaabb,proposed,count,2026-03-04,2026-03-05,north-camp,stock,800,about,UNHCR,,");
        var ids = Cli.Run("accept", scenario, "aaaa", "zzzz", "--reject", "aaaaaaaaa");
        Assert.Equal(2, ids.ExitCode);
        Snapshot.Match("accept-bad-ids", ids.Error, (folder.Path + Path.DirectorySeparatorChar, ""));
        WriteProposals(
            "aaaaaaaa,propsed,count,4 March,2026-03-05,north-camp,stock,many,about,UNHCR,,",
            "aaaaaaaa,proposed,claim,2026-03-04,2026-03-05,north-camp,,700,about,UNHCR,,");
        var rows = Cli.Run("accept", scenario);
        Assert.Equal(2, rows.ExitCode);
        Snapshot.Match("accept-bad-rows", rows.Error, (folder.Path + Path.DirectorySeparatorChar, ""));
        var read = Cli.Run("read", folder["first.txt"], "--propose", scenario);
        Assert.Equal(2, read.ExitCode);
        AssertError("there is no such folder", "read", folder["first.txt"], "--propose", folder["nowhere"]);
    }

    [Fact]
    public void A_count_that_needs_a_column_that_is_not_there_is_refused_and_the_others_are_taken()
    {
        Propose("first.txt");
        // Without a column for the period of a flow, the inflow of days would become that of one.
        File.WriteAllText(Path.Combine(scenario, "counts.csv"), "date,published,place,measure,people,qualifier,source\n");
        var before = TemporaryFolder.Contents(scenario);
        var flow = File.ReadLines(Path.Combine(scenario, "proposals.csv")).First(line => line.Contains(",inflow,", StringComparison.Ordinal)).Split(',')[0];
        AssertError("there is no column 'from' in counts.csv", "accept", scenario, flow);
        Assert.Equal(before, TemporaryFolder.Contents(scenario));

        var all = Cli.Run("accept", scenario, "--all");
        Assert.Contains("there is no column 'from' in counts.csv", all.Output + all.Error, StringComparison.Ordinal);
        var statuses = File.ReadAllText(Path.Combine(scenario, "proposals.csv"));
        Assert.Contains($"{flow},proposed,", statuses, StringComparison.Ordinal);
        Assert.Contains(",accepted,", statuses, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_somebody_made_read_only_stays_as_it_is()
    {
        Propose("first.txt");
        var timeline = new FileInfo(Path.Combine(scenario, "timeline.csv"));
        var before = TemporaryFolder.Contents(scenario);
        timeline.IsReadOnly = true;
        var result = Cli.Run("accept", scenario, "--all");
        timeline.IsReadOnly = false;
        Assert.Equal((1, $"cannot write to '{timeline.FullName}': the file is read-only\n"), (result.ExitCode, result.Error));
        Assert.Equal(before, TemporaryFolder.Contents(scenario));
    }

    [Fact]
    public void Missing_files_are_made_with_a_row_of_hashtags()
    {
        Propose("first.txt");
        File.Delete(Path.Combine(scenario, "counts.csv"));
        File.Delete(Path.Combine(scenario, "timeline.csv"));
        Assert.Equal(0, Cli.Run("accept", scenario, "--all").ExitCode);
        Assert.Equal("#date,#date+published,#loc+id,", File.ReadAllLines(Path.Combine(scenario, "counts.csv"))[1][..30]);
        Assert.Equal(0, Cli.Run("check", scenario).ExitCode);
        Assert.DoesNotContain(Directory.EnumerateFiles(scenario), f => f.Contains(".tmp-", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private static void AssertError(string expected, params string[] args)
    {
        var result = Cli.Run(args);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    private void Propose(params string[] files)
    {
        var result = Cli.Run(["read", .. files.Select(f => folder[f]), "--propose", scenario]);
        Assert.True(result.ExitCode == 0, result.Error);
    }

    /// <summary>A text of OCHA's, published on a day.</summary>
    private CliResult ProposeText(string text, string day)
    {
        File.WriteAllText(folder["report.txt"], text);
        var result = Cli.Run("read", folder["report.txt"], "--published", day, "--publisher", "OCHA", "--propose", scenario);
        Assert.Equal(0, result.ExitCode);
        return result;
    }

    private void WriteProposals(params string[] rows) =>
        File.WriteAllText(Proposals,
            "id,status,kind,date,published,place,measure,people,qualifier,source,subject,change\n" + string.Concat(rows.Select(r => r + "\n")));
}
