namespace IntroBot.Slack;

/// <summary>Where somebody acted, which is where they look for an answer.</summary>
internal abstract record Spot
{
    private Spot() { }

    /// <summary>A command in any channel: the acknowledgement itself is a private message.</summary>
    public sealed record Command(string Trigger, string? ResponseUrl) : Spot;

    /// <summary>A global shortcut, which has no channel.</summary>
    public sealed record Shortcut(string Trigger) : Spot;

    /// <summary>Words in the person's own chat with the bot.</summary>
    public sealed record Chat : Spot;

    /// <summary>The bot was mentioned in a channel.</summary>
    public sealed record Mention(string Channel) : Spot;

    /// <summary>A button on a message, which stands in the person's own chat or elsewhere.</summary>
    public sealed record Message(string Trigger, string? ResponseUrl, bool IsChat) : Spot;

    /// <summary>A button at home.</summary>
    public sealed record Home(string Trigger) : Spot;

    /// <summary>A button in a modal.</summary>
    public sealed record Modal(string ViewId) : Spot;

    /// <summary>A modal that was sent in: the acknowledgement says what becomes of it.</summary>
    public sealed record Submission : Spot;
}
