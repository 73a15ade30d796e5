using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>
/// Brings the story's words to Slack. A receipt is the channel and the timestamp of the message. Before a message is posted again, the
/// channel's history is asked for the marker of the first attempt, where it can be read.
/// </summary>
internal sealed class SlackMessenger(SlackApi api, SlackChats chats, SlackPace pace, SlackHomes homes, IInstallations installations, SlackClock wall) : IMessenger
{
    private static readonly TimeSpan UntilSure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan UntilInstalled = TimeSpan.FromHours(1);

    /// <summary>How long words wait for an app that was taken out and may be put in again.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromDays(1);

    public bool Serves(WorkspaceId workspace) => SlackIds.IsSlack(workspace);

    public async Task<Delivery> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        var team = SlackIds.Team(envelope.Workspace);
        if (await installations.FindAsync(team, token) is null)
        {
            return await installations.EndedAtAsync(team, token) is { } ended && ended + Farewell < wall.Now
                ? new Delivery.Refused("the app is no longer installed")
                : new Delivery.TryLater(UntilInstalled);
        }

        var delivery = envelope.Replaces is { } receipt ? await ReplaceAsync(team, receipt, envelope, token) : await PostAsync(team, envelope, token);
        if (delivery is Delivery.Done)
        {
            Refresh(team, envelope.To);
        }

        return delivery;
    }

    private async Task<Delivery> PostAsync(string team, Envelope envelope, CancellationToken token)
    {
        if (envelope.To is Destination.GiversChannel channel)
        {
            // Where the channel takes no words, the one they are for still hears them.
            var posted = await PostAsync(team, channel.Channel, envelope, token);
            return posted is Delivery.Refused ? await PostAsync(team, envelope with { To = new Destination.Direct(channel.For) }, token) : posted;
        }

        return await OpenAsync(team, envelope.To, token) switch
        {
            SlackResult<string>.Done { Value: var opened } => await PostAsync(team, opened, envelope, token),
            SlackResult<string>.Refused refused => RefusedFor(refused.Error),
            SlackResult<string>.Later later => new Delivery.TryLater(later.After),
            SlackResult<string>.Unsure => new Delivery.TryLater(UntilSure),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The same people always get the same conversation, so that opening it again does no harm.</summary>
    private Task<SlackResult<string>> OpenAsync(string team, Destination to, CancellationToken token) => to switch
    {
        Destination.Direct direct => chats.OpenAsync(team, direct.Who.Id, token),
        Destination.Meeting meeting => api.OpenConversationAsync(team, meeting.People.Select(who => who.Id), token),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<Delivery> PostAsync(string team, string channel, Envelope envelope, CancellationToken token)
    {
        if (envelope.Attempt > 1)
        {
            switch (await api.FindMarkedAsync(team, channel, envelope.MessageId, token))
            {
                case SlackResult<string?>.Done { Value: { } ts }:
                    return new Delivery.Done(Receipt(channel, ts));
                case SlackResult<string?>.Later later:
                    return new Delivery.TryLater(later.After);
                case SlackResult<string?>.Unsure:
                    return new Delivery.TryLater(UntilSure);
            }
        }

        if (pace.TakeTurn(team, channel) is var wait && wait > TimeSpan.Zero)
        {
            return new Delivery.TryLater(wait);
        }

        return await api.PostAsync(team, channel, envelope.Card, envelope.MessageId, token) switch
        {
            SlackResult<MessageResponse>.Done { Value: { Ts: { } ts } posted } => new Delivery.Done(Receipt(posted.Channel ?? channel, ts)),
            SlackResult<MessageResponse>.Refused refused => RefusedFor(refused.Error),
            SlackResult<MessageResponse>.Later later => new Delivery.TryLater(later.After),
            _ => new Delivery.Unsure(UntilSure),
        };
    }

    /// <summary>Changing a message twice does no harm; one that is gone needs no change.</summary>
    private async Task<Delivery> ReplaceAsync(string team, string receipt, Envelope envelope, CancellationToken token)
    {
        if (receipt.Split(' ') is not [var channel, var ts])
        {
            return new Delivery.Done(receipt);
        }

        return await api.UpdateAsync(team, channel, ts, envelope.Card, token) switch
        {
            SlackResult<MessageResponse>.Refused refused when SlackErrors.IsLocked(refused.Error) => new Delivery.TryLater(UntilMended),
            SlackResult<MessageResponse>.Later later => new Delivery.TryLater(later.After),
            SlackResult<MessageResponse>.Unsure => new Delivery.Unsure(UntilSure),
            _ => new Delivery.Done(receipt),
        };
    }

    /// <summary>A person who cannot be reached is data; a token that opens nothing is for an administrator to mend, and words wait for it.</summary>
    private static Delivery RefusedFor(string error) => SlackErrors.IsLocked(error) ? new Delivery.TryLater(UntilMended) : new Delivery.Refused(error);

    private void Refresh(string team, Destination to)
    {
        PersonRef[] people = to switch
        {
            Destination.Direct direct => [direct.Who],
            Destination.GiversChannel channel => [channel.For],
            Destination.Meeting meeting => [.. meeting.People],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        foreach (var person in people)
        {
            homes.Refresh(team, person.Id);
        }
    }

    private static string Receipt(string channel, string ts) => $"{channel} {ts}";
}
