using System.Text;

namespace Corridor.Formats.Tests;

/// <summary>One small damage to the bytes of a file, of the kinds that editors, spreadsheets and transfers do.</summary>
internal static class Mutation
{
    private static readonly string[] Odd =
    [
        "", "\"", "#x", "-1", "1e999", "NaN", "1,2", "*", "--", "->", "border:", "0000-00-00", "9999-12-31", "é", "\0", "\uFEFF", "\r", "{", "[", "&a",
        "*a", "|", "999999999999999999999", "town", "~", "\t", "- ", "1e14", "0001-01-01", "null", "camp", "A", "D", "marker", "idpcamp", "999999999", "0",
    ];

    /// <summary>A damaged copy.</summary>
    public static byte[] Of(byte[] bytes, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                var copy = bytes.ToArray();
                for (var n = random.Next(1, 4); n > 0 && copy.Length > 0; n--) copy[random.Next(copy.Length)] = (byte)random.Next(256);
                return copy;
            case 1:
                return bytes[..random.Next(bytes.Length + 1)];
            case 2:
                var at = random.Next(bytes.Length + 1);
                return [.. bytes[..at], .. OddBytes(random), .. bytes[at..]];
            case 3:
                return Parts(bytes, '\n', random);
            case 4:
                return Parts(bytes, ',', random);
            default:
                return Parts(bytes, ' ', random);
        }
    }

    private static byte[] OddBytes(Random random) => Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)]);

    /// <summary>Drops, doubles, swaps or replaces one of the parts between separators.</summary>
    private static byte[] Parts(byte[] bytes, char separator, Random random)
    {
        var parts = Encoding.Latin1.GetString(bytes).Split(separator).ToList();
        var (one, other) = (random.Next(parts.Count), random.Next(parts.Count));
        switch (random.Next(4))
        {
            case 0: parts.RemoveAt(one); break;
            case 1: parts.Insert(one, parts[other]); break;
            case 2: (parts[one], parts[other]) = (parts[other], parts[one]); break;
            default: parts[one] = Encoding.Latin1.GetString(OddBytes(random)); break;
        }
        return Encoding.Latin1.GetBytes(string.Join(separator, parts));
    }
}
