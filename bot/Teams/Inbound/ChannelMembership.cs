using IntroBot.Platforms;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Inbound;

/// <summary>Channels that the bot is added to, and removed from.</summary>
internal sealed class ChannelMembership(TeamsConversations conversations, TeamsChats chats, BackgroundTasks background)
{
    public async Task<InvokeResponse> AddedAsync(Activity activity, CancellationToken token)
    {
        if (activity.Tenant?.ToLowerInvariant() is { } tenant && ConversationReference.Of(activity) is { } place)
        {
            var (team, picked) = (activity.ChannelData?.Team, activity.ChannelData?.Settings?.SelectedChannel);
            var channel = picked is { Id: { } id } && TeamsIds.IsId(id)
                ? place with { Conversation = id, Name = picked.Name ?? team?.Name }
                : place with { Name = team?.Name };
            if (await conversations.LearnChannelAsync(
                tenant, channel with { Conversation = TeamsIds.WithoutThread(channel.Conversation), Team = team?.Id }, token))
            {
                background.Run("say hello in a channel", late => chats.PostToAsync(
                    channel with { Conversation = TeamsIds.WithoutThread(channel.Conversation) },
                    OutboundActivity.Of(AdmissionCards.Hello).Write(), late));
            }
        }

        return InvokeResponse.Ok;
    }

    public async Task<InvokeResponse> TakenOutAsync(Activity activity, CancellationToken token)
    {
        if (activity.Tenant?.ToLowerInvariant() is { } tenant && activity.Conversation?.Id is { } conversation)
        {
            await conversations.ForgetChannelsAsync(tenant, TeamsIds.WithoutThread(conversation), token);
        }

        return InvokeResponse.Ok;
    }
}
