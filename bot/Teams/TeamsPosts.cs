using IntroBot.Platforms;
using IntroBot.Teams.Channels;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Graph;

namespace IntroBot.Teams;

/// <summary>Posts and changes notices, each by the way of its destination.</summary>
internal sealed class TeamsPosts(TeamsChats chats, ChatDeepLinks links, GiversChannels givers, GraphChats meetings)
{
    public async Task<SendResult<string>> PostAsync(string tenant, Envelope envelope, CancellationToken token)
    {
        var card = await links.OpenAsync(tenant, envelope.Card, token);
        return envelope.To switch
        {
            Destination.Direct { Who.Id: var id } =>
                await chats.PostAsync(new TeamsUserRef(tenant, id), OutboundActivity.Of(card).Write(), token),
            Destination.GiversChannel channel => await givers.PostAsync(tenant, channel, card, token),
            Destination.Meeting meeting => await meetings.PostAsync(
                tenant, envelope.MessageId, meeting.People, PlainText.Of(card.Title), OutboundActivity.Of(card).Write(), token),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Changing a message twice does no harm; one that is gone, or that Teams gave no id for, needs no change.</summary>
    public async Task<SendResult<string>> ChangeAsync(string tenant, string receipt, Envelope envelope, CancellationToken token)
    {
        var activity = OutboundActivity.Of(await links.OpenAsync(tenant, envelope.Card, token));
        return (await chats.ChangeAsync(tenant, envelope.To, receipt, activity, token)).Map(_ => receipt) switch
        {
            SendResult<string>.Rejected { Concerns: Concerns.Recipient } => new SendResult<string>.Sent(receipt),
            var result => result,
        };
    }
}
