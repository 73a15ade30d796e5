using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>
/// The index of moments at which a partition needs a look: written before the partition itself, so that no promise is ever without its
/// row; a row too many costs one look.
/// </summary>
internal sealed class DueIndex(ITableStore tables, TimeProvider clock)
{
    public const int MaxAtOnce = 32;

    /// <summary>
    /// Adds rows of one partition, to be written before it. Their keys are random, or say the same whoever writes them, so that nothing is
    /// ever in conflict.
    /// </summary>
    public static PartitionWrite Adds(string partition, params IEnumerable<DueRow> rows) => new(
        StoreKeys.Due, StoreKeys.Shard(partition), [.. rows.Select(row => new RowChange.Put(row.Key, Columns(row.Record)))]);

    /// <summary>The row that brings up one message again.</summary>
    public DueRow ForMessage(string partition, string message, DateTimeOffset moment) =>
        new(StoreKeys.DueRow(moment), "", new DueRecord(partition, "", clock.GetUtcNow()) { Message = message });

    /// <summary>Takes rows away, to be written after all that they stood for.</summary>
    public static IEnumerable<PartitionWrite> Removes(string partition, IEnumerable<string> keys) => keys.Distinct()
        .Chunk(TableLimits.Changes)
        .Select(some => new PartitionWrite(
            StoreKeys.Due, StoreKeys.Shard(partition), [.. some.Select(key => new RowChange.Delete(key))]));

    public Task RemoveAsync(string partition, IEnumerable<string> keys, CancellationToken token) =>
        tables.WriteAllAsync([.. Removes(partition, keys)], token);

    /// <summary>Brings the rows of shards that are no longer written to into those that are.</summary>
    public async Task EmptyFormerShardsAsync(CancellationToken token)
    {
        for (var shard = StoreKeys.Shards; shard < StoreKeys.FormerShards; shard++)
        {
            var former = StoreKeys.Shard(shard);
            while (await tables.RangeAsync(StoreKeys.Due, former, "", "~", TableLimits.Changes, token) is { Count: > 0 } rows)
            {
                foreach (var some in rows.GroupBy(row => StoreKeys.Shard(JsonColumns.Read(row, StoredJson.Default.DueRecord).Partition)))
                {
                    await tables.WriteAllAsync(
                        [
                            new(StoreKeys.Due, some.Key, [.. some.Select(row => new RowChange.Put(row.Row, row.Columns))]),
                            new(StoreKeys.Due, former, [.. some.Select(row => new RowChange.Delete(row.Row))]),
                        ],
                        token);
                }
            }
        }
    }

    /// <summary>The next rows of a shard that are due and come after a key.</summary>
    public async Task<ImmutableArray<DueRow>> ReadAsync(string shard, string after, DateTimeOffset now, CancellationToken token) =>
    [
        .. (await tables.RangeAsync(StoreKeys.Due, shard, after, StoreKeys.DueBefore(now), MaxAtOnce, token))
            .Select(row => new DueRow(row.Row, row.ETag, JsonColumns.Read(row, StoredJson.Default.DueRecord))),
    ];

    /// <summary>Keeps other instances from looking at the same time; false when one of them was quicker.</summary>
    public async Task<bool> ClaimAsync(DueRow due, CancellationToken token)
    {
        var claimed = due.Record with { ClaimedUntil = clock.GetUtcNow() + Lease.Duration };
        var change = new RowChange.Replace(due.Key, Columns(claimed), due.ETag);
        return await tables.WriteAsync(StoreKeys.Due, StoreKeys.Shard(due.Record.Partition), [change], token) is WriteResult.Written;
    }

    private static Dictionary<string, string> Columns(DueRecord record) => JsonColumns.Of(record, StoredJson.Default.DueRecord);
}

/// <summary>A due row; <paramref name="ETag"/> is empty before it is written.</summary>
internal sealed record DueRow(string Key, string ETag, DueRecord Record);

/// <summary>Which partition to look at; <paramref name="Operation"/> is the act that wrote the row, and may still be under way.</summary>
internal sealed record DueRecord(
    [property: JsonPropertyName("Partition")] string Partition,
    [property: JsonPropertyName("Operation")] string Operation,
    [property: JsonPropertyName("WrittenAt")] DateTimeOffset WrittenAt,
    [property: JsonPropertyName("ClaimedUntil")] DateTimeOffset ClaimedUntil = default)
{
    /// <summary>The message whose handling wrote the row; empty when an act did.</summary>
    [JsonPropertyName("Message")]
    public string Message { get; init; } = "";

    /// <summary>Whether the row is there to take away old rows of operations.</summary>
    [JsonPropertyName("cleansUp")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CleansUp { get; init; }

    /// <summary>The version whose lines may be missing from the outcome log as long as this row is there; 0 for none.</summary>
    [JsonPropertyName("Logged")]
    public int Logged { get; init; }
}
