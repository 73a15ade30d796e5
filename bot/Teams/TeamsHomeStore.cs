using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Which message is whose home, and the work that posts one.</summary>
internal sealed class TeamsHomeStore(IKeyValueStore store, IWorkQueue queue)
{
    /// <summary>
    /// Comes in a row between the receipt of a home, nothing where there is none yet, and that of the one further up which is still to go.
    /// </summary>
    private const char After = '^';

    /// <summary>The kind of work that posts a home.</summary>
    public const string Kind = "teams.home";

    /// <summary>Posts the home of a person who has none yet.</summary>
    public const string First = "first";

    /// <summary>Posts it once more at the end of the chat, where its owner looks.</summary>
    public const string Again = "again";

    /// <summary>Work of this kind has one id, so that a home that is owed already is not owed twice.</summary>
    private const string WorkId = "home";

    public static QueuedWork Post(string body) => new(Kind, body) { Id = WorkId };

    /// <summary>Adds work that posts a home, unless what <paramref name="row"/> stands for did so before.</summary>
    public Task PostAsync(WorkOwner owner, string row, string body, CancellationToken token) =>
        queue.AddAsync(owner, row, Post(body), token);

    /// <summary>Null for a person who never met the bot.</summary>
    public async Task<TeamsHome?> FindAsync(TeamsUserRef user, CancellationToken token)
    {
        if (await store.ReadAsync(TeamsStoreNames.Homes(user.Tenant), user.Id, token) is not { } item)
        {
            return null;
        }

        var parts = (FormerClaim.WordsIn(item) ?? "").Split(After, 2);
        return new TeamsHome(parts[0], parts is [_, var above] ? above : "", FormerClaim.UntilOf(item));
    }

    public Task KeepAsync(TeamsUserRef user, TeamsHome home, CancellationToken token) => store.PutAsync(
        TeamsStoreNames.Homes(user.Tenant), user.Id, home.Above.Length > 0 || home.Receipt.Length == 0
            ? $"{home.Receipt}{After}{home.Above}"
            : home.Receipt,
        token);

    /// <summary>Notes that a person met the bot and has no home yet.</summary>
    public Task MeetAsync(TeamsUserRef user, CancellationToken token) =>
        store.AddAsync(TeamsStoreNames.Homes(user.Tenant), user.Id, $"{After}", token);

    public Task ForgetAsync(TeamsUserRef user, CancellationToken token) =>
        store.RemoveAsync(TeamsStoreNames.Homes(user.Tenant), user.Id, token);
}

/// <summary>
/// A person's home: its receipt, empty where it is still to be posted; that of the one further up which is still to go; and until when an
/// instance of an older version is posting it.
/// </summary>
internal sealed record TeamsHome(string Receipt, string Above = "", DateTimeOffset? BusyUntil = null)
{
    public bool IsOwed => Receipt.Length == 0;

    /// <summary>The receipt of the home that its owner has before them.</summary>
    public string Shown => IsOwed ? Above : Receipt;
}
