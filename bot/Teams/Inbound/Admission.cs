using IntroBot.Platforms;

namespace IntroBot.Teams.Inbound;

/// <summary>Lets in the members of a tenant that is served, and tells everybody else kindly why not.</summary>
internal sealed class Admission(TeamsOptions options, TeamsPeople people, TeamsConversations conversations)
{
    public async Task<AdmissionResult<Actor>> AdmitAsync(Activity activity, CancellationToken token)
    {
        if (activity is not { Tenant: { } spelt, From: { Id: { } member, AadObjectId: var directory } } || !TeamsIds.IsId(member)
            || ConversationReference.Of(activity) is not { } place || member == activity.Recipient?.Id)
        {
            return new AdmissionResult<Actor>.Ignored();
        }

        if (TeamsIds.Person(directory) is not { } id)
        {
            // A person in no directory, such as an anonymous visitor of a meeting.
            return new AdmissionResult<Actor>.Refused(GuestCards.Guest);
        }

        var tenant = spelt.ToLowerInvariant();
        switch (await people.FindAsync(new TeamsUserRef(tenant, id), activity, token))
        {
            case PersonFound.Later:
                return new AdmissionResult<Actor>.Unidentified();
            case PersonFound.Nowhere:
                return new AdmissionResult<Actor>.Refused(AdmissionCards.AddMe);
            case PersonFound.Known { Who.Kind: MemberKind.Guest }:
                return new AdmissionResult<Actor>.Refused(GuestCards.Guest);
            case PersonFound.Known { Who.Kind: MemberKind.Foreign }:
                return new AdmissionResult<Actor>.Refused(GuestCards.Visitor);
            case PersonFound.Known { Who: var known }:
                await LearnAsync(activity, new TeamsUserRef(tenant, id), place, token);
                return new AdmissionResult<Actor>.Admitted(ActorOf(tenant, known, member));
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A message extension runs also where the bot is not: it tells only where Teams is reached.</summary>
    private Task LearnAsync(Activity activity, TeamsUserRef user, ConversationReference place, CancellationToken token) =>
        TeamsRoutes.IsExtension(activity) ? conversations.RefreshChatAsync(user, place.ServiceUrl, token) : activity.Kind switch
        {
            ConversationKind.Personal => conversations.LearnChatAsync(user, place, token),
            ConversationKind.Channel => conversations.RefreshChannelAsync(user.Tenant, place, token),
            ConversationKind.Group or ConversationKind.BetweenPeople => Task.CompletedTask,
        };

    /// <summary>A person who is known already; it asks and stores nothing.</summary>
    public async Task<Actor?> RecallAsync(Activity activity, CancellationToken token) =>
        activity is { Tenant: { } spelt, From: { Id: { } member, AadObjectId: var directory } }
            && TeamsIds.IsId(member)
            && TeamsIds.Person(directory) is { } id
            && await people.RecallAsync(new TeamsUserRef(spelt.ToLowerInvariant(), id), token) is { Kind: MemberKind.Member } known
                ? ActorOf(spelt.ToLowerInvariant(), known, member)
                : null;

    private Actor ActorOf(string tenant, TeamsProfile known, string member) =>
        new(tenant, known.In(tenant), member, options.IsSteward(known.Id, known.SignInName));
}

/// <summary>Who acts, by which id the bot reaches them, and whether they look after the workspace.</summary>
internal sealed record Actor(string Tenant, Person Person, string Member, bool IsSteward)
{
    public string Id => Person.Ref.Id;

    public TeamsUserRef User => new(Tenant, Id);

    /// <summary>One person's keys never meet another's.</summary>
    public string KeyOf(string act) => $"{Id}!{act}";

    /// <summary>The key of what this person does by an activity.</summary>
    public string KeyOf(Activity activity) => KeyOf(ActivityKey.Of(activity)!.Id);
}
