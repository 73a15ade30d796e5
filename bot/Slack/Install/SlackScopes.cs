namespace IntroBot.Slack.Install;

/// <summary>What the app asks to be allowed, and nothing more; the manifest asks for the same, and a test compares them.</summary>
public static class SlackScopes
{
    public static ImmutableArray<string> Bot { get; } =
    [
        "commands", // /intro
        "chat:write", // offers, the meeting's first message, news
        "im:write", // opening the chat with one person
        "im:history", // hearing what people write to the bot, and finding a message whose answer was lost
        "mpim:write", // opening the conversation of asker and giver
        "users:read", // names, time zones, and who is a guest or gone
        "app_mentions:read", // answering, privately, who mentions the bot in a channel
    ];
}
