namespace IntroBot.Givers;

/// <summary>Stores givers, each changed only by a decision about their newest state.</summary>
public interface IGiverStore
{
    Task<Giver?> FindAsync(PersonRef who, CancellationToken token);

    /// <summary>
    /// Decides and stores atomically; <paramref name="operation"/> is the idempotency key, so that a repeat changes nothing. A giver who
    /// takes a slot for an offer takes part in its intro.
    /// </summary>
    Task<Change<Giver>> ChangeAsync(PersonRef who, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token);

    /// <summary>As above, about a giver just read; reads again when they have changed since.</summary>
    Task<Change<Giver>> ChangeAsync(Giver known, string operation, Func<Giver?, Decision<Giver>> decide, CancellationToken token);

    /// <summary>
    /// The givers listed under a key, at most <paramref name="most"/>; where there are more, the same <paramref name="sampleSeed"/> gives
    /// the same sample, for any key.
    /// </summary>
    Task<ImmutableArray<PersonRef>> IndexedUnderAsync(
        WorkspaceId workspace, string term, int most, string sampleSeed, CancellationToken token);

    /// <summary>Lists a giver under a key, which adds it to the keys of the workspace.</summary>
    Task AddToIndexAsync(PersonRef who, IndexEntry entry, CancellationToken token);

    /// <summary>Removes a giver from a key; a key without givers is removed from the workspace.</summary>
    Task RemoveFromIndexAsync(PersonRef who, string term, CancellationToken token);

    /// <summary>The keys of a workspace that list a giver, in no order.</summary>
    Task<ImmutableArray<IndexedTag>> IndexedTagsAsync(WorkspaceId workspace, CancellationToken token);
}
