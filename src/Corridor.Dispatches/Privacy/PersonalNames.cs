using System.Globalization;
using Corridor.Dispatches.Numbers;
using Corridor.Dispatches.Places;
using Corridor.Dispatches.Reading.Sources;
using Corridor.Dispatches.Text;
using Corridor.Dispatches.Vocabulary;

namespace Corridor.Dispatches.Privacy;

/// <summary>Whose name a run of capitalised words is.</summary>
internal enum NameKind
{
    /// <summary>No name.</summary>
    Ordinary,
    /// <summary>A place, a body, a people, an event.</summary>
    Public,
    /// <summary>A person.</summary>
    Private,
    /// <summary>Nothing tells: withheld, unless the text names a place or a body so elsewhere.</summary>
    Unknown,
}

/// <summary>
/// Tells names of persons from other names by what stands around them (schema 4.4). The tables are asked in their order: what tells a
/// person comes before what tells a place or a body, and a name that nothing tells is withheld.
/// </summary>
internal sealed class PersonalNames(Gazetteer gazetteer)
{
    /// <summary>A run of capitalised words that no table knows, and what several rules ask of it; one of them serves a whole text.</summary>
    private sealed class Run(Gazetteer gazetteer)
    {
        public Sentence S { get; private set; } = null!;
        public int First { get; private set; }
        /// <summary>The token after its last.</summary>
        public int End { get; private set; }
        public int Length => End - First;
        /// <summary>The token before it.</summary>
        public int Before => First - 1;
        private string? words;
        private bool? isPlace;
        private bool? isBody;

        public bool InHeadline { get; private set; }

        public Run At(Sentence s, int first, int end, bool inHeadline)
        {
            (S, First, End, InHeadline) = (s, first, end, inHeadline);
            (words, isPlace, isBody) = (null, null, null);
            return this;
        }

        public bool Says(int i, string word) => S.Says(i, word);

        /// <summary>"Emergency Tracking": words of the language alone.</summary>
        public bool IsEnglish
        {
            get
            {
                for (var i = First; i < End; i++)
                    if (!EnglishWords.Has(S.Chars(i)) || NameSpelling.IsGivenName(S, i)) return false;
                return true;
            }
        }

        private string Words => words ??= S.Words(First, End);
        /// <summary>A place of the scenario or the built-in lists; a capital speaks for its government.</summary>
        public bool IsKnownPlace =>
            isPlace ??= gazetteer.Resolve(Words).PlaceId is not null || Lexicon.Default.Capitals.Contains(Words) || Towns.IsKnown(Words);
        public bool Organisation => isBody ??= IsBody(S, First, End);
        /// <summary>"in Mado"; "according to Amina", "a letter from Amina" are none.</summary>
        public bool AfterPlacePreposition => S.Has(Before, Cue.AtPlace) && !((S.SaysAny(Before, "to", "from") || Length > 1 && !S.Has(First, Cue.PlaceHead))
            && S.Has(Before - 1, Cue.ToPerson)) && !(Length > 1 && S.Says(Before, "between") && S.Is(Before - 1, Tag.Cause));

        public bool NounOfPlace(int i) => S.Is(i, PlaceNouns);
        /// <summary>"| district", "| residents", "| militia": the noun that a name of a place or a people stands before.</summary>
        public bool BeforeNoun(int i) => S.Is(i, NamedNouns);

        /// <summary>"Sheikh Maqsoud", "Umm Qasr": a title that names of places begin with, where a place is due.</summary>
        public bool IsTitledPlace => S.IsCapital(Before) && S.SaysAny(Before, "sheikh", "umm", "sidi", "sayyid", "haj", "father", "mother") && !Owns
            && (gazetteer.Resolve(S.Words(Before, End)).PlaceId is not null || Towns.IsKnown(S.Words(Before, End)) || IsHeld(S, End) || NounOfPlace(End)
                || S.SaysAny(Before - 1, "in", "near", "around", "outside", "inside", "into")
                || S.Verb(Before - 1) is { Who: Who.Subject, Class: VerbClass.Move or VerbClass.Arrive });

