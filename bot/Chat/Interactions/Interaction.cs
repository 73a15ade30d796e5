using System.Collections.Immutable;
using IntroBot.Chat.Cards;

namespace IntroBot.Chat.Interactions;

/// <summary>
/// Something a person did, already verified by the adapter. <paramref name="IdempotencyKey"/> is derived from the inbound event, so that a
/// re-delivery carries the same key and finds its own trace in storage.
/// </summary>
public abstract record Interaction(Person From, string IdempotencyKey)
{
    /// <summary>True when the platform says that this person looks after the workspace; learned anew with every act, never kept.</summary>
    public bool IsSteward { get; init; }

    /// <summary>Words after <c>/intro</c>, with the people mentioned in them.</summary>
    public sealed record CommandTyped(Person From, string IdempotencyKey, string Text, ImmutableArray<Person> Mentioned)
        : Interaction(From, IdempotencyKey);

    /// <summary>Plain words in the chat with the bot.</summary>
    public sealed record MessageSent(Person From, string IdempotencyKey, string Text, ImmutableArray<Person> Mentioned)
        : Interaction(From, IdempotencyKey);

    /// <summary>A button of a card or a form; the second way out of a form brings along what was typed in it so far.</summary>
    public sealed record ButtonPressed(Person From, string IdempotencyKey, string Action, string Value) : Interaction(From, IdempotencyKey)
    {
        public FormAnswers Typed { get; init; } = FormAnswers.Empty;
    }

    /// <summary>A form sent in.</summary>
    public sealed record FormSubmitted(Person From, string IdempotencyKey, string Form, string State, FormAnswers Answers)
        : Interaction(From, IdempotencyKey);

    /// <summary>The bot's home came into view.</summary>
    public sealed record HomeOpened(Person From, string IdempotencyKey) : Interaction(From, IdempotencyKey);

    /// <summary>Somebody types in an input of tags and looks for what others have there.</summary>
    public sealed record OptionsAsked(Person From, string IdempotencyKey, string Input, string Typed) : Interaction(From, IdempotencyKey);

    /// <summary>The person left the workspace, or can no longer be met there.</summary>
    public sealed record PersonLeft(Person From, string IdempotencyKey) : Interaction(From, IdempotencyKey);
}
