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

/// <summary>Puts storage into the program.</summary>
public static class StorageSetup
{
    /// <summary>Registers the options, to be validated when the program starts.</summary>
    public static void AddStorageOptions(this IServiceCollection services, IConfiguration configuration) => services
        .AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsValidator>().Bind(configuration.GetSection(StorageOptions.Section));

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
        .AddSingleton(program => States(program, StoredJson.Default.Intro, References.None))
        .AddSingleton(program => States(program, StoredJson.Default.Giver, References.OfSlots))
        .AddSingleton(program => States(program, StoredJson.Default.WorkspaceSettings, References.None))
        .AddSingleton<NoticeSender<Intro>>()
        .AddSingleton<NoticeSender<Giver>>()
        .AddSingleton<NoticeSender<WorkspaceSettings>>()
        .AddSingleton<IPartitionWorker>(program => Worker<Intro>(program, "|r|"))
        .AddSingleton<IPartitionWorker>(program => Worker<Giver>(program, "|p|"))
        .AddSingleton<IPartitionWorker>(program => Worker<WorkspaceSettings>(program, "|s|"))
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

    private static StateStore<TState> States<TState>(IServiceProvider program, JsonTypeInfo<TState> json, RowsBeside<TState> beside)
        where TState : Aggregate => new(
            program.GetRequiredService<ITableStore>(),
            program.GetRequiredService<DueIndex>(),
            program.GetRequiredService<CommitPublisher>(),
            json,
            beside,
            program.GetRequiredService<TimeProvider>());

    private static PartitionWorker<TState> Worker<TState>(IServiceProvider program, string kind)
        where TState : Aggregate => new(
            kind,
            program.GetRequiredService<StateStore<TState>>(),
            program.GetRequiredService<PartitionOutbox>(),
            program.GetRequiredService<NoticeSender<TState>>(),
            program.GetRequiredService<IEffects>(),
            program.GetRequiredService<INoticePolicy<TState>>());
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
