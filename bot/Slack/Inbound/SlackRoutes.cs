namespace IntroBot.Slack.Inbound;

/// <summary>
/// Brings every request to the part of this room that answers it, or sets it aside where Slack has to say first who acts, so that no
/// acknowledgement waits for that.
/// </summary>
internal sealed class SlackRoutes(
    SlackCommands commands, SlackButtons buttons, SlackForms forms, SlackEvents events, DeferredRequests deferred)
{
    /// <summary>
    /// Answers a request; <paramref name="mayAsk"/> tells whether Slack may be asked who acts, which no acknowledgement waits for. A modal
    /// that is sent in and a menu that is typed in cannot be answered later, so that for these Slack is asked: hardly ever, since a modal
    /// only opens for a person who is known.
    /// </summary>
    public Task<SlackAnswer> AnswerAsync(SlackRequest request, bool mayAsk, CancellationToken token) => request switch
    {
        SlackRequest.Typed { Command: var command } => commands.AnswerAsync(command, mayAsk, token),
        SlackRequest.Happened { Envelope: var envelope } => events.AnswerAsync(envelope, mayAsk, token),
        SlackRequest.Acted { Payload: { Type: "block_actions" } payload } => buttons.AnswerAsync(payload, mayAsk, token),
        SlackRequest.Acted { Payload: { Type: "shortcut" } payload } => commands.AnswerAsync(payload, mayAsk, token),
        SlackRequest.Acted { Payload: { Type: "view_submission" } payload } => forms.AnswerAsync(payload, token),
        SlackRequest.Acted { Payload: { Type: "block_suggestion" } payload } => forms.SuggestAsync(payload, token),
        SlackRequest.Acted or SlackRequest.Other => Task.FromResult<SlackAnswer>(new SlackAnswer.Empty()),
        SlackRequest.Verification { Challenge: var challenge } => Task.FromResult<SlackAnswer>(new SlackAnswer.Text(challenge)),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// A request of an unknown person is set aside under its <paramref name="id"/> and thereby known; one that cannot be set aside keeps
    /// Slack waiting, for a moment.
    /// </summary>
    public async Task<SlackAnswer> AnswerOrDeferAsync(SlackRequest request, string id, CancellationToken token)
    {
        var answer = await AnswerAsync(request, mayAsk: false, token);
        if (answer is not SlackAnswer.Unidentified unknown)
        {
            return answer;
        }

        return await deferred.KeepAsync(request, new SlackUserRef(unknown.Team, unknown.User), id, token)
            ? new SlackAnswer.Empty()
            : await AnswerAsync(request, mayAsk: true, token);
    }
}
