using IntroBot.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>Opens a SQLite database and verifies, before it is used, that it is intact and writable.</summary>
internal static class SqliteOpening
{
    private const int Layout = 1;

    /// <summary>
    /// Checking every page takes about a millisecond per megabyte, eight when the file is not cached. Larger files open without the check,
    /// because the first response is due within seconds; SQLite still detects damage where it reads.
    /// </summary>
    private const long MaxFullCheckBytes = 16 * 1024 * 1024;

    public static SqliteConnection Open(SqliteDatabase database, IEnumerable<string> tables)
    {
        if (database.IsFile) CreateFolder(database.Name);
        SqliteConnection? connection = null;
        try
        {
            connection = database.Connect();
            Prepare(database, connection, tables);
            return connection;
        }
        catch (SqliteException failure)
        {
            connection?.Dispose();
            throw SqliteErrors.Describe(database.Name, failure);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteDatabase database, SqliteConnection connection, IEnumerable<string> tables)
    {
        if (IsSmall(database) && connection.Query("PRAGMA quick_check(1)") != "ok")
            throw new StoreUnusableException(SqliteErrors.Damaged(database.Name));
        if (database.IsFile && connection.Query("PRAGMA journal_mode = WAL") != "wal")
            throw new StoreUnusableException(SqliteErrors.NotLocal(database.Name));
        connection.Execute("BEGIN IMMEDIATE");
        using var sqliteTables = new SqliteTables(connection);
        foreach (var table in tables) sqliteTables.Create(table);
        // Written at every start, so that a full disk or a read-only file fails the start and not the first request.
        connection.Execute($"PRAGMA user_version = {Layout}");
        connection.Execute("COMMIT");
    }

    private static bool IsSmall(SqliteDatabase database) => database.IsFile && new FileInfo(database.Name).Length <= MaxFullCheckBytes;

    private static void CreateFolder(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnusableException(SqliteErrors.NoFolder(path), failure);
        }
    }
}
