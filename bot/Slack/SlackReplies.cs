using IntroBot.Platforms;
using IntroBot.Slack.BlockKit;
using IntroBot.Slack.Inbound;
using IntroBot.Slack.WebApi;

namespace IntroBot.Slack;

/// <summary>Shows a reply where the person acted: in the acknowledgement where it can carry it, else right after it.</summary>
internal sealed class SlackReplies(SlackApi api, SlackAnswers answers, ResponseUrls urls, BackgroundTasks background)
{
    public async Task<SlackAnswer> ShowAsync(Reply reply, Actor actor, ReplyTarget target, string key, CancellationToken token)
    {
        switch (reply)
        {
            case Reply.Nothing or Reply.ShowHome or Reply.Options:
                return new SlackAnswer.Empty();
            case Reply.Say say:
                return await SayAsync(say.Card, actor.User, target, key, token);
            case Reply.Replace replace:
                return await ReplaceAsync(replace.Card, actor, target, key, token);
            case Reply.OpenForm open:
                return await OpenAsync(open.Form, actor, target, key, token);
            case Reply.Converse converse:
                await answers.SayAsync(actor.User, converse.Card, new AnswerPlace(null, target.ThreadOfChat), key, token);
                return target is ReplyTarget.Chat or ReplyTarget.Message { IsChat: true }
                    ? new SlackAnswer.Empty()
                    : await SayAsync(AdmissionCards.Elsewhere, actor.User, target, $"{key}-where", token);
            case Reply.FieldErrors errors:
                return target is ReplyTarget.Submission
                    ? SlackAnswer.Of(ViewAction.Wrong(errors.Errors))
                    : await SayAsync(AdmissionCards.Mend(errors.Errors.Values), actor.User, target, key, token);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Shows an ephemeral card to one person, where they acted.</summary>
    public async Task<SlackAnswer> SayAsync(Card card, SlackUserRef user, ReplyTarget target, string key, CancellationToken token)
    {
        switch (target)
        {
            case ReplyTarget.Command:
                return SlackAnswer.Say(card);
            case ReplyTarget.Submission:
                return SlackAnswer.Of(ViewAction.Update(BlockKitViews.Card(card)));
            case ReplyTarget.Chat or ReplyTarget.Message { IsChat: true }:
                await answers.SayAsync(user, card, new AnswerPlace(null, target.ThreadOfChat), key, token);
                break;
            case ReplyTarget.Message message:
                After("say something privately", late => urls.SayAsync(message.ResponseUrl, card, message.Thread, late));
                break;
            case ReplyTarget.Mention mention:
                await answers.SayAsync(user, card, new AnswerPlace(mention.Channel, mention.Thread), key, token);
                break;
            case ReplyTarget.Home { Trigger: var trigger }:
                After("open a modal", late => OpensAsync(user.Team, trigger, BlockKitViews.Card(card), late));
                break;
            case ReplyTarget.Shortcut { Trigger: var trigger }:
                After("open a modal", late => OpensAsync(user.Team, trigger, BlockKitViews.Card(card), late));
                break;
            case ReplyTarget.Modal modal:
                After("change a modal", late => UpdatesAsync(user.Team, modal.ViewId, BlockKitViews.Card(card), late));
                break;
            default:
                throw new UnreachableException();
        }

        return new SlackAnswer.Empty();

        // What Slack does not show where the person acted, they read in their chat.
        void After(string what, Func<CancellationToken, Task<bool>> show) => background.Run(what, async late =>
        {
            if (!await show(late))
            {
                await answers.SayAsync(user, card, key, late);
            }
        });
    }

    /// <summary>
    /// Says by a response URL what an acknowledgement carries no more;
    /// where there is none, or Slack does not take it, in the person's chat.
    /// </summary>
    public async Task SayLateAsync(Card card, SlackUserRef user, string? responseUrl, string key, CancellationToken token)
    {
        if (!await urls.SayAsync(responseUrl, card, thread: null, token))
        {
            await answers.SayAsync(user, card, key, token);
        }
    }

    private async Task<SlackAnswer> ReplaceAsync(Card card, Actor actor, ReplyTarget target, string key, CancellationToken token)
    {
        if (target is not ReplyTarget.Message message)
        {
            return await SayAsync(card, actor.User, target, key, token);
        }

        // The same change also leaves by the outbox wherever it matters, so that a lost one is made good.
        background.Run("change a message", late => urls.ReplaceAsync(message.ResponseUrl, card, late));
        return new SlackAnswer.Empty();
    }

    private async Task<SlackAnswer> OpenAsync(Form form, Actor actor, ReplyTarget target, string key, CancellationToken token)
    {
        switch (target)
        {
            case ReplyTarget.Submission:
                return SlackAnswer.Of(ViewAction.Update(BlockKitViews.Form(form)));
            case ReplyTarget.Chat or ReplyTarget.Mention:
                return await SayAsync(AdmissionCards.OpenIt(form), actor.User, target, key, token);
            case ReplyTarget.Modal modal:
                background.Run("change a modal", late => UpdatesAsync(actor.Team, modal.ViewId, BlockKitViews.Form(form), late));
                break;
            case ReplyTarget.Command { Trigger: var trigger, ResponseUrl: var url }:
                Open(trigger, (card, late) => urls.SayAsync(url, card, thread: null, late));
                break;
            case ReplyTarget.Message { Trigger: var trigger, ResponseUrl: var url, Thread: var thread }:
                Open(trigger, (card, late) => urls.SayAsync(url, card, thread, late));
                break;
            case ReplyTarget.Home { Trigger: var trigger }:
                Open(trigger, (_, _) => Task.FromResult(false));
                break;
            case ReplyTarget.Shortcut { Trigger: var trigger }:
                Open(trigger, (_, _) => Task.FromResult(false));
                break;
            default:
                throw new UnreachableException();
        }

        return new SlackAnswer.Empty();

        // Words take the place of a form that is not open: here, or in the person's chat.
        void Open(string trigger, Func<Card, CancellationToken, Task<bool>> say) => background.Run("open a modal", async late =>
        {
            if (InsteadOf(form, await api.OpenViewAsync(actor.Team, trigger, BlockKitViews.Form(form), late)) is { } card
                && !await say(card, late))
            {
                await answers.SayAsync(actor.User, card, key, late);
            }
        });
    }

    /// <summary>
    /// A trigger lives three seconds and opens once; a button brings the next. It does no harm beside a form that opened although Slack
    /// never said so. What else Slack refuses, it would refuse again.
    /// </summary>
    private static Card? InsteadOf(Form form, SendResult<ViewResponse> opened) => opened switch
    {
        SendResult<ViewResponse>.Sent => null,
        SendResult<ViewResponse>.RetryAfter or SendResult<ViewResponse>.Unknown => AdmissionCards.OpenIt(form),
        SendResult<ViewResponse>.Rejected { Code: var error } =>
            SlackErrors.IsOfTrigger(error) ? AdmissionCards.OpenIt(form) : AdmissionCards.Broken,
        _ => throw new UnreachableException(),
    };

    /// <summary>True only when the modal is certainly open: a card that is read twice does less harm than one that nobody reads.</summary>
    private async Task<bool> OpensAsync(string team, string trigger, View view, CancellationToken token) =>
        await api.OpenViewAsync(team, trigger, view, token) is SendResult<ViewResponse>.Sent;

    /// <summary>A modal that was closed meanwhile needs no change.</summary>
    private async Task<bool> UpdatesAsync(string team, string viewId, View view, CancellationToken token) =>
        await api.UpdateViewAsync(team, viewId, view, token) is not SendResult<ViewResponse>.RetryAfter;
}
