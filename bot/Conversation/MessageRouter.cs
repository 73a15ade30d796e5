using IntroBot.Chat.Interactions;
using IntroBot.Intros.Drafting;

namespace IntroBot.Conversation;

/// <summary>Hears plain words in the chat: a command, the answer to a field, or the beginning of an ask.</summary>
public sealed class MessageRouter(StartAsk startAsk, AskInChat askInChat, CommandRouter obey)
{
    public async Task<Reply> RouteAsync(Interaction.MessageSent message, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return new Reply.Say(HelpCards.NotUnderstood);
        }

        var command = CommandParser.Parse(message.Text, message.Mentioned);
        var draft = await startAsk.DraftOfAsync(message.From, token);
        if (draft is { Drafting.Field.Length: > 0 } && !IsCommandInDraft(command))
        {
            return await askInChat.AnswerAsync(message, draft, token);
        }

        return command is Command.Unknown { DidYouMean: null, IsSentence: true } unknown
            ? await startAsk.StartInChatAsync(message, unknown.Text, token)
            : await obey.RouteAsync(message, command, token);
    }

    /// <summary>Words that mean a command even while an answer is awaited.</summary>
    private static bool IsCommandInDraft(Command command) => command is
        Command.Ask or Command.Give or Command.Help or Command.Settings or Command.Status or Command.Withdraw or Command.Resume or
            Command.StopGiving
        or Command.PauseFor or Command.PauseUntil or Command.Block { Whom.Length: > 0 } or Command.Unblock { Whom.Length: > 0 };
}
