using System.Text;
using Corridor.Formats.Flee;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

/// <summary>
/// A small Flee folder that tests change and read. As it stands, 100 people set out from A on the first day and have one destination, the camp D, 100 km away;
/// the total is taken from refugees.csv, nobody leaves a camp, and everybody leaves a town. Messages name the folder <c>FOLDER</c>.
/// </summary>
internal sealed class FleeInput
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public FleeInput()
    {
        this["simsetting.yml"] = """
            spawn_rules:
              insert_day0: False
              sum_from_camps: False
            move_rules:
              max_move_speed: 200
              camp_movechance: 0
              default_movechance: 1.0
              conflict_weight: 0

            """;
        this["input_csv/sim_period.csv"] = "StartDate,2020-01-01\nLength,8\n";
        this["input_csv/locations.csv"] = """
            #name,region,country,lat,lon,location_type,conflict_date,population
            A,North,Home,10.0,20.0,conflict_zone,0,10000
            D,South,Away,10.5,20.5,camp,,5000

            """;
        this["input_csv/routes.csv"] = "#name1,name2,distance,forced_redirection\nA,D,100,0\n";
        this["input_csv/closures.csv"] = "#closure_type,name1,name2,closure_start,closure_end\n";
        this["input_csv/conflicts.csv"] = "#Day,A\n0,1\n1,1\n2,1\n3,1\n4,1\n5,1\n6,1\n7,1\n";
        this["source_data/data_layout.csv"] = "total,refugees.csv\nD,d.csv\n";
        this["source_data/refugees.csv"] = "Date,people\n2020-01-01,100\n2020-01-08,100\n";
        this["source_data/d.csv"] = "Date,people\n2020-01-01,0\n2020-01-08,100\n";
    }

    public IReadOnlyDictionary<string, byte[]> Files => files;

    public string this[string name]
    {
        get => Encoding.UTF8.GetString(files[name]);
        set => files[name] = Encoding.UTF8.GetBytes(value);
    }

    public void SetBytes(string name, byte[] bytes) => files[name] = bytes;

    public FleeInput Without(string name)
    {
        files.Remove(name);
        return this;
    }

    public FleeInput With(string name, string text)
    {
        this[name] = text;
        return this;
    }

    public FleeInput Adding(string name, string text) => With(name, this[name] + text);

    public FleeInput Replacing(string name, string old, string replacement)
    {
        Assert.Contains(old, this[name], StringComparison.Ordinal);
        return With(name, this[name].Replace(old, replacement, StringComparison.Ordinal));
    }

    public void WriteTo(string path)
    {
        foreach (var (name, bytes) in files)
        {
            var file = Path.Combine(path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    public (ScenarioInput Input, FleeCase? Case) Read(FleeOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        WriteTo(folder.Path);
        var (input, flee) = FleeFolder.Read(folder.Path, options ?? new FleeOptions());
        return (input with
        {
            Problems = [.. input.Problems.Select(p => p with
            {
                Origin = p.Origin with { File = p.Origin.File.Replace(folder.Path, "FOLDER", StringComparison.Ordinal) },
                Message = p.Message.Replace(folder.Path, "FOLDER", StringComparison.Ordinal),
            })],
        }, flee);
    }

    /// <summary>The case, which must load; warnings are allowed.</summary>
    public FleeCase Case(FleeOptions? options = null)
    {
        var (input, flee) = Read(options);
        Assert.Equal([], input.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.ToString()));
        return flee!;
    }

    /// <summary>The messages, as a person sees them.</summary>
    public IReadOnlyList<string> Messages(FleeOptions? options = null) => [.. Read(options).Input.Problems.Select(p => p.ToString())];
}
