using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Conversation;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Forms sent in, from a card or a dialog. A client checks what it can;
/// the story checks again, and a form comes back with every word it held.
/// </summary>
internal sealed class TeamsForms(Dispatcher dispatcher, TeamsReplies replies)
{
    public async Task<InvokeResponse> SubmitAsync(
        Actor actor, ReplyTarget target, string id, string form, string state, FormAnswers answers, CancellationToken token)
    {
        var sent = new Interaction.FormSubmitted(actor.Person, actor.KeyOf(id), form, state, answers) { IsSteward = actor.IsSteward };
        var reply = await dispatcher.DispatchAsync(sent, token);
        return reply is Reply.FieldErrors { Errors: var errors } && await AgainAsync(sent, token) is { } again
            ? await replies.AgainAsync(again, errors, answers, actor, target, token)
            : await replies.ShowEndAsync(reply, actor, target, sent.IdempotencyKey, token);
    }

    /// <summary>The form itself, which only its opener knows how to draw: nothing of it is kept between two presses.</summary>
    private async Task<Form?> AgainAsync(Interaction.FormSubmitted sent, CancellationToken token) =>
        FormIds.Openers.TryGetValue(sent.Form, out var opener)
            && await dispatcher.DispatchAsync(
                new Interaction.ButtonPressed(sent.From, $"{sent.IdempotencyKey}-again", opener, sent.State) { IsSteward = sent.IsSteward },
                token) is Reply.OpenForm { Form: var form }
            ? form
            : null;
}