        /// <summary>"Karsa, Mado and | Odrin": a list goes on or ends behind it; "In Karsa, Amina cooks" begins with who does it.</summary>
        public bool IsListed => !Owns && (S.SaysAny(Before, "and", "or") || S.IsMark(Before, '/') || Length == 1 && S.IsMark(Before, '(') && S.IsMark(End, ')')
            || S.IsMark(Before, ',') && (End >= S.Count || S.IsMark(End) || S.SaysAny(End, "and", "or") || S.IsNumber(End) || S.Is(End, Tag.Preposition)));

        /// <summary>Followed by "'s".</summary>
        public bool Owns => End < S.Count && S[End].Kind == TokenKind.Possessive;

        /// <summary>"Omar's forces", "Omar's men": who is armed is a commander's more often than a town's.</summary>
        public bool OwnsForces => Owns && (S.Is(End + 1, Tag.Actor) || S.Has(End + 1, Cue.Armed) || S.SaysAny(End + 1, "men", "supporters", "followers"));

        /// <summary>"according to Omar fighting goes on": the noun behind the name begins what is said.</summary>
        public bool IsToldBy => Says(Before, "to") && S.Has(Before - 1, Cue.ToPerson) && S.Is(End, Tag.Cause);

        private const Tag PlaceNouns =
            Tag.PlaceNoun | Tag.Feature | Tag.SettlementNoun | Tag.Direction;
        private const Tag NamedNouns = PlaceNouns
            | Tag.Unit | Tag.Body | Tag.Cause | Tag.Source | Tag.Actor;
    }

    private readonly Run reused = new(gazetteer);
    private Sentence? sentence;
    private bool? isHeadline;

    /// <summary>What is asked next is asked of this sentence.</summary>
    public void Begin(Sentence s) => (sentence, isHeadline) = (s, null);

