namespace IntroBot.Storage.Commits;

/// <summary>How aggregates of one type are stored.</summary>
/// <param name="Kind">The part of a partition's key that tells them from others.</param>
/// <param name="Json">How the root row is written.</param>
/// <param name="DerivedRows">What stands beside the root, in rows of its own.</param>
internal sealed record StoredAggregate<TState>(string Kind, JsonTypeInfo<TState> Json, DerivedRows<TState> DerivedRows)
    where TState : Aggregate;
