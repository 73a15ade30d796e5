using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Drafting;
using IntroBot.Stewards;

namespace IntroBot.Conversation;

/// <summary>Brings a typed command to its use case.</summary>
public sealed class CommandRouter(
    StartAsk startAsk, ShowStatus showStatus, EditGiverProfile offerHelp,
    ChangeAvailability stepBack, BlockPeople blockPeople, ChangeSettings changeSettings)
{
    public Task<Reply> RouteAsync(Interaction.CommandTyped typed, CancellationToken token) =>
        RouteAsync(typed, CommandParser.Parse(typed.Text, typed.Mentioned), token);

    public async Task<Reply> RouteAsync(Interaction from, Command command, CancellationToken token) => command switch
    {
        Command.Ask => await startAsk.StartAsync(from, "", token),
        Command.Give => await offerHelp.OpenAsync(from.From, token),
        Command.PauseFor pause => await stepBack.PauseAsync(from, pause.Time, token),
        Command.PauseUntil pause => await stepBack.PauseAsync(from, pause.Day, token),
        Command.Resume => await stepBack.ResumeAsync(from, token),
        Command.StopGiving => await stepBack.StopAsync(from, token),
        Command.Status => await showStatus.StatusAsync(from, token),
        Command.Withdraw => await showStatus.WithdrawAsync(from, token),
        Command.Block block => await blockPeople.BlockAsync(from, block, token),
        Command.Unblock unblock => await blockPeople.UnblockAsync(from, unblock, token),
        Command.Settings => await changeSettings.OpenAsync(from, token),
        Command.Help => new Reply.Say(HelpCards.Help),
        Command.Unclear unclear => new Reply.Say(Card.Titled($"Almost").Say($"{unclear.Sentence}")),
        Command.Unknown { DidYouMean: { } word } => new Reply.Say(HelpCards.DidYouMean(word)),
        Command.Unknown { IsSentence: true } unknown => await startAsk.StartAsync(from, unknown.Text, token),
        Command.Unknown => new Reply.Say(HelpCards.NotUnderstood),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
