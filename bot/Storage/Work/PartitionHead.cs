using System.Collections.Immutable;
using IntroBot.Decisions;

namespace IntroBot.Storage.Work;

/// <summary>What one look at a partition shows: the state, what waits in the outbox, and the receipts of what has left it.</summary>
internal sealed record PartitionHead<TState>(TState? State, ImmutableArray<OutboxRow> Outbox, ImmutableDictionary<string, string> Receipts)
    where TState : Aggregate
{
    /// <summary>
    /// Rows of one look. Of a longer outbox the rest is seen by the next; receipts that do not fit are looked for one by one.
    /// </summary>
    public const int MaxRows = 100;

    /// <summary>Nothing but a state that was read a moment ago, or that there is none.</summary>
    public static PartitionHead<TState> Of(TState? state) => new(state, [], Receiptless);

    private static ImmutableDictionary<string, string> Receiptless { get; } = ImmutableDictionary<string, string>.Empty;
}
