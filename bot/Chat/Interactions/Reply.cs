using System.Collections.Immutable;
using IntroBot.Chat.Cards;

namespace IntroBot.Chat.Interactions;

/// <summary>The answer to the person who acted; words to anybody else travel by the outbox.</summary>
public abstract record Reply
{
    private Reply() { }

    /// <summary>No words are needed.</summary>
    public sealed record Nothing : Reply;

    /// <summary>A card only this person sees.</summary>
    public sealed record Say(Card Card) : Reply;

    /// <summary>The conversation goes on in the chat with the bot: the card asks for plain words, wherever the person acted.</summary>
    public sealed record Converse(Card Card) : Reply;

    /// <summary>The card whose button was pressed changes into this one.</summary>
    public sealed record Replace(Card Card) : Reply;

    /// <summary>A form opens, or takes the place of the one just sent in.</summary>
    public sealed record OpenForm(Form Form) : Reply;

    /// <summary>The form stays open, or is shown again, with a sentence beside each field named; what was typed stays in it.</summary>
    public sealed record FieldErrors(Form Form, ImmutableDictionary<string, string> Errors) : Reply;

    /// <summary>The home, top to bottom.</summary>
    public sealed record ShowHome(ImmutableArray<Card> Cards) : Reply;

    /// <summary>What fits the words typed so far, best first.</summary>
    public sealed record Options(ImmutableArray<string> Values) : Reply;

    /// <summary>A form that opens, with errors in it; any other reply stays as it is.</summary>
    public Reply WithErrors(ImmutableDictionary<string, string> errors) =>
        this is OpenForm { Form: var form } ? new FieldErrors(form, errors) : this;
}
