using IntroBot.Platforms;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Connector;

/// <summary>
/// What is asked of the Bot Connector: to post, change and delete messages of ours, and who is in a conversation;
/// <see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference"/>.
/// </summary>
internal sealed class ConnectorClient(TeamsHttp http)
{
    private const string Conversations = "v3/conversations";
    private const string ActivityRoute = "v3/conversations/{id}/activities/{id}";

    /// <summary>
    /// Posts an activity; the id is empty where Teams gives none. <paramref name="isTargeted"/>: only its recipient sees it.
    /// </summary>
    public Task<SendResult<string>> SendAsync(ConversationReference place, string activity, bool isTargeted, CancellationToken token) =>
        http.MadeAsync(
            new TeamsRequest(
                HttpMethod.Post, place.ServiceUrl, $"{Conversations}/{Escaped(place.Conversation)}/activities{Targeted(isTargeted)}",
                "v3/conversations/{id}/activities", place.Conversation, activity),
            token);

    /// <summary>Posts an activity in reply to a message; in a channel that is its thread.</summary>
    public Task<SendResult<string>> ReplyAsync(MessageReference to, string activity, bool isTargeted, CancellationToken token) =>
        http.MadeAsync(
            Of(HttpMethod.Post, to) with { Path = $"{Path(to)}{Targeted(isTargeted)}", Body = activity }, token);

    /// <summary>Deletes a message of ours; one that is gone already is rejected.</summary>
    public Task<SendResult<string>> DeleteAsync(MessageReference message, CancellationToken token) =>
        http.MadeAsync(Of(HttpMethod.Delete, message), token);

    /// <summary>Puts another activity in the place of a message of ours.</summary>
    public Task<SendResult<string>> UpdateAsync(MessageReference message, string activity, CancellationToken token) =>
        http.MadeAsync(Of(HttpMethod.Put, message) with { Body = activity }, token);

    /// <summary>Opens the chat of one person with the bot, or finds it: its id.</summary>
    public Task<SendResult<string>> OpenChatAsync(string service, string tenant, string member, CancellationToken token) => http.MadeAsync(
        new TeamsRequest(
            HttpMethod.Post, service, Conversations, Conversations, member,
            JsonSerializer.Serialize(
                new ConversationParameters(IsGroup: false, [new ChannelAccount { Id = member }], tenant),
                ActivityJson.Default.ConversationParameters)),
        token);

    public Task<SendResult<TeamsMember>> MemberAsync(ConversationReference place, string member, CancellationToken token) =>
        http.ReadAsync(
            new TeamsRequest(
                HttpMethod.Get, place.ServiceUrl, $"{WithoutThread(place)}/members/{Escaped(member)}",
                "v3/conversations/{id}/members/{id}", place.Conversation),
            ActivityJson.Default.TeamsMember,
            token);

    /// <summary>A page of the members of a conversation, 500 at most, from where the page before ended.</summary>
    public Task<SendResult<TeamsRoster>> RosterAsync(ConversationReference place, string? from, CancellationToken token) =>
        http.ReadAsync(
            new TeamsRequest(
                HttpMethod.Get, place.ServiceUrl,
                $"{WithoutThread(place)}/pagedmembers?pageSize=500{(from is null ? "" : $"&continuationToken={Escaped(from)}")}",
                "v3/conversations/{id}/pagedmembers", place.Conversation),
            ActivityJson.Default.TeamsRoster,
            token);

    /// <summary>A team with its name.</summary>
    public Task<SendResult<NamedId>> TeamAsync(string service, string team, CancellationToken token) => http.ReadAsync(
        new TeamsRequest(HttpMethod.Get, service, $"v3/teams/{Escaped(team)}", "v3/teams/{id}", team), ActivityJson.Default.NamedId, token);

    /// <summary>The channels of a team; the general one has no name.</summary>
    public Task<SendResult<TeamChannels>> ChannelsAsync(string service, string team, CancellationToken token) => http.ReadAsync(
        new TeamsRequest(
            HttpMethod.Get, service, $"v3/teams/{Escaped(team)}/conversations", "v3/teams/{id}/conversations", team),
        ActivityJson.Default.TeamChannels,
        token);

    private static TeamsRequest Of(HttpMethod method, MessageReference message) =>
        new(method, message.Place.ServiceUrl, Path(message), ActivityRoute, message.Place.Conversation);

    private static string Path(MessageReference message) =>
        $"{Conversations}/{Escaped(message.Place.Conversation)}/activities/{Escaped(message.Id)}";

    private static string WithoutThread(ConversationReference place) =>
        $"{Conversations}/{Escaped(TeamsIds.WithoutThread(place.Conversation))}";

    private static string Targeted(bool isTargeted) => isTargeted ? "?isTargetedActivity=true" : "";

    private static string Escaped(string id) => Uri.EscapeDataString(id);
}
