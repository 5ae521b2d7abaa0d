using System.Text;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Native;

public class MutatedFolders
{
    private static readonly string[] Odd = ["", "\"", "#x", "-1", "1e999", "NaN", "1,2", "*", "--", "->", "border:", "0000-00-00", "9999-12-31", "é", "\0", "\uFEFF", "\r", "{", "[", "&a", "*a", "|", "999999999999999999999", "town", "~", "\t", "- "];

    [Fact]
    public void Whatever_is_done_to_a_folder_gives_a_scenario_or_located_messages()
    {
        var random = new Random(20161029);
        var valid = new SampleFolder();
        var names = valid.Files.Keys.ToList();
        for (var i = 0; i < 4000; i++)
        {
            var folder = new SampleFolder();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var name = names[random.Next(names.Count)];
                folder.SetBytes(name, Mutate(folder.Files[name], random));
            }
            var input = folder.Read();
            Assert.Equal(input.Scenario is null, input.Problems.Any(p => p.Severity == Severity.Error));
            Assert.All(input.Problems, p => Assert.StartsWith("FOLDER/", p.Origin.File, StringComparison.Ordinal));
            Assert.All(input.Problems, p => Assert.DoesNotContain('\n', p.ToString()));
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                var copy = bytes.ToList();
                for (var n = random.Next(1, 4); n > 0 && copy.Count > 0; n--) copy[random.Next(copy.Count)] = (byte)random.Next(256);
                return [.. copy];
            case 1:
                return bytes[..random.Next(bytes.Length + 1)];
            case 2:
                var at = random.Next(bytes.Length + 1);
                return [.. bytes[..at], .. Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)]), .. bytes[at..]];
            case 3:
                return Parts(bytes, '\n', random);
            case 4:
                return Parts(bytes, ',', random);
            default:
                return Parts(bytes, ' ', random);
        }
    }

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
            default: parts[one] = Odd[random.Next(Odd.Length)]; break;
        }
        return Encoding.Latin1.GetBytes(string.Join(separator, parts));
    }
}
