using IntroBot.Storage.Commits;
using IntroBot.Storage.Tables;

namespace IntroBot.Storage.Work;

/// <summary>
/// One row of the outbox. <paramref name="LeaseUntil"/> keeps others away while one process handles it, <paramref name="Attempt"/> counts
/// from 1, and <paramref name="Order"/> is the place it was given when it was committed.
/// </summary>
internal sealed record OutboxRecord(
    [property: JsonPropertyName("What")] OutgoingRecord What,
    [property: JsonPropertyName("LeaseUntil")] DateTimeOffset LeaseUntil,
    [property: JsonPropertyName("Attempt")] int Attempt,
    [property: JsonPropertyName("Order")] long Order)
{
    public bool IsDue(DateTimeOffset now) => LeaseUntil <= now && (What.NotBefore ?? now) <= now;
}

/// <summary>An outbox row as read or written, with the ETag that fences it.</summary>
internal sealed record OutboxRow(OutboxRecord Record, string ETag);

/// <summary>
/// The outbox rows of a partition that this version can read, and why it cannot read another. What cannot be read holds back no other: it
/// stays with its due row until a version comes that can.
/// </summary>
internal sealed record OutboxRows(ImmutableArray<OutboxRow> Readable, JsonException? Failure)
{
    public static OutboxRows Empty { get; } = new([], null);

    public static OutboxRows Read(IEnumerable<TableRow> rows)
    {
        var (readable, failed) = (ImmutableArray.CreateBuilder<OutboxRow>(), (JsonException?)null);
        foreach (var row in rows)
        {
            try
            {
                readable.Add(new OutboxRow(JsonColumns.Read(row, StoredJson.Default.OutboxRecord), row.ETag));
            }
            catch (JsonException failure)
            {
                failed = failure;
            }
        }

        return new OutboxRows(readable.ToImmutable(), failed);
    }

    /// <summary>Those that are due, in the order in which they were added.</summary>
    public ImmutableArray<OutboxRow> Due(DateTimeOffset now) =>
        [.. Readable.Where(row => row.Record.IsDue(now)).OrderBy(row => row.Record.Order)];

    /// <summary>Makes the check of the partition fail where a row could not be read, so that this is seen.</summary>
    public void ThrowIfUnreadable()
    {
        if (Failure is not null)
        {
            throw new JsonException("A row of the outbox cannot be read.", Failure);
        }
    }
}
