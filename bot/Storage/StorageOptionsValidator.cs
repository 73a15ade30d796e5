using Azure.Data.Tables;
using IntroBot.Platforms;

namespace IntroBot.Storage;

/// <summary>Validates the section <c>Storage</c>: one store, and all it needs.</summary>
public sealed class StorageOptionsValidator : OptionsValidator<StorageOptions>
{
    public override string? ErrorIn(StorageOptions options) => options switch
    {
        { IsSqlite: true } => SqliteErrorIn(options),
        { IsTables: true } => TablesErrorIn(options),
        _ => $"Storage:Kind is '{options.Kind}'; set it to Sqlite or Tables.",
    };

    private static string? SqliteErrorIn(StorageOptions options)
    {
        if (Has(options.TablesConnection))
            return "Storage:TablesConnection is set while Storage:Kind is Sqlite; set Storage:Kind to Tables, or leave it out.";
        if (Has(options.TablesEndpoint))
            return "Storage:TablesEndpoint is set while Storage:Kind is Sqlite; set Storage:Kind to Tables, or leave it out.";
        return null;
    }

    private static string? TablesErrorIn(StorageOptions options) => (Has(options.TablesConnection), Has(options.TablesEndpoint)) switch
    {
        (false, false) => "Storage:Kind is Tables; set Storage:TablesConnection, or Storage:TablesEndpoint for a managed identity.",
        (true, true) => "Storage:TablesConnection and Storage:TablesEndpoint are both set; keep one of them.",
        (false, true) when !IsEndpoint(options.TablesEndpoint!) =>
            "Storage:TablesEndpoint is no https address of a table service, such as https://account.table.core.windows.net; set it to one.",
        (true, false) when !IsConnection(options.TablesConnection!) =>
            "Storage:TablesConnection is no connection string of a storage account; copy it from 'Access keys' in Azure.",
        _ => null,
    };

    /// <summary>Only the SDK knows its forms; what it says against one is not passed on, for it may hold the account's key.</summary>
    private static bool IsConnection(string connection)
    {
        try
        {
            return new TableServiceClient(connection) is not null;
        }
        catch (Exception trouble) when (trouble is FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsEndpoint(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address.Query.Length == 0;
}
