namespace Corridor.Formats.Tests.Flee;

public class MutatedFleeFolders
{
    [Fact]
    public void Whatever_is_done_to_a_Flee_folder_gives_a_scenario_or_located_messages()
    {
        var random = new Random(20150501);
        for (var i = 0; i < 800; i++)
        {
            var input = new FleeInput().With("input_csv/agents.csv", "location,age\nA,4\n").With("input_csv/demographics_age.csv", "age,Default\n4,1\n40,3\n")
                .With("input_csv/registration_corrections.csv", "D,2020-01-08\n").With("input_csv/flood_level.csv", "#Day,A\n0,1\n1,2\n")
                .With("input_csv/region_attributes_IPC.csv", "#Day,North\n0,10\n9,20\n").With("location_changes.csv", "D,town,3\n");
            if (i % 2 == 0)
            {
                input.With("simsetting.yml",
                    "spawn_rules:\n  read_from_agents_csv_file: True\n  take_from_population: True\n"
                    + "  conflict_zone_spawning_only: False\n  flood_zone_spawning_only: True\n"
                    + "  flood_driven_spawn_mode: {spawn_mode: pop_ratio}\n"
                    + "move_rules:\n  flood_rules: {flood_movechances: [0, 1, 1, 1, 1], flood_loc_weights: [1, 0.5, 0.2, 0.1, 0.1]}\n");
                input.Adding("input_csv/closures.csv", "location,D,,1,3\ncamp,D,,0,4\ncountry,Home,Away,2,5\n");
            }
            var names = input.Files.Keys.ToList();
            DamagedFolders.Damage(input.Files, names, input.SetBytes, random);
            var (read, flee) = input.Read();
            Assert.Equal(read.Scenario is null, flee is null);
            DamagedFolders.IsScenarioOrLocatedMessages(read.Scenario, read.Problems);
        }
    }
}
