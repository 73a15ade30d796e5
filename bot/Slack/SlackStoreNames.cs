namespace IntroBot.Slack;

/// <summary>The names of Slack's collections; ids of Slack are keys as they are.</summary>
internal static class SlackStoreNames
{
    /// <summary>Which workspace the configured token belongs to.</summary>
    public const string Own = "slack";

    /// <summary>Where the app is installed, by workspace.</summary>
    public const string Installations = "slack.installations";

    /// <summary>Answers on their way to a person's chat.</summary>
    public const string Promised = "slack.promised";

    /// <summary>Requests that were acknowledged before Slack said who made them.</summary>
    public const string Waiting = "slack.waiting";

    /// <summary>What Slack said about people, by person.</summary>
    public static string People(string team) => $"slack.people.{team}";

    /// <summary>The conversation of each person with the bot.</summary>
    public static string Chats(string team) => $"slack.chats.{team}";

    /// <summary>Who has a home to keep in step.</summary>
    public static string Homes(string team) => $"slack.homes.{team}";

    /// <summary>Events dealt with, by day.</summary>
    public const string Seen = "slack.seen";
}
