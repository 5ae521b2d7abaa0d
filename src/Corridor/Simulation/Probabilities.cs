using System.Numerics;

namespace Corridor.Simulation;

/// <summary>
/// People who are independent and follow the same law, batch by batch, and what they add to a figure: with the probability
/// p of being counted, <c>people × p</c> to its mean and <c>people × p − square × p²</c> to its variance.
/// </summary>
/// <remarks>
/// A batch of n people has square n (binomial). People whose number is Poisson have 0. A fixed number m that
/// is taken out of a batch is a batch of −m with square −m; a batch of 0 people corrects a variance.
/// </remarks>
internal sealed class Batches
{
    private readonly List<double> people = [];
    private readonly List<double> square = [];

    public int Count => people.Count;

    public double People(int batch) => people[batch];

    /// <summary>Adds a batch; returns its number.</summary>
    public int Add(double people, double square)
    {
        this.people.Add(people);
        this.square.Add(square);
        return Count - 1;
    }

    /// <summary>Mean number of people who are counted with these probabilities, by batch.</summary>
    public double Mean(ReadOnlySpan<double> chances)
    {
        var sum = 0.0;
        for (var batch = 0; batch < Math.Min(Count, chances.Length); batch++) sum += people[batch] * chances[batch];
        return sum;
    }

    /// <summary>Mean and variance of their number.</summary>
    public (double Mean, double Variance) Moments(ReadOnlySpan<double> chances)
    {
        var (mean, variance) = (0.0, 0.0);
        for (var batch = 0; batch < Math.Min(Count, chances.Length); batch++)
        {
            var p = chances[batch];
            mean += people[batch] * p;
            variance += p * (people[batch] - square[batch] * p);
        }
        return (Math.Max(0, mean), Math.Max(0, variance));
    }

    /// <summary>What they weigh at most in a figure: below a billionth of a person nobody can tell.</summary>
    public double Weight(ReadOnlySpan<double> chances)
    {
        var sum = 0.0;
        for (var batch = 0; batch < Math.Min(Count, chances.Length); batch++)
            sum += (Math.Abs(people[batch]) + Math.Abs(square[batch])) * Math.Abs(chances[batch]);
        return sum;
    }
}

/// <summary>A probability for every batch, for many things that are numbered; memory only where there is any.</summary>
internal sealed class Probabilities
{
    private readonly List<double[]?> rows = [];
    private readonly Stack<double[]> free = new();
    private int width = 16;

    /// <summary>Number of things.</summary>
    public int Count => rows.Count;

    /// <summary>Numbers held.</summary>
    public long Size => (long)rows.Count(r => r is not null) * width;

    /// <summary>The probabilities of a thing, by batch; null: all are 0.</summary>
    public double[]? this[int thing] => thing < rows.Count ? rows[thing] : null;

    /// <summary>Makes room for so many batches.</summary>
    public void Widen(int batches)
    {
        if (batches <= width) return;
        while (width < batches) width *= 2;
        free.Clear();
        for (var thing = 0; thing < rows.Count; thing++)
        {
            if (rows[thing] is not { } row) continue;
            Array.Resize(ref row, width);
            rows[thing] = row;
        }
    }

    /// <summary>The probabilities of a thing, to be written to.</summary>
    public double[] Of(int thing)
    {
        while (rows.Count <= thing) rows.Add(null);
        if (rows[thing] is { } row) return row;
        if (free.TryPop(out var used)) Array.Clear(used);
        return rows[thing] = used ?? new double[width];
    }

    /// <summary>Adds a multiple of other probabilities to those of a thing.</summary>
    public void Add(int thing, double times, double[] others) => Add(Of(thing), times, others);

    /// <summary>All are 0 again.</summary>
    public void Clear()
    {
        for (var thing = 0; thing < rows.Count; thing++) Clear(thing);
    }

    /// <summary>Those of a thing are 0 again.</summary>
    public void Clear(int thing)
    {
        if (thing >= rows.Count || rows[thing] is not { } row) return;
        free.Push(row);
        rows[thing] = null;
    }

    /// <summary>Gives each thing its new number; −1: it is forgotten.</summary>
    public void Renumber(int[] numbers)
    {
        var old = rows.ToArray();
        rows.Clear();
        for (var thing = 0; thing < old.Length; thing++)
        {
            if (old[thing] is not { } row) continue;
            if (numbers[thing] < 0)
            {
                free.Push(row);
                continue;
            }
            while (rows.Count <= numbers[thing]) rows.Add(null);
            rows[numbers[thing]] = row;
        }
    }

    private static void Add(double[] row, double times, double[] others)
    {
        var target = row.AsSpan();
        var source = others.AsSpan();
        var most = Math.Min(target.Length, source.Length);
        var i = 0;
        for (var factor = new Vector<double>(times); i <= most - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(target[i..]) + factor * new Vector<double>(source[i..])).CopyTo(target[i..]);
        for (; i < most; i++) target[i] += times * source[i];
    }
}