    private static readonly Func<Run, bool>[] Persons =
    [
        // "Amina Dawood on +964 770 123 4567"
        static r => Reached(r),
        // "with Josephine Achieng", "Hassan refused": the first a given name; "Ibrahim Khalil crossing" is a place.
        static r => NameSpelling.IsGivenName(r.S, r.First) && !OfPlace(r) && !r.Organisation && !r.IsKnownPlace && !IsBody(r.S, r.First, r.End + 1),
        // "Amina fled with 300 families": what only a person does.
        static r => r.S.Has(r.End, Cue.PersonDeed) && !r.Organisation && !r.IsKnownPlace
            && !r.S.Is(r.Before, Tag.Preposition | Tag.Determiner | Tag.Direction),
        // "Omar's wife", "Bahati's neighbours", "Omar's youngest daughter"
        static r => r.Owns && !r.S.Is(r.Before, Tag.Preposition) && !r.Organisation
            && (r.S.Has(r.End + 1, Cue.Belonging) || r.S.Has(r.End + 1, Cue.Kin) || r.S.Has(r.End + 2, Cue.Kin)),
        // "to Talatu's compound", "past Omar's shop", "Omar's men": what one person has, whatever stands before.
        static r => r.Owns && !r.Organisation && !r.IsKnownPlace && !r.IsEnglish
            && (r.S.Has(r.End + 1, Cue.Estate) || r.S.Has(r.End + 1, Cue.Kin) || r.S.IsMark(r.End + 1) || r.End + 1 >= r.S.Count),
        // "the family of Omar", "the house of Abdul Khan", "a spokesman for Omar", "officials loyal to Omar"
        static r => !r.IsKnownPlace && !r.Organisation && !r.BeforeNoun(r.End) && (r.Says(r.Before, "of") && r.S.Has(r.Before - 1, Cue.KinOf)
            || r.S.SaysAny(r.Before, "for", "to") && r.S.SaysAny(r.Before - 1, "spokesman", "spokeswoman", "spokesperson", "lawyer", "loyal", "allegiance")),
        // "Amina (2026) counts", "(Amina, 2026)": who wrote it.
        static r => (r.S.IsMark(r.End, '(') || r.S.IsMark(r.End, ',') && r.S.IsMark(r.Before, '(')) && r.S.IsNumber(r.End + 1) && !r.S[r.End + 1].Grouped
            && r.S[r.End + 1].Value is > 1950 and < 2100 && r.S.IsMark(r.End + 2, ')') && !r.IsKnownPlace && !r.Organisation && !r.AfterPlacePreposition
            && !r.S.Is(r.Before, Tag.Determiner),
        // "fled from Omar and his men"
        static r => r.Says(r.End, "and") && r.S.SaysAny(r.End + 1, "his", "her") && !r.IsKnownPlace && !r.Organisation,
        // "the mayor of Sumy, Vitaliy Stepanchuk, said"
        static r => r.S.IsMark(r.Before, ',') && r.S.IsMark(r.End, ',') && IsSpeech(r.S, r.End + 1) && !r.IsKnownPlace && !r.Organisation
            && r.S.AnyBefore(r.Before, 7, static (s, i) => s.Has(i, Cue.Title) || s.Has(i, Cue.Kin)),
        // "the Haddad family", "the Mugisha brothers"
        static r => r.S.IsCapital(r.End) && r.S.SaysAny(r.End, "family", "brothers", "sisters") && !r.Organisation
            || r.Length > 1 && r.S.Says(r.End, "among") && r.S.SaysAny(r.End + 1, "them", "those") && !r.Organisation,
        // "soldiers arrested Omar", "they buried Amina"
        static r => r.S.SaysAny(r.Before, Suffered) && !r.IsKnownPlace && !r.Organisation && !r.BeforeNoun(r.End),
        static r => r.Says(r.Before, "the") && r.S.SaysAny(r.End, "family", "brothers", "sisters", "household", "couple", "siblings", "twins", "children"),
        // "At the bridge, Hassan Omar, whose card was lost,"
        static r => r.Length > 1 && r.S.IsMark(r.End, ',') && r.S.Says(r.End + 1, "whose") && !r.S.Is(r.Before, Tag.Determiner)
            && !r.IsKnownPlace && !r.Organisation
            && !r.S.Any(r.End + 2, r.End + 4, static (s, i) => s.Is(i, Tag.PlaceNoun | Tag.Feature | Tag.SettlementNoun | Tag.Unit | Tag.Body | Tag.Actor)),
        // "Sheikh Omar", "Col. Haddad"; "Governor in Mosul" has no name after it.
        // "the Sheikh Omar crossing", "the old Karsa road", "Bishop Street" are places.
        static r => AfterTitle(r) && !r.IsTitledPlace && !r.S.Is(r.Before, Tag.PlaceNoun) && !r.S.Is(r.End, Tag.Body) && !r.NounOfPlace(r.End)
            && !(r.Length == 1 && r.S.Is(r.First, Tag.Feature)) && !(r.IsEnglish && r.S.SaysAny(r.End, "of", "for")),
        // "Shwan ZEBARI said"
        static r => NameSpelling.Whole(r.S, r.End) is var whole && whole > r.End && (IsSpeech(r.S, whole) || r.S.Has(whole, Cue.PersonDeed)),
        // "Karim Salih said", "said Karim Salih"; "Kyiv said" is a place that speaks for its government.
        static r => Speaks(r) && !r.Organisation,
        // "Karim denied that", "Karim puts the number at"
        static r => (r.S.Is(r.End, Tag.Deny) || r.S.SaysAny(r.End, "puts", "claims", "reports")
                && (r.S.Is(r.End + 1, Tag.Determiner) || r.S.IsNumber(r.End + 1)))
            && !r.S.Is(r.Before, Tag.Preposition | Tag.Determiner | Tag.Direction) && !r.IsKnownPlace && !r.Organisation,
        // "Karim Salih, 34,", "Amal (2)"
        static r => Aged(r),
        // "Karim Salih, a community elder,"
        static r => r.S.IsMark(r.End, ',') && r.S.SaysAny(r.End + 1, "a", "an") && Described(r.S, r.End + 2)
            && !r.S.Is(r.Before, Tag.Predicate) && !r.S.SaysAny(r.Before, "at", "in", "near", "outside", "around"),
        // "Amina (34, tailor)", "Amina/34", "Amina - 34 -"
        static r => (r.S.IsMark(r.End, '(') || r.S.IsMark(r.End, '/') || r.S.IsMark(r.End, '-')) && !r.S.IsMark(r.End + 2, ')') && !r.IsKnownPlace
            && r.S.IsNumber(r.End + 1) && Ages.EndOf(r.S, r.End + 1, -1) > r.End + 1,
    ];

