using IntroBot.Platforms;
using IntroBot.Slack.BlockKit;
using IntroBot.Slack.Install;

namespace IntroBot.Slack.WebApi;

/// <summary>
/// The methods of the Web API that the bot uses, in the name of a workspace; <see href="https://docs.slack.dev/reference/methods"/>.
/// </summary>
internal sealed class SlackApi(SlackClient client, IInstallations installations)
{
    private const string MarkerType = "introbot_message";
    private const int MaxPast = 50;

    /// <summary>Posts words; <paramref name="marker"/> finds it again in the channel's history when the answer is lost.</summary>
    public Task<SendResult<MessageResponse>> PostAsync(
        string team, string channel, SlackWords words, string? marker, CancellationToken token) => CallAsync(
        team,
        "chat.postMessage",
        new()
        {
            ["channel"] = channel,
            ["text"] = words.Text,
            ["blocks"] = words.Blocks,
            ["thread_ts"] = words.Thread ?? "",
            ["unfurl_links"] = "false",
            ["unfurl_media"] = "false",
            ["metadata"] = marker is null ? "" : JsonSerializer.Serialize(
                new MessageMetadata(MarkerType, new MarkerPayload(marker)), SlackApiJson.Default.MessageMetadata),
        },
        SlackApiJson.Default.MessageResponse,
        token);

    public Task<SendResult<MessageResponse>> PostPrivatelyAsync(
        string team, string channel, string user, SlackWords words, CancellationToken token) =>
        CallAsync(
            team,
            "chat.postEphemeral",
            new()
            {
                ["channel"] = channel,
                ["user"] = user,
                ["text"] = words.Text,
                ["blocks"] = words.Blocks,
                ["thread_ts"] = words.Thread ?? "",
            },
            SlackApiJson.Default.MessageResponse,
            token);

    /// <summary>Changes a message in place; the channel's own id is needed, never a person's.</summary>
    public Task<SendResult<MessageResponse>> UpdateAsync(
        string team, string channel, string ts, SlackWords words, CancellationToken token) =>
        CallAsync(
            team,
            "chat.update",
            new() { ["channel"] = channel, ["ts"] = ts, ["text"] = words.Text, ["blocks"] = words.Blocks },
            SlackApiJson.Default.MessageResponse,
            token);

    /// <summary>Opens the conversation of these people with the bot, or finds it: the same people always get the same one.</summary>
    public Task<SendResult<string>> OpenConversationAsync(string team, IEnumerable<string> users, CancellationToken token) => MapAsync(
        CallAsync(
            team, "conversations.open", new() { ["users"] = string.Join(',', users) }, SlackApiJson.Default.ConversationResponse, token),
        opened => opened.Channel?.Id ?? "");

    /// <summary>
    /// Looks whether a message with this marker is among the newest of a channel, or in a thread of it; its timestamp, or null.
    /// </summary>
    public Task<SendResult<string?>> FindMarkedAsync(
        string team, string channel, string? thread, string marker, CancellationToken token) => MapAsync(
        CallAsync(
            team,
            thread is null ? "conversations.history" : "conversations.replies",
            new() { ["channel"] = channel, ["ts"] = thread ?? "", ["limit"] = $"{MaxPast}", ["include_all_metadata"] = "true" },
            SlackApiJson.Default.HistoryResponse,
            token),
        history => (history.Messages ?? []).FirstOrDefault(past => IsMarked(past, marker))?.Ts);

    public Task<SendResult<SlackUser?>> UserAsync(SlackUserRef user, CancellationToken token) => MapAsync(
        CallAsync(
            user.Team,
            "users.info",
            new() { ["user"] = user.Id, ["include_locale"] = "true" },
            SlackApiJson.Default.UserResponse,
            token),
        response => response.User);

    public Task<SendResult<ViewResponse>> OpenViewAsync(string team, string trigger, View view, CancellationToken token) => CallAsync(
        team, "views.open", new() { ["trigger_id"] = trigger, ["view"] = BlockKitJson.Write(view) },
        SlackApiJson.Default.ViewResponse, token);

    public Task<SendResult<ViewResponse>> UpdateViewAsync(string team, string id, View view, CancellationToken token) => CallAsync(
        team, "views.update", new() { ["view_id"] = id, ["view"] = BlockKitJson.Write(view) }, SlackApiJson.Default.ViewResponse, token);

    /// <summary>Publishes a home; with a hash only when no other was published since.</summary>
    public Task<SendResult<ViewResponse>> PublishHomeAsync(SlackUserRef user, View view, string? hash, CancellationToken token) =>
        CallAsync(
            user.Team,
            "views.publish",
            new() { ["user_id"] = user.Id, ["view"] = BlockKitJson.Write(view), ["hash"] = hash ?? "" },
            SlackApiJson.Default.ViewResponse,
            token);

    private static bool IsMarked(PastMessage past, string marker) =>
        past.Metadata is { EventType: MarkerType, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String && key.ValueEquals(marker);

    private static async Task<SendResult<TOther>> MapAsync<T, TOther>(Task<SendResult<T>> call, Func<T, TOther> map) =>
        (await call).Map(map);

    private async Task<SendResult<T>> CallAsync<T>(
        string team, string method, Dictionary<string, string> fields, JsonTypeInfo<T> type, CancellationToken token)
        where T : SlackResponse
    {
        if (await installations.FindAsync(team, token) is not { } installation)
        {
            return SlackErrors.Rejected<T>(SlackErrors.NotInstalled);
        }

        var said = fields.Where(field => field.Value.Length > 0).ToDictionary(field => field.Key, field => field.Value);
        return await client.CallAsync(method, installation, said, type, token);
    }
}
