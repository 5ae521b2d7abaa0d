using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>"MOSUL, 5 November 2016 (Reuters) -": the day and publisher that a text names for itself in its first lines.</summary>
internal static class Dateline
{
    private static readonly string[] Publishers =
        ["Reuters", "AFP", "AP", "OCHA", "UNHCR", "IOM", "UNICEF", "ReliefWeb", "Xinhua", "BBC", "TASS", "WFP", "UNRWA"];

    public static (DateOnly? Published, string? Publisher) Read(CleanText clean)
    {
        var tokeniser = new Tokeniser(clean, Lexicon.Default);
        var s = new Sentence(clean);
        DateOnly? day = null;
        string? publisher = null;
        for (var lines = 0; lines < 3 && s.Next(tokeniser); lines++)
        {
            var end = Math.Min(s.Count, 16);
            for (var i = 0; i < end; i++)
                foreach (var name in Publishers)
                    if (s.Says(i, name) && s.IsMark(i - 1, '(') && s.IsMark(i + 1, ')')) publisher ??= name;
            foreach (var time in new TimeReader(null).Read(s, new bool[s.Count]))
                if (time.First < 10 && time is { Kind: TimeKind.Point, Accuracy: DateAccuracy.Day, Start: not null } && Stands(s, time)) day ??= time.Start;
        }

        return (day, publisher);
    }

    // In a dateline a date follows a place or a label, not a preposition: "since 5 May 2024" is part of the story.
    private static bool Stands(Sentence s, TimeExpression time) => !s.Is(time.First - 1, Tag.Preposition) && !s.Is(time.First - 1, Tag.Determiner);
}
