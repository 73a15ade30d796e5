using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntroBot.Platforms;

/// <summary>Puts into the program what all platforms need, once, however many there are.</summary>
internal static class PlatformsSetup
{
    public static void AddPlatforms(this IServiceCollection services, TimeProvider wall)
    {
        services.TryAddSingleton(new WallClock(wall));
        services.TryAddSingleton<RateLimiter>();
        services.TryAddSingleton<StoreMigration>();
        services.TryAddSingleton<SeenDeliveries>();
        if (services.All(service => service.ServiceType != typeof(BackgroundTasks)))
        {
            services.AddSingleton<BackgroundTasks>().AddHostedService(program => program.GetRequiredService<BackgroundTasks>());
        }
    }
}
