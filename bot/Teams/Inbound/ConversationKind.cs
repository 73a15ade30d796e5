namespace IntroBot.Teams.Inbound;

/// <summary>
/// What a conversation is to the bot. The type that Teams gives may be missing, and <c>personal</c> is also the chat of two people who use
/// the bot's message extension, in which the bot is not; the forms of ids tell them apart;
/// <see href="https://github.com/microsoft/BotFramework-Services/issues/344"/>.
/// </summary>
internal enum ConversationKind
{
    /// <summary>The chat of one person with the bot.</summary>
    Personal,

    /// <summary>A chat of two people, without the bot.</summary>
    BetweenPeople,

    /// <summary>A group chat or the chat of a meeting, and whatever does not say what it is.</summary>
    Group,

    Channel,
}

/// <summary>Tells kinds of conversations apart.</summary>
internal static class ConversationKinds
{
    private const string OwnChat = "a:";
    private const string People = "@unq.gbl.spaces";

    /// <summary>What ids of conversations with several people begin with; a chat with the bot never has one.</summary>
    private const string Thread = "19:";

    private static readonly string[] Channels = ["@thread.tacv2", "@thread.skype"];

    public static ConversationKind Of(ConversationAccount? conversation)
    {
        var id = TeamsIds.WithoutThread(conversation?.Id ?? "");
        return conversation?.ConversationType?.ToUpperInvariant() switch
        {
            _ when IsBetweenPeople(id) => ConversationKind.BetweenPeople,
            "CHANNEL" => IsChat(id) ? ConversationKind.Group : ConversationKind.Channel,
            "GROUPCHAT" => ConversationKind.Group,
            "PERSONAL" => id.StartsWith(Thread, StringComparison.Ordinal) ? ConversationKind.BetweenPeople : ConversationKind.Personal,
            _ when id.StartsWith(OwnChat, StringComparison.Ordinal) => ConversationKind.Personal,
            _ => IsChannel(id) ? ConversationKind.Channel : ConversationKind.Group,
        };
    }

    /// <summary>Whether an id is of a chat of two people, which no bot can write to.</summary>
    public static bool IsBetweenPeople(string id) => id.EndsWith(People, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an id can only be of a chat: of one person with the bot, of two, of several, or of a meeting.</summary>
    public static bool IsChat(string id) => id.StartsWith(OwnChat, StringComparison.Ordinal)
        || id.EndsWith("@thread.v2", StringComparison.OrdinalIgnoreCase)
        || IsBetweenPeople(id);

    private static bool IsChannel(string id) => Channels.Any(form => id.EndsWith(form, StringComparison.OrdinalIgnoreCase));
}
