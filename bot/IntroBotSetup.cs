using IntroBot.Chat.Cards;
using IntroBot.Chat.Interactions;
using IntroBot.Conversation;
using IntroBot.Decisions;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Intros.Closing;
using IntroBot.Intros.Drafting;
using IntroBot.Intros.Offers;
using IntroBot.Intros.Searching;
using IntroBot.Matching;
using IntroBot.Operations;
using IntroBot.Operations.Startup;
using IntroBot.Playground;
using IntroBot.Playground.Community;
using IntroBot.Playground.Page;
using IntroBot.Slack;
using IntroBot.Stewards;
using IntroBot.Storage;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Tables;
using IntroBot.Teams;

namespace IntroBot;

/// <summary>Composes all rooms; the only file that knows every one of them.</summary>
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
        builder.Services.AddSingleton(new ConfigurationErrors(
            playground.Check(builder.Environment),
            TableStores.ErrorIn(storage),
            slack.Check(),
            teams.Check(),
            OperationsSetup.Check(builder.Configuration)));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(provider => provider.Watched(
            TableStores.From(storage, builder.Environment.ContentRootPath, provider.GetRequiredService<StoreClock>())));
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
            builder.Services.AddPlayground(provider => (who, member, key, token) =>
                provider.GetRequiredService<EditGiverProfile>()
                    .SubmitAsync(new Interaction.FormSubmitted(who, key, FormIds.Give, "", ProfileOf(member)), token));
        }

        builder.Services.AddStorageWork();
    }

    public static void MapIntroBot(this WebApplication app)
    {
        // A program that only reports configuration errors creates none of the services that they concern.
        if (app.Services.GetRequiredService<ConfigurationErrors>().First is not null)
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

    /// <summary>Registers the use cases and the conversation; home sections appear in the order of registration.</summary>
    public static IServiceCollection AddStories(this IServiceCollection services) => services
        .AddSingleton<GiverFinder>()
        .AddSingleton<IndexGiver>()
        .AddSingleton<EditGiverProfile>()
        .AddSingleton<ChangeAvailability>()
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
        .AddSingleton<WithdrawAsk>()
        .AddSingleton<ReportOutcome>()
        .AddSingleton<HandlePersonLeft>()
        .AddSingleton<ShowStatus>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<MessageRouter>()
        .AddSingleton<IEffects, EffectHandlers>()
        .AddSingleton<INoticePolicy<Intro>, IntroNoticePolicy>()
        .AddSingleton<INoticePolicy<Giver>, GiverNoticePolicy>()
        .AddSingleton<INoticePolicy<WorkspaceSettings>, SettingsNoticePolicy>()
        .AddSingleton<IHomeSection, IntrosHomeSection>()
        .AddSingleton<IHomeSection, GiverHomeSection>()
        .AddSingleton<IHomeSection, SettingsHomeSection>()
        .AddSingleton<Home>()
        .AddSingleton(RouteTable.Of)
        .AddSingleton<Dispatcher>();

    /// <summary>The answers by which a member of the cast becomes a giver.</summary>
    private static FormAnswers ProfileOf(CastMember member) => new(new Dictionary<string, IReadOnlyList<string>>
    {
        [GiverForms.Topics] = member.Topics,
        [GiverForms.Companies] = member.Companies,
        [GiverForms.Kinds] = member.Helps,
        [GiverForms.Cap] = ["2"],
        [GiverForms.QuietFrom] = ["20:00"],
        [GiverForms.QuietTo] = ["08:00"],
    });
}
