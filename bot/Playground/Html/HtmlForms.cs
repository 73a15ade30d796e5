using IntroBot.Playground.Page;

namespace IntroBot.Playground.Html;

/// <summary>Renders a form as HTML: a panel that works without script, and that the script turns into a dialog.</summary>
public static class HtmlForms
{
    private const string OtherForm = "form-other";

    public static HtmlFragment Of(OpenForm open, FormLocation location) => HtmlFragment.Of($"""
        <dialog open class="panel" id="form-panel" aria-labelledby="form-title">
          <form method="post" action="{PlaygroundPaths.Submit}" novalidate autocomplete="off">
            <input type="hidden" name="as" value="{location.Person}">
            <input type="hidden" name="key" value="{location.Key}">
            <input type="hidden" name="form" value="{open.Form.Id}">
            <input type="hidden" name="state" value="{open.Form.State}">
            <h2 id="form-title" tabindex="-1"{StartsAt(open, OpenForm.Heading)}>{HtmlWords.Run(open.Form.Title, HtmlLimits.Title)}</h2>
            <p class="aside kept" role="status" hidden>Here are your words from before. They are not sent yet.</p>
            {Summary(open)}
            {Preface(open.Form)}
            {open.Form.Inputs.Select(input => HtmlInputs.Of(input, open))}
            <div class="buttons">
              <button class="primary">{HtmlWords.Run(open.Form.SubmitLabel, HtmlLimits.Label)}</button>
              {OtherButton(open.Form.Other)}
              <a class="close" href="{PlaygroundPaths.PageOf(location.Person)}">Close</a>
              <noscript><p class="aside">Closing forgets what you have not sent.</p></noscript>
            </div>
          </form>
          {OtherWay(open, location)}
        </dialog>
        """);

    private static HtmlFragment Preface(Form form) => HtmlFragment.When(form.Preface.Length > 0, $"""
        <div class="preface">
          {HtmlCards.Parts(form.Preface)}
        </div>
        """);

    private static HtmlFragment Summary(OpenForm open) => HtmlFragment.When(open.Errors.Count > 0, $"""
        <div class="errors" id="form-errors" role="alert" tabindex="-1"{StartsAt(open, OpenForm.Summary)}>
          <h3>{ThingsToMend(open.Errors.Count)}</h3>
          <ul>
            {InOrder(open).Select(Line)}
          </ul>
        </div>
        """);

    private static HtmlFragment StartsAt(OpenForm open, string place) => HtmlFragment.When(open.StartsAt == place, $" autofocus");

    private static string ThingsToMend(int errors) =>
        errors == 1 ? "One thing to mend" : $"{errors.ToString(CultureInfo.InvariantCulture)} things to mend";

    /// <summary>Errors in the order of the inputs; an error without an input comes last and is about the whole form.</summary>
    private static IEnumerable<(FormInput? Input, string Error)> InOrder(OpenForm open)
    {
        var inputs = open.Form.Inputs.Where(input => open.Errors.ContainsKey(input.Id)).ToArray();
        return inputs.Select(input => ((FormInput?)input, open.Errors[input.Id])).Concat(open.Errors
            .Where(error => inputs.All(input => input.Id != error.Key))
            .OrderBy(error => error.Key, StringComparer.Ordinal)
            .Select(error => ((FormInput?)null, error.Value)));
    }

    private static HtmlFragment Line((FormInput? Input, string Error) line) => line.Input is { } input
        ? HtmlFragment.Of(
            $"""<li><a href="#{HtmlInputs.IdOf(input)}">{HtmlWords.Run(input.Label, HtmlLimits.Label)}</a>: {Sentence(line.Error)}</li>""")
        : HtmlFragment.Of($"<li>{Sentence(line.Error)}</li>");

    private static HtmlFragment Sentence(string error) => HtmlWords.Run(error, HtmlLimits.Paragraph);

    private static HtmlFragment OtherButton(CardButton? other) => other is null
        ? HtmlFragment.Empty
        : HtmlFragment.Of(
            $"""<button class="{HtmlCards.ClassOf(other.Style)}" form="{OtherForm}" formnovalidate>"""
                + $"{HtmlWords.Run(other.Label, HtmlLimits.Label)}</button>");

    /// <summary>The second button submits no answers, so it is a form of its own.</summary>
    private static HtmlFragment OtherWay(OpenForm open, FormLocation location) => open.Form.Other is not { } other
        ? HtmlFragment.Empty
        : HtmlFragment.Of($"""
            <form method="post" action="{PlaygroundPaths.Press}" id="{OtherForm}">
              <input type="hidden" name="as" value="{location.Person}">
              <input type="hidden" name="key" value="{location.Key}-other">
              <input type="hidden" name="place" value="{open.Room}">
              <input type="hidden" name="message" value="{open.Message}">
              <input type="hidden" name="action" value="{other.Action}">
              <input type="hidden" name="value" value="{other.Value}">
            </form>
            """);
}
