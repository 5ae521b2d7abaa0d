namespace Corridor.Dispatches.Vocabulary;

/// <summary>
/// What a word or phrase of the tables can be; a word may be several, and several may be asked for at once. The names are the section names of the
/// tables, each a bit of one word: 64, and no more.
/// </summary>
[Flags]
internal enum Tag : ulong
{
    None = 0,
    Unit = 1UL << 0, Predicate = 1UL << 1, Cardinal = 1UL << 2, Scale = 1UL << 3, Vague = 1UL << 4, Fraction = 1UL << 5, MoreThan = 1UL << 6,
    AtLeast = 1UL << 7, Approximately = 1UL << 8, LessThan = 1UL << 9, AtMost = 1UL << 10, Further = 1UL << 11,
    Determiner = 1UL << 12, Preposition = 1UL << 13, Conjunction = 1UL << 14, Pronoun = 1UL << 15, Be = 1UL << 16, Have = 1UL << 17, Do = 1UL << 18,
    Get = 1UL << 19, Adverb = 1UL << 20,
    Possible = 1UL << 21, Conditional = 1UL << 22, Planned = 1UL << 23, Ordered = 1UL << 24, Attempted = 1UL << 25, Negation = 1UL << 26,
    Deny = 1UL << 27, Retract = 1UL << 28,
    Speech = 1UL << 29, Intends = 1UL << 30, Counting = 1UL << 31, Citing = 1UL << 32, According = 1UL << 33, DataNoun = 1UL << 34,
    CountNoun = 1UL << 35, Exclude = 1UL << 36, Include = 1UL << 37, NameHead = 1UL << 38, PriorMark = 1UL << 39, Rise = 1UL << 40,
    Month = 1UL << 41, Weekday = 1UL << 42, Season = 1UL << 43, TimeUnit = 1UL << 44,
    Control = 1UL << 45, Catenative = 1UL << 46, Modal = 1UL << 47, Body = 1UL << 48,
    Feature = 1UL << 49, Passage = 1UL << 50, Transit = 1UL << 51, Act = 1UL << 52, Deed = 1UL << 53, Actor = 1UL << 54, SettlementNoun = 1UL << 55,
    Cause = 1UL << 56, Rose = 1UL << 57, Occasion = 1UL << 58, Source = 1UL << 59, Country = 1UL << 60, Demonym = 1UL << 61, PlaceNoun = 1UL << 62,
    Direction = 1UL << 63,

    // Asked for together.
    Helping = Be | Have, Helpers = Helping | Adverb, Auxiliaries = Helping | Modal, AllAuxiliaries = Auxiliaries | Do,
    Verbs = Helping | Act | Predicate | Speech, Finites = Verbs | Modal | Transit,
    // What may stand before a number: "the", "about", "now".
    BeforeNumber = Determiner | Approximately | Adverb,
}

/// <summary>The form of a verb that a word is.</summary>
[Flags]
internal enum VerbForm { None = 0, Base = 1, Past = 2, Participle = 4, Ing = 8, Third = 16, Noun = 32, Phrase = 64 }
