namespace IntroBot.Tests.Slack.Double.WebApi;

/// <summary>Messages of the app.</summary>
internal static class FakeSlackChatMethods
{
    private const int MaxTextLength = 40_000;
    private const int MaxUpdate = 4_000;

    public static JsonObject Post(FakeSlackRequest ask)
    {
        // A person's id stands for their conversation with the app.
        var channel = ask.Workspace.FindPerson(ask["channel"]) is { IsBot: false } person
            ? ask.Workspace.Conversation([person])
            : ask.Channel;
        if (channel is null)
            return FakeSlackAnswer.No(ask.Workspace.FindChannel(ask["channel"]) is null ? "channel_not_found" : "not_in_channel");
        if (channel.IsArchived) return FakeSlackAnswer.No("is_archived");
        if (!channel.HasBot && !ask.Token.Scopes.Contains("chat:write.public")) return FakeSlackAnswer.No("not_in_channel");
        if (channel.Kind == FakeSlackChannelKind.Direct && !ask.Slack.App.MessagesEnabled)
            return FakeSlackAnswer.No("messages_tab_disabled");
        if (FakeSlackContent.Read(ask, out var content) is { } refusal) return refusal;
        if (ask.Has("thread_ts") && channel.Find(ask["thread_ts"]) is null) return FakeSlackAnswer.No("thread_not_found");
        if (TooSoon(ask.Slack, channel)) return FakeSlackAnswer.No("rate_limited");

        var message = new FakeSlackMessage(channel, ask.Slack.NextTs(), ask.Workspace.Bot)
        {
            Text = content.Text[..Math.Min(content.Text.Length, MaxTextLength)],
            Metadata = content.Metadata,
            ThreadTs = ask.Has("thread_ts") ? ask["thread_ts"] : null,
        };
        message.Show(content.Blocks ?? []);
        channel.Add(message);
        return FakeSlackAnswer.Yes(("channel", channel.Id), ("ts", message.Ts), ("message", message.Json(withMetadata: true)));
    }

    public static JsonObject PostEphemeral(FakeSlackRequest ask)
    {
        if (ask.Channel is not { } channel) return FakeSlackAnswer.No("channel_not_found");
        if (channel.IsArchived) return FakeSlackAnswer.No("is_archived");
        if (!channel.HasBot) return FakeSlackAnswer.No("not_in_channel");
        if (ask.Workspace.FindPerson(ask["user"]) is not { } person || !channel.Members.Contains(person))
            return FakeSlackAnswer.No("user_not_in_channel");
        if (FakeSlackContent.Read(ask, out var content) is { } refusal) return refusal;

        var message = new FakeSlackMessage(channel, ask.Slack.NextTs(), ask.Workspace.Bot)
        {
            OnlyFor = person,
            Text = content.Text,
            ThreadTs = ask.Has("thread_ts") ? ask["thread_ts"] : null,
        };
        message.Show(content.Blocks ?? []);
        person.Ephemerals = person.Ephemerals.Add(message);
        return FakeSlackAnswer.Yes(("message_ts", message.Ts));
    }

    public static JsonObject Update(FakeSlackRequest ask)
    {
        if (ask.Channel is not { } channel) return FakeSlackAnswer.No("channel_not_found");
        if (channel.Find(ask["ts"]) is not { } message) return FakeSlackAnswer.No("message_not_found");
        if (message.Author != ask.Workspace.Bot) return FakeSlackAnswer.No("cant_update_message");
        if (ask["text"].Length > MaxUpdate) return FakeSlackAnswer.No("msg_too_long");
        if (FakeSlackContent.Read(ask, out var content) is { } refusal) return refusal;

        // Text without blocks takes the blocks away; blocks without text leave the text; metadata stays unless it is given.
        if (ask["text"].Length > 0) (message.Text, message.IsEdited) = (content.Text, true);
        message.Show(content.Blocks ?? []);
        if (ask.Has("metadata")) message.Metadata = content.Metadata;
        return FakeSlackAnswer.Yes(
            ("channel", channel.Id), ("ts", message.Ts), ("text", message.Text), ("message", message.Json(withMetadata: true)));
    }

    public static JsonObject Delete(FakeSlackRequest ask)
    {
        if (ask.Channel is not { } channel) return FakeSlackAnswer.No("channel_not_found");
        if (channel.Find(ask["ts"]) is not { } message) return FakeSlackAnswer.No("message_not_found");
        if (message.Author != ask.Workspace.Bot) return FakeSlackAnswer.No("cant_delete_message");
        channel.Messages = channel.Messages.Remove(message);
        return FakeSlackAnswer.Yes(("channel", channel.Id), ("ts", message.Ts));
    }

    private static bool TooSoon(FakeSlack slack, FakeSlackChannel channel)
    {
        var now = slack.Clock.GetUtcNow();
        if (slack.LimitsMessages && channel.PostedAt is { } last && now - last < TimeSpan.FromSeconds(1)) return true;
        channel.PostedAt = now;
        return false;
    }
}
