using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>
/// Words in the bot's own chat, and where it was mentioned or chosen from a menu; answered privately wherever others read along.
/// </summary>
internal sealed class TeamsMessages(
    Admission admission, TeamsHearing hearing, Dispatcher dispatcher,
    TeamsReplies replies, TeamsActions actions, TeamsHomes homes, TeamsDoorstep doorstep)
{
    /// <summary>Elsewhere the home has a place of its own; here it is a message that others have pushed up.</summary>
    public const string HomeWord = "home";

    private const int LongestText = 12_000;

    public async Task<InvokeResponse> HearAsync(Activity activity, CancellationToken token)
    {
        if (string.IsNullOrEmpty(activity.Text) && activity.Value is not null)
        {
            // The button of a client that knows no Action.Execute says its data without a word.
            return await actions.AnswerAsync(activity, token);
        }

        switch (await admission.AdmitAsync(activity, token))
        {
            case Entry<Actor>.Open { Actor: var actor }:
                return await AnswerAsync(activity, actor, SpotOf(activity), token);
            case Entry<Actor>.Closed closed:
                doorstep.Say(activity, closed.Why);
                return InvokeResponse.Ok;
            case Entry<Actor>.NotNow:
                doorstep.Say(activity, AdmissionCards.Unknown);
                return InvokeResponse.Ok;
            default:
                return InvokeResponse.Ok;
        }
    }

    private async Task<InvokeResponse> AnswerAsync(Activity activity, Actor actor, Spot spot, CancellationToken token)
    {
        if (activity.Text is { Length: > LongestText })
        {
            return await replies.SayAsync(AdmissionCards.TooLong, actor, spot, activity.Id!, token);
        }

        if (spot is Spot.Chat && activity.Text?.Trim() is { } word && word.Equals(HomeWord, StringComparison.OrdinalIgnoreCase))
        {
            await homes.BringDownAsync(actor.Tenant, actor.Id, token);
            return InvokeResponse.Ok;
        }

        var said = await hearing.ReadAsync(activity, actor, spot, token);
        return await replies.ShowAsync(await dispatcher.DispatchAsync(said, token), actor, spot, said.Key, token);
    }

    private static Spot SpotOf(Activity activity) =>
        activity.Conversation?.ConversationType is "personal" || ConversationReference.Of(activity) is not { } place
            ? new Spot.Chat()
            : new Spot.Mention(place, activity.Recipient?.IsTargeted is true ? null : activity.Id);
}
