using IntroBot.Conversation;
using IntroBot.Platforms;

namespace IntroBot.Teams.Inbound;

/// <summary>People who install the bot for themselves, and who remove it.</summary>
internal sealed class PersonMembership(
    Admission admission, TeamsPeople people, TeamsConversations conversations, Dispatcher dispatcher, TeamsArrivals arrivals)
{
    public async Task<InvokeResponse> CameAsync(Activity activity, CancellationToken token)
    {
        var (admitted, news) = (await admission.AdmitAsync(activity, token), ActivityKey.Of(activity)!);
        switch (admitted)
        {
            case AdmissionResult<Actor>.Admitted:
                await arrivals.WelcomeAsync(news, token);
                return InvokeResponse.Ok;
            case AdmissionResult<Actor>.Refused when PersonActing.Of(activity) is { } acting && await IsKnownAsync(news, token):
                await conversations.LearnChatAsync(TeamsUserRef.Of(news.Owner), acting.Place, token);
                await arrivals.WelcomeAsync(news, token);
                return InvokeResponse.Ok;
            case AdmissionResult<Actor>.Unidentified when PersonActing.Of(activity) is { } acting:
                await arrivals.KeepAsync(news, acting, token);
                return InvokeResponse.Ok;
            case AdmissionResult<Actor>.Unidentified or AdmissionResult<Actor>.Refused or AdmissionResult<Actor>.Ignored:
                return InvokeResponse.Ok;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Whether Teams has said who it is, such as a guest, who is welcomed in a way of their own.</summary>
    private async Task<bool> IsKnownAsync(ActivityKey news, CancellationToken token) =>
        news.Owner.User.Length > 0 && await people.RecallAsync(TeamsUserRef.Of(news.Owner), token) is not null;

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
