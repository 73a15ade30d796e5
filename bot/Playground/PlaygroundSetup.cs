using IntroBot.Conversation;
using IntroBot.Givers;
using IntroBot.Platforms;
using IntroBot.Playground.Community;
using IntroBot.Playground.Page;

namespace IntroBot.Playground;

/// <summary>Puts the playground into the program.</summary>
public static class PlaygroundSetup
{
    /// <summary>
    /// Registers the options, to be validated when the program starts, and returns them as they stand: they decide before that what the
    /// program is made of.
    /// </summary>
    public static PlaygroundOptions AddPlaygroundOptions(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(PlaygroundOptions.Section);
        services.AddOptionsWithValidateOnStart<PlaygroundOptions, PlaygroundOptionsValidator>().Bind(section);
        return section.Get<PlaygroundOptions>() ?? new PlaygroundOptions();
    }

    /// <summary>
    /// Registers the playground. Needs <see cref="IKeyValueStore"/>, <see cref="Dispatcher"/> and <see cref="Decisions.IDueWork"/> from the
    /// program, and whatever opens the store registered before it; makes its clock the program's <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, Func<IServiceProvider, OptIn> optIn) => services
        .AddSingleton(_ => new PlaygroundClock(TimeProvider.System))
        .AddSingleton<TimeProvider>(program => program.GetRequiredService<PlaygroundClock>())
        .AddSingleton(optIn)
        .AddSingleton<ChangeNotifier>()
        .AddSingleton<Conversations>()
        .AddSingleton<OpenForms>()
        .AddSingleton<ClockAdvance>()
        .AddSingleton<PlaygroundCommunity>()
        .AddSingleton<IPeopleDirectory, PlaygroundDirectory>()
        .AddHostedService(program => program.GetRequiredService<PlaygroundCommunity>())
        .AddSingleton<PlaygroundMessenger>()
        .AddSingleton<IMessenger>(program => program.GetRequiredService<PlaygroundMessenger>())
        .AddSingleton<PlaygroundAdapter>()
        .AddSingleton<PlaygroundPosts>()
        .AddSingleton<PlaygroundEvents>()
        .AddSingleton<PageReader>()
        .AddSingleton<PlaygroundPage>();

    /// <summary>Maps the page at <c>/</c> and all that belongs to it.</summary>
    public static WebApplication MapPlayground(this WebApplication app)
    {
        var page = app.Services.GetRequiredService<PlaygroundPage>();
        var events = app.Services.GetRequiredService<PlaygroundEvents>();
        var posts = app.Services.GetRequiredService<PlaygroundPosts>();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("IntroBot.Playground");

        void Get(string path, RequestDelegate answer) => app.MapGet(path, PlaygroundGuard.Around(answer, logger));
        void Post(string path, RequestDelegate answer) => app.MapPost(path, PlaygroundGuard.Around(answer, logger));

        Get(PlaygroundPaths.Page, page.PageAsync);
        Get(PlaygroundPaths.View, page.ViewAsync);
        Get(PlaygroundPaths.Events, events.StreamAsync);
        Get(PlaygroundPaths.Assets + "/{name}", PlaygroundAssets.ServeAsync);
        Post(PlaygroundPaths.Type, posts.TypeAsync);
        Post(PlaygroundPaths.Press, posts.PressAsync);
        Post(PlaygroundPaths.Submit, posts.SubmitAsync);
        Post(PlaygroundPaths.Say, posts.SayAsync);
        Post(PlaygroundPaths.Clock, posts.MoveClockAsync);
        Post(PlaygroundPaths.Reset, posts.ResetAsync);
        return app;
    }
}
