using System.Diagnostics;
using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Slack;

/// <summary>Shows a reply where somebody acted: in the acknowledgement where it can carry it, else right after it.</summary>
internal sealed class SlackReplies(SlackApi api, SlackPromises promised, ResponseUrls urls, Afterwards afterwards)
{
    public async Task<SlackAnswer> ShowAsync(Reply reply, Actor actor, Spot spot, string key, CancellationToken token)
    {
        switch (reply)
        {
            case Reply.Nothing or Reply.ShowHome or Reply.Options:
                return new SlackAnswer.Empty();
            case Reply.Say say:
                return await SayAsync(say.Card, actor.Team, actor.Id, spot, key, token);
            case Reply.Replace replace:
                return await ReplaceAsync(replace.Card, actor, spot, key, token);
            case Reply.OpenForm open:
                return await OpenAsync(open.Form, actor, spot, key, token);
            case Reply.Converse converse:
                await promised.SayAsync(actor.Team, actor.Id, converse.Card, key, token);
                return spot is Spot.Chat or Spot.Message { IsChat: true }
                    ? new SlackAnswer.Empty()
                    : await SayAsync(AdmissionCards.Elsewhere, actor.Team, actor.Id, spot, $"{key}-where", token);
            case Reply.FieldErrors errors:
                return spot is Spot.Submission
                    ? SlackAnswer.Of(ViewAction.Wrong(errors.Errors))
                    : await SayAsync(AdmissionCards.Mend(errors.Errors.Values), actor.Team, actor.Id, spot, key, token);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Says a card to one person, where they acted; nobody else reads it.</summary>
    public async Task<SlackAnswer> SayAsync(Card card, string team, string user, Spot spot, string key, CancellationToken token)
    {
        switch (spot)
        {
            case Spot.Command:
                return SlackAnswer.Say(card);
            case Spot.Submission:
                return SlackAnswer.Of(ViewAction.Update(BlockKitViews.Card(card)));
            case Spot.Chat or Spot.Message { IsChat: true }:
                await promised.SayAsync(team, user, card, key, token);
                break;
            case Spot.Message message:
                After("say something privately", late => urls.SayAsync(message.ResponseUrl, card, late));
                break;
            case Spot.Mention mention:
                After("say something privately", async late => await api.PostPrivatelyAsync(
                    team, mention.Channel, user, SlackWords.Of(card), late) is CallResult<MessageResponse>.Done);
                break;
            case Spot.Home { Trigger: var trigger }:
                After("open a modal", late => OpensAsync(team, trigger, BlockKitViews.Card(card), late));
                break;
            case Spot.Shortcut { Trigger: var trigger }:
                After("open a modal", late => OpensAsync(team, trigger, BlockKitViews.Card(card), late));
                break;
            case Spot.Modal modal:
                After("change a modal", late => UpdatesAsync(team, modal.ViewId, BlockKitViews.Card(card), late));
                break;
            default:
                throw new UnreachableException();
        }

        return new SlackAnswer.Empty();

        // What Slack does not show where the person acted, they read in their chat.
        void After(string what, Func<CancellationToken, Task<bool>> show) => afterwards.Do(what, async late =>
        {
            if (!await show(late))
            {
                await promised.SayAsync(team, user, card, key, late);
            }
        });
    }

    /// <summary>
    /// Says by a response URL what an acknowledgement carries no more;
    /// where there is none, or Slack does not take it, in the person's chat.
    /// </summary>
    public async Task SayLateAsync(Card card, string team, string user, string? responseUrl, string key, CancellationToken token)
    {
        if (!await urls.SayAsync(responseUrl, card, token))
        {
            await promised.SayAsync(team, user, card, key, token);
        }
    }

    private async Task<SlackAnswer> ReplaceAsync(Card card, Actor actor, Spot spot, string key, CancellationToken token)
    {
        if (spot is not Spot.Message message)
        {
            return await SayAsync(card, actor.Team, actor.Id, spot, key, token);
        }

        // The same change also leaves by the outbox wherever it matters, so that a lost one is made good.
        afterwards.Do("change a message", late => urls.ReplaceAsync(message.ResponseUrl, card, late));
        return new SlackAnswer.Empty();
    }

    private async Task<SlackAnswer> OpenAsync(Form form, Actor actor, Spot spot, string key, CancellationToken token)
    {
        switch (spot)
        {
            case Spot.Submission:
                return SlackAnswer.Of(ViewAction.Update(BlockKitViews.Form(form)));
            case Spot.Chat or Spot.Mention:
                return await SayAsync(AdmissionCards.OpenIt(form), actor.Team, actor.Id, spot, key, token);
            case Spot.Modal modal:
                afterwards.Do("change a modal", late => UpdatesAsync(actor.Team, modal.ViewId, BlockKitViews.Form(form), late));
                break;
            case Spot.Command { Trigger: var trigger, ResponseUrl: var url }:
                Open(trigger, (card, late) => urls.SayAsync(url, card, late));
                break;
            case Spot.Message { Trigger: var trigger, ResponseUrl: var url }:
                Open(trigger, (card, late) => urls.SayAsync(url, card, late));
                break;
            case Spot.Home { Trigger: var trigger }:
                Open(trigger, (_, _) => Task.FromResult(false));
                break;
            case Spot.Shortcut { Trigger: var trigger }:
                Open(trigger, (_, _) => Task.FromResult(false));
                break;
            default:
                throw new UnreachableException();
        }

        return new SlackAnswer.Empty();

        // Words take the place of a form that is not open: here, or in the person's chat.
        void Open(string trigger, Func<Card, CancellationToken, Task<bool>> say) => afterwards.Do("open a modal", async late =>
        {
            if (InsteadOf(form, await api.OpenViewAsync(actor.Team, trigger, BlockKitViews.Form(form), late)) is { } card
                && !await say(card, late))
            {
                await promised.SayAsync(actor.Team, actor.Id, card, key, late);
            }
        });
    }

    /// <summary>
    /// A trigger lives three seconds and opens once; a button brings the next. What else Slack refuses, it would refuse again.
    /// </summary>
    private static Card? InsteadOf(Form form, CallResult<ViewResponse> opened) => opened switch
    {
        CallResult<ViewResponse>.Done or CallResult<ViewResponse>.Unsure => null,
        CallResult<ViewResponse>.Later => AdmissionCards.OpenIt(form),
        CallResult<ViewResponse>.Refused { Error: var error } =>
            SlackErrors.IsOfTrigger(error) ? AdmissionCards.OpenIt(form) : AdmissionCards.Broken,
        _ => throw new UnreachableException(),
    };

    /// <summary>False only when the modal is certainly not open.</summary>
    private async Task<bool> OpensAsync(string team, string trigger, View view, CancellationToken token) =>
        await api.OpenViewAsync(team, trigger, view, token) is CallResult<ViewResponse>.Done or CallResult<ViewResponse>.Unsure;

    /// <summary>Somebody who closed the modal meanwhile does not need it changed.</summary>
    private async Task<bool> UpdatesAsync(string team, string viewId, View view, CancellationToken token) =>
        await api.UpdateViewAsync(team, viewId, view, token) is not CallResult<ViewResponse>.Later;
}
