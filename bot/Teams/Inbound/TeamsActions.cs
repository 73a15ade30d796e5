using System.Text.Json;
using IntroBot.Chat.Interactions;
using IntroBot.Conversation;
using IntroBot.Platforms;
using IntroBot.Teams.AdaptiveCards;

namespace IntroBot.Teams.Inbound;

/// <summary>
/// Buttons and forms on cards. Anyone who sees a card can press; whether they may act is decided by the story, and whether they are at home
/// here before that.
/// </summary>
internal sealed class TeamsActions(
    Admission admission, Dispatcher dispatcher, TeamsReplies replies, TeamsForms forms, TeamsHomeRefresher homes)
{
    public const string Name = "adaptiveCard/action";

    public async Task<InvokeResponse> AnswerAsync(Activity activity, CancellationToken token)
    {
        if (ActivityKey.Of(activity) is not { Id: var id } || ConversationReference.Of(activity) is not { } place)
        {
            return InvokeResponse.BadRequest;
        }

        switch (await admission.AdmitAsync(activity, token))
        {
            case AdmissionResult<Actor>.Admitted { Actor: var actor }:
                return await ActAsync(activity, actor, await TargetOfAsync(activity, place, actor, token), id, token);
            case AdmissionResult<Actor>.Refused closed:
                return InvokeResponse.Word(TeamsReplies.WordOf(closed.Why));
            case AdmissionResult<Actor>.Unidentified:
                return InvokeResponse.Word(TeamsReplies.WordOf(AdmissionCards.Unknown));
            default:
                return InvokeResponse.BadRequest;
        }
    }

    /// <summary>
    /// Draws a card for whoever looks at it: clients ask for that by themselves, many at once and again and again, so nothing is done by
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

    /// <summary>Whether a client asks by itself, for somebody who only looks.</summary>
    public static bool IsLook(Activity activity) =>
        activity is { Name: Name, Value: { } value } && value.Field("trigger").Text() is "automatic";

    private async Task<InvokeResponse> ActAsync(Activity activity, Actor actor, ReplyTarget target, string id, CancellationToken token)
    {
        var (verb, data) = Read(activity);
        var carried = CarriedData.Read(data);
        if (carried.Form is { } form)
        {
            return await forms.SubmitAsync(actor, target, id, form, carried.State ?? "", AdaptiveAnswers.Read(data), token);
        }

        if ((carried.Action ?? verb) is not { } action)
        {
            return InvokeResponse.BadRequest;
        }

        var pressed = new Interaction.ButtonPressed(actor.Person, actor.KeyOf(id), action, carried.Value ?? "")
        {
            IsSteward = actor.IsSteward,
            Typed = AdaptiveAnswers.Read(data),
        };
        return await replies.ShowAsync(await dispatcher.DispatchAsync(pressed, token), actor, target, pressed.IdempotencyKey, token);
    }

    private async Task<ReplyTarget> TargetOfAsync(Activity activity, ConversationReference place, Actor actor, CancellationToken token) =>
        activity.ReplyToId is { } message && await homes.IsAtAsync(actor.Tenant, actor.Id, place.Conversation, message, token)
            ? new ReplyTarget.Home()
            : new ReplyTarget.OnCard(
                place, activity.ReplyToId, activity.Conversation?.ConversationType is "personal",
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
