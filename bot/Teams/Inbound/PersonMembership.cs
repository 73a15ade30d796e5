using IntroBot.Conversation;
using IntroBot.Platforms;

namespace IntroBot.Teams.Inbound;

/// <summary>People who install the bot for themselves, and who remove it.</summary>
internal sealed class PersonMembership(
    Admission admission, TeamsPeople people, TeamsConversations conversations, Dispatcher dispatcher, TeamsArrivals arrivals)
{
    public async Task<InvokeResponse> CameAsync(Activity activity, CancellationToken token)
    {
        switch (await admission.AdmitAsync(activity, token))
        {
            case AdmissionResult<Actor>.Admitted:
                await arrivals.WelcomeAsync(ActivityKey.Of(activity)!, token);
                return InvokeResponse.Ok;
            case AdmissionResult<Actor>.Unidentified when PersonActing.Of(activity) is { } acting:
                await arrivals.KeepAsync(ActivityKey.Of(activity)!, acting, token);
                return InvokeResponse.Ok;
            case AdmissionResult<Actor>.Unidentified or AdmissionResult<Actor>.Refused or AdmissionResult<Actor>.Ignored:
                return InvokeResponse.Ok;
            default:
                throw new UnreachableException();
        }
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

            await arrivals.ForgetAsync(user, token);
            await conversations.ForgetChatAsync(user, token);
            await people.ForgetAsync(user, token);
        }

        return InvokeResponse.Ok;
    }
}
