namespace Corridor.Cli.Questions;

/// <summary>In what files a run folder has its tables.</summary>
internal enum RunFormat
{
    Csv,
    Parquet,
    /// <summary>CSV, and the files of the reference program: out.csv of the first run.</summary>
    Flee,
    /// <summary>CSV, and the files of the reference program: out.csv of the mean over the runs.</summary>
    FleeMean,
}
