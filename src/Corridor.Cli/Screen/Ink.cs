namespace Corridor.Cli.Screen;

/// <summary>How a text stands out on a coloured terminal.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Faint,
    Heading,
}
