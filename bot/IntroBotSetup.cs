using IntroBot.Chat;
using IntroBot.Decisions;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Matching;
using IntroBot.Operations;
using IntroBot.Playground;
using IntroBot.Slack;
using IntroBot.Stewards;
using IntroBot.Storage;
using IntroBot.Teams;

namespace IntroBot;

/// <summary>Puts the rooms together; the only file that knows every one of them.</summary>
public static class IntroBotSetup
{
    private const string HomeAddress = "http://localhost:3978";

    public static void AddIntroBot(this WebApplicationBuilder builder)
    {
        var playground = PlaygroundOptions.From(builder.Configuration);
        var slack = builder.Configuration.GetSection(SlackOptions.Section).Get<SlackOptions>() ?? new SlackOptions();
        var teams = TeamsOptions.From(builder.Configuration);
        var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            && string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.HttpPortsKey]))
        {
            builder.WebHost.UseUrls(HomeAddress);
        }

        builder.ExplainInsteadOfTracing();
        builder.AddOperations();
        builder.Services.AddSingleton(new Mistakes(
            playground.Check(builder.Environment),
            TableStores.Mistake(storage),
            slack.Check(),
            teams.Check(),
            OperationsSetup.Check(builder.Configuration)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(program => program.Watched(
            TableStores.From(storage, builder.Environment.ContentRootPath, program.GetRequiredService<StoreClock>())));
        builder.Services.AddStories();
        if (slack.IsOn && slack.Check() is null)
        {
            builder.Services.AddSlack(slack, TimeProvider.System);
        }

        if (teams.IsOn && teams.Check() is null)
        {
            builder.Services.AddTeams(teams, TimeProvider.System);
        }

        if (playground.IsOn(builder.Environment, platformConfigured: slack.IsOn || teams.IsOn))
        {
            builder.Services.AddPlayground(program => (who, member, key, token) =>
                program.GetRequiredService<OfferHelp>()
                    .SubmitAsync(new Interaction.FormSubmitted(who, key, FormIds.Give, "", ProfileOf(member)), token));
        }

        builder.Services.AddStorageWork();
    }

    public static void MapIntroBot(this WebApplication app)
    {
        // A program that only explains its mistakes makes nothing of what they are about.
        if (app.Services.GetRequiredService<Mistakes>().First is not null)
        {
            return;
        }

        app.MapOperations();
        if (app.Services.GetService<SlackOptions>() is not null)
        {
            app.MapSlack();
        }

        if (app.Services.GetService<TeamsOptions>() is not null)
        {
            app.MapTeams();
        }

        if (app.Services.GetService<PlaygroundPage>() is not null)
        {
            app.MapPlayground();
        }
    }

    /// <summary>The stories, and the one list of what a person can do.</summary>
    public static IServiceCollection AddStories(this IServiceCollection services) => services
        .AddSingleton<GiverFinder>()
        .AddSingleton<ListGivers>()
        .AddSingleton<OfferHelp>()
        .AddSingleton<StepBack>()
        .AddSingleton<SuggestTags>()
        .AddSingleton<BlockPeople>()
        .AddSingleton<ChangeSettings>()
        .AddSingleton<DraftCoach>()
        .AddSingleton<StartAsk>()
        .AddSingleton<ReviewAsk>()
        .AddSingleton<AskByForm>()
        .AddSingleton<AskInChat>()
        .AddSingleton<FindGiver>()
        .AddSingleton<AnswerOffer>()
        .AddSingleton<TakeBackAsk>()
        .AddSingleton<ReportOutcome>()
        .AddSingleton<SayGoodbye>()
        .AddSingleton<ShowStatus>()
        .AddSingleton<ObeyCommand>()
        .AddSingleton<HearMessage>()
        .AddSingleton<IEffects, CarryOut>()
        .AddSingleton<IFollowThrough<Intro>, IntroFollowThrough>()
        .AddSingleton<IFollowThrough<Giver>, GiverFollowThrough>()
        .AddSingleton<IFollowThrough<WorkspaceSettings>, SettingsFollowThrough>()
        .AddSingleton(RoutesOf)
        .AddSingleton<Dispatcher>();

    /// <summary>The form a member of the cast fills in to become a giver.</summary>
    private static FormAnswers ProfileOf(CastMember member) => new(new Dictionary<string, IReadOnlyList<string>>
    {
        [GiverForms.Topics] = member.Topics,
        [GiverForms.Companies] = member.Companies,
        [GiverForms.Kinds] = member.Helps,
        [GiverForms.Cap] = ["2"],
        [GiverForms.QuietFrom] = ["20:00"],
        [GiverForms.QuietTo] = ["08:00"],
    });

    private static Routes RoutesOf(IServiceProvider program)
    {
        var (startAsk, byForm, inChat, review) = (The<StartAsk>(), The<AskByForm>(), The<AskInChat>(), The<ReviewAsk>());
        var (answer, loop, takeBack) = (The<AnswerOffer>(), The<ReportOutcome>(), The<TakeBackAsk>());
        var (offerHelp, stepBack, block, status) = (The<OfferHelp>(), The<StepBack>(), The<BlockPeople>(), The<ShowStatus>());
        var settings = The<ChangeSettings>();
        return new Routes(
            Commands: The<ObeyCommand>().ObeyAsync,
            Messages: The<HearMessage>().HearAsync,
            Home: status.HomeAsync,
            Options: The<SuggestTags>().SuggestAsync,
            Left: The<SayGoodbye>().LeaveAsync,
            Buttons: new Dictionary<string, Func<Interaction.ButtonPressed, CancellationToken, Task<Reply>>>
            {
                [ActionIds.Ask] = (pressed, token) => startAsk.StartAsync(pressed, "", token),
                [ActionIds.AskAfresh] = startAsk.StartAfreshAsync,
                [ActionIds.AskInForm] = byForm.OpenAsync,
                [ActionIds.EditAsk] = byForm.OpenAsync,
                [ActionIds.ReviewAsk] = review.OpenAsync,
                [ActionIds.SendAsk] = review.SendAsync,
                [ActionIds.DiscardDraft] = startAsk.DiscardAsync,
                [ActionIds.AskInChat] = inChat.OpenAsync,
                [ActionIds.FieldBack] = inChat.BackAsync,
                [ActionIds.FieldSkip] = inChat.SkipAsync,
                [ActionIds.FieldChoose] = inChat.ChooseAsync,
                [ActionIds.Withdraw] = takeBack.WithdrawAsync,
                [ActionIds.OtherTopics] = takeBack.OpenOtherTopicsAsync,
                [ActionIds.CloseUnmatched] = takeBack.CloseAsync,
                [ActionIds.ShowOffer] = answer.ShowAsync,
                [ActionIds.AcceptOffer] = answer.AcceptAsync,
                [ActionIds.DeclineOffer] = answer.DeclineAsync,
                [ActionIds.DeclineAndPause] = answer.DeclineAndPauseAsync,
                [ActionIds.Met] = loop.MetAsync,
                [ActionIds.NotYet] = loop.NotYetAsync,
                [ActionIds.NeverReplied] = loop.NeverRepliedAsync,
                [ActionIds.WentNowhere] = loop.WentNowhereAsync,
                [ActionIds.SayThanks] = loop.OpenThanksAsync,
                [ActionIds.Give] = (pressed, token) => offerHelp.OpenAsync(pressed.From, token),
                [ActionIds.Pause] = stepBack.PauseAsync,
                [ActionIds.Resume] = stepBack.ResumeAsync,
                [ActionIds.StopGiving] = stepBack.StopAsync,
                [ActionIds.Unblock] = block.UnblockPressedAsync,
                [ActionIds.Settings] = settings.OpenAsync,
                [ActionIds.Status] = status.StatusAsync,
                [ActionIds.Help] = (_, _) => Task.FromResult<Reply>(new Reply.Say(HelpCards.Help)),
            },
            Forms: new Dictionary<string, Func<Interaction.FormSubmitted, CancellationToken, Task<Reply>>>
            {
                [FormIds.Ask] = byForm.SubmitAsync,
                [FormIds.Review] = review.SubmitAsync,
                [FormIds.OtherTopics] = takeBack.SubmitOtherTopicsAsync,
                [FormIds.Thanks] = loop.SubmitThanksAsync,
                [FormIds.Give] = offerHelp.SubmitAsync,
                [FormIds.Settings] = settings.SubmitAsync,
            });

        T The<T>()
            where T : notnull => program.GetRequiredService<T>();
    }
}
