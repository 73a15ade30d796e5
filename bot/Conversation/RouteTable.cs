using IntroBot.Conversation.PlainWords;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Closing;
using IntroBot.Intros.Drafting;
using IntroBot.Intros.Offers;
using IntroBot.Intros.Searching;
using IntroBot.Stewards;

namespace IntroBot.Conversation;

/// <summary>The route table: every action of a person and the use case that handles it.</summary>
public static class RouteTable
{
    public static Routes Of(IServiceProvider services)
    {
        var commandRouter = services.The<CommandRouter>();
        var messageRouter = services.The<MessageRouter>();
        var plainWords = services.The<AnswerPlainWords>();
        var home = services.The<Home>();
        var suggestTags = services.The<SuggestTags>();
        var handlePersonLeft = services.The<HandlePersonLeft>();
        var startAsk = services.The<StartAsk>();
        var askByForm = services.The<AskByForm>();
        var reviewAsk = services.The<ReviewAsk>();
        var askInChat = services.The<AskInChat>();
        var withdrawAsk = services.The<WithdrawAsk>();
        var answerOffer = services.The<AnswerOffer>();
        var reportOutcome = services.The<ReportOutcome>();
        var welcomeAsker = services.The<WelcomeAsker>();
        var editGiverProfile = services.The<EditGiverProfile>();
        var changeAvailability = services.The<ChangeAvailability>();
        var blockPeople = services.The<BlockPeople>();
        var changeSettings = services.The<ChangeSettings>();
        var showStatus = services.The<ShowStatus>();

        return new Routes(
            Commands: commandRouter.RouteAsync,
            Messages: messageRouter.RouteAsync,
            Home: home.ShowAsync,
            Options: suggestTags.SuggestAsync,
            Left: handlePersonLeft.HandleAsync,
            Buttons: new Dictionary<string, Func<Interaction.ButtonPressed, CancellationToken, Task<Reply>>>
            {
                [ActionIds.Ask] = (pressed, token) => startAsk.StartAsync(pressed, "", token),
                [ActionIds.AskAfresh] = startAsk.StartAfreshAsync,
                [ActionIds.DiscardDraft] = startAsk.DiscardAsync,
                [ActionIds.AskWithWords] = plainWords.StartAskAsync,
                [ActionIds.NoAsk] = plainWords.NoAskAsync,
                [ActionIds.UseAsAnswer] = askInChat.UseAsync,
                [ActionIds.AskInForm] = askByForm.OpenAsync,
                [ActionIds.EditAsk] = askByForm.OpenAsync,
                [ActionIds.ReviewAsk] = reviewAsk.OpenAsync,
                [ActionIds.SendAsk] = reviewAsk.SendAsync,
                [ActionIds.AskInChat] = askInChat.OpenAsync,
                [ActionIds.FieldBack] = askInChat.BackAsync,
                [ActionIds.FieldSkip] = askInChat.SkipAsync,
                [ActionIds.FieldChoose] = askInChat.ChooseAsync,
                [ActionIds.Withdraw] = withdrawAsk.WithdrawAsync,
                [ActionIds.OtherTopics] = withdrawAsk.OpenOtherTopicsAsync,
                [ActionIds.CloseUnmatched] = withdrawAsk.CloseAsync,
                [ActionIds.ShowOffer] = answerOffer.ShowAsync,
                [ActionIds.AcceptOffer] = answerOffer.AcceptAsync,
                [ActionIds.DeclineOffer] = answerOffer.DeclineAsync,
                [ActionIds.DeclineAndPause] = answerOffer.DeclineAndPauseAsync,
                [ActionIds.Met] = reportOutcome.MetAsync,
                [ActionIds.NotYet] = reportOutcome.NotYetAsync,
                [ActionIds.NeverReplied] = reportOutcome.NeverRepliedAsync,
                [ActionIds.WentNowhere] = reportOutcome.WentNowhereAsync,
                [ActionIds.SayThanks] = reportOutcome.OpenThanksAsync,
                [ActionIds.Give] = (pressed, token) => editGiverProfile.OpenAsync(pressed.From, token),
                [ActionIds.Pause] = changeAvailability.PauseAsync,
                [ActionIds.Resume] = changeAvailability.ResumeAsync,
                [ActionIds.AskMeLess] = changeAvailability.AskLessAsync,
                [ActionIds.MayAskAgain] = welcomeAsker.WelcomeAsync,
                [ActionIds.StopGiving] = changeAvailability.StopAsync,
                [ActionIds.Block] = blockPeople.BlockPressedAsync,
                [ActionIds.Unblock] = blockPeople.UnblockPressedAsync,
                [ActionIds.Settings] = changeSettings.OpenAsync,
                [ActionIds.Status] = showStatus.StatusAsync,
                [ActionIds.Type] = commandRouter.RouteAsync,
                [ActionIds.Help] = (_, _) => Task.FromResult<Reply>(new Reply.Say(HelpCards.Help)),
            },
            Forms: new Dictionary<string, Func<Interaction.FormSubmitted, CancellationToken, Task<Reply>>>
            {
                [FormIds.Ask] = askByForm.SubmitAsync,
                [FormIds.Review] = reviewAsk.SubmitAsync,
                [FormIds.OtherTopics] = withdrawAsk.SubmitOtherTopicsAsync,
                [FormIds.Thanks] = reportOutcome.SubmitThanksAsync,
                [FormIds.Give] = editGiverProfile.SubmitAsync,
                [FormIds.Settings] = changeSettings.SubmitAsync,
            });
    }
}
