namespace IntroBot.Slack.BlockKit;

/// <summary>Draws the inputs of a form; block and element bear the id of the input, under which its answer and its error travel.</summary>
internal static class BlockKitInputs
{
    private const string TagPlaceholder = "Type a word, or pick one";
    private static readonly ConversationFilter Channels = new(
        ["public", "private"], ExcludeExternalSharedChannels: true, ExcludeBotUsers: true);

    public static Block Of(FormInput input) => new Block.Input(
        input.Id,
        PlainTextObject.Line(input.Label, BlockKitLimits.Label),
        Element(input),
        string.IsNullOrWhiteSpace(VisibleText.Clean(input.Help)) ? null : PlainTextObject.Lines(input.Help, BlockKitLimits.Hint),
        Optional: !input.Required);

    private static BlockElement Element(FormInput input) => input switch
    {
        FormInput.Text text => Of(text),
        FormInput.Choice choice => Of(choice),
        FormInput.Choices choices => Of(choices),
        FormInput.Tags tags => new BlockElement.TagSelect(
            tags.Id,
            PlainTextObject.Line(TagPlaceholder, BlockKitLimits.ButtonText),
            MinQueryLength: 1,
            Math.Max(1, tags.Max),
            BlockKitOptions.Some(BlockKitOptions.Tags(tags.Values, Math.Max(1, tags.Max)))),
        FormInput.Date date => new BlockElement.DatePicker(date.Id, IsDay(date.Value) ? date.Value : null),
        FormInput.Checkbox box => Of(box),
        FormInput.Channel channel =>
            new BlockElement.ConversationSelect(channel.Id, Channels, SlackIds.IsChannel(channel.Value) ? channel.Value : null),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// A least length of one is what "not optional" says already. It is left to the story when nothing need be written: Slack does not tell
    /// whether it lets an empty box pass then.
    /// </summary>
    private static BlockElement.TextInput Of(FormInput.Text text)
    {
        var most = Math.Clamp(text.Max, 1, BlockKitLimits.TypedText);
        var value = text.Multiline ? VisibleText.Clean(text.Value) : VisibleText.CleanLine(text.Value);
        return new BlockElement.TextInput(
            text.Id,
            text.Multiline,
            text.Required && text.Min > 1 && text.Min <= most ? text.Min : null,
            most,
            string.IsNullOrWhiteSpace(value) ? null : VisibleText.Shorten(value, most));
    }

    private static BlockElement.Select Of(FormInput.Choice choice)
    {
        var options = BlockKitOptions.Of(choice.Options);
        return new BlockElement.Select(choice.Id, options, options.FirstOrDefault(option => option.Value == choice.Value));
    }

    private static BlockElement Of(FormInput.Choices choices)
    {
        var options = BlockKitOptions.Of(choices.Options);
        var chosen = BlockKitOptions.Some([.. options.Where(option => choices.Values.Contains(option.Value))]);
        return options.Length <= BlockKitLimits.Checkboxes
            ? new BlockElement.Checkboxes(choices.Id, options, chosen)
            : new BlockElement.MultiSelect(choices.Id, options, chosen);
    }

    private static BlockElement.Checkboxes Of(FormInput.Checkbox box)
    {
        var yes = new OptionObject(new PlainTextObject("Yes"), FormAnswers.Ticked);
        return new BlockElement.Checkboxes(box.Id, [yes], box.Checked ? [yes] : null);
    }

    private static bool IsDay(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