    // What is done to one person.
    private static readonly string[] Suffered =
        ["arrested", "abducted", "kidnapped", "buried", "murdered", "mourn", "mourned", "mourning", "beat", "tortured", "questioned", "interviewed",
            "married", "raped", "beheaded", "assassinated"];

    private const Tag Happens = Tag.Predicate | Tag.Act | Tag.Deed;

    private const Tag HasPlaces = Tag.PlaceNoun | Tag.Direction | Tag.SettlementNoun | Tag.Feature | Tag.Unit | Tag.Body | Tag.Deed | Tag.Act | Tag.Cause
        | Tag.Predicate | Tag.Source;

    private static readonly Func<Run, bool>[] PlacesAndBodies =
    [
        // "the Free Rangers", "the Tigris", "the Turkish Karsa": no person has an article.
        static r => r.S.Is(r.Before, Tag.Determiner) && !r.Says(r.Before, "that") || r.S.Is(r.Before, Tag.Demonym) && r.S.Is(r.Before - 1, Tag.Determiner),
        // "Tracking | Matrix": goes on from a known word with a capital; "Organization for | Migration"
        static r => r.Before > 0 && !r.InHeadline && r.S.IsCapital(r.Before) && r.S[r.Before].Word is not null && !r.S.Is(r.Before, Tag.Speech)
            || r.Says(r.Before, "for") && (r.S.Is(r.Before - 1, Tag.Body) || r.Before > 1 && r.S.IsWord(r.Before - 1) && r.S[r.Before - 1].Capital),
        // "in Sheikh Maqsoud"
        static r => r.IsTitledPlace,
        // "Karsa Reserve Union (KRU)", "KRU (Karsa Reserve)"
        static r => r.S.IsMark(r.End, '(') && Acronym(r.S, r.End + 1) || r.S.IsMark(r.Before, '(') && Acronym(r.S, r.Before - 1),
        // "in Mado", "from Karsa", "bound for Odra"
        static r => r.AfterPlacePreposition
            || r.Says(r.Before, "for") && (r.S.Is(r.Before - 1, Tag.Predicate) && !r.S.SaysAny(r.Before - 1, "came", "come", "comes", "coming")
                || r.S.SaysAny(r.Before - 1, "heading", "headed", "bound", "making", "made")),
        // "its figure for Karsa"
        static r => r.Says(r.Before, "for") && r.S.Is(r.Before - 1, Tag.CountNoun | Tag.DataNoun) && !r.Owns,
        // "north of Mado", "the battle of Odra", "the mayor of Karsa"; "a friend of Amina" has nothing that a place has.
        static r => r.Says(r.Before, "of") && !r.S.Is(r.Before - 1, Tag.Actor) && (r.S.Is(r.Before - 1, HasPlaces)
            || r.S.IsNumber(r.Before - 1) || r.S.Is(r.Before - 2, Tag.PlaceNoun)
            || r.S.Has(r.Before - 1, Cue.Title) || r.S.Has(r.Before - 1, Cue.Occupation) || r.S.SaysAny(r.Before - 1, "out", "north", "rubble", "stretch")),
        // "Lake Mado", "camp Odra", "Cyclone Idai", "ethnic Karsa"
        static r => r.NounOfPlace(r.Before) || r.S.Has(r.Before, Cue.Named)
            || r.Length > 1 && (r.S.Has(r.First, Cue.Named) || r.S.Is(r.First, Tag.Feature)),
        // "Karsa district", "Karsa residents", "Karsa militia", "Ebola outbreak"
        static r => r.BeforeNoun(r.End) && !r.IsToldBy,
        // "the capital, Karsa,", "towns such as Mado", "districts, including Odra"
        static r => r.S.IsMark(r.Before, ',') && (r.S.Is(r.Before - 1, Tag.SettlementNoun) || r.Says(r.Before - 1, "capital"))
            || r.S.SaysAny(r.Before, "as", "including", "like", "namely") && (r.NounOfPlace(r.Before - 1) || r.NounOfPlace(r.Before - 2)),
        // "Karsa, Kenya", "Karsa (Kenya)", "Mado, a town", "Odra (800 people)", "Odra (26%)"
        static r => (r.S.IsMark(r.End, ',') || r.S.IsMark(r.End, '('))
            && (r.S.Is(r.End + 1, Tag.Country) || r.NounOfPlace(r.End + 1) || r.NounOfPlace(r.End + 2)),
        static r => r.S.IsMark(r.End, '(') && (r.S.IsNumber(r.End + 1) || r.S.IsNumber(r.End + 2) || r.S.IsPercent(r.End + 1))
            && Ages.Birthday(r.S, r.End + 1).End == 0,
        // "left Karsa", "retook Karsa", "besieged Karsa"; "left Amina behind"
        static r => !r.Says(r.End, "behind") && (r.S.Is(r.Before, Tag.Act) || r.S.Has(r.Before, Cue.Overcome)
            || r.S.Verb(r.Before) is { Who: Who.Subject, Class: VerbClass.Move or VerbClass.Arrive }),
        // "Karsa was retaken", "Karsa fell", "Karsa lies 10 km away"
        static r => IsHeld(r.S, r.End) || r.S.Act(r.End) is { Role: ActRole.Subject } || r.S.SaysAny(r.End, "lies", "lay"),
        // "Karsa's 6,000 residents": so many live in a place.
        static r => r.Owns && r.S.IsNumber(r.End + 1) && r.S.SaysAny(r.End + 2, "residents", "inhabitants", "townspeople", "citizens", "people"),
        // "Karsa's residents", "Karsa's new market", "Karsa's evacuation"
        static r => r.Owns && !r.OwnsForces && (r.BeforeNoun(r.End + 1) || r.NounOfPlace(r.End + 2) || r.S.Is(r.End + 1, Happens)),
        // "Idai struck", "Karsa, population 400", "Karsa, 18 December.", "Karsa to Odra"
        static r => r.S.SaysAny(r.End, "struck", "hit", "swept", "battered", "lashed", "erupted") || r.S.IsMark(r.End, ',')
            && (r.S.Says(r.End + 1, "population") || r.First < 2 && (r.S.Is(r.End + 1, Tag.Month) || r.S.IsNumber(r.End + 1) && r.S.Is(r.End + 2, Tag.Month))),
        static r => r.Says(r.End, "to") && (r.First == 0 || r.S.IsMark(r.Before)) && NameSpelling.IsName(r.S, r.End + 1),
        // "Highway 7", "Khazer M1", "12,000 Rohingya"
        static r => r.S.IsNumber(r.End) || r.End < r.S.Count && r.S[r.End].Kind == TokenKind.Code,
        static r => r.S.IsNumber(r.Before) || r.S.Is(r.Before, Tag.Scale | Tag.Cardinal),
        // "Houthi-held", "Panamanian", "Alawite": an adjective, or a people.
        static r => r.Length == 1 && Adjective(r.S.Chars(r.First)),
        static r => r.Organisation,
        static r => r.IsKnownPlace,
    ];

