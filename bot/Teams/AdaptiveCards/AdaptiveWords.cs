namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Draws words as runs of text, in which nothing that people write is ever read as markup.</summary>
internal static class AdaptiveWords
{
    public static bool IsBlank(Words words) => AdaptiveText.IsBlank(PlainText.Of(words));

    /// <summary>Spans in their order; where they are longer than they may be, they end in a mark.</summary>
    public static ImmutableArray<TextRun> Of(Words words, int most, TextStyle look)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>(words.Spans.Length);
        foreach (var run in words.Spans.Select(span => Of(span, look)).Where(run => run.Text.Length > 0))
        {
            if (run.Text.Length > most)
            {
                runs.Add(most > 1 ? run with { Text = VisibleText.Shorten(run.Text, most) } : look.Draw("…"));
                break;
            }

            runs.Add(run);
            most -= run.Text.Length;
        }

        return runs.ToImmutable();
    }

    private static TextRun Of(WordSpan span, TextStyle look) => span switch
    {
        WordSpan.Plain plain => look.Draw(VisibleText.Clean(EmojiCodes.Drawn(plain.Text))),
        WordSpan.Bold bold => look.Bold.Draw(VisibleText.Clean(EmojiCodes.Drawn(bold.Text))),

        // A name in bold: Teams draws people only where it also reads Markdown, and calls them each time.
        WordSpan.Mention mention => look.Bold.Draw(VisibleText.CleanLine(mention.Who.Name)),
        WordSpan.Link link => Of(link, look),
        WordSpan.Moment moment => look.Draw(PlainText.Of(moment.At, moment.TimeZone)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Only a whole https address is ever pressed; anything else is shown for what it is.</summary>
    private static TextRun Of(WordSpan.Link link, TextStyle look)
    {
        if (!link.Address.IsAbsoluteUri
            || link.Address.Scheme != Uri.UriSchemeHttps
            || link.Address.AbsoluteUri.Length > AdaptiveLimits.Address)
        {
            return look.Draw(VisibleText.CleanLine($"{link.Text} ({link.Address})"));
        }

        var words = VisibleText.CleanLine(link.Text);
        var text = string.IsNullOrWhiteSpace(words) ? link.Address.AbsoluteUri : words;
        return (look with { Color = TextStyle.Address.Color }).Draw(text) with
        {
            SelectAction = new AdaptiveAction.OpenUrl(link.Address.AbsoluteUri),
        };
    }
}
