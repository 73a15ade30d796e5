using Azure.Identity;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Sqlite;

namespace IntroBot.Storage.Tables;

/// <summary>Makes the store that the configuration asks for.</summary>
public static class TableStores
{
    /// <summary>Everything IntroBot keeps: state and outbox, the due index, the outcome log, and what platforms put aside.</summary>
    public static IReadOnlyList<string> Tables { get; } = [StoreKeys.Core, StoreKeys.Due, StoreKeys.Log, StoreKeys.KeyValue];

    private const string DefaultPath = "data/introbot.db";

    /// <summary>Makes the store without touching it, of options that were validated.</summary>
    public static ITableStore From(StorageOptions options, string contentRoot, StoreClock clock)
    {
        if (options.IsSqlite) return new SqliteTableStore(SqlitePath(options, contentRoot), Tables);
        return string.IsNullOrWhiteSpace(options.TablesConnection)
            ? new AzureTableStore(new Uri(options.TablesEndpoint!), new DefaultAzureCredential(), clock, Tables)
            : new AzureTableStore(options.TablesConnection, clock, Tables);
    }

    /// <summary>What the store is, for people to read; no secret and no account is named.</summary>
    public static string NameOf(StorageOptions options, string contentRoot) =>
        options.IsSqlite ? $"SQLite, {SqlitePath(options, contentRoot)}" : "Azure Table Storage";

    /// <summary>The file of the embedded store.</summary>
    public static string SqlitePath(StorageOptions options, string contentRoot) =>
        Path.GetFullPath(string.IsNullOrWhiteSpace(options.SqlitePath) ? DefaultPath : options.SqlitePath, Path.GetFullPath(contentRoot));

    /// <summary>The file that the embedded store would have to make; null when it is there, or when there is no such store.</summary>
    public static string? Missing(StorageOptions options, string contentRoot) =>
        options.IsSqlite && SqlitePath(options, contentRoot) is var path && !File.Exists(path) ? path : null;
}
