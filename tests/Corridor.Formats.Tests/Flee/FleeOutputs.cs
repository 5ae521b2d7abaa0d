using Corridor.Formats.Flee;
using Corridor.Scenarios;

namespace Corridor.Formats.Tests.Flee;

public class FleeOutputs
{
    /// <summary>The columns of model.md, 5.1; the date is that of the row's day.</summary>
    [Fact]
    public void The_table_has_the_columns_and_number_formats_of_the_reference()
    {
        var flee = new FleeInput().With("simsetting.yml", "log_levels: {idp_totals: 1}\nspawn_rules:\n  insert_day0: False\n")
            .With("source_data/d.csv", "2020-01-01,30\n2020-01-02,40\n")
            .Adding("input_csv/locations.csv", "I,South,Home,10,20,idpcamp,,100\n").Case();
        var output = new FleeOutput(flee);
        output.Add([20, 3], 130, inIdpCamps: 3);
        output.Add([40, 0.5], 140.25, inIdpCamps: 45);
        Assert.Equal(
            """
            Day,Date,D sim,D data,D error,I sim,I data,I error,Total error,refugees in camps (UNHCR),total refugees (simulation),raw UNHCR refugee count,refugees in camps (simulation),refugee_debt,total IDPs
            0,2020-01-01,20,30,0.3333,3,,,0.07692307692307693,30,130,130,23,0,3
            1,2020-01-02,40,40,0.0,0.5,,,0.0,40,140.25,140,40.5,0,45

            """, output.Text);
    }

    [Fact]
    public void Sums_of_means_keep_four_decimals()
    {
        var output = new FleeOutput(new FleeInput().Adding("input_csv/locations.csv", "I,South,Home,10,20,idpcamp,,100\n").Case());
        output.Add([0.1, 0.2], 0.3, inIdpCamps: 0.2);
        Assert.Contains(",100,0.3,0", output.Text.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_records_the_totals_are_zero_as_in_the_reference()
    {
        var input = new FleeInput().With("simsetting.yml", "spawn_rules:\n  conflict_driven_spawning: {displaced_per_conflict_day: 10}\n");
        var output = new FleeOutput(input.Case());
        output.Add([7], 10, inIdpCamps: 0);
        Assert.Equal("0,2020-01-01,7,0,0.0,0.0,0,10,0,7,0", output.Text.Split('\n')[1]);
    }
}
