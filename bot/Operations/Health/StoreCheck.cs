using IntroBot.Operations.Telemetry;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntroBot.Operations.Health;

/// <summary>
/// Whether the store can be read, by reading it; and written, by writing where the last write failed. However often it is asked,
/// the store is asked once in a few seconds, and nobody waits for it longer than that.
/// </summary>
internal sealed class StoreCheck(ITableStore tables, StoreMonitor watch, TimeProvider wall) : IHealthCheck
{
    /// <summary>How long a store may take to answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>How long an answer counts.</summary>
    public static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(5);

    private const string Partition = "healthz";
    private const string Row = "look";

    /// <summary>
    /// As large as anything a person may send: where little more fits, little words would seem to say that there is room.
    /// </summary>
    private static readonly Dictionary<string, string> Large = new() { ["Text"] = new string('x', 30_000) };

    private readonly Lock gate = new();
    private Task<HealthCheckResult>? look;
    private long lookedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Look().WaitAsync(Timeout, wall, cancellationToken);
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"The store did not answer within {Timeout.TotalSeconds} seconds.");
        }
    }

    /// <summary>The last look while it counts or is still under way, else a new one.</summary>
    private Task<HealthCheckResult> Look()
    {
        lock (gate)
        {
            if (look is null || (look.IsCompleted && wall.GetElapsedTime(lookedAt) > TimeToLive))
            {
                (look, lookedAt) = (Task.Run(LookAsync), wall.GetTimestamp());
            }

            return look;
        }
    }

    private async Task<HealthCheckResult> LookAsync()
    {
        try
        {
            await tables.FindAsync(StoreKeys.KeyValue, Partition, Row, CancellationToken.None);
            if (watch.WriteFault is not null)
            {
                await tables.WriteAsync(StoreKeys.KeyValue, Partition, [new RowChange.Put(Row, Large)], CancellationToken.None);
                await tables.WriteAsync(StoreKeys.KeyValue, Partition, [new RowChange.Delete(Row)], CancellationToken.None);
            }

            return HealthCheckResult.Healthy();
        }
#pragma warning disable CA1031 // Whatever went wrong, the store cannot be used, and whoever asks hears a sentence.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return HealthCheckResult.Unhealthy(Told((failure as StoreUnusableException)?.Fault ?? StoreFault.Other));
        }
    }

    /// <summary>Anybody may ask, so that neither the path nor the account is named; the log names them.</summary>
    private static string Told(StoreFault fault) => fault switch
    {
        StoreFault.Full => "The disk with the store is full: make room.",
        StoreFault.Refused => "The store refuses this program: look at its rights, which the log names.",
        StoreFault.Silent => "The store does not answer: see that it runs and that this machine can reach it.",
        _ => "The store cannot be used: the log says why.",
    };
}
