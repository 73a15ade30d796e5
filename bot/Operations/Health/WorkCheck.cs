using IntroBot.Storage.Work;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>
/// Whether work gets done: messages this process committed, and whatever is due. Work that fails by itself, again and again, is
/// told but makes nothing unready: every instance would meet it, and the rest goes on.
/// </summary>
internal sealed class WorkCheck(OutboxQueue outbox, DueMonitor due) : IHealthCheck
{
    /// <summary>How long anything may wait that should have been done.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromMinutes(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Look());

    private HealthCheckResult Look() => this switch
    {
        _ when outbox.Age > Max => Unready($"A message has been on its way for {Minutes(outbox.Age)} minutes: the outbox is stuck."),
        _ when due.SinceRound > Max => Unready($"Nobody has looked at what is due for {Minutes(due.SinceRound)} minutes."),
        _ when due.Behind > Max => Unready($"Work that was due has waited for {Minutes(due.Behind)} minutes."),
        _ when due.Failing > 0 => HealthCheckResult.Degraded(
            $"The due work of {(due.Failing == 1 ? "one intro or person" : $"{due.Failing} intros or people")} "
                + "fails and is tried again: see the log."),
        _ => HealthCheckResult.Healthy(),
    };

    private static HealthCheckResult Unready(string sentence) => HealthCheckResult.Unhealthy(sentence);

    private static int Minutes(TimeSpan time) => (int)time.TotalMinutes;
}
