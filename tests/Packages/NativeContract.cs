using System.Diagnostics;

namespace IntroBot.Tests.Packages;

/// <summary>What the store's contract came to when it was played natively, once for all tests that look at it.</summary>
public sealed class NativeContract : IAsyncLifetime
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);

    /// <summary>A line for each case: how it ended, the store, the case, and in the end what was wrong.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        using var playing = Process.Start(new ProcessStartInfo(Published.Contract) { RedirectStandardOutput = true })!;
        var said = await playing.StandardOutput.ReadToEndAsync().WaitAsync(Timeout);
        await playing.WaitForExitAsync();
        Lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
