namespace IntroBot.Slack.Inbound;

/// <summary>What a person reads where their request failed, which is never their fault.</summary>
internal sealed class SlackApologies(SlackButtons buttons)
{
    /// <summary>Never throws; events are delivered again, so that they need no words.</summary>
    public async Task<SlackAnswer> AnswerAsync(SlackRequest request, Card why, CancellationToken token)
    {
        try
        {
            return request switch
            {
                SlackRequest.Happened => new SlackAnswer.Failed(),
                SlackRequest.Typed => SlackAnswer.Say(why),
                SlackRequest.Acted { Payload: { Type: "view_submission" } payload } => SlackForms.Apologize(payload),
                SlackRequest.Acted { Payload: { Type: "block_actions" or "shortcut" } payload } =>
                    await buttons.SayAsync(why, payload, token),
                SlackRequest.Acted or SlackRequest.Verification or SlackRequest.Other => new SlackAnswer.Empty(),
                _ => throw new UnreachableException(),
            };
        }
#pragma warning disable CA1031 // Where not even an apology can be made, Slack's own words have to do.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new SlackAnswer.Empty();
        }
    }
}
