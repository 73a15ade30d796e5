using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>Where a SQLite database lies, and how every connection to it is made.</summary>
internal sealed class SqliteDatabase
{
    private const int SecondsToWait = 5;
    private readonly string connectionString;
    private readonly int secondsToWait;
    private readonly Lock? gate;

    /// <param name="source">A path, or a connection string that begins with <c>Data Source=</c>.</param>
    public SqliteDatabase(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        var parts = source.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase)
            ? new SqliteConnectionStringBuilder(source)
            : new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(source) };
        // Connections are kept by the store itself, so that closing it lets go of the file.
        parts.Pooling = false;
        // None or 0 would wait for ever.
        if (!parts.ShouldSerialize("Default Timeout") || parts.DefaultTimeout < 1) parts.DefaultTimeout = SecondsToWait;
        secondsToWait = parts.DefaultTimeout;
        connectionString = parts.ToString();
        Name = parts.DataSource;
        // Connections that share a cache in memory lock each other out of whole tables at once: one at a time, then.
        if (parts.Mode == SqliteOpenMode.Memory) gate = new Lock();
    }

    /// <summary>How many pages the database may have, for tests that fill the disk; no limit when nothing is said.</summary>
    public int? MostPages { get; init; }

    public string Name { get; }

    public bool IsFile => gate is null;

    /// <summary>Holds the only seat of a database in memory; a file has room for readers beside the writer.</summary>
    public Lock.Scope Enter() => gate is null ? default : gate.EnterScope();

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // SQLite's own waiting begins with a millisecond; the library around it would sleep 150 at a time.
            connection.Run($"PRAGMA busy_timeout = {secondsToWait * 1000}");
            // NORMAL may take back the last commits when the power fails.
            connection.Run("PRAGMA synchronous = FULL");
            if (MostPages is { } most) connection.Run($"PRAGMA max_page_count = {most}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
