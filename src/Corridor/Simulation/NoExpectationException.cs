namespace Corridor.Simulation;

/// <summary>Means and variances cannot be worked out without sampling; the message says why, and what can be done.</summary>
/// <param name="message">Where and why.</param>
public sealed class NoExpectationException(string message) : Exception(message);
