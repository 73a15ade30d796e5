using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Teams.AdaptiveCards;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Buttons and forms on cards. Anyone who sees a card can press; whether they may act is decided by the story, and whether they are at home
/// here before that.
/// </summary>
internal sealed class TeamsActions(TeamsTurn turn, Admission admission, Dispatcher dispatcher, TeamsHomeRefresher homes)
{
    public const string Name = "adaptiveCard/action";

    public async Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token)
    {
        if (ActivityKey.Of(activity) is not { Id: var id } || ConversationReference.Of(activity) is not { } place)
        {
            return InvokeResponse.BadRequest;
        }

        var (verb, data) = Read(activity);
        if (CarriedData.Read(data) is { Form: null, Action: null } && verb is null)
        {
            return InvokeResponse.BadRequest;
        }

        return await turn.RunAsync(
            activity,
            async actor => new TeamsAct(
                new TurnStep.Dispatch(InteractionOf(actor, actor.KeyOf(id), verb, data)),
                await TargetOfAsync(activity, place, actor, token)),
            token);
    }

    /// <summary>A form that is sent in, or else a button; what it carries is ours, what is typed is not.</summary>
    public static Interaction InteractionOf(Actor actor, string key, string? verb, JsonElement data)
    {
        var (carried, typed) = (CarriedData.Read(data), AdaptiveAnswers.Read(data));
        return carried.Form is { } form
            ? new Interaction.FormSubmitted(actor.Person, key, form, carried.State ?? "", typed)
            : new Interaction.ButtonPressed(actor.Person, key, carried.Action ?? verb ?? "", carried.Value ?? "") { Typed = typed };
    }

    /// <summary>
    /// Draws a card for its reader: clients ask for that by themselves, many at once and again and again, so nothing is done by
    /// it, written, or asked of Teams.
    /// </summary>
    public async Task<InvokeResponse> LookAsync(Activity activity, CancellationToken token)
    {
        var (verb, data) = Read(activity);
        if (verb is not ActionIds.ShowOffer || await admission.RecallAsync(activity, token) is not { } actor)
        {
            return TeamsReplies.Done;
        }

        var looked = new Interaction.ButtonPressed(actor.Person, actor.KeyOf(activity), verb, CarriedData.Read(data).Value ?? "");
        return await dispatcher.DispatchAsync(looked, token) is Reply.Replace { Card: var card }
            ? InvokeResponse.Card(AdaptiveCardRenderer.ThroughGate(card, actor.Member))
            : TeamsReplies.Done;
    }

    /// <summary>Whether a client asks by itself, for a person who only reads.</summary>
    public static bool IsLook(Activity activity) =>
        activity is { Name: Name, Value: { } value } && value.Field("trigger").Text() is "automatic";

    private async Task<ReplyTarget> TargetOfAsync(Activity activity, ConversationReference place, Actor actor, CancellationToken token) =>
        activity.ReplyToId is { } message && await homes.IsAtAsync(actor.User, place.Conversation, message, token)
            ? new ReplyTarget.Home()
            : new ReplyTarget.OnCard(
                place, activity.ReplyToId, activity.Kind == ConversationKind.Personal,
                IsForm: CarriedData.Read(Read(activity).Data).OnForm is true);

    /// <summary>An execute wraps its data in an action with a verb; a submit is its data.</summary>
    private static (string? Verb, JsonElement Data) Read(Activity activity) => activity.Value switch
    {
        null => default,
        { } value when value.Field("action") is { ValueKind: JsonValueKind.Object } action =>
            (action.Field("verb").Text(), action.Field("data")),
        { } value => (null, value),
    };
}
