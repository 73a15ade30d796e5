using IntroBot.Chat;
using IntroBot.Conversation.PlainWords;
using IntroBot.Intros;
using IntroBot.Intros.Drafting;

namespace IntroBot.Conversation;

/// <summary>
/// Routes a plain message: a command wins, then comes an answer to the question asked last in the chat, then what plain words mean.
/// </summary>
public sealed class MessageRouter(
    IIntroStore intros, AskInChat askInChat, CommandRouter commands, AnswerPlainWords plainWords, TimeProvider clock)
{
    public async Task<Reply> RouteAsync(Interaction.MessageSent message, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return new Reply.Say(TalkCards.NotUnderstood(""));
        }

        var spoken = CommandParser.Parse(message.Text, message.Mentioned, TimeZones.Today(clock.GetUtcNow(), message.From.TimeZone));
        var own = message.IsPrivate ? await intros.OfAsync(message.From.Ref, token) : [];
        var offer = OpenQuestion.Of(own, message.From);
        var draft = own.FirstOrDefault(
            intro => intro is { Stage: IntroStage.Draft, Drafting.Field.Length: > 0 } && intro.Asker.Ref == message.From.Ref);
        return draft is null
            ? await WithoutDraftAsync(message, spoken, offer, token)
            : await InDraftAsync(message, spoken, draft, offer?.IsAfter(draft) is true ? offer : null, token);
    }

    private async Task<Reply> WithoutDraftAsync(
        Interaction.MessageSent message, SpokenCommand spoken, OpenQuestion? offer, CancellationToken token) =>
        spoken is SpokenCommand.Unknown unknown
            ? await plainWords.AnswerAsync(message, unknown, offer, token)
            : await commands.RouteAsync(message, spoken, token);

    private async Task<Reply> InDraftAsync(
        Interaction.MessageSent message, SpokenCommand spoken, Intro draft, OpenQuestion? offer, CancellationToken token)
    {
        if (spoken is SpokenCommand.Understood understood && IsCommandInDraft(understood))
        {
            return understood.Argument is CommandArgument.None && askInChat.CouldAnswer(draft, message.Text.Trim())
                ? await CommandOrAnswerAsync(message, understood, draft, token)
                : await commands.RouteAsync(message, understood, token);
        }

        return offer is not null && PlainWordsReader.AnswerIn(message.Text) is { } answer
            ? new Reply.Say(TalkCards.AnswerBack(offer, answer.IsYes))
            : await askInChat.AnswerAsync(message, draft, token);
    }

    /// <summary>A word that could be either: a command that only shows something is shown, and the word can still be the answer.</summary>
    private async Task<Reply> CommandOrAnswerAsync(
        Interaction.MessageSent message, SpokenCommand.Understood understood, Intro draft, CancellationToken token)
    {
        var shown = understood.Command.OnlyShows ? await commands.RouteAsync(message, understood, token) : null;
        var card = shown is Reply.Say say ? say.Card : TalkCards.CommandOrAnswer(understood.Command);
        return new Reply.Say(card.With(TalkCards.UseAsAnswer(draft, message.Text.Trim())));
    }

    /// <summary>A name without a mention could be the answer that is awaited.</summary>
    private static bool IsCommandInDraft(SpokenCommand.Understood understood) =>
        understood.Argument is not CommandArgument.People { Mentioned.IsEmpty: true };
}
