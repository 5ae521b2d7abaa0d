using Corridor.Dispatches.Claims;
using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Reading.Sources;

/// <summary>
/// A quotation that runs over several sentences: who is quoted stands before its first or after its last. Quotation marks lose their
/// direction when a text is cleaned, so they are told by turns; a mark at the head of a sentence opens, since papers open each paragraph anew.
/// </summary>
internal sealed class Quotation
{
    private const int LongestInSentences = 12;

    private bool open;
    private int sentences;
    private bool startsInside;
    private int firstDraft;
    private int spokeAt = -9;
    private int sentence;
    private Attribution? speaker;
    // Who spoke just before a quotation that goes on, until somebody is named for it.
    private Attribution? assumed;

    /// <summary>Follows the marks of the next sentence.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="drafts">How many figures were read before it.</param>
    public void Begin(Sentence s, int drafts)
    {
        sentence++;
        startsInside = open;
        for (var i = 0; i < s.Count; i++)
        {
            if (!IsMark(s, i)) continue;
            if (i == 0 && open) continue;
            open = !open;
            if (!open) continue;
            (firstDraft, speaker, sentences, assumed) = (drafts, null, 0, null);
        }

        if (open && ++sentences > LongestInSentences) open = false;
    }

    /// <summary>A speaker was named in the sentence: of the quotation that ends or begins there.</summary>
    public void Spoken(Sentence s, int at, Attribution who, List<Draft> drafts)
    {
        spokeAt = sentence;
        if (startsInside && !Inside(s, at))
            for (var i = firstDraft; i < drafts.Count; i++)
                if (drafts[i].Source.Type == SourceType.Publisher || ReferenceEquals(drafts[i].Source, assumed)) drafts[i].Source = who;
        if (open && !Inside(s, at)) speaker ??= who;
    }

    /// <summary>Whether a speaker was named in the sentence before.</summary>
    public bool SpokeBefore => sentence - spokeAt == 1;

    /// <summary>Who speaks the words at a token that nobody of its own sentence speaks, or null outside of quotations.</summary>
    public Attribution? At(Sentence s, int token, Attribution? last) =>
        !Inside(s, token) ? null : startsInside ? speaker ?? assumed
        // Who speaks a quotation that goes on is told after its end, or was before it.
        : sentence - spokeAt > 1 ? null : open ? assumed = last : last;

    private bool Inside(Sentence s, int token)
    {
        var inside = startsInside;
        for (var i = 0; i < token; i++)
            if (IsMark(s, i) && !(i == 0 && startsInside)) inside = !inside;
        return inside;
    }

    private static bool IsMark(Sentence s, int i) => s[i].Kind == Text.TokenKind.Quote && s[i].Mark == '"';
}