    /// <summary>What the run that begins at a token is; the token after it.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="first">A token for which <see cref="NameSpelling.IsName"/> holds.</param>
    /// <param name="before">What the run before it was, and where it ended: "Karsa and Mado" are alike.</param>
    /// <param name="end">The token after the run.</param>
    public NameKind Of(Sentence s, int first, (NameKind Kind, int End) before, out int end)
    {
        end = NameSpelling.EndOf(s, first);
        for (var i = first + 1; IsHeadline && i < end; i++)
            if (IsPlain(s, i)) end = i;
        var run = reused.At(s, first, end, IsHeadline);
        if (run.AfterPlacePreposition && IsSpeech(s, end) && EndOfPlace(s, first, end) is > 0 and var placeEnd) run.At(s, first, end = placeEnd, IsHeadline);
        // "12,000 Rohingya": what a number counts.
        if (s.IsNumber(first - 1) && run.Length == 1 && !run.Owns) return NameKind.Public;
        foreach (var tells in Persons)
            if (tells(run)) return NameKind.Private;
        if (before.Kind == NameKind.Public && first - before.End is 1 or 2 && run.IsListed && !BeginsClause(s, first, end, before.End)) return NameKind.Public;
        foreach (var tells in PlacesAndBodies)
            if (tells(run)) return NameKind.Public;
        return run.Length > 1 && run.IsEnglish ? NameKind.Ordinary : NameKind.Unknown;
    }

