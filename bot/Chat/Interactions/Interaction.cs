namespace IntroBot.Chat.Interactions;

/// <summary>
/// An action of a person, already verified by the adapter. <paramref name="IdempotencyKey"/> is derived from the inbound event, so that a
/// redelivery has the same key and finds the row it has stored.
/// </summary>
public abstract record Interaction(Person From, string IdempotencyKey)
{
    /// <summary>
    /// Whether the platform says that this person administers the workspace; read with every interaction and never stored.
    /// </summary>
    public bool IsSteward { get; init; }

    /// <summary>The text after <c>/intro</c>, with the people mentioned in it.</summary>
    public sealed record CommandTyped(Person From, string IdempotencyKey, string Text, ImmutableArray<Person> Mentioned)
        : Interaction(From, IdempotencyKey);

    /// <summary>A plain message in the chat with the bot.</summary>
    public sealed record MessageSent(Person From, string IdempotencyKey, string Text, ImmutableArray<Person> Mentioned)
        : Interaction(From, IdempotencyKey)
    {
        /// <summary>False for words in a group or a channel: they never answer what was asked in the person's own chat.</summary>
        public bool IsPrivate { get; init; } = true;
    }

    /// <summary>A pressed button of a card or a form; the second button of a form includes the answers typed so far.</summary>
    public sealed record ButtonPressed(Person From, string IdempotencyKey, string Action, string Value) : Interaction(From, IdempotencyKey)
    {
        public FormAnswers Typed { get; init; } = FormAnswers.Empty;
    }

    /// <summary>A submitted form.</summary>
    public sealed record FormSubmitted(Person From, string IdempotencyKey, string Form, string State, FormAnswers Answers)
        : Interaction(From, IdempotencyKey);

    /// <summary>The bot's home was opened.</summary>
    public sealed record HomeOpened(Person From, string IdempotencyKey) : Interaction(From, IdempotencyKey);

    /// <summary>A person types in a tag input and requests suggestions.</summary>
    public sealed record OptionsAsked(Person From, string IdempotencyKey, string Input, string Typed) : Interaction(From, IdempotencyKey);

    /// <summary>The person left the workspace, or can no longer be reached there.</summary>
    public sealed record PersonLeft(Person From, string IdempotencyKey) : Interaction(From, IdempotencyKey);
}
