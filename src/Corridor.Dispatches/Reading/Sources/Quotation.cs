using Corridor.Dispatches.Text;

namespace Corridor.Dispatches.Reading.Sources;

/// <summary>
/// A quotation that runs over several sentences: who is quoted stands before its first or after its last. Quotation marks lose their
/// direction when a text is cleaned, so they are told by turns; a mark at the head of a sentence opens, since papers open each paragraph anew.
/// </summary>
internal sealed class Quotation
{
    private const int LongestInSentences = 12;

    private bool _open;
    private int _sentences;
    private bool _startsInside;
    private int _firstDraft;
    private int _spokeAt = -9;
    private int _sentence;
    private Attribution? _speaker;
    // Who spoke just before a quotation that goes on, until somebody is named for it.
    private Attribution? _assumed;

    /// <summary>Follows the marks of the next sentence.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="drafts">How many figures were read before it.</param>
    public void Begin(Sentence s, int drafts)
    {
        _sentence++;
        _startsInside = _open;
        for (var i = 0; i < s.Count; i++)
        {
            if (!IsMark(s, i)) continue;
            if (i == 0 && _open) continue;
            _open = !_open;
            if (!_open) continue;
            (_firstDraft, _speaker, _sentences, _assumed) = (drafts, null, 0, null);
        }

        if (_open && ++_sentences > LongestInSentences) _open = false;
    }

    /// <summary>A speaker was named in the sentence: of the quotation that ends or begins there.</summary>
    public void Spoken(Sentence s, int at, Attribution who, List<Draft> drafts)
    {
        _spokeAt = _sentence;
        if (_startsInside && !Inside(s, at))
            for (var i = _firstDraft; i < drafts.Count; i++)
                if (drafts[i].Source.Type == SourceType.Publisher || ReferenceEquals(drafts[i].Source, _assumed)) drafts[i].Source = who;
        if (_open && !Inside(s, at)) _speaker ??= who;
    }

    /// <summary>Who speaks the words at a token that nobody of its own sentence speaks, or null outside of quotations.</summary>
    public Attribution? At(Sentence s, int token, Attribution? last) =>
        !Inside(s, token) ? null : _startsInside ? _speaker ?? _assumed
        // Who speaks a quotation that goes on is told after its end, or was before it.
        : _sentence - _spokeAt > 1 ? null : _open ? _assumed = last : last;

    private bool Inside(Sentence s, int token)
    {
        var inside = _startsInside;
        for (var i = 0; i < token; i++)
            if (IsMark(s, i) && !(i == 0 && _startsInside)) inside = !inside;
        return inside;
    }

    private static bool IsMark(Sentence s, int i) => s[i].Kind == Text.TokenKind.Quote && s[i].Mark == '"';
}
