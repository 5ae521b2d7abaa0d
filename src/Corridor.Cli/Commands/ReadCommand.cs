using System.CommandLine;
using System.Text;
using Corridor.Cli.Dispatches;
using Corridor.Cli.Screen;
using Corridor.Formats.Files;
using Corridor.Scenarios;

namespace Corridor.Cli.Commands;

/// <summary><c>corridor read</c>: who says how many people moved, and which road is open, out of news and situation reports.</summary>
internal static class ReadCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new ReadOptionSet();
        var command = new Command("read", "Read news and situation reports into attributed claims: who moved, how many, which road is open");
        options.AddTo(command);
        Help.AddTo(command,
            "corridor read examples/reports/rivertown.txt --published 2026-03-06",
            "corridor read examples/reports/*.txt --html --out claims.html",
            "corridor read examples/reports/rivertown.txt --propose my-scenario");
        command.SetAction(parsed => Read(context.Terminal, options, parsed));
        return command;
    }

    private static int Read(Terminal terminal, ReadOptionSet options, ParseResult parsed)
    {
        var problems = new List<Problem>();
        var request = options.Read(parsed, problems);
        var scenario = TextReading.ScenarioOf(request, problems);
        var isPrinted = request.Output is null || OutputFile.IsStandardOutput(request.Output);
        if (!isPrinted && !problems.Exists(p => p.IsError)) OutputFile.RequireWritable(request.Output!);
        IReadOnlyList<ReadText> texts = [];
        if (!problems.Exists(p => p.IsError))
        {
            if (terminal.IsTyped && request.Files.Contains("-"))
                terminal.Error.WriteLine("reading what is typed; Ctrl-D on an empty line (Windows: Ctrl-Z) ends it");
            texts = TextReading.Read(request, scenario, terminal.In, problems);
        }
        using var held = request.ProposeTo is { } proposeTo ? FolderLock.Take(proposeTo) : null;
        problems.AddRange(held?.Warnings ?? []);
        var proposals = request.ProposeTo is null || problems.Exists(p => p.IsError) ? null : ProposalsMerge.Of(request.ProposeTo, texts, scenario!, problems);
        if (problems.Count > 0) ProblemList.Print(problems, terminal.Error);
        if (problems.Exists(p => p.IsError)) return ExitCode.BadInput;
        // What is written is all written, or nothing is.
        List<(string Path, byte[] Bytes)> files = [];
        if (!isPrinted) files.Add((request.Output!, Page(request.Form, texts)));
        if (proposals?.Output is { } proposed) files.Add(proposed);
        OutputFile.Write(files);
        // Proposing is quiet about the claims unless a form is asked for.
        if (!isPrinted) terminal.Out.WriteLine($"Written to {request.Output}");
        else if (request is { Form: not ReadForm.Table } or { ProposeTo: null } or { Output: not null }) ClaimsOutput.Write(texts, request.Form, terminal);
        if (proposals is not null && (request.Form == ReadForm.Table || !isPrinted)) proposals.Print(new Page(terminal));
        return ExitCode.Done;
    }

    private static byte[] Page(ReadForm form, IReadOnlyList<ReadText> texts)
    {
        using var text = new StringWriter { NewLine = "\n" };
        ClaimsOutput.Write(texts, form, new Terminal(text, TextWriter.Null));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
