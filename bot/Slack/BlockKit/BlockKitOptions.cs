namespace IntroBot.Slack.BlockKit;

/// <summary>Draws options: those of a choice, which are ours, and tags, which are people's words and mean what they say.</summary>
public static class BlockKitOptions
{
    /// <summary>Suggestions while a person types, best first.</summary>
    public static OptionsAnswer Suggest(ImmutableArray<string> tags) => new(Tags(tags, BlockKitLimits.Options));

    internal static ImmutableArray<OptionObject> Of(ImmutableArray<FormOption> options) =>
        [.. options.Select(option => new OptionObject(PlainTextObject.Line(option.Label, BlockKitLimits.Option), option.Value))];

    internal static ImmutableArray<OptionObject> Tags(ImmutableArray<string> tags, int most) =>
        [.. tags.Select(tag => VisibleText.CleanLine(tag).Trim())
            .Where(tag => tag.Length > 0)
            .Select(tag => PlainTextObject.Line(tag, BlockKitLimits.Option))
            .Distinct()
            .Take(most)
            .Select(tag => new OptionObject(tag, tag.Text))];

    /// <summary>Nothing at all where nothing is chosen: Slack refuses an empty list.</summary>
    internal static ImmutableArray<OptionObject>? Some(ImmutableArray<OptionObject> chosen) => chosen.IsEmpty ? null : chosen;
}
