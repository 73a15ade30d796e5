namespace IntroBot.Chat.Interactions;

/// <summary>The reply to the person who acted; messages to other people go through the outbox.</summary>
public abstract record Reply
{
    private Reply() { }

    /// <summary>No reply.</summary>
    public sealed record Nothing : Reply;

    /// <summary>An ephemeral card, visible to this person only.</summary>
    public sealed record Say(Card Card) : Reply;

    /// <summary>Continues in the chat with the bot, wherever the person acted: the card asks for a plain message.</summary>
    public sealed record Converse(Card Card) : Reply;

    /// <summary>Replaces the card whose button was pressed.</summary>
    public sealed record Replace(Card Card) : Reply;

    /// <summary>Opens a form, or replaces the submitted one.</summary>
    public sealed record OpenForm(Form Form) : Reply;

    /// <summary>The form stays open, or is shown again, with a sentence beside each field named; what was typed stays in it.</summary>
    public sealed record FieldErrors(Form Form, ImmutableDictionary<string, string> Errors) : Reply;

    /// <summary>The home, top to bottom.</summary>
    public sealed record ShowHome(ImmutableArray<Card> Cards) : Reply;

    /// <summary>The suggestions for the typed text, best first.</summary>
    public sealed record Options(ImmutableArray<string> Values) : Reply;

    /// <summary>A form that opens, with errors in it; any other reply stays as it is.</summary>
    public Reply WithErrors(ImmutableDictionary<string, string> errors) =>
        this is OpenForm { Form: var form } ? new FieldErrors(form, errors) : this;
}
