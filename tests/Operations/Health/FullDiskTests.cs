using IntroBot.Storage;
using IntroBot.Storage.Sqlite;
using IntroBot.Storage.Tables;
using IntroBot.Tests.Operations.Scenes;
using Xunit.Sdk;

namespace IntroBot.Tests.Operations.Health;

/// <summary>A disk without room: nobody is told that something is kept which is not, and who looks after the program hears of it.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int PageBytes = 4096;
    private const int FewPages = 6;
    private readonly TemporaryFolder folder = new();

    private string Path => folder.File("introbot.db");

    [Fact]
    public async Task A_disk_that_is_full_at_the_start_is_told_in_a_sentence()
    {
        await using var store = new SqliteTableStore(new SqliteDatabase(Path) { MaxPages = 2 }, TableStores.Tables);
        var told = await Assert.ThrowsAsync<StoreUnusableException>(() => store.OpenAsync(CancellationToken.None));

        Assert.Equal($"The disk with '{Path}' is full: make room, and start IntroBot again where it has ended.", told.Message);
        Assert.Equal(StoreFault.Full, told.Fault);
    }

    [Fact]
    public async Task A_disk_that_fills_up_loses_nothing_that_was_acknowledged_and_recovers_with_room()
    {
        await using (await StartAsync(mostPages: null)) { }

        List<string> kept = [];
        await using (var program = await StartAsync((int)(new FileInfo(Path).Length / PageBytes) + FewPages))
        {
            var page = await TypeUntilFullAsync(program.Address, kept);

            Assert.Contains("Something went wrong on my side.", page, StringComparison.Ordinal);
            Assert.Equal(
                (503, """{"status":"Unhealthy","checks":{"store":"The disk with the store is full: make room."}}"""),
                await program.GetAsync("/healthz/ready"));
            Assert.Single(program.Log.Errors, line => line.Contains("Store failed: The disk with", StringComparison.Ordinal));
        }

        Assert.NotEmpty(kept);
        await using var again = await StartAsync(mostPages: null);
        Assert.Equal(200, (await again.GetAsync("/healthz/ready")).Status);
        var stored = string.Concat(await again.The<ITableStore>()
            .ScanAsync(StoreKeys.KeyValue, CancellationToken.None)
            .Select(row => string.Concat(row.Columns.Values))
            .ToListAsync());
        Assert.All(kept, line => Assert.Contains(line, stored, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private static async Task<string> TypeUntilFullAsync(Uri address, List<string> kept)
    {
        using var ava = new PlaygroundClient(address, "ava");
        for (var number = 0; number < 100; number++)
        {
            var line = $"{number} {Guid.NewGuid():N} {new string('x', 1500)}";
            try
            {
                await ava.TypeAsync(line);
                kept.Add(line);
            }
            catch (XunitException refused)
            {
                return refused.Message;
            }
        }

        throw new InvalidOperationException("The disk never filled up.");
    }

    private async Task<InProcessProgram> StartAsync(int? mostPages) =>
        await InProcessProgram.StartAsync(new SqliteTableStore(new SqliteDatabase(Path) { MaxPages = mostPages }, TableStores.Tables));
}
