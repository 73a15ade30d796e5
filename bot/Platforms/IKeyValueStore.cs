namespace IntroBot.Platforms;

/// <summary>A small durable store in which a platform keeps what is its own: transcripts, installations, cached names.</summary>
/// <remarks>
/// What is written on a condition gives the item as it stands then, or null where something stood in the way. That is no proof of
/// losing: it may be what an earlier try of the same call wrote, whose answer was lost.
/// </remarks>
public interface IKeyValueStore
{
    /// <summary>Writes one item; the same key again replaces it.</summary>
    Task PutAsync(string collection, string key, string text, CancellationToken token);

    /// <summary>Writes one item where none is; one that is there already stays.</summary>
    Task<StoredItem?> AddAsync(string collection, string key, string text, CancellationToken token);

    /// <summary>Writes one item in the place of this one, unless it was written since.</summary>
    Task<StoredItem?> ReplaceAsync(string collection, StoredItem was, string text, CancellationToken token);

    Task<string?> FindAsync(string collection, string key, CancellationToken token);

    /// <summary>One item with its revision.</summary>
    Task<StoredItem?> ReadAsync(string collection, string key, CancellationToken token);

    /// <summary>Takes one item away; one that is not there is no mistake.</summary>
    Task RemoveAsync(string collection, string key, CancellationToken token);

    /// <summary>Deletes this item unless it was written since, and tells whether it did.</summary>
    Task<bool> RemoveAsync(string collection, StoredItem was, CancellationToken token);

    /// <summary>Takes everything away that stands in a collection.</summary>
    Task ClearAsync(string collection, CancellationToken token);

    /// <summary>All items of a collection in ascending order of their keys.</summary>
    Task<IReadOnlyList<StoredItem>> ListAsync(string collection, CancellationToken token);
}

/// <summary>One item of a collection; its <paramref name="Revision"/> changes whenever it is written.</summary>
public sealed record StoredItem(string Key, string Text, string Revision);
