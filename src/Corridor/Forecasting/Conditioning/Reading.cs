namespace Corridor.Forecasting.Conditioning;

/// <summary>
/// How the simulated figure of a target is read as a forecast, in one member: a line that only rises, through what is known of it. Nobody is nobody; no growth
/// since the last report is the last report; one simulated figure has a forecast already; and who comes beyond that comes person by person.
/// </summary>
/// <param name="Last">The last report.</param>
/// <param name="Few">People who tell next to nothing (<see cref="ConditionedEnsemble.Few"/>).</param>
/// <param name="IsWhole">Whether it is the whole situation: who does not flee stays at home, so that no more are missing than do.</param>
internal readonly record struct Reading(double Last, double Few, bool IsWhole)
{
    /// <summary>The forecast of a simulated growth since the last report.</summary>
    /// <param name="growth">The growth.</param>
    /// <param name="start">The simulated people of the day of the last report: with a growth of -start, everybody has left.</param>
    /// <param name="known">The growth whose forecast is known.</param>
    /// <param name="forecast">That forecast.</param>
    public double Of(double growth, double start, double known, double forecast)
    {
        if (growth >= known) return forecast + (growth - known);
        if (known > 0)
        {
            var each = Math.Max(0, forecast - Last) / (known + Few);
            forecast -= (known - Math.Max(0, growth)) * (IsWhole ? Math.Min(1, each) : each);
            if (growth >= 0) return forecast;
            known = 0;
        }
        return start + known > 0 ? forecast * Math.Max(0, start + growth) / (start + known) : forecast;
    }
}
