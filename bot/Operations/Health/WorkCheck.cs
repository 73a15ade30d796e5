using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>
/// Checks that work gets done: messages of this process, and due work. A partition that keeps failing only degrades the status: every
/// instance would fail on it, and all other work goes on.
/// </summary>
internal sealed class WorkCheck(OutboxQueue outbox, DueMonitor due) : IHealthCheck
{
    /// <summary>Maximum delay of work.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check());

    private HealthCheckResult Check() => this switch
    {
        _ when outbox.Age > MaxDelay => Unhealthy($"A message has been on its way for {Minutes(outbox.Age)} minutes: the outbox is stuck."),
        _ when due.SinceLastPass > MaxDelay => Unhealthy($"No due pass has ended for {Minutes(due.SinceLastPass)} minutes."),
        _ when due.Lateness > MaxDelay => Unhealthy($"Work that was due has waited for {Minutes(due.Lateness)} minutes."),
        _ when due.Failing > 0 => HealthCheckResult.Degraded(
            $"The due work of {(due.Failing == 1 ? "one intro or person" : $"{due.Failing} intros or people")} "
                + "fails and is retried: see the log."),
        _ => HealthCheckResult.Healthy(),
    };

    private static HealthCheckResult Unhealthy(string sentence) => HealthCheckResult.Unhealthy(sentence);

    private static int Minutes(TimeSpan time) => (int)time.TotalMinutes;
}
