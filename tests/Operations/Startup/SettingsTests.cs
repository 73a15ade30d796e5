using IntroBot.Tests.Operations.Scenes;

namespace IntroBot.Tests.Operations.Startup;

/// <summary>Settings are read once, at the start.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task No_folder_is_watched_since_the_file_of_the_store_would_wake_whoever_watches()
    {
        await using var program = await RunningProgram.StartedAsync(folder.Path, ("Storage__SqlitePath", folder.File("introbot.db")));
        Assert.False(program.IsWatchingFolders);
    }

    public void Dispose() => folder.Dispose();
}
