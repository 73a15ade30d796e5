namespace IntroBot.Chat.Interactions;

/// <summary>The destination of a message.</summary>
public abstract record Destination
{
    private Destination() { }

    /// <summary>Whom the words are for.</summary>
    public abstract ImmutableArray<PersonRef> People { get; }

    /// <summary>The chat between one person and the bot.</summary>
    public sealed record Direct(PersonRef Who) : Destination
    {
        public override ImmutableArray<PersonRef> People => [Who];
    }

    /// <summary>
    /// The givers' channel of the workspace, by the platform's id, with a message for one giver; their own chat where the channel cannot be
    /// reached.
    /// </summary>
    public sealed record GiversChannel(string Channel, PersonRef For) : Destination
    {
        public override ImmutableArray<PersonRef> People => [For];
    }

    /// <summary>The shared conversation in which people meet, opened when it does not exist yet.</summary>
    public sealed record Meeting(ImmutableArray<PersonRef> People) : Destination
    {
        public override ImmutableArray<PersonRef> People { get; } = People;
    }
}
