using System.Globalization;
using Corridor.Formats.Files;
using DuckDB.NET.Data;

namespace Corridor.Cli.RunFolders;

/// <summary>Turns the CSV tables of a run folder into Parquet, row for row. One thread and the order of the rows kept: the same bytes every time.</summary>
internal static class ParquetTables
{
    public static void Convert(OutputFolder folder, params ReadOnlySpan<string> names)
    {
        try
        {
            using var connection = new DuckDBConnection("DataSource=:memory:;threads=1");
            connection.Open();
            foreach (var name in names)
            {
                var csv = folder.PathOf(name + ".csv");
                var reading = $"read_csv({Quoted(csv)}, header = true, delim = ',', quote = '\"', escape = '\"', "
                    + $"columns = {{{Columns(csv)}}}, parallel = false)";
                var target = folder.PathOf(name + ".parquet");
                Execute(connection, $"COPY (SELECT * FROM {reading}) TO {Quoted(target)} (FORMAT parquet, COMPRESSION zstd)");
                DiskFlush.Flush(target);
                File.Delete(csv);
            }
        }
        catch (DuckDBException e)
        {
            throw new OutputException($"cannot write Parquet: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Types by name: nothing is guessed from the rows.</summary>
    private static string Columns(string csv)
    {
        using var reader = new StreamReader(csv);
        return string.Join(", ", reader.ReadLine()!.Split(',').Select(c => string.Create(CultureInfo.InvariantCulture, $"{Quoted(c)}: '{TypeOf(c)}'")));
    }

    private static string TypeOf(string column) => column switch
    {
        "date" => "DATE",
        "alternative" or "place" or "measure" or "from" or "to" => "VARCHAR",
        "run" => "INTEGER",
        _ => "DOUBLE",
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
