namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Draws the inputs of a form, each with its error and its help below it; its answer comes back under its own id.</summary>
internal static class AdaptiveInputs
{
    public static IEnumerable<AdaptiveElement> Of(FormInput input, FormContent content)
    {
        yield return WithRoom(Element(input, content)) with { Spacing = "large" };
        if (content.Errors.TryGetValue(input.Id, out var error) && !AdaptiveText.IsBlank(error))
        {
            yield return Below(error, TextStyle.Wrong);
        }

        if (!AdaptiveText.IsBlank(input.Help))
        {
            yield return Below(input.Help, TextStyle.Quiet);
        }

        if (input is FormInput.Tags { Suggestions: { IsEmpty: false } known })
        {
            yield return Below(FormWords.Known(known), TextStyle.Quiet);
        }
    }

    public static string Label(string words) => AdaptiveText.Line(words, AdaptiveLimits.Label);

    /// <summary>
    /// A client shows three lines of a box:
    /// one that begins with more is made as high as a note is long, so that it is read before it is sent.
    /// </summary>
    private static AdaptiveElement WithRoom(AdaptiveElement element) =>
        element is AdaptiveElement.TextInput { IsMultiline: true, Value.Length: > AdaptiveLimits.ThreeLines } box
            ? new AdaptiveElement.Container([box with { Height = "stretch" }]) { MinHeight = AdaptiveLimits.HeightOfNote }
            : element;

    private static AdaptiveElement Element(FormInput input, FormContent content) => input switch
    {
        FormInput.Text text => Of(text, content),
        FormInput.Choice choice => AdaptiveChoices.Of(choice, content),
        FormInput.Choices choices => AdaptiveChoices.Of(choices, content),
        FormInput.Tags tags => Of(tags, content),
        FormInput.Date date => Of(date, content),
        FormInput.Channel channel => AdaptiveChoices.Of(channel, content),
        FormInput.Checkbox box => new AdaptiveElement.Toggle(box.Id, Label(box.Label), FormWords.Yes, FormAnswers.Ticked)
        {
            IsRequired = Need(box),
            ErrorMessage = box.Required ? FormWords.NeedsTick : null,
            Value = content.ValueOf(box, box.Checked ? FormAnswers.Ticked : "") == FormAnswers.Ticked ? FormAnswers.Ticked : null,
        },
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The least length is a pattern, in which any letter counts, a line break too, and nothing at all is left to <c>isRequired</c>.
    /// JavaScript, Java and ICU read it alike.
    /// </summary>
    private static AdaptiveElement.TextInput Of(FormInput.Text text, FormContent content)
    {
        var most = Math.Clamp(text.Max, 1, AdaptiveLimits.TypedText);
        var value = content.ValueOf(text, text.Value);
        value = text.Multiline ? VisibleText.Clean(value) : VisibleText.CleanLine(value);
        var least = text.Min > 1 && text.Min <= most ? text.Min : (int?)null;
        return new AdaptiveElement.TextInput(text.Id, Label(text.Label))
        {
            IsRequired = Need(text),
            ErrorMessage = least is { } wanted ? FormWords.TooShort(wanted) : text.Required ? FormWords.NeedsWords : null,
            IsMultiline = text.Multiline ? true : null,
            MaxLength = most,
            Regex = least is null ? null : string.Create(CultureInfo.InvariantCulture, $@"^([\s\S]{{{least},}})?$"),
            Value = Begun(value, content.Typed is null ? most : MoreThan(most)),
        };
    }

    private static AdaptiveElement.TextInput Of(FormInput.Tags tags, FormContent content)
    {
        var (most, length) = (Math.Max(1, tags.Max), Math.Min(Math.Max(1, tags.Max) * AdaptiveLimits.Tag, AdaptiveLimits.TypedText));
        var value = string.Join(", ", content.ValuesOf(tags, tags.Values).Select(tag => tag.Trim()).Where(tag => tag.Length > 0));
        return new AdaptiveElement.TextInput(tags.Id, Label(tags.Label))
        {
            IsRequired = Need(tags),
            ErrorMessage = tags.Required ? FormWords.NeedsTags : null,
            MaxLength = length,
            Placeholder = FormWords.TagsApart(most),
            Value = Begun(VisibleText.CleanLine(value), MoreThan(length)),
        };
    }

    private static AdaptiveElement.DateInput Of(FormInput.Date date, FormContent content)
    {
        var value = content.ValueOf(date, date.Value);
        return new AdaptiveElement.DateInput(date.Id, Label(date.Label))
        {
            IsRequired = Need(date),
            ErrorMessage = date.Required ? FormWords.NeedsDay : null,
            Value = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null,
        };
    }

    private static string? Begun(string value, int most) => string.IsNullOrWhiteSpace(value) ? null : VisibleText.Shorten(value, most);

    /// <summary>Room for words that came in longer than they may be, so that they can be shortened.</summary>
    private static int MoreThan(int most) => Math.Min(2 * most, AdaptiveLimits.TypedText);

    private static AdaptiveElement Below(string words, TextStyle look) =>
        AdaptiveLines.Of(words, AdaptiveLimits.Hint, look) with { Spacing = "small" };

    private static bool? Need(FormInput input) => input.Required ? true : null;
}
