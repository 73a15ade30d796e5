namespace IntroBot.Teams.AdaptiveCards;

/// <summary>Draws forms, for a chat or for a dialog.</summary>
public static class AdaptiveForms
{
    /// <summary>The verb of a form that is sent in from a chat; which form it is stands in its data.</summary>
    public const string Send = "form.send";

    /// <summary>
    /// A form with a word beside each input named in <paramref name="errors"/>; what was <paramref name="typed"/> stands in place of the
    /// form's own values, and is nothing when the form is shown for the first time.
    /// <paramref name="channels"/> are those that can be chosen.
    /// </summary>
    public static TitledCard Of(
        Form form, FormLocation seat, IReadOnlyDictionary<string, string> errors, FormAnswers? typed, IReadOnlyList<ChannelOption> channels)
    {
        var content = new FormContent(errors, typed, channels);
        var inDialog = seat == FormLocation.InDialog;
        var actions = Actions(form, seat);
        ImmutableArray<AdaptiveElement> title = inDialog && AdaptiveCardRenderer.FitsTheBar(form.Title) ? []
            : [AdaptiveTitles.Of(form.Title)];
        ImmutableArray<AdaptiveElement> head = [.. title, .. Errors(form, errors)];
        ImmutableArray<AdaptiveElement> inputs = [.. form.Inputs.SelectMany(input => AdaptiveInputs.Of(input, content))];
        ImmutableArray<AdaptiveElement> foot = [.. inputs, .. inDialog ? [] : AdaptiveActions.Rows(actions), .. NotKept(form)];
        var frame = new AdaptiveCard([.. head, .. foot], inDialog ? [.. actions.Select(each => each.Action)] : null);
        var preface = AdaptiveParts.Of(form.Preface, AdaptiveLimits.CardLength - AdaptiveJson.LengthOf(frame));
        return new TitledCard(AdaptiveCardRenderer.Bar(form.Title), frame with { Body = [.. head, .. preface, .. foot] });
    }

    /// <summary>What there is to mend, in one line above the form; words that name no input stand whole below it.</summary>
    private static IEnumerable<AdaptiveElement> Errors(Form form, IReadOnlyDictionary<string, string> errors)
    {
        var others = errors.Where(error => form.Inputs.All(input => input.Id != error.Key))
            .OrderBy(error => error.Key, StringComparer.Ordinal).ToArray();
        return others.Select(error => error.Value)
            .Where(words => !AdaptiveText.IsBlank(words))
            .Prepend(others.Length < errors.Count ? FormWords.ToMend : null)
            .OfType<string>()
            .Select(words => AdaptiveLines.Of(words, AdaptiveLimits.Hint, TextStyle.Plain with { Color = TextStyle.Wrong.Color }));
    }

    private static IEnumerable<AdaptiveElement> NotKept(Form form) =>
        form.Other is { Label: var label }
            ? [AdaptiveLines.Of(FormWords.NotKept(label), AdaptiveLimits.Hint, TextStyle.Quiet) with { Spacing = "small" }]
            : [];

    private static ImmutableArray<(string Title, AdaptiveAction Action)> Actions(Form form, FormLocation seat)
    {
        var many = form.Inputs.OfType<FormInput.Choices>().Select(input => input.Id).ToImmutableArray();
        bool? onForm = seat == FormLocation.InChat ? true : null;
        var answered = new CarriedData { Form = form.Id, State = form.State, Many = many.IsEmpty ? null : many, OnForm = onForm };
        var send = Action(seat, form.SubmitLabel, Send, answered, ButtonStyle.Primary);
        if (form.Other is not { } other)
        {
            return [send];
        }

        var instead = new CarriedData { Action = other.Action, Value = other.Value, OnForm = onForm };
        return [send, Action(seat, other.Label, other.Action, instead, other.Style, inputs: "none")];
    }

    private static (string Title, AdaptiveAction Action) Action(
        FormLocation seat, string label, string verb, CarriedData carried, ButtonStyle style, string? inputs = null)
    {
        var (title, data) = (AdaptiveActions.Title(label), new ActionData(carried));
        return (title, seat switch
        {
            FormLocation.InChat =>
                new AdaptiveAction.Execute(title, verb, data) { Style = AdaptiveActions.StyleOf(style), AssociatedInputs = inputs },
            FormLocation.InDialog =>
                new AdaptiveAction.Submit(title, data) { Style = AdaptiveActions.StyleOf(style), AssociatedInputs = inputs },
            _ => throw new UnreachableException(),
        });
    }
}
