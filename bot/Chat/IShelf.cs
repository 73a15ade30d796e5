namespace IntroBot.Chat;

/// <summary>A small durable shelf on which a platform keeps what is its own: transcripts, installations, cached names.</summary>
public interface IShelf
{
    /// <summary>Writes one item; the same key again replaces it.</summary>
    Task PutAsync(string shelf, string key, string text, CancellationToken token);

    /// <summary>Writes one item where none is, and tells whether it did; one that is there already stays.</summary>
    Task<bool> AddAsync(string shelf, string key, string text, CancellationToken token);

    /// <summary>Writes one item in the place of these very words, and tells whether they still stood there.</summary>
    Task<bool> ReplaceAsync(string shelf, string key, string was, string text, CancellationToken token);

    Task<string?> FindAsync(string shelf, string key, CancellationToken token);

    /// <summary>Takes one item away; one that is not there is no mistake.</summary>
    Task RemoveAsync(string shelf, string key, CancellationToken token);

    /// <summary>Takes everything away that stands on a shelf.</summary>
    Task ClearAsync(string shelf, CancellationToken token);

    /// <summary>All items of a shelf in ascending order of their keys.</summary>
    Task<IReadOnlyList<ShelfItem>> ListAsync(string shelf, CancellationToken token);
}

/// <summary>One item of a shelf.</summary>
public sealed record ShelfItem(string Key, string Text);
