using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Times;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>"MOSUL, 5 November 2016 (Reuters) -": the day and publisher that a text names for itself in its first lines.</summary>
/// <param name="Published">The day; null: none is named.</param>
/// <param name="Publisher">The publisher; null: none is named.</param>
/// <param name="End">Where the story begins on the same line, in the clean text; 0: the dateline has a line of its own, or there is none.</param>
internal readonly record struct Dateline(DateOnly? Published, string? Publisher, int End)
{
    private static readonly string[] Publishers =
        ["Reuters", "AFP", "AP", "OCHA", "UNHCR", "IOM", "UNICEF", "ReliefWeb", "Xinhua", "BBC", "TASS", "WFP", "UNRWA"];

    public static Dateline Read(CleanText clean)
    {
        var tokeniser = new Tokeniser(clean, Lexicon.Default);
        var s = new Sentence(clean);
        DateOnly? day = null;
        string? publisher = null;
        var story = 0;
        for (var lines = 0; lines < 3 && s.Next(tokeniser); lines++)
        {
            var end = Math.Min(s.Count, 16);
            var told = -1;
            for (var i = 0; i < end; i++)
            {
                foreach (var name in Publishers)
                {
                    if (!s.Says(i, name) || !s.IsMark(i - 1, '(') || !s.IsMark(i + 1, ')')) continue;
                    publisher ??= name;
                    told = i + 2;
                }
            }

            foreach (var time in new TimeReader(null).Read(s, new bool[s.Count]))
            {
                if (time.First >= 10 || time is not { Kind: TimeKind.Point, Accuracy: DateAccuracy.Day, Start: not null } || !Stands(s, time)) continue;
                day ??= time.Start;
                if (told < 0 && day == time.Start) told = time.End;
                // "Karsa, 1 March 2026 - ...", "Karsa, 2 March 2026 - ...": a chronology, whose days are those of what it tells.
                if (day != time.Start && s.IsDash(time.End)) story = NoStory;
            }

            if (story == 0 && told > 0 && s.IsDash(told) && IsDateline(s, told)) story = s[told].End;
        }

        return new Dateline(day, publisher, Math.Max(0, story));
    }

    private const int NoStory = -1;

    // "KARSA, 5 March", "Port Alder (OCHA)": a place, and nothing that is told. "1 March 2026 - 900 people fled" names none.
    private static bool IsDateline(Sentence s, int end)
    {
        var place = s.IsCapital(1) ? 2 : 1;
        if (!s.IsCapital(0) || !s.IsMark(place, ',') && !s.IsMark(place, '(')) return false;
        for (var i = 0; i < end; i++)
            if (s.IsWord(i) && (!s[i].Capital || i < place && s.Is(i, Tag.Month | Tag.Weekday | Tag.Body | Tag.Source))) return false;
        return true;
    }

    // In a dateline a date follows a place or a label, not a preposition: "since 5 May 2024" is part of the story.
    private static bool Stands(Sentence s, TimeExpression time) => !s.Is(time.First - 1, Tag.Preposition) && !s.Is(time.First - 1, Tag.Determiner);
}
