using IntroBot.Platforms;
using IntroBot.Storage;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace IntroBot.Tests.Platforms;

/// <summary>One instance of a program with the queue, and what it says on its platform.</summary>
internal sealed class WorkInstance : WordsHandler, IAsyncDisposable
{
    public const string KindOfWords = "test.words";

    public static readonly WorkOwner Ava = new(new WorkspaceId("acme"), "ava"), Grace = new(new WorkspaceId("acme"), "grace");

    private readonly ServiceProvider services;
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? holds;
    private bool isDisposed;

    private WorkInstance(ServiceProvider services, FailingTableStore store, TimeProvider clock)
        : base(KindOfWords, services.GetRequiredService<IWorkQueue>(), clock, NullLogger.Instance) =>
        (this.services, Store) = (services, store);

    public FailingTableStore Store { get; }

    public IWorkQueue Queue => The<IWorkQueue>();

    /// <summary>What it has turned to the platform with, and what of it was said.</summary>
    public List<string> Begun { get; } = [];

    public List<string> Said { get; } = [];

    public bool MayBeSaid { get; private set; }

    /// <summary>What the platform says to the next tries before it takes anything.</summary>
    public Queue<Func<SendResult<string>>> Answers { get; } = new();

    /// <summary>When it has turned to the platform with what is held there.</summary>
    public Task Arrived => begun.Task;

    public static async Task<WorkInstance> StartAsync(ITableStore disk, FakeTimeProvider clock)
    {
        var store = new FailingTableStore(disk);
        WorkInstance? instance = null;
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddStorage(_ => store)
            .AddStories()
            .AddSingleton<IWorkHandler>(_ => instance!)
            .BuildServiceProvider();
        instance = new WorkInstance(services, store, clock);
        await instance.The<OutboxPump>().StartAsync(CancellationToken.None);
        return instance;
    }

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The platform does not answer to these words until they are released.</summary>
    public void Holds(string words) => holds = words;

    public void Release() => held.TrySetResult();

    public Task<bool> SayAsync(string words, WorkOwner? to = null, string? key = null) =>
        AddAsync(to ?? Ava, KeyOf("acme", (to ?? Ava).User, key ?? words), words, CancellationToken.None);

    public Task SettleAsync() => The<IDueWork>().SettleAsync(CancellationToken.None);

    /// <summary>Looks at what is due and does it.</summary>
    public Task LookAsync() => The<IDueWork>().RunAsync(CancellationToken.None);

    public async Task RenewAsync()
    {
        foreach (var session in The<OutboxQueue>().Open) await The<LeaseKeeper>().RenewAsync(session, CancellationToken.None);
    }

    public Task StopAsync() => The<OutboxPump>().StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        // The provider would end it once more.
        if (isDisposed) return;
        isDisposed = true;
        Release();
        await StopAsync();
        await services.DisposeAsync();
    }

    protected override async Task<SendResult<string>> PostAsync(WorkItem item, bool mayBeThere, CancellationToken token)
    {
        Begun.Add(item.Body);
        MayBeSaid = mayBeThere;
        if (holds == item.Body)
        {
            begun.TrySetResult();
            await held.Task;
        }

        if (Answers.TryDequeue(out var answer)) return answer();
        Said.Add(item.Body);
        return new SendResult<string>.Sent("receipt");
    }
}
