using IntroBot.Platforms;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>Knows people by what Teams says of them: looked up when they first have to do with the bot, and again after a day.</summary>
internal sealed class TeamsPeople(
    PersonLookup lookup, IKeyValueStore store, BackgroundTasks background, [SystemClock] TimeProvider clock)
{
    /// <summary>How long the lookup of an unknown person may delay an answer; Teams gives five seconds for some.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TimeToLive = TimeSpan.FromDays(1);

    private readonly KnownPeople<TeamsProfile> people = new(TeamsStoreNames.People, TeamsProfileJson.Default.TeamsProfile, store, clock);

    /// <summary>
    /// The person who acted. A known person acts at once, and a stale profile is looked up afterwards; an unknown one is looked up first,
    /// since guests are not introduced.
    /// </summary>
    public async Task<PersonFound> FindAsync(TeamsUserRef user, Activity activity, CancellationToken token)
    {
        if (PersonActing.Of(activity) is not { } acting)
        {
            return new PersonFound.Nowhere();
        }

        if (await RecallAsync(user, token) is not { } known)
        {
            return await InTimeAsync<PersonFound>(async () => await AskAsync(user, acting, CancellationToken.None), token)
                ?? new PersonFound.Later();
        }

        if (known.SeenAt + TimeToLive < clock.GetUtcNow())
        {
            background.Run("look a person up", late => AskAsync(user, acting, late));
        }

        var now = known.Seen(activity.TimeZone, activity.Language);
        return new PersonFound.Known(now == known ? known : await KeepAsync(user.Tenant, now, token));
    }

    /// <summary>Asks Teams for a person, however long it takes, and keeps what it says.</summary>
    public async Task<PersonFound> AskAsync(TeamsUserRef user, PersonActing acting, CancellationToken token) =>
        await lookup.FindAsync(user, acting.Place, acting.Member, acting.Kind, token) switch
        {
            SendResult<TeamsMember>.Sent { Value: var found }
                when TeamsIds.Person(found.AadObjectId ?? found.ObjectId ?? user.Id) == user.Id =>
                new PersonFound.Known(await KeepAsync(
                    user.Tenant,
                    TeamsProfile.Of(
                        found with { Id = acting.Member }, user.Id, user.Tenant, acting.TimeZone, acting.Language, clock.GetUtcNow()),
                    token)),
            SendResult<TeamsMember>.Sent or SendResult<TeamsMember>.Rejected { Concerns: not Concerns.Workspace } =>
                new PersonFound.Nowhere(),
            SendResult<TeamsMember>.Rejected or SendResult<TeamsMember>.RetryAfter or SendResult<TeamsMember>.Unknown =>
                new PersonFound.Later(),
            _ => throw new UnreachableException(),
        };

    /// <summary>A member who was mentioned in a conversation, or null.</summary>
    public async Task<TeamsProfile?> MentionedAsync(string tenant, ConversationReference place, string member, CancellationToken token)
    {
        var found = await InTimeAsync(async () =>
        {
            var asked = await lookup.InAsync(place, member, CancellationToken.None);
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
