namespace IntroBot.Slack.Inbound;

/// <summary>Where a person acted, which is where the answer is shown.</summary>
internal abstract record ReplyTarget
{
    private ReplyTarget() { }

    /// <summary>A command in any channel: the acknowledgement itself is a private message.</summary>
    public sealed record Command(string Trigger, string? ResponseUrl) : ReplyTarget;

    /// <summary>A global shortcut, which has no channel.</summary>
    public sealed record Shortcut(string Trigger) : ReplyTarget;

    /// <summary>Words in the person's own chat with the bot, or in a thread there.</summary>
    public sealed record Chat(string? Thread = null) : ReplyTarget;

    /// <summary>The bot was mentioned in a channel, or in a thread there.</summary>
    public sealed record Mention(string Channel, string? Thread = null) : ReplyTarget;

    /// <summary>A button on a message, which stands in the person's own chat or elsewhere, and perhaps in a thread there.</summary>
    public sealed record Message(string Trigger, string? ResponseUrl, bool IsChat, string? Thread = null) : ReplyTarget;

    /// <summary>A button at home.</summary>
    public sealed record Home(string Trigger) : ReplyTarget;

    /// <summary>A button in a modal.</summary>
    public sealed record Modal(string ViewId) : ReplyTarget;

    /// <summary>A modal that was sent in: the acknowledgement says what becomes of it.</summary>
    public sealed record Submission : ReplyTarget;

    /// <summary>The thread of the person's own chat in which they acted; null where it was in none, or elsewhere.</summary>
    public string? ThreadOfChat => this switch
    {
        Chat chat => chat.Thread,
        Message { IsChat: true } message => message.Thread,
        Message or Command or Shortcut or Mention or Home or Modal or Submission => null,
        _ => throw new UnreachableException(),
    };
}
