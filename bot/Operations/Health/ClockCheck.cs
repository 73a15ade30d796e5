using IntroBot.Storage;
using IntroBot.Storage.AzureTables;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>Whether this machine's clock agrees with those of the store and of the platforms.</summary>
internal sealed class ClockCheck(StoreClock store, ClockMonitor platforms) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Look());

    private HealthCheckResult Look()
    {
        if (store.Ahead is { } ahead && ahead.Duration() > StoreClock.Notable)
        {
            return Told(store.IsFarOff, ahead, "the store's");
        }

        return platforms.Furthest is { } furthest && furthest.Ahead.Duration() > ClockMonitor.NotableSkew
            ? Told(furthest.Ahead.Duration() > ClockMonitor.MaxReadings, furthest.Ahead, $"the one of {furthest.Platform}")
            : HealthCheckResult.Healthy();
    }

    private static HealthCheckResult Told(bool isFarOff, TimeSpan ahead, string whose) => new(
        isFarOff ? HealthStatus.Unhealthy : HealthStatus.Degraded,
        $"This machine's clock is {ClockSkewText.Of(ahead)} {whose}: let a time server set it.");
}