    // "fled Karsa, and | Amina is one": no more of a list than "Karsa" was.
    private static bool BeginsClause(Sentence s, int first, int end, int listed)
    {
        if (!s.IsMark(listed, ',') || !s.Says(first - 1, "and") || !s.Is(end, Tag.Be) && !s.Is(end, Tag.Have)) return false;
        var start = listed - 1;
        while (NameSpelling.IsName(s, start - 1)) start--;
        return !s.IsMark(start - 1, ',');
    }

    /// <summary>
    /// "Although", "Shelling": a word of the language that has its capital from the head of a sentence, a quotation or a line, or from a headline.
    /// </summary>
    public bool IsPlain(Sentence s, int i) =>
        (IsHeadline || (i == 0 || s.IsMark(i - 1) && !s.IsMark(i - 1, ',')) && !NameSpelling.IsName(s, i + 1) && !(IsDeed(s, i + 1) && IsSingular(s, i)))
        && EnglishWords.Has(s.Chars(i));

    // "Innocent said": a noun of one thing has an article.
    private static bool IsSingular(Sentence s, int i) =>
        s[i].Word is null && s[i].Cues is null && !s.EndsWith(i, "s") && !s.EndsWith(i, "men") && !s.EndsWith(i, "ing");

    public static bool IsDeed(Sentence s, int i) => IsSpeech(s, i) || s.Has(i, Cue.PersonDeed);

    // "The branch in Anbar Kamal Hadid said": a place, and who speaks behind it. 0: it is one name.
    private int EndOfPlace(Sentence s, int first, int end)
    {
        if (gazetteer.Resolve(s.Words(first, end)).PlaceId is not null || Towns.IsKnown(s.Words(first, end))) return 0;
        for (var cut = end - 1; cut > first; cut--)
        {
            if (end - cut < 2 && !NameSpelling.IsGivenName(s, cut)) continue;
            if (gazetteer.Resolve(s.Words(first, cut)).PlaceId is not null || Towns.IsKnown(s.Words(first, cut))) return cut;
        }
        return 0;
    }

    // Where a given name is that of a place: "into Zahra", "Hurricane Maria", "Ibrahim Khalil crossing", "Samar's governor", "Christian families".
    private static bool OfPlace(Run r) =>
        r.S.Has(r.Before, Cue.Named) || r.NounOfPlace(r.Before)
        || r.S.SaysAny(r.Before, "during", "until", "since", "in", "into", "inside", "outside", "around", "across", "through", "via", "throughout") && !r.Owns
        // "the road between Orna and Odra"
        || !r.Owns && r.S.SaysAny(r.Before, "between", "from", "to", "linking", "connecting") && r.S.EndingAt(r.Before, Tag.Feature, out _) is not null
        || !r.OwnsForces && !r.IsToldBy && r.BeforeNoun(r.Owns ? r.End + 1 : r.End)
        || r.Length > 1 && r.S.SaysAny(r.End - 1, "Pass", "Road", "Bridge", "Crossing", "Highway", "Gate", "Tunnel", "Checkpoint");

    private static bool Reached(Run r)
    {
        for (var k = r.End; k < Math.Min(r.S.Count, r.End + 4); k++)
            if (r.S[k].Kind == TokenKind.Phone) return true;
        return false;
    }

    private static bool AfterTitle(Run r) =>
        r.S.Has(r.S.IsMark(r.Before, '.') ? r.Before - 1 : r.Before, Cue.Title);

    // What follows a preposition of place is one: "officials in Mosul said".
    private static bool Speaks(Run r)
    {
        var s = r.S;
        return IsSpeech(s, r.End) && !s.SaysAny(r.Before, "in", "from", "of", "near", "at", "to", "around", "outside", "for", "on") && !r.IsKnownPlace;
    }

