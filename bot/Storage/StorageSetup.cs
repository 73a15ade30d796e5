using IntroBot.Givers;
using IntroBot.Intros;
using IntroBot.Platforms;
using IntroBot.Stewards;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Commits;
using IntroBot.Storage.Export;
using IntroBot.Storage.Tables;
using IntroBot.Storage.Work;
using IntroBot.Storage.Work.Due;

namespace IntroBot.Storage;

/// <summary>Registers the services of storage.</summary>
public static class StorageSetup
{
    /// <summary>Registers the options, to be validated when the program starts.</summary>
    public static void AddStorageOptions(this IServiceCollection services, IConfiguration configuration) => services
        .AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsValidator>().Bind(configuration.GetSection(StorageOptions.Section));

    /// <summary>Registers the table store, opened before anything else starts, and the stores built on it.</summary>
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
        .AddSingleton<PendingWork>()
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
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<DueDispatcher>());

    /// <summary>Registers the background services; call it last, so that they start when all else is ready and stop first.</summary>
    public static IServiceCollection AddStorageWork(this IServiceCollection services) => services
        .AddHostedService(provider => provider.GetRequiredService<LeaseRenewer>())
        .AddHostedService(provider => provider.GetRequiredService<OutboxPump>())
        .AddHostedService(provider => provider.GetRequiredService<DueDispatcher>());

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
