using System.Globalization;
using System.Text;
using Corridor.Formats.Csv;

namespace Corridor.Formats.Flee;

/// <summary>
/// The table <c>out.csv</c> with the columns of the reference program (model.md, 5.1), for one run or for a mean over runs. Rows are added day by day.
/// </summary>
/// <remarks>
/// The date is that of the row's own day, on which its records were taken: the reference program writes the day after (docs/flee.md, Q12). A place
/// without a series has empty cells for data and error.
/// </remarks>
public sealed class FleeOutput
{
    private readonly FleeCase flee;
    private readonly StringBuilder text = new();
    private int day;

    /// <param name="flee">The case.</param>
    public FleeOutput(FleeCase flee)
    {
        ArgumentNullException.ThrowIfNull(flee);
        this.flee = flee;
        text.Append("Day,Date");
        var names = flee.Scenario.Places.ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
        foreach (var name in flee.OutputPlaces.Select(id => names[id]))
            text.Append(CultureInfo.InvariantCulture, $",{CsvText.Cell($"{name} sim")},{CsvText.Cell($"{name} data")},{CsvText.Cell($"{name} error")}");
        text.Append(",Total error,refugees in camps (UNHCR),total refugees (simulation),raw UNHCR refugee count,refugees in camps (simulation),refugee_debt");
        if (flee.IdpTotals) text.Append(",total IDPs");
        text.Append('\n');
    }

    /// <summary>The table as far as it goes.</summary>
    public string Text => text.ToString();

    /// <summary>Adds the next day.</summary>
    /// <param name="simulated">People at each output place at the end of the day.</param>
    /// <param name="displaced">All displaced people, those in transit and those who no longer take part included.</param>
    /// <param name="inIdpCamps">People in all places that are IDP camps on the day, be they output places or not.</param>
    public void Add(ReadOnlySpan<double> simulated, double displaced, double inIdpCamps)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(simulated.Length, flee.OutputPlaces.Count, nameof(simulated));
        var date = flee.Scenario.Date(day);
        text.Append(CultureInfo.InvariantCulture, $"{day},{date:yyyy-MM-dd}");
        var (raw, difference, recorded, inCamps) = (flee.Raw[day], 0.0, 0L, 0.0);
        for (var i = 0; i < simulated.Length; i++)
        {
            inCamps += simulated[i];
            text.Append(',').Append(Whole(simulated[i]));
            if (flee.Recorded[i]?[day] is not { } data)
            {
                text.Append(",,");
                continue;
            }
            recorded += data;
            difference += Math.Round(Math.Abs(simulated[i] - data), 4);
            var error = data < 1e-5 ? 0 : Math.Round(Math.Abs(simulated[i] / data - 1), 4);
            text.Append(CultureInfo.InvariantCulture, $",{data},{Real(error)}");
        }
        text.Append(CultureInfo.InvariantCulture,
            $",{Real(raw > 0 ? difference / raw : 0)},{(raw > 0 ? recorded : 0)},{Whole(displaced)},"
            + $"{Math.Max(0, raw)},{Whole(inCamps)},"
            + $"{flee.Debt[day]}");
        if (flee.IdpTotals) text.Append(',').Append(Whole(inIdpCamps));
        text.Append('\n');
        day++;
    }

    /// <summary>A number of people: without a decimal point where it is whole, and to four decimals, which a sum would not keep by itself.</summary>
    private static string Whole(double value) => Math.Round(value, 4).ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A real number as the reference program's language writes it: 0.0, 1e-05.</summary>
    internal static string Real(double value)
    {
        var written = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return written.AsSpan().ContainsAny('.', 'e') ? written : written + ".0";
    }
}
