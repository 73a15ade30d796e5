namespace IntroBot.Slack.BlockKit;

/// <summary>
/// Text that Slack shows as it is: no mrkdwn, no emoji codes, nothing to escape
/// (https://docs.slack.dev/reference/block-kit/composition-objects/text-object).
/// </summary>
public sealed record PlainTextObject(string Text, bool Emoji = false)
{
    [JsonPropertyOrder(-1)]
    public string Type => "plain_text";

    /// <summary>One line, shortened visibly; where nothing can be seen stands a mark, since Slack refuses empty text.</summary>
    public static PlainTextObject Line(string words, int most) => new(VisibleText.ShortenLine(OrAMark(VisibleText.CleanLine(words)), most));

    /// <summary>Lines of words, shortened visibly.</summary>
    public static PlainTextObject Lines(string words, int most) => new(VisibleText.Shorten(OrAMark(VisibleText.Clean(words)), most));

    private static string OrAMark(string clean) => clean.Trim() is { Length: > 0 } words ? words : "…";
}

/// <summary>
/// One option of a select or one box to tick (https://docs.slack.dev/reference/block-kit/composition-objects/option-object).
/// </summary>
public sealed record OptionObject(PlainTextObject Text, string Value);

/// <summary>
/// Which conversations can be chosen (https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object).
/// </summary>
public sealed record ConversationFilter(ImmutableArray<string> Include, bool ExcludeExternalSharedChannels, bool ExcludeBotUsers);

/// <summary>Suggestions while a person types into a select.</summary>
public sealed record OptionsAnswer(ImmutableArray<OptionObject> Options);

/// <summary>A modal or a home (https://docs.slack.dev/reference/views); a home has blocks only.</summary>
public sealed record View(
    string Type,
    string? CallbackId,
    string? PrivateMetadata,
    PlainTextObject? Title,
    PlainTextObject? Submit,
    PlainTextObject? Close,
    ImmutableArray<Block> Blocks);
