namespace IntroBot.Teams.AdaptiveCards;

/// <summary>An element of an Adaptive Card, of the few kinds this bot speaks (https://adaptivecards.io/explorer).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Heading), "TextBlock")]
[JsonDerivedType(typeof(RichText), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceSet), "Input.ChoiceSet")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(Toggle), "Input.Toggle")]
public abstract record AdaptiveElement
{
    private AdaptiveElement() { }

    /// <summary>How far it stands below what comes before it; nothing means the usual distance.</summary>
    public string? Spacing { get; init; }

    /// <summary>A thin line above it.</summary>
    public bool? Separator { get; init; }

    /// <summary>
    /// A line that screen readers find as a heading. It is read as Markdown, so only words without any of its marks come here.
    /// </summary>
    public sealed record Heading(string Text) : AdaptiveElement
    {
        public string Style => "heading";

        public string Size => "large";

        public string Weight => "bolder";

        public bool Wrap => true;
    }

    /// <summary>One line or paragraph of words in which nothing is ever markup.</summary>
    public sealed record RichText(ImmutableArray<TextRun> Inlines) : AdaptiveElement;

    /// <summary>Elements that belong together; <c>emphasis</c> as its style sets them apart.</summary>
    public sealed record Container(ImmutableArray<AdaptiveElement> Items, string? Style = null) : AdaptiveElement
    {
        public string? MinHeight { get; init; }
    }

    /// <summary>A row of buttons.</summary>
    public sealed record ActionSet(ImmutableArray<AdaptiveAction> Actions) : AdaptiveElement;

    /// <summary>A box for words; its pattern is a JavaScript one.</summary>
    public sealed record TextInput(string Id, string Label) : AdaptiveElement
    {
        public bool? IsRequired { get; init; }

        public string? ErrorMessage { get; init; }

        public bool? IsMultiline { get; init; }

        public int? MaxLength { get; init; }

        public string? Regex { get; init; }

        public string? Placeholder { get; init; }

        /// <summary><c>stretch</c> fills the height of the container around it.</summary>
        public string? Height { get; init; }

        public string? Value { get; init; }
    }

    /// <summary>One of several choices, or any of them; several are told with commas between them.</summary>
    public sealed record ChoiceSet(string Id, string Label, string Style, ImmutableArray<InputChoice> Choices) : AdaptiveElement
    {
        public bool? IsRequired { get; init; }

        public string? ErrorMessage { get; init; }

        public bool? IsMultiSelect { get; init; }

        public string? Placeholder { get; init; }

        public string? Value { get; init; }

        public bool Wrap => true;
    }

    /// <summary>A calendar day, <c>yyyy-MM-dd</c>.</summary>
    public sealed record DateInput(string Id, string Label) : AdaptiveElement
    {
        public bool? IsRequired { get; init; }

        public string? ErrorMessage { get; init; }

        public string? Value { get; init; }
    }

    /// <summary>A box to tick.</summary>
    public sealed record Toggle(string Id, string Label, string Title, string ValueOn) : AdaptiveElement
    {
        public bool? IsRequired { get; init; }

        public string? ErrorMessage { get; init; }

        public string? Value { get; init; }

        public bool Wrap => true;
    }
}
