using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Export;

/// <summary>The row that marks an import in progress; it is deleted once the whole file is stored.</summary>
internal static class ImportMarker
{
    private const string Sha256Column = "Sha256";

    public static bool Is(string table, TableRow row) =>
        (table, row.Partition, row.Row) == (StoreKeys.KeyValue, StoreKeys.ImportPart, StoreKeys.ImportRow);

    /// <summary>The checksum of the file whose import started here and has not finished; null when there is none.</summary>
    public static async Task<string?> FindAsync(ITableStore tables, CancellationToken token) =>
        (await tables.FindAsync(StoreKeys.KeyValue, StoreKeys.ImportPart, StoreKeys.ImportRow, token))?.Columns[Sha256Column];

    public static Task<WriteResult> SetAsync(ITableStore tables, string sha256, CancellationToken token) =>
        WriteAsync(tables, new RowChange.Insert(StoreKeys.ImportRow, Columns(sha256)), token);

    public static Task<WriteResult> RemoveAsync(ITableStore tables, CancellationToken token) =>
        WriteAsync(tables, new RowChange.Delete(StoreKeys.ImportRow), token);

    public static StoreUnusableException HalfImported() =>
        new("The store holds half of an import: run 'import' again with the same file, or use another, empty store.");

    private static Dictionary<string, string> Columns(string sha256) => new() { [Sha256Column] = sha256 };

    private static Task<WriteResult> WriteAsync(ITableStore tables, RowChange change, CancellationToken token) =>
        tables.WriteAsync(StoreKeys.KeyValue, StoreKeys.ImportPart, [change], token);
}
