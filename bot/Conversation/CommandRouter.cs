using IntroBot.Chat;
using IntroBot.Conversation.PlainWords;
using IntroBot.Intros.Drafting;

namespace IntroBot.Conversation;

/// <summary>Routes a typed command to its use case.</summary>
public sealed class CommandRouter(IServiceProvider services, StartAsk startAsk, AnswerPlainWords plainWords, TimeProvider clock)
{
    public Task<Reply> RouteAsync(Interaction.CommandTyped typed, CancellationToken token) =>
        RouteAsync(typed, CommandParser.Parse(typed.Text, typed.Mentioned, Today(typed)), token);

    /// <summary>Does what the value of a button says, as if it had been typed.</summary>
    public Task<Reply> RouteAsync(Interaction.ButtonPressed pressed, CancellationToken token) =>
        RouteAsync(pressed, CommandParser.Parse(pressed.Value, [], Today(pressed)), token);

    public async Task<Reply> RouteAsync(Interaction from, SpokenCommand spoken, CancellationToken token) => spoken switch
    {
        SpokenCommand.Understood understood => await understood.Command.Handler(services, from, understood.Argument, token),
        SpokenCommand.Unclear unclear => new Reply.Say(Card.Titled($"Almost").Say($"{unclear.Sentence}")),
        SpokenCommand.Unknown unknown => await AnswerAsync(from, unknown, token),
        _ => throw new UnreachableException(),
    };

    /// <summary>Words after the bot's own command are about somebody to meet, unless they are plainly something else.</summary>
    private async Task<Reply> AnswerAsync(Interaction from, SpokenCommand.Unknown unknown, CancellationToken token)
    {
        var meaning = PlainWordsReader.Read(unknown.Text, Today(from), isAsked: false);
        if (meaning is Meaning.AskSentence sentence)
        {
            return await startAsk.StartAsync(from, sentence.Who, token);
        }

        return meaning is Meaning.Unknown && unknown is { IsSentence: true, Suggestion: null }
            ? await startAsk.StartAsync(from, unknown.Text, token)
            : await plainWords.AnswerAsync(from, unknown, question: null, token);
    }

    private DateOnly Today(Interaction from) => TimeZones.Today(clock.GetUtcNow(), from.From.TimeZone);
}
