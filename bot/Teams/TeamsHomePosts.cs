using IntroBot.Platforms;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams;

/// <summary>
/// Which message is whose home. One that is not there yet stands among those owed, and one instance posts it: the next that
/// looks, also at the next start, where the program ended in between or Teams put it off. What stood further up goes then.
/// </summary>
internal sealed class TeamsHomePosts(TeamsChats chats, IKeyValueStore store, BackgroundTasks background, WallClock wall)
{
    /// <summary>How long a home is left to a dead instance; it is posted within a third of it, as a rule.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Comes in a row between the receipt of a home, nothing where it is owed, and that of the one further up which is still to go.
    /// </summary>
    private const char After = '^';

    private const char Between = '~';

    private readonly Claims claims = new(store, wall, Term);

    /// <summary>Promises somebody their first home; false when they have one.</summary>
    public async Task<bool> OweFirstAsync(string tenant, string person, CancellationToken token)
    {
        if (await store.AddAsync(TeamsStoreNames.Homes(tenant), person, $"{After}", token) is null
            && await FindAsync(tenant, person, token) is { } home
            && !IsOwed(home))
        {
            return false;
        }

        await store.PutAsync(TeamsStoreNames.OwedHomes, KeyOf(tenant, person), "", token);
        return await IsStillOwedAsync(await FindAsync(tenant, person, token), tenant, person, token);
    }

    /// <summary>Promises somebody another home at the end of the chat; one that is owed already comes there as well.</summary>
    public async Task OweAgainAsync(string tenant, string person, CancellationToken token)
    {
        await store.PutAsync(TeamsStoreNames.OwedHomes, KeyOf(tenant, person), "", token);
        while (await FindAsync(tenant, person, token) is { } home)
        {
            if (IsOwed(home)
                || await store.ReplaceAsync(TeamsStoreNames.Homes(tenant), home, $"{After}{ReceiptOf(home)}", token) is not null)
            {
                return;
            }
        }

        await store.AddAsync(TeamsStoreNames.Homes(tenant), person, $"{After}", token);
    }

    /// <summary>What is known of somebody's home; nothing when they never opened one.</summary>
    public Task<StoredItem?> FindAsync(string tenant, string person, CancellationToken token) =>
        store.ReadAsync(TeamsStoreNames.Homes(tenant), person, token);

    /// <summary>Whether it is still to be posted; an older version left such a row empty.</summary>
    public static bool IsOwed(StoredItem home) => Parts(home) is ["", ..];

    /// <summary>The receipt of the home that its owner has before them.</summary>
    public static string ReceiptOf(StoredItem home) => Parts(home) is ["", var above] ? above : Parts(home)[0];

    /// <summary>
    /// Posts a home that is owed; null where somebody else is at it, who may have taken us for dead. Put off also where it is posted and
    /// the one further up is still to go.
    /// </summary>
    public async Task<SendResult<string>?> PostAsync(
        string tenant, string person, StoredItem owed, OutboundActivity home, CancellationToken token)
    {
        await using var claim = await claims.TakeAsync(
            TeamsStoreNames.Homes(tenant), owed, ClaimMark.WordsIn(owed.Text) ?? $"{After}", token);
        if (claim is null)
        {
            return null;
        }

        SendResult<string>? taken = null;
        var posted = await chats.PostAsync(tenant, person, home.Write(), token);
        if (posted is SendResult<string>.Sent { Value: var receipt })
        {
            var above = ReceiptOf(owed);
            taken = await chats.DeleteAsync(tenant, person, above, token);
            if (!await claim.LeaveAsync(IsGone(taken) ? receipt : $"{receipt}{After}{above}"))
            {
                await chats.DeleteAsync(tenant, person, receipt, token);
                return null;
            }
        }

        // Who refused is asked no more at every start, but when its owner does something.
        if (posted is SendResult<string>.Sent or SendResult<string>.Rejected)
        {
            await store.RemoveAsync(TeamsStoreNames.OwedHomes, KeyOf(tenant, person), token);
        }

        return taken is SendResult<string>.RetryAfter ? taken : posted;
    }

    /// <summary>Takes away a home further up that could not be taken away yet; null where there is none.</summary>
    public async Task<SendResult<string>?> TidyAsync(string tenant, string person, StoredItem home, CancellationToken token)
    {
        if (Parts(home) is not [{ Length: > 0 } receipt, var above])
        {
            return null;
        }

        var taken = await chats.DeleteAsync(tenant, person, above, token);
        if (IsGone(taken))
        {
            await store.ReplaceAsync(TeamsStoreNames.Homes(tenant), home, receipt, token);
        }

        return taken;
    }

    /// <summary>Whose homes an earlier run may still owe.</summary>
    public async Task<IEnumerable<(string Tenant, string Person)>> OwedAsync(CancellationToken token) =>
        (await store.ListAsync(TeamsStoreNames.OwedHomes, token))
            .Select(item => item.Key.Split(Between))
            .Select(whose => (whose[0], whose[1]));

    /// <summary>Whether a home is still owed as soon as nobody is at it.</summary>
    public async Task<bool> IsStillOwedAsync(string tenant, string person, CancellationToken token) => await IsStillOwedAsync(
        await claims.FreeAsync(TeamsStoreNames.Homes(tenant), person, background.Stopping), tenant, person, token);

    public async Task ForgetAsync(string tenant, string person, CancellationToken token)
    {
        await store.RemoveAsync(TeamsStoreNames.Homes(tenant), person, token);
        await store.RemoveAsync(TeamsStoreNames.OwedHomes, KeyOf(tenant, person), token);
    }

    /// <summary>Whether it is; who posted it may have done so before it came to stand among those owed.</summary>
    private async Task<bool> IsStillOwedAsync(StoredItem? home, string tenant, string person, CancellationToken token)
    {
        if (home is not null && IsOwed(home))
        {
            return true;
        }

        await store.RemoveAsync(TeamsStoreNames.OwedHomes, KeyOf(tenant, person), token);
        return false;
    }

    private static bool IsGone(SendResult<string> taken) => taken is SendResult<string>.Sent or SendResult<string>.Rejected;

    private static string[] Parts(StoredItem home) => (ClaimMark.WordsIn(home.Text) ?? "").Split(After, 2);

    private static string KeyOf(string tenant, string person) => $"{tenant}{Between}{person}";
}
