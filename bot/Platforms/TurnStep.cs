namespace IntroBot.Platforms;

/// <summary>What the act of an admitted person comes to; a turn is: admit, read the act, dispatch it, show the reply.</summary>
internal abstract record TurnStep
{
    private TurnStep() { }

    /// <summary>An interaction for its use case.</summary>
    public sealed record Dispatch(Interaction Interaction) : TurnStep;

    /// <summary>Not understood, with a card that says why.</summary>
    public sealed record Refuse(Card Why) : TurnStep;

    /// <summary>The platform has to say first who is mentioned.</summary>
    public sealed record Unidentified : TurnStep;

    /// <summary>Nothing is asked, or it is answered already.</summary>
    public sealed record Handled : TurnStep;
}
