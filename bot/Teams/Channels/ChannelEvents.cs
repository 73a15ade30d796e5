using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Channels;

/// <summary>
/// What becomes of channels and teams: renamed, deleted, and restored. An archived team keeps its channels;
/// <see href="https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events"/>.
/// </summary>
internal sealed class ChannelEvents(TeamsConversations conversations, LostChannels lost)
{
    private const string ChannelDeleted = "CHANNELDELETED";
    private const string ChannelRenamed = "CHANNELRENAMED";
    private const string ChannelRestored = "CHANNELRESTORED";
    private const string TeamDeleted = "TEAMDELETED";
    private const string TeamHardDeleted = "TEAMHARDDELETED";
    private const string TeamRenamed = "TEAMRENAMED";
    private const string TeamRestored = "TEAMRESTORED";

    public static bool IsNews(Activity activity) => activity.Type is "conversationUpdate" && NameOf(activity)
        is ChannelDeleted or ChannelRenamed or ChannelRestored or TeamDeleted or TeamHardDeleted or TeamRenamed or TeamRestored;

    public async Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token)
    {
        if (activity is { Tenant: { } spelt, ChannelData: { } data } && ConversationReference.Of(activity) is { } place)
        {
            var there = TeamsIds.WithoutThread(place.Conversation);
            var (team, isTeam) = (data.Team?.Id ?? there, data.Channel?.Id is null);
            var channel = place with
            {
                Conversation = data.Channel?.Id ?? there,
                Name = data.Channel?.Name,
                Team = team,
                TeamName = data.Team?.Name,
            };
            if (TeamsIds.IsId(team) && TeamsIds.IsId(channel.Conversation))
            {
                await TakeAsync(NameOf(activity), spelt.ToLowerInvariant(), channel, isTeam && there == team, token);
            }
        }

        return InvokeResponse.Ok;
    }

    /// <summary>News of a channel that does not say which is passed over, since its place is the whole team.</summary>
    private Task TakeAsync(string? name, string tenant, ConversationReference channel, bool isOfTeamOnly, CancellationToken token) =>
        name switch
        {
            TeamDeleted or TeamHardDeleted => lost.ForgetAsync(tenant, channel.Team!, token),
            TeamRenamed when channel.TeamName is { } called => conversations.RenameTeamAsync(tenant, channel.Team!, called, token),
            TeamRestored => conversations.LearnChannelAsync(tenant, channel with { Conversation = channel.Team!, Name = null }, token),
            ChannelDeleted when !isOfTeamOnly => lost.ForgetAsync(tenant, channel.Conversation, token),
            ChannelRenamed when !isOfTeamOnly => conversations.RefreshChannelAsync(tenant, channel, token),
            ChannelRestored when !isOfTeamOnly => conversations.LearnChannelAsync(tenant, channel, token),
            _ => Task.CompletedTask,
        };

    private static string? NameOf(Activity activity) => activity.ChannelData?.EventType?.ToUpperInvariant();
}
