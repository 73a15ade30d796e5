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

    /// <summary>Writes rows of one partition. Their keys are random, so a conflict can only be an earlier try of this very write.</summary>
    public async Task AddAsync(string partition, ImmutableArray<DueRow> rows, CancellationToken token)
    {
        if (rows.Length > 0)
        {
            await tables.WriteAsync(
                StoreKeys.Due, StoreKeys.Shard(partition),
                [.. rows.Select(row => new RowChange.Insert(row.Key, Columns(row.Record)))], token);
        }
    }

    /// <summary>Writes the row that brings up one message again, and returns its key.</summary>
    public async Task<string> AddForMessageAsync(string partition, string message, DateTimeOffset moment, CancellationToken token)
    {
        var row = new DueRow(StoreKeys.DueRow(moment), "", new DueRecord(partition, "", clock.GetUtcNow()) { Message = message });
        await AddAsync(partition, [row], token);
        return row.Key;
    }

    public async Task RemoveAsync(string partition, IEnumerable<string> keys, CancellationToken token)
    {
        foreach (var some in keys.Distinct().Chunk(TableLimits.Changes))
        {
            await tables.WriteAsync(StoreKeys.Due, StoreKeys.Shard(partition), [.. some.Select(key => new RowChange.Delete(key))], token);
        }
    }

    /// <summary>The next rows of a shard that are due and come after a key.</summary>
    public async Task<ImmutableArray<DueRow>> ReadAsync(string shard, string after, DateTimeOffset now, CancellationToken token) =>
    [
        .. (await tables.RangeAsync(StoreKeys.Due, shard, after, StoreKeys.DueBefore(now), MaxAtOnce, token))
            .Select(row => new DueRow(row.Row, row.ETag, JsonColumns.Read(row, StoredJson.Default.DueRecord))),
    ];

    /// <summary>Keeps other instances from looking at the same time; false when one of them was quicker.</summary>
    public async Task<bool> ClaimAsync(DueRow due, TimeSpan time, CancellationToken token)
    {
        var claimed = due.Record with { ClaimedUntil = clock.GetUtcNow() + time };
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

    /// <summary>The version whose lines may be missing from the outcome log as long as this row is there; 0 for none.</summary>
    [JsonPropertyName("Logged")]
    public int Logged { get; init; }
}
