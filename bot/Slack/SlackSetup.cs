using IntroBot.Conversation;
using IntroBot.Givers;
using IntroBot.Platforms;
using IntroBot.Platforms.Http;
using IntroBot.Slack.Inbound;
using IntroBot.Slack.Install;
using IntroBot.Slack.SocketMode;
using IntroBot.Slack.WebApi;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace IntroBot.Slack;

/// <summary>Puts Slack into the program.</summary>
public static class SlackSetup
{
    /// <summary>
    /// Registers the options, to be validated when the program starts, and returns them as they stand: they decide before that what the
    /// program is made of.
    /// </summary>
    public static SlackOptions AddSlackOptions(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SlackOptions.Section);
        services.AddOptionsWithValidateOnStart<SlackOptions, SlackOptionsValidator>().Bind(section);
        services.AddSingleton(program => program.GetRequiredService<IOptions<SlackOptions>>().Value);
        return section.Get<SlackOptions>() ?? new SlackOptions();
    }

    /// <summary>
    /// Registers Slack as its options ask. Needs these, <see cref="IKeyValueStore"/> and <see cref="Dispatcher"/> from the program;
    /// <paramref name="systemClock"/> is the time signatures and rate limits are reckoned by, whatever the story's clock says.
    /// </summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options, TimeProvider systemClock)
    {
        services.AddPlatforms(systemClock);
        services.AddRequests();
        if (options.IsInstallable)
        {
            services.AddInstalling();
        }

        if (options.HearsSocket)
        {
            services.AddSingleton<SocketOpener>().AddHostedService<SlackSocket>();
        }

        return services;
    }

    /// <summary>Maps the addresses at which Slack calls, and people who install the app.</summary>
    public static WebApplication MapSlack(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<SlackOptions>();
        if (options.HearsHttp)
        {
            app.MapPost(SlackEndpoint.Path, (RequestDelegate)app.Services.GetRequiredService<SlackEndpoint>().HandleAsync);
        }

        if (options.IsInstallable)
        {
            var install = app.Services.GetRequiredService<InstallEndpoints>();
            app.MapMethods(InstallEndpoints.InstallPath, [HttpMethods.Get, HttpMethods.Head], (RequestDelegate)install.BeginAsync);
            app.MapGet(InstallEndpoints.RedirectPath, (RequestDelegate)install.EndAsync);
        }

        return app;
    }

    private static void AddRequests(this IServiceCollection services) => services
        .AddSingleton(program => ActivatorUtilities.CreateInstance<SlackClient>(program, program.NewHttpCalls(SlackOptions.Section)))
        .AddSingleton(program => ActivatorUtilities.CreateInstance<ResponseUrls>(program, program.NewHttpCalls(SlackOptions.Section)))
        .AddSingleton<TokenIdentity>()
        .AddSingleton<ConfiguredInstallation>()
        .AddHostedService(program => program.GetRequiredService<ConfiguredInstallation>())
        .AddSingleton<IInstallations>(program => new Installations(
            program.GetRequiredService<ConfiguredInstallation>(), program.GetService<StoredInstallations>()))
        .AddSingleton(NewApi)
        .AddSingleton<SlackPeople>()
        .AddSingleton<IPeopleDirectory, SlackDirectory>()
        .AddSingleton<Admission>()
        .AddSingleton<SlackChats>()
        .AddSingleton<SlackHomeDrawing>()
        .AddSingleton<SlackHomeRefresher>()
        .AddSingleton<SlackAnswers>()
        .AddSingleton<IWorkHandler>(program => program.GetRequiredService<SlackAnswers>())
        .AddSingleton<SlackReplies>()
        .AddSingleton<SlackTurn>()
        .AddSingleton<SlackCommands>()
        .AddSingleton<SlackButtons>()
        .AddSingleton<SlackForms>()
        .AddSingleton<SlackWelcome>()
        .AddSingleton<SlackAppHome>()
        .AddSingleton<SlackEvents>()
        .AddSingleton<SlackRoutes>()
        .AddSingleton(new RecentAnswers<SlackAnswer>(answer => answer is not (SlackAnswer.Failed or SlackAnswer.BadRequest)))
        .AddSingleton<DeferredRequests>()
        .AddSingleton<SlackApologies>()
        .AddSingleton<IWorkHandler, LateAnswers>()
        .AddHostedService<SlackMigration>()
        .AddSingleton<SlackAdapter>()
        .AddSingleton<SlackMessenger>()
        .AddSingleton<IMessenger>(program => program.GetRequiredService<SlackMessenger>())
        .AddSingleton(program => ActivatorUtilities.CreateInstance<SlackTime>(program, NewHttp(program)))
        .AddSingleton<RefusedRequests<SignatureFailure>>()
        .AddSingleton<SignatureFailureMonitor>()
        .AddSingleton<SlackEndpoint>();

    private static void AddInstalling(this IServiceCollection services)
    {
        services.AddSingleton<StoredKeyRing>().AddSingleton<TokenExchange>()
            .AddSingleton<InstallationRecords>().AddSingleton<StoredInstallations>();
        services.AddSingleton<OAuthStates>().AddSingleton<InstallEndpoints>();
        services.AddDataProtection().SetApplicationName("IntroBot");
        services.AddOptions<KeyManagementOptions>().Configure<StoredKeyRing>((keys, ring) => keys.XmlRepository = ring);

        // It warns of unencrypted keys, since it does not know that the ring seals them.
        services.AddLogging(
            logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
    }

    /// <summary>Only calls in the name of an installation go through the handler of its token.</summary>
    private static SlackApi NewApi(IServiceProvider program)
    {
        var installations = program.GetRequiredService<IInstallations>();
        var calls = program.NewHttpCalls(SlackOptions.Section, new InstallationTokenHandler(installations));
        return new SlackApi(ActivatorUtilities.CreateInstance<SlackClient>(program, calls), installations);
    }

    /// <summary>Answers are read to their end within the timeout of one call.</summary>
    private static HttpClient NewHttp(IServiceProvider program) =>
        CallMetricsHandler.NewClient(program, SlackOptions.Section, HttpCalls.Timeout);
}
