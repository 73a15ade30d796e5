using System.Diagnostics;
using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Platforms;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Graph;

namespace IntroBot.Teams;

/// <summary>Brings the story's words to Teams; a receipt is the conversation and the id of the message.</summary>
internal sealed class TeamsMessenger(
    TeamsChats chats, ConnectorClient connector, TeamsConversations conversations, ChatDeepLinks doors,
    TeamsHomeRefresher homes, GiversChannels givers, GraphChats meetings, WallClock wall) : IMessenger
{
    /// <summary>Shorter than the lease an outbox row is sent under, so that nobody else takes it up meanwhile.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(14);
    private static readonly TimeSpan UntilSure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(15);

    public string Platform => "Teams";

    public bool Serves(WorkspaceId workspace) => TeamsIds.IsTeams(workspace);

    public async Task<Delivery> DeliverAsync(Envelope envelope, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Timeout, wall.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        var tenant = TeamsIds.Tenant(envelope.Workspace);
        try
        {
            return envelope.Replaces is { } receipt
                ? await ReplaceAsync(tenant, receipt, envelope, both.Token)
                : Delivered(await PostAsync(tenant, envelope, both.Token), envelope.Attempt);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            return Lost(envelope.Attempt);
        }
    }

    public void Stored(Envelope envelope)
    {
        foreach (var person in PeopleAt(envelope.To))
        {
            homes.Refresh(TeamsIds.Tenant(envelope.Workspace), person.Id);
        }
    }

    private async Task<SendResult<string>> PostAsync(string tenant, Envelope envelope, CancellationToken token)
    {
        var card = await doors.OpenAsync(tenant, envelope.Card, token);
        return envelope.To switch
        {
            Destination.Direct direct => await chats.PostAsync(tenant, direct.Who.Id, OutboundActivity.Of(card).Write(), token),
            Destination.GiversChannel channel => await givers.PostAsync(tenant, channel, card, token),
            Destination.Meeting meeting => await meetings.PostAsync(
                tenant, envelope.MessageId, meeting.People, PlainText.Of(card.Title), OutboundActivity.Of(card).Write(), token),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<string> WrittenAsync(string tenant, Envelope envelope, CancellationToken token) =>
        OutboundActivity.Of(await doors.OpenAsync(tenant, envelope.Card, token)).Write();

    /// <summary>Changing a message twice does no harm; one that is gone, or that Teams gave no id for, needs no change.</summary>
    private async Task<Delivery> ReplaceAsync(string tenant, string receipt, Envelope envelope, CancellationToken token) =>
        TeamsChats.Read(receipt) is not var (conversation, id)
            || await ServiceOfAsync(tenant, conversation, envelope.To, token) is not { } service
            ? new Delivery.Done(receipt)
            : await connector.UpdateAsync(service, conversation, id, await WrittenAsync(tenant, envelope, token), token) switch
            {
                SendResult<string>.Rejected refused when ConnectorErrors.IsLocked(refused.Error) => new Delivery.TryLater(UntilMended),
                SendResult<string>.RetryAfter later => new Delivery.TryLater(later.Delay),
                SendResult<string>.Unknown => new Delivery.Unsure(UntilSure),
                _ => new Delivery.Done(receipt),
            };

    private async Task<string?> ServiceOfAsync(string tenant, string conversation, Destination to, CancellationToken token) =>
        (await conversations.ChannelAsync(tenant, TeamsIds.WithoutThread(conversation), token)
            ?? (PeopleAt(to).FirstOrDefault() is { } person ? await conversations.ChatAsync(tenant, person.Id, token) : null))?.ServiceUrl;

    /// <summary>
    /// A person who cannot be reached is data; a token that opens nothing is for an administrator to mend, and words wait for it.
    /// </summary>
    private static Delivery Delivered(SendResult<string> posted, int attempt) => posted switch
    {
        SendResult<string>.Sent done => new Delivery.Done(done.Value),
        SendResult<string>.Rejected refused when ConnectorErrors.IsLocked(refused.Error) => new Delivery.TryLater(UntilMended),
        SendResult<string>.Rejected refused => new Delivery.Refused(refused.Error),
        SendResult<string>.RetryAfter later => new Delivery.TryLater(later.Delay),
        SendResult<string>.Unknown => Lost(attempt),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// Teams lets nobody look whether a message arrived: it is said once more, and after that taken for said, with no id to change it by.
    /// </summary>
    private static Delivery Lost(int attempt) => attempt == 1 ? new Delivery.Unsure(UntilSure) : new Delivery.Done("");

    private static IEnumerable<PersonRef> PeopleAt(Destination to) => to switch
    {
        Destination.Direct direct => [direct.Who],
        Destination.GiversChannel channel => [channel.For],
        Destination.Meeting meeting => meeting.People,
        _ => throw new UnreachableException(),
    };
}
