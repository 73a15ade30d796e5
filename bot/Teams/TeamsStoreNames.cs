namespace IntroBot.Teams;

/// <summary>The names of Teams' collections.</summary>
internal static class TeamsStoreNames
{
    /// <summary>Answers on their way to a person's chat.</summary>
    public const string Promised = "teams.promised";

    /// <summary>Homes that are still to be posted, by tenant and person.</summary>
    public const string OwedHomes = "teams.owedhomes";

    /// <summary>Activities dealt with, by day.</summary>
    public const string Seen = "teams.seen";

    /// <summary>What Teams said about people, by person.</summary>
    public static string People(string tenant) => $"teams.people.{tenant}";

    /// <summary>The conversation of each person with the bot.</summary>
    public static string Chats(string tenant) => $"teams.chats.{tenant}";

    /// <summary>The message in which each person's home stands.</summary>
    public static string Homes(string tenant) => $"teams.homes.{tenant}";

    /// <summary>
    /// Group chats made for two people, by the message they were made for; empty from when one is begun until it is there.
    /// </summary>
    public static string Meetings(string tenant) => $"teams.meetings.{tenant}";

    /// <summary>Channels the bot was added to, by a key of ours, and where the tenant is reached.</summary>
    public static string Channels(string tenant) => $"teams.channels.{tenant}";
}
