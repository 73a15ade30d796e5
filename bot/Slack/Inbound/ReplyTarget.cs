namespace IntroBot.Slack.Inbound;

/// <summary>Where a person acted, which is where the answer is shown.</summary>
internal abstract record ReplyTarget
{
    private ReplyTarget() { }

    /// <summary>A command in any channel: the acknowledgement itself is a private message.</summary>
    public sealed record Command(string Trigger, string? ResponseUrl) : ReplyTarget;

    /// <summary>A global shortcut, which has no channel.</summary>
    public sealed record Shortcut(string Trigger) : ReplyTarget;

    /// <summary>Words in the person's own chat with the bot.</summary>
    public sealed record Chat : ReplyTarget;

    /// <summary>The bot was mentioned in a channel.</summary>
    public sealed record Mention(string Channel) : ReplyTarget;

    /// <summary>A button on a message, which stands in the person's own chat or elsewhere.</summary>
    public sealed record Message(string Trigger, string? ResponseUrl, bool IsChat) : ReplyTarget;

    /// <summary>A button at home.</summary>
    public sealed record Home(string Trigger) : ReplyTarget;

    /// <summary>A button in a modal.</summary>
    public sealed record Modal(string ViewId) : ReplyTarget;

    /// <summary>A modal that was sent in: the acknowledgement says what becomes of it.</summary>
    public sealed record Submission : ReplyTarget;
}
