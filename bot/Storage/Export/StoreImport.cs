using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Export;

/// <summary>
/// Loads a file that <see cref="StoreExport"/> wrote into an empty store. The whole file is verified before anything is written; an
/// interrupted import resumes with the same file, and until then nothing runs on the store.
/// </summary>
internal sealed class StoreImport(ITableStore tables)
{
    /// <summary>Throws <see cref="StoreUnusableException"/> or <see cref="ExportUnusableException"/>.</summary>
    public async Task<RowCounts> FromAsync(string path, CancellationToken token)
    {
        await using var file = Open(path);
        var export = new ExportReader(file);
        var counts = new RowCounts();
        await foreach (var row in export.RowsAsync(token)) counts = counts.WithOneOf(row.Table);
        var sha256 = export.Sha256;

        await tables.OpenAsync(token);
        await BeginAsync(sha256, token);
        await foreach (var batch in RowBatch.OfAsync(export.RowsAsync(token), token))
        {
            await tables.WriteAsync(batch.Table, batch.Partition, batch.Changes, token);
        }

        // The file has changed since it was verified.
        if (export.Sha256 != sha256) throw ExportErrors.Changed(path);
        await ImportMarker.RemoveAsync(tables, token);
        return counts;
    }

    private async Task BeginAsync(string sha256, CancellationToken token)
    {
        if (await ResumesAsync(sha256, token)) return;
        foreach (var table in TableStores.Tables)
        {
            if (await tables.ScanAsync(table, token).AnyAsync(token))
            {
                throw new StoreUnusableException(
                    "The store is not empty, and an import overwrites nothing: set Storage:SqlitePath to a new file, "
                    + "or empty the tables Core, Due, Log and Shelf.");
            }
        }

        // The conflict is with another import, or with this one when the response to its first attempt was lost.
        if (await ImportMarker.SetAsync(tables, sha256, token) is WriteResult.Conflict && !await ResumesAsync(sha256, token))
            throw ImportMarker.HalfImported();
    }

    private async Task<bool> ResumesAsync(string sha256, CancellationToken token) =>
        await ImportMarker.FindAsync(tables, token) is { } inProgress
        && (inProgress == sha256 ? true : throw ImportMarker.HalfImported());

    private static FileStream Open(string path)
    {
        try
        {
            var options = new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan };
            var file = new FileStream(path, options);
            return file.CanSeek ? file : throw new IOException("The file does not support seeking.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw ExportErrors.Reading(path, failure);
        }
    }
}
