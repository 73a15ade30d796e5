using System.Text.Json.Serialization;

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
