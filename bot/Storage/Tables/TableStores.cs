using Azure.Identity;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Sqlite;

namespace IntroBot.Storage.Tables;

/// <summary>Creates the store that the configuration selects.</summary>
public static class TableStores
{
    /// <summary>
    /// Everything IntroBot stores: state and outbox, the due index, the outcome log, and the key-value store of platforms.
    /// </summary>
    public static IReadOnlyList<string> Tables { get; } = [StoreKeys.Core, StoreKeys.Due, StoreKeys.Log, StoreKeys.KeyValue];

    private const string DefaultPath = "data/introbot.db";

    /// <summary>
    /// Creates the store without opening it; throws <see cref="StoreUnusableException"/> with the sentence of <see cref="ErrorIn"/>.
    /// </summary>
    public static ITableStore From(StorageOptions options, string contentRoot, StoreClock clock)
    {
        if (ErrorIn(options) is { } sentence) throw new StoreUnusableException(sentence);
        if (Is(options.Kind, "Sqlite")) return new SqliteTableStore(SqlitePath(options, contentRoot), Tables);
        return IsSet(options.TablesConnection)
            ? FromConnection(options.TablesConnection!, clock)
            : FromEndpoint(options.TablesEndpoint!, clock);
    }

    /// <summary>One sentence that names the configuration key to fix; null when the options are valid.</summary>
    public static string? ErrorIn(StorageOptions options) => options.Kind switch
    {
        var kind when Is(kind, "Sqlite") => SqliteErrorIn(options),
        var kind when Is(kind, "Tables") => TablesErrorIn(options),
        var kind => $"Storage:Kind is '{kind}'; set it to Sqlite or Tables.",
    };

    /// <summary>The name of the store for people to read; it contains no secret and no account.</summary>
    public static string NameOf(StorageOptions options, string contentRoot) =>
        Is(options.Kind, "Sqlite") ? $"SQLite, {SqlitePath(options, contentRoot)}" : "Azure Table Storage";

    /// <summary>The file of the embedded store.</summary>
    public static string SqlitePath(StorageOptions options, string contentRoot) =>
        Path.GetFullPath(IsSet(options.SqlitePath) ? options.SqlitePath! : DefaultPath, Path.GetFullPath(contentRoot));

    /// <summary>The SQLite file that would have to be created; null when it exists, or with another store.</summary>
    public static string? Missing(StorageOptions options, string contentRoot) =>
        Is(options.Kind, "Sqlite") && SqlitePath(options, contentRoot) is var path && !File.Exists(path) ? path : null;

    private static string? SqliteErrorIn(StorageOptions options)
    {
        if (IsSet(options.TablesConnection))
            return "Storage:TablesConnection is set while Storage:Kind is Sqlite; set Storage:Kind to Tables, or leave it out.";
        if (IsSet(options.TablesEndpoint))
            return "Storage:TablesEndpoint is set while Storage:Kind is Sqlite; set Storage:Kind to Tables, or leave it out.";
        return null;
    }

    private static string? TablesErrorIn(StorageOptions options) => (IsSet(options.TablesConnection), IsSet(options.TablesEndpoint)) switch
    {
        (false, false) => "Storage:Kind is Tables; set Storage:TablesConnection, or Storage:TablesEndpoint for a managed identity.",
        (true, true) => "Storage:TablesConnection and Storage:TablesEndpoint are both set; keep one of them.",
        (false, true) when !IsEndpoint(options.TablesEndpoint!) =>
            "Storage:TablesEndpoint is no https address of a table service, such as https://account.table.core.windows.net; set it to one.",
        _ => null,
    };

    private static AzureTableStore FromConnection(string connection, StoreClock clock)
    {
        try
        {
            return new AzureTableStore(connection, clock, Tables);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or InvalidOperationException)
        {
            // Drop message and inner exception: they may contain the key of the account.
            throw new StoreUnusableException(
                "Storage:TablesConnection is no connection string of a storage account; copy it from 'Access keys' in Azure.");
        }
    }

    private static AzureTableStore FromEndpoint(string endpoint, StoreClock clock) =>
        new(new Uri(endpoint), new DefaultAzureCredential(), clock, Tables);

    private static bool IsEndpoint(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address.Query.Length == 0;

    private static bool Is(string? kind, string name) => string.Equals(kind, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);
}
