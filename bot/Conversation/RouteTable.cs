using IntroBot.Chat.Interactions;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Closing;
using IntroBot.Intros.Drafting;
using IntroBot.Intros.Offers;
using IntroBot.Intros.Searching;
using IntroBot.Stewards;

namespace IntroBot.Conversation;

/// <summary>The route table: every action of a person and its use case, resolved per call.</summary>
public static class RouteTable
{
    public static Routes Of(IServiceProvider services) => new(
        Commands: (typed, token) => services.The<CommandRouter>().RouteAsync(typed, token),
        Messages: (message, token) => services.The<MessageRouter>().RouteAsync(message, token),
        Home: (opened, token) => services.The<Home>().ShowAsync(opened, token),
        Options: (asked, token) => services.The<SuggestTags>().SuggestAsync(asked, token),
        Left: (left, token) => services.The<HandlePersonLeft>().HandleAsync(left, token),
        Buttons: new Dictionary<string, Func<Interaction.ButtonPressed, CancellationToken, Task<Reply>>>
        {
            [ActionIds.Ask] = (pressed, token) => services.The<StartAsk>().StartAsync(pressed, "", token),
            [ActionIds.AskAfresh] = (pressed, token) => services.The<StartAsk>().StartAfreshAsync(pressed, token),
            [ActionIds.DiscardDraft] = (pressed, token) => services.The<StartAsk>().DiscardAsync(pressed, token),
            [ActionIds.AskInForm] = (pressed, token) => services.The<AskByForm>().OpenAsync(pressed, token),
            [ActionIds.EditAsk] = (pressed, token) => services.The<AskByForm>().OpenAsync(pressed, token),
            [ActionIds.ReviewAsk] = (pressed, token) => services.The<ReviewAsk>().OpenAsync(pressed, token),
            [ActionIds.SendAsk] = (pressed, token) => services.The<ReviewAsk>().SendAsync(pressed, token),
            [ActionIds.AskInChat] = (pressed, token) => services.The<AskInChat>().OpenAsync(pressed, token),
            [ActionIds.FieldBack] = (pressed, token) => services.The<AskInChat>().BackAsync(pressed, token),
            [ActionIds.FieldSkip] = (pressed, token) => services.The<AskInChat>().SkipAsync(pressed, token),
            [ActionIds.FieldChoose] = (pressed, token) => services.The<AskInChat>().ChooseAsync(pressed, token),
            [ActionIds.Withdraw] = (pressed, token) => services.The<WithdrawAsk>().WithdrawAsync(pressed, token),
            [ActionIds.OtherTopics] = (pressed, token) => services.The<WithdrawAsk>().OpenOtherTopicsAsync(pressed, token),
            [ActionIds.CloseUnmatched] = (pressed, token) => services.The<WithdrawAsk>().CloseAsync(pressed, token),
            [ActionIds.ShowOffer] = (pressed, token) => services.The<AnswerOffer>().ShowAsync(pressed, token),
            [ActionIds.AcceptOffer] = (pressed, token) => services.The<AnswerOffer>().AcceptAsync(pressed, token),
            [ActionIds.DeclineOffer] = (pressed, token) => services.The<AnswerOffer>().DeclineAsync(pressed, token),
            [ActionIds.DeclineAndPause] = (pressed, token) => services.The<AnswerOffer>().DeclineAndPauseAsync(pressed, token),
            [ActionIds.Met] = (pressed, token) => services.The<ReportOutcome>().MetAsync(pressed, token),
            [ActionIds.NotYet] = (pressed, token) => services.The<ReportOutcome>().NotYetAsync(pressed, token),
            [ActionIds.NeverReplied] = (pressed, token) => services.The<ReportOutcome>().NeverRepliedAsync(pressed, token),
            [ActionIds.WentNowhere] = (pressed, token) => services.The<ReportOutcome>().WentNowhereAsync(pressed, token),
            [ActionIds.SayThanks] = (pressed, token) => services.The<ReportOutcome>().OpenThanksAsync(pressed, token),
            [ActionIds.Give] = (pressed, token) => services.The<EditGiverProfile>().OpenAsync(pressed.From, token),
            [ActionIds.Pause] = (pressed, token) => services.The<ChangeAvailability>().PauseAsync(pressed, token),
            [ActionIds.Resume] = (pressed, token) => services.The<ChangeAvailability>().ResumeAsync(pressed, token),
            [ActionIds.StopGiving] = (pressed, token) => services.The<ChangeAvailability>().StopAsync(pressed, token),
            [ActionIds.Unblock] = (pressed, token) => services.The<BlockPeople>().UnblockPressedAsync(pressed, token),
            [ActionIds.Settings] = (pressed, token) => services.The<ChangeSettings>().OpenAsync(pressed, token),
            [ActionIds.Status] = (pressed, token) => services.The<ShowStatus>().StatusAsync(pressed, token),
            [ActionIds.Help] = (_, _) => Task.FromResult<Reply>(new Reply.Say(HelpCards.Help)),
        },
        Forms: new Dictionary<string, Func<Interaction.FormSubmitted, CancellationToken, Task<Reply>>>
        {
            [FormIds.Ask] = (sent, token) => services.The<AskByForm>().SubmitAsync(sent, token),
            [FormIds.Review] = (sent, token) => services.The<ReviewAsk>().SubmitAsync(sent, token),
            [FormIds.OtherTopics] = (sent, token) => services.The<WithdrawAsk>().SubmitOtherTopicsAsync(sent, token),
            [FormIds.Thanks] = (sent, token) => services.The<ReportOutcome>().SubmitThanksAsync(sent, token),
            [FormIds.Give] = (sent, token) => services.The<EditGiverProfile>().SubmitAsync(sent, token),
            [FormIds.Settings] = (sent, token) => services.The<ChangeSettings>().SubmitAsync(sent, token),
        });
}
