using System.Collections.Immutable;

namespace IntroBot.Storage;

/// <summary>
/// The index of moments at which a partition needs a look: written before the partition itself, so that no promise is ever without its
/// row; a row too many costs one look.
/// </summary>
internal sealed class DueIndex(ITableStore tables, TimeProvider clock)
{
    public const int MostAtOnce = 32;

    /// <summary>Writes one row for each moment at which an act has something to do, and returns their keys.</summary>
    public Task<ImmutableArray<string>> AddAsync(string partition, string operation, IEnumerable<DateTimeOffset> moments, CancellationToken token) =>
        AddAsync(new DueRecord(partition, operation, clock.GetUtcNow()), moments, token);

    /// <summary>Writes the row that brings up one message again.</summary>
    public async Task<string> AddForMessageAsync(string partition, string message, DateTimeOffset moment, CancellationToken token) =>
        (await AddAsync(new DueRecord(partition, "", clock.GetUtcNow()) { Message = message }, [moment], token))[0];

    private async Task<ImmutableArray<string>> AddAsync(DueRecord record, IEnumerable<DateTimeOffset> moments, CancellationToken token)
    {
        ImmutableArray<RowChange> rows =
            [.. moments.Select(moment => new RowChange.Insert(StoreKeys.DueRow(moment), JsonColumns.Of(record, StoredJson.Default.DueRecord)))];
        if (rows.Length > 0)
        {
            // Their keys are random, so a conflict can only be an earlier try of this very write.
            await tables.WriteAsync(StoreKeys.Due, StoreKeys.Shard(record.Partition), rows, token);
        }

        return [.. rows.Select(row => row.Row)];
    }

    public async Task RemoveAsync(string partition, IEnumerable<string> keys, CancellationToken token)
    {
        RowChange[] rows = [.. keys.Select(key => new RowChange.Delete(key))];
        if (rows.Length > 0)
        {
            await tables.WriteAsync(StoreKeys.Due, StoreKeys.Shard(partition), rows, token);
        }
    }

    /// <summary>The next rows of a shard that are due and come after a key.</summary>
    public async Task<ImmutableArray<DueRow>> ReadAsync(string shard, string after, DateTimeOffset now, CancellationToken token) =>
    [
        .. (await tables.RangeAsync(StoreKeys.Due, shard, after, StoreKeys.DueBefore(now), MostAtOnce, token))
            .Select(row => new DueRow(row.Row, row.ETag, JsonColumns.Read(row, StoredJson.Default.DueRecord))),
    ];

    /// <summary>Keeps other instances from looking at the same time; false when one of them was quicker.</summary>
    public async Task<bool> ClaimAsync(DueRow due, TimeSpan time, CancellationToken token)
    {
        var claimed = due.Record with { ClaimedUntil = clock.GetUtcNow() + time };
        var change = new RowChange.Replace(due.Key, JsonColumns.Of(claimed, StoredJson.Default.DueRecord), due.ETag);
        return await tables.WriteAsync(StoreKeys.Due, StoreKeys.Shard(due.Record.Partition), [change], token) is WriteResult.Written;
    }
}

/// <summary>A due row as read.</summary>
internal sealed record DueRow(string Key, string ETag, DueRecord Record);

/// <summary>Which partition to look at; <paramref name="Operation"/> is the act that wrote the row, and may still be under way.</summary>
internal sealed record DueRecord(string Partition, string Operation, DateTimeOffset WrittenAt, DateTimeOffset ClaimedUntil = default)
{
    /// <summary>The message whose handling wrote the row; empty when an act did.</summary>
    public string Message { get; init; } = "";
}
