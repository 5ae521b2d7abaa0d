using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading.Tables;

/// <summary>The days that a title, a header or a cell tells of.</summary>
internal sealed class TableDays(DateOnly? published)
{
    /// <summary>The days in some words, or null where they name none.</summary>
    public Window? In(Sentence s)
    {
        if (s.Count == 0) return null;
        var times = new TimeReader(published).Read(s, new bool[s.Count]);
        return times.Find(t => t.Start is not null || t.Last is not null) is { } time ? Of(time) : null;
    }

    /// <summary>The days of words that are nothing but a date ("8 May", "as of 12 May"), or null.</summary>
    public Window? All(string words)
    {
        var s = Sentence(words);
        return s.Count > 0 && new TimeReader(published).Read(s, new bool[s.Count]) is [var time] && (time.Start is not null || time.Last is not null)
            && time.First <= 2 && time.End == s.Count && (time.First == 0 || time.Kind == TimeKind.AsOf) ? Of(time) : null;
    }

    /// <summary>Some words of a table, cut into tokens.</summary>
    public static Sentence Sentence(string words)
    {
        var clean = new CleanText(words.Length);
        var normaliser = new Normaliser(clean);
        for (var i = 0; i < words.Length; i++) normaliser.Push(words[i] == '\n' ? ' ' : words[i], i);
        var sentence = new Sentence(clean);
        sentence.Next(new Tokeniser(clean, Lexicon.Default));
        return sentence;
    }

    private static Window Of(TimeExpression time) =>
        time.Kind is TimeKind.AsOf ? new Window(null, null, null, null, time.Last)
        : time.Kind == TimeKind.Point && time.Start == time.Last && time.Accuracy == DateAccuracy.Day
            ? new Window(time.Start, DateAccuracy.Day, time.Last, DateAccuracy.Day, time.Last)
        : new Window(time.Start, time.Accuracy, time.Last, time.Accuracy, null);
}
