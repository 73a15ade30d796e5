using IntroBot.Platforms.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntroBot.Platforms;

/// <summary>Puts into the program what all platforms need, once, however many there are.</summary>
internal static class PlatformsSetup
{
    /// <summary>Calls to a platform; <paramref name="outer"/> sees each of them first.</summary>
    public static HttpCalls NewHttpCalls(this IServiceProvider program, string platform, DelegatingHandler? outer = null) => new(
        CallMetricsHandler.NewClient(program, platform, HttpCalls.Timeout, outer: outer),
        program.GetRequiredService<RateLimiter>(),
        new CallLog(platform, program.GetRequiredService<ILogger<CallLog>>()),
        program.SystemClock());

    public static TimeProvider SystemClock(this IServiceProvider program) =>
        program.GetRequiredKeyedService<TimeProvider>(SystemClockAttribute.ServiceKey);

    public static void AddPlatforms(this IServiceCollection services, TimeProvider systemClock)
    {
        services.TryAddKeyedSingleton(SystemClockAttribute.ServiceKey, systemClock);
        services.TryAddSingleton<RateLimiter>();
        services.TryAddSingleton<StoreMigration>();
        services.TryAddSingleton<SeenDeliveries>();
        if (services.All(service => service.ServiceType != typeof(BackgroundTasks)))
        {
            services.AddSingleton<BackgroundTasks>().AddHostedService(program => program.GetRequiredService<BackgroundTasks>());
        }
    }
}
