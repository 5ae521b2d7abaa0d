using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Vocabulary;

/// <summary>What a word of access can be told of (OF in access.txt).</summary>
internal enum ActObject
{
    /// <summary>Ways and places.</summary>
    Any,
    /// <summary>Roads to rivers, and camps.</summary>
    Way,
    /// <summary>Bridges and checkpoints.</summary>
    Span,
    /// <summary>Settlements.</summary>
    Place,
    /// <summary>Places, and what is crossed on foot.</summary>
    Reach,
    /// <summary>Corridors, crossings and checkpoints.</summary>
    Gate,
    /// <summary>Checkpoints.</summary>
    Post,
    /// <summary>Corridors.</summary>
    Corridor,
    /// <summary>Camps.</summary>
    Camp,
    /// <summary>Front lines.</summary>
    Front,
}

/// <summary>Where that stands which an act is told of, and who does it (WHERE in access.txt).</summary>
internal enum ActRole
{
    /// <summary>After the verb: it is done to it.</summary>
    Object,
    /// <summary>Before it.</summary>
    Subject,
    /// <summary>Before or after it.</summary>
    Both,
    /// <summary>After it, where a force does it.</summary>
    Force,
    /// <summary>After it, where it is done by what lies or flows there.</summary>
    Matter,
    /// <summary>After it: what is put across it.</summary>
    Built,
    /// <summary>Told before: "marched in".</summary>
    In,
    /// <summary>After a phrase: "are at the gates of".</summary>
    At,
}

/// <summary>What a noun of access tells.</summary>
internal enum DeedKind
{
    /// <summary>That a state was made: "the closure of the road".</summary>
    Made,
    /// <summary>Who holds a place: "control", "in their hands".</summary>
    Control,
    /// <summary>Nothing by itself: other words look for it.</summary>
    Turn,
}

/// <summary>What a word has to do with who passes on a way.</summary>
internal enum TransitKind
{
    /// <summary>A verb of passing.</summary>
    Goes,
    /// <summary>A verb of those who keep a way, and let people pass.</summary>
    Lets,
    /// <summary>A verb of those who keep a way, and turn people back.</summary>
    Bars,
    /// <summary>What has to be had or paid.</summary>
    Paper,
    /// <summary>Who passes: anybody.</summary>
    Mover,
    /// <summary>What people pass in.</summary>
    Vehicle,
    /// <summary>Who passes, and is not everybody.</summary>
    Some,
    /// <summary>For whom or when.</summary>
    Limit,
    /// <summary>What a thing lies or comes under.</summary>
    Under,
    /// <summary>What lies on a way or falls on it.</summary>
    Matter,
}

/// <summary>Where the way stands that a verb of passing is told of.</summary>
internal enum Goal
{
    /// <summary>It is the object of the verb.</summary>
    Object,
    /// <summary>After a preposition.</summary>
    Path,
    /// <summary>A place is the object, and the way not named.</summary>
    Place,
    /// <summary>Nowhere, or after the verb.</summary>
    Alone,
}

/// <summary>A noun of a way or of what can be taken.</summary>
/// <param name="Kind">What it is.</param>
internal sealed record FeatureMeaning(ThingKind Kind) : Meaning(Tag.Feature, "")
{
    /// <inheritdoc/>
    public override Meaning? Joined(Meaning other) => other is FeatureMeaning feature && feature.Kind == Kind ? this : null;
}

/// <summary>A word that tells the state of a thing.</summary>
/// <param name="Tag">Act or deed.</param>
/// <param name="State">The state that it makes.</param>
/// <param name="Object">What it can be told of.</param>
/// <param name="Form">The verb form.</param>
internal abstract record AccessMeaning(Tag Tag, AccessState State, ActObject Object, VerbForm Form) : Meaning(Tag, "", Form: Form);

/// <summary>A verb of access, or what is told of a subject after "is".</summary>
/// <param name="State">The state that it makes.</param>
/// <param name="Object">What it can be told of.</param>
/// <param name="Role">Where that stands.</param>
/// <param name="Form">The verb form.</param>
internal sealed record ActMeaning(AccessState State, ActObject Object, ActRole Role, VerbForm Form = VerbForm.None)
    : AccessMeaning(Tag.Act, State, Object, Form)
{
    /// <summary>Whether it opens what is there, and builds nothing new.</summary>
    public bool Opens => State == AccessState.Open && Role != ActRole.Built;

    /// <inheritdoc/>
    public override Meaning? Joined(Meaning other) =>
        other is ActMeaning act && act.State == State && act.Object == Object && (act.Role == ActRole.Built) == (Role == ActRole.Built)
            ? this with { Form = Form | act.Form, Role = act.Role == Role ? Role : ActRole.Both } : null;
}

/// <summary>A noun of access.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="State">The state that it makes; unknown where it tells none by itself.</param>
/// <param name="Object">What it can be told of.</param>
/// <param name="Waged">Whether it tells so only where somebody launches it: "a siege".</param>
internal sealed record DeedMeaning(DeedKind Kind, AccessState State, ActObject Object, bool Waged)
    : AccessMeaning(Tag.Deed, State, Object, VerbForm.Noun)
{
    /// <inheritdoc/>
    public override Meaning? Joined(Meaning other) => other is DeedMeaning deed && deed.Kind == Kind && deed.State == State && deed.Object == Object
        ? this with { Waged = Waged && deed.Waged } : null;
}

/// <summary>Who or what passes on a way, lies on it, or keeps it.</summary>
/// <param name="Kind">What the word has to do with it.</param>
/// <param name="Goal">Where the way stands, of verbs of passing.</param>
/// <param name="Under">What is told of a thing that lies or comes under it.</param>
internal sealed record TransitMeaning(TransitKind Kind, Goal? Goal = null, ActMeaning? Under = null) : Meaning(Tag.Transit, "")
{
    /// <inheritdoc/>
    public override Meaning? Joined(Meaning other) => other is TransitMeaning transit && transit.Kind == Kind && transit.Goal == Goal && transit.Under == Under
        ? this with { Form = Form | transit.Form } : null;
}
