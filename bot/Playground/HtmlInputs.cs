using System.Diagnostics;
using IntroBot.Chat;

namespace IntroBot.Playground;

/// <summary>Draws the inputs of a form, each with a visible label, its help and its error tied to it.</summary>
public static class HtmlInputs
{
    /// <summary>Answers are posted under this prefix, so that no input can pass for a field of the page.</summary>
    public const string Prefix = "answer.";

    public static string IdOf(FormInput input) => "field-" + input.Id;

    public static Html Of(FormInput input, OpenForm open) => input switch
    {
        FormInput.Text text => Labelled(text, open, TextBox(text, open)),
        FormInput.Choice choice => Labelled(choice, open, Select(choice, open)),
        FormInput.Choices choices => Ticks(choices, open),
        FormInput.Tags tags => Labelled(tags, open, TagBox(tags, open)),
        FormInput.Date date =>
            Labelled(date, open, Html.Of($"""<input type="date" {Common(date, open)} value="{First(open, date, date.Value)}">""")),
        FormInput.Channel channel => Labelled(channel, open, Select(channel, open)),
        FormInput.Checkbox box => Tick(box, open),
        _ => throw new UnreachableException(),
    };

    private static Html Labelled(FormInput input, OpenForm open, Html control) => Html.Of($"""
        <div class="field">
          <label for="{IdOf(input)}">{Label(input)}</label>
          {Help(input)}
          {Error(input, open)}
          {control}
        </div>
        """);

    private static Html TextBox(FormInput.Text text, OpenForm open)
    {
        var value = First(open, text, text.Value);
        var common = Html.Of($"""{Common(text, open)} data-least="{text.Min}" data-most="{text.Max}" dir="auto" """);
        var box = text.Multiline
            ? Html.Of($"""<textarea {common}rows="{(text.Max > 1000 ? 10 : text.Max > 300 ? 5 : 3)}">{value}</textarea>""")
            : Html.Of($"""<input type="text" {common}value="{value}">""");
        return Html.Of($"""
            {box}
            <p class="count" id="{IdOf(text)}-count">{Span(text)}</p>
            """);
    }

    private static string Span(FormInput.Text text) =>
        text.Min > 1 ? $"{text.Min} to {text.Max} characters" : $"up to {text.Max} characters";

    private static Html Select(FormInput.Choice choice, OpenForm open)
    {
        var chosen = First(open, choice, choice.Value);
        return Html.Of($"""
            <select {Common(choice, open)}>
              <option value="">Choose …</option>
              {choice.Options.Select(option => Option(option, option.Value == chosen))}
            </select>
            """);
    }

    /// <summary>The playground has one channel.</summary>
    private static Html Select(FormInput.Channel channel, OpenForm open)
    {
        var isChosen = First(open, channel, channel.Value) == Place.ChannelName;
        return Html.Of($"""
            <select {Common(channel, open)}>
              <option value="">Choose …</option>
              <option value="{Place.ChannelName}"{Html.When(isChosen, $" selected")}>#givers</option>
            </select>
            """);
    }

    private static Html Option(FormOption option, bool chosen) => Html.Of(
        $"""<option value="{option.Value}"{Html.When(chosen, $" selected")}>"""
            + $"{VisibleText.Shorten(option.Label, HtmlLimits.Label)}</option>");

    private static Html Ticks(FormInput.Choices choices, OpenForm open)
    {
        var ticked = open.ValuesOf(choices.Id, choices.Values);
        return Html.Of($"""
            <fieldset class="field" id="{IdOf(choices)}" tabindex="-1"{Start(choices, open)}{DescribedBy(choices, open)}>
              <legend>{Label(choices)}</legend>
              {Help(choices)}
              {Error(choices, open)}
              <div class="ticks">
                {choices.Options.Select(option => OneOf(choices, open, option, ticked.Contains(option.Value)))}
              </div>
            </fieldset>
            """);
    }

