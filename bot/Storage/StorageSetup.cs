using System.Text.Json.Serialization.Metadata;
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

/// <summary>Registers the services of storage.</summary>
public static class StorageSetup
{
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
        .AddSingleton<WorkLines>()
        .AddSingleton<IWorkQueue, WorkQueue>()
        .AddSingleton<IPartitionWorker, ChatWorker>()
        .AddSingleton<IKeyValueStore, TableKeyValueStore>()
        .AddSingleton<IIntroStore, IntroStore>()
        .AddSingleton<KeyIndex>()
        .AddSingleton<IGiverStore, GiverStore>()
        .AddSingleton<ISettingsStore, SettingsStore>()
        .AddSingleton(provider => States(provider, StoredJson.Default.Intro, References.None))
        .AddSingleton(provider => States(provider, StoredJson.Default.Giver, References.OfSlots))
        .AddSingleton(provider => States(provider, StoredJson.Default.WorkspaceSettings, References.None))
        .AddSingleton<NoticeSender<Intro>>()
        .AddSingleton<NoticeSender<Giver>>()
        .AddSingleton<NoticeSender<WorkspaceSettings>>()
        .AddSingleton<IPartitionWorker>(provider => Worker<Intro>(provider, "|r|"))
        .AddSingleton<IPartitionWorker>(provider => Worker<Giver>(provider, "|p|"))
        .AddSingleton<IPartitionWorker>(provider => Worker<WorkspaceSettings>(provider, "|s|"))
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

    private static StateStore<TState> States<TState>(IServiceProvider provider, JsonTypeInfo<TState> json, RowsBeside<TState> derivedRows)
        where TState : Aggregate => new(
            provider.GetRequiredService<ITableStore>(),
            provider.GetRequiredService<DueIndex>(),
            provider.GetRequiredService<CommitPublisher>(),
            json,
            derivedRows,
            provider.GetRequiredService<TimeProvider>());

    private static PartitionWorker<TState> Worker<TState>(IServiceProvider provider, string kind)
        where TState : Aggregate => new(
            kind,
            provider.GetRequiredService<StateStore<TState>>(),
            provider.GetRequiredService<PartitionOutbox>(),
            provider.GetRequiredService<NoticeSender<TState>>(),
            provider.GetRequiredService<IEffects>(),
            provider.GetRequiredService<INoticePolicy<TState>>());
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
