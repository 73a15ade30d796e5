using IntroBot.Conversation;
using IntroBot.Givers;
using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Teams.Channels;
using IntroBot.Teams.Connector;
using IntroBot.Teams.Graph;
using IntroBot.Teams.Inbound;
using Microsoft.Extensions.Options;

namespace IntroBot.Teams;

/// <summary>Puts Teams into the program.</summary>
public static class TeamsSetup
{
    /// <summary>
    /// Registers the options, to be validated when the program starts, and returns them as they stand: they decide before that what the
    /// program is made of.
    /// </summary>
    public static TeamsOptions AddTeamsOptions(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TeamsOptions.Section);
        services.AddOptionsWithValidateOnStart<TeamsOptions, TeamsOptionsValidator>().Bind(section);
        services.AddSingleton(program => program.GetRequiredService<IOptions<TeamsOptions>>().Value);
        return section.Get<TeamsOptions>() ?? new TeamsOptions();
    }

    /// <summary>
    /// Registers Teams. Needs its options, <see cref="IKeyValueStore"/> and <see cref="Dispatcher"/> from the program;
    /// <paramref name="systemClock"/> is the time tokens and rate limits are reckoned by, whatever the story's clock says.
    /// </summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, TimeProvider systemClock)
    {
        services.AddPlatforms(systemClock);
        return services
            .AddSingleton(program => ActivatorUtilities.CreateInstance<ConnectorKeys>(
                program, CallMetricsHandler.NewClient(program, TeamsOptions.Section, ConnectorKeys.Timeout, followsRedirects: true)))
            .AddSingleton<ConnectorTokens>()
            .AddSingleton<RefusedRequests<TokenFailure>>()
            .AddSingleton(program => new ConnectorClient(NewHttp(program, options => options.Scope)))
            .AddSingleton(
                program => ActivatorUtilities.CreateInstance<GraphChats>(program, NewHttp(program, options => options.GraphScope)))
            .AddSingleton<TeamsConversations>()
            .AddSingleton<PersonLookup>()
            .AddSingleton<TeamsPeople>()
            .AddSingleton<TeamsNames>()
            .AddSingleton<IPeopleDirectory, TeamsDirectory>()
            .AddSingleton<Admission>()
            .AddSingleton<TeamsChats>()
            .AddSingleton<ChatDeepLinks>()
            .AddSingleton<GiversChannels>()
            .AddSingleton<ChannelNames>()
            .AddSingleton<LostChannels>()
            .AddSingleton<ChannelEvents>()
            .AddSingleton<TeamsAnswers>()
            .AddSingleton<IWorkHandler>(program => program.GetRequiredService<TeamsAnswers>())
            .AddSingleton<TeamsHomeDrawing>()
            .AddSingleton<TeamsHomeStore>()
            .AddSingleton<TeamsHomeRefresher>()
            .AddSingleton<IWorkHandler>(program => program.GetRequiredService<TeamsHomeRefresher>())
            .AddSingleton<TeamsArrivals>()
            .AddSingleton<IWorkHandler>(program => program.GetRequiredService<TeamsArrivals>())
            .AddHostedService<TeamsMigration>()
            .AddSingleton<TeamsReplies>()
            .AddSingleton<TeamsTurn>()
            .AddSingleton<TeamsActions>()
            .AddSingleton<TeamsDialogs>()
            .AddSingleton<MessageReader>()
            .AddSingleton<RefusalSender>()
            .AddSingleton<TeamsMessages>()
            .AddSingleton<PersonMembership>()
            .AddSingleton<ChannelMembership>()
            .AddSingleton<MembershipEvents>()
            .AddSingleton<TeamsRoutes>()
            .AddSingleton(new RecentAnswers<InvokeResponse>(answer => answer.Status < StatusCodes.Status500InternalServerError))
            .AddSingleton<BotFrameworkAdapter>()
            .AddSingleton<TeamsPosts>()
            .AddSingleton<TeamsMessenger>()
            .AddSingleton<IMessenger>(program => program.GetRequiredService<TeamsMessenger>())
            .AddSingleton<TeamsEndpoint>();
    }

    /// <summary>Maps the address at which Teams calls.</summary>
    public static WebApplication MapTeams(this WebApplication app)
    {
        app.MapPost(TeamsEndpoint.Path, (RequestDelegate)app.Services.GetRequiredService<TeamsEndpoint>().HandleAsync);
        return app;
    }

    private static TeamsHttp NewHttp(IServiceProvider program, Func<TeamsOptions, string> scope)
    {
        var options = program.GetRequiredService<TeamsOptions>();
        var signIn = new ConnectorSignIn(() => TeamsCredential.From(options), scope(options));
        var bearer = new BearerTokenHandler(signIn, program.GetRequiredService<ILogger<BearerTokenHandler>>());
        return new TeamsHttp(program.NewHttpCalls(TeamsOptions.Section, bearer), options);
    }
}
