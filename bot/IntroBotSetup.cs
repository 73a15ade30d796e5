using IntroBot.Conversation;
using IntroBot.Conversation.PlainWords;
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
using Microsoft.Extensions.Options;

namespace IntroBot;

/// <summary>Puts the rooms together; the only file that knows every one of them.</summary>
public static class IntroBotSetup
{
    private const string HomeAddress = "http://localhost:3978";

    public static void AddIntroBot(this WebApplicationBuilder builder)
    {
        // Of several mistakes the first is told, in this order.
        var playground = builder.Services.AddPlaygroundOptions(builder.Configuration);
        builder.Services.AddStorageOptions(builder.Configuration);
        var slack = builder.Services.AddSlackOptions(builder.Configuration);
        var teams = builder.Services.AddTeamsOptions(builder.Configuration);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])
            && string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.HttpPortsKey]))
        {
            builder.WebHost.UseUrls(HomeAddress);
        }

        builder.ExplainInsteadOfTracing();
        builder.AddOperations();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(program => program.Metered(TableStores.From(
            program.GetRequiredService<IOptions<StorageOptions>>().Value,
            builder.Environment.ContentRootPath,
            program.GetRequiredService<StoreClock>())));
        builder.Services.AddStories();
        if (slack.IsOn)
        {
            builder.Services.AddSlack(slack, TimeProvider.System);
        }

        if (teams.IsOn)
        {
            builder.Services.AddTeams(TimeProvider.System);
        }

        if (playground.IsOn(builder.Environment, platformConfigured: slack.IsOn || teams.IsOn))
        {
            builder.Services.AddPlayground(program => (who, member, key, token) =>
                program.GetRequiredService<EditGiverProfile>()
                    .SubmitAsync(new Interaction.FormSubmitted(who, key, FormIds.Give, "", ProfileOf(member)), token));
        }

        builder.Services.AddStorageWork();
    }

    public static void MapIntroBot(this WebApplication app)
    {
        app.MapOperations();
        if (app.Services.GetRequiredService<SlackOptions>().IsOn)
        {
            app.MapSlack();
        }

        if (app.Services.GetRequiredService<TeamsOptions>().IsOn)
        {
            app.MapTeams();
        }

        if (app.Services.GetService<PlaygroundPage>() is not null)
        {
            app.MapPlayground();
        }
    }

    /// <summary>
    /// The stories and the conversation above them; sections of the home stand in the order in which they are added here.
    /// </summary>
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
        .AddSingleton<WelcomeAsker>()
        .AddSingleton<HandlePersonLeft>()
        .AddSingleton<ShowStatus>()
        .AddSingleton<CommandRouter>()
        .AddSingleton<MessageRouter>()
        .AddSingleton<AnswerPlainWords>()
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
}
