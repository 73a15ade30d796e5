using IntroBot.Platforms;
using IntroBot.Slack.Install;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack;

/// <summary>Brings the story's words to Slack; a receipt is the channel and the timestamp of the message.</summary>
internal sealed class SlackMessenger(
    SlackApi api, SlackChats chats, SlackHomeRefresher homes, IInstallations installations, [SystemClock] TimeProvider clock)
    : IMessenger
{
    /// <summary>Shorter than the lease of an outbox row, so that no other instance takes it up meanwhile.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(14);
    private static readonly TimeSpan UntilReachable = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UntilInstalled = TimeSpan.FromHours(1);

    /// <summary>How long messages wait for an app that was uninstalled and may be installed again.</summary>
    private static readonly TimeSpan MaxUninstalled = TimeSpan.FromDays(1);

    public string Platform => "Slack";

    public bool Serves(WorkspaceId workspace) => SlackIds.IsSlack(workspace);

    public Task<SendResult<string>> DeliverAsync(Envelope envelope, CancellationToken token) =>
        InTimeAsync(late => DeliverInTimeAsync(SlackIds.Team(envelope.Workspace), envelope, late), token);

    /// <summary>Looks in the person's chat; the history of channels and conversations is not ours to read.</summary>
    public Task<SendResult<string?>> FindAsync(string messageId, WorkspaceId workspace, Destination to, CancellationToken token) =>
        InTimeAsync(
            async late => to is Destination.Direct { Who.Id: var user }
                ? await chats.FindAsync(new SlackUserRef(SlackIds.Team(workspace), user), messageId, late)
                : new SendResult<string?>.Sent(null),
            token);

    public void Stored(Envelope envelope)
    {
        foreach (var person in envelope.To.People)
        {
            homes.Refresh(SlackIds.Team(envelope.Workspace), person.Id);
        }
    }

    private async Task<SendResult<T>> InTimeAsync<T>(Func<CancellationToken, Task<SendResult<T>>> work, CancellationToken token)
    {
        using var limit = new CancellationTokenSource(Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
        try
        {
            return await work(both.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return new SendResult<T>.Unknown();
        }
        catch (SlackUnreachableException)
        {
            return new SendResult<T>.RetryAfter(UntilReachable);
        }
    }

    private async Task<SendResult<string>> DeliverInTimeAsync(string team, Envelope envelope, CancellationToken token)
    {
        if (await installations.FindAsync(team, token) is null)
        {
            return await installations.EndedAtAsync(team, token) is { } ended && ended + MaxUninstalled < clock.GetUtcNow()
                ? new SendResult<string>.Rejected(SlackErrors.NotInstalled, Concerns.Recipient)
                : new SendResult<string>.RetryAfter(UntilInstalled);
        }

        return envelope.Replaces is { } receipt
            ? await ReplaceAsync(team, receipt, envelope, token)
            : await PostAsync(team, envelope, token);
    }

    private async Task<SendResult<string>> PostAsync(string team, Envelope envelope, CancellationToken token)
    {
        var (words, mayBeThere) = (SlackWords.Of(envelope.Card), envelope.Attempt > 1);
        return envelope.To switch
        {
            Destination.Direct { Who.Id: var id } =>
                await chats.PostAsync(new SlackUserRef(team, id), words, envelope.MessageId, mayBeThere, token),
            Destination.GiversChannel channel => await PostToGiversAsync(team, channel, words, envelope.MessageId, mayBeThere, token),
            Destination.Meeting meeting => await PostToMeetingAsync(team, meeting, words, envelope.MessageId, token),
            _ => throw new UnreachableException(),
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

        return await chats.PostAsync(new SlackUserRef(team, channel.For.Id), words, marker, mayBeThere, token);
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
            SendResult<string>.Unknown => new SendResult<string>.RetryAfter(UntilReachable),
            SendResult<string>.Rejected or SendResult<string>.RetryAfter => opened,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Changing a message twice does no harm; one that is gone needs no change.</summary>
    private async Task<SendResult<string>> ReplaceAsync(string team, string receipt, Envelope envelope, CancellationToken token)
    {
        if (SlackChats.Read(receipt) is not var (channel, ts))
        {
            return new SendResult<string>.Sent(receipt);
        }

        return (await api.UpdateAsync(team, channel, ts, SlackWords.Of(envelope.Card), token)).Map(_ => receipt) switch
        {
            SendResult<string>.Rejected { Concerns: Concerns.Recipient } => new SendResult<string>.Sent(receipt),
            var result => result,
        };
    }
}
