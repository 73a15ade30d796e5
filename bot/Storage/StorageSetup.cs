using IntroBot.Decisions;
using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Platforms;
using IntroBot.Stewards;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Export;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;

namespace IntroBot.Storage;

/// <summary>Puts storage into the program.</summary>
public static class StorageSetup
{
    /// <summary>The store, opened before anything else starts, and the stores of the stories on it.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Func<IServiceProvider, ITableStore> tables) => services
        .AddSingleton(new StoreClock(TimeProvider.System))
        .AddSingleton(tables)
        .AddHostedService<StoreOpener>()
        .AddSingleton<DueIndex>()
        .AddSingleton<OutboxQueue>()
        .AddSingleton<CommitPublisher>()
        .AddSingleton<OutcomeLog>()
        .AddSingleton<Messengers>()
        .AddSingleton<LeaseKeeper>()
        .AddSingleton<LeaseRenewer>()
        .AddSingleton<DueWakeUps>()
        .AddSingleton<PartitionOutbox>()
        .AddSingleton<SessionCloser>()
        .AddSingleton<OperationRows>()
        .AddSingleton<WorkLines>()
        .AddSingleton<IWorkQueue, WorkQueue>()
        .AddSingleton<IPartitionWorker, ChatWorker>()
        .AddSingleton<IKeyValueStore, TableKeyValueStore>()
        .AddSingleton<IIntroStore, IntroStore>()
        .AddSingleton<KeyIndex>()
        .AddSingleton<IGiverStore, GiverStore>()
        .AddSingleton<ISettingsStore, SettingsStore>()
        .AddSingleton(program => States(program, new StoredAggregate<Intro>("|r|", StoredJson.Default.Intro, References.None)))
        .AddSingleton(program => States(program, new StoredAggregate<Giver>("|p|", StoredJson.Default.Giver, References.OfSlots)))
        .AddSingleton(program => States(
            program, new StoredAggregate<WorkspaceSettings>("|s|", StoredJson.Default.WorkspaceSettings, References.None)))
        .AddSingleton<NoticeSender<Intro>>()
        .AddSingleton<NoticeSender<Giver>>()
        .AddSingleton<NoticeSender<WorkspaceSettings>>()
        .AddSingleton<IPartitionWorker, PartitionWorker<Intro>>()
        .AddSingleton<IPartitionWorker, PartitionWorker<Giver>>()
        .AddSingleton<IPartitionWorker, PartitionWorker<WorkspaceSettings>>()
        .AddSingleton<SessionRunner>()
        .AddSingleton<OutboxPump>()
        .AddSingleton<DueMonitor>()
        .AddSingleton<DueChecker>()
        .AddSingleton<DueDispatcher>()
        .AddSingleton<IDueWork>(program => program.GetRequiredService<DueDispatcher>());

    /// <summary>The work in the background; registered last, so that it starts when all else is ready and stops first.</summary>
    public static IServiceCollection AddStorageWork(this IServiceCollection services) => services
        .AddHostedService(program => program.GetRequiredService<LeaseRenewer>())
        .AddHostedService(program => program.GetRequiredService<OutboxPump>())
        .AddHostedService(program => program.GetRequiredService<DueDispatcher>());

    private static StateStore<TState> States<TState>(IServiceProvider program, StoredAggregate<TState> stored)
        where TState : Aggregate => new(
            program.GetRequiredService<ITableStore>(),
            program.GetRequiredService<DueIndex>(),
            program.GetRequiredService<CommitPublisher>(),
            stored,
            program.GetRequiredService<TimeProvider>());
}

/// <summary>Opens the store when the program starts.</summary>
internal sealed class StoreOpener(ITableStore tables) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await tables.OpenAsync(cancellationToken);
        if (await ImportMarker.FindAsync(tables, cancellationToken) is not null) throw ImportMarker.HalfImported();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
