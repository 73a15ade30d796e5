namespace IntroBot.Teams.Inbound;

/// <summary>Brings every activity to the part of this room that answers it.</summary>
internal sealed class TeamsRoutes(TeamsMessages messages, TeamsActions actions, TeamsDialogs dialogs, MembershipEvents membership)
{
    public Task<InvokeResponse> LookAsync(Activity activity, CancellationToken token) => actions.LookAsync(activity, token);

    public Task<InvokeResponse> HearAsync(Activity activity, CancellationToken token) => messages.HearAsync(activity, token);

    public Task<InvokeResponse> WelcomeAsync(Activity activity, CancellationToken token) => membership.AnswerAsync(activity, token);

    public Task<InvokeResponse> InvokeAsync(Activity activity, CancellationToken token) => activity.Name switch
    {
        TeamsActions.Name => actions.AnswerAsync(activity, token),
        "composeExtension/fetchTask" => dialogs.OpenAsync(activity, token),
        "composeExtension/submitAction" or "task/submit" => dialogs.AnswerAsync(activity, token),
        _ => Task.FromResult(InvokeResponse.NotImplemented),
    };
}
