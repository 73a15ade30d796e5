using System.Collections.Immutable;
using System.Diagnostics;
using IntroBot.Chat;

namespace IntroBot.Teams;

/// <summary>Draws forms, for a chat or for a dialog.</summary>
public static class AdaptiveForms
{
    /// <summary>The verb of a form that is sent in from a chat; which form it is stands in its data.</summary>
    public const string Send = "form.send";

    /// <summary>
    /// A form with a word beside each input named in <paramref name="errors"/>; what was <paramref name="typed"/> stands in place of the form's own
    /// values, and is nothing when the form is shown for the first time. <paramref name="channels"/> are those that can be chosen.
    /// </summary>
    public static TitledCard Of(
        Form form, FormSeat seat, IReadOnlyDictionary<string, string> errors, FormAnswers? typed, IReadOnlyList<ChannelOption> channels)
    {
        var content = new FormContent(errors, typed, channels);
        var inDialog = seat == FormSeat.InDialog;
        var actions = Actions(form, seat);
        ImmutableArray<AdaptiveElement> head = [.. inDialog && AdaptiveCards.FitsTheBar(form.Title) ? [] : new[] { AdaptiveTitles.Of(form.Title) }, .. Errors(form, errors)];
        ImmutableArray<AdaptiveElement> foot = [.. form.Inputs.SelectMany(input => AdaptiveInputs.Of(input, content)), .. inDialog ? [] : AdaptiveActions.Rows(actions)];
        var frame = new AdaptiveCard([.. head, .. foot], inDialog ? [.. actions.Select(each => each.Action)] : null);
        var preface = AdaptiveParts.Of(form.Preface, AdaptiveLimits.CardLength - AdaptiveJson.LengthOf(frame));
        return new TitledCard(AdaptiveCards.Bar(form.Title), frame with { Body = [.. head, .. preface, .. foot] });
    }

    /// <summary>What there is to mend, in one line above the form; words that name no input stand whole below it.</summary>
    private static IEnumerable<AdaptiveElement> Errors(Form form, IReadOnlyDictionary<string, string> errors)
    {
        if (errors.Keys.Any(id => form.Inputs.Any(input => input.Id == id)))
        {
            yield return AdaptiveLines.Of(FormWords.ToMend, AdaptiveLimits.Hint, TextLook.Plain with { Color = TextLook.Wrong.Color });
        }

        foreach (var (_, error) in errors.Where(error => form.Inputs.All(input => input.Id != error.Key)).OrderBy(error => error.Key, StringComparer.Ordinal)
            .Where(error => !string.IsNullOrWhiteSpace(VisibleText.Clean(error.Value))))
        {
            yield return AdaptiveLines.Of(error, AdaptiveLimits.Hint, TextLook.Plain with { Color = TextLook.Wrong.Color });
        }
    }

    private static ImmutableArray<(string Title, AdaptiveAction Action)> Actions(Form form, FormSeat seat)
    {
        var many = form.Inputs.OfType<FormInput.Choices>().Select(input => input.Id).ToImmutableArray();
        var send = Action(seat, form.SubmitLabel, Send, new CarriedData { Form = form.Id, State = form.State, Many = many.IsEmpty ? null : many }, ButtonStyle.Primary);
        return form.Other is { } other
            ? [send, Action(seat, other.Label, other.Action, new CarriedData { Action = other.Action, Value = other.Value }, other.Style, inputs: "none")]
            : [send];
    }

    private static (string Title, AdaptiveAction Action) Action(
        FormSeat seat, string label, string verb, CarriedData carried, ButtonStyle style, string? inputs = null)
    {
        var (title, data) = (AdaptiveActions.Title(label), new ActionData(carried));
        return (title, seat switch
        {
            FormSeat.InChat => new AdaptiveAction.Execute(title, verb, data) { Style = AdaptiveActions.StyleOf(style), AssociatedInputs = inputs },
            FormSeat.InDialog => new AdaptiveAction.Submit(title, data) { Style = AdaptiveActions.StyleOf(style), AssociatedInputs = inputs },
            _ => throw new UnreachableException(),
        });
    }
}