    private static bool Aged(Run r)
    {
        var s = r.S;
        var closed = s.IsMark(r.End, ',') ? (s.IsMark(r.End + 2, ',') || s.IsMark(r.End + 2, '.')) && !s.Is(r.First, Tag.Month)
            : s.IsMark(r.End, '(') && s.IsMark(r.End + 2, ')');
        return closed && IsAge(s, r.End + 1) || s.EndsWith(r.Before, "year-old") && s.IsMark(r.Before - 1, '-');
    }

    public static bool IsAge(Sentence s, int i) =>
        s.IsNumber(i) && s[i].Value < 120 || s.Is(i, Tag.Cardinal) || NumberReader.Hyphenated(s, i) is < 111;

    /// <summary>"said Mado was retaken", "said Karsa is under siege", "declared Odra a closed military zone": what happens to towns only.</summary>
    private static bool IsHeld(Sentence s, int i)
    {
        if (s.Says(i, "a") && s.Says(i + 1, "closed") || s.SaysAny(i, "liberated", "besieged")) return true;
        if (!s.Is(i, Tag.Be) && !s.Is(i, Tag.Have)) return false;
        while (s.Is(i, Tag.Helpers) || s.EndsWith(i, "ly")) i++;
        return s.Says(i, "under") || s.Has(i, Cue.Overcome);
    }

    // "Situation report", "Karsa claims": a noun behind a name.
    public static bool IsSpeech(Sentence s, int i) =>
        s.Is(i, Tag.Speech) && !s.SaysAny(i, "put", "puts", "report", "reports", "claims", "shows", "showed");

    public static bool IsBody(Sentence s, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (s.Find(i, Tag.Body) is { Detail: "" }) return true;
        // "the aid group Open Hands": no given name, and told to be a body.
        if (s.Has(first - 1, Cue.BodyWord) && !NameSpelling.IsGivenName(s, first)) return true;
        // "the Department of Camps, Welfare and Progress": the last word of a name with "of" or "for" and "and" in it.
        for (var i = s.Says(first - 1, "and") && !NameSpelling.IsGivenName(s, first) ? first - 2 : 0; i > 1; i--)
        {
            if (!(s.IsWord(i) && s[i].Capital && !NameSpelling.IsGivenName(s, i)) && !s.IsMark(i, ',')) break;
            if (s.SaysAny(i - 1, "of", "for")) return s.Find(i - 2, Tag.Body) is { Detail: "" };
        }

        return new Bodies(s).Proper(end) is not null;
    }

    // "a | community elder,"
    private static bool Described(Sentence s, int i)
    {
        var end = i;
        while (end < Math.Min(s.Count, i + 6) && !s.IsMark(end)) end++;
        return s.IsMark(end, ',') && (s.Has(end - 1, Cue.Kin) || s.Has(end - 1, Cue.Title));
    }

    private static bool Adjective(ReadOnlySpan<char> word)
    {
        var dash = word.IndexOf('-');
        if (dash > 1 && dash + 1 < word.Length && char.IsLower(word[dash + 1])) return true;
        foreach (var ending in AdjectiveEndings)
            if (word.Length > ending.Length + 2 && word.EndsWith(ending)) return true;
        return false;
    }

    private static readonly string[] AdjectiveEndings = ["ian", "ians", "ean", "eans", "ese", "ish", "ite", "ites", "ist", "ists"];

    private static bool Acronym(Sentence s, int i) => s.IsWord(i) && s.Chars(i).Length > 1 && !s.Chars(i).ContainsAnyInRange('a', 'z');

    // Two words of three have a capital.
    private bool IsHeadline => isHeadline ??= Capitals(sentence!) is var (words, capitals) && words > 3 && capitals * 3 > words * 2;

    private static (int Words, int Capitals) Capitals(Sentence s)
    {
        var (words, capitals) = (0, 0);
        for (var i = 0; i < s.Count; i++)
            if (s.IsWord(i)) (words, capitals) = (words + 1, s[i].Capital ? capitals + 1 : capitals);
        return (words, capitals);
    }
}
