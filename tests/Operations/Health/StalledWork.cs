using IntroBot.Operations.Health;
using IntroBot.Operations.Telemetry;
using IntroBot.Stewards;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Operations.Health;

/// <summary>An outbox whose messages nobody handles, due work that nobody does, and whoever watches both.</summary>
internal sealed class StalledWork : IDisposable
{
    private readonly ServiceProvider services;

    public StalledWork() => services = new ServiceCollection()
        .AddMetrics()
        .AddLogging(logging => logging.AddProvider(Log))
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton(Store)
        .AddSingleton<OutboxQueue>()
        .AddSingleton<DueMonitor>()
        .AddSingleton<Meters>()
        .AddSingleton<WorkCheck>()
        .BuildServiceProvider();

    public FakeTimeProvider Clock { get; } = new();

    public RecordedLog Log { get; } = new();

    public StoreClock Store { get; } = new(new FakeTimeProvider());

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Puts messages of one commit on their way.</summary>
    public CommittedWork Add(int messages)
    {
        var rows = Enumerable.Range(1, messages)
            .Select(number => new OutboxRow(new OutboxRecord(new OutgoingRecord.FindGiver($"{number}"), default, 1, number), "e"));
        var committed = new CommittedWork(
            "home|r|1", WorkspaceSettings.Default with { Revision = new Revision("e", 1, []) }, Clock.GetUtcNow())
        {
            Rows = [.. rows],
        };
        The<OutboxQueue>().Add(committed);
        return committed;
    }

    public void Dispose() => services.Dispose();
}
