using System.Text;
using Corridor.Formats.Native;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Native;

/// <summary>A small valid scenario folder that tests change in one spot and read. Messages name it <c>FOLDER</c>.</summary>
internal sealed class SampleFolder
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public SampleFolder()
    {
        this["scenario.yml"] = """
            name: Sample
            start: 2016-10-17
            days: 30
            home_country: Iraq
            rules:
              camp_weight: 3
              departures: given
            priors:
              departure_rate: lognormal(0.01, 0.5)
            alternatives:
              west-sealed:
                - {date: 2016-10-29, subject: town--camp, change: close}

            """;
        this["places.csv"] = """
            id,name,kind,lat,lon,country,population,capacity
            town,Town,conflict-zone,36.34,43.13,Iraq,1000,
            camp,Camp,camp,36.38,42.45,Iraq,,500
            far,Far,camp,36.5,41,Syria,,

            """;
        this["routes.csv"] = """
            from,to,km,mode
            town,camp,70,road
            camp,far,140,track

            """;
        this["timeline.csv"] = """
            date,subject,change,value,source,note
            2016-10-20,town,conflict,1.5,,
            2016-10-21,border:Iraq--Syria,close,,,

            """;
        this["counts.csv"] = """
            date,published,place,measure,people,qualifier,source
            2016-10-20,2016-10-21,camp,stock,40,about,IOM

            """;
        this["departures.csv"] = """
            date,place,people
            2016-10-17,*,10

            """;
    }

    public IReadOnlyDictionary<string, byte[]> Files => files;

    public string this[string name]
    {
        get => Encoding.UTF8.GetString(files[name]);
        set => files[name] = Encoding.UTF8.GetBytes(value);
    }

    public void SetBytes(string name, byte[] bytes) => files[name] = bytes;

    public void Remove(string name) => files.Remove(name);

    public SampleFolder With(string name, string old, string replacement)
    {
        Assert.Contains(old, this[name], StringComparison.Ordinal);
        this[name] = this[name].Replace(old, replacement, StringComparison.Ordinal);
        return this;
    }

    public ScenarioInput Read()
    {
        using var folder = new TemporaryFolder();
        WriteTo(folder.Path);
        var input = ScenarioFolder.Read(folder.Path);
        return input with
        {
            Problems = [.. input.Problems.Select(p => p with
            {
                Origin = p.Origin with { File = p.Origin.File.Replace(folder.Path, "FOLDER", StringComparison.Ordinal) },
                Message = p.Message.Replace(folder.Path, "FOLDER", StringComparison.Ordinal),
            })],
        };
    }

    public void WriteTo(string path)
    {
        foreach (var (name, bytes) in files) File.WriteAllBytes(Path.Combine(path, name), bytes);
    }

    /// <summary>The scenario, which must be free of problems.</summary>
    public Scenario Scenario()
    {
        var input = Read();
        Assert.Empty(input.Problems);
        return input.Scenario!;
    }

    /// <summary>The messages, as a person sees them.</summary>
    public IReadOnlyList<string> Messages() => [.. Read().Problems.Select(p => p.ToString())];

    /// <summary>The one message.</summary>
    public string Message() => Assert.Single(Messages());
}
