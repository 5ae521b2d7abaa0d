using Corridor.Cli.Screen;

namespace Corridor.Cli.Commands;

/// <summary>What a command is given besides its arguments.</summary>
internal sealed record CommandContext(Terminal Terminal, CancellationToken Stop);
