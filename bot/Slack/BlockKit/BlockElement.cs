namespace IntroBot.Slack.BlockKit;

/// <summary>Something to press or to fill in (https://docs.slack.dev/reference/block-kit/block-elements).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(TextInput), "plain_text_input")]
[JsonDerivedType(typeof(Select), "static_select")]
[JsonDerivedType(typeof(MultiSelect), "multi_static_select")]
[JsonDerivedType(typeof(TagSelect), "multi_external_select")]
[JsonDerivedType(typeof(Checkboxes), "checkboxes")]
[JsonDerivedType(typeof(DatePicker), "datepicker")]
[JsonDerivedType(typeof(ConversationSelect), "conversations_select")]
public abstract record BlockElement
{
    private BlockElement() { }

    /// <summary>A button; a value that is missing comes back missing.</summary>
    public sealed record Button(string ActionId, PlainTextObject Text, string? Value, string? Style) : BlockElement;

    /// <summary>A box for words, with limits in characters.</summary>
    public sealed record TextInput(string ActionId, bool Multiline, int? MinLength, int? MaxLength, string? InitialValue) : BlockElement;

    /// <summary>One of several options.</summary>
    public sealed record Select(string ActionId, ImmutableArray<OptionObject> Options, OptionObject? InitialOption) : BlockElement;

    /// <summary>Any of many options.</summary>
    public sealed record MultiSelect(string ActionId, ImmutableArray<OptionObject> Options, ImmutableArray<OptionObject>? InitialOptions)
        : BlockElement;

    /// <summary>Options that the bot is asked for while a person types.</summary>
    public sealed record TagSelect(
        string ActionId, PlainTextObject Placeholder, int MinQueryLength,
        int MaxSelectedItems, ImmutableArray<OptionObject>? InitialOptions) : BlockElement;

    /// <summary>Boxes to tick.</summary>
    public sealed record Checkboxes(string ActionId, ImmutableArray<OptionObject> Options, ImmutableArray<OptionObject>? InitialOptions)
        : BlockElement;

    /// <summary>A calendar day, <c>yyyy-MM-dd</c>.</summary>
    public sealed record DatePicker(string ActionId, string? InitialDate) : BlockElement;

    /// <summary>A channel of the workspace.</summary>
    public sealed record ConversationSelect(string ActionId, ConversationFilter Filter, string? InitialConversation) : BlockElement;
}
