namespace IntroBot.Storage.Work;

/// <summary>What one query of a partition returns: the state, the outbox, and the receipts of sent messages.</summary>
internal sealed record PartitionHead<TState>(TState? State, OutboxRows Outbox, ImmutableDictionary<string, string> Receipts)
    where TState : Aggregate
{
    /// <summary>The rows of one query. The next query returns the rest of a longer outbox; missing receipts are read one by one.</summary>
    public const int MaxRows = 100;

    /// <summary>A state that was read a moment ago, or its absence, and nothing else.</summary>
    public static PartitionHead<TState> Of(TState? state) => new(state, OutboxRows.Empty, NoReceipts);

    private static ImmutableDictionary<string, string> NoReceipts { get; } = ImmutableDictionary<string, string>.Empty;
}
