namespace IntroBot.Storage;

/// <summary>The section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>Sqlite</c>, or <c>Tables</c> for Azure Table Storage.</summary>
    public string Kind { get; set; } = "Sqlite";

    /// <summary>Below the content root unless rooted; <c>data/introbot.db</c> when not set.</summary>
    public string? SqlitePath { get; set; }

    public string? TablesConnection { get; set; }

    /// <summary>Used with a managed identity.</summary>
    public string? TablesEndpoint { get; set; }

    public bool IsSqlite => string.Equals(Kind, "Sqlite", StringComparison.OrdinalIgnoreCase);

    public bool IsTables => string.Equals(Kind, "Tables", StringComparison.OrdinalIgnoreCase);
}
