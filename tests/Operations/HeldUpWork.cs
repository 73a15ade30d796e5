using IntroBot.Decisions;
using IntroBot.Operations;
using IntroBot.Stewards;
using IntroBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Operations;

/// <summary>An outbox whose messages nobody handles, due work that nobody does, and whoever watches both.</summary>
internal sealed class HeldUpWork : IDisposable
{
    private readonly ServiceProvider services;

    public HeldUpWork() => services = new ServiceCollection()
        .AddMetrics()
        .AddLogging(logging => logging.AddProvider(Log))
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton(Store)
        .AddSingleton<OutboxQueue>()
        .AddSingleton<DueProgress>()
        .AddSingleton<Meters>()
        .AddSingleton<WorkCheck>()
        .BuildServiceProvider();

    public FakeTimeProvider Clock { get; } = new();

    public KeptLog Log { get; } = new();

    public StoreClock Store { get; } = new(new FakeTimeProvider());

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Puts messages of one commit on their way.</summary>
    public OutboxBatch Add(int messages)
    {
        var rows = Enumerable.Range(1, messages)
            .Select(number => new OutboxRow(new OutboxRecord(new OutgoingRecord("Notice", $"{number}"), default, 1, number), "e"));
        var batch = new OutboxBatch("home|r|1", WorkspaceSettings.Usual with { Revision = new Revision("e", 1, []) }, Clock.GetUtcNow())
        {
            Rows = [.. rows],
        };
        The<OutboxQueue>().Add(batch);
        return batch;
    }

    public void Dispose() => services.Dispose();
}
