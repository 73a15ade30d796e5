using IntroBot.Chat;

namespace IntroBot.Teams;

/// <summary>
/// Forms sent in, from a card or a dialog. A client checks what it can;
/// the story checks again, and a form comes back with every word it held.
/// </summary>
internal sealed class TeamsForms(Dispatcher dispatcher, TeamsReplies replies)
{
    public async Task<InvokeResponse> SubmitAsync(
        Actor actor, Spot spot, string id, string form, string state, FormAnswers answers, CancellationToken token)
    {
        var sent = new Interaction.FormSubmitted(actor.Person, actor.KeyOf(id), form, state, answers) { BySteward = actor.LooksAfter };
        var reply = await dispatcher.DispatchAsync(sent, token);
        return reply is Reply.FieldErrors { Errors: var errors } && await AgainAsync(sent, token) is { } again
            ? await replies.AgainAsync(again, errors, answers, actor, spot, token)
            : await replies.ShowEndAsync(reply, actor, spot, sent.Key, token);
    }

    /// <summary>The form itself, which only its opener knows how to draw: nothing of it is kept between two presses.</summary>
    private async Task<Form?> AgainAsync(Interaction.FormSubmitted sent, CancellationToken token) =>
        FormIds.Openers.TryGetValue(sent.Form, out var opener)
            && await dispatcher.DispatchAsync(
                new Interaction.ButtonPressed(sent.From, $"{sent.Key}-again", opener, sent.State) { BySteward = sent.BySteward },
                token) is Reply.OpenForm { Form: var form }
            ? form
            : null;
}
