namespace IntroBot.Teams.Inbound;

/// <summary>Brings every activity to the part of this room that answers it.</summary>
internal sealed class TeamsRoutes(TeamsMessages messages, TeamsActions actions, TeamsDialogs dialogs, MembershipEvents membership)
{
    private const string Extension = "composeExtension/";

    /// <summary>Whether it comes from a message extension, which the person may use in a conversation that the bot is not in.</summary>
    public static bool IsExtension(Activity activity) => activity.Name?.StartsWith(Extension, StringComparison.Ordinal) is true;

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
