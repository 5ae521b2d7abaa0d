namespace Corridor.Dispatches.Places;

internal enum PlaceRole { Origin, Destination, Route, In, Of, Near }

/// <summary>A place named after a preposition or a verb of motion, before the clause gives it its role (pipeline step 8).</summary>
internal sealed record PlacePhrase(int At, int First, int End, PlaceRole Role, string Name, bool Named, string? Country, double? Km = null, double? Bearing = null, string? Anchor = null);
