using IntroBot.Platforms;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>Knows people by what Teams says of them: looked up when they first have to do with the bot, and again after a day.</summary>
internal sealed class TeamsPeople(
    ConnectorClient connector, IKeyValueStore store, BackgroundTasks background, [SystemClock] TimeProvider clock)
{
    /// <summary>How long the lookup of an unknown person may delay an answer; Teams gives five seconds for some.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TimeToLive = TimeSpan.FromDays(1);

    private readonly KnownPeople<TeamsProfile> people = new(TeamsStoreNames.People, TeamsProfileJson.Default.TeamsProfile, store, clock);

    /// <summary>
    /// The person who acted. A known person acts at once, and a stale profile is looked up afterwards; an unknown one is looked up first,
    /// since guests are not introduced. Null when Teams does not say in time.
    /// </summary>
    public async Task<TeamsProfile?> FindAsync(TeamsUserRef user, Activity activity, CancellationToken token)
    {
        if (ConversationReference.Of(activity) is not { } place || activity.From?.Id is not { Length: > 0 } member)
        {
            return null;
        }

        if (await RecallAsync(user, token) is not { } known)
        {
            return await InTimeAsync(() => AskAsync(user, place, member, activity, CancellationToken.None), token);
        }

        if (known.SeenAt + TimeToLive < clock.GetUtcNow())
        {
            background.Run("look a person up", late => AskAsync(user, place, member, activity, late));
        }

        var now = known.Seen(activity.TimeZone, activity.Language);
        return now == known ? known : await KeepAsync(user.Tenant, now, token);
    }

    /// <summary>A member who was mentioned in a conversation, or null.</summary>
    public async Task<TeamsProfile?> MentionedAsync(string tenant, ConversationReference place, string member, CancellationToken token)
    {
        var found = await InTimeAsync(async () =>
        {
            var asked = await connector.MemberAsync(place, member, CancellationToken.None);
            return asked is SendResult<TeamsMember>.Sent { Value: var value } ? value : null;
        }, token);
        if (found is null || TeamsIds.Person(found.AadObjectId ?? found.ObjectId) is not { } id)
        {
            return null;
        }

        var known = await RecallAsync(new TeamsUserRef(tenant, id), token);
        return TeamsProfile.Of(found, id, tenant, known?.TimeZone, known?.Language, clock.GetUtcNow());
    }

    /// <summary>A person as they are kept, without asking Teams.</summary>
    public Task<TeamsProfile?> RecallAsync(TeamsUserRef user, CancellationToken token) => people.FindAsync(user.Tenant, user.Id, token);

    /// <summary>Everybody who is kept.</summary>
    public Task<IEnumerable<TeamsProfile>> AllAsync(string tenant, CancellationToken token) => people.AllAsync(tenant, token);

    public Task ForgetAsync(TeamsUserRef user, CancellationToken token) => people.ForgetAsync(user.Tenant, user.Id, token);

    private async Task<TeamsProfile?> AskAsync(
        TeamsUserRef user, ConversationReference place, string member, Activity activity, CancellationToken token) =>
        await connector.MemberAsync(place, member, token) is SendResult<TeamsMember>.Sent { Value: { } found }
            && TeamsIds.Person(found.AadObjectId ?? found.ObjectId ?? user.Id) == user.Id
            ? await KeepAsync(
                user.Tenant,
                TeamsProfile.Of(found with { Id = member }, user.Id, user.Tenant, activity.TimeZone, activity.Language, clock.GetUtcNow()),
                token)
            : null;

    private Task<TeamsProfile> KeepAsync(string tenant, TeamsProfile profile, CancellationToken token) =>
        people.SaveAsync(tenant, profile.Id, profile, token);

    private async Task<T?> InTimeAsync<T>(Func<Task<T?>> ask, CancellationToken token)
        where T : class
    {
        try
        {
            return await ask().WaitAsync(Timeout, clock, token);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
