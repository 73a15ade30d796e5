namespace IntroBot.Playground.Html;

/// <summary>Renders the inputs of a form, each with a visible label and associated help and error.</summary>
public static class HtmlInputs
{
    /// <summary>The prefix of posted answers, so that no input can collide with a field of the page.</summary>
    public const string Prefix = "answer.";

    public static string IdOf(FormInput input) => "field-" + input.Id;

    public static HtmlFragment Of(FormInput input, OpenForm open) => input switch
    {
        FormInput.Text text => Labelled(text, open, TextBox(text, open)),
        FormInput.Choice choice => Labelled(choice, open, Select(choice, open)),
        FormInput.Choices choices => Ticks(choices, open),
        FormInput.Tags tags => Labelled(tags, open, TagBox(tags, open)),
        FormInput.Date date =>
            Labelled(date, open, HtmlFragment.Of($"""<input type="date" {Common(date, open)} value="{First(open, date, date.Value)}">""")),
        FormInput.Channel channel => Labelled(channel, open, Select(channel, open)),
        FormInput.Checkbox box => Tick(box, open),
        _ => throw new UnreachableException(),
    };

    private static HtmlFragment Labelled(FormInput input, OpenForm open, HtmlFragment control) => HtmlFragment.Of($"""
        <div class="field">
          <label for="{IdOf(input)}">{Label(input)}</label>
          {Help(input)}
          {Error(input, open)}
          {control}
        </div>
        """);

    private static HtmlFragment TextBox(FormInput.Text text, OpenForm open)
    {
        var value = First(open, text, text.Value);
        var common = HtmlFragment.Of($"""{Common(text, open)} data-least="{text.Min}" data-most="{text.Max}" dir="auto" """);
        var box = text.Multiline
            ? HtmlFragment.Of($"""<textarea {common}rows="{(text.Max > 1000 ? 10 : text.Max > 300 ? 5 : 3)}">{value}</textarea>""")
            : HtmlFragment.Of($"""<input type="text" {common}value="{value}">""");
        return HtmlFragment.Of($"""
            {box}
            <p class="count" id="{IdOf(text)}-count">{Span(text)}</p>
            """);
    }

    private static string Span(FormInput.Text text) =>
        text.Min > 1 ? $"{text.Min} to {text.Max} characters" : $"up to {text.Max} characters";

    private static HtmlFragment Select(FormInput.Choice choice, OpenForm open)
    {
        var chosen = First(open, choice, choice.Value);
        return HtmlFragment.Of($"""
            <select {Common(choice, open)}>
              <option value="">Choose …</option>
              {choice.Options.Select(option => Option(option, option.Value == chosen))}
            </select>
            """);
    }

    /// <summary>The playground has one channel.</summary>
    private static HtmlFragment Select(FormInput.Channel channel, OpenForm open)
    {
        var isChosen = First(open, channel, channel.Value) == ChatRoom.ChannelName;
        return HtmlFragment.Of($"""
            <select {Common(channel, open)}>
              <option value="">Choose …</option>
              <option value="{ChatRoom.ChannelName}"{HtmlFragment.When(isChosen, $" selected")}>#givers</option>
            </select>
            """);
    }

    private static HtmlFragment Option(FormOption option, bool chosen) => HtmlFragment.Of(
        $"""<option value="{option.Value}"{HtmlFragment.When(chosen, $" selected")}>"""
            + $"{VisibleText.Shorten(option.Label, HtmlLimits.Label)}</option>");

    /// <summary>The hidden empty value tells a question without a tick from one that was never asked.</summary>
    private static HtmlFragment Ticks(FormInput.Choices choices, OpenForm open)
    {
        var ticked = open.ValuesOf(choices.Id, choices.Values);
        return HtmlFragment.Of($"""
            <fieldset class="field" id="{IdOf(choices)}" tabindex="-1"{Start(choices, open)}{DescribedBy(choices, open)}>
              <legend>{Label(choices)}</legend>
              {Help(choices)}
              {Error(choices, open)}
              <div class="ticks">
                <input type="hidden" name="{Prefix}{choices.Id}" value="">
                {choices.Options.Select(option => OneOf(choices, open, option, ticked.Contains(option.Value)))}
              </div>
            </fieldset>
            """);
    }

