using IntroBot.Tests.Operations.Scenes;
using IntroBot.Tests.Storage.AzureTables;

namespace IntroBot.Tests.Packages;

/// <summary>The program as it is deployed, natively compiled, does its main job on both stores.</summary>
public sealed class PublishedProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public Task On_SQLite_it_loses_nothing_and_shows_nothing_twice() =>
        new KilledMainJob(() => StartAsync(("Storage__SqlitePath", folder.File("introbot.db")))).LiveAsync();

    [Fact]
    public async Task On_Azure_Tables_it_loses_nothing_and_shows_nothing_twice()
    {
        await using var azurite = new Azurite();
        await azurite.InitializeAsync();

        await new KilledMainJob(
            () => StartAsync(("Storage__Kind", "Tables"), ("Storage__TablesConnection", azurite.ConnectionString))).LiveAsync();

        Assert.Empty(Directory.GetFiles(folder.Path, "introbot.db", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task With_nothing_to_write_to_but_its_data_it_works_all_the_same()
    {
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        const string ReadOnly = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro / && exec \"$@\"";
        await using (var program = await RunningProgram.StartedAsync(
            MountNamespace.Under(ReadOnly, data, [Published.Program]), folder.Path, ("TMPDIR", "/nowhere")))
        {
            using var ava = new PlaygroundClient(program.Address, "ava");
            await ava.TypeAsync("Somebody who has run a supply chain at a sports brand");
            await ava.PressAsync("Yes, start");
            Assert.Equal(1, await ava.CountAsync("3 of 10"));
            Assert.Equal(0, await program.SignalAsync("TERM"));
            Assert.Equal("", program.Errors);
        }

        Assert.Equal([Path.Combine(data, "introbot.db")], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task It_moves_from_SQLite_to_Azure_Tables_and_back()
    {
        await using var azurite = new Azurite();
        await azurite.InitializeAsync();
        (string, string)[] tables = [("Storage__Kind", "Tables"), ("Storage__TablesConnection", azurite.ConnectionString)];
        await using (var program = await StartAsync(("Storage__SqlitePath", folder.File("one.db"))))
        {
            using var ava = new PlaygroundClient(program.Address, "ava");
            await ava.TypeAsync("Somebody who has run a supply chain at a sports brand");
            await ava.PressAsync("Yes, start");
        }

        await DoAsync(["export", folder.File("one")], ("Storage__SqlitePath", folder.File("one.db")));
        await DoAsync(["import", folder.File("one")], tables);
        await DoAsync(["export", folder.File("two")], tables);
        await DoAsync(["import", folder.File("two")], ("Storage__SqlitePath", folder.File("two.db")));
        await DoAsync(["export", folder.File("three")], ("Storage__SqlitePath", folder.File("two.db")));

        var rows = await File.ReadAllLinesAsync(folder.File("one"));
        Assert.Contains(rows, row => row.Contains("at a sports brand", StringComparison.Ordinal));
        Assert.Equal(rows[1..^1], (await File.ReadAllLinesAsync(folder.File("three")))[1..^1]);
    }

    public void Dispose() => folder.Dispose();

    private async Task DoAsync(string[] words, params (string Name, string Value)[] settings)
    {
        await using var program = RunningProgram.Start([Published.Program], words, folder.Path, settings);
        Assert.Equal((0, ""), (await program.EndAsync(), program.Errors));
    }

    private Task<RunningProgram> StartAsync(params (string Name, string Value)[] settings) =>
        RunningProgram.StartedAsync([Published.Program], folder.Path, settings);
}