    private static Html OneOf(FormInput.Choices choices, OpenForm open, FormOption option, bool ticked)
    {
        var box = Html.Of(
            $"""name="{Prefix}{choices.Id}" value="{option.Value}"{Html.When(ticked, $" checked")}{Invalid(choices, open)}""");
        return Html.Of($"""<label class="tick"><input type="checkbox" {box}> {HtmlWords.Run(option.Label, HtmlLimits.Label)}</label>""");
    }

    private static Html TagBox(FormInput.Tags tags, OpenForm open)
    {
        var typed = string.Join(", ", open.ValuesOf(tags.Id, tags.Values));
        return Html.Of($"""
            <input type="text" {Common(tags, open)} data-tags="{tags.Most}" value="{typed}" dir="auto">
            <p class="count" id="{IdOf(tags)}-count">up to {tags.Most}, with commas between them</p>
            {Html.When(tags.Suggestions.Length > 0, $"""
              <div class="suggestions" role="group" aria-label="Suggestions" data-for="{IdOf(tags)}" hidden>
                {tags.Suggestions.Select(Suggestion)}
              </div>
              """)}
            """);
    }

    private static Html Suggestion(string tag) =>
        Html.Of($"""<button type="button" class="tag" aria-pressed="false">{HtmlWords.Run(tag, HtmlLimits.Label)}</button>""");

    private static Html Tick(FormInput.Checkbox box, OpenForm open)
    {
        var ticked = open.ValuesOf(box.Id, box.Checked ? [FormAnswers.Ticked] : []).Contains(FormAnswers.Ticked);
        var mark = Html.When(ticked, $" checked");
        return Html.Of($"""
            <div class="field">
              <label class="tick"><input type="checkbox" {Common(box, open)} value="{FormAnswers.Ticked}"{mark}> {Label(box)}</label>
              {Help(box)}
              {Error(box, open)}
            </div>
            """);
    }

    private static Html Common(FormInput input, OpenForm open) => Html.Of(
        $"""id="{IdOf(input)}" name="{Prefix}{input.Id}"{Html.When(input.Required, $" required")}"""
            + $"{Start(input, open)}{Invalid(input, open)}{DescribedBy(input, open)}");

    private static Html Start(FormInput input, OpenForm open) => Html.When(open.StartsAt == input.Id, $" autofocus");

    private static Html Label(FormInput input)
    {
        var optional = Html.When(!input.Required, $""" <span class="optional">(optional)</span>""");
        return Html.Of($"{HtmlWords.Run(input.Label, HtmlLimits.Label)}{optional}");
    }

    private static Html Help(FormInput input) => Html.When(input.Help.Length > 0,
        $"""<p class="help" id="{IdOf(input)}-help">{HtmlWords.Run(input.Help, HtmlLimits.Paragraph)}</p>""");

    private static Html Error(FormInput input, OpenForm open) => open.Errors.TryGetValue(input.Id, out var error)
        ? Html.Of($"""<p class="error" id="{IdOf(input)}-error">{HtmlWords.Run(error, HtmlLimits.Paragraph)}</p>""")
        : Html.Empty;

    private static Html Invalid(FormInput input, OpenForm open) => Html.When(open.Errors.ContainsKey(input.Id), $" aria-invalid=\"true\"");

    private static Html DescribedBy(FormInput input, OpenForm open)
    {
        string[] ids =
        [
            .. open.Errors.ContainsKey(input.Id) ? [IdOf(input) + "-error"] : Array.Empty<string>(),
            .. input.Help.Length > 0 ? [IdOf(input) + "-help"] : Array.Empty<string>(),
            .. input is FormInput.Text or FormInput.Tags ? [IdOf(input) + "-count"] : Array.Empty<string>(),
        ];
        return Html.When(ids.Length > 0, $" aria-describedby=\"{string.Join(' ', ids)}\"");
    }

    private static string First(OpenForm open, FormInput input, string given) => open.ValuesOf(input.Id, [given]).FirstOrDefault("");
}
