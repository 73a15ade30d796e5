using System.Diagnostics;
using IntroBot.Chat;

namespace IntroBot.Slack;

/// <summary>What is said and shown after an acknowledgement.</summary>
internal sealed class SlackSpeech(SlackApi api, SlackChats chats, Afterwards afterwards)
{
    /// <summary>
    /// Opens a form at once, for Slack's trigger lives three seconds; where it does not open, <paramref name="otherwise"/> offers the button
    /// that opens it.
    /// </summary>
    public void Open(Actor actor, string trigger, Form form, Func<CancellationToken, Task> otherwise) => Open(actor, trigger, BlockKitViews.Form(form), otherwise);

    public void Open(Actor actor, string trigger, View view, Func<CancellationToken, Task> otherwise) => afterwards.Do("open a modal", async token =>
    {
        if (await api.OpenViewAsync(actor.Team, trigger, view, token) is not SlackResult<ViewResponse>.Done)
        {
            await otherwise(token);
        }
    });

    /// <summary>Puts another view in the place of an open one; somebody who closed it meanwhile does not need it.</summary>
    public void Update(Actor actor, string viewId, View view) => afterwards.Do("change a modal", token => api.UpdateViewAsync(actor.Team, viewId, view, token));

    public void SayInChat(Actor actor, Card card, string marker) => afterwards.Do("say something in a chat", token => chats.SayAsync(actor, card, marker, token));

    /// <summary>Says something in a channel to one person; where Slack does not show it there, in their chat.</summary>
    public void SayPrivately(Actor actor, string channel, Card card, string marker) => afterwards.Do("say something privately", async token =>
    {
        if (await api.PostPrivatelyAsync(actor.Team, channel, actor.Id, card, token) is SlackResult<MessageResponse>.Refused)
        {
            await chats.SayAsync(actor, card, marker, token);
        }
    });

    /// <summary>Says something to somebody who may not act here, in the chat where they wrote.</summary>
    public void SayIn(string team, string channel, Card card, string marker) =>
        afterwards.Do("say why not", token => api.PostAsync(team, channel, card, marker, token));

    /// <summary>The one card a reply can be shown as where there is room for a message only; null when no words are needed.</summary>
    public static Card? CardOf(Reply reply) => reply switch
    {
        Reply.Nothing or Reply.ShowHome or Reply.Options => null,
        Reply.Say say => say.Card,
        Reply.Replace replace => replace.Card,
        Reply.Converse converse => converse.Card,
        Reply.OpenForm open => AdmissionCards.OpenIt(open.Form),
        Reply.FieldErrors errors => Card.Titled($"Please look at this again").With(errors.Errors.Values.Select(error => new CardPart.Text(Words.Of($"{error}")))),
        _ => throw new UnreachableException(),
    };
}
