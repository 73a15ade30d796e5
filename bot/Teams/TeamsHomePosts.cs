using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>
/// Which message is whose home. One that is not there yet stands among those owed, and one instance posts it: the next that
/// looks, also at the next start, where the program ended in between or Teams put it off. What stood further up goes then.
/// </summary>
internal sealed class TeamsHomePosts(TeamsChats chats, IShelf shelf, Afterwards afterwards, WallClock wall)
{
    /// <summary>How long a home is left to a dead instance; it is posted within a third of it, as a rule.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(30);

    /// <summary>Begins the row of a home that is owed; the receipt of the one it comes after follows, where there is one.</summary>
    private const string After = "^";

    private const char Between = '~';

    private readonly Claims claims = new(shelf, wall, Term);

    /// <summary>Promises somebody their first home; false when they have one, or the promise.</summary>
    public async Task<bool> OweFirstAsync(string tenant, string person, CancellationToken token)
    {
        if (await shelf.AddAsync(TeamsShelves.Homes(tenant), person, After, token) is null
            && await FindAsync(tenant, person, token) is { } home
            && !IsOwed(home))
        {
            return false;
        }

        await shelf.PutAsync(TeamsShelves.OwedHomes, KeyOf(tenant, person), "", token);
        return true;
    }

    /// <summary>Promises somebody another home at the end of the chat; one that is owed already comes there as well.</summary>
    public async Task OweAgainAsync(string tenant, string person, CancellationToken token)
    {
        await shelf.PutAsync(TeamsShelves.OwedHomes, KeyOf(tenant, person), "", token);
        while (await FindAsync(tenant, person, token) is { } home)
        {
            if (IsOwed(home) || await shelf.ReplaceAsync(TeamsShelves.Homes(tenant), home, After + home.Text, token) is not null)
            {
                return;
            }
        }

        await shelf.AddAsync(TeamsShelves.Homes(tenant), person, After, token);
    }

    /// <summary>What is known of somebody's home; nothing when they never opened one.</summary>
    public Task<ShelfItem?> FindAsync(string tenant, string person, CancellationToken token) =>
        shelf.ReadAsync(TeamsShelves.Homes(tenant), person, token);

    /// <summary>Whether it is still to be posted; an older version left such a row empty.</summary>
    public static bool IsOwed(ShelfItem home) =>
        ClaimMark.WordsIn(home.Text) is not { Length: > 0 } words || words.StartsWith(After, StringComparison.Ordinal);

    /// <summary>The receipt of the home that its owner has before them.</summary>
    public static string ReceiptOf(ShelfItem home) => (ClaimMark.WordsIn(home.Text) ?? "").TrimStart(After[0]);

    /// <summary>Posts a home that is owed; null where somebody else is at it.</summary>
    public async Task<CallResult<string>?> PostAsync(
        string tenant, string person, ShelfItem owed, OutboundActivity home, CancellationToken token)
    {
        await using var claim = await claims.TakeAsync(TeamsShelves.Homes(tenant), owed, ClaimMark.WordsIn(owed.Text) ?? After, token);
        if (claim is null)
        {
            return null;
        }

        var posted = await chats.PostAsync(tenant, person, home.Write(), token);
        if (posted is CallResult<string>.Done { Value: var receipt })
        {
            await claim.LeaveAsync(receipt);
            await chats.DeleteAsync(tenant, person, ReceiptOf(owed), token);
        }

        // Who refused is asked no more at every start, but when its owner does something.
        if (posted is CallResult<string>.Done or CallResult<string>.Refused)
        {
            await shelf.RemoveAsync(TeamsShelves.OwedHomes, KeyOf(tenant, person), token);
        }

        return posted;
    }

    /// <summary>Whose homes an earlier run may still owe.</summary>
    public async Task<IEnumerable<(string Tenant, string Person)>> OwedAsync(CancellationToken token) =>
        (await shelf.ListAsync(TeamsShelves.OwedHomes, token))
            .Select(item => item.Key.Split(Between))
            .Select(whose => (whose[0], whose[1]));

    /// <summary>Whether a home is still owed as soon as nobody is at it.</summary>
    public async Task<bool> IsStillOwedAsync(string tenant, string person, CancellationToken token)
    {
        if (await claims.FreeAsync(TeamsShelves.Homes(tenant), person, afterwards.Stopping) is { } home && IsOwed(home))
        {
            return true;
        }

        await shelf.RemoveAsync(TeamsShelves.OwedHomes, KeyOf(tenant, person), token);
        return false;
    }

    public async Task ForgetAsync(string tenant, string person, CancellationToken token)
    {
        await shelf.RemoveAsync(TeamsShelves.Homes(tenant), person, token);
        await shelf.RemoveAsync(TeamsShelves.OwedHomes, KeyOf(tenant, person), token);
    }

    private static string KeyOf(string tenant, string person) => $"{tenant}{Between}{person}";
}
