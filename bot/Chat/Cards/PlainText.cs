namespace IntroBot.Chat.Cards;

/// <summary>Cards as plain text, for notifications and screen readers.</summary>
public static class PlainText
{
    public static string Of(Card card)
    {
        var text = new StringBuilder(Of(card.Title));
        foreach (var part in card.Parts)
        {
            text.Append('\n').Append(Of(part));
        }

        if (card.Buttons.Length > 0)
        {
            text.Append('\n').AppendJoin(' ', card.Buttons.Select(button => $"[{button.Label}]"));
        }

        return text.ToString();
    }

    public static string Of(Words words) => string.Concat(words.Spans.Select(Of));

    /// <summary>A local time as people write it: <c>Tue 24 Nov, 14:05</c>.</summary>
    public static string Of(DateTimeOffset at, string timeZone) =>
        TimeZoneInfo.ConvertTime(at, TimeZones.Find(timeZone)).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);

    private static string Of(CardPart part) => part switch
    {
        CardPart.Text text => Of(text.Words),
        CardPart.Context context => Of(context.Words),
        CardPart.Quote quote => string.Join('\n', EmojiCodes.Drawn(quote.Words).Split('\n').Select(line => $"> {line}")),
        CardPart.Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Label}: {Of(fact.Words)}")),
        CardPart.Divider => "---",
        CardPart.ChatLink chatLink => Of(chatLink.Words),
        _ => throw new UnreachableException(),
    };

    private static string Of(WordSpan span) => span switch
    {
        WordSpan.Plain plain => EmojiCodes.Drawn(plain.Text),
        WordSpan.Bold bold => EmojiCodes.Drawn(bold.Text),
        WordSpan.Mention mention => mention.Who.Name,
        WordSpan.Link link => $"{link.Text} ({link.Address})",
        WordSpan.Moment moment => Of(moment.At, moment.TimeZone),
        _ => throw new UnreachableException(),
    };
}
