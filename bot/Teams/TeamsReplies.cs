using System.Collections.Immutable;
using System.Diagnostics;
using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Shows a reply where somebody acted: in the answer where it can carry it, else right after it.</summary>
internal sealed class TeamsReplies(
    ConnectorClient connector, TeamsPromises promised, TeamsPlaces places, TeamsHomes homes, Afterwards afterwards)
{
    /// <summary>About what fits below a card.</summary>
    private const int LongestWord = 240;

    /// <summary>A press with nothing more to say about it.</summary>
    public static InvokeResponse Done { get; } = InvokeResponse.Word("Done.");

    private static readonly ImmutableDictionary<string, string> Unharmed = ImmutableDictionary<string, string>.Empty;

    public async Task<InvokeResponse> ShowAsync(Reply reply, Actor actor, Spot spot, string key, CancellationToken token)
    {
        // A client may forget what is typed in a form or a dialog when a message
        // behind it changes, so the home keeps still while one is filled in.
        if (reply is not Reply.OpenForm)
        {
            homes.Refresh(actor.Tenant, actor.Id);
        }

        switch (reply)
        {
            case Reply.Nothing or Reply.Options:
                return spot is Spot.OnCard or Spot.Home ? Done : InvokeResponse.Ok;
            case Reply.Say say:
                return await SayAsync(say.Card, actor, spot, key, token);
            case Reply.Replace replace:
                return Replace(replace.Card, actor, spot) ?? await SayAsync(replace.Card, actor, spot, key, token);
            case Reply.OpenForm open:
                return await OpenAsync(open.Form, actor, spot, key, token);
            case Reply.Converse converse:
                if (spot is Spot.Chat or Spot.OnCard { IsChat: true })
                {
                    return await SayAsync(converse.Card, actor, spot, key, token);
                }

                await SayInChatAsync(converse.Card, actor, key, token);
                return await SayAsync(AdmissionCards.Elsewhere, actor, spot, $"{key}-where", token);
            case Reply.FieldErrors errors:
                return await SayAsync(Mend(errors.Errors.Values), actor, spot, key, token);
            case Reply.ShowHome home:
                await promised.SayAsync(actor.Tenant, actor.Id, TeamsHomes.Drawn(home.Cards), key, token);
                return InvokeResponse.Ok;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Says a card to whoever acted; nobody else reads it.</summary>
    public async Task<InvokeResponse> SayAsync(Card card, Actor actor, Spot spot, string key, CancellationToken token)
    {
        switch (spot)
        {
            case Spot.Chat:
                await SayInChatAsync(card, actor, key, token);
                return InvokeResponse.Ok;
            case Spot.Mention mention:
                SayPrivately(mention.Place, mention.Message, OutboundActivity.Of(card), actor, key);
                return InvokeResponse.Ok;
            case Spot.Home or Spot.OnCard { IsChat: true }:
                await SayInChatAsync(card, actor, key, token);
                return InvokeResponse.Word(WordOf(card));
            case Spot.OnCard onCard:
                if (card.Buttons.Length > 0)
                {
                    SayPrivately(onCard.Place, to: null, OutboundActivity.Of(card), actor, key);
                }

                return InvokeResponse.Word(WordOf(card));
            case Spot.Dialog:
                return InvokeResponse.Dialog(AdaptiveCards.InDialog(card));
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Shows what became of a form that was sent in: it takes the form's place where it can.</summary>
    public Task<InvokeResponse> ShowEndAsync(Reply reply, Actor actor, Spot spot, string key, CancellationToken token) =>
        ShowAsync(
            reply is Reply.Say { Card: var card } && spot is Spot.OnCard { IsChat: true } ? new Reply.Replace(card) : reply,
            actor, spot, key, token);

    /// <summary>A form again, with a word beside each field that needs mending and with all that was typed.</summary>
    public async Task<InvokeResponse> AgainAsync(
        Form form, IReadOnlyDictionary<string, string> errors, FormAnswers? typed, Actor actor, Spot spot, CancellationToken token)
    {
        var channels = await ChannelsAsync(form, actor, token);
        return spot is Spot.Dialog
            ? InvokeResponse.Dialog(AdaptiveForms.Of(form, FormSeat.InDialog, errors, typed, channels))
            : InvokeResponse.Card(AdaptiveForms.Of(form, FormSeat.InChat, errors, typed, channels).Card);
    }

    /// <summary>
    /// In a chat a form is a message of its own: a card in whose place it stood may change at any moment, and with it goes what is typed.
    /// </summary>
    private async Task<InvokeResponse> OpenAsync(Form form, Actor actor, Spot spot, string key, CancellationToken token)
    {
        if (spot is Spot.Dialog or Spot.OnCard { IsForm: true } or Spot.OnCard { IsChat: false })
        {
            return await AgainAsync(form, Unharmed, null, actor, spot, token);
        }

        var words = OutboundActivity.Of(
            form.Title, AdaptiveForms.Of(form, FormSeat.InChat, Unharmed, null, await ChannelsAsync(form, actor, token)).Card);
        if (spot is Spot.Mention mention)
        {
            SayPrivately(mention.Place, mention.Message, words, actor, key);
            return InvokeResponse.Ok;
        }

        await promised.SayAsync(actor.Tenant, actor.Id, words, key, token);
        return spot is Spot.Chat ? InvokeResponse.Ok : InvokeResponse.Word(form.Title);
    }

    private async Task<IReadOnlyList<ChannelOption>> ChannelsAsync(Form form, Actor actor, CancellationToken token) =>
        form.Inputs.Any(input => input is FormInput.Channel)
            ? [.. (await places.ChannelsAsync(actor.Tenant, token))
                .Select(channel => new ChannelOption(channel.Conversation, channel.Name ?? "A channel"))]
            : [];

    /// <summary>
    /// The card itself changes, for whoever pressed at once, and in their own chat for good; in a channel the outbox changes it for all.
    /// </summary>
    private InvokeResponse? Replace(Card card, Actor actor, Spot spot)
    {
        switch (spot)
        {
            case Spot.OnCard when card.Gate is not null:
                return InvokeResponse.Card(AdaptiveCards.ThroughGate(card, actor.Member));
            case Spot.OnCard { IsChat: true, Message: { } message, Place: var place }:
                // The same change also leaves by the outbox wherever it matters, so that a lost one is made good.
                afterwards.Do(
                    "change a message",
                    late => connector.UpdateAsync(place.ServiceUrl, place.Conversation, message, OutboundActivity.Of(card).Write(), late));
                return InvokeResponse.Card(AdaptiveCards.Of(card));
            case Spot.Dialog:
                return InvokeResponse.Dialog(AdaptiveCards.InDialog(card));
            default:
                return null;
        }
    }

    private Task SayInChatAsync(Card card, Actor actor, string key, CancellationToken token) =>
        promised.SayAsync(actor.Tenant, actor.Id, OutboundActivity.Of(card), key, token);

    /// <summary>
    /// For one pair of eyes among others; where that is not to be had, in their own chat;
    /// <see href="https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages"/>.
    /// </summary>
    private void SayPrivately(ConversationReference place, string? to, OutboundActivity activity, Actor actor, string key) =>
        afterwards.Do("say something privately", async late =>
        {
            var targeted = (activity with { Recipient = new ChannelAccount { Id = actor.Member, IsTargeted = true } }).Write();
            var said = to is null
                ? await connector.SendAsync(place.ServiceUrl, place.Conversation, targeted, isTargeted: true, late)
                : await connector.ReplyAsync(place.ServiceUrl, place.Conversation, to, targeted, isTargeted: true, late);
            if (said is not CallResult<string>.Done)
            {
                await promised.SayAsync(actor.Tenant, actor.Id, activity, key, late);
            }
        });

    private static Card Mend(IEnumerable<string> sentences) =>
        Card.Titled($"Please look at this again").With(sentences.Select(sentence => new CardPart.Text(Words.Of($"{sentence}"))));

    public static string WordOf(Card card) =>
        VisibleText.Shorten(VisibleText.CleanLine(PlainText.Of(card with { Buttons = [] })), LongestWord);
}
