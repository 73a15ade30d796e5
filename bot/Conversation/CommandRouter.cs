using IntroBot.Intros.Drafting;

namespace IntroBot.Conversation;

/// <summary>Routes a typed command to its use case.</summary>
public sealed class CommandRouter(IServiceProvider services, StartAsk startAsk)
{
    public Task<Reply> RouteAsync(Interaction.CommandTyped typed, CancellationToken token) =>
        RouteAsync(typed, CommandParser.Parse(typed.Text, typed.Mentioned), token);

    public async Task<Reply> RouteAsync(Interaction from, SpokenCommand spoken, CancellationToken token) => spoken switch
    {
        SpokenCommand.Understood understood => await understood.Command.Handler(services, from, understood.Argument, token),
        SpokenCommand.Unclear unclear => new Reply.Say(Card.Titled($"Almost").Say($"{unclear.Sentence}")),
        SpokenCommand.Unknown unknown => unknown.Suggestion is { } word
            ? new Reply.Say(HelpCards.DidYouMean(word))
            : await StartAsync(from, unknown, token),
        _ => throw new UnreachableException(),
    };

    private async Task<Reply> StartAsync(Interaction from, SpokenCommand.Unknown unknown, CancellationToken token) => unknown.IsSentence
        ? await startAsk.StartAsync(from, unknown.Text, token)
        : new Reply.Say(HelpCards.NotUnderstood);
}
