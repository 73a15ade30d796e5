using System.Security.Cryptography;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Export;

/// <summary>Writes a whole store to a file, as it was at one moment.</summary>
/// <remarks>
/// No store offers a snapshot across partitions, and an intro without its due rows would be lost work. So the store is read again until two
/// consecutive reads match: an ETag never returns, so every row that both reads saw existed at the moment between them. A program may run
/// on the store meanwhile; without users, it only reads.
/// </remarks>
internal sealed class StoreExport(ITableStore tables, TimeProvider clock)
{
    private const int MaxReads = 5;

    /// <summary>Throws <see cref="StoreUnusableException"/> or <see cref="ExportUnusableException"/>.</summary>
    public async Task<RowCounts> ToAsync(string path, CancellationToken token)
    {
        if (Path.Exists(path)) throw ExportErrors.AlreadyExists(path);
        await tables.OpenAsync(token);
        await using var file = ExportFile.Create(path);
        var counts = await ReadUntilStableAsync(file, token);
        await file.CompleteAsync(token);
        return counts;
    }

    private async Task<RowCounts> ReadUntilStableAsync(ExportFile file, CancellationToken token)
    {
        var before = await ReadAsync(file, token);
        for (var attempt = 2; attempt <= MaxReads; attempt++)
        {
            var now = await ReadAsync(file, token);
            if (now == before) return now.Counts;
            before = now;
        }

        throw new StoreUnusableException(
            $"The store changed each of the {MaxReads} times it was read: "
            + "export again in a quieter moment, or stop IntroBot first.");
    }

    private async Task<Reading> ReadAsync(ExportFile file, CancellationToken token)
    {
        using var fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var writer = new ExportWriter(file.Rewind());
        await file.TranslateErrorsAsync(() => writer.BeginAsync(clock.GetUtcNow(), token));
        var counts = new RowCounts();
        foreach (var table in TableStores.Tables)
        {
            await foreach (var row in tables.ScanAsync(table, token))
            {
                if (ImportMarker.Is(table, row)) throw ImportMarker.HalfImported();
                fingerprint.AppendData(Encoding.UTF8.GetBytes($"{table} {row.Partition} {row.Row} {row.ETag}\n"));
                counts = counts.WithOneOf(table);
                await file.TranslateErrorsAsync(() => writer.AddAsync(table, row, token));
            }
        }

        if (counts.Rows == 0)
            throw new StoreUnusableException("The store is empty: check that Storage:Kind, and the key beside it, name the right one.");
        await file.TranslateErrorsAsync(() => writer.EndAsync(token));
        return new Reading(Convert.ToHexString(fingerprint.GetHashAndReset()), counts);
    }

    /// <summary>One read of a store: two are equal when no row was written in between.</summary>
    private sealed record Reading(string Fingerprint, RowCounts Counts);
}
