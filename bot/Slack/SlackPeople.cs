using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack;

/// <summary>
/// Knows people by what Slack says of them, and tells the story when a person is no longer a member: by an event, or by the next lookup
/// when the event was missed.
/// </summary>
internal sealed class SlackPeople(
    SlackApi api, Dispatcher dispatcher, IKeyValueStore store, BackgroundTasks background, [SystemClock] TimeProvider clock)
{
    /// <summary>How long an answer that is the acknowledgement itself may wait for Slack.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan TimeToLive = TimeSpan.FromDays(1);

    /// <summary>Rights are not believed as long as names are.</summary>
    private static readonly TimeSpan FreshRights = TimeSpan.FromMinutes(5);

    private readonly KnownPeople<SlackProfile> people = new(SlackStoreNames.People, SlackProfileJson.Default.SlackProfile, store, clock);

    /// <summary>
    /// A person; null when Slack would have to be asked and <paramref name="mayAsk"/> is false, or does not say in time. A member who was
    /// seen too long ago acts on what is known and is looked up afterwards: events tell of every change, so that little can be wrong.
    /// </summary>
    public async Task<SlackProfile?> FindAsync(SlackUserRef user, bool mayAsk, CancellationToken token)
    {
        var known = await RecallAsync(user, token);
        if (known is not null && known.SeenAt + FreshnessOf(known) >= clock.GetUtcNow())
        {
            return known;
        }

        if (known is { Kind: MemberKind.Member, IsSteward: false })
        {
            LookUp(user);
            return known;
        }

        return mayAsk ? await AskInTimeAsync(user, token) ?? (known is null ? null : known with { IsSteward = false }) : null;
    }

    /// <summary>Looks a person up afterwards.</summary>
    public void LookUp(SlackUserRef user) => background.Run("look a person up", late => AskAsync(user, late));

    /// <summary>
    /// Looks up who a person is: null when Slack answered, or the person is known at least; else the delay before a retry.
    /// </summary>
    public async Task<TimeSpan?> GetToKnowAsync(SlackUserRef user, CancellationToken token)
    {
        if (await FindAsync(user, mayAsk: false, token) is not null)
        {
            return null;
        }

        return await AskAsync(user, token) switch
        {
            SendResult<SlackProfile>.Sent or SendResult<SlackProfile>.Rejected { Code: SlackErrors.NotInstalled } => null,
            _ when await RecallAsync(user, token) is not null => null,
            SendResult<SlackProfile>.RetryAfter later => later.Delay,
            SendResult<SlackProfile>.Rejected or SendResult<SlackProfile>.Unknown => TimeSpan.Zero,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// Some people by their ids, without those who are nobody to Slack; whom it cannot name just now has no name yet.
    /// Null when it would have to be asked about one of them, and <paramref name="mayAsk"/> is false.
    /// </summary>
    public async Task<ImmutableDictionary<string, Person>?> NameAsync(
        string team, IEnumerable<string> ids, bool mayAsk, CancellationToken token)
    {
        var found = await Task.WhenAll(ids.Select(async id => (
            Id: id,
            Profile: await RecallAsync(new SlackUserRef(team, id), token) ?? await FindAsync(new SlackUserRef(team, id), mayAsk, token))));
        return !mayAsk && found.Any(each => each.Profile is null)
            ? null
            : found.Where(each => each.Profile is not { IsNobody: true, Kind: MemberKind.Gone })
                .ToImmutableDictionary(
                    each => each.Id,
                    each => each.Profile is { IsNobody: false } known ? known.In(team) : SlackProfile.Unnamed(each.Id, team));
    }

    /// <summary>
    /// Takes in what Slack says about a person; the story hears of a leaving first, so that a failure is made good by the next look.
    /// </summary>
    public async Task<SlackProfile> LearnAsync(SlackUserRef who, SlackUser user, DateTimeOffset at, CancellationToken token)
    {
        var before = await RecallAsync(who, token);
        var profile = SlackProfile.Of(user, who.Id, who.Team, at);
        if (before is { Kind: MemberKind.Member } && profile.Kind != MemberKind.Member)
        {
            await dispatcher.DispatchAsync(
                new Interaction.PersonLeft(before.In(who.Team), $"{who.Id}!left-{before.SeenAt.UtcTicks}"), token);
        }

        return await people.SaveAsync(who.Team, who.Id, profile, token);
    }

    /// <summary>A person as they are kept, without asking Slack.</summary>
    public Task<SlackProfile?> RecallAsync(SlackUserRef user, CancellationToken token) => people.FindAsync(user.Team, user.Id, token);

    private static TimeSpan FreshnessOf(SlackProfile known) => known.IsSteward ? FreshRights : TimeToLive;

    /// <summary>Whom Slack does not know is remembered for a minute, and never kept.</summary>
    private async Task<SendResult<SlackProfile>> AskAsync(SlackUserRef user, CancellationToken token) =>
        await api.UserAsync(user, token) switch
        {
            SendResult<SlackUser?>.Sent { Value: { } found } =>
                new SendResult<SlackProfile>.Sent(await LearnAsync(user, found, clock.GetUtcNow(), token)),
            SendResult<SlackUser?>.Rejected { Code: "user_not_found" } => RememberNobody(user, MemberKind.Gone),

            // A guest, or somebody of elsewhere, who shares no channel with the app.
            SendResult<SlackUser?>.Rejected { Code: "user_not_visible" } => RememberNobody(user, MemberKind.Guest),
            SendResult<SlackUser?>.Rejected refused => new SendResult<SlackProfile>.Rejected(refused.Code, refused.Concerns),
            SendResult<SlackUser?>.RetryAfter later => new SendResult<SlackProfile>.RetryAfter(later.Delay),
            SendResult<SlackUser?>.Sent or SendResult<SlackUser?>.Unknown => new SendResult<SlackProfile>.Unknown(),
            _ => throw new UnreachableException(),
        };

    private SendResult<SlackProfile>.Sent RememberNobody(SlackUserRef user, MemberKind kind) =>
        new(people.Remember(user.Team, user.Id, SlackProfile.Nobody(user.Id, kind, clock.GetUtcNow())));

    /// <summary>What Slack says too late for this act is there for the next.</summary>
    private async Task<SlackProfile?> AskInTimeAsync(SlackUserRef user, CancellationToken token)
    {
        var answer = new TaskCompletionSource<SlackProfile?>(TaskCreationOptions.RunContinuationsAsynchronously);
        background.Run("look a person up", async late =>
        {
            try
            {
                answer.SetResult(await AskAsync(user, late) is SendResult<SlackProfile>.Sent { Value: var profile } ? profile : null);
            }
            finally
            {
                answer.TrySetResult(null);
            }
        });
        try
        {
            return await answer.Task.WaitAsync(Timeout, clock, token);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
