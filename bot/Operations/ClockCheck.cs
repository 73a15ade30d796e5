using IntroBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Operations;

/// <summary>Whether this machine's clock agrees with those of the store and of the platforms.</summary>
internal sealed class ClockCheck(StoreClock store, ClockWatch platforms) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Look());

    private HealthCheckResult Look()
    {
        if (store.Ahead is { } ahead && ahead.Duration() > StoreClock.Notable)
        {
            var sentence = $"This machine's clock is {ClockWords.Of(ahead)} the store's: let a time server set it.";
            return store.IsFarOff ? HealthCheckResult.Unhealthy(sentence) : HealthCheckResult.Degraded(sentence);
        }

        if (platforms.Furthest is { } furthest && furthest.Ahead.Duration() > ClockWatch.Notable)
        {
            var sentence = $"This machine's clock is {ClockWords.Of(furthest.Ahead)} the one of {furthest.Platform}: let a time server set it.";
            return furthest.Ahead.Duration() > ClockWatch.Most ? HealthCheckResult.Unhealthy(sentence) : HealthCheckResult.Degraded(sentence);
        }

        return HealthCheckResult.Healthy();
    }
}
