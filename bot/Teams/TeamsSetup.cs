using IntroBot.Chat;
using IntroBot.Platforms;

namespace IntroBot.Teams;

/// <summary>Puts Teams into the program.</summary>
public static class TeamsSetup
{
    /// <summary>
    /// Registers Teams. Needs <see cref="IShelf"/> and <see cref="Dispatcher"/> from the program; <paramref name="wall"/> is the time
    /// tokens and rate limits are reckoned by, whatever the story's clock says.
    /// </summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsOptions options, TimeProvider wall)
    {
        services.AddPlatforms(wall);
        return services
            .AddSingleton(options)
            .AddSingleton(program => ActivatorUtilities.CreateInstance<ConnectorKeys>(
                program, WatchedWire.NewClient(program, TeamsOptions.Section, ConnectorKeys.Patience, followsRedirects: true)))
            .AddSingleton<ConnectorTokens>()
            .AddSingleton(program => new ConnectorClient(NewWire(program, options, options.Scope)))
            .AddSingleton(
                program => ActivatorUtilities.CreateInstance<GraphChats>(program, NewWire(program, options, options.GraphScope)))
            .AddSingleton<TeamsPlaces>()
            .AddSingleton<TeamsPeople>()
            .AddSingleton<TeamsNames>()
            .AddSingleton<Admission>()
            .AddSingleton<TeamsChats>()
            .AddSingleton<TeamsDoors>()
            .AddSingleton<GiversChannels>()
            .AddSingleton<TeamsPromises>()
            .AddHostedService(program => program.GetRequiredService<TeamsPromises>())
            .AddSingleton<TeamsHomePosts>()
            .AddSingleton<TeamsHomes>()
            .AddHostedService(program => program.GetRequiredService<TeamsHomes>())
            .AddSingleton<TeamsReplies>()
            .AddSingleton<TeamsForms>()
            .AddSingleton<TeamsActions>()
            .AddSingleton<TeamsDialogs>()
            .AddSingleton<TeamsHearing>()
            .AddSingleton<TeamsDoorstep>()
            .AddSingleton<TeamsMessages>()
            .AddSingleton<TeamsArrivals>()
            .AddSingleton(program => new Deliveries<InvokeResponse>(
                TeamsShelves.Seen,
                before: InvokeResponse.Ok,
                isSettled: answer => answer.Status < StatusCodes.Status500InternalServerError,
                program.GetRequiredService<IShelf>(),
                program.GetRequiredService<Afterwards>(),
                program.GetRequiredService<WallClock>()))
            .AddSingleton<BotFrameworkAdapter>()
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

    private static SignedInWire NewWire(IServiceProvider program, TeamsOptions options, string scope) => new(
        WatchedWire.NewClient(program, TeamsOptions.Section, SignedInWire.Patience),
        options,
        new ConnectorSignIn(() => TeamsCredential.From(options), scope),
        program.GetRequiredService<Pace>(),
        program.GetRequiredService<ILogger<SignedInWire>>());
}