    private static HtmlFragment OneOf(FormInput.Choices choices, OpenForm open, FormOption option, bool ticked)
    {
        var box = HtmlFragment.Of(
            $"""name="{Prefix}{choices.Id}" value="{option.Value}"{HtmlFragment.When(ticked, $" checked")}{Invalid(choices, open)}""");
        return HtmlFragment.Of(
            $"""<label class="tick"><input type="checkbox" {box}> {HtmlWords.Run(option.Label, HtmlLimits.Label)}</label>""");
    }

    private static HtmlFragment TagBox(FormInput.Tags tags, OpenForm open)
    {
        var typed = string.Join(", ", open.ValuesOf(tags.Id, tags.Values));
        return HtmlFragment.Of($"""
            <input type="text" {Common(tags, open)} data-tags="{tags.Max}" value="{typed}" dir="auto">
            <p class="count" id="{IdOf(tags)}-count">up to {tags.Max}, with commas between them</p>
            {HtmlFragment.When(tags.Suggestions.Length > 0, $"""
              <div class="suggestions" role="group" aria-label="Suggestions" data-for="{IdOf(tags)}" hidden>
                {tags.Suggestions.Select(Suggestion)}
              </div>
              """)}
            """);
    }

    private static HtmlFragment Suggestion(string tag) =>
        HtmlFragment.Of($"""<button type="button" class="tag" aria-pressed="false">{HtmlWords.Run(tag, HtmlLimits.Label)}</button>""");

    private static HtmlFragment Tick(FormInput.Checkbox box, OpenForm open)
    {
        var ticked = open.ValuesOf(box.Id, box.Checked ? [FormAnswers.Ticked] : []).Contains(FormAnswers.Ticked);
        var mark = HtmlFragment.When(ticked, $" checked");
        return HtmlFragment.Of($"""
            <div class="field">
              <label class="tick"><input type="checkbox" {Common(box, open)} value="{FormAnswers.Ticked}"{mark}> {Label(box)}</label>
              {Help(box)}
              {Error(box, open)}
            </div>
            """);
    }

    private static HtmlFragment Common(FormInput input, OpenForm open) => HtmlFragment.Of(
        $"""id="{IdOf(input)}" name="{Prefix}{input.Id}"{HtmlFragment.When(input.Required, $" required")}"""
            + $"{Start(input, open)}{Invalid(input, open)}{DescribedBy(input, open)}");

    private static HtmlFragment Start(FormInput input, OpenForm open) => HtmlFragment.When(open.StartsAt == input.Id, $" autofocus");

    private static HtmlFragment Label(FormInput input)
    {
        var optional = HtmlFragment.When(!input.Required, $""" <span class="optional">(optional)</span>""");
        return HtmlFragment.Of($"{HtmlWords.Run(input.Label, HtmlLimits.Label)}{optional}");
    }

    private static HtmlFragment Help(FormInput input) => HtmlFragment.When(input.Help.Length > 0,
        $"""<p class="help" id="{IdOf(input)}-help">{HtmlWords.Run(input.Help, HtmlLimits.Paragraph)}</p>""");

    private static HtmlFragment Error(FormInput input, OpenForm open) => open.Errors.TryGetValue(input.Id, out var error)
        ? HtmlFragment.Of($"""<p class="error" id="{IdOf(input)}-error">{HtmlWords.Run(error, HtmlLimits.Paragraph)}</p>""")
        : HtmlFragment.Empty;

    private static HtmlFragment Invalid(FormInput input, OpenForm open) =>
        HtmlFragment.When(open.Errors.ContainsKey(input.Id), $" aria-invalid=\"true\"");

    private static HtmlFragment DescribedBy(FormInput input, OpenForm open)
    {
        string[] ids =
        [
            .. open.Errors.ContainsKey(input.Id) ? [IdOf(input) + "-error"] : Array.Empty<string>(),
            .. input.Help.Length > 0 ? [IdOf(input) + "-help"] : Array.Empty<string>(),
            .. input is FormInput.Text or FormInput.Tags ? [IdOf(input) + "-count"] : Array.Empty<string>(),
        ];
        return HtmlFragment.When(ids.Length > 0, $" aria-describedby=\"{string.Join(' ', ids)}\"");
    }

    private static string First(OpenForm open, FormInput input, string given) => open.ValuesOf(input.Id, [given]).FirstOrDefault("");
}
