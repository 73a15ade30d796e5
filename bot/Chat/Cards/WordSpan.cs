namespace IntroBot.Chat.Cards;

/// <summary>A run of text with one meaning; each renderer escapes it for its platform.</summary>
public abstract record WordSpan
{
    private WordSpan() { }

    /// <summary>Plain text; nothing in it is ever markup.</summary>
    public sealed record Plain([property: JsonPropertyName("Text")] string Text) : WordSpan;

    /// <summary>Emphasized text.</summary>
    public sealed record Bold([property: JsonPropertyName("Text")] string Text) : WordSpan;

    /// <summary>A person, rendered as a mention by the platform.</summary>
    public sealed record Mention([property: JsonPropertyName("Who")] Person Who) : WordSpan;

    /// <summary>An https link with its text.</summary>
    public sealed record Link(
        [property: JsonPropertyName("Address")] Uri Address,
        [property: JsonPropertyName("Text")] string Text) : WordSpan;

    /// <summary>A time, shown in the IANA zone of the reader.</summary>
    public sealed record Moment(
        [property: JsonPropertyName("At")] DateTimeOffset At,
        [property: JsonPropertyName("TimeZone")] string TimeZone) : WordSpan;
}
