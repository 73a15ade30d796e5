using IntroBot.Storage.Tables;
using Microsoft.Data.Sqlite;

namespace IntroBot.Storage.Sqlite;

/// <summary>Opens a SQLite database and makes sure, before anything rests on it, that it is whole and can be written.</summary>
internal static class SqliteOpening
{
    private const int Layout = 1;

    /// <summary>
    /// A look at every page costs about a millisecond a megabyte, eight when the file is not in memory yet. A larger file opens
    /// without it, for the first answer has to come within seconds; SQLite still notices damage where it reads.
    /// </summary>
    private const long LargestCheckedWhole = 16 * 1024 * 1024;

    public static SqliteConnection Open(SqliteDatabase database, IEnumerable<string> tables)
    {
        if (database.IsFile) MakeFolder(database.Name);
        SqliteConnection? connection = null;
        try
        {
            connection = database.Connect();
            Prepare(database, connection, tables);
            return connection;
        }
        catch (SqliteException trouble)
        {
            connection?.Dispose();
            throw SqliteErrors.Told(database.Name, trouble);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteDatabase database, SqliteConnection connection, IEnumerable<string> tables)
    {
        if (IsSmall(database) && connection.Ask("PRAGMA quick_check(1)") != "ok")
            throw new StoreUnusableException(SqliteErrors.Damaged(database.Name));
        if (database.IsFile && connection.Ask("PRAGMA journal_mode = WAL") != "wal")
            throw new StoreUnusableException(SqliteErrors.NotLocal(database.Name));
        connection.Run("BEGIN IMMEDIATE");
        using var made = new SqliteTables(connection);
        foreach (var table in tables) made.Create(table);
        // Written at every start, so that a full disk or a read-only file is found now and not by the first person.
        connection.Run($"PRAGMA user_version = {Layout}");
        connection.Run("COMMIT");
    }

    private static bool IsSmall(SqliteDatabase database) => database.IsFile && new FileInfo(database.Name).Length <= LargestCheckedWhole;

    private static void MakeFolder(string path)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnusableException(SqliteErrors.NoFolder(path), trouble);
        }
    }
}
