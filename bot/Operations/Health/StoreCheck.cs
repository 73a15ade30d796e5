using IntroBot.Operations.Telemetry;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>
/// Checks the store by a read, and by a write where the last write failed. The result is cached for a few seconds, and a caller waits no
/// longer than the timeout.
/// </summary>
internal sealed class StoreCheck(ITableStore tables, StoreMonitor monitor, TimeProvider systemClock) : IHealthCheck
{
    /// <summary>Timeout of one check.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>How long a result is cached.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(5);

    private const string Partition = "healthz";
    private const string Row = "look";

    /// <summary>As large as anything a person may send: a small write could still fit on a disk that is full for others.</summary>
    private static readonly Dictionary<string, string> LargeColumns = new() { ["Text"] = new string('x', 30_000) };

    private readonly Lock gate = new();
    private Task<HealthCheckResult>? check;
    private long checkedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Check().WaitAsync(Timeout, systemClock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"The store did not answer within {Timeout.TotalSeconds} seconds.");
        }
    }

    /// <summary>The last check while it is cached or running, otherwise a new one.</summary>
    private Task<HealthCheckResult> Check()
    {
        lock (gate)
        {
            if (check is null || (check.IsCompleted && systemClock.GetElapsedTime(checkedAt) > TimeToLive))
            {
                (check, checkedAt) = (Task.Run(CheckAsync), systemClock.GetTimestamp());
            }

            return check;
        }
    }

    private async Task<HealthCheckResult> CheckAsync()
    {
        try
        {
            await tables.FindAsync(StoreKeys.KeyValue, Partition, Row, CancellationToken.None);
            if (monitor.WriteFault is not null)
            {
                await tables.WriteAsync(StoreKeys.KeyValue, Partition, [new RowChange.Put(Row, LargeColumns)], CancellationToken.None);
                await tables.WriteAsync(StoreKeys.KeyValue, Partition, [new RowChange.Delete(Row)], CancellationToken.None);
            }

            return HealthCheckResult.Healthy();
        }
#pragma warning disable CA1031 // Any failure means that the store cannot be used, and the response says so.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return HealthCheckResult.Unhealthy(Describe((failure as StoreUnusableException)?.Fault ?? StoreFault.Other));
        }
    }

    /// <summary>The endpoint needs no sign-in, so the sentence names neither path nor account; the log names them.</summary>
    private static string Describe(StoreFault fault) => fault switch
    {
        StoreFault.Full => "The disk with the store is full: make room.",
        StoreFault.Forbidden => "The store refuses this program: check its permissions, which the log names.",
        StoreFault.Unreachable => "The store does not answer: check that it runs and that this machine can reach it.",
        StoreFault.Other => "The store cannot be used: the log says why.",
    };
}
