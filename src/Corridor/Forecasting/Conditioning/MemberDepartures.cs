using Corridor.Scenarios;
using Corridor.Simulation;

namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// How many set out from each place in one member under a timeline. All that were reported or are expected are shared among the places as under the
/// timeline that the reports reflect, so the same from each under every alternative. Then what a timeline changes at a place concerns
/// this place alone: nobody leaves where it is shut, held or at peace, and nobody else leaves in their stead elsewhere.
/// </summary>
/// <param name="people">People who set out on each day, somewhere.</param>
/// <param name="elasticity">The power with which departures follow the drive.</param>
/// <param name="usual">The drive of each place on each day under the timeline that the reports reflect (<see cref="Drive"/>).</param>
/// <param name="drive">The same under the timeline in question.</param>
/// <param name="network">The places.</param>
/// <param name="endless">Whether people are not taken from the population.</param>
/// <param name="knowsRate">Whether the scenario says at what rate people leave; else it gives numbers, which say nothing of other conflicts.</param>
/// <param name="seed">The seed of the ensemble.</param>
/// <param name="member">The number of the member.</param>
internal sealed class MemberDepartures(
    long[] people, double elasticity, double[][] usual, double[][] drive, Network network, bool endless, bool knowsRate, ulong seed, int member)
{
    private readonly long[] residents = [.. network.Places.Select(p => p.Population)];
    private readonly long[] numbers = new long[network.PlaceCount];
    private readonly double[] rest = new double[network.PlaceCount];
    private readonly double[] weights = new double[network.PlaceCount];
    private long owed;

    /// <summary>
    /// The people of each place who set out on a day; ~n: by the rule of rates, as the reports tell nothing about
    /// so much more conflict, and n at least. Asked for one day after the other.
    /// </summary>
    public long[] On(int day)
    {
        Array.Clear(numbers);
        var due = people[day] + owed;
        owed = due - ShareOut(due, day);
        for (var place = 0; place < numbers.Length; place++)
        {
            var (now, reported) = (drive[day][place], usual[day][place]);
            if (now == reported) continue;
            var wanted = now > 0 ? numbers[place] * Math.Exp(elasticity * DepartureRate.LogRatio(now, reported)) + rest[place] : 0;
            numbers[place] = (long)wanted;
            rest[place] = wanted - numbers[place];
            if (knowsRate && now > DepartureRate.MostDrive * reported) numbers[place] = ~numbers[place];
        }
        return numbers;
    }

    /// <summary>As given departures are shared in a run: by residents × drive; who is missing where a place has run empty leaves from the others.</summary>
    private long ShareOut(long due, int day)
    {
        var sent = 0L;
        for (var attempt = 0; sent < due; attempt++)
        {
            var total = 0.0;
            for (var place = 0; place < weights.Length; place++) total += weights[place] = residents[place] * usual[day][place];
            if (!(total > 0)) break;
            var left = due - sent;
            for (var place = 0; place < weights.Length && left > 0; place++)
            {
                if (!(weights[place] > 0)) continue;
                var random = new Philox(seed, member, day, place, Purpose.Share, attempt);
                var share = Binomial.Quantile(left, weights[place] / total, random.NextUniform());
                total -= weights[place];
                left -= share;
                var leaving = endless ? share : Math.Min(share, residents[place]);
                if (!endless) residents[place] -= leaving;
                numbers[place] += leaving;
                sent += leaving;
            }
        }
        return sent;
    }
}
