using IntroBot.Chat.Interactions;
using IntroBot.Platforms;
using IntroBot.Slack.Install;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack;

/// <summary>Brings the story's words to Slack; a receipt is the channel and the timestamp of the message.</summary>
internal sealed class SlackMessenger(SlackApi api, SlackChats chats, SlackHomeRefresher homes, IInstallations installations, WallClock wall)
    : IMessenger
{
    /// <summary>Shorter than the lease an outbox row is sent under, so that nobody else takes it up meanwhile.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(14);
    private static readonly TimeSpan UntilSure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan UntilInstalled = TimeSpan.FromHours(1);

    /// <summary>How long words wait for an app that was taken out and may be put in again.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromDays(1);

    public string Platform => "Slack";

    public bool Serves(WorkspaceId workspace) => SlackIds.IsSlack(workspace);

    public Task<Delivery> DeliverAsync(Envelope envelope, CancellationToken token) =>
        InTimeAsync(late => DeliverInTimeAsync(SlackIds.Team(envelope.Workspace), envelope, late), token);

    /// <summary>Looks in the person's chat; the history of channels and conversations is not ours to read.</summary>
    public Task<Delivery> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token) => InTimeAsync(
        async late => to is not Destination.Direct { Who.Id: var user }
            ? new Delivery.Refused("nobody can look")
            : await chats.FindAsync(SlackIds.Team(workspace), user, messageId, late) switch
            {
                SendResult<string?>.Sent { Value: { } receipt } => new Delivery.Done(receipt),
                SendResult<string?>.RetryAfter later => new Delivery.TryLater(later.Delay),
                SendResult<string?>.Unknown => new Delivery.Unsure(UntilSure),
                _ => new Delivery.Refused("it is not there"),
            },
        token);

    private async Task<Delivery> InTimeAsync(Func<CancellationToken, Task<Delivery>> work, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Timeout, wall.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        try
        {
            return await work(both.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new Delivery.Unsure(UntilSure);
        }
        catch (SlackUnreachableException)
        {
            return new Delivery.TryLater(UntilSure);
        }
    }

    public void Stored(Envelope envelope)
    {
        foreach (var person in PeopleAt(envelope.To))
        {
            homes.Refresh(SlackIds.Team(envelope.Workspace), person.Id);
        }
    }

    private async Task<Delivery> DeliverInTimeAsync(string team, Envelope envelope, CancellationToken token)
    {
        if (await installations.FindAsync(team, token) is null)
        {
            return await installations.EndedAtAsync(team, token) is { } ended && ended + Farewell < wall.Now
                ? new Delivery.Refused("the app is no longer installed")
                : new Delivery.TryLater(UntilInstalled);
        }

        return envelope.Replaces is { } receipt
            ? await ReplaceAsync(team, receipt, envelope, token)
            : await PostAsync(team, envelope, token);
    }

    private async Task<Delivery> PostAsync(string team, Envelope envelope, CancellationToken token)
    {
        var (words, mayBeThere) = (SlackWords.Of(envelope.Card), envelope.Attempt > 1);
        return envelope.To switch
        {
            Destination.Direct direct =>
                Delivered(await chats.PostAsync(team, direct.Who.Id, words, envelope.MessageId, mayBeThere, token)),
            Destination.GiversChannel channel =>
                Delivered(await PostToGiversAsync(team, channel, words, envelope.MessageId, mayBeThere, token)),
            Destination.Meeting meeting => Delivered(await PostToMeetingAsync(team, meeting, words, envelope.MessageId, token)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>
    /// Where the channel takes no words, the one they are for hears them in their chat; there too when the channel may have them already,
    /// since its history is not ours to read.
    /// </summary>
    private async Task<SendResult<string>> PostToGiversAsync(
        string team, Destination.GiversChannel channel, SlackWords words, string marker, bool mayBeThere, CancellationToken token)
    {
        if (!mayBeThere
            && await chats.PostToAsync(
                team, channel.Channel, words, marker, mayBeThere: false, token) is var posted and not SendResult<string>.Rejected)
        {
            return posted;
        }

        return await chats.PostAsync(team, channel.For.Id, words, marker, mayBeThere, token);
    }

    /// <summary>
    /// The same people always get the same conversation. Its history is not ours to read either: two people who are introduced twice smile,
    /// two who are never introduced do not.
    /// </summary>
    private async Task<SendResult<string>> PostToMeetingAsync(
        string team, Destination.Meeting meeting, SlackWords words, string marker, CancellationToken token)
    {
        var opened = await api.OpenConversationAsync(team, meeting.People.Select(who => who.Id), token);
        return opened switch
        {
            SendResult<string>.Sent { Value: var channel } =>
                await chats.PostToAsync(team, channel, words, marker, mayBeThere: false, token),
            SendResult<string>.Unknown => new SendResult<string>.RetryAfter(UntilSure),
            _ => opened,
        };
    }

    /// <summary>Changing a message twice does no harm; one that is gone needs no change.</summary>
    private async Task<Delivery> ReplaceAsync(string team, string receipt, Envelope envelope, CancellationToken token) =>
        SlackChats.Read(receipt) is not var (channel, ts)
            ? new Delivery.Done(receipt)
            : await api.UpdateAsync(team, channel, ts, SlackWords.Of(envelope.Card), token) switch
            {
                SendResult<MessageResponse>.Rejected refused when SlackErrors.IsLocked(refused.Error) => new Delivery.TryLater(UntilMended),
                SendResult<MessageResponse>.RetryAfter later => new Delivery.TryLater(later.Delay),
                SendResult<MessageResponse>.Unknown => new Delivery.Unsure(UntilSure),
                _ => new Delivery.Done(receipt),
            };

    /// <summary>
    /// A person who cannot be reached is data; a token that opens nothing is for an administrator to mend, and words wait for it.
    /// </summary>
    private static Delivery Delivered(SendResult<string> posted) => posted switch
    {
        SendResult<string>.Sent done => new Delivery.Done(done.Value),
        SendResult<string>.Rejected refused when SlackErrors.IsLocked(refused.Error) => new Delivery.TryLater(UntilMended),
        SendResult<string>.Rejected refused => new Delivery.Refused(refused.Error),
        SendResult<string>.RetryAfter later => new Delivery.TryLater(later.Delay),
        SendResult<string>.Unknown => new Delivery.Unsure(UntilSure),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<PersonRef> PeopleAt(Destination to) => to switch
    {
        Destination.Direct direct => [direct.Who],
        Destination.GiversChannel channel => [channel.For],
        Destination.Meeting meeting => meeting.People,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
