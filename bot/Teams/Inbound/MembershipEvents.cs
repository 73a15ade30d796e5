using IntroBot.Teams.Channels;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// The bot is added and taken out, people come and go, channels are renamed and deleted. The same news comes in two forms and as often as
/// Teams likes: it is welcomed once.
/// </summary>
internal sealed class MembershipEvents(PersonMembership people, ChannelMembership channels, ChannelEvents events)
{
    public static bool IsNews(Activity activity) => ChannelEvents.IsNews(activity) || IsMembership(activity);

    public Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token) => IsMembership(activity)
        ? AnswerMembershipAsync(activity, token)
        : events.AnswerAsync(activity, token);

    private static bool IsMembership(Activity activity) => activity.Kind switch
    {
        ConversationKind.Personal or ConversationKind.Channel => IsTakenOut(activity) || IsAdded(activity),
        ConversationKind.Group => IsTakenOut(activity),
        ConversationKind.BetweenPeople => false,
    };

    private Task<InvokeResponse> AnswerMembershipAsync(Activity activity, CancellationToken token) => activity.Kind switch
    {
        ConversationKind.Personal => IsTakenOut(activity) ? people.LeftAsync(activity, token) : people.CameAsync(activity, token),
        ConversationKind.Channel =>
            IsTakenOut(activity) ? channels.TakenOutAsync(activity, token) : channels.AddedAsync(activity, token),
        ConversationKind.Group => channels.TakenOutAsync(activity, token),
        ConversationKind.BetweenPeople => Task.FromResult(InvokeResponse.Ok),
    };

    private static bool IsAdded(Activity activity) => activity.Type == "installationUpdate"
        ? activity.Action is "add" or "add-upgrade"
        : IsBotIn(activity.MembersAdded, activity);

    private static bool IsTakenOut(Activity activity) => activity.Type == "installationUpdate"
        ? activity.Action is "remove" or "remove-upgrade"
        : IsBotIn(activity.MembersRemoved, activity);

    private static bool IsBotIn(ImmutableArray<ChannelAccount> members, Activity activity) =>
        activity.Recipient?.Id is { } bot && members.Any(member => member.Id == bot);
}
