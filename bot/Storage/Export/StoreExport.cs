using System.Security.Cryptography;
using System.Text;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Export;

/// <summary>Puts a whole store into a file, as it was at one moment.</summary>
/// <remarks>
/// No store gives a snapshot of several partitions, and an intro without its due rows would be lost work. So the store is read
/// again until two readings in a row are alike: no ETag ever comes back, so that whatever both of them have seen was there in the
/// moment between. A program may run on the store meanwhile. While nobody does anything, all it does is read.
/// </remarks>
internal sealed class StoreExport(ITableStore tables, TimeProvider clock)
{
    private const int MaxReadings = 5;

    /// <summary>Throws <see cref="StoreUnusableException"/> or <see cref="ExportUnusableException"/>.</summary>
    public async Task<RowCounts> ToAsync(string path, CancellationToken token)
    {
        if (Path.Exists(path)) throw ExportErrors.IsThere(path);
        await tables.OpenAsync(token);
        await using var file = ExportFile.Create(path);
        var moved = await ReadUntilAlikeAsync(file, token);
        await file.KeepAsync(token);
        return moved;
    }

    private async Task<RowCounts> ReadUntilAlikeAsync(ExportFile file, CancellationToken token)
    {
        var before = await ReadAsync(file, token);
        for (var reading = 2; reading <= MaxReadings; reading++)
        {
            var now = await ReadAsync(file, token);
            if (now == before) return now.Moved;
            before = now;
        }

        throw new StoreUnusableException(
            $"The store changed each of the {MaxReadings} times it was read: "
            + "export again in a quieter moment, or stop IntroBot first.");
    }

    private async Task<Reading> ReadAsync(ExportFile file, CancellationToken token)
    {
        using var seen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var writer = new ExportWriter(file.Again());
        await file.TellAsync(() => writer.BeginAsync(clock.GetUtcNow(), token));
        var moved = new RowCounts();
        foreach (var table in TableStores.Tables)
        {
            await foreach (var row in tables.ScanAsync(table, token))
            {
                if (ImportMarker.Is(table, row)) throw ImportMarker.HalfImported();
                seen.AppendData(Encoding.UTF8.GetBytes($"{table} {row.Partition} {row.Row} {row.ETag}\n"));
                moved = moved.WithOneOf(table);
                await file.TellAsync(() => writer.AddAsync(table, row, token));
            }
        }

        if (moved.Rows == 0)
            throw new StoreUnusableException("The store is empty: see that Storage:Kind, and the key beside it, name the right one.");
        await file.TellAsync(() => writer.EndAsync(token));
        return new Reading(Convert.ToHexString(seen.GetHashAndReset()), moved);
    }

    /// <summary>One reading of a store: two are alike when no row was written in between.</summary>
    private sealed record Reading(string Seen, RowCounts Moved);
}
