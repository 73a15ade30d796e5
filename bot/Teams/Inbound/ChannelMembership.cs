using IntroBot.Platforms;
using IntroBot.Teams.Channels;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Inbound;

/// <summary>Channels that the bot is added to, and removed from.</summary>
internal sealed class ChannelMembership(
    TeamsConversations conversations, LostChannels lost, TeamsChats chats, BackgroundTasks background)
{
    public async Task<InvokeResponse> AddedAsync(Activity activity, CancellationToken token)
    {
        if (activity.Tenant?.ToLowerInvariant() is { } tenant && ConversationReference.Of(activity) is { } place)
        {
            var channel = Chosen(activity.ChannelData, place with { Conversation = TeamsIds.WithoutThread(place.Conversation) });
            if (await conversations.LearnChannelAsync(tenant, channel, token))
            {
                background.Run("say hello in a channel", late => chats.PostToAsync(
                    channel, OutboundActivity.Of(AdmissionCards.Hello).Write(), late));
            }
        }

        return InvokeResponse.Ok;
    }

    public async Task<InvokeResponse> TakenOutAsync(Activity activity, CancellationToken token)
    {
        if (activity.Tenant?.ToLowerInvariant() is { } tenant && activity.Conversation?.Id is { } conversation)
        {
            await lost.ForgetAsync(tenant, TeamsIds.WithoutThread(conversation), token);
        }

        return InvokeResponse.Ok;
    }

    /// <summary>The channel that was picked for the bot, or else the one in which it happened.</summary>
    private static ConversationReference Chosen(TeamsChannelData? data, ConversationReference place)
    {
        var picked = data?.Settings?.SelectedChannel is { Id: { } id } selected && TeamsIds.IsId(id) && !ConversationKinds.IsChat(id)
            ? selected
            : new NamedId(place.Conversation, Name: null);
        var name = picked.Name ?? (data?.Channel is { } channel && channel.Id == picked.Id ? channel.Name : null);
        return place with
        {
            Conversation = TeamsIds.WithoutThread(picked.Id!),
            Name = name,
            Team = data?.Team?.Id,
            TeamName = data?.Team?.Name,
        };
    }
}
