namespace IntroBot.Teams.Inbound;

/// <summary>Where a person acted, which is where the answer is shown.</summary>
internal abstract record ReplyTarget
{
    private ReplyTarget() { }

    /// <summary>Words in the person's own chat with the bot.</summary>
    public sealed record Chat : ReplyTarget;

    /// <summary>
    /// The bot was mentioned, or chosen from a menu, where others read along;
    /// there is no <paramref name="Message"/> to reply to where no other person saw it.
    /// </summary>
    public sealed record Mention(ConversationReference Conversation, string? Message) : ReplyTarget;

    /// <summary>
    /// A button on a card, which stands in the person's own chat or elsewhere; where the message <paramref name="IsForm"/>, what comes next
    /// may take its place.
    /// </summary>
    public sealed record OnCard(ConversationReference Conversation, string? Message, bool IsChat, bool IsForm) : ReplyTarget;

    /// <summary>A button at home, which nothing may take the place of: it is drawn anew whenever something changes.</summary>
    public sealed record Home : ReplyTarget;

    /// <summary>A dialog: the answer says what becomes of it.</summary>
    public sealed record Dialog : ReplyTarget;
}
