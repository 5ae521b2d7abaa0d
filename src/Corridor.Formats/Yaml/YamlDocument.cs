using Corridor.Formats.Files;
using Corridor.Scenarios;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Corridor.Formats.Yaml;

/// <summary>Reads the part of YAML that a scenario needs: one document of keys, lists and values, each with its position.</summary>
/// <remarks>
/// It is built from the parser's events, not from YamlDotNet's node tree: the tree expands aliases, so that a few lines can stand for millions
/// of nodes, and it is built by recursion that deep nesting overflows.
/// </remarks>
internal sealed class YamlDocument
{
    private const int MaxDepth = 20;

    private readonly string file;
    private readonly Parser parser;
    private readonly ICollection<Problem> problems;
    private readonly bool lastHolds;

    private YamlDocument(SourceFile source, ICollection<Problem> problems, bool lastHolds)
    {
        this.lastHolds = lastHolds;
        file = source.Path;
        parser = new Parser(new StringReader(source.Text));
        this.problems = problems;
    }

    /// <summary>The content of the file; null with a problem when it cannot be read.</summary>
    /// <param name="source">The file.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="lastHolds">Whether of a key that is repeated the last one holds, with a
    /// warning, as other readers of YAML have it; otherwise it is an error.</param>
    public static YamlNode? Parse(SourceFile source, ICollection<Problem> problems, bool lastHolds = false)
    {
        var document = new YamlDocument(source, problems, lastHolds);
        try
        {
            return document.Read();
        }
        catch (YamlException e)
        {
            problems.Add(e.Message.Contains(" tab ", StringComparison.Ordinal) && Tab(source) is { } tab
                ? Problem.Error(tab, "a tab where blanks should be; YAML is indented with blanks only")
                : Problem.Error(new Origin(source.Path, (int)e.Start.Line, (int)e.Start.Column), $"this is not valid YAML: {Lowered(e.Message)}"));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // YamlDotNet lets some of its own failures on damaged text through, in words about itself: what it read last is as near as one can say.
            var last = document.parser.Current?.Start;
            var where = new Origin(source.Path, (int)(last?.Line ?? 1), (int)(last?.Column ?? 1));
            problems.Add(Problem.Error(where,
                "this is not valid YAML from here on; expected every bracket, brace and quote that opens to be closed"));
        }
        return null;
    }

    private YamlNode? Read()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            problems.Add(Problem.Error(new Origin(file), "the file is empty; expected keys with values"));
            return null;
        }
        parser.Consume<DocumentStart>();
        var root = Node(depth: 0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
            throw new YamlException(parser.Current!.Start, parser.Current.End, "A second document begins here; expected one");
        return root;
    }

    private YamlNode Node(int depth)
    {
        var start = parser.Current ?? throw new YamlException("The file ends too early");
        if (depth > MaxDepth) throw new YamlException(start.Start, start.End, $"Nested more than {MaxDepth} levels deep");
        if (start is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new YamlException(start.Start, start.End, "Anchors (&) and aliases (*) are not read; write the value out, or in quotes if it is a text");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(new Field(scalar.Value, At(scalar)), scalar.Style == ScalarStyle.Plain);
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
            return new YamlList(At(sequence), items);
        }
        return Map(parser.Consume<MappingStart>(), depth);
    }

    private YamlMap Map(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, Origin>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not YamlScalar scalar)
                problems.Add(Problem.Error(key.Origin, $"the key is {key.What}; expected a name"));
            else if (seen.TryAdd(scalar.Field.Text, key.Origin))
                entries.Add(new YamlEntry(scalar.Field, value));
            else if (lastHolds)
            {
                problems.Add(Problem.Warning(key.Origin,
                    $"the key '{scalar.Field.Text}' is there already in line {seen[scalar.Field.Text].Line}; this one holds"));
                entries[entries.FindIndex(e => e.Key.Text == scalar.Field.Text)] = new YamlEntry(scalar.Field, value);
            }
            else
            {
                problems.Add(Problem.Error(key.Origin,
                    $"the key '{scalar.Field.Text}' is there already in line {seen[scalar.Field.Text].Line}; keys are unique"));
            }
        }
        return new YamlMap(At(start), entries);
    }

    private Origin At(ParsingEvent node) => new(file, (int)node.Start.Line, (int)node.Start.Column);

    /// <summary>The first tab in an indentation: the parser names the mapping around it instead, which may begin many lines before.</summary>
    private static Origin? Tab(SourceFile source)
    {
        var line = 0;
        foreach (var content in source.Text.AsSpan().EnumerateLines())
        {
            line++;
            var indentation = content[..(content.Length - content.TrimStart(" \t").Length)];
            if (indentation.IndexOf('\t') is >= 0 and var at) return new Origin(source.Path, line, at + 1);
        }
        return null;
    }

    private static string Lowered(string message) =>
        message.Length == 0 ? "it cannot be parsed" : char.ToLowerInvariant(message[0]) + message[1..].ReplaceLineEndings(" ").TrimEnd('.');
}
