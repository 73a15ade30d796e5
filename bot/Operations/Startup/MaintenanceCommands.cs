using System.Runtime.InteropServices;
using IntroBot.Storage;
using IntroBot.Storage.AzureTables;
using IntroBot.Storage.Export;
using IntroBot.Storage.Tables;
using Microsoft.Extensions.Options;

namespace IntroBot.Operations.Startup;

/// <summary>Does a maintenance command on the store that the configuration names: nothing listens, and nothing else runs.</summary>
internal static class MaintenanceCommands
{
    /// <summary>Returns a line that says what was done; throws what <see cref="IsExpected"/> knows, with why it was not.</summary>
    public static async Task<string> RunAsync(this MaintenanceCommand command, IServiceProvider program)
    {
        if (command is MaintenanceCommand.Unknown unknown) throw new MaintenanceCommandRefusedException(unknown.Sentence);

        // An export of the wrong store would be worthless without a sign of it.
        if (UnknownKeys.In(program.GetRequiredService<IConfiguration>()).FirstOrDefault(IsStorageKey) is { } misspelt)
            throw new MaintenanceCommandRefusedException(misspelt.Sentence);

        using var stopped = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        var options = program.GetRequiredService<IOptions<StorageOptions>>().Value;
        var contentRoot = program.GetRequiredService<IHostEnvironment>().ContentRootPath;
        if (command is MaintenanceCommand.Export && TableStores.Missing(options, contentRoot) is { } missing)
            throw new MaintenanceCommandRefusedException(
                $"'{missing}' does not exist: set Storage:SqlitePath to the file that IntroBot uses.");

        var tables = TableStores.From(options, contentRoot, new StoreClock(TimeProvider.System));
        await using var closing = tables as IAsyncDisposable;
        try
        {
            return command switch
            {
                MaintenanceCommand.Export(var file) =>
                    $"'{file}' holds {await new StoreExport(tables, TimeProvider.System).ToAsync(file, stopped.Token)}.",
                MaintenanceCommand.Import(var file) =>
                    $"The store holds {await new StoreImport(tables).FromAsync(file, stopped.Token)}.",
                _ => throw new UnreachableException(),
            };
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            throw new MaintenanceCommandRefusedException(command is MaintenanceCommand.Export
                ? "Stopped before its end: there is no file."
                : "Stopped before its end: run 'import' again with the same file, and it goes on.");
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.Cancel();
        }
    }

    public static bool IsExpected(Exception reason) =>
        reason is StoreUnusableException or ExportUnusableException or MaintenanceCommandRefusedException or OptionsValidationException;

    private static bool IsStorageKey(UnknownKey key) =>
        key.Key.StartsWith($"{StorageOptions.Section}:", StringComparison.Ordinal);
}

/// <summary>A maintenance command that is not done; the message is one sentence for the person who typed it.</summary>
internal sealed class MaintenanceCommandRefusedException(string message) : Exception(message);
