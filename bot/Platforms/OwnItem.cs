namespace IntroBot.Platforms;

/// <summary>
/// An item of a shelf that is written only as long as it is ours. Where an answer of the store was lost, what stands there tells:
/// every mark of ours carries <see cref="Sign"/>.
/// </summary>
internal sealed class OwnItem(IKeyValueStore store, string name, string key, StoredItem? before)
{
    /// <summary>A write, once more after an earlier one whose answer was lost, and once to be sure.</summary>
    private const int MaxTries = 3;

    /// <summary>What stands there, as far as we know; nothing where we are the first.</summary>
    private StoredItem? standing = before;

    public string Key => key;

    public string Sign { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Writes this in the place of what stands there, or takes it away; false where that is not ours to do.</summary>
    public async Task<bool> WriteAsync(string? text, CancellationToken token)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await (text is null ? TryRemoveAsync(token) : TryPutAsync(text, token)))
            {
                return true;
            }

            var there = await store.ReadAsync(name, key, token);
            if (there?.Text == text)
            {
                standing = there;
                return true;
            }

            if (there is null || ClaimMark.Read(there.Text)?.By != Sign)
            {
                return false;
            }

            standing = there;
        }

        return false;
    }

    private async Task<bool> TryRemoveAsync(CancellationToken token) =>
        standing is null || await store.RemoveAsync(name, standing, token);

    private async Task<bool> TryPutAsync(string text, CancellationToken token)
    {
        var written = await (standing is null
            ? store.AddAsync(name, key, text, token)
            : store.ReplaceAsync(name, standing, text, token));
        standing = written ?? standing;
        return written is not null;
    }
}
