namespace IntroBot.Slack.BlockKit;

/// <summary>A piece of a rich text block (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Section), "rich_text_section")]
[JsonDerivedType(typeof(Quote), "rich_text_quote")]
public abstract record RichTextPart
{
    private RichTextPart() { }

    /// <summary>A paragraph.</summary>
    public sealed record Section(ImmutableArray<RichTextElement> Elements) : RichTextPart;

    /// <summary>Words set apart by a bar at their side.</summary>
    public sealed record Quote(ImmutableArray<RichTextElement> Elements) : RichTextPart;
}

/// <summary>A run of rich text; Slack reads no mrkdwn in any of them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Run), "text")]
[JsonDerivedType(typeof(User), "user")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Date), "date")]
[JsonDerivedType(typeof(Emoji), "emoji")]
public abstract record RichTextElement
{
    private RichTextElement() { }

    /// <summary>Words as they are.</summary>
    public sealed record Run(string Text, RichTextStyle? Style = null) : RichTextElement;

    /// <summary>A person of the workspace, drawn with the name others see.</summary>
    public sealed record User(string UserId) : RichTextElement;

    /// <summary>An address to press.</summary>
    public sealed record Link(string Url, string? Text) : RichTextElement;

    /// <summary>An emoji by its name, without colons; the tone of skin is from 2 to 6.</summary>
    public sealed record Emoji(string Name, int? SkinTone) : RichTextElement;

    /// <summary>A moment in Unix seconds, shown in the reader's time zone; the fallback is for clients that cannot.</summary>
    public sealed record Date(long Timestamp, string Format, string Fallback) : RichTextElement;
}

/// <summary>How a run of rich text is drawn.</summary>
public sealed record RichTextStyle(bool Bold)
{
    public static RichTextStyle Strong { get; } = new(Bold: true);
}
