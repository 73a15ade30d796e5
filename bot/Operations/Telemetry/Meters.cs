using System.Diagnostics.Metrics;
using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Operations.Telemetry;

/// <summary>Everything that is counted and measured, by name; bot/Operations/README.md explains each one.</summary>
internal sealed class Meters
{
    public const string Name = "IntroBot";

    public Meters(IMeterFactory factory, OutboxQueue outbox, DueMonitor due)
    {
        var meter = factory.Create(Name);
        Asks = Counted("introbot.asks", "{ask}", "Asks that were sent.");
        Offers = Counted("introbot.offers", "{offer}", "Offers that were made.");
        Answers = Counted("introbot.answers", "{answer}", "What became of offers, by answer.");
        TimeToYes = meter.CreateHistogram(
            "introbot.time_to_yes",
            "s",
            "From the ask to the yes.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = WaitingTimes });
        Loops = Counted("introbot.loops.closed", "{loop}", "Loops that were closed with thanks, by outcome.");
        Transactions = Counted("introbot.store.transactions", "{transaction}", "Calls of the store, by table and kind.");
        Failures = Counted("introbot.store.failures", "{transaction}", "Calls of the store that failed, by table and kind.");
        Calls = Counted("introbot.platform.calls", "{call}", "Calls of Slack and Teams, by platform and status.");
        Measured("introbot.outbox.depth", () => outbox.Depth, "{message}", "Messages on their way in this process.");
        Measured("introbot.outbox.age", () => outbox.Age.TotalSeconds, "s", "How long the oldest of them is on its way.");
        Measured("introbot.due.age", () => due.Lateness.TotalSeconds, "s", "How long the oldest due work has waited past its time.");
        Measured("introbot.due.failing", () => due.Failing, "{partition}", "Partitions whose due work fails.");

        Counter<long> Counted(string name, string unit, string description) => meter.CreateCounter<long>(name, unit, description);

        void Measured<T>(string name, Func<T> now, string unit, string description)
            where T : struct => meter.CreateObservableGauge(name, now, unit, description);
    }

    public Counter<long> Asks { get; }

    public Counter<long> Offers { get; }

    public Counter<long> Answers { get; }

    public Histogram<double> TimeToYes { get; }

    public Counter<long> Loops { get; }

    public Counter<long> Transactions { get; }

    public Counter<long> Failures { get; }

    public Counter<long> Calls { get; }

    /// <summary>A minute to a fortnight, in seconds: an offer waits for waking hours, and five of them wait in a row.</summary>
    private static double[] WaitingTimes =>
    [
        60, 300, 900, 3_600, 2 * 3_600, 4 * 3_600, 8 * 3_600, 16 * 3_600, 86_400, 2 * 86_400, 4 * 86_400, 7 * 86_400, 14 * 86_400,
    ];
}
