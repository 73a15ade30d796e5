using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>The location of a SQLite database, and the settings of every connection to it.</summary>
internal sealed class SqliteDatabase
{
    private const int DefaultTimeoutSeconds = 5;
    private readonly string connectionString;
    private readonly int timeoutSeconds;
    private readonly Lock? gate;

    /// <param name="source">A path, or a connection string that begins with <c>Data Source=</c>.</param>
    public SqliteDatabase(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        var parts = source.StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase)
            ? new SqliteConnectionStringBuilder(source)
            : new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(source) };
        // The store pools connections itself, so that closing it releases the file.
        parts.Pooling = false;
        // A missing timeout, or 0, would wait for ever.
        if (!parts.ShouldSerialize("Default Timeout") || parts.DefaultTimeout < 1) parts.DefaultTimeout = DefaultTimeoutSeconds;
        timeoutSeconds = parts.DefaultTimeout;
        connectionString = parts.ToString();
        Name = parts.DataSource;
        // In-memory connections with a shared cache lock whole tables against each other, so use one at a time.
        if (parts.Mode == SqliteOpenMode.Memory) gate = new Lock();
    }

    /// <summary>Maximum number of pages, for tests that fill the disk; null for no limit.</summary>
    public int? MaxPages { get; init; }

    public string Name { get; }

    public bool IsFile => gate is null;

    /// <summary>Locks an in-memory database to one connection at a time; a file needs no lock.</summary>
    public Lock.Scope Enter() => gate is null ? default : gate.EnterScope();

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            // SQLite's own busy handler retries after a millisecond; the library around it would sleep 150 between retries.
            connection.Execute($"PRAGMA busy_timeout = {timeoutSeconds * 1000}");
            // NORMAL may lose the last commits on a power failure.
            connection.Execute("PRAGMA synchronous = FULL");
            if (MaxPages is { } most) connection.Execute($"PRAGMA max_page_count = {most}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
