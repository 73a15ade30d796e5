using IntroBot.Conversation;
using IntroBot.Platforms;

namespace IntroBot.Teams.Inbound;

/// <summary>People who install the bot for themselves, and who remove it.</summary>
internal sealed class PersonMembership(
    Admission admission, TeamsPeople people, TeamsConversations conversations, Dispatcher dispatcher, TeamsHomeRefresher homes)
{
    public async Task<InvokeResponse> CameAsync(Activity activity, CancellationToken token)
    {
        if (await admission.AdmitAsync(activity, token) is AdmissionResult<Actor>.Admitted { Actor: var actor })
        {
            await homes.OpenAsync(ActivityKey.Of(activity)!, token);
        }

        return InvokeResponse.Ok;
    }

    /// <summary>
    /// A person who removes the bot can no longer be reached: their asks and offers end, and what is known of them is deleted.
    /// </summary>
    public async Task<InvokeResponse> LeftAsync(Activity activity, CancellationToken token)
    {
        if (activity.Tenant?.ToLowerInvariant() is { } tenant && TeamsIds.Person(activity.From?.AadObjectId) is { } id)
        {
            var user = new TeamsUserRef(tenant, id);
            if (await people.RecallAsync(user, token) is { } known)
            {
                await dispatcher.DispatchAsync(new Interaction.PersonLeft(known.In(tenant), $"{id}!left-{activity.Id}"), token);
            }

            await homes.ForgetAsync(user, token);
            await conversations.ForgetChatAsync(user, token);
            await people.ForgetAsync(user, token);
        }

        return InvokeResponse.Ok;
    }
}
