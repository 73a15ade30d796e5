using System.Text.Json.Serialization;
using IntroBot.Chat.Interactions;

namespace IntroBot.Chat.Cards;

/// <summary>A run of words with one meaning; each renderer escapes it in its own platform's way.</summary>
public abstract record WordSpan
{
    private WordSpan() { }

    /// <summary>Words as they are; nothing in them is ever markup.</summary>
    public sealed record Plain([property: JsonPropertyName("Text")] string Text) : WordSpan;

    /// <summary>Words that carry weight.</summary>
    public sealed record Bold([property: JsonPropertyName("Text")] string Text) : WordSpan;

    /// <summary>A person, drawn the way the platform draws people.</summary>
    public sealed record Mention([property: JsonPropertyName("Who")] Person Who) : WordSpan;

    /// <summary>An https address with words to press.</summary>
    public sealed record Link(
        [property: JsonPropertyName("Address")] Uri Address,
        [property: JsonPropertyName("Text")] string Text) : WordSpan;

    /// <summary>A moment, shown on the clock of the IANA zone of the person who reads it.</summary>
    public sealed record Moment(
        [property: JsonPropertyName("At")] DateTimeOffset At,
        [property: JsonPropertyName("TimeZone")] string TimeZone) : WordSpan;
}
