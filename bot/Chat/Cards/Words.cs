using System.Runtime.CompilerServices;

namespace IntroBot.Chat.Cards;

/// <summary>A text of the bot: spans in order, written as an interpolated string.</summary>
public sealed record Words([property: JsonPropertyName("Spans")] ImmutableArray<WordSpan> Spans)
{
    public static Words Of(WordsBuilder words) => words.Build();

    public bool Equals(Words? other) => other is not null && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => Spans.Aggregate(0, HashCode.Combine);
}

/// <summary>Collects an interpolated string into spans: interpolated strings stay plain, so people's text is never markup.</summary>
[InterpolatedStringHandler]
public struct WordsBuilder
{
    private readonly ImmutableArray<WordSpan>.Builder spans;
    private WordSpan.Plain? literal;

    public WordsBuilder(int literalLength, int formattedCount) =>
        spans = ImmutableArray.CreateBuilder<WordSpan>(Math.Max(1, (2 * formattedCount) + (literalLength > 0 ? 1 : 0)));

    /// <summary>A string literal split over two lines of code arrives as two literals, and becomes one span.</summary>
    public void AppendLiteral(string text)
    {
        if (literal is not null && ReferenceEquals(spans[^1], literal))
        {
            spans.RemoveAt(spans.Count - 1);
            text = literal.Text + text;
        }

        literal = new WordSpan.Plain(text);
        spans.Add(literal);
    }

    public readonly void AppendFormatted(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            spans.Add(new WordSpan.Plain(text));
        }
    }

    public readonly void AppendFormatted(int number) =>
        AppendFormatted(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public readonly void AppendFormatted(WordSpan span) => spans.Add(span);

    public readonly void AppendFormatted(Person person) => spans.Add(new WordSpan.Mention(person));

    public readonly void AppendFormatted(Words words) => spans.AddRange(words.Spans);

    internal readonly Words Build() => new(spans.ToImmutable());
}
