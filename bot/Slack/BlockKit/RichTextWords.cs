namespace IntroBot.Slack.BlockKit;

/// <summary>Draws words as rich text, in which nothing that people write is ever read as markup.</summary>
internal static class RichTextWords
{
    /// <summary>Month, day and time as Slack writes them for the reader: "November 25 at 11:00 AM".</summary>
    private const string MomentFormat = "{date} at {time}";

    /// <summary>Characters around the name of an emoji, with a tone of skin.</summary>
    private const int EmojiMarks = 16;

    public static bool IsBlank(Words words) => string.IsNullOrWhiteSpace(VisibleText.Clean(PlainText.Of(words)));

    /// <summary>Spans in their order; where they are longer than they may be, they end in a mark.</summary>
    public static ImmutableArray<RichTextElement> Of(Words words, int most)
    {
        var elements = ImmutableArray.CreateBuilder<RichTextElement>(words.Spans.Length);
        foreach (var element in words.Spans.SelectMany(Of))
        {
            var length = LengthOf(element);
            if (length > most)
            {
                elements.Add(Cut(element, most));
                break;
            }

            if (length > 0)
            {
                elements.Add(element);
            }

            most -= length;
        }

        return elements.ToImmutable();
    }

    public static int LengthOf(RichTextElement element) => element switch
    {
        RichTextElement.Run run => run.Text.Length,
        RichTextElement.User user => user.UserId.Length,
        RichTextElement.Link link => link.Url.Length + (link.Text ?? "").Length,
        RichTextElement.Date date => date.Fallback.Length,
        RichTextElement.Emoji emoji => emoji.Name.Length + EmojiMarks,
        _ => throw new UnreachableException(),
    };

    /// <summary>What a person typed: text as it is, and emoji for their codes.</summary>
    public static IEnumerable<RichTextElement> Typed(string clean, RichTextStyle? style = null) =>
        EmojiCodes.In(clean).Select(piece => piece.Name is { } name
            ? (RichTextElement)new RichTextElement.Emoji(name, piece.SkinTone)
            : new RichTextElement.Run(piece.Typed, style));

    private static IEnumerable<RichTextElement> Of(WordSpan span) => span switch
    {
        WordSpan.Plain plain => Typed(VisibleText.Clean(plain.Text)),
        WordSpan.Bold bold => Typed(VisibleText.Clean(bold.Text), RichTextStyle.Strong),
        WordSpan.Mention { Who: var who } when SlackIds.IsPerson(who.Ref.Id) => [new RichTextElement.User(who.Ref.Id)],
        WordSpan.Mention mention => [new RichTextElement.Run(VisibleText.CleanLine(mention.Who.Name))],
        WordSpan.Link link => [Of(link)],
        WordSpan.Moment moment =>
            [new RichTextElement.Date(moment.At.ToUnixTimeSeconds(), MomentFormat, PlainText.Of(moment.At, moment.TimeZone))],
        _ => throw new UnreachableException(),
    };

    /// <summary>Only a whole https address is ever pressed; anything else is shown for what it is.</summary>
    private static RichTextElement Of(WordSpan.Link link) =>
        link.Address.IsAbsoluteUri && link.Address.Scheme == Uri.UriSchemeHttps && link.Address.AbsoluteUri.Length <= BlockKitLimits.Address
            ? new RichTextElement.Link(
                link.Address.AbsoluteUri, VisibleText.CleanLine(link.Text) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null)
            : new RichTextElement.Run(VisibleText.CleanLine($"{link.Text} ({link.Address})"));

    private static RichTextElement.Run Cut(RichTextElement element, int most) => element is RichTextElement.Run run && most > 1
        ? run with { Text = VisibleText.Shorten(run.Text, most) }
        : new RichTextElement.Run("…");
}
