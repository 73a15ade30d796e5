using IntroBot.Platforms;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Channels;

/// <summary>Asks a giver in the channel of the givers: everybody reads it, and only they are given the buttons.</summary>
internal sealed class GiversChannels(TeamsChats chats, TeamsConversations conversations, TeamsPeople people)
{
    /// <summary>Where the channel takes no words, the one they are for hears them in their chat.</summary>
    public async Task<SendResult<string>> PostAsync(string tenant, Destination.GiversChannel channel, Card card, CancellationToken token) =>
        await conversations.ChannelAsync(tenant, channel.Channel, token) is { } known
            && await chats.PostToAsync(
                known, await WrittenAsync(tenant, channel.For.Id, card, token), token) is var posted and not SendResult<string>.Rejected
                ? posted
                : await chats.PostAsync(new TeamsUserRef(tenant, channel.For.Id), OutboundActivity.Of(card).Write(), token);

    private async Task<string> WrittenAsync(string tenant, string giver, Card card, CancellationToken token) =>
        await people.RecallAsync(new TeamsUserRef(tenant, giver), token) is { Member: { Length: > 0 } member }
            ? OutboundActivity.Of(AdaptiveCardRenderer.Summary(card), AdaptiveCardRenderer.AtGate(card, member)).Write()
            : OutboundActivity.Of(card).Write();
}
