namespace IntroBot.Platforms;

/// <summary>
/// What was dealt with by any instance, known by the row of its idempotency key; and for as long as a platform may deliver it again, what
/// an older version remembered in a collection for each day.
/// </summary>
internal sealed class SeenDeliveries(IWorkQueue queue, IKeyValueStore store, [SystemClock] TimeProvider clock)
{
    /// <summary>Days before yesterday whose collections are taken away; more than one, for days on which nothing ran.</summary>
    private const int DaysCleared = 7;

    /// <summary>Of workspaces; of one that is evicted the collections are read again.</summary>
    private const int MaxRemembered = 10_000;

    private readonly BoundedCache<string, Lazy<Task<HashSet<string>>>> former = new(MaxRemembered);

    /// <param name="owner">Whom it is about.</param>
    /// <param name="row">Its idempotency key.</param>
    /// <param name="formerCollection">in which collection an older version remembered it.</param>
    /// <param name="formerKey">By which key.</param>
    /// <param name="token">Ends the wait for the store.</param>
    public async Task<bool> HasAsync(WorkOwner owner, string row, string formerCollection, string formerKey, CancellationToken token) =>
        (await FormerAsync(formerCollection)).Contains(formerKey) || await queue.HasAsync(owner, row, token);

    /// <summary>Remembers what left no row of its own.</summary>
    public Task AddAsync(WorkOwner owner, string row, CancellationToken token) => queue.AddAsync(owner, row, null, token);

    private async Task<HashSet<string>> FormerAsync(string name)
    {
        try
        {
            return await former.GetOrAdd(name, new Lazy<Task<HashSet<string>>>(() => ReadAsync(name))).Value;
        }
        catch
        {
            former.Remove(name);
            throw;
        }
    }

    private async Task<HashSet<string>> ReadAsync(string name)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var day = 0; day < 2; day++)
        {
            // What some instance had begun with and not dealt with is dealt with when it comes again.
            keys.UnionWith((await store.ListAsync(CollectionOf(name, day), CancellationToken.None))
                .Where(item => item.Text.Length == 0)
                .Select(item => item.Key));
        }

        for (var day = 2; day < 2 + DaysCleared; day++)
        {
            await store.ClearAsync(CollectionOf(name, day), CancellationToken.None);
        }

        return keys;
    }

    private string CollectionOf(string name, int daysAgo) =>
        $"{name}.{clock.GetUtcNow().AddDays(-daysAgo).UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
}
