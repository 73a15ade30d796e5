using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>
/// Clicks, on messages, in modals and at home. Anyone who sees a message can click, also people of other workspaces; whether they may act
/// is decided by the story, and whether they are at home here before that.
/// </summary>
internal sealed class SlackButtons(Admission admission, Dispatcher dispatcher, SlackSpeech speech, SlackChats chats, SlackHomes homes, ResponseUrls urls, Afterwards afterwards)
{
    private const string Button = "button";
    private const int LongestValue = 2000;

    public async Task<SlackAnswer> AnswerAsync(InteractionPayload payload, CancellationToken token)
    {
        if (payload is not { TriggerId: { Length: > 0 } trigger, Actions: [{ ActionId: { } actionId } action, ..] } || action.Value is { Length: > LongestValue })
        {
            return new SlackAnswer.Senseless();
        }

        if (action.Type is not (null or Button))
        {
            // An input that tells of every change: what it holds is read when the form is sent in.
            return new SlackAnswer.Empty();
        }

        switch (await admission.AdmitAsync(payload.InstalledTeam, payload.User?.Id, payload.User?.TeamId, token))
        {
            case Entry.Open { Actor: var actor }:
                var pressed = new Interaction.ButtonPressed(actor.Person, actor.KeyOf(trigger), BlockKitActions.ActionOf(actionId), action.Value ?? "")
                {
                    BySteward = actor.LooksAfter,
                    Typed = payload.View?.State is { } state ? ViewAnswers.Read(state.Values) : FormAnswers.Empty,
                };
                await ShowAsync(await dispatcher.DispatchAsync(pressed, token), actor, payload, pressed.Key, token);
                homes.Refresh(actor.Team, actor.Id);
                return new SlackAnswer.Empty();
            case Entry.Closed closed:
                afterwards.Do("say why not", late => urls.SayAsync(payload.ResponseUrl, closed.Why, late));
                return new SlackAnswer.Empty();
            default:
                return new SlackAnswer.Senseless();
        }
    }

    private Task ShowAsync(Reply reply, Actor actor, InteractionPayload payload, string key, CancellationToken token)
    {
        switch (payload.View)
        {
            case { Type: "home" }:
                ShowAtHome(reply, actor, payload.TriggerId!, key);
                return Task.CompletedTask;
            case { Id: { } view }:
                ShowInModal(reply, actor, view, key);
                return Task.CompletedTask;
            default:
                return ShowAtMessageAsync(reply, actor, payload, key, token);
        }
    }

    /// <summary>The home itself is published anew; a private word opens above it.</summary>
    private void ShowAtHome(Reply reply, Actor actor, string trigger, string key)
    {
        switch (reply)
        {
            case Reply.OpenForm open:
                speech.Open(actor, trigger, open.Form, InChat(AdmissionCards.OpenIt(open.Form)));
                break;
            case Reply.Converse converse:
                speech.SayInChat(actor, converse.Card, key);
                speech.Open(actor, trigger, BlockKitViews.Card(AdmissionCards.Elsewhere), _ => Task.CompletedTask);
                break;
            case var words when SlackSpeech.CardOf(words) is { } card:
                speech.Open(actor, trigger, BlockKitViews.Card(card), InChat(card));
                break;
        }

        Func<CancellationToken, Task> InChat(Card card) => token => chats.SayAsync(actor, card, key, token);
    }

    private void ShowInModal(Reply reply, Actor actor, string view, string key)
    {
        switch (reply)
        {
            case Reply.OpenForm open:
                speech.Update(actor, view, BlockKitViews.Form(open.Form));
                break;
            case Reply.Converse converse:
                speech.SayInChat(actor, converse.Card, key);
                speech.Update(actor, view, BlockKitViews.Card(AdmissionCards.Elsewhere));
                break;
            case var words when SlackSpeech.CardOf(words) is { } card:
                speech.Update(actor, view, BlockKitViews.Card(card));
                break;
        }
    }

    private async Task ShowAtMessageAsync(Reply reply, Actor actor, InteractionPayload payload, string key, CancellationToken token)
    {
        var inChat = payload.Container is { IsEphemeral: not true } && await chats.IsChatAsync(actor.Team, actor.Id, payload.Container.ChannelId ?? payload.Channel?.Id, token);
        switch (reply)
        {
            case Reply.OpenForm open:
                speech.Open(actor, payload.TriggerId!, open.Form, Here(AdmissionCards.OpenIt(open.Form)));
                break;
            case Reply.Replace replace:
                afterwards.Do("change a message", late => urls.ReplaceAsync(payload.ResponseUrl, replace.Card, late));
                break;
            case Reply.Converse or Reply.Say when inChat:
                speech.SayInChat(actor, SlackSpeech.CardOf(reply)!, key);
                break;
            case Reply.Converse converse:
                speech.SayInChat(actor, converse.Card, key);
                afterwards.Do("say where to go on", Here(AdmissionCards.Elsewhere));
                break;
            case var words when SlackSpeech.CardOf(words) is { } card:
                afterwards.Do("say something privately", Here(card));
                break;
        }

        // Where the response URL has been used up or was never given, the chat is there.
        Func<CancellationToken, Task> Here(Card card) => async late =>
        {
            if (!await urls.SayAsync(payload.ResponseUrl, card, late))
            {
                await chats.SayAsync(actor, card, key, late);
            }
        };
    }
}
