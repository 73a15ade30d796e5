namespace IntroBot.Platforms;

/// <summary>
/// Leaves an item of a shelf to one instance alone while that is at it. A claim holds for a <paramref name="term"/> and is
/// renewed as long as its work goes on; what a dead instance had is free when the term is over, or a rest it had begun and a term.
/// Clocks may differ by half of a term.
/// </summary>
internal sealed class Claims(IKeyValueStore store, WallClock wall, TimeSpan term)
{
    /// <summary>How often somebody who waits for another looks.</summary>
    private readonly TimeSpan betweenLooks = term / 10;

    /// <summary>Claims a new item; null where one is already. Given back, it has these words, or is gone.</summary>
    public Task<Claim?> AddAsync(string name, string key, string? words, CancellationToken token) =>
        BeginAsync(new OwnItem(store, name, key, null), words, token);

    /// <summary>Claims this item; null where somebody has it or is quicker. Given back, it has these words, or is gone.</summary>
    public async Task<Claim?> TakeAsync(string name, StoredItem item, string? words, CancellationToken token) =>
        LeftTo(item) > TimeSpan.Zero ? null : await BeginAsync(new OwnItem(store, name, item.Key, item), words, token);

    /// <summary>
    /// The item as soon as nobody has it; null when it is gone. A program that is <paramref name="stopping"/> looks, and waits for nobody.
    /// </summary>
    public async Task<StoredItem?> FreeAsync(string name, string key, CancellationToken stopping)
    {
        while (await store.ReadAsync(name, key, CancellationToken.None) is { } item)
        {
            if (LeftTo(item) is var left && left <= TimeSpan.Zero)
            {
                return item;
            }

            await wall.WaitAsync(left < betweenLooks ? left : betweenLooks, stopping);
        }

        return null;
    }

    private async Task<Claim?> BeginAsync(OwnItem item, string? words, CancellationToken token)
    {
        var claim = new Claim(item, words, wall, term);
        return await claim.BeginsAsync(token) ? claim : null;
    }

    /// <summary>How long somebody has it yet.</summary>
    private TimeSpan LeftTo(StoredItem item) => ClaimMark.Read(item.Text) is { } mark ? mark.Until - wall.Now : TimeSpan.Zero;
}
