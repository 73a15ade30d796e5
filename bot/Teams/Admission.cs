using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Lets in the members of a tenant that is served, and tells everybody else kindly why not.</summary>
internal sealed class Admission(TeamsOptions options, TeamsPeople people, TeamsPlaces places)
{
    public async Task<Entry<Actor>> AdmitAsync(Activity activity, CancellationToken token)
    {
        if (activity is not { Tenant: { } spelt, From: { Id: { } member, AadObjectId: var directory } } || !TeamsIds.IsId(member)
            || ConversationReference.Of(activity) is not { } place || member == activity.Recipient?.Id)
        {
            return new Entry<Actor>.Senseless();
        }

        if (TeamsIds.Person(directory) is not { } id)
        {
            // Somebody without a place in any directory, as anonymous visitors of a meeting are.
            return new Entry<Actor>.Closed(AdmissionCards.Guest);
        }

        var tenant = spelt.ToLowerInvariant();
        switch (await people.FindAsync(tenant, id, activity, token))
        {
            case null:
                return new Entry<Actor>.NotNow();
            case { Standing: Standing.Guest }:
                return new Entry<Actor>.Closed(AdmissionCards.Guest);
            case { Standing: Standing.Foreign }:
                return new Entry<Actor>.Closed(AdmissionCards.Foreign);
            case var known:
                await (activity.Conversation is { ConversationType: "personal" }
                    ? places.LearnChatAsync(tenant, id, place, token)
                    : places.RefreshChannelAsync(tenant, place, token));
                return new Entry<Actor>.Open(ActorOf(tenant, known, member));
        }
    }

    /// <summary>Whoever is known already, without asking Teams and without learning anything.</summary>
    public async Task<Actor?> RecallAsync(Activity activity, CancellationToken token) =>
        activity is { Tenant: { } spelt, From: { Id: { } member, AadObjectId: var directory } }
            && TeamsIds.IsId(member)
            && TeamsIds.Person(directory) is { } id
            && await people.RecallAsync(spelt.ToLowerInvariant(), id, token) is { Standing: Standing.Member } known
                ? ActorOf(spelt.ToLowerInvariant(), known, member)
                : null;

    private Actor ActorOf(string tenant, TeamsProfile known, string member) =>
        new(tenant, known.In(tenant), member, options.IsSteward(known.Id, known.SignInName));
}

/// <summary>Who acts, by which id the bot reaches them, and whether they look after the workspace.</summary>
internal sealed record Actor(string Tenant, Person Person, string Member, bool LooksAfter)
{
    public string Id => Person.Ref.Id;

    /// <summary>One person's keys never meet another's.</summary>
    public string KeyOf(string act) => $"{Id}!{act}";
}
