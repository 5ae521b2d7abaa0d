using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Reading;

/// <summary>Of which country a text is, by its first sixty sentences.</summary>
internal static class TextCountry
{
    /// <summary>The country most named among the first words, which decides household size and what a border is.</summary>
    public static string? MostNamed(CleanText clean) => Leading(clean, static (s, i) =>
        (s.Find(i, Tag.Country) ?? s.Find(i, Tag.Demonym))?.Detail is { } land
            ? (land, (s.SaysAny(i - 1, "to", "into") ? 0 : 2) - (s.Is(i, Tag.Demonym) ? 1 : 0)) : (null, 0));

    /// <summary>The country where most of the places lie that people are told to be in or to leave; who attacks them or takes them in is none of it.</summary>
    public static string? Home(CleanText clean, Context context) => Leading(clean, (s, i) =>
        s.SaysAny(i - 1, "to", "into", "reached") || s.SaysAny(i + 1, "district", "neighbourhood", "quarter") ? (null, 0)
        : s.Find(i, Tag.Country) is { } country ? (s.SaysAny(i - 1, "in", "from", "of", "across") ? country.Detail : null, 1)
        : (LandAt(s, i, context), 1));

    /// <summary>The country in which all places lie that the text names and that are known; none where they lie in two.</summary>
    public static string? OfAllPlaces(CleanText clean, Context context)
    {
        var (tokeniser, s, only) = (new Tokeniser(clean, Lexicon.Default), new Sentence(clean), (string?)null);
        for (var sentences = 0; sentences < 60 && s.Next(tokeniser); sentences++)
            for (var i = 0; i < s.Count; i++)
            {
                if (!s[i].Capital || LandAt(s, i, context) is not { } land || land == only) continue;
                if (only is not null) return null;
                only = land;
            }

        return only;
    }

    /// <summary>Whether it speaks of refugees, migrants or asylum seekers and of nobody displaced within a country.</summary>
    public static bool IsOfMigration(CleanText clean, Context context)
    {
        var (tokeniser, s, migration) = (new Tokeniser(clean, Lexicon.Default), new Sentence(clean), false);
        for (var sentences = 0; sentences < 60 && s.Next(tokeniser); sentences++)
        {
            migration |= PassingWords.OfRefugees(s);
            for (var i = 0; i < s.Count; i++)
            {
                if (s.Unit(i) is { Class: UnitClass.Idp } || s.SaysAny(i, "displaced", "displacement", "uprooted")) return false;
                migration |= s.SaysAny(i, "migrants", "asylum") || s[i].Capital && context.IsOfRefugees(s.Words(i, i + 1));
            }
        }

        return migration;
    }

    // The country of the name that begins at a token: "Tal Afar", "Mosul".
    private static string? LandAt(Sentence s, int i, Context context) =>
        (i + 1 < s.Count && s[i + 1].Capital ? context.LandAsSpelled(s.Words(i, i + 2)) : null) ?? context.LandAsSpelled(s.Words(i, i + 1));

    private static string? Leading(CleanText clean, Func<Sentence, int, (string? Land, int Weight)> named)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var tokeniser = new Tokeniser(clean, Lexicon.Default);
        var s = new Sentence(clean);
        for (var sentences = 0; sentences < 60 && s.Next(tokeniser); sentences++)
            for (var i = 0; i < s.Count; i++)
                if (s[i].Capital && named(s, i) is { Land: { } land } found) counts[land] = counts.GetValueOrDefault(land) + found.Weight;
        return counts.Count == 0 ? null
            : counts.Where(c => c.Value > 0).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key).FirstOrDefault();
    }
}
