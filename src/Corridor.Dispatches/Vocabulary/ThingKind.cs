using Corridor.Dispatches.Claims;

namespace Corridor.Dispatches.Vocabulary;

/// <summary>
/// What a thing is that can be open or taken ([feature ...] of access.txt, and settlements): a feature of the schema, with its name and number, or one
/// that the schema leaves out.
/// </summary>
internal enum ThingKind
{
    Road = (int)Feature.Road, Corridor = (int)Feature.Corridor, Flank = (int)Feature.Flank, Bridge = (int)Feature.Bridge,
    Crossing = (int)Feature.Crossing, Checkpoint = (int)Feature.Checkpoint, Front = (int)Feature.Front, Settlement = (int)Feature.Settlement,
    Camp = (int)Feature.Camp, River = (int)Feature.River,
    /// <summary>An airport or a port: it is taken and fought for as a settlement is, and in a fact it is one.</summary>
    Airport,
}
