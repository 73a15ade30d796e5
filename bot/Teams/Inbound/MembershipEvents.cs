namespace IntroBot.Teams.Inbound;

/// <summary>
/// The bot is added and taken out, people come and go. The same news comes in two forms and as often as Teams likes: it is welcomed once.
/// </summary>
internal sealed class MembershipEvents(PersonMembership people, ChannelMembership channels)
{
    public static bool IsNews(Activity activity) => activity.Conversation?.ConversationType switch
    {
        "personal" or "channel" => IsTakenOut(activity) || IsAdded(activity),
        "groupChat" => IsTakenOut(activity),
        _ => false,
    };

    public Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token) => activity.Conversation?.ConversationType switch
    {
        "personal" when IsTakenOut(activity) => people.LeftAsync(activity, token),
        "personal" when IsAdded(activity) => people.CameAsync(activity, token),
        "channel" or "groupChat" when IsTakenOut(activity) => channels.TakenOutAsync(activity, token),
        "channel" when IsAdded(activity) => channels.AddedAsync(activity, token),
        _ => Task.FromResult(InvokeResponse.Ok),
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
