namespace IntroBot.Platforms;

/// <summary>
/// What a platform has said of people: kept in a collection for each workspace, and remembered in this process for a moment.
/// <paramref name="collectionOf"/> names the collection.
/// </summary>
internal sealed class KnownPeople<TProfile>(
    Func<string, string> collectionOf, JsonTypeInfo<TProfile> json, IKeyValueStore store, TimeProvider clock)
    where TProfile : class
{
    /// <summary>How long another instance may know more than this one.</summary>
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(1);

    private const int MaxRemembered = 20_000;

    private readonly BoundedCache<(string Workspace, string Id), TProfile> remembered = new(MaxRemembered, clock);

    public async Task<TProfile?> FindAsync(string workspace, string id, CancellationToken token)
    {
        if (remembered.TryGet((workspace, id), out var recent))
        {
            return recent;
        }

        return await store.FindAsync(collectionOf(workspace), id, token) is { } text && Read(text) is { } kept
            ? Remember(workspace, id, kept)
            : null;
    }

    /// <summary>Everybody who is kept.</summary>
    public async Task<IEnumerable<TProfile>> AllAsync(string workspace, CancellationToken token) =>
        (await store.ListAsync(collectionOf(workspace), token)).Select(item => Read(item.Text)).OfType<TProfile>();

    public async Task<TProfile> SaveAsync(string workspace, string id, TProfile profile, CancellationToken token)
    {
        await store.PutAsync(collectionOf(workspace), id, JsonSerializer.Serialize(profile, json), token);
        return Remember(workspace, id, profile);
    }

    /// <summary>For a moment only; in the key-value store nothing changes.</summary>
    public TProfile Remember(string workspace, string id, TProfile profile)
    {
        remembered.Set((workspace, id), profile, TimeToLive);
        return profile;
    }

    public async Task ForgetAsync(string workspace, string id, CancellationToken token)
    {
        await store.RemoveAsync(collectionOf(workspace), id, token);
        remembered.Remove((workspace, id));
    }

    private TProfile? Read(string text) => JsonSerializer.Deserialize(text, json);
}
