using System.Text.Json;
using IntroBot.Platforms;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams.Connector;

/// <summary>
/// What is asked of the Bot Connector: to say, change and take away words of ours, and who somebody is;
/// <see href="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference"/>.
/// </summary>
internal sealed class ConnectorClient(HttpCalls wire)
{
    /// <summary>
    /// Says something; the receipt is empty where Teams gives none. <paramref name="isTargeted"/>: only the recipient reads it.
    /// </summary>
    public Task<SendResult<string>> SendAsync(
        string service, string conversation, string activity, bool isTargeted, CancellationToken token) =>
        wire.MadeAsync(
            HttpMethod.Post, service,
            $"v3/conversations/{Escaped(conversation)}/activities{(isTargeted ? "?isTargetedActivity=true" : "")}", conversation, activity,
            token);

    /// <summary>Says something in reply to a message; in a channel that is its thread.</summary>
    public Task<SendResult<string>> ReplyAsync(
        string service, string conversation, string to, string activity, bool isTargeted, CancellationToken token) =>
        wire.MadeAsync(
            HttpMethod.Post, service,
            $"{Path(conversation, to)}{(isTargeted ? "?isTargetedActivity=true" : "")}", conversation, activity, token);

    /// <summary>Takes away a message of ours; one that is gone already is refused.</summary>
    public Task<SendResult<string>> DeleteAsync(string service, string conversation, string id, CancellationToken token) =>
        wire.MadeAsync(HttpMethod.Delete, service, Path(conversation, id), conversation, null, token);

    /// <summary>Puts something else in the place of a message of ours.</summary>
    public Task<SendResult<string>> UpdateAsync(string service, string conversation, string id, string activity, CancellationToken token) =>
        wire.MadeAsync(HttpMethod.Put, service, Path(conversation, id), conversation, activity, token);

    /// <summary>Opens the chat of one person with the bot, or finds it.</summary>
    public Task<SendResult<string>> OpenChatAsync(string service, string tenant, string member, CancellationToken token) => wire.MadeAsync(
        HttpMethod.Post,
        service,
        "v3/conversations",
        member,
        JsonSerializer.Serialize(
            new ConversationParameters(IsGroup: false, [new ChannelAccount { Id = member }], tenant),
            ActivityJson.Default.ConversationParameters),
        token);

    public Task<SendResult<TeamsMember>> MemberAsync(string service, string conversation, string member, CancellationToken token) =>
        wire.CallAsync(
            HttpMethod.Get,
            service,
            $"v3/conversations/{Escaped(TeamsIds.WithoutThread(conversation))}/members/{Escaped(member)}",
            conversation,
            null,
            ActivityJson.Default.TeamsMember,
            token);

    /// <summary>A page of those who are in a conversation, 500 at most, from where the page before ended.</summary>
    public Task<SendResult<TeamsRoster>> RosterAsync(string service, string conversation, string? from, CancellationToken token) =>
        wire.CallAsync(
            HttpMethod.Get,
            service,
            $"v3/conversations/{Escaped(TeamsIds.WithoutThread(conversation))}/pagedmembers?pageSize=500"
                + (from is null ? "" : $"&continuationToken={Escaped(from)}"),
            conversation,
            null,
            ActivityJson.Default.TeamsRoster,
            token);

    private static string Path(string conversation, string message) =>
        $"v3/conversations/{Escaped(conversation)}/activities/{Escaped(message)}";

    private static string Escaped(string id) => Uri.EscapeDataString(id);
}
