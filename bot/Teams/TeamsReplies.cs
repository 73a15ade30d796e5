using IntroBot.Platforms;
using IntroBot.Teams.AdaptiveCards;
using IntroBot.Teams.Channels;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Inbound;

namespace IntroBot.Teams;

/// <summary>Shows a reply where the person acted: in the answer where it can carry it, else right after it.</summary>
internal sealed class TeamsReplies(
    ConnectorClient connector, TeamsAnswers answers, ChannelNames channels, TeamsHomeRefresher homes, BackgroundTasks background)
{
    /// <summary>About what fits below a card.</summary>
    private const int MaxWord = 240;

    /// <summary>A press with nothing more to say about it.</summary>
    public static InvokeResponse Done { get; } = InvokeResponse.Word("Done.");

    private static readonly ImmutableDictionary<string, string> Unchanged = ImmutableDictionary<string, string>.Empty;

    public async Task<InvokeResponse> ShowAsync(
        Reply reply, Interaction asked, Actor actor, ReplyTarget target, CancellationToken token)
    {
        // A client may forget what is typed in a form or a dialog when a message
        // behind it changes, so the home keeps still while one is filled in.
        if (reply is not (Reply.OpenForm or Reply.FieldErrors))
        {
            homes.Refresh(actor.Tenant, actor.Id);
        }

        var key = asked.IdempotencyKey;
        switch (reply)
        {
            case Reply.Nothing or Reply.Options:
                return target is ReplyTarget.OnCard or ReplyTarget.Home ? Done : InvokeResponse.Ok;
            case Reply.Say say when asked is Interaction.FormSubmitted && target is ReplyTarget.OnCard { IsChat: true }:
                // What became of a form takes the form's place.
                return Replace(say.Card, actor, target) ?? await SayAsync(say.Card, actor, target, key, token);
            case Reply.Say say:
                return await SayAsync(say.Card, actor, target, key, token);
            case Reply.Replace replace:
                return Replace(replace.Card, actor, target) ?? await SayAsync(replace.Card, actor, target, key, token);
            case Reply.OpenForm open:
                return await OpenAsync(open.Form, actor, target, key, token);
            case Reply.Converse converse:
                if (target is ReplyTarget.Chat or ReplyTarget.OnCard { IsChat: true })
                {
                    return await SayAsync(converse.Card, actor, target, key, token);
                }

                await SayInChatAsync(converse.Card, actor, key, token);
                return await SayAsync(AdmissionCards.Elsewhere, actor, target, $"{key}-where", token);
            case Reply.FieldErrors errors:
                return await AgainAsync(
                    errors.Form, errors.Errors, (asked as Interaction.FormSubmitted)?.Answers, actor, target, token);
            case Reply.ShowHome home:
                await answers.SayAsync(actor.User, TeamsHomeDrawing.Of(home.Cards), key, token);
                return InvokeResponse.Ok;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Shows an ephemeral card to the person who acted.</summary>
    public async Task<InvokeResponse> SayAsync(Card card, Actor actor, ReplyTarget target, string key, CancellationToken token)
    {
        switch (target)
        {
            case ReplyTarget.Chat:
                await SayInChatAsync(card, actor, key, token);
                return InvokeResponse.Ok;
            case ReplyTarget.Mention mention:
                await SayPrivatelyAsync(mention.Conversation, mention.Message, OutboundActivity.Of(card), actor, key, token);
                return InvokeResponse.Ok;
            case ReplyTarget.Home or ReplyTarget.OnCard { IsChat: true }:
                await SayInChatAsync(card, actor, key, token);
                return InvokeResponse.Word(WordOf(card));
            case ReplyTarget.OnCard onCard:
                if (card.Buttons.Length > 0)
                {
                    await SayPrivatelyAsync(onCard.Conversation, to: null, OutboundActivity.Of(card), actor, key, token);
                }

                return InvokeResponse.Word(WordOf(card));
            case ReplyTarget.Dialog:
                return InvokeResponse.Dialog(AdaptiveCardRenderer.InDialog(card));
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A form again, with a word beside each field that needs mending and with all that was typed.</summary>
    private async Task<InvokeResponse> AgainAsync(
        Form form, IReadOnlyDictionary<string, string> errors, FormAnswers? typed, Actor actor, ReplyTarget target, CancellationToken token)
    {
        var options = await ChannelsAsync(form, actor, token);
        return target is ReplyTarget.Dialog
            ? InvokeResponse.Dialog(AdaptiveForms.Of(form, FormLocation.InDialog, errors, typed, options))
            : InvokeResponse.Card(AdaptiveForms.Of(form, FormLocation.InChat, errors, typed, options).Card);
    }

    /// <summary>
    /// In a chat a form is a message of its own: a card in whose place it stood may change at any moment, and with it goes what is typed.
    /// </summary>
    private async Task<InvokeResponse> OpenAsync(Form form, Actor actor, ReplyTarget target, string key, CancellationToken token)
    {
        if (target is ReplyTarget.Dialog or ReplyTarget.OnCard { IsForm: true } or ReplyTarget.OnCard { IsChat: false })
        {
            return await AgainAsync(form, Unchanged, null, actor, target, token);
        }

        var words = OutboundActivity.Of(
            form.Title, AdaptiveForms.Of(form, FormLocation.InChat, Unchanged, null, await ChannelsAsync(form, actor, token)).Card);
        if (target is ReplyTarget.Mention mention)
        {
            await SayPrivatelyAsync(mention.Conversation, mention.Message, words, actor, key, token);
            return InvokeResponse.Ok;
        }

        await answers.SayAsync(actor.User, words, key, token);
        return target is ReplyTarget.Chat ? InvokeResponse.Ok : InvokeResponse.Word(form.Title);
    }

    private async Task<IReadOnlyList<ChannelOption>> ChannelsAsync(Form form, Actor actor, CancellationToken token) =>
        form.Inputs.Any(input => input is FormInput.Channel)
            ? await channels.OptionsAsync(actor.Tenant, token)
            : [];

    /// <summary>
    /// The card itself changes, at once for the person who pressed, and for good in their own chat; in a channel the outbox changes it for
    /// all.
    /// </summary>
    private InvokeResponse? Replace(Card card, Actor actor, ReplyTarget target)
    {
        switch (target)
        {
            case ReplyTarget.OnCard when card.Gate is not null:
                return InvokeResponse.Card(AdaptiveCardRenderer.ThroughGate(card, actor.Member));
            case ReplyTarget.OnCard { IsChat: true, Message: { } message, Conversation: var place }:
                // The same change also leaves by the outbox wherever it matters, so that a lost one is made good. A second delivery finds
                // the message changed, and maybe changed once more since.
                if (!Redelivery.IsFound)
                {
                    background.Run(
                        "change a message",
                        late => connector.UpdateAsync(
                            new MessageReference(place, message), OutboundActivity.Of(card).Write(), late));
                }

                return InvokeResponse.Card(AdaptiveCardRenderer.Of(card));
            case ReplyTarget.Dialog:
                return InvokeResponse.Dialog(AdaptiveCardRenderer.InDialog(card));
            case ReplyTarget.Chat or ReplyTarget.Mention or ReplyTarget.OnCard or ReplyTarget.Home:
                return null;
            default:
                throw new UnreachableException();
        }
    }

    private Task SayInChatAsync(Card card, Actor actor, string key, CancellationToken token) =>
        answers.SayAsync(actor.User, OutboundActivity.Of(card), key, token);

    /// <summary>
    /// For one pair of eyes among others; where that is not to be had, in their own chat;
    /// <see href="https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages"/>.
    /// </summary>
    private Task SayPrivatelyAsync(
        ConversationReference place, string? to, OutboundActivity activity, Actor actor, string key, CancellationToken token) =>
        answers.SayAtAsync(
            TeamsAnswers.Owner(actor.User), place, to, isTargeted: true,
            activity with { Recipient = new ChannelAccount { Id = actor.Member, IsTargeted = true } }, key, token);

    public static string WordOf(Card card) =>
        VisibleText.Shorten(VisibleText.CleanLine(PlainText.Of(card with { Buttons = [] })), MaxWord);
}
