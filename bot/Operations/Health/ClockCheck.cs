using IntroBot.Storage;
using IntroBot.Storage.AzureTables;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>Whether this machine's clock agrees with those of the store and of the platforms.</summary>
internal sealed class ClockCheck(StoreClock storeClock, ClockMonitor platformClocks) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (storeClock.Ahead is { } ahead && ahead.Duration() > StoreClock.NotableSkew)
        {
            return Skewed(storeClock.IsSkewed, ahead, "the store's");
        }

        return platformClocks.LargestSkew is { } furthest && furthest.Ahead.Duration() > ClockMonitor.NotableSkew
            ? Skewed(furthest.Ahead.Duration() > ClockMonitor.MaxSkew, furthest.Ahead, $"the one of {furthest.Platform}")
            : HealthCheckResult.Healthy();
    }

    private static HealthCheckResult Skewed(bool isFarOff, TimeSpan ahead, string reference) => new(
        isFarOff ? HealthStatus.Unhealthy : HealthStatus.Degraded,
        $"This machine's clock is {ClockSkewText.Of(ahead)} {reference}: let a time server set it.");
}
