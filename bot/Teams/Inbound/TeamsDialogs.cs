using IntroBot.Platforms;
using IntroBot.Teams.AdaptiveCards;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// The ask as a dialog, from the box in which people write to each other: no other person sees that it was opened;
/// <see href="https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/define-action-command"/>.
/// </summary>
internal sealed class TeamsDialogs(TeamsTurn turn)
{
    /// <summary>The one command, as the manifest names it.</summary>
    public const string Command = "intro";

    public Task<InvokeResponse> OpenAsync(Activity activity, CancellationToken token) =>
        RunAsync(
            activity,
            (actor, key) => new TurnStep.Dispatch(new Interaction.CommandTyped(actor.Person, key, "", [])),
            token);

    public Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token)
    {
        var data = activity.Value is { } value ? value.Field("data") : default;
        return RunAsync(
            activity,
            (actor, key) => CarriedData.Read(data) is { Form: null, Action: null }
                ? new TurnStep.Handled()
                : new TurnStep.Dispatch(TeamsActions.InteractionOf(actor, key, verb: null, data)),
            token);
    }

    private Task<InvokeResponse> RunAsync(Activity activity, Func<Actor, string, TurnStep> read, CancellationToken token) =>
        ActivityKey.Of(activity) is { Id: var id }
            ? turn.RunAsync(
                activity, actor => Task.FromResult(new TeamsAct(read(actor, actor.KeyOf(id)), new ReplyTarget.Dialog())), token)
            : Task.FromResult(InvokeResponse.BadRequest);
}
