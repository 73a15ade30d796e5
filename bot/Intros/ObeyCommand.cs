using IntroBot.Chat;
using IntroBot.Givers;
using IntroBot.Stewards;

namespace IntroBot.Intros;

/// <summary>Brings a typed command to its use case.</summary>
public sealed class ObeyCommand(
    StartAsk startAsk, ShowStatus showStatus, OfferHelp offerHelp,
    StepBack stepBack, BlockPeople blockPeople, ChangeSettings changeSettings)
{
    public Task<Reply> ObeyAsync(Interaction.CommandTyped typed, CancellationToken token) =>
        ObeyAsync(typed, CommandParser.Parse(typed.Text, typed.Mentioned), token);

    public async Task<Reply> ObeyAsync(Interaction from, Command command, CancellationToken token) => command switch
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
