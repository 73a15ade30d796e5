using System.Collections.Immutable;
using IntroBot.Chat.Interactions;
using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Teams.Connector;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// The bot is added and taken out, people come and go. The same news comes in two forms and as often as Teams likes: it is welcomed once.
/// </summary>
internal sealed class MembershipEvents(
    Admission admission, TeamsPeople people, TeamsConversations conversations,
    Dispatcher dispatcher, TeamsHomeRefresher homes, TeamsChats chats, BackgroundTasks background)
{
    public static bool IsNews(Activity activity) => activity.Conversation?.ConversationType switch
    {
        "personal" or "channel" => IsTakenOut(activity) || IsAdded(activity),
        "groupChat" => IsTakenOut(activity),
        _ => false,
    };

    public Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token) => activity.Conversation?.ConversationType switch
    {
        "personal" when IsTakenOut(activity) => LeftAsync(activity, token),
        "personal" when IsAdded(activity) => CameAsync(activity, token),
        "channel" or "groupChat" when IsTakenOut(activity) => TakenOutAsync(activity, token),
        "channel" when IsAdded(activity) => AddedAsync(activity, token),
        _ => Task.FromResult(InvokeResponse.Ok),
    };

    private static bool IsAdded(Activity activity) => activity.Type == "installationUpdate"
        ? activity.Action is "add" or "add-upgrade"
        : IsBotIn(activity.MembersAdded, activity);

    private static bool IsTakenOut(Activity activity) => activity.Type == "installationUpdate"
        ? activity.Action is "remove" or "remove-upgrade"
        : IsBotIn(activity.MembersRemoved, activity);

    private static bool IsBotIn(ImmutableArray<ChannelAccount?>? members, Activity activity) =>
        activity.Recipient?.Id is { } bot && members?.Any(member => member?.Id == bot) is true;

    private async Task<InvokeResponse> CameAsync(Activity activity, CancellationToken token)
    {
        if (await admission.AdmitAsync(activity, token) is AdmissionResult<Actor>.Admitted { Actor: var actor })
        {
            await homes.OpenAsync(ActivityKey.Of(activity)!, token);
        }

        return InvokeResponse.Ok;
    }

    /// <summary>Whoever takes the bot out can be reached no more: nobody waits for them, and what is known of them goes.</summary>
    private async Task<InvokeResponse> LeftAsync(Activity activity, CancellationToken token)
    {
        if (activity.Tenant?.ToLowerInvariant() is { } tenant && TeamsIds.Person(activity.From?.AadObjectId) is { } id)
        {
            if (await people.RecallAsync(tenant, id, token) is { } known)
            {
                await dispatcher.DispatchAsync(new Interaction.PersonLeft(known.In(tenant), $"{id}!left-{activity.Id}"), token);
            }

            await homes.ForgetAsync(tenant, id, token);
            await conversations.ForgetChatAsync(tenant, id, token);
            await people.ForgetAsync(tenant, id, token);
        }

        return InvokeResponse.Ok;
    }

    private async Task<InvokeResponse> AddedAsync(Activity activity, CancellationToken token)
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

    private async Task<InvokeResponse> TakenOutAsync(Activity activity, CancellationToken token)
    {
        if (activity.Tenant?.ToLowerInvariant() is { } tenant && activity.Conversation?.Id is { } conversation)
        {
            await conversations.ForgetChannelsAsync(tenant, TeamsIds.WithoutThread(conversation), token);
        }

        return InvokeResponse.Ok;
    }
}
