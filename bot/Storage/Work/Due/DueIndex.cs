using IntroBot.Platforms;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work.Due;

/// <summary>
/// The index of times at which a partition must be checked: written before the partition itself, so that pending work is never without its
/// row; a surplus row costs one check.
/// </summary>
internal sealed class DueIndex(ITableStore tables, TimeProvider clock)
{
    public const int MaxAtOnce = 32;

    /// <summary>
    /// Adds rows of one partition, to be written before it. Keys are random, or always carry the same content, so they never conflict.
    /// </summary>
    public static PartitionWrite Add(string partition, params IEnumerable<DueRow> rows) => new(
        StoreKeys.Due, StoreKeys.Shard(partition), [.. rows.Select(row => new RowChange.Put(row.Key, Columns(row.Record)))]);

    /// <summary>The due row that retries one message.</summary>
    public DueRow ForMessage(string partition, string message, DateTimeOffset moment) =>
        new(StoreKeys.DueRow(moment), "", new DueRecord(partition, "", clock.GetUtcNow()) { Message = message });

    /// <summary>Deletes rows, to be written after everything they cover.</summary>
    public static IEnumerable<PartitionWrite> Remove(string partition, IEnumerable<string> keys) => keys.Distinct()
        .Chunk(TableLimits.Changes)
        .Select(group => new PartitionWrite(
            StoreKeys.Due, StoreKeys.Shard(partition), [.. group.Select(key => new RowChange.Delete(key))]));

    public Task RemoveAsync(string partition, IEnumerable<string> keys, CancellationToken token) =>
        tables.WriteAllAsync([.. Remove(partition, keys)], token);

    /// <summary>Moves the rows of former shards into current ones.</summary>
    public async Task EmptyFormerShardsAsync(CancellationToken token)
    {
        for (var shard = StoreKeys.Shards; shard < StoreKeys.FormerShards; shard++)
        {
            var former = StoreKeys.Shard(shard);
            while (await tables.RangeAsync(StoreKeys.Due, former, "", "~", TableLimits.Changes, token) is { Count: > 0 } rows)
            {
                foreach (var group in rows.GroupBy(ShardOf))
                {
                    await tables.WriteAllAsync(
                        [
                            new(StoreKeys.Due, group.Key, [.. group.Select(row => new RowChange.Put(row.Row, row.Columns))]),
                            new(StoreKeys.Due, former, [.. group.Select(row => new RowChange.Delete(row.Row))]),
                        ],
                        token);
                }
            }
        }
    }

    /// <summary>The next due rows of a shard that follow a key.</summary>
    public async Task<DuePage> ReadAsync(string shard, string afterKey, DateTimeOffset now, CancellationToken token)
    {
        var found = await tables.RangeAsync(StoreKeys.Due, shard, afterKey, StoreKeys.DueBefore(now), MaxAtOnce, token);
        var (rows, unreadable) = (ImmutableArray.CreateBuilder<DueRow>(), ImmutableArray.CreateBuilder<DueCheckResult>());
        foreach (var row in found)
        {
            try
            {
                rows.Add(new DueRow(row.Row, row.ETag, JsonColumns.Read(row, StoredJson.Default.DueRecord)));
            }
            catch (JsonException failure)
            {
                unreadable.Add(new DueCheckResult($"{shard} {row.Row}", Worked: false, Failure: ExceptionSummary.Of(failure)));
            }
        }

        return new DuePage(rows.ToImmutable(), unreadable.ToImmutable(), found is [.., var last] ? last.Row : null);
    }

    /// <summary>A row that cannot be read moves too, so that it holds up no other.</summary>
    private static string ShardOf(TableRow row)
    {
        try
        {
            return StoreKeys.Shard(JsonColumns.Read(row, StoredJson.Default.DueRecord).Partition);
        }
        catch (JsonException)
        {
            return StoreKeys.Shard(0);
        }
    }

    /// <summary>Leases a due row to this instance; false on a conflict with another one.</summary>
    public async Task<bool> LeaseAsync(DueRow due, CancellationToken token)
    {
        var claimed = due.Record with { LeasedUntil = clock.GetUtcNow() + Lease.Duration };
        var change = new RowChange.Replace(due.Key, Columns(claimed), due.ETag);
        return await tables.WriteAsync(StoreKeys.Due, StoreKeys.Shard(due.Record.Partition), [change], token) is WriteResult.Written;
    }

    private static Dictionary<string, string> Columns(DueRecord record) => JsonColumns.Of(record, StoredJson.Default.DueRecord);
}

/// <summary>Due rows in the order of their keys; those that cannot be read stay, and hold back no other.</summary>
internal sealed record DuePage(ImmutableArray<DueRow> Rows, ImmutableArray<DueCheckResult> Unreadable, string? LastKey);

/// <summary>A due row; <paramref name="ETag"/> is empty before it is written.</summary>
internal sealed record DueRow(string Key, string ETag, DueRecord Record);

/// <summary>The partition to check; <paramref name="Operation"/> is the commit that wrote the row, and may still be in flight.</summary>
internal sealed record DueRecord(
    [property: JsonPropertyName("Partition")] string Partition,
    [property: JsonPropertyName("Operation")] string Operation,
    [property: JsonPropertyName("WrittenAt")] DateTimeOffset WrittenAt,
    [property: JsonPropertyName("ClaimedUntil")] DateTimeOffset LeasedUntil = default)
{
    /// <summary>The message whose handling wrote the row; empty when a commit did.</summary>
    [JsonPropertyName("Message")]
    public string Message { get; init; } = "";

    /// <summary>Whether the row cleans up old rows of operations.</summary>
    [JsonPropertyName("cleansUp")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CleansUp { get; init; }

    /// <summary>The version whose lines may be missing from the outcome log while this row exists; 0 for none.</summary>
    [JsonPropertyName("Logged")]
    public int Logged { get; init; }
}
