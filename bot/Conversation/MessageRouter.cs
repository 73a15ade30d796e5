using IntroBot.Intros.Drafting;

namespace IntroBot.Conversation;

/// <summary>Routes a plain message: to a command, to the field of a draft, or to a new ask.</summary>
public sealed class MessageRouter(StartAsk startAsk, AskInChat askInChat, CommandRouter commands)
{
    public async Task<Reply> RouteAsync(Interaction.MessageSent message, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return new Reply.Say(HelpCards.NotUnderstood);
        }

        var spoken = CommandParser.Parse(message.Text, message.Mentioned);
        var draft = await startAsk.DraftOfAsync(message.From, token);
        if (draft is { Drafting.Field.Length: > 0 } && !IsCommandInDraft(spoken))
        {
            return await askInChat.AnswerAsync(message, draft, token);
        }

        return spoken is SpokenCommand.Unknown { Suggestion: null, IsSentence: true } unknown
            ? await startAsk.StartInChatAsync(message, unknown.Text, token)
            : await commands.RouteAsync(message, spoken, token);
    }

    /// <summary>Whether a message is a command even while an answer is awaited; a name without a mention could be that answer.</summary>
    private static bool IsCommandInDraft(SpokenCommand spoken) => spoken is SpokenCommand.Understood
    {
        Command.WorksInDraft: true,
        Argument: not CommandArgument.People { Mentioned.IsEmpty: true },
    };
}
