using System.Security.Cryptography;
using System.Text;

namespace IntroBot.Slack;

/// <summary>
/// Slack's way to the bot and back: a request becomes an interaction, the reply becomes the acknowledgement and what follows it. The
/// acknowledgement waits for the commit and for nothing that can come after it.
/// </summary>
internal sealed partial class SlackAdapter(
    SlackCommands commands, SlackButtons buttons, SlackForms forms, SlackEvents events, Deliveries deliveries, ILogger<SlackAdapter> logger)
{
    /// <summary>Answers a verified request; never throws.</summary>
    public async Task<SlackAnswer> AnswerAsync(SlackRequest request, CancellationToken token)
    {
        try
        {
            return request switch
            {
                SlackRequest.Verification verification => new SlackAnswer.Text(verification.Challenge),
                SlackRequest.Typed typed => await OnceAsync(typed.Command.TriggerId, () => commands.AnswerAsync(typed.Command, token)),
                SlackRequest.Acted acted => await OnceAsync(acted.Payload.TriggerId, () => AnswerAsync(acted.Payload, token)),
                SlackRequest.Happened happened when SlackEvents.MayRepeat(happened.Envelope) => await events.AnswerAsync(happened.Envelope, token),
                SlackRequest.Happened { Envelope.EventId: { Length: > 0 } id } happened =>
                    await deliveries.OnceForGoodAsync(KeyOf(id), () => events.AnswerAsync(happened.Envelope, token), token),
                SlackRequest.Happened => new SlackAnswer.Senseless(),
                SlackRequest.Other => new SlackAnswer.Empty(),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
#pragma warning disable CA1031 // Whatever went wrong here, the person hears a sentence, and Slack delivers an event again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, request.GetType().Name, failure.GetType().Name);
            return await ApologizeAsync(request, token);
        }
    }

    private Task<SlackAnswer> AnswerAsync(InteractionPayload payload, CancellationToken token) => payload.Type switch
    {
        "block_actions" => buttons.AnswerAsync(payload, token),
        "view_submission" => forms.AnswerAsync(payload, token),
        "block_suggestion" => forms.SuggestAsync(payload, token),
        "shortcut" => commands.AnswerAsync(payload, token),
        _ => Task.FromResult<SlackAnswer>(new SlackAnswer.Empty()),
    };

    /// <summary>A trigger is made for one act of one person, so that the same trigger again is the same act.</summary>
    private Task<SlackAnswer> OnceAsync(string? trigger, Func<Task<SlackAnswer>> answer) =>
        trigger is { Length: > 0 } ? deliveries.OnceAsync(trigger, answer) : answer();

    /// <summary>Events are delivered again; a person hears that it was not their fault.</summary>
    private async Task<SlackAnswer> ApologizeAsync(SlackRequest request, CancellationToken token)
    {
        try
        {
            return request switch
            {
                SlackRequest.Happened => new SlackAnswer.Failed(),
                SlackRequest.Typed => SlackAnswer.Say(AdmissionCards.Broken),
                SlackRequest.Acted { Payload: { Type: "view_submission" } payload } => SlackForms.Apologize(payload),
                SlackRequest.Acted { Payload: { Type: "block_actions" } payload } => await buttons.SayAsync(AdmissionCards.Broken, payload, token),
                _ => new SlackAnswer.Empty(),
            };
        }
#pragma warning disable CA1031 // Where not even an apology can be made, Slack's own words have to do.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new SlackAnswer.Empty();
        }
    }

    /// <summary>An id of Slack's as a key of ours, whatever stands in it.</summary>
    private static string KeyOf(string id) => id.Length <= 60 && id.All(char.IsAsciiLetterOrDigit)
        ? id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A request of Slack's could not be answered ({Request}): {Failure}")]
        public static partial void Failed(ILogger logger, string request, string failure);
    }
}
